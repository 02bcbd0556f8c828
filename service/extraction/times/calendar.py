"""The calendar behind TIMEX3 values: what a value covers, the value of a grain at a day, steps from one to the next.

Values are TIMEX3 strings: ``2023``, ``2023-03``, ``2023-03-17``, ``2023-W12``, ``2023-W12-WE``, ``2023-Q1``,
``2023-H1``, ``2023-SP``, ``202`` (a decade), ``20`` (a century), with a clock time or a part of the day after ``T``.
Grains are named by the letters of `GRAINS`.  Nothing here raises for a day outside the years 1 … 9999: such a value is
None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

# Day, week, weekend, month, quarter, half, season, year, decade, century, millennium.
GRAINS = ("D", "W", "WE", "M", "Q", "H", "SE", "Y", "DE", "CE", "ML")
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASONS = ("SP", "SU", "FA", "WI")
PART_HOURS = {
    "MO": (0, 12), "AF": (12, 18), "EV": (18, 24), "NI": (18, 24), "DT": (6, 18), "MI": (12, 12), "DA": (5, 7)
}  # fmt: skip
VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
)
CLOCK = re.compile(r"(\d\d)(?::?(\d\d)(?::?(\d\d))?)?(Z|[+-]\d\d(?::?\d\d)?)?")


def day(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def add_days(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def add_months(start: date, months: int) -> date | None:
    """The same day so many months on, or the last of that month."""
    if abs(months) > 120_000:
        return None
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def bounds(value: str) -> tuple[date, date] | None:
    """The first and last day of a value, without its clock time; of a range ``a/b`` from a to b; or None."""
    if "/" in value:
        first, last = (bounds(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    calendar_part = value.split("T", 1)[0]
    if calendar_part.isascii() and calendar_part.isdigit() and len(calendar_part) in {2, 3}:
        width = 10 ** (4 - len(calendar_part))
        low = int(calendar_part) * width
        return (date(max(low, 1), 1, 1), date(low + width - 1, 12, 31))
    match = VALUE.fullmatch(calendar_part)
    if not match or not calendar_part.isascii() or match["year"] == "0000":
        return None
    return year_part_bounds(int(match["year"]), match)


def year_part_bounds(year: int, match: re.Match[str]) -> tuple[date, date] | None:
    """The bounds of a value that `VALUE` matched."""
    if match["day"]:
        exact = day(year, int(match["month"]), int(match["day"]))
        return (exact, exact) if exact else None
    if match["month"]:
        return months_bounds(year, int(match["month"]), 1)
    if match["week"]:
        return week_bounds(year, int(match["week"]), match["weekday"])
    if match["quarter"]:
        return months_bounds(year, int(match["quarter"]) * 3 - 2, 3)
    if match["half"]:
        return months_bounds(year, int(match["half"]) * 6 - 5, 6)
    if match["season"]:
        return months_bounds(year, SEASON_MONTHS[match["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def months_bounds(year: int, month: int, count: int) -> tuple[date, date] | None:
    if not 1 <= month <= 12:
        return None
    first = date(year, month, 1)
    after = add_months(first, count)
    return (first, after - timedelta(days=1)) if after else (first, date(9999, 12, 31))


def week_bounds(year: int, week: int, weekday: str | None) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        if weekday == "WE":
            return monday + timedelta(days=5), monday + timedelta(days=6)
        if weekday:
            exact = monday + timedelta(days=int(weekday) - 1)
            return exact, exact
        return monday, monday + timedelta(days=6)
    except (ValueError, OverflowError):
        return None


def at(when: date, grain: str) -> str:
    """The value of the grain that holds the day: ``at(date(2023, 3, 17), "Q")`` is ``2023-Q1``."""
    year = f"{when.year:04d}"
    if grain == "D":
        return when.isoformat()
    if grain in {"W", "WE"}:
        iso = when.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if grain == "WE" else "")
    if grain == "M":
        return f"{year}-{when.month:02d}"
    if grain == "Q":
        return f"{year}-Q{(when.month + 2) // 3}"
    if grain == "H":
        return f"{year}-H{1 if when.month < 7 else 2}"
    if grain == "SE":
        season = SEASONS[(when.month // 3 - 1) % 4]
        return f"{when.year - (when.month < 3):04d}-{season}"
    return year[: {"DE": 3, "CE": 2, "ML": 1}.get(grain, 4)]


def step(when: date, grain: str, count: int) -> date | None:
    """The day so many grains on."""
    if abs(count) > 4_000_000:
        return None
    if grain in {"D", "W", "WE", "F"}:
        return add_days(when, count * {"D": 1, "F": 14}.get(grain, 7))
    months = {"M": 1, "Q": 3, "H": 6, "SE": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(grain)
    return add_months(when, count * months) if months else None


def grain_of(value: str) -> str | None:
    """The grain that a value is of; None for what has no place on the calendar."""
    head = value.split("T", 1)[0]
    if head.isdigit():
        return {2: "CE", 3: "DE", 4: "Y"}.get(len(head))
    match = VALUE.fullmatch(head)
    if not match:
        return None
    if match["week"]:
        return "W" if not match["weekday"] else "WE" if match["weekday"] == "WE" else "D"
    named = (("day", "D"), ("month", "M"), ("quarter", "Q"), ("half", "H"), ("season", "SE"))
    return next((grain for name, grain in named if match[name]), "Y")


def weekday_of_month(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth such weekday (1 = Monday) of a month; the last one where nth is -1."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def day_bounds(value: str) -> tuple[str | None, str | None]:
    """`earliest` and `latest` of a DATE, DURATION or SET: ISO dates, or two Nones."""
    found = bounds(value)
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)


def clock_bounds(value: str) -> tuple[str | None, str | None]:
    """`earliest` and `latest` of a TIME: ISO date-times, in the zone that the value names, or two Nones."""
    head, _, tail = value.partition("T")
    days = bounds(head)
    if "/" in value or not days or days[0] != days[1]:
        return None, None
    when = days[0].isoformat()
    if tail in PART_HOURS:
        low, high = PART_HOURS[tail]
        last = f"{when}T{high - 1:02d}:59:59" if high > low else f"{when}T{high:02d}:59:59"
        return f"{when}T{low:02d}:00:00", last
    match = CLOCK.fullmatch(tail)
    if not match:
        return f"{when}T00:00:00", f"{when}T23:59:59"
    hour, minute, second, zone = match[1], match[2], match[3], match[4] or ""
    if hour == "24":
        after = add_days(days[0], 1)
        exact = f"{after.isoformat()}T00:00:00{zone}" if after else None
        return exact, exact
    return (
        f"{when}T{hour}:{minute or '00'}:{second or '00'}{zone}",
        f"{when}T{hour}:{minute or '59'}:{second or ('00' if minute else '59')}{zone}",
    )


def ends(days: list[date], clock: bool) -> tuple[str, str]:
    """`earliest` and `latest` of what lies on one of the days from the first to the last of a list."""
    first, last = ("T00:00:00", "T23:59:59") if clock else ("", "")
    return days[0].isoformat() + first, days[-1].isoformat() + last
