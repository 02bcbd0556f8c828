"""Lines that are a date and nothing else, as diaries and chronologies have them: each dates what stands below it, up to
the next one or to a heading in capitals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from service.extraction.annotations import Time, is_day
from service.extraction.article import Article

AROUND = 12  # characters, at most, that a heading has besides its date: "* Monday, 3 May:"
SECTION = re.compile(r"^[A-Z][A-Z’'&/ -]{3,40}$", re.MULTILINE)  # "COURT NEWS": no day's any more
FEWEST = 2  # headings; one alone is the dateline, or says when the page was written


class Headings:
    """The date headings of one article."""

    def __init__(self, article: Article, times: Sequence[Time]) -> None:
        found = [time for time in times if is_day(time) and is_alone(article.text, time)]
        if len({time.earliest[:10] for time in found if time.earliest}) < FEWEST:
            found = []
        self.ids = {time.id for time in found}
        days = [(time.start, time.earliest[:10] if time.earliest else None) for time in found]
        sections = SECTION.finditer(article.text, found[0].end) if found else ()
        dated = sorted(time.start for time in found)
        days += [(each.start(), None) for each in sections if not holds(each, dated)]
        self.starts = [article.index(start) for start, _ in sorted(days, key=lambda pair: pair[0])]
        self.days = [each for _, each in sorted(days, key=lambda pair: pair[0])]

    def above(self, token: int) -> str | None:
        """The day of the last heading before the token."""
        place = bisect_right(self.starts, token)
        return self.days[place - 1] if place else None


def holds(line: re.Match[str], dated: Sequence[int]) -> bool:
    """Whether the line is itself one of the dates, which begin there in order: "TUESDAY"."""
    place = bisect_left(dated, line.start())
    return place < len(dated) and dated[place] < line.end()


def is_alone(text: str, time: Time) -> bool:
    """Whether the line holds no other word."""
    start = text.rfind("\n", max(0, time.start - AROUND), time.start) + 1
    end = text.find("\n", time.end, time.end + AROUND)
    if (not start and time.start > AROUND) or (end < 0 and len(text) > time.end + AROUND):
        return False
    around = text[start : time.start] + text[time.end : end if end >= 0 else len(text)]
    return not any(map(str.isalnum, around))
