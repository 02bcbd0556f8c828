"""Statements from bad input: honest output, linear work, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from service.extraction.annotations import Annotations
from service.extraction.statements.quotations import quotations

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


HOSTILE = {
    "one long quotation": "“" + "We hold the line and the line holds. " * 200 + "”",
    "opening marks only": "“ " * 2000 + "Ito said.",
    "closing marks only": "” " * 2000 + "Ito said.",
    "straight marks": '" ' * 2001 + "Ito said.",
    "no sentence end": "and the rain said nothing " * 800,
    "verse": "\n".join(["The wind, it said", "to no one there:", "“I am the wind,", "and nothing more.”"] * 100),
    "cues alone": "said " * 1500,
    "according to": "according to " * 700,
    "colons": "a: b: c:\n" * 400,
    "he said": "He said. " * 700,
    "quotes back to back": "“Yes, we did it all.” " * 300,
    "halves far apart": "“We left,”      “and then we ran,” said Moyo. " * 200,
    "labels and bodies": "BOSS: We met Opel and Bosch today.\nAl: We met Siemens.\n" * 200,
    "announced": "Her answer was short: “The road is long and dark.” " * 200,
    "headings": "He said\nBREAKING: x\nCLAIM: “y”\n" * 200,
    "apostrophes": "'tis 'twas rock 'n' roll o' the 'ood " * 150,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(extract: Extract, name: str) -> None:
    """Every span is the slice it claims to be, whatever the text."""
    text = HOSTILE[name]
    for statement in extract(text).statements:
        for part in (statement.content.spans, statement.cue.spans if statement.cue else ()):
            assert all(text[span.start : span.end] == span.text and span.text.strip() for span in part)


def test_a_bare_quotation_has_no_speaker(extract: Extract) -> None:
    """Nobody is named, so nobody is made up."""
    assert all(s.source is None for s in extract(HOSTILE["one long quotation"]).statements)


def test_interview_by_initials(extract: Extract) -> None:
    """ "Q:" and "A:" are no names."""
    found = extract("Q: Did you see the ship leave?\nA: We saw it leave at dawn.\n")
    assert not any(s.source and s.source.name in {"Q", "A"} for s in found.statements)


def test_answers_of_an_interview(extract: Extract) -> None:
    """Each answer is a statement of its own, whole, word for word, of whom the introduction names."""
    text = (
        "The diver Ana Reis spoke to us on Monday.\n\nQ: Did you find the bell?\n\nA: We found it. It rang.\n\n"
        "Q. And the crew?\n\nA. They slept through it all.\n"
    )
    whole = [s for s in extract(text).statements if s.cue and s.cue.lemma == ":"]
    assert [s.content.spans[0].text for s in whole] == ["We found it. It rang.", "They slept through it all."]
    assert {s.source.name for s in whole if s.source} == {"Ana Reis"}
    assert {s.type for s in whole} == {"direct"}


def test_answers_of_nobody(extract: Extract) -> None:
    """Where the introduction names two alike, or nobody, the answers have no source."""
    questions = "Q: Did you find the bell?\n\nA: We found it. It rang.\n"
    for before in ("", "Ana Reis and Nils Holm spoke to us.\n\n"):
        whole = [s for s in extract(before + questions).statements if s.cue and s.cue.lemma == ":"]
        assert [s.source for s in whole] == [None]


def test_transcript_by_names(extract: Extract) -> None:
    """ "NAME:" at the head of a line is the speaker of the line."""
    found = extract("Keller: Did you see the ship leave?\nOkafor: We saw it leave at dawn.\n")
    assert [s.source.name for s in found.statements if s.cue and s.cue.lemma == ":" and s.source] == [
        "Keller",
        "Okafor",
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ('The 6" pipe and the 4" pipe', []),
        ("rock ’n’ roll in the ’90s", []),
        ("“a\n\n“b”", ["“a", "“b”"]),
        ("``so it is''", ["``so it is''"]),
        ("‘a “b” c’ d", ["“b”"]),
        ("“open and never closed", ["“open and never closed"]),
        ("", []),
        ('"""', None),
    ],
)
def test_quotation_marks(text: str, wanted: list[str] | None) -> None:
    """Outermost quotations by their marks; an inch and an apostrophe are none."""
    found = [text[q.start : q.end] for q in quotations(text)]
    assert wanted is None or found == wanted


def test_ten_thousand_marks_are_read_in_one_pass() -> None:
    """As many quotations as there are, none overlapping."""
    found = quotations("“x” " * 10_000)
    assert len(found) == 10_000
    assert all(a.end <= b.start for a, b in pairwise(found))
