"""Who and what is named, and which names are the same one.

    extents    the model's names with articles, titles and possessives cut off, joined names cut apart, missed ones added
    types      one type a name, voted over the whole article
    clusters   one entity for one thing
    amounts    sums, shares and measures with value and unit
    places     countries, their people and their cities
"""

from __future__ import annotations

from service.extraction.annotations import Entity, Mention, Time
from service.extraction.article import Article
from service.extraction.entities import amounts, clusters, extents, types
from service.extraction.entities.reading import Reading


def find(article: Article, times: tuple[Time, ...]) -> tuple[Entity, ...]:
    """Every named entity with its name mentions, by first mention; then amounts.  `times` are left to the times layer."""
    reading = Reading(article, times)
    names = extents.find(reading)
    types.repair(reading, names)
    found = [*clusters.build(reading, names), *amounts.find(reading)]
    found.sort(key=lambda entity: (entity.mentions[0].start, entity.mentions[0].end))
    return tuple(
        Entity(
            id=f"e{number}",
            name=entity.name,
            type=entity.type,
            mentions=entity.mentions,
            description=entity.description,
            country=entity.country,
            value=entity.value,
            unit=entity.unit,
        )
        for number, entity in enumerate(found, 1)
    )


__all__ = ["Mention", "find"]
