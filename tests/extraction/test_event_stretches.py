"""Events that last from one date to another, and bounds that are open on one side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]


@pytest.mark.parametrize(
    ("text", "trigger", "earliest", "latest"),
    [
        ("She served in the army between January 2019 and June 2022.", "served", "2019-01-01", "2022-06-30"),
        ("They fought over the dam from 3 May to 8 May.", "fought", "2024-05-03", "2024-05-08"),
        ("They fought over the dam Monday through Wednesday.", "fought", "2024-05-06", "2024-05-08"),
        ("Profit fell in the three months ended March 31.", "fell", "2024-01-01", "2024-03-31"),
        ("The bridge will close for three days from Sunday.", "close", "2024-05-12", "2024-05-14"),
        ("They attacked the dam in January, February and March.", "attacked", "2024-01-01", "2024-03-31"),
        ("They attacked the dam on Tuesday and Wednesday.", "attacked", "2024-05-07", "2024-05-08"),
        ("They attacked the dam in 2011 and 2013.", "attacked", "2011-01-01", "2011-12-31"),
        ("They attacked the dam before 1995.", "attacked", None, "1994-12-31"),
        ("They attacked the dam after 1995.", "attacked", "1996-01-01", None),
        ("They have attacked the dam since Monday.", "attacked", "2024-05-06", "2024-05-10"),
        ("Rebels attack the dam since 12 May 2025.", "attack", "2025-05-12", None),
        ("The truce will hold until September 12.", "truce", None, "2024-09-12"),
    ],
)
def test_bounds(extract: Extract, text: str, trigger: str, earliest: str | None, latest: str | None) -> None:
    """Two ends, or a run of dates, date the event from the first to the last; one end alone leaves the other open."""
    dates = {event.trigger.text: event.date for event in extract(text, undated=True).events}
    found = dates[trigger]
    assert found is not None
    assert (found.earliest, found.latest) == (earliest, latest)


def test_what_moves_does_not_last(extract: Extract) -> None:
    """A trial that was moved from one day to another did not last from the one to the other."""
    events = extract("The trial was moved from Monday to Friday.", undated=True).events
    assert all(
        (event.date.earliest, event.date.latest) != ("2024-05-06", "2024-05-10") for event in events if event.date
    )
