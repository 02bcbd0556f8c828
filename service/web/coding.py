"""Content encodings: bodies that come packed with gzip, and answers packed for who asks for it."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator

from flask import Response, request

GZIP = "gzip"
WRAPPER = 16 + zlib.MAX_WBITS  # gzip's header and checksum, not zlib's
LEVEL = 5  # a third of the time of 9, and a few per cent more bytes
WORTH_IT = 1000  # bytes; below, the header eats what packing saves


class Unpacked:
    """A packed stream, read unpacked; never holds more than one packed piece and what was asked for.

    Args:
        arrived: the next piece of the packed stream; b"" at its end.
    """

    def __init__(self, arrived: Callable[[], bytes]) -> None:
        self.arrived = arrived
        self.member = zlib.decompressobj(WRAPPER)
        self.begun = False

    def read(self, most: int) -> bytes:
        """At least one byte and at most `most`; b"" at the end.

        Raises:
            zlib.error: this is no gzip.
            EOFError: it broke off.
        """
        while True:
            packed = self.member.unused_data if self.member.eof else self.member.unconsumed_tail
            packed = packed or self.arrived()
            if self.member.eof and packed:  # RFC 1952: a file is a series of members
                self.member = zlib.decompressobj(WRAPPER)
            self.begun = self.begun or bool(packed)
            found = self.member.decompress(packed, most) if not self.member.eof else b""
            if found:
                return found
            if not packed:
                if self.begun and not self.member.eof:
                    raise EOFError
                return b""


def is_packed() -> bool:
    return request.headers.get("Content-Encoding", "").strip().lower() in {GZIP, "x-gzip"}


def wanted() -> bool:
    """Whether the client names gzip among what it can unpack."""
    return any(name.lower() in {GZIP, "x-gzip"} and quality for name, quality in request.accept_encodings)


def pack(response: Response) -> Response:
    """The answer, packed where the client names gzip and it is worth it."""
    response.vary.add("Accept-Encoding")
    if request.method == "HEAD" or "Content-Encoding" in response.headers:
        return response
    if not (response.is_streamed or len(response.get_data()) >= WORTH_IT) or not wanted():
        return response
    if response.is_streamed:
        response.response = packed(response.iter_encoded())
    else:
        response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
    response.headers["Content-Encoding"] = GZIP
    return response


def packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, each packed so that the client can unpack it at once."""
    packer = zlib.compressobj(LEVEL, wbits=WRAPPER)
    for piece in pieces:
        yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()
