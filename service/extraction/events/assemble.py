"""The walk of the events layer: triggers → reality, date, type and arguments of each → one event for many tellings."""

from __future__ import annotations

from service.extraction.annotations import Entity, Event, Extent, Statement, Time, Trigger
from service.extraction.article import Article
from service.extraction.events import modality, triggers


def assemble(
    article: Article,
    times: tuple[Time, ...],
    entities: tuple[Entity, ...],
    statements: tuple[Statement, ...],
) -> tuple[Event, ...]:
    found = []
    for number, token in enumerate(triggers.find(article, statements), 1):
        reality = modality.of(token)
        span = article.span(token.i, token.i)
        sentence = article.sentences[article.sentence_of[token.i]]
        found.append(
            Event(
                f"v{number}",
                Trigger(span.start, span.end, span.text, token.lemma_),
                None,
                None,
                (),
                None,
                None,
                reality.modality,
                reality.polarity,
                reality.tense,
                Extent(sentence.start_char, sentence.end_char),
                None,
            )
        )
    return tuple(found)
