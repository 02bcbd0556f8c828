"""From when to when: dates that are the ends of one stretch of time, "between January 2019 and June 2022", or a run."""

from __future__ import annotations

import re
from itertools import pairwise

from service.extraction.annotations import Dating, Precision, Time, is_day
from service.extraction.article import Article
from service.extraction.events.bounds import counted, day, past, shifted
from service.extraction.governors import POSTPONING

GAP = re.compile(r",?\s*(?:(?P<and>and)|(?:up\s+)?to|through|thru|until|till|[-–—])\s*(?:the\s+)?", re.IGNORECASE)
ENDED = re.compile(r"\s*(?:(?:that|which)\s+)?(?:ended|ending|to|through)\s+(?:on\s+)?", re.IGNORECASE)
AGAIN = re.compile(r",\s*(?:on|in)?\s*", re.IGNORECASE)
IN = re.compile(r",?\s+(?:in|on)\s+", re.IGNORECASE)
RUNNING = re.compile(r"\b(?:consecutive|straight|successive)\b", re.IGNORECASE)
BEGUN = re.compile(r",?\s*(?:from|(?:starting|beginning)(?:\s+on)?)\s+", re.IGNORECASE)
PRECISIONS: dict[str, Precision] = {"P1W": "week", "P1M": "month", "P3M": "quarter", "P1Y": "year"}
LISTED = re.compile(r",?\s*(?:and\s+)?(?:(?:in|on)\s+)?(?:the\s+)?", re.IGNORECASE)
AND = re.compile(r"\band\b", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
LONGEST_WORD = 12  # characters before the first end in which "between" stands
# Verbs of which the ends are two dates: "moved from Monday to Friday".
MOVING = POSTPONING | {"change", "switch"}


def stretches(article: Article, times: tuple[Time, ...]) -> dict[str, Dating]:
    """By the id of either end, the days from the first of the first to the last of the last.

    Only ends that follow each other count, joined by "to" and the like, or by "and" after "between".
    """
    text = article.text
    found = runs(text, times)
    for first, last in pairwise(times):
        if whole := ended(text, first, last) or begun(text, first, last):
            found[first.id] = whole
            continue
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


def is_elsewhere_told(text: str, time: Time) -> bool:
    """Whether it tells in another zone what was just told: "at 4:12 a.m. on Tuesday (2012 GMT Monday)"."""
    zoned = time.type == "TIME" and time.value[-1:] == "Z"
    return zoned and text[time.start - 1 : time.start] == "(" and text[time.end : time.end + 1] == ")"


def runs(text: str, times: tuple[Time, ...]) -> dict[str, Dating]:
    """By the id of each the days of dates that are listed and follow each other: "in March, April and May"."""
    found: dict[str, Dating] = {}
    listed: list[Time] = []
    for time, after in pairwise([*times, None]):
        if time is None or time.type != "DATE":
            continue
        listed.append(time)
        gap = LISTED.fullmatch(text, time.end, after.start) if after else None
        if after and gap and after.type == "DATE" and shifted(day(time.latest), 1) == day(after.earliest):
            continue
        if len(listed) > 1 and AND.search(text, listed[-2].end, time.start):
            whole = Dating(day(listed[0].earliest), day(time.latest), "other", "expression")
            found.update((each.id, whole) for each in listed)
        listed = []
    return found


def ended(text: str, first: Time, last: Time) -> Dating | None:
    """The days of "the three months ended June 30", "the year that ended on March 31"."""
    if first.type != "DURATION" or not is_day(last) or not ENDED.fullmatch(text, first.end, last.start):
        return None
    end = day(last.latest)
    start = past(first.value, shifted(end, 1))
    return Dating(start, end, PRECISIONS.get(first.value, "other"), "expression") if start else None


def begun(text: str, first: Time, last: Time) -> Dating | None:
    """The days of "for two days from Sunday"."""
    if first.type != "DURATION" or not is_day(last) or not BEGUN.fullmatch(text, first.end, last.start):
        return None
    start = day(last.latest)
    days = counted(first.value, start, -1) if start and first.value[-1] in "DW" else None
    return Dating(start, shifted(days[0], -1), "other", "expression") if days else None


def said_again(text: str, first: Time, last: Time) -> bool:
    """Whether a time that is counted is said once more by the calendar: "16 months later, in November 1993", "for a
    sixth consecutive month in June"."""
    if RUNNING.search(first.text):
        return last.type == "DATE" and IN.fullmatch(text, first.end, last.start) is not None
    counted_ = first.text.endswith(("later", "earlier", "before", "after")) and last.type == "DATE"
    return bool(counted_ and last.value[:4].isdigit() and AGAIN.fullmatch(text, first.end, last.start))
