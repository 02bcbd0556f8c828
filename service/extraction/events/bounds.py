"""Arithmetic on dates and their bounds."""

from __future__ import annotations

import re
from datetime import date, timedelta

from service.extraction.annotations import Dating, Precision

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "one-year": 1, "two-year": 2, "five-year": 5, "ten-year": 10, "twentieth": 20, "fiftieth": 50,
}  # fmt: skip
LENGTH = re.compile(r"P(\d{1,4})([YMWD])")
HOURS = re.compile(r"PT(\d{1,4})H")


def day(value: str | None) -> str | None:
    return value[:10] if value else None


def shifted(value: str | None, days: int) -> str | None:
    """The day so many days later."""
    if value is None:
        return None
    try:
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def leading_number(word: str) -> int | None:
    """The number of "25th"."""
    found = re.match(r"(\d{1,3})(?:st|nd|rd|th)$", word)
    return int(found[1]) if found else None


def past(value: str, end: str | None) -> str | None:
    """The day on which a stretch of so long (a TIMEX3 duration) began that ends on the day `end`."""
    length, hours = LENGTH.fullmatch(value), HOURS.fullmatch(value)
    if end is None:
        return None
    if hours:
        return shifted(end, -((int(hours[1]) + 23) // 24))
    if length is None:
        return None
    number, unit = int(length[1]), length[2]
    last = date.fromisoformat(end)
    if unit in "YM":
        months = last.year * 12 + last.month - 1 - number * (12 if unit == "Y" else 1)
        return years_and_months(months, last.day)
    return shifted(end, -number * (7 if unit == "W" else 1))


def counted(value: str, start: str, sign: int) -> tuple[str, str] | None:
    """The first and last day of when it was a TIMEX3 duration before (`sign` 1) or after (-1) the day `start`.

    Days and weeks give a day; months and years, which nobody counts by the day, the month or the year.
    """
    length = LENGTH.fullmatch(value)
    if length is None:
        return None
    number, unit = int(length[1]) * sign, length[2]
    if unit in "DW":
        day_ = shifted(start, -number * (7 if unit == "W" else 1))
        return (day_, day_) if day_ else None
    then = date.fromisoformat(start)
    months = then.year * 12 + then.month - 1 - number * (12 if unit == "Y" else 1)
    first, last = (months - months % 12, months - months % 12 + 11) if unit == "Y" else (months, months)
    ends = years_and_months(first, 1), years_and_months(last, 31)
    return (ends[0], ends[1]) if ends[0] and ends[1] else None


def years_and_months(months: int, dom: int) -> str | None:
    """The day of the month `months` (counted from year 0), or the month's last where it is shorter."""
    for day_ in range(dom, 27, -1) if dom > 28 else (dom,):
        try:
            return date(months // 12, months % 12 + 1, day_).isoformat()
        except ValueError:
            continue
    return None


def years_before(value: str | None, years: int) -> str | None:
    """The same day so many years earlier."""
    if value is None:
        return None
    then = date.fromisoformat(value)
    return years_and_months((then.year - years) * 12 + then.month - 1, then.day)


def precision_of(value: str) -> Precision:
    """What the TIMEX3 value pins down."""
    head = value.split("T")[0]
    parts = head.split("-")
    if "/" in value or not parts[0].isdigit():
        return "other"
    if len(parts) == 1:
        sizes: dict[int, Precision] = {4: "year", 3: "decade", 2: "century"}
        return sizes.get(len(head), "other")
    if parts[1].startswith("W"):
        return "week" if len(parts) == 2 else "day" if parts[2].isdigit() else "other"
    if len(parts) == 2:
        return "quarter" if parts[1].startswith("Q") else "month" if parts[1].isdigit() else "other"
    return "day" if len(parts[2]) == 2 and parts[2].isdigit() else "other"


def overlap(a: Dating, b: Dating) -> bool:
    """Whether two dates may be of one event: neither ends before the other begins."""
    return not (
        (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest)
    )


def holds(wide: Dating, narrow: Dating) -> bool:
    """Whether all days of the second date are the first one's too; both have bounds."""
    return bool(
        wide.earliest
        and wide.latest
        and narrow.earliest
        and narrow.latest
        and wide.earliest <= narrow.earliest
        and narrow.latest <= wide.latest
    )


def opened(dating: Dating) -> bool:
    return dating.earliest is None or dating.latest is None


def width(dating: Dating) -> float:
    """Days from the first to the last; an open date is endless."""
    if dating.earliest is None or dating.latest is None:
        return float("inf")
    try:
        return (date.fromisoformat(dating.latest) - date.fromisoformat(dating.earliest)).days
    except ValueError:
        return float("inf")
