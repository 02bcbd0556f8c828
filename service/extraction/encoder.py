"""The small encoder: one pass an article, several heads that read it.

A MiniLM of five layers (21 M parameters, int8 ONNX) run by onnxruntime on one thread.  What it was trained on, and by
which commands, stands in `training/`.  Its heads:

* ``attribution``: BIO over source, cue and content, one row of probabilities a word piece;
* ``link``: which cue and which source a content belongs to, as query and key vectors;
* ``event``: whether a word names an event, and its TimeML class.

Positions here are word pieces; `Encoding.offsets` gives their code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

FOLDER = Path(__file__).with_name("weights")
ROLES = ("source", "cue", "content")
EVENTS = ("O", "OCCURRENCE", "STATE", "REPORTING", "I_ACTION", "I_STATE", "ASPECTUAL", "PERCEPTION")
RELATIONS = {("content", "cue"): 0, ("content", "source"): 1, ("cue", "source"): 2}
LINK_WIDTH = 64
CLS, SEP, UNKNOWN = 101, 102, 100
BREAK = 2  # [unused1]: a line break, which BERT's tokenizer would throw away
WINDOW = 190  # one a run: more gain nothing on one thread, and int8 is finer over fewer pieces
BACK, LEAST = 90, 2  # how far from a window's end the next may begin, in pieces, where a sentence does
OVERLAP = 18  # pieces read again where none does
# What is one piece of its own: a line break, and a run so long that it is no prose (60,000 quotation marks would be as
# many pieces, and take 12 seconds).
APART = re.compile(r"\s+|[^\w\s]{17,}|\S{129,}")
STOPS, CLOSING, OPENING = frozenset(".?!"), frozenset("\"”’')"), frozenset("\"“‘'(")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Encoding:
    """What the heads say of every word piece of one article.

    Attributes:
        offsets: (pieces, 2) code points, half-open.
        attribution: (pieces, 7) probabilities: O, then B and I of source, cue, content.
        event: (pieces, 8) probabilities in the order of `EVENTS`.
        query, key: (pieces, 3, 64) link vectors, one of each a relation.
    """

    offsets: NDArray[np.int64]
    attribution: Floats
    event: Floats
    query: Floats
    key: Floats

    @cached_property
    def starts(self) -> list[int]:
        """The first character of every piece, ascending."""
        starts: list[int] = self.offsets[:, 0].tolist()
        return starts

    @cached_property
    def sums(self) -> list[list[float]]:
        """For each role the running sum of the pieces' probabilities, from 0."""
        roles = self.attribution[:, 1::2].astype(np.float64) + self.attribution[:, 2::2]
        columns: list[list[float]] = np.vstack([np.zeros(3), roles.cumsum(axis=0)]).T.tolist()
        return columns

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of word pieces that begin in the characters `start` … `end`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def probability(self, role: int, ranges: Iterable[tuple[int, int]]) -> float:
        """The mean probability that the pieces of the half-open ranges have the role; 0 where there are none."""
        sums, total, count = self.sums[role], 0.0, 0
        for a, b in ranges:
            total += sums[b] - sums[a]
            count += b - a
        return total / count if count else 0.0

    def certainty(self, role: str, spans: Iterable[tuple[int, int]]) -> float:
        """The mean probability that what stands in these characters has the role; 0 where nothing does."""
        return self.probability(ROLES.index(role), [self.pieces(*span) for span in spans])

    def bonds(self, relation: tuple[str, str], dependent: tuple[int, int], heads: list[tuple[int, int]]) -> list[float]:
        """How strongly the dependent span belongs to each of the head spans, in nats up to a constant.

        Spans are half-open ranges of word pieces, the heads disjoint and in order.  A head's score is that of its best
        piece; those of the dependent's pieces are averaged.
        """
        number = RELATIONS[relation]
        query, key = self.query[slice(*dependent), number], self.key[:, number]
        edges = [0, *accumulate(hi - lo for lo, hi in heads[:-1])]
        scores = query @ np.concatenate([key[lo:hi] for lo, hi in heads]).T
        best = np.maximum.reduceat(scores, edges, axis=1)
        mean: list[float] = (best.sum(axis=0) / len(best) / LINK_WIDTH**0.5).tolist()
        return mean


class Encoder:
    """Loads the weights once; calling it with a text gives an `Encoding`.  It has no threads, so forks may share it."""

    def __init__(self, folder: Path = FOLDER) -> None:
        options = onnxruntime.SessionOptions()
        # processes for parallelism; and a session without threads survives a fork
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session: Any = onnxruntime.InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def tokenize(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Word-piece ids and their code points; each run of line breaks, or of no prose, is one piece of its own."""
        apart = [m for m in APART.finditer(text) if "\n" in m.group() or not m.group().isspace()]
        bounds = [m.span() for m in apart]
        edges = [0, *(edge for bound in bounds for edge in bound), len(text)]
        lines = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for number, encoded in enumerate(self.tokenizer.encode_batch(lines, add_special_tokens=False)):
            base = edges[2 * number]
            ids += encoded.ids
            offsets += [(a + base, b + base) for a, b in encoded.offsets]
            if number < len(bounds):
                ids.append(BREAK if apart[number].group().isspace() else UNKNOWN)
                offsets.append(bounds[number])
        return ids, offsets

    def __call__(self, text: str) -> Encoding:
        ids, offsets = self.tokenize(text)
        size = len(ids)
        attribution, event = np.zeros((size, 7), np.float32), np.zeros((size, 8), np.float32)
        link = np.zeros((size, len(RELATIONS), 2, LINK_WIDTH), np.float32)
        votes = np.zeros((size, 1), np.float32)
        before = 0
        for a, b in windows(text, [start for start, _ in offsets]):
            tags, events, vectors = self.run(ids[a:b])
            # windows overlap and vote; a piece is read best where it stands far from the window's edge
            weight = np.minimum(np.arange(1, b - a + 1), np.arange(b - a, 0, -1)).astype(np.float32)[:, None]
            attribution[a:b] += tags * weight
            event[a:b] += events * weight
            votes[a:b] += weight
            begin = (a + before + 1) // 2
            link[begin:b] = vectors.reshape(-1, *link.shape[1:])[begin - a :]
            before = b
        if size:
            attribution /= votes
            event /= votes
        places = np.array(offsets, np.int64).reshape(-1, 2)
        return Encoding(places, attribution, event, link[:, :, 0], link[:, :, 1])

    def run(self, ids: list[int]) -> list[Floats]:
        """The three outputs for the pieces of one window, one row a piece."""
        row = np.array([[CLS, *ids, SEP]], np.int64)
        outputs: list[Floats] = self.session.run(
            ["attribution", "event", "link"], {"ids": row, "mask": np.ones_like(row)}
        )
        return [output[0, 1:-1] for output in outputs]


def windows(text: str, starts: list[int]) -> list[tuple[int, int]]:
    """Overlapping windows over the word pieces that begin at the code points `starts`.

    A window begins with the last sentence that begins in the one before: less is read twice, and what is said is seldom
    cut from who says it (PolNeAR dev: 10 % read twice for 17 %, attributed 75.6 for 75.0).
    """
    size, a = len(starts), 0
    found: list[tuple[int, int]] = []
    while size - a > WINDOW:
        b = a + WINDOW
        found.append((a, b))
        a = next((i for i in range(b - LEAST, b - BACK, -1) if begins_sentence(text, starts, i)), b - OVERLAP)
    return [*found, (a, size)] if size else []


def begins_sentence(text: str, starts: list[int], i: int) -> bool:
    """Whether the word piece looks like a sentence's first: a capital or a mark after a stop or a line's end."""
    first, before = text[starts[i]], text[starts[i - 1] : starts[i]]
    if not first.isupper() and first not in OPENING:
        return False
    if before.isspace():
        return "\n" in before
    mark = before.rstrip()
    if mark == before:
        return False
    return (text[starts[i - 2] : starts[i - 1]] if mark in CLOSING else mark) in STOPS
