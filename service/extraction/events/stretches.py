"""From when to when: two dates that are the ends of one stretch of time, "between January 2019 and June 2022"."""

from __future__ import annotations

import re
from itertools import pairwise

from service.extraction.annotations import Dating, Time
from service.extraction.article import Article

GAP = re.compile(r",?\s*(?:(?P<and>and)|(?:up\s+)?to|through|thru|until|till|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
LONGEST_WORD = 12  # characters before the first end in which "between" stands
# Verbs of which the ends are two dates: "moved from Monday to Friday".
MOVING = frozenset({"move", "postpone", "delay", "reschedule", "shift", "change", "switch", "push", "bring"})


def stretches(article: Article, times: tuple[Time, ...]) -> dict[str, Dating]:
    """By the id of either end, the days from the first of the first to the last of the last.

    Only ends that follow each other count, joined by "to" and the like, or by "and" after "between".
    """
    text = article.text
    found: dict[str, Dating] = {}
    for first, last in pairwise(times):
        if first.type not in {"DATE", "TIME"} or last.type not in {"DATE", "TIME"} or first.id in found:
            continue
        gap = GAP.fullmatch(text, first.end, last.start)
        between = BETWEEN.search(text, max(0, first.start - LONGEST_WORD), first.start)
        if gap is None or bool(gap["and"]) != bool(between) or not first.earliest or not last.latest:
            continue
        earliest, latest = first.earliest[:10], last.latest[:10]
        if earliest < latest:
            found[first.id] = found[last.id] = Dating(earliest, latest, "other", "expression")
    return found
