"""What time expressions are found, and which days they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc

from service.extraction import times
from service.extraction.annotations import Annotations, Time
from service.extraction.article import Article
from service.extraction.pipeline import Pipeline

Extract = Callable[..., Annotations]
PUBLISHED = "2024-05-10"  # a Friday


@pytest.fixture(scope="session")
def find(pipeline: Pipeline) -> Callable[..., list[Time]]:
    """The times of a text, with the times layer alone."""

    def run(text: str, published: str | None = PUBLISHED) -> list[Time]:
        found = pipeline.extract(
            text, published=date.fromisoformat(published) if published else None, include={"times"}
        )
        return list(found.times)

    return run


def values(found: list[Time]) -> dict[str, str]:
    """Expression → value."""
    return {time.text: time.value for time in found}


@pytest.mark.parametrize(
    ("text", "expression", "type_", "value"),
    [
        # Calendar dates
        ("He resigned on 4 May 2023.", "4 May 2023", "DATE", "2023-05-04"),
        ("He resigned on May 4th, 2023.", "May 4th, 2023", "DATE", "2023-05-04"),
        ("He resigned on Thursday, May 4, 2023.", "Thursday, May 4, 2023", "DATE", "2023-05-04"),
        ("He resigned on the 4th of May.", "the 4th of May", "DATE", "2024-05-04"),
        ("The form is dated 2023-05-04.", "2023-05-04", "DATE", "2023-05-04"),
        ("The form is dated 31.12.1999.", "31.12.1999", "DATE", "1999-12-31"),
        ("The form is dated 12/31/1999.", "12/31/1999", "DATE", "1999-12-31"),
        ("The law passed in March 2019.", "March 2019", "DATE", "2019-03"),
        ("The law passed in early 2019.", "early 2019", "DATE", "2019"),
        ("The law passed in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996"),
        ("Prices fell in the mid-1980s.", "the mid-1980s", "DATE", "198"),
        ("Prices fell in the nineties.", "the nineties", "DATE", "199"),
        ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
        # Parts of the year
        ("Profit rose in the third quarter of 2023.", "the third quarter of 2023", "DATE", "2023-Q3"),
        ("The Q3 2023 results were good.", "Q3 2023", "DATE", "2023-Q3"),
        ("Profit rose in the first half of 2023.", "the first half of 2023", "DATE", "2023-H1"),
        ("They married in the summer of 2012.", "the summer of 2012", "DATE", "2012-SU"),
        ("The bank made a loss in fiscal 2023.", "fiscal 2023", "DATE", "2023"),
        # Relative
        ("She resigned yesterday.", "yesterday", "DATE", "2024-05-09"),
        ("She resigned the day before yesterday.", "the day before yesterday", "DATE", "2024-05-08"),
        ("She resigned last week.", "last week", "DATE", "2024-W18"),
        ("She will resign next month.", "next month", "DATE", "2024-06"),
        ("She resigned earlier this year.", "earlier this year", "DATE", "2024"),
        ("She resigned two years ago.", "two years ago", "DATE", "2022"),
        ("She resigned 10 days ago.", "10 days ago", "DATE", "2024-04-30"),
        ("She resigned last June.", "last June", "DATE", "2023-06"),
        ("She resigned over the weekend.", "the weekend", "DATE", "2024-W18-WE"),
        ("She resigned this morning.", "this morning", "TIME", "2024-05-10TMO"),
        ("She resigned on Thursday night.", "Thursday night", "TIME", "2024-05-09TNI"),
        ("Shares fell for a third consecutive day.", "a third consecutive day", "DATE", "2024-05-10"),
        ("She resigned on the morning of March 3.", "the morning of March 3", "TIME", "2024-03-03TMO"),
        ("It closes this Friday.", "this Friday", "DATE", "2024-05-10"),
        ("It is a day for the victims of the Sept. 11 attacks.", "Sept. 11", "DATE", "2001-09-11"),
        ("It opens in the week beginning 3 June.", "the week beginning 3 June", "DATE", "2024-W23"),
        ("The hearing is set for the week of June 3.", "the week of June 3", "DATE", "2024-W23"),
        # Durations
        ("He spoke for two and a half hours.", "two and a half hours", "DURATION", "PT2H30M"),
        ("He spoke for half an hour.", "half an hour", "DURATION", "PT30M"),
        ("They signed a 30-year lease.", "30-year", "DURATION", "P30Y"),
        ("It will end in the coming days.", "the coming days", "DURATION", "PXD"),
        ("He ruled for more than two decades.", "more than two decades", "DURATION", "P20Y"),
        ("He has ruled for the past six months.", "the past six months", "DURATION", "P6M"),
        ("It took 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        # Sets
        ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("They meet twice a month.", "twice a month", "SET", "P1M"),
        ("They meet on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
        ("They meet every two weeks.", "every two weeks", "SET", "P2W"),
        ("They pay $500 a year.", "a year", "SET", "P1Y"),
        # Clock times
        ("It ended at 5:30 p.m. on Tuesday.", "5:30 p.m.", "TIME", "2024-05-07T17:30"),
        ("It ended at 10 p.m. Tuesday.", "10 p.m. Tuesday", "TIME", "2024-05-07T22:00"),
        ("It ended at 18:00 GMT.", "18:00 GMT", "TIME", "2024-05-10T18:00Z"),
        ("It ended at 0630 GMT.", "0630 GMT", "TIME", "2024-05-10T06:30Z"),
        ("It ended at 6 p.m. (GMT+8).", "6 p.m. (GMT+8)", "TIME", "2024-05-10T18:00+08:00"),
        ("It ended at noon.", "noon", "TIME", "2024-05-10T12:00"),
        ("It ended at 7 o'clock in the evening.", "7 o'clock in the evening", "TIME", "2024-05-10T19:00"),
        # Holidays
        ("He died on Good Friday 2019.", "Good Friday 2019", "DATE", "2019-04-19"),
        ("He died on Easter Sunday.", "Easter Sunday", "DATE", "2024-03-31"),
        ("He died on Thanksgiving Day.", "Thanksgiving Day", "DATE", "2023-11-23"),
        ("He died on Christmas Eve.", "Christmas Eve", "DATE", "2023-12-24"),
        ("He died last Easter.", "last Easter", "DATE", "2024-03-31"),
        # Vague
        ("It has recently changed.", "recently", "DATE", "PAST_REF"),
        ("It is now open.", "now", "DATE", "PRESENT_REF"),
        ("He fears the future.", "the future", "DATE", "FUTURE_REF"),
        ("He has changed in recent years.", "recent years", "DATE", "PAST_REF"),
    ],
)
def test_forms(find: Callable[..., list[Time]], text: str, expression: str, type_: str, value: str) -> None:
    """Every form of time expression that news uses is found whole, with its TIMEX3 type and value."""
    found = [(time.text.lower(), time.type, time.value) for time in find(text)]
    assert (expression.lower(), type_, value) in found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said so on Friday.", "2024-05-10"),
        ("The minister said so on Monday.", "2024-05-06"),
        ("The minister will speak on Monday.", "2024-05-13"),
        ("The minister is to speak on Monday.", "2024-05-13"),
        ("The trial resumes Monday.", "2024-05-13"),
        ("He faces trial on Monday.", "2024-05-13"),
        ("She appears in court on Monday.", "2024-05-13"),
        ("The final is on Monday.", "2024-05-13"),
        ("The final is today.", "2024-05-10"),
        ("He tells the paper so on Monday.", "2024-05-06"),
        ("Storm kills 12 on Monday.", "2024-05-06"),
        ("He may have left on Monday.", "2024-05-06"),
        ("The bid had been due to expire on Monday.", "2024-05-06"),
        ("The dividend is payable Dec. 15.", "2024-12-15"),
        ("They named a new chairman, effective June 1.", "2024-06-01"),
        ("They met in June.", "2023-06"),
        ("It had been used a million times by Thursday.", "2024-05-09"),
        ("They have held primaries through Tuesday.", "2024-05-07"),
        ("The bill will be law by Thursday.", "2024-05-16"),
        ("The storm could reach the coast on Monday.", "2024-05-13"),
        ("He could not be found on Monday.", "2024-05-06"),
        ("Ties would suffer if she won the vote on Nov. 5.", "2024-11-05"),
        ("They agreed to meet in June.", "2024-06"),
        ("The minister will visit Oslo from March 20.", "2025-03-20"),
        ("The minister visited Oslo on March 20.", "2024-03-20"),
        ("The minister was born on December 20.", "2023-12-20"),
        ("The offer is open until June 30.", "2024-06-30"),
        ("The shop has been closed since November.", "2023-11"),
        ("The shop has been closed since July.", "2023-07"),
        ("The team is to be named on Tuesday.", "2024-05-14"),
        ("He booked a table for Monday.", "2024-05-13"),
        ("The bank will publish the figures next Monday.", "2024-05-13"),
        ("He will fly to Rome next Sunday.", "2024-05-19"),
    ],
)
def test_tense(find: Callable[..., list[Time]], text: str, value: str) -> None:
    """A weekday or a date without a year is the last one in the past tense and the next one in the future."""
    assert [time.value for time in find(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was there from March 20 to 22.", {"March 20 to 22": "2024-03-20/2024-03-22"}),
        ("He was there on March 20-22, 2023.", {"March 20-22, 2023": "2023-03-20/2023-03-22"}),
        ("He was there on 20–22 March 2023.", {"20–22 March 2023": "2023-03-20/2023-03-22"}),
        ("It rained between April and June 2019.", {"April": "2019-04", "June 2019": "2019-06"}),
        ("It rained from November to March 2019.", {"November": "2018-11", "March 2019": "2019-03"}),
        ("He was there on 7 and 8 October 2023.", {"7": "2023-10-07", "8 October 2023": "2023-10-08"}),
        ("The war of 1914-18 was over.", {"1914-18": "1914/1918"}),
        ("It rained Monday through Wednesday.", {"Monday": "2024-05-06", "Wednesday": "2024-05-08"}),
        ("The show runs from Tuesday to Sunday.", {"Tuesday": "2024-05-14", "Sunday": "2024-05-19"}),
        ("It will run from October to March.", {"October": "2024-10", "March": "2025-03"}),
    ],
)
def test_ranges(find: Callable[..., list[Time]], text: str, expected: dict[str, str]) -> None:
    """A range that shares its month is one expression; ends lend each other the year, or the last follows the first."""
    assert values(find(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May may speak to them.",
        "They march on the capital.",
        "The sun sat low and the Sun reported it.",
        "He came second and waited for a second chance.",
        "Under the 2010 Act, room 2001 is a cell.",
        "Flight 1984 cost $1999 and carried 1,999 people.",
        "Some 1500 people were hurt.",
        "The girl is 12 years old.",
        "She won 3-2 and called 555-1234.",
        "Three-quarters of its food is imported.",
        "April Jones met August Wilson.",
        "The Good Friday Agreement holds.",
        "He drew a man in his 30s.",
        "The now-cancelled show was long.",
        "He was on Russia Today and read The Daily Mail.",
        "They kept a 2000 year old tradition.",
        "The girl shouts every now and again.",
    ],
)
def test_false_alarms(find: Callable[..., list[Time]], text: str) -> None:
    """Names, modals, prices, scores, ages and numbers of things are no times."""
    assert values(find(text)) == {}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The talks were held on 3 April 2019. The next day they failed.", "2019-04-04"),
        ("The talks were held on 3 April 2019. They failed the same day.", "2019-04-03"),
        ("Jobs grew in February 2019. They had fallen the month before.", "2019-01"),
        ("It opened in the summer of 1989. That autumn it closed.", "1989-FA"),
        ("In 1945 the war ended. In May the army surrendered.", "1945-05"),
        ("Sales were $3 million in the third quarter of 2023, up from $2 million a year earlier.", "2022-Q3"),
        (
            "In the third quarter of 2023 it lost $3. In the first nine months it lost $9, up from $8 a year earlier.",
            "2023",
        ),
        ("The loss for the third quarter of 2023 narrowed from a year earlier.", "2022-Q3"),
        ("The film opens on March 20, 2023. It will show from March 20.", "2023-03-20"),
    ],
)
def test_context(find: Callable[..., list[Time]], text: str, value: str) -> None:
    """What was said before gives the day, the quarter or the year that later expressions leave open."""
    assert find(text)[-1].value == value


def test_bounds(find: Callable[..., list[Time]]) -> None:
    """Bounds are the first and last day of the value, date-times for a TIME, none where the calendar has none."""
    found = {
        time.text: (time.earliest, time.latest)
        for time in find("Last month it rained for two weeks, at 5 p.m. yesterday and every Friday; it is wet now.")
    }
    assert found == {
        "Last month": ("2024-04-01", "2024-04-30"),
        "two weeks": (None, None),
        "5 p.m. yesterday": ("2024-05-09T17:00:00", "2024-05-09T17:00:00"),
        "every Friday": (None, None),
        "now": (None, None),
    }


def test_week_rolls_over_the_year(find: Callable[..., list[Time]]) -> None:
    """ISO weeks at the turn of the year belong to the year of their Thursday."""
    assert [time.value for time in find("She resigned last week.", "2021-01-05")] == ["2020-W53"]


def test_abstains_without_publication_date(find: Callable[..., list[Time]]) -> None:
    """Without a publication date nothing is guessed: values stay underspecified and have no bounds."""
    found = find("On Friday he left. On March 20 he came back, as he did last week, yesterday and last June.", None)
    assert [(time.value, time.earliest, time.latest) for time in found] == [
        ("XXXX-WXX-5", None, None),
        ("XXXX-03-20", None, None),
        ("XXXX-WXX", None, None),
        ("XXXX-XX-XX", None, None),
        ("XXXX-06", None, None),
    ]


def test_the_text_itself_may_settle(find: Callable[..., list[Time]]) -> None:
    """Without a publication date a day still counts from a full date of the text."""
    found = find("He came on March 20, 2023, and left the next day. He will be back on March 20.", None)
    assert [time.value for time in found] == ["2023-03-20", "2023-03-21", "2023-03-20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Storm hits coast\n\nThursday, May 7, 2015\n\nA storm hit the coast today.", "2015-05-07"),
        ("Storm hits coast\n\nPublished: 7 May 2015 14:05 GMT\n\nA storm hit the coast today.", "2015-05-07"),
        ("Storm hits coast\n\nBy Ann Lee, 7 May 2015\n\nA storm hit the coast today.", "2015-05-07"),
        ("GENEVA, March 3, 2012 (UPI) -- A storm hit the coast today.", "2012-03-03"),
        ("A storm hit the coast today, 3 March 2012, police said.", "2012-03-03"),
        ("“A storm hit the coast today, 3 March 2012,” he wrote.", None),
        ("A storm hit the coast on March 3, 2012.", None),
        ("GENEVA, March 3 (Reuters) - A storm hit the coast today.", None),
        ("A storm hit the coast today.", None),
    ],
)
def test_publication_date(extract: Extract, text: str, expected: str | None) -> None:
    """A date line or a dateline with its year proves the publication date; nothing else does."""
    found = extract(text, published=None, include={"times"})
    assert found.published.date == expected
    assert found.published.basis == ("text" if expected else None)


@pytest.mark.parametrize(
    ("title", "text", "value"),
    [
        ("The storm of March 20, 2023, a year on", "The storm hit on March 20.", "2023-03-20"),
        ("March 2023 storm: what we know", "The storm hit on March 20.", "2023-03-20"),
        ("March 2023 storm: what we know", "The storm hit in March.", "2023-03"),
        ("Storm hits coast", "The storm hit on March 20.", "XXXX-03-20"),
        ("Coast cleans up after the 2023 storm", "The storm hit on March 20.", "XXXX-03-20"),
    ],
)
def test_headline_gives_the_year(pipeline: Pipeline, title: str, text: str, value: str) -> None:
    """A month or day whose year the headline names has that year in the text; a bare year proves nothing."""
    found = pipeline.extract(text, title=title, include={"times"}).times
    assert [time.value for time in found] == [value]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Morning briefing, 3 March 2012", "2012-03-03"),
        ("Storm hits coast | 3 March 2012", "2012-03-03"),
        ("March 3, 2012: Storm hits coast", "2012-03-03"),
        ("The storm of March 3, 2012, remembered", None),
        ("From March 3, 2012 to May 4, 2013", None),
        ("Storm hits coast", None),
    ],
)
def test_headline_dates_the_article(pipeline: Pipeline, title: str, expected: str | None) -> None:
    """A date that stands apart in the headline is that of the publication; one that it speaks of is not."""
    found = pipeline.extract("A storm hit the coast on Friday.", title=title, include={"times"})
    assert found.published.date == expected
    assert [time.value for time in found.times] == ["2012-03-02" if expected else "XXXX-WXX-5"]


def test_date_line_is_no_time(find: Callable[..., list[Time]]) -> None:
    """The line that states the publication date is the article's own date, not a time it speaks of."""
    text = "Storm hits coast\n\nMay 10, 2024\n\nA storm hit the coast on Thursday."
    assert values(find(text)) == {"Thursday": "2024-05-09"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left on 31 February 2020.", {}),
        ("He left on 13/13/2020.", {}),
        ("He left in the year 0 or 99999.", {}),
        ("It lasts for 99999999999999999999999 years.", {"99999999999999999999999 years": "PXY"}),
        ("In 9999999 weeks' time.", {"9999999 weeks": "P9999999W"}),
        ("It was 9999999 years ago.", {"9999999 years ago": "XXXX"}),
    ],
)
def test_impossible_dates(find: Callable[..., list[Time]], text: str, expected: dict[str, str]) -> None:
    """What no calendar has gets no value, and never an exception."""
    assert values(find(text)) == expected


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_ends_of_the_calendar(find: Callable[..., list[Time]], published: str) -> None:
    """A publication date at either end of the calendar leaves open what lies beyond it."""
    text = (
        "Yesterday, tomorrow, last week, next year, on Friday, over the weekend, at Easter, in March, a century ago, "
        "the third quarter."
    )
    assert all(time.value for time in find(text, published))


def test_ids_count_by_position(find: Callable[..., list[Time]]) -> None:
    """Ids are t1, t2, … in order of position, and the text is the slice."""
    text = "On Monday, Tuesday and Wednesday it rained."
    found = find(text)
    assert [time.id for time in found] == ["t1", "t2", "t3"]
    assert [text[time.start : time.end] for time in found] == [time.text for time in found]


def test_ten_thousand_dates(pipeline: Pipeline) -> None:
    """Ten thousand dates in one text are ten thousand times."""
    made = pipeline.parser.nlp.make_doc("March 3, 2012 and " * 10_000)
    words, spaces = [token.text for token in made], [bool(token.whitespace_) for token in made]
    doc = Doc(made.vocab, words, spaces, sent_starts=[n == 0 for n in range(len(words))])
    article = Article(doc, date(2024, 5, 10))
    assert len(times.find(article)) == 10_000


def test_seed(find: Callable[..., list[Time]], seed_text: str) -> None:
    """On the sample article: the visit, the day of the announcement, the anniversary's day, next week."""
    found = [(time.text, time.value) for time in find(seed_text, "2023-03-17")]
    assert ("March 20-22, 2023", "2023-03-20/2023-03-22") in found
    assert ("March 20", "2023-03-20") in found
    assert ("Friday", "2023-03-17") in found
    assert ("February 24", "2023-02-24") in found
    assert ("next week", "2023-W12") in found
