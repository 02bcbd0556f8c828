"""What a noun or an adjective says of an event that is still out: "is due", "is likely", "the right to vote"."""

from __future__ import annotations

from service import lexicons
from service.extraction.annotations import Modality
from service.extraction.events.control import ACTORS
from service.extraction.events.tree import Tree

LEXICON = {name: frozenset(words) for name, words in lexicons.load("modality").items()}
HOLDING = frozenset({"take", "happen", "occur", "begin", "start", "resume"})
COMING = HOLDING | {"come", "follow", "arrive", "ensue"}
DUE = frozenset({"due", "schedule"})
CHANCES = frozenset({"possible", "likely", "unlikely", "probable", "conceivable", "imaginable"})
RANKING = frozenset({"first", "second", "third", "last", "latest", "only", "next", "few", "one"})
CLIMB = 4  # conjoined infinitives


def said_of(tree: Tree, noun: int, verb: int) -> Modality | None:
    """ "The vote is due", "a strike is likely to follow", but not "the strike is likely to hurt them"."""
    if tree.heads[noun] != verb or tree.deps[noun] not in {"nsubj", "nsubjpass"}:
        return None
    for word in tree.children(verb, "acomp"):
        if tree.lemmas[word] in DUE:
            return "planned"
        if tree.lemmas[word] in CHANCES and all(tree.lemmas[kid] in COMING for kid in tree.children(word, "xcomp")):
            return "possible"
    return None


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
