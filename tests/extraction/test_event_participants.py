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
    # with whom a verb goes: no infinitive, where it has a tense of its own; no object of another form
    ("Lund let two guests leave but is keeping the rest.", "keeping", "agent", "Lund"),
    ("The plan helps Chad grow and lifts its income.", "lifts", "agent", "The plan"),
    ("The nurse told them to wait and called a doctor.", "called", "agent", "The nurse"),
    ("The nurse told Ada to wait and call a doctor.", "call", "agent", "Ada"),
    ("The boy was found clinging to a branch.", "clinging", "agent", "The boy"),
    ("Lehto was elected promising to cut rents.", "promising", "agent", "Lehto"),
    ("The guard was found guilty of selling keys.", "selling", "agent", "The guard"),
    # whose the infinitive of a noun is, and who speaks in a document
    ("The court is weighing an attempt by Lund to block the sale.", "block", "agent", "Lund"),
    ("Chile welcomed the Danish plan to buy the port.", "buy", "agent", "Danish"),
    ("The mayor received an appeal to Kenya to lift the ban.", "lift", "agent", "Kenya"),
    ("Ghana made a plan to buy the port.", "buy", "agent", "Ghana"),
    ("Oman rejected an invitation to attend the summit.", "attend", "agent", "Oman"),
    ("Oman vetoed a resolution calling for a truce.", "calling", "agent", "a resolution"),
    ("Lund waited out a petition demanding a vote.", "demanding", "agent", "a petition"),
    ("The senate adopted a resolution calling for a truce.", "calling", "agent", "The senate"),
    # who is in a state
    ("Banks in Lima will stay closed on Monday.", "closed", "patient", "Banks in Lima"),
    ("Oman said on Monday that it was ready to talk.", "ready", "agent", "Oman"),
    ("Two shops that remained shuttered reopened on Monday.", "shuttered", "patient", "Two shops"),
    # numbers that stand for what they count
    ("The flood destroyed four of his barns in May.", "destroyed", "patient", "four of his barns"),
    ("A bus overturned on Monday, killing 12 and injuring 40.", "injuring", "patient", "40"),
    ("Oman will buy three of the ships.", "buy", "patient", "three of the ships"),
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
    # of the other form, and who only speaks of another's plan
    ("Lund let two guests leave but is keeping the rest.", "leave", "the rest"),
    ("He asked them not to shoot and begged his wife to come.", "shoot", "his wife"),
    ("The talk was interrupted by shouting.", "shouting", "The talk"),
    ("The chief backed efforts to sell the port.", "sell", "The chief"),
    ("The judge rejects a request to open the file.", "open", "The judge"),
    ("Hikers resisted attempts to close the path.", "close", "Hikers"),
    # a score, an age
    # whom the state is about
    ("Lund kept the shops in Lima closed on Monday.", "closed", "Lund"),
    # what a comma parts from the object stands in apposition to something
    ("Rebels opened fire at the gate, the first shots since May.", "fire", "the first shots"),
    ("Oman raised the tax to 5 riyals, a change that angered shopkeepers.", "raised", "a change"),
    ("Lund gave $5 million to Hope Now, a group he founded.", "gave", "a group"),
    ("Chile lost 1 – 2 to Peru on Monday.", "lost", "1"),
    ("Lund turned 80 on Monday.", "turned", "80"),
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


NAMED = [  # text, trigger, the argument's text, the name of its entity
    ("Her rival, Ada Lund, conceded on Monday.", "conceded", "Her rival", "Ada Lund"),
    ("His wife, the painter Ada Lund, died in 2011.", "died", "His wife", "Ada Lund"),
    ("The company's owner, Borealis AB, sold the mine on Monday.", "sold", "The company's owner", "Borealis AB"),
    ("Its two rivals, Borealis AB and Kesko Oyj, met on Monday.", "met", "Its two rivals", None),
    ("Her plan for Leeds, Ada Lund said, failed on Monday.", "failed", "Her plan for Leeds", None),
]


@pytest.mark.parametrize(("text", "trigger", "argument", "name"), NAMED)
def test_a_name_in_apposition_says_who_it_is(
    extract: Extract, text: str, trigger: str, argument: str, name: str | None
) -> None:
    """Whom a phrase means is the entity named beside it, where it means one."""
    names = {each.id: each.name for each in extract(text, undated=True).entities}
    found = {each.text: each.entity for each in arguments(extract, text, trigger)}
    entity = found[argument]
    assert (names[entity] if entity else None) == name
