"""One entity for one thing: which names of an article are the same one."""

from __future__ import annotations

from dataclasses import dataclass

from service.extraction.annotations import EntityType, Mention
from service.extraction.entities import places
from service.extraction.entities.reading import Name, Reading


@dataclass(slots=True)
class Thing:
    """An entity before it has an id."""

    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    description: str | None = None
    country: str | None = None
    value: float | None = None
    unit: str | None = None


def build(reading: Reading, names: list[Name]) -> list[Thing]:
    """Group names into things; `names` come in order of position and typed."""
    groups: dict[tuple[str, str], list[Name]] = {}
    surnames: dict[str, tuple[str, str]] = {}
    firsts: dict[str, tuple[str, str]] = {}
    for name in names:
        if name.type == "PERSON" and " " in name.key:
            surnames.setdefault(name.key.rsplit(" ", 1)[-1], (name.key, "PERSON"))
            firsts.setdefault(name.key.split(" ", 1)[0], (name.key, "PERSON"))
    for name in names:
        group = (name.key, name.type)
        place = places.lookup(name.text)
        if place and place.type == name.type and place.kind in {"country", "people"}:
            group = (f"{place.kind} {place.country}", name.type)
        elif name.type == "PERSON" and " " not in name.key:
            group = surnames.get(name.key) or firsts.get(name.key) or group
        groups.setdefault(group, []).append(name)
    return [thing(reading, group) for group in groups.values()]


def thing(reading: Reading, names: list[Name]) -> Thing:
    full = max(names, key=lambda name: (name.text.count(" "), not name.text.isupper(), len(name.text)))
    place = places.lookup(full.text)
    mentions = tuple(
        Mention(reading.starts[name.first], reading.end(name.last - 1), name.text, "name") for name in names
    )
    return Thing(full.text, names[0].type, mentions, country=place.country if place else None)
