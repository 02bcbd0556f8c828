"""Every error as `application/problem+json` (RFC 9457): ours, Flask's and werkzeug's, and faults of this program."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from schemas.problem import Problem, ProblemSchema
from service.log import fault

MEDIA_TYPE = "application/problem+json"
LONGEST_INSTANCE = 200
DETAILS = {
    404: "There is nothing at this address.",
    405: "This address does not know that method.",
}

schema = ProblemSchema()


def register(app: Flask) -> None:
    """Have the application answer every error with a problem."""
    app.register_error_handler(Problem, respond)
    app.register_error_handler(HTTPException, from_http)
    app.register_error_handler(Exception, from_fault)


def respond(problem: Problem) -> Response:
    # ASCII with escapes: a lone surrogate that a client sent must not keep us from telling it so.
    body = json.dumps(dump(problem, request.path))
    return Response(body + "\n", problem.status, dict(problem.headers), content_type=MEDIA_TYPE)


def dump(problem: Problem, path: str) -> dict[str, Any]:
    """The problem, ready for JSON."""
    if problem.instance is None:
        problem.instance = quote(path)[:LONGEST_INSTANCE]
    found: dict[str, Any] = schema.dump(problem)
    return found


def from_http(error: HTTPException) -> Response:
    """Of werkzeug's own errors: 404, 405 with `Allow`, 400 for a broken header."""
    status = error.code or 500
    detail = DETAILS.get(status) or error.description or ""
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        detail += f" It knows {', '.join(sorted(error.valid_methods))}."
    headers = {name: value for name, value in error.get_headers() if name.lower() != "content-type"}
    return respond(Problem(status, detail, headers=headers))


def from_fault(error: Exception) -> Response:
    return respond(fault(error))
