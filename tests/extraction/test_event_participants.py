"""Participants of events where the tree does not hang them on the trigger: who is understood, and who is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations, Argument

Extract = Callable[..., Annotations]


def arguments(extract: Extract, text: str, trigger: str) -> tuple[Argument, ...]:
    """The arguments of the event that this word triggers."""
    found = extract(text, undated=True).events
    return next(each.arguments for each in found if each.trigger.text == trigger)


TAKING_PART = [  # text, trigger, role, the argument's text
    # a participle with a doer of its own, and one that is a headline's verb
    ("A bridge weakened by the flood collapsed on Monday.", "weakened", "patient", "A bridge"),
    ("She called the letter invented and spread by her rivals.", "spread", "patient", "the letter"),
    ("A law proposed by Lund and further amended by Vik passed on Monday.", "amended", "patient", "A law"),
    ("Two sailors rescued off Malta\n\nThe pair were picked up on Monday.", "rescued", "patient", "Two sailors"),
    ("Woman charged over Leeds fire\n\nShe is due in court on Monday.", "charged", "patient", "Woman"),
    ("Bridge closed after crash\n\nIt will reopen on Monday.", "closed", "patient", "Bridge"),
    ("How the siege ended\n\nIt took ten days.", "ended", "agent", "the siege"),
]


@pytest.mark.parametrize(("text", "trigger", "role", "expected"), TAKING_PART)
def test_who_takes_part(extract: Extract, text: str, trigger: str, role: str, expected: str) -> None:
    """Who is understood to do or undergo it is an argument in that role."""
    found = [(each.role, each.text) for each in arguments(extract, text, trigger)]
    assert (role, expected) in found, found


NOT_TAKING_PART = [  # text, trigger, who is no argument of it
    # conjoined with whom a clause is about
    ("Oslo thanked Amin, who resigned on Monday, and Cole.", "resigned", "Cole"),
    ("Voters know Lund, who built the bridge in May, and Vik.", "built", "Vik"),
    ("A letter found by the guard in May and a knife are missing.", "found", "a knife"),
]


@pytest.mark.parametrize(("text", "trigger", "name"), NOT_TAKING_PART)
def test_who_does_not_take_part(extract: Extract, text: str, trigger: str, name: str) -> None:
    """Who stands near it and has no part in it is no argument."""
    found = [(each.role, each.text) for each in arguments(extract, text, trigger)]
    assert name not in [text for _, text in found], found


def test_all_who_stand_before_the_verb_take_part(extract: Extract) -> None:
    """What is conjoined before the clause about both of them is of it."""
    found = arguments(extract, "Amin and Cole, who resigned on Monday, were thanked.", "resigned")
    assert [each.text for each in found] == ["Amin", "Cole"]
