"""What is counted, for Prometheus; right across processes, whichever of them is asked, and across their ends.

Under gunicorn each process writes files of its own in `PROMETHEUS_MULTIPROC_DIR` (service/gunicorn.py), and an answer
adds them up.  They are mapped into memory, so a write for which the file system has no room would end the process:
`reserve` takes the room beforehand.
"""

from __future__ import annotations

import contextlib
import logging
import os
import resource
import struct
import time
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"})  # anyone can make up others
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
KINDS = ("counter", "histogram", "gauge_livesum", "gauge_liveall", "gauge_max")
ROOM = 1 << 17  # bytes of each file: some 800 samples
MEASURED = 1.0  # seconds between two looks at the memory of a process
TRIES = 10  # to read the files of all processes while some of these come and go
LENGTH = struct.Struct("i")  # of what is used of a file, at its beginning
STATM = Path("/proc/self/statm")
PAGE = resource.getpagesize()

log = logging.getLogger("dateline")


class Metrics:
    """All metrics, in a registry of their own."""

    def __init__(self, version: str, model: str) -> None:
        self.on = True
        self.measured = 0.0
        self.reserve()
        self.registry = registry = CollectorRegistry()
        self.requests = Counter(
            "dateline_requests", "Requests answered.", ("route", "method", "status"), registry=registry
        )
        self.request_seconds = Histogram(
            "dateline_request_seconds",
            "From the head of a request to the end of its answer.",
            ("route",),
            buckets=SECONDS,
            registry=registry,
        )
        self.waiting = Gauge(
            "dateline_articles_waiting",
            "Articles that wait for a parser.",
            multiprocess_mode="livesum",
            registry=registry,
        )
        self.parsing = Gauge(
            "dateline_articles_parsing", "Articles being parsed.", multiprocess_mode="livesum", registry=registry
        )
        self.articles = Counter(
            "dateline_articles",
            "Articles, alone and in batches, by how each was answered.",
            ("status",),
            registry=registry,
        )
        self.parse_seconds = Histogram(
            "dateline_parse_seconds", "Parse and extraction of one article.", buckets=SECONDS, registry=registry
        )
        self.characters = Counter("dateline_characters", "Characters of the articles answered.", registry=registry)
        self.tokens = Counter("dateline_tokens", "Tokens of the articles answered.", registry=registry)
        self.items = Counter("dateline_items", "Items found, by layer.", ("layer",), registry=registry)
        self.resident = Gauge(
            "dateline_resident_bytes",
            "Resident memory of each process, the pages that it shares with others among them.",
            ("role",),
            multiprocess_mode="liveall",
            registry=registry,
        )
        info = Gauge(
            "dateline_info", "What runs here.", ("version", "model"), multiprocess_mode="max", registry=registry
        )
        info.labels(version, model).set(1)

    def reserve(self) -> None:
        """Take the room for this process's files, before anything is counted in it.

        Where there is none, nothing is counted: no metrics rather than no answers.
        """
        if DIRECTORY not in os.environ:
            return
        files = [Path(os.environ[DIRECTORY], f"{kind}_{os.getpid()}.db") for kind in KINDS]
        try:
            for path in files:
                new = path.with_suffix(".new")  # nobody is to read it before it is whole
                with new.open("wb") as file:
                    os.posix_fallocate(file.fileno(), 0, ROOM)
                new.replace(path)
        except OSError as error:
            self.on = False
            for path in files:
                path.unlink(missing_ok=True)
                path.with_suffix(".new").unlink(missing_ok=True)
            log.error("no metrics of this process: %s", error.strerror)

    def request(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count one request."""
        if not self.on:
            return
        self.requests.labels(route, method if method in METHODS else "other", status).inc()
        self.request_seconds.labels(route).observe(seconds)
        self.memory("front")

    def refusal(self, status: int) -> None:
        """Count one article that was not answered."""
        if self.on:
            self.articles.labels(status).inc()

    def article(self, seconds: float, characters: int, tokens: int, items: dict[str, int]) -> None:
        """Count one article that was answered."""
        if not self.on:
            return
        self.articles.labels(200).inc()
        self.parse_seconds.observe(seconds)
        self.characters.inc(characters)
        self.tokens.inc(tokens)
        for layer, count in items.items():
            self.items.labels(layer).inc(count)

    def queue(self, waiting: int, parsing: int) -> None:
        """Note how many articles of this process wait, and how many are being parsed."""
        if not self.on:
            return
        self.waiting.set(waiting)
        self.parsing.set(parsing)

    def memory(self, role: str) -> None:
        """Note this process's memory, now and then."""
        now = time.monotonic()
        if self.on and now > self.measured + MEASURED:
            self.measured = now
            self.resident.labels(role).set(int(STATM.read_bytes().split()[1]) * PAGE)

    def text(self) -> bytes:
        """All of them in Prometheus's format."""
        if DIRECTORY not in os.environ:
            return generate_latest(self.registry)
        together = CollectorRegistry()
        MultiProcessCollector(together)  # type: ignore[no-untyped-call]
        for _ in range(TRIES):
            with contextlib.suppress(OSError, struct.error):  # a process has just ended, and its file with it
                return generate_latest(together)
        return generate_latest(together)

    def forget(self, pid: int, role: str) -> None:
        """Leave out what a process that has ended measured of itself; what a front counted stays."""
        if DIRECTORY not in os.environ:
            return
        mark_process_dead(pid)  # type: ignore[no-untyped-call]
        for file in Path(os.environ[DIRECTORY]).glob(f"*_{pid}.db"):
            if role == "parser":  # counts nothing, but has its files
                file.unlink(missing_ok=True)
            else:
                head = file.read_bytes()[: LENGTH.size]
                if len(head) == LENGTH.size:  # else it ended before it had counted anything
                    os.truncate(file, max(LENGTH.unpack(head)[0], 2 * LENGTH.size))
