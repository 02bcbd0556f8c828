"""Names against gold: the bare model's, with articles and possessives cut off, beside ours.

    python bench/baseline_entities.py conll03.dev.jsonl [more.jsonl ...]

Gold is JSONL, one article a line: ``text``, ``entities`` (``start``, ``end``, ``type``, in code points) and, where the
gold has types of its own, ``entity_types`` (ours → the gold's).  Counted is exact extent and type, micro-averaged.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from service.extraction import coreference, entities, times
from service.extraction.article import Article
from service.extraction.pipeline import Parser
from service.settings import Settings

Found = set[tuple[int, int, str]]
DROPPED = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL"})
ARTICLES, POSSESSIVES = frozenset({"the", "a", "an"}), frozenset({"'s", "’s", "'", "’"})


def bare(doc: Doc, types: dict[str, str]) -> Found:
    """The model's own names, without article and possessive."""
    found = set()
    for span in doc.ents:
        first, last = span.start, span.end
        while first < last and (doc[first].lower_ in ARTICLES or doc[first].is_space):
            first += 1
        while first < last and (doc[last - 1].lower_ in POSSESSIVES or doc[last - 1].is_space):
            last -= 1
        if first < last and span.label_ not in DROPPED and types.get(span.label_):
            found.add((doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), types[span.label_]))
    return found


def ours(doc: Doc, types: dict[str, str]) -> Found:
    """The name mentions of the entities layer."""
    article = Article(doc)
    named = coreference.resolve(article, entities.find(article, times.find(article))).entities
    return {
        (mention.start, mention.end, types[entity.type])
        for entity in named
        if types.get(entity.type)
        for mention in entity.mentions
        if mention.form == "name"
    }


def line(name: str, hits: int, predicted: int, wanted: int) -> str:
    precision, recall = hits / max(1, predicted), hits / max(1, wanted)
    f1 = 2 * hits / max(1, predicted + wanted)
    return f"  {name:12} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}"


def main(paths: list[str]) -> int:
    """Print both figures for every gold file."""
    parser = Parser(Settings().model)
    for path in paths:
        counts = {"bare model": [0, 0, 0], "Dateline": [0, 0, 0]}
        for row in Path(path).read_text("utf8").splitlines():
            gold: dict[str, Any] = json.loads(row)
            right = {(name["start"], name["end"], name["type"]) for name in gold["entities"]}
            types = gold.get("entity_types") or {name["type"]: name["type"] for name in gold["entities"]}
            doc = parser(gold["text"])
            for name, found in (("bare model", bare(doc, types)), ("Dateline", ours(doc, types))):
                for position, number in enumerate((len(found & right), len(found), len(right))):
                    counts[name][position] += number
        print(path)
        for name, (hits, predicted, wanted) in counts.items():
            print(line(name, hits, predicted, wanted))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
