"""The parts of the README that are made, not written: settings, and what the service answers to the sample article.

python -m tests.readme

writes them anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import Field, fields
from pathlib import Path
from typing import Any

from schemas.request import Limits
from script.ask import PUBLISHED, SEED, summary
from service.answer import Answerer
from service.extraction.pipeline import Pipeline
from service.settings import Settings

README = Path(__file__).parents[1] / "README.md"
WIDTH = 110
PART = "<!-- {name}: python -m tests.readme -->\n{content}\n<!-- end -->"


def answer(pipeline: Pipeline) -> dict[str, Any]:
    """What the service answers to the sample article; how long that took is no part of it."""
    found = Answerer(pipeline, Limits(Settings().max_chars))({"text": SEED.read_text("utf-8"), "published": PUBLISHED})
    found["meta"]["elapsed_ms"] = 120.0
    return found


def parts(found: dict[str, Any]) -> dict[str, str]:
    """The content of every part, from an answer."""
    return {
        "settings": settings(),
        "summary": f"```text\n{summary(found)}\n```",
        "answer": f"```json\n{pretty(shortened(found))}\n```",
    }


def settings() -> str:
    """The table of settings."""
    head = ["| variable | default | bounds | meaning |", "| --- | --- | --- | --- |"]
    return "\n".join(head + [row(field) for field in fields(Settings)])


def row(field: Field[Any]) -> str:
    """A setting's row."""
    low, high, choices = (field.metadata[key] for key in ("low", "high", "choices"))
    bounds = f"{low:,} … {high:,}" if high else ", ".join(f"`{choice}`" for choice in choices or ())
    return f"| `DATELINE_{field.name.upper()}` | `{field.default}` | {bounds} | {field.metadata['help']} |"


def shortened(found: dict[str, Any]) -> dict[str, Any]:
    """One entity, time, event and statement of the answer, and the entity with two of its mentions."""
    events = [each for each in found["events"] if each["arguments"] and each["date"]["basis"] == "expression"]
    picked = {
        "entities": one(found["entities"], (each for each in found["entities"] if each["name"] == "Qin Gang")),
        "times": one(found["times"], (each for each in found["times"] if each["text"] == "next week")),
        "events": one(found["events"], events),
        "statements": one(found["statements"], (each for each in found["statements"] if spoken_by(each, "Qin Gang"))),
    }
    for entity in picked["entities"]:
        entity["mentions"] = entity["mentions"][:2]
    return found | picked


def spoken_by(statement: dict[str, Any], name: str) -> bool:
    """Whether the statement's resolved speaker has that name."""
    return (statement["source"] or {}).get("name") == name


def one(all_of_them: list[dict[str, Any]], preferred: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first of the preferred ones, else the first of all, as a list."""
    return list(preferred)[:1] or all_of_them[:1]


def pretty(value: Any, indent: str = "") -> str:
    """JSON in which whatever fits stands on one line."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(indent + flat) <= WIDTH or not isinstance(value, dict | list):
        return flat
    deeper = indent + "  "
    if isinstance(value, dict):
        lines = [f"{deeper}{json.dumps(key)}: {pretty(item, deeper)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    return "[\n" + ",\n".join(deeper + pretty(item, deeper) for item in value) + f"\n{indent}]"


def filled(readme: str, made: dict[str, str]) -> str:
    """The README with its parts made anew."""
    for name, content in made.items():
        part = PART.format(name=name, content=content)
        pattern = re.escape(PART).replace(re.escape("{name}"), name).replace(re.escape("{content}"), ".*?")
        readme, count = re.subn(pattern, lambda _, part=part: part, readme, flags=re.DOTALL)  # type: ignore[misc]
        assert count == 1, name
    return readme


def main() -> None:
    """Write the README anew."""
    made = parts(answer(Pipeline(Settings().model, Settings().attribution)))
    README.write_text(filled(README.read_text("utf-8"), made), "utf-8")


if __name__ == "__main__":
    main()
