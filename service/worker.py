"""gunicorn's workers, in two roles: fronts speak HTTP, parsers parse.

gunicorn starts both, minds both, and starts another where one ends.  A front is its threaded worker, changed where the
contract asks for more than it does.
"""

from __future__ import annotations

import contextlib
import json
import re
import selectors
import signal
import sys
import time
import uuid
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import Future
from errno import EAGAIN, ECONNABORTED, EMFILE, ENFILE
from functools import partial
from socket import SHUT_WR, socket
from types import FrameType
from typing import Any, Literal

from gunicorn import glogging
from gunicorn.http import errors
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, TConn, ThreadWorker

from schemas.problem import Problem, ProblemSchema
from service.arrival import MOST, complete
from service.parsing import parser
from service.settings import Settings
from service.web.body import deadline

LONG_HEAD = "The headers are too long."
UNREAD: dict[type[Exception], tuple[int, str]] = {
    errors.LimitRequestLine: (414, "The address is too long."),
    errors.LimitRequestHeaders: (431, LONG_HEAD),
    errors.ExpectationFailed: (417, "The header Expect asks for what is not given here."),
    errors.UnsupportedTransferCoding: (501, "Send the body chunked or with its length."),
}
HEALTH = re.compile(rb"GET /(livez|readyz) (?!.*\r\n(content-length|transfer-encoding):)", re.IGNORECASE | re.DOTALL)
ENDLESS = Problem(431, LONG_HEAD)
LATE = Problem(408, "The request did not arrive in time.")
IDLE = 5.0  # seconds that a connection may stay without a byte
LINGER = 2.0  # seconds that a closed connection is still read, lest the client lose the answer to a reset
DRAIN = 0.1  # seconds that a thread waits for the rest of a body that was refused
SWITCH = 0.001  # seconds that one thread keeps others from running: health checks wait behind a crowd of short requests
SWEEP = 0.5  # seconds between two looks at who is late
MOMENT = 1.0  # seconds until a process that is told to stop knows whether all others are, too
PIECE = 1 << 16

STOPS = {signal.SIGTERM, signal.SIGQUIT, signal.SIGINT}

Role = Literal["front", "parser"]


def heed() -> None:
    """Heed the signals that were held back around a fork."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)


def role_for(others: Iterable[Role], settings: Settings) -> Role:
    """The role of the next worker: that of which the greater part is missing."""
    there = Counter(others)
    return "parser" if there["parser"] * settings.fronts <= there["front"] * settings.workers else "front"


class Logger(glogging.Logger):  # type: ignore[misc]  # gunicorn ships no types
    """gunicorn's log, without its line for each request: service/web/telemetry.py has one, without query strings."""

    def access(self, *_: Any) -> None:
        pass


class Connection(TConn):  # type: ignore[misc]
    """A client's connection, and what has arrived of its next request before a thread takes that over."""

    def __init__(self, worker: Worker, client: socket, address: Any, server: Any) -> None:
        super().__init__(worker.cfg, client, address, server)
        self.worker = worker
        self.received = bytearray()
        self.arrived = False
        self.head = contextlib.ExitStack()

    def close(self, graceful: bool = False) -> None:
        """gunicorn lingers in its main loop: two seconds in which no other client is heard."""
        if graceful:
            self.worker.linger(self)
        else:
            super().close()


class Worker(ThreadWorker):  # type: ignore[misc]
    """A front or a parser, as `role` says before it starts.

    A front says "not ready" once it is asked to stop, spends no thread on a request before it has arrived, waits for no
    client for ever, and answers what is not HTTP with a problem instead of HTML.
    """

    role: Role = "front"

    def init_process(self) -> None:
        self.patience = Settings.load().body_timeout
        self.waiting: dict[Connection, float] = {}  # open connections whose next request has not arrived: until when
        self.lingering: dict[Connection, float] = {}
        self.running: set[Connection] = set()  # those whose request was taken up before the signal to stop
        self.swept = 0.0
        super().init_process()

    def run(self) -> None:
        heed()
        state = self.wsgi.extensions["dateline"]
        state.metrics.reserve()
        if self.role == "front":
            sys.setswitchinterval(SWITCH)
            state.queue.attend()
            state.parse.number = self.age
            self.serve(state)
            return
        for listener in self.sockets:  # or the last front that stops would leave them open
            listener.close()
        self.stopped: float | None = None
        parser.serve(state.queue.listener, state.answerer.encoded, self.going, partial(state.metrics.memory, "parser"))

    # ---------------------------------------------------------------------------------------------------- parsers --

    def going(self) -> bool:
        """Whether to parse on: once the service stops, as long as there is a front that may want it."""
        self.notify()
        if self.alive:
            return bool(self.is_parent_alive())
        state, now = self.wsgi.extensions["dateline"], time.monotonic()
        self.stopped = self.stopped or now
        if not state.shared.ends():  # this one alone stops: others parse
            return now < self.stopped + MOMENT
        return now < self.stopped + self.cfg.graceful_timeout and bool(state.queue.attended())

    # --------------------------------------------------------------------------------------- fronts: the main loop --

    def serve(self, state: Any) -> None:
        """gunicorn's loop, but for its end: where the whole service stops, who connects while requests still run is
        told that it is not ready, and nobody waits for such late ones.
        """
        self.poller.register(self.method_queue.fileno(), selectors.EVENT_READ, self.method_queue.run_callbacks)
        self.set_accept_enabled(True)
        while self.alive:
            self.turn()
            if not self.is_parent_alive():
                break
            self.set_accept_enabled(self.nr_conns < self.worker_connections)
        begun = time.monotonic()
        ends = begun + self.cfg.graceful_timeout
        self._cap_keepalive(begun + STOP_KEEPALIVE_LINGER)
        while self.running and time.monotonic() < (ends if state.shared.ends() else begun + MOMENT):
            self.set_accept_enabled(state.shared.ends() and self.nr_conns < self.worker_connections)
            self.turn()
        self.turn_away(state.shared.ends())
        while self.nr_conns and time.monotonic() < ends:
            self.turn()
        self.murder_keepalived(force=True)
        self.tpool.shutdown(wait=False)

    def turn(self) -> None:
        """Prove to be alive, do what there is to do, and look who is late."""
        self.notify()
        soonest = self.keepalived_conns[0].timeout - time.monotonic() if self.keepalived_conns else 1.0
        self.wait_for_and_dispatch_events(max(0.0, min(1.0, soonest)))
        self.murder_keepalived()
        self.murder_pending()

    def turn_away(self, ends: bool) -> None:
        """Shut the door; where the whole service ends, take who has connected already and have all others turned away.

        gunicorn would let them connect, and reset them at the end.  Where only this one ends, other fronts have them.
        """
        for listener in self.sockets if ends else ():
            while self.accept(listener):
                pass
        self.set_accept_enabled(False)
        for listener in self.sockets:
            listener.close()

    def enqueue_req(self, conn: Connection) -> None:
        """Have a thread serve the request."""
        if self.alive:
            self.running.add(conn)
        super().enqueue_req(conn)

    def finish_request(self, conn: Connection, fs: Future[Any]) -> None:
        """A request is served; its connection may wait for another."""
        self.running.discard(conn)
        super().finish_request(conn, fs)

    # --------------------------------------------------------------------------------- fronts: before a thread runs --

    def accept(self, listener: socket) -> bool:
        """Take a connection, if there is one; gunicorn would have a thread wait five seconds for its first byte."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno in (EAGAIN, ECONNABORTED, EMFILE, ENFILE):
                return False
            raise
        self.nr_conns += 1
        conn = Connection(self, client, address, listener.getsockname())
        self.wait_for(conn)
        self.on_arrival(conn, client)  # the request is often there already
        return True

    def wait_for(self, conn: Connection) -> None:
        """Watch a connection for its next request."""
        conn.sock.setblocking(False)
        self.waiting[conn] = time.monotonic() + IDLE
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_arrival, conn))

    def on_arrival(self, conn: Connection, _: socket) -> None:
        """Read what there is; a whole request goes to a thread."""
        try:
            piece = conn.sock.recv(PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if piece and not conn.received:
            self.waiting[conn] = time.monotonic() + self.patience
        conn.received += piece
        if piece and not complete(conn.received):
            return
        self.forget(self.waiting, conn)
        if not conn.received:
            self.drop(conn)
        elif len(conn.received) > MOST and b"\r\n\r\n" not in conn.received:
            self.refuse(conn.sock, replaced(ENDLESS))  # a thread, or this loop, would wait for the rest of it
            self.drop(conn)
        elif HEALTH.match(conn.received):
            self.serve_here(conn)
        else:
            self.enqueue_req(conn)

    def serve_here(self, conn: Connection) -> None:
        """Serve one request in the main loop: no thread need be free or woken to say that all is well."""
        served: Future[Any] = Future()
        served.set_result(self.handle(conn))
        self.finish_request(conn, served)

    def on_client_socket_readable(self, conn: Connection, client: socket) -> None:
        """The next request of a connection begins, or its end: it arrives like the first."""
        self.keepalived_conns.remove(conn)
        self.waiting[conn] = time.monotonic() + IDLE
        self.poller.modify(client, selectors.EVENT_READ, partial(self.on_arrival, conn))
        self.on_arrival(conn, client)

    def murder_pending(self) -> None:
        """Close what is late; who has begun to ask is told so."""
        now = time.monotonic()
        if now < self.swept + SWEEP:
            return
        self.swept = now
        for conn in [conn for conn, until in self.lingering.items() if until < now]:
            self.forget(self.lingering, conn)
            conn.close()
        idle = now if self.alive else now + IDLE - LINGER  # a stopping front waits less for those that say nothing
        for conn in [conn for conn, until in self.waiting.items() if until < (now if conn.received else idle)]:
            self.forget(self.waiting, conn)
            if conn.received:
                self.refuse(conn.sock, replaced(LATE))
            self.drop(conn)

    def linger(self, conn: Connection) -> None:
        """Say that there is no more, and read on for a while."""
        try:
            conn.sock.shutdown(SHUT_WR)
            conn.sock.setblocking(False)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_rest, conn))
            self.lingering[conn] = time.monotonic() + LINGER
        except (OSError, ValueError, KeyError):
            conn.close()

    def on_rest(self, conn: Connection, _: socket) -> None:
        """Throw away what a client still sends."""
        try:
            if conn.sock.recv(PIECE):
                return
        except BlockingIOError:
            return
        except OSError:
            pass
        self.forget(self.lingering, conn)
        conn.close()

    def forget(self, where: dict[Connection, float], conn: Connection) -> None:
        del where[conn]
        self.poller.unregister(conn.sock)

    def drop(self, conn: Connection) -> None:
        self.nr_conns -= 1
        conn.close(graceful=bool(conn.received))

    # --------------------------------------------------------------------------------------- fronts: in a thread --

    def handle(self, conn: Connection) -> Any:
        """Serve one request.  Where its head has not all arrived, it must in time: gunicorn would wait for ever."""
        conn.arrived = conn.data_ready = True
        with contextlib.ExitStack() as conn.head:
            late = None
            if conn.received:
                conn.arrived = b"\r\n\r\n" in conn.received
                conn.sock.setblocking(True)
                conn.init()
                conn.parser.unreader.unread(bytes(conn.received))
                conn.received.clear()
            else:
                conn.arrived = False  # the rest of what was read before may be the beginning of the next
            if not conn.arrived:
                late = conn.head.enter_context(deadline(conn.sock, self.patience))
            result = super().handle(conn)
            if late and late() and not conn.arrived:
                self.refuse(conn.sock, replaced(LATE))
            return result

    def handle_request(self, req: Any, conn: Connection) -> Any:
        """Run the application, which minds the time of the body; no piece of the answer waits for ever either."""
        conn.arrived = True
        conn.head.close()
        conn.sock.settimeout(self.patience)  # of a whole piece, as Python has it, however slowly the client reads
        try:
            return super().handle_request(req, conn)
        except TimeoutError:
            return False

    def _keepalive_after(self, conn: Connection, keepalive: bool) -> bool:
        """Whether the connection may serve another request: not where a body that nobody has read is still to come.

        gunicorn would have a thread wait for it, five seconds for each client that was refused.
        """
        return keepalive and bool(conn.parser.finish_body(deadline=time.monotonic() + DRAIN))

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop; a load balancer that asks on an open connection learns to look elsewhere."""
        state = getattr(self.wsgi, "extensions", {}).get("dateline")
        if state is not None:
            state.stop()
        super().handle_exit(sig, frame)

    def handle_error(self, req: Any, client: socket, addr: Any, exc: Exception) -> None:
        """Answer what never reached the application.

        gunicorn would log what it read: where a Content-Length is too short, that is the rest of an article.
        """
        if isinstance(exc, errors.ParseException):
            status, detail = UNREAD.get(type(exc), (400, "This is not HTTP/1.1."))
        else:
            status, detail = 500, "This is a fault of the service, not of the request."
        self.refuse(client, Problem(status, detail, instance=uuid.uuid4().urn), type(exc).__name__)

    def refuse(self, client: socket, problem: Problem, reason: str = "") -> None:
        """Answer without the application, and care little whether the client is still there."""
        self.wsgi.extensions["dateline"].telemetry.refused(problem, reason)
        with contextlib.suppress(OSError):
            client.sendall(response(problem))


def replaced(problem: Problem) -> Problem:
    """The problem with an id of its own."""
    return Problem(problem.status, problem.detail, instance=uuid.uuid4().urn)


def response(problem: Problem) -> bytes:
    """A whole HTTP response, which closes the connection."""
    body = json.dumps(ProblemSchema().dump(problem)) + "\n"
    head = (
        f"HTTP/1.1 {problem.status} {problem.title}\r\nConnection: close\r\nX-Content-Type-Options: nosniff\r\n"
        f"Content-Type: application/problem+json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode("ascii")
