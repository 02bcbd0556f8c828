"""The story's day and what is not of it: quotations, background, lives, reasons, what is counted from another event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.test_events import days, event

Extract = Callable[..., Annotations]
MONDAY = ("2024-05-06", "2024-05-06")
PUBLISHED = ("2024-05-07", "2024-05-07")  # a Tuesday
MATCH = "Hull City beat Derby 2-1 on Monday to go top of the table.\n\n"
STRIKE = "Bus drivers in Porto walked out on Monday over pay.\n\n"


def dated(extract: Extract, text: str, word: str) -> tuple[str | None, str | None] | None:
    """The days of the event that the word tells of."""
    return days(event(extract(text, published=PUBLISHED[0], undated=True), word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (MATCH + "Danso, who came on for the injured Pryce, levelled after the break.", "came"),
        (MATCH + "Pryce, who was carried off, left the ground on crutches.", "carried"),
        (MATCH + "Derby pulled one back before Danso scored.", "scored"),
        (MATCH + "The referee waved play on while a steward chased a dog.", "chased"),
        (STRIKE + "Trams were packed after the depots shut their gates.", "shut"),
        # and again after a paragraph about another day, long before
        (
            MATCH + "The crowd roared.\n\nDanso joined from Lyon on 2 January.\n\nDerby's coach was sent off.",
            "sent",
        ),
        (
            STRIKE + "Trams ran late.\n\nThe union was founded in March 1990.\n\nPickets blocked three depots.",
            "blocked",
        ),
        (STRIKE + "Trams ran late.\n\nPay last rose on 3 February.\n\nPolice cleared one gate.", "cleared"),
    ],
)
def test_what_goes_on_with_the_story_is_of_its_day(extract: Extract, text: str, word: str) -> None:
    """Clauses of any kind in the simple past are of the article's opening day, after background too."""
    assert dated(extract, text, word) == MONDAY


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (STRIKE + "The mayor has apologised and left the room.", "left"),
        (STRIKE + "Drivers who blocked a bridge on Tuesday morning ended their protest at noon.", "ended"),
    ],
)
def test_who_reacts_to_the_story_does_so_on_the_day_of_publication(extract: Extract, text: str, word: str) -> None:
    """Reactions, perfects and what goes on with a newer day are not of the story."""
    assert dated(extract, text, word) == PUBLISHED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('"I heard a roar like a train," said Ana Reis, a farmer.', "heard"),
        ('"We ran uphill in the dark," a villager said. "Then the house went."', "ran"),
        ('"You preyed on a man who trusted you," the judge told him.', "preyed"),
        ('"We raised rates in small steps," the governor told reporters.', "raised"),
    ],
)
def test_what_a_quotation_tells_in_the_past_is_not_of_the_day_of_publication(
    extract: Extract, text: str, word: str
) -> None:
    """Who is quoted tells of the story or of long ago."""
    assert dated(extract, text, word) is None


def test_news_in_a_quotation_is_of_the_day(extract: Extract) -> None:
    """The present perfect tells what is new."""
    assert dated(extract, '"We have signed the treaty," the president said.', "signed") == PUBLISHED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # what it is about has a day of its own
        ("The January 21 session was called off, the clerk said.", "called"),
        ("A fire at the mill two years ago was ruled arson.", "ruled"),
        # it came after what has one
        ("She won over Irma Zell, who endorsed her after a debate on April 24.", "endorsed"),
        ("The agency was set up following the outbreak of March 2014.", "set"),
        # it went on for long
        ("He taught at the village school for 31 years.", "taught"),
        ("The violinist played under him for a decade.", "played"),
        # the adverb says so
        ("At the time the company declined to sell.", "declined"),
        ("She denied the theft at first, the clerk said.", "denied"),
    ],
)
def test_what_the_clause_puts_at_another_time_is_not_of_the_day_of_publication(
    extract: Extract, text: str, word: str
) -> None:
    """A dated subject, what came before, a long duration, an adverb."""
    assert dated(extract, text, word) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tomorrow's match has been cancelled, organisers say.", "cancelled"),
        ("A court jailed the banker for nine years.", "jailed"),
        ("The banker was jailed for nine years.", "jailed"),
        ("The council shut the pool for two weeks.", "shut"),
    ],
)
def test_length_of_what_follows_and_days_to_come_leave_the_day(extract: Extract, text: str, word: str) -> None:
    """How long a sentence or a closure is says nothing of when it was passed or ordered."""
    assert dated(extract, text, word) == PUBLISHED


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The court fined the firm on Monday for dumping waste.", "dumping"),
        ("Spain recalled its envoy on Monday over remarks about the island.", "remarks"),
        ("A banker accused of hiding the losses appeared in court on Monday.", "hiding"),
        ("The driver was convicted on Monday of stealing fuel.", "stealing"),
        ("Parliament voted on Monday despite having promised a delay.", "promised"),
    ],
)
def test_reasons_and_charges_have_not_the_day_of_what_they_led_to(extract: Extract, text: str, word: str) -> None:
    """What somebody is fined for, accused or convicted of was before."""
    assert dated(extract, text, word) is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Oskar Brandl, the conductor, died on Monday.\n\nHe was born in Graz.\n\nHe made 200 recordings.", "made"),
        ("Ana Reis died on Monday in Faro.\n\nShe won three medals.\n\nShe is survived by a son.", "won"),
        ("Ana Reis died on Monday in Faro.\n\nShe moved to Lisbon and ran a bar.\n\nShe is survived by a son.", "ran"),
    ],
)
def test_a_life_is_of_no_day_in_an_obituary(extract: Extract, text: str, word: str) -> None:
    """After the death an obituary tells of the life."""
    assert dated(extract, text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # a day within the month, told of the same thing and person elsewhere
        (
            "Ana Reis was abducted in March 1996. Nobody knew why. The capture of Reis on March 26, 1996, shook us.",
            "abducted",
            ("1996-03-26", "1996-03-26"),
        ),
        (
            "Ruiz was kidnapped in June 2021. The family fled. Ruiz was abducted on June 4, 2021, in Cali.",
            "kidnapped",
            ("2021-06-04", "2021-06-04"),
        ),
        # of another person, or another month: none
        (
            "Ruiz was kidnapped in June 2021. The family fled. Perez was abducted on June 4, 2021, in Cali.",
            "kidnapped",
            ("2021-06-01", "2021-06-30"),
        ),
        (
            "Ruiz was kidnapped in June 2021. The family fled. Ruiz was abducted on May 4, 2020, in Cali.",
            "kidnapped",
            ("2021-06-01", "2021-06-30"),
        ),
        # an anniversary to come
        (
            "The bombing of the ferry on May 26, 2022, killed six. The second anniversary of the bombing nears.",
            "anniversary",
            ("2024-05-26", "2024-05-26"),
        ),
        (
            "The bombing of the ferry on June 1, 2014, killed six. The tenth anniversary of the bombing nears.",
            "anniversary",
            ("2024-06-01", "2024-06-01"),
        ),
        ("The third anniversary of the bombing nears.", "anniversary", None),
        # the day of another sentence is not the anniversary's
        (
            "He died on March 26, 1996. The second anniversary of his abduction passed quietly.",
            "abduction",
            None,
        ),
    ],
)
def test_days_counted_from_what_is_told_elsewhere(
    extract: Extract, text: str, word: str, expected: tuple[str, str] | None
) -> None:
    """The day within a month, the anniversary to come."""
    assert dated(extract, text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The raid on May 3 shook Lima. Several raids on farms followed.", "raids"),
        ("The bank's last increase came on May 3. Nine earlier increases hurt builders.", "increases"),
        ("The strike on May 3 closed the port. Another strike is feared.", "strike"),
    ],
)
def test_another_one_has_not_the_day_of_that_told_before(extract: Extract, text: str, word: str) -> None:
    """Another one, an earlier one: not the one whose day was told."""
    found = extract(text, published=PUBLISHED[0], undated=True).events
    last = [each for each in found if each.trigger.text == word][-1]
    assert days(last) != ("2024-05-03", "2024-05-03")


def test_a_plan_of_today_has_not_the_day_of_the_plan_beside_it(extract: Extract) -> None:
    """A call today is not of the day of what the company will do later."""
    text = "The company will host a call today and will release its results on May 20."
    assert dated(extract, text, "call") != ("2024-05-20", "2024-05-20")
    assert dated(extract, text, "release") == ("2024-05-20", "2024-05-20")


@pytest.mark.parametrize(
    "text",
    [
        "The storm hit Faro on Monday. Nine were lost after a boat sank on Sunday.\n\nIt made landfall at 4 a.m.",
        "Snow fell on Monday in Turin, where a bridge had shut on Sunday.\n\nThe first bus made its run at 9 a.m.",
    ],
)
def test_a_clock_time_is_of_the_story_not_of_a_clause_beside_it(extract: Extract, text: str) -> None:
    """A day that only says what was before, or where, does not take over the story."""
    last = [each for each in extract(text, published=PUBLISHED[0], undated=True).times if each.type == "TIME"][-1]
    assert (last.earliest or "")[:10] == MONDAY[0]


def test_what_was_earlier_this_week_ends_with_the_publication(extract: Extract) -> None:
    """Its week goes on, what happened in it does not."""
    found = extract("The bank closed 20 branches earlier this week.", published=PUBLISHED[0])
    assert days(event(found, "closed")) == (MONDAY[0], PUBLISHED[0])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The meeting on August 20 saw the leaders sign the pact.", "saw"),
        ("Tomorrow's talks ended the strike, he said.", "ended"),
    ],
)
def test_what_is_told_as_past_is_not_of_a_day_to_come(extract: Extract, text: str, word: str) -> None:
    """Not even where the event that brought it is said to be then."""
    found = dated(extract, text, word)
    assert found is None or (found[0] or "") <= PUBLISHED[0]


def test_a_death_of_last_week_is_an_obituary_too(extract: Extract) -> None:
    """The life is of no day, however old the death."""
    text = "Ana Reis died on April 27, aged 90.\n\nShe was born in Faro. She ran a bar. She wrote ten books."
    assert dated(extract, text, "died") == ("2024-04-27", "2024-04-27")
    assert dated(extract, text, "wrote") is None


def test_who_survived_is_no_obituary(extract: Extract) -> None:
    """A story of deaths goes on with the day."""
    text = "Six miners died on Monday near Cuzco. Three survived the blast.\n\nRescuers, who arrived late, wept."
    assert dated(extract, text, "arrived") == MONDAY
