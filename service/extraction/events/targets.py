"""At whom an event is aimed where no complement of its own says so, which depends on what kind of event it is.

A protest is aimed at whom its demand concerns ("marched to demand that the king resign"), a threat at who could avert
it ("threatened to strike unless Kenya paid"), a judgement at who did what is judged ("condemned the raids flown by
Oman").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from service.extraction.annotations import Role
from service.extraction.events.control import EVENTIVE, WORDS
from service.extraction.events.roles import Roles

MOST = 12  # words of a clause that are looked through
WITHIN = frozenset({"dobj", "prep", "pobj", "pcomp", "poss", "agent", "ccomp", "nsubj", "nsubjpass", "xcomp"})
CLAUSES = ("advcl", "xcomp", "acl")
DEEDS = EVENTIVE | WORDS["deeds"]
CONDITIONS = frozenset({"if", "unless"})


def protested(roles: Roles, trigger: int) -> Iterator[int]:
    """Whom the demand of a protest concerns: the first actor named in it."""
    tree = roles.tree
    carrier = tree.heads[trigger] if tree.deps[trigger] == "dobj" else trigger
    for word in dict.fromkeys((carrier, trigger)):
        for clause in tree.children(word, *CLAUSES):
            if tree.lemmas[clause] in WORDS["demanding"]:
                yield from named(roles, clause)


def named(roles: Roles, clause: int) -> Iterator[int]:
    """The first actor among the complements of the clause's verb, and theirs."""
    tree = roles.tree
    queue = [clause]
    for word in queue:
        for kid in tree.kids[word]:
            if tree.deps[kid] in WITHIN and tree.lowers[kid] not in WORDS["place_prepositions"]:
                if tree.deps[kid] not in {"prep", "agent"} and tree.tags[kid] != "PRP$" and roles.is_actor(kid):
                    yield kid
                    return
                queue.append(kid)
        if len(queue) > MOST:
            return


def threatened(roles: Roles, trigger: int) -> Iterator[int]:
    """Who could avert what is threatened: the subject of its condition."""
    tree = roles.tree
    words = [trigger]
    for word in words:
        if len(words) < MOST:
            words += tree.children(word, "xcomp", "dobj", "acl")
        for clause in tree.children(word, "advcl"):
            if any(tree.lowers[mark] in CONDITIONS for mark in tree.adverbs.get(clause, ())):
                yield from (kid for kid in tree.children(clause, "nsubj") if roles.is_actor(kid))


def judged(roles: Roles, trigger: int) -> Iterator[int]:
    """Who did what is judged or looked into, if a participle says so."""
    tree = roles.tree
    for head in [head for head, role in roles.found.items() if role == "patient" and tree.lemmas[head] in DEEDS]:
        for clause in tree.children(head, "acl"):
            yield from (doer for by in tree.children(clause, "agent") for doer in tree.objects.get(by, ()))


TARGETS: dict[str, Callable[[Roles, int], Iterator[int]]] = {
    "PROTEST": protested,
    "THREATEN": threatened,
    "DISAPPROVE": judged,
    "INVESTIGATE": judged,
}


def add(found: dict[int, Role], roles: Roles, trigger: int, type_: str | None) -> None:
    """Add whom the event of this type is aimed at to what `roles` has found for it, unless someone is already."""
    roles.found = found  # whatever it was asked for since
    find = TARGETS.get(type_) if type_ else None
    if find is None or roles.has("recipient"):
        return
    if find is not judged and any(roles.is_actor(head) for head, role in roles.found.items() if role == "patient"):
        return
    for head in list(find(roles, trigger)):
        if roles.found.get(head) is None:
            roles.add(head, "recipient")
