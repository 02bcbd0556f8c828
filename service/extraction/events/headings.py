"""Lines that are a date and nothing else, as diaries and chronologies have them: each dates what stands below it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from service.extraction.annotations import Time
from service.extraction.article import Article
from service.extraction.events.bounds import day, is_day

AROUND = 12  # characters, at most, that a heading has besides its date: "* Monday, 3 May:"
FEWEST = 2  # headings; one alone is the dateline, or says when the page was written


class Headings:
    """The date headings of one article."""

    def __init__(self, article: Article, times: Sequence[Time]) -> None:
        found = [time for time in times if is_day(time) and is_alone(article.text, time)]
        if len({day(time.earliest) for time in found}) < FEWEST:
            found = []
        self.ids = {time.id for time in found}
        self.starts = [article.index(time.start) for time in found]
        self.days = [day(time.earliest) for time in found]

    def above(self, token: int) -> str | None:
        """The day of the last heading before the token."""
        place = bisect_right(self.starts, token)
        return self.days[place - 1] if place else None


def is_alone(text: str, time: Time) -> bool:
    """Whether the line holds no other word."""
    start = text.rfind("\n", max(0, time.start - AROUND), time.start) + 1
    end = text.find("\n", time.end, time.end + AROUND)
    if (not start and time.start > AROUND) or (end < 0 and len(text) > time.end + AROUND):
        return False
    around = text[start : time.start] + text[time.end : end if end >= 0 else len(text)]
    return not any(map(str.isalnum, around))
