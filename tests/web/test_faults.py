"""Faults in small, on a real service: others notice nothing of them (`python -m bench faults` has more)."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import faults
from bench.faults import FAULTS, HEAD, Others, Size
from bench.served import Service
from tests.live import Live, serving, until

SMALL = Size(connections=300, senders=100, megabytes=30, readers=30, seconds=5.5)
HARMLESS = ("slow heads", "slow bodies", "1 GB posted", "gzip bomb", "open connections", "never reading")


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """One service for all of them: whatever was done to it, it goes on."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
    with Service.started(1, *faults.FLAGS) as started:
        yield started
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("name", HARMLESS)
def test_others_notice_nothing_of_a_client(service: Service, name: str) -> None:
    """Slow, greedy, malicious or deaf: each other request is answered, or told to come back; the service is ready."""
    fault, _ = FAULTS[name]
    with Others(service) as others:
        fault(service, SMALL)
    assert set(others.statuses) <= {"200", "503"}
    assert faults.ready(service)


def test_slow_heads_are_told_so(service: Service) -> None:
    """408, and no thread has waited for them."""
    assert "'408': 100" in FAULTS["slow heads"][0](service, SMALL)


def test_what_is_too_large_is_refused_without_being_kept(service: Service) -> None:
    """By its length, chunked, or as a bomb."""
    assert FAULTS["1 GB posted"][0](service, SMALL).count("413") == 2
    assert "413" in FAULTS["gzip bomb"][0](service, SMALL)


def test_a_front_that_dies_takes_only_its_own_with_it(service: Service) -> None:
    """At most the two requests that it was answering for the two clients."""
    fault, allowed = FAULTS["kill -9 front"]
    with Others(service) as others:
        fault(service, SMALL)
    assert sum(count for status, count in others.statuses.items() if status not in {"200", "503"}) <= allowed


def test_what_a_killed_front_had_in_hand_is_lost_and_nothing_else() -> None:
    """Its clients see their connections closed, without an answer; those of another front are answered, by the very
    parser that was at work for the killed one; and another takes its place.
    """
    article = json.dumps({"text": "The minister resigned on Friday. He left. " * 500}).encode()
    with serving("--workers", "1", "--fronts", "2") as live, contextlib.ExitStack() as stack:
        in_hand: dict[int, socket.socket] = {}
        while len(in_hand) < 2:  # the kernel chooses which front takes a connection
            connection = stack.enter_context(live.open())
            connection.sendall(HEAD + b"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n" % len(article))
            assert connection.recv(100).startswith(b"HTTP/1.1 100 ")
            in_hand.setdefault(front_of(live, connection), connection)
        (killed, lost), (_, kept) = in_hand.items()
        lost.sendall(article)
        until(lambda: live.metrics()["dateline_articles_parsing"] == 1, "no parser took the article up")
        before = set(live.children())
        os.kill(killed, signal.SIGKILL)
        with contextlib.suppress(ConnectionResetError):
            assert lost.recv(100) == b""
        kept.sendall(article)
        assert kept.recv(100).startswith(b"HTTP/1.1 200 ")
        until(lambda: len(live.children()) == 3 and killed not in live.children(), "it was not replaced")
        assert len(before & set(live.children())) == 2
        assert live.ready()


def front_of(live: Live, connection: socket.socket) -> int:
    """The process that has the other end of a connection."""
    ports = [f"{connection.getpeername()[1]:04X}", f"{connection.getsockname()[1]:04X}"]
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
    (inode,) = [row[9] for row in rows if [address.rpartition(":")[2] for address in row[1:3]] == ports]
    held = {
        int(file.parts[2])
        for pid in live.children()
        for file in Path(f"/proc/{pid}/fd").iterdir()
        if is_it(file, inode)
    }
    (found,) = held
    return found


def is_it(descriptor: Path, inode: str) -> bool:
    """Whether a descriptor is that socket."""
    try:
        return str(descriptor.readlink()) == f"socket:[{inode}]"
    except FileNotFoundError:  # closed since
        return False


def test_stopping_loses_nothing() -> None:
    """In mid-load: whoever has connected is answered, whoever comes later is turned away at once."""
    with Service.started(1, *faults.FLAGS) as stopped:
        with Others(stopped) as others:
            happened = faults.terminated(stopped, SMALL)
        assert happened.startswith("ended with status 0")
        assert set(others.statuses) <= {"200", "503"}


def test_a_full_disk_costs_the_metrics_at_most() -> None:
    """Where nothing more can be written, a new front counts nothing, and answers."""
    with contextlib.ExitStack() as stack:
        try:
            small = stack.enter_context(Service.started(1, *faults.FLAGS, within=faults.SMALL_DISK))
        except RuntimeError:
            pytest.skip("a file system of its own wants root, or user namespaces")
        with Others(small) as others:
            faults.full_disk(small, SMALL)
        assert others.statuses["200"] > 0
        assert faults.ready(small)
