"""Documents a second of the stock parse, of the pipeline, and of the service.

Each contender lives in a process of its own and is asked in turn, round by round, so that a noisy machine is noisy for
all; a ratio is the median over the rounds.  The yardstick is what a newcomer to spaCy would write:
``list(spacy.load(model).pipe(texts))``.
"""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Connection
from typing import Any

from bench.served import PUBLISHED, Service, cores, memory, own_memory
from service.settings import Settings, one_thread

Texts = Sequence[str]


@dataclass(slots=True)
class Contender:
    """One way to have all articles processed: `run` returns wall seconds, CPU seconds, and each article's wait."""

    name: str
    run: Callable[[], tuple[float, float, list[float]]]
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def measure(self) -> None:
        wall, cpu, waits = self.run()
        self.wall.append(wall)
        self.cpu.append(cpu)
        self.waits += waits


def stock(model: str) -> Callable[[Texts], list[float]]:
    """The yardstick: all defaults."""
    import spacy

    nlp = spacy.load(model)

    def run(texts: Texts) -> list[float]:
        for _ in nlp.pipe(texts):
            pass
        return []

    return run


def pipeline(model: str) -> Callable[[Texts], list[float]]:
    """Our pipeline, one article after the other, all four layers."""
    one_thread()
    from service.extraction.pipeline import Pipeline

    ours = Pipeline(model, Settings.load().attribution)
    published = date.fromisoformat(PUBLISHED)

    def run(texts: Texts) -> list[float]:
        waits = []
        for text in texts:
            begun = time.perf_counter()
            ours.extract(text, published=published)
            waits.append(time.perf_counter() - begun)
        return waits

    return run


def apart(pipe: Connection, make: Callable[[str], Callable[[Texts], list[float]]], model: str, texts: Texts) -> None:
    """The loop of a process that holds one contender."""
    import warnings

    warnings.simplefilter("ignore")
    run = make(model)
    run(texts[:2])
    pipe.send(None)
    while pipe.recv():
        wall, cpu = time.perf_counter(), time.process_time()
        waits = run(texts)
        pipe.send((time.perf_counter() - wall, time.process_time() - cpu, waits))


@contextmanager
def local(name: str, make: Callable[[str], Callable[[Texts], list[float]]], texts: Texts) -> Iterator[Contender]:
    """A contender in a process of its own: its numeric libraries, threads and caches are nobody else's."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    arguments: tuple[Any, ...] = (there, make, Settings.load().model, texts)
    process = multiprocessing.get_context("spawn").Process(target=apart, args=arguments)
    process.start()
    here.recv()

    def run() -> tuple[float, float, list[float]]:
        here.send(True)
        wall, cpu, waits = here.recv()
        return wall, cpu, waits

    try:
        yield Contender(name, run)
    finally:
        here.send(False)
        process.join()


def over_http(service: Service, clients: int, texts: Texts) -> Contender:
    """The service, asked by so many clients at once, each waiting for its answer before it asks again."""

    def run() -> tuple[float, float, list[float]]:
        begun, cpu = time.perf_counter(), service.cpu()
        with ThreadPoolExecutor(clients) as pool:
            waits = list(pool.map(service.extract, texts))
        return time.perf_counter() - begun, service.cpu() - cpu, waits

    return Contender(f"service, {clients} worker{'s' if clients > 1 else ''}", run)


def compare(texts: Texts, rounds: int) -> None:
    """Measure all contenders and print the table."""
    with ExitStack() as stack:
        contenders = [
            stack.enter_context(local("stock parse", stock, texts)),
            stack.enter_context(local("pipeline", pipeline, texts)),
        ]
        services = {workers: stack.enter_context(Service.started(workers)) for workers in (1, 2)}
        contenders += [over_http(service, workers, texts) for workers, service in services.items()]
        for contender in contenders[2:]:
            contender.run()  # every worker has answered before it is measured
        for _ in range(rounds):
            for contender in contenders:
                contender.measure()
        settings, letters = Settings.load(), sum(map(len, texts))
        print(f"{settings.model}, attribution by {settings.attribution}; {len(texts)} articles,", end=" ")
        print(f"{letters:,} characters, {rounds} rounds, {cores()} cores")
        print_table(contenders, len(texts))
        for workers, service in services.items():
            own = [f"{memory(pid):.0f} MB RSS ({own_memory(pid):.0f} of its own)" for pid in service.workers()]
            print(f"memory a worker, {workers} started: " + ", ".join(own))


def print_table(contenders: Sequence[Contender], count: int) -> None:
    """Medians over the rounds.  Ratios compare like with like: the same round of the yardstick."""
    yardstick = contenders[0]
    print(f"{'':20}{'docs/s':>12}{'ratio':>8}{'docs/CPU s':>12}{'ratio':>8}{'p50 ms':>9}{'p99 ms':>9}")
    for each in contenders:
        row = f"{each.name:20}"
        for yard, seconds in ((yardstick.wall, each.wall), (yardstick.cpu, each.cpu)):
            row += f"{count / statistics.median(seconds):12.2f}{ratio(yard, seconds):8.2f}"
        if each.waits:
            cuts = statistics.quantiles(each.waits, n=100, method="inclusive")
            row += f"{cuts[49] * 1000:9.0f}{cuts[98] * 1000:9.0f}"
        print(row)


def ratio(yardstick: Sequence[float], other: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(yardstick, other, strict=True))
