"""Several at work at one time, results in order."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from service.web.order import in_order

WAIT = 60  # seconds until a test that hangs fails


def test_all_that_may_are_at_work_and_their_order_stays() -> None:
    """The first of each pair is done only once the second is."""
    done = [threading.Event() for _ in range(100)]

    def work(n: int) -> int:
        if n % 2 == 0:
            assert done[n + 1].wait(WAIT)
        done[n].set()
        return n

    assert list(in_order(work, range(100), 2)) == list(range(100))


@pytest.mark.parametrize("width", [1, 2, 5])
def test_few_are_in_hand(width: int) -> None:
    """However many there are, and however slowly results are taken: what is held stays as small as before."""
    taken, received, most = 0, 0, 0

    def items() -> Iterator[int]:
        nonlocal taken, most
        for n in range(500):
            taken += 1
            most = max(most, taken - received)
            yield n

    for result in in_order(lambda n: n, items(), width):
        assert result == received
        received += 1
    assert received == 500
    assert most <= 2 * width + 1


def test_a_result_does_not_wait_for_the_next_item() -> None:
    """A client may want to read it before it sends more."""
    answered = threading.Event()

    def items() -> Iterator[int]:
        yield 0
        assert answered.wait(WAIT)
        yield 1

    results = in_order(lambda n: n, items(), 2)
    assert next(results) == 0
    answered.set()
    assert list(results) == [1]


@pytest.mark.parametrize("width", [1, 2])
def test_what_goes_wrong_comes_in_its_place(width: int) -> None:
    """After the results of what came before; nothing comes after it."""

    def items() -> Iterator[int]:
        yield from (0, 1, 2)
        raise KeyError

    results = in_order(lambda n: n, items(), width)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(KeyError):
        next(results)
    assert list(results) == []


def test_who_takes_all_results_leaves_nobody() -> None:
    """The connection that items came by is still good."""
    for _ in range(300):
        assert list(in_order(lambda n: n, range(3), 2, lambda: pytest.fail("left"))) == [0, 1, 2]


def test_who_wants_no_more_results_leaves_nothing_behind() -> None:
    """Not even a thread that waits for the next item."""
    before, left = threading.active_count(), threading.Event()

    def items() -> Iterator[int]:
        yield 0
        assert left.wait(WAIT)

    results = in_order(lambda n: n, items(), 3, left.set)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert left.is_set()
    assert threading.active_count() == before
