"""Whether a worker's memory stays flat over thousands of different articles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.served import Service


@dataclass(frozen=True, slots=True)
class Course:
    """Megabytes of the largest process, the parser, after every so many articles."""

    every: int
    megabytes: list[float]

    def growth(self, after: int) -> float:
        """Growth from `after` articles to the highest later reading, as a share."""
        first = self.megabytes[after // self.every - 1]
        return max(self.megabytes[after // self.every :]) / first - 1


def course(articles: Iterable[str], every: int, show: bool = False) -> Course:
    """Ask a service with one worker for all articles, one after the other, and read its memory as it goes."""
    readings: list[float] = []
    with Service.started(1) as service:
        for number, text in enumerate(articles, 1):
            service.extract(text)
            if number % every == 0:
                readings.append(max(service.memories().values()))  # the parser: fronts read no article
                if show:
                    print(f"{number:6} articles {readings[-1]:8.1f} MB", flush=True)
    return Course(every, readings)
