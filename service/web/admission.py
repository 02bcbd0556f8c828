"""How many threads may wait for clients: who sends slowly, or streams, must not keep the last ones."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

from schemas.problem import Problem

RETRY_AFTER = "5"  # seconds: some of the slow ones will be done, or out of time


class Senders:
    """The threads of one front that may wait for what clients still have to send; others keep answering."""

    def __init__(self, most: int) -> None:
        self.places = threading.BoundedSemaphore(most)

    def take(self) -> None:
        """One place, to be given back by `release`.

        Raises:
            Problem: 503, there is none.
        """
        if not self.places.acquire(blocking=False):
            detail = "The service waits for as many clients as it can. Nothing of this request was done."
            raise Problem(503, detail, headers={"Retry-After": RETRY_AFTER})

    def release(self) -> None:
        self.places.release()

    @contextlib.contextmanager
    def place(self) -> Iterator[None]:
        """A place for as long as the block runs.

        Raises:
            Problem: 503, there is none.
        """
        self.take()
        try:
            yield
        finally:
            self.release()
