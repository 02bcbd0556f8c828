"""What dates are named, and which days they are.

    lexemes → grammar → recognise (screen) → normalise: drafts → resolve

The grammar runs over the words alone; the parse then rules out false alarms and says which way a clause looks.
In two steps, as Strötgen and Gertz describe for HeidelTime (2010): first an underspecified value, which its clause, the
times before it and the publication date then settle.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from service.extraction.annotations import Time
from service.extraction.article import Article
from service.extraction.times import calendar, publication
from service.extraction.times.context import Context, Story
from service.extraction.times.lexemes import lex
from service.extraction.times.ranges import Found
from service.extraction.times.recognise import recognise
from service.extraction.times.resolve import settle
from service.extraction.times.tense import Tenses, is_aside
from service.extraction.times.zones import offset

__all__ = ["find", "publication_date"]

# How the drafts are settled that depend on which way their clause looks.
TENSED = frozenset({
    "clock", "periodic", "weekday", "holiday", "range", "dated", "around", "nth", "beside", "overnight", "edge",
    "later", "next", "new_year", "school_year",
})  # fmt: skip
# Periods longer than a quarter that companies report on.
REPORTED = frozenset({"P6M", "P9M", "P12M"})
WEEK, DAY = timedelta(7), timedelta(1)
EASTERNMOST = timedelta(hours=14)  # ahead of UTC, and no zone further
# What joins a length to the time at which it ends: "the year *to* June".
RUN_TO = re.compile(r"\s+(?:to|ended|ending)\s+(?:on\s+)?")
LINE = 60
# A short line without a stop: a heading that ends what the day above it heads.
HEADING = re.compile(r"(?<=\n)[^\n]{2,60}[^\n.,;:!?\"'”’)](?=\n)")
COUNTED = re.compile(r"P(\d{1,3})([YMW])")
CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d")
AMOUNTS = frozenset({"%", "percent", "million", "billion"})


def publication_date(article: Article) -> date | None:
    """The publication date where the text or the headline proves it, else None.  The clock is never read."""
    return publication.infer(article.text, article.title)


def find(article: Article) -> tuple[Time, ...]:
    """Every time expression of the article, resolved against `article.published`, by position.

    A line that is nothing but the date of publication is the article's own date, no time that it speaks of.
    """
    reading = Reading(article)
    times: list[Time] = []
    for found in recognise(article, lex(article.text)):
        value = reading.value(found)
        if reading.is_own_date(found, value):
            continue
        words = article.text[found.start : found.end]
        zoned = value + offset(words, value, article.text)
        bounds = calendar.clock_bounds(zoned) if found.draft.type == "TIME" else calendar.day_bounds(value)
        if reading.context.spread:
            bounds = calendar.ends(reading.context.spread, found.draft.type == "TIME")
        if times and bounds[1] and RUN_TO.fullmatch(article.text[times[-1].end : found.start][:20]):
            times[-1] = ended(times[-1], bounds[1])
        if times and value[-1:] == "Z" and article.text[times[-1].end : found.start] == " (":
            times[-1] = local(times[-1], value)
        times.append(Time(f"t{len(times) + 1}", found.start, found.end, words, found.draft.type, value, *bounds))
    return tuple(times)


def local(time: Time, utc: str) -> Time:
    """The clock time with the day that it has by what stands beside it: "at 4:12 a.m. (2012 GMT Monday)"."""
    if not (CLOCK.fullmatch(time.value) and CLOCK.fullmatch(utc[:-1])):
        return time
    here, there = datetime.fromisoformat(time.value), datetime.fromisoformat(utc[:-1])
    ahead = (here - there) % DAY
    try:
        here = there + (ahead if ahead <= EASTERNMOST else ahead - DAY)
    except OverflowError:
        return time
    value = here.isoformat(timespec="minutes")
    earliest, latest = calendar.clock_bounds(value)
    return replace(time, value=value, earliest=earliest, latest=latest)


def ended(length: Time, last: str) -> Time:
    """The length that ends with a day: "the year to June", "the six months ended Dec. 31"."""
    counted = COUNTED.fullmatch(length.value) if length.text[:4].lower() == "the " else None
    after = calendar.add_days(date.fromisoformat(last[:10]), 1)
    first = calendar.step(after, counted[2], -int(counted[1])) if counted and after else None
    return replace(length, earliest=first.isoformat(), latest=last[:10]) if first else length


class Reading:
    """One reading of an article from its first time to its last."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.context = Context(article.published)
        if article.title:
            self.read_title(article.title)
        self.story = Story(article)
        self.tenses = Tenses()
        self.paragraph = self.clock_in = -1
        self.position = 0
        self.quarter_in = -1
        self.amounts: dict[int, bool] = {}

    def read_title(self, title: str) -> None:
        """What the headline says of years holds for the story: "March 2023", "March 20, 2023"."""
        self.context.stated.update(publication.years_of_months(title))
        for _, _, when in publication.full_dates(title):
            self.context.stated[when.isoformat()[4:]] = f"{when.year:04d}"

    def value(self, found: Found) -> str:
        """The value of the next time, settled by what was read so far."""
        draft = found.draft
        token = self.article.token(found.start)
        tensed = draft.settle in TENSED or draft.anchor == "context"
        root = self.article.tokens(found.start, found.end).root if tensed else token
        sentence = self.article.sentence_of[token.i]
        self.context.compared = draft.settle == "comparison" and (
            self.has_amount(sentence) or self.quarter_in == sentence
        )
        self.context.told = self.story.year(sentence)
        if self.context.heading and HEADING.search(self.article.text, self.position, found.start):
            self.context.heading = None
        self.enter(self.article.paragraph_of[token.i])
        way = self.tenses.way(root) if tensed else 0
        self.context.planned = way == 1 and bool(self.context.weekdays) and self.tenses.was_planned(root)
        self.context.spread.clear()
        value = settle(draft, self.context, way)
        if draft.type in {"DATE", "TIME"} and draft.settle != "clock" and found.rule != "holiday":
            self.context.note(value, draft)
        if calendar.grain_of(value) == "Q" and draft.settle != "comparison":
            self.quarter_in = sentence
        if value in REPORTED:
            self.context.months = True
        if calendar.grain_of(value) == "D" and "T" not in value:
            self.context.near = value
        if calendar.grain_of(value[:10]) == "D" and draft.settle not in {"clock", "overnight"}:
            self.note_recent(value[:10], is_aside(root))
        if CLOCK.fullmatch(value):
            self.context.clock, self.clock_in = value, self.paragraph
        self.story.note(sentence, draft, value)
        if self.heads(found, value):
            self.context.heading = value
        self.context.before, self.position = value, found.end
        return value

    def heads(self, found: Found, value: str) -> bool:
        """Whether a day of the past makes up a line by which the reports below it are dated: "Thursday, Jan. 9"."""
        text, published = self.article.text, self.article.published
        if published is None or calendar.grain_of(value) != "D" or "T" in value or value >= published.isoformat():
            return False
        line = text.rfind("\n", max(0, found.start - LINE), found.start) + 1
        end = text.find("\n", found.end, found.end + LINE)
        return (
            line > 0 and end > 0 and not text[line : found.start].strip() and not text[found.end : end].strip(" :.\t\r")
        )

    def note_recent(self, day: str, aside: bool) -> None:
        """Remember a day of the week before the publication: what the news is about, if not told `aside`."""
        published, found = self.article.published, calendar.bounds(day)
        if published and found and timedelta(0) <= published - found[1] <= WEEK:
            if not aside or self.context.story is None or day > self.context.story:
                self.context.story = day
            self.context.weekdays[found[1].isoweekday()] = day

    def enter(self, paragraph: int) -> None:
        """A new paragraph speaks of no day yet; without a publication date, of no time that others could lean on."""
        if paragraph != self.paragraph:
            self.paragraph, self.context.near, self.context.fresh = paragraph, self.context.heading, False
            if paragraph > self.clock_in + 1:
                self.context.clock = None
            if self.context.published is None:
                self.context.forget()

    def has_amount(self, sentence: int) -> bool:
        """Whether the sentence speaks of money or per cent."""
        if sentence not in self.amounts:
            tokens = self.article.sentences[sentence]
            self.amounts[sentence] = any(token.tag_ == "$" or token.lower_ in AMOUNTS for token in tokens)
        return self.amounts[sentence]

    def is_own_date(self, found: Found, value: str) -> bool:
        published = self.article.published
        return (
            published is not None
            and value == published.isoformat()
            and publication.is_own_line(self.article.text, found.start, found.end)
        )
