"""Which statement stands inside which: "Qin said China hopes that …" holds one by China."""

from __future__ import annotations

from collections.abc import Sequence

from service.extraction.statements.candidates import Candidate


def parents(found: Sequence[Candidate]) -> list[int | None]:
    """For every candidate, ordered by (start, -end) of its content, the position of the innermost one that holds it.

    One holds another where its content covers the other's cue and some of its content, and is longer.
    """
    result: list[int | None] = []
    opened: list[int] = []
    for n, candidate in enumerate(found):
        while opened and found[opened[-1]].end <= candidate.start:
            opened.pop()
        result.append(next((m for m in reversed(opened[-12:]) if holds(found[m], candidate)), None))
        opened.append(n)
    return result


def holds(outer: Candidate, inner: Candidate) -> bool:
    anchor = inner.cue[0] if inner.cue else inner.content[0]
    covered = any(start <= anchor[0] and anchor[1] <= end for start, end in outer.content)
    return covered and outer.start <= inner.start and inner.end <= outer.end and size(outer) > size(inner)


def size(candidate: Candidate) -> int:
    return sum(end - start for start, end in candidate.content)
