"""The service as a client sees it: started on a free port, asked over HTTP, its workers' memory read."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[1]
PATIENCE = 120  # seconds to get ready
PUBLISHED = "2024-05-10"


class Service:
    """A running service; `started` makes one."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    @classmethod
    @contextmanager
    def started(cls, workers: int, *more: str, within: Sequence[str] = ()) -> Iterator[Self]:
        """A service with that many workers, ready; stopped at the end.

        Args:
            more: further flags.
            within: a command that runs the service's own, such as `nice`.

        Raises:
            RuntimeError: it did not get ready.
        """
        port = free_port()
        command = [sys.executable, "-W", "ignore", "-m", "service", "serve"]
        flags = [f"--workers={workers}", f"--port={port}", "--log-level=warning"]
        process = subprocess.Popen([*within, *command, *flags, *more], cwd=ROOT, stdout=subprocess.DEVNULL)
        try:
            service = cls(process, port)
            service.wait()
            yield service
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            process.wait()

    def wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.ask("GET", "/readyz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the service did not get ready")

    def extract(self, text: str) -> float:
        """Seconds that one article takes.

        Raises:
            RuntimeError: the answer is not 200.
        """
        body = json.dumps({"text": text, "published": PUBLISHED}).encode()
        begun = time.perf_counter()
        status, answer = self.ask("POST", "/v1/extract", body)
        if status != 200:
            raise RuntimeError(f"{status} {answer[:500]!r}")
        return time.perf_counter() - begun

    def ask(self, method: str, path: str, body: bytes | None = None) -> tuple[int, bytes]:
        """Status and body.  A connection each, as from many clients: the kernel hands it to a worker that is idle."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def workers(self) -> list[int]:
        """The process ids of fronts and parsers."""
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def cpu(self) -> float:
        """CPU seconds that fronts and parsers have used, since they began."""
        ticks = 0
        for pid in self.workers():
            after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(after_name[11]) + int(after_name[12])  # user and system
        return ticks / os.sysconf("SC_CLK_TCK")

    def memories(self) -> dict[int, float]:
        """Megabytes of each front and parser, by process id."""
        return {pid: memory(pid) for pid in self.workers()}

    def memory(self) -> float:
        """Megabytes of fronts and parsers together, what they share counted once for each."""
        return sum(self.memories().values())


def growth(readings: Sequence[dict[int, float]]) -> float:
    """From the first reading to the highest later one, of the process that grew most, as a share."""
    first, *later = readings
    return max((each[pid] / first[pid] - 1 for each in later for pid in each.keys() & first.keys()), default=0.0)


def memory(pid: int) -> float:
    """Megabytes resident, shared pages and all."""
    return rollup(pid, "Rss:")


def own_memory(pid: int) -> float:
    """Megabytes that no other process shares."""
    return rollup(pid, "Private_Clean:", "Private_Dirty:")


def rollup(pid: int, *rows: str) -> float:
    lines = [line.split() for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]]
    return sum(int(words[1]) for words in lines if words[0] in rows) / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def cores() -> int:
    return len(os.sched_getaffinity(0))
