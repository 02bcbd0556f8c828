"""Pronouns and nominals: which entity "he" and "the ministry" are.

text       words and arcs as lists, quotations, the heads of names
referents  what is known of everyone who may be meant: gender, roles, where last mentioned
walk       one walk in order of the text; its state is who is in view
pronouns   "he", "its", "who": agreement and binding; nothing where two readings are about equal
salience   how likely everybody in view is meant by "he", by learnt weights
lede       somebody told of before being named
things     "it", "they": names compete with the common nouns beside them
phrases    where noun phrases begin and end
roles      the nouns that people, bodies and places are called by
gender     which pronouns may stand for somebody
descriptions what the article calls somebody, for the entity
apposition "Tom Reed, a lawyer", "Tom Reed is a lawyer"
nominals   "the ministry", "the spokesman"
aliases    "Big Jim, as he is known"
epithets   "the 23-year-old", "the former teacher": somebody in view by another noun
bodies     "the company", "the fund": the one that the article is about
kin        "his wife", "her party": known by whose they are
speakers   "I" and "my" inside a quotation are its speaker
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from service.extraction.annotations import Entity, Mention, Span, Statement
from service.extraction.article import Article
from service.extraction.coreference import aliases, descriptions, speakers
from service.extraction.coreference.speakers import Known
from service.extraction.coreference.walk import Walk
from service.extraction.records import record


@record
class Resolved:
    """`entities` with their nominal and pronoun mentions; `unnamed` are the phrases other pronouns stand for.

    `unnamed` is keyed by the offset of the pronoun: "they" → "former crew members".  `known` is what the speakers'
    "we" and "my wife" may mean.
    """

    entities: tuple[Entity, ...]
    unnamed: Mapping[int, Span]
    known: Known


def resolve(article: Article, entities: tuple[Entity, ...]) -> Resolved:
    """The entities with their nominal and pronoun mentions added, and people described where the article does."""
    walk = Walk(article, entities)
    added = walk.run()
    told = descriptions.find(walk)
    described = tuple(
        replace(entity, description=told[number]) if number in told else entity
        for number, entity in enumerate(entities)
    )
    same = aliases.settled(walk)
    ids = [entities[same.get(number, number)].id for number in range(len(entities))]
    known = Known(walk.served(ids), walk.relatives(ids))
    return Resolved(merged(extended(described, added), same), walk.unnamed(), known)


def merged(entities: tuple[Entity, ...], same: dict[int, int]) -> tuple[Entity, ...]:
    """The entities without those that are others under another name, whose mentions their bearers get."""
    if not same:
        return entities
    gained: dict[str, list[Mention]] = {}
    for number, bearer in same.items():
        gained.setdefault(entities[bearer].id, []).extend(entities[number].mentions)
    return extended(tuple(each for number, each in enumerate(entities) if number not in same), gained)


def resolve_speakers(
    article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...], known: Known
) -> tuple[Entity, ...]:
    """The entities with the first persons ("I", "my") inside quotations added to their speakers, "my wife" to her."""
    return extended(entities, speakers.find(article, entities, statements, known))


def extended(entities: tuple[Entity, ...], added: dict[str, list[Mention]]) -> tuple[Entity, ...]:
    """The entities with further mentions by entity id, each entity's in order of position."""
    return tuple(
        replace(entity, mentions=tuple(sorted((*entity.mentions, *added[entity.id]), key=lambda m: (m.start, m.end))))
        if added.get(entity.id)
        else entity
        for entity in entities
    )


__all__ = ["Known", "Resolved", "resolve", "resolve_speakers"]
