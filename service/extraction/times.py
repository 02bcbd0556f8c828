"""What dates are named, and which days they are."""

from __future__ import annotations

from datetime import date

from service.extraction.annotations import Time
from service.extraction.article import Article


def publication_date(article: Article) -> date | None:
    """The publication date where the text proves it, else None.  The clock is never read."""
    return None


def find(article: Article) -> tuple[Time, ...]:
    """Every time expression of the article, resolved against `article.published`, by position."""
    return ()
