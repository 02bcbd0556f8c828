"""The parse as plain lists: the rules ask each token many questions, and a list answers ten times as fast as spaCy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from service.extraction.article import Article
from service.extraction.clauses import Clauses
from service.extraction.statements.candidates import Offsets, Spans

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
EDGE = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "?", "!", "...", "…", "|"})


class Tree(Clauses):
    """Words, tags, dependencies, heads and edges of an article's tokens, each a list indexed by token position."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)
        self.article = article
        self.size = len(article.doc)
        self.lower = article.lowers
        self.tag, self.dep, self.lemma = article.tags, article.deps, article.lemmas
        self.head, self.ent = article.heads, article.entity_types
        self.start = article.starts
        self.end = [start + len(word) for start, word in zip(self.start, self.words, strict=True)]
        self.paragraph = article.paragraph_of
        self.sentence = article.sentence_of
        self.bounds = [(sentence.start, sentence.end) for sentence in article.sentences]
        self.left, self.right = self.edges()
        self.cue_heads: dict[Spans, int | None] = {}  # see `cues.head_of`

    def edges(self) -> tuple[list[int], list[int]]:
        """The first and last token of every subtree, from the leaves up."""
        left, right = list(range(self.size)), list(range(self.size))
        kids = self.article.kids
        order = [i for i in range(self.size) if self.head[i] == i]
        for i in order:
            order.extend(kids[i])
        for i in reversed(order):
            head = self.head[i]
            left[head] = min(left[head], left[i])
            right[head] = max(right[head], right[i])
        return left, right

    def spans(self, tokens: Iterable[int]) -> Spans:
        """The tokens as spans of characters: neighbours are one."""
        spans: list[Offsets] = []
        before = -2
        for i in sorted(set(tokens)):
            if i == before + 1:
                spans[-1] = (spans[-1][0], self.end[i])
            else:
                spans.append(self.offsets(i, i))
            before = i
        return tuple(spans)

    def child(self, i: int, *deps: str) -> int | None:
        """The first child with one of the dependencies."""
        for kid in self.kids[i]:
            if self.dep[kid] in deps:
                return kid
        return None

    def is_verb(self, i: int) -> bool:
        return self.tag[i] in VERB_TAGS

    def sentence_bounds(self, i: int) -> tuple[int, int]:
        """First and last token (both included) of the token's sentence."""
        first, end = self.bounds[self.sentence[i]]
        return first, end - 1

    def offsets(self, first: int, last: int) -> Offsets:
        """The characters from the first token to the last, both included."""
        return self.start[first], self.end[last]

    def trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """The range without white space and the punctuation that belongs to the frame, not to what is said."""
        while first <= last and (self.words[last].isspace() or self.words[last] in EDGE):
            if self.words[last] in {"?", "!"}:
                break
            last -= 1
        while first <= last and (self.words[first].isspace() or self.words[first] in EDGE):
            first += 1
        return (first, last) if first <= last else None

    def index(self, offset: int) -> int:
        """The token that holds the character, as `Article.index` has it; asked too often to ask there."""
        return max(0, bisect_right(self.start, offset) - 1)
