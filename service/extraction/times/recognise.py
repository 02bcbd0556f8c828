"""Where the time expressions are: every match of the grammar, the longest where they overlap, less the false alarms."""

from __future__ import annotations

import re
from dataclasses import replace

from service.extraction.article import Article
from service.extraction.times.drafts import Draft, fixed, shift
from service.extraction.times.grammar import NEEDS, PATTERNS
from service.extraction.times.holidays import find_holidays
from service.extraction.times.lexemes import Lexemes, condense
from service.extraction.times.normalise import READERS, Match
from service.extraction.times.ranges import Found, beside, join_lengths, share
from service.extraction.times.screen import heads_entry, is_false_alarm

# Of a date that no calendar has ("31 February 2020") no part is one, nor of "the Good Friday Agreement".
WHOLE = frozenset({"mdy", "dmy", "iso", "numeric", "holiday"})


def recognise(article: Article, lexemes: Lexemes) -> list[Found]:
    """The time expressions of the article by position, none overlapping another."""
    candidates: list[tuple[int, int, int, str, re.Match[str] | Draft]] = []
    holidays = find_holidays(lexemes)
    lexemes, place = condense(lexemes, [(first, last) for first, last, _ in holidays])
    present = set(lexemes.classes)
    for order, (rule, pattern) in enumerate(PATTERNS):
        if NEEDS[rule] and present.isdisjoint(NEEDS[rule]):
            continue
        matches = pattern.finditer(lexemes.classes)
        candidates.extend((match.start(), -match.end(), order, rule, match) for match in matches)
    candidates += [(place[first], -place[last - 1] - 1, -1, "holiday", draft) for first, last, draft in holidays]
    candidates.sort(key=lambda candidate: candidate[:3])
    found: list[Found] = []
    position = 0
    for first, negative_last, _, rule, what in candidates:
        last = -negative_last
        if first < position or last <= first:
            continue
        draft = what if isinstance(what, Draft) else READERS[rule](Match(lexemes, what))
        if lexemes.words[first] == "over" and article.token(lexemes.starts[first]).dep_ == "prep":
            first += 1  # "over three years" may say during, or more than
        if draft and rule == "duration" and last - first == 2 and is_rate(article, lexemes, first):
            draft = replace(draft, type="SET")
        if draft and rule == "duration" and is_someday(article, lexemes, first, last):
            draft = fixed("FUTURE_REF")
        start, end = lexemes.starts[first], lexemes.ends[last - 1]
        if draft and rule == "clock" and heads_entry(article.text, start, lexemes.ends[first]):
            draft = shift("D", 0, tail=draft.tail)  # of the day of the report, whatever day its text tells of
        if draft is None or is_false_alarm(article, lexemes, first, last, rule, draft):
            position = last if rule in WHOLE and (draft is None or rule == "holiday") else position
            continue
        found.append(Found(start, end, draft, rule))
        position = last
    text = article.text
    return join_clocks(text, beside(text, share(text, join_lengths(text, found))))


def is_rate(article: Article, lexemes: Lexemes, first: int) -> bool:
    """As in "$1.76 a year", "four flights a week"."""
    if lexemes.words[first] not in {"a", "an"}:
        return False
    unit = article.token(lexemes.starts[first + 1])
    before = article.doc[max(0, unit.i - 2)]
    return unit.dep_ == "npadvmod" and (before.tag_ in {"CD", "NNS", "$", "NN"})


def is_someday(article: Article, lexemes: Lexemes, first: int, last: int) -> bool:
    """As in "one day he will be king": of no day that is past."""
    if lexemes.words[first:last] != ["one", "day"]:
        return False
    day = article.token(lexemes.starts[last - 1])
    return day.dep_ == "npadvmod" and any(child.tag_ == "MD" for child in day.head.children)


BETWEEN_CLOCK_AND_DAY = re.compile(r"[\s,(]{1,3}|\s+of\s+")
BETWEEN_CLOCKS = re.compile(r"[\s,()]{1,4}(?:on\s+|of\s+)?")


def join_clocks(text: str, found: list[Found]) -> list[Found]:
    """One expression of "10 p.m. Tuesday"; of "10 p.m. on Tuesday" two, the first with the day of the second.

    Of "10:35 a.m. (0735 GMT) Friday" the first clock time too has the day.
    """
    joined: list[Found] = []
    for one in reversed(found):
        after = joined[-1] if joined else None
        day = day_after(after) if after and one.draft.settle == "clock" else None
        gap = text[one.end : after.start] if after and day else "?"
        if after and day and BETWEEN_CLOCKS.fullmatch(gap):
            draft = Draft("TIME", day.value + one.draft.tail, "dated", tail=one.draft.tail, parts=(day,))
            if after.draft.type == "DATE" and BETWEEN_CLOCK_AND_DAY.fullmatch(gap):
                joined[-1] = Found(one.start, after.end, draft, one.rule)
            else:
                joined.append(Found(one.start, one.end, draft, one.rule))
            continue
        joined.append(one)
    return joined[::-1]


def day_after(after: Found) -> Draft | None:
    """The day that the next expression names, or that a clock time there has got already."""
    if after.draft.settle == "dated":
        return after.draft.parts[0]
    return after.draft if after.draft.type == "DATE" and names_day(after.draft) else None


def names_day(draft: Draft) -> bool:
    return (
        draft.settle == "weekday"
        or (draft.settle in {"shift", "context"} and draft.unit == "D")
        or len(draft.value) == 10
    )
