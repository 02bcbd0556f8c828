"""Every span of a response, wherever it hangs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def spans(found: Any) -> Iterator[dict[str, Any]]:
    """Each object with `start`, `end` and `text` in it, at any depth."""
    if isinstance(found, dict):
        if {"start", "end", "text"} <= found.keys():
            yield found
        for inner in found.values():
            yield from spans(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from spans(inner)
