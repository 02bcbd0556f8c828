"""Where the time expressions are: every match of the grammar, the longest where they overlap, less the false alarms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.extraction.article import Article
from service.extraction.times.drafts import Draft
from service.extraction.times.grammar import PATTERNS
from service.extraction.times.holidays import find_holidays
from service.extraction.times.lexemes import Lexemes
from service.extraction.times.normalise import READERS, Match
from service.extraction.times.screen import is_false_alarm


@dataclass(frozen=True, slots=True)
class Found:
    """A draft and where it stands: offsets into the text, and the rule that found it."""

    start: int
    end: int
    draft: Draft
    rule: str


def recognise(article: Article, lexemes: Lexemes) -> list[Found]:
    """The time expressions of the article by position, none overlapping another."""
    candidates: list[tuple[int, int, int, str, re.Match[str] | Draft]] = []
    for order, (rule, pattern) in enumerate(PATTERNS):
        for match in pattern.finditer(lexemes.classes):
            candidates.append((match.start(), -match.end(), order, rule, match))
    candidates += [(first, -last, -1, "holiday", draft) for first, last, draft in find_holidays(lexemes)]
    candidates.sort(key=lambda candidate: candidate[:3])
    found: list[Found] = []
    position = 0
    for first, negative_last, _, rule, what in candidates:
        last = -negative_last
        if first < position or last <= first:
            continue
        draft = what if isinstance(what, Draft) else READERS[rule](Match(lexemes, what))
        start, end = lexemes.starts[first], lexemes.ends[last - 1]
        if draft is None or is_false_alarm(article, lexemes, first, last, rule, draft):
            continue
        found.append(Found(start, end, draft, rule))
        position = last
    return join_clocks(article.text, found)


BETWEEN_CLOCK_AND_DAY = re.compile(r"[\s,(]{1,3}")
ON = re.compile(r"\s+on\s+")


def join_clocks(text: str, found: list[Found]) -> list[Found]:
    """"10 p.m. Tuesday" is one expression; "10 p.m. on Tuesday" are two, of which the first gets its day from the second."""
    joined: list[Found] = []
    for i, one in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        if joined and joined[-1].end >= one.end:
            continue
        if one.draft.settle == "clock" and after and after.draft.type == "DATE" and names_day(after.draft):
            gap = text[one.end : after.start]
            dated = Draft("TIME", after.draft.value + one.draft.tail, "dated", tail=one.draft.tail, parts=(after.draft,))
            if BETWEEN_CLOCK_AND_DAY.fullmatch(gap):
                joined.append(Found(one.start, after.end, dated, one.rule))
                continue
            if ON.fullmatch(gap):
                joined.append(Found(one.start, one.end, dated, one.rule))
                continue
        joined.append(one)
    return joined


def names_day(draft: Draft) -> bool:
    return draft.settle == "weekday" or (draft.settle in {"shift", "context"} and draft.unit == "D") or len(draft.value) == 10
