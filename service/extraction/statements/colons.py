"""What a clause announces with a colon: "His answer was short: “…”", "She put it plainly: it is over"."""

from __future__ import annotations

import re

from service.extraction.statements.clauses import Range, animate, of_what
from service.extraction.statements.constructions import Construction, group
from service.extraction.statements.hearers import can_hear
from service.extraction.statements.lexicon import words
from service.extraction.statements.nouns import named_with
from service.extraction.statements.subjects import source_of
from service.extraction.statements.tree import FINITE, Tree

COLON = "colon"  # the frame
BEGINS = re.compile(r"[A-Z…]")  # what a block that somebody said begins with; no mark, bullet or number
FARTHEST = 20  # tokens from the colon back to the subject of the clause that announces


def announcing(tree: Tree, colon: int) -> int | None:
    """The verb of the clause that ends in the colon; None where it is no clause."""
    first, _ = tree.sentence_bounds(colon)
    for i in range(colon - 1, max(first, colon - FARTHEST) - 1, -1):
        if tree.words[i] in {".", ";", ":"}:
            return None
        bare = tree.tag[i] == "VBG" and tree.child(i, "aux") is None
        if tree.is_verb(i) and not bare and tree.dep[i] not in {"aux", "auxpass", "relcl", "acl"}:
            subject = tree.child(i, "nsubj")
            if subject is not None and subject < i:
                return i
    return None


def announced(tree: Tree, colon: int, content: Range) -> Construction | None:
    """The attribution of a quotation behind a colon, by the clause before it."""
    verb = announcing(tree, colon)
    subject = tree.child(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None:
        return None
    if (uttered := utterance(tree, verb, subject, content)) is not None:
        return uttered
    said = spoken(tree, verb, colon)
    whose = named_with(tree, said) if said is not None else None
    if (
        said is not None and whose is not None and tree.tag[whose[1]] != "PRP$"
    ):  # "remembered her mother's warning: “…”"
        return Construction(said, COLON, [said], whose, [content], tree.lemma[said].lower())
    if said is None and not (animate(tree, subject) or can_hear(tree, subject)):
        return None
    source, antecedent = source_of(tree, verb)
    cue = group(tree, verb)
    if said is not None:
        cue = [*cue, *range(verb + 1, said + 1)]  # "had one message for them: “…”"
    return Construction(verb, COLON, cue, source, [content], tree.lemma[verb], antecedent)


def spoken(tree: Tree, verb: int, colon: int) -> int | None:
    """The word that the verb's object is, or is a piece of: "had one message", "had a piece of advice"."""
    said = tree.child(verb, "dobj")
    if said is None or not verb < said < colon:
        return None
    _, inner = of_what(tree, said)
    return next((i for i in (said, inner) if i is not None and tree.lemma[i].lower() in words().utterances), None)


def block(tree: Tree, colon: int) -> Construction | None:
    """A paragraph without quotation marks, announced by one that ends in a verb of saying: "The mayor added:"."""
    first = colon + 1
    while first < tree.size and tree.words[first].isspace():
        first += 1
    if first >= tree.size or tree.paragraph[first] == tree.paragraph[colon] or not BEGINS.match(tree.words[first]):
        return None
    verb = colon - 1 - (tree.lower[colon - 1] == "that")
    if verb < 1 or tree.tag[verb] not in FINITE or "quote" not in words().verbs.get(tree.lemma[verb], ()):
        return None
    source, antecedent = source_of(tree, verb)
    if source is None:
        return None
    last = first
    while last + 1 < tree.size and tree.paragraph[last + 1] == tree.paragraph[first]:
        last += 1
    return Construction(verb, COLON, group(tree, verb), source, [(first, last)], tree.lemma[verb], antecedent)


def utterance(tree: Tree, verb: int, subject: int, content: Range) -> Construction | None:
    """ "Her answer was short: …", "The message from Oslo is clear: …"."""
    whose = named_with(tree, subject)
    if whose is None or tree.lemma[subject].lower() not in words().utterances:
        return None
    if "quote" in words().verbs.get(tree.lemma[verb], ()):
        return None  # "The bishop's letter reads: …": the letter does
    cue = [i for i in range(subject, verb + 1) if not whose[0] <= i <= whose[1]]
    return Construction(verb, COLON, cue, whose, [content], tree.lemma[subject].lower())


def plain(tree: Tree, colon: int) -> Construction | None:
    """The same without quotation marks, where the verb is one of saying: "She put it plainly: it is over"."""
    verb = announcing(tree, colon)
    _, last = tree.sentence_bounds(colon)
    if verb is None or last - colon < 3 or not tree.words[colon + 1].isalnum():
        return None
    subject = tree.child(verb, "nsubj")
    if tree.lemma[verb] == "be" and subject is not None:
        return utterance(tree, verb, subject, (colon + 1, last))
    if tree.lemma[verb] not in words().announcing:
        return None
    source, antecedent = source_of(tree, verb)
    if source is None:
        return None
    return Construction(verb, COLON, group(tree, verb), source, [(colon + 1, last)], tree.lemma[verb], antecedent)
