"""How far from UTC the clock of a zone is.

The value of a clock time is local, as TIMEX3 has it, unless UTC is named; `earliest` and `latest` are moments, which
the zone makes exact: "5 p.m. EST" is 2024-01-05T17:00 and begins at 17:00-05:00.
"""

from __future__ import annotations

import re
from datetime import date

from service.extraction.times import calendar
from service.lexicons import load

TABLES = load("zones")
HOURS: dict[str, float] = TABLES["hours"]
DAYLIGHT = frozenset(TABLES["daylight"]["america"])
SHARED: dict[str, list[str]] = TABLES["shared"]
OTHERS: dict[str, list[str]] = TABLES["others"]
CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?\Z")
ZONE = re.compile("|".join(rf"\b{name.upper()}\b" for name in HOURS))
DAYLIGHT_SINCE = 2007  # the year of the rules that hold now
# Characters of the text that are asked for its country.
HEAD = 3000


def offset(words: str, value: str, text: str) -> str:
    """The distance from UTC, ``-05:00``, of the zone that the words of a clock time name, or nothing."""
    named = ZONE.search(words) if CLOCK.search(value) else None
    days = calendar.bounds(value) if named else None
    if named is None or days is None:
        return ""
    zone = named.group().lower()
    hours = HOURS[zone]
    if zone in SHARED and not is_proved(zone, text):
        return ""
    if zone in DAYLIGHT:
        if days[0].year < DAYLIGHT_SINCE:
            return ""
        hours += has_daylight_time(days[0])
    minutes = round(abs(hours) * 60)
    return f"{'-' if hours < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}"


def is_proved(zone: str, text: str) -> bool:
    """Whether the text speaks of one of the countries only that have a zone of this name."""
    text = text[:HEAD]
    return speaks_of(SHARED[zone], text) and not speaks_of(OTHERS[zone], text)


def speaks_of(words: list[str], text: str) -> bool:
    return bool(words) and re.search(rf"\b(?:{'|'.join(words)})\b", text, re.IGNORECASE) is not None


def has_daylight_time(day: date) -> bool:
    """Whether American clocks are an hour ahead on this day."""
    first, last = calendar.weekday_of_month(day.year, 3, 2, 7), calendar.weekday_of_month(day.year, 11, 1, 7)
    return first <= day < last
