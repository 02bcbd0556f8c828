"""Around the application: each request has an id and a trace, is counted, and leaves one line in the log."""

from __future__ import annotations

import logging
import re
import secrets
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from werkzeug.wsgi import ClosingIterator

from schemas.problem import Problem
from service.answer import Answered
from service.web.metrics import Metrics
from service.web.tracing import Tracer, tracer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

RECORD = "dateline.record"  # in the WSGI environment
REQUEST_ID = re.compile(r"[A-Za-z0-9._:=+/-]{1,128}")
# https://www.w3.org/TR/trace-context/#traceparent-header
TRACEPARENT = re.compile(r"(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?")
UNROUTED = "none"  # what stands for the route of a request that has none

log = logging.getLogger("dateline")


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a request stands in a distributed trace (W3C trace context)."""

    trace: str
    parent: str | None
    span: str
    flags: str

    def header(self) -> str:
        """The `traceparent` for what comes after us."""
        return f"00-{self.trace}-{self.span}-{self.flags}"


@dataclass(slots=True)
class Record:
    """What one request leaves behind."""

    request_id: str
    trace: Trace | None
    method: str
    path: str
    route: str = UNROUTED
    client: str | None = None
    status: int = 500
    begun: float = field(default_factory=time.perf_counter)
    began: int = field(default_factory=time.time_ns)
    articles: int = 0
    characters: int = 0
    tokens: int = 0
    parses: list[tuple[int, Answered]] = field(default_factory=list)


class Telemetry:
    """The WSGI application around ours."""

    def __init__(self, application: WSGIApplication, metrics: Metrics, make_tracer: Callable[[], Tracer] = tracer):
        self.application = application
        self.metrics = metrics
        self.tracer = make_tracer
        self.lock = threading.Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        trace = traced(environ.get("HTTP_TRACEPARENT", "")) or (begun() if self.tracer().on else None)
        given = environ.get("HTTP_X_REQUEST_ID", "")
        request_id = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        path = environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8", "replace")
        environ[RECORD] = record = Record(request_id, trace, environ["REQUEST_METHOD"], path)

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            record.status = int(status[:3])
            headers.append(("X-Request-ID", record.request_id))
            if record.trace:
                headers.append(("traceparent", record.trace.header()))
            return start_response(status, headers, exc_info) if exc_info else start_response(status, headers)

        return ClosingIterator(self.application(environ, start), lambda: self.finish(record))

    def finish(self, record: Record) -> None:
        """Count the request, log it, and end its span."""
        seconds = time.perf_counter() - record.begun
        self.metrics.request(record.route, record.method, record.status, seconds)
        fields: dict[str, Any] = {
            "method": record.method,
            "path": record.path[:200],
            "status": record.status,
            "ms": round(seconds * 1000, 1),
            "request_id": record.request_id,
        }
        if record.trace:
            fields |= {"trace_id": record.trace.trace, "span_id": record.trace.span}
        if record.client:
            fields["client"] = record.client
        if record.articles:
            fields |= {"articles": record.articles, "characters": record.characters, "tokens": record.tokens}
        log.info("request", extra={"fields": fields})
        self.tracer().span(record)

    def refused(self, problem: Problem, reason: str) -> None:
        """Count and log a request that was no HTTP, or not all of one."""
        self.metrics.request(UNROUTED, "other", problem.status, 0.0)
        fields = {"status": problem.status, "request_id": problem.instance} | ({"reason": reason} if reason else {})
        log.log(logging.INFO if problem.status < 500 else logging.ERROR, "request", extra={"fields": fields})

    def answered(self, record: Record, found: Answered) -> None:
        """Count an article of a request."""
        with self.lock:  # those of a batch are answered by several threads
            record.articles += 1
            record.characters += found.characters
            record.tokens += found.tokens
        if self.tracer().on:
            record.parses.append((time.time_ns(), found))
        self.metrics.article(found.seconds, found.characters, found.tokens, found.items)


def traced(traceparent: str) -> Trace | None:
    """The trace that a client's header names, with a new span in it for us; None without a valid one."""
    match = TRACEPARENT.fullmatch(traceparent.strip())
    if match is None or (match[1] == "00" and match[5]):
        return None
    return Trace(match[2], match[3], secrets.token_hex(8), match[4])


def begun() -> Trace:
    """A trace that begins here."""
    return Trace(secrets.token_hex(16), None, secrets.token_hex(8), "01")
