"""What the encoder gets wrong for certain: layout and grammar say so, whatever it believes.

It knows neither capitals nor lines, and it has read political news only: it takes a film's title for speech, a
caption's label for a speaker, runs over the end of a sentence, and counts a speaker among his words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Offsets, Spans, within
from service.extraction.statements.lexicon import SMALL, words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree
from service.extraction.statements.turns import mislabels

EDGES = " ,;\n\t"
RELATIVE_CLAUSE = re.compile(r",? (?:who|which|whose|whom)\b")
DATED = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\([A-Z][\w ]+\)) ?[-–—]+ ")
NAMED = re.compile(r"\b(?:known as|nicknamed|titled|entitled|named)$")
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
LONGEST_TITLE = 7  # words
SENTENCE_END = re.compile(r"[.!?…\n][\"”’')\]]*\s*$")
MOST_CUTS = 40  # sentences of one content that are looked at
DASHES = frozenset("–—―-")
FIGURE = frozenset(":.,")  # what stands inside one


class Guard:
    """The encoder's candidates of one article, each held against its layout and its sentences."""

    def __init__(self, tree: Tree, quoted: Sequence[Quotation]) -> None:
        self.tree, self.text = tree, tree.article.text
        self.quoted = quoted
        self.starts = [q.start for q in quoted]

    def of(self, candidate: Candidate) -> Candidate | None:
        """The candidate as it may stand, or None where nothing was said at all."""
        cue = tuple(filter(None, map(self.worded, candidate.cue)))
        source = tuple(filter(None, (self.named(span, cue) for span in candidate.source)))
        content = tuple(self.tokenwise(piece) for piece in candidate.content if not within(piece, source))
        if cue and self.text[cue[0][0]] not in DASHES:
            parts = tuple(part for piece in content for part in self.by_sentence(piece))
            content = self.governed(cue, self.near(cue, parts, bool(source)))
        if not content or self.is_label(source) or self.is_title(cue, content):
            return None
        if (source, cue) != (candidate.source, candidate.cue):
            candidate = replace(candidate, source=source, cue=cue)
        return candidate.with_content(content)

    def tokenwise(self, piece: Offsets) -> Offsets:
        """A piece that begins in the middle of a figure with all of it: "around 8:|30 p.m."."""
        start, end = piece
        if not (self.text[start].isdigit() and start and self.text[start - 1] in FIGURE):
            return piece
        return self.tree.start[self.tree.index(start)], end

    def named(self, span: Offsets, cue: Spans) -> Offsets | None:
        """A source without half a relative clause ("Ruth, who had"), without "'s" and the commas around it."""
        start, end = span
        dated = DATED.match(self.text, start, end)
        start = dated.end() if dated else start
        aside = RELATIVE_CLAUSE.search(self.text, start, end)
        if aside and aside.start() > start and not self.is_whole(aside.end() - 1, end):
            end = aside.start()
        if self.text[start:end].endswith(("'s", "’s")):
            end -= 2
        whole = self.whole_phrase(end)
        taken = any(first < whole and end < last for first, last in cue)  # "the central bank's own records | show"
        return self.trimmed(start, end if taken else whole)

    def whole_phrase(self, end: int) -> int:
        """The end of the noun that the last word belongs to: "a woman holding a sleeping | child"."""
        last = self.tree.index(end - 1)
        noun = self.tree.head[last]
        within = last < noun <= last + 2 and self.tree.is_noun(noun) and self.tree.dep[noun] in {"pobj", "dobj"}
        return self.tree.end[noun] if within and self.tree.dep[last] in {"amod", "compound"} else end

    def is_whole(self, relative: int, end: int) -> bool:
        """Whether the clause of the relative pronoun at `relative` ends where the span does."""
        tree = self.tree
        pronoun, last = tree.index(relative), tree.index(end - 1)
        verb = next((i for i in range(pronoun, last + 1) if tree.dep[i] == "relcl"), None)
        return verb is not None and last >= tree.right[verb] - 1

    def worded(self, span: Offsets) -> Offsets | None:
        """A cue without the colon or comma after its words."""
        start, end = self.trimmed(*span) or span
        return start, end - (end - start > 1 and self.text[end - 1] == ":")

    def trimmed(self, start: int, end: int) -> Offsets | None:
        while end > start and self.text[end - 1] in EDGES:
            end -= 1
        while start < end and self.text[start] in EDGES:
            start += 1
        return (start, end) if start < end else None

    def near(self, cue: Spans, content: Spans, sourced: bool) -> Spans:
        """The pieces in the sentence of the cue, and, where somebody spoke, those elsewhere in quotation marks.

        Another sentence of the speaker's is running speech, which has rules of its own.
        """
        first, last = self.sentence(cue[0][0]), self.sentence(cue[-1][1] - 1)
        kept = tuple(
            (start, end)
            for start, end in content
            if first <= self.sentence(end - 1)
            and self.sentence(start) <= last
            or self.is_quoted(start, end)
            and (sourced or start > cue[0][0])
        )
        return kept or content

    def governed(self, cue: Spans, content: Spans) -> Spans:
        """The pieces without those before the clause of the cue: "ousted Mr Lee | after he declared | war"."""
        head = cues.head_of(self.tree, cue)
        if head is None or len(content) < 2 or self.tree.dep[head] != "advcl":
            return content
        if self.tree.child(head, "mark") is None and not any(self.tree.tag[k] == "WRB" for k in self.tree.kids[head]):
            return content
        clause = self.tree.start[self.tree.left[head]]
        kept = tuple(piece for piece in content if piece[1] > clause or self.is_quoted(*piece))
        return kept or content

    def apart(self, candidate: Candidate) -> list[Candidate]:
        """The candidate, and apart from it a quotation of another sentence that its verb cannot bring in.

        "He refused to blame her. “She was outstanding.”": not what he refused, but what he said.
        """
        head = cues.head_of(self.tree, candidate.cue)
        if head is None or not self.tree.is_verb(head):
            return [candidate]
        if cues.takes(self.tree, head, "quote"):
            return self.without_sequel(candidate)
        own = self.sentence(candidate.cue[0][0])
        free = tuple(
            piece for piece in candidate.content if self.is_whole_quotation(piece) and self.sentence(piece[0]) != own
        )
        rest = tuple(piece for piece in candidate.content if piece not in free)
        if not free or not rest and self.tree.lemma[head] not in words().negative:
            return [candidate]
        said = Candidate(source=candidate.source, cue=(), content=free)
        return [replace(candidate, content=rest), said] if rest else [said]

    def without_sequel(self, candidate: Candidate) -> list[Candidate]:
        """Apart from what somebody is told to have said, the quotation behind it: "said he hoped so.  “I have …”"."""
        own = self.sentence(candidate.cue[-1][1] - 1)
        later = tuple(
            piece
            for piece in candidate.content
            if self.is_whole_quotation(piece) and self.sentence(piece[0]) == own + 1
        )
        rest = tuple(piece for piece in candidate.content if piece not in later)
        if not later or not rest or any(self.is_quoted(*p) or p[0] < candidate.cue[0][0] for p in rest):
            return [candidate]
        return [replace(candidate, content=rest), Candidate(source=(), cue=(), content=later)]

    def is_whole_quotation(self, piece: Offsets) -> bool:
        """Whether the piece begins with a quotation's mark."""
        at = bisect_right(self.starts, piece[0]) - 1
        return at >= 0 and self.starts[at] == piece[0]

    def by_sentence(self, piece: Offsets) -> Spans:
        """The piece cut where a sentence ends outside quotation marks: "a “cold” plan. | “You watched him,” "."""
        start, end = piece
        first, last = self.sentence(start), self.sentence(end - 1)
        if first == last:
            return (piece,)
        cuts = [self.tree.start[self.tree.bounds[n][0]] for n in range(first + 1, min(last, first + MOST_CUTS) + 1)]
        cuts = [cut for cut in cuts if self.ends_before(cut) and not self.is_within(cut)]
        parts = [self.trimmed(a, b) for a, b in zip([start, *cuts], [*cuts, end], strict=True)]
        return tuple((a, b - (b < end and self.text[b - 1] == ".")) for a, b in filter(None, parts))

    def ends_before(self, offset: int) -> bool:
        """Whether the text agrees with the parser that a sentence ends there."""
        return not self.text[offset].islower() and SENTENCE_END.search(self.text, offset - 4, offset) is not None

    def is_within(self, offset: int) -> bool:
        """Whether the character stands inside a quotation, not at its edge."""
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and self.starts[at] < offset < self.quoted[at].end

    def sentence(self, offset: int) -> int:
        return self.tree.sentence[self.tree.index(offset)]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the characters are a quotation from their first on, or are all of one sentence with a quotation."""
        at = bisect_right(self.starts, start) - 1
        if at >= 0 and self.quoted[at].end > start:
            return self.reaches(at, start)
        return at + 1 < len(self.starts) and self.starts[at + 1] < end and not self.text[start].isupper()

    def reaches(self, n: int, offset: int) -> bool:
        """Whether the quotation goes so far: one that is never closed, its own sentence or into the next paragraph."""
        carried = n + 1 < len(self.quoted) and self.quoted[n + 1].carries_on
        return self.quoted[n].closed or carried or self.sentence(self.quoted[n].start) == self.sentence(offset)

    def is_label(self, source: Spans) -> bool:
        """Whether the source is a line's label that nobody bears: "Photo:", "Updated:"."""
        if not source:
            return False
        start, end = source[0]
        before = start == 0 or self.text[start - 1] == "\n"
        return before and self.text[end : end + 1] == ":" and mislabels(self.text[start:end])

    def is_title(self, cue: Spans, content: Spans) -> bool:
        """Whether the content is the title of a work: few words, all capitals first, quoted, nobody's own sentence."""
        if len(content) != 1:
            return False
        start, end = content[0]
        at = bisect_right(self.starts, start) - 1
        if at < 0 or self.starts[at] != start:
            return False
        if cue and NAMED.search(self.text, cue[0][0], cue[-1][1]):
            return len(WORD.findall(self.text, start, self.quoted[at].end)) <= LONGEST_TITLE
        if self.quoted[at].end < end:
            return False
        before = self.text[max(0, start - 2) : start].strip()
        if before.endswith((",", ":")) or self.text[end - 2 : end - 1] in {",", ".", "?", "!"} or not before:
            return False
        spoken = WORD.findall(self.text, start, end)
        large = [word[0].isupper() or word[0].isdigit() for word in spoken if word.lower() not in SMALL]
        return 0 < len(spoken) <= LONGEST_TITLE and all(large) and spoken[0][0].isupper()
