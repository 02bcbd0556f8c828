"""What has arrived of a request, before a thread is spent on it: a head that drips in byte by byte costs none."""

from __future__ import annotations

import re

MOST = 1 << 16  # bytes that are waited for here; a thread reads what is longer
REQUEST_LINE = re.compile(rb"\s*[!-~]+ [!-~]+ HTTP/[0-9.]+\r?\n")
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*([0-9]{1,9})[ \t]*\r\n")
AT_ONCE = (  # the client waits for an answer before it sends the rest, or nobody knows how much there is
    b"\r\nexpect:",
    b"\r\ntransfer-encoding:",
    b"\r\ncontent-type: application/x-ndjson",
)


def complete(received: bytes | bytearray) -> bool:
    """Whether a thread should take the request over: its head is there, and its body as far as it is short.

    This only guides who waits; the server's own parser decides what the bytes mean.
    """
    if len(received) > MOST:
        return True
    end = received.find(b"\r\n\r\n")
    if end < 0:
        return b"\n" in received and not REQUEST_LINE.match(received)  # no HTTP: it is told so at once
    head = bytes(received[: end + 2]).lower()
    if any(mark in head for mark in AT_ONCE):
        return True
    found = LENGTH.search(head)
    return not found or end + 4 + int(found[1]) > MOST or len(received) >= end + 4 + int(found[1])
