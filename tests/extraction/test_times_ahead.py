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
