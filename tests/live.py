"""A real server for tests: `python -m service serve` in a process of its own, on a free port of this machine."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

PATIENCE = 120  # seconds for the model to load on a busy machine
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Live:
    """Where the server listens, and its process."""

    port: int
    process: subprocess.Popen[str]

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
        _, log = self.process.communicate(timeout=PATIENCE)
        return log


@contextmanager
def serving(*flags: str) -> Iterator[Live]:
    """A server that is ready; stopped at the end, if the test has not stopped it."""
    port = free_port()
    command = [sys.executable, "-m", "service", "serve", "--port", str(port), *flags]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        server = Live(port, process)
        try:
            wait_until_ready(server)
            yield server
        finally:
            if process.poll() is None:
                server.stop()


def wait_until_ready(server: Live) -> None:
    """Ask again and again, until the server is ready, has ended, or `PATIENCE` is over."""
    end = time.monotonic() + PATIENCE
    while not server.ready():
        assert server.process.poll() is None, "the server ended before it was ready"
        assert time.monotonic() < end, "the server was not ready in time"
        time.sleep(0.1)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port
