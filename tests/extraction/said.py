"""Reading statements in tests: one line a statement, `source | cue | content`, and the look-ups that tables need.

`—` stands for a source that is null, `*` for anything, `he = Ana Ruiz` for a source as written and as resolved; pieces
of a span are joined by " … ".  White space and the marks around a content (a comma, a full stop, the quotation marks
themselves) do not count: whether a full stop belongs to a sentence that was said is nobody's business here.

A fuller line says more: `source = resolved name | cue | content`, then, each behind a bar, `neg` (where it is left out
the polarity must be positive), `to` whom, `on` which day with its basis (or `none`), `in` how the content of the parent
begins, and `more` for running speech, which names what it continues.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest

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
    who, _, name = who.partition(" = ")
    spoken = words(statement.cue.spans) if statement.cue else "—"
    return (
        who in {"*", source(statement) or "—"}
        and (not name or statement.source is not None and name == statement.source.name)
        and (cue == "*" or cue == spoken or cue in spoken.split())
        and content in {"*", bare(words(statement.content.spans))}
    )


def the(found: Annotations, wanted: str) -> Statement:
    """The statement that the line describes; fails with all that there are."""
    for statement in found.statements:
        if fits(statement, wanted):
            return statement
    raise AssertionError("\n".join(["", f"no  {wanted}", "but", *map(line, found.statements)]))


def whole(found: Annotations, statement: Statement) -> str:
    """The statement as fuller lines write it."""
    parent = next((words(s.content.spans) for s in found.statements if s.id == statement.parent), "")
    name = statement.source.name if statement.source else None
    parts = [
        line(statement),
        f"= {name}",
        statement.type,
        statement.polarity,
        f"to {words(statement.addressee.spans)}" if statement.addressee else "",
        f"on {day(statement)}",
        f"in {parent}" if parent else "",
    ]
    return " | ".join(filter(None, parts))


def day(statement: Statement) -> str:
    """The day it was said, and how that is known."""
    return f"{statement.date.earliest} {statement.date.basis}" if statement.date else "none"


def meets(found: Annotations, statement: Statement, wanted: str) -> bool:
    """Whether the statement is the one that the fuller line describes, in all that the line says."""
    who, cue, content, *more = wanted.split(" | ")
    who, _, name = who.partition(" = ")
    if not fits(statement, f"{who} | {cue} | {content}"):
        return False
    if name and (statement.source is None or (statement.source.name or "").removeprefix("The ") != name):
        return False
    asked = {key: value for key, _, value in (part.partition(" ") for part in more)}
    parent = next((words(s.content.spans) for s in found.statements if s.id == statement.parent), "")
    return (
        (statement.polarity == "negative") == ("neg" in asked)
        and (statement.type == "continued" and statement.continues is not None) >= ("more" in asked)
        and ("to" not in asked or statement.addressee is not None and words(statement.addressee.spans) == asked["to"])
        and ("on" not in asked or day(statement) == asked["on"])
        and ("in" not in asked or bool(parent) and parent.startswith(asked["in"]))
    )


def all_of(found: Annotations, wanted: Iterable[str]) -> None:
    """Fails unless every line describes one of the statements."""
    for each in wanted:
        the(found, each)


def cases(kinds: Mapping[str, Sequence[tuple[str, ...]]]) -> list[Any]:
    """The tables of several kinds, a text and its lines each, as cases that bear their kind's name."""
    return [
        pytest.param(text, wanted, id=f"{kind} {n}")
        for kind, table in kinds.items()
        for n, (text, *wanted) in enumerate(table)
    ]


def told(found: Annotations, wanted: Iterable[str]) -> None:
    """Fails, with all that there are, unless every fuller line describes one of the statements."""
    lacking = [each for each in wanted if not any(meets(found, statement, each) for statement in found.statements)]
    if lacking:
        raise AssertionError("\n".join(["", *lacking, "but", *(whole(found, s) for s in found.statements)]))
