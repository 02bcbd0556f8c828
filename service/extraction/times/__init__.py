"""What dates are named, and which days they are.

    lexemes → grammar → recognise (screen) → normalise: drafts → resolve

The grammar runs over the words alone; the parse then rules out false alarms and says which way a clause looks.
In two steps, as Strötgen and Gertz describe for HeidelTime (2010): an underspecified value first, which its context settles.
"""

from __future__ import annotations

from datetime import date

from service.extraction.annotations import Time
from service.extraction.article import Article
from service.extraction.times import calendar, publication
from service.extraction.times.lexemes import lex
from service.extraction.times.recognise import recognise
from service.extraction.times.resolve import Context, Story, settle
from service.extraction.times.tense import clause_way

# How the drafts are settled that depend on which way their clause looks.
TENSED = frozenset({"periodic", "weekday", "holiday", "range", "dated"})

__all__ = ["find", "publication_date"]


def publication_date(article: Article) -> date | None:
    """The publication date where the text proves it, else None.  The clock is never read."""
    return publication.infer(article.text)


def find(article: Article) -> tuple[Time, ...]:
    """Every time expression of the article, resolved against `article.published`, by position.

    A line that is nothing but the date of publication is the article's own date, no time that it speaks of.
    """
    context = Context(article.published)
    story = Story(article)
    times: list[Time] = []
    for found in recognise(article, lex(article.text)):
        draft = found.draft
        way = clause_way(article.token(found.start)) if draft.settle in TENSED else 0
        context.compared = draft.settle == "comparison" and has_amount(article, found.start)
        sentence = article.sentence_of[article.index(found.start)]
        context.told = story.year(sentence)
        value = settle(draft, context, way)
        story.note(sentence, draft, value)
        if draft.type == "DATE":
            context.note(value, draft)
        if article.published and value == article.published.isoformat() and publication.is_own_line(article.text, found.start, found.end):
            continue
        bounds = calendar.clock_bounds(value) if draft.type == "TIME" else calendar.day_bounds(value)
        words = article.text[found.start : found.end]
        times.append(Time(f"t{len(times) + 1}", found.start, found.end, words, draft.type, value, *bounds))
    return tuple(times)


def has_amount(article: Article, offset: int) -> bool:
    """Whether the sentence at the offset speaks of money or per cent."""
    sentence = article.sentences[article.sentence_of[article.index(offset)]]
    return any(token.tag_ == "$" or token.lower_ in {"%", "percent", "million", "billion"} for token in sentence)
