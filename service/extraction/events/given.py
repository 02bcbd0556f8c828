"""Events that are not told but taken as known: to say which person or thing is meant, when, why or what about."""

from __future__ import annotations

from service import lexicons
from service.extraction.events.presupposed import DEFINITE
from service.extraction.events.tree import Tree

LIGHT = frozenset(lexicons.load("event_nouns")["light_verbs"]) - {"have"}  # "has his doubts" tells of nothing new

# A noun that stands under one of these is what happened; under another, what something else is about.
SCENES = frozenset({"in", "at", "under", "during", "by", "on", "to", "amid", "through"})
# Verbs whose object has been before: "claimed the attack", "confirmed the death", "is investigating the crash".
TAKING_UP = frozenset({
    "confirm", "deny", "claim", "investigate", "probe", "mourn", "regret", "witness", "survive", "describe", "recall",
    "mark", "commemorate", "remember", "protest",
})  # fmt: skip
EARLIER = frozenset({"when", "after", "before", "since", "because", "until"})


def is_given(tree: Tree, trigger: int) -> bool:
    """Whether the event only serves to say which thing, or when or why something else."""
    link = tree.deps[trigger]
    if tree.is_verb(trigger):
        if link in {"relcl", "acl"}:
            return is_restrictive(tree, trigger)
        return link == "advcl" and any(tree.lowers[kid] in EARLIER for kid in tree.adverbs.get(trigger, ()))
    if link == "pobj" and tree.lowers[tree.heads[trigger]] not in SCENES:
        return True
    if link == "dobj" and tree.lemmas[tree.heads[trigger]] in TAKING_UP and is_definite(tree, trigger):
        return True
    verb = tree.clause_verb(trigger)
    if verb is not None and is_given(tree, verb):
        return True
    if link == "dobj" and tree.lemmas[tree.heads[trigger]] in LIGHT:
        return False  # "made its first flight"
    return any(tree.deps[kid] == "poss" for kid in tree.kids[trigger])


def is_definite(tree: Tree, noun: int) -> bool:
    return any(tree.lowers[kid] in DEFINITE for kid in tree.kids[noun])


def is_over(tree: Tree, trigger: int) -> bool:
    """Whether the noun's preposition says that the event has been: "missing after an explosion"."""
    return tree.deps[trigger] == "pobj" and tree.lowers[tree.heads[trigger]] in {"after", "following", "since"}


def is_restrictive(tree: Tree, clause: int) -> bool:
    """Whether a clause about a noun says which one is meant; after a comma it tells on."""
    return tree.lowers[tree.first(clause) - 1] != ","


def is_known(tree: Tree, trigger: int) -> bool:
    """Whether the text takes it that the reader knows the event: "the sanctions", "the body found"; its clause's date
    need not be its own."""
    link = tree.deps[trigger]
    if link == "acl" and tree.tags[trigger] in {"VBN", "VBD"}:
        return is_restrictive(tree, trigger)
    if link != "pobj" or tree.lowers[tree.heads[trigger]] in {"in", "at", "during"}:
        return False
    if tree.lowers[tree.heads[trigger]] == "of" and tree.tags[tree.heads[tree.heads[trigger]]] == "CD":
        return False  # "one of the great victories"
    return any(tree.lowers[kid] in {"the", "this", "that"} for kid in tree.kids[trigger])
