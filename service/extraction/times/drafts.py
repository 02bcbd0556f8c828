"""What a time expression says before anything settles it: the first of the two steps to a value.

A Draft is printable at once (`value`, with X for what the words leave open) and says how it may be settled.
"""

from __future__ import annotations

from typing import Literal

from service.extraction.annotations import TimeType
from service.extraction.records import record

Settle = Literal[
    "fixed",
    "periodic",
    "weekday",
    "holiday",
    "shift",
    "later",
    "context",
    "clock",
    "range",
    "comparison",
    "dated",
    "around",
    "following",
    "nth",
    "beside",
    "overnight",
    "minutes",
    "edge",
    "next",
    "new_year",
    "school_year",
    "weeks_ago",
]


@record
class Draft:
    """An underspecified time.

    Args:
        type: TIMEX3 type.
        value: what the words alone say: ``XXXX-03-20``, ``XXXX-WXX-5``, ``P2Y``, ``PRESENT_REF``.
        settle: how it may be settled.
            ``fixed``: nothing to do.
            ``periodic``: the year is missing.
            ``weekday``: the week is missing; `count` is the ISO weekday.
            ``holiday``: `unit` is its name in the lexicon.
            ``shift``: the grain `unit`, `count` grains from the anchor.
            ``context``: the last mention of the grain `unit`.
            ``clock``: the day is missing; `count` is 1 for the midnight that ends a stretch.
            ``dated``: a clock time on the day that `parts` names.
            ``around``: the grain `unit` that holds the day that `parts` names.
            ``range``: `parts` are the ends.
            ``edge``: the first (`count` 1) or last day of what `parts` names.
            ``next``: the next grain `unit`, after what was told last where the clause is past.
            ``overnight``: the night before the publication, or after it where the clause looks ahead.
            ``minutes``: `count` minutes from the clock time that was told last ("two hours later").
            ``weeks_ago``: so many weeks back, give or take half of one.
            ``new_year``: the year that is about to begin, or has just begun.
            ``school_year``: the year in which the school year ends.
            ``beside``: `count` days from the day that `parts` names.
            ``nth``: the weekday `count`, for the `way`-th time in the month that `parts` names; -1 is the last.
            ``following``: the first such weekday, month or day after the time before it, whose range it ends.
            ``comparison``: the quarter that is reported on, `count` years on ("a year earlier").
        anchor: the publication date, or the time that was spoken of last.
        way: -1 in the past, 1 in the future, 0 in the current one, None: ask the clause.
        tail: a part of the day or clock time to be put after a day.
    """

    type: TimeType
    value: str
    settle: Settle = "fixed"
    unit: str = ""
    count: int = 0
    anchor: Literal["published", "context"] = "published"
    way: int | None = None
    tail: str = ""
    parts: tuple[Draft, ...] = ()


PLACEHOLDER = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX",
    "SE": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX", "ML": "X",
}  # fmt: skip


def fixed(value: str, type: TimeType = "DATE") -> Draft:
    return Draft(type, value)


def shift(unit: str, count: int, anchor: Literal["published", "context"] = "published", tail: str = "") -> Draft:
    """A grain so many grains from the anchor, optionally a part of that day."""
    return Draft(
        "TIME" if tail else "DATE", PLACEHOLDER.get(unit, "XXXX") + tail, "shift", unit, count, anchor, tail=tail
    )


def context(unit: str, tail: str = "") -> Draft:
    return Draft(
        "TIME" if tail else "DATE", PLACEHOLDER.get(unit, "XXXX") + tail, "context", unit, 0, "context", tail=tail
    )


def periodic(value: str, way: int | None = None) -> Draft:
    return Draft("DATE", value, "periodic", way=way)


def duration(amount: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units; None is an unknown number of them.

    A half is written with the next smaller unit, as TimeBank does: P2Y6M, PT1M30S.
    """
    time = "T" if unit[0] == "T" or unit == "S" else ""
    letter = unit[1:] if unit[0] == "T" else unit
    scale = {"DE": 10, "F": 2}.get(unit, 1)
    letter = {"DE": "Y", "F": "W", "WE": "WE"}.get(unit, letter)
    if amount is None:
        return f"P{time}X{'DE' if unit == 'DE' else letter}"
    if unit == "CE" and amount != int(amount):
        scale, letter = 100, "Y"
    amount *= scale
    whole, rest = int(amount), amount - int(amount)
    halves = {"Y": "6M", "M": "15D" if not time else "30S", "H": "30M", "D": "T12H"}
    if rest == 0.5 and letter in halves:
        return f"P{time}{f'{whole}{letter}' if whole else ''}{halves[letter]}"
    return f"P{time}{whole if not rest else f'{amount:g}'}{letter}"
