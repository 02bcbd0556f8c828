"""Ranges of two expressions: what one end says of the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from service.extraction.times import calendar
from service.extraction.times.drafts import Draft, fixed


@dataclass(frozen=True, slots=True)
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
    if first.type != "DATE" or last.way is not None or not first.settle == last.settle:
        return False
    return (last.settle == "weekday" and last.count > 0 and last.unit == "") or is_open(last)


def is_dated(draft: Draft) -> bool:
    return draft.settle == "fixed" and bool(DATED_VALUE.fullmatch(draft.value))


def dated_in(draft: Draft, year: int) -> Draft:
    value = f"{year:04d}{draft.value[4:]}"
    return fixed(value) if calendar.bounds(value) else draft


OPEN_VALUE = re.compile(r"XXXX-\d\d(?:-\d\d)?")
DATED_VALUE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
