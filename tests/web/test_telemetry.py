"""Metrics, logs and traces of a live service."""

from __future__ import annotations

import http.server
import json
import os
import re
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from service.web.metrics import DIRECTORY, Metrics
from service.web.telemetry import traced
from tests.live import HOST, Live, serving, until

TEXT = "The secretive minister resigned on Friday."
TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
REQUESTS = 'dateline_requests_total{method="POST",route="/v1/extract",status="200"}'


@pytest.fixture(scope="module")
def server() -> Iterator[Live]:
    """A service with two fronts and a parser."""
    with serving("--workers", "1") as found:
        yield found


def ask(live: Live, headers: dict[str, str] | None = None, path: str = "/v1/extract") -> tuple[int, dict[str, str]]:
    """Status and headers of the answer to the text."""
    connection = live.connect()
    try:
        kind = {"Content-Type": "text/plain"}
        connection.request("POST", path, TEXT, kind | (headers or {}))
        response = connection.getresponse()
        response.read()
        return response.status, {name.lower(): value for name, value in response.headers.items()}
    finally:
        connection.close()


def test_metrics_are_of_all_processes(server: Live) -> None:
    """Whichever is asked: requests by route and status, what was read, what was found, and nothing in the queue."""
    before = server.metrics()
    for _ in range(10):
        ask(server)
    ask(server, {"Content-Type": "text/html"})
    refused = 'dateline_requests_total{method="POST",route="/v1/extract",status="415"}'
    until(lambda: server.metrics().get(refused, 0) > before.get(refused, 0), "the last request was not counted")
    after = server.metrics()

    def grown(name: str) -> float:
        return after[name] - before.get(name, 0)

    assert grown(REQUESTS) == 10
    assert grown(refused) == 1
    assert grown('dateline_request_seconds_count{route="/v1/extract"}') == 11
    assert grown("dateline_parse_seconds_count") == grown('dateline_articles_total{status="200"}') == 10
    assert grown("dateline_characters_total") == 10 * len(TEXT)
    assert grown("dateline_tokens_total") == 10 * 7
    assert grown('dateline_items_total{layer="times"}') == 10
    assert (after["dateline_articles_waiting"], after["dateline_articles_parsing"]) == (0, 0)
    assert all(value > 1e7 for name, value in after.items() if name.startswith("dateline_resident_bytes"))


def test_counts_survive_a_process_and_its_measures_do_not(server: Live) -> None:
    """A front that is killed has counted what it has counted; its memory is no more."""
    until(lambda: len(server.pids("front")) == 2 or not ask(server), "only one of two fronts was ever asked")
    asked = len(server.lines(path="/v1/extract", status=200))
    until(lambda: server.metrics()[REQUESTS] >= asked, "the last request was not counted")
    before = server.metrics()[REQUESTS]
    killed = min(server.pids("front"))
    os.kill(killed, signal.SIGKILL)
    until(lambda: killed not in server.children() and server.ready(), "the front was not replaced")
    assert server.metrics()[REQUESTS] == before
    until(lambda: killed not in server.pids("front"), "the memory of a dead process is still told")


def test_metrics_are_told_while_processes_come_and_go(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that is not whole yet, or has just gone, is no fault."""
    monkeypatch.setenv(DIRECTORY, str(tmp_path))
    metrics = Metrics("0", "model")

    def come_and_go() -> None:
        metrics.reserve()
        metrics.forget(os.getpid(), "parser")

    for _ in range(100):
        process = threading.Thread(target=come_and_go)
        process.start()
        while process.is_alive():
            metrics.text()
        process.join()
    assert list(tmp_path.iterdir()) == []


def test_a_new_run_begins_at_nothing() -> None:
    """No file of an earlier run is counted."""
    with serving("--workers", "1") as fresh:
        assert REQUESTS not in fresh.metrics()


def test_one_line_a_request(server: Live) -> None:
    """JSON, with what was asked, what came of it, and the ids; never the text, nor the query, which may quote it."""
    _, headers = ask(server, {"traceparent": TRACEPARENT}, "/v1/extract?title=Secretive+minister")
    until(lambda: server.lines(request_id=headers["x-request-id"]), "no line")  # it is written once the answer is sent
    (line,) = server.lines(request_id=headers["x-request-id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"])
    assert (line["method"], line["path"], line["status"], line["level"]) == ("POST", "/v1/extract", 200, "info")
    assert (line["articles"], line["characters"], line["tokens"]) == (1, len(TEXT), 7)
    assert line["ms"] > 0
    assert line["trace_id"] == TRACEPARENT.split("-")[1]
    assert "secretive" not in server.logged().lower()
    assert all(json.loads(line) for line in server.logged().splitlines())


def test_a_request_id_is_handed_back(client: FlaskClient) -> None:
    """Where it is one; else there is a new one, and no line break of the client's gets into a log."""
    for given in ("7b1f", "a.b:c/d+e=_-", "x" * 128):
        assert client.get("/livez", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given
    for given in ("", "x" * 129, "ä", 'a"b', "a b"):
        made = client.get("/livez", headers={"X-Request-ID": given}).headers["X-Request-ID"]
        assert re.fullmatch("[0-9a-f]{32}", made)


def test_a_trace_goes_on(client: FlaskClient) -> None:
    """The same trace, with a span of ours as the next parent."""
    found = client.get("/livez", headers={"traceparent": TRACEPARENT}).headers["traceparent"]
    version, trace, span, flags = found.split("-")
    assert (version, trace, flags) == tuple(TRACEPARENT.split("-")[i] for i in (0, 1, 3))
    assert span != TRACEPARENT.split("-")[2]
    assert "traceparent" not in client.get("/livez").headers


@pytest.mark.parametrize(
    ("header", "valid"),
    [
        (TRACEPARENT, True),
        ("cc" + TRACEPARENT[2:] + "-what-comes-later", True),
        (TRACEPARENT + "-what", False),
        ("ff" + TRACEPARENT[2:], False),
        (TRACEPARENT.upper(), False),
        ("00-" + "0" * 32 + "-b7ad6b7169203331-01", False),
        ("00-0af7651916cd43dd8448eb211c80319c-" + "0" * 16 + "-01", False),
        ("", False),
    ],
)
def test_what_a_traceparent_is(header: str, valid: bool) -> None:
    """As the W3C has it; what is none is passed over."""
    assert (traced(header) is not None) == valid


def test_no_server_tells_its_version(server: Live) -> None:
    """Nor does anything in an answer."""
    connection = server.connect()
    connection.request("GET", "/livez")
    headers = str(connection.getresponse().headers)
    connection.close()
    assert not re.search(r"gunicorn/|python|werkzeug|\d+\.\d+\.\d+", headers, re.IGNORECASE)


class Collector(http.server.BaseHTTPRequestHandler):
    """Takes in spans, as an OpenTelemetry collector would."""

    received: list[ExportTraceServiceRequest]

    def do_POST(self) -> None:
        """Keep what comes."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.received.append(ExportTraceServiceRequest.FromString(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_spans_go_to_the_collector() -> None:
    """One for the request, in the client's trace and with the id that its answer named; one for the article in it."""
    Collector.received = []
    collector = http.server.HTTPServer((HOST, 0), Collector)
    thread = threading.Thread(target=collector.serve_forever)
    thread.start()
    try:
        endpoint = f"http://{HOST}:{collector.server_address[1]}"
        with serving("--workers", "1", environment={"OTEL_EXPORTER_OTLP_ENDPOINT": endpoint}) as server:
            _, headers = ask(server, {"traceparent": TRACEPARENT})
    finally:
        collector.shutdown()
        thread.join()
        collector.server_close()
    spans = [
        span
        for each in Collector.received
        for resource in each.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
        if span.trace_id.hex() == TRACEPARENT.split("-")[1]
    ]
    request, parse = sorted(spans, key=lambda span: span.name)
    assert (request.name, parse.name) == ("POST /v1/extract", "parse")
    assert (request.parent_span_id.hex(), parse.parent_span_id) == (TRACEPARENT.split("-")[2], request.span_id)
    assert request.span_id.hex() == headers["traceparent"].split("-")[2]
    assert parse.start_time_unix_nano >= request.start_time_unix_nano
    assert parse.end_time_unix_nano <= request.end_time_unix_nano
