"""Who said nothing: "would not comment", "had no comment", "did not respond to a request for comment"."""

from __future__ import annotations

from collections.abc import Iterator

from service.extraction.statements.constructions import Construction, group
from service.extraction.statements.lexicon import words
from service.extraction.statements.subjects import is_passive, source_of
from service.extraction.statements.tree import Tree

SILENCE = "silence"  # the frame; always negative
ANSWERING = frozenset({"respond", "reply"})
NONE = frozenset({"neither", "no", "none", "nobody"})
HOLDING = frozenset({"have", "make", "offer", "give"})


def of_silence(tree: Tree, verb: int) -> Iterator[Construction]:
    """What was not said, of a verb that says so: what was asked for, or the comment itself."""
    lemma = tree.lemma[verb]
    if lemma == "comment":
        spoken = any(k > verb and tree.dep[k] in {"ccomp", "xcomp", "dobj", "prep"} for k in tree.kids[verb])
        if is_negated(tree, verb) and not spoken and not is_passive(tree, verb):
            cue = [i for i in group(tree, verb) if i != verb]
            yield from unsaid(tree, verb, cue, (verb, verb), "comment")
    elif lemma in ANSWERING and is_negated(tree, verb):
        to = next((k for k in tree.children(verb, "prep") if tree.lower[k] == "to" and k > verb), None)
        asked = tree.child(to, "pobj") if to is not None else None
        if to is not None and asked is not None and tree.lemma[asked].lower() in words().asked:
            yield from unsaid(tree, verb, [*group(tree, verb), to], (tree.left[asked], tree.right[asked]), lemma)
    elif lemma in HOLDING:
        comment = tree.child(verb, "dobj")
        if comment is None or tree.lemma[comment] != "comment":
            return
        no = next((k for k in tree.kids[comment] if tree.lower[k] == "no"), None)
        about = tree.child(comment, "prep")
        if no is not None and about is None:
            yield from unsaid(tree, verb, [*group(tree, verb), no], (comment, tree.right[comment]), "comment")


def unsaid(tree: Tree, verb: int, cue: list[int], content: tuple[int, int], lemma: str) -> Iterator[Construction]:
    source, antecedent = source_of(tree, verb)
    if source is not None and cue:
        yield Construction(verb, SILENCE, cue, source, [content], lemma, antecedent)


def is_negated(tree: Tree, verb: int) -> bool:
    """By "not" or "never", or by a subject that is nobody: "neither company responded"."""
    return any(tree.dep[kid] == "neg" or tree.lower[kid] == "never" for kid in tree.kids[verb]) or any(
        tree.lower[k] in NONE for subject in tree.children(verb, "nsubj") for k in (subject, *tree.kids[subject])
    )
