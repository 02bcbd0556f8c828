"""The dependency trees of one article as plain lists, read once.

spaCy finds a token's children by looking through all tokens between it and its outermost child, which is quadratic
where one sentence has thousands of verbs; here they are a list each.
"""

from __future__ import annotations

from service.extraction import syntax
from service.extraction.article import Article
from service.extraction.clauses import Clauses

CLAUSE = 20  # steps from a word to the verb of its clause, or to the edge of its phrase, at most
MODIFIERS = frozenset({"amod", "compound", "nmod"})
ADVERBS = frozenset({"advmod", "mark"})
PASSIVE = frozenset({"auxpass", "nsubjpass"})
APART = syntax.AUXILIARIES | syntax.SUBJECTS | ADVERBS | {"conj", "pobj", "neg", "preconj"}
AMOUNTS = frozenset("$£€¥₹₽₩₪₫₺₴¢%‰°#&+=*@~^|<>")


class Tree(Clauses):
    """The words of an article, and what is asked of them most.

    `vocabulary` is all of `lowers`.  Kept apart, where a word has any: a verb's auxiliaries (`helpers`) and
    `subjects`, a word's `adverbs` and conjunctions and what is conjoined with it (`joined`), a preposition's `objects`.
    `negated` are the words with a negating particle of their own or "neither", `passive` the verbs with a passive
    auxiliary or subject.
    """

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.vocabulary = frozenset(self.lowers)
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
