"""Whom a noun means by whose it is: "his wife", once she is named; "her party", once it is told which she leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import gender
from service.extraction.coreference.referents import Referent

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

TABLE = lexicons.load("coreference")
INVERSE = {noun: back.split() for noun, back in TABLE["relations"].items()}
"""Noun → what its owner is to whom it means: wife → husband; father → son, daughter."""
SERVED = frozenset(TABLE["nouns"]["served"].split())


def owner(walk: Walk, index: int) -> Referent | None:
    """Whose the noun is, where that is somebody known: "his", "Reed's"."""
    text = walk.text
    for child in text.children.get(index, ()):
        if text.deps[child] == "poss":
            return walk.at.get(child)
    return None


def find(walk: Walk, index: int, noun: str) -> Referent | None:
    """The one who is that to the owner: named before, or spoken of so before."""
    if noun not in INVERSE and noun not in SERVED:
        return None
    whose = owner(walk, index)
    if whose is None:
        return None
    if noun in SERVED:
        former = any(walk.text.lower[child] in PAST for child in walk.text.children.get(index, ()))
        return None if former else whose.serves
    known = walk.kin.get((whose, noun))
    return known or (charged(walk) if noun == "client" and whose.roles & LAWYERS else None)


def charged(walk: Walk) -> Referent | None:
    """Whom a lawyer in a report from court speaks for: the only one who was charged with something."""
    found = [person for person in walk.people.values() if person.number is not None and "defendant" in person.roles]
    return found[0] if len(found) == 1 else None


def note(walk: Walk, index: int, noun: str, bearer: Referent) -> None:
    """Take down that the bearer is that to the owner, and the owner's part; who was spoken of so is the bearer."""
    whose = owner(walk, index) if noun in INVERSE else None
    if whose is None or whose is bearer:
        return
    before = walk.kin.get((whose, noun))
    if before is not None and before.number is None and bearer.number is not None:
        walk.rename(before, bearer)
    walk.kin[whose, noun] = bearer
    if whose.type == "PERSON":
        for back in INVERSE[noun]:
            if not whose.genders or gender.words().get(back) in {None, *whose.genders}:
                walk.kin.setdefault((bearer, back), whose)


def introduce(walk: Walk, index: int, noun: str, unnamed: Referent) -> bool:
    """Remember "his wife", of whom the article may speak again; whether it is such a noun."""
    whose = owner(walk, index) if noun in INVERSE else None
    if whose is None:
        return False
    walk.kin[whose, noun] = unnamed
    return True


def led(walk: Walk, index: int) -> Referent | None:
    """The body in a noun's phrase: "the party's chairwoman", "head of Oxfam", "the Pampa coach"."""
    text = walk.text
    for child in text.children.get(index, ()):
        if text.deps[child] == "prep" and text.lower[child] in {"of", "at", "for"}:
            child = next(iter(text.children.get(child, ())), child)
        elif text.deps[child] not in {"poss", "compound", "nmod"}:
            continue
        body = known(walk, child)
        if body is not None:
            return body
    return None


def known(walk: Walk, index: int) -> Referent | None:
    """The body, or the country that plays, at the token: also one named further on, which the walk comes to later."""
    named = walk.text.names.get(index)
    body = walk.referents[named[0]] if named else walk.at.get(index)
    return body if body is not None and body.type in {"ORG", "GPE"} and body.number is not None else None


def told(walk: Walk, index: int, noun: str, person: Referent) -> None:
    """Take down whom somebody works for, where the noun said of them tells it and no "former" stands before."""
    if any(walk.text.lower[child] in PAST for child in walk.text.children.get(index, ())):
        return
    joins(person, led(walk, index), noun)


def joins(person: Referent, body: Referent | None, noun: str) -> None:
    if body is not None and (body.type == "ORG" or noun in PLAYERS):
        person.serves = body
        person.speaks = 1 if noun in VOICES | PLAYERS - {"manager"} else 2 if noun in LEADERS else 3


def titled(walk: Walk, index: int, person: Referent) -> None:
    """Whom somebody works for by what stands before the name: "Pampa coach Ann Lee", "Pampa's Ann Lee"."""
    text = walk.text
    first = text.first[index]
    noun, body = "", None
    for at in range(first - 1, max(-1, first - 7), -1):
        if text.tags[at] not in TITLE_TAGS or text.lower[at] in PAST or not text.words[at].strip():
            break
        if text.tags[at] == "POS":
            continue
        if text.inside[at]:
            body = known(walk, at)
            break
        noun = noun or text.lower[at]
    if body is None and noun == "chief" and text.lower[first - 2 : first - 1] == ["police"]:
        forces = text.forces
        body = walk.referents[next(iter(forces))] if len(forces) == 1 else None
    if text.lower[index + 1 : index + 2] == ["of"] and body is None:
        body = next((known(walk, c) for c in text.children.get(index + 1, ())), None)
    joins(person, body, noun)


def leads(walk: Walk, index: int) -> None:
    """ "Lee heads Oxfam", "Lee, who runs Oxfam": the subject of the verb whose object the body's name is."""
    text = walk.text
    verb = text.heads[index]
    if text.deps[index] != "dobj" or text.lemmas[verb] not in LEADING or text.tags[verb] not in {"VBZ", "VBP"}:
        return
    subject = text.subject_of(verb)
    person = walk.at.get(subject) if subject is not None else None
    if person is not None and person.type == "PERSON":
        joins(person, known(walk, index), "")


VOICES, PLAYERS, LEADERS, LEADING, LAWYERS = (
    frozenset(TABLE["nouns"][key].split()) for key in ("voices", "players", "leaders", "leading", "lawyers")
)
PAST = frozenset({"former", "ex", "ex-", "then", "onetime", "vice", "deputy", "late"})
TITLE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS"})
