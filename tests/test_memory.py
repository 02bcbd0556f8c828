"""A worker's memory stays flat, however many different articles it reads."""

from __future__ import annotations

import pytest

from bench import articles, flat


@pytest.mark.soak
def test_memory_is_flat_once_warm() -> None:
    """Under 5 % more after 500 articles than after 200: spaCy's string store is emptied after each."""
    found = flat.course(articles.different(articles.load([]), 500), every=100)
    assert found.growth(after=200) < 0.05
