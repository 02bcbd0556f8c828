"""Readers of quarters, halves and seasons, and of what is compared with them."""

from __future__ import annotations

from typing import Literal

from service.extraction.times import numbers
from service.extraction.times.drafts import Draft, context, fixed, periodic, shift
from service.extraction.times.matches import (
    MONTHS,
    SEASONS,
    Match,
    direction,
    month_of,
    reads,
    told_or_published,
    unit_of,
    year_value,
)


def span_value(m: Match, year: str = "XXXX") -> str | None:
    """A quarter or a half of a year: ``XXXX-Q3``."""
    nth = numbers.ordinal(m.words("ord"))
    span, most = ("H", 2) if m.word("span") in {"half", "halves"} else ("Q", 4)
    if nth == -1:
        nth = most
    return f"{year}-{span}{nth}" if nth and nth <= most else None


@reads("quarter")
def read_quarter(m: Match) -> Draft | None:
    year = year_value(m.words("year")) or year_value(m.words("before"))
    if m.word("ord") in {"last", "final"} and not (year or m.words("rel") or "half" in m.all):
        return shift("Q", -1)
    value = span_value(m, year or "XXXX")
    if value is None or (m.word("span") in {"half", "halves"} and not (year or m.words("rel") or "year" in m.all)):
        return None
    if m.words("rel"):
        return Draft("DATE", value, "shift", "Y", direction(m.words("rel")), tail="part")
    return fixed(value) if year else periodic(value)


OLDEST = "70"  # two digits from here on are a year of the last century


@reads("quarter_code")
def read_quarter_code(m: Match) -> Draft | None:
    """As in "Q3 2023", "2Q24", "H1", "Q3 last year"."""
    code = m.word("code").upper()
    value = code if code[0].isalpha() else code[1] + code[0]
    if value in {"H3", "H4"}:
        return None
    if m.words("rel"):
        return Draft("DATE", f"XXXX-{value}", "shift", "Y", direction(m.words("rel")), tail="part")
    year = m.word("year")
    if len(year) == 1:
        return None  # "Q1 7 million": a figure, no year
    if len(year) == 2:
        year = ("19" if year >= OLDEST else "20") + year
    return fixed(f"{year}-{value}") if year else periodic(f"XXXX-{value}")


@reads("month_quarter")
def read_month_quarter(m: Match) -> Draft | None:
    """As in "the January-March quarter"."""
    first, last = month_of(m, "month"), month_of(m, "month2")
    if first % 3 != 1 or last - first != 2:
        return None
    value, year = f"XXXX-Q{last // 3}", year_value(m.words("year"))
    if m.words("rel"):
        return Draft("DATE", value, "shift", "Y", direction(m.words("rel")), tail="part")
    return fixed(year + value[4:]) if year else periodic(value)


@reads("quarter_ended")
def read_quarter_ended(m: Match) -> Draft:
    """The quarter of "the quarter ended March 31", where it is one of the calendar's."""
    words = m.lexemes.words[m.match.end() : m.match.end() + 3]
    month = next((MONTHS[word[:3]] for word in words if word[:3] in MONTHS), 0)
    return (
        context("Q")
        if month % 3 or "fiscal" in m.all
        else periodic(f"XXXX-Q{month // 3}", -1 if "ended" in words else None)
    )


@reads("two_quarters")
def read_first_quarters(m: Match) -> Draft | None:
    amount, year = numbers.number(m.words("n")), m.word("year")
    return fixed(f"{year}-H1") if amount == 2 and "quarters" in m.all else None


@reads("rel_quarter")
def read_rel_quarter(m: Match) -> Draft | None:
    value = span_value(m)
    return Draft("DATE", value, "shift", "Y", direction(m.words("rel")), tail="part") if value else None


@reads("yearago_quarter", "quarter_ago", "compare_quarter", "rel_bare_quarter", "latest_quarter")
def read_comparison(m: Match) -> Draft | None:
    """The quarter that was spoken of, a year earlier: "the year-ago quarter"."""
    if not (set(m.all) & {"year", "latest"}) and not m.words("year"):
        return None
    if "latest" in m.all:
        return Draft("DATE", "XXXX-QX", "comparison", "Q", 0, "context")
    nth = numbers.ordinal(m.words("ord"))
    if nth and 1 <= nth <= 4:
        return Draft("DATE", f"XXXX-Q{nth}", "comparison", "Q", -1, "context", tail=f"Q{nth}")
    year = year_value(m.words("year"))
    if year:
        return Draft("DATE", f"{year}-QX", "comparison", "Q", 0, "context", tail=year)
    return Draft("DATE", "XXXX-QX", "comparison", "Q", direction(m.words("rel")) or -1, "context")


@reads("year_quarter")
def read_year_quarter(m: Match) -> Draft:
    return Draft("DATE", f"{m.word('year')}-QX", "comparison", "Q", 0, "context", tail=m.word("year"))


@reads("season")
def read_season(m: Match) -> Draft | None:
    year = year_value(m.words("year"))
    return fixed(f"{year}-{SEASONS[m.word('season')]}") if year else None


@reads("season_rel")
def read_season_of(m: Match) -> Draft | None:
    """As in "the spring of last year"."""
    if unit_of(m.words("unit")) != "Y":
        return None
    rel = m.words("rel")
    anchor: Literal["published", "context"] = "context" if {"that", "the"} & set(rel) else "published"
    return Draft("DATE", f"XXXX-{SEASONS[m.word('season')]}", "shift", "Y", direction(rel), anchor, tail="month")


@reads("rel_season", "the_season")
def read_rel_season(m: Match) -> Draft:
    value = f"XXXX-{SEASONS[m.word('season')]}"
    return told_or_published(value, m.words("rel")) if m.words("rel") else periodic(value)
