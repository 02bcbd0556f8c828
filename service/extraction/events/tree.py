"""The dependency trees of one article as plain lists, read once.

spaCy finds a token's children by looking through all tokens between it and its outermost child, which is quadratic
where one sentence has thousands of verbs; here they are a list each.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.extraction import syntax
from service.extraction.article import Article

CLAUSE = 20  # steps from a word to the verb of its clause, or to the edge of its phrase, at most
SPLIT = 8  # tokens from an auxiliary to its participle, at most, where a date stands between them
MODIFIERS = frozenset({"amod", "compound", "nmod"})
ADVERBS = frozenset({"advmod", "mark"})
PASSIVE = frozenset({"auxpass", "nsubjpass"})
APART = syntax.AUXILIARIES | syntax.SUBJECTS | ADVERBS | {"conj", "pobj", "neg", "preconj"}
AMOUNTS = frozenset("$£€¥₹₽₩₪₫₺₴¢%‰°#&+=*@~^|<>")


class Tree:
    """Words of an article by index: `words`, `deps`, `tags`, `lemmas` and `lowers` (both lower case), `heads`, `kids`.

    `types` are those of the names that the model found, `vocabulary` is all of `lowers`.  What is asked for most is
    kept apart, where a word has any: a verb's auxiliaries (`helpers`) and `subjects`, a word's `adverbs` and
    conjunctions and what is conjoined with it (`joined`), a preposition's `objects`.  `negated` are the words with a
    negating particle of their own or "neither", `passive` the verbs with a passive auxiliary or subject.
    """

    def __init__(self, article: Article) -> None:
        self.words, self.types = article.words, article.entity_types
        self.deps, self.tags = article.deps, article.tags
        self.lowers, self.heads = article.lowers, article.heads
        self.lemmas = list(map(str.lower, article.lemmas))
        self.vocabulary = frozenset(self.lowers)
        self.kids = article.first_kids
        self.helpers: dict[int, list[int]] = {}
        self.subjects: dict[int, list[int]] = {}
        self.adverbs: dict[int, list[int]] = {}
        self.joined: dict[int, list[int]] = {}
        self.objects: dict[int, list[int]] = {}
        self.negated: set[int] = set()
        self.passive: set[int] = set()
        apart = {
            **dict.fromkeys(syntax.AUXILIARIES, self.helpers),
            **dict.fromkeys(syntax.SUBJECTS, self.subjects),
            **dict.fromkeys(ADVERBS, self.adverbs),
            "conj": self.joined,
            "pobj": self.objects,
        }
        for i, dep in enumerate(self.deps):
            if dep not in APART:
                continue
            head = self.heads[i]
            if head == i or i > self.kids[head][-1]:
                continue
            if dep in apart:
                apart[dep].setdefault(head, []).append(i)
            if dep in PASSIVE:
                self.passive.add(head)
            elif dep == "neg" or (dep == "preconj" and self.lowers[i] == "neither"):
                self.negated.add(head)

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

    def first(self, i: int) -> int:
        """The first word of the phrase that the token heads."""
        for _ in range(CLAUSE):
            kids = self.kids[i]
            if not kids or kids[0] > i:
                break
            i = kids[0]
        return i

    def last(self, i: int) -> int:
        """The last word of the phrase that the token heads."""
        for _ in range(CLAUSE):
            kids = self.kids[i]
            if not kids or kids[-1] < i:
                break
            i = kids[-1]
        return i

    def is_mark(self, i: int) -> bool:
        """Whether the token is punctuation or white space and no word, number or sign of an amount."""
        word = self.words[i]
        return not (word.isalnum() or word in AMOUNTS or any(map(str.isalnum, word)))

    def clause_verb(self, i: int) -> int | None:
        """The nearest verb at or above the token, within `CLAUSE` steps."""
        if self.is_verb(i):
            return i
        return next((above for above in self.above(i, CLAUSE) if self.is_verb(above)), None)

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

    def conjuncts(self, i: int, most: int = 12) -> list[int]:
        """The token and what is conjoined after it, in text order; at most `most`."""
        if i not in self.joined:
            return [i]
        found, queue = [i], [i]
        while queue and len(found) < most:
            more = self.joined.get(queue.pop(), [])
            found += more
            queue += more
        return sorted(found[:most])
