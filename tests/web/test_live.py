"""What only a real server on a real connection can show."""

from __future__ import annotations

import http.client
import json
import signal
import socket
from typing import Any

import pytest

from schemas.problem import ProblemSchema
from tests.live import Live, serving, until

PLAIN = {"Content-Type": "text/plain"}


def ask(live: Live, body: Any, headers: dict[str, str] = PLAIN, **options: Any) -> tuple[int, dict[str, Any]]:
    """Status and answer of one article over a connection of its own."""
    connection = live.connect()
    try:
        connection.request("POST", "/v1/extract", body, headers, **options)
        return answer(connection.getresponse())
    finally:
        connection.close()


def say(live: Live, sent: bytes, *, and_close: bool = False) -> tuple[int, dict[str, Any]]:
    """Status and answer to bytes as they are; `and_close` says that no more will come."""
    with live.open() as connection:
        connection.sendall(sent)
        if and_close:
            connection.shutdown(socket.SHUT_WR)
        response = http.client.HTTPResponse(connection)
        response.begin()
        with response:
            return answer(response)


def answer(response: http.client.HTTPResponse) -> tuple[int, dict[str, Any]]:
    """Status and decoded body; an error must be a problem."""
    found: dict[str, Any] = json.loads(response.read())
    if response.status >= 400:
        assert response.headers["Content-Type"] == "application/problem+json"
        assert ProblemSchema().validate(found) == {}
    return response.status, found


def head(length: str) -> bytes:
    """The head of a plain text, with one more line."""
    return f"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n{length}\r\n\r\n".encode()


def test_a_chunked_body_is_read(live: Live) -> None:
    """In as many pieces as it comes, a character cut in two among them."""
    pieces = "The minister in Malmö said no.".encode()
    status, found = ask(live, (pieces[i : i + 1] for i in range(len(pieces))), encode_chunked=True)
    assert (status, found["meta"]["characters"]) == (200, 30)


def test_a_chunked_body_over_the_limit_is_refused_not_cut(live: Live) -> None:
    """Its length is known only as it comes; werkzeug alone would read the first 1.3 million bytes as the whole."""
    status, found = ask(live, (b"x " * 5_000 for _ in range(135)), encode_chunked=True)
    assert (status, found["detail"]) == (413, "The body has more than 1300000 bytes.")


def test_a_body_of_just_the_limit_is_read(live: Live) -> None:
    """Chunked or not: then it is the text that is too long."""
    for body in (b"x" * 1_300_000, (b"x" * 10_000 for _ in range(130))):
        status, found = ask(live, body)
        assert (status, found["detail"]) == (413, "The text has 1300000 characters, more than 100000.")


def test_a_length_over_the_limit_is_refused_before_the_body(live: Live) -> None:
    """Nobody waits for a terabyte."""
    assert say(live, head("Content-Length: 1000000000000"))[0] == 413


def test_a_body_that_breaks_off(live: Live) -> None:
    """Fewer bytes than Content-Length promised are not taken for the whole, nor is a chunked body without its end."""
    status, found = say(live, head("Content-Length: 99") + b"The minister", and_close=True)
    assert (status, found["detail"]) == (400, "The body broke off after 12 of 99 bytes.")
    status, found = say(live, head("Transfer-Encoding: chunked") + b"5\r\nThe m\r\n", and_close=True)
    assert (status, found["detail"]) == (400, "The body broke off.")


def test_a_body_that_does_not_come(live: Live) -> None:
    """408, once its time is over; the connection stays open for the answer."""
    assert say(live, head("Content-Length: 99") + b"The minister")[0] == 408
    assert say(live, head("Transfer-Encoding: chunked") + b"5\r\nThe m\r\n")[0] == 408


def test_a_head_that_does_not_come(live: Live) -> None:
    """408 too: half a request would hold a thread for as long as the client likes."""
    assert say(live, b"POST /v1/extract HTTP/1.1\r\nHost:")[0] == 408


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"The minister said no.\r\n\r\n", 400),
        (b"GET /livez HTTP/9.9\r\n\r\n", 400),
        (b"GET /livez HTTP/1.1\r\nHost : x\r\n\r\n", 400),
        (b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET /livez HTTP/1.1\r\nX: " + b"x" * 9000 + b"\r\n\r\n", 431),
        (b"GET /livez HTTP/1.1\r\nHost: x\r\nX: " + b"x" * 66_000, 431),  # and the rest never comes
        (b"POST /v1/extract HTTP/1.1\r\n" + b"X: 1\r\n" * 14_000, 431),
        (head("Transfer-Encoding: x, chunked"), 501),
        (head("Transfer-Encoding: chunked") + b"no\r\n", 400),
    ],
)
def test_what_is_not_http_gets_a_problem_too(live: Live, sent: bytes, status: int) -> None:
    """Never HTML, also where the application has no part in it."""
    assert say(live, sent)[0] == status


def test_a_connection_is_used_again(live: Live) -> None:
    """After an answer, and after a problem."""
    connection = live.connect()
    try:
        for body, status in ((b"No.", 200), (b"", 422), (b"\xff", 400), (b"x" * 100_001, 413), (b"No.", 200)):
            connection.request("POST", "/v1/extract", body, PLAIN)
            response = connection.getresponse()
            response.read()
            assert response.status == status
    finally:
        connection.close()


def test_stopping() -> None:
    """From SIGTERM on: not ready, also for who connects only then; new articles are told to come back; what has begun
    is finished; then the end, with status 0, and the door is shut.
    """
    with serving("--workers", "1") as server, server.open() as begun:
        begun.sendall(head("Content-Length: 21\r\nExpect: 100-continue"))
        assert begun.recv(100).startswith(b"HTTP/1.1 100 ")  # now the request is in work, waiting for its body
        balancer = server.connect()
        assert status_of(balancer, "/readyz") == 200
        server.process.terminate()
        while (status := status_of(balancer, "/readyz")) == 200:
            pass  # the signal goes its way through the arbiter
        assert status == 503
        balancer.close()
        for path in ("/readyz", "/readyz", "/readyz"):  # as a prober: a connection each
            prober = server.connect()
            assert status_of(prober, path) == 503
            prober.close()
        late = server.connect()
        late.request("POST", "/v1/extract", b"He said no.", PLAIN)
        refused = late.getresponse()
        assert answer(refused)[0] == 503
        assert int(refused.headers["Retry-After"]) > 0
        late.close()
        begun.sendall(b"The minister said no.")
        response = http.client.HTTPResponse(begun)
        response.begin()
        with response:
            assert answer(response)[0] == 200
        assert server.process.wait() == 0
        with pytest.raises(ConnectionRefusedError):
            server.open()


def test_one_front_that_stops_refuses_nobody() -> None:
    """Where others go on, as after SIGHUP, it takes no new connection, whatever it still has in work."""
    with serving("--workers", "1", "--fronts", "1") as server, server.open() as begun:
        begun.sendall(head("Content-Length: 21\r\nExpect: 100-continue"))
        assert begun.recv(100).startswith(b"HTTP/1.1 100 ")
        (front,) = server.pids("front")
        server.process.send_signal(signal.SIGHUP)
        until(lambda: server.lines(message="Handling signal: hup"), "the signal was not heard")
        until(lambda: len(server.pids("front")) == 2, "no other front has answered")
        assert all(server.ready() for _ in range(20))
        begun.sendall(b"The minister said no.")
        response = http.client.HTTPResponse(begun)
        response.begin()
        with response:
            assert answer(response)[0] == 200
        until(lambda: front not in server.children(), "it does not end")
        assert server.ready()


def test_a_worker_that_has_just_begun_stops_too() -> None:
    """However early it is told: none has to be killed."""
    with serving("--workers", "1", "--fronts", "8") as server:
        assert "SIGKILL" not in server.stop()
        assert server.process.returncode == 0


def status_of(connection: http.client.HTTPConnection, path: str) -> int:
    """The status of a GET on a connection that is open."""
    connection.request("GET", path)
    with connection.getresponse() as response:
        response.read()
        return response.status


def test_no_article_is_logged() -> None:
    """Neither what was answered, nor what was refused, nor what ran on past its Content-Length."""
    with serving("--workers", "1", "--log-level", "debug") as server:
        assert ask(server, b"The secretive minister said no.")[0] == 200
        assert ask(server, b'{"text": "secretive"', {"Content-Type": "application/json"})[0] == 400
        assert say(server, b"A secretive rest of an article\r\n\r\n")[0] == 400
        log = server.stop()
    assert "Booting worker" in log
    assert "secretive" not in log
