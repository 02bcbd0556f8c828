"""The patterns of `plover.toml`: a lemma, what must stand around it, and the PLOVER type and mode that they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from service import lexicons
from service.extraction.annotations import Role
from service.extraction.events.tree import Tree
from service.extraction.records import record

LEXICON = lexicons.load("plover")
SETS = {name: frozenset(words) for name, words in LEXICON["sets"].items()}
OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd"})
TIMES = frozenset({"DATE", "TIME"})
BEFORE = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
LINKS = OBJECTS | BEFORE | {"nsubj", "prep", "agent", "prt", "advmod", "acomp", "advcl", "xcomp", "ccomp", "acl"}
NAME = "NAME"  # stands in a set for any proper noun, as PERSON, GPE, NORP … stand for what is an entity of that type

Typed = tuple[str, str | None]
Words = frozenset[str]
Known = Callable[[int], tuple[str, ...]]  # what is known of a head beyond its words: its type, OFFICIAL
Phrase = Callable[[int], Words]  # the words of the phrase with this head, as `phrase_words` has them
Heads = dict[int, Role]


@record
class Surroundings:
    """The lemmas of a word's subjects, objects and clauses, and by preposition of its objects (a particle has none)."""

    subjects: Words
    objects: Words
    prepositions: dict[str, Words]
    clauses: Words


@record
class Pattern:
    """A lemma's conditions, all of which hold, and the type and mode that they show."""

    typed: Typed
    subjects: tuple[Words, ...] = ()
    objects: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    prepositions: tuple[tuple[str, Words | None], ...] = ()
    clauses: tuple[Words | None, ...] = ()
    transitive: bool | None = None  # with an object, without one, or either
    weight: int = field(init=False)

    def __post_init__(self) -> None:
        conditions = (self.subjects, self.objects, self.without, self.prepositions, self.clauses)
        weight = sum(len(each) for each in conditions) + (self.transitive is not None)
        object.__setattr__(self, "weight", weight)

    def fits(self, around: Surroundings) -> bool:
        objects, subjects, prepositions = around.objects, around.subjects, around.prepositions
        if self.transitive is not None and self.transitive != bool(objects):
            return False
        for name, words in self.prepositions:
            if name not in prepositions or not agrees(words, prepositions[name]):
                return False
        for each in self.objects:
            if each.isdisjoint(objects):
                return False
        for each in self.subjects:
            if each.isdisjoint(subjects):
                return False
        for each in self.without:
            if not each.isdisjoint(objects):
                return False
        for clause in self.clauses:
            if not around.clauses or (clause is not None and clause.isdisjoint(around.clauses)):
                return False
        return True


def agrees(wanted: Words | None, found: Words) -> bool:
    """Whether a preposition's objects are as a pattern wants them: any (None), some of a set, none (the empty set)."""
    return wanted is None or (not found if not wanted else not wanted.isdisjoint(found))


def parse(text: str, typed: Typed) -> tuple[str, Pattern]:
    """The lemma and the pattern that one line of the lexicon writes."""
    lemma, *conditions = text.split()
    subjects: list[Words] = []
    objects: list[Words] = []
    without: list[Words] = []
    prepositions: list[tuple[str, Words | None]] = []
    clauses: list[Words | None] = []
    transitive = None
    for condition in conditions:
        mark = condition[0]
        if condition in {"=", "-"}:
            transitive = condition == "="
        elif mark == "{":
            objects.append(named_set(condition))
        elif mark == "-":
            without.append(named_set(condition[1:]))
        elif mark == "<":
            subjects.append(named_set(condition[1:]))
        elif mark == ">":
            clauses.append(named_set(condition[1:]) if len(condition) > 1 else None)
        elif mark == "!":
            prepositions.append((condition[1:], Words()))
        elif ":" in condition:
            name, _, words = condition.partition(":")
            prepositions.append((name, named_set(words)))
        else:
            prepositions.append((condition, None))
    parts = (tuple(subjects), tuple(objects), tuple(without), tuple(prepositions), tuple(clauses))
    return lemma, Pattern(typed, *parts, transitive)


def named_set(name: str) -> Words:
    """The set in braces; a word that is the name of none stands for itself."""
    return SETS.get(name.strip("{}"), frozenset({name.strip("{}")}))


def patterns(kind: str) -> dict[str, list[Pattern]]:
    """All patterns of the verbs or nouns by their lemma, those with the most conditions first."""
    found: dict[str, list[Pattern]] = {}
    for rule in LEXICON["rules"]:
        for text in rule.get(kind, ()):
            lemma, pattern = parse(text, (rule["type"], rule.get("mode")))
            found.setdefault(lemma, []).append(pattern)
    for group in found.values():
        group.sort(key=lambda pattern: (-pattern.weight, pattern.typed[0] != "NONE"))
    return found


def relations(group: list[Pattern], noun: bool) -> frozenset[str]:
    """The relations of a word to those around it that its patterns ask about."""
    asked = LINKS
    if not noun and not any(pattern.prepositions for pattern in group):
        asked -= {"prep", "agent", "prt", "advmod", "acomp", "advcl"}
    if not any(pattern.clauses for pattern in group):
        asked -= {"xcomp", "ccomp", "acl"}
    return asked


VERBS = patterns("verbs")
NOUNS = patterns("nouns")
ASKED = {
    **{(lemma, False): relations(group, False) for lemma, group in VERBS.items()},
    **{(lemma, True): relations(group, True) for lemma, group in NOUNS.items()},
}


def match(tree: Tree, word: int, heads: Heads, phrase: Phrase) -> Typed | None:
    """The type and mode of the best pattern that fits the word, if any; `heads` are its arguments'."""
    group = (VERBS if tree.is_verb(word) else NOUNS).get(tree.lemmas[word])
    if group is None or not (tree.is_verb(word) or tree.is_noun(word)):
        return None
    if not group[0].weight and group[0].typed[0] != "NONE":
        return group[0].typed  # the only one, and whatever stands around
    around = surroundings(tree, word, heads, phrase)
    typed = next((pattern.typed for pattern in group if pattern.fits(around)), None)
    return None if typed and typed[0] == "NONE" else typed


def surroundings(tree: Tree, word: int, heads: Heads, phrase: Phrase) -> Surroundings:
    subjects: set[str] = set()
    objects: set[str] = set()
    prepositions: dict[str, Words] = {}
    clauses: set[str] = set()
    noun = not tree.is_verb(word)
    for head, role in heads.items():
        if role == "agent":
            subjects |= phrase(head)
        elif role == "patient" and not (tree.deps[head] == "pobj" and tree.heads[tree.heads[head]] == word):
            objects |= phrase(head)
    asked = ASKED[tree.lemmas[word], noun]
    for kid in [kid for kid in tree.kids[word] if tree.deps[kid] in asked]:
        link = tree.deps[kid]
        if link == "nsubj":
            if kid not in heads:
                subjects |= phrase(kid)
            continue
        if (link in OBJECTS and heads.get(kid) != "patient") or (noun and link in BEFORE):
            objects |= phrase(kid)
        if link in {"prep", "agent", "dative"}:
            if any(tree.types[inner] in TIMES for inner in tree.objects.get(kid, ())):
                continue  # "called it a shame on Monday" called on nobody
            words = of_preposition(tree, kid, phrase)
            prepositions[tree.lowers[kid]] = prepositions.get(tree.lowers[kid], frozenset()) | words
            if noun and tree.lowers[kid] == "of":
                objects |= words
            nested(tree, kid, prepositions, phrase)
        elif link in {"prt", "advmod", "acomp"}:
            prepositions.setdefault(tree.lowers[kid], frozenset())
            nested(tree, kid, prepositions, phrase)
        elif link == "advcl":
            occasion(tree, kid, prepositions)
        elif link in {"xcomp", "ccomp"} or (noun and link == "acl"):
            clauses.add(tree.lemmas[kid])
            if any(tree.tags[inner] == "TO" for inner in tree.kids[kid]):
                clauses.add("to")
    return Surroundings(frozenset(subjects), frozenset(objects), prepositions, frozenset(clauses))


def of_preposition(tree: Tree, preposition: int, phrase: Phrase) -> Words:
    return frozenset(lemma for inner in tree.objects.get(preposition, ()) for lemma in phrase(inner))


def occasion(tree: Tree, clause: int, prepositions: dict[str, Words]) -> None:
    """Add what happens in a clause of time, under its conjunction: "killed when a dam burst"."""
    for mark in tree.adverbs.get(clause, ()):
        words = frozenset({tree.lemmas[clause], *(tree.lemmas[kid] for kid in tree.subjects.get(clause, ()))})
        prepositions[tree.lowers[mark]] = prepositions.get(tree.lowers[mark], frozenset()) | words


def nested(tree: Tree, preposition: int, prepositions: dict[str, Words], phrase: Phrase) -> None:
    """Add what a preposition or particle itself leads to: "pulled out of the talks"."""
    for kid in tree.kids[preposition]:
        if tree.deps[kid] != "prep":
            continue
        words = of_preposition(tree, kid, phrase)
        prepositions[tree.lowers[kid]] = prepositions.get(tree.lowers[kid], frozenset()) | words


def phrase_words(tree: Tree, head: int, known: Known) -> Words:
    """The lemmas of a phrase: of its head, what modifies it, is conjoined with it or it is "of", and what is known."""
    words = {tree.lemmas[head], *known(head)}
    if tree.tags[head] in {"NNP", "NNPS"}:
        words.add(NAME)
    for kid in tree.kids[head]:
        if tree.deps[kid] in {"amod", "compound", "nmod", "conj", "nummod"}:
            words.add(tree.lemmas[kid])
        elif tree.deps[kid] == "prep" and tree.lowers[kid] == "of":
            words.update(tree.lemmas[inner] for inner in tree.objects.get(kid, ()))
    return frozenset(words)
