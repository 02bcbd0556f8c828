""" "This follows …", "After this": a demonstrative that stands for what the sentence before told is a mention of it."""

from __future__ import annotations

from collections.abc import Sequence

from service.extraction.article import Article
from service.extraction.events.telling import Telling
from service.extraction.events.tree import Tree
from service.extraction.search import places

# What only an event does, after another one or to its effect.
RELATING = frozenset({"follow", "come", "bring", "mark", "happen", "occur", "trigger", "prompt", "spark", "cause"})
CAUSES = frozenset({"due", "because", "after", "following"})
BEFORE = frozenset({"after", "following", "before", "despite"})


def mentions(article: Article, tree: Tree, tellings: Sequence[Telling]) -> dict[int, list[int]]:
    """The tokens of demonstratives by the number of the telling that they take up, the last sentence's main one."""
    these = [i for i in places(tree.lowers, "this") if takes_up(tree, i)]
    if not these:
        return {}
    main = {article.sentence_of[t.token]: n for n, t in enumerate(tellings) if tree.heads[t.token] == t.token}
    found: dict[int, list[int]] = {}
    for i in these:
        taken = main.get(article.sentence_of[i] - 1)
        if taken is not None:
            found.setdefault(taken, []).append(i)
    return found


def takes_up(tree: Tree, this: int) -> bool:
    verb = tree.heads[this]
    if tree.deps[this] == "pobj":
        return tree.lowers[verb] in BEFORE
    if tree.deps[this] != "nsubj":
        return False
    if tree.lemmas[verb] in RELATING:
        return True
    return tree.lemmas[verb] == "be" and any(kid > verb and tree.lowers[kid] in CAUSES for kid in tree.kids[verb])
