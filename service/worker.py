"""gunicorn's threaded worker, in the three places where the contract asks for more than it does."""

from __future__ import annotations

import contextlib
import json
import logging
import uuid
from socket import socket
from types import FrameType
from typing import Any

from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from schemas.problem import Problem, ProblemSchema
from service.settings import Settings
from service.web.body import deadline

UNREAD: dict[type[Exception], tuple[int, str]] = {
    errors.LimitRequestLine: (414, "The address is too long."),
    errors.LimitRequestHeaders: (431, "The headers are too long."),
    errors.ExpectationFailed: (417, "The header Expect asks for what is not given here."),
    errors.UnsupportedTransferCoding: (501, "Send the body chunked or with its length."),
}

log = logging.getLogger("dateline")


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn ships no types
    """Says "not ready" once it is asked to stop, waits for no head of a request for ever, and answers what is not HTTP
    with a problem instead of HTML.
    """

    def init_process(self) -> None:
        self.patience = Settings.load().body_timeout
        super().init_process()

    def handle(self, conn: Any) -> Any:
        """Serve one request; its head must come in time, for gunicorn would keep a thread waiting for ever."""
        conn.arrived = False
        with contextlib.ExitStack() as conn.head:
            late = conn.head.enter_context(deadline(conn.sock, self.patience))
            result = super().handle(conn)
            if late() and not conn.arrived:
                say(conn.sock, Problem(408, "The request did not arrive in time.", instance=uuid.uuid4().urn))
            return result

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Run the application, which minds the time of the body."""
        conn.arrived = True
        conn.head.close()
        return super().handle_request(req, conn)

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
            status, detail = UNREAD.get(type(exc), (400, "This is not HTTP/1.1."))
        else:
            status, detail = 500, "This is a fault of the service, not of the request."
        problem = Problem(status, detail, instance=uuid.uuid4().urn)
        log.log(logging.INFO if status < 500 else logging.ERROR, "%s %s", problem.instance, type(exc).__name__)
        say(client, problem)


def say(client: socket, problem: Problem) -> None:
    """Send a problem, and care little whether the client is still there."""
    with contextlib.suppress(OSError):
        client.sendall(response(problem))


def response(problem: Problem) -> bytes:
    """A whole HTTP response, which closes the connection."""
    body = json.dumps(ProblemSchema().dump(problem)) + "\n"
    head = (
        f"HTTP/1.1 {problem.status} {problem.title}\r\nConnection: close\r\n"
        f"Content-Type: application/problem+json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode("ascii")
