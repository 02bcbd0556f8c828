"""The loop of a parser process: one article after the other, from whichever front connects."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Callable

from schemas.problem import Problem
from schemas.request import Article
from service.answer import Answered
from service.log import fault
from service.parsing import wire

PATIENCE = 5.0  # seconds for a front to read or write what fits into no buffer: it may be stopped, or dying
LOOK = 0.2  # seconds between two looks at whether to go on
BUFFER = 1 << 20  # bytes: most answers fit, and the parser need not wait for the front to read


def serve(
    listener: socket.socket,
    answer: Callable[[Article], Answered],
    going: Callable[[], bool],
    done: Callable[[], None] = lambda: None,
) -> None:
    """Answer until `going` says no, which is asked between articles and several times a second; `done` is called after
    each.
    """
    listener.settimeout(LOOK)
    while going():
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            continue
        with connection:
            connection.settimeout(PATIENCE)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER)
            with contextlib.suppress(OSError, EOFError):  # the front has gone; its client too
                serve_one(connection, answer)
            done()


def serve_one(connection: socket.socket, answer: Callable[[Article], Answered]) -> None:
    article = wire.receive(connection)
    if not wire.gone(connection):  # else it gave up while it waited
        wire.send(connection, wire.Begun(os.getpid()))
        wire.send(connection, outcome(answer, article))


def outcome(answer: Callable[[Article], Answered], article: Article) -> Answered | Problem:
    try:
        return answer(article)
    except Problem as problem:
        return problem
    except Exception as error:  # noqa: BLE001  # told to the front, and the next article is no worse for it
        return fault(error)
