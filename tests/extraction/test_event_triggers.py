"""Events: which words name one beyond plain verbs and eventive nouns."""

from __future__ import annotations

from collections.abc import Callable

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]


def words(annotations: Annotations) -> set[str]:
    """All words that tell of an event."""
    return {text for e in annotations.events for text in (e.trigger.text, *(mention.text for mention in e.mentions))}


def test_how_far_an_index_was_down_is_what_happened(extract: Extract) -> None:
    """ "Was down 3 percent" reports a fall; "was down to earth" is no event."""
    found = extract("The Helsinki index was down 3.2 percent at noon on Tuesday.").events
    assert [e.trigger.text for e in found] == ["was down"]
    assert not words(extract("The new mayor was down to earth.", undated=True)) & {"was", "down", "was down"}


def test_an_order_that_is_won_and_the_order_after_it(extract: Extract) -> None:
    """An order that a firm wins is an event, and so is "the order" from then on; "in order to" is none."""
    text = "Meridian Aero won an order from Qandil Air on Monday. The order, worth $2 billion, covers 40 planes."
    assert {"order"} <= words(extract(text, undated=True))
    assert "order" not in words(extract("The clerk stood up in order to leave.", undated=True))


def test_this_is_told_again(extract: Extract) -> None:
    """ "This follows …" stands for what the sentence before told."""
    text = "Shares in Port Moro plunged on Monday. This follows a warning from the central bank."
    (plunge,) = [e for e in extract(text, undated=True).events if e.trigger.text == "plunged"]
    assert [mention.text for mention in plunge.mentions] == ["This"]
