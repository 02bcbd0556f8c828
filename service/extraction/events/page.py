"""Words that look like events and are none: of the page, of a name, of a fixed phrase, of a compound."""

from __future__ import annotations

from service import lexicons
from service.extraction.annotations import Entity
from service.extraction.article import Article
from service.extraction.events.tree import MODIFIERS, Tree

LEXICON = lexicons.load("event_nouns")
FIXED = frozenset(LEXICON["fixed_phrases"])
WORDS_OF_FIXED = frozenset(word for phrase in FIXED for word in phrase.split())
BEGINNING = frozenset(phrase.split()[0] for phrase in FIXED if phrase.count(" ") > 1)
PARTS = frozenset({"percent", "cent", "%", "percentage", "proportion", "majority"})
STAMPS = frozenset(LEXICON["stamps"])
BESIDE_STAMPS = frozenset(LEXICON["beside_stamps"])
LABELS = frozenset(LEXICON["labels"])
PREFIXES = frozenset({"re", "co", "pre", "post", "non", "anti", "pro", "ex", "self", "mid", "un"})
TIMES = frozenset({"DATE", "TIME"})
FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
LINE = 24  # tokens, at most, of a line that only says when the page was written


class Page:
    """Which words of one article belong to its page or to a name."""

    def __init__(self, article: Article, tree: Tree, entities: tuple[Entity, ...]) -> None:
        self.article = article
        self.tree = tree
        self.names = set(inside_names(article, tree, entities))

    def holds(self, i: int) -> bool:
        """Whether the word tells of nothing."""
        if i in self.names or self.is_in_phrase(i) or self.is_joined(i) or self.is_share(i):
            return True
        lemma = self.tree.lemmas[i]
        return (lemma in STAMPS and self.is_stamp(i)) or (lemma in LABELS and self.is_label(i))

    def is_in_phrase(self, i: int) -> bool:
        """ "Full stop", "opening night": with the word before or after it."""
        lowers = self.tree.lowers
        if lowers[i] not in WORDS_OF_FIXED:
            return False
        before, after = " ".join(lowers[max(0, i - 1) : i + 1]), " ".join(lowers[i : i + 2])
        if before in FIXED or after in FIXED:
            return True
        return lowers[i] in BEGINNING and any(" ".join(lowers[i : i + n]) in FIXED for n in (3, 4))

    def is_share(self, i: int) -> bool:
        """ "40 percent of the vote": so much of something, not one of them."""
        tree = self.tree
        of = tree.heads[i]
        return tree.deps[i] == "pobj" and tree.lowers[of] == "of" and tree.lemmas[tree.heads[of]] in PARTS

    def is_joined(self, i: int) -> bool:
        """The first part of a compound that another word wears: "re-elected", "drop-in sessions"."""
        tree, starts = self.tree, self.article.starts
        if tree.words[i + 1 : i + 2] != ["-"] or i + 2 >= len(starts):
            return False
        if starts[i + 2] - starts[i] != len(tree.words[i]) + 1:
            return False
        return tree.lowers[i] in PREFIXES or (tree.deps[i] in MODIFIERS and tree.tags[i + 2] in {"IN", "RP", "RB"})

    def line(self, i: int) -> range:
        """The tokens of the line of text that the word stands in; none where it is long."""
        article = self.article
        start = article.starts[i]
        first = article.index(article.text.rfind("\n", 0, start) + 1)
        end = article.text.find("\n", start)
        last = article.index(end) if end >= 0 else len(article.starts)
        return range(first, last) if last - first <= LINE else range(0)

    def is_stamp(self, i: int) -> bool:
        """ "Updated Nov. 5 at noon", "3 min read": a line of nothing but dates and such words."""
        tree, line = self.tree, self.line(i)
        return i in line and all(
            tree.types[k] in TIMES
            or tree.lemmas[k] in BESIDE_STAMPS
            or tree.lemmas[k] in STAMPS
            or not is_plain(tree, k)
            for k in line
        )

    def is_label(self, i: int) -> bool:
        """ "POLICE STATEMENT": a line of capitals."""
        words = [self.tree.words[k] for k in self.line(i)]
        return bool(words) and all(word.isupper() or not word.isalpha() for word in words)


def is_plain(tree: Tree, i: int) -> bool:
    return tree.words[i][:1].isalpha()


def inside_names(article: Article, tree: Tree, entities: tuple[Entity, ...]) -> list[int]:
    """The words of the names of laws, works, organisations, products; the name of an event is one.

    No name that is several words holds a finite verb: that is a headline read as one.
    """
    found: list[int] = []
    for entity in entities:
        if entity.type == "EVENT":
            continue
        for mention in entity.mentions:
            if mention.form != "name" or " " not in mention.text:
                continue
            tokens = article.indices(mention.start, mention.end)
            if not any(tree.tags[i] in FINITE for i in tokens):
                found += [i for i in tokens if tree.words[i][:1].isupper()]
    return found
