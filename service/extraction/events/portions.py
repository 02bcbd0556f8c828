"""Which part of a month or a year is meant: "the first nine months of 2023", "the last week of May".

The part dates what is told of it, and the whole no longer does.
"""

from __future__ import annotations

import re
from itertools import pairwise

from service.extraction.annotations import Dating, Precision, Time
from service.extraction.article import Article
from service.extraction.events.bounds import counted, day, past, shifted

OF = re.compile(r"\s+(?:of|in)\s+", re.IGNORECASE)
TO = re.compile(r"\s+(?:to|through|ended|ending)\s+(?:the\s+end\s+of\s+)?", re.IGNORECASE)
EDGE = re.compile(r"(?:the\s+)?(?:(?P<first>first|opening)|(?P<last>last|final|closing))\b", re.IGNORECASE)
WEEK = re.compile(r"\b(first|second|third|last|final)\s+week\s+(?:of|in)\s+\Z", re.IGNORECASE)
BEFORE = 24  # characters before a month in which its week is named
WEEKS = {"first": 0, "second": 7, "third": 14}  # days of the month before it
PRECISIONS: dict[str, Precision] = {"P1W": "week", "P1M": "month", "P3M": "quarter", "P1Y": "year"}
MONTH = re.compile(r"\d{4}-\d\d")


def portions(article: Article, times: tuple[Time, ...]) -> tuple[dict[str, Dating], set[str]]:
    """By the id of their expression the days of the parts, and the ids of the wholes."""
    text = article.text
    found: dict[str, Dating] = {}
    wholes: set[str] = set()
    for length, whole in pairwise(times):
        if length.type != "DURATION" or whole.type != "DATE" or not whole.earliest:
            continue
        part = None
        if OF.fullmatch(text, length.end, whole.start):
            part = edge(length, whole)
        elif TO.fullmatch(text, length.end, whole.start) and MONTH.fullmatch(whole.value):
            part = up_to(length, whole)
        if part:
            found[length.id] = part
            wholes.add(whole.id)
    for time in times:
        if MONTH.fullmatch(time.value) and (part := week(text, time)):
            found[time.id] = part
    return found, wholes


def edge(length: Time, whole: Time) -> Dating | None:
    """The days with which the whole begins or ends; None where they are not told or are more than it has."""
    side = EDGE.match(length.text)
    earliest, latest = day(whole.earliest), day(whole.latest)
    if side is None or earliest is None or latest is None:
        return None
    if side["last"]:
        start = past(length.value, shifted(latest, 1))
        return dating(length, start, latest) if start and start >= earliest else None
    after = counted(length.value, earliest, -1)
    end = shifted(after[0], -1) if after else None
    return dating(length, earliest, end) if end and end <= latest else None


def up_to(length: Time, whole: Time) -> Dating | None:
    """The days of "the nine months to September", that month among them."""
    end = day(whole.latest)
    start = past(length.value, shifted(end, 1))
    return dating(length, start, end) if start and end else None


def week(text: str, month: Time) -> Dating | None:
    """The days of "the first week of March"."""
    named = WEEK.search(text, max(0, month.start - BEFORE), month.start)
    if named is None:
        return None
    back = WEEKS.get(named[1].lower())
    start = shifted(day(month.latest), -6) if back is None else shifted(day(month.earliest), back)
    return Dating(start, shifted(start, 6), "week", "expression") if start else None


def dating(length: Time, earliest: str | None, latest: str | None) -> Dating:
    return Dating(earliest, latest, PRECISIONS.get(length.value, "other"), "expression")
