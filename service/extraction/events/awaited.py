"""What was or is to come on a date: of a noun by its verb, of an infinitive told from the past."""

from __future__ import annotations

from service.extraction.events.modality import AWAITING
from service.extraction.events.tree import Tree


def is_of_verb(tree: Tree, noun: int, verb: int) -> bool:
    """Whether the noun completes a verb in the simple present: "goes on trial next month", "play a final"; or whether
    it is the adjective of a copula, "is due there on Monday"."""
    if tree.deps[noun] == "acomp":
        return tree.heads[noun] == verb
    if not tree.is_noun(noun) or tree.tags[verb] not in {"VBZ", "VBP"}:
        return False
    above = tree.heads[noun]
    return above == verb or (tree.deps[noun] == "pobj" and tree.heads[above] == verb)


def is_awaited(tree: Tree, noun: int, word: int) -> bool:
    """Whether the word's date may be one to come of the noun: "booked a flight for May", "a reply was expected"."""
    subject = tree.deps[noun] == "nsubjpass" and tree.heads[noun] == word and tree.lemmas[word] in AWAITING
    return tree.is_noun(noun) and (noun == word or subject)


def was_to_be(tree: Tree, verb: int) -> bool:
    """Whether the past tense tells what was to come then: "had been due to open in April", "was to speak today"."""
    above = tree.clause_verb(tree.heads[verb])
    if tree.tags[verb] != "VB" or tree.deps[verb] != "xcomp" or above is None:
        return False
    return tree.tags[above] == "VBD" or any(tree.lowers[kid] == "had" for kid in tree.helpers.get(above, ()))
