"""Quotations without an attribution that the sentence before gives to its subject: "Her mother laughed.  “All of it.”"

The subject must be a person, and the sentence one that attributes nothing itself; where somebody else speaks in the
paragraph already, it must tell of a nod, a laugh or the like.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.statements.candidates import Candidate, merged
from service.extraction.statements.clauses import phrase
from service.extraction.statements.hearers import can_hear
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree

FEWEST_WORDS = 3  # of a quotation that is speech
WORD = re.compile(r"\w+")
PRONOUNS = frozenset({"he", "she", "they"})


def heralded(tree: Tree, quoted: Sequence[Quotation], found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with those of such quotations; a bare one of the same words gets its source."""
    covered = merged(span for c in found if c.source or c.cue for span in c.content)
    starts = [start for start, _ in covered]
    speaking = {tree.sentence[tree.index(at[0])] for c in found for at in (*c.cue, *c.content)}
    voices = {tree.paragraph[tree.index(c.start)] for c in found if c.source}
    bare = {c.start: n for n, c in enumerate(found) if not c.source and not c.cue}
    result = list(found)
    for q in quoted:
        at = bisect_right(starts, q.start + 1) - 1
        if at >= 0 and covered[at][1] >= q.end - 2:
            continue
        subject = herald(tree, q, speaking, voices)
        if subject is None:
            continue
        source = (tree.offsets(*phrase(tree, subject)),)
        if q.start in bare:
            result[bare[q.start]] = replace(result[bare[q.start]], source=source)
        else:
            result.append(Candidate(source=source, cue=(), content=((q.start, q.end),), polarity="positive"))
    return result


def herald(tree: Tree, q: Quotation, speaking: set[int], voices: set[int]) -> int | None:
    """The subject of the sentence right before a whole quotation, where that is who speaks."""
    text, first = tree.article.text, tree.index(q.start)
    if not q.closed or text[q.end - 2] not in ".?!…" or len(WORD.findall(text, q.start, q.end)) < FEWEST_WORDS:
        return None
    before = first - 1
    while before >= 0 and tree.words[before] == " ":
        before -= 1
    if before < 0 or tree.words[before] != "." or tree.paragraph[before] != tree.paragraph[first]:
        return None
    sentence = tree.sentence[before]
    if sentence == tree.sentence[first] or sentence in speaking:
        return None
    start, end = tree.bounds[sentence]
    root = next((i for i in range(start, end) if tree.dep[i] == "ROOT" and tree.is_verb(i)), None)
    subject = tree.child(root, "nsubj") if root is not None else None
    if root is None or subject is None or not is_person(tree, subject):
        return None
    nods = tree.lemma[root] in words().nods
    return subject if nods or tree.paragraph[first] not in voices else None


def is_person(tree: Tree, subject: int) -> bool:
    """A person's name, "he" or "she", or a noun for one person."""
    if tree.lower[subject] in PRONOUNS or tree.ent[subject] == "PERSON":
        return True
    return tree.tag[subject] == "NN" and can_hear(tree, subject)
