"""Several at work at one time, their results in the order in which they came."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], width: int, leave: Callable[[], None] = lambda: None
) -> Iterator[Result]:
    """The results for all items, `width` of which are worked at; what an item or its work raises comes in its place.

    Items are taken by a thread of its own, so a result need not wait for the next item to come; but never so many that
    more than twice `width` are in hand, from where they are taken to where their results are.

    Args:
        leave: called where not all results are taken, so that nobody waits for an item; the iterator of items has ended
            when the iterator of results has.
    """
    if width == 1:
        yield from map(work, items)
        return
    room, hand, over = threading.Semaphore(2 * width), SimpleQueue[Future[Result] | None](), threading.Event()
    pool = ThreadPoolExecutor(width + 1)

    def take() -> None:
        source = iter(items)
        try:
            while room.acquire() and not over.is_set():
                hand.put(pool.submit(work, next(source)))
        except StopIteration:
            pass
        except Exception as error:  # noqa: BLE001  # told to whoever wants the results
            raised: Future[Result] = Future()
            raised.set_exception(error)
            hand.put(raised)
        finally:
            hand.put(None)

    pool.submit(take)
    early = True
    try:
        while (future := hand.get()) is not None:
            result = future.result()
            room.release()
            yield result
        early = False
    finally:
        over.set()
        room.release()
        if early:
            leave()
        pool.shutdown(cancel_futures=True)
