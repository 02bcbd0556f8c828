"""Who may wait for the parse."""

from __future__ import annotations

import json
import threading

import pytest
from flask import Flask

from schemas.problem import Problem
from service.answer import Answerer
from service.app import create_app
from service.settings import Settings
from service.web.admission import Admission

TEXT = "The minister resigned on Friday."
NDJSON = "application/x-ndjson"


@pytest.fixture
def narrow(answer: Answerer) -> Flask:
    """A service where one may wait."""
    return create_app(Settings(queue=1), answer)


def test_a_place_is_given_back_once() -> None:
    """However often it is released."""
    admission = Admission(0)
    place = admission.place()
    place.release()
    place.release()
    with admission.place(), pytest.raises(Problem) as refused:
        admission.place()
    assert refused.value.status == 503


def test_one_too_many_is_told_to_come_back(narrow: Flask, answer: Answerer) -> None:
    """At once, however it asks, while others wait; who waits is answered, and health checks wait for nobody."""
    statuses: list[int] = []

    def ask() -> None:
        statuses.append(narrow.test_client().post("/v1/extract", json={"text": TEXT}).status_code)

    waiting = [threading.Thread(target=ask) for _ in range(2)]
    with answer.pipeline.lock:
        for thread in waiting:
            thread.start()
        client = narrow.test_client()
        while narrow.extensions["dateline"].admission.taken < 2:
            waiting[0].join(0.01)
        for request in (
            {"path": "/v1/extract", "json": {"text": TEXT}},
            {"path": "/v1/extract/batch", "json": {"documents": [{"text": TEXT}]}},
            {"path": "/v1/extract/batch", "data": json.dumps({"text": TEXT}), "content_type": NDJSON},
        ):
            response = client.post(**request)
            assert (response.status_code, response.content_type) == (503, "application/problem+json")
            assert int(response.headers["Retry-After"]) > 0
        assert [client.get(path).status_code for path in ("/readyz", "/livez")] == [200, 200]
    for thread in waiting:
        thread.join()
    assert statuses == [200, 200]


def test_a_stream_that_nobody_reads_gives_its_place_back(narrow: Flask) -> None:
    """A client that goes away before, or amid, the results stops the work."""
    line = json.dumps({"text": TEXT}).encode() + b"\n"
    for read in (0, 1):
        for _ in range(5):
            response = narrow.test_client().post("/v1/extract/batch", data=line * 1000, content_type=NDJSON)
            assert response.status_code == 200
            results = iter(response.response)
            assert all(b'"meta"' in next(results) for _ in range(read))
            response.close()
