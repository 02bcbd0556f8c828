"""The PLOVER type of an event."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.annotations import Argument
from service.extraction.events.modality import Reality


def classify(trigger: Token, arguments: tuple[Argument, ...], reality: Reality) -> tuple[str | None, str | None]:
    return None, None
