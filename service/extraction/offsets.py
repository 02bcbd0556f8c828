"""Offsets in the caller's unit: from code points to UTF-16 code units (JavaScript, Java) or UTF-8 bytes (Go, C).

One table a text, built in one pass; every conversion is one look-up, so the whole is linear in text and annotations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate
from typing import Any, Literal, TypeVar

Unit = Literal["codepoint", "utf-16", "utf-8"]
Found = TypeVar("Found")


def utf16_units(character: str) -> int:
    return 2 if character > "\uffff" else 1


def utf8_bytes(character: str) -> int:
    if character < "\x80":
        return 1
    if character < "\u0800":
        return 2
    return 3 if character <= "\uffff" else 4


WIDTHS: dict[Unit, Callable[[str], int]] = {"utf-16": utf16_units, "utf-8": utf8_bytes}


def table(text: str, unit: Unit) -> list[int] | range:
    """The offset in `unit` of every code point of the text and of its end: ``len(text) + 1`` numbers."""
    if unit == "codepoint" or text.isascii():
        return range(len(text) + 1)
    return list(accumulate(map(WIDTHS[unit], text), initial=0))


def convert(found: Found, text: str, unit: Unit) -> Found:
    """The same dataclass with every `start` and `end` in it, at any depth, counted in `unit` instead of code points."""
    positions = table(text, unit)
    return found if isinstance(positions, range) else rebase(found, positions)


def rebase(found: Any, positions: list[int]) -> Any:
    if isinstance(found, tuple):
        return tuple(rebase(each, positions) for each in found)
    if not is_dataclass(found) or isinstance(found, type):
        return found
    changed = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if field.name in {"start", "end"}:
            changed[field.name] = positions[value]
        elif isinstance(value, tuple) or is_dataclass(value):
            changed[field.name] = rebase(value, positions)
    return replace(found, **changed) if changed else found
