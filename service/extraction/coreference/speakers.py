"""The first person inside a quotation is its speaker."""

from __future__ import annotations

from service.extraction.annotations import Entity, Mention, Statement
from service.extraction.article import Article

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
BODIES = frozenset({"ORG", "GPE", "NORP"})


def find(article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> dict[str, list[Mention]]:
    """Mentions of the first person by entity id: "I" of a person, "we" of a body; of two quotations the inner."""
    kinds = {entity.id: entity.type for entity in entities}
    found: dict[str, list[Mention]] = {}
    seen: set[int] = set()
    for statement in sorted(statements, key=length):
        speaker = statement.source.entity if statement.source else None
        if speaker is None or speaker not in kinds or statement.type == "indirect":
            continue
        wanted = SINGULAR if kinds[speaker] == "PERSON" else PLURAL if kinds[speaker] in BODIES else frozenset()
        for span in statement.content.spans:
            for token in article.tokens(span.start, span.end):
                if token.tag_ not in {"PRP", "PRP$"} or token.idx in seen or token.lower_ not in SINGULAR | PLURAL:
                    continue
                seen.add(token.idx)
                if token.lower_ in wanted:
                    mention = Mention(token.idx, token.idx + len(token), token.text, "pronoun")
                    found.setdefault(speaker, []).append(mention)
    return found


def length(statement: Statement) -> int:
    """How many characters the statement's content has."""
    return sum(span.end - span.start for span in statement.content.spans)
