"""From the words of a match to a Draft: one reader a rule of the grammar.  A reader may refuse (None)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from service.extraction.times import numbers
from service.extraction.times.calendar import day
from service.extraction.times.drafts import PLACEHOLDER, Draft, context, duration, fixed, periodic, shift
from service.extraction.times.lexemes import ZONES, Lexemes
from service.lexicons import load

LEXICON = load("times")
MONTHS = {word[:3]: i for i, word in enumerate(LEXICON["words"]["MONTH"], 1)}
WEEKDAYS = {word[:3]: i for i, word in enumerate(LEXICON["words"]["WEEKDAY"], 1)}
PARTS: dict[str, str] = LEXICON["parts"]
SEASONS: dict[str, str] = LEXICON["seasons"]
UNITS: dict[str, str] = LEXICON["units"]
PAST_WORDS = {"last", "past", "previous", "preceding", "latest"}
NEXT_WORDS = {"next", "coming", "upcoming", "following", "ensuing"}
CONTEXT_WORDS = {"previous", "preceding", "following", "ensuing", "same", "that"}


class Match:
    """One match of one rule, by the words of its groups."""

    def __init__(self, lexemes: Lexemes, match: re.Match[str]) -> None:
        self.lexemes = lexemes
        self.match = match

    def words(self, name: str) -> list[str]:
        first, last = self.match.span(name) if name in self.match.re.groupindex else (-1, -1)
        return self.lexemes.words[first:last] if first >= 0 else []

    def word(self, name: str) -> str:
        return next(iter(self.words(name)), "")

    @property
    def all(self) -> list[str]:
        return self.lexemes.words[self.match.start() : self.match.end()]


Reader = Callable[[Match], Draft | None]
READERS: dict[str, Reader] = {}


def reads(*rules: str) -> Callable[[Reader], Reader]:
    """Register a reader for rules of the grammar."""

    def register(reader: Reader) -> Reader:
        READERS.update(dict.fromkeys(rules, reader))
        return reader

    return register


def unit_of(words: list[str]) -> str:
    """The TIMEX3 letter of a unit noun, singular or plural."""
    for word in reversed(words):
        for form in (word, word.removesuffix("s"), {"centuries": "century", "millennia": "millennium"}.get(word, word)):
            if form in UNITS:
                return UNITS[form]
    return "D"


def direction(words: list[str]) -> int:
    """-1 last, 1 next, 0 this."""
    if set(words) & PAST_WORDS:
        return -1
    return 1 if set(words) & NEXT_WORDS else 0


def year_value(words: list[str]) -> str | None:
    """Four digits of a year: "1999", "'99" (of 1930 … 2029), "nineteen ninety-nine"; None where none is meant."""
    if not words:
        return None
    first = words[0].lstrip("'’‘`")
    if len(words) == 1 and first.isdigit():
        if len(first) == 4:
            return first if first != "0000" else None
        return f"{1900 if int(first) >= 30 else 2000:d}"[:2] + f"{int(first):02d}"
    spelt = numbers.spelt_year(words) if words[0] in LEXICON["words"]["YEARWORD"] else whole(numbers.number(words))
    return f"{spelt:04d}" if spelt and 1000 <= spelt < 2100 else None


def whole(amount: float | None) -> int | None:
    return int(amount) if amount is not None and amount == int(amount) else None


def day_number(words: list[str]) -> int | None:
    first = words[0] if words else ""
    if first.isdigit() and len(first) <= 2:
        return int(first)
    return numbers.ordinal(words)


def month_day(year: str | None, month: int, number: int | None) -> Draft | None:
    """A day with its year, or with XXXX for it; None where no year has such a day."""
    if number is None or not day(2000, month, number):
        return None
    if year is None:
        return periodic(f"XXXX-{month:02d}-{number:02d}")
    exact = day(int(year), month, number)
    return fixed(exact.isoformat()) if exact else None


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
    """12/31/1999 (American), 31.12.1999 (the rest of the world), 1999/12/31."""
    text = m.word("numeric")
    dotted = "." in text
    first, second, third = re.split(r"[/.]", text)
    if len(first) > 2:
        year, month, number = first, int(second), int(third)
        if len(first) != 4:
            return None
    else:
        year = third if len(third) == 4 else (year_value([third]) or "") if len(third) == 2 else ""
        month, number = (int(second), int(first)) if dotted else (int(first), int(second))
        if month > 12 and not dotted:
            month, number = number, month
    exact = day(int(year), month, number) if year else None
    return fixed(exact.isoformat()) if exact else None


@reads("mdy", "dmy")
def read_day(m: Match) -> Draft | None:
    number = day_number(m.words("day") or m.words("day_word"))
    return month_day(year_value(m.words("year")), month_of(m, "month"), number)


def month_of(m: Match, group: str) -> int:
    return MONTHS[m.word(group)[:3]]


@reads("and_day")
def read_and_day(m: Match) -> Draft | None:
    """The second day of "April 24 and 25"."""
    words = m.lexemes.words[max(0, m.match.start() - 4) : m.match.start()]
    month = next((MONTHS[word[:3]] for word in reversed(words) if word[:3] in MONTHS), None)
    return month_day(None, month, day_number(m.words("day"))) if month else None


@reads("day_and")
def read_day_and(m: Match) -> Draft | None:
    """The first day of "7 and 8 October"."""
    words = m.lexemes.words[m.match.end() : m.match.end() + 7]
    month = next((MONTHS[word[:3]] for word in words if word[:3] in MONTHS and len(word) > 2), None)
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
def read_month_of(m: Match) -> Draft:
    return Draft("DATE", f"XXXX-{month_of(m, 'month'):02d}", "shift", "Y", direction(m.words("rel")), tail="month")


@reads("rel_month")
def read_rel_month(m: Match) -> Draft | None:
    year = year_value(m.words("year"))
    if m.words("day"):
        found = month_day(year, month_of(m, "month"), day_number(m.words("day")))
        return periodic(found.value, direction(m.words("rel"))) if found and found.settle == "periodic" else found
    if year:
        return fixed(f"{year}-{month_of(m, 'month'):02d}")
    return told_or_published(f"XXXX-{month_of(m, 'month'):02d}", m.words("rel"))


def told_or_published(value: str, rel: list[str]) -> Draft:
    """"Last March" counts from the publication, "that autumn" and "the following March" from the time spoken of."""
    anchor: Literal["published", "context"] = "context" if set(rel) & CONTEXT_WORDS else "published"
    return Draft("DATE", value, "periodic", anchor=anchor, way=direction(rel))


@reads("year", "the_year", "shortyear", "year_words")
def read_year(m: Match) -> Draft | None:
    value = year_value(m.words("year"))
    return fixed(value) if value else None


@reads("decade", "half_decade")
def read_decade(m: Match) -> Draft:
    word = m.word("decade").lstrip("'’‘`")
    if word[:1].isdigit():
        digits = re.sub(r"\D", "", word)
        return fixed(digits[:3] if len(digits) == 4 else f"19{digits[0]}")
    names = LEXICON["words"]["DECADEWORD"]
    return fixed(f"19{names.index(word) + 2}")


@reads("century")
def read_century(m: Match) -> Draft | None:
    nth = numbers.ordinal(m.words("ord"))
    if not nth or m.word("unit") != "century" or not 1 <= nth <= 21:
        return None
    return fixed(f"{nth - 1:02d}")


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


@reads("quarter_code")
def read_quarter_code(m: Match) -> Draft | None:
    """"Q3 2023", "2Q24", "H1"."""
    code = m.word("code").upper()
    value = code if code[0].isalpha() else code[1] + code[0]
    if value in {"H3", "H4"}:
        return None
    year = m.word("year")
    year = "20" + year if len(year) == 2 else year
    return fixed(f"{year}-{value}") if year else periodic(f"XXXX-{value}")


@reads("quarter_ended")
def read_quarter_ended(m: Match) -> Draft:
    """"The quarter ended March 31", where it is one of the calendar's."""
    words = m.lexemes.words[m.match.end() : m.match.end() + 3]
    month = next((MONTHS[word[:3]] for word in words if word[:3] in MONTHS), 0)
    return context("Q") if month % 3 or "fiscal" in m.all else periodic(f"XXXX-Q{month // 3}", -1 if "ended" in words else None)


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


@reads("rel_season", "the_season")
def read_rel_season(m: Match) -> Draft:
    value = f"XXXX-{SEASONS[m.word('season')]}"
    return told_or_published(value, m.words("rel")) if m.words("rel") else periodic(value)


@reads("today", "tonight")
def read_today(m: Match) -> Draft:
    word = m.word("word")
    count = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    part = "TNI" if word in {"tonight", "overnight"} else PARTS.get(m.word("part"), "")
    return shift("D", count, tail=part)


@reads("day_before")
def read_day_before(m: Match) -> Draft | None:
    steps = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}
    count = steps.get((m.word("way"), m.word("word")))
    return shift("D", count) if count else None


@reads("rel_unit", "rel_day")
def read_rel_unit(m: Match) -> Draft | None:
    rel, unit = m.words("rel"), unit_of(m.words("unit"))
    if unit in {"TM", "S", "TH"}:
        return fixed(duration(1, unit), "DURATION") if set(rel) & {"past", "last", "next", "coming", "final"} else None
    if set(rel) & {"past", "coming"} and "the" in m.all and "this" not in rel:
        return fixed(duration(1, unit), "DURATION")
    tail = PARTS.get(m.word("part"), "")
    if "that" in rel or "same" in rel:
        return context(unit, tail)
    if "present" in rel or "current" in rel:
        return shift(unit, 0)
    if "final" in rel or "closing" in rel or "opening" in rel or "initial" in rel:
        return None
    if "latest" in rel:
        return shift(unit, -1) if unit == "Q" else None
    if unit == "F":
        return fixed("P2W", "DURATION")
    told = set(rel) & CONTEXT_WORDS or ("next" in rel and unit == "D" and "the" in m.all)
    return shift(unit, direction(rel), "context" if told else "published", tail)


@reads("the_unit")
def read_the_unit(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit"))
    if unit == "TH" or unit == "F":
        return None
    if unit == "WE":
        return Draft("DATE", "XXXX-WXX-WE", "weekday", unit="WE", count=6)
    if "full" in m.all and unit == "Y":
        return shift("Y", 0)
    return context(unit) if unit in {"D", "Q"} else Draft("DATE", PLACEHOLDER[unit], "context", unit)


@reads("unit_before", "night_before")
def read_before(m: Match) -> Draft | None:
    """"The month before", counted from the time that was spoken of."""
    count = 1 if m.word("way") == "after" else -1
    if m.words("part"):
        return shift("D", count, "context", PARTS[m.word("part")])
    unit = unit_of(m.words("unit"))
    return shift(unit, count, "context") if unit in PLACEHOLDER else None


@reads("start_of")
def read_start(m: Match) -> Draft | None:
    """"the start of this year" is its first day; the end is left as wide as it is said."""
    rel, unit = m.words("rel"), unit_of(m.words("unit"))
    if unit not in {"Y", "M", "D"} or "that" in rel or "same" in rel:
        return context(unit) if unit in PLACEHOLDER else None
    if "end" in m.all or unit == "D":
        return context("D") if unit == "D" else shift(unit, direction(rel))
    return Draft("DATE", PLACEHOLDER[unit], "shift", unit, direction(rel), tail="start")


@reads("consecutive")
def read_consecutive(m: Match) -> Draft | None:
    """"For a third consecutive day" is said on that day."""
    if not m.words("unit2") and not set(m.all) & {"consecutive", "straight", "successive"}:
        return None
    unit = unit_of(m.words("unit") or m.words("unit2"))
    return shift(unit, 0) if unit in {"D", "W", "M", "Y"} else None


@reads("week_of")
def read_week_of(m: Match) -> Draft | None:
    """"The week of March 6": the week in which that day lies."""
    inner = month_day(year_value(m.words("year")), month_of(m, "month"), day_number(m.words("day")))
    if inner is None or unit_of(m.words("unit")) != "W":
        return None
    return Draft("DATE", "XXXX-WXX", "around", "W", parts=(inner,))


@reads("over_units")
def read_over_units(m: Match) -> Draft | None:
    return fixed(duration(None, unit_of(m.words("unit"))), "DURATION") if m.all[0] == "over" else None


@reads("single_unit")
def read_single(m: Match) -> Draft | None:
    return fixed(duration(1, unit_of(m.words("unit"))), "DURATION") if "single" in m.all else None


@reads("year_ended")
def read_year_ended(m: Match) -> Draft | None:
    return fixed("P1Y", "DURATION") if m.word("unit") == "year" else None


@reads("weekday", "part_weekday", "rel_weekday")
def read_weekday(m: Match) -> Draft:
    number, part = WEEKDAYS[m.word("weekday")[:3]], PARTS.get(m.word("part"), "")
    rel = m.words("rel")
    way = direction(rel) if set(rel) - {"this"} else 1 if rel else None
    anchor = "context" if set(rel) & CONTEXT_WORDS else "published"
    return Draft("TIME" if part else "DATE", f"XXXX-WXX-{number}{part}", "weekday", count=number, way=way, tail=part,
                 anchor="context" if anchor == "context" else "published")  # fmt: skip


@reads("weekday_of")
def read_weekday_of(m: Match) -> Draft:
    number = WEEKDAYS[m.word("weekday")[:3]]
    return Draft("DATE", f"XXXX-WXX-{number}", "shift", "W", direction(m.words("rel")), tail=f"-{number}")


@reads("part")
def read_rel_part(m: Match) -> Draft:
    rel, tail = m.words("rel"), PARTS[m.word("part")]
    if "that" in rel or "same" in rel:
        return context("D", tail)
    return shift("D", direction(rel), "context" if "the" in rel else "published", tail)


@reads("ago", "bare_ago")
def read_ago(m: Match) -> Draft | None:
    unit, way = unit_of(m.words("unit")), m.word("way")
    if m.match.re.groupindex.get("n") is None or set(m.words("n")) & set(LEXICON["words"]["FEW"]):
        return fixed("PAST_REF" if way in {"ago", "earlier", "back"} else "FUTURE_REF") if unit != "TM" else None
    amount = 1.0 if set(m.words("n")) <= {"a", "an", "one"} else numbers.number(m.words("n"))
    if amount is None:
        return None
    if unit in {"TH", "TM", "S"}:
        return fixed(duration(amount, unit), "DURATION") if way != "ago" else fixed("PAST_REF")
    count = -round(amount) if way in {"ago", "earlier", "back", "before"} else round(amount)
    if unit == "Y" and count == -1 and way == "ago":
        return Draft("DATE", "XXXX", "comparison", "Y", count)
    if unit == "W" and abs(count) == 1:
        unit, count = "D", 7 * count
    if way in {"ago", "hence", "from"}:
        return shift(unit, count)
    if unit == "Y" and abs(count) == 1:
        return Draft("DATE", "XXXX", "comparison", "Y", count, "context")
    return shift(unit, count, "context")


@reads("unit_end")
def read_unit_end(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit"))
    if unit == "Y":
        return periodic("XXXX-12-31")
    return Draft("DATE", PLACEHOLDER[unit], "context", unit) if unit == "M" else None


@reads("past_n")
def read_past_n(m: Match) -> Draft:
    return fixed(duration(numbers.number(m.words("n")), unit_of(m.words("unit"))), "DURATION")


@reads("past_range", "duration")
def read_duration(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit"))
    first = m.words("n")
    if "old" in m.all:
        return None
    amount = 1.0 if first and set(first) <= {"a", "an", "one"} else numbers.number(first)
    if "half" in m.words("half") or "half" in m.words("half2"):
        amount = amount + 0.5 if amount is not None else None
    if m.words("half") and amount is not None and unit in {"Y", "M", "D"}:
        return fixed(f"P{amount:g}{unit}", "DURATION")
    if unit == "S" and m.word("unit") == "second":
        return None
    return fixed(duration(amount, unit), "DURATION")


@reads("half_unit")
def read_half(m: Match) -> Draft:
    amount, unit = numbers.number(m.words("n")), unit_of(m.words("unit"))
    if amount is not None and unit in {"Y", "M", "D"}:
        return fixed(f"P{amount + 0.5:g}{unit}", "DURATION")
    return fixed(duration((amount or 0) + 0.5, unit), "DURATION")


@reads("vague_units")
def read_vague_units(m: Match) -> Draft:
    rel, unit = m.word("rel"), unit_of(m.words("unit"))
    if rel == "recent" and unit in {"Y"}:
        return fixed("PAST_REF")
    if rel == "future" or (rel == "coming" and "the" not in m.all):
        return fixed("FUTURE_REF")
    if rel in {"past", "last"} and "the" not in m.all:
        return fixed("PAST_REF")
    return fixed(duration(None, unit), "DURATION")


@reads("units_ahead", "bare_units", "unit_long")
def read_units(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit"))
    one = "long" in m.all and not m.word("unit").endswith("s")
    return fixed(duration(1 if one else None, unit), "DURATION") if "old" not in m.all else None


@reads("daily")
def read_daily(m: Match) -> Draft | None:
    values = {
        "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
        "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "fortnightly": "P2W", "biweekly": "P2W", "bimonthly": "P2M",
        "biannually": "P6M", "semiannually": "P6M", "weekdays": "XXXX-WXX", "weeknights": "XXXX-WXXTNI",
    }  # fmt: skip
    value = values.get(m.word("word"))
    return fixed(value, "SET") if value else None


@reads("each", "each_part", "frequency")
def read_each(m: Match) -> Draft | None:
    word, part = m.word("unit"), PARTS.get(m.word("part"), "")
    if not word:
        return fixed(f"XXXX-XX-XX{part}", "SET")
    if word[:3] in WEEKDAYS and word not in UNITS:
        return fixed(f"XXXX-WXX-{WEEKDAYS[word[:3]]}{part}", "SET")
    if word[:3] in MONTHS and word.removesuffix("s") not in UNITS:
        return fixed(f"XXXX-{MONTHS[word[:3]]:02d}", "SET")
    if word in SEASONS:
        return fixed(f"XXXX-{SEASONS[word]}", "SET")
    amount = numbers.number(m.words("n")) if m.match.re.groupindex.get("each") and m.words("n") else 1.0
    if "other" in m.all:
        amount = 2.0
    return fixed(duration(amount, unit_of([word])), "SET") if amount else None


@reads("weekdays")
def read_weekdays(m: Match) -> Draft:
    name = m.word("days") or m.word("weekday")
    part = PARTS.get(m.word("parts").removesuffix("s"), "")
    return fixed(f"XXXX-WXX-{WEEKDAYS[name[:3]]}{part}", "SET")


def clock_value(words: list[str], part: str = "") -> str | None:
    """``T17:30``, from "5:30 p.m.", "five o'clock", "17:30"; None where no clock shows it."""
    digits = re.findall(r"\d+", words[0]) or [str(int(numbers.number(words[:1]) or 0))]
    hour, minutes = int(digits[0]), digits[1:] or ["00"]
    meridiem = next((word[0] for word in words if word[0] in "ap" and word.rstrip(".").endswith("m")), "")
    if (meridiem or part) and not 1 <= hour <= 12:
        return None
    if meridiem == "p" or part in {"TAF", "TEV"} or (part == "TNI" and hour > 5):
        hour = hour % 12 + 12
    elif meridiem == "a":
        hour %= 12
    if hour > 24 or int(minutes[0]) > 59:
        return None
    return f"T{hour:02d}:{':'.join(minutes)}"


def zone_suffix(words: list[str]) -> str:
    """"Z" for UTC, "+08:00" for GMT+8; news leaves the other zones to the reader, and so does TimeBank."""
    for sign, hours in zip(words, words[1:], strict=False):
        if sign in {"+", "-", "–"} and hours.isdigit() and int(hours) <= 14 and set(words) & {"utc", "gmt"}:
            return f"{'+' if sign == '+' else '-'}{int(hours):02d}:00"
    return "Z" if set(words) & {"utc", "gmt", "z", "greenwich"} else ""


@reads("clock")
def read_clock(m: Match) -> Draft | None:
    if m.words("word"):
        return clock(PARTS[m.word("word")])
    if m.words("military"):
        digits = m.word("military")
        if not set(m.words("zone")) & (set(ZONES) | {"hours"}) or digits[:2] > "24" or digits[2:] > "59":
            return None
        return clock(f"T{digits[:2]}:{digits[2:]}{zone_suffix(m.words('zone'))}")
    value = clock_value(m.words("hour"))
    return clock(value + zone_suffix(m.all)) if value else None


def clock(tail: str) -> Draft:
    return Draft("TIME", f"XXXX-XX-XX{tail}", "clock", "D", tail=tail)


@reads("clock_part")
def read_clock_part(m: Match) -> Draft | None:
    words = m.words("hour")
    value = clock_value(words, PARTS.get(m.word("part") or m.word("part2") or m.word("night"), ""))
    return clock(value) if value else None


@reads("the_part")
def read_part(m: Match) -> Draft:
    return clock(PARTS[m.word("part")])


REFERENCES = {"now": "PRESENT_REF", "current": "PRESENT_REF", "recently": "PAST_REF",
              "the_past": "PAST_REF", "soon": "FUTURE_REF", "future": "FUTURE_REF"}  # fmt: skip


def read_reference(rule: str) -> Reader:
    draft = fixed(REFERENCES[rule])
    return lambda _: draft


READERS.update({rule: read_reference(rule) for rule in REFERENCES})
