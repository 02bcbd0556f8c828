"""Mentions beyond names in twelve articles of varied news: how many are found, how many of those found are right."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]
FILE = Path(__file__).parents[1] / "data" / "mentions.txt"
ENTITY = re.compile(r"([A-Z]) = (.*) \| .*")
OPEN = re.compile(r"\{([A-Z])(!?):")


@dataclass
class Gold:
    """One article without its marks; `mentions` has for the end of each mention beyond names whose it is."""

    published: str
    text: str = ""
    names: set[str] = field(default_factory=set)
    mentions: dict[int, set[str]] = field(default_factory=dict)


def read(part: str) -> Gold:
    """The marked article: its head line, its entities, its text."""
    head, *lines = part.strip().split("\n")
    gold = Gold(head.split()[-1])
    keys = {}
    while found := ENTITY.match(lines[0]):
        keys[found[1]] = found[2]
        lines.pop(0)
    gold.names = set(keys.values())
    marked, opened, at = "\n".join(lines), [], 0
    while at < len(marked):
        if mark := OPEN.match(marked, at):
            opened.append((keys[mark[1]], bool(mark[2])))
            at = mark.end()
            continue
        if marked[at] == "}":
            name, by_name = opened.pop()
            if not by_name:
                gold.mentions.setdefault(len(gold.text), set()).add(name)
        else:
            gold.text += marked[at]
        at += 1
    return gold


@pytest.fixture(scope="module")
def counts(extract: Extract) -> tuple[int, int, int, int]:
    """Mentions expected, those found, mentions answered of what the articles name, those right."""
    wanted = found = answered = right = 0
    parts = FILE.read_text("utf8").partition("\n@")[2]
    for part in ("@" + parts).split("\n===\n"):
        if not part.strip():
            continue
        gold = read(part)
        got: dict[int, set[str]] = {}
        for entity in extract(gold.text, published=gold.published).entities:
            for mention in entity.mentions:
                if mention.form == "name" or entity.name not in gold.names:
                    continue
                got.setdefault(mention.core, set()).add(entity.name)
        wanted += sum(len(names) for names in gold.mentions.values())
        found += sum(len(names & got.get(end, set())) for end, names in gold.mentions.items())
        answered += sum(len(names) for names in got.values())
        right += sum(len(names & gold.mentions.get(end, set())) for end, names in got.items())
    return wanted, found, answered, right


def test_found(counts: tuple[int, int, int, int]) -> None:
    """Two mentions of three are found: 215 of 312 at the last count."""
    wanted, found, *_ = counts
    assert found >= 0.67 * wanted


def test_right(counts: tuple[int, int, int, int]) -> None:
    """Of what is answered hardly a mention is another's."""
    *_, answered, right = counts
    assert right >= 0.92 * answered
