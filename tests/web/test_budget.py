"""An article that takes too long, or whose parser dies or hangs, costs nobody else anything."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.articles import different, load
from tests.live import Live, serving, until

SHORT = "The minister resigned on Friday."
BUDGET = 2  # seconds
UNKILLABLE = (sys.executable, "-m", "tests.unkillable")


@pytest.fixture(scope="module")
def long() -> str:
    """An article that takes more than the budget on any machine: near the limit of characters."""
    return "\n\n".join(different(load([]), 20))[:98_000]


@pytest.fixture(scope="module")
def impatient() -> Iterator[Live]:
    """A service with one parser and a small budget."""
    with serving("--workers", "1", "--budget", str(BUDGET)) as server:
        yield server


def post(live: Live, path: str, value: object) -> tuple[int, dict[str, str], Any]:
    """Status, headers and decoded answer."""
    connection = live.connect()
    try:
        connection.request("POST", path, json.dumps(value), {"Content-Type": "application/json"})
        response = connection.getresponse()
        return response.status, dict(response.headers), json.loads(response.read())
    finally:
        connection.close()


def status(live: Live, path: str) -> int:
    """The status of a GET."""
    connection = live.connect()
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


@contextmanager
def under_way(live: Live, text: str) -> Iterator[Future[tuple[int, dict[str, str], Any]]]:
    """An article that a parser has begun with; its answer is the result."""
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(post, live, "/v1/extract", {"text": text})
        until(lambda: live.metrics()["dateline_articles_parsing"] == 1, "no parser took the article up")
        yield asked


def test_an_article_over_its_budget_is_given_up(impatient: Live, long: str) -> None:
    """With a problem that says so and when to ask again; the next article is answered, and the service is well."""
    found, headers, problem = post(impatient, "/v1/extract", {"text": long})
    assert (found, headers["Content-Type"]) == (503, "application/problem+json")
    assert problem["detail"].startswith(f"The article took longer than {BUDGET} seconds, and was given up.")
    assert int(headers["Retry-After"]) >= BUDGET
    assert post(impatient, "/v1/extract", {"text": SHORT})[0] == 200
    assert (status(impatient, "/livez"), status(impatient, "/readyz")) == (200, 200)
    assert long[:50] not in impatient.logged()


def test_in_a_batch_it_costs_only_itself(impatient: Live, long: str) -> None:
    """The documents before and after it are answered."""
    documents = [{"text": SHORT, "id": "a"}, {"text": long}, {"text": SHORT, "id": "z"}]
    found, _, answer = post(impatient, "/v1/extract/batch", {"documents": documents})
    first, given_up, last = answer["results"]
    assert (found, first["id"], given_up["status"], last["id"]) == (200, "a", 503, "z")


def test_a_parser_that_hangs_is_replaced(impatient: Live, long: str) -> None:
    """Stopped hard, as native code that loops with every lock held would be: it cannot even be asked to end."""
    with under_way(impatient, long) as asked:
        (parser,) = set(impatient.children()) & impatient.pids("parser")
        os.kill(parser, signal.SIGSTOP)
        assert asked.result()[0] == 503
    assert post(impatient, "/v1/extract", {"text": SHORT})[0] == 200
    assert parser not in impatient.children()


def test_a_parser_that_does_not_even_end_is_told_of(long: str) -> None:
    """One that is stuck past its budget and cannot be killed, as in a system call that never returns: `/livez` and
    `/readyz` fail, whichever front is asked; other parsers go on; once it has ended, it is replaced and all is well.
    """
    with serving("--workers", "2", "--budget", "1", within=UNKILLABLE) as server:
        with under_way(server, long) as asked:
            parser = busiest(server)
            os.kill(parser, signal.SIGSTOP)
            assert asked.result()[0] == 503
        assert {status(server, path) for path in ("/livez", "/readyz") for _ in range(10)} == {503}
        assert len(server.pids("front")) == 2
        assert parser in server.children()
        assert post(server, "/v1/extract", {"text": SHORT})[0] == 200
        os.kill(parser, signal.SIGKILL)  # from without it can
        until(lambda: status(server, "/livez") == 200, "it has ended, and /livez does not know")
        until(lambda: parser not in server.children() and len(server.children()) == 4, "it was not replaced")
        assert (status(server, "/readyz"), post(server, "/v1/extract", {"text": SHORT})[0]) == (200, 200)


def busiest(live: Live) -> int:
    """The process that parses, once it has used some time."""

    def ticks() -> dict[int, int]:
        stats = {pid: Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in live.children()}
        return {pid: int(words[11]) for pid, words in stats.items()}

    before = ticks()

    def used() -> dict[int, int]:
        return {pid: now - before.get(pid, 0) for pid, now in ticks().items()}

    until(lambda: max(used().values()) > 20, "no process does anything")
    return max(used().items(), key=lambda each: each[1])[0]


def test_a_parser_that_dies_costs_nothing(long: str) -> None:
    """Killed in the middle of an article, as for want of memory: another parser answers it."""
    with serving("--workers", "1") as server:
        assert post(server, "/v1/extract", {"text": SHORT})[0] == 200
        with under_way(server, long[:20_000]) as asked:
            (parser,) = server.pids("parser")
            os.kill(parser, signal.SIGKILL)
            assert asked.result()[0] == 200
        assert parser not in server.children()


def test_others_do_not_notice(long: str) -> None:
    """While one parser is given up, the other answers, and health checks never wait."""
    with serving("--workers", "2", "--budget", str(BUDGET)) as server:
        over = threading.Event()
        statuses: list[int] = []

        def ask() -> None:
            while not over.is_set():
                statuses.append(post(server, "/v1/extract", {"text": SHORT})[0])
                statuses.append(status(server, "/readyz"))

        with ThreadPoolExecutor(1) as pool:
            asking = pool.submit(ask)
            assert post(server, "/v1/extract", {"text": long})[0] == 503
            over.set()
            asking.result()
        assert set(statuses) == {200}
