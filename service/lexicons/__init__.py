"""Word lists and tables: data, not code.  Each is a TOML file whose first lines name its source and licence."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon `name` (its file name without ``.toml``).  Callers share the value and must not change it."""
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text("utf8"))
