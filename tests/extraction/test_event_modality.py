"""Whether it happened: what the words around an event make of it, and what they leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.test_events import event

Extract = Callable[..., Annotations]

CASES = [  # text, trigger, modality, polarity
    # beside what is refused, and what is refused
    ("Lund declined in an interview to name the buyer.", "interview", "asserted", "positive"),
    ("The board rejected the offer amid protests in Lima.", "protests", "asserted", "positive"),
    ("Oman rejected the map during talks with Chile.", "talks", "asserted", "positive"),
    ("The strike prevented ships from leaving.", "leaving", "asserted", "negative"),
    # a verb with a tense of its own is not asked for or planned with the one before
    ("The nurse told them to wait and called a doctor.", "called", "asserted", "positive"),
    ("Lund vowed to leave and sold the house.", "sold", "asserted", "positive"),
    ("Lund plans to leave but is painting the house.", "painting", "asserted", "positive"),
    ("The nurse told them to wait and call a doctor.", "call", "requested", "positive"),
    # what is expected, wanted or talked about
    ("The airport said on Monday it expected disruption.", "disruption", "planned", "positive"),
    ("The bank expects a contraction.", "contraction", "planned", "positive"),
    ("The union wants a raise.", "raise", "requested", "positive"),
    ("Envoys met on Monday to discuss reopening the border.", "reopening", "possible", "positive"),
    ("The board welcomed a raise.", "raise", "asserted", "positive"),
    # what is likely
    ("Lund hinted that another increase was possible.", "increase", "possible", "positive"),
    ("A strike is likely to follow.", "strike", "possible", "positive"),
    ("A merger remains unlikely.", "merger", "possible", "positive"),
    ("The strike is likely to hurt exports.", "strike", "asserted", "positive"),
    # what a noun makes of its infinitive
    ("Oman has the authority to close the port.", "close", "possible", "positive"),
    ("Lund's willingness to sell the mill pleased them.", "sell", "possible", "positive"),
    ("Kesko won a contract to build the bridge.", "build", "planned", "positive"),
    ("She was the first woman to win the prize.", "win", "asserted", "positive"),
    ("Lund took the time to answer every letter.", "answer", "asserted", "positive"),
    ("Critics attacked its refusal to pay.", "pay", "asserted", "negative"),
]


@pytest.mark.parametrize(("text", "trigger", "modality", "polarity"), CASES)
def test_modality_and_polarity(extract: Extract, text: str, trigger: str, modality: str, polarity: str) -> None:
    """An event is as real as the words that it stands under say, and no less."""
    found = next(each for each in extract(text, undated=True).events if each.trigger.text == trigger)
    assert (found.modality, found.polarity) == (modality, polarity)


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("He was asked if the visit would see China push its plan.", "push", "possible"),
        ("She asked whether the merger would make the firm leave Kenya.", "leave", "possible"),
        ("A clerk threatened to make the mayor testify.", "testify", "planned"),
        ("The visit will see the leaders meet on May 20.", "meet", "planned"),
        ("The crowd saw the tower fall.", "fall", "asserted"),
    ],
)
def test_what_is_seen_is_as_real_as_the_seeing(extract: Extract, text: str, word: str, modality: str) -> None:
    """A bare infinitive has the modality of the verb above it, that of a question too."""
    assert event(extract(text, undated=True), word).modality == modality
