"""Every error that one article can raise, as a problem."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from schemas.problem import ProblemSchema
from schemas.request import Article
from service.answer import Answerer
from service.app import create_app
from service.settings import Settings

JSON = "application/json"
PROBLEM = "application/problem+json"


def problem(response: TestResponse, status: int) -> dict[str, Any]:
    """The problem, which must have the status, the type and the shape of one."""
    assert (response.status_code, response.mimetype) == (status, PROBLEM)
    found: dict[str, Any] = json.loads(response.data)
    assert ProblemSchema().validate(found) == {}
    assert found["status"] == status
    return found


@pytest.mark.parametrize(
    "body",
    [b"", b"no", b"{", b'{"text": "No."', b"{'text': 'No.'}", b'{"text": "No."} x', b'{"text": "a\nb"}', b'{"a": NaN}',
     b'{"text": "No.", "undated": -Infinity}', b'{"text": "\\u12"}', b"\x00", b'{"text": "No.",}', b"[" * 100_000,
     b'{"a":' * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"[" * 100_000 + b"]" * 100_000,
     b'{"text": "a", "text": "b"}', b'{"text": "No.", "x": {"y": 1, "y": 1}}'],
)  # fmt: skip
def test_400_not_json(client: FlaskClient, body: bytes) -> None:
    """Empty, broken, cut short, nested too deep, with NaN, or with one name twice: not JSON that can be relied on."""
    found = problem(client.post("/v1/extract", data=body, content_type=JSON), 400)
    assert found["instance"] == "/v1/extract"
    assert "errors" not in found


@pytest.mark.parametrize("kind", [JSON, "text/plain"])
@pytest.mark.parametrize("body", [b"\xff", b"caf\xe9", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "No.".encode("utf-16")])
def test_400_not_utf_8(client: FlaskClient, kind: str, body: bytes) -> None:
    """Latin-1, UTF-16, encoded surrogates and numbers beyond Unicode are told by their first bad byte."""
    assert "UTF-8 at byte" in problem(client.post("/v1/extract", data=body, content_type=kind), 400)["detail"]


@pytest.mark.parametrize(
    "path",
    ["/v1", "/v1/extract/", "//v1/extract", "/docs/", "/%00", "/é", "/x" * 2000],
)
def test_404(client: FlaskClient, path: str) -> None:
    """Addresses that are not, or not yet, here; none is redirected in HTML."""
    assert problem(client.get(path), 404)["instance"].isascii()


@pytest.mark.parametrize(
    ("method", "path", "allow"),
    [
        ("GET", "/v1/extract", {"POST", "OPTIONS"}),
        ("PUT", "/v1/extract", {"POST", "OPTIONS"}),
        ("DELETE", "/readyz", {"GET", "HEAD", "OPTIONS"}),
        ("POST", "/openapi.yaml", {"GET", "HEAD", "OPTIONS"}),
        ("BREW", "/livez", {"GET", "HEAD", "OPTIONS"}),
    ],
)
def test_405_with_allow(client: FlaskClient, method: str, path: str, allow: set[str]) -> None:
    """The answer says which methods there are."""
    response = client.open(path, method=method)
    problem(response, 405)
    assert set(response.headers["Allow"].split(", ")) == allow


@pytest.mark.parametrize(
    ("method", "path", "accept"),
    [
        ("POST", "/v1/extract", "text/html"),
        ("POST", "/v1/extract", "application/json;q=0"),
        ("POST", "/v1/extract", "image/png, text/*"),
        ("GET", "/livez", "text/html"),
        ("GET", "/readyz", "application/xml"),
        ("GET", "/openapi.yaml", "text/html"),
    ],
)
def test_406(client: FlaskClient, method: str, path: str, accept: str) -> None:
    """An `Accept` that rules out what is served is refused before anything is read."""
    problem(client.open(path, method=method, headers={"Accept": accept}, json={"text": "No."}), 406)


def test_413_a_body_over_the_limit(client: FlaskClient) -> None:
    """Told by its Content-Length alone, before a byte of it is read."""
    response = client.post("/v1/extract", data=b"x" * 1_300_001, content_type="text/plain")
    assert "1300000 bytes" in problem(response, 413)["detail"]


def test_413_a_text_over_the_limit(client: FlaskClient) -> None:
    """A body within its limit may hold a text that is not."""
    response = client.post("/v1/extract", data=b"x" * 100_001, content_type="text/plain")
    assert "100001 characters" in problem(response, 413)["detail"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": ""},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Content-Type": "text/html"},
        {"Content-Type": "application/jsonp"},
        {"Content-Type": "application/x-ndjson"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "text/plain; charset=utf-16"},
        {"Content-Type": JSON, "Content-Encoding": "br"},
        {"Content-Type": JSON, "Content-Encoding": "br, identity"},
    ],
)
def test_415(client: FlaskClient, headers: dict[str, str]) -> None:
    """Another type, charset or content encoding, or none named."""
    problem(client.post("/v1/extract", data=b'{"text": "No."}', headers=headers), 415)


def test_an_encoding_that_is_none_is_read(client: FlaskClient) -> None:
    """`identity` says that nothing was done."""
    response = client.post("/v1/extract", json={"text": "No."}, headers={"Content-Encoding": "identity"})
    assert response.status_code == 200


@pytest.mark.parametrize(
    "body", [b'{"text": "a\\ud800b"}', b'{"text": "No.", "\\udc00": 1}', b'{"text": "No.", "id": "\\udc00"}']
)
def test_422_lone_surrogates(client: FlaskClient, body: bytes) -> None:
    """JSON can spell them, Unicode forbids them; the problem itself has none."""
    found = problem(client.post("/v1/extract", data=body, content_type=JSON), 422)
    assert json.dumps(found, ensure_ascii=False).encode("utf-8")


def test_422_several_faults_at_once(client: FlaskClient) -> None:
    """Everything that is wrong is told in one go, with pointers."""
    response = client.post("/v1/extract", json={"text": " ", "include": ["events", "x"], "undated": 0, "y": 1})
    pointers = [fault["pointer"] for fault in problem(response, 422)["errors"]]
    assert pointers == ["/text", "/include/1", "/undated", "/y"]


@pytest.mark.parametrize("body", [b"", b"  \r\n\t ", "\u3000\u00a0".encode()])
def test_422_blank_text(client: FlaskClient, body: bytes) -> None:
    """A text of white space alone, or of nothing."""
    response = client.post("/v1/extract", data=body, content_type="text/plain")
    assert problem(response, 422)["errors"] == [{"pointer": "/text", "detail": "Must not be blank."}]


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("published=friday", "/published"),
        ("published=2023-03-17&published=2023-03-18", "/published"),
        ("include=event", "/include/0"),
        ("include=events,%20times", "/include/1"),
        ("undated=yes", "/undated"),
        ("undated", "/undated"),
        ("offsets=utf8", "/offsets"),
        ("text=x", "/text"),
        ("Published=2023-03-17", "/Published"),
    ],
)
def test_422_query(client: FlaskClient, query: str, pointer: str) -> None:
    """Parameters are held to the same bounds as fields; unknown ones and doubles are refused."""
    response = client.post(f"/v1/extract?{query}", data=b"The minister said no.", content_type="text/plain")
    assert [fault["pointer"] for fault in problem(response, 422)["errors"]] == [pointer]


def test_422_query_beside_json(client: FlaskClient) -> None:
    """A parameter beside an object would go unheard, so it is refused."""
    problem(client.post("/v1/extract?published=2023-03-17", json={"text": "No."}), 422)


def test_422_another_language(client: FlaskClient) -> None:
    """A text plainly in French is told from an English one that quotes French."""
    french = "Le ministre a dit vendredi que les deux pays ne sont pas d'accord sur la question du budget. " * 2
    assert "French" in problem(client.post("/v1/extract", json={"text": french}), 422)["errors"][0]["detail"]
    english = "The minister said on Friday that the two countries do not agree on the budget of the Union. "
    assert client.post("/v1/extract", json={"text": english + french[:100]}).status_code == 200


@pytest.mark.parametrize("number", [b"1" * 100_000, b"-1e999999", b"1e400", b"123456789012345678901234567890"])
def test_422_numbers_of_any_size(client: FlaskClient, number: bytes) -> None:
    """A number where none belongs is the wrong type, however large: no field takes one."""
    response = client.post("/v1/extract", data=b'{"text": "No.", "id": ' + number + b"}", content_type=JSON)
    assert [fault["pointer"] for fault in problem(response, 422)["errors"]] == ["/id"]


def test_503_while_stopping(answer: Answerer) -> None:
    """Neither ready nor reading articles, with a time to come back; still alive."""
    app = create_app(Settings(), answer)
    app.extensions["dateline"].stop()
    client = app.test_client()
    for response in (client.get("/readyz"), client.post("/v1/extract", json={"text": "No."})):
        problem(response, 503)
        assert int(response.headers["Retry-After"]) > 0
    assert client.get("/livez").status_code == 200


def test_500_tells_an_id_and_the_log_tells_where(answer: Answerer, caplog: pytest.LogCaptureFixture) -> None:
    """The log carries the id and the place, the answer no traceback, and neither a word of the article."""

    class Broken(Answerer):
        def respond(self, article: Article) -> dict[str, Any]:
            if "secret" in article.text:
                raise KeyError(article.text)
            return super().respond(article)

    app: Flask = create_app(Settings(), Broken(answer.pipeline, answer.limits))
    with caplog.at_level(logging.INFO):
        response = app.test_client().post("/v1/extract", json={"text": "A secret article."})
    found = problem(response, 500)
    assert found["instance"].startswith("urn:uuid:")
    assert found["instance"] in caplog.text
    assert "KeyError" in caplog.text
    assert "test_problems.py" in caplog.text
    assert "secret" not in caplog.text + response.text
