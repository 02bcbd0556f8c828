"""The parse in this very process: for tests, and for a server that starts no parsers.  It holds to no time budget."""

from __future__ import annotations

import threading
from collections.abc import Callable

from schemas.request import Article
from service.answer import Answered
from service.parsing.client import busy


class Here:
    """One article at a time, and so many that may wait."""

    def __init__(self, answer: Callable[[Article], Answered], waiting: int) -> None:
        self.answer = answer
        self.places = threading.BoundedSemaphore(waiting + 1)

    def stuck(self) -> bool:
        return False

    def admit(self) -> None:
        self.take(patient=False)
        self.places.release()

    def __call__(self, article: Article, patient: bool = False) -> Answered:
        self.take(patient)
        try:
            return self.answer(article)
        finally:
            self.places.release()

    def take(self, patient: bool) -> None:
        if not self.places.acquire(blocking=patient):
            raise busy()
