"""The nouns that news uses for people, bodies and places it has named: "the spokesman", "the ministry"."""

from __future__ import annotations

from functools import cache

from service import lexicons

Families = tuple[frozenset[str], ...]
TIMES = frozenset(lexicons.load("coreference")["nouns"]["times"].split())
"""Stretches of time, which no pronoun stands for and no name is called by."""


@cache
def hypernyms() -> dict[str, frozenset[str]]:
    """Last word of a body's name → the nouns it may be called by: ``airways`` → airline, carrier, company."""
    table: dict[str, set[str]] = {}
    for noun, endings in lexicons.load("coreference")["hypernyms"].items():
        for ending in endings.split():
            table.setdefault(ending, set()).add(noun)
    return {ending: frozenset(nouns) for ending, nouns in table.items()}


@cache
def called() -> dict[str, frozenset[str]]:
    """Title or role before a person's name → the other nouns that news calls them by: ``sen`` → senator, lawmaker."""
    return {word: frozenset(nouns.split()) for word, nouns in lexicons.load("coreference")["called"].items()}


def families(part: str) -> Families:
    """Nouns of ``persons`` or of ``bodies`` any of which may be called by the others of its family."""
    return tuple(frozenset(words.split()) for words in lexicons.load("coreference")["akin"][part].values())


def akin(noun: str, called: set[str], among: Families) -> bool:
    """Whether who is called so may be called by the noun: a researcher a scholar, a museum an institution."""
    return noun in called or any(noun in family and family & called for family in among)


@cache
def place_kinds() -> dict[str, str]:
    """Name of a place in lower case → ``country``, ``capital``, ``city`` or ``region``."""
    places, countries = lexicons.load("places"), lexicons.load("countries")
    table = {name.casefold(): "region" for names in places["regions"].values() for name in names}
    table |= {name.casefold(): "city" for names in places["cities"].values() for name in names}
    table |= {name.casefold(): "capital" for entry in countries.values() for name in entry.get("capitals", ())}
    table |= {name.casefold(): "country" for entry in countries.values() for name in entry["names"]}
    return table


@cache
def homonyms() -> dict[str, str]:
    """Names of a country that are a state's too → the country that the state lies in: Georgia → US."""
    return {name: entry["state"] for name, entry in lexicons.load("places")["homonyms"].items()}


def place_nouns(name: str, type_: str, country: str | None = None) -> frozenset[str]:
    """What a place may be called: a country a nation, a capital a city."""
    unknown = "wide" if type_ == "LOC" else "unknown"
    state = country is not None and homonyms().get(name.casefold()) == country
    return PLACE_NOUNS["region" if state else place_kinds().get(name.casefold(), unknown)]


PLACE_NOUNS = {kind: frozenset(nouns.split()) for kind, nouns in lexicons.load("coreference")["places"].items()}


@cache
def persons() -> frozenset[str]:
    return frozenset(lexicons.load("titles")["roles"]["person"].split())


@cache
def organisations() -> frozenset[str]:
    return frozenset(lexicons.load("titles")["bodies"]["organisation"].split())


@cache
def places() -> frozenset[str]:
    return frozenset(lexicons.load("titles")["bodies"]["place"].split())


@cache
def ranks() -> frozenset[str]:
    """Titles of one word in lower case without full stop, forms of address left out: ``sen``, ``gov``."""
    titles = lexicons.load("titles")["neutral"]
    return frozenset(title.casefold().rstrip(".") for title in titles if " " not in title) - {"dr", "doctor"}
