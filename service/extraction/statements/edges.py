"""Where a source and a content end, set right by grammar and punctuation, whoever has found them.

What stands beside a name ("Ann Lee, who runs the mine, …", "Rise Up, a group of widows") is no part of what she said;
nor is the end of the reporter's own clause ("“We gave up,” he said, his voice breaking").
"""

from __future__ import annotations

import re
from dataclasses import replace

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Offsets, Spans
from service.extraction.statements.clauses import phrase
from service.extraction.statements.tree import FINITE, SUBJECTS, Tree

QUOTES = frozenset("\"“”«»„‘’'`")
WH = frozenset({"who", "which", "whose", "where", "whom"})
ARTICLES = frozenset({"the", "a", "an"})
AROUND = frozenset({"advmod", "punct", "npadvmod"})  # of what may stand between a verb and its "that"
LONGEST_ADVERB = 4  # tokens
LONGEST_ASIDE = 30  # tokens
NEAR_COLON = 8  # tokens
LONGEST_HOLE = 60  # characters
LONGEST_REST = 24  # characters
LONGEST_GAP = 8  # characters of white space
HOLE_ENDS = re.compile("[\"“”«»„;:.!?,\n–—]|''|``")
CLOSED = re.compile('[,!?]["”’]+(?= \\w)')


class Edges:
    """The candidates of one article, one by one."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.text = tree, tree.article.text

    def of(self, candidate: Candidate) -> Candidate:
        """The candidate with its edges where they belong; one without content is left for others to drop."""
        if not candidate.cue:
            return candidate
        if (source := self.subject(candidate)) != candidate.source:
            candidate = replace(candidate, source=source)
        if candidate.source and self.text[slice(*candidate.cue[0])].lower().startswith("according"):
            candidate = self.behind_aside(candidate)
        content = tuple(part for piece in candidate.content for part in self.apart(piece, candidate))
        content = tuple(self.behind_adverb(self.linked(piece, candidate), candidate) for piece in content)
        content = tuple(
            piece
            for piece in content
            if not self.is_tail(piece, candidate)
            and not self.is_lead(piece, candidate)
            and self.text[slice(*piece)].lower() not in ARTICLES
        )
        own = (*candidate.cue, *candidate.source, *(candidate.addressee or ()))
        content = self.joined(content, own)
        content = self.before_semicolon(content, candidate)
        content = tuple(self.whole(self.within_marks(self.before_colon(piece)), own) for piece in content)
        return candidate.with_content(content)

    # -- the source ----------------------------------------------------------------------------------------------

    def subject(self, candidate: Candidate) -> Spans:
        """The source; the whole subject of the cue, where it is a part of what only describes that.

        "results released by the commission showed": not the commission.  "the imam of" is cut in its middle.
        """
        if len(candidate.source) != 1:
            return candidate.source
        start, end = candidate.source[0]
        tree, cue = self.tree, candidate.cue[0]
        if start < cue[0] and cue[1] == end and tree.is_noun(tree.index(cue[0]) - 1):
            end = tree.end[tree.index(cue[0]) - 1]  # a verb taken for a noun: "economists at the bank estimate that"
        last = tree.index(end - 1)
        while tree.start[last] > start and (tree.tag[last] in {"IN", "CC"} or tree.lower[last] in ARTICLES):
            last -= 1
            end = tree.end[last]
        head = cues.head_of(tree, candidate.cue)
        if head is None or not tree.is_verb(head):
            return ((start, end),)
        subject = tree.child(head, "nsubj")
        if subject is not None and self.is_cut(start, end, head, subject):
            return (tree.offsets(*phrase(tree, subject)),)
        if (
            subject is None
            or not tree.is_noun(subject)
            or not tree.end[subject] <= start < tree.end[tree.right[subject]]
        ):
            return ((start, end),)
        i = last
        for _ in range(8):
            if tree.head[i] == i or i == subject:
                break
            if tree.dep[i] in {"relcl", "acl", "agent"} and tree.head[i] == subject:
                first, end_token = phrase(tree, subject)
                return (tree.offsets(first, end_token if head is not None and end_token < head else subject),)
            i = tree.head[i]
        return ((start, end),)

    def is_cut(self, start: int, end: int, head: int, subject: int) -> bool:
        """Whether the span is the subject's article alone, or goes back to what the cue only describes.

        "[a move the firm] termed absurd": the firm.
        """
        tree = self.tree
        if self.text[start:end].lower() in ARTICLES:
            return tree.is_noun(subject) and tree.left[subject] < subject < head
        above = tree.head[head]
        return tree.dep[head] == "relcl" and start <= tree.start[above] and tree.end[above] <= tree.start[subject] < end

    # -- the content ---------------------------------------------------------------------------------------------

    def behind_aside(self, candidate: Candidate) -> Candidate:
        """ "According to Ann Lee, who runs the mine, it was shut": what she said begins behind the second comma."""
        source, (start, end) = candidate.source[-1], candidate.content[0]
        tree = self.tree
        if start < source[1] or self.text[source[1] : start].strip() not in {"", ","}:
            return candidate
        first, last = tree.index(start), tree.index(end - 1)
        comma = self.aside_end(first, last, tree.index(source[1] - 1))
        if comma is None:
            return candidate
        content = ((tree.start[comma + 1], end), *candidate.content[1:])
        if self.is_name(first, comma):
            return replace(candidate, source=((candidate.source[0][0], tree.end[comma - 1]),), content=content)
        return replace(candidate, content=content)

    def aside_end(self, first: int, last: int, source: int) -> int | None:
        """The comma that ends what describes the source; None where nothing does."""
        tree = self.tree
        commas = [i for i in range(first + 1, min(last, first + LONGEST_ASIDE)) if tree.words[i] == ","]
        if tree.lower[first] in WH:
            verb = next((i for i in range(first, last) if tree.dep[i] == "relcl"), last)
            commas = [i for i in commas if i > verb]
        elif tree.tag[first] in {"VBN", "VBG"}:
            if tree.dep[first] not in {"acl", "advcl"}:
                return None
        elif not (
            commas
            and not self.has_subject(first, commas[0])
            and (
                tree.lower[first] in {"a", "an"} or self.is_name(first, commas[0]) and tree.tag[source] in {"NN", "NNS"}
            )
        ):
            return None
        return next((i for i in commas if self.has_subject(i + 1, last + 1)), None)

    def is_name(self, first: int, end: int) -> bool:
        return all(self.tree.tag[i] == "NNP" and self.tree.ent[i] == "PERSON" for i in range(first, end))

    def has_subject(self, first: int, end: int) -> bool:
        tree = self.tree
        return any(tree.dep[i] in SUBJECTS and tree.lower[i] not in WH for i in range(first, end))

    def is_tail(self, piece: Offsets, candidate: Candidate) -> bool:
        """Whether a piece behind the attribution of a quotation is the reporter's: no clause, and not quoted."""
        opening = candidate.content[0]
        if piece is opening or piece[0] < candidate.cue[-1][1] or opening[1] > candidate.cue[0][0]:
            return False
        tree, text = self.tree, self.text
        if text[max(0, piece[0] - LONGEST_GAP) : piece[0]].rstrip()[-1:] == ";" and text[piece[0]] not in QUOTES:
            return True
        first, last = tree.index(piece[0]), tree.index(piece[1] - 1)
        if tree.sentence[first] != tree.sentence[tree.index(candidate.cue[0][0])] or text[piece[0]] in QUOTES:
            return False
        if tree.lemma[tree.index(opening[1] - 1)] in {"be", "have"}:
            return False  # "was, according to the engineer, built on sand"
        quoted = text[opening[0]] in QUOTES and text[opening[1] - 1] in QUOTES
        according = text[slice(*candidate.cue[0])].lower().startswith("according")
        if not quoted and not according or any(mark in QUOTES - {"'", "’"} for mark in text[slice(*piece)]):
            return False
        beside = any(
            0 <= piece[0] - end <= 1 for _, end in candidate.addressee or ()
        )  # "told the daily Bild am Sonntag"
        turn = tree.lower[first] in {"but", "and"} and self.has_subject(first + 1, last + 1)
        if quoted and (turn or self.goes_on(first, last, candidate)):  # "“…,” she said, but nobody laughed"
            return True
        plain = tree.tag[first] in {"DT", "PRP$"} or tree.tag[first] in {"VBN", "VBG"} and tree.dep[first] == "acl"
        return plain and not any(tree.tag[i] in FINITE for i in range(first, last + 1)) or quoted and beside

    def goes_on(self, first: int, last: int, candidate: Candidate) -> bool:
        """Whether the words are what the speaker did next, or meanwhile: "“…,” she said, [and sat down].  “…”"."""
        tree, head = self.tree, cues.head_of(self.tree, candidate.cue)
        if head is None:
            return False
        return any(
            tree.dep[i] == "conj" and tree.tag[i] == "VBD" and tree.head[i] == head
            or tree.dep[i] == "advcl" and tree.tag[i] == "VBG" and tree.head[i] in {head, tree.head[head]}
            for i in range(first, last + 1)
        )  # fmt: skip

    def is_lead(self, piece: Offsets, candidate: Candidate) -> bool:
        """Whether a piece before a quotation behind a colon is none of it: "turned to [the guard] and asked: “…”"."""
        text, last = self.text, candidate.content[-1]
        if piece[1] > last[0] or last[0] < candidate.cue[-1][1] or text[last[0]] not in QUOTES:
            return False
        if text[last[0] - 2 : last[0]].strip() != ":" or any(mark in QUOTES for mark in text[slice(*piece)]):
            return False
        return not any(
            self.tree.tag[i] in FINITE for i in range(self.tree.index(piece[0]), self.tree.index(piece[1] - 1) + 1)
        )

    def linked(self, piece: Offsets, candidate: Candidate) -> Offsets:
        """A piece behind the attribution with the "and" or "but" that joins it to what was said before."""
        start = self.tree.index(piece[0])
        before = start - 1
        joins = start > 0 and self.tree.lower[before] in {"and", "but", "or"} and self.text[piece[0]] not in QUOTES
        if not joins or candidate.start >= candidate.cue[0][0] or piece[0] < candidate.cue[-1][1]:
            return piece
        return (self.tree.start[before], piece[1]) if self.tree.start[before] >= candidate.cue[-1][1] else piece

    def behind_adverb(self, piece: Offsets, candidate: Candidate) -> Offsets:
        """A clause from its "that" on: "said [only that …]", "added, [however, that …]", "told them [later that …]"."""
        tree, first = self.tree, self.tree.index(piece[0])
        head = cues.head_of(tree, candidate.cue)
        if head is None or head > first or tree.dep[first] not in AROUND:
            return piece
        ahead = range(first + 1, min(first + LONGEST_ADVERB, tree.size))
        that = next((i for i in ahead if tree.dep[i] == "mark" and tree.lower[i] == "that"), None)
        if that is None or tree.start[that] >= piece[1] or tree.head[tree.head[that]] != head:
            return piece
        own = {head, tree.head[that]}
        outer = all(tree.dep[i] in AROUND and tree.head[i] in own for i in range(first, that))
        return (tree.start[that], piece[1]) if outer else piece

    def apart(self, piece: Offsets, candidate: Candidate) -> Spans:
        """A quotation without the words of its source: "“…,” the firm's head" of "the firm's head, Ann Lee"."""
        close = CLOSED.search(self.text, *piece)
        for start, end in candidate.source:
            if close and piece[0] < close.end() <= start < piece[1] <= end:
                return ((piece[0], close.end()),)
        return (piece,)

    def joined(self, content: Spans, own: Spans) -> Spans:
        """The content with the holes filled that hold nothing of the attribution: "a report [in the paper] that …"."""
        result: list[Offsets] = []
        for start, end in content:
            if result and self.is_hole(result[-1][1], start, own):
                result[-1] = (result[-1][0], end)
            else:
                result.append((start, end))
        return tuple(result)

    def is_hole(self, start: int, end: int, own: Spans) -> bool:
        """Whether the characters between two pieces are words of one phrase with both."""
        gap = self.text[start:end]
        if not 2 < len(gap) <= LONGEST_HOLE or any(a < end and start < b for a, b in own) or HOLE_ENDS.search(gap):
            return False
        return self.tree.sentence[self.tree.index(start - 1)] == self.tree.sentence[self.tree.index(end)]

    def before_semicolon(self, content: Spans, candidate: Candidate) -> Spans:
        """A clause behind a semicolon is the reporter's: "said it was shut; the owner has denied it"."""
        for n, (start, end) in enumerate(content):
            if start < candidate.cue[-1][1] or self.text[start] in QUOTES or candidate.lemma == ":":
                continue
            at = self.text.find(";", start, end)
            if at < 0 or any(mark in QUOTES - {"'", "’"} for mark in self.text[start:at]):
                continue
            first, last = self.tree.index(at), self.tree.index(end - 1)
            if self.has_subject(first + 1, last + 1):
                return (*content[:n], (start, at))
        return content

    def within_marks(self, piece: Offsets) -> Offsets:
        """A quotation without the one or two words that follow its comma: "“…,” presiding"."""
        start, end = piece
        close = CLOSED.search(self.text, max(start, end - LONGEST_REST), end)
        if close is None or self.text[start] not in QUOTES or self.text[close.end() : end].count(" ") > 1:
            return piece
        return (start, close.end()) if close.end() < end else piece

    def whole(self, piece: Offsets, own: Spans) -> Offsets:
        """The piece with the noun of its last article or preposition, and without an "and" that joins nothing."""
        start, end = piece
        tree = self.tree
        last = tree.index(end - 1)
        if tree.end[last] != end or tree.start[last] <= start:
            return piece
        if tree.tag[last] == "CC":
            return start, tree.end[last - 1]
        noun = tree.child(last, "pobj") if tree.tag[last] == "IN" else None
        if tree.tag[last] in {"DT", "PRP$"} and tree.dep[last] in {"det", "poss"}:
            noun = tree.head[last]
        if noun is None or not last < noun <= last + 6 or self.text[end] != " ":
            return piece
        stop = tree.end[noun]
        free = not any(a < stop and end < b for a, b in own) and not any(mark in QUOTES for mark in self.text[end:stop])
        return (start, stop) if free else piece

    def before_colon(self, piece: Offsets) -> Offsets:
        """ "ruled out a fault: the plane, he said, …": up to the colon."""
        start, end = piece
        tree = self.tree
        last = tree.index(end - 1)
        last -= tree.words[last] == ","
        if last + 2 >= tree.size or tree.words[last + 1] != ",":
            return piece
        colon = next(
            (i for i in range(last, max(tree.index(start), last - NEAR_COLON), -1) if tree.words[i] == ":"), None
        )
        if colon is None or tree.words[colon - 1] in QUOTES:
            return piece
        aside = (
            i for i in range(last + 2, min(last + 8, tree.size)) if tree.is_verb(i) and cues.takes(tree, i, "quote")
        )
        return (start, tree.end[colon - 1]) if next(aside, None) is not None else piece
