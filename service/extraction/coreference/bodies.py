"""Nouns for a body that the article has not called so beside its name: "the company", "the fund".

Who is meant is the only one of its kind that the article names, or the one that stands out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import roles, salience
from service.extraction.coreference.epithets import OTHERS
from service.extraction.coreference.phrases import determined
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NOUNS = lexicons.load("coreference")["nouns"]
FIRM, PUBLIC, NO_FIRM, GENERAL, MEDIA, VAGUE, STATES = (
    frozenset(NOUNS[key].split()) for key in ("firm", "public", "no_firm", "general", "media", "vague", "states")
)
TRADES = FIRM - GENERAL
GROUPS = frozenset({"group", "organization", "organisation"})  # any body may be called so
FAMILIES = roles.families("bodies")
# Nouns that tell what a body is: of one that has some the article means no other kind.
KINDS = frozenset().union(*FAMILIES)
BASED = frozenset({"based", "headquartered"})
LEAST, MARGIN = 0.42, 0.1  # of prominence: to be meant, and to be so before the next
# What a body keeps of its prominence, by how many sentences ago it was named.
DISTANCE = (1.0, 0.85, 0.6, 0.45, 0.35, 0.28, 0.22)
AKIN_REACH, REACH = 12, 6  # sentences
MOST = 60  # organisations: of more none is "the company"


def standing_body(walk: Walk, index: int) -> Referent | None:
    """ "The company": the organisation in view, where one stands out and is no ministry or court."""
    text = walk.text
    told = lands_before(text, index)
    if is_another(text, index, OTHERS | {"new"}):
        return None
    fitting = [
        body
        for body in walk.bodies.values()
        if body.type == "ORG"
        and body.number is not None
        and not body.roles & PUBLIC
        and text.sentence[index] - body.sentence < 4
        and walk.fresh.get(text.lower[index], -1) < body.sentence
        and not (told and body.lands and not told & body.lands)
    ]
    fitting = [body for body in fitting if told & body.lands] or fitting
    ranked = sorted(((prominence(text, index, body), body) for body in fitting), key=lambda item: -item[0])
    if not ranked or ranked[0][0] < LEAST or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1] if ranked[0][1].role >= 0.6 else None


def lands_before(text: Text, index: int) -> set[str]:
    """The countries told before the noun: "the Japanese firm", "the Oslo-based group"."""
    children = text.children.get(index, ())
    seats = [seat for child in children if text.lower[child] in BASED for seat in text.children.get(child, ())]
    parts = [child for child in children if peoples(text, child)] + [seat for seat in seats if seat in text.names]
    return {text.entities[text.names[part][0]].country or "" for part in parts} - {""}


def peoples(text: Text, index: int) -> bool:
    """ "The Japanese firm", "the Detroit firm": told by its place, which the article has told of it or not."""
    return index in text.names and text.entities[text.names[index][0]].type in {"NORP", "GPE"}


def is_another(text: Text, index: int, others: frozenset[str]) -> bool:
    """Whether a word of the phrase tells another body: "the next firm", "the Airbus group", "the oil company"."""
    return any(
        text.lower[child] in others
        or ((text.inside[child] or text.deps[child] == "compound") and not peoples(text, child))
        for child in text.children.get(index, ())
    )


def based(text: Text, index: int) -> bool:
    """ "The Oslo-based group": told by its seat, which is news of one that the article has named by nothing else."""
    return any(text.lower[child] in BASED for child in text.children.get(index, ()))


def prominence(text: Text, index: int, body: Referent) -> float:
    """How much in view a body is at the noun: how near, in what role, how often named."""
    away = text.away(index, body.sentence)
    value = (DISTANCE[away] if away < len(DISTANCE) else 0.15) * body.role
    apart = text.paragraph[index] != body.paragraph and away <= 2 and not salience.opens_paragraph(text, index)
    value *= (0.85 if apart else 1.0) * (0.75 if body.reported else 1.0) * (0.6 if body.quoted else 1.0)
    return value + 0.03 * min(body.count, 8)


def only(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The party", "the fund": the one body named so far that is of such a kind, or of no known kind."""
    text = walk.text
    if (
        noun not in KINDS
        or noun in walk.fresh
        or len(walk.named) >= MOST
        or text.quoted[index]
        or determined(text, index) != "the"
    ):
        return None
    if is_another(text, index, OTHERS):
        return None
    land = lands_before(text, index)
    told = any(text.deps[child] == "amod" for child in text.children.get(index, ()))
    named = [body for body in walk.named if not (land and body.lands and not land & body.lands)]
    kin = [body for body in named if roles.akin(noun, body.roles, FAMILIES)]
    unknown = [body for body in named if not body.roles & KINDS]
    if land:
        same = [body for body in (kin or unknown) if land & body.lands]
        kin, unknown = same or kin, same or unknown
    kin = [body for body in kin if body.count > 1 or body.role >= 0.6]
    if len(kin) == 1:
        later = any(body.token > kin[0].token and (body.count > 1 or body.role >= 0.6) for body in unknown)
        return (
            kin[0] if not later and (land or not told) and text.sentence[index] - kin[0].sentence < AKIN_REACH else None
        )
    if kin or len(unknown) != 1 or (told and not land) or noun in VAGUE:
        return None
    body = unknown[0]
    near = text.sentence[index] - body.sentence < REACH
    return body if near and body.count > 1 and body.role >= 0.6 else None


def topic(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The company", however far from its name: the one that the article is about, with no other near."""
    text = walk.text
    if noun not in FIRM - MEDIA or len(walk.named) >= MOST or text.quoted[index] or determined(text, index) != "the":
        return None
    if is_another(text, index, OTHERS | {"new"}):
        return None
    land = lands_before(text, index)
    loose = noun in GROUPS
    if loose and any(
        text.deps[child] == "amod" and text.lower[child] not in BASED and not peoples(text, child)
        for child in text.children.get(index, ())
    ):
        return None
    fitting = [
        body
        for body in walk.named
        if text.entities[body.number or 0].name.casefold() not in STATES
        and may_be(noun, body.roles)
        and not (land and (body.lands or loose) and not land & body.lands)
    ]
    ranked = sorted(fitting, key=lambda body: (-body.count, body.since))
    if not ranked or (ranked[0].count < 2 and ranked[0].since > 1) or (loose and ranked[0].count < 3):
        return None
    here = text.sentence[index]
    for other in ranked[1:]:
        near = here - other.sentence < 2 and other.role >= 0.5
        if near or other.count * 2 > ranked[0].count:
            return None
    return ranked[0]


def may_be(noun: str, called: set[str]) -> bool:
    """Whether a body of these nouns may be a firm, and one of this trade."""
    return not called & (PUBLIC | NO_FIRM) and (noun in GENERAL or noun in called or not called & TRADES)
