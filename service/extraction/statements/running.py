"""Running speech: sentences with no attribution of their own that go on with what was just said.

"The visit would help, he said. It will be a journey of friendship. We keep talking to all."  The sentences after "he
said" are still his.  They run on inside the paragraph, as long as they assert in the present or the future, or say
"we"; they stop at a sentence with an attribution of its own, at the narrator's past tense, and where the speaker is
spoken about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.extraction.statements.candidates import Candidate, Offsets
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree

FIRST_PERSON = frozenset({"we", "our", "us", "i", "my", "ours", "ourselves"})
NARRATOR = frozenset("meanwhile earlier later separately elsewhere previously analysts critics observers".split())
MODALS = frozenset("will would can could may might must should shall 'll ’ll ca wo".split())
WORD = re.compile(r"\w")
LONGEST = 8  # sentences that one attribution may run on over


FEWEST_WORDS = 5  # of a quotation that is speech for certain, wherever it stands
WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Run:
    """A sentence that runs on from the candidate at `origin` (its position in the list)."""

    origin: int
    content: Offsets


def runs(tree: Tree, found: list[Candidate], quoted: list[Quotation], cues: list[int | None]) -> list[Run]:
    """The sentences that run on from a candidate; `cues` holds the cue's head token of each candidate."""
    busy = occupied(tree, found, quoted)
    result: list[Run] = []
    for n, candidate in enumerate(found):
        cue = cues[n]
        if cue is None or not starts_run(tree, candidate, cue):
            continue
        sentence = tree.sentence[cue]
        paragraph = tree.paragraph[cue]
        names = speaker_words(tree, candidate)
        for following in range(sentence + 1, min(sentence + 1 + LONGEST, len(tree.bounds))):
            first, end = tree.bounds[following]
            if following in busy or tree.paragraph[first] != paragraph or not runs_on(tree, first, end, names):
                break
            last = end - 1
            while last > first and tree.words[last].isspace():
                last -= 1
            result.append(Run(n, tree.offsets(first, last)))
            busy.add(following)
    return result


def occupied(tree: Tree, found: list[Candidate], quoted: list[Quotation]) -> set[int]:
    """The sentences that hold a cue, or any part of a content or a quotation."""
    busy: set[int] = set()
    for candidate in found:
        if candidate.lemma in words().thought:
            continue
        for start, end in (*candidate.cue, *candidate.content, *candidate.source):
            busy.update(range(tree.sentence[tree.index(start)], tree.sentence[tree.index(end - 1)] + 1))
    for q in quoted:
        busy.update(range(tree.sentence[tree.index(q.start)], tree.sentence[tree.index(q.end - 1)] + 1))
    return busy


def starts_run(tree: Tree, candidate: Candidate, cue: int) -> bool:
    """Whether the attribution comes after what it covers and ends its sentence: "…, he said." """
    if not candidate.source or not candidate.cue or candidate.polarity == "negative":
        return False
    if candidate.content[0][0] > candidate.cue[0][0]:
        return False
    if tree.tag[cue] not in {"VBD", "VBZ"}:
        return False
    text = tree.article.text
    if text[candidate.content[0][0]] in "\"“'‘«`":
        return False
    _, last = tree.sentence_bounds(cue)
    after = max(candidate.cue[-1][1], candidate.source[-1][1])
    return candidate.end <= after and len(text[after : tree.end[last]].split()) <= 6


def speaker_words(tree: Tree, candidate: Candidate) -> frozenset[str]:
    return frozenset(
        tree.words[i]
        for start, end in candidate.source
        for i in range(tree.index(start), min(tree.index(end - 1), tree.index(start) + 30) + 1)
        if tree.tag[i] in {"NNP", "NNPS"}
    )


def runs_on(tree: Tree, first: int, end: int, speaker: frozenset[str]) -> bool:
    """Whether a sentence asserts as the speaker would: present, future, "we"; not past, nor about the speaker."""
    text = tree.article.text
    span = text[tree.start[first] : tree.end[end - 1]]
    if not WORD.search(span) or not (span[0].isupper() or span[0].isdigit()):
        return False
    lower = tree.lower[first:end]
    if end - first < 4 or lower[0] in NARRATOR or lower[0] in {"he", "she"} or "however" in lower[:6]:
        return False
    if any(tree.words[i] in speaker for i in range(first, end)):
        return False
    if any(word in FIRST_PERSON for word in lower):
        return True
    root = next(
        (
            i
            for i in range(first, end)
            if tree.head[i] == i and tree.is_verb(i) or tree.dep[i] == "ROOT" and tree.tag[i] != "_SP"
        ),
        None,
    )
    if root is None:
        return False
    helpers = {tree.lower[k] for k in tree.kids[root] if tree.dep[k] in {"aux", "auxpass"}}
    if helpers & MODALS:
        return True
    if tree.tag[root] == "VBD" or helpers & {"was", "were", "had", "did"}:
        return False
    return tree.tag[root] in {"VBZ", "VBP", "VB"} or bool(
        helpers & {"is", "are", "has", "have", "do", "does", "'s", "’s", "'re", "’re"}
    )


def floating(tree: Tree, found: list[Candidate], quoted: list[Quotation], speakers: list[str | None]) -> list[Run]:
    """Quotations without an attribution of their own, and the candidate whose speaker they go on with.

    In a paragraph with a speaker it is his; a paragraph that is one quotation goes on with the last one quoted, or,
    where two take turns paragraph by paragraph, with the one whose turn it is.
    """
    covered = sorted(span for candidate in found if candidate.source or candidate.cue for span in candidate.content)
    quoting = sorted((c.end, n) for n, c in enumerate(found) if c.source and is_quoted(c, tree))
    result: list[Run] = []
    turns: list[tuple[int, int]] = []  # the paragraph and the candidate of the last quotations
    pointer, at = 0, 0
    reach = 0
    for q in quoted:
        while at < len(covered) and covered[at][0] <= q.start + 1:
            reach = max(reach, covered[at][1])
            at += 1
        while pointer < len(quoting) and quoting[pointer][0] <= q.start:
            n = quoting[pointer][1]
            turns.append((tree.paragraph[tree.index(found[n].start)], n))
            pointer += 1
        if reach >= q.end - 2 or not turns:
            continue
        paragraph = tree.paragraph[tree.index(q.start)]
        text = tree.article.text
        alone = q.start > 0 and text[q.start - 1] == "\n" and (q.end >= len(text) or text[q.end] == "\n")
        sentence = alone and text[q.end - 2] in ".?!"
        if not sentence and len(WORDS.findall(text, q.start, q.end)) < FEWEST_WORDS:
            continue
        where, n = turns[-1]
        if where != paragraph and not (alone and paragraph - where <= 2):
            continue
        if where != paragraph and (other := whose_turn(turns, speakers)) is not None:
            n = other
        result.append(Run(n, (q.start, q.end)))
        turns.append((paragraph, n))
    return result


def is_quoted(candidate: Candidate, tree: Tree) -> bool:
    return any(tree.article.text[start] in "\"“„«`'‘" for start, _ in candidate.content)


def whose_turn(turns: list[tuple[int, int]], speakers: list[str | None]) -> int | None:
    """In a dialogue of A, B, A, B the one who did not speak last; None where there is no dialogue."""
    recent = [n for _, n in turns[-3:]]
    names = [speakers[n] for n in recent]
    if len(recent) == 3 and None not in names and names[0] == names[2] != names[1]:
        return recent[1]
    return None
