"""What a noun or an adjective says of an event that is still out: "is due", "is likely", "the right to vote"."""

from __future__ import annotations

from service import lexicons
from service.extraction.annotations import Modality
from service.extraction.events.tree import Tree

LEXICON = {name: frozenset(words) for name, words in lexicons.load("modality").items()}
HOLDING = frozenset({"take", "happen", "occur", "begin", "start", "resume"})
COMING = HOLDING | {"come", "follow", "arrive", "ensue"}
DUE = frozenset({"due", "schedule"})
CHANCES = frozenset({"possible", "likely", "unlikely", "probable", "conceivable", "imaginable"})
RANKING = frozenset({"first", "second", "third", "last", "latest", "only", "next", "few", "one"})
ACTORS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
CLIMB = 4  # conjoined infinitives


def is_due(tree: Tree, noun: int, verb: int) -> bool:
    """ "The vote is due on Thursday", "the trial is due to begin"."""
    return is_judged(tree, noun, verb, DUE)


def is_likely(tree: Tree, noun: int, verb: int) -> bool:
    """ "A strike is likely", "is likely to follow", but not "is likely to hurt them"."""
    if not is_judged(tree, noun, verb, CHANCES):
        return False
    clauses = [clause for kid in tree.children(verb, "acomp") for clause in tree.children(kid, "xcomp")]
    return all(tree.lemmas[clause] in COMING for clause in clauses)


def is_judged(tree: Tree, noun: int, verb: int, words: frozenset[str]) -> bool:
    """Whether one of the words is said of the noun, by the verb that it is the subject of."""
    return (
        tree.deps[noun] in {"nsubj", "nsubjpass"}
        and tree.heads[noun] == verb
        and any(tree.lemmas[kid] in words for kid in tree.children(verb, "acomp"))
    )


def of_infinitive(tree: Tree, verb: int) -> Modality | None:
    """What a noun makes of its infinitive: "a willingness to sell" sells nothing yet, "the first to sell" has."""
    for _ in range(CLIMB):
        if tree.deps[verb] not in {"conj", "xcomp"}:
            break
        verb = tree.heads[verb]
    noun = tree.heads[verb]
    if tree.deps[verb] != "acl" or not has_to(tree, verb) or tree.tags[noun] not in {"NN", "NNS"}:
        return None
    ranked = any(tree.tags[kid] == "JJS" or tree.lowers[kid] in RANKING for kid in tree.kids[noun])
    settled = tree.lemmas[noun] in LEXICON["fulfilled"] or tree.lemmas[noun] in LEXICON["negative"]
    return None if ranked or settled or tree.types[noun] in ACTORS else "possible"


def has_to(tree: Tree, verb: int) -> bool:
    """Whether "to" stands before the verb or, as parsers have it, before its auxiliary: "to be used"."""
    return any(tree.tags[kid] == "TO" for word in (verb, *tree.helpers.get(verb, ())) for kid in tree.kids[word])
