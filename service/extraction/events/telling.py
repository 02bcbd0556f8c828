"""One trigger with all that is known of it, on its way to an event."""

from __future__ import annotations

from dataclasses import dataclass

from service.extraction.annotations import Argument, Dating
from service.extraction.events.modality import Reality


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and the Time it was read from; `direct` where the trigger itself governs the expression."""

    date: Dating
    time: str | None
    direct: bool


@dataclass(slots=True)
class Telling:
    """One trigger with all that is known of it, on its way to an event."""

    token: int
    last: int  # of a trigger of several words ("was down") the last token
    lemma: str
    reality: Reality
    arguments: tuple[Argument, ...]
    dated: Dated | None
    type: str | None
    mode: str | None
    is_noun: bool
    key: str
    entities: frozenset[str]
    fillers: dict[str, set[str]] | None = None  # once asked for
