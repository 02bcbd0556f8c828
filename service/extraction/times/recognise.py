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
    return found
