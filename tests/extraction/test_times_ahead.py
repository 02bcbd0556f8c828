"""Which way a bare weekday or month lies: ahead of the publication, or behind it; clock heads and their zones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc

from service.extraction import times
from service.extraction.annotations import Annotations, Time
from service.extraction.article import Article
from service.extraction.pipeline import Pipeline

Find = Callable[..., list[Time]]
PUBLISHED = "2024-05-08"  # a Wednesday; the Friday before it is 3 May, the Friday after it 10 May


@pytest.fixture(scope="session")
def find(pipeline: Pipeline) -> Find:
    """The times of a text, with the times layer alone."""

    def run(text: str, published: str | None = PUBLISHED) -> list[Time]:
        day = date.fromisoformat(published) if published else None
        return list(pipeline.extract(text, published=day, include={"times"}).times)

    return run


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The quake struck at 4:12 a.m. (2012 GMT Monday).", "2024-05-07T04:12"),
        ("The quake struck at 7.10 pm (0010 GMT Tuesday).", "2024-05-06T19:10"),
        ("The quake struck at 9 a.m. (0800 GMT Monday).", "2024-05-06T09:00"),
    ],
)
def test_a_local_time_has_the_day_that_gmt_proves(find: Find, text: str, value: str) -> None:
    """No zone is more than 14 hours ahead of GMT, nor ten behind it."""
    assert find(text)[0].value == value


def last_value(find: Find, text: str) -> str:
    """The value of the last time of the text."""
    return find(text)[-1].value


@pytest.mark.parametrize(
    "text",
    [
        # Headlines
        "Chancellor to address unions in Perth on Friday",
        "Two ferries to be withdrawn on Friday, operator confirms",
        "WATCH: Bishop to lead vigil on Friday, organisers say",
        # Warnings, forecasts, requests
        "The agency has issued a flood alert for the Wye valley on Friday.",
        "Officials have warned of fog and ice on Friday.",
        "Tram drivers have voted for a walkout on Friday over rosters.",
        "Nurses have backed a strike on Friday.",
        "Gales are likely on Friday.",
        "It is likely to snow on Friday.",
        "Sleet is expected on Friday.",
        "The comet is forecast for late Thursday or early Friday.",
        "The doctor urged parents to keep children indoors on Friday.",
        "Motorists were warned to avoid the tunnel on Friday.",
        # What is on the calendar
        "Rovers, unbeaten since 3 March, travel to Granby Town on Friday before a cup tie at Hull.",
        "The bank, which reports its figures on Friday, declined to comment.",
        "Gates open at 9am on Friday.",
        "The verdict is due in the small hours of Friday.",
        "The closing date for entries is Friday.",
        "He is to sit before a judge on Friday accused of fraud.",
        "The mayor called a by-election for Friday.",
        # What would or might be
        "If the deal is signed, work would resume on Friday.",
        "Under the plan the ban might be lifted on Friday.",
        "The king will return to Oslo after opening a bridge on Friday.",
        # What is due, awaited, announced
        "The bishop is due to chair a synod of the northern clergy on Friday.",
        "The envoy, who broke off a holiday in Crete, is due to head a panel of the ministry on Friday.",
        "The admiral is due to host a dinner of the fleet club on Friday.",
        "The coroner expects a ruling on Friday.",
        "The clerk said she expected a ruling on Friday.",
        "The firm awaits an answer on Friday.",
        "The king has declared three days of mourning starting Friday.",
        "The port has banned lorries beginning Friday.",
        "The governor announced a curfew from Friday.",
        # Of a thing on the calendar
        "Friday's matches should go ahead.",
        "Friday's concert is likely to be postponed.",
        "Friday's debate is expected to draw a crowd.",
    ],
)
def test_ahead(find: Find, text: str) -> None:
    """A clause that speaks of what is to come means the next Friday, also where no verb of it says "will"."""
    assert last_value(find, text).startswith("2024-05-10")


@pytest.mark.parametrize(
    "text",
    [
        "The keeper will be rested after twisting a knee on Friday.",
        "She will face charges after striking a guard on Friday.",
        "The clerk who was hurt on Friday has died.",
        "The mayor has apologised for a speech he gave on Friday.",
        "The army has warned of more raids after an ambush on Friday.",
        "Police have halted a protest on Friday.",
        "Efforts to reach the firm on Friday failed.",
        "She could not attend on Friday.",
        "Neither brother could be reached on Friday.",
        "The agency issued a flood alert on Friday.",
        "They met in Rome to discuss trade on Friday.",
        "Police are investigating a theft on Friday.",
        "The twins would have turned nine on Friday.",
        "The men seized on Thursday and Friday were freed.",
        "A bomb went off in the early hours of Friday.",
        "They expected an answer on Friday.",
        "The clerk had expected a ruling on Friday.",
        "The moves were worked out beginning on Friday.",
        "Prices have come down from Friday.",
        "Friday's defeat should worry them.",
        "Friday's ruling is likely to anger the guild.",
    ],
)
def test_behind(find: Find, text: str) -> None:
    """A clause that tells what was means the last Friday, also below a verb that looks ahead."""
    assert last_value(find, text).startswith("2024-05-03")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("If it is backed, building would start in November.", "2024-11"),
        ("The levy would come into force in January.", "2025-01"),
        ("The premier has called an election for 12 March.", "2025-03-12"),
        ("The results for March were poor.", "2024-03"),
        ("The shop had opened in November.", "2023-11"),
        ("The firm expects a ruling by August.", "2024-08"),
        ("The firm expects a ruling by year-end.", "2024-12-31"),
        ("The firm had expected a ruling by November.", "2023-11"),
        ("The mayor said she would sell the hall by January.", "2025-01"),
    ],
)
def test_months(find: Find, text: str, value: str) -> None:
    """Months and days of months lie where the clause looks."""
    assert last_value(find, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Crowds filled the hall on Tuesday. The bill was due to be read on Tuesday night.", "2024-05-07TNI"),
        ("Crowds filled the hall on Tuesday. The bill is due to be read on Tuesday night.", "2024-05-14TNI"),
        ("Crowds filled the hall on Tuesday. The bill was due to be read on Friday.", "2024-05-10"),
        ("Crowds filled the hall on Tuesday. The bill was due to head the list on Tuesday.", "2024-05-07"),
        ("Crowds filled the hall on Tuesday. The next reading was moved to Tuesday.", "2024-05-14"),
    ],
)
def test_what_was_due_on_a_day_that_is_told(find: Find, text: str, value: str) -> None:
    """What was due on a Tuesday was due on the one that the article tells of."""
    assert last_value(find, text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Lind was born in Turku in 1935. The next year her parents moved to Oslo.", "1936"),
        ("The mill closed in June 1987 and burnt down the next month.", "1987-07"),
        ("The mill closed in 1987. It will be a school the next year.", "2025"),
        ("The firm will hire 50 people over the next year.", "2025"),
    ],
)
def test_the_next_year(find: Find, text: str, value: str) -> None:
    """ "The next year" of the past follows the year told last; of what is to come, this one."""
    assert last_value(find, text) == value


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The truce is due to last 30 days.", "30 days", "P30D"),
        ("The inquiry could last six weeks.", "six weeks", "P6W"),
        ("The festival will last three days.", "three days", "P3D"),
        ("It rained for the last 30 days.", "the last 30 days", "P30D"),
    ],
)
def test_what_lasts(find: Find, text: str, words: str, value: str) -> None:
    """ "Last" the verb is no part of a length."""
    assert [(time.text, time.value) for time in find(text)] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Sales rose in the year to March.", ("2023-04-01", "2024-03-31")),
        ("Sales rose in the six months ended Dec. 31.", ("2023-07-01", "2023-12-31")),
        ("He cut his stay from two years to March 2024.", (None, None)),
    ],
)
def test_a_length_that_ends_with_a_month(find: Find, text: str, bounds: tuple[str | None, str | None]) -> None:
    """ "The year to March" is a length, and the calendar knows where it begins and ends."""
    length = find(text)[0]
    assert length.type == "DURATION"
    assert (length.earliest, length.latest) == bounds


def test_clock_heads(find: Find) -> None:
    """A clock time at the head of an entry is of the day of the report, whatever day its text tells of."""
    text = (
        "Storm live\n\n16:05\n\nThe wall has been breached, as it was on Sunday.\n\n15:40\nSunday's ferries stand "
        "still.\n\n07:15 Trains were stopped on Monday."
    )
    found = [(time.text, time.value) for time in find(text) if ":" in time.text]
    assert found == [("16:05", "2024-05-08T16:05"), ("15:40", "2024-05-08T15:40"), ("07:15", "2024-05-08T07:15")]


@pytest.mark.parametrize(
    "text",
    [
        "Bell won the race.\n\n12:10\n\nLee came second.",  # alone
        "Bell won in 12:10, Lee next,\n3:16 is the verse.\n\n9:99 Lee",
        "Bell 12:10 Lee 13:20 Rao",
    ],
)
def test_no_clock_heads(find: Find, text: str) -> None:
    """One such line may be a result, and inside a line it is no head."""
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "value", "earliest"),
    [
        ("It began at 6 p.m. EST on Jan. 9, 2024.", "2024-01-09T18:00", "2024-01-09T18:00:00-05:00"),
        ("It began at 6 p.m. ET on Jan. 9, 2024.", "2024-01-09T18:00", "2024-01-09T18:00:00-05:00"),
        ("It began at 6 p.m. ET on May 7, 2024.", "2024-05-07T18:00", "2024-05-07T18:00:00-04:00"),
        ("It began at 6 p.m. ET on May 7, 1994.", "1994-05-07T18:00", "1994-05-07T18:00:00"),
        ("It began at 18:30 BST on 7 May 2024.", "2024-05-07T18:30", "2024-05-07T18:30:00+01:00"),
        ("It began at 18:30 CET on 7 January 2024.", "2024-01-07T18:30", "2024-01-07T18:30:00+01:00"),
        ("It began in Delhi at 6.30pm IST on 7 May 2024.", "2024-05-07T18:30", "2024-05-07T18:30:00+05:30"),
        ("It began in Haifa at 18:30 IST on 7 May 2024.", "2024-05-07T18:30", "2024-05-07T18:30:00"),
        ("Israel told Delhi at 18:30 IST on 7 May 2024.", "2024-05-07T18:30", "2024-05-07T18:30:00"),
        ("It began at 18:30 GMT on 7 May 2024.", "2024-05-07T18:30Z", "2024-05-07T18:30:00Z"),
        ("It began at 6 p.m. on 7 May 2024.", "2024-05-07T18:00", "2024-05-07T18:00:00"),
    ],
)
def test_zones(find: Find, text: str, value: str, earliest: str) -> None:
    """A zone makes the bounds exact, where its name is that of one; the value is local, as TIMEX3 has it."""
    clock = find(text)[0]
    assert (clock.value, clock.earliest, clock.latest) == (value, earliest, earliest)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("WNA | Pune | Updated: May 7, 2024 21:15 IST", "2024-05-07"),
        ("May 7, 2024 at 9:12 a.m. EDT | Updated May 7, 2024 at 11:48 a.m. EDT", "2024-05-07"),
        ("7 May 2024 | 3 min read", "2024-05-07"),
        ("Tuesday, May 7, 2024 — updated 3 hours ago", "2024-05-07"),
        ("TRANSCRIPT: Harbour board briefing, May 7, 2024", "2024-05-07"),
        ("Vote on the harbour, May 7, 2024", None),
        ("Minutes of 7 May 2024 show a row over the harbour.", None),
        ("Rates | Banks | May 7, 2024 is the last day to switch", None),
    ],
)
def test_lines_about_the_article(extract: Callable[..., Annotations], head: str, expected: str | None) -> None:
    """A line that says where, by whom and when the text was published has its day; a line of the story has not."""
    found = extract(f"Harbour row\n\n{head}\n\nThe harbour was shut today.", published=None, include={"times"})
    assert found.published.date == expected


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
    ("words", "heads", "relations", "tags", "joint", "relation", "tag"),
    [
        ("She expects a ruling", [1, 1, 3, 1], "nsubj ROOT det dobj", "PRP VBZ DT NN", "on", "prep", "IN"),
        ("She expects a ruling", [1, 1, 3, 1], "nsubj ROOT det dobj", "PRP VBZ DT NN", "by", "prep", "IN"),
        ("He shut it", [1, 1, 1], "nsubj ROOT dobj", "PRP VBD PRP", "starting", "xcomp", "VBG"),
    ],
)
def test_thousands_of_days_on_one_verb(
    pipeline: Pipeline, words: str, heads: list[int], relations: str, tags: str, joint: str, relation: str, tag: str
) -> None:
    """What is asked of a verb is asked once: ten thousand days that hang on it take seconds, not minutes."""
    many, root = 10_000, 1
    above = [*heads]
    for i in range(many):
        above += [root, len(heads) + 2 * i]
    doc = Doc(
        pipeline.parser.nlp.vocab,
        words.split() + [joint, "Friday"] * many,
        heads=above,
        deps=relations.split() + [relation, "pobj"] * many,
        tags=tags.split() + [tag, "NNP"] * many,
    )
    for token in doc[: len(heads)]:
        token.lemma_ = {"expects": "expect"}.get(token.text, token.text)
    assert len(times.find(Article(doc, date(2024, 5, 8)))) == many
