"""One trigger with all that is known of it, on its way to an event."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from service.extraction.annotations import Argument, Dating
from service.extraction.events.modality import Reality
from service.extraction.records import record


@record
class Dated:
    """A date and the Time it was read from; `direct` where the trigger itself governs the expression."""

    date: Dating
    time: str | None
    direct: bool


@dataclass(slots=True)
class Frame:
    """What kind of event it is, by PLOVER, and what finds who takes part."""

    type: str | None
    mode: str | None
    find_arguments: Callable[[], tuple[Argument, ...]]


@dataclass(slots=True)
class Telling:
    """One trigger with all that is known of it, on its way to an event.

    Its type and its arguments are read once somebody asks: of most tellings, which have no date and no like, nobody
    does, and they are a third of the work.
    """

    token: int
    last: int  # of a trigger of several words ("was down") the last token
    lemma: str
    reality: Reality
    read: Callable[[], Frame]
    dated: Dated | None
    is_noun: bool
    key: str
    frame: Frame | None = None
    found: tuple[Argument, ...] | None = None
    named: frozenset[str] | None = None
    fillers: dict[str, set[str]] | None = None

    def framed(self) -> Frame:
        if self.frame is None:
            self.frame = self.read()
        return self.frame

    @property
    def type(self) -> str | None:
        return self.framed().type

    @property
    def mode(self) -> str | None:
        return self.framed().mode

    @property
    def arguments(self) -> tuple[Argument, ...]:
        if self.found is None:
            self.found = self.framed().find_arguments()
        return self.found

    def add(self, argument: Argument) -> None:
        self.found = (*self.arguments, argument)

    @property
    def entities(self) -> frozenset[str]:
        """The ids of the entities among its own arguments."""
        if self.named is None:
            self.named = frozenset([each.entity for each in self.arguments if each.entity])
        return self.named
