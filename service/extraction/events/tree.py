"""The dependency trees of one article as plain lists, read once.

spaCy finds a token's children by looking through all tokens between it and its outermost child, which is quadratic
where one sentence has thousands of verbs; here they are a list each.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from service.extraction import syntax
from service.extraction.article import Article

MOST = 100  # children of a word that are kept, the first: more are a list, and looking through all is quadratic


class Tree:
    """Words of an article by index: `deps`, `tags`, `lemmas` and `lowers` (both lower case), `heads`, `kids`."""

    def __init__(self, article: Article) -> None:
        self.doc = article.doc
        self.deps, self.tags = article.deps, article.tags
        self.lowers, self.heads = article.lowers, article.heads
        self.lemmas = [lemma.lower() for lemma in article.lemmas]
        self.kids: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i and len(self.kids[head]) < MOST:
                self.kids[head].append(i)

    def children(self, i: int, *deps: str) -> list[int]:
        """The children of a token, all or those of the given relations, in text order."""
        return [kid for kid in self.kids[i] if self.deps[kid] in deps] if deps else self.kids[i]

    def is_verb(self, i: int) -> bool:
        return self.tags[i] in syntax.VERB_TAGS

    def is_noun(self, i: int) -> bool:
        return self.tags[i] in syntax.NOUN_TAGS

    def above(self, i: int, steps: int) -> Iterator[int]:
        """The heads above the token, nearest first, at most `steps`."""
        for _ in range(steps):
            if self.heads[i] == i:
                return
            i = self.heads[i]
            yield i

    def conjuncts(self, i: int, most: int = 12) -> list[int]:
        """The token and what is conjoined after it, in text order; at most `most`."""
        found, queue = [i], [i]
        while queue and len(found) < most:
            more = self.children(queue.pop(), "conj")
            found += more
            queue += more
        return sorted(found[:most])

    def token(self, i: int) -> Token:
        return self.doc[i]
