"""The routes: which address answers what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request

from schemas.problem import Problem
from schemas.request import Limits, read_batch
from service.web import batch, body, coding
from service.web.accept import accepts
from service.web.admission import Admission

JSON = "application/json"
YAML = "application/yaml"  # RFC 9512
PLAIN = "text/plain"
NDJSON = "application/x-ndjson"
ENCODINGS = {"", "identity", "gzip", "x-gzip"}
RETRY_AFTER = "5"  # seconds: about what a worker needs to load the model


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes need to know of the rest."""

    answer: Callable[[object], dict[str, Any]]
    limits: Limits
    admission: Admission
    ready: Callable[[], bool]
    document: bytes
    max_body: int
    body_timeout: float


def blueprint(service: Service) -> Blueprint:
    routes = Blueprint("dateline", __name__)
    routes.after_app_request(coding.pack)

    @routes.post("/v1/extract")
    def extract() -> Response:
        accepts(JSON)
        if not service.ready():
            raise not_ready()
        fields = article(service)  # whoever sends slowly takes no place from others
        with service.admission.place():
            return as_json(service.answer(fields))

    @routes.post("/v1/extract/batch")
    def extract_batch() -> Response:
        kind = content_type(JSON, NDJSON)
        accepts(kind)
        if not service.ready():
            raise not_ready()
        if request.args:
            raise Problem(422, "There is no query string here; every document carries its own fields.")
        if kind == NDJSON:
            return streamed(service)
        received = body.from_json(
            body.receive(request, service.max_body, service.body_timeout, packed=coding.is_packed())
        )
        documents = read_batch(received, service.limits)
        with service.admission.place():
            return as_json({"results": batch.results(service.answer, documents, request.path)})

    @routes.get("/livez")
    def livez() -> Response:
        accepts(JSON)
        return as_json({"status": "alive"})

    @routes.get("/readyz")
    def readyz() -> Response:
        accepts(JSON)
        if not service.ready():
            raise not_ready()
        return as_json({"status": "ready"})

    @routes.get("/openapi.yaml")
    def openapi() -> Response:
        accepts(YAML)
        return Response(service.document, content_type=YAML)

    return routes


def streamed(service: Service) -> Response:
    """Results as lines, one for each line; the place is given back at the end, or when the client has gone."""
    place = service.admission.place()
    lines = body.lines(request.environ, service.max_body, service.body_timeout, packed=coding.is_packed())
    response = Response(batch.stream(service.answer, lines, request.path, place), content_type=NDJSON)
    response.call_on_close(place.release)
    return response


def article(service: Service) -> object:
    """The request object, from either content type, not yet validated."""
    kind = content_type(JSON, PLAIN)
    received = body.receive(request, service.max_body, service.body_timeout, packed=coding.is_packed())
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


def as_json(value: object) -> Response:
    return Response(batch.encode(value), content_type=JSON)
