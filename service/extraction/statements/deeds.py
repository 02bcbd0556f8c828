"""What looks like an attribution and is a deed: an attack, a vote, a touchdown, a purpose nobody has spoken of yet.

Decided by syntax, for candidates of either finder.  The cue's own words settle it: a verb that is done, not said; a
particle that makes another verb of it; an object that cannot be said.
"""

from __future__ import annotations

from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

OPENING = frozenset("\"“„«‘'`")
WHEN = frozenset({"DATE", "TIME"})
BESIDE_WHEN = frozenset({"IN", "DT", "RB", ","})
PLACES = frozenset({"GPE", "LOC", "FAC"})
REASONS = frozenset({"as", "for", "over"})
TOPICAL = frozenset({"discuss", "debate", "negotiate"})
EXPLETIVE = frozenset({"it", "there"})


def is_deed(tree: Tree, candidate: Candidate) -> bool:
    """Whether something was done and nothing said."""
    if tree.article.text[candidate.start] in OPENING:
        return False
    head = cues.head_of(tree, candidate.cue)
    if head is None:
        return follows_deed(tree, candidate)
    if not tree.is_verb(head):
        return False
    return (
        is_act(tree, head)
        or is_vote(tree, head)
        or is_assault(tree, candidate, head)
        or is_fought(tree, candidate, head)
        or is_summons(tree, head)
        or turned_by_particle(tree, head)
        or tells_when_only(tree, candidate)
        or is_impersonal(tree, candidate, head)
        or is_aim(tree, head)
        or is_stubborn(tree, head)
        or is_call(tree, head)
    )


def is_act(tree: Tree, head: int) -> bool:
    """A verb that is done: "voted to shut it"; but "voted that …" tells what was decided."""
    return tree.lemma[head] in words().acts and tree.child(head, "ccomp") is None


def is_vote(tree: Tree, head: int) -> bool:
    """What was voted on: "voted to confirm"; but "would vote to" is a word."""
    votes = head if tree.dep[head] != "xcomp" else tree.head[head]
    return tree.lemma[votes] == "vote" and tree.tag[votes] in {"VBD", "VBN"}


def is_fought(tree: Tree, candidate: Candidate, head: int) -> bool:
    """A verb of arms and of words, of arms: said of a place ("hit the village") or by fighters ("rebels struck")."""
    if tree.lemma[head].lower() not in words().striking:
        return False
    who = {tree.lemma[i].lower() for span in candidate.source for i in tokens_of(tree, *span)}
    target = tree.child(head, "dobj", "nsubjpass")
    place = target is not None and (tree.ent[target] in PLACES or tree.lemma[target].lower() in words().targets)
    return place or not words().fighters.isdisjoint(who)


def is_summons(tree: Tree, head: int) -> bool:
    """What is called in or back: "recalled 84,000 cars", "called an election"; not "called the vote a farce"."""
    things = {"recall": words().withdrawn, "call": words().convened}.get(tree.lemma[head].lower())
    target = tree.child(head, "dobj", "nsubjpass") if things else None
    if things is None or target is None or tree.child(head, "oprd", "ccomp", "xcomp") is not None:
        return False
    return tree.lemma[target].lower() in things


def tokens_of(tree: Tree, start: int, end: int) -> range:
    """The tokens of a span, twenty at most."""
    first = tree.index(start)
    return range(first, min(tree.index(end - 1), first + 20) + 1)


def is_assault(tree: Tree, candidate: Candidate, head: int) -> bool:
    """An attack on somebody or some place; but "attacked her as a fraud", "for her vote" has words."""
    if tree.lemma[head] != "attack" or any(tree.lower[kid] in REASONS for kid in tree.kids[head]):
        return False
    return not any(mark in tree.article.text[start:end] for start, end in candidate.content for mark in '"“')


def follows_deed(tree: Tree, candidate: Candidate) -> bool:
    """Whether unquoted words without a cue are what such a verb takes: "The council voted | 9-4 to ban it"."""
    before = tree.index(candidate.start) - 1
    return bool(candidate.source) and before >= 0 and tree.is_verb(before) and tree.lemma[before] in words().acts


def turned_by_particle(tree: Tree, head: int) -> bool:
    particle = tree.child(head, "prt")
    return particle is not None and f"{tree.lemma[head]}_{tree.lower[particle]}" in words().particles


def tells_when_only(tree: Tree, candidate: Candidate) -> bool:
    """Whether the content is no more than a day or an hour: "touched down on | Wednesday"."""
    first, last = tree.index(candidate.start), tree.index(candidate.end - 1)
    if last - first > 8:
        return False
    named = [i for i in range(first, last + 1) if tree.ent[i] in WHEN]
    return bool(named) and all(tree.ent[i] in WHEN or tree.tag[i] in BESIDE_WHEN for i in range(first, last + 1))


def is_impersonal(tree: Tree, candidate: Candidate, head: int) -> bool:
    """Whether "it" only stands for an infinitive: "It will take weeks to understand whether …"."""
    if len(candidate.source) != 1 or tree.article.text[slice(*candidate.source[0])].lower() not in EXPLETIVE:
        return False
    verb = tree.head[tree.index(candidate.source[0][0])]
    refuses = tree.lemma[verb] in words().silent  # "it refused to say whether"
    return is_infinitive(tree, head) and verb != head and not refuses


def is_aim(tree: Tree, head: int) -> bool:
    """Whether people have yet to come together for it: "are due to meet to discuss the corridor"."""
    if tree.lemma[head] not in TOPICAL or tree.dep[head] != "advcl" or not is_infinitive(tree, head):
        return False
    meets = tree.head[head]
    return is_infinitive(tree, meets) or any(tree.lower[k] in {"will", "’ll", "'ll"} for k in tree.kids[meets])


def is_stubborn(tree: Tree, head: int) -> bool:
    """Whether somebody will not stir: "is refusing to leave"; but "refused to answer", "to sign" are words."""
    done = tree.child(head, "xcomp") if tree.lemma[head] == "refuse" else head
    above = head if done != head else tree.head[head]
    return done is not None and tree.lemma[above] == "refuse" and tree.lemma[done] in words().bodily


def is_call(tree: Tree, head: int) -> bool:
    """Whether somebody was rung up: "called me on the night of the storm"; but "called him a liar" has a word."""
    whom = tree.child(head, "dobj")
    if tree.lemma[head] != "call" or whom is None or tree.child(head, "oprd", "ccomp", "xcomp", "prt") is not None:
        return False
    person = tree.tag[whom] == "PRP" and tree.lower[whom] not in {"it", "them"} or tree.ent[whom] == "PERSON"
    after = [tree.lower[k] for k in tree.children(head, "prep") if k > whom]
    return person and bool(after) and REASONS.isdisjoint(after) and tree.right[whom] == whom


def is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[kid] == "TO" for kid in tree.kids[verb] if kid < verb)
