"""What a finder hands on: one attributed statement as bare character offsets, before anything is resolved.

Two finders give these: `rules` (quotation marks, syntax, lexicon) and the encoder's `tagged`.  Everything after them
(sources resolved, running speech, polarity, dates, nesting, ids) works on candidates of either.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from service.extraction.annotations import Polarity
from service.extraction.records import record

Offsets = tuple[int, int]
Spans = tuple[Offsets, ...]

# "It is said that", "is said to have": nobody is named, yet something is said.  An object or an attitude that nobody
# holds ("support for", "to visit") is a statement in one of three uses only.
SOURCELESS = frozenset("that aside quote seem passive passive-to passive-pred obj-as about hearsay answer".split()) | {
    ""
}


@record
class Candidate:
    """One attribution.  All spans are half-open code points, in order of position, none empty.

    Attributes:
        source: the words that name who spoke; empty where the text names none.
        cue: the words that carry the attribution; empty for a bare quotation.
        content: what was said.
        lemma: the cue's lemma; "" where the finder does not know it (it is then read off the cue's tokens).
        polarity: a hint; None where the finder does not know it (it is then read off the cue's tokens and the lexicon).
        addressee: the words that name who was spoken to; None where the finder did not look.
        antecedent: the words that a relative pronoun or an empty subject in `source` stands for, if the finder knows.
        frame: how the cue is used (`constructions`), where a rule knows; else "".
    """

    source: Spans
    cue: Spans
    content: Spans
    lemma: str = ""
    polarity: Polarity | None = None
    addressee: Spans | None = None
    antecedent: Offsets | None = None
    frame: str = ""

    @property
    def stands_alone(self) -> bool:
        """Whether one finder is enough: somebody said it, or it is plain that somebody did."""
        return bool(self.source) or self.frame in SOURCELESS

    def with_content(self, content: Spans) -> Candidate:
        """The same with another content; most have it already, and a copy takes longer than to see that."""
        return self if content == self.content else replace(self, content=content)

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]


def hull(spans: Iterable[Offsets]) -> Offsets:
    """From the first character of the spans, of which there is one, to the last."""
    starts, ends = zip(*spans, strict=True)
    return min(starts), max(ends)


def merged(spans: Iterable[Offsets]) -> Spans:
    """The spans in order, those that overlap or touch joined."""
    result: list[Offsets] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return tuple(result)


def within(span: Offsets, among: Iterable[Offsets]) -> bool:
    """Whether one of the spans holds the span whole."""
    return any(start <= span[0] and span[1] <= end for start, end in among)


def without(span: Offsets, holes: Iterable[Offsets]) -> Spans:
    """What is left of the span when the holes are cut out of it."""
    pieces, position = [], span[0]
    for start, end in sorted(holes):
        if end <= position or start >= span[1]:
            continue
        if start > position:
            pieces.append((position, start))
        position = max(position, end)
    if position < span[1]:
        pieces.append((position, span[1]))
    return tuple(pieces)


def overlap(a: Spans, b: Spans) -> int:
    """Characters that both have."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def length(spans: Iterable[Offsets]) -> int:
    """Characters of spans that do not overlap; 1 for none, so that one may divide by it."""
    return sum(end - start for start, end in spans) or 1


def jaccard(a: Spans, b: Spans) -> float:
    """The characters that both have as a share of those that either has."""
    both = overlap(a, b)
    return both / (length(a) + length(b) - both)


def inside(a: Spans, b: Spans) -> bool:
    """Whether all of `a` is in `b`."""
    return overlap(a, b) == length(a)
