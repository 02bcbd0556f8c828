"""Readers of what counts from another day: "yesterday", "last week", "two years ago", weekdays."""

from __future__ import annotations

from dataclasses import replace

from service.extraction.times import numbers
from service.extraction.times.drafts import PLACEHOLDER, Draft, context, duration, fixed, periodic, shift
from service.extraction.times.matches import (
    CONTEXT_WORDS,
    LEXICON,
    PARTS,
    WEEKDAYS,
    Match,
    day_number,
    direction,
    month_day,
    month_of,
    part_of_day,
    reads,
    unit_of,
    year_value,
)

MINUTES = {"TH": 60, "TM": 1}


@reads("today", "tonight")
def read_today(m: Match) -> Draft:
    word = m.word("word")
    count = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if word == "overnight":
        return Draft("TIME", "XXXX-XX-XXTNI", "overnight", "D", tail="TNI")
    part = "TNI" if word == "tonight" else PARTS.get(m.word("part"), "")
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
    if unit == "WE" and "this" in rel:
        return Draft("DATE", PLACEHOLDER["WE"], "weekday", unit="WE", count=6)
    if "next" in rel and unit in {"W", "M", "Y"} and "the" in m.all:
        return replace(shift(unit, 1), settle="next")
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


@reads("before_last")
def read_before_last(m: Match) -> Draft | None:
    """As in "the week before last", "the night before last", "the year after next"."""
    count = 2 if "next" in m.all else -2
    part = PARTS.get(m.word("unit"))
    if part:
        return shift("D", count, tail=part)
    unit = unit_of(m.words("unit"))
    return shift(unit, count) if unit in PLACEHOLDER else None


@reads("unit_before", "night_before")
def read_before(m: Match) -> Draft | None:
    """As in "the month before", counted from the time that was spoken of."""
    count = 1 if m.word("way") == "after" else -1
    if m.words("part"):
        return shift("D", count, "context", PARTS[m.word("part")])
    unit = unit_of(m.words("unit"))
    return shift(unit, count, "context") if unit in PLACEHOLDER else None


@reads("start_of")
def read_start(m: Match) -> Draft | None:
    """The first day of "the start of this year"; the end is left as wide as it is said."""
    rel, unit = m.words("rel"), unit_of(m.words("unit"))
    if unit not in {"Y", "M", "D"} or "that" in rel or "same" in rel:
        return context(unit) if unit in PLACEHOLDER else None
    if "end" in m.all or unit == "D":
        return context("D") if unit == "D" else shift(unit, direction(rel))
    return Draft("DATE", PLACEHOLDER[unit], "shift", unit, direction(rel), tail="start")


@reads("consecutive")
def read_consecutive(m: Match) -> Draft | None:
    """The day on which "for a third consecutive day" is said."""
    if not m.words("unit2") and not set(m.all) & {"consecutive", "straight", "successive"}:
        return None
    unit = unit_of(m.words("unit") or m.words("unit2"))
    return shift(unit, 0) if unit in {"D", "W", "M", "Y"} else None


@reads("week_of")
def read_week_of(m: Match) -> Draft | None:
    """The week in which the day lies: "the week of March 6"."""
    month, number = month_of(m, "month" if m.words("month") else "month2"), m.words("day") or m.words("day2")
    inner = month_day(year_value(m.words("year")), month, day_number(number))
    unit = unit_of(m.words("unit"))
    if inner is None or unit not in {"W", "WE"}:
        return None
    return Draft("DATE", PLACEHOLDER[unit], "around", unit, parts=(inner,))


@reads("weekday", "part_weekday", "rel_weekday")
def read_weekday(m: Match) -> Draft:
    """A weekday, with or without a part of the day; "this Friday" is the next one, or today."""
    number, part = WEEKDAYS[m.word("weekday")[:3]], part_of_day(m, m.word("part"))
    rel = m.words("rel")
    return Draft(
        "TIME" if part else "DATE",
        f"XXXX-WXX-{number}{part}",
        "weekday",
        unit="this" if rel == ["this"] else "",
        count=number,
        way=direction(rel) if set(rel) - {"this"} else None,
        tail=part,
        anchor="context" if set(rel) & CONTEXT_WORDS else "published",
    )


@reads("weekday_of")
def read_weekday_of(m: Match) -> Draft:
    number = WEEKDAYS[m.word("weekday")[:3]]
    return Draft("DATE", f"XXXX-WXX-{number}", "shift", "W", direction(m.words("rel")), tail=f"-{number}")


@reads("nth_weekday")
def read_nth_weekday(m: Match) -> Draft | None:
    """As in "the first Monday in September", "the last Friday of every month" (a set)."""
    nth, number = numbers.ordinal(m.words("ord")), WEEKDAYS[m.word("weekday")[:3]]
    if m.words("each"):
        return fixed("P1M", "SET") if {"every", "each", "the"} & set(m.all[3:]) and "month" in m.all else None
    if not nth or nth > 5:
        return None
    year, month = year_value(m.words("year")), month_of(m, "month")
    inner = fixed(f"{year}-{month:02d}") if year else periodic(f"XXXX-{month:02d}")
    return Draft("DATE", f"XXXX-WXX-{number}", "nth", count=number, way=nth, parts=(inner,))


@reads("edge_day")
def read_edge_day(m: Match) -> Draft | None:
    """As in "the last day of May", "the first day of next year"."""
    if m.word("day") != "day" or not set(m.words("edge")) & {"first", "opening", "last", "final", "closing"}:
        return None
    count = 1 if set(m.words("edge")) & {"first", "opening"} else -1
    unit = unit_of(m.words("unit"))
    if m.words("month"):
        year, month = year_value(m.words("year")), month_of(m, "month")
        inner = fixed(f"{year}-{month:02d}") if year else periodic(f"XXXX-{month:02d}")
    elif unit in {"W", "M", "Y"}:
        inner = shift(
            unit, direction(m.words("rel")), "context" if set(m.words("rel")) & CONTEXT_WORDS else "published"
        )
    else:
        return None
    return Draft("DATE", "XXXX-XX-XX", "edge", "D", count, parts=(inner,))


@reads("part")
def read_rel_part(m: Match) -> Draft:
    rel, tail = m.words("rel"), PARTS[m.word("part")]
    if "that" in rel or "same" in rel:
        return context("D", tail)
    return shift("D", direction(rel), "context" if "the" in rel else "published", tail)


@reads("ago", "bare_ago")
def read_ago(m: Match) -> Draft | None:
    unit, way = unit_of(m.words("unit")), m.word("way")
    if way == "later" and (unit == "S" or set(m.words("n")) & set(LEXICON["words"]["FEW"])):
        return None  # so vague or so short a time is a duration: nobody counts days by it
    if m.match.re.groupindex.get("n") is None or set(m.words("n")) & set(LEXICON["words"]["FEW"]):
        return fixed("PAST_REF" if way in {"ago", "earlier", "back"} else "FUTURE_REF") if unit != "TM" else None
    amount = 1.0 if set(m.words("n")) <= {"a", "an", "one"} else numbers.number(m.words("n"))
    if amount is None:
        return None
    if "half" in m.all and "half" not in m.words("n"):  # "three and a half years"
        amount += 0.5
        if unit in {"Y", "DE"}:
            unit, amount = "M", amount * (12 if unit == "Y" else 120)
    if unit in MINUTES and way in {"later", "earlier"}:
        minutes = round(amount * MINUTES[unit]) * (1 if way == "later" else -1)
        return Draft("TIME", "XXXX-XX-XXTXX:XX", "minutes", "D", minutes, "context")
    if unit in {"TH", "TM", "S"}:
        return fixed(duration(amount, unit), "DURATION") if way != "ago" else fixed("PAST_REF")
    count = -round(amount) if way in {"ago", "earlier", "back", "before"} else round(amount)
    if unit == "Y" and count == -1 and way == "ago":
        return Draft("DATE", "XXXX", "comparison", "Y", count)
    if unit == "W" and abs(count) == 1:
        unit, count = "D", 7 * count
    if unit == "F":
        unit, count = "W", 2 * count
    if unit == "DE":
        unit, count = "Y", 10 * count  # "a decade ago" is a year, not the years that have its first three digits
    if way in {"ago", "hence", "from"}:
        return from_today(unit, count, way)
    if way == "later":
        return replace(shift(unit, count, "context"), settle="later")
    if unit == "Y" and abs(count) == 1:
        return Draft("DATE", "XXXX", "comparison", "Y", count, "context")
    return shift(unit, count, "context")


def from_today(unit: str, count: int, way: str) -> Draft:
    draft = shift(unit, count)
    return replace(draft, settle="weeks_ago") if unit == "W" and way == "ago" else draft


@reads("new_year", "school_year")
def read_year_to_come(m: Match) -> Draft | None:
    """As in "in the new year", "at the end of the school year"."""
    if m.word("unit") != "year":
        return None
    if m.words("new"):
        return Draft("DATE", "XXXX", "new_year", "Y") if m.word("new") == "new" else None
    return Draft("DATE", "XXXX", "school_year", "Y") if {"school", "academic"} & set(m.all) and "end" in m.all else None


@reads("unit_end")
def read_unit_end(m: Match) -> Draft | None:
    unit = unit_of(m.words("unit"))
    if unit == "Y":
        return replace(periodic("XXXX-12-31"), tail="end")
    return Draft("DATE", PLACEHOLDER[unit], "context", unit) if unit == "M" else None
