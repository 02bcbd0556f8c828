"""Who said what."""

from __future__ import annotations

from service.extraction.annotations import Entity, Statement, Time
from service.extraction.article import Article


def find(article: Article, times: tuple[Time, ...], entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """Every attributed statement, by position of its content."""
    return ()
