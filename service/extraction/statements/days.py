"""Which verbs the time expressions of an article date, whatever stands between: "floated the idea in October"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from service.extraction.annotations import Dating, Precision, Time
from service.extraction.governors import LOOKING_AHEAD, NOUNS, governors
from service.extraction.statements.tree import Tree

COUNTED = re.compile(r"\b(?:earlier|later|before|after)\Z")  # from another day, or compared with it
THEN = frozenset({"had", "was", "were", "been", "did", "'d", "’d"})  # auxiliaries of what is told as over
# Prepositions of the day on which something was said; "" where the expression has none.
DATING = frozenset({"", "on", "in", "at", "during"})
NARROW = frozenset({"day", "week", "month"})
SPANS: tuple[tuple[int, Precision], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (92, "quarter"),
    (366, "year"),
    (3653, "decade"),
)


def dated_verbs(tree: Tree, times: Sequence[Time], all_times: Sequence[Time]) -> dict[int, list[Time]]:
    """By verbs that tell of the past the expressions, of `times`, that date them."""
    article = tree.article
    timed = {i for time in all_times for i in article.indices(time.start, time.end)}
    found: dict[int, list[Time]] = {}
    for time in times:
        if COUNTED.search(time.text):
            continue
        inside = article.indices(time.start, time.end)
        head = next((i for i in inside if tree.head[i] not in inside or tree.head[i] == i), inside[0])
        words, word = governors(tree, timed, head)
        n = next((n for n, i in enumerate(words) if tree.is_verb(i)), None)
        if n is None or word not in DATING:
            continue
        verb = words[n]
        if tree.lemmas[verb] in LOOKING_AHEAD:
            continue  # "expected a rise in July"
        if is_then(tree, verb) and is_open(tree, words[:n] or objects(tree, verb, head), time):
            found.setdefault(verb, []).append(time)
        elif (above := around(tree, verb)) is not None and head > verb and dating_of(time).precision == "day":
            found.setdefault(above, []).append(time)
    return found


def around(tree: Tree, gerund: int) -> int | None:
    """The verb of a clause that ends in a gerund, whose day is mostly its own: "accused him of hiding it on Monday"."""
    if tree.tag[gerund] != "VBG" or tree.dep[gerund] != "pcomp":
        return None
    verb = tree.head[tree.head[gerund]]
    verb = tree.head[verb] if tree.dep[verb] == "dobj" else verb
    return verb if tree.tag[verb] == "VBD" and verb < gerund and is_then(tree, verb) else None


def is_then(tree: Tree, verb: int) -> bool:
    """Whether it is told in the past, with a day: "asked", "had asked", "was asked", but not "has asked"."""
    helpers = {tree.lower[kid] for kid in tree.kids[verb] if tree.dep[kid] in {"aux", "auxpass"}}
    return (tree.tag[verb] == "VBD" and not helpers) or (bool(helpers) and helpers <= THEN)


def objects(tree: Tree, verb: int, before: int) -> list[int]:
    """The nouns between the verb and an expression that hangs on it."""
    found = []
    for kid in tree.kids[verb]:
        noun = tree.child(kid, "pobj") if tree.dep[kid] == "prep" else kid if tree.dep[kid] == "dobj" else None
        if noun is not None and verb < noun < before and tree.is_noun(noun):
            found.append(noun)
    return found


def is_open(tree: Tree, nouns: list[int], time: Time) -> bool:
    """Whether the nouns between a verb and the day behind them leave it to the verb: "blasted the bank on Friday"; not
    "condemned his visit on Friday", nor "claimed a loss in 1995"."""
    if not nouns:
        return True
    told_of = tree.lemmas[nouns[0]] in NOUNS
    if told_of and (tree.dep[nouns[0]] != "dobj" or tree.child(nouns[0], "poss") is not None):
        return False
    return dating_of(time).precision in NARROW


def dating_of(time: Time) -> Dating:
    """A Time's calendar bounds as a Dating."""
    earliest, latest = (time.earliest or "")[:10], (time.latest or "")[:10]
    return Dating(earliest, latest, precision(earliest, latest), "expression")


def precision(earliest: str, latest: str) -> Precision:
    try:
        days = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1
    except ValueError:
        return "other"
    for most, name in SPANS:
        if days <= most:
            return name
    return "century" if days <= 36525 else "other"
