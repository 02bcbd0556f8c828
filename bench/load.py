"""Many clients on few workers: nothing lost, as many articles answered as two clients get, health checks answered at
once, memory flat.

Health is asked for throughout, twenty times a second: that costs about a hundredth of two cores, whoever else asks.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from bench.clients import Tally, Watch, hammer, percentile
from bench.served import PUBLISHED, Service, growth

FEW = 2
SHARE = 0.2  # of the time, before and again after: the yardstick of few clients
LEAST_RATIO = 0.95
LONGEST_HEALTH = 50.0  # ms
MOST_GROWTH = 0.03


def compare(texts: Sequence[str], clients: int, seconds: float, workers: int) -> bool:
    """Measure, print, and say whether all bounds hold."""
    bodies = [json.dumps({"text": text, "published": PUBLISHED}).encode() for text in texts]
    with Service.started(workers) as service:
        hammer(service, bodies, FEW, min(10.0, SHARE * seconds))  # warm
        memory, cpu = service.memories(), service.cpu()
        with Watch(service):
            before = hammer(service, bodies, FEW, SHARE * seconds)
        few_cpu, cpu = service.cpu() - cpu, service.cpu()
        with Watch(service) as health:
            many = hammer(service, bodies, clients, seconds)
        many_cpu = service.cpu() - cpu
        with Watch(service):
            after = hammer(service, bodies, FEW, SHARE * seconds)
        grown = growth([memory, service.memories()])
    few = (before.in_time + after.in_time) / (before.seconds + after.seconds)
    per_cpu = many.statuses["200"] / many_cpu / (before.statuses["200"] / few_cpu)
    p99 = percentile(health.waits, 99)
    print(f"{len(texts)} articles of {sum(map(len, texts)) // len(texts):,} characters, {workers} workers")
    row(f"{FEW} clients, before", before)
    row(f"{FEW} clients, after", after)
    row(f"{clients} clients, {seconds:g} s", many)
    print(f"answered a second, {clients} clients over {FEW}: {many.rate / few:.3f} (a CPU second: {per_cpu:.3f})")
    print(f"lost: {many.lost}; refused without Retry-After: {many.statuses['503 without Retry-After']}")
    print(f"health: p50 {percentile(health.waits, 50):.1f} ms, p99 {p99:.1f} ms, {dict(health.statuses)}")
    each = " ".join(f"{megabytes:.0f}" for megabytes in memory.values())
    print(f"memory: {each} MB, then {grown:+.1%} of the process that grew most")
    return (
        many.lost == 0
        and many.rate >= LEAST_RATIO * few
        and p99 < LONGEST_HEALTH
        and set(health.statuses) == {"200"}
        and grown < MOST_GROWTH
    )


def row(name: str, tally: Tally) -> None:
    waits = f"p50 {percentile(tally.waits, 50):6.0f} ms  p99 {percentile(tally.waits, 99):6.0f} ms"
    print(f"{name:24} {tally.rate:7.2f}/s  {waits}  {dict(sorted(tally.statuses.items()))}", flush=True)
