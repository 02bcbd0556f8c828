"""Which way a clause looks: at what has happened, or at what is to come."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.syntax import auxiliaries, is_verb

FUTURE_AUXILIARIES = {"will", "shall", "'ll", "’ll", "wo", "ll"}
PLANNING = {"plan", "schedule", "expect", "due", "set", "intend", "hope", "aim", "slate", "propose", "agree", "promise", "vow"}
PREPOSITIONS = {"since": -1, "until": 1, "till": 1, "through": 1, "by": 1}
PARTS_OF_TIME = {"morning", "afternoon", "evening", "night", "p.m.", "a.m.", "noon", "midnight", "january", "february", "march", "april",
                 "may", "june", "july", "august", "september", "october", "november", "december"}
REPORTING = {"say", "tell", "announce", "report", "add", "note", "predict", "warn", "estimate", "state"}
SCHEDULING = {"schedule", "slate", "postpone", "delay", "adjourn", "reschedule"}
STEPS = 6


def clause_way(token: Token) -> int:
    """-1 where the clause of the token is past, 1 where it is future, 0 where it is neither."""
    while token.dep_ in {"compound", "nummod"} and token.head.lower_ in PARTS_OF_TIME:
        token = token.head
    if token.dep_ in {"compound", "nmod", "amod", "poss"}:
        return 0
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        return 1
    verb = first_verb(token)
    if token.dep_ == "pobj" and (way := PREPOSITIONS.get(token.head.lower_)) is not None:
        return -1 if verb is not None and is_pluperfect(verb) else way
    for step in range(STEPS):
        if verb is None:
            return 0
        way = verb_way(verb)
        if way is not None:
            # What was said on a day says nothing of the day that the words speak of.
            return 0 if step and verb.lemma_ in REPORTING else way
        verb = first_verb(verb.head) if verb.head.i != verb.i else None
    return 0


def first_verb(token: Token) -> Token | None:
    """The token itself or the nearest verb above it."""
    for _ in range(40):
        if is_verb(token) and token.tag_ != "MD":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def verb_way(verb: Token) -> int | None:
    """The direction of one verb; None where its governor must say."""
    helpers = auxiliaries(verb)
    words = {helper.lower_ for helper in helpers}
    if words & FUTURE_AUXILIARIES:
        return 1
    if verb.lemma_ in SCHEDULING and verb.tag_ in {"VBD", "VBN"}:
        return 1
    if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
        return -1
    if verb.tag_ == "VB" and "to" in words:
        governor = verb.head
        if is_pluperfect(governor):
            return -1
        if governor.lower_ in {"going", "due", "set"} or governor.lemma_ in PLANNING:
            return 1
        if governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP"}:
            return 1
        return None
    if words & {"may", "should", "can", "must"}:
        return 1
    if words & {"would", "could", "might"}:
        return 1 if verb.tag_ == "VBG" else 0
    if words & {"has", "have", "'ve", "’ve", "having", "'s"} and verb.tag_ == "VBN":
        return -1
    if verb.tag_ in {"VBG", "VBN"} and not helpers:
        return -1 if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "amod"} else None
    if verb.tag_ == "VBG":
        return 1 if words & {"is", "are", "'s", "am", "’s", "be"} else None
    if verb.tag_ in {"VBZ", "VBP"} or any(helper.tag_ in {"VBZ", "VBP"} for helper in helpers):
        return 0
    return None


def is_pluperfect(verb: Token) -> bool:
    """"had filed", "had been due"."""
    return any(child.lower_ in {"had", "'d", "’d"} and child.dep_ in {"aux", "auxpass"} for child in verb.children) and verb.tag_ == "VBN"
