"""What the entity modules read off the parse, as plain lists: a look-up on a spaCy token costs more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from service.extraction.annotations import EntityType, Time
from service.extraction.article import Article

HYPHENS = frozenset({"-", "–", "—", "/"})
PROPER = frozenset({"NNP", "NNPS"})
LONGEST_RUN = 5  # tokens of a name that is found by its words alone


@dataclass(slots=True)
class Name:
    """One name as it stands in the text: tokens `first` … `last` (exclusive), its type, and what stands before it.

    `title` is the title cut off its front ("President"), `key` the name as compared with others.
    """

    first: int
    last: int
    type: EntityType
    text: str
    key: str
    title: str | None = None
    sure: bool = False
    place: bool = False  # stands where only a place can: dateline, "in …"
    seen: EntityType | None = None  # what the model took it for
    team: bool = False  # stands where only a side can: score line, subject of "beat"


class Reading:
    """Words, tags and arcs of an article as lists by token index."""

    def __init__(self, article: Article, times: tuple[Time, ...]) -> None:
        doc = article.doc
        self.article = article
        self.doc = doc
        self.words = article.words
        self.lower = [word.casefold() for word in self.words]
        self.tags, self.deps = article.tags, article.deps
        self.heads, self.lemmas = article.heads, article.lemmas
        self.starts = article.starts
        # In a text without capitals, capitals prove nothing.
        self.lowercase = not any(word[0].isupper() for word in self.words[:2000] if word)
        self.in_time = bytearray(len(doc))
        for time in times:
            tokens = article.tokens(time.start, time.end)
            for index in range(tokens.start, tokens.end):
                self.in_time[index] = 1

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand somewhere in small letters."""
        return frozenset(filter(str.islower, self.words))

    def text(self, first: int, last: int) -> str:
        """The characters from token `first` to before token `last`."""
        return self.article.text[self.starts[first] : self.end(last - 1)]

    def end(self, index: int) -> int:
        """The offset after the last character of the token."""
        return self.starts[index] + len(self.words[index])

    def name(self, first: int, last: int, label: EntityType, title: str | None = None, sure: bool = False) -> Name:
        text = self.text(first, last)
        key = comparable(text.removeprefix("The "))
        return Name(first, last, label, text, key, title, sure)


def comparable(name: str) -> str:
    """A name as compared with others: case-folded, one apostrophe, no full stops, one space."""
    return " ".join(name.casefold().replace("’", "'").replace(".", "").split())


def take(reading: Reading, taken: bytearray, first: int, last: int, label: EntityType) -> Name:
    """The name of these tokens, which count as taken from now on."""
    taken[first:last] = b"\1" * (last - first)
    return reading.name(first, last, label)


def proper_at(reading: Reading, index: int) -> bool:
    """Whether a proper noun with a capital stands there."""
    return index < len(reading) and reading.words[index][:1].isupper() and reading.tags[index] in PROPER
