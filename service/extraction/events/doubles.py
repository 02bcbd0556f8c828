"""A verb and its noun that together tell of one event: "filed a lawsuit", "talks resumed", "the truce took effect".

So do a verb and the infinitive that it begins or manages: "began to sink".

The noun names the event, the verb is a further mention of it.  Which verbs carry which nouns is data: `carriers` in
`event_nouns.toml`.  (Verbs that add nothing to any noun, "paid a visit", are no triggers at all: see `triggers`.)
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from service import lexicons
from service.extraction.annotations import Role
from service.extraction.events.bounds import overlap
from service.extraction.events.telling import Telling
from service.extraction.events.tree import Tree

LEXICON = lexicons.load("event_nouns")
NOUNS = frozenset(LEXICON["nouns"])
OBJECTS = {verb: frozenset(nouns) for verb, nouns in LEXICON["carriers"]["objects"].items()}
SUBJECTS = {verb: frozenset(nouns) for verb, nouns in LEXICON["carriers"]["subjects"].items()}
SUPPORTED = {verb: frozenset(nouns) for verb, nouns in LEXICON["carriers"]["supported"].items()}
PHASES = frozenset(LEXICON["carriers"]["phases"]["verbs"])
GOVERNING = PHASES | {"go"}
BEFALLING = frozenset({"survive", "suffer", "sustain", "undergo"})  # to whom it happens is their subject
ANY = "*"  # any eventive noun


def join(tellings: Sequence[Telling], groups: list[list[int]], tree: Tree, starts: Sequence[int]) -> list[list[int]]:
    """The groups, those of verbs put into those of their nouns; a noun told nowhere else is as real as its verb."""
    numbers = {telling.token: n for n, telling in enumerate(tellings)}
    places = {n: place for place, group in enumerate(groups) for n in group}
    found = [(n, partner(tree, telling.token, numbers)) for n, telling in enumerate(tellings)]
    found += [(n, governed(tree, each.token, numbers)) for n, each in enumerate(tellings) if each.lemma in GOVERNING]
    for n, noun in found:
        telling = tellings[n]
        if noun is None or len(groups[places[n]]) > 1:
            continue
        other = numbers[noun]
        if not agree(telling, tellings[other]):
            continue
        group = groups[places[other]]
        if not tree.is_noun(noun):
            if tellings[other].reality.tense is None:
                tellings[other].reality = telling.reality
        elif tree.is_verb(telling.token):
            if len(group) == 1:
                tellings[other].reality = telling.reality
            add_arguments(tellings[other], telling, starts[noun])
        groups[places[n]] = []
        places[n] = places[other]
        group[1:] = sorted([*group[1:], n])
    return [group for group in groups if group]


def agree(verb: Telling, noun: Telling) -> bool:
    if verb.reality.polarity != noun.reality.polarity or (verb.type and noun.type and verb.type != noun.type):
        return False
    return not (verb.dated and noun.dated) or overlap(verb.dated.date, noun.dated.date)


def add_arguments(noun: Telling, verb: Telling, start: int) -> None:
    """Who fills the verb's roles fills the noun's, which starts at the character `start`, where it has none."""
    roles = {argument.role for argument in noun.arguments}
    for argument in verb.arguments:
        role: Role = "patient" if argument.role == "agent" and verb.lemma in BEFALLING else argument.role
        idle = role == "patient" and verb.lemma in SUPPORTED  # "place" of "took place"
        if role not in roles and not idle and not argument.start <= start < argument.end:
            noun.add(replace(argument, role=role))


def partner(tree: Tree, word: int, told: Container[int]) -> int | None:
    """The noun, one of those `told`, whose event the verb, or the noun that completes it, tells of as well."""
    verb = word if tree.is_verb(word) else tree.heads[word]
    lemma = tree.lemmas[verb]
    supported = supporting(tree, verb)
    if supported:
        named = [noun for noun in subjects(tree, verb) if noun in told and tree.lemmas[noun] in NOUNS]
        if word == verb or word in supported:
            return next((noun for noun in [*named, *supported] if noun in told and noun != word), None)
    if word != verb:
        return None
    for table, nouns_of in ((SUBJECTS, subjects), (OBJECTS, objects)):
        if lemma in table:
            for noun in nouns_of(tree, verb):
                if noun in told and fits(tree, noun, table[lemma]):
                    return noun
    return None


def governed(tree: Tree, verb: int, told: Container[int]) -> int | None:
    """The infinitive or gerund whose coming about is all that the verb tells: "began to sink", "went on to win"."""
    goes_on = tree.lemmas[verb] == "go"
    if goes_on and tree.lowers[verb + 1 : verb + 2] != ["on"]:
        return None
    links = ("xcomp", "advcl") if goes_on else ("xcomp",)
    return next((kid for kid in tree.children(verb, *links) if kid > verb and kid in told and tree.is_verb(kid)), None)


def fits(tree: Tree, noun: int, carried: frozenset[str]) -> bool:
    if not tree.is_noun(noun):
        return False
    return tree.lemmas[noun] in carried or (ANY in carried and tree.lemmas[noun] in NOUNS)


def subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects of a verb in the active, or of the verb that it completes: "the deal is expected to close"."""
    if verb in tree.passive or tree.children(verb, "dobj") != supporting(tree, verb):
        return []
    own = tree.subjects.get(verb)
    if own is None and tree.deps[verb] == "xcomp":
        own = tree.subjects.get(tree.heads[verb])
    return own or []


def supporting(tree: Tree, verb: int) -> list[int]:
    """The verb's objects that with it make one word: "place" of "took place"."""
    wanted = SUPPORTED.get(tree.lemmas[verb])
    return [noun for noun in tree.children(verb, "dobj") if tree.lemmas[noun] in wanted] if wanted else []


def objects(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb, in the passive its subjects or the noun it tells of, and what it enters "into"."""
    found = tree.children(verb, "dobj", "nsubjpass")
    if tree.deps[verb] == "acl" and tree.tags[verb] == "VBN":
        found = [tree.heads[verb], *found]  # "a lawsuit filed in May"
    for preposition in tree.children(verb, "prep"):
        if tree.lowers[preposition] == "into":
            found = [*found, *tree.objects.get(preposition, ())]
    return found
