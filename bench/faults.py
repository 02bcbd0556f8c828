"""What happens to all others when one client, one process or one disk misbehaves: a row each.

Every fault has a service of its own, which two well-behaved clients ask all the time; `lost` counts those of their
requests that were neither answered nor told to come back.  Loopback only, each fault bounded in count and time.
"""

from __future__ import annotations

import contextlib
import gzip
import http.client
import json
import os
import re
import resource
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.clients import once
from bench.served import Service

BODY = json.dumps({"text": "The minister said on Friday that talks in Geneva would resume next week."}).encode()
HEAD = b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
FLAGS = ("--budget", "10", "--body-timeout", "5", "--grace", "20")
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Size:
    """How much of it all."""

    connections: int = 10_000
    senders: int = 400
    megabytes: int = 1000
    readers: int = 100
    seconds: float = 15.0


Fault = Callable[[Service, Size], str]


def run(size: Size, names: Sequence[str] = ()) -> bool:
    """Do each, print its row, and say whether nothing was lost that need not be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, 2 * size.connections)), hard))
    well = True
    for name, (fault, allowed) in FAULTS.items():
        if names and name not in names:
            continue
        within = SMALL_DISK if fault is full_disk else ()
        with Service.started(2, *FLAGS, within=within) as service:
            others = Others(service)
            with others:
                happened = fault(service, size)
            lost = sum(others.statuses.values()) - others.statuses["200"] - others.statuses["503"]
            left = "ended" if service.process.poll() is not None else "ready" if ready(service) else "NOT READY"
        well &= lost <= allowed and left != "NOT READY"
        answered = f"{others.statuses['200']} answered, {others.statuses['503']} told to come back, {lost} lost"
        print(f"{name:18} {happened}\n{'':18} others: {answered} {unusual(others.statuses)}; then {left}", flush=True)
    return well


def unusual(statuses: Counter[str]) -> str:
    found = {status: count for status, count in statuses.items() if status not in {"200", "503"}}
    return str(found) if found else ""


class Others:
    """Two clients that behave; a connection that is refused has asked for nothing, and counts as nothing."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.statuses: Counter[str] = Counter()
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self.ask) for _ in range(2)]

    def ask(self) -> None:
        while not self.over.is_set():
            status, seconds = once(self.service, BODY)
            if status == "ConnectionRefusedError":  # nothing was asked
                self.over.wait(0.05)
                continue
            self.statuses[status] += 1
            self.over.wait(seconds)

    def __enter__(self) -> Others:
        for thread in self.threads:
            thread.start()
        until(lambda: self.statuses["200"] >= 4)
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()


def until(condition: Callable[[], object]) -> float:
    """Seconds until the condition holds, or PATIENCE."""
    begun = time.monotonic()
    while not condition() and time.monotonic() < begun + PATIENCE:
        time.sleep(0.02)
    return time.monotonic() - begun


def ready(service: Service) -> bool:
    try:
        return service.ask("GET", "/readyz")[0] == 200
    except (OSError, http.client.HTTPException):
        return False


def pids(service: Service, role: str) -> list[int]:
    """The living processes of a role, those that have done something."""
    text = service.ask("GET", "/metrics")[1].decode()
    found = re.findall(rf'dateline_resident_bytes{{pid="(\d+)",role="{role}"}}', text)
    return [pid for pid in map(int, found) if pid in service.workers()]


# ------------------------------------------------------------------------------------------------------- processes --


def signalled(role: str, sign: int) -> Fault:
    def fault(service: Service, size: Size) -> str:
        pid = pids(service, role)[0]
        seconds = replaced_after(service, pid, sign)
        time.sleep(size.seconds / 5)
        return f"process {'replaced' if pid not in service.workers() else 'still there'} after {seconds:.1f} s"

    return fault


def replaced_after(service: Service, pid: int, sign: int) -> float:
    """Send the signal to a process; seconds until another has taken its place."""
    count = len(service.workers())
    os.kill(pid, sign)
    return until(lambda: pid not in service.workers() and len(service.workers()) == count)


def terminated(service: Service, size: Size) -> str:
    begun = time.monotonic()
    service.process.send_signal(signal.SIGTERM)
    service.process.wait(PATIENCE)
    return f"ended with status {service.process.returncode} after {time.monotonic() - begun:.1f} s"


# A file system of its own for what the service keeps in memory files: 4 MB, soon full.  Wants to be root, or user
# namespaces.
SMALL_DISK = ("unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=4m none /dev/shm && exec "$@"', "sh")


def full_disk(service: Service, size: Size) -> str:
    filler = Path(f"/proc/{service.process.pid}/root/dev/shm/filler")
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 65536):
            pass
    pid = pids(service, "front")[0]
    replaced_after(service, pid, signal.SIGKILL)  # and whatever starts now finds no room either
    time.sleep(size.seconds / 3)
    written = filler.stat().st_size >> 10
    return f"{written} KB written until there was no room; one front killed and replaced then"


# --------------------------------------------------------------------------------------------------------- clients --


@contextlib.contextmanager
def opened(service: Service, count: int, sent: bytes = b"", buffer: int = 0) -> Iterator[list[socket.socket]]:
    """So many connections, each with some bytes sent."""
    found: list[socket.socket] = []
    try:
        for _ in range(count):
            connection = socket.socket()
            if buffer:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
            connection.settimeout(PATIENCE)
            connection.connect(("127.0.0.1", service.port))
            found.append(connection)
            if sent:
                connection.sendall(sent)
        yield found
    finally:
        for connection in found:
            connection.close()


def connections(service: Service, size: Size) -> str:
    waits = []
    with opened(service, size.connections):
        for _ in range(20):
            begun = time.perf_counter()
            service.ask("GET", "/readyz")
            waits.append(time.perf_counter() - begun)
    return (
        f"{size.connections} open connections that say nothing; a health check took {max(waits) * 1000:.0f} ms at most"
    )


def dripping(sent: bytes) -> Fault:
    def fault(service: Service, size: Size) -> str:
        waits, end, statuses = [], time.monotonic() + size.seconds, Counter[str]()
        with opened(service, size.senders, sent) as found:
            while time.monotonic() < end:
                for connection in found:
                    with contextlib.suppress(OSError):
                        connection.send(b"x")
                begun = time.perf_counter()
                service.ask("GET", "/readyz")
                waits.append(time.perf_counter() - begun)
                time.sleep(0.5)
            for connection in found:
                with contextlib.suppress(OSError):
                    connection.settimeout(1)
                    statuses[connection.recv(12)[9:].decode() or "closed"] += 1
        health = f"health {max(waits) * 1000:.0f} ms at most"
        return f"{size.senders} senders, a byte each half second: {dict(statuses)}; {health}"

    return fault


def huge(service: Service, size: Size) -> str:
    """By length, then chunked."""
    answers = []
    for length in (b"Content-Length: %d" % (size.megabytes << 20), b"Transfer-Encoding: chunked"):
        sent, memory = 0, service.memory()
        with opened(service, 1, HEAD + length + b"\r\n\r\n") as (connection,):
            piece = b"x" * (1 << 20)
            piece = piece if b"Content" in length else b"%x\r\n%s\r\n" % (len(piece), piece)
            with contextlib.suppress(OSError):
                for _ in range(size.megabytes):
                    connection.sendall(piece)
                    sent += 1
            answers.append(f"{answer(connection)} after {sent} MB, {service.memory() - memory:+.0f} MB of memory")
    return f"{size.megabytes} MB: {'; '.join(answers)}"


def answer(connection: socket.socket) -> str:
    try:
        return connection.recv(12)[9:].decode() or "closed"
    except OSError as error:
        return type(error).__name__


def bomb(service: Service, size: Size) -> str:
    packed = gzip.compress(b"x" * (size.megabytes << 20), 9)
    memory = service.memory()
    head = HEAD + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
    with opened(service, 1, head) as (connection,):
        with contextlib.suppress(OSError):
            connection.sendall(packed)
        status = answer(connection)
    return f"{len(packed) >> 10} KB that unpack to {size.megabytes} MB: {status}, {service.memory() - memory:+.0f} MB"


def never_reading(service: Service, size: Size) -> str:
    """Clients that stream and ask, and read nothing."""
    line = json.dumps({"text": "The minister said on Friday that no one would read this. " * 20}).encode() + b"\n"
    head = HEAD.replace(b"extract ", b"extract/batch ").replace(b"json", b"x-ndjson")
    sent = head + b"Content-Length: %d\r\n\r\n" % (10_000 * len(line)) + line * 20
    begun = time.monotonic()
    with opened(service, size.readers, sent, buffer=4096):
        time.sleep(size.seconds)
        waits = []
        for _ in range(20):
            begun = time.perf_counter()
            service.ask("GET", "/readyz")
            waits.append(time.perf_counter() - begun)
    return f"{size.readers} streams that nobody reads, {size.seconds:g} s; health {max(waits) * 1000:.0f} ms at most"


FAULTS: dict[str, tuple[Fault, int]] = {  # and how many of the others' requests may be lost
    "kill -9 parser": (signalled("parser", signal.SIGKILL), 0),
    "kill -9 front": (signalled("front", signal.SIGKILL), 2),  # what it held goes with it
    "stopped parser": (signalled("parser", signal.SIGSTOP), 0),
    "SIGTERM": (terminated, 0),
    "full disk": (full_disk, 2),  # one front is killed
    "slow heads": (dripping(HEAD + b"X-Slow: "), 0),
    "slow bodies": (dripping(HEAD + b"Content-Length: 99999\r\n\r\n"), 0),
    "1 GB posted": (huge, 0),
    "gzip bomb": (bomb, 0),
    "open connections": (connections, 0),
    "never reading": (never_reading, 0),
}
