"""One happening told by two words is one event, and two happenings are two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]


def rows(extract: Extract, text: str) -> list[tuple[str, ...]]:
    """The words that tell of each event, its trigger first."""
    found = extract(text, undated=True).events
    return [(each.trigger.text, *(mention.text for mention in each.mentions)) for each in found]


ONE = [  # text, trigger, mention
    # the beginning or the end of an effort, and what begins
    ("The ferry began to sink on Monday.", "sink", "began"),
    ("Guards started firing on Monday.", "firing", "started"),
    ("Lund went on to win three medals in May.", "win", "went"),
    ("Two men managed to flee on Monday.", "flee", "managed"),
    # what a verb only brings about, or a participle says of its noun
    ("Kesko completed its merger with Otso on Monday.", "merger", "completed"),
    ("Farmers submitted a petition on Monday.", "petition", "submitted"),
    ("A lawsuit filed on Monday accuses the mayor.", "lawsuit", "filed"),
    ("Unesco published the results on Monday.", "results", "published"),
    ("The jet underwent repairs in May.", "repairs", "underwent"),
]


@pytest.mark.parametrize(("text", "trigger", "mention"), ONE)
def test_one_happening_is_one_event(extract: Extract, text: str, trigger: str, mention: str) -> None:
    """The word that says more is the trigger, the other a mention."""
    found = rows(extract, text)
    assert (trigger, mention) in found, found


TWO = [  # text, the triggers of two events
    ("Lund condemned the attack on Monday.", "condemned", "attack"),
    ("The court dismissed a lawsuit on Monday.", "dismissed", "lawsuit"),
    ("The storm delayed the election on Monday.", "delayed", "election"),
    ("Lund went to see the ruins in May.", "went", "see"),
    ("The court ordered Lund to pay on Monday.", "ordered", "pay"),
    ("Oman scheduled a meeting to discuss the port.", "meeting", "discuss"),
    ("The ferry did not begin to sink until Monday.", "begin", "sink"),
]


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_two_happenings_are_two_events(extract: Extract, text: str, first: str, second: str) -> None:
    """Each has a row of its own."""
    found = [row[0] for row in rows(extract, text)]
    assert first in found
    assert second in found
