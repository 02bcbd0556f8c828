"""A match of the grammar by its words, the register of readers, and what several readers ask of words."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from service.extraction.times import numbers
from service.extraction.times.calendar import day
from service.extraction.times.drafts import Draft, fixed, periodic
from service.extraction.times.lexemes import Lexemes
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
    def before(self) -> str:
        """The word before the match."""
        return self.lexemes.words[self.match.start() - 1] if self.match.start() else ""

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


def part_of_day(m: Match, word: str) -> str:
    """The TIMEX3 tail of a part of the day; "after midnight" the day has begun that at midnight may end."""
    tail = PARTS.get(word, "")
    return "T00:00" if tail == "T24:00" and m.before in {"after", "past"} else tail


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


def month_of(m: Match, group: str) -> int:
    return MONTHS[m.word(group)[:3]]


def month_day(year: str | None, month: int, number: int | None) -> Draft | None:
    """A day with its year, or with XXXX for it; None where no year has such a day."""
    if number is None or not day(2000, month, number):
        return None
    if year is None:
        return periodic(f"XXXX-{month:02d}-{number:02d}")
    exact = day(int(year), month, number)
    return fixed(exact.isoformat()) if exact else None


def told_or_published(value: str, rel: list[str]) -> Draft:
    """Of two anchors: "last March" counts from the publication, "that autumn" from the time spoken of."""
    anchor: Literal["published", "context"] = "context" if set(rel) & CONTEXT_WORDS else "published"
    return Draft("DATE", value, "periodic", anchor=anchor, way=direction(rel))
