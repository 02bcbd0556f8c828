"""Which statement stands inside which, and which of those tell anything.

"Qin said China hopes that …" holds one by China.  But "I think", "you know" and "we must ask" inside a quotation are
how its speaker talks: nobody reports them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Offsets, Spans
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree

OWN = frozenset({"i", "we", "me", "us", "my", "our"})
NOBODY = frozenset({"you", "one", "it", "this", "that", "these", "those", "which", "what", "your", "its", "there"})
DOING = frozenset("use continue go begin start happen seem appear".split())  # "used to say": it was said
CHAIN = frozenset({"ccomp", "xcomp", "conj", "pcomp", "prep"})
DEEPEST = 6  # verbs between a denial and what it denies
TWIN = 0.8  # the share of two contents that they have in common from which they are one


def told(tree: Tree, found: Sequence[Candidate], quoted: Sequence[Quotation]) -> list[Candidate]:
    """The candidates, ordered by (start, -end) of their content, without those inside others that report nothing."""
    found = withheld(tree, once(found))
    above = parents(found)
    opened = [q.start for q in quoted]
    return [
        candidate
        for candidate, parent in zip(found, above, strict=True)
        if parent is None
        or reports(tree, candidate, is_inside(candidate, quoted, opened))
        and not is_echo(candidate, found[parent])
        and not is_disowned(tree, candidate, found[parent])
    ]


def withheld(tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with "declined to say | whether it …" once, not as a refusal around a word that was not said."""
    by_head = {head: n for n, c in enumerate(found) if (head := cues.head_of(tree, c.cue)) is not None}
    result: list[Candidate | None] = list(found)
    for head, n in by_head.items():
        above = by_head.get(tree.head[head])
        if above is None or above == n or tree.dep[head] != "xcomp" or tree.child(head, "ccomp") is None:
            continue
        outer = found[above]
        silent = tree.lemma[tree.head[head]] in words().silent and tree.lemma[tree.head[head]] != "refuse"
        if silent and outer.start <= found[n].cue[0][0] < outer.end:
            cue = spanned(tree.article.text, (*outer.cue, *found[n].cue))
            result[n] = replace(found[n], cue=cue, source=outer.source, polarity="negative", lemma=outer.lemma)
            result[above] = None
    return sorted(filter(None, result), key=lambda c: (c.start, -c.end, c.cue, c.source))


def spanned(text: str, spans: Spans) -> Spans:
    """The spans in order, those that only white space parts as one."""
    result: list[Offsets] = []
    for start, end in sorted(spans):
        if result and not text[result[-1][1] : start].strip():
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)


def once(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that say the same with the same cue: of two the longer stays."""
    kept: list[Candidate] = []
    for candidate in found:
        twin = next((n for n, held in enumerate(kept[-8:], max(0, len(kept) - 8)) if are_twins(held, candidate)), None)
        if twin is None:
            kept.append(candidate)
        elif size(candidate) > size(kept[twin]):
            kept[twin] = candidate
    return sorted(kept, key=lambda c: (c.start, -c.end, c.cue, c.source))


def are_twins(one: Candidate, other: Candidate) -> bool:
    if not one.cue or one.cue != other.cue:
        return False
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)
    return both >= TWIN * max(size(one), size(other))


def is_echo(candidate: Candidate, outer: Candidate) -> bool:
    """Whether a statement without a cue says again a part of what its speaker says: one quotation is said once."""
    return not candidate.cue and (not candidate.source or candidate.source == outer.source)


def is_disowned(tree: Tree, candidate: Candidate, outer: Candidate) -> bool:
    """Whether what stands inside is what the outer one denies, or charges somebody with.

    "denied that it planned to leave": no plan of its.  "accused her of lying about it": she has not said so.  But
    "denied reports that …" has reports, and "accused her of saying that …" a word of hers.
    """
    verb, above = cues.head_of(tree, candidate.cue), cues.head_of(tree, outer.cue)
    if verb is None or above is None or not tree.is_verb(verb):
        return False
    gerund = tree.dep[verb] == "pcomp" and tree.child(verb, "ccomp") is None
    if gerund and tree.lemma[above] in words().charging:
        return tree.head[tree.head[verb]] in {above, tree.child(above, "dobj")}
    if (outer.polarity or cues.polarity(tree, above, outer.lemma or tree.lemma[above])) != "negative":
        return False
    for _ in range(DEEPEST):
        if verb == above:
            return True
        if tree.dep[verb] not in CHAIN:
            return False
        verb = tree.head[verb]
    return False


def is_inside(candidate: Candidate, quoted: Sequence[Quotation], opened: Sequence[int]) -> bool:
    """Whether the cue stands in quotation marks."""
    at = bisect_right(opened, candidate.cue[0][0]) - 1 if candidate.cue else -1
    return at >= 0 and candidate.cue[0][0] < quoted[at].end


def reports(tree: Tree, candidate: Candidate, in_quotation: bool) -> bool:
    """Whether a statement inside another says that somebody said or thought something.

    Nobody did who only will, may or must, or is "to say so"; nor, inside quotation marks, does a cue without anybody.
    What a speaker says of himself that he knows or wants he says; "I think that it will hold" is his opinion, whole.
    """
    head = cues.head_of(tree, candidate.cue)
    if head is None:
        return True
    if any(tree.tag[kid] == "MD" and tree.dep[kid] == "aux" for kid in tree.kids[head]):
        return False
    who = tree.article.text[slice(*candidate.source[0])].lower() if candidate.source else ""
    own = who in OWN
    if own and (tree.lemma[head].lower() in words().thought or candidate.lemma in words().thought):
        return tree.lemma[head] in words().opinions and tree.child(head, "ccomp") is not None
    if any(tree.tag[kid] == "TO" for kid in tree.kids[head]) and tree.lemma[tree.head[head]] not in DOING:
        return False
    if tree.tag[head] == "VBG" and tree.dep[head] == "xcomp" and tree.lemma[tree.head[head]] in words().weighing:
        return False  # "was considering listing it"
    if not in_quotation:
        return True
    if not who or who in NOBODY:
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
