"""Who and what is named, and which names are the same one.

layout     datelines, headlines in capitals, tables, credits: read by the shape of the line
extents    the model's names with articles, titles and possessives cut off, joined names cut apart
persons    persons' names made whole, and cut right
known      names that everybody knows: made whole, or found where the model passed them over
missed     names that the model passed over
again      names that the article has elsewhere
initials   "the World Health Organization (WHO)"
tails      honours and forms of company at a name's end
types      one type a name, voted over the whole article
evidence   what one mention says of its type
predicates what its verb says of it
kinds      what words of a name, and words for a thing, tell
clusters   one entity for one thing
people     which names of a person are the same one's
nested     names inside longer names
headline   first names that only the headline gives
amounts    sums, shares and measures with value and unit
places     countries, their people and their cities
"""

from __future__ import annotations

from service.extraction.annotations import Entity, Mention, Time
from service.extraction.article import Article
from service.extraction.entities import (
    amounts,
    clusters,
    extents,
    headline,
    initials,
    known,
    layout,
    missed,
    tails,
    types,
)
from service.extraction.entities.reading import Reading


def find(article: Article, times: tuple[Time, ...]) -> tuple[Entity, ...]:
    """Every named entity with its name mentions, and every amount, by first mention.  `times` are left out."""
    reading = Reading(article, times)
    shape = layout.read(reading)
    names = shape.names + known.whole(reading, extents.find(reading, shape.dropped), shape.dropped)
    names += missed.find(reading, names, shape)
    names = tails.settle(reading, initials.read(reading, names))
    names.sort(key=lambda name: (name.first, -name.last))
    types.repair(reading, names, shape.sport)
    found = [*clusters.build(reading, names, shape.sport), *amounts.find(reading)]
    found.sort(key=lambda entity: (entity.mentions[0].start, entity.mentions[0].end))
    title = article.title or ""
    return tuple(
        Entity(
            id=f"e{number}",
            name=headline.full_name(entity.name, title) if title and entity.type == "PERSON" else entity.name,
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
