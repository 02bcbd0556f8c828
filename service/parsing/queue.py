"""The queue of articles that wait for a parser: a Unix socket, made before the first fork."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import socket
import struct
from dataclasses import dataclass
from pathlib import Path


class Full(Exception):
    """As many wait as may."""


@dataclass(frozen=True, slots=True)
class Queue:
    """`listener` is for parsers, which accept from it; fronts `connect`."""

    listener: socket.socket
    path: Path

    @classmethod
    def make(cls, directory: Path, waiting: int) -> Queue:
        """A queue where `waiting` articles may wait; at least one, for even an idle parser takes a moment to see it."""
        path = directory / "queue"
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(path))
        listener.listen(max(waiting, 1) - 1)  # Linux lets in one more
        return cls(listener, path)

    def connect(self, seconds: float) -> socket.socket:
        """A connection that the next idle parser will accept; waits for a place at most so long.

        Raises:
            Full: there was none.
        """
        connection = socket.socket(socket.AF_UNIX)
        try:
            if seconds:  # Python's own timeout would not wait: of a Unix socket the kernel says EAGAIN, not EINPROGRESS
                limit = struct.pack("ll", int(seconds), 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, limit)
            else:
                connection.setblocking(False)
            connection.connect(str(self.path))
        except OSError as error:
            connection.close()
            if error.errno in (errno.EAGAIN, errno.ECONNREFUSED, errno.ENOENT):
                raise Full from None
            raise
        return connection

    def attend(self) -> None:
        """Say, until this process ends, that there is a front which may bring articles."""
        fcntl.flock(self.presence(), fcntl.LOCK_SH)

    def attended(self) -> bool:
        """Whether any front is left; the kernel takes the lock of one that died."""
        try:
            descriptor = self.presence()
        except FileNotFoundError:  # the directory has gone, and so has the process that made it
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(descriptor)
        return False

    def presence(self) -> int:
        """A descriptor of this process's own: a lock belongs to what was opened, and a fork would share that."""
        return os.open(self.path.with_name("fronts"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def close(self) -> None:
        self.listener.close()
        with contextlib.suppress(OSError):
            self.path.unlink()
