"""What two expressions beside each other say together: ranges, "two hours and ten minutes", "the eve of Christmas"."""

from __future__ import annotations

import re
from dataclasses import replace

from service.extraction.records import record
from service.extraction.times import calendar
from service.extraction.times.drafts import Draft, fixed


@record
class Found:
    """A draft and where it stands: offsets into the text, and the rule that found it."""

    start: int
    end: int
    draft: Draft
    rule: str


RANGE_WORD = re.compile(r"\s*(?:(and|or)|(to|through|thru|until|till|[-–—]))\s*")


def share(text: str, found: list[Found]) -> list[Found]:
    """One year is said for both ends: "between April and June 2019", "March 20, 2023, to April 3".

    Where none is said, the last end lies after the first: "from Tuesday to Sunday", "from October to March".
    """
    shared = list(found)
    for i in range(len(shared) - 1):
        one, after = shared[i], shared[i + 1]
        gap = RANGE_WORD.fullmatch(text[one.end : after.start].lstrip(","))
        if not gap:
            continue
        if is_open(one.draft) and is_dated(after.draft):
            back = one.draft.value[4:] > after.draft.value[4:] and gap[2] is not None
            year = int(after.draft.value[:4]) - back
            shared[i] = replace(one, draft=dated_in(one.draft, year))
        elif is_dated(one.draft) and is_open(after.draft):
            ahead = after.draft.value[4:] < one.draft.value[4:] and gap[2] is not None
            year = int(one.draft.value[:4]) + ahead
            shared[i + 1] = replace(after, draft=dated_in(after.draft, year))
        elif gap[2] and is_end_of(one.draft, after.draft):
            shared[i + 1] = replace(after, draft=replace(after.draft, settle="following"))
    return shared


def is_open(draft: Draft) -> bool:
    """A month, or a day of one, without a year."""
    return draft.settle == "periodic" and draft.way is None and bool(OPEN_VALUE.fullmatch(draft.value))


def is_end_of(first: Draft, last: Draft) -> bool:
    """Whether both are weekdays, or both months or days without a year, so that the last counts from the first."""
    if first.type != "DATE" or last.way is not None or first.settle != last.settle:
        return False
    return (last.settle == "weekday" and last.count > 0 and last.unit == "") or is_open(last)


def is_dated(draft: Draft) -> bool:
    return draft.settle == "fixed" and bool(DATED_VALUE.fullmatch(draft.value))


def dated_in(draft: Draft, year: int) -> Draft:
    value = f"{year:04d}{draft.value[4:]}"
    return fixed(value) if calendar.bounds(value) else draft


OPEN_VALUE = re.compile(r"XXXX-\d\d(?:-\d\d)?")
DATED_VALUE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


BETWEEN_LENGTHS = re.compile(r",?\s+(?:and\s+)?")
LENGTH = re.compile(r"P(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?")
# Units from the longest to the shortest, with the mark of a clock's; each may be followed by the next.
SIZES = ("Y", "M", "W", "D", "TH", "TM", "TS")


def join_lengths(text: str, found: list[Found]) -> list[Found]:
    """One duration of "two hours and ten minutes", "a year, two months"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and one.draft.type == before.draft.type == "DURATION":
            value = added(before.draft.value, one.draft.value)
            if value and BETWEEN_LENGTHS.fullmatch(text[before.end : one.start]):
                joined[-1] = Found(before.start, one.end, fixed(value, "DURATION"), before.rule)
                continue
        joined.append(one)
    return joined


def added(first: str, second: str) -> str | None:
    """``PT2H10M`` of ``PT2H`` and ``PT10M``; None where the second unit is not one that goes into the first."""
    if not LENGTH.fullmatch(first) or not LENGTH.fullmatch(second):
        return None
    longer, shorter = last_unit(first), last_unit(second)
    if longer not in SIZES or shorter not in SIZES[SIZES.index(longer) + 1 :][:2]:
        return None
    return first + (second[1:] if longer[0] != "T" else second.removeprefix("PT"))


def last_unit(value: str) -> str:
    """The last unit of a duration: ``TM`` of ``PT2H10M``, ``M`` of ``P1Y2M``."""
    return ("T" if "T" in value else "") + value[-1]


BESIDE = re.compile(r"\b(?:the\s+)?(?:day\s+(?P<way>before|after)|eve\s+of)\s+\Z", re.IGNORECASE)
LONGEST_BESIDE = 24  # characters that are looked through before a time
# Rules whose expressions name one day.
DAYS = frozenset({"mdy", "dmy", "iso", "holiday", "weekday", "rel_weekday"})


def beside(text: str, found: list[Found]) -> list[Found]:
    """The day before or after the one that is named: "the eve of Diwali", "the day after Christmas"."""
    shifted = list(found)
    for i, one in enumerate(found):
        if one.rule not in DAYS or one.draft.type != "DATE":
            continue
        lowest = found[i - 1].end if i else 0
        match = BESIDE.search(text, max(lowest, one.start - LONGEST_BESIDE), one.start)
        if match:
            count = 1 if match["way"] and match["way"].lower() == "after" else -1
            draft = Draft("DATE", "XXXX-XX-XX", "beside", "D", count, parts=(one.draft,))
            shifted[i] = Found(match.start(), one.end, draft, one.rule)
    return shifted
