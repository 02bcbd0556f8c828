"""The day of an event of which another day is so many years later: "Friday is the 25th anniversary of the crash"."""

from __future__ import annotations

from collections.abc import Mapping

from service.extraction.annotations import Time, is_day
from service.extraction.events.bounds import ORDINALS, leading_number, shifted, years_before
from service.extraction.events.bounds import day as day_of
from service.extraction.events.tree import Tree

BESIDE = frozenset({",", "(", "-", "–", "—"})
MARKING = frozenset({"mark", "be", "commemorate", "celebrate"})


def marking(tree: Tree, event: int) -> int | None:
    """The "anniversary" or "eve" that the event is the object of; None where it is not."""
    of = tree.heads[event]
    if tree.deps[event] != "pobj" or tree.lowers[of] != "of":
        return None
    above = tree.heads[of]
    return above if tree.lemmas[above] in {"anniversary", "eve"} else None


def day(tree: Tree, timed: Mapping[int, Time], marking: int, today: str | None) -> str | None:
    """The day of the event: so many years before its anniversary, the day after its eve; None if nothing says when."""
    marked = marked_day(tree, timed, marking)
    when = day_of(marked.earliest) if marked else today if is_today(tree, marking) else None
    if tree.lemmas[marking] == "eve":
        return shifted(when, 1)
    count = years(tree, marking)
    return years_before(when, count) if count else None


def years(tree: Tree, marking: int) -> int | None:
    """Which anniversary it is: 2 of "the second anniversary"."""
    words = (tree.lowers[kid] for kid in tree.kids[marking])
    return next((n for word in words if (n := ORDINALS.get(word) or leading_number(word))), None)


def is_today(tree: Tree, marking: int) -> bool:
    """ "This is the eve of the vote", "it is the tenth anniversary"."""
    verb = tree.heads[marking]
    subjects = {tree.lowers[kid] for kid in tree.subjects.get(verb, ())}
    return tree.tags[verb] == "VBZ" and tree.lemmas[verb] == "be" and bool(subjects & {"this", "it"})


def marked_day(tree: Tree, timed: Mapping[int, Time], marking: int) -> Time | None:
    """The day that is the anniversary: in apposition to it before or after, or what "marks" it."""
    first = tree.first(marking)
    near = [first - 1, tree.last(marking) + 2]
    if tree.words[first - 1] in BESIDE:
        near.append(first - 2)
    verb = tree.heads[marking]
    if tree.lemmas[verb] in MARKING:
        near += tree.children(verb, "nsubj", "npadvmod")
    near.append(verb)
    found = (timed.get(i) for i in near)
    return next((time for time in found if time and is_day(time)), None)
