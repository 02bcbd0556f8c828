"""Transcripts, headlines and bylines; who speaks behind an honour, an office or a lawyer; what nobody has said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import line, told

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


HEARING = """Transcript of the inquiry, 4 May 2026

REP. KURT LOHSE: Thank you for coming. Did the agency know about the leak?

MS. AYODELE: It knew in March. We told the county the same day, and I signed the letter.

(Laughter.)

MR. PRICE: Not so. The letter is about the first tank.

It does not name the second.

MS. AYODELE: The second was not ours.

REP. LOHSE: Thank you.

Folasade Ayodele has run the agency since 2021."""
BRIEFING = """Port authority briefing, 9 June 2026

MS. TANDY: Good morning. The crane is back at work.

Q: Will it hold?

MS. TANDY: It will. Our engineers went over it twice. Next question.

Q: And the strike?

MS. TANDY: I have nothing to add."""
TURNS = [
    (HEARING,
     ["* | : | Thank you for coming. Did the agency know about the leak",
      "MS. AYODELE = Folasade Ayodele | : | It knew in March. We told the county the same day, and I signed the letter",
      "MR. PRICE | : | Not so. The letter is about the first tank … It does not name the second",
      "MS. AYODELE = Folasade Ayodele | : | The second was not ours"]),
    (BRIEFING,
     ["MS. TANDY | : | Good morning. The crane is back at work",
      "MS. TANDY | : | It will. Our engineers went over it twice. Next question",
      "MS. TANDY | : | I have nothing to add"]),
]  # fmt: skip
HEADLINES = [
    ("Why we left the pay talks – NUDW\n\nThe National Union of Dock Workers said on Monday that it had left them.",
     ["NUDW = National Union of Dock Workers | – | Why we left the pay talks"]),
    ("We broke no law: Bianchi\n\nMarta Bianchi said on Monday that she would appeal.",
     ["Bianchi = Marta Bianchi | : | We broke no law"]),
    ("‘I never wanted the crown’: Ingrid Solheim on exile\n\nIngrid Solheim left Norway in 2019.",
     ["Ingrid Solheim | : | I never wanted the crown"]),
    ("The president has no quarrel with me — Minister\n\nThe minister of mines spoke on Monday.",
     ["Minister | — | The president has no quarrel with me"]),
    ("The lake will rise again on Friday: officials\n\nThe Prespa burst its banks on Monday.",
     ["officials | : | The lake will rise again on Friday"]),
]  # fmt: skip
PLAIN = [
    "Floods kill nine in the hills - Borsa Daily News\n\nNine people died on Monday.",
    "The woman who would be queen: Ingrid Solheim\n\nIngrid Solheim was born in 1960.",
    "'The Last Lighthouse': Ana Prado on her new film\n\nAna Prado has made six films.",
    "Gale hits coast: Ten killed in Gdynia\n\nTen people died in Gdynia on Monday.",
    "Who leads the union now – Okafor\n\nOkafor leads it.",
]
SPEAKERS = [
    ("Judge Nora Beale KC said the sentence was just.",
     ["* = Nora Beale | said | the sentence was just"]),
    ("Jasmine Adu MP said the bill was flawed.",
     ["* = Jasmine Adu | said | the bill was flawed"]),
    ("Norlys A/S said sales rose. Havgard A/S said rates fell.",
     ["* = Norlys A/S | said | sales rose",
      "* = Havgard A/S | said | rates fell"]),
    ("An organiser of the ruling PDG, Chief Emeka Balogun, said the party would go to court.",
     ["* = Emeka Balogun | said | the party would go to court"]),
    ("Officials said three people were missing. The search would go on, they said, adding that boats had been sent.",
     ["they = Officials | said | The search would go on",
      "they = Officials | adding | that boats had been sent"]),
    ("Tom Kessler was charged on Monday. His lawyer said he “flatly denies any wrongdoing”.",
     ["he = Tom Kessler | denies | any wrongdoing | neg"]),
    ("The authors suggest that most of the soot is carried by wind, and estimate that four tonnes fall on the town.",
     ["The authors | estimate | that four tonnes fall on the town"]),
    ("A court in Ankara jailed two singers on Friday for insulting the president.",
     ["two singers | insulting | the president"]),
    ("The lake nobody cleans\nRosalind Pike\n\nI believe that the lake can be saved. The town says it cannot.",
     ["I = Rosalind Pike | believe | that the lake can be saved"]),
]  # fmt: skip
NOTHING = [
    "My lawyer called me on the night of 3 June.",
    "The gang poses a threat to both towns.",
    "The two ministers signed a memorandum on Tuesday.",
    "Voters may well conclude that nobody is in charge.",
]


@pytest.mark.parametrize(("text", "wanted"), TURNS)
def test_a_turn_is_whole(extract: Extract, text: str, wanted: list[str]) -> None:
    """Every sentence up to the next label, word for word; not what the reporter adds below."""
    found = extract(text)
    told(found, wanted)
    assert all(s.type == "direct" for s in found.statements if s.cue and s.cue.spans[0].text == ":")


@pytest.mark.parametrize(("text", "wanted"), HEADLINES)
def test_a_headline_ends_in_who_says_it(extract: Extract, text: str, wanted: list[str]) -> None:
    """Behind a dash, a colon or a quotation."""
    told(extract(text), wanted)


@pytest.mark.parametrize("text", PLAIN)
def test_a_headline_ends_in_something_else(extract: Extract, text: str) -> None:
    """The site's name, a film, what happened, whom it is about."""
    end = text.index("\n")
    found = [line(s) for s in extract(text).statements if s.content.spans[0].start < end and s.cue and s.source
             and s.source.spans[0].start > s.content.spans[0].start]  # fmt: skip
    assert not found


@pytest.mark.parametrize(("text", "wanted"), SPEAKERS)
def test_the_speaker_is_who_speaks(extract: Extract, text: str, wanted: list[str]) -> None:
    """Not an honour, a form of company, a thing that cannot estimate, or the lawyer."""
    told(extract(text), wanted)


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_was_said(extract: Extract, text: str) -> None:
    """A call, a danger, a signature, a supposition."""
    assert not [line(s) for s in extract(text).statements]


def test_what_is_only_considered_is_said_once(extract: Extract) -> None:
    """Nobody lists anything who is said to consider listing it."""
    found = extract("Lena Bok said the agency was considering listing the raft as a wreck.")
    assert not [line(s) for s in found.statements if s.cue and s.cue.spans[0].text == "listing"]


def test_who_is_named_by_a_label_is_somebody(extract: Extract) -> None:
    """Named in capitals there, in full below."""
    people = {e.name: [m.text for m in e.mentions if m.form == "name"] for e in extract(HEARING).entities}
    assert people["Folasade Ayodele"] == ["AYODELE", "AYODELE", "Folasade Ayodele"]
