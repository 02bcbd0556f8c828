"""Thousands of distinct articles on all workers at once: memory stays flat."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from bench.clients import once
from bench.served import PUBLISHED, Service

WARM = 1000  # articles, after which memory is to be flat
MOST_GROWTH = 0.03


def run(texts: Iterable[str], count: int, workers: int) -> bool:
    """Ask for all, print the memory as it goes, and say whether it stayed flat and all were answered."""
    warm, every = min(WARM, max(1, count // 4)), max(1, count // 20)
    readings: dict[int, float] = {}
    failed = 0
    begun = time.monotonic()
    with Service.started(workers) as service, ThreadPoolExecutor(2 * workers) as pool:

        def ask(text: str) -> bool:
            return once(service, json.dumps({"text": text, "published": PUBLISHED}).encode())[0] == "200"

        for number, answered in enumerate(pool.map(ask, texts), 1):
            failed += not answered
            if number == warm or number % every == 0:
                readings[number] = service.memory()
                print(f"{number:7} articles {readings[number]:8.1f} MB {time.monotonic() - begun:7.0f} s", flush=True)
    growth = max(megabytes for number, megabytes in readings.items() if number >= warm) / readings[warm] - 1
    print(f"growth after the first {warm}: {growth:+.2%}; not answered 200: {failed}")
    return growth < MOST_GROWTH and not failed
