"""The few questions about a dependency tree that several extractors ask (ClearNLP labels, as spaCy's English ones).

Token arguments are spaCy tokens of one Doc; results are tokens or lists of tokens in text order.
"""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def is_verb(token: Token) -> bool:
    return token.tag_ in VERB_TAGS


def is_noun(token: Token) -> bool:
    return token.tag_ in NOUN_TAGS


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; those of the first conjunct where it has none of its own."""
    for _ in range(8):  # a longer chain is a list, not a sentence
        own = children(verb, *AUXILIARIES)
        if own or verb.dep_ != "conj" or verb.tag_ not in {"VB", "VBN", "VBG"} or children(verb, *SUBJECTS):
            return own
        verb = verb.head
    return []
