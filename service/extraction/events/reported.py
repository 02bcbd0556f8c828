"""Which statement vouches for an event."""

from __future__ import annotations

from service.extraction.annotations import Statement
from service.extraction.article import Article
from service.extraction.events.triggers import cue_tokens


class Reports:
    """The statements of one article by the tokens of their contents; the innermost one wins."""

    def __init__(self, article: Article, statements: tuple[Statement, ...]) -> None:
        owner: list[Statement | None] = [None] * len(article.doc)
        contents = [
            (article.indices(span.start, span.end), statement)
            for statement in statements
            for span in statement.content.spans
        ]
        # the widest first, what is inside it over it; of two alike the first one has the last word
        order = sorted(range(len(contents)), key=lambda n: (len(contents[n][0]), n), reverse=True)
        for inside, statement in (contents[n] for n in order):
            owner[inside.start : inside.stop] = [statement] * len(inside)
        self.owner = owner
        today = [each for each in statements if each.date and each.date.basis == "published"]
        self.today = cue_tokens(article, today)
        # the days of cues that are known from the text, by the cue's words
        self.days = {
            token: each.date
            for each in statements
            if each.date and each.date.basis != "published"
            for token in cue_tokens(article, [each])
        }

    def is_said_today(self, token: int) -> bool:
        """Whether it is the cue of a statement that was made, for all the text tells, on the day of publication."""
        return token in self.today

    def innermost(self, token: int) -> Statement | None:
        """The smallest statement whose content holds the token."""
        return self.owner[token]
