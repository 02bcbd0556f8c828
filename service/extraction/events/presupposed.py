"""What a sentence takes for granted, so that its "not" does not reach it: "The fire did not start in the kitchen".

A fire that is spoken of as "the fire" was there; only where or how it began is denied.  Where nothing but its beginning
is ("the talks did not start"), or its day ("did not start on Monday"), there was none.
"""

from __future__ import annotations

from service.extraction.events.tree import Tree

BEGINNING = frozenset({"begin", "start", "originate", "cause"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
WHERE = frozenset({"in", "at", "on", "inside", "near", "from", "by", "with", "because", "under", "outside"})
WHEN = frozenset({"DATE", "TIME"})


def is_given(tree: Tree, noun: int, verb: int) -> bool:
    """Whether the verb's definite subject is there whatever is denied of where, how or by whom it began."""
    if tree.lemmas[verb] not in BEGINNING or verb not in tree.negated:
        return False
    return is_this(tree, noun) and any(kid > verb and is_circumstance(tree, kid) for kid in tree.kids[verb])


def is_this(tree: Tree, noun: int) -> bool:
    """Whether it is spoken of as a certain one: "the fire", "his visit"."""
    return any(tree.deps[kid] in {"det", "poss"} and is_definite(tree, kid) for kid in tree.kids[noun])


def is_definite(tree: Tree, kid: int) -> bool:
    return tree.deps[kid] == "poss" or tree.lowers[kid] in DEFINITE


def is_circumstance(tree: Tree, kid: int) -> bool:
    """A place, a manner or an agent, no time."""
    if tree.deps[kid] == "advmod":
        return tree.lowers[kid].endswith("ly") or tree.lowers[kid] in {"here", "there"}
    if tree.deps[kid] not in {"prep", "agent"} or tree.lowers[kid] not in WHERE:
        return False
    return all(tree.types[noun] not in WHEN for noun in tree.objects.get(kid, ()))
