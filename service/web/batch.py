"""Many articles in one request: each is answered, or has its own problem, and none costs the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from schemas.problem import Problem
from service.answer import as_json
from service.log import fault
from service.web import body, problems
from service.web.order import in_order

Answer = Callable[[object], bytes]  # a decoded request in, a response as JSON out


def results(
    answer: Answer, documents: Iterable[object], path: str, given_up: Callable[[], Problem | None], width: int
) -> Iterator[bytes]:
    """A response or a problem for each document, in order, `width` of them asked for at one time; pointers lead into
    the batch.

    `given_up` says why no more are to be answered, if that is so.
    """
    given = ((given_up() or document, f"/documents/{n}") for n, document in enumerate(documents))
    return in_order(lambda each: outcome(answer, each[0], path, each[1]), given, width)


def joined(results: Iterable[bytes]) -> bytes:
    """A batch's whole response."""
    return b'{"results":[' + b",".join(results) + b"]}\n"


def stream(
    answer: Answer,
    lines: Iterable[bytes | Problem],
    path: str,
    given_up: Callable[[], Problem | None],
    width: int,
    leave: Callable[[], None],
) -> Iterator[bytes]:
    """A line for each line, in order, as soon as it is known; pointers lead into the line's own object.

    Where `given_up` says why no more are to be answered, that problem is the last line.  `leave` ends the lines where
    no more results are wanted.
    """

    def given() -> Iterator[bytes | Problem]:
        for line in lines:
            problem = given_up()
            yield problem or line
            if problem:
                return

    return in_order(lambda line: outcome(lambda it: answer(decode(it)), line, path, "") + b"\n", given(), width, leave)


def decode(line: object) -> object:
    """The JSON value of a line.

    Raises:
        Problem: it is not JSON.
    """
    assert isinstance(line, bytes)
    return body.from_json(line)


def outcome(answer: Answer, document: object, path: str, pointer: str) -> bytes:
    """The response to one document, or the problem that it has (or is), as JSON."""
    try:
        if isinstance(document, Problem):
            raise document
        return answer(document)
    except Problem as problem:
        problem.errors = tuple(replace(each, pointer=pointer + each.pointer) for each in problem.errors)
        return as_json(problems.dump(problem, path))
    except Exception as error:  # noqa: BLE001  # the next document is no worse for it
        return as_json(problems.dump(fault(error), path))
