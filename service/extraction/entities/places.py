"""Countries, their people and the seats of their governments: ISO 3166-1 alpha-2 codes from names.

The table is `service/lexicons/countries.toml`; `service/lexicons/places.toml` adds regions and well-known cities.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.records import record

SURE = frozenset({"country", "people", "capital", "city", "wide"})  # kinds whose names are hardly anything else


@record
class Place:
    """What a name of a country, a people or a place says: its type, its country, and the kind of name it is."""

    type: EntityType
    country: str | None
    kind: str  # country, people, capital, city, region, wide


def key(name: str) -> str:
    """The name as the tables spell it: case-folded, straight apostrophes, no full stops."""
    return name.casefold().replace("’", "'").replace(".", "")


def plural(person: str) -> str:
    return person if person.endswith(("s", "ese", "sh", "ch", "men", "x")) else person + "s"


@cache
def gazetteer() -> dict[str, Place]:
    """Every known place or people by `key`; a country wins over a city of its name."""
    table: dict[str, Place] = {}
    places = lexicons.load("places")
    for country, names in places["cities"].items():
        for name in names:
            table[key(name)] = Place("GPE", country, "city")
    for country, names in places["regions"].items():
        for name in names:
            table[key(name)] = Place("GPE", country, "region")
    for kind in ("LOC", "NORP"):
        for name in places["wide"][kind]:
            for form in (name, plural(name)) if kind == "NORP" else (name,):
                table[key(form)] = Place("LOC" if kind == "LOC" else "NORP", None, "wide")
    for country, entry in lexicons.load("countries").items():
        for name in entry.get("capitals", ()):
            table[key(name)] = Place("GPE", country, "capital")
    for country, entry in lexicons.load("countries").items():
        for person in entry.get("people", ()):
            for form in (person, plural(person)):
                table.setdefault(key(form), Place("NORP", country, "people"))
        for name in entry.get("within", ()):
            table[key(name)] = Place("GPE", country, "region")
        for name in entry["names"]:
            table[key(name)] = Place("GPE", country, "country")
    return table


@cache
def spelt() -> dict[str, EntityType]:
    """Every place, as the tables spell it → its type; peoples, and names with an article, are left out."""
    places = lexicons.load("places")
    found: dict[str, EntityType] = dict.fromkeys(places["wide"]["LOC"], "LOC")
    for part in ("regions", "cities"):
        found |= {name: "GPE" for names in places[part].values() for name in names}
    for entry in lexicons.load("countries").values():
        for part in ("capitals", "within", "names"):
            found |= dict.fromkeys(entry.get(part, ()), "GPE")
    return {name: kind for name, kind in found.items() if name[0].isupper() and not name.startswith("The ")}


@cache
def names(country: str) -> tuple[str, ...]:
    """The names of a country by its ISO 3166-1 code."""
    return tuple(lexicons.load("countries")[country]["names"])


@cache
def same() -> dict[str, str]:
    """Other spellings and short forms of towns → the town, all in lower case."""
    return dict(lexicons.load("places")["same"])


@cache
def homonyms() -> dict[str, dict[str, Any]]:
    """Names that are a country and a state, with the names that go with either."""
    return dict(lexicons.load("places")["homonyms"])


def is_state(name: str, before: str, others: set[str]) -> bool:
    """Whether such a name is the state's: by the town before it, else by the company it keeps in the article."""
    entry = homonyms()[key(name)]
    town = lookup(before)
    if town is not None and town.country in {entry["country"], entry["state"]}:
        return bool(town.country == entry["state"])
    return len(others.intersection(entry["state_with"])) > len(others.intersection(entry["country_with"]))


@cache
def longest() -> int:
    """The most words a name of the gazetteer has."""
    return max(len(name.split()) for name in gazetteer())


@cache
def prefixes() -> dict[str, str]:
    """Combining forms: ``sino`` → CN."""
    return {name.casefold(): code for name, code in lexicons.load("places")["prefixes"].items()}


def lookup(name: str) -> Place | None:
    return gazetteer().get(key(name))


def is_kind(name: str, *kinds: str) -> bool:
    """Whether the gazetteer has the name as one of the kinds."""
    place = lookup(name)
    return place is not None and place.kind in kinds
