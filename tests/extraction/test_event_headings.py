"""Dates on lines of their own, as diaries and chronologies have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.test_events import days, event

Extract = Callable[..., Annotations]
DIARY = """WEEK AHEAD

MONDAY, MAY 13
ACCRA - Cocoa growers meet buyers from Europe.
OSLO - Trial opens of a shipping broker, who is accused of fraud.

TUESDAY, MAY 14
LIMA - Peru's congress votes on the budget. Protesters were beaten there on May 2.
RIGA - Ministers sign a rail treaty, which was drafted in 2019."""
CHRONOLOGY = """How the dam failed

May 3
Engineers noticed a crack in the eastern wall.

May 4:
Villagers were moved to a school. The mayor closed the road.

• 6 May
The wall burst. Eleven people drowned."""


@pytest.mark.parametrize(
    ("text", "word", "expected", "modality"),
    [
        (DIARY, "meet", "2024-05-13", "planned"),
        (DIARY, "opens", "2024-05-13", "planned"),
        (DIARY, "votes", "2024-05-14", "planned"),
        (DIARY, "sign", "2024-05-14", "planned"),
        (DIARY, "beaten", "2024-05-02", "asserted"),
        (CHRONOLOGY, "noticed", "2024-05-03", "asserted"),
        (CHRONOLOGY, "moved", "2024-05-04", "asserted"),
        (CHRONOLOGY, "closed", "2024-05-04", "asserted"),
        (CHRONOLOGY, "burst", "2024-05-06", "asserted"),
        (CHRONOLOGY, "drowned", "2024-05-06", "asserted"),
    ],
)
def test_each_dates_what_stands_below_it(extract: Extract, text: str, word: str, expected: str, modality: str) -> None:
    """Until the next heading, and where the text gives no other day."""
    found = event(extract(text), word)
    assert (days(found), found.modality) == ((expected, expected), modality)


@pytest.mark.parametrize("word", ["accused"])
def test_what_is_told_beside_is_not_of_that_day(extract: Extract, word: str) -> None:
    """A clause about a person says when nothing."""
    assert days(event(extract(DIARY, undated=True), word)) != ("2024-05-13", "2024-05-13")


def test_one_alone_is_the_dateline(extract: Extract) -> None:
    """Or the line that says when the page was written: what follows may still have days of its own."""
    text = "Ferry sinks\n\nMay 9, 2024\n\nA ferry sank off Cebu on Tuesday. Divers found two bodies."
    assert days(event(extract(text), "sank")) == ("2024-05-07", "2024-05-07")


def test_thousands_of_headings_are_read(extract: Extract) -> None:
    """Each with its line below, and none lost."""
    text = "".join(f"May {n % 28 + 1}, 20{n % 20:02}\nThe wall burst.\n\n" for n in range(1500))
    found = [days(each) for each in extract(text).events if each.trigger.text == "burst"]
    assert set(found) == {(f"20{n % 20:02}-05-{n % 28 + 1:02}",) * 2 for n in range(1500)}


def test_headings_in_capitals_date_too(extract: Extract) -> None:
    """A line in capitals that is a date is a heading like others, and does not end its own section."""
    text = "Diary\n\nMONDAY\n\nThe minister resigned.\n\nTUESDAY\n\nThe mayor left.\n\nCOURT NEWS\n\nA clerk wept."
    found = extract(text)
    assert days(event(found, "resigned")) == ("2024-05-06", "2024-05-06")
    assert days(event(found, "left")) == ("2024-05-07", "2024-05-07")
    assert "2024-05-07" not in [
        each.date.earliest for each in found.events if each.date and each.trigger.text == "wept"
    ]
