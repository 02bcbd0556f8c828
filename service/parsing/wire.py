"""What a front and a parser say to one another: pickled values, each after its length.  The socket lies in a directory
that only the service's own user can enter.
"""

from __future__ import annotations

import pickle
import select
from dataclasses import dataclass
from socket import socket
from typing import Any

HEAD = 8  # bytes of the length


@dataclass(frozen=True, slots=True)
class Begun:
    """The parser has taken the article up."""

    pid: int


def send(connection: socket, value: object) -> None:
    """Send one value.

    Raises:
        OSError: the other side has gone, or (TimeoutError) does not read.
    """
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    connection.sendall(len(content).to_bytes(HEAD) + content)


def receive(connection: socket) -> Any:
    """The next value.

    Raises:
        EOFError: the other side has gone.
        OSError: likewise, or (TimeoutError) nothing came.
    """
    return pickle.loads(exactly(connection, int.from_bytes(exactly(connection, HEAD))))  # noqa: S301  # our own process


def exactly(connection: socket, count: int) -> bytearray:
    content = bytearray()
    while len(content) < count:
        piece = connection.recv(count - len(content))
        if not piece:
            raise EOFError
        content += piece
    return content


def gone(connection: socket) -> bool:
    """Whether the other side has hung up."""
    poll = select.poll()
    poll.register(connection, select.POLLHUP)
    return bool(poll.poll(0))
