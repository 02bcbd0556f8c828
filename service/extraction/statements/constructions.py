"""A place where the syntax would carry an attribution: a possible cue, what it takes, who would be speaking.

`verbs`, `nouns`, `silence` and `views` find them; none knows which words are cues, for `cues` decides that from the
lexicon.  Positions are token indices, ranges include both ends.  The frames of verbs and adjectives:

* ``that``   a finite clause after the cue: "said (that) it rained", "asked whether"
* ``aside``  the clause that the cue is inserted in or added to: "It rained, he said."
* ``to``     an infinitive: "hopes to win"; ``on-to``, ``for-to`` with whom: "called on them to stay"
* ``ing``    a gerund: "denied taking it"
* ``obj``    an object: "criticised the plan"; ``obj-for`` … with a preposition: "praised him for it"
* ``pred``   an object and what it is called: "called him a liar"
* a preposition (``for``, ``on``, …): "called for calm"
* ``passive-to``, ``passive``, ``seem``: the subject belongs to the content: "is expected to win", "seems to win"
"""

from __future__ import annotations

from dataclasses import dataclass

from service.extraction.statements.clauses import Range
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

QUOTING = frozenset({"quote", "cite"})


@dataclass(slots=True)
class Construction:
    """A possible attribution: the cue's head and tokens, the frame, the source's range and the content's ranges."""

    head: int
    frame: str
    cue: list[int]
    source: Range | None
    content: list[Range]
    lemma: str
    antecedent: Range | None = None
    addressee: Range | None = None


def group(tree: Tree, verb: int) -> list[int]:
    """The verb with its auxiliaries, its negation, its particle and the adverbs between them."""
    tokens = {verb}
    for kid in tree.kids[verb]:
        if (
            tree.dep[kid] in {"aux", "auxpass", "neg", "prt"}
            or tree.lower[kid] == "neither"
            and tree.dep[kid] == "preconj"
        ):
            tokens.add(kid)
    first = min(tokens)
    tokens.update(
        i for i in range(first, verb) if is_adverb(tree, i, verb) or tree.head[i] == verb and tree.dep[i] == "neg"
    )
    while first > 0 and is_adverb(tree, first - 1, verb):
        first -= 1
        tokens.add(first)
    return sorted(tokens)


def is_adverb(tree: Tree, i: int, verb: int) -> bool:
    """A bare adverb of the verb, but not "when"."""
    return tree.head[i] == verb and tree.dep[i] == "advmod" and tree.tag[i] != "WRB" and tree.left[i] == tree.right[i]


def quoted_as(tree: Tree, verb: int) -> int | None:
    """The saying of "quoted him as saying", "was cited as warning"."""
    if tree.lemma[verb] not in QUOTING:
        return None
    inner = (tree.child(k, "pcomp") for k in tree.children(verb, "prep") if k > verb and tree.lower[k] == "as")
    return next((k for k in inner if k is not None), None)


def quoting(tree: Tree, saying: int) -> int | None:
    """The verb that quotes of "quoted him as saying"."""
    verb = tree.head[tree.head[saying]]
    return verb if tree.lemma[verb] in QUOTING and quoted_as(tree, verb) == saying else None


def tells_occasion(tree: Tree, prep: int) -> bool:
    """Whether a phrase says when, or in what, something was said: "on Friday", "in an interview"."""
    noun = tree.child(prep, "pobj")
    return noun is None or tree.ent[noun] in {"DATE", "TIME"} or tree.lemma[noun].lower() in words().occasions
