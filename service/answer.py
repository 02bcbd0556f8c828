"""One decoded request in, one response out: what HTTP and the command line have in common.

schemas.request → language → extraction.pipeline → offsets → schemas.response
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

import service
from schemas import request, response
from schemas.problem import Fault, Problem
from service.extraction import language, offsets
from service.extraction.annotations import Entity, Event, Published, Statement, Time
from service.extraction.pipeline import Pipeline

WARM_UP = "The minister said on Friday that talks in Geneva would resume next week."


@dataclass(frozen=True, slots=True)
class Meta:
    version: str
    model: str
    characters: int
    tokens: int
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class Response:
    id: str | None
    language: str
    published: Published
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    meta: Meta


@dataclass(frozen=True, slots=True)
class Answered:
    """A response as JSON in UTF-8, and what is counted of it."""

    body: bytes
    seconds: float
    characters: int
    tokens: int
    items: dict[str, int]


class Answerer:
    """The loaded pipeline behind the contract; safe to call from several threads."""

    def __init__(self, pipeline: Pipeline, limits: request.Limits) -> None:
        self.pipeline = pipeline
        self.limits = limits
        self.schema = response.ResponseSchema()

    def warm_up(self) -> None:
        """Run once, so that the first client waits for no lazy import and a broken model shows at the start."""
        self({"text": WARM_UP, "published": "2024-05-10"})

    def __call__(self, fields: object) -> dict[str, Any]:
        """The response, ready for JSON, to a request as JSON decodes it.

        Raises:
            Problem: 422 or 413, where the request is not valid.
        """
        return self.respond(request.read(fields, self.limits))

    def encoded(self, article: request.Article) -> Answered:
        """The response to a valid request, as bytes.

        Raises:
            Problem: 422, the text is in another language.
        """
        begun = time.perf_counter()
        found = self.respond(article)
        meta, items = found["meta"], {layer: len(found[layer]) for layer in request.LAYERS}
        body = as_json(found)
        return Answered(body, time.perf_counter() - begun, meta["characters"], meta["tokens"], items)

    def respond(self, article: request.Article) -> dict[str, Any]:
        """The response to a valid request, ready for JSON.

        Raises:
            Problem: 422, the text is in another language.
        """
        begun = time.perf_counter()
        foreign = language.plainly_foreign(article.text)
        if foreign:
            raise Problem(
                422,
                "Dateline reads English only.",
                (Fault("/text", f"Plainly in another language than English: {foreign}."),),
            )
        found = self.pipeline.extract(
            article.text,
            published=article.published,
            title=article.title,
            include=article.include,
            undated=article.undated,
        )
        found = offsets.convert(found, article.text, article.offsets)
        meta = Meta(service.__version__, self.pipeline.model, found.characters, found.tokens, 0.0)
        answer: dict[str, Any] = self.schema.dump(
            Response(
                article.id, "en", found.published, found.entities, found.times, found.events, found.statements, meta
            )
        )
        answer["meta"]["elapsed_ms"] = round((time.perf_counter() - begun) * 1000, 1)
        return answer


def as_json(value: object) -> bytes:
    """JSON in UTF-8, fields in the order of the contract; the same value is the same bytes."""
    found = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return found.encode("utf-8", "backslashreplace")  # \udcxx in what a client sent is JSON's own escape for it
