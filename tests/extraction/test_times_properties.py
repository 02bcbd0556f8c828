"""What holds of every time expression, whatever the text and whenever it was published (Hypothesis)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from service.extraction import times
from service.extraction.annotations import Time
from service.extraction.article import Article
from service.extraction.pipeline import Pipeline
from service.extraction.times import calendar, feasts
from service.extraction.times.context import Context
from service.extraction.times.drafts import Draft, context, fixed, periodic, shift
from service.extraction.times.resolve import settle

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "October",
    "Nov.",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
CALENDAR = r"(?:\d{2,4}|\d{4}-(?:\d\d(?:-\d\d)?|W\d\d(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))"
OPEN = r"(?:X{1,4}|XXXX-(?:\d\d(?:-\d\d)?|XX(?:-XX)?|WXX(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI)|\d{4}-QX)"
CLOCK = r"(?:T(?:MO|AF|EV|NI|MI|DA|\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?))?"
PERIOD = r"P(?:(?:X|[\d.]+)(?:Y|M|W|D|Q|WE|CE|DE|ML|F))*(?:T(?:(?:X|[\d.]+)(?:H|M|S))+)?"
TIMEX3 = re.compile(rf"(?:{CALENDAR}|{OPEN}){CLOCK}(?:/{CALENDAR}|/{OPEN})?|{PERIOD}|(?:PAST|PRESENT|FUTURE)_REF")
CHECKED = settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def expressions(draw: st.DrawFn) -> str:
    """A time expression of news, of any kind, or a word that is none."""
    number, year = draw(st.integers(0, 40)), draw(st.integers(0, 12000))
    month, weekday = draw(st.sampled_from(MONTHS)), draw(st.sampled_from(WEEKDAYS))
    unit = draw(
        st.sampled_from(["second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "century"])
    )
    rel = draw(
        st.sampled_from(["last", "next", "this", "the following", "the past", "the same", "the coming", "every"])
    )
    return draw(
        st.sampled_from(
            [
                f"{month} {number}, {year}", f"{month} {number}", f"{number} {month} {year}", f"{weekday}",
                f"{rel} {weekday}", f"{rel} {unit}", f"{number} {unit}s ago", f"{number} {unit}s", f"in {year}",
                f"{month} {number}-{number + 2}", f"{number}:{number:02d} p.m. {weekday}", f"the {number}th century",
                f"{number}/{number}/{year}", f"Q{number % 6} {year}", f"from {month} to {month} {year}",
                f"{rel} {month}", f"the first {weekday} of {month}",
                f"the end of the {unit}", f"{year}-{number:02d}-{number:02d}", f"the {year}s", f"{number}-{unit}-old",
                "the eve of Christmas", f"FY{number:02d}", f"{weekday} through Friday", f"the last day of {month}",
                f"between {number} and 6 p.m.", "half past six", "overnight", "Ramadan",
                f"{number} hours and {number} minutes", f"{year}/{number:02d}", f"from {month} to March",
                f"{weekday} {number} {month}",
                f"Q3 {rel} year", "the week before last", "the 17th and 18th centuries", f"several {unit}s",
                "one day", f"{number} months",
                "Christmas Day", "yesterday", "the year before", "now", "a year earlier", "and", "$", ". The", "\n\n",
            ]
        )
    )  # fmt: skip


TEXTS = st.one_of(st.lists(expressions(), min_size=1, max_size=12).map(" ".join), st.text(min_size=1, max_size=80))


@pytest.fixture(scope="session")
def tokenise(pipeline: Pipeline) -> Callable[[str], Doc]:
    """A Doc with tokens and a sentence a paragraph: the grammar and the calendar need no more."""

    def run(text: str) -> Doc:
        doc = pipeline.parser.tokenizer(text)
        for token in doc:
            token.is_sent_start = token.i == 0 or "\n\n" in token.nbor(-1).text
        return doc

    return run


def read(tokenise: Callable[[str], Doc], text: str, published: date | None) -> tuple[Time, ...]:
    """The times of a text that is not parsed."""
    doc = tokenise(text)
    return times.find(Article(doc, published)) if len(doc) else ()


@CHECKED
@given(text=TEXTS, published=st.none() | DAYS)
def test_every_time_is_well_formed(tokenise: Callable[[str], Doc], text: str, published: date | None) -> None:
    """Spans are slices in order without overlap, every value parses as TIMEX3, bounds are ordered dates."""
    position = 0
    for time in read(tokenise, text, published):
        assert time.start >= position
        assert text[time.start : time.end] == time.text
        assert TIMEX3.fullmatch(time.value), (time.text, time.value)
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest is not None and time.latest is not None:
            assert date.fromisoformat(time.earliest[:10]) <= date.fromisoformat(time.latest[:10])
            assert time.earliest <= time.latest
        position = time.end


@CHECKED
@given(text=TEXTS, published=st.none() | DAYS)
def test_reading_twice_is_reading_once(tokenise: Callable[[str], Doc], text: str, published: date | None) -> None:
    """The same text and publication date give the same times."""
    assert read(tokenise, text, published) == read(tokenise, text, published)


@CHECKED
@given(text=TEXTS)
def test_nothing_is_dated_without_a_date(tokenise: Callable[[str], Doc], text: str) -> None:
    """Without a publication date and without a digit in the text, no value is on the calendar."""
    for time in read(tokenise, re.sub(r"\d", "", text) or "x", None):
        assert time.earliest is None or not re.match(r"\d{4}", time.value), (time.text, time.value)


@CHECKED
@given(published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), days=st.integers(-5000, 5000))
def test_yesterday_moves_with_the_publication(tokenise: Callable[[str], Doc], published: date, days: int) -> None:
    """Shifting the publication date by n days shifts "yesterday" by n days."""
    values = [
        read(tokenise, "He left yesterday.", day)[0].value for day in (published, published + timedelta(days=days))
    ]
    assert date.fromisoformat(values[1]) - date.fromisoformat(values[0]) == timedelta(days=days)


@CHECKED
@given(
    published=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)),
    weeks=st.integers(-500, 500),
    words=st.sampled_from(["on Friday", "last Monday", "next Sunday", "10 days ago", "the day before yesterday"]),
)
def test_weekdays_move_with_the_week(tokenise: Callable[[str], Doc], published: date, weeks: int, words: str) -> None:
    """Shifting the publication date by whole weeks shifts weekdays and counted days by as many."""
    moved = published + timedelta(weeks=weeks)
    values = [read(tokenise, f"He left {words}.", day)[0].value for day in (published, moved)]
    assert date.fromisoformat(values[1]) - date.fromisoformat(values[0]) == timedelta(weeks=weeks)


PLAIN = st.lists(expressions().filter(lambda words: "/" not in words), min_size=1, max_size=8).map(" ".join)


@CHECKED
@given(text=PLAIN, later=PLAIN, published=st.none() | DAYS)
def test_later_paragraphs_change_nothing(
    tokenise: Callable[[str], Doc], text: str, later: str, published: date | None
) -> None:
    """Appending a paragraph changes no time before it, but for the order of day and month in 3/4/2023."""
    alone = read(tokenise, text + " end.\n\n", published)
    assert read(tokenise, f"{text} end.\n\nStart {later}", published)[: len(alone)] == alone


DRAFTS = st.one_of(
    st.builds(fixed, DAYS.map(date.isoformat)),
    st.builds(
        periodic, st.dates(date(2001, 1, 1), date(2001, 12, 31)).map(lambda day: f"XXXX-{day.month:02d}-{day.day:02d}")
    ),
    st.builds(
        shift,
        st.sampled_from(["D", "W", "M", "Q", "Y", "DE"]),
        st.integers(-9, 9),
        st.sampled_from(["published", "context"]),
    ),
    st.builds(context, st.sampled_from(["D", "W", "M", "Q", "Y"])),
    st.builds(lambda day: Draft("DATE", f"XXXX-WXX-{day}", "weekday", count=day), st.integers(1, 7)),
)


def settle_all(drafts: list[Draft], published: date | None, ways: list[int]) -> list[str]:
    """The values of drafts that follow each other."""
    told = Context(published)
    values = []
    for draft, way in zip(drafts, ways, strict=False):
        values.append(settle(draft, told, way))
        told.note(values[-1], draft)
    return values


@CHECKED
@given(
    drafts=st.lists(DRAFTS, max_size=8),
    later=st.lists(DRAFTS, max_size=4),
    published=st.none() | DAYS,
    ways=st.lists(st.integers(-2, 2), min_size=12, max_size=12),
)
def test_what_comes_later_changes_nothing(
    drafts: list[Draft], later: list[Draft], published: date | None, ways: list[int]
) -> None:
    """A time is settled by what stands before it and the publication date only."""
    assert settle_all(drafts + later, published, ways)[: len(drafts)] == settle_all(drafts, published, ways)


@CHECKED
@given(drafts=st.lists(DRAFTS, max_size=8), published=DAYS, ways=st.lists(st.integers(-2, 2), min_size=8, max_size=8))
def test_settled_is_settled(drafts: list[Draft], published: date, ways: list[int]) -> None:
    """Settling a value again changes nothing."""
    values = settle_all(drafts, published, ways)
    assert settle_all([fixed(value) for value in values], published, ways) == values


@CHECKED
@given(when=DAYS, grain=st.sampled_from(calendar.GRAINS[:-1]))
def test_every_day_lies_in_its_grains(when: date, grain: str) -> None:
    """The value of a grain at a day covers that day, but for the weekend, which lies in its week."""
    found = calendar.bounds(calendar.at(when, grain))
    if found and grain != "WE":
        assert found[0] <= when <= found[1]


@CHECKED
@given(year=st.integers(1583, 9998))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    """Easter is a Sunday from 22 March to 25 April."""
    easter = feasts.easter(year)
    assert easter.isoweekday() == 7
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


RULED = sorted(name for name, rule in feasts.HOLIDAYS.items() if not rule.startswith("moon:"))


@CHECKED
@given(name=st.sampled_from(RULED), year=st.integers(1900, 2100))
def test_every_holiday_has_its_day(name: str, year: int) -> None:
    """The rule of every holiday of the lexicon gives a day of that year."""
    found = feasts.holiday(name, year)
    assert found is not None
    assert found.year == year


@pytest.mark.parametrize("name", sorted(feasts.MOON))
def test_feasts_of_the_moon_are_a_year_apart(name: str) -> None:
    """The days that the lexicon lists are twelve or thirteen moons apart, with no year left out between them."""
    days = [day for year in sorted(feasts.MOON[name]) for day in feasts.MOON[name][year]]
    assert {(after - before).days for before, after in pairwise(days)} <= {353, 354, 355, 383, 384, 385}


@CHECKED
@given(year=st.integers(1900, 2100))
def test_hebrew_years_have_lawful_lengths(year: int) -> None:
    """The Hebrew new year is never a Sunday, a Wednesday or a Friday, and its years have one of six lengths."""
    begins = feasts.rosh_hashanah(year)
    assert begins.isoweekday() not in {3, 5, 7}
    assert (feasts.rosh_hashanah(year + 1) - begins).days in {353, 354, 355, 383, 384, 385}


@CHECKED
@given(year=st.integers(1900, 2099))
def test_orthodox_easter_is_a_sunday_not_before_the_other(year: int) -> None:
    """Easter of the Julian calendar is a Sunday of April or May, the Gregorian one or up to five weeks after it."""
    easter = feasts.orthodox_easter(year)
    assert easter.isoweekday() == 7
    assert timedelta(0) <= easter - feasts.easter(year) <= timedelta(weeks=5)
