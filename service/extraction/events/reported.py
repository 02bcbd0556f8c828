"""Which statement vouches for an event."""

from __future__ import annotations

from service.extraction.annotations import Statement
from service.extraction.article import Article


class Reports:
    """The statements of one article by the tokens of their contents; the innermost one wins."""

    def __init__(self, article: Article, statements: tuple[Statement, ...]) -> None:
        owner: list[str | None] = [None] * len(article.doc)
        contents = [
            (article.indices(span.start, span.end), statement.id)
            for statement in statements
            for span in statement.content.spans
        ]
        # the widest first, what is inside it over it; of two alike the first one has the last word
        order = sorted(range(len(contents)), key=lambda n: (len(contents[n][0]), n), reverse=True)
        for inside, id_ in (contents[n] for n in order):
            owner[inside.start : inside.stop] = [id_] * len(inside)
        self.owner = owner

    def innermost(self, token: int) -> str | None:
        """The id of the smallest statement whose content holds the token."""
        return self.owner[token]
