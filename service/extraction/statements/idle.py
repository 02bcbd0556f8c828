"""What has the form of an attribution and attributes nothing: a wish not to be named, a verdict; `deeds` has acts."""

from __future__ import annotations

import re

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.lexicon import words
from service.extraction.statements.traps import is_trap
from service.extraction.statements.tree import Tree

ANONYMITY = re.compile(
    r"(?:(?:for|to) )?(?:remain anonymous|anonymity"
    r"|(?:not |only )?(?:to |that (?:\w+ ){1,3})(?:not )?be (?:further )?(?:named|identified|quoted)"
    r"|(?:to have )?(?:his|her|their) (?:\w+ )?names? (?:in print|(?:to be )?(?:used|published|printed|disclosed))"
    r"|not be(?:ing)? (?:named|identified|quoted)|(?:not )?to give (?:his|her|their) (?:\w+ )?(?:sur|last )?name)"
)
VERDICT = re.compile(r"\b(?:not )?(?:guilty|liable)\b|\b(?:dead|unconscious|unresponsive)\b")
GOALS = re.compile(
    r"(?:(?:an?|the|\w+) ){0,3}(?:penalt(?:y|ies)|goals?|corners?|tries|try|runs?|free kicks?|points?)\b"
)
MANNER = re.compile(r"(?:it|this|things) \w+ly$")  # "recalled it differently: …"
SHOWN = frozenset("emotion remorse mercy restraint courage interest sign reaction".split())  # "showed no emotion"
SUPPOSING = frozenset({"may", "might", "should"})
NAMING = frozenset("know call name dub nickname".split())  # "HSC, as it is known"
WORD = re.compile(r"\w+")
FEWEST_WORDS = 3  # of what nobody in particular says


def is_idle(tree: Tree, candidate: Candidate) -> bool:
    """Whether nothing was said: decided by the cue's verb and what it takes."""
    head = cues.head_of(tree, candidate.cue)
    if head is None:
        return False
    if is_trap(tree, candidate, head):
        return True
    lemma, text = tree.lemma[head].lower(), tree.article.text
    start, end = candidate.content[0][0], candidate.content[-1][1]
    if lemma in NAMING and text[start:end].lower() in {"it", "he", "she", "they", "this", "that"}:
        return True
    if len(candidate.content) == 1 and MANNER.match(text[start:end]):
        return True
    if lemma in words().reticent and ANONYMITY.match(text, start, end):
        return True
    if lemma == "find" and tree.child(head, "ccomp", "oprd", "acomp", "xcomp") is not None and text[start] not in '“"':
        return VERDICT.search(text, start, min(end, start + 60)) is not None and not is_clause(tree, head, start)
    if lemma == "threat" and any(tree.lower[k] == "to" and tree.dep[k] == "prep" for k in tree.kids[head]):
        return True  # "a threat to both towns"
    if lemma == "complain" and is_ill(tree, head) or is_hour(tree, candidate):
        return True
    if is_supposed(tree, candidate, head):
        return True
    if lemma == "show" and (shown := tree.child(head, "dobj")) is not None and tree.lemma[shown] in SHOWN:
        return tree.child(head, "ccomp") is None
    if lemma == "concede" and GOALS.match(text, start, end):
        return True
    return not candidate.source and says_nobody(tree, candidate, head)


def is_ill(tree: Tree, head: int) -> bool:
    """ "Complained of chest pain": what a patient feels."""
    of = next((k for k in tree.children(head, "prep") if tree.lower[k] == "of"), None)
    what = tree.child(of, "pobj") if of is not None else None
    return what is not None and tree.lower[what] in words().ailments


def is_hour(tree: Tree, candidate: Candidate) -> bool:
    """Whether the source is when it was done, taken for by whom: "were confirmed by nightfall"."""
    if len(candidate.source) != 1:
        return False
    start, end = candidate.source[0]
    by = tree.article.text[max(0, start - 3) : start].lower() == "by "
    return by and tree.lower[tree.index(end - 1)] in words().hours


def is_supposed(tree: Tree, candidate: Candidate, head: int) -> bool:
    """Whether the writer only supposes or wants it: "voters may conclude that …", "the state should call for …"."""
    text = tree.article.text
    own = any(text[start:end].lower() in {"i", "we"} for start, end in candidate.source)  # "I should say that"
    if not tree.is_verb(head) or own or candidate.polarity == "negative" or tree.child(head, "neg") is not None:
        return False
    return any(tree.tag[k] == "MD" and tree.lower[k] in SUPPOSING for k in tree.children(head, "aux"))


def is_clause(tree: Tree, head: int, start: int) -> bool:
    """Whether the verb takes a finite clause: "found that he was guilty", not "found him guilty"."""
    inner = tree.child(head, "ccomp")
    return inner is not None and (tree.lower[tree.index(start)] == "that" or tree.tag[inner] in {"VBD", "VBZ", "VBP"})


def says_nobody(tree: Tree, candidate: Candidate, head: int) -> bool:
    """Whether a statement without a source is none: a word or two, or "Don't blame the rain"."""
    text = tree.article.text
    if any(text[start] in '“"‘«„' for start, _ in candidate.content):
        return False
    asked = tree.lemma[head] == "ask"
    if not asked and sum(len(WORD.findall(text, *piece)) for piece in candidate.content) < FEWEST_WORDS:
        return True
    return tree.tag[head] == "VB" and tree.dep[head] == "ROOT" and tree.child(head, "nsubj", "aux") is None
