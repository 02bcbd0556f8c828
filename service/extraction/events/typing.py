"""The PLOVER type and mode of an event: which pattern its word fits, and what promise, threat or denial makes of it.

PLOVER codes what was announced or agreed apart from what was done: help that is promised is AGREE, harm that is
announced THREATEN, kindness that is refused REJECT.  What did not happen and was not refused has no type.
"""

from __future__ import annotations

from collections.abc import Iterator

from service import lexicons
from service.extraction.annotations import Entity
from service.extraction.article import Article
from service.extraction.events import patterns
from service.extraction.events.arguments import EntityIndex
from service.extraction.events.modality import Reality
from service.extraction.events.patterns import LEXICON, SETS, Heads, Typed, Words
from service.extraction.events.tree import MODIFIERS, Tree

GATES = {name: frozenset(words) for name, words in LEXICON["gates"].items()}
CARRYING = frozenset(LEXICON["arguments"]["carrying"])
SAYING = frozenset({"say", "announce", "declare", "insist", "conclude", "stress", "warn", "tell", "state", "add"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "'d", "’d"})
VOLITION = frozenset({"will", "would", "wo", "can", "could", "ca"})
LINKS = frozenset({"xcomp", "dobj", "acl", "conj", "prep", "pobj", "pcomp", "ccomp"})
DOCUMENTS = frozenset(LEXICON["arguments"]["documents"]) | {"rule", "constitution", "regulation", "contract", "rain"}
MISHAPS = SETS["accident"] | GATES["mishap"]
OURSELVES = frozenset({"we", "i", "you", "one"})
PEOPLES = frozenset({"GPE", "NORP"})
CLIMB = 4
UNREAL = frozenset({"requested", "possible", "conditional"})  # what is only asked for or thought of is not coded
AROUND = 20  # tokens either side in which arms, police or the wounded make an attack one of arms
SPORT = frozenset(lexicons.load("sport")["words"].split())
HEADINGS = frozenset(lexicons.load("sport")["headings"].split())
SHARE, KINDS = 0.015, 3  # of the words of a report of sport, and how many different ones
DISASTER = 3  # times that an article on a disaster names one
NONE = None, None


class Types:
    """Types the events of one article."""

    def __init__(self, article: Article, tree: Tree, entities: tuple[Entity, ...], index: EntityIndex) -> None:
        self.tree = tree
        self.index = index
        self.phrases: dict[int, Words] = {}
        self.officials = set(officials(article, tree, entities))
        self.sport = is_sport(tree)
        self.disaster = is_disaster(tree)
        self.unless = "unless" in tree.vocabulary
        self.ready = not GATES["ready"].isdisjoint(tree.lemmas)

    def known(self, head: int) -> tuple[str, ...]:
        """The type of the entity that a phrase is, and OFFICIAL for who holds an office."""
        id_ = self.index.of(head)
        if id_ is None:
            type_ = self.tree.types[head]
            return (type_,) if type_ else ()
        return (self.index.types[id_], "OFFICIAL") if id_ in self.officials else (self.index.types[id_],)

    def phrase(self, head: int) -> Words:
        """The words of the phrase with this head, and what is known of it; each phrase read once."""
        if head not in self.phrases:
            self.phrases[head] = patterns.phrase_words(self.tree, head, self.known)
        return self.phrases[head]

    def of(self, trigger: int, reality: Reality, heads: Heads) -> tuple[str | None, str | None]:
        """The PLOVER type and mode of the event that the trigger names, where one fits; else None twice."""
        tree = self.tree
        verb = tree.is_verb(trigger)
        if verb and tree.deps[trigger] == "ccomp" and is_called_for(tree, trigger):
            return "DEMAND", None
        if tree.deps[trigger] in MODIFIERS:
            return NONE  # "demonstrated leadership", "a battle cry"
        if verb and reality.polarity == "negative" and self.is_refused(trigger, reality):
            return "REJECT", None
        if verb and self.unless and self.is_threatened(trigger):
            return "THREATEN", None
        typed = patterns.match(tree, trigger, heads, self.phrase)
        if typed is None:
            return ("AGREE", None) if verb and self.ready and is_ready(tree, trigger, reality) else NONE
        if not verb and (is_undone(tree, trigger) or is_idiom(tree, trigger)):
            return NONE
        typed = self.armed(trigger, typed, heads)
        if typed is None:
            return NONE
        result = gated(tree, trigger, typed, reality)
        return NONE if result != typed and self.is_told_above(trigger, result[0]) else result

    def is_told_above(self, trigger: int, type_: str | None) -> bool:
        """Whether the promise, threat or refusal of it is an event of its own: "promised to send aid" is one AGREE."""
        for word in governors(self.tree, trigger):
            if self.tree.lemmas[word] in GATES["own"]:
                typed = patterns.match(self.tree, word, {}, self.phrase)
                if typed is not None and typed[0] == type_:
                    return True
        return False

    def is_refused(self, verb: int, reality: Reality) -> bool:
        """Whether someone will not, or does not, do what can be refused; a law that "did not allow it" is no one."""
        tree = self.tree
        if tree.lemmas[verb] not in GATES["willed"] or not is_willed(tree, verb):
            return False
        will = any(tree.lowers[kid] in {"will", "wo"} for kid in tree.helpers.get(verb, ()))
        if reality.modality in UNREAL and not will:
            return False  # "had they turned back, we would not be talking"
        return not any(tree.lemmas[kid] in DOCUMENTS for kid in tree.children(carrier(tree, verb), "nsubj"))

    def is_threatened(self, verb: int) -> bool:
        """What someone will do unless: "will leave unless"; not what will happen or be done."""
        tree = self.tree
        return verb not in tree.passive and is_announced(tree, verb) and has_unless(tree, verb)

    def armed(self, trigger: int, typed: Typed, heads: Heads) -> Typed | None:
        """The type of a fight or attack if it is one of arms, DISAPPROVE if it is one of words, else None."""
        tree = self.tree
        lemma = tree.lemmas[trigger]
        if typed[0] == "MOBILIZE" and self.disaster:
            return None  # the troops come to help
        if typed[0] == "ASSAULT" and lemma in GATES["befalling"] and self.is_accident(trigger, heads):
            return None
        contested = lemma in GATES["contested"] and typed[0] in {"FIGHT", "ASSAULT"}
        played = self.sport and typed[0] not in GATES["anywhere"]
        if not contested and not played:
            return typed
        window = tree.lemmas[max(0, trigger - AROUND) : trigger + AROUND]
        if not GATES["arms"].isdisjoint(window):
            return typed
        if played:
            return None
        people = {name for head in heads for name in self.known(head)}
        if any(heads[head] == "agent" and "PERSON" in self.known(head) for head in heads):
            return ("DISAPPROVE", None) if lemma in {"attack", "assault"} else None
        if people & PEOPLES:
            return typed
        return ("DISAPPROVE", None) if lemma == "attack" and "PERSON" in people else None

    def is_accident(self, trigger: int, heads: Heads) -> bool:
        """Whether people came to harm without anybody's doing: a mishap is near, and nothing of arms or crime."""
        if any(role == "agent" and self.known(head) for head, role in heads.items()):
            return False
        window = self.tree.lemmas[max(0, trigger - AROUND) : trigger + AROUND]
        return GATES["meant"].isdisjoint(window) and not MISHAPS.isdisjoint(window)


def is_sport(tree: Tree) -> bool:
    """Whether the article reports on sport, where sides fight, meet and withdraw."""
    if tree.words and tree.words[0] in HEADINGS:
        return True
    words = SPORT & tree.vocabulary
    if len(words) < KINDS:
        return False
    return sum(map(tree.lowers.count, words)) > SHARE * len(tree.lowers)


def is_disaster(tree: Tree) -> bool:
    """Whether the article reports on a storm, flood or quake, and on no fight."""
    if not GATES["enemies"].isdisjoint(tree.lemmas):
        return False
    return sum(map(tree.lemmas.count, GATES["disasters"].intersection(tree.lemmas))) >= DISASTER


def officials(article: Article, tree: Tree, entities: tuple[Entity, ...]) -> Iterator[str]:
    """The ids of the people who are told to hold an office: "President Lund", "the minister", "Lund, the envoy"."""
    leaders = SETS["leaders"]
    for entity in entities:
        if entity.type != "PERSON":
            continue
        if entity.description and not leaders.isdisjoint(entity.description.lower().split()):
            yield entity.id
            continue
        for mention in entity.mentions:
            if mention.form == "pronoun":
                continue
            before = article.index(mention.start) - 1
            if not leaders.isdisjoint(mention.text.lower().split()) or (before >= 0 and tree.lemmas[before] in leaders):
                yield entity.id
                break


def is_ready(tree: Tree, verb: int, reality: Reality) -> bool:
    """ "Is willing to meet", where no other event tells of the consent."""
    if tree.deps[verb] not in LINKS or reality.polarity == "negative":
        return False
    return not GATES["ready"].isdisjoint(tree.lemmas[word] for word in governors(tree, verb))


def is_called_for(tree: Tree, verb: int) -> bool:
    """What a speaker says someone must do: "said that Sudan must return the helicopter"."""
    if tree.lemmas[tree.heads[verb]] not in SAYING or tree.children(verb, "neg"):
        return False
    if any(tree.lowers[kid] in OURSELVES for kid in tree.subjects.get(verb, ())):
        return False
    return any(tree.lowers[kid] == "must" for kid in tree.helpers.get(verb, ()))


def has_unless(tree: Tree, verb: int) -> bool:
    """A condition that makes an announcement a threat: "will leave unless"."""
    return any(
        tree.lowers[kid] == "unless" for clause in tree.children(verb, "advcl") for kid in tree.children(clause, "mark")
    )


def is_idiom(tree: Tree, noun: int) -> bool:
    """Whether it is part of a fixed phrase that names no such event: "took charge", "a prisoner of war"."""
    above = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lowers[above] == "of":
        above = tree.heads[above]
    return tree.deps[noun] in {"dobj", "pobj"} and f"{tree.lemmas[above]} {tree.lemmas[noun]}" in GATES["idioms"]


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
        return ("REJECT", None) if friendly else NONE
    if reality.polarity == "negative":
        return ("REJECT", None) if friendly and is_willed(tree, trigger) else NONE
    if reality.modality in UNREAL:
        return NONE
    if over & GATES["menacing"] and (not kind or type_ == "RETREAT"):
        return "THREATEN", mode
    announced = is_announced(tree, trigger)
    if announced and over & GATES["wishing"]:
        return NONE
    if kind and (announced or over & GATES["commissive"]):
        return "AGREE", None
    if harm and announced:
        return "THREATEN", mode
    return type_, mode


def above(tree: Tree, trigger: int) -> frozenset[str]:
    """The lemmas of the words whose complement the trigger is, up to the clause that a verb of saying holds."""
    return frozenset(tree.lemmas[word] for word in governors(tree, trigger))


def governors(tree: Tree, trigger: int) -> Iterator[int]:
    word = trigger
    for _ in range(CLIMB):
        link, over = tree.deps[word], tree.heads[word]
        if link not in LINKS or over == word or (link == "ccomp" and word != trigger):
            return
        if link != "conj":
            yield over
        if link == "ccomp":
            return
        word = over


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
