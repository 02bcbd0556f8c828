"""Pronouns and nominals: which entity "he" and "the ministry" are."""

from __future__ import annotations

from service.extraction.annotations import Entity, Statement
from service.extraction.article import Article


def resolve(article: Article, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The entities with their nominal and pronoun mentions added."""
    return entities


def resolve_speakers(
    article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...]
) -> tuple[Entity, ...]:
    """The entities with the first persons ("I", "my") inside quotations added to their speakers."""
    return entities
