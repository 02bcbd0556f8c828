"""What stands in for the parts of the stock pipeline that are left out: long runs, layout, lemmas."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import DEP, IDX, IS_SPACE, LEMMA, ORTH, TAG
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.vocab import Vocab

# Runs of more characters than this without white space never reach spaCy's tokenizer, which is quadratic on long runs
# of punctuation (spaCy #4362, #5440): 60 KB of quotation marks froze a worker.
LONGEST_RUN = 128
# Nor do runs of more marks than this, which it makes a token each: a line of asterisks is one thing, not eighty.
LONGEST_MARKS = 16
LONG_RUN = re.compile(rf"[^\w\s]{{{LONGEST_MARKS + 1},}}|\S{{{LONGEST_RUN + 1},}}")
RUN_PIECE = re.compile(rf"\w{{1,{LONGEST_RUN}}}|[^\w\s]{{1,{LONGEST_RUN}}}")
RUN_SLICE = re.compile(rf"\S{{1,{LONGEST_RUN}}}")
SHORTEST_PIECES = 4  # characters, on average: a run of shorter ones is no prose ("a@a@a@…"), and each would be parsed

# Penn Treebank tags of inflected words → the lemmatizer's table; under all others the word is its own lemma.
TABLES = {
    "AFX": "adj", "JJR": "adj", "JJS": "adj", "NNS": "noun", "RBR": "adv", "RBS": "adv", "WRB": "adv",
    "VBD": "verb", "VBG": "verb", "VBN": "verb", "VBP": "verb", "VBZ": "verb",
}  # fmt: skip


class GuardedTokenizer:
    """spaCy's tokenizer, but for runs longer than `LONGEST_RUN` or `LONGEST_MARKS`, which regular expressions cut.

    The offsets stay those of the text: every character of it is in a token or is the one space after a token.
    """

    def __init__(self, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self.vocab = vocab
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        if not LONG_RUN.search(text):
            return self.tokenizer(text)
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for run in [*LONG_RUN.finditer(text), None]:
            end = run.start() if run else len(text)
            if end > position:
                part = self.tokenizer(text[position:end])
                words += [token.text for token in part]
                spaces += [bool(token.whitespace_) for token in part]
            if run:
                pieces = cut(run.group())
                words += pieces
                spaces += [False] * len(pieces)
                position = run.end()
        return Doc(self.vocab, words=words, spaces=spaces)


def cut(run: str) -> list[str]:
    """The pieces of a long run without white space: words and marks, or even slices where those would be crumbs."""
    pieces = RUN_PIECE.findall(run)
    return pieces if len(pieces) * SHORTEST_PIECES <= len(run) else RUN_SLICE.findall(run)


# "NAIROBI, Kenya, May 14 (Reuters) — ": capitals, perhaps a country, a day, a year, an agency; a dash before a capital.
DATELINE = re.compile(
    r"^[^\S\n]*[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,5}"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)*)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([A-Z][\w ]+\))? ?(?:--|—|–|-|_) ?(?=[A-Z“\"‘])",
    re.MULTILINE,
)


class Layout:
    """Tells the parser where sentences begin without a stop before them: after a paragraph's end, after a dateline."""

    def __call__(self, doc: Doc, text: str) -> Doc:
        """Args: text: that of the doc, which is put together anew each time that a Doc is asked for it."""
        wrapped = is_hard_wrapped(text)
        starts: Any = np.zeros((len(doc), 1), np.uint64)  # 0 leaves it to the parser
        starts[:1] = 1
        for i in np.flatnonzero(doc.to_array([IS_SPACE])[:-1]).tolist():
            lines = doc[i].text.count("\n")
            if lines > 1 or (lines and not wrapped):
                starts[i + 1] = 1
        begins = doc.to_array([IDX])
        for dateline in DATELINE.finditer(text):
            at = int(np.searchsorted(begins, dateline.end()))
            if at < len(doc):
                starts[at] = 1  # else "NAIROBI" in "NAIROBI — At least 31 people were killed" is one of them
        # At once: `token.is_sent_start = True` looks at every token of the Doc each time, which is quadratic.
        return doc.from_array(["SENT_START"], starts)


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks fall inside sentences, as in mail and old wire copy: most lines end without a stop."""
    lines = [line.rstrip() for line in text.split("\n")]
    inner = [line for line, after in pairwise(lines) if line and after.strip()]
    if len(inner) < 4:
        return False
    open_ended = sum(line[-1] not in ".!?:;\"'”’)" and 40 <= len(line) <= 90 for line in inner)
    return open_ended > 0.6 * len(inner)


# A present tense that is a subject or an object to the parser is a noun that the tagger missed: "talks will resume".
# Of 19 such in 640 articles 17 were nouns.
NOUN_FOR = {"VBZ": "NNS", "VBP": "NN"}
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj"})


class TagsAndLemmas:
    """The lemma of every token, from its tag, which is set right where the parser knows better.

    Wants the tagger and the parser before it.  Coarse parts of speech are not set: nothing here asks for them.
    """

    def __init__(self, lookups: Lookups) -> None:
        tables = {
            name: lookups.get_table(f"lemma_{name}") if lookups.has_table(f"lemma_{name}") else {}
            for name in ("index", "exc", "rules")
        }
        # A table's own keys are hashes, so it is asked by name: read through `items()` no word would ever be known.
        index = {pos: frozenset(tables["index"].get(pos, ())) for pos in ("verb", "noun", "adj", "adv")}
        exceptions, rules = tables["exc"], tables["rules"]

        @lru_cache(maxsize=1 << 16)
        def lemma(word: str, tag: str) -> str:
            """The WordNet lemma of a lower-case word (spaCy's rule lemmatizer, without its unbounded cache)."""
            table = TABLES.get(tag)
            if table is None:
                return word
            if word in exceptions.get(table, {}):
                return str(exceptions[table][word][0])
            forms = [
                word[: len(word) - len(old)] + new for old, new in rules.get(table, ()) if old and word.endswith(old)
            ]
            known = [form for form in forms if form in index.get(table, ())]
            return str((known or [form for form in forms if form] or [word])[0])

        self.lemma = lemma

    def __call__(self, doc: Doc) -> Doc:
        # Arrays, for a spaCy token costs more to make than to answer; each different word is thought about once.
        strings = doc.vocab.strings
        nominal = {strings[dep] for dep in NOMINAL}
        noun_for = {strings[tag]: strings[noun] for tag, noun in NOUN_FOR.items()}
        lemmas: dict[tuple[int, int], int] = {}
        values = []
        for tag, word, dep in doc.to_array([TAG, ORTH, DEP]).tolist():
            if dep in nominal:
                tag = noun_for.get(tag, tag)
            lemma = lemmas.get((tag, word))
            if lemma is None:
                lemma = lemmas[tag, word] = strings.add(self.read(strings[word], strings[tag]))
            values.append((tag, lemma))
        if values:
            doc.from_array([TAG, LEMMA], np.array(values, dtype=np.uint64))  # type: ignore[arg-type]
        return doc

    def read(self, word: str, tag: str) -> str:
        """The lemma of a word."""
        lower = word.lower()
        if ("'" in word or "’" in word) and lower in CLITICS:
            return CLITICS[lower]
        return word if tag in {"NNP", "NNPS"} else self.lemma(lower, tag)


CLITICS = {
    "'s": "'s", "’s": "'s", "n't": "not", "n’t": "not", "'re": "be", "’re": "be", "'m": "be", "’m": "be", "'ll": "will",
    "’ll": "will", "'ve": "have", "’ve": "have", "'d": "would", "’d": "would",
}  # fmt: skip
