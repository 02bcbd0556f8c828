"""What a clause announces with a colon: "His answer was short: “…”", "She put it plainly: it is over"."""

from __future__ import annotations

from service.extraction.statements.clauses import animate, phrase
from service.extraction.statements.constructions import Construction, group
from service.extraction.statements.lexicon import words
from service.extraction.statements.subjects import source_of
from service.extraction.statements.tree import Tree

FARTHEST = 20  # tokens from the colon back to the subject of the clause that announces
PLAIN = frozenset({"put", "say", "write", "warn", "explain", "argue", "conclude", "state", "add", "reply", "answer"})


def announcing(tree: Tree, colon: int) -> int | None:
    """The verb of the clause that ends in the colon; None where it is no clause."""
    first, _ = tree.sentence_bounds(colon)
    for i in range(colon - 1, max(first, colon - FARTHEST) - 1, -1):
        if tree.words[i] in {".", ";", ":"}:
            return None
        if tree.is_verb(i) and tree.dep[i] not in {"aux", "auxpass", "relcl", "acl"}:
            subject = tree.child(i, "nsubj")
            if subject is not None and subject < i:
                return i
    return None


def announced(tree: Tree, colon: int, content: tuple[int, int]) -> Construction | None:
    """The attribution of a quotation behind a colon, by the clause before it."""
    verb = announcing(tree, colon)
    subject = tree.child(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None:
        return None
    owner = tree.child(subject, "poss")
    if owner is not None and tree.lemma[subject].lower() in words().utterances:
        cue = [*range(subject, verb + 1)]
        first, last = phrase(tree, owner)
        last -= last > owner and tree.lower[last] in {"'s", "’s", "'", "’"}
        return Construction(verb, "colon", cue, (first, last), [content], tree.lemma[subject].lower())
    if not (animate(tree, subject) or tree.lower[subject] in words().persons):
        return None
    source, antecedent = source_of(tree, verb)
    cue, said = group(tree, verb), tree.child(verb, "dobj")
    if said is not None and verb < said < colon and tree.lemma[said].lower() in words().utterances:
        cue = [*cue, *range(verb + 1, said + 1)]  # "had one message for them: “…”"
    return Construction(verb, "colon", cue, source, [content], tree.lemma[verb], antecedent)


def plain(tree: Tree, colon: int) -> Construction | None:
    """The same without quotation marks, where the verb is one of saying: "She put it plainly: it is over"."""
    verb = announcing(tree, colon)
    _, last = tree.sentence_bounds(colon)
    if verb is None or tree.lemma[verb] not in PLAIN or last - colon < 3 or tree.words[colon + 1].isspace():
        return None
    source, antecedent = source_of(tree, verb)
    if source is None:
        return None
    return Construction(verb, "colon", group(tree, verb), source, [(colon + 1, last)], tree.lemma[verb], antecedent)
