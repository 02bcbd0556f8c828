"""Candidates in order of position, asked which of them stand near another: a few dozen, however many there are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from service.extraction.statements.candidates import Candidate

MOST = 24  # candidates before a position that are compared: keeps the work linear


class Neighbours:
    """Candidates by position of their contents."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.ends: list[int] = []  # the furthest end so far: ascending, so that bisection finds what may overlap
        furthest = 0
        for candidate in candidates:
            furthest = max(furthest, candidate.end)
            self.ends.append(furthest)

    def range(self, of: Candidate) -> range:
        """The positions of the candidates that may overlap the content or cue of `of`."""
        start = min(of.start, *(a for a, _ in of.cue)) if of.cue else of.start
        end = max(of.end, *(b for _, b in of.cue)) if of.cue else of.end
        last = bisect_left(self.candidates, end, key=lambda c: c.start)
        return range(max(bisect_left(self.ends, start), last - MOST), last)

    def overlapping(self, of: Candidate) -> Sequence[Candidate]:
        """The candidates that may overlap the content or cue of `of`."""
        near = self.range(of)
        return self.candidates[near.start : near.stop]

    def around(self, of: Candidate) -> Sequence[Candidate]:
        """The candidates near `of`, two to each side beyond those that may overlap it."""
        near = self.range(of)
        return self.candidates[max(0, near.start - 2) : near.stop + 2]
