"""Wait until the service is ready, send it the sample article, and show the answer in short: `python -m script.ask`."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from service.settings import Settings

SEED = next(Path("seeds").glob("*.txt"))
PUBLISHED = "2023-03-17"
PATIENCE = 120  # seconds
ROWS = 4
ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # where a service that listens everywhere is asked


def main() -> int:
    settings = Settings.load()
    host = ANYWHERE.get(settings.host, settings.host)
    address = f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"
    parent, deadline = os.getppid(), time.monotonic() + PATIENCE
    while not ready(address):
        if os.getppid() != parent or time.monotonic() > deadline:  # the service has ended, or never comes up
            return 1
        time.sleep(0.2)
    url = f"{address}/v1/extract?published={PUBLISHED}"
    request = Request(url, SEED.read_bytes(), {"Content-Type": "text/plain"})
    with urlopen(request, timeout=60) as response:
        answer = json.load(response)
    print(f"\n{SEED}, answered in {answer['meta']['elapsed_ms']:.0f} ms\n\n{summary(answer)}\n")
    print(f"Ask it yourself:\n  curl --data-binary @{SEED} -H 'Content-Type: text/plain' '{url}'", flush=True)
    return 0


def ready(address: str) -> bool:
    try:
        with urlopen(f"{address}/readyz", timeout=5):
            return True
    except (URLError, ConnectionError, TimeoutError):
        return False


def summary(answer: dict[str, Any]) -> str:
    """A line each for the first entities, times, events and statements."""
    rows = {
        "entities": [f"{e['name']} ({e['type']}), {len(e['mentions'])} mentions" for e in answer["entities"]],
        "times": [f"{t['text']} = {t['value']}" for t in answer["times"]],
        "events": [event(e) for e in answer["events"]],
        "statements": [statement(s) for s in answer["statements"]],
    }
    lines = []
    for name, found in rows.items():
        lines += [f"{len(found)} {name}", *("  " + short(line) for line in found[:ROWS])]
    return "\n".join(lines)


def event(found: dict[str, Any]) -> str:
    arguments = ", ".join(f"{each['role']} {each['text']}" for each in found["arguments"])
    return f"{day(found['date'])}  {found['phrase']['text']} [{found['type']}] {arguments}"


def statement(found: dict[str, Any]) -> str:
    source = (found["source"] or {}).get("name") or "?"
    content = " … ".join(span["text"] for span in found["content"]["spans"])
    return f"{day(found['date'])}  {source}: {content}"


def day(date: dict[str, Any] | None) -> str:
    if not date:
        return "undated"
    return str(date["earliest"] if date["earliest"] == date["latest"] else f"{date['earliest']}/{date['latest']}")


def short(line: str, width: int = 110) -> str:
    line = " ".join(line.split())
    return line if len(line) <= width else line[: width - 1] + "…"


if __name__ == "__main__":
    sys.exit(main())
