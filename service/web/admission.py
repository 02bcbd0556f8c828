"""Who may wait for the parse, and who is told to come back: one path for single articles, batches and streams."""

from __future__ import annotations

import threading

from schemas.problem import Problem

RETRY_AFTER = "1"  # seconds: a few articles


class Admission:
    """The places of one worker: one for the request that parses, and `waiting` for those that are next.

    Without it every thread would end up waiting for the parse, and none would be left to say that the worker is well.
    """

    def __init__(self, waiting: int) -> None:
        self.most = waiting + 1
        self.taken = 0
        self.lock = threading.Lock()

    def place(self) -> Place:
        """A place, at once.

        Raises:
            Problem: 503, there is none.
        """
        with self.lock:
            if self.taken == self.most:
                detail = "The service has as much to do as it can. Nothing of this request was done."
                raise Problem(503, detail, headers={"Retry-After": RETRY_AFTER})
            self.taken += 1
        return Place(self)


class Place:
    """One request's claim on the parse; given back once, however often it is released."""

    def __init__(self, admission: Admission) -> None:
        self.admission = admission
        self.held = True

    def release(self) -> None:
        with self.admission.lock:
            self.admission.taken -= self.held
            self.held = False

    def __enter__(self) -> Place:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
