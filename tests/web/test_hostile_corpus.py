"""Hundreds of hostile inputs (tests/data/hostile) at both endpoints of a real server.

Each is answered as its recipe says: no fault (500), nothing given up (503), and the server is well afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from schemas.problem import ProblemSchema
from tests.live import Live, serving
from tests.spans import spans
from tests.web.hostile import ENDPOINTS, body, entries, headers, joined

TEXTS, BODIES = entries("texts.jsonl"), entries("bodies.jsonl")
UNITS = {"codepoint": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}
NEIGHBOUR = {"text": "Anna Weber said on Monday that she would go to Berlin.", "published": "2024-05-10"}
AT_ONCE = 12  # documents of a batch
OBJECT = {"Content-Type": "application/json"}


def document(number: int) -> dict[str, Any]:
    """The request for a text; the units take turns."""
    text, unit = joined(TEXTS[number]["parts"]), list(UNITS)[number % len(UNITS)]
    return {"text": text, "published": "2024-05-14", "undated": True, "offsets": unit}


def ask(live: Live, path: str, sent: bytes, with_headers: dict[str, str]) -> tuple[int, bytes]:
    """Status and body over a connection of its own."""
    connection = live.connect()
    try:
        connection.request("POST", path, sent, with_headers)
        with connection.getresponse() as response:
            return response.status, response.read()
    finally:
        connection.close()


def same(found: dict[str, Any]) -> dict[str, Any]:
    """What must not differ from one time to the next: all but how long it took."""
    if "meta" in found:
        del found["meta"]["elapsed_ms"]
        return found
    return {"status": found["status"], "detail": found["detail"]}


@pytest.fixture(scope="module")
def server() -> Iterator[Live]:
    """A server of its own, for what is in this file harms others if it harms any; well before, and well after."""
    with serving("--workers", "1") as running:
        neighbour = same(json.loads(ask(running, ENDPOINTS[0], json.dumps(NEIGHBOUR).encode(), OBJECT)[1]))
        yield running
        assert same(json.loads(ask(running, ENDPOINTS[0], json.dumps(NEIGHBOUR).encode(), OBJECT)[1])) == neighbour
        assert running.process.poll() is None


@pytest.fixture(scope="module")
def in_batches(server: Live) -> list[dict[str, Any]]:
    """What the texts are answered in batches: as JSON and as a stream by turns."""
    results: list[dict[str, Any]] = []
    for begin in range(0, len(TEXTS), AT_ONCE):
        documents = [document(number) for number in islice(range(len(TEXTS)), begin, begin + AT_ONCE)]
        if begin // AT_ONCE % 2:
            sent = "".join(json.dumps(each) + "\n" for each in documents).encode()
            status, found = ask(server, ENDPOINTS[1], sent, {"Content-Type": "application/x-ndjson"})
            results += [json.loads(line) for line in found.splitlines()]
        else:
            status, found = ask(server, ENDPOINTS[1], json.dumps({"documents": documents}).encode(), OBJECT)
            results += json.loads(found)["results"]
        assert status == 200
    return [same(result) for result in results]


def test_there_are_enough() -> None:
    """And no two of one name."""
    assert len(TEXTS) >= 200
    for recipes in (TEXTS, BODIES):
        assert len({entry["name"] for entry in recipes}) == len(recipes)


@pytest.mark.parametrize("number", range(len(TEXTS)), ids=[entry["name"] for entry in TEXTS])
def test_a_text(server: Live, in_batches: list[dict[str, Any]], number: int) -> None:
    """Every span is its slice in the unit asked for, every id is one thing's; a batch answers the same."""
    sent = document(number)
    status, answer = ask(server, ENDPOINTS[0], json.dumps(sent).encode(), OBJECT)
    assert status == TEXTS[number]["status"]
    found = json.loads(answer)
    if status == 200:
        codec, width = UNITS[sent["offsets"]]
        units = sent["text"].encode(codec)
        for span in spans(found):
            assert units[span["start"] * width : span["end"] * width].decode(codec) == span["text"]
        ids = [each["id"] for layer in ("entities", "times", "events", "statements") for each in found[layer]]
        assert len(set(ids)) == len(ids)
    else:
        assert ProblemSchema().validate(found) == {}
    assert same(found) == in_batches[number]
    assert server.ready()


@pytest.mark.parametrize("endpoint", ENDPOINTS)
@pytest.mark.parametrize("entry", BODIES, ids=[entry["name"] for entry in BODIES])
def test_a_body(server: Live, entry: dict[str, Any], endpoint: str) -> None:
    """Refused for what it is; a batch or a stream that is read has a result for each of its documents."""
    status, answer = ask(server, endpoint, body(entry), headers(entry))
    assert status == entry["statuses"][endpoint]
    for line in answer.splitlines():
        found = json.loads(line)
        if status != 200:
            assert ProblemSchema().validate(found) == {}
        for result in found.get("results", [found]):
            assert result.get("status", 200) not in (500, 503)
    assert server.ready()
