"""Which statement vouches for an event."""

from __future__ import annotations

from service.extraction.annotations import Statement
from service.extraction.article import Article


class Reports:
    """The statements of one article by the tokens of their contents; the innermost one wins."""

    def __init__(self, article: Article, statements: tuple[Statement, ...]) -> None:
        owner: list[str | None] = [None] * len(article.doc)
        width = [len(article.doc) + 1] * len(article.doc)
        for statement in statements:
            for span in statement.content.spans:
                inside = article.indices(span.start, span.end)
                size = len(inside)
                for i in inside:
                    if size < width[i]:
                        owner[i], width[i] = statement.id, size
        self.owner = owner

    def innermost(self, token: int) -> str | None:
        """The id of the smallest statement whose content holds the token."""
        return self.owner[token]
