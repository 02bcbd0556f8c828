"""Who and what is named, and which names are the same one."""

from __future__ import annotations

from service.extraction.annotations import Entity, Time
from service.extraction.article import Article


def find(article: Article, times: tuple[Time, ...]) -> tuple[Entity, ...]:
    """Every named entity with its name mentions, by first mention.  `times` are left to the times layer."""
    return ()
