"""The PLOVER type and mode of an event: which pattern its word fits, and what promise, threat or denial makes of it.

PLOVER codes what was announced or agreed apart from what was done: help that is promised is AGREE, harm that is
announced THREATEN, kindness that is refused REJECT.  What did not happen and was not refused has no type.
"""

from __future__ import annotations

from service.extraction.events import patterns
from service.extraction.events.modality import Reality
from service.extraction.events.patterns import LEXICON, Typed
from service.extraction.events.tree import Tree

GATES = {name: frozenset(words) for name, words in LEXICON["gates"].items()}
CARRYING = frozenset(LEXICON["arguments"]["carrying"])
SAYING = frozenset({"say", "announce", "declare", "insist", "conclude", "stress", "warn", "tell", "state", "add"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
VOLITION = frozenset({"will", "would", "wo", "can", "could", "ca"})
LINKS = frozenset({"xcomp", "dobj", "acl", "conj", "prep", "pobj", "pcomp", "ccomp"})
CLIMB = 4


def classify(tree: Tree, trigger: int, reality: Reality) -> tuple[str | None, str | None]:
    """The PLOVER type and mode of the event that the trigger names, where one fits; else None twice."""
    verb = tree.is_verb(trigger)
    if verb and is_called_for(tree, trigger):
        return "DEMAND", None
    if verb and reality.polarity == "negative" and tree.lemmas[trigger] in GATES["willed"] and is_willed(tree, trigger):
        return "REJECT", None
    if verb and is_announced(tree, trigger) and has_unless(tree, trigger):
        return "THREATEN", None
    typed = patterns.match(tree, trigger) or (of_object(tree, trigger) if verb else None)
    if typed is None and verb and reality.polarity == "positive" and above(tree, trigger) & GATES["ready"]:
        return "AGREE", None
    if typed is None or (not verb and is_undone(tree, trigger)):
        return None, None
    return gated(tree, trigger, typed, reality)


def of_object(tree: Tree, verb: int) -> Typed | None:
    """The type of a verb's eventive object, where the verb only carries it: "began an offensive"."""
    if tree.lemmas[verb] not in CARRYING - GATES["intending"]:
        return None
    for kid in tree.children(verb, "dobj", "nsubjpass"):
        if tree.tags[kid] in {"NN", "NNS"}:
            return patterns.match(tree, kid)
    return None


def is_called_for(tree: Tree, verb: int) -> bool:
    """What a speaker says someone must do: "said that Sudan must return the helicopter"."""
    if tree.deps[verb] != "ccomp" or tree.lemmas[tree.heads[verb]] not in SAYING or tree.children(verb, "neg"):
        return False
    return any(tree.lowers[kid] == "must" for kid in tree.helpers.get(verb, ()))


def has_unless(tree: Tree, verb: int) -> bool:
    """A condition that makes an announcement a threat: "will leave unless"."""
    return any(
        tree.lowers[kid] == "unless" for clause in tree.children(verb, "advcl") for kid in tree.children(clause, "mark")
    )


def is_undone(tree: Tree, noun: int) -> bool:
    """Whether the verb that the noun is the object of takes the event away or turns it down."""
    return tree.deps[noun] in {"dobj", "nsubjpass"} and tree.lemmas[tree.heads[noun]] in GATES["undoing"]


def gated(tree: Tree, trigger: int, typed: Typed, reality: Reality) -> tuple[str | None, str | None]:
    """The type after what is promised, threatened, refused or denied of it."""
    type_, mode = typed
    kind, harm = type_ in GATES["kind"], type_ in GATES["harm"]
    friendly = kind or type_ == "CONSULT"
    over = above(tree, trigger)
    if over & GATES["refusing"]:
        return ("REJECT", None) if friendly else (None, None)
    if reality.polarity == "negative":
        return ("REJECT", None) if friendly and is_willed(tree, trigger) else (None, None)
    if over & GATES["menacing"] and (not kind or type_ == "RETREAT"):
        return "THREATEN", mode
    announced = is_announced(tree, trigger)
    if (friendly and over & GATES["commissive"]) or (kind and announced):
        return "AGREE", None
    if harm and announced:
        return "THREATEN", mode
    return type_, mode


def above(tree: Tree, trigger: int) -> frozenset[str]:
    """The lemmas of the words whose complement the trigger is, up to the clause that a verb of saying holds."""
    words: set[str] = set()
    word = trigger
    for _ in range(CLIMB):
        link, over = tree.deps[word], tree.heads[word]
        if link not in LINKS or over == word or (link == "ccomp" and word != trigger):
            break
        if link != "conj":
            words.add(tree.lemmas[over])
        if link == "ccomp":
            break
        word = over
    return frozenset(words)


def carrier(tree: Tree, trigger: int) -> int:
    """The trigger if it is a verb, else the verb that only carries it; the trigger where there is none."""
    over = tree.heads[trigger]
    if tree.is_verb(trigger) or tree.deps[trigger] not in {"dobj", "nsubjpass"} or tree.lemmas[over] not in CARRYING:
        return trigger
    return over


def is_announced(tree: Tree, trigger: int) -> bool:
    """Under "will" or "would", itself or as the object of the verb that carries it."""
    return any(tree.lowers[kid] in FUTURE for kid in tree.helpers.get(carrier(tree, trigger), ()))


def is_willed(tree: Tree, trigger: int) -> bool:
    """Whether someone says no: "will not accept", "would not allow", "did not agree"."""
    verb = carrier(tree, trigger)
    if not tree.children(verb, "nsubj") and tree.deps[verb] != "conj":
        return False
    if tree.lemmas[verb] in {"agree", "accept", "allow"}:
        return True
    return any(tree.lowers[kid] in VOLITION for kid in tree.helpers.get(verb, ()))
