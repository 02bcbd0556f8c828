"""Attributions in the making: constructions as characters, to be widened and added to by quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Offsets, Spans, hull, length, merged, without
from service.extraction.statements.constructions import Construction
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.silence import SILENCE
from service.extraction.statements.tree import Tree

WORD = re.compile(r"\w+")
# Characters: a longer clause is no sentence, and contents inside contents must not grow without end.
LONGEST_CLAUSE = 3000
REMARK = re.compile(
    r",[\"”’]* (?:in )?(?:an?|the latest|another) (?:[\w-]+ ){0,3}?(?P<noun>\w+)"
    r"(?= (?:of|to|at|by|that|from|in|on|for|aimed)\b)"
)
CONTRAST = re.compile(r",? (?:(?:while|and|but) )?on the other(?: hand)?\b")


@dataclass(slots=True)
class Draft:
    """A candidate in the making; `quoted` tells that its content holds a quotation, which others may go on from."""

    head: int
    frame: str
    lemma: str
    source: Spans
    cue: Spans
    content: list[Offsets]
    antecedent: Offsets | None = None
    addressee: Spans = ()
    quoted: bool = False


class Drafts:
    """The drafts of one article."""

    def __init__(self, tree: Tree, quoted: list[Quotation]) -> None:
        self.tree = tree
        self.text = tree.article.text
        self.starts = [q.start for q in quoted]
        self.ends = [q.end for q in quoted]
        self.all: list[Draft] = []

    def add(self, c: Construction) -> Draft | None:
        """Turn a construction into a draft: its ranges as offsets, without the attribution's own words; None if
        nothing is left to be said.
        """
        tree = self.tree
        own = [tree.offsets(i, i) for i in c.cue]
        source = (tree.offsets(*c.source),) if c.source else ()
        holes = [*own, *source]
        content: list[Offsets] = []
        for first, last in c.content:
            clipped = tree.trimmed(first, last)
            if clipped is None:
                continue
            span = tree.offsets(*clipped)
            if any(start < span[1] and span[0] < end for start, end in holes):
                content += [piece for piece in map(self.tidy, without(span, [hull(holes)])) if piece]
            else:
                content.append(self.unremarked(span))
        content = [piece for piece in content if WORD.search(self.text, *piece)]
        if not content or content[-1][1] - content[0][0] > LONGEST_CLAUSE:
            return None
        antecedent = tree.offsets(*c.antecedent) if c.antecedent else None
        addressee = (tree.offsets(*c.addressee),) if c.addressee else ()
        draft = Draft(c.head, c.frame, c.lemma, source, tree.spans(c.cue), content, antecedent, addressee)
        self.all.append(draft)
        return draft

    def unremarked(self, span: Offsets) -> Offsets:
        """The span up to what the reporter says of it: ", in an apparent show of …", ", while on the other hand …"."""
        start, end = span
        if end - start > LONGEST_CLAUSE:
            return span
        ends: list[int] = []
        if "," in self.text[start:end]:
            ends = [m.start() for m in REMARK.finditer(self.text, start, end) if m.group("noun") in words().remarks]
        if " on the other" in self.text[start:end]:
            ends += [m.start() for m in CONTRAST.finditer(self.text, start, end)]
        for cut in sorted(ends):
            quoted = bisect_right(self.starts, cut) - 1
            if cut > start and (quoted < 0 or self.ends[quoted] <= cut + 1):
                return start, cut
        return span

    def tidy(self, span: Offsets) -> Offsets | None:
        """The span without white space and the frame's punctuation at its edges."""
        start, end = span
        while start < end and (self.text[start].isspace() or self.text[start] in ",.;:–—-|"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:–—-|."):
            end -= 1
        return (start, end) if start < end else None

    def settled(self) -> list[Draft]:
        """The drafts in order, one for each cue and content."""
        best: dict[tuple[int, int], Draft] = {}
        for draft in self.all:
            key = (draft.head, draft.content[0][0])
            held = best.get(key)
            if held is None or length(draft.content) > length(held.content):
                best[key] = draft
        return sorted(best.values(), key=lambda d: (d.content[0], d.content[-1][1], d.head, d.frame))

    def finish(self, draft: Draft) -> Candidate:
        """The draft as every finder hands its candidates on."""
        return Candidate(
            source=draft.source,
            cue=draft.cue,
            content=tuple(sorted(draft.content)),
            lemma=draft.lemma,
            polarity="negative" if draft.frame == SILENCE else cues.polarity(self.tree, draft.head, draft.lemma),
            addressee=draft.addressee,
            antecedent=draft.antecedent,
            frame=draft.frame,
        )


def repeats(draft: Draft, other: Draft) -> bool:
    """Whether two drafts of one cue give the same words."""
    return draft.head == other.head and any(a < d and c < b for a, b in draft.content for c, d in other.content)


def extend(draft: Draft, q: Quotation) -> None:
    """Add a quotation to a draft's content."""
    if q.start >= draft.content[-1][1]:
        draft.content.append((q.start, q.end))
    else:
        draft.content = list(merged([*draft.content, (q.start, q.end)]))
