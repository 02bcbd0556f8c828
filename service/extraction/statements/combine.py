"""Two finders' candidates made one list: the encoder says what was said, the rules who said it, where syntax knows.

The encoder sees contents almost to the word but falls into every trap of attribution; the rules know passives,
chains, relative clauses and what was *not* said.  So a statement both have found takes its words from the encoder and
its grammar from the rules; one that only the encoder has found must be surer; one that only the rules have found stays
if it stands inside or around another, or if the encoder half believes its cue.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.encoder import Encoding
from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Offsets, inside, jaccard, length, merged, overlap
from service.extraction.statements.constructions import quoted_as
from service.extraction.statements.joining import CLOSING, MOSTLY, OPENING, SHORT, Joiner
from service.extraction.statements.lexicon import words
from service.extraction.statements.neighbours import Neighbours
from service.extraction.statements.silence import SILENCE
from service.extraction.statements.tree import Tree
from service.extraction.statements.views import VIEW

SAME = 0.5  # Jaccard over characters from which two contents are one
TWIN = 0.8  # Jaccard from which two attributions are of one content
CERTAIN = frozenset({"answer", SILENCE, "obj-at", VIEW})  # frames that need no belief of the encoder's
LEAST_ALONE = 0.5  # content × cue probability of what the encoder alone has found
LEAST_WORDS = 5  # of what the encoder alone has found without a cue or quotation marks
LEAST_CUE = 0.4  # probability of the cue of what the rules alone have found


def combine(tree: Tree, tagged: Sequence[Candidate], ruled: Sequence[Candidate], encoding: Encoding) -> list[Candidate]:
    """One list of candidates from the encoder's and the rules', by position of the content."""
    return Combination(tree, tagged, ruled, encoding).candidates()


class Combination:
    """The candidates of both finders over one article."""

    def __init__(self, tree: Tree, tagged: Sequence[Candidate], ruled: Sequence[Candidate], encoding: Encoding) -> None:
        self.tree, self.text, self.encoding = tree, tree.article.text, encoding
        self.least_cue = LEAST_CUE if len(self.text) >= SHORT else 0.0
        self.ruled = Neighbours(sorted(ruled, key=lambda c: c.content))
        self.joiner = Joiner(tree, self.ruled, encoding)
        self.silent = sorted(rule.cue[0][0] for rule in ruled if rule.frame == SILENCE)
        ordered = self.handed_back(sorted(tagged, key=lambda c: c.content))
        self.tagged = self.rejoined(sorted(ordered, key=lambda c: c.content))

    def candidates(self) -> list[Candidate]:
        used: set[int] = set()
        found: list[Candidate] = []
        for candidate in self.tagged:
            if any(
                at < end for start, end in candidate.cue for at in self.silent[bisect_left(self.silent, start) :][:1]
            ):
                continue  # "did not respond to questions about | the leak"
            twin = self.twin(candidate)
            if twin is not None:
                used.add(twin)
                found.append(self.joiner.joined(candidate, self.ruled.candidates[twin]))
            elif self.sure(candidate):
                found.append(candidate)
        found = sorted(unrepeated(found), key=lambda c: c.content)
        near = Neighbours(found)
        extra = [
            rule
            for n, rule in enumerate(self.ruled.candidates)
            if n not in used and self.keeps(rule, near.around(rule))
        ]
        near = Neighbours(extra)
        found = [c for c in found if c.cue or not any(inside(c.content, e.content) for e in near.around(c))]
        near = Neighbours(found)
        found = [c for c in found if c.cue or not any(self.repeats(c, e) for e in near.around(c))]
        return sorted([*found, *extra], key=lambda c: (c.content, c.cue))

    def repeats(self, bare: Candidate, other: Candidate) -> bool:
        """Whether a content without a cue is part of what the same one is said to have said."""
        return bare is not other and bool(other.cue) and inside(bare.content, other.content)

    def handed_back(self, tagged: list[Candidate]) -> list[Candidate]:
        """Each quotation that the encoder gave to the cue of another sentence goes to the one the rules know it by.

        "“We opened a shop a day,” he told analysts.  “That stops.”  He said the group would …": he told them both.
        """
        by_cue = {candidate.cue[0][0]: n for n, candidate in enumerate(tagged) if candidate.cue}
        result = list(tagged)
        for n, candidate in enumerate(tagged):
            if not candidate.cue:
                continue
            for piece in candidate.content:
                owner = self.owner(candidate, piece)
                if owner is None:
                    continue
                result[n] = replace(result[n], content=tuple(each for each in result[n].content if each != piece))
                mine = by_cue.get(owner.cue[0][0])
                if mine is not None and mine != n:
                    result[mine] = replace(result[mine], content=merged([*result[mine].content, piece]))
        return [candidate for candidate in result if candidate.content]

    def owner(self, candidate: Candidate, piece: Offsets) -> Candidate | None:
        """The rules' candidate of a whole quotation that stands before the candidate's sentence, or beside a cue."""
        text, tree = self.text, self.tree
        if text[piece[0]] not in OPENING or text[piece[1] - 1] not in CLOSING:
            return None
        said = tree.sentence[tree.index(candidate.cue[0][0])]
        first, last = (tree.sentence[tree.index(at)] for at in (piece[0], piece[1] - 1))
        if first <= said <= last and not (
            len(candidate.content) > 1
            and piece[1] <= candidate.cue[0][0]
            and text[piece[0] : piece[1]].rstrip("\"”’'")[-1:] not in ",?!."
        ):
            return None
        alone = replace(candidate, cue=(), content=(piece,))
        for rule in self.ruled.overlapping(alone):
            if not rule.cue or overlap(rule.cue, (*candidate.cue, piece)) or not self.runs_into(rule, alone):
                continue
            cue = tree.sentence[tree.index(rule.cue[0][0])]
            if first <= said <= last and rule.cue[-1][1] > piece[0]:
                continue  # "called it “a window” and confirmed that …": it belongs to "called"
            if first <= cue <= last or cue < first < said:
                return rule
        return None

    def rejoined(self, tagged: list[Candidate]) -> list[Candidate]:
        """Contents without cue or source go to the attribution that the rules know to run on into them.

        A quotation over several paragraphs is one statement, but the encoder sees no further than a window.
        """
        by_cue = {candidate.cue[0][0]: n for n, candidate in enumerate(tagged) if candidate.cue}
        dropped: set[int] = set()
        for n, loose in enumerate(tagged):
            if loose.cue or loose.source:
                continue
            near = self.ruled.overlapping(loose)
            whole = next((rule for rule in near if rule.cue and self.runs_into(rule, loose)), None)
            owner = by_cue.get(whole.cue[0][0]) if whole else None
            if owner is not None:
                dropped.add(n)
                tagged[owner] = replace(tagged[owner], content=merged([*tagged[owner].content, *loose.content]))
        return [candidate for n, candidate in enumerate(tagged) if n not in dropped]

    def runs_into(self, rule: Candidate, loose: Candidate) -> bool:
        return overlap(rule.content, loose.content) >= MOSTLY * length(loose.content)

    def twin(self, candidate: Candidate) -> int | None:
        """The rules' candidate for the same content, one with the same cue before others."""
        fits = []
        for n in self.ruled.range(candidate):
            rule = self.ruled.candidates[n]
            score, by_cue = jaccard(candidate.content, rule.content), bool(overlap(candidate.cue, rule.cue))
            edge = rule.start == candidate.start or rule.end == candidate.end
            if score >= SAME or edge and by_cue or self.is_quoted_as(candidate, rule):
                fits.append((score + 0.4 * by_cue, -n))
        best = max(fits, default=None)
        return -best[1] if best else None

    def is_quoted_as(self, candidate: Candidate, rule: Candidate) -> bool:
        """Whether the encoder has taken "as saying that …", which the rules have read, for what was quoted."""
        head = cues.head_of(self.tree, candidate.cue)
        quotes = head is not None and self.tree.lemma[head] in {"quote", "cite"}
        return quotes and bool(rule.cue) and inside(rule.cue, candidate.content)

    def sure(self, candidate: Candidate) -> bool:
        """Whether what only the encoder has found stays; a verb with nobody to say it ("were granted") carries none."""
        if not candidate.cue:
            quoted = self.text[candidate.start] in OPENING
            return quoted or len(self.text[candidate.start : candidate.end].split()) >= LEAST_WORDS
        head = cues.head_of(self.tree, candidate.cue)
        if head is not None and (self.tree.lemma[head] in words().acts or quoted_as(self.tree, head) is not None):
            return False
        if not candidate.source and head is not None and self.tree.is_verb(head):
            return self.text[candidate.start] in OPENING
        certainty = self.encoding.certainty
        return certainty("content", candidate.content) * certainty("cue", candidate.cue) >= LEAST_ALONE

    def keeps(self, rule: Candidate, near: Sequence[Candidate]) -> bool:
        """Whether what only the rules have found stays."""
        if not rule.stands_alone or any(overlap(rule.cue, each.cue) for each in near):
            return False
        if rule.frame in CERTAIN or rule.cue and self.encoding.certainty("cue", rule.cue) >= self.least_cue:
            return True
        if not rule.cue:
            return False
        if any(inside(rule.content, each.content) and inside(rule.cue, each.content) for each in near):
            return True
        if rule.source and cues.quotes(self.tree, rule.cue) and any(self.vouches(each, rule) for each in near):
            return True
        if rule.polarity == "negative":
            # "did not comment on reports that …": the outer one is what was not said
            return any(inside(each.content, rule.content) and inside(each.cue, rule.content) for each in near)
        return any(
            jaccard(other.content, rule.content) >= TWIN and not overlap(other.cue, rule.cue)
            for other in self.ruled.overlapping(rule)  # "he said, according to the readout" says one thing twice
        )

    def vouches(self, other: Candidate, rule: Candidate) -> bool:
        """Whether another tells where the attribution itself is from: "she noted that …, according to the readout"."""
        head = cues.head_of(self.tree, other.cue) if other.cue else None
        return head is not None and self.tree.lemma[head] == "accord" and inside(rule.content, other.content)


def unrepeated(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, but for one whose words another of the same cue has too."""
    ordered = sorted(found, key=lambda c: (c.cue[:1], length(c.content)))
    return [
        each
        for each, then in itertools.zip_longest(ordered, ordered[1:])
        if then is None or not each.cue or each.cue[0][0] != then.cue[0][0] or not inside(each.content, then.content)
    ]
