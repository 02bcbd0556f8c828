"""Nouns for what is named: apposition, copula, and "the spokesman", "the ministry", "the country"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import bodies, epithets, gender, kin, lede, roles
from service.extraction.coreference.apposition import apposed, is_title, said_of
from service.extraction.coreference.phrases import ANEW, DEFINITE, determined, left, restricted, right
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NOUNS = lexicons.load("coreference")["nouns"]


def resolve(walk: Walk, index: int) -> None:
    """Resolve the common noun at `index`; an unnamed person comes into view as such."""
    text = walk.text
    noun = text.lower[index]
    person = noun in roles.persons()
    if index in walk.at or set_aside(walk, index, noun, person):
        if noun in walk.by_role:
            freshen(walk, index, noun)
        return  # among them "the 23-year-old striker", read at "old"
    bearer = apposed(walk, index)
    if bearer is not None and ((bearer.type == "PERSON") == person or (noun in EITHER and bearer.type == "ORG")):
        describe(walk, index, noun, bearer)
        return
    definite = determined(text, index) in DEFINITE
    called = named_there(walk, index, noun, person, definite)
    if called is None and definite and not restricted(text, index):
        called = in_view(walk, index, noun, person)
        if called is not None and not person:
            called.lands |= bodies.lands_before(text, index)
    if called is None:
        called = again(walk, index, noun)
    if called is not None:
        walk.add(called, left(text, index), index, "nominal")
    elif not person:
        freshen(walk, index, noun)
    elif person and text.deps[index] not in {"attr", "appos", "oprd"}:
        bring_in(walk, index, noun)


def freshen(walk: Walk, index: int, noun: str) -> None:
    """Take down that a body without a name is spoken of: "a museum", "the state water company"; "a group of boys" and
    "such a group" are none."""
    text = walk.text
    another = noun in bodies.FIRM and determined(text, index) == "the" and bodies.is_another(text, index, frozenset())
    if not (determined(text, index) in ANEW or another) or text.lower[index + 1 : index + 2] == ["of"]:
        return
    if not any(text.lower[child] == "such" for child in text.children.get(index, ())):
        walk.fresh[noun] = text.sentence[index]


def set_aside(walk: Walk, index: int, noun: str, person: bool) -> bool:
    """Whether the noun is none to resolve: part of another's phrase, a title, no word for person, body or place."""
    text = walk.text
    common = not (person or noun in roles.organisations() or noun in roles.places() or noun in bodies.FIRM)
    if common and (said_of(walk, index) or noun not in walk.by_role or determined(text, index) not in DEFINITE):
        return True
    if text.deps[index] in {"compound", "amod", "nmod"}:
        return True
    return text.tags[index] == "NNP" and determined(text, index) is None


def describe(walk: Walk, index: int, noun: str, bearer: Referent) -> None:
    """Take down what an apposition or "is" tells of its bearer."""
    text = walk.text
    bearer.roles.add(noun)
    kin.note(walk, index, noun, bearer)
    if noun in roles.persons() and bearer.number is not None:
        kin.told(walk, index, noun, bearer)
    if is_title(text, index):
        walk.at[index] = bearer
    elif determined(text, index) is not None or text.deps[index] in {"appos", "attr"}:
        walk.predicates[index] = bearer
        walk.add(bearer, left(text, index), index, "nominal", right(text, index))


def named_there(walk: Walk, index: int, noun: str, person: bool, definite: bool) -> Referent | None:
    """Who is told by a name or an owner before the noun: "the Hamas group", "his wife", "Turkey's central bank"."""
    if definite:
        return None if person else itself(walk, index, noun)
    return kin.find(walk, index, noun) or (None if person else of_country(walk, index, noun))


def in_view(walk: Walk, index: int, noun: str, person: bool) -> Referent | None:
    """Whom a definite noun means, of those whom the article has called so, else of those who may be called so."""
    if person:
        found = meant(walk, index, noun, person)
        if found is None and (epithets.is_aged(walk.text, index) or epithets.newcomer(walk, noun)):
            return None
        if found is None and noun in epithets.STATUS:
            found = epithets.standing(walk, index, noun)
        if found is None and noun in epithets.EPITHETS:
            found = epithets.described(walk, index, noun)
        return found
    found = None if bodies.based(walk.text, index) else meant(walk, index, noun, person)
    if found is None and (noun in bodies.FIRM or bodies.based(walk.text, index)):
        found = bodies.standing_body(walk, index)
    return found or bodies.only(walk, index, noun) or bodies.topic(walk, index, noun)


def bring_in(walk: Walk, index: int, noun: str) -> None:
    """Somebody unnamed comes into view, and may be named later."""
    told = gender.words().get(noun)
    unnamed = Referent(None, "PERSON", {told} if told else set(), origin=index)
    lede.introduce(walk, unnamed, index)
    if kin.introduce(walk, index, noun, unnamed) and not unnamed.waiting:
        unnamed.waiting.append((left(walk.text, index), index, None, "nominal"))
    walk.touch(unnamed, index, "nominal")


def again(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The officer" who was spoken of as an officer, without a name, a few sentences before."""
    text = walk.text
    if determined(text, index) != "the" or restricted(text, index):
        return None
    for person in reversed(walk.people.values()):
        if person.number is None and text.lower[person.origin] == noun:
            return person if text.sentence[index] - person.sentence < 6 else None
    return None


def itself(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The Hamas group", "the Lombardy region": a name before the noun for its kind is the thing itself."""
    text = walk.text
    for child in text.children.get(index, ()):
        if child in text.names and child < index and text.deps[child] in {"compound", "nmod", "amod"}:
            referent = walk.referents[text.names[child][0]]
            return referent if noun in ITSELF.get(referent.type, ()) else None
    return None


def of_country(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "Turkey's central bank": the one body of the article, named before or after, whose name has these words."""
    text = walk.text
    if noun not in INSTITUTIONS or walk.called[noun] > bodies.MOST:
        return None
    children = text.children.get(index, ())
    owner = next((child for child in children if text.deps[child] == "poss" and child in text.names), None)
    if owner is None or text.entities[text.names[owner][0]].type != "GPE" or restricted(text, index):
        return None
    words = {text.lower[child] for child in children if child < index and text.deps[child] in {"amod", "compound"}}
    own = {text.lower[owner]}
    fitting = [
        body
        for body in walk.referents
        if body.type == "ORG"
        and noun in body.roles
        and words <= named_by(walk, body)
        and (words or own <= named_by(walk, body))
    ]
    return fitting[0] if len(fitting) == 1 else None


ITSELF = {kind: frozenset(nouns.split()) for kind, nouns in lexicons.load("coreference")["itself"].items()}


def only_kinds(walk: Walk, noun: str, known: list[Referent]) -> bool:
    """Whether the noun is no word of their names: "the gallery" of two museums."""
    return all(body.type == "ORG" and noun not in named_by(walk, body) for body in known)


def just_now(text: Text, index: int, known: list[Referent]) -> bool:
    """Whether the latest was spoken of just now, and the one before not."""
    return known[0].sentence - known[1].sentence > 1 and text.sentence[index] - known[0].sentence < 3


def overtaken(walk: Walk, noun: str, known: Referent, person: bool) -> bool:
    """Whether one without a name was spoken of by this noun after the one who is named: "a suspect", "a gallery"."""
    if not person:
        return walk.fresh.get(noun, -1) > known.sentence and noun not in named_by(walk, known)
    return epithets.newcomer(walk, noun, known.sentence, ANEW)


def alike(walk: Walk, index: int, known: list[Referent]) -> list[Referent]:
    """ "The German city", "the Central American nation": the places that lie in that country, all where it is wide."""
    text = walk.text
    told = [child for child in text.children.get(index, ()) if child in text.names and child < index]
    if len(told) != 1:
        return []
    wide = text.entities[text.names[told[0]][0]]
    country = wide.country
    if wide.type != "LOC" and (wide.type != "NORP" or not (country or text.lower[told[0]] in WIDE)):
        return []
    places = [place for place in known if place.type == "GPE" and place.number is not None]
    return [place for place in places if not country or text.entities[place.number or 0].country == country]


def named_by(walk: Walk, referent: Referent) -> set[str]:
    """The words of a body's names, in lower case."""
    if referent.number is None:
        return set()
    mentions = walk.text.entities[referent.number].mentions[:20]
    return {word for mention in mentions for word in mention.text.casefold().split()}


FAR = 60  # sentences
WIDE, EITHER, SEATS, LANDS, MANY = (
    frozenset(NOUNS[key].split()) for key in ("wide", "either", "seats", "lands", "many")
)
INSTITUTIONS = frozenset(NOUNS["institutions"].split())  # no other is spoken of without its name


def meant(walk: Walk, index: int, noun: str, person: bool) -> Referent | None:
    """The one of the named that the article has called by this noun, latest first, where the modifiers agree."""
    text = walk.text
    former = any(text.lower[child] == "former" for child in text.children.get(index, ()))
    if person and epithets.is_other(text, index) and not former:
        return None
    modifiers = {text.lower[child] for child in text.children.get(index, ()) if text.inside[child]}
    known = [
        referent
        for referent in reversed(walk.by_role.get(noun, []))
        if (referent.type == "PERSON") == person
        and not epithets.other_office(text, index, referent)
        and (not former or not person or "former" in referent.roles)
        and not (modifiers and referent.modifiers and not modifiers & referent.modifiers)
    ]
    states = [] if person else alike(walk, index, known)
    if modifiers:
        known = states or [
            referent
            for referent in known
            if modifiers & referent.modifiers or (not person and modifiers & named_by(walk, referent))
        ]
    if not person and any(
        text.deps[child] == "compound"
        and not text.inside[child]
        and not (noun in MANY | LANDS and text.lower[child] in SEATS)
        for child in text.children.get(index, ())
    ):
        return None
    if not known or overtaken(walk, noun, known[0], person):
        return None
    if len(known) > 1 and known[0].sentence - known[1].sentence < 1 and text.sentence[index] - known[0].sentence < 3:
        return None
    if not person and len(known) > 1 and only_kinds(walk, noun, known[:2]) and not just_now(text, index, known):
        return None
    reach = 12 if person else 4 if noun in MANY and len(known) > 1 else 9
    alone = not person and walk.called[noun] == 1 and determined(text, index) == "the"
    if person and noun in roles.ranks() and len(walk.by_role[noun]) == 1:
        reach = 2 * reach  # the article has told of no other
    if alone and (noun in INSTITUTIONS or (noun in LANDS and noun not in walk.fresh)):
        reach = FAR  # the article has no other
    return known[0] if text.sentence[index] - known[0].sentence < reach else None
