"""Counting from a month or a year of which no day is known: what comes of it is no day either."""

from __future__ import annotations

from datetime import date, timedelta

from service.extraction.times import calendar
from service.extraction.times.context import Context
from service.extraction.times.drafts import Draft

COARSE = ("D", "W", "M", "Q", "H", "SE", "Y", "DE", "CE")
UNITS = frozenset({*COARSE, "WE"})
YEAR = timedelta(366)


def is_coarser(value: str | None, unit: str) -> bool:
    """Whether the value, or the first end of a range, is of a longer grain than the unit: a month than a day."""
    grain = calendar.grain_of((value or "").split("/")[0])
    return grain in COARSE and unit in UNITS and COARSE.index(grain) > COARSE.index({"WE": "W"}.get(unit, unit))


def finer_anchor(unit: str, context: Context) -> date | None:
    """The first day of the last value of that grain, or a shorter one, in the month or year that was told last.

    A year, or a month of long ago, told in an earlier paragraph is background: the story goes on from its own day.
    """
    whole = calendar.bounds(context.last or "")
    years = calendar.grain_of(context.last or "") in {"Y", "DE", "CE"}
    long_ago = whole and context.published and context.published - whole[1] > YEAR
    old = not context.fresh and (years or long_ago)
    for grain in COARSE[COARSE.index({"WE": "W"}.get(unit, unit)) :: -1]:
        found = calendar.bounds(context.by_grain.get(grain, ""))
        if found and whole and whole[0] <= found[0] and (found[0] <= whole[1] or old):
            return found[0]
    return None


def settle_spread(draft: Draft, context: Context) -> str | None:
    """Counted from a month or a year of which no day is known: "two days later", told of a September.

    The value is no more exact than its anchor; `context.spread` has the days that it may be.
    """
    whole = calendar.bounds(context.last or "")
    grain = calendar.grain_of((context.last or "").split("/")[0])
    first, last = (calendar.step(end, draft.unit, draft.count) for end in whole) if whole else (None, None)
    if not (grain and first and last):
        return None
    context.spread[:] = first, last
    value = calendar.at(first + (last - first) / 2, grain)
    return padded(value) + draft.tail if draft.tail else value


def padded(value: str) -> str:
    """The value with X for its day, which a clock time or a part of the day may follow: ``2021-09-XX``."""
    return value + "-XX" * {"M": 1, "Y": 2}.get(calendar.grain_of(value) or "", 0)
