"""Where names begin and end: the model's spans, cut right, and the names it missed."""

from __future__ import annotations

from functools import cache
from typing import cast

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.entities import places
from service.extraction.entities.reading import Name, Reading, comparable

NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"})
CLITICS = frozenset({"'s", "’s", "'", "’", "`s"})
EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "(", ")", "[", "]", '"', "“", "”", "''", "``", "|", "/", "*", "‘", "and", "&"})
HYPHENS = frozenset({"-", "–", "—", "/"})


@cache
def titles() -> frozenset[str]:
    """Every title in lower case without full stop, by words: ``("prime", "minister")`` joined by a space."""
    table = lexicons.load("titles")
    return frozenset(comparable(title) for group in ("male", "female", "neutral") for title in table[group])


def find(reading: Reading) -> list[Name]:
    """All names in order of position, none overlapping."""
    names: list[Name] = []
    taken = bytearray(len(reading))
    for span in reading.doc.ents:
        if span.label_ in NAMES and not all(reading.in_time[span.start : span.end]):
            for name in cut(reading, span.start, span.end, cast(EntityType, span.label_)):
                names.append(name)
                taken[name.first : name.last] = b"\1" * (name.last - name.first)
    names += known_places(reading, taken)
    names += named_elsewhere(reading, names, taken)
    names.sort(key=lambda name: name.first)
    return names


def cut(reading: Reading, first: int, last: int, label: EntityType) -> list[Name]:
    """The names in a span of the model: trimmed at both ends, cut at line breaks and inner possessives of persons."""
    for index in range(first, last):
        if "\n" in reading.words[index]:
            return cut(reading, first, index, label) + cut(reading, index + 1, last, label)
    first, last, title = trim(reading, first, last, label)
    if first >= last:
        return []
    joined = hyphenated(reading, first, last)
    if joined is not None:
        return joined
    return [reading.name(first, last, label, title)]


def trim(reading: Reading, first: int, last: int, label: EntityType) -> tuple[int, int, str | None]:
    """Without article, punctuation, possessive and (of a person) title."""
    lower = reading.lower
    while first < last and (lower[first] in ARTICLES or lower[first] in EDGES or lower[first] in CLITICS or not lower[first].strip()):
        first += 1
    while first < last and (lower[last - 1] in CLITICS or lower[last - 1] in EDGES or not lower[last - 1].strip()):
        if lower[last - 1] == "." and last - 2 >= first and len(lower[last - 2]) <= 3:
            break
        last -= 1
    title = None
    if label in {"PERSON", "ORG", "GPE"} and last - first > 1:
        for length in (3, 2, 1):
            phrase = comparable(reading.text(first, first + length)) if first + length < last else ""
            if phrase in titles() and label == "PERSON":
                title = reading.text(first, first + length)
                first += length
                break
    return first, last, title


def hyphenated(reading: Reading, first: int, last: int) -> list[Name] | None:
    """ "China-Russia" is two names, "Sino-Russian" one, "East-West" none; None where the span is no such pair."""
    words = reading.words
    if last - first != 3 or words[first + 1] not in HYPHENS:
        return None
    left, right = places.lookup(words[first]), places.lookup(words[last - 1])
    if reading.lower[first] in places.prefixes() and right:
        return [reading.name(first, last, "NORP", sure=True)]
    if left and right:
        return [reading.name(first, first + 1, left.type, sure=True), reading.name(last - 1, last, right.type, sure=True)]
    if {reading.lower[first], reading.lower[last - 1]} <= {"east", "west", "north", "south"}:
        return []
    return None


def known_places(reading: Reading, taken: bytearray) -> list[Name]:
    """Countries, peoples and well-known places where the model named nothing."""
    found = []
    words, size = reading.words, len(reading)
    index = 0
    while index < size:
        step = 1
        if not taken[index] and words[index][:1].isupper() and not reading.in_time[index]:
            for length in range(min(places.longest(), size - index), 0, -1):
                if any(taken[index : index + length]):
                    continue
                place = places.lookup(reading.text(index, index + length)) if length > 1 else places.lookup(words[index])
                if place and place.kind in {"country", "people", "capital", "wide"} and reading.tags[index] != "PRP":
                    found.append(reading.name(index, index + length, place.type))
                    taken[index : index + length] = b"\1" * length
                    step = length
                    break
        index += step
    return found


def named_elsewhere(reading: Reading, names: list[Name], taken: bytearray) -> list[Name]:
    """Further occurrences of the article's own names that the model passed over."""
    known: dict[str, EntityType] = {}
    for name in names:
        if name.last - name.first == 1 and name.type in {"PERSON", "ORG", "GPE"} and len(name.text) > 2:
            known.setdefault(name.text, name.type)
        elif name.type == "PERSON":
            known.setdefault(reading.words[name.last - 1], name.type)
    found = []
    for index, word in enumerate(reading.words):
        if not taken[index] and word in known and word[:1].isupper() and reading.tags[index] in {"NNP", "NNPS"}:
            found.append(reading.name(index, index + 1, known[word]))
            taken[index] = 1
    return found
