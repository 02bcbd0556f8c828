"""One request of tens of thousands of lines: results at once, one for each line and in order, memory flat."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterable

from bench.served import PUBLISHED, Service, growth

FIRST = 1.0  # seconds
MOST_GROWTH = 0.03
HEAD = (
    b"POST /v1/extract/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
    b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
)


def run(texts: Iterable[str], count: int, workers: int) -> bool:
    """Send, read, print the memory as it goes, and say whether all held."""
    warm, every = min(1000, max(1, count // 10)), max(1, count // 10)
    with Service.started(workers) as service, socket.create_connection(("127.0.0.1", service.port)) as connection:
        service.extract("The minister resigned on Friday.")  # a new process pages in what it needs
        begun = time.monotonic()
        sender = threading.Thread(target=send, args=(connection, texts))
        sender.start()
        first, number, wrong, readings = 0.0, 0, 0, []
        for line in connection.makefile("rb"):
            if not line.startswith(b"{"):
                continue
            result = json.loads(line)
            if "meta" not in result or result["id"] != str(number):
                wrong += 1
                print(f"line {number}: {str(result)[:200]}", flush=True)
            number += 1
            first = first or time.monotonic() - begun
            if number == warm or number % every == 0:
                memories = service.memories()
                readings += [memories] if number >= warm else []
                each = " ".join(f"{megabytes:7.1f}" for megabytes in memories.values())
                print(f"{number:7} results  {each} MB {time.monotonic() - begun:7.0f} s", flush=True)
        sender.join()
    grown = growth(readings) if readings else 0.0
    print(f"first result after {first:.3f} s; {number} results, {wrong} wrong or out of order")
    print(f"memory of the process that grew most: {grown:+.2%}")
    return first < FIRST and number == count and not wrong and grown < MOST_GROWTH


def send(connection: socket.socket, texts: Iterable[str]) -> None:
    """The whole stream, as fast as it is taken."""
    connection.sendall(HEAD)
    for number, text in enumerate(texts):
        line = json.dumps({"id": str(number), "text": text, "published": PUBLISHED}).encode() + b"\n"
        connection.sendall(b"%x\r\n%s\r\n" % (len(line), line))
    connection.sendall(b"0\r\n\r\n")
