"""Figures are of the period that a report is about; what markets trade is of the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.test_events import days, event

Extract = Callable[..., Annotations]
PUBLISHED = ("2024-05-10", "2024-05-10")
APRIL, QUARTER, YEAR = ("2024-04-01", "2024-04-30"), ("2024-01-01", "2024-03-31"), ("2023-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # the period that the figure itself names
        ("First-quarter profit tumbled at the Kenyan brewer.", "tumbled", QUARTER),
        ("The brewer said net income for the first quarter slipped 6 percent.", "slipped", QUARTER),
        ("Exports in April soared, the customs office said.", "soared", APRIL),
        ("Portugal’s April inflation eased to 2.2 percent, an estimate showed on Tuesday.", "eased", APRIL),
        # the report's, in later paragraphs
        (
            "Industrial output in Slovakia fell 2 percent in April, officials said.\n\nExports dropped too.",
            "dropped",
            APRIL,
        ),
        (
            "Prices rose in April, they said on Monday.\n\nShares in Cairo fell on Tuesday.\n\nRents climbed fastest.",
            "climbed",
            APRIL,
        ),
        (
            "The airline's revenue grew in the first quarter.\n\nIt opened two routes.\n\nCosts jumped by a fifth.",
            "jumped",
            QUARTER,
        ),
        (
            "Visitor arrivals in Fiji increased in 2023, the board said.\n\nFew stayed long.\n\nHotel revenue doubled.",
            "doubled",
            YEAR,
        ),
        ("Jobless rate edges down\n\nUnemployment in Brazil dropped to 7 percent in April.", "edges", APRIL),
        # a second period takes over
        (
            "Sales fell in the first quarter, the chain said.\n\nIn 2023 sales rose 4 percent. Profit doubled.",
            "doubled",
            YEAR,
        ),
        (
            "Sales fell in the first quarter, the chain said.\n\nIn the nine months, they rose. Revenue widened.",
            "widened",
            None,
        ),
        # what is traded, or decided, on a day
        ("Retail sales rose in April, figures showed.\n\nShares in the chain fell 4 percent.", "fell", PUBLISHED),
        ("Retail sales rose in April, figures showed.\n\nThe peso weakened.", "weakened", PUBLISHED),
        ("Retail sales rose in April, figures showed.\n\nOil prices jumped.", "jumped", PUBLISHED),
        # what is only compared with
        ("Revenue declined. A year before, in the first quarter of 2023, it had grown.", "declined", PUBLISHED),
        # no report of figures
        ("A bridge collapsed in April.\n\nToll revenue fell, the operator said.", "fell", PUBLISHED),
    ],
)
def test_figures(extract: Extract, text: str, word: str, expected: tuple[str, str] | None) -> None:
    """Each has the days of its period, or its own."""
    assert days(event(extract(text, undated=True), word)) == expected
