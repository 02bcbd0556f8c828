"""The days of holidays, by the rules of the lexicon: of the civil calendar, of three churches, of the moon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from service.extraction.times.calendar import add_days, day, weekday_of_month
from service.lexicons import load

HOLIDAYS: dict[str, str] = load("holidays")["rules"]
MOON: dict[str, dict[int, list[date]]] = {}
for _name, _days in load("moon").items():
    MOON[_name] = {}
    for _day in map(date.fromisoformat, _days):
        MOON[_name].setdefault(_day.year, []).append(_day)
# Months that begin with one feast and end before another.
MONTHS = {"ramadan": "eid al-fitr"}


def occurrences(name: str, year: int) -> list[tuple[date, date]]:
    """The first and last day of a holiday, each time that it begins in the year; empty where that is not known."""
    rule = HOLIDAYS[name]
    if rule.startswith("moon:"):
        feast = rule.removeprefix("moon:")
        days = MOON[feast].get(year, [])
        return [(first, last_day(feast, first)) for first in days]
    found = holiday(name, year)
    return [(found, found)] if found else []


def value_of(first: date, last: date) -> str:
    """The TIMEX3 value of a holiday of one or more days."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def last_day(feast: str, first: date) -> date:
    """The last day of a month that is kept, or the day itself."""
    ends = [end for year in (first.year, first.year + 1) for end in MOON[MONTHS.get(feast, feast)].get(year, [])]
    return next((end - timedelta(days=1) for end in ends if end > first), first) if feast in MONTHS else first


def holiday(name: str, year: int) -> date | None:
    """The first day of a holiday in a year, by the rule that the lexicon has for it; None where it has none."""
    rule = HOLIDAYS[name]
    if not 1 < year < 9998:
        return None
    if rule.startswith("moon:"):
        return next(iter(MOON[rule.removeprefix("moon:")].get(year, [])), None)
    if rule in SPECIAL:
        return SPECIAL[rule](year)
    for calendar, begins in MOVABLE.items():
        if rule.startswith(calendar):
            return add_days(begins(year), int(rule.removeprefix(calendar)))
    if "/" in rule:
        month, nth, weekday = rule.split("/")
        weekday, _, plus = weekday.partition("+")
        return weekday_of_month(year, int(month), int(nth), int(weekday)) + timedelta(days=int(plus or 0))
    return day(year, int(rule[:2]), int(rule[3:]))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, number = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, number + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a day of ours (Meeus's Julian algorithm)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, number = divmod(d + e + 114, 31)
    between = year // 100 - year // 400 - 2
    return date(year, month, number + 1) + timedelta(days=between)


# The ordinal of the day before the Hebrew calendar's first (Dershowitz and Reingold, Calendrical Calculations).
HEBREW_EPOCH = -1373428


def rosh_hashanah(year: int) -> date:
    """The Hebrew new year that falls in autumn of the year, by the calendar's arithmetic and its postponements."""
    hebrew = year + 3761
    before, this, after = (conjunction(hebrew + step) for step in (-1, 0, 1))
    late = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(HEBREW_EPOCH + this + late + 1)


def conjunction(hebrew: int) -> int:
    """Days from the Hebrew calendar's first to the first new moon of the year, put off from Sundays and the like."""
    months = (235 * hebrew - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def passover(year: int) -> date:
    """The 15th of Nisan: 163 days before the new year that follows."""
    return rosh_hashanah(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """The 25th of Kislev: a day later where the month before it is a full one."""
    begins = rosh_hashanah(year)
    full = (rosh_hashanah(year + 1) - begins).days in {355, 385}
    return begins + timedelta(days=84 if full else 83)


def election(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    return weekday_of_month(year, 11, 1, 1) + timedelta(days=1)


def victoria(year: int) -> date:
    """The Monday before 25 May."""
    last = date(year, 5, 24)
    return last - timedelta(days=last.isoweekday() - 1)


SPECIAL: dict[str, Callable[[int], date]] = {"election": election, "victoria": victoria, "hanukkah": hanukkah}
MOVABLE: dict[str, Callable[[int], date]] = {
    "easter": easter, "orthodox": orthodox_easter, "jewish": rosh_hashanah, "passover": passover,
}  # fmt: skip
