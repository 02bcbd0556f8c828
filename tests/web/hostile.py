"""The corpus of hostile inputs: how the recipes in tests/data/hostile are read.

texts.jsonl
    Articles, a line each: `name`; `parts`, pairs of a string and how often it stands there; `status`, what both
    endpoints make of it.
bodies.jsonl
    Whole bodies, a line each: `name`; `type`, the Content-Type; `parts` as above, each character a byte; `pack`, how
    the body is packed, one of `PACKING`; `statuses`, by endpoint.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "data" / "hostile"
ENDPOINTS = ("/v1/extract", "/v1/extract/batch")


def pack(body: bytes) -> bytes:
    """The body as gzip packs it, the same each time."""
    return gzip.compress(body, mtime=0)


PACKING: dict[str, Callable[[bytes], bytes]] = {
    "once": pack,
    "twice": lambda body: pack(pack(body)),
    "not": lambda body: body,  # though its header says so
    "cut off": lambda body: pack(body)[:-12],
    "wrong checksum": lambda body: pack(body)[:-8] + b"\0" * 8,
    "more behind": lambda body: pack(body) + b"more",
}


def entries(name: str) -> list[dict[str, Any]]:
    """The recipes of a file, in order."""
    return [json.loads(line) for line in (CORPUS / name).read_text("utf-8").splitlines()]


def joined(parts: Iterable[tuple[str, int]]) -> str:
    """What a recipe makes."""
    return "".join(part * count for part, count in parts)


def body(entry: dict[str, Any]) -> bytes:
    """The bytes to send."""
    plain = joined(entry["parts"]).encode("latin-1")
    return PACKING[entry["pack"]](plain) if "pack" in entry else plain


def headers(entry: dict[str, Any]) -> dict[str, str]:
    """And with which headers."""
    found = {"Content-Type": entry["type"]} if entry["type"] else {}
    return found | ({"Content-Encoding": "gzip"} if "pack" in entry else {})
