"""A real server for tests: `python -m service serve` in a process of its own, on a free port of this machine."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

PATIENCE = 120  # seconds for the model to load on a busy machine
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Live:
    """Where the server listens, its process, and the file it logs to."""

    port: int
    process: subprocess.Popen[bytes]
    log: IO[bytes]

    @property
    def url(self) -> str:
        """The address that paths are added to."""
        return f"http://{HOST}:{self.port}"

    def connect(self) -> http.client.HTTPConnection:
        """A new connection; the caller closes it."""
        return http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)

    def open(self) -> socket.socket:
        """A bare connection, to send what is not HTTP."""
        return socket.create_connection((HOST, self.port), timeout=PATIENCE)

    def ready(self) -> bool:
        """Whether `/readyz` says so now."""
        connection = self.connect()
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def stop(self) -> str:
        """Ask it to stop, wait until it has, and give what it logged."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(PATIENCE)
        return self.logged()

    def logged(self) -> str:
        """All it has logged so far."""
        return Path(self.log.name).read_text("utf-8")

    def lines(self, **fields: Any) -> list[dict[str, Any]]:
        """The lines of its log that have these fields."""
        found = [json.loads(line) for line in self.logged().splitlines() if line.startswith("{")]
        return [line for line in found if all(line.get(name) == value for name, value in fields.items())]

    def children(self) -> list[int]:
        """The process ids of its fronts and parsers."""
        pid = self.process.pid
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def metrics(self) -> dict[str, float]:
        """What `/metrics` says: sample name with labels, and value."""
        connection = self.connect()
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
        connection.close()
        samples = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
        return {name: float(value) for name, _, value in samples}

    def pids(self, role: str) -> set[int]:
        """The processes of one role, as `/metrics` knows them once they have done something."""
        pattern = re.compile(rf'dateline_resident_bytes{{pid="(\d+)",role="{role}"}}')
        return {int(match[1]) for match in map(pattern.fullmatch, self.metrics()) if match}


@contextmanager
def serving(*flags: str, environment: dict[str, str] | None = None, within: tuple[str, ...] = ()) -> Iterator[Live]:
    """A server that is ready; stopped at the end, if the test has not stopped it.  `within` is a command that runs its
    own.
    """
    port = free_port()
    command = [*within, sys.executable, "-m", "service", "serve", "--port", str(port), *flags]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "OTEL_"))}
    with (
        tempfile.NamedTemporaryFile() as log,
        subprocess.Popen(command, stdout=log, stderr=log, env=kept | (environment or {})) as process,
    ):
        server = Live(port, process, log)
        try:
            wait_until_ready(server)
            yield server
        finally:
            if process.poll() is None:
                server.stop()


def wait_until_ready(server: Live) -> None:
    """Ask again and again, until the server is ready, has ended, or `PATIENCE` is over."""

    def ready() -> bool:
        assert server.process.poll() is None, f"the server ended before it was ready:\n{server.logged()}"
        return server.ready()

    until(ready, "the server was not ready in time")


def until(condition: Callable[[], object], what: str) -> None:
    """Look again and again until the condition holds, or `PATIENCE` is over."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port
