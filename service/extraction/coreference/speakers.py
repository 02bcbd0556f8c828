"""The first person inside a quotation is its speaker."""

from __future__ import annotations

from service.extraction.annotations import Entity, Mention, Statement
from service.extraction.article import Article

FIRST = frozenset({"i", "me", "my", "mine", "myself"})


def find(article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> dict[str, list[Mention]]:
    """Mentions of the first person by entity id."""
    people = {entity.id for entity in entities if entity.type == "PERSON"}
    found: dict[str, list[Mention]] = {}
    seen: set[int] = set()
    for statement in statements:
        speaker = statement.source.entity if statement.source else None
        if speaker not in people or speaker is None or statement.type == "indirect":
            continue
        for span in statement.content.spans:
            for token in article.tokens(span.start, span.end):
                if token.lower_ in FIRST and token.tag_ in {"PRP", "PRP$"} and token.idx not in seen:
                    seen.add(token.idx)
                    end = token.idx + len(token)
                    found.setdefault(speaker, []).append(Mention(token.idx, end, token.text, "pronoun"))
    return found
