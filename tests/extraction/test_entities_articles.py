"""Twenty short articles of varied news, written and annotated for this project: floors that names must keep."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]
GOLD = Path(__file__).parents[1] / "data" / "entities.jsonl"
LEFT_TO_SPEAKERS = frozenset({"I", "we", "We"})


@pytest.fixture(scope="module")
def articles(extract: Extract) -> list[tuple[dict[str, Any], Annotations]]:
    """Gold article and what is found in it."""
    gold = [json.loads(line) for line in GOLD.read_text("utf8").splitlines()]
    return [(article, extract(article["text"], article["dct"])) for article in gold]


def test_extent_and_type(articles: list[tuple[dict[str, Any], Annotations]]) -> None:
    """Extent and type of names: F1 at least 90."""
    hits = predicted = wanted = 0
    for gold, found in articles:
        right = {(name["start"], name["end"], name["type"]) for name in gold["entities"]}
        got = {
            (mention.start, mention.end, entity.type)
            for entity in found.entities
            if entity.type in gold["entity_types"]
            for mention in entity.mentions
            if mention.form == "name"
        }
        hits, predicted, wanted = hits + len(right & got), predicted + len(got), wanted + len(right)
    assert 2 * hits / (predicted + wanted) >= 0.90


def test_one_type_a_name(articles: list[tuple[dict[str, Any], Annotations]]) -> None:
    """No name has two types in one article."""
    for gold, found in articles:
        kinds: dict[str, set[str]] = {}
        for entity in found.entities:
            for mention in entity.mentions:
                if mention.form == "name":
                    kinds.setdefault(mention.text, set()).add(entity.type)
        assert all(len(types) == 1 for types in kinds.values()), gold["id"]


def test_pronouns(articles: list[tuple[dict[str, Any], Annotations]]) -> None:
    """Third-person pronouns: at least 80 in a hundred resolved to the right name, at most 5 to a wrong one."""
    right = wrong = total = 0
    for gold, found in articles:
        at = {(mention.start, mention.end): entity.name for entity in found.entities for mention in entity.mentions}
        for pronoun in gold["pronouns"]:
            span = pronoun["start"], pronoun["end"]
            if gold["text"][slice(*span)] in LEFT_TO_SPEAKERS:
                continue
            total += 1
            right += at.get(span) == pronoun["name"]
            wrong += at.get(span) not in {pronoun["name"], None}
    assert right / total >= 0.80
    assert wrong / total <= 0.05
