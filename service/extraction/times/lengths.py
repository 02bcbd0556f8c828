"""Readers of durations and of sets."""

from __future__ import annotations

from service.extraction.times import numbers
from service.extraction.times.drafts import Draft, duration, fixed
from service.extraction.times.matches import MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS, Match, reads, unit_of


@reads("past_n")
def read_past_n(m: Match) -> Draft:
    return fixed(duration(numbers.number(m.words("n")), unit_of(m.words("unit"))), "DURATION")


@reads("past_range", "duration")
def read_duration(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit"))
    first = m.words("n")
    if "old" in m.all or (first and first[0] in {"a", "an"} and {"fiscal", "calendar"} & set(m.all)):
        return None
    amount = 1.0 if first and set(first) <= {"a", "an", "one"} else numbers.number(first)
    if "half" in m.words("half") or "half" in m.words("half2"):
        amount = amount + 0.5 if amount is not None else None
    if m.words("half") and amount is not None and unit in {"Y", "M", "D"}:
        return fixed(f"P{amount:g}{unit}", "DURATION")
    if unit == "S" and m.word("unit") == "second":
        return None
    if unit == "TH" and len(first) == 1 and len(first[0]) == 4 and first[0][0] == "0":
        return None  # "0600 hours": a clock time
    return fixed(duration(amount, unit), "DURATION")


@reads("half_unit")
def read_half(m: Match) -> Draft:
    amount, unit = numbers.number(m.words("n")), unit_of(m.words("unit"))
    if amount is not None and unit in {"Y", "M", "D"}:
        return fixed(f"P{amount + 0.5:g}{unit}", "DURATION")
    return fixed(duration((amount or 0) + 0.5, unit), "DURATION")


@reads("quarter_century")
def read_quarter_century(m: Match) -> Draft | None:
    return fixed("P25Y", "DURATION") if m.word("unit") == "century" else None


@reads("weekends")
def read_weekends(m: Match) -> Draft:
    return fixed("XXXX-WXX-WE", "SET")


@reads("vague_units")
def read_vague_units(m: Match) -> Draft:
    rel, unit = m.word("rel"), unit_of(m.words("unit"))
    if rel == "recent" and unit == "Y":
        return fixed("PAST_REF")
    if rel == "future" or (rel == "coming" and "the" not in m.all):
        return fixed("FUTURE_REF")
    if rel in {"past", "last"} and "the" not in m.all:
        return fixed("PAST_REF")
    return fixed(duration(None, unit), "DURATION")


@reads("units_ahead", "bare_units", "unit_long")
def read_units(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit")[:1])
    one = "long" in m.all and not m.word("unit").endswith("s")
    return fixed(duration(1 if one else None, unit), "DURATION") if "old" not in m.all else None


@reads("longword")
def read_longword(m: Match) -> Draft:
    return fixed(duration(1, unit_of([m.word("word").removesuffix("long")])), "DURATION")


@reads("over_units")
def read_over_units(m: Match) -> Draft | None:
    return fixed(duration(None, unit_of(m.words("unit"))), "DURATION") if m.all[0] == "over" else None


@reads("single_unit")
def read_single(m: Match) -> Draft | None:
    return fixed(duration(1, unit_of(m.words("unit"))), "DURATION") if "single" in m.all else None


@reads("year_ended")
def read_year_ended(m: Match) -> Draft | None:
    return fixed("P1Y", "DURATION") if m.word("unit") == "year" else None


RATES = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "fortnightly": "P2W", "biweekly": "P2W", "bimonthly": "P2M",
    "biannually": "P6M", "semiannually": "P6M", "weekdays": "XXXX-WXX", "weeknights": "XXXX-WXXTNI",
}  # fmt: skip


@reads("daily")
def read_daily(m: Match) -> Draft | None:
    value = RATES.get(m.word("word"))
    return fixed(value, "SET") if value else None


@reads("each", "each_part", "frequency", "once_each")
def read_each(m: Match) -> Draft | None:
    word, part = m.word("unit"), PARTS.get(m.word("part"), "")
    if m.words("word"):
        return read_daily(m)
    if not word:
        return fixed(f"XXXX-XX-XX{part}", "SET")
    if word[:3] in WEEKDAYS and word.removesuffix("s") not in UNITS:
        return fixed(f"XXXX-WXX-{WEEKDAYS[word[:3]]}{part}", "SET")
    if word[:3] in MONTHS and word.removesuffix("s") not in UNITS:
        return fixed(f"XXXX-{MONTHS[word[:3]]:02d}", "SET")
    if word in SEASONS:
        return fixed(f"XXXX-{SEASONS[word]}", "SET")
    amount = numbers.number(m.words("n")) if m.match.re.groupindex.get("each") and m.words("n") else 1.0
    if "other" in m.all:
        amount = 2.0
    return fixed(duration(amount, unit_of([word])), "SET") if amount else None


@reads("weekdays", "weekday_and")
def read_weekdays(m: Match) -> Draft:
    name = m.word("days") or m.word("weekday")
    part = PARTS.get(m.word("parts").removesuffix("s"), "")
    return fixed(f"XXXX-WXX-{WEEKDAYS[name[:3]]}{part}", "SET")
