"""Readers of clock times, parts of the day, and of vague references to the past, the present and the future."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from service.extraction.times import numbers
from service.extraction.times.drafts import Draft, fixed, shift
from service.extraction.times.lexemes import ZONES
from service.extraction.times.matches import PARTS, READERS, Match, Reader, part_of_day, reads


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


# Words before an hour with a full stop: "at 7.50 this morning".
HOUR_BEFORE = frozenset({"at", "around", "about", "until", "by", "since", "before", "after", "just"})
# Words before "quarter to six", which elsewhere are of prices and parts: "from a quarter to six".
TOLD = frozenset({"at", "a", "around", "about", "until", "by"})


def zone_suffix(words: list[str]) -> str:
    """The zone: "Z" for UTC, "+08:00" for GMT+8; news leaves the other zones to the reader, and so does TimeBank."""
    for sign, hours in pairwise(words):
        if sign in {"+", "-", "–"} and hours.isdigit() and int(hours) <= 14 and set(words) & {"utc", "gmt"}:
            return f"{'+' if sign == '+' else '-'}{int(hours):02d}:00"
    return "Z" if set(words) & {"utc", "gmt", "z", "greenwich"} else ""


@reads("clock")
def read_clock(m: Match) -> Draft | None:
    if m.words("word"):
        return read_part(m)
    if m.words("military"):
        digits = m.word("military")
        if not set(m.words("zone")) & (set(ZONES) | {"hours"}) or digits[:2] > "24" or digits[2:] > "59":
            return None
        return clock(f"T{digits[:2]}:{digits[2:]}{zone_suffix(m.words('zone'))}")
    value = clock_value(m.words("hour"))
    return clock(value + zone_suffix(m.all)) if value else None


def clock(tail: str) -> Draft:
    return Draft("TIME", f"XXXX-XX-XX{tail}", "clock", "D", tail=tail)


@reads("clock_first")
def read_clock_first(m: Match) -> Draft | None:
    """The first clock time of "between 5 and 6 p.m.", "11 to 1 p.m.", which has the sign of the second."""
    until = m.words("until")
    last = clock_value(until)
    same = clock_value([*m.words("hour"), *until[1:]])
    if last is None or same is None:
        return None
    return clock(
        same if same < last else clock_value([*m.words("hour"), "am" if until[-1][0] == "p" else "pm"]) or same
    )


@reads("clock_words")
def read_clock_words(m: Match) -> Draft | None:
    """As in "half past five", "quarter to six", "ten past six"."""
    hour = numbers.number(m.words("hour"))
    minutes = 30.0 if m.words("half") else 15.0 if m.words("quarter") else numbers.number(m.words("n"))
    before = m.lexemes.words[m.match.start() - 1] if m.match.start() else ""
    if hour is None or minutes is None or not 1 <= hour <= 12 or minutes > 59 or (m.words("to") and before not in TOLD):
        return None
    if m.words("to"):
        if m.word("to") != "to":
            return None
        hour, minutes = hour - 1 or 12, 60 - minutes
    return clock(f"T{int(hour):02d}:{int(minutes):02d}")


@reads("clock_part")
def read_clock_part(m: Match) -> Draft | None:
    words = m.words("hour")
    if not words[0].isalpha() and "." in words[0] and (m.before not in HOUR_BEFORE or len(words[0].split(".")[1]) != 2):
        return None  # a price: "rose to 7.5 in the morning"; but "at 7.50 this morning"
    value = clock_value(words, PARTS.get(m.word("part") or m.word("part2") or m.word("night"), ""))
    if value and m.words("part2"):
        return shift("D", 0, tail=value)  # "8 this morning", whatever day was told before
    return clock(value) if value else None


@reads("the_part")
def read_part(m: Match) -> Draft:
    tail = part_of_day(m, m.word("part") or m.word("word"))
    return replace(clock(tail), count=1) if m.before in {"to", "until", "till"} else clock(tail)


REFERENCES = {"now": "PRESENT_REF", "current": "PRESENT_REF", "recently": "PAST_REF",
              "the_past": "PAST_REF", "soon": "FUTURE_REF", "future": "FUTURE_REF"}  # fmt: skip


def read_reference(rule: str) -> Reader:
    draft = fixed(REFERENCES[rule])
    return lambda _: draft


READERS.update({rule: read_reference(rule) for rule in REFERENCES})
