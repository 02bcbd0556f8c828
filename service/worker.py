"""gunicorn's threaded worker, in the two places where the contract asks for more than it does."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus
from socket import socket
from types import FrameType
from typing import Any

from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from schemas.problem import Problem, ProblemSchema

STATUSES: dict[type[Exception], HTTPStatus] = {
    errors.LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    errors.LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    errors.ExpectationFailed: HTTPStatus.EXPECTATION_FAILED,
    errors.UnsupportedTransferCoding: HTTPStatus.NOT_IMPLEMENTED,
}

log = logging.getLogger("dateline")


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn ships no types
    """Says "not ready" once it is asked to stop, and answers what is not HTTP with a problem instead of HTML."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop; a load balancer that asks on an open connection learns to look elsewhere."""
        state = getattr(self.wsgi, "extensions", {}).get("dateline")
        if state is not None:
            state.stopping = True
        super().handle_exit(sig, frame)

    def handle_error(self, req: Any, client: socket, addr: Any, exc: Exception) -> None:
        """Answer what never reached the application.

        gunicorn would log what it read: where a Content-Length is too short, that is the rest of an article.
        """
        if isinstance(exc, errors.ParseException):
            status = STATUSES.get(type(exc), HTTPStatus.BAD_REQUEST)
        else:
            status = HTTPStatus.INTERNAL_SERVER_ERROR
        log.log(logging.INFO if status < 500 else logging.ERROR, "%d %s", status, type(exc).__name__)
        try:
            client.sendall(answer(status))
        except OSError:  # the client has gone
            log.debug("no one to tell")


def answer(status: HTTPStatus) -> bytes:
    """A whole HTTP response that closes the connection."""
    body = json.dumps(ProblemSchema().dump(Problem(status, "The request is not HTTP that this service understands.")))
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nConnection: close\r\n"
        f"Content-Type: application/problem+json\r\nContent-Length: {len(body) + 1}\r\n\r\n"
    )
    return f"{head}{body}\n".encode("ascii")
