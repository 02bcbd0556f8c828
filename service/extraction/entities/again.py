"""Names that the article has elsewhere: named again in its text, or in a headline in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, places
from service.extraction.entities.layout import Layout
from service.extraction.entities.persons import STORMS
from service.extraction.entities.reading import LONGEST_RUN, PROPER, Name, Reading, comparable, proper_at, take

SIDES = kinds.sport("sides")
HALVES = frozenset({"North", "South"})
AMBIGUOUS = frozenset(lexicons.load("places")["ambiguous"]["words"].split())
MOST_FORMS = 5000  # of the article's names that are looked for


def named_elsewhere(reading: Reading, names: list[Name], taken: bytearray, sport: bool) -> list[Name]:
    """Further occurrences of the article's own names."""
    wanted: dict[str, list[tuple[list[str], EntityType]]] = {}
    seen: set[str] = set()
    for name in names:
        words = reading.words[name.first : name.last]
        for part in parts(words, name.type, sport):
            key = " ".join(part)
            if key not in seen and len(seen) < MOST_FORMS:
                seen.add(key)
                wanted.setdefault(part[0], []).append((part, name.type))
    found: list[Name] = []
    common = reading.common
    for index, word in enumerate(reading.words):
        if taken[index] or word not in wanted:
            continue
        fits = [
            (part, label)
            for part, label in wanted[word][:8]
            if reading.words[index : index + len(part)] == part and not any(taken[index : index + len(part)])
        ]
        if not fits:
            continue
        part, label = max(fits, key=lambda fit: len(fit[0]))
        proper = reading.tags[index] in PROPER or (len(word) > 3 and reading.lower[index] not in common)
        if part[0] in HALVES and len(part) == 1 and (reading.tags[index] != "NNP" or reading.lower[index - 1] != "the"):
            continue  # "The North", where the country is named; no direction
        if len(part) > 1 or (proper and not proper_at(reading, index + 1)):
            first = (
                index - 1
                if label == "PERSON" and len(part) == 1 and first_name_before(reading, taken, index - 1)
                else index
            )
            longer = longer_body(reading, taken, index) if len(part) == 1 else None
            if longer:
                first, label = index - 1, longer
            label = "ORG" if sport and len(part) == 1 and word.casefold() in SIDES else label
            found.append(take(reading, taken, first, index + len(part), label))
    return found


def longer_body(reading: Reading, taken: bytearray, index: int) -> EntityType | None:
    """What a name is with the word before it: "Real Betis" and "the Boston Bruisers" sides, "Cyclone Imani" a storm."""
    before = index - 1
    if before < 0 or taken[before] or reading.tags[before] != "NNP" or reading.heads[before] != index:
        return None
    if reading.words[before].istitle() and reading.lower[before] in STORMS:
        return "EVENT"
    side = reading.words[before] in kinds.sport("openings")
    team = reading.lower[before - 1] == "the" and before and places.lookup(reading.words[before])
    return "ORG" if side or (team and reading.tags[index] == "NNPS") else None


def first_name_before(reading: Reading, taken: bytearray, index: int) -> bool:
    """Whether the word before a known surname is a first name that goes with it."""
    if index < 0 or taken[index] or reading.tags[index] != "NNP" or reading.heads[index] != index + 1:
        return False
    word = reading.words[index]
    return word.istitle() and len(word) > 2 and comparable(word) not in kinds.titles() and places.lookup(word) is None


def parts(words: list[str], label: EntityType, sport: bool) -> Iterator[list[str]]:
    """The forms under which a name may return: itself, a person's surname, a side's last word."""
    if not words[0][:1].isupper() or len(words) > LONGEST_RUN:
        return
    if label not in {"WORK_OF_ART", "LAW", "LANGUAGE"} and len("".join(words)) > 1:
        yield words
    if label == "PERSON" and len(words) > 1 and len(words[-1]) > 2 and words[-1][:1].isupper():
        yield [words[-1]]
    if sport and len(words) == 2 and words[-1].casefold() in SIDES and words[-1].istitle():
        yield [words[-1]]
    if label == "GPE" and len(words) == 2 and words[0] in HALVES and places.is_kind(" ".join(words), "country"):
        yield [words[0]]
    if label == "ORG" and words[:2] == ["Church", "of"] and len(words) == 3 and places.lookup(words[2]) is None:
        yield [words[2]]  # a faith that goes by the name of what it teaches


def in_headlines(reading: Reading, names: list[Name], layout: Layout) -> list[Name]:
    """In a headline in capitals: the names of the article and known places, whatever their case."""
    known: dict[str, EntityType] = {}
    for name in names if layout.headlines else ():
        known.setdefault(name.key, name.type)
        bare, _, form = name.key.rpartition(" ")
        if name.type == "ORG" and form in kinds.legal_forms():
            known.setdefault(bare.rstrip(","), "ORG")
        if name.type == "PERSON" and " " in name.key:
            known.setdefault(name.key.rsplit(" ", 1)[1], "PERSON")
    found: list[Name] = []
    for first, limit in layout.headlines:
        index = first
        while index < limit:
            index = headline_name(reading, known, index, limit, found)
    return found


def headline_name(reading: Reading, known: dict[str, EntityType], index: int, limit: int, found: list[Name]) -> int:
    """Add the longest name at `index`, if any; the index after it."""
    for last in range(min(limit, index + LONGEST_RUN), index, -1):
        text = reading.text(index, last)
        if reading.words[last - 1] == ".":
            continue
        key = comparable(text)
        place = places.lookup(text)
        label = known.get(key) or (place.type if place and place.kind in places.SURE else None)
        if label and len(key) > 2 - (place is not None) and key not in AMBIGUOUS:
            found.append(reading.name(index, last, label))
            return last
    return index + 1
