"""What is only asked, or put to the test, is no statement: "Did the minister say that …?", "CLAIM: The mayor said …".

A question whose verb comes first asks whether somebody has said it; one that begins with "why" or "when" takes it for
granted.  What stands behind a label like "CLAIM:" is what the article is about to test, told by nobody yet.
"""

from __future__ import annotations

import re
from functools import cache

from service import lexicons
from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.tree import FINITE, Tree

NOMINAL = frozenset({"PRP", "NN", "NNS", "NNP", "NNPS", "DT", "EX"})
BEFORE = frozenset({",", ":", ";", "“", '"', "‘", "'", "«", "–", "—", "--", "-", "(", "and", "but", "so", "or", "then"})
BEHIND = frozenset({"”", '"', "’", "'", "»", ")", "''"})
LONGEST_LINE = 1000  # characters from a label to a cue that it bears upon
FEW = 4  # tokens from a question's first word to its auxiliary; closing marks behind its last word
MOST_BETWEEN = 25  # tokens from the verb that comes first to the one of saying


@cache
def tested() -> re.Pattern[str]:
    names = "|".join(lexicons.load("doubts")["tested"].split())
    return re.compile(rf"[ \t]*(?:the |viral )?(?:{names})s?(?: \d+)?[ \t]*[:–—]", re.IGNORECASE)


def is_unasserted(tree: Tree, candidate: Candidate) -> bool:
    """Whether nobody is told to have said it."""
    head = cues.head_of(tree, candidate.cue)
    return head is not None and (is_asked(tree, head) or is_tested(tree, candidate))


def is_tested(tree: Tree, candidate: Candidate) -> bool:
    """Whether the cue's line begins with a label of what is put to the test."""
    text, cue = tree.article.text, candidate.cue[0][0]
    line = text.rfind("\n", max(0, cue - LONGEST_LINE), cue)
    return (line >= 0 or cue <= LONGEST_LINE) and tested().match(text, line + 1) is not None


def is_asked(tree: Tree, head: int) -> bool:
    """Whether the cue's verb stands in a question that its own "did", "has" or "is" begins."""
    verb = head if tree.is_verb(head) else tree.head[head]
    if not tree.is_verb(verb) or not ends_asking(tree, head):
        return False
    after = tree.child(verb, "acomp", "attr", "prep")
    for first in (k for k in (*tree.kids[verb], verb) if k <= verb and tree.tag[k] in FINITE):
        last = verb if first < verb else max(head, after or head)  # "is he sure that …?"
        who = range(first + 1, min(last, first + MOST_BETWEEN))
        if opens(tree, first) and any(tree.tag[k] in NOMINAL for k in who):
            return True
    return False


def opens(tree: Tree, first: int) -> bool:
    """Whether the token is the first of its sentence, its clause or its quotation."""
    begin, _ = tree.sentence_bounds(first)
    if any(tree.tag[k][0] == "W" for k in range(max(begin, first - FEW), first)):  # "why, then, would he say so?"
        return False
    return first == begin or tree.lower[first - 1] in BEFORE or tree.words[first - 1].isspace()


def ends_asking(tree: Tree, token: int) -> bool:
    """Whether the first mark that ends a sentence after the token is a question's."""
    _, last = tree.sentence_bounds(token)
    least = max(token, last - FEW)
    while last > least and (tree.words[last] in BEHIND or tree.words[last].isspace()):
        last -= 1
    return tree.words[last] == "?" or any(tree.words[k] == "?" for k in range(token + 1, min(last, token + 60)))
