"""Pronouns and nominals: which entity "he" and "the ministry" are.

    gender     which pronouns may stand for a person
    pronouns   "he", "she", "his", "itself", "they": salience, agreement and binding; nothing where two readings are close
    speakers   "I" and "my" inside a quotation are its speaker
"""

from __future__ import annotations

from dataclasses import replace

from service.extraction.annotations import Entity, Mention, Statement
from service.extraction.article import Article
from service.extraction.coreference import pronouns, speakers


def resolve(article: Article, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The entities with their nominal and pronoun mentions added."""
    return extended(entities, pronouns.find(article, entities))


def resolve_speakers(
    article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Entity, ...]:
    """The entities with the first persons ("I", "my") inside quotations added to their speakers."""
    return extended(entities, speakers.find(article, entities, statements))


def extended(entities: tuple[Entity, ...], added: dict[str, list[Mention]]) -> tuple[Entity, ...]:
    """The entities with further mentions by entity id, each entity's in order of position."""
    return tuple(
        replace(entity, mentions=tuple(sorted((*entity.mentions, *added[entity.id]), key=lambda m: (m.start, m.end))))
        if added.get(entity.id)
        else entity
        for entity in entities
    )
