"""What happened, who did it, when, and who says so."""

from __future__ import annotations

from service.extraction.annotations import Entity, Event, Statement, Time
from service.extraction.article import Article
from service.extraction.events.assemble import assemble


def find(
    article: Article,
    times: tuple[Time, ...],
    entities: tuple[Entity, ...],
    statements: tuple[Statement, ...],
    undated: bool = False,
) -> tuple[Event, ...]:
    """The events with a date, or where `undated` all of them, by position of the trigger."""
    return assemble(article, times, entities, statements, undated)
