"""Candidates from the encoder: its tags decoded into spans, and the spans joined into source, cue and content.

Decoding is the best path through BIO's grammar with a price on every new content (Viterbi), over words, not pieces.
Joining asks two things at once, how near two spans stand and how strongly the encoder's link head binds them.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator

import numpy as np

from service.extraction.encoder import Encoding
from service.extraction.records import record
from service.extraction.statements.candidates import Candidate, Offsets

Range = tuple[int, int]
SOURCE, CUE, CONTENT = 0, 1, 2
# What a new span of each role costs, in nats: without it a content falls apart where the tagger wavers on a word.
NEW_SPAN = (0.0, 0.0, 1.5)
NEXT_SENTENCE = 60  # what a sentence between two spans adds to their distance
REACH = 150  # word pieces: a source or cue further away is another statement's
LINK_WEIGHT = 10.0  # how many characters of distance one nat of the link head outweighs
OPENING = "\"“‘'"
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s|\n")
# Mean probability of its words under which a content is dropped: with neither source nor cue, without a cue, with one.
LEAST_BARE, LEAST_WITHOUT_CUE, LEAST_WITH_CUE = 0.85, 0.7, 0.4


@record
class Tagged:
    """One decoded span: its role and its half-open range of word pieces."""

    role: int
    range: Range


def candidates(text: str, encoding: Encoding) -> list[Candidate]:
    """The statements that the encoder sees in the article, by position of the content."""
    spans = decode(text, encoding)
    sources, cues, contents = ([span.range for span in spans if span.role == role] for role in (SOURCE, CUE, CONTENT))
    linker = Linker(text, encoding, sources, cues, contents)
    found = [linker.candidate(*statement) for statement in linker.join()]
    return sorted(found, key=lambda candidate: candidate.content)


def word_pieces(text: str, encoding: Encoding) -> list[Range]:
    """The word pieces of each word: pieces with a letter or digit on both sides of their seam belong together."""
    offsets = encoding.offsets
    seams = (np.flatnonzero(offsets[1:, 0] == offsets[:-1, 1]) + 1).tolist()
    at = offsets[seams, 0].tolist() if seams else []
    within = {i for i, start in zip(seams, at, strict=True) if text[start - 1].isalnum() and text[start].isalnum()}
    starts = [i for i in range(len(offsets)) if i not in within]
    return list(zip(starts, [*starts[1:], len(offsets)], strict=True)) if starts else []


def decode(text: str, encoding: Encoding) -> list[Tagged]:
    """The best sequence of spans: Viterbi over O, B and I of the three roles, with `NEW_SPAN` paid at each B."""
    places = word_pieces(text, encoding)
    if not places:
        return []
    tags = encoding.attribution
    first = np.array([a for a, _ in places])
    mean = np.add.reduceat(tags, first, axis=0) / np.array([b - a for a, b in places])[:, None]
    begin, inside = tags[first, 1::2], tags[first, 2::2]
    role, share = mean[:, 1::2] + mean[:, 2::2], begin / (begin + inside + 1e-9)
    outer = np.log(mean[:, 0] + 1e-6).tolist()
    begins = (np.log(role * share + 1e-6) - np.array(NEW_SPAN)).tolist()
    insides = np.log(role * (1 - share) + 1e-6).tolist()
    return [Tagged(r, (places[i][0], places[j - 1][1])) for r, i, j in stretches(best_path(outer, begins, insides))]


def best_path(outer: list[float], begins: list[list[float]], insides: list[list[float]]) -> list[int]:
    """States 0 O, 1 … 3 B, 4 … 6 I of source, cue, content.  An I follows a B or I of its own role only.

    Written out over local variables: this is the one loop over all words of an article.
    """
    impossible = -1e9
    v0, (v1, v2, v3) = outer[0], begins[0]
    v4 = v5 = v6 = impossible
    back: list[tuple[int, int, int, int]] = []
    for o, (b1, b2, b3), (i1, i2, i3) in zip(outer[1:], begins[1:], insides[1:], strict=True):
        s1, stay1 = (1, v1) if v1 >= v4 else (4, v4)
        s2, stay2 = (2, v2) if v2 >= v5 else (5, v5)
        s3, stay3 = (3, v3) if v3 >= v6 else (6, v6)
        best, top = 0, v0
        if stay1 > top:
            best, top = s1, stay1
        if stay2 > top:
            best, top = s2, stay2
        if stay3 > top:
            best, top = s3, stay3
        back.append((best, s1, s2, s3))
        v0, v1, v2, v3 = top + o, top + b1, top + b2, top + b3
        v4, v5, v6 = stay1 + i1, stay2 + i2, stay3 + i3
    value = [v0, v1, v2, v3, v4, v5, v6]
    state = max(range(7), key=value.__getitem__)
    path = [state]
    for best, *stay in reversed(back):
        state = best if state < 4 else stay[state - 4]
        path.append(state)
    return path[::-1]


def stretches(path: list[int]) -> Iterator[tuple[int, int, int]]:
    """(role, first word, last word + 1) of every span on the path."""
    start = None
    for i, state in enumerate([*path, 0]):
        if start is not None and state < 4:
            yield path[start] - 1, start, i
            start = None
        if 1 <= state <= 3:
            start = i


class Linker:
    """Joins decoded spans: each content to its cue, each group of contents to its source."""

    def __init__(
        self, text: str, encoding: Encoding, sources: list[Range], cues: list[Range], contents: list[Range]
    ) -> None:
        self.text = text
        self.encoding = encoding
        self.sources, self.cues, self.contents = sources, cues, contents
        self.starts: list[int] = encoding.offsets[:, 0].tolist()
        self.ends: list[int] = encoding.offsets[:, 1].tolist()
        self.stops = [match.start() for match in SENTENCE_END.finditer(text)]
        self.breaks = [match.start() for match in re.finditer("\n", text)]

    def distance(self, a: Range, b: Range) -> int:
        """Characters between two spans; a sentence's end counts as 60 more, a line's end as 200."""
        if b < a:
            a, b = b, a
        start, end = self.ends[a[1] - 1], self.starts[b[0]]
        if end <= start:
            return 0
        return end - start + NEXT_SENTENCE * self.sentence_ends(start, end) + 200 * has(self.breaks, start, end)

    def sentence_ends(self, start: int, end: int) -> int:
        """How many sentences end between two characters."""
        return bisect_left(self.stops, end - 1) - bisect_left(self.stops, start)

    def nearest(self, of: Range, role: str, among: list[Range], other: str, limit: int) -> Range | None:
        near = near_to(of, among)
        if not near:
            return None
        distances = [self.distance(of, each) for each in near]
        if min(distances) > limit:
            return None
        if len(near) == 1:
            return near[0]
        bond = self.encoding.bonds((role, other), of, near)
        best = min(range(len(near)), key=lambda i: distances[i] - LINK_WEIGHT * bond[i])
        return near[best] if distances[best] <= limit else None

    def join(self) -> Iterator[tuple[Range | None, Range | None, list[Range]]]:
        """Source, cue and contents of every statement sure enough to be given."""
        owner = {content: self.nearest(content, "content", self.cues, "cue", 120) for content in self.contents}
        self.go_on(owner)
        groups: dict[Range, tuple[Range | None, list[Range]]] = {}
        for content, cue in owner.items():
            groups.setdefault(cue or content, (cue, []))[1].append(content)
        self.give_orphans(owner, groups)
        for cue, contents in groups.values():
            role, head, limit = ("cue", cue, 150) if cue else ("content", contents[0], 60)
            source = self.nearest(head, role, self.sources, "source", limit)
            if source and cue and self.distance(cue, source) >= NEXT_SENTENCE:
                source = None  # the next sentence's subject is not who spoke in this one
            if self.sure(source, cue, contents):
                yield source, cue, contents

    def go_on(self, owner: dict[Range, Range | None]) -> None:
        """A quotation right after an attribution that closed one goes on: “…,” said its director, a Dane.  “…”"""
        for before, content in itertools.pairwise(self.contents):
            cue = owner[before]
            if owner[content] is not None or cue is None or not before[1] <= cue[0] < content[0]:
                continue
            start, end = self.characters(cue)[1], self.characters(content)[0]
            if self.text[end] in OPENING and self.sentence_ends(start, end) == 1 and not has(self.breaks, start, end):
                owner[content] = cue

    def give_orphans(
        self, owner: dict[Range, Range | None], groups: dict[Range, tuple[Range | None, list[Range]]]
    ) -> None:
        """A cue that no content chose takes the nearest one, if that has no cue or its cue keeps another."""
        for cue in self.cues:
            near = [] if cue in groups else near_to(cue, self.contents)
            if not near:
                continue
            content = min(near, key=lambda each: self.distance(cue, each))
            before = owner[content]
            if self.distance(cue, content) > 40 or (before and len(groups[before][1]) == 1):
                continue
            if before:
                groups[before][1].remove(content)
            else:
                del groups[content]
            owner[content], groups[cue] = cue, (cue, [content])

    def probability(self, role: int, spans: list[Range]) -> float:
        """The mean probability that the spans' pieces have the role."""
        return self.encoding.probability(role, spans)

    def sure(self, source: Range | None, cue: Range | None, contents: list[Range]) -> bool:
        content = self.probability(CONTENT, contents)
        if cue:
            return content * self.probability(CUE, [cue]) >= LEAST_WITH_CUE
        return content >= (LEAST_WITHOUT_CUE if source else LEAST_BARE)

    def candidate(self, source: Range | None, cue: Range | None, contents: list[Range]) -> Candidate:
        def offsets(*spans: Range | None) -> tuple[Offsets, ...]:
            return tuple(self.characters(span) for span in spans if span)

        return Candidate(source=offsets(source), cue=offsets(cue), content=offsets(*contents))

    def characters(self, span: Range) -> Offsets:
        return self.starts[span[0]], self.ends[span[1] - 1]


def has(positions: list[int], start: int, end: int) -> bool:
    """Whether one of the ascending positions lies between two characters."""
    at = bisect_left(positions, start)
    return at < len(positions) and positions[at] < end


def near_to(of: Range, among: list[Range]) -> list[Range]:
    """The spans of `among`, ascending and disjoint, that stand at most `REACH` word pieces away."""
    lo = bisect_left(among, of[0] - REACH, key=lambda span: span[1])
    hi = bisect_left(among, of[1] + REACH, key=lambda span: span[0])
    return among[lo:hi]
