"""From the words of a match to a Draft: one reader a rule of the grammar.  A reader may refuse (None)."""

from __future__ import annotations

from service.extraction.times import clocks, dates, lengths, periods, relative
from service.extraction.times.matches import READERS, Match

__all__ = ["READERS", "Match", "clocks", "dates", "lengths", "periods", "relative"]
