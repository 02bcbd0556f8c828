"""One parsed article, as every extractor gets it: the spaCy Doc, the publication date, and look-ups both ways."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, ORTH, TAG
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from service.extraction.annotations import Span
from service.extraction.encoder import Encoding

MOST_KIDS = 100  # children of a word that are looked through


class Article:
    """The parse of one article and what the request said about it.

    Offsets are code points into `text`; token positions are indices into `doc`.  `text` is the article as sent.
    `encoding` is what the encoder's heads say of it, or None where only rules are to run.
    """

    def __init__(
        self,
        doc: Doc,
        published: date | None = None,
        title: str | None = None,
        encoding: Encoding | None = None,
        text: str | None = None,
    ) -> None:
        self.doc = doc
        self.text: str = doc.text if text is None else text
        self.published = published
        self.title = title
        self.encoding = encoding

    @cached_property
    def starts(self) -> list[int]:
        """The start offset of every token, ascending."""
        return self.numbers(IDX)

    # One list a question, by token index: making a spaCy token costs more than all that is asked of it here.

    @cached_property
    def words(self) -> list[str]:
        return self.column(ORTH)

    @cached_property
    def lowers(self) -> list[str]:
        """The words in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def tags(self) -> list[str]:
        return self.column(TAG)

    @cached_property
    def deps(self) -> list[str]:
        return self.column(DEP)

    @cached_property
    def lemmas(self) -> list[str]:
        return self.column(LEMMA)

    @cached_property
    def lower_lemmas(self) -> list[str]:
        return [lemma.lower() for lemma in self.lemmas]

    @cached_property
    def entity_types(self) -> list[str]:
        """The type of the model's name that holds the token, else the empty string."""
        return self.column(ENT_TYPE)

    @cached_property
    def heads(self) -> list[int]:
        """The index of every token's head; a root is its own."""
        return [i + offset for i, offset in enumerate(self.numbers(HEAD))]

    @cached_property
    def kids(self) -> list[list[int]]:
        """The indices of every token's children, ascending; all leaves share one empty list."""
        leaf: list[int] = []
        kids = [leaf] * len(self.heads)
        for i, head in enumerate(self.heads):
            if kids[head]:
                if head != i:
                    kids[head].append(i)
            elif head != i:
                kids[head] = [i]
        return kids

    @cached_property
    def first_kids(self) -> list[list[int]]:
        """The children of every token, of one with very many only the first: such is a list, and each of its words may
        ask for the others."""
        kids = self.kids
        return [each[:MOST_KIDS] for each in kids] if max(map(len, kids), default=0) > MOST_KIDS else kids

    def column(self, attribute: int) -> list[str]:
        strings = self.doc.vocab.strings
        names: dict[int, str] = {}
        return [
            names[key] if key in names else names.setdefault(key, strings[key])
            for key in self.doc.to_array([attribute]).tolist()
        ]

    def numbers(self, attribute: int) -> list[int]:
        values: list[int] = self.doc.to_array([attribute]).astype("int64").tolist()
        return values

    @cached_property
    def sentences(self) -> list[Tokens]:
        return list(self.doc.sents)

    @cached_property
    def sentence_of(self) -> list[int]:
        """For every token the index of its sentence in `sentences`."""
        return [i for i, sentence in enumerate(self.sentences) for _ in range(len(sentence))]

    @cached_property
    def paragraph_of(self) -> list[int]:
        """For every token the number of its paragraph: lines, since news text breaks no sentence over two of them."""
        numbers, number = [], 0
        for word in self.words:
            numbers.append(number)
            if "\n" in word and word.isspace():
                number += 1
        return numbers

    def index(self, offset: int) -> int:
        """The index of the token that holds (or, in white space, precedes) the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def token(self, offset: int) -> Token:
        return self.doc[self.index(offset)]

    def indices(self, start: int, end: int) -> range:
        """The indices of the tokens that overlap the characters `start` … `end`."""
        first = self.index(start)
        return range(first, max(first + 1, bisect_left(self.starts, end)))

    def tokens(self, start: int, end: int) -> Tokens:
        """The tokens that overlap the characters `start` … `end`."""
        found = self.indices(start, end)
        return self.doc[found.start : found.stop]

    @cached_property
    def event_probabilities(self) -> list[float]:
        """How sure the encoder is that each token names an event (TimeML); the mean over its word pieces."""
        if self.encoding is None:
            raise ValueError("the article has no encoding")
        begins = np.array([*self.starts, len(self.text)])
        edges = np.searchsorted(self.encoding.offsets[:, 0], begins)
        sums = np.concatenate([[0.0], np.cumsum(1 - self.encoding.event[:, 0])])
        counts = np.maximum(1, np.diff(edges))
        probabilities: list[float] = (np.diff(sums[edges]) / counts).tolist()
        return probabilities

    def span(self, first: int, last: int) -> Span:
        """The characters from the first token to the last, both included."""
        start, end = self.starts[first], self.starts[last] + len(self.words[last])
        return Span(start, end, self.text[start:end])

    def slice(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])
