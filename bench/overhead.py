"""What HTTP costs: the service with as many workers as cores, over as many bare pipelines at the same time."""

from __future__ import annotations

import statistics
import threading
from collections.abc import Sequence
from contextlib import ExitStack

from bench.served import Service, cores
from bench.speed import Contender, local, over_http, pipeline

LEAST = 0.95


def compare(texts: Sequence[str], rounds: int) -> bool:
    """Measure in turn, round by round, and say whether the service gets at least `LEAST` of it."""
    count = cores()
    walls: dict[str, list[float]] = {"pipelines": [], "service": []}
    cpus: dict[str, list[float]] = {"pipelines": [], "service": []}
    with ExitStack() as stack:
        pipelines = [stack.enter_context(local("pipeline", pipeline, texts)) for _ in range(count)]
        service = stack.enter_context(Service.started(count))
        contender = over_http(service, 2 * count, [*texts] * count)  # two clients a worker: the next article is there
        contender.run()
        for _ in range(rounds):
            wall, cpu = together(pipelines)
            walls["pipelines"].append(wall)
            cpus["pipelines"].append(cpu)
            wall, cpu, _ = contender.run()
            walls["service"].append(wall)
            cpus["service"].append(cpu)
    done = count * len(texts)
    for name in walls:
        rate, per_cpu = done / statistics.median(walls[name]), done / statistics.median(cpus[name])
        print(f"{count} {name:10} {rate:8.2f} docs/s {per_cpu:8.2f} docs/CPU s")
    by_wall = statistics.median(a / b for a, b in zip(walls["pipelines"], walls["service"], strict=True))
    by_cpu = statistics.median(a / b for a, b in zip(cpus["pipelines"], cpus["service"], strict=True))
    print(f"service over pipelines, median of {rounds} rounds: {by_wall:.3f} by time, {by_cpu:.3f} by CPU time")
    return max(by_wall, by_cpu) >= LEAST  # on a busy machine the one by CPU time is the one to trust


def together(contenders: Sequence[Contender]) -> tuple[float, float]:
    """Wall seconds until the last has ended, and CPU seconds of all."""
    results: list[tuple[float, float, list[float]]] = []
    threads = [threading.Thread(target=lambda each=each: results.append(each.run())) for each in contenders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return max(wall for wall, _, _ in results), sum(cpu for _, cpu, _ in results)
