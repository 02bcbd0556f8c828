"""Problem details for HTTP APIs (RFC 9457): the one shape of every error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from marshmallow import Schema, fields, post_dump, validate

MOST_ERRORS = 100  # of one request: enough to mend it, too few to make an answer of it
LONGEST_POINTER = 300
RENAMED = {413: "Content Too Large", 422: "Unprocessable Content"}  # by RFC 9110; Python follows from 3.13 on


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a request, and where: `pointer` is a JSON Pointer (RFC 6901) into it."""

    pointer: str
    detail: str


@dataclass(eq=False)
class Problem(Exception):
    """An answer that is an error.  `headers` go with it over HTTP."""

    status: int
    detail: str
    errors: tuple[Fault, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    instance: str | None = None
    type: str = "about:blank"  # RFC 9457: the status says it all, and `title` is its phrase

    @property
    def title(self) -> str:
        return RENAMED.get(self.status) or HTTPStatus(self.status).phrase


class FaultSchema(Schema):
    pointer = fields.String(required=True)
    detail = fields.String(required=True)


class ProblemSchema(Schema):
    """Dumps a `Problem`; `errors` is absent where there are none."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True, strict=True, validate=validate.Range(min=400, max=599))
    detail = fields.String(required=True)
    instance = fields.String(required=True)
    errors = fields.List(fields.Nested(FaultSchema), validate=validate.Length(min=1, max=MOST_ERRORS))

    @post_dump
    def leave_out_no_errors(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return data if data["errors"] else {key: value for key, value in data.items() if key != "errors"}


def faults(messages: Any, pointer: str = "") -> Iterator[Fault]:
    """marshmallow's nested messages as a flat run of faults, in the order of the fields."""
    if isinstance(messages, Mapping):
        for key, below in messages.items():
            yield from faults(below, pointer if key == "_schema" else f"{pointer}/{escape(str(key))}")
    else:
        for message in messages:
            yield Fault(pointer, str(message))


def escape(key: str) -> str:
    """One reference token of a JSON Pointer: escaped, cut short, free of lone surrogates."""
    cut = key[:LONGEST_POINTER].encode("utf-8", "replace").decode("utf-8")
    return cut.replace("~", "~0").replace("/", "~1")
