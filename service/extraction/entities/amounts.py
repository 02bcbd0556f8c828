"""MONEY, PERCENT and QUANTITY with value and unit."""

from __future__ import annotations

from service.extraction.entities.clusters import Thing
from service.extraction.entities.reading import Reading


def find(reading: Reading) -> list[Thing]:
    """Every amount, one entity each."""
    return []
