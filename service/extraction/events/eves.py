"""Days told by another event: "on the eve of the vote", "the night before the fire", "hours after the crash"."""

from __future__ import annotations

from service.extraction.events.tree import Tree
from service.extraction.search import places

SIDES = {"before": -1, "after": 1}
PARTS = frozenset({"day", "night", "morning", "evening", "afternoon"})
# Before "after" and "before": so little later or earlier that it was mostly the same day.
SOON = frozenset({"hours", "minutes", "moments", "seconds", "shortly", "soon", "immediately"})
CLIMB = 5  # steps from "before" to what happened then


def told_by(tree: Tree) -> dict[int, tuple[int, int]]:
    """What happened on a day that another event tells → that event, and by how many days its day lies off."""
    found: dict[int, tuple[int, int]] = {}
    links = [i for word in SIDES for i in places(tree.lowers, word)] + [i + 1 for i in places(tree.lowers, "eve")]
    for i in sorted(links):
        off = days_off(tree, i) if i < len(tree.lowers) else None
        event = of_link(tree, i) if off is not None else None
        if off is None or event is None:
            continue
        then = event_then(tree, i if tree.deps[i] != "mark" else event)
        if then is not None and then != event:
            found[then] = event, off
    return found


def days_off(tree: Tree, link: int) -> int | None:
    """-1 at the "of" of "the eve of", 1 at the "after" of "the day after", 0 at that of "hours after"; else None."""
    word, before, first = (tree.lowers[i] if i >= 0 else "" for i in (link, link - 1, link - 2))
    if before == "eve":
        return -1 if word == "of" else None
    if before in PARTS:
        return SIDES[word] if first in {"the", "very"} else None
    return 0 if before in SOON else None


def of_link(tree: Tree, link: int) -> int | None:
    """The event that the preposition or conjunction leads to."""
    if tree.deps[link] == "mark":
        return tree.heads[link]
    return next(iter(tree.objects.get(link, ())), None) if tree.deps[link] == "prep" else None


def event_then(tree: Tree, below: int) -> int | None:
    """The nearest verb or noun above that is no word of time, where it is not the time itself that the clause tells."""
    for above in tree.above(below, CLIMB):
        if tree.is_verb(above):
            return above if tree.deps[below] not in {"nsubj", "nsubjpass"} else None
        of_time = tree.lowers[above] in PARTS or tree.lowers[above] in SOON or tree.lowers[above] == "eve"
        if tree.is_noun(above) and not of_time:
            verb = tree.heads[above]
            return verb if tree.deps[above] == "dobj" and tree.is_verb(verb) else above
        below = above
    return None
