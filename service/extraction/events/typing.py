"""The PLOVER type and mode of an event: which pattern of `plover.toml` its word fits, and what promise or denial makes of it.

PLOVER codes what was announced or agreed apart from what was done: help that is promised is AGREE, harm that is announced is
THREATEN, what is kind and refused is REJECT.  What did not happen and was not refused has no type.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from service import lexicons
from service.extraction import syntax
from service.extraction.annotations import Argument
from service.extraction.events.modality import Reality

LEXICON = lexicons.load("plover")
SETS = {name: frozenset(words) for name, words in LEXICON["sets"].items()}
GATES = {name: frozenset(words) for name, words in LEXICON["gates"].items()}
SAYING = frozenset({"say", "announce", "declare", "insist", "conclude", "stress", "warn", "tell", "state", "add"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d"})
VOLITION = frozenset({"will", "would", "wo", "can", "could", "ca"})
CLIMB = 4
FANOUT = 40  # children of a word that are looked at

Typed = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A lemma's conditions, all of which hold, and the type and mode that they show."""

    typed: Typed
    objects: tuple[frozenset[str], ...] = ()
    without: tuple[frozenset[str], ...] = ()
    prepositions: tuple[tuple[str, frozenset[str] | None], ...] = ()
    clause: frozenset[str] | None = None

    @property
    def weight(self) -> int:
        return len(self.objects) + len(self.without) + len(self.prepositions) + (self.clause is not None)

    def fits(self, word: Surroundings) -> bool:
        return (
            all(words & word.objects for words in self.objects)
            and not any(words & word.objects for words in self.without)
            and all(
                word.prepositions.get(name, None) is not None and (words is None or bool(words & word.prepositions[name]))
                for name, words in self.prepositions
            )
            and (self.clause is None or bool(word.clauses) and (not self.clause or bool(self.clause & word.clauses)))
        )


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lemmas around a word: its objects, the objects of its prepositions and particles, the verbs of its clauses."""

    objects: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    clauses: frozenset[str]


def parse(text: str, typed: Typed) -> tuple[str, Pattern]:
    """The lemma and the pattern that one line of the lexicon writes."""
    lemma, *conditions = text.split()
    objects, without, prepositions, clause = [], [], [], None
    for condition in conditions:
        if condition.startswith("{"):
            objects.append(named_set(condition))
        elif condition.startswith("-"):
            without.append(named_set(condition[1:]))
        elif condition.startswith(">"):
            clause = named_set(condition[1:]) if len(condition) > 1 else frozenset()
        elif ":" in condition:
            name, _, words = condition.partition(":")
            prepositions.append((name, named_set(words)))
        else:
            prepositions.append((condition, None))
    return lemma, Pattern(typed, tuple(objects), tuple(without), tuple(prepositions), clause)


def named_set(name: str) -> frozenset[str]:
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
        group.sort(key=lambda pattern: -pattern.weight)
    return found


VERBS = patterns("verbs")
NOUNS = patterns("nouns")


def classify(trigger: Token, arguments: tuple[Argument, ...], reality: Reality) -> tuple[str | None, str | None]:
    """The PLOVER type and mode of the event that the trigger names, where one fits; else None twice."""
    typed = typed_alone(trigger)
    if syntax.is_verb(trigger) and is_called_for(trigger):
        return "DEMAND", None
    if typed is None:
        return None, None
    if not syntax.is_verb(trigger) and is_undone(trigger):
        return None, None
    type_, mode = gated(trigger, typed, reality)
    return type_, mode if type_ == typed[0] else None


def typed_alone(trigger: Token) -> Typed | None:
    """What the word and those around it show, whether or not it came to pass."""
    lemma = trigger.lemma_.lower()
    around = surroundings(trigger)
    if not syntax.is_verb(trigger):
        return first_fit(NOUNS.get(lemma, ()), around)
    typed = first_fit(VERBS.get(lemma, ()), around)
    return typed or carried(trigger, lemma)


def first_fit(group: list[Pattern] | tuple[()], around: Surroundings) -> Typed | None:
    return next((pattern.typed for pattern in group if pattern.fits(around)), None)


def carried(verb: Token, lemma: str) -> Typed | None:
    """The type of a verb's eventive object, where the verb adds nothing of its own: "began an offensive"."""
    if lemma not in GATES["support"]:
        return None
    for child in children(verb):
        if child.dep_ in {"dobj", "nsubjpass"} and child.tag_ in {"NN", "NNS"}:
            return first_fit(NOUNS.get(child.lemma_.lower(), ()), surroundings(child))
    return None


def surroundings(word: Token) -> Surroundings:
    objects: set[str] = set()
    prepositions: dict[str, frozenset[str]] = {}
    clauses: set[str] = set()
    noun = not syntax.is_verb(word)
    for child in children(word):
        link = child.dep_
        if link in {"dobj", "nsubjpass", "dative", "attr", "oprd"}:
            objects |= phrase_words(child)
            if link == "dative":
                prepositions.setdefault(child.lower_, frozenset())
        elif noun and link in {"amod", "compound", "nmod", "nummod", "poss"}:
            objects |= phrase_words(child)
        elif link in {"prep", "agent"}:
            words = {lemma for inner in children(child) if inner.dep_ == "pobj" for lemma in phrase_words(inner)}
            prepositions[child.lower_] = prepositions.get(child.lower_, frozenset()) | words
            if noun and child.lower_ == "of":
                objects |= words
        elif link in {"prt", "advmod", "acomp"}:
            prepositions.setdefault(child.lower_, frozenset())
        elif link in {"xcomp", "ccomp"} or (noun and link == "acl"):
            clauses.add(child.lemma_.lower())
    return Surroundings(frozenset(objects), prepositions, frozenset(clauses))


def phrase_words(head: Token) -> set[str]:
    """The lemmas of a phrase's head, of what modifies or is conjoined with it, and of what it is "of"."""
    words = {head.lemma_.lower()}
    for child in children(head):
        if child.dep_ in {"amod", "compound", "nmod", "conj", "nummod"}:
            words.add(child.lemma_.lower())
        elif child.dep_ == "prep" and child.lower_ == "of":
            words |= {inner.lemma_.lower() for inner in children(child) if inner.dep_ == "pobj"}
    return words


def children(token: Token) -> list[Token]:
    return [child for child, _ in zip(token.children, range(FANOUT), strict=False)]


# ------------------------------------------------------------------------------------------------------------- gates --


def is_called_for(verb: Token) -> bool:
    """What a speaker says someone must do: "said that Sudan must return the helicopter"."""
    if verb.dep_ != "ccomp" or verb.head.lemma_.lower() not in SAYING or syntax.is_negated(verb):
        return False
    return any(child.lower_ == "must" for child in syntax.auxiliaries(verb))


def is_undone(noun: Token) -> bool:
    """Whether the verb that the noun is the object of takes the event away or turns it down."""
    if noun.dep_ not in {"dobj", "nsubjpass"} or not syntax.is_verb(noun.head):
        return False
    return noun.head.lemma_.lower() in GATES["undoing"]


def gated(trigger: Token, typed: Typed, reality: Reality) -> tuple[str | None, str | None]:
    """The type after what is promised, threatened, refused or denied of it."""
    type_, mode = typed
    kind, harm = type_ in GATES["kind"] or type_ == "CONSULT", type_ in GATES["harm"]
    over = above(trigger)
    if over & GATES["refusing"]:
        return ("REJECT", None) if kind else (None, None)
    if reality.polarity == "negative":
        return ("REJECT", None) if kind and is_willed(trigger) else (None, None)
    if over & GATES["menacing"] and type_ not in GATES["kind"] - {"RETREAT"}:
        return "THREATEN", mode
    committed = bool(over & GATES["commissive"])
    announced = is_announced(trigger)
    if type_ in GATES["kind"] and (committed or announced):
        return "AGREE", None
    if type_ == "CONSULT" and committed:
        return "AGREE", None
    if harm and announced:
        return "THREATEN", mode
    return type_, mode


def above(trigger: Token) -> frozenset[str]:
    """The lemmas of the words whose complement the trigger is."""
    words: set[str] = set()
    token = trigger
    for _ in range(CLIMB):
        if token.dep_ not in {"xcomp", "dobj", "acl", "conj", "prep", "pobj", "pcomp", "ccomp"} or token.head.i == token.i:
            break
        if token.dep_ == "ccomp" and not syntax.is_verb(trigger):
            break
        link, token = token.dep_, token.head
        if link != "conj":
            words.add(token.lemma_.lower())
        if link == "ccomp":
            break
    return frozenset(words)


def is_announced(trigger: Token) -> bool:
    """Under "will" or "would", itself or as the object of such a verb."""
    verb = trigger
    if not syntax.is_verb(verb):
        if verb.dep_ not in {"dobj", "nsubjpass"} or not syntax.is_verb(verb.head):
            return False
        verb = verb.head
    return any(helper.lower_ in FUTURE for helper in syntax.auxiliaries(verb))


def is_willed(trigger: Token) -> bool:
    """Whether someone says no: "will not accept", "would not allow", "did not agree"."""
    verb = trigger if syntax.is_verb(trigger) else trigger.head
    return trigger.lemma_.lower() in {"agree", "accept", "allow"} or any(
        helper.lower_ in VOLITION for helper in syntax.auxiliaries(verb)
    )
