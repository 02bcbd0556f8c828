"""Running speech: sentences with no attribution of their own that go on with what was just said.

"The visit would help, he said. It will be a journey of friendship. We keep talking to all."  The sentences after "he
said" are still his.  They run on inside the paragraph, as long as they assert in the present or the future, or say
"we"; they stop at a sentence with an attribution of its own, at the narrator's past tense, and where the speaker is
spoken about.
"""

from __future__ import annotations

import re

from service.extraction.records import record
from service.extraction.statements import hearers
from service.extraction.statements.candidates import Candidate, Offsets
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree

FIRST_PERSON = frozenset({"we", "our", "us", "i", "my", "ours", "ourselves"})
BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART"})
ITS_OWN = frozenset({"it", "its", "they", "their", "nor", "neither"})  # first words by which a body's speech goes on
MODALS = frozenset("will would can could may might must should shall 'll ’ll ca wo".split())
WORD = re.compile(r"\w+")
LONGEST = 8  # sentences that one attribution may run on over
MOST_TOLD = 2  # sentences in the past tense before one that says "we"
FEWEST_WORDS = 5  # of a quotation that is speech for certain, wherever it stands


@record
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
        body = is_body(tree, candidate) and not is_told_now(tree, candidate, cue)
        told: list[int] = []  # in the past tense: the speaker's only where he goes on as himself
        for following in range(sentence + 1, min(sentence + 1 + LONGEST, len(tree.bounds))):
            first, end = tree.bounds[following]
            if following in busy or tree.paragraph[first] != paragraph or not may_run(tree, first, end, names):
                break
            if body and tree.lower[first] not in ITS_OWN and not speaks_as(tree, first, end):
                break
            if not is_present(tree, first, end) and not speaks_as(tree, first, end):
                told.append(following)
                if len(told) > MOST_TOLD:
                    break
                continue
            if told and not speaks_as(tree, first, end):
                break
            for own in (*told, following):
                result.append(Run(n, sentence_of(tree, own)))
                busy.add(own)
            told = []
    return result


def is_body(tree: Tree, candidate: Candidate) -> bool:
    """Whether an office, a firm or a paper has told it."""
    start, end = candidate.source[0]
    first, last = tree.index(start), min(tree.index(end - 1), tree.index(start) + 12)
    head = next((i for i in range(first, last + 1) if not first <= tree.head[i] <= last or tree.head[i] == i), last)
    if any(hearers.is_human(tree, i) for i in range(first, head + 1)):
        return False  # "farmer Kallio", whatever the model takes the name for
    return tree.tag[head] in {"NN", "NNS"} or tree.ent[head] in BODIES or tree.lower[head] == "it"


def is_told_now(tree: Tree, candidate: Candidate, cue: int) -> bool:
    """Whether what was said is of the present or to come: who tells what has been, "prices rose, the office said", has
    mostly told no more."""
    start, end = tree.index(candidate.start), tree.index(candidate.end - 1)
    verb = next((i for i in tree.children(cue, "ccomp") if start <= i <= end), None)
    return verb is None or is_of_now(tree, verb)


def sentence_of(tree: Tree, number: int) -> Offsets:
    """The sentence's characters, without white space behind it."""
    first, end = tree.bounds[number]
    last = end - 1
    while last > first and tree.words[last].isspace():
        last -= 1
    return tree.offsets(first, last)


def occupied(tree: Tree, found: list[Candidate], quoted: list[Quotation]) -> set[int]:
    """The sentences that hold a cue, or any part of a content or a quotation."""
    busy: set[int] = set()
    for candidate in found:
        if thinks(tree, candidate) or is_own(tree, candidate):
            continue
        for start, end in (*candidate.cue, *candidate.content, *candidate.source):
            busy.update(range(tree.sentence[tree.index(start)], tree.sentence[tree.index(end - 1)] + 1))
    for q in quoted:
        busy.update(range(tree.sentence[tree.index(q.start)], tree.sentence[tree.index(q.end - 1)] + 1))
    return busy


def thinks(tree: Tree, candidate: Candidate) -> bool:
    """Whether it tells a state of mind, which a speaker may tell of others: "Both sides are tired of war"."""
    if candidate.lemma in words().thought:
        return True
    return candidate.lemma == "be" and any(
        tree.lower[i] in words().thought
        for start, end in candidate.cue
        for i in range(tree.index(start), min(tree.index(end - 1), tree.index(start) + 8) + 1)
    )


def is_own(tree: Tree, candidate: Candidate) -> bool:
    """Whether the speaker says it of himself: "We ask for patience", in the middle of what he says."""
    return len(candidate.source) == 1 and tree.article.text[slice(*candidate.source[0])].lower() in {"i", "we"}


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


def may_run(tree: Tree, first: int, end: int, speaker: frozenset[str]) -> bool:
    """Whether a sentence may be the speaker's: a whole one, not the narrator's, and not about the speaker."""
    span = tree.article.text[tree.start[first] : tree.end[end - 1]]
    if not WORD.search(span) or not (span[0].isupper() or span[0].isdigit()):
        return False
    lower = tree.lower[first:end]
    if end - first < 4 or lower[0] in words().narrators or lower[0] in {"he", "she"} or "however" in lower[:6]:
        return False
    if tree.tag[first] == "VBN" and tree.dep[first] == "advcl" and not speaks_as(tree, first, end):
        return False  # "Founded in 1891, it houses …": background
    return not any(tree.words[i] in speaker for i in range(first, end))


def speaks_as(tree: Tree, first: int, end: int) -> bool:
    """Whether the sentence says "I" or "we"."""
    return any(word in FIRST_PERSON for word in tree.lower[first:end])


def is_present(tree: Tree, first: int, end: int) -> bool:
    """Whether the sentence asserts in the present or the future."""
    root = next(
        (
            i
            for i in range(first, end)
            if tree.head[i] == i and tree.is_verb(i) or tree.dep[i] == "ROOT" and tree.tag[i] != "_SP"
        ),
        None,
    )
    return root is not None and is_of_now(tree, root)


def is_of_now(tree: Tree, root: int) -> bool:
    """Whether the verb stands in the present or the future."""
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
    behind = attributed(tree, found)
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
        if reach >= q.end - 2:
            continue
        paragraph = tree.paragraph[tree.index(q.start)]
        text = tree.article.text
        alone = q.start > 0 and text[q.start - 1] == "\n" and (q.end >= len(text) or text[q.end] == "\n")
        sentence = alone and text[q.end - 2] in ".?!"
        if not sentence and len(WORD.findall(text, q.start, q.end)) < FEWEST_WORDS:
            continue
        where, n = turns[-1] if turns else (-9, 0)
        just = behind.get(tree.sentence[tree.index(q.start)] - 1)
        if just is not None and tree.paragraph[tree.index(found[just].start)] == paragraph:
            where, n = paragraph, just
        if where != paragraph and not (alone and paragraph - where <= 2):
            continue
        asks = text[q.end - 2] == "?"
        if where != paragraph and (other := whose_turn(turns, speakers, found, text, asks)) is not None:
            n = other
        result.append(Run(n, (q.start, q.end)))
        turns.append((paragraph, n))
    return result


def is_quoted(candidate: Candidate, tree: Tree) -> bool:
    return any(tree.article.text[start] in "\"“„«`'‘" for start, _ in candidate.content)


def attributed(tree: Tree, found: list[Candidate]) -> dict[int, int]:
    """For each sentence whose words somebody says without quotation marks, the longest such candidate.

    "Rossi said he hoped so.  “I have booked the crew.”": a quotation right behind it is his too.
    """
    result: dict[int, int] = {}
    for n, candidate in enumerate(found):
        if not candidate.source or not candidate.cue or candidate.polarity == "negative" or is_quoted(candidate, tree):
            continue
        sentence = tree.sentence[tree.index(candidate.cue[0][0])]
        held = result.get(sentence)
        if sentence == tree.sentence[tree.index(candidate.end - 1)] and (
            held is None or candidate.end - candidate.start > found[held].end - found[held].start
        ):
            result[sentence] = n
    return result


def whose_turn(
    turns: list[tuple[int, int]], speakers: list[str | None], found: list[Candidate], text: str, asks: bool
) -> int | None:
    """In a dialogue of A, B, A, B the one who did not speak last; None where there is no dialogue.

    Of two turns only where B asks, or answers what A asked, or where A asks again (`asks`: the quotation at hand does).
    """
    recent = [n for _, n in turns[-3:]]
    names = [speakers[n] for n in recent]
    if None in names[-2:] or len(recent) < 2 or names[-1] == names[-2]:
        return None
    if len(recent) == 3 and names[0] == names[2]:
        return recent[1]
    one, other = (found[n] for n in recent[-2:])
    asked = [text[c.end - 2 : c.end].strip("\"”’'").endswith("?") for c in (one, other)]
    answers = other.lemma in words().answering and (asked[0] or asks)
    adjacent = turns[-1][0] - turns[-2][0] <= 2
    return recent[-2] if adjacent and (asked[1] or answers) else None
