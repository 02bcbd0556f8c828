"""What the words of a name, and the words around it, say of its type: endings, first names, roles, sport."""

from __future__ import annotations

from functools import cache

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.entities.reading import comparable

KINDS: tuple[EntityType, ...] = ("ORG", "FAC", "LOC", "EVENT", "LAW", "PRODUCT")


@cache
def endings() -> dict[str, EntityType]:
    """Last word of a name, as written → type."""
    table = lexicons.load("organisations")["endings"]
    return {word: kind for kind in reversed(KINDS) for word in table[kind].split()}


@cache
def beginnings() -> dict[str, EntityType]:
    """First word of a name, as written → type."""
    table: dict[EntityType, str] = lexicons.load("organisations")["beginnings"]
    return {word: kind for kind, words in table.items() for word in words.split()}


def by_ending(words: list[str]) -> EntityType | None:
    """The type that the last word of a name of several words tells."""
    if len(words) < 2:
        return None
    last = words[-1]
    loud = last.isupper() and len(last) > 3
    plain = last.islower() and endings().get(last.capitalize()) == "FAC"  # "Heathrow airport"
    return endings().get(last) or (endings().get(last.capitalize()) if loud or plain else None)


@cache
def organisation_words(part: str) -> frozenset[str]:
    """One of the lists of `lexicons/organisations.toml`: forms, kinds, generic, continuing, papers, after_comma."""
    return frozenset(lexicons.load("organisations")[part]["words"].split())


def legal_forms() -> frozenset[str]:
    return organisation_words("forms")


@cache
def aliases() -> dict[str, str]:
    """What a body is called for short, where no rule tells it → its name, both in lower case."""
    return dict(lexicons.load("organisations")["aliases"])


@cache
def agencies() -> frozenset[str]:
    return frozenset(lexicons.load("organisations")["agencies"]["names"])


@cache
def titles() -> frozenset[str]:
    """Every title as `comparable`: ``prime minister``, ``mr``."""
    table = lexicons.load("titles")
    return frozenset(comparable(title) for group in ("male", "female", "neutral") for title in table[group])


@cache
def honours() -> frozenset[str]:
    """What stands behind a person's name: ``KC``, ``MP``."""
    return frozenset(lexicons.load("titles")["honours"].split())


@cache
def roles() -> frozenset[str]:
    """Nouns for one person: ``spokesman``."""
    return frozenset(lexicons.load("titles")["roles"]["person"].split())


@cache
def first_names() -> frozenset[str]:
    table = lexicons.load("firstnames")
    given = (table[group] for group in ("male", "female", "either"))
    return frozenset(name.casefold() for group in given for name in group.split())


@cache
def beside(part: str) -> frozenset[str]:
    """One of the lists of `lexicons/evidence.toml`: words beside a name that tell what it is the name of."""
    return frozenset(lexicons.load("evidence")[part].split())


@cache
def sport(part: str) -> frozenset[str]:
    """One of the lists of `lexicons/sport.toml`: headings, words, verbs, nouns, teams, openings, sides."""
    return frozenset(lexicons.load("sport")[part].split())


@cache
def clubs() -> frozenset[str]:
    """Names of clubs that are nothing else's: ``Juventus``."""
    return frozenset(lexicons.load("sport")["clubs"])


@cache
def generic() -> frozenset[str]:
    """Words that begin or end many organisations' names and so stand for none: ``national``, ``united``."""
    table = lexicons.load("organisations")["endings"]
    return frozenset(word.casefold() for word in table["ORG"].split()) | organisation_words("generic")


@cache
def bodies() -> frozenset[str]:
    """Common nouns for bodies: ``ministry``, ``court``, ``church``."""
    return frozenset(lexicons.load("titles")["bodies"]["organisation"].split())


def kind_words() -> frozenset[str]:
    """Last words that a name may leave out: ``university``, ``airlines``, ``bank``."""
    return organisation_words("kinds")


@cache
def genders() -> dict[str, str]:
    """First name in lower case → ``male`` or ``female``."""
    table = lexicons.load("firstnames")
    return {name.casefold(): gender for gender in ("male", "female") for name in table[gender].split()}


@cache
def eastern() -> frozenset[str]:
    """Family names that stand first, in lower case: ``wang``, ``kim``."""
    return frozenset(name.casefold() for name in lexicons.load("firstnames")["eastern"].split())


@cache
def syllables() -> dict[str, str]:
    """Last syllable of a Korean given name in lower case → ``male`` or ``female``."""
    table = lexicons.load("firstnames")["syllables"]
    return {syllable: gender for gender in ("male", "female") for syllable in table[gender].split()}


def given(word: str) -> bool:
    """Whether persons' names begin with the word: a first name, or a family name of those that stand first."""
    return word.casefold() in first_names() or word.casefold() in eastern()
