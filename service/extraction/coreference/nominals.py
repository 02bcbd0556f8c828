"""Nouns for what is named: apposition, copula, and "the spokesman", "the ministry", "the country"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import gender, lede, roles, salience
from service.extraction.coreference.apposition import apposed, is_title, said_of
from service.extraction.coreference.phrases import DEFINITE, determined, left, restricted, right
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SUBJECTS, Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NOUNS = lexicons.load("coreference")["nouns"]


def resolve(walk: Walk, index: int) -> None:
    """Resolve the common noun at `index`; an unnamed person comes into view as such."""
    text = walk.text
    noun = text.lower[index]
    person = noun in roles.persons()
    common = not (person or noun in roles.organisations() or noun in roles.places() or noun in FIRM)
    if common and (said_of(walk, index) or noun not in walk.by_role or determined(text, index) not in DEFINITE):
        return
    if text.deps[index] in {"compound", "amod", "nmod"}:
        return
    if text.tags[index] == "NNP" and determined(text, index) is None:
        return
    bearer = apposed(walk, index)
    if bearer is not None and (bearer.type == "PERSON") == person:
        bearer.roles.add(noun)
        if is_title(text, index):
            walk.at[index] = bearer
        elif determined(text, index) is not None or text.deps[index] in {"appos", "attr"}:
            walk.predicates[index] = bearer
            walk.add(bearer, left(text, index), index, "nominal", right(text, index))
        return
    definite = determined(text, index) in DEFINITE
    called = itself(walk, index, noun) if definite and not person else None
    if not person and not definite:
        called = of_country(walk, index, noun)
    if called is not None:
        walk.add(called, left(text, index), index, "nominal")
        return
    loose = definite and not restricted(text, index)
    seated = loose and not person and based(text, index)
    chosen = standing_body(walk, index) if seated else meant(walk, index, noun, person) if loose else None
    if chosen is None and loose and noun in STATUS:
        chosen = standing(walk, index, noun)
    elif chosen is None and loose and noun in FIRM:
        chosen = standing_body(walk, index)
    if chosen is not None:
        walk.add(chosen, left(text, index), index, "nominal")
    elif (known := again(walk, index, noun)) is not None:
        walk.add(known, left(text, index), index, "nominal")
    elif person and text.deps[index] not in {"attr", "appos", "oprd"}:
        told = gender.words().get(noun)
        unnamed = Referent(None, "PERSON", {told} if told else set(), origin=index)
        lede.introduce(walk, unnamed, index)
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


def aged(walk: Walk, index: int) -> None:
    """ "The 23-year-old": the person in view who stands out, named in one of the sentences before."""
    text = walk.text
    if text.deps[index] not in HEADS or determined(text, index) != "the" or text.lower[index - 2] != "year":
        return
    fitting = [
        person
        for person in walk.people.values()
        if person.number is not None and 0 < text.sentence[index] - person.sentence < 3
    ]
    best = salience.most_likely(walk, index, fitting, None, MOSTLY)
    if best is not None:
        walk.add(best, left(text, index), index, "nominal")


def compatriot(walk: Walk, index: int) -> None:
    """ "The Czech": the person whom the article has called Czech, or the one who stands out."""
    text = walk.text
    first = text.first[index]
    one = text.tags[index] in {"NNP", "NN", "JJ"} and not text.lower[index].endswith(PEOPLES)
    one = one and text.entities[text.names[index][0]].country is not None
    if not one or first != index or text.deps[index] not in HEADS or not index or text.lower[index - 1] != "the":
        return
    if text.tags[index + 1 : index + 2] and text.tags[index + 1] in {"NN", "NNS", "NNP", "NNPS", "HYPH", "JJ", "CC"}:
        return
    near = [p for p in walk.people.values() if p.number is not None and 0 < text.sentence[index] - p.sentence < 6]
    called = [person for person in near if text.lower[index] in person.modifiers]
    fitting = called or [
        person for person in near if not person.modifiers and text.sentence[index] - person.sentence < 3
    ]
    best = called[0] if len(called) == 1 else salience.most_likely(walk, index, fitting, None, MOSTLY)
    if best is not None:
        walk.add(best, index - 1, index, "nominal")


PEOPLES = ("ish", "ench", "utch", "ese", "swiss", "s")  # of these "the …" are all of them

HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})


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
    if noun not in INSTITUTIONS:
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


ITSELF = {
    "ORG": frozenset(NOUNS["itself"].split()),
    "GPE": frozenset({"region", "province", "district", "prefecture", "state", "peninsula", "island", "municipality"}),
    "LOC": frozenset({"region", "peninsula", "island", "area"}),
}


def standing_body(walk: Walk, index: int) -> Referent | None:
    """ "The company": the organisation in view, where one stands out and is no ministry or court."""
    text = walk.text
    parts = text.children.get(index, ())
    if any(text.lower[c] in OTHERS | {"new"} or (text.deps[c] == "compound" and not peoples(text, c)) for c in parts):
        return None
    if any(text.inside[c] and not peoples(text, c) for c in parts):
        return None
    fitting = [
        body
        for body in walk.bodies.values()
        if body.type == "ORG"
        and body.number is not None
        and not body.roles & PUBLIC
        and text.sentence[index] - body.sentence < 4
    ]
    ranked = sorted(((prominence(text, index, body), body) for body in fitting), key=lambda item: -item[0])
    if not ranked or ranked[0][0] < LEAST or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1] if ranked[0][1].role >= 0.6 else None


def peoples(text: Text, index: int) -> bool:
    """ "The Japanese firm": told by its country, which the article has told of it or not."""
    return index in text.names and text.entities[text.names[index][0]].type == "NORP"


def based(text: Text, index: int) -> bool:
    """ "The Oslo-based group": told by its seat, which is news of one that the article has named by nothing else."""
    return any(text.lower[child] in {"based", "headquartered"} for child in text.children.get(index, ()))


def prominence(text: Text, index: int, body: Referent) -> float:
    """How much in view a body is at the noun: how near, in what role, how often named."""
    away = text.away(index, body.sentence)
    value = (DISTANCE[away] if away < len(DISTANCE) else 0.15) * body.role
    apart = text.paragraph[index] != body.paragraph and away <= 2 and not salience.opens_paragraph(text, index)
    value *= (0.85 if apart else 1.0) * (0.75 if body.reported else 1.0) * (0.6 if body.quoted else 1.0)
    return value + 0.03 * min(body.count, 8)


LEAST, MARGIN = 0.42, 0.1
DISTANCE = (1.0, 0.85, 0.6, 0.45, 0.35, 0.28, 0.22)


FIRM = frozenset(NOUNS["firm"].split())

PUBLIC = frozenset(NOUNS["public"].split())


def standing(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The Republican nominee", of whom the article has not said so: the one person in view, if one stands out."""
    text = walk.text
    if any(text.inside[child] and text.lower[child] not in PARTIES for child in text.children.get(index, ())):
        return None
    opens = text.article.sentences[text.sentence[index]].start == left(text, index)
    if not opens or text.deps[index] not in SUBJECTS or text.quoted[index]:
        return None
    if is_other(text, index):
        return None
    told = gender.words().get(noun)
    fitting = [
        person
        for person in walk.people.values()
        if person.number is not None
        and (not told or not person.genders or told in person.genders)
        and text.sentence[index] - person.sentence in {1, 2}
        and (noun in person.roles or not person.roles or (noun in LOOSE and person.roles & STATUS))
    ]
    within = any(text.paragraph[index] == person.paragraph for person in fitting)
    best = salience.most_likely(walk, index, fitting, None, MOSTLY if within else ALONE)
    alone = sum(person.number is not None for person in walk.people.values()) == 1
    return best if best is not None and (best.count > 2 or alone) else None


LOOSE = frozenset(NOUNS["loose"].split())

STATUS = LOOSE | frozenset(NOUNS["status"].split())

PARTIES = frozenset({"republican", "democratic", "gop", "democrat", "conservative", "labour", "liberal"})

OTHERS = frozenset(
    "next future another other potential previous first eventual likely possible best only prime former then".split()
)
ALONE = 0.93  # over a paragraph's end
MOSTLY = 0.7  # as likely as this is the one in view whom a noun means


def is_other(text: Text, index: int) -> bool:
    """ "The next president", "a prime suspect": not the one the article has called so; "the prime minister" is."""
    parts = {text.lower[child] for child in text.children.get(index, ())}
    return bool(parts & OTHERS) and not (text.lower[index] == "minister" and parts & OTHERS == {"prime"})


def named_by(walk: Walk, referent: Referent) -> set[str]:
    """The words of a body's names, in lower case."""
    if referent.number is None:
        return set()
    mentions = walk.text.entities[referent.number].mentions[:20]
    return {word for mention in mentions for word in mention.text.casefold().split()}


FAR = 60
PLACES = frozenset({"country", "nation", "city", "state", "region"})
INSTITUTIONS = frozenset(NOUNS["institutions"].split())  # no other is spoken of without its name


def meant(walk: Walk, index: int, noun: str, person: bool) -> Referent | None:
    """The one of the named that the article has called by this noun, latest first, where the modifiers agree."""
    text = walk.text
    if person and is_other(text, index):
        return None
    modifiers = {text.lower[child] for child in text.children.get(index, ()) if text.inside[child]}
    known = [
        referent
        for referent in reversed(walk.by_role.get(noun, []))
        if (referent.type == "PERSON") == person
        and not (modifiers and referent.modifiers and not modifiers & referent.modifiers)
    ]
    if modifiers:
        known = [
            referent
            for referent in known
            if modifiers & referent.modifiers or (not person and modifiers & named_by(walk, referent))
        ]
    if not person and any(
        text.deps[child] == "compound" and not text.inside[child] for child in text.children.get(index, ())
    ):
        return None
    if not known:
        return None
    if len(known) > 1 and known[0].sentence - known[1].sentence < 1 and text.sentence[index] - known[0].sentence < 3:
        return None
    reach = 12 if person else 4 if noun in PLACES and len(known) > 1 else 9
    if not person and walk.called[noun] == 1 and noun in INSTITUTIONS:
        reach = FAR  # the article has no other
    return known[0] if text.sentence[index] - known[0].sentence < reach else None
