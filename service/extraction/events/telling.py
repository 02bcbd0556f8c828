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
class Telling:
    """One trigger with all that is known of it, on its way to an event.

    Its arguments are looked for once somebody asks: of most tellings, which have no date and no like, nobody does.
    """

    token: int
    last: int  # of a trigger of several words ("was down") the last token
    lemma: str
    reality: Reality
    find_arguments: Callable[[], tuple[Argument, ...]]
    dated: Dated | None
    type: str | None
    mode: str | None
    is_noun: bool
    key: str
    found: tuple[Argument, ...] | None = None
    named: frozenset[str] | None = None
    fillers: dict[str, set[str]] | None = None  # once asked for

    @property
    def arguments(self) -> tuple[Argument, ...]:
        if self.found is None:
            self.found = self.find_arguments()
        return self.found

    def add(self, argument: Argument) -> None:
        self.found = (*self.arguments, argument)

    @property
    def entities(self) -> frozenset[str]:
        """The ids of the entities among its own arguments."""
        if self.named is None:
            self.named = frozenset([each.entity for each in self.arguments if each.entity])
        return self.named
