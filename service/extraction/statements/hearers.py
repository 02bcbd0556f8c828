"""Whom something was said to: "told reporters", "urged the crowd to go home", "said to her".

An object or a "to" names a hearer only where it can hear: "referred to the law", "asked a question" name none.
"""

from __future__ import annotations

from service import lexicons
from service.extraction.statements.clauses import PEOPLE, Range, phrase
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

NOUNS = lexicons.load("coreference")["nouns"]
BODIES = frozenset(" ".join(NOUNS[name] for name in ("people", "status", "loose", "public", "collective")).split())
ROLES = frozenset(lexicons.load("titles")["roles"]["person"].split())
VOICING = frozenset("express convey talk speak offer address announce".split())  # speech, though no quotation's
TELLING = frozenset("tell remind assure inform notify brief".split())  # their objects can all hear, a conference too
PRONOUNS = frozenset("me him her us them you everyone everybody anyone someone those".split())
HUMAN = tuple("er ers or ors ist ists ian ians ant ants ee ees man men woman women".split())  # endings


def to_whom(tree: Tree, verb: int) -> Range | None:
    """The range of the words that name the hearer of what the verb says; None where nobody is named."""
    lemma = tree.lemma[verb]
    if "quote" not in words().verbs.get(lemma, ()) and lemma not in words().telling | words().urging | VOICING:
        return None
    whom = tree.child(verb, "dative")
    if whom is None and (lemma in words().telling or lemma in words().urging and tree.child(verb, "xcomp", "ccomp")):
        objects = tree.children(verb, "dobj", "nsubjpass")
        told = next((k for k in objects if hears(tree, lemma, k)), None)
        subject = urged(tree, verb)
        whom = subject if told is None and subject is not None and hears(tree, lemma, subject) else told
    if whom is None and lemma not in words().pointing:
        whom = next((k for k in tree.children(verb, "prep") if tree.lower[k] == "to" and k > verb), None)
    if whom is not None and tree.tag[whom] in {"IN", "TO"}:
        whom = None if lemma in words().pointing else tree.child(whom, "pobj")
        if whom is not None and not (can_hear(tree, whom) or lemma in words().addressing and tree.is_noun(whom)):
            whom = None
    elif whom is not None and not hears(tree, lemma, whom):
        return None
    return None if whom is None else phrase(tree, whom)


def hears(tree: Tree, lemma: str, noun: int) -> bool:
    """Whether the object of a verb is its hearer: of "tell" all but tales, of "urge" also people that no list knows."""
    if lemma in TELLING:
        return tree.lemma[noun] not in words().tales
    return can_hear(tree, noun) or lemma in words().urging and tree.tag[noun] == "NNS"


def stands_apart(lemma: str, frame: str) -> bool:
    """Whether the hearer is no part of what is said: "told her [to go]", but "asked [her to go]"."""
    return lemma in words().telling and not (lemma == "ask" and frame == "to")


def urged(tree: Tree, verb: int) -> int | None:
    """The subject of the infinitive right behind the verb: "urged [both sides] to talk"."""
    inner = next((kid for kid in tree.children(verb, "xcomp", "ccomp") if kid > verb), None)
    subject = tree.child(inner, "nsubj") if inner is not None else None
    to = inner is not None and any(tree.tag[kid] == "TO" for kid in tree.kids[inner])
    return subject if subject is not None and to and tree.left[subject] == verb + 1 else None


def can_hear(tree: Tree, noun: int) -> bool:
    """Whether the phrase headed by the token names people, a body of them, or a paper that people work for."""
    word, lemma = tree.lower[noun], tree.lemma[noun].lower()
    if tree.tag[noun] in {"PRP", "WP"} or word in PRONOUNS:
        return word not in {"it", "itself", "what", "yourself", "himself", "herself", "themselves"}
    if not tree.is_noun(noun):
        return False
    if tree.ent[noun] in PEOPLE or word in words().persons or {word, lemma} & (BODIES | ROLES | words().media):
        return True
    return is_human(tree, noun)


def is_human(tree: Tree, noun: int) -> bool:
    """Whether a common noun means people: by the lexicon or by its ending."""
    word, lemma = tree.lower[noun], tree.lemma[noun].lower()
    if word in words().persons or {word, lemma} & ROLES:
        return True
    return tree.tag[noun] in {"NN", "NNS"} and word.endswith(HUMAN) and lemma not in words().lookalikes
