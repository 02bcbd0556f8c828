"""Readers of calendar dates: days, months, years, decades, centuries, and ranges of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from service.extraction.times import numbers
from service.extraction.times.calendar import day
from service.extraction.times.drafts import Draft, fixed, periodic
from service.extraction.times.matches import (
    LEXICON,
    MONTHS,
    WEEKDAYS,
    Match,
    day_number,
    direction,
    month_day,
    month_of,
    reads,
    told_or_published,
    unit_of,
    year_value,
)

# "The Sept. 11 attacks" are those of 2001.
TERROR = frozenset({"attacks", "attack", "terror", "terrorist", "terrorists", "hijackers", "hijackings"})


@reads("iso")
def read_iso(m: Match) -> Draft | None:
    date_part, _, clock = m.word("iso").upper().partition("T")
    year, month, number = (int(part) for part in date_part.split("-"))
    exact = day(year, month, number)
    if not exact:
        return None
    return fixed(f"{exact.isoformat()}T{clock}", "TIME") if clock else fixed(exact.isoformat())


@reads("numeric")
def read_numeric(m: Match) -> Draft | None:
    """12/31/1999 (American), 31/12/1999 and 31.12.1999 (the rest of the world), 1999/12/31."""
    text = m.word("numeric")
    dotted = "." in text
    first, second, third = re.split(r"[/.]", text)
    if len(first) > 2:
        year, month, number = first, int(second), int(third)
        if len(first) != 4:
            return None
    else:
        year = third if len(third) == 4 else (year_value([third]) or "") if len(third) == 2 else ""
        month, number = (int(first), int(second))
        if dotted or m.lexemes.day_first:
            month, number = number, month
        if month > 12 and not dotted:
            month, number = number, month
    exact = day(int(year), month, number) if year else None
    return fixed(exact.isoformat()) if exact else None


@reads("mdy", "dmy", "dashed")
def read_day(m: Match) -> Draft | None:
    number, month = day_number(m.words("day") or m.words("day_word")), month_of(m, "month")
    after = m.lexemes.words[m.match.end() : m.match.end() + 3]
    if (month, number) == (9, 11) and not m.words("year") and not TERROR.isdisjoint(after):
        return fixed("2001-09-11")
    found = month_day(year_value(m.words("year")), month, number)
    weekday = WEEKDAYS[m.word("weekday")[:3]] if m.words("weekday") else 0
    return replace(found, count=weekday) if found and found.settle == "periodic" else found


@reads("day_and")
def read_day_and(m: Match) -> Draft | None:
    """The first day of "7 and 8 October"."""
    words = m.lexemes.words[m.match.end() : m.match.end() + 7]
    month = next((MONTHS[word[:3]] for word in words if word[:3] in MONTHS and len(word) > 2), None)
    return month_day(None, month, day_number(m.words("day"))) if month else None


@reads("and_day")
def read_and_day(m: Match) -> Draft | None:
    """The second day of "April 24 and 25"."""
    words = m.lexemes.words[max(0, m.match.start() - 6) : m.match.start()]
    month = next((MONTHS[word[:3]] for word in reversed(words) if word[:3] in MONTHS), None)
    return month_day(None, month, day_number(m.words("day"))) if month else None


@reads("range_mdd", "range_ddm")
def read_day_range(m: Match) -> Draft | None:
    year, month = year_value(m.words("year")), month_of(m, "month")
    first, last = day_number(m.words("day")), day_number(m.words("day2"))
    low, high = month_day(year, month, first), month_day(year, month, last)
    if low is None or high is None or first is None or last is None or first >= last:
        return None
    return Draft("DATE", f"{low.value}/{high.value}", "range", parts=(low, high))


@reads("range_mmy")
def read_month_range(m: Match) -> Draft | None:
    year, first, last = year_value(m.words("year")), month_of(m, "month"), month_of(m, "month2")
    return fixed(f"{year}-{first:02d}/{year}-{last:02d}") if year and first < last else None


@reads("range_years")
def read_year_range(m: Match) -> Draft | None:
    first, last = m.word("year"), m.word("year2")
    last = first[:2] + last if len(last) == 2 else last
    return fixed(f"{first}/{last}") if len(last) == 4 and first < last and int(last) - int(first) < 200 else None


@reads("my")
def read_month_year(m: Match) -> Draft | None:
    year = year_value(m.words("year"))
    return fixed(f"{year}-{month_of(m, 'month'):02d}") if year else None


@reads("m")
def read_month(m: Match) -> Draft:
    return periodic(f"XXXX-{month_of(m, 'month'):02d}")


@reads("m_rel")
def read_month_of(m: Match) -> Draft | None:
    """As in "March of that year", "3 March last year"."""
    rel, value = m.words("rel"), f"XXXX-{month_of(m, 'month'):02d}"
    if number := m.words("day") or m.words("before"):
        found = month_day(None, month_of(m, "month"), day_number(number))
        if found is None or unit_of(m.words("unit")) != "Y":
            return None
        value = found.value
    anchor: Literal["published", "context"] = "context" if {"that", "the"} & set(rel) else "published"
    return Draft("DATE", value, "shift", "Y", direction(rel), anchor, tail="month")


@reads("rel_month")
def read_rel_month(m: Match) -> Draft | None:
    year = year_value(m.words("year"))
    if m.words("day"):
        found = month_day(year, month_of(m, "month"), day_number(m.words("day")))
        return periodic(found.value, direction(m.words("rel"))) if found and found.settle == "periodic" else found
    if year:
        return fixed(f"{year}-{month_of(m, 'month'):02d}")
    return told_or_published(f"XXXX-{month_of(m, 'month'):02d}", m.words("rel"))


@reads("year", "the_year", "shortyear", "year_words")
def read_year(m: Match) -> Draft | None:
    value = year_value(m.words("year"))
    return fixed(value) if value else None


@reads("fiscal_short")
def read_fiscal_short(m: Match) -> Draft | None:
    """As in "FY23": no other word stands before two digits of a year."""
    year = year_value(m.words("year")) if m.all[0] == "fy" else None
    return fixed(year) if year else None


@reads("decade", "half_decade")
def read_decade(m: Match) -> Draft:
    word = m.word("decade").lstrip("'’‘`")
    if word[:1].isdigit():
        digits = re.sub(r"\D", "", word)
        return fixed(digits[:3] if len(digits) == 4 else f"19{digits[0]}")
    names = LEXICON["words"]["DECADEWORD"]
    return fixed(f"19{names.index(word) + 2}")


@reads("century", "first_of_two", "half_century")
def read_century(m: Match) -> Draft | None:
    nth = numbers.ordinal(m.words("ord"))
    if not nth or m.word("unit") not in {"century", "centuries"} or not 1 <= nth <= 21:
        return None
    return fixed(f"{nth - 1:02d}")
