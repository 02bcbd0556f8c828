"""The PLOVER type of an event."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.annotations import Argument


def classify(
    trigger: Token, arguments: tuple[Argument, ...], negated: bool, modality: str
) -> tuple[str | None, str | None]:
    return None, None
