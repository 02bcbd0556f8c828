"""A front's side of the queue: an article goes in, its answer or its problem comes out, within the time budget."""

from __future__ import annotations

import contextlib
import logging
import math
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from schemas.problem import Problem
from schemas.request import Article
from service.answer import Answered
from service.log import fault
from service.parsing import wire
from service.parsing.queue import Full, Queue
from service.shared import Shared

LONGEST_WAIT = 15  # seconds that anyone is told to stay away
SLACK = 3.0  # seconds after the budget, in which a parser that was killed must be gone

log = logging.getLogger("dateline")


class Parse(Protocol):
    """What the routes ask for: an article's answer."""

    def stuck(self) -> bool:
        """Whether a parser that was over its budget, and was killed, has not ended yet."""

    def admit(self) -> None:
        """Say whether there is a place, before a batch begins.

        Raises:
            Problem: 503, there is none.
        """

    def __call__(self, article: Article, patient: bool = False) -> Answered:
        """The answer; where all places are taken, `patient` waits for one.

        Raises:
            Problem: 503, no place; 503, over the time budget; 500, a fault.
        """


class Died(Exception):
    """The parser ended in the middle of the article."""


@dataclass(eq=False, slots=True)
class Job:
    """An article on its way; `begun` is when a parser took it up."""

    begun: float | None = None


class Parsers:
    """The parser processes, as a front sees them; safe to call from several threads.

    Args:
        budget: seconds that one article may take, once a parser has begun with it.
        patience: seconds that it may wait for that.
        most_patient: articles of batches and streams that may be on their way at one time: they wait for their places,
            and would leave none to those who cannot.
        most_waiting: articles of this front that wait when it takes on no further batch.
        watch: told how many articles of this front wait and how many are being parsed, whenever that changes.
        shared: where fronts tell one another of a parser that does not end.
    """

    def __init__(
        self,
        queue: Queue,
        budget: float,
        patience: float,
        most_patient: int = 1,
        most_waiting: int = 1,
        watch: Callable[[int, int], None] = lambda *_: None,
        shared: Shared | None = None,
    ) -> None:
        self.queue = queue
        self.budget = budget
        self.patience = patience
        self.watch = watch
        self.jobs: set[Job] = set()
        self.lock = threading.Lock()
        self.appointments = Appointments()
        self.most_waiting = most_waiting
        self.patient = threading.BoundedSemaphore(most_patient)
        self.shared = shared or Shared()
        self.number = 0  # of this process among all
        self.unended = 0

    def stuck(self) -> bool:
        return self.shared.stuck()

    def admit(self) -> None:
        # Not by a connection: that would take a place until a parser gets to see that it is closed.
        with self.lock:
            if sum(job.begun is None for job in self.jobs) >= self.most_waiting:
                raise busy(self.appointments.next())

    def __call__(self, article: Article, patient: bool = False) -> Answered:
        if not patient:
            return self.answer(article, patient)
        if not self.patient.acquire(timeout=self.patience):
            raise busy(LONGEST_WAIT)
        try:
            return self.answer(article, patient)
        finally:
            self.patient.release()

    def answer(self, article: Article, patient: bool) -> Answered:
        with self.job() as job:
            try:
                return self.ask(article, job, patient)
            except Died:
                log.warning("a parser ended in the middle of an article; another one gets it")
            try:  # whatever ended it may have had nothing to do with this article
                return self.ask(article, job, patient=True)
            except Died as died:
                raise fault(died) from None

    @contextlib.contextmanager
    def job(self) -> Iterator[Job]:
        job = Job()
        try:
            self.note(lambda: self.jobs.add(job))
            yield job
        finally:
            self.note(lambda: self.jobs.discard(job))

    def note(self, change: Callable[[], None]) -> None:
        with self.lock:
            change()
            parsing = sum(job.begun is not None for job in self.jobs)
            self.watch(len(self.jobs) - parsing, parsing)

    def ask(self, article: Article, job: Job, patient: bool) -> Answered:
        """Raises: Problem; Died."""
        self.note(lambda: setattr(job, "begun", None))
        with self.connect(patient) as connection:
            try:
                connection.settimeout(self.patience)
                wire.send(connection, article)
                parser = wire.receive(connection).pid
            except TimeoutError:
                raise busy(LONGEST_WAIT) from None
            except (OSError, EOFError):
                raise Died from None
            self.note(lambda: setattr(job, "begun", time.monotonic()))
            connection.settimeout(self.budget)
            try:
                found = wire.receive(connection)
            except TimeoutError:
                raise self.give_up(connection, parser, article) from None
            except (OSError, EOFError):
                raise Died from None
        self.note(self.appointments.done)
        if isinstance(found, Problem):
            raise found
        assert isinstance(found, Answered)
        return found

    def give_up(self, connection: socket.socket, parser: int, article: Article) -> Problem:
        """End the parser: nothing less is sure to, where native code loops.  gunicorn starts another one."""
        log.error("parser %d: %d characters in over %s s; given up", parser, len(article.text), self.budget)
        with contextlib.suppress(ProcessLookupError):
            os.kill(parser, signal.SIGKILL)
        if not ended(connection, SLACK):
            log.error("parser %d does not end", parser)
            self.does_not_end(+1)
            threading.Thread(target=self.until_ended, args=(connection.dup(), parser), daemon=True).start()
        detail = f"The article took longer than {self.budget:g} seconds, and was given up. A shorter one may do."
        return Problem(503, detail, headers={"Retry-After": f"{max(1, round(self.budget))}"})

    def until_ended(self, connection: socket.socket, parser: int) -> None:
        """Wait for a parser that was killed, however long it takes."""
        with connection:
            ended(connection, None)
        log.warning("parser %d has ended", parser)
        self.does_not_end(-1)

    def does_not_end(self, more: int) -> None:
        with self.lock:
            self.unended += more
            self.shared.mark(self.number, stuck=self.unended > 0)

    def connect(self, patient: bool) -> socket.socket:
        try:
            return self.queue.connect(self.patience if patient else 0)
        except Full:
            with self.lock:
                raise busy(self.appointments.next()) from None


def ended(connection: socket.socket, seconds: float | None) -> bool:
    """Wait for the other side to hang up, at most so long; whether it did."""
    connection.settimeout(seconds)
    try:
        while connection.recv(1 << 16):
            pass
    except TimeoutError:
        return False
    except OSError:
        pass
    return True


class Appointments:
    """When who is refused should come back: one after the other, as fast as articles get done.

    Were all told to come back in a second, a crowd of clients would keep the service busy with refusals.
    """

    def __init__(self) -> None:
        self.pace = 0.1  # seconds from one article's end to the next
        self.ended = self.last = time.monotonic()

    def done(self) -> None:
        """Note that an article got done."""
        now = time.monotonic()
        self.pace += 0.1 * (min(now - self.ended, 1.0) - self.pace)
        self.ended = now

    def next(self) -> int:
        """Seconds from now."""
        now = time.monotonic()
        self.last = min(max(self.last, now) + self.pace, now + LONGEST_WAIT)
        return max(1, math.ceil(self.last - now))


def busy(seconds: int = 1) -> Problem:
    detail = "The service has as much to do as it can. Nothing of this request was done."
    return Problem(503, detail, headers={"Retry-After": str(seconds)})
