"""Many clients at once, as threads: each asks, waits for its answer, and asks again; told to come back, it does."""

from __future__ import annotations

import http.client
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

from bench.served import Service

Ask = Callable[[int], bytes]  # the body of the n-th request


@dataclass(slots=True)
class Tally:
    """What clients got."""

    statuses: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)  # seconds, of requests answered 200
    seconds: float = 0.0
    in_time: int = 0  # answered 200 before the end; clients that then still wait get their answers too

    @property
    def rate(self) -> float:
        """Articles answered a second."""
        return self.in_time / self.seconds

    @property
    def lost(self) -> int:
        """Requests that were neither answered nor told to come back."""
        return sum(self.statuses.values()) - self.statuses["200"] - self.statuses["503"]


def hammer(service: Service, bodies: Sequence[bytes], clients: int, seconds: float) -> Tally:
    """So many clients for so long; each sleeps as long as `Retry-After` says before it asks again."""
    tally, lock, numbers = Tally(seconds=seconds), threading.Lock(), count()
    end = time.monotonic() + seconds

    def client() -> None:
        while time.monotonic() < end:
            begun = time.perf_counter()
            status, retry_after = once(service, bodies[next(numbers) % len(bodies)])
            with lock:
                tally.statuses[status] += 1
                if status == "200":
                    tally.waits.append(time.perf_counter() - begun)
                    tally.in_time += time.monotonic() < end
            if retry_after:
                time.sleep(max(0.0, min(retry_after, end - time.monotonic())))

    threads = [threading.Thread(target=client) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tally


def once(service: Service, body: bytes) -> tuple[str, float]:
    """The status of one request, or the name of what went wrong; and the seconds to stay away."""
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=180)
    try:
        connection.request("POST", "/v1/extract", body, {"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        retry = response.headers["Retry-After"]
        if response.status == 503 and not retry:
            return "503 without Retry-After", 1.0
        return str(response.status), float(retry or 0)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__, 0.0
    finally:
        connection.close()


class Watch:
    """Asks for a path again and again, on a connection each, until it is left."""

    def __init__(self, service: Service, path: str = "/readyz", every: float = 0.05) -> None:
        self.service, self.path, self.every = service, path, every
        self.waits: list[float] = []
        self.statuses: Counter[str] = Counter()
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def run(self) -> None:
        while not self.over.wait(self.every):
            begun = time.perf_counter()
            try:
                status = str(self.service.ask("GET", self.path)[0])
            except (OSError, http.client.HTTPException) as error:
                status = type(error).__name__
            self.waits.append(time.perf_counter() - begun)
            self.statuses[status] += 1

    def __enter__(self) -> Watch:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()


def percentile(values: Sequence[float], part: int) -> float:
    """In milliseconds."""
    if len(values) < 2:
        return 1000 * sum(values)
    return 1000 * statistics.quantiles(values, n=100, method="inclusive")[part - 1]
