"""The body of a request: read up to its limit and within its time, then decoded."""

from __future__ import annotations

import contextlib
import json
import select
import threading
import zlib
from collections.abc import Callable, Iterator
from socket import SHUT_RD, socket
from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Request

from schemas.problem import Fault, Problem
from service.web.coding import Unpacked

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

PIECE = 1 << 16
LIST_PARAMETERS = frozenset({"include"})
BOOLEAN_PARAMETERS = {"true": True, "false": False}
PARAMETERS = ("id", "title", "published", "include", "undated", "offsets")


def is_here(environ: WSGIEnvironment) -> bool:
    """Whether all of a body has arrived: then nobody need wait for it, nor watch the clock."""
    reader = getattr(environ["wsgi.input"], "reader", None)
    length, unreader = getattr(reader, "length", None), getattr(reader, "unreader", None)
    return length is not None and unreader is not None and len(unreader.buf.getbuffer()) >= length


def receive(request: Request, most: int, seconds: float | None, *, packed: bool = False) -> bytes:
    """The whole body, byte for byte; unpacked where it comes as gzip, and then `most` counts unpacked bytes.

    Reads the server's own stream: werkzeug's, once MAX_CONTENT_LENGTH is set, cuts a chunked body at the limit without
    a word.  Never holds more than `most` bytes and one piece.

    Raises:
        Problem: 413 over `most` bytes, 408 after `seconds` (if any), 400 where the client broke off.
    """
    if (request.content_length or 0) > most:
        raise too_large(most)
    stream = request.environ["wsgi.input"]
    chunked = "chunked" in request.headers.get("Transfer-Encoding", "").lower()
    expected = None if chunked else request.content_length or 0
    with deadline(request.environ.get("gunicorn.socket"), seconds) as passed:
        if packed:
            return gather(Unpacked(lambda: stream.read(PIECE)).read, most, None, passed)
        body = gather(stream.read, most, expected, passed)
    if expected is not None and len(body) < expected:
        raise Problem(400, f"The body broke off after {len(body)} of {expected} bytes.")
    return body


def gather(read: Callable[[int], bytes], most: int, expected: int | None, passed: Callable[[], bool]) -> bytes:
    """Read pieces up to the expected length or the end; one byte over `most` is one too many."""
    body = bytearray()
    while expected is None or len(body) < expected:
        try:
            piece = read(min(PIECE, most + 1 - len(body), PIECE if expected is None else expected - len(body)))
        except zlib.error:
            raise Problem(400, "The body is not gzip.") from None
        except Exception as error:  # a broken chunk or connection, each server with exceptions of its own
            over = passed() or isinstance(error, TimeoutError)
            raise (late() if over else Problem(400, "The body broke off.")) from error
        if passed():
            raise late()
        if not piece:
            break
        body += piece
        if len(body) > most:
            raise too_large(most)
    return bytes(body)


def lines(environ: WSGIEnvironment, most: int, seconds: float, *, packed: bool = False) -> Iterator[bytes | Problem]:
    """The lines of a body as they arrive, blank ones left out.

    Never holds more than `most` bytes and what one read of the connection gave.  A line over `most` bytes is a problem
    (413) in its place; where the body breaks off (400), or a line takes longer than `seconds` (408), that is the last.
    """
    stream, connection = environ["wsgi.input"], environ.get("gunicorn.socket")
    unpacked = Unpacked(lambda: arrived(stream))
    held, ended = bytearray(), False
    while not ended:
        try:
            with deadline(connection, seconds) as passed:
                piece = b""
                while b"\n" not in piece and not ended and not passed():
                    piece = unpacked.read(PIECE) if packed else arrived(stream)
                    ended = not piece
                    if len(held) <= most:
                        held += piece
                    elif b"\n" in piece:  # what is over the limit is not kept
                        held += piece[piece.index(b"\n") :]
                if passed():
                    raise late()
        except Problem as problem:
            yield problem
            return
        except zlib.error:
            yield Problem(400, "The body is not gzip.")
            return
        except Exception as error:  # noqa: BLE001  # a broken chunk or connection, each server with its own
            over = passed() or isinstance(error, TimeoutError)
            yield late() if over else Problem(400, "The body broke off.")
            return
        *whole_lines, rest = held.split(b"\n")
        held = rest
        for line in [*whole_lines, rest] if ended else whole_lines:
            if len(line) > most:
                yield Problem(413, f"The line has more than {most} bytes.")
            elif line.strip():
                yield bytes(line)


def arrived(stream: Any) -> bytes:
    """What there is to read: waits for the first byte, and for no more; b"" at the end.

    gunicorn's own `read` and `readline` wait for a kilobyte or the end, and so would a client that sends one line and
    waits for its result.
    """
    reader = getattr(stream, "reader", None)
    if reader is None:  # another server
        piece: bytes = stream.read(PIECE)
        return piece
    try:
        first: bytes = reader.read(1)
        held = (reader.buf if hasattr(reader, "buf") else reader.unreader.buf).tell()
        return first + reader.read(held) if first and held else first
    except Exception:
        stream.failed = True  # gunicorn must not look for another request in the middle of this one
        raise


@contextlib.contextmanager
def deadline(connection: socket | None, seconds: float | None) -> Iterator[Callable[[], bool]]:
    """Stop waiting for the client after `seconds`, however slowly it drips: a timeout of the socket would start anew
    with every byte.  Only the reading half is shut, so the answer still gets through.

    gunicorn hands its connection to the application; under another server there is no deadline but the server's own.
    """
    over = threading.Event()

    def shut() -> None:
        over.set()
        assert connection is not None
        with contextlib.suppress(OSError):  # the client has gone
            connection.shutdown(SHUT_RD)

    timer = threading.Timer(seconds, shut) if connection is not None and seconds is not None else None
    if timer:
        timer.daemon = True
        timer.start()
    try:
        yield over.is_set
    finally:
        if timer:
            timer.cancel()


def hang_up(environ: WSGIEnvironment) -> None:
    """Read no more of a request: whoever waits for the rest of it is told that it has ended."""
    connection = environ.get("gunicorn.socket")
    if connection is not None:
        with contextlib.suppress(OSError):  # the client has gone
            connection.shutdown(SHUT_RD)


def left(connection: socket) -> bool:
    """Whether the client has closed its end: nobody will read an answer that takes much longer to find."""
    poll = select.poll()
    poll.register(connection, select.POLLRDHUP)
    return bool(poll.poll(0))


def late() -> Problem:
    return Problem(408, "The body did not arrive in time.")


def too_large(most: int) -> Problem:
    return Problem(413, f"The body has more than {most} bytes.")


def decode(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, f"The body is not UTF-8 at byte {error.start}.") from None


def from_json(body: bytes) -> Any:
    """The JSON value of a body.

    Raises:
        Problem: 400 where it is not JSON (NaN is not), names one field twice, or is nested too deep.
    """
    text = decode(body).removeprefix("\ufeff")  # RFC 8259, section 8.1: a parser may ignore a byte order mark
    try:
        return json.loads(text, object_pairs_hook=unique, parse_constant=refuse_constant, parse_int=whole)
    except json.JSONDecodeError as error:
        raise Problem(400, f"The body is not JSON: {error.msg} at character {error.pos}.") from None
    except RecursionError:
        raise Problem(400, "The body is JSON nested too deep.") from None


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose names are unique: which of two counts differs from parser to parser (RFC 8259, section 4)."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Problem(400, "The body names a field twice in one object.")
    return found


def refuse_constant(name: str) -> None:
    raise Problem(400, f"The body is not JSON: {name} is no JSON number.")


def whole(digits: str) -> int | float:
    """An integer, or a float where it is so long that Python would refuse (or take quadratic time) to read it."""
    return int(digits) if len(digits) < 20 else float(digits)


def from_query(text: str, query: MultiDict[str, str]) -> dict[str, Any]:
    """The request object that a plain text and its query string spell.

    Raises:
        Problem: 422 where a parameter is unknown or given twice.
    """
    fields: dict[str, Any] = {"text": text}
    wrong: list[Fault] = []
    for name, values in query.lists():
        if name in LIST_PARAMETERS:
            fields[name] = [part for value in values for part in value.split(",") if part]
        elif name not in PARAMETERS:
            wrong.append(Fault(f"/{name}", "Unknown parameter."))
        elif len(values) > 1:
            wrong.append(Fault(f"/{name}", "Given more than once."))
        else:
            fields[name] = BOOLEAN_PARAMETERS.get(values[0], values[0]) if name == "undated" else values[0]
    if wrong:
        raise Problem(422, "The query string is not valid.", tuple(wrong))
    return fields
