"""What is known of time while an article is read: what was told last, and the year that a story has gone back to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from service.extraction.article import Article
from service.extraction.times import calendar
from service.extraction.times.drafts import Draft


@dataclass
class Context:
    """What is known while the text is read.

    Args:
        published: the publication date, or None.
        last: the value spoken of last, of any grain; None at first.
        fresh: whether it was told in this paragraph.
        by_grain: the value spoken of last, by grain.
        begun, begun_by_grain: the same, of what is not still to come.
        over: the last value told of a year before that of the publication.
        stated: by value without its year (``-03-20``): the year that a full date of this day gave it last;
            by month, the year that the headline gave it.
        quarter: the quarter (or half) that is reported on.
        months: whether what was reported on last is longer: "for the nine months".
        near: the day that the paragraph spoke of last, or that of the heading above it.
        heading: the day that is all that a line says, of which what follows tells: "Thursday, Jan. 9".
        clock: the clock time told last, in this paragraph or the one before, with its day: ``2021-01-09T14:36``.
        story: the last day told of in the week before the publication.
        told: the past year that the story has gone back to, as this or the last sentence says; else None.
        before: the value of the time that stands before this one.
        weekdays: the days of the week before the publication that were told, by ISO weekday.
        planned: whether the clause says what was to come, which may be over: "was due to meet on Tuesday".
        spread: the first and the last day that the time just settled may be, if it was counted from a month or a year.
        compared: whether the sentence holds an amount or a share, so that "a year earlier" compares quarters.
    """

    published: date | None
    last: str | None = None
    fresh: bool = False
    by_grain: dict[str, str] = field(default_factory=dict)
    begun: str | None = None
    begun_by_grain: dict[str, str] = field(default_factory=dict)
    over: str | None = None
    stated: dict[str, str] = field(default_factory=dict)
    quarter: str | None = None
    months: bool = False
    near: str | None = None
    heading: str | None = None
    story: str | None = None
    clock: str | None = None
    before: str = ""
    spread: list[date] = field(default_factory=list)
    compared: bool = False
    told: str | None = None
    weekdays: dict[int, str] = field(default_factory=dict)
    planned: bool = False

    def note(self, value: str, draft: Draft) -> None:
        """Remember a settled value."""
        if draft.settle == "comparison":
            return
        self.state(value, draft)
        grain = calendar.grain_of(value.split("/")[0])
        found = calendar.bounds(value)
        if grain and found:
            self.last, self.fresh = value, True
            self.by_grain[grain] = value
            if self.published is None or found[0] <= self.published:
                self.begun = value
                self.begun_by_grain[grain] = value
            if self.published and found[1].year < self.published.year:
                self.over = value
            if grain in {"Q", "H"} and self.is_over(value):
                self.quarter, self.months = value, False

    def forget(self) -> None:
        """Drop what was spoken of last; the years that full dates have stated stay."""
        self.last, self.begun, self.quarter = None, None, None
        self.by_grain.clear()
        self.begun_by_grain.clear()

    def looking_back(self) -> Context:
        """The same, as who tells of the past sees it: "the same day" is none that is still to come."""
        return replace(self, last=self.begun, by_grain=self.begun_by_grain)

    def is_over(self, value: str) -> bool:
        """Whether a quarter can be reported on already."""
        found = calendar.bounds(value)
        return self.published is None or (found is not None and found[1] <= self.published)

    def state(self, value: str, draft: Draft) -> None:
        """Remember the year of a full date: it holds for the same day and month in what follows."""
        parts = draft.parts if draft.settle == "range" else (draft,)
        if any(part.settle != "fixed" for part in parts):
            return
        for day in value.split("/"):
            if calendar.grain_of(day) == "D":
                self.stated[day[4:]] = day[:4]

    def day_of(self, anchor: str, last: bool = False) -> date | None:
        """The day that "the next day" counts from: the first of what was told, or its `last` one."""
        if anchor == "context" and self.last:
            found = calendar.bounds(self.last)
            if found:
                return found[last]
        return self.published


# So long ago must a year be for the months told after it to be its own: "in April" after "since 1990" is last April.
STORY_YEARS = 15


@dataclass
class Story:
    """The year that a story has gone back to: "In 1945 the war ended. In May …"."""

    article: Article
    told: str | None = None
    sentence: int = -9

    def year(self, sentence: int) -> str | None:
        """The year told in this sentence or the one before it in the same paragraph."""
        if self.told is None or sentence - self.sentence > 1:
            return None
        starts = [self.article.sentences[i].start for i in (self.sentence, sentence)]
        same_paragraph = self.article.paragraph_of[starts[0]] == self.article.paragraph_of[starts[1]]
        return self.told if same_paragraph else None

    def note(self, sentence: int, draft: Draft, value: str) -> None:
        """Remember a stated past year; any time with another year ends the story."""
        published = self.article.published
        if draft.type != "DATE" or not calendar.bounds(value):
            return
        years = {day.year for day in calendar.bounds(value) or ()}
        year = f"{min(years):04d}"
        if len(years) == 1 and (
            year == self.told or (draft.settle == "fixed" and published and min(years) < published.year - STORY_YEARS)
        ):
            self.told, self.sentence = year, sentence
        else:
            self.told = None
