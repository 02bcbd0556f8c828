"""Which pronouns may stand for a person: by title, by first name, by what the article calls them."""

from __future__ import annotations

from functools import cache

from service import lexicons

ADDRESS = frozenset(lexicons.load("titles")["address"]["gendered"].split())


@cache
def first_names() -> dict[str, str]:
    """First name in lower case → ``male`` or ``female``."""
    table = lexicons.load("firstnames")
    return {name.casefold(): gender for gender in ("male", "female") for name in table[gender].split()}


@cache
def words() -> dict[str, str]:
    """Titles and nouns that tell a gender → it."""
    table = lexicons.load("titles")
    known = {title.casefold().rstrip("."): gender for gender in ("male", "female") for title in table[gender]}
    known |= {noun: gender for gender in ("male", "female") for noun in table["roles"][gender].split()}
    return known


def of_name(name: str) -> str | None:
    """The gender that the first of several names tells; None for one name or an unknown one."""
    parts = name.split()
    if len(parts) == 1 and first_names().get(name.casefold()) == "female":
        return "female"  # many surnames are men's first names too (Clinton, Scott), few are women's
    for part in parts[:-1]:
        known = first_names().get(part.casefold().strip("\"“”'’"))
        if known:
            return known
        if len(part.rstrip(".")) > 1:
            return None
    return None
