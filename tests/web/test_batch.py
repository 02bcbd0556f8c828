"""`POST /v1/extract/batch`: many articles, as JSON or as a stream of lines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from schemas.problem import ProblemSchema
from schemas.response import BatchResponseSchema
from service.settings import Settings
from tests.live import Live, serving, until

NDJSON = "application/x-ndjson"
TEXT = "The minister resigned on Friday."


def as_lines(*documents: object) -> bytes:
    """The documents, one a line."""
    return b"".join(json.dumps(each).encode() + b"\n" for each in documents)


def post_lines(client: FlaskClient, body: bytes) -> list[dict[str, Any]]:
    """The results of a stream."""
    response = client.post("/v1/extract/batch", data=body, content_type=NDJSON)
    assert (response.status_code, response.content_type) == (200, NDJSON)
    found = [json.loads(line) for line in response.data.splitlines()]
    assert BatchResponseSchema().validate({"results": found}) == {}
    return found


def of_article(result: dict[str, Any]) -> dict[str, Any]:
    """A result without the one field that no two answers share."""
    return result | {"meta": result["meta"] | {"elapsed_ms": 0}}


BAD: list[tuple[object, str]] = [
    ({"text": " "}, "/text"),
    ({"text": TEXT, "published": "Friday"}, "/published"),
    ({"text": TEXT, "a/b": 1}, "/a~1b"),
    (7, ""),
    (None, ""),
]


def test_json_gives_a_result_for_each_document(client: FlaskClient) -> None:
    """In order; a document that is not valid has a problem that points at it, and the others do not suffer."""
    documents = [{"text": TEXT, "id": "first"}, *(bad for bad, _ in BAD), {"text": TEXT, "id": "last"}]
    response = client.post("/v1/extract/batch", json={"documents": documents})
    assert response.status_code == 200
    assert BatchResponseSchema().validate(response.get_json()) == {}
    first, *wrong, last = response.get_json()["results"]
    assert (first["id"], last["id"]) == ("first", "last")
    found = [(each["status"], each["errors"][0]["pointer"]) for each in wrong]
    assert found == [(422, f"/documents/{n}{pointer}") for n, (_, pointer) in enumerate(BAD, 1)]


def test_every_way_says_the_same(client: FlaskClient) -> None:
    """One article alone, in a batch, and on a line has one answer."""
    document = {"text": TEXT, "published": "2024-05-14", "offsets": "utf-8"}
    alone = client.post("/v1/extract", json=document).get_json()
    (batched,) = client.post("/v1/extract/batch", json={"documents": [document]}).get_json()["results"]
    (streamed,) = post_lines(client, as_lines(document))
    assert of_article(alone) == of_article(batched) == of_article(streamed)


def test_no_documents_have_no_results(client: FlaskClient) -> None:
    """An empty batch is a batch, an empty stream a stream."""
    assert client.post("/v1/extract/batch", json={"documents": []}).get_json() == {"results": []}
    assert post_lines(client, b"") == []


def test_lines_go_wrong_by_themselves(client: FlaskClient) -> None:
    """Not JSON, not UTF-8, not an article, over the limit: a problem in its place, and the stream goes on."""
    over = json.dumps({"text": "no " * Settings().max_body}).encode()
    long = json.dumps({"text": "no " * Settings().max_chars}).encode()
    bad = [b"{", b'"\xff"', b'{"text": " "}', over, long, b"[" * 100_000]
    body = b"\n".join([b"", as_lines({"text": TEXT, "id": "a"}), b" \r", *bad, as_lines({"text": TEXT, "id": "z"})])
    first, *wrong, last = post_lines(client, body.rstrip(b"\n"))
    assert (first["id"], last["id"]) == ("a", "z")
    assert [each["status"] for each in wrong] == [400, 400, 422, 413, 413, 400]
    assert wrong[2]["errors"] == [{"pointer": "/text", "detail": "Must not be blank."}]


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"json": {}}, 422),
        ({"json": {"documents": {}}}, 422),
        ({"json": {"documents": [], "include": []}}, 422),
        ({"json": {"documents": [None] * 101}}, 413),
        ({"json": [{"text": TEXT}]}, 422),
        ({"json": {"documents": []}, "query_string": "undated=true"}, 422),
        ({"data": TEXT, "content_type": "text/plain"}, 415),
        ({"data": b"{}", "content_type": f"{NDJSON}; charset=latin-1"}, 415),
        ({"json": {"documents": []}, "headers": {"Accept": NDJSON}}, 406),
        ({"data": b"", "content_type": NDJSON, "headers": {"Accept": "application/json"}}, 406),
    ],
)
def test_what_is_no_batch_is_refused(client: FlaskClient, sent: dict[str, Any], status: int) -> None:
    """As a whole, with a problem."""
    response = client.post("/v1/extract/batch", **sent)
    assert response.status_code == status
    assert ProblemSchema().validate(json.loads(response.data)) == {}


HEAD = b"POST /v1/extract/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"


@pytest.mark.parametrize("chunked", [True, False])
def test_a_result_leaves_before_the_next_line_is_sent(live: Live, chunked: bool) -> None:
    """A client that sends one line and waits for its result does not wait in vain."""
    line = as_lines({"text": TEXT})
    sent = b"%x\r\n%s\r\n" % (len(line), line) if chunked else line
    with live.open() as connection, connection.makefile("rb") as answers:
        length = b"Transfer-Encoding: chunked" if chunked else b"Content-Length: %d" % (3 * len(line))
        connection.sendall(HEAD + length + b"\r\n\r\n")
        for _ in range(3):
            connection.sendall(sent)
            assert result(answers)["meta"]["characters"] == len(TEXT)


def test_a_line_that_does_not_come_ends_the_stream(live: Live) -> None:
    """With a problem (408) after the results that there are."""
    line = as_lines({"text": TEXT})
    with live.open() as connection, connection.makefile("rb") as answers:
        connection.sendall(HEAD + b"Content-Length: 10000\r\n\r\n" + line)
        assert "meta" in result(answers)
        assert result(answers)["status"] == 408


def test_a_stream_that_breaks_off_says_so(live: Live) -> None:
    """What the client promised and did not send is no end, but a problem."""
    with live.open() as connection, connection.makefile("rb") as answers:
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n{")
        connection.shutdown(1)
        assert result(answers)["status"] == 400


def test_a_client_that_goes_away_stops_the_work(live: Live, seed_text: str) -> None:
    """Of a batch what it would not read any more is not done; of a stream neither."""
    batch = json.dumps({"documents": [{"text": seed_text}] * 100}).encode()
    lines = as_lines({"text": seed_text}) * 100
    for kind, body in (("application/json", batch), (NDJSON, lines)):
        connection = live.connect()
        connection.request(
            "POST", "/v1/extract/batch", body, {"Content-Type": kind, "X-Request-ID": f"gone-{len(body)}"}
        )
        until(lambda: live.metrics()["dateline_articles_parsing"] == 1, "the work did not begin")
        connection.close()
        until(lambda body=body: live.lines(request_id=f"gone-{len(body)}"), "the work did not stop")  # type: ignore[misc]
        (line,) = live.lines(request_id=f"gone-{len(body)}")
        assert line["articles"] < 100


def test_a_stream_ends_before_its_process_must() -> None:
    """Once asked to stop, the service answers on for most of its grace; then a problem says where the stream ended."""
    with serving("--workers", "1", "--grace", "2") as server, server.open() as connection:
        answers = connection.makefile("rb")
        line = as_lines({"text": TEXT})
        sent = b"%x\r\n%s\r\n" % (len(line), line)
        connection.sendall(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + sent)
        assert "meta" in result(answers)
        server.process.terminate()
        found: dict[str, Any] = {"meta": None}
        while "meta" in found:
            connection.sendall(sent)
            found = result(answers)
        assert found["status"] == 503
        assert "SIGKILL" not in server.stop()
        assert server.process.returncode == 0


def result(answers: Any) -> dict[str, Any]:
    """The next line of results, whatever HTTP puts around it."""
    for line in answers:
        if line.startswith(b"{"):
            found: dict[str, Any] = json.loads(line)
            return found
    raise AssertionError("the service said no more")
