"""The dependency trees of one article as plain lists, with the questions that statements and events both ask."""

from __future__ import annotations

from collections.abc import Iterator

from service.extraction import syntax
from service.extraction.article import Article

SPLIT = 8  # tokens from an auxiliary to its participle, at most, where a date stands between them


class Clauses:
    """Words of an article by index: `words`, `deps`, `tags`, `lemmas` and `lowers` (both lower case), `heads`, `kids`.

    `types` are those of the names that the model found.
    """

    def __init__(self, article: Article) -> None:
        self.words, self.types = article.words, article.entity_types
        self.deps, self.tags = article.deps, article.tags
        self.lowers, self.heads = article.lowers, article.heads
        self.lemmas = article.lower_lemmas
        self.kids = article.first_kids

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

    def participle(self, have: int) -> int | None:
        """ "Issued" of "had on Monday issued a warning": a date between auxiliary and participle misleads parsers."""
        if self.lemmas[have] != "have" or self.tags[have] not in {"VBD", "VBZ", "VBP"}:
            return None
        for i in range(have + 1, min(have + SPLIT, len(self.words))):
            if self.tags[i] in {"VBN", "VBD"}:
                return i if i > have + 1 and self.heads[i] != i and self.deps[i] not in {"amod", "acl"} else None
            if self.tags[i] not in {"IN", "RB", ","} and self.types[i] not in {"DATE", "TIME"}:
                return None
        return None
