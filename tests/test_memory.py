"""A worker's memory stays flat, however many different articles it reads."""

from __future__ import annotations

import pytest

from bench import articles, flat


@pytest.mark.soak
def test_memory_is_flat_once_warm() -> None:
    """Under 5 % more after 300 articles than after 150: spaCy's string store is emptied after each."""
    found = flat.course(articles.different(articles.load([]), 300), every=50)
    assert found.growth(after=150) < 0.05
