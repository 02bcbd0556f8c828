"""Thousands of distinct articles on all workers at once: memory stays flat."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from bench.clients import once
from bench.served import PUBLISHED, Service, growth

WARM = 1000  # articles, after which memory is to be flat
MOST_GROWTH = 0.03


def run(texts: Iterable[str], count: int, workers: int) -> bool:
    """Ask for all, print the memory as it goes, and say whether it stayed flat and all were answered."""
    warm, every = min(WARM, max(1, count // 4)), max(1, count // 20)
    readings = []
    failed = 0
    begun = time.monotonic()
    with Service.started(workers) as service, ThreadPoolExecutor(2 * workers) as pool:

        def ask(text: str) -> bool:
            return once(service, json.dumps({"text": text, "published": PUBLISHED}).encode())[0] == "200"

        for number, answered in enumerate(pool.map(ask, texts), 1):
            failed += not answered
            if number == warm or number % every == 0:
                memories = service.memories()
                readings += [memories] if number >= warm else []
                each = " ".join(f"{megabytes:7.1f}" for megabytes in memories.values())
                print(f"{number:7} articles  {each} MB {time.monotonic() - begun:7.0f} s", flush=True)
    grown = growth(readings)
    print(f"growth after the first {warm}, of the process that grew most: {grown:+.2%}; not answered 200: {failed}")
    return grown < MOST_GROWTH and not failed
