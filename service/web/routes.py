"""The routes: which address answers what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, Response, request

from schemas.problem import Problem
from schemas.request import Limits, read, read_batch
from service.answer import as_json
from service.parsing.client import Parse
from service.web import batch, body, coding, metrics
from service.web.accept import accepts
from service.web.admission import Senders
from service.web.guard import Guard
from service.web.telemetry import RECORD, Record, Telemetry

JSON = "application/json"
YAML = "application/yaml"  # RFC 9512
PLAIN = "text/plain"
NDJSON = "application/x-ndjson"
ENCODINGS = {"", "identity", "gzip", "x-gzip"}
RETRY_AFTER = "5"  # seconds: about what a worker needs to load the model


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes need to know of the rest."""

    parse: Parse
    limits: Limits
    senders: Senders
    guard: Guard
    telemetry: Telemetry
    ready: Callable[[], bool]
    closing: Callable[[], bool]  # the time that running requests get is nearly over
    document: bytes
    max_body: int
    body_timeout: float
    at_once: int  # documents of one batch or stream

    def answer(self, fields: object, record: Record, patient: bool = False) -> bytes:
        """The response to a decoded request, as JSON.

        Raises:
            Problem: see `schemas.request.read` and `Parse`.
        """
        try:
            found = self.parse(read(fields, self.limits), patient)
        except Problem as problem:
            self.telemetry.metrics.refusal(problem.status)
            raise
        self.telemetry.answered(record, found)
        return found.body

    def receive(self) -> bytes:
        """The body of the request at hand; one that is here already waits for nobody."""
        if body.is_here(request.environ):
            return body.receive(request, self.max_body, None, packed=coding.is_packed())
        with self.senders.place():
            return body.receive(request, self.max_body, self.body_timeout, packed=coding.is_packed())


def blueprint(service: Service) -> Blueprint:
    routes = Blueprint("dateline", __name__)
    routes.before_app_request(service.guard.check)
    routes.after_app_request(coding.pack)
    routes.after_app_request(service.guard.dress)

    @routes.post("/v1/extract")
    def extract() -> Response:
        accepts(JSON)
        if not service.ready():
            raise not_ready()
        fields = article(service)  # whoever sends slowly takes no place from others
        return json_response(service.answer(fields, request.environ[RECORD]) + b"\n")

    @routes.post("/v1/extract/batch")
    def extract_batch() -> Response:
        kind = content_type(JSON, NDJSON)
        accepts(kind)
        if not service.ready():
            raise not_ready()
        if request.args:
            raise Problem(422, "There is no query string here; every document carries its own fields.")
        return streamed(service) if kind == NDJSON else batched(service)

    @routes.get("/livez")
    def livez() -> Response:
        accepts(JSON)
        if service.parse.stuck():
            raise Problem(503, "A parse is stuck, and its process does not end.", headers={"Retry-After": RETRY_AFTER})
        return json_response(as_json({"status": "alive"}) + b"\n")

    @routes.get("/readyz")
    def readyz() -> Response:
        accepts(JSON)
        if not service.ready() or service.parse.stuck():
            raise not_ready()
        return json_response(as_json({"status": "ready"}) + b"\n")

    @routes.get("/metrics")
    def numbers() -> Response:
        accepts(PLAIN, metrics.MEDIA_TYPE, "text/plain; version=0.0.4")
        return Response(service.telemetry.metrics.text(), content_type=metrics.MEDIA_TYPE)

    @routes.get("/openapi.yaml")
    def openapi() -> Response:
        accepts(YAML)
        return Response(service.document, content_type=YAML)

    return routes


def batched(service: Service) -> Response:
    """Results as one JSON object; the work stops when the client has gone."""
    documents = read_batch(body.from_json(service.receive()), service.limits)
    service.parse.admit()
    with service.senders.place():  # a batch keeps a thread for long, as slow clients do
        return json_response(batch.joined(answers(service, documents)))


def answers(service: Service, documents: list[object]) -> Iterator[bytes]:
    """The results of a batch."""
    record, connection = request.environ[RECORD], request.environ.get("gunicorn.socket")

    def given_up() -> Problem | None:
        if connection is not None and body.left(connection):
            raise Problem(400, "The client closed the connection before the batch was done.")
        return not_ready() if service.closing() else None

    answer = partial(service.answer, record=record, patient=True)
    return batch.results(answer, documents, request.path, given_up, service.at_once)


def streamed(service: Service) -> Response:
    """Results as lines, one for each line, until the last or until the client has gone."""
    service.parse.admit()
    service.senders.take()
    lines = body.lines(request.environ, service.max_body, service.body_timeout, packed=coding.is_packed())
    answer = partial(service.answer, record=request.environ[RECORD], patient=True)
    results = batch.stream(
        answer,
        lines,
        request.path,
        lambda: not_ready() if service.closing() else None,
        service.at_once,
        partial(body.hang_up, request.environ),
    )
    response = Response(results, content_type=NDJSON)
    response.call_on_close(service.senders.release)
    return response


def article(service: Service) -> object:
    """The request object, from either content type, not yet validated."""
    kind = content_type(JSON, PLAIN)
    received = service.receive()
    if kind == PLAIN:
        return body.from_query(body.decode(received), request.args)
    if request.args:
        raise Problem(422, f"The query string is for {PLAIN}; {JSON} carries every field in its object.")
    return body.from_json(received)


def content_type(*known: str) -> str:
    """The request's media type.

    Raises:
        Problem: 415 where it is none of those known, not UTF-8, or encoded in another way than gzip.
    """
    kind, accept_post = request.mimetype, {"Accept-Post": ", ".join(known)}
    if kind not in known:
        raise Problem(415, f"Send {' or '.join(known)}.", headers=accept_post)
    if request.mimetype_params.get("charset", "utf-8").lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise Problem(415, "Send UTF-8.", headers=accept_post)
    if request.headers.get("Content-Encoding", "identity").strip().lower() not in ENCODINGS:
        raise Problem(
            415, "Send the body as it is, or packed with gzip.", headers={"Accept-Encoding": "gzip, identity"}
        )
    return kind


def not_ready() -> Problem:
    return Problem(503, "The service is starting or stopping.", headers={"Retry-After": RETRY_AFTER})


def json_response(content: bytes) -> Response:
    return Response(content, content_type=JSON)
