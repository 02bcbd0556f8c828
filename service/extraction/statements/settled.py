"""Who doubts a claim is not who makes it: "Experts cast doubt on the claim that the dam was sabotaged".

A noun of saying inside the object of a verb has that verb's subject for its source where the verb is one of making it
("made the claim that").  Under a verb of doubt the subject says that it is not so: one statement of the subject,
negative, about the claim as a whole, and inside it what is claimed, by whoever the noun phrase names.  Under any other
verb ("are investigating claims that") the subject has said nothing.  Decided by syntax, for either finder's candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Offsets, Spans
from service.extraction.statements.doubts import FARTHEST, RELATIVES, Doubt, doubts, is_claim, lexicon, said_by
from service.extraction.statements.nouns import owner_within
from service.extraction.statements.subjects import infinitive, source_of
from service.extraction.statements.tree import Tree

DOUBT = "doubt"  # the frame; always negative
NEIGHBOURS = 24  # candidates to either side of a doubt's claim that may be readings of it: keeps the work linear
UNREAL = frozenset({"may", "might", "could", "should", "must"})


def settled(tree: Tree, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with every doubt as what it is, and no claim given to one who does not make it."""
    kept = [each for each in (unclaimed(tree, candidate) for candidate in found) if each is not None]
    kept.sort(key=lambda c: (c.content, c.cue))
    starts = [candidate.start for candidate in kept]
    slots: list[Candidate | None] = list(kept)
    more: list[Candidate] = []
    for doubt in doubts(tree):
        at = bisect_left(starts, tree.start[doubt.phrase[0]])
        window = range(max(0, at - NEIGHBOURS), min(len(slots), at + NEIGHBOURS))
        near = [(n, each) for n in window if (each := slots[n]) is not None]
        own = [n for n, each in near if is_its(tree, each, doubt)]
        inside = next((c for n in own if (c := slots[n]) is not None and c.cue and stands_behind(tree, doubt, c)), None)
        for n, each in near:
            slots[n] = None if n in own else without_clause(tree, each, doubt)
        more += [*denied(tree, doubt, inside), *claim(tree, doubt, inside)]
    return sorted([*filter(None, slots), *more], key=lambda c: (c.content, c.cue))


def is_its(tree: Tree, candidate: Candidate, doubt: Doubt) -> bool:
    """Whether the candidate is a reading of the doubt, or of its claim as the subject's."""
    verb, span = tree.offsets(doubt.verb, doubt.verb), tree.offsets(*doubt.phrase)
    of_it = is_of(candidate, tree.offsets(min(doubt.cue), max(doubt.cue)), tree.offsets(doubt.noun, doubt.noun))
    if of_it and touches(candidate, span) and not touches(candidate, verb):
        return True
    if not doubt.relative:
        return False
    if of_it and tree.article.text[candidate.start : candidate.end].lower() in RELATIVES:
        return True
    source = source_of(tree, doubt.verb)[0]  # of the relative clause, not of the one around it
    return source is not None and candidate.source == (tree.offsets(*source),) and candidate.end <= verb[0]


def stands_behind(tree: Tree, doubt: Doubt, candidate: Candidate) -> bool:
    """Whether the candidate's content stands in the claim's phrase behind its noun."""
    return tree.end[doubt.noun] <= candidate.start < tree.end[doubt.phrase[1]]


def denied(tree: Tree, doubt: Doubt, inside: Candidate | None) -> list[Candidate]:
    """What the subject says: that the claim is not so."""
    source, antecedent = source_of(tree, doubt.verb) if is_voiced(tree, doubt.verb) else (None, None)
    if source is None:
        return []
    start, end = tree.offsets(*doubt.phrase)
    if inside is not None and len(inside.content) == 1:
        end = max(end, inside.end)
    said_of = tree.offsets(*antecedent) if antecedent else None
    whose = (tree.offsets(*source),)
    return [Candidate(whose, tree.spans(doubt.cue), ((start, end),), doubt.lemma, "negative", (), said_of, frame=DOUBT)]


def is_of(candidate: Candidate, verb: Offsets, noun: Offsets) -> bool:
    """Whether the candidate's cue is of the doubting words or the claim's noun, which may be taken for a source too."""
    if not candidate.cue:
        return any(meets(piece, noun) for piece in candidate.source)
    return any(meets(piece, verb) or meets(piece, noun) for piece in candidate.cue)


def without_clause(tree: Tree, candidate: Candidate, doubt: Doubt) -> Candidate:
    """The candidate without the relative clause that denies it at its end: "is accused of lying[, which he denies]"."""
    if not doubt.relative:
        return candidate
    (first, last), clause = tree.offsets(*doubt.phrase), tree.offsets(tree.left[doubt.verb], tree.right[doubt.verb])
    set_off = tree.words[doubt.phrase[1] + 1] == ","
    ends = candidate.start <= first < candidate.content[-1][1] and clause[0] < candidate.end <= clause[1] + 1
    if not ends or not set_off or candidate.content[-1][0] >= last:
        return candidate
    return replace(candidate, content=(*candidate.content[:-1], (candidate.content[-1][0], last)))


def is_voiced(tree: Tree, verb: int) -> bool:
    """Whether the doubt is more than an aim or a chance: "an attempt to rebut claims", "may question reports that"."""
    if infinitive(tree, verb):
        return tree.dep[verb] == "xcomp"
    return not any(tree.lower[kid] in UNREAL for kid in tree.kids[verb] if tree.dep[kid] == "aux")


def claim(tree: Tree, doubt: Doubt, inside: Candidate | None) -> list[Candidate]:
    """What is claimed, by whom the noun's phrase names."""
    first, held = doubt.noun + 1, said_by(tree, doubt.noun)
    cue, content = tree.offsets(doubt.noun, doubt.noun), tree.offsets(min(first, doubt.phrase[1]), doubt.phrase[1])
    by_clause = held is not None and tree.dep[held] != "prep" or tree.lower[first : first + 1] == ["that"]
    if inside is None and not (by_clause and is_claimed(tree, doubt)):
        return []
    if inside is not None and not by_clause and inside.cue[0][0] >= cue[0]:
        cue = cue[0], inside.cue[-1][1]  # "reports of"
    whose = owner_within(tree, doubt.noun)
    source = (tree.offsets(*whose),) if whose else ()
    spans = inside.content if inside is not None else (content,)
    return [Candidate(source, (cue,), spans, tree.lemma[doubt.noun].lower(), "positive", (), frame="that")]


def is_claimed(tree: Tree, doubt: Doubt) -> bool:
    """Whether somebody does claim what is doubted, as far as the words tell: no "fear", no mere attempt."""
    by_clause = doubt.phrase[1] > doubt.noun
    return by_clause and tree.lemma[doubt.noun].lower() in lexicon().claims and is_voiced(tree, doubt.verb)


# -- claims of others --------------------------------------------------------------------------------------------


def unclaimed(tree: Tree, candidate: Candidate) -> Candidate | None:
    """The candidate without a source that only governs the claim's noun; None where that examines it.

    "Police are investigating claims that …": nobody is named who claims it.
    """
    noun = noun_of(tree, candidate)
    if noun is None:
        return None if examines(tree, candidate) else candidate
    verb = governor(tree, noun)
    if verb is None or tree.lemma[verb].lower() in lexicon().making or not candidate.source:
        return candidate
    source = source_of(tree, verb)[0]
    if source is None or not touches(candidate, tree.offsets(*source), candidate.source):
        return candidate
    whose = owner_within(tree, noun)
    lemma, named = tree.lemma[noun].lower(), (tree.offsets(*whose),) if whose else ()
    if named == candidate.source:
        return candidate
    cue = ((tree.start[noun], candidate.cue[-1][1]),)
    return replace(candidate, source=named, cue=cue, lemma=lemma, polarity="positive", addressee=(), antecedent=None)


def noun_of(tree: Tree, candidate: Candidate) -> int | None:
    """The claim's noun that is, or ends, the candidate's cue, if the content follows it."""
    if not candidate.cue:
        return None
    last = tree.index(candidate.cue[-1][1] - 1)
    for noun in (last, last - 1):
        if noun >= tree.index(candidate.cue[0][0]) and tree.is_noun(noun):
            known = tree.lemma[noun].lower() in lexicon().claims
            return noun if known and candidate.start >= tree.end[noun] else None
    return None


def governor(tree: Tree, noun: int) -> int | None:
    """The verb whose object the noun is, through a preposition too."""
    above = tree.head[noun]
    if tree.dep[noun] == "pobj":
        above = tree.head[above]
    return above if tree.dep[noun] in {"dobj", "pobj"} and tree.is_verb(above) else None


def examines(tree: Tree, candidate: Candidate) -> bool:
    """Whether the source only looks into what others claim: "examined | the claim that …"; or something supports it."""
    head = cues.head_of(tree, candidate.cue)
    if head is None or not tree.is_verb(head):
        return False
    first, last = tree.index(candidate.start), tree.index(candidate.end - 1)
    noun = next((k for k in range(first, min(first + FARTHEST, last + 1)) if is_claim(tree, k)), None)
    if noun is None or tree.left[noun] > first or governor(tree, noun) != head:
        return False
    above = tree.head[head]
    supports = tree.dep[head] in {"acl", "relcl"} and tree.lemma[above].lower() in lexicon().support
    return tree.lemma[head].lower() in lexicon().examining or supports and infinitive(tree, head)


# -- spans -------------------------------------------------------------------------------------------------------


def meets(one: Offsets, other: Offsets) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def touches(candidate: Candidate, span: Offsets, spans: Spans | None = None) -> bool:
    """Whether the content, or other spans of the candidate's, share a character with the span."""
    return any(meets(piece, span) for piece in (candidate.content if spans is None else spans))
