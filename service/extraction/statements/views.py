"""Whose view a clause is, told by a phrase set off from it: "In Ms. Ito's view, …", "for the fishermen, …"."""

from __future__ import annotations

from collections.abc import Iterator

from service.extraction.statements.clauses import of_what, phrase, possessor
from service.extraction.statements.constructions import Construction
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

VIEW = "view"  # the frame
OUTSIDE = frozenset({",", "–", "—", "--"})


def of_view(tree: Tree, i: int) -> Iterator[Construction]:
    """All that a preposition at hand may tell the holder of a view by."""
    noun = tree.child(i, "pobj")
    if noun is None:
        return
    if tree.lower[i] in {"in", "from", "to"}:
        yield from held(tree, i, noun)
    elif i == tree.sentence_bounds(i)[0]:
        yield from meant(tree, i, noun) if tree.lower[i] == "for" else provided(tree, i, noun)


def is_view(tree: Tree, noun: int) -> bool:
    """Whether the noun is that of "in the view of …"."""
    return (
        tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] == "in" and tree.lemma[noun].lower() in words().views
    )


def held(tree: Tree, i: int, noun: int) -> Iterator[Construction]:
    """ "in her view", "in the words of the chairman", "from the union's point of view": set off by commas."""
    if tree.lemma[noun].lower() not in words().views:
        return
    first, last = tree.sentence_bounds(i)
    of, inner = of_what(tree, noun)
    whose = possessor(tree, noun)
    cue = [i, noun]
    if whose is None and of is not None and inner is not None:  # "in the view of the bank"
        source, cue = phrase(tree, inner, True), [*range(i, of + 1)]
        if i > first + 1 and tree.lemma[i - 2] == "be":  # "is, in the words of one coach, a circus"
            comma = next((k for k in range(inner, source[1]) if tree.words[k] == ","), source[1] + 1)
            source = (source[0], comma - 1)
        end = source[1]
    elif whose is not None:
        source, end = whose, noun
        if of is not None and inner is not None and tree.lemma[noun] == "point":
            end, cue = inner, [i, noun, of, inner]
    else:
        return
    opened = i == first or tree.words[i - 1] in OUTSIDE
    closed = end < last and tree.words[end + 1] in {*OUTSIDE, "."}
    content = [(first, i - 1)] if i > first else []
    if end + 2 <= last:
        content.append((end + 2, last))
    if opened and closed and content:
        yield Construction(i, VIEW, cue, source, content, tree.lemma[noun].lower())


def meant(tree: Tree, i: int, noun: int) -> Iterator[Construction]:
    """ "For many growers, the dam is a curse": people at the head of the sentence, and what a thing is to them."""
    _, last = tree.sentence_bounds(i)
    people = tree.ent[noun] in {"PERSON", "NORP"} or tree.lemma[noun].lower() in words().persons
    end = tree.right[noun]
    end -= tree.words[end] == ","
    if not people or end + 2 > last or tree.words[end + 1] != ",":
        return
    verb = tree.head[i]
    told = tree.child(verb, "attr", "acomp")
    subject = tree.child(verb, "nsubj")
    if (
        tree.lemma[verb] != "be"
        or tree.tag[verb] == "VBD"
        or told is None
        or subject is None
        or not end < subject < told
    ):
        return
    if tree.lower[told] in {"percent", "per"} or tree.tag[told] == "CD":
        return
    yield Construction(i, VIEW, [i], phrase(tree, noun), [(end + 2, last)], tree.lower[i])


def provided(tree: Tree, i: int, noun: int) -> Iterator[Construction]:
    """ "Under the bill, growers would pay for the dam": what a document lays down."""
    _, last = tree.sentence_bounds(i)
    if tree.lower[i] != "under":
        return
    _, inner = of_what(tree, noun)
    paper = inner if inner is not None and tree.lemma[noun] == "term" else noun
    end, verb = tree.right[noun], tree.head[i]
    modal = any(tree.tag[k] == "MD" for k in tree.children(verb, "aux"))
    if tree.lemma[paper].lower() in words().provisions and modal and end + 2 <= last and tree.words[end + 1] == ",":
        yield Construction(i, VIEW, [i], phrase(tree, paper), [(end + 2, last)], tree.lower[i])
