"""Whom a noun means by whose it is: "his wife", once the article has named her; "her party", once told which she leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import gender
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

TABLE = lexicons.load("coreference")
INVERSE = {noun: back.split() for noun, back in TABLE["relations"].items()}
"""Noun → what its owner is to whom it means: wife → husband; father → son, daughter."""
BODIES = frozenset(TABLE["nouns"]["served"].split())


def owner(walk: Walk, index: int) -> Referent | None:
    """Whose the noun is, where that is somebody known: "his", "Reed's"."""
    text = walk.text
    for child in text.children.get(index, ()):
        if text.deps[child] == "poss":
            return walk.at.get(child)
    return None


def find(walk: Walk, index: int, noun: str) -> Referent | None:
    """The one who is that to the owner: named before, or spoken of so before."""
    if noun not in INVERSE and noun not in BODIES:
        return None
    whose = owner(walk, index)
    if whose is None:
        return None
    if noun in BODIES:
        return whose.serves
    known = walk.kin.get((id(whose), noun))
    return known or (charged(walk) if noun == "client" and whose.roles & LAWYERS else None)


def charged(walk: Walk) -> Referent | None:
    """Whom a lawyer in a report from court speaks for: the only one who was charged with something."""
    found = [person for person in walk.people.values() if person.number is not None and "defendant" in person.roles]
    return found[0] if len(found) == 1 else None


LAWYERS = frozenset("lawyer attorney advocate solicitor barrister counsel".split())


def note(walk: Walk, index: int, noun: str, bearer: Referent) -> None:
    """Take down that the bearer is that to the owner, and the owner's part; who was spoken of so is the bearer."""
    whose = owner(walk, index) if noun in INVERSE else None
    if whose is None or whose is bearer:
        return
    before = walk.kin.get((id(whose), noun))
    if before is not None and before.number is None and bearer.number is not None:
        walk.rename(before, bearer)
    walk.kin[id(whose), noun] = bearer
    if whose.type == "PERSON":
        for back in INVERSE[noun]:
            if not whose.genders or gender.words().get(back) in {None, *whose.genders}:
                walk.kin.setdefault((id(bearer), back), whose)


def introduce(walk: Walk, index: int, noun: str, unnamed: Referent) -> bool:
    """Remember "his wife", of whom the article may speak again; whether it is such a noun."""
    whose = owner(walk, index) if noun in INVERSE else None
    if whose is None:
        return False
    walk.kin[id(whose), noun] = unnamed
    return True



def led(text: Text, index: int, walk: Walk) -> Referent | None:
    """The body in the phrase: "the party's chairwoman", "head of Oxfam", "the Pampa coach"."""
    for child in text.children.get(index, ()):
        if text.deps[child] == "prep" and text.lower[child] in {"of", "at", "for"}:
            child = next(iter(text.children.get(child, ())), child)
        elif text.deps[child] not in {"poss", "compound", "nmod"}:
            continue
        body = walk.at.get(child)
        if body is not None and body.type == "ORG" and body.number is not None:
            return body
    return None
