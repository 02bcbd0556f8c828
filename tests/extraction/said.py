"""Reading statements in tests: one line a statement, `source | cue | content`, and the look-ups that tables need.

`—` stands for a source that is null, `*` for anything; pieces of a span are joined by " … ".  White space and the marks
around a content (a comma, a full stop, the quotation marks themselves) do not count: whether a full stop belongs to a
sentence that was said is nobody's business here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from service.extraction.annotations import Annotations, Statement

EDGES = " .,;:!?\"“”‘’'«»„‟`()-–—"


def words(spans: Iterable[Any]) -> str:
    """The spans' texts in one string, " … " between pieces."""
    return " … ".join(span.text for span in spans)


def bare(content: str) -> str:
    """The content without the marks at the edges of its pieces."""
    return " … ".join(" ".join(piece.strip(EDGES).split()) for piece in content.split(" … "))


def source(statement: Statement) -> str | None:
    """The source as written."""
    return words(statement.source.spans) if statement.source else None


def line(statement: Statement) -> str:
    """The statement as tables write it."""
    cue = words(statement.cue.spans) if statement.cue else "—"
    return f"{source(statement) or '—'} | {cue} | {bare(words(statement.content.spans))}"


def fits(statement: Statement, wanted: str) -> bool:
    """Whether the statement is the one that the line describes; of the cue the line may name one word only."""
    who, cue, content = wanted.split(" | ")
    spoken = words(statement.cue.spans) if statement.cue else "—"
    return (
        who in {"*", source(statement) or "—"}
        and (cue == "*" or cue == spoken or cue in spoken.split())
        and content in {"*", bare(words(statement.content.spans))}
    )


def the(found: Annotations, wanted: str) -> Statement:
    """The statement that the line describes; fails with all that there are."""
    for statement in found.statements:
        if fits(statement, wanted):
            return statement
    raise AssertionError("\n".join(["", f"no  {wanted}", "but", *map(line, found.statements)]))
