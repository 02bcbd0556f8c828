"""The queue between fronts and parsers, and what a front does with a parser that fails it."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from schemas.problem import Problem
from schemas.request import Article, Limits, read
from service.answer import Answered, Answerer
from service.parsing import client, parser, wire
from service.parsing.client import Appointments, Parsers
from service.parsing.queue import Full, Queue
from service.shared import Shared
from tests.live import until

ARTICLE = read({"text": "The minister resigned on Friday."}, Limits(1000))


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Queue]:
    """A queue where one may wait."""
    made = Queue.make(tmp_path, 1)
    yield made
    made.close()


@contextmanager
def parsing(queue: Queue, answer: Callable[[Article], Answered]) -> Iterator[None]:
    """A parser's loop, in a thread."""
    over = threading.Event()
    loop = threading.Thread(target=parser.serve, args=(queue.listener, answer, lambda: not over.is_set()))
    loop.start()
    try:
        yield
    finally:
        over.set()
        loop.join()


def failing(article: Article) -> Answered:
    """A fault of the parse."""
    raise KeyError(article.text)


def test_an_article_goes_to_a_parser_and_comes_back(queue: Queue, answer: Answerer) -> None:
    """As the same bytes that it would have been here, with what is counted of it."""
    with parsing(queue, answer.encoded):
        found = Parsers(queue, budget=60, patience=60)(ARTICLE)
    assert b'"language":"en"' in found.body
    assert (found.characters, found.items["times"]) == (32, 1)


def test_a_fault_of_the_parse_is_a_problem(queue: Queue, caplog: pytest.LogCaptureFixture) -> None:
    """500, logged where it happened, without a word of the article."""
    with parsing(queue, failing), pytest.raises(Problem) as caught:
        Parsers(queue, budget=60, patience=60)(ARTICLE)
    assert caught.value.status == 500
    assert "KeyError" in caplog.text
    assert "minister" not in caplog.text


def test_the_queue_is_bounded(queue: Queue) -> None:
    """Whoever is one too many is told so at once, or waits as long as it likes for a place."""
    with closing(queue.connect(0)):
        with pytest.raises(Full):
            queue.connect(0)
        with pytest.raises(Full):
            queue.connect(1)
        with pytest.raises(Problem) as refused:
            Parsers(queue, budget=60, patience=60)(ARTICLE)
    assert refused.value.status == 503
    assert int(refused.value.headers["Retry-After"]) > 0


def test_a_batch_begins_where_there_is_room(queue: Queue, answer: Answerer) -> None:
    """Not while this front's share of the queue is taken; and to ask takes no place from anyone."""
    parsers = Parsers(queue, budget=60, patience=60)
    for _ in range(5):
        parsers.admit()
    waiting = threading.Thread(target=parsers, args=(ARTICLE,))
    waiting.start()
    while not parsers.jobs:
        waiting.join(0.01)
    with pytest.raises(Problem) as refused:
        parsers.admit()
    with parsing(queue, answer.encoded):
        waiting.join()
    assert refused.value.status == 503


def test_a_front_that_has_gone_is_passed_over(queue: Queue, answer: Answerer) -> None:
    """Nobody wants its article any more."""
    asked = []
    connection = queue.connect(0)
    wire.send(connection, ARTICLE)
    connection.close()
    accepted, _ = queue.listener.accept()
    with accepted:
        parser.serve_one(accepted, lambda article: asked.append(article) or answer.encoded(article))  # type: ignore[func-returns-value]
    assert not asked


def test_a_parser_that_does_not_even_end_is_told_of(queue: Queue, monkeypatch: pytest.MonkeyPatch) -> None:
    """What says that it parses is killed, but the connection stays open: then the service is not well."""
    monkeypatch.setattr(client, "SLACK", 0.1)
    parsers = Parsers(queue, budget=0.2, patience=60)
    assert not parsers.stuck()
    ended = threading.Event()
    with subprocess.Popen(["sleep", "1000"]) as sleeper:

        def hang() -> None:
            accepted, _ = queue.listener.accept()
            with accepted:
                wire.receive(accepted)
                wire.send(accepted, wire.Begun(sleeper.pid))
                ended.wait(60)

        hanging = threading.Thread(target=hang)
        hanging.start()
        with pytest.raises(Problem) as given_up:
            parsers(ARTICLE)
        assert parsers.stuck()
        ended.set()
        hanging.join()
        assert sleeper.wait() == -9
    assert given_up.value.status == 503
    until(lambda: not parsers.stuck(), "it has ended, and that was not noticed")


def test_processes_know_of_one_another() -> None:
    """Whose parser does not end, and that all are asked to stop."""
    shared = Shared()
    child = os.fork()
    if child == 0:
        shared.mark(7, stuck=True)
        shared.end()
        os._exit(0)
    os.waitpid(child, 0)
    assert (shared.stuck(), shared.ends()) == (True, True)
    shared.mark(7, stuck=False)
    assert (shared.stuck(), shared.ends()) == (False, True)


def test_a_parser_that_dies_twice_is_a_fault(queue: Queue) -> None:
    """The second one may have died of the article."""

    def die() -> None:
        for _ in range(2):
            accepted, _ = queue.listener.accept()
            with accepted:
                wire.receive(accepted)
                wire.send(accepted, wire.Begun(os.getpid()))

    dying = threading.Thread(target=die)
    dying.start()
    with pytest.raises(Problem) as caught:
        Parsers(queue, budget=60, patience=60)(ARTICLE)
    dying.join()
    assert caught.value.status == 500


def test_parsers_know_whether_a_front_is_left(queue: Queue) -> None:
    """By a lock that the kernel takes from a front however it ends."""
    assert not queue.attended()
    child = os.fork()
    if child == 0:
        queue.attend()
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    assert not queue.attended()
    queue.attend()
    assert queue.attended()


def test_a_crowd_is_told_to_come_back_one_by_one() -> None:
    """As fast as articles get done, and never later than half a minute on."""
    appointments = Appointments()
    appointments.pace = 0.5
    assert [appointments.next() for _ in range(6)] == [1, 1, 2, 2, 3, 3]
    assert max(appointments.next() for _ in range(200)) == client.LONGEST_WAIT
