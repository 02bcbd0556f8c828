"""The few questions about a dependency tree that several extractors ask (ClearNLP labels, as spaCy's English ones).

Token arguments are spaCy tokens of one Doc; results are tokens or lists of tokens in text order.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
CLAUSES = frozenset({"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "pcomp", "parataxis"})
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


def is_negated(verb: Token) -> bool:
    """Negated by a particle of its own ("not", "never", "neither")."""
    if children(verb, "neg"):
        return True
    return any(child.dep_ == "preconj" and child.lower_ == "neither" for child in verb.children)


def is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for child in verb.children)


def subject(verb: Token) -> Token | None:
    """The head of the surface subject: the verb's own, else that of the verb it is conjoined with or controlled by."""
    seen = 0
    while seen < 8:
        own = children(verb, *SUBJECTS)
        if own:
            return own[0]
        if verb.dep_ in {"conj", "xcomp", "advcl"} and is_verb(verb.head):
            verb = verb.head
        elif verb.dep_ == "acl":
            return verb.head
        else:
            return None
        seen += 1
    return None


def conjuncts(token: Token) -> list[Token]:
    """The token and all that are conjoined after it."""
    found, queue = [token], [token]
    while queue:
        for child in children(queue.pop(), "conj"):
            found.append(child)
            queue.append(child)
    return sorted(found, key=lambda t: t.i)


def subtree_bounds(token: Token) -> tuple[int, int]:
    """The first and last token index of the subtree, both included."""
    return token.left_edge.i, token.right_edge.i


def ancestors(token: Token) -> Iterator[Token]:
    """The heads above the token, nearest first."""
    while token.head is not token and token.head.i != token.i:
        token = token.head
        yield token


def clause_verb(token: Token) -> Token:
    """The nearest verb at or above the token: the head of its clause; the token itself where there is none."""
    if is_verb(token):
        return token
    for above in ancestors(token):
        if is_verb(above):
            return above
    return token
