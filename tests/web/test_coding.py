"""Bodies and answers that are packed with gzip."""

from __future__ import annotations

import gzip
import json
import tracemalloc

import pytest
from flask.testing import FlaskClient

from schemas.problem import ProblemSchema
from service.settings import Settings
from service.web.coding import Unpacked

JSON = "application/json"
NDJSON = "application/x-ndjson"
ARTICLE = json.dumps({"text": "The minister resigned on Friday. " * 20}).encode()
ASKING = {"Content-Type": JSON, "Content-Encoding": "gzip"}
BOMB = gzip.compress(bytes(200_000_000))


@pytest.mark.parametrize("name", ["gzip", "GZIP", "x-gzip"])
def test_a_packed_body_is_read(client: FlaskClient, name: str) -> None:
    """As if it had come unpacked; in several members too."""
    body = gzip.compress(ARTICLE[:100]) + gzip.compress(ARTICLE[100:])
    response = client.post("/v1/extract", data=body, headers=ASKING | {"Content-Encoding": name})
    assert (response.status_code, response.get_json()["meta"]["characters"]) == (200, 660)


@pytest.mark.parametrize("body", [ARTICLE, gzip.compress(ARTICLE)[:-5], gzip.compress(ARTICLE) + b"more", b"\x1f"])
def test_what_is_not_gzip_is_refused(client: FlaskClient, body: bytes) -> None:
    """Not packed at all, broken off, or with something behind."""
    response = client.post("/v1/extract", data=body, headers=ASKING)
    assert response.status_code == 400
    assert ProblemSchema().validate(json.loads(response.data)) == {}


def test_a_bomb_is_refused_at_the_limit(client: FlaskClient) -> None:
    """The limit counts unpacked bytes, and nothing is unpacked past it."""
    tracemalloc.start()
    response = client.post("/v1/extract", data=BOMB, headers=ASKING)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert response.status_code == 413
    assert peak < 6 * Settings().max_body


def test_a_stream_is_read_and_answered_packed(client: FlaskClient) -> None:
    """A bomb of one line costs that line; what follows it is read."""
    body = gzip.compress(ARTICLE + b"\n" + b" " * 5_000_000 + b"{\n" + ARTICLE)
    response = client.post(
        "/v1/extract/batch",
        data=body,
        headers={"Content-Type": NDJSON, "Content-Encoding": "gzip", "Accept-Encoding": "gzip"},
    )
    assert response.headers["Content-Encoding"] == "gzip"
    first, wrong, last = [json.loads(line) for line in gzip.decompress(response.data).splitlines()]
    assert (first["meta"]["characters"], wrong["status"], last["meta"]["characters"]) == (660, 413, 660)


def test_a_packed_stream_that_breaks_off_says_so(client: FlaskClient) -> None:
    """What came before is answered."""
    headers = {"Content-Type": NDJSON, "Content-Encoding": "gzip"}
    response = client.post("/v1/extract/batch", data=gzip.compress(ARTICLE + b"\n")[:-4], headers=headers)
    first, last = [json.loads(line) for line in response.data.splitlines()]
    assert ("meta" in first, last["status"]) == (True, 400)


@pytest.mark.parametrize(
    ("accepted", "packed"), [("gzip", True), ("br, gzip;q=0.5", True), ("gzip;q=0", False), ("", False)]
)
def test_an_answer_is_packed_for_who_asks(client: FlaskClient, accepted: str, packed: bool) -> None:
    """And only then; a cache learns that there are two."""
    response = client.post("/v1/extract", data=ARTICLE, headers={"Content-Type": JSON, "Accept-Encoding": accepted})
    assert (response.headers.get("Content-Encoding") == "gzip", response.headers["Vary"]) == (packed, "Accept-Encoding")
    content = gzip.decompress(response.data) if packed else response.data
    assert json.loads(content)["meta"]["characters"] == 660


def test_a_small_answer_is_sent_as_it_is(client: FlaskClient) -> None:
    """Packing would not make it smaller."""
    assert "Content-Encoding" not in client.get("/livez", headers={"Accept-Encoding": "gzip"}).headers


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_pieces_of_any_size_are_put_together(size: int) -> None:
    """However the packed bytes arrive, and however few are asked for."""
    whole = bytes(range(256)) * 50
    packed = gzip.compress(whole)
    pieces = iter([packed[i : i + size] for i in range(0, len(packed), size)])
    stream = Unpacked(lambda: next(pieces, b""))
    assert b"".join(iter(lambda: stream.read(11), b"")) == whole
