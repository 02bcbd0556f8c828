"""A page of memory that all processes of a run share: what one must know of the others, whatever the disk does."""

from __future__ import annotations

import mmap

END = 0  # where it stands whether the service ends; then a byte for each process


class Shared:
    """To be made before the first fork."""

    def __init__(self) -> None:
        self.page = mmap.mmap(-1, mmap.PAGESIZE)

    def end(self) -> None:
        """The whole service is asked to stop, and nobody else listens in its place."""
        self.page[END] = 1

    def ends(self) -> bool:
        """Whether `end` has been called, in any process."""
        return self.page[END] != 0

    def mark(self, process: int, stuck: bool) -> None:
        """Say whether this process, by its number, waits for a parser that was killed and does not end."""
        self.page[1 + process % (len(self.page) - 1)] = stuck

    def stuck(self) -> bool:
        """Whether any process does."""
        return self.page.find(b"\1", END + 1) >= 0
