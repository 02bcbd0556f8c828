"""Which statement stands inside which, and which of those tell anything.

"Qin said China hopes that …" holds one by China.  But "I think", "you know" and "we must ask" inside a quotation are
how its speaker talks: nobody reports them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree

OWN = frozenset({"i", "we", "me", "us", "my", "our"})
NOBODY = frozenset({"you", "one", "it", "this", "that", "these", "those", "which", "what", "your", "its", "there"})

OPINIONS = frozenset("think believe hope feel fear doubt suspect wish expect suppose".split())
DOING = frozenset("use continue go begin start refuse decline fail dare happen".split())  # "used to say": it was said


def told(tree: Tree, found: Sequence[Candidate], quoted: Sequence[Quotation]) -> list[Candidate]:
    """The candidates, ordered by (start, -end) of their content, without those inside others that report nothing."""
    above = parents(found)
    opened = [q.start for q in quoted]
    return [
        candidate
        for candidate, parent in zip(found, above, strict=True)
        if parent is None or reports(tree, candidate, is_inside(candidate, quoted, opened))
    ]


def is_inside(candidate: Candidate, quoted: Sequence[Quotation], opened: Sequence[int]) -> bool:
    """Whether the cue stands in quotation marks."""
    at = bisect_right(opened, candidate.cue[0][0]) - 1 if candidate.cue else -1
    return at >= 0 and candidate.cue[0][0] < quoted[at].end


def reports(tree: Tree, candidate: Candidate, in_quotation: bool) -> bool:
    """Whether a statement inside another says that somebody said or thought something.

    Nobody did who only will, may or must; nor, inside quotation marks, does "to say so" or a cue without anybody.  What
    a speaker says of himself that he knows or wants he says; "I think that it will hold" is his opinion, whole.
    """
    head = cues.head_of(tree, candidate.cue)
    if head is None:
        return True
    if any(tree.tag[kid] == "MD" and tree.dep[kid] == "aux" for kid in tree.kids[head]):
        return False
    who = tree.article.text[slice(*candidate.source[0])].lower() if candidate.source else ""
    own = who in OWN
    if own and (tree.lemma[head].lower() in words().thought or candidate.lemma in words().thought):
        return tree.lemma[head] in OPINIONS and tree.child(head, "ccomp") is not None
    if not in_quotation:
        return True
    aim = any(tree.tag[kid] == "TO" for kid in tree.kids[head]) and tree.lemma[tree.head[head]] not in DOING
    if aim or not who or who in NOBODY:
        return False
    return not own or tree.tag[head] in {"VBD", "VBN", "VBG"}


def parents(found: Sequence[Candidate]) -> list[int | None]:
    """For every candidate, ordered by (start, -end) of its content, the position of the innermost one that holds it.

    One holds another where its content covers the other's cue and some of its content, and is longer.
    """
    result: list[int | None] = []
    opened: list[int] = []
    for n, candidate in enumerate(found):
        while opened and found[opened[-1]].end <= candidate.start:
            opened.pop()
        result.append(next((m for m in reversed(opened[-12:]) if holds(found[m], candidate)), None))
        opened.append(n)
    return result


def holds(outer: Candidate, inner: Candidate) -> bool:
    anchor = inner.cue[0] if inner.cue else inner.content[0]
    covered = any(start <= anchor[0] and anchor[1] <= end for start, end in outer.content)
    return covered and outer.start <= inner.start and inner.end <= outer.end and size(outer) > size(inner)


def size(candidate: Candidate) -> int:
    return sum(end - start for start, end in candidate.content)
