"""Who did it to whom, where: the arguments of an event."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.annotations import Argument, Entity
from service.extraction.article import Article


class EntityIndex:
    """Which entity stands at an offset."""

    def __init__(self, article: Article, entities: tuple[Entity, ...]) -> None:
        self.entities = entities


def find(article: Article, trigger: Token, index: EntityIndex) -> tuple[Argument, ...]:
    return ()
