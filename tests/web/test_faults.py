"""Faults in small, on a real service: others notice nothing of them (`python -m bench faults` has more)."""

from __future__ import annotations

import contextlib
import resource
from collections.abc import Iterator

import pytest

from bench import faults
from bench.faults import FAULTS, Others, Size
from bench.served import Service

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
