"""Many articles in one request: each is answered, or has its own problem, and none costs the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from schemas.problem import Problem
from service.web import body, problems
from service.web.admission import Place

Answer = Callable[[object], dict[str, Any]]


def results(answer: Answer, documents: Iterable[object], path: str) -> list[dict[str, Any]]:
    """A response or a problem for each document, in order; pointers lead into the batch."""
    return [outcome(answer, document, path, f"/documents/{n}") for n, document in enumerate(documents)]


def stream(answer: Answer, lines: Iterable[bytes | Problem], path: str, place: Place) -> Iterator[bytes]:
    """A line for each line, as soon as it is known; pointers lead into the line's own object."""
    with place:
        for line in lines:
            yield encode(outcome(lambda given: answer(decode(given)), line, path, ""))


def decode(line: object) -> object:
    """The JSON value of a line.

    Raises:
        Problem: that the line is, or that it is not JSON.
    """
    if isinstance(line, Problem):
        raise line
    assert isinstance(line, bytes)
    return body.from_json(line)


def outcome(answer: Answer, document: object, path: str, pointer: str) -> dict[str, Any]:
    """The response to one document, or the problem that it has, as JSON."""
    try:
        return answer(document)
    except Problem as problem:
        problem.errors = tuple(replace(each, pointer=pointer + each.pointer) for each in problem.errors)
        return problems.dump(problem, path)
    except Exception as error:  # noqa: BLE001  # the next document is no worse for it
        return problems.dump(problems.fault(error), path)


def encode(value: object) -> bytes:
    """One line of JSON in UTF-8, fields in the order of the contract; the same value is the same bytes."""
    found = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return found.encode("utf-8", "backslashreplace") + b"\n"  # \udcxx in what a client sent is JSON's own escape for it
