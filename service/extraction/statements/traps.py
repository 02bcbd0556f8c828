"""What only sounds like speech: "according to plan", "said Mass", "that said", "which says a lot", a film's title.

Decided on the words of a candidate of either finder, whatever the parser makes of them.
"""

from __future__ import annotations

import re

from service.extraction.statements.candidates import Candidate
from service.extraction.statements.lexicon import SMALL, words
from service.extraction.statements.tree import Tree

SPEAKING = frozenset({"say", "speak", "tell", "suggest"})
NEUTER = frozenset({"that", "which", "it", "this", "what"})
MUCH = re.compile(r"(?:(?:an? )?(?:whole |great )?(?:lot|deal|much|more|little|volumes?|something|everything|all))\b")
OPENING = frozenset("“\"‘'«")
WORD = re.compile(r"[^\W\d_]+")
WRITTEN_SMALL = SMALL | {"i"}  # as taken by `lower`
LONGEST_TITLE = 9  # words


def is_trap(tree: Tree, candidate: Candidate, head: int) -> bool:
    """Whether the words that look like an attribution are a set phrase, or what they bring in is a title."""
    if tree.lower[head] == "according":
        return is_measure(tree, candidate)
    text, lemma = tree.article.text, tree.lemma[head].lower()
    who = text[slice(*candidate.source[0])].lower() if candidate.source else ""
    if lemma == "say" and who == "that" and text[candidate.cue[-1][1] : candidate.cue[-1][1] + 1] == ",":
        return True  # "that said, …"
    if lemma == "tell" and who == "all" and text[candidate.cue[-1][1] : candidate.cue[-1][1] + 1] == ",":
        return True  # "All told, …"
    if lemma == "say" and tree.lower[max(0, head - 1)] == "without" and tree.dep[head] == "pcomp":
        return True  # "It goes without saying that"
    if (
        lemma in SPEAKING
        and who in NEUTER
        and (MUCH.match(text, candidate.start) or who == "which" and behind(candidate))
    ):
        return True
    if lemma == "say" and (obj := tree.child(head, "dobj")) is not None and tree.lower[obj] in words().rites:
        return text[candidate.start] not in OPENING and tree.start[tree.left[obj]] == candidate.start
    return is_work(tree, candidate)


def behind(candidate: Candidate) -> bool:
    """Whether "which" stands after all that it would have said: "they lost, which says a lot"."""
    return candidate.end <= candidate.source[0][0]


def is_measure(tree: Tree, candidate: Candidate) -> bool:
    """ "According to age, to plan, to the year in which …": by what something is done, not who says so."""
    if not candidate.source:
        return False
    first, last = tree.index(candidate.source[0][0]), tree.index(candidate.source[0][1] - 1)
    if first == last and tree.lower[first] in words().patterns:
        return True
    nouns = [i for i in range(first, min(last, first + 6) + 1) if tree.is_noun(i)]
    return bool(nouns) and tree.lower[nouns[0]] in words().measures


def is_work(tree: Tree, candidate: Candidate) -> bool:
    """Whether the content is what a work is called: "the film “I Never Said Goodbye”"."""
    text, start = tree.article.text, candidate.start
    if len(candidate.content) != 1 or text[start] not in OPENING or start < 2 or text[start - 1] != " ":
        return False
    before = tree.index(start) - 1
    if tree.lower[before] not in words().works:
        return False
    spoken = WORD.findall(text, start, candidate.end)
    large = [word[0].isupper() for word in spoken if word.lower() not in WRITTEN_SMALL]
    return len(spoken) <= LONGEST_TITLE and bool(large) and all(large)
