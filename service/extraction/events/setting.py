"""What a main clause is set in: the day that a phrase or clause beside it gives, where it has none of its own.

"Testifying on Monday, she denied it", "In a letter published on May 3, he called it a lie", "Hundreds died when war
broke out in 1992": the clause happened then too.
"""

from __future__ import annotations

from collections.abc import Iterable

from service.extraction.events.tree import Tree

# Nouns of what somebody says or writes: whoever speaks in it spoke on its day.
MESSAGES = frozenset({
    "letter", "statement", "report", "interview", "complaint", "ruling", "speech", "article", "memo", "memorandum",
    "email", "e-mail", "tweet", "post", "study", "survey", "poll", "filing", "note", "essay", "testimony", "lawsuit",
    "message", "announcement", "release", "paper", "address", "remark", "comment", "column", "video", "broadcast",
    "decision", "opinion", "order", "briefing", "lecture", "suit", "petition", "motion", "affidavit",
})  # fmt: skip
CITING = frozenset({"report", "say", "note", "tell", "write", "announce", "show", "reveal", "describe"})
AT_ONCE = frozenset({"when", "as", "while"})


def settings(tree: Tree, dated: Iterable[int]) -> dict[int, int]:
    """Past main verbs → the dated verb beside them whose time is theirs; none of those that are dated themselves."""
    known = set(dated)
    found: dict[int, int] = {}
    for verb in known:
        main = main_of(tree, verb) if tree.is_verb(verb) else None
        if main is not None and main not in known and is_past(tree, main):
            found[main] = verb
    return found


def main_of(tree: Tree, verb: int) -> int | None:
    """The verb of the clause that the dated clause sets in time; None where it does not."""
    above, link, tag = tree.heads[verb], tree.deps[verb], tree.tags[verb]
    if link == "advcl":
        if tag == "VBG":
            return above if verb < above and not tree.children(verb, "mark") else None
        words = {tree.lowers[kid] for kid in tree.adverbs.get(verb, ())} & AT_ONCE
        cited = "as" in words and tree.lemmas[verb] in CITING  # "as the paper reported on Monday"
        return above if words and not cited and is_past(tree, verb) else None
    if link == "relcl":  # "killed 14, including three children, when they opened fire on Monday"
        when = any(tree.lowers[kid] == "when" for kid in tree.adverbs.get(verb, ())) and is_past(tree, verb)
        return inclusive(tree, above) if when else None
    if link != "acl":
        return None
    if tag == "VBG":  # "the minister, testifying on Monday, denied"
        told = tree.deps[above] == "nsubj" and verb < tree.heads[above] and tree.lowers[tree.first(verb) - 1] == ","
        return tree.heads[above] if told else None
    if tag != "VBN" or tree.lemmas[above] not in MESSAGES or tree.deps[above] != "pobj":
        return None
    preposition = tree.heads[above]
    if tree.lowers[preposition] == "to" and tree.lowers[tree.heads[preposition]] == "according":
        preposition = tree.heads[preposition]
    main = tree.heads[preposition]
    return main if tree.lowers[preposition] in {"in", "at", "according"} and preposition < main else None


def inclusive(tree: Tree, noun: int) -> int | None:
    """The verb of the clause in which "including" names the noun as part of another."""
    preposition = tree.heads[noun]
    if tree.deps[noun] != "pobj" or tree.lowers[preposition] != "including":
        return None
    verb = tree.clause_verb(tree.heads[preposition])
    return verb if verb is not None and verb < noun else None


def is_past(tree: Tree, verb: int) -> bool:
    """Whether it is told in the simple past."""
    helpers = [tree.lowers[kid] for kid in tree.helpers.get(verb, ())]
    if tree.tags[verb] == "VBD":
        return not helpers
    return bool(helpers) and all(word in {"was", "were"} for word in helpers)
