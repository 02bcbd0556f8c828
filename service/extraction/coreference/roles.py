"""The nouns that news uses for people, bodies and places it has named: "the spokesman", "the ministry"."""

from __future__ import annotations

from functools import cache

from service import lexicons

FIRMS = frozenset(
    "inc corp co ltd plc group company corporation holdings airlines airways motors industries llc ag sa nv".split()
)


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
def countries() -> frozenset[str]:
    """Names of countries in lower case."""
    return frozenset(name.casefold() for entry in lexicons.load("countries").values() for name in entry["names"])


@cache
def ranks() -> frozenset[str]:
    """Titles of one word in lower case without full stop, forms of address left out: ``sen``, ``gov``."""
    titles = lexicons.load("titles")["neutral"]
    return frozenset(title.casefold().rstrip(".") for title in titles if " " not in title) - {"dr", "doctor"}
