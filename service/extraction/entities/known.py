"""Names that everybody knows: of the world's politicians, firms, clubs, armed groups, and places of several words.

Short news calls them by these alone, and the model, which goes by what stands around, passes them over or cuts them.
So it does with names whose first word tells their kind: "Stadio", "Banco", "USS".
"""

from __future__ import annotations

import re
from functools import cache

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, places
from service.extraction.entities.reading import PROPER, Name, Reading

TYPES: tuple[EntityType, ...] = ("ORG", "EVENT", "PRODUCT", "FAC")
MOST = 6  # tokens of one name
PIECES = re.compile(r"[ \-&]")


@cache
def surnames() -> frozenset[str]:
    """Surnames that go without a first name."""
    return frozenset(lexicons.load("known")["PERSON"].split())


@cache
def things() -> dict[str, EntityType]:
    """Names of bodies, events, products and buildings, as written → type."""
    table: dict[str, EntityType] = {name: kind for kind in TYPES for name in lexicons.load("known")[kind]}
    return table | dict.fromkeys((*kinds.agencies(), *kinds.clubs()), "ORG")


@cache
def openings() -> frozenset[str]:
    """The first tokens of everything that is looked for."""
    several = [name for name in places.spelt() if " " in name]
    names = [*several, *things(), *surnames()]
    pieces = (piece for name in names for piece in (PIECES.split(name)[0], name.split(" ")[0]))
    return frozenset(kinds.beginnings()).union(piece for piece in pieces if piece)


def kind(text: str) -> EntityType | None:
    """What a name is known to be, a person's surname included."""
    return things().get(text) or ("PERSON" if text in surnames() else None)


def whole(reading: Reading, names: list[Name], dropped: bytearray) -> list[Name]:
    """The names, those made whole that are cut from a known one, and the known ones passed over."""
    wanted = openings()
    starts = [index for index, word in enumerate(reading.words) if word in wanted and not dropped[index]]
    inside = {index: name for name in names for index in range(name.first, name.last)} if starts else {}
    found: list[Name] = []
    for first in starts:
        if found and first < found[-1].last:
            continue
        begins = reading.words[first] in kinds.beginnings()
        name = known_at(reading, inside, first) or (begun(reading, inside, first) if begins else None)
        found += [name] if name else []
    taken = {index for name in found for index in range(name.first, name.last)}
    kept = [name for name in names if name.first not in taken and name.last - 1 not in taken]
    return sorted([*kept, *found], key=lambda name: name.first)


def known_at(reading: Reading, inside: dict[int, Name], first: int) -> Name | None:
    """The longest known name that begins at the token, where no longer name holds a part of it."""
    for last in range(min(len(reading), first + MOST), first, -1):
        text = reading.text(first, last)
        found = kind(text) or (place(text) if last - first > 1 else None)
        if found is None or any(reading.in_time[first:last]):
            continue
        around = [inside[index] for index in range(first, last) if index in inside]
        same = any(name.first == first and name.last == last for name in around)
        longer = any(name.first < first or name.last > last for name in around)
        if same or longer or not stands_alone(reading, first, last, found):
            return None
        title = next((name.title for name in around if name.first == first), None)
        return reading.name(first, last, found, title if found == "PERSON" else None)
    return None


def begun(reading: Reading, inside: dict[int, Name], first: int) -> Name | None:
    """The name that such a first word opens, up to the last of its capitals, where no longer name holds a part."""
    last = first + 1
    while last < len(reading) and last - first < MOST and continues(reading, last):
        last += 1
    around = [inside[index] for index in range(first, last) if index in inside]
    longer = any(name.first < first or name.last > last for name in around)
    whole = any(name.first == first and name.last == last for name in around)
    if last == first + 1 or longer or whole or any(reading.in_time[first:last]):
        return None
    return reading.name(first, last, kinds.beginnings()[reading.words[first]])


def continues(reading: Reading, index: int) -> bool:
    """Whether the token is a capitalised proper noun, or a small word before one: "Banco do Brasil"."""
    if reading.lower[index] in SMALL and index + 1 < len(reading):
        index += 1
    return reading.words[index][:1].isupper() and reading.tags[index] in {*PROPER, "NN"}


SMALL = frozenset({"de", "do", "da", "di", "del", "della", "du", "des", "la", "of"})


def place(text: str) -> EntityType | None:
    """The type of a place of several words, as the gazetteer spells it."""
    return places.spelt().get(text)


def stands_alone(reading: Reading, first: int, last: int, kind: EntityType) -> bool:
    """Whether no proper noun beside the words makes them part of another name."""
    if last - first == 1 and not reading.tags[first].startswith(("NN", "JJ")):
        return False
    before = first > 0 and reading.tags[first - 1] in PROPER
    if kind == "PERSON" and first > 1 and reading.words[first - 1].istitle():
        before = before or reading.words[first - 2].isalpha() or reading.words[first - 2] == ","  # no "Zinedine"
    before = before and (kind == "PERSON" or reading.heads[first - 1] == last - 1)
    titled = before and reading.lower[first - 1].rstrip(".") in kinds.titles()
    after = last < len(reading) and reading.tags[last] in PROPER and reading.heads[last - 1] == last
    owned = last < len(reading) and reading.words[last] == "-" and reading.end(last - 1) == reading.starts[last]
    return (not before or titled) and not after and not owned
