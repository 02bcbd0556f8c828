"""Which words a time expression dates."""

from __future__ import annotations

from collections.abc import Container

from service.extraction.events.tree import Tree

CLIMB = 8
# Places between an event and its date belong to the event: "their meeting in Beijing, China, February 4".
TRANSPARENT = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
# Prepositions over which a date at the end of a noun phrase is still the verb's: "held talks in Geneva on Monday".
LOOSE = frozenset({"in", "at", "with", "to", "for", "on", "into", "near", "by", "against", "between", "over"})
SCHEDULING = frozenset({
    "schedule", "reschedule", "plan", "set", "slate", "book", "postpone", "delay", "defer", "put", "push", "expect",
})  # fmt: skip
POSTPONING = frozenset({"postpone", "delay", "defer", "reschedule", "put", "push", "move"})


def governors(tree: Tree, timed: Container[int], head: int) -> tuple[list[int], str]:
    """The words that a time expression dates, and the preposition before it.

    The noun or verb above it; and where that noun is the object in which the clause ends, the verb too, since
    nobody, least of all a parser, can say which of both "on Monday" belongs to.
    """
    found: list[int] = []
    word = ""
    below = head
    for above in tree.above(head, CLIMB):
        if tree.deps[below] in {"pobj", "pcomp"} and below in timed and above not in timed:
            word = tree.lowers[above]
        elif found and tree.deps[below] == "pobj" and tree.lowers[above] not in LOOSE:
            break
        if above not in timed:
            if tree.is_verb(above) and tree.deps[above] not in {"aux", "auxpass"}:
                if not found and tree.lemmas[above] in SCHEDULING and (events := set_for(tree, above, word)):
                    return events, "moved" if tree.lemmas[above] in POSTPONING else ""
                found.append(above)
                if not ends_purpose(tree, above, head):
                    return found, word
            if tree.is_noun(above) and tree.types[above] not in TRANSPARENT:
                found.append(above)
                own = head < above or (word in {"of", "from", "since"} and not is_scene(tree, above, word))
                if own or tree.deps[above] not in {"dobj", "attr", "pobj"}:
                    break
        below = above
    return (found or [below]), word


def ends_purpose(tree: Tree, verb: int, head: int) -> bool:
    """Whether the date ends an infinitive, and so the clause above: "went to fetch water on Monday"."""
    if head < verb or tree.deps[verb] not in {"xcomp", "advcl"}:
        return False
    return tree.deps[verb] == "xcomp" or any(tree.tags[kid] == "TO" for kid in tree.kids[verb])


def is_scene(tree: Tree, noun: int, word: str) -> bool:
    """Whether the noun with its year is what a clause is set in: "died in the war of 1994"."""
    return word == "of" and tree.deps[noun] == "pobj" and tree.lowers[tree.heads[noun]] in {"in", "during", "at"}


def set_for(tree: Tree, verb: int, word: str) -> list[int]:
    """What is scheduled for, or put off until, the date: it falls on that day, not the scheduling."""
    if word not in {"for", "until", "till", "to"}:
        return []
    if tree.deps[verb] in {"acl", "relcl"}:
        return [tree.heads[verb]]
    events = tree.children(verb, "nsubjpass") or tree.children(verb, "dobj")
    infinitives = [kid for kid in tree.children(verb, "xcomp") if tree.is_verb(kid)]
    return infinitives or [inner for each in events for inner in parts(tree, each)]


def parts(tree: Tree, noun: int) -> list[int]:
    """The noun and what it is "of": "a round of talks"."""
    inner = [kid for of in tree.children(noun, "prep") if tree.lowers[of] == "of" for kid in tree.children(of, "pobj")]
    return [noun, *inner]
