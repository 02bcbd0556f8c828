"""Which words name an event: verbs, eventive nouns, and of a light-verb construction the noun.

By rules these are verbs that are neither auxiliary, stative nor of plain saying, and the nouns of a lexicon.  With the
encoder its event head decides, trained on TimeML events, and the rules only say what to leave out.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from service import lexicons
from service.extraction import syntax
from service.extraction.annotations import Statement
from service.extraction.article import Article

LEXICON = lexicons.load("event_nouns")
NOUNS = frozenset(LEXICON["nouns"])
LIGHT_VERBS = frozenset(LEXICON["light_verbs"])
STATIVE_VERBS = frozenset(LEXICON["stative_verbs"])
PLAIN_SAYING = frozenset(LEXICON["plain_saying"])
# Probabilities of the encoder's event head from which a word is a trigger, on its own and where the rules name it too;
# chosen on articles that it was not trained on.
SURE, LIKELY = 0.4, 0.15


def find(article: Article, statements: tuple[Statement, ...]) -> list[Token]:
    """The tokens that name an event, in order.  The plain cue of a statement is none: the statement stands for it."""
    cues = cue_tokens(article, statements)
    return [token for token in candidates(article) if not (token.i in cues and is_plain_saying(token))]


def candidates(article: Article) -> Iterator[Token]:
    sure = article.event_probabilities if article.encoding else None
    for i, (word, tag) in enumerate(zip(article.words, article.tags, strict=True)):
        if not (tag[0] in "VN" if sure is None else sure[i] >= LIKELY):
            continue
        if not word.isalpha() and not ("-" in word and word[:1].isalpha()):
            continue
        token = article.doc[i]
        if is_auxiliary(token) or is_light(token):
            continue
        if sure is None:
            if named_by_rule(token):
                yield token
        elif not is_state(token) and (sure[i] >= SURE or named_by_rule(token)):
            yield token


def named_by_rule(token: Token) -> bool:
    if syntax.is_verb(token):
        # "rising tensions", "the proposed law": participles before a noun describe, they do not report
        return token.lemma_ not in STATIVE_VERBS and token.dep_ not in {"amod", "compound", "prep", "mark", "case"}
    return is_eventive(token)


def is_eventive(token: Token) -> bool:
    """Whether the noun is one of the lexicon, and no name ("Foreign Minister", "the Battle of Britain Museum")."""
    if token.tag_ in {"NN", "NNS"}:
        return token.lemma_ in NOUNS and token.dep_ not in {"compound", "nmod", "amod"}
    return False


def is_auxiliary(token: Token) -> bool:
    return token.tag_ == "MD" or token.dep_ in syntax.AUXILIARIES or (token.lemma_ == "be" and syntax.is_verb(token))


def is_light(token: Token) -> bool:
    """ "Paid" in "paid a visit": its object names the event."""
    if token.lemma_ not in LIGHT_VERBS or not syntax.is_verb(token):
        return False
    return any(child.lemma_ in NOUNS for child in syntax.children(token, "dobj", "nsubjpass"))


def is_state(token: Token) -> bool:
    return syntax.is_verb(token) and token.lemma_ in STATIVE_VERBS


def is_plain_saying(token: Token) -> bool:
    return token.lemma_.lower() in PLAIN_SAYING


def cue_tokens(article: Article, statements: tuple[Statement, ...]) -> set[int]:
    """The tokens of all cues of statements."""
    return {
        token.i
        for statement in statements
        if statement.cue
        for span in statement.cue.spans
        for token in article.tokens(span.start, span.end)
    }
