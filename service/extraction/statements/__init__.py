"""Who said what: a finder's candidates, then sources resolved, running speech, polarity, dates and nesting."""

from __future__ import annotations

from service.extraction.annotations import Content, Cue, Entity, Source, Span, Statement, Time
from service.extraction.article import Article
from service.extraction.statements import rules
from service.extraction.statements.candidates import Candidate, Spans

__all__ = ["Candidate", "find"]


def find(article: Article, times: tuple[Time, ...], entities: tuple[Entity, ...]) -> tuple[Statement, ...]:
    """Every attributed statement, by position of its content."""
    return assemble(article, times, entities, rules.candidates(article, entities))


def assemble(
    article: Article, times: tuple[Time, ...], entities: tuple[Entity, ...], found: list[Candidate]
) -> tuple[Statement, ...]:
    """Statements from the candidates of either finder."""

    def spans(of: Spans) -> tuple[Span, ...]:
        return tuple(article.slice(start, end) for start, end in of)

    statements = []
    open_ones: list[tuple[int, str]] = []
    for n, candidate in enumerate(sorted(found, key=lambda c: (c.start, -c.end)), 1):
        while open_ones and open_ones[-1][0] < candidate.end:
            open_ones.pop()
        statements.append(
            Statement(
                f"s{n}", "indirect", Source(spans(candidate.source), None, None) if candidate.source else None,
                Cue(spans(candidate.cue), candidate.lemma) if candidate.cue else None, Content(spans(candidate.content)),
                None, candidate.polarity or "positive", None, open_ones[-1][1] if open_ones else None, None,
            )
        )  # fmt: skip
        open_ones.append((candidate.end, f"s{n}"))
    return tuple(statements)
