"""Times that count from others: a month without a day, a season of the past, the heading of a day, midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from service.extraction.annotations import Time
from service.extraction.pipeline import Pipeline

Find = Callable[..., list[Time]]
PUBLISHED = "2024-05-08"  # a Wednesday


@pytest.fixture(scope="session")
def find(pipeline: Pipeline) -> Find:
    """The times of a text, with the times layer alone."""

    def run(text: str, published: str = PUBLISHED) -> list[Time]:
        day = date.fromisoformat(published)
        return list(pipeline.extract(text, published=day, include={"times"}).times)

    return run


def last_value(find: Find, text: str) -> str:
    """The value of the last time of the text."""
    return find(text)[-1].value


@pytest.mark.parametrize(
    ("text", "value", "bounds"),
    [
        ("The mill closed in March 2019. It burnt down two days later.", "2019-03", ("2019-03-03", "2019-04-02")),
        ("The mill closed in March last year and burnt down a week later.", "2023-03", ("2023-03-08", "2023-04-07")),
        ("The mill closed in 2009. Three weeks later it burnt down.", "2009", ("2009-01-22", "2010-01-21")),
        ("The mill closed in 2009. It burnt down six months later.", "2009", ("2009-07-01", "2010-06-30")),
        ("The mill closed in 2009. It burnt down two and a half years later.", "2011", ("2011-07-01", "2012-06-30")),
        ("The mill closed in March 2019. The next day it burnt down.", "2019-03", ("2019-03-02", "2019-04-01")),
        ("The mill closed last week. It burnt down two days later.", "2024-W18", ("2024-05-01", "2024-05-07")),
        (
            "The mill closed in March 2019. The next night it burnt down.",
            "2019-03-XXTNI",
            ("2019-03-02T00:00:00", "2019-04-01T23:59:59"),
        ),
        # Where a day is known, from it; nor is what is as long as the anchor any wider.
        ("The mill closed on 3 March 2019. It burnt down two days later.", "2019-03-05", ("2019-03-05", "2019-03-05")),
        ("The mill closed in March 2019. A month later it burnt down.", "2019-04", ("2019-04-01", "2019-04-30")),
        (
            "The mill closed on 3 May.\n\nIt was built in 1960.\n\nThe next day it burnt down.",
            "2024-05-04",
            ("2024-05-04", "2024-05-04"),
        ),
        (
            "The mill closed on 3 May.\n\nIt was bought in July 2017.\n\nThe next day it burnt down.",
            "2024-05-04",
            ("2024-05-04", "2024-05-04"),
        ),
    ],
)
def test_counted_from_a_month_or_a_year(find: Find, text: str, value: str, bounds: tuple[str, str]) -> None:
    """Two days after a day of March that is not known are no day: as wide as the month, as many days later."""
    time = find(text)[-1]
    assert (time.value, (time.earliest, time.latest)) == (value, bounds)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # Of the last year told before, and never later than the article where the verb is past
        ("She was charged on 9 January 2017.\n\nLast week her clerk spoke. He had left that summer.", "2017-SU"),
        ("The quarry shut in July 2018. It flooded that autumn.", "2018-FA"),
        ("The quarry was sold last week. It flooded that summer.", "2023-SU"),
        ("The quarry was sold in 1952. It flooded that winter.", "1952-WI"),
        ("The quarry was sold on 3 February 1952. It flooded that winter.", "1951-WI"),
        ("The quarry will be sold in June. It will be flooded that summer.", "2024-SU"),
        # The season of a year
        ("The quarry was sold in the spring of last year.", "2023-SP"),
        ("The quarry will be sold in the autumn of next year.", "2025-FA"),
        ("The quarry was sold in 1952 and flooded in the summer of the following year.", "1953-SU"),
        ("The quarry was sold in the summer of 2019.", "2019-SU"),
        ("The quarry was sold late last autumn.", "2023-FA"),
    ],
)
def test_seasons(find: Find, text: str, value: str) -> None:
    """A season is of the year that is told, or said with it."""
    assert last_value(find, text) == value


def test_the_winter_that_it_is(find: Find) -> None:
    """In January "this winter" is the one that began in December."""
    assert find("It has been mild this winter.", "2024-01-15")[0].value == "2023-WI"
    assert find("It will be mild this winter.", "2024-11-15")[0].value == "2024-WI"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rates will fall, but not before March.", "2025-03"),
        ("The verdict is due no sooner than March.", "2025-03"),
        ("The bridge opens no earlier than Friday.", "2024-05-10"),
        ("The bridge is to open no earlier than March.", "2025-03"),
        ("The bridge opened no earlier than March.", "2024-03"),
    ],
)
def test_lower_bounds(find: Find, text: str, value: str) -> None:
    """ "Not before" and "no sooner than" a day put it ahead, unless the past is told."""
    assert last_value(find, text) == value


LOG = """Harbour log

Saturday, May 4
A skipper reported at 6:10 a.m. that nets had been cut overnight.

A shed burnt down shortly after midnight.

Sunday, May 5
The ferry ran aground at 3 p.m. and was freed overnight on Monday.

TIDES
A buoy was lost overnight.
"""


def test_under_the_heading_of_a_day(find: Find) -> None:
    """What is reported under the heading of a day has it, until another heading: the night is the one before."""
    assert [(time.text, time.value) for time in find(LOG)] == [
        ("Saturday, May 4", "2024-05-04"),
        ("6:10 a.m.", "2024-05-04T06:10"),
        ("overnight", "2024-05-03TNI"),
        ("midnight", "2024-05-04T00:00"),
        ("Sunday, May 5", "2024-05-05"),
        ("3 p.m.", "2024-05-05T15:00"),
        ("overnight", "2024-05-04TNI"),
        ("Monday", "2024-05-06"),
        ("overnight", "2024-05-07TNI"),
    ]


def test_a_day_in_a_line_of_text_is_no_heading(find: Find) -> None:
    """A day that its line says more of heads nothing."""
    text = "Harbour log\n\nSaturday, May 4 was calm.\n\nA shed burnt down overnight."
    assert find(text)[-1].value == "2024-05-07TNI"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A shed burnt down shortly after midnight.", "2024-05-08T00:00"),
        ("A shed burnt down at midnight.", "2024-05-08T00:00"),
        ("The shop will open just after midnight.", "2024-05-08T24:00"),
        ("The shop will open at midnight.", "2024-05-08T24:00"),
        ("A shed burnt down shortly after midnight on Monday.", "2024-05-06T00:00"),
        ("A shed burnt down shortly before midnight on Monday.", "2024-05-06T24:00"),
        ("A shed caught fire late on Monday night. It fell in just after midnight.", "2024-05-06T24:00"),
        ("He worked from 6 a.m. to midnight.", "2024-05-08T24:00"),
    ],
)
def test_midnight(find: Find, text: str, value: str) -> None:
    """After midnight a day has begun; the midnight of what is past is none that is to come."""
    assert value in {time.value for time in find(text)}


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("An answer is expected in the new year.", "2024-11-15", "the new year", "2025"),
        ("The shop will reopen early in the new year.", "2024-12-30", "the new year", "2025"),
        ("The shop reopened in the new year.", "2024-02-15", "the new year", "2024"),
        ("The shop reopened in the new year.", "2024-11-15", "the new year", "XXXX"),
        ("The head will retire at the end of the school year.", "2024-02-15", "the end of the school year", "2024"),
        ("The head retired at the end of the school year.", "2024-02-15", "the end of the school year", "2023"),
        ("They voted to close at the end of the school year.", "2024-02-15", "the end of the school year", "2024"),
        ("The head retired at the end of the academic year.", "2024-09-15", "the end of the academic year", "2024"),
        ("The head will retire at the end of the school year.", "2024-10-15", "the end of the school year", "XXXX"),
    ],
)
def test_years_that_are_about_to_begin_or_end(find: Find, text: str, published: str, words: str, value: str) -> None:
    """ "The new year" is about to begin, or has just begun; where a school year ends after July is not known."""
    assert [(time.text, time.value) for time in find(text, published)] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The lifeboat went out at lunchtime.", "lunchtime", "2024-05-08T12"),
        ("The shop shut at lunchtime on Monday.", "lunchtime on Monday", "2024-05-06T12"),
        ("The shop shut on Monday lunchtime.", "Monday lunchtime", "2024-05-06T12"),
        ("Gusts were measured at 7.50 this morning.", "7.50 this morning", "2024-05-08T07:50"),
        ("Gusts were measured just after 3.15 in the afternoon.", "3.15 in the afternoon", "2024-05-08T15:15"),
        ("He was seized in the wee hours of Friday.", "Friday", "2024-05-03"),
    ],
)
def test_hours(find: Find, text: str, words: str, value: str) -> None:
    """Hours as people say them; those of a night are no length."""
    assert [(time.text, time.value) for time in find(text)] == [(words, value)]


def test_a_clock_time_of_this_morning(find: Find) -> None:
    """ "8.40 this morning" is of the day of the article, whatever day stands before it."""
    found = find("The alert of Monday was lifted. Gusts were measured at 8.40 this morning.")
    assert found[-1].value == "2024-05-08T08:40"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Minutes of the board's last session are out.", []),
        ("The minutes of a meeting in Lund are out.", []),
        ("She voted for a quarter-point rise.", []),
        ("Rates rose a quarter percentage point.", []),
        ("The pit lies a quarter mile off.", []),
        ("The clerk asked whether it was lunchtime.", []),
        ("The bond rose to 7.50 this morning.", ["this morning"]),
        ("They met for minutes of small talk.", ["minutes"]),
        ("The talks lasted 20 minutes of the session.", ["20 minutes"]),
        ("The firm lost money in a quarter.", ["a quarter"]),
        ("It took a quarter-century.", ["a quarter-century"]),
        ("A moon was seen in the New Year's night.", ["New Year's"]),
    ],
)
def test_no_lengths(find: Find, text: str, words: list[str]) -> None:
    """Minutes that are taken, quarters of a point, prices and questions are no times."""
    assert [time.text for time in find(text)] == words


@pytest.mark.parametrize(
    ("text", "value", "bounds"),
    [
        ("The first round was held two weeks ago.", "2024-W17", ("2024-04-21", "2024-04-27")),
        ("The first round was held six weeks ago.", "2024-W13", ("2024-03-24", "2024-03-30")),
        ("The first round was held two weeks ago on a Sunday.", "2024-W17", ("2024-04-21", "2024-04-27")),
        ("The first round was held the week before last.", "2024-W17", ("2024-04-22", "2024-04-28")),
        ("The first round was held a week ago.", "2024-05-01", ("2024-05-01", "2024-05-01")),
    ],
)
def test_weeks_ago(find: Find, text: str, value: str, bounds: tuple[str, str]) -> None:
    """Two weeks ago is a week about that day, not the calendar's; the value is the calendar week of that day."""
    time = find(text)[0] if "Sunday" in text else find(text)[-1]
    assert (time.value, (time.earliest, time.latest)) == (value, bounds)
