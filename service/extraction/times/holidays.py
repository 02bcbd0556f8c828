"""Holidays by name: the lexicon's names as one look-up over the lexemes."""

from __future__ import annotations

from dataclasses import replace

from service.extraction.search import places
from service.extraction.times.drafts import Draft, fixed
from service.extraction.times.feasts import HOLIDAYS, occurrences, value_of
from service.extraction.times.lexemes import CLASS, LEXEME, Lexemes
from service.lexicons import load


def spelled(name: str) -> tuple[str, ...]:
    """The lexemes of a name, with one apostrophe for all."""
    return tuple(match.group().lower().replace("’", "'") for match in LEXEME.finditer(name))


WAYS = {"last": -1, "next": 1, "this": 0}
NAMES: dict[tuple[str, ...], Draft] = {
    spelled(name): Draft("DATE", "XXXX-XX-XX", "holiday", name) for name in HOLIDAYS
} | {spelled(name): fixed(value) for name, value in load("holidays")["fixed"].items()}  # fmt: skip
FIRST_WORDS: dict[str, list[tuple[str, ...]]] = {}
for _name in sorted(NAMES, key=lambda words: (-len(words), words)):
    FIRST_WORDS.setdefault(_name[0], []).append(_name)


def find_holidays(lexemes: Lexemes) -> list[tuple[int, int, Draft]]:
    """First lexeme, one past the last, and the draft of every holiday named with a capital letter."""
    found = []
    words = lexemes.words
    for i in sorted(place for word in FIRST_WORDS.keys() & set(words) for place in places(words, word)):
        for name in FIRST_WORDS[words[i]]:
            if tuple(w.replace("’", "'") for w in words[i : i + len(name)]) == name:
                if not lexemes.text[lexemes.starts[i]].islower():
                    found.append(with_year(lexemes, i, i + len(name), NAMES[name]))
                break
    return found


def with_year(lexemes: Lexemes, first: int, last: int, draft: Draft) -> tuple[int, int, Draft]:
    """The holiday with the year that follows it or the word before it: "Good Friday (in) 2019", "last Easter"."""
    before = lexemes.words[first - 1] if first else ""
    if draft.settle == "holiday" and before in WAYS:
        return first - 1, last, replace(draft, way=WAYS[before])
    year = last + (lexemes.words[last : last + 1] == ["in"])
    if draft.settle == "holiday" and lexemes.classes[year : year + 1] == CLASS["YEAR"]:
        days = occurrences(draft.unit, int(lexemes.words[year]))
        if days:
            return first, year + 1, fixed(value_of(*days[0]))
    return first, last, draft
