"""What is on the calendar, by the words of its clause: due, likely, awaited, begun, put off, not before a day."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.syntax import auxiliaries
from service.lexicons import load

LISTS: dict[str, list[str]] = load("times")["tense"]
BE, PLANNING, PENDING, POSTPONING, HAPPENING, STARTING = (
    frozenset(LISTS[name]) for name in ("be", "planning", "pending", "postponing", "happening", "starting")
)
SOONER = frozenset({"sooner", "earlier"})
STEPS = 6


def is_due(verb: Token) -> bool:
    """As in "is due to chair a meeting on Friday", where the tagger took "chair" for a noun."""
    due = next((child for child in verb.children if child.dep_ == "acomp" and child.lower_ == "due"), None)
    if due is None or due.i + 2 >= len(due.doc) or due.nbor(1).lower_ != "to":
        return False
    return due.nbor(2).tag_ in {"NN", "VB", "VBP"}


def is_of_calendar(verb: Token) -> bool:
    """Whether its subject is yet to come: "should go ahead", "is likely to be put off", "is expected to win"."""
    if (complement := to_do(verb)) is not None:
        return verb.tag_ in {"VBZ", "VBP"} and complement.lemma_ in HAPPENING
    words = {helper.lower_ for helper in auxiliaries(verb)}
    if verb.tag_ == "VBN" and verb.lemma_ in PLANNING and words & BE:
        return True
    return "should" in words and "have" not in words and verb.lemma_ in HAPPENING


def to_do(verb: Token) -> Token | None:
    """What is likely to be done: the second verb of "is likely to go ahead"."""
    likely = next((child for child in verb.children if child.lower_ == "likely"), None) if verb.lemma_ == "be" else None
    return next((child for child in likely.children if child.dep_ == "xcomp"), None) if likely is not None else None


def starts(verb: Token, token: Token) -> bool:
    """As in "starting Monday", "beginning on Monday"."""
    above = token.head if token.dep_ == "pobj" else token
    begins = verb.tag_ == "VBG" and verb.lemma_ in STARTING and not auxiliaries(verb)
    return begins and (above.i == verb.i or above.head.i == verb.i)


def is_lower_bound(time: Token, word: str) -> bool:
    """As in "not before May", "no sooner than May", "no earlier than May"."""
    preposition = time.head.i
    if word == "before":
        return preposition > 0 and time.doc[preposition - 1].lower_ == "not"
    return (
        word == "than"
        and preposition > 1
        and time.doc[preposition - 1].lower_ in SOONER
        and time.doc[preposition - 2].lower_ in {"no", "not"}
    )


def is_of_awaited(time: Token, verb: Token) -> bool:
    """Whether the day is that of what is awaited, behind which it stands: "expects a ruling on Friday"."""
    above = time.head if time.dep_ == "pobj" else time
    if above.dep_ == "prep" and above.lower_ not in {"on", "for", "in"}:
        return False
    awaited = above.head
    return (awaited.i == verb.i and time.i > verb.i) or (awaited.dep_ == "dobj" and awaited.head.i == verb.i)


def is_put_off(noun: Token, verb: Token | None) -> bool:
    """As in "postponed Monday's vote": so it is to come."""
    return verb is not None and verb.lemma_ in POSTPONING and noun.dep_ in {"dobj", "nsubjpass"} and noun.head == verb


def is_to_come(child: Token) -> bool:
    """Whether a child of the verb is, or holds, a thing to come: "a wind warning", "for a strike"."""
    if child.dep_ == "prep":
        return any(noun.lemma_ in PENDING for noun in child.children)
    if child.dep_ != "dobj":
        return False
    # The parse often takes the wind for the object of "a wind warning for Kent".
    return child.lemma_ in PENDING or any(other.lower_ == "warning" for other in child.children)


def is_of_object(time: Token, verb: Token) -> bool:
    """Whether the time belongs to the verb or to its object, not to a reason: "has issued one after rain on Friday"."""
    above = time.head if time.dep_ == "pobj" else time
    for _ in range(STEPS):
        above = above.head
        if above.i == verb.i:
            return True
        if above.dep_ == "prep" and above.lower_ not in {"of", "for"}:
            return False
    return False
