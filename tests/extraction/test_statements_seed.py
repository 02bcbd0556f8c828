"""The sample article: every plain statement with its speaker, running speech, chains, and what was not said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations, Statement

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


PLAIN = [
    ("President Xi will visit Russia from March 20-22, 2023", {"China"}),
    (
        "President Xi Jinping will begin his third term with a symbolic visit to Russia from March 20",
        {"Beijing", "China"},
    ),
    ("Xi will pay a state visit to Russia", {"Chinese Foreign Ministry", "the Chinese Foreign Ministry"}),
    ("China still believed political dialogue was the only way", {"Wang Wenbin"}),
    ("both sides to reach a comprehensive ceasefire", {"Beijing", "China"}),
    ("that it supports the sovereignty of all countries", {"Beijing", "China"}),
    ("fanning the flames during the fight", {"Wang Wenbin"}),
    ("Sino-Russian cooperation was totally above board", {"Wang Wenbin"}),
    ("China always handles the export of military items cautiously", {"Wang Wenbin"}),
    ("that Beijing is opposed to long-arm jurisdiction or sanctions", {"Wang Wenbin"}),
    ("Xi’s visit next week will see the two leaders chart the course", {"Wang Wenbin"}),
    ("that Mr. Xi will hold in-depth exchanges with President Putin", {"Wang Wenbin"}),
    ("The visit would enhance strategic cooperation", {"Wang Wenbin"}),
    ("It will be a journey of friendship", {"Wang Wenbin"}),
    ("China will maintain an objective and fair stance", {"Wang Wenbin"}),
    ("China is concerned that the crisis will drag on", {"Qin Gang"}),
    ("China will continue to play a constructive role", {"Qin Gang"}),
    ("that China is not just a an important cooperation partner of Ukraine", {"Dmytro Kuleba"}),
    ("that China’s position paper on the political settlement", {"Dmytro Kuleba"}),
]
RUNNING = [
    "Changes not seen",
    "China and Russia are permanent",
    "The importance and influence",
    "It will stimulate",
    "China’s position is",
    "We maintain",
]
NOT_SAID = ["has not condemned", "did not comment", "denied"]


@pytest.fixture(scope="module")
def found(extract: Extract, seed_text: str) -> list[Statement]:
    """The statements of the sample article."""
    return list(extract(seed_text, published="2023-03-17").statements)


@pytest.mark.parametrize(("beginning", "speakers"), PLAIN)
def test_every_plain_statement_has_its_speaker(found: list[Statement], beginning: str, speakers: set[str]) -> None:
    """Found, and attributed to the one the article means."""
    length = len(beginning) + len("Chinese ")  # which may or may not be taken in
    matching = [s for s in found if beginning in s.content.spans[0].text[:length] and s.source]
    names = {s.source.name for s in matching if s.source}
    assert names & speakers, (names, beginning)


@pytest.mark.parametrize("beginning", RUNNING)
def test_running_speech_goes_on_with_the_spokesman(found: list[Statement], beginning: str) -> None:
    """Sentences without a cue after "he said"."""
    statement = next(s for s in found if s.content.spans[0].text.startswith(beginning))
    assert statement.type == "continued"
    assert statement.continues is not None
    assert statement.source is not None
    assert statement.source.name == "Wang Wenbin"


@pytest.mark.parametrize("cue", NOT_SAID)
def test_what_was_not_said_is_no_plain_assertion(found: list[Statement], cue: str) -> None:
    """Silence and non-answers are negative wherever they are reported."""
    for statement in found:
        if statement.cue and any(cue in span.text for span in statement.cue.spans):
            assert statement.polarity == "negative"


def test_the_call_is_dated_to_its_day(found: list[Statement]) -> None:
    """ "In Thursday's phone call, Qin said": the day before publication, and what follows in it likewise."""
    dates = {s.content.spans[0].text[:20]: s.date.earliest for s in found if s.date and s.cue and s.cue.lemma == "say"}
    assert dates["China is concerned t"] == "2023-03-16"
    assert dates["China will continue "] == "2023-03-16"
