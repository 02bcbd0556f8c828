"""Who may wait for the parse, and for clients."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from schemas.problem import Problem
from service.answer import Answerer
from service.app import create_app
from service.settings import Settings
from service.web.admission import Senders

TEXT = "The minister resigned on Friday."
NDJSON = "application/x-ndjson"


@pytest.fixture
def narrow(answer: Answerer) -> Flask:
    """A service where one may wait."""
    return create_app(Settings(queue=1), answer)


def full(app: Flask) -> Callable[[], bool]:
    """Whether all places are taken, without taking one for long."""

    def look() -> bool:
        try:
            app.extensions["dateline"].parse.admit()
        except Problem:
            return True
        return False

    return look


def test_one_too_many_is_told_to_come_back(narrow: Flask, answer: Answerer) -> None:
    """At once, however it asks, while others wait; who waits is answered, and health checks wait for nobody."""
    statuses: list[int] = []

    def ask() -> None:
        statuses.append(narrow.test_client().post("/v1/extract", json={"text": TEXT}).status_code)

    waiting = [threading.Thread(target=ask) for _ in range(2)]
    with answer.pipeline.lock:
        for thread in waiting:
            thread.start()
        client, no_room = narrow.test_client(), full(narrow)
        while not no_room():
            waiting[0].join(0.01)
        for request in (
            {"path": "/v1/extract", "json": {"text": TEXT}},
            {"path": "/v1/extract/batch", "json": {"documents": [{"text": TEXT}]}},
            {"path": "/v1/extract/batch", "data": json.dumps({"text": TEXT}), "content_type": NDJSON},
        ):
            assert_told_to_come_back(client.post(**request))
        assert client.post("/v1/extract", json={"text": " "}).status_code == 422  # what is not valid waits for nobody
        assert [client.get(path).status_code for path in ("/readyz", "/livez")] == [200, 200]
    for thread in waiting:
        thread.join()
    assert statuses == [200, 200]


def assert_told_to_come_back(response: TestResponse) -> None:
    """503 as a problem, with the seconds to stay away."""
    assert (response.status_code, response.content_type) == (503, "application/problem+json")
    assert int(response.headers["Retry-After"]) > 0


def test_so_many_threads_wait_for_clients() -> None:
    """One more is told to come back, until one of them is done."""
    senders = Senders(1)
    with senders.place(), pytest.raises(Problem) as refused:
        senders.take()
    assert refused.value.status == 503
    with senders.place():
        pass


def test_a_stream_that_nobody_reads_gives_its_place_back(answer: Answerer) -> None:
    """A client that goes away before, or amid, the results stops the work."""
    app = create_app(Settings(threads=16), answer)
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    for read in (0, 1):
        for _ in range(2 * Settings(threads=16).senders):
            response = app.test_client().post("/v1/extract/batch", data=line * 1000, content_type=NDJSON)
            assert response.status_code == 200
            results = iter(response.response)
            assert all(b'"meta"' in next(results) for _ in range(read))
            response.close()
