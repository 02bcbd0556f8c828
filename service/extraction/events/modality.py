"""Did it happen at all: tense, polarity and modality of an event.

Read from the trigger's own auxiliaries and particles, then from what it stands under, up to four steps: a modal, a verb
that plans, requests or denies, "if", "whether".  The classes of subordination are ISO-TimeML's (SLINK).
"""

from __future__ import annotations

from functools import lru_cache

from service import lexicons
from service.extraction.annotations import Modality, Polarity, Tense
from service.extraction.article import Article
from service.extraction.events.control import PERCEIVING
from service.extraction.events.presupposed import is_given, is_this
from service.extraction.events.prospects import HOLDING, LEXICON, has_to, of_infinitive, said_of
from service.extraction.events.tense import CLIMB, FINITE, FUTURE, Tenses
from service.extraction.events.tree import Tree
from service.extraction.records import record
from service.extraction.search import places

BRINGING = frozenset(lexicons.load("plover")["arguments"]["carrying"]) | frozenset(
    lexicons.load("event_nouns")["light_verbs"]
)  # not to "hold" or "begin" it is for it not to be
COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "pobj", "dobj", "prep"})
OTHER_CLAUSE = frozenset({"nsubj", "nsubjpass", "csubj", "advcl", "relcl", "ROOT", "parataxis", "npadvmod"})
CLAUSES_OF_TIME = frozenset({"when", "before", "after", "until", "till", "once", "as", "while"})
AHEAD = frozenset({"due", "planned", "scheduled", "proposed", "upcoming", "forthcoming", "next", "future"})


FACTIVE = frozenset({"know", "realize", "realise", "regret", "mention", "notice", "forget", "remember", "like", "care"})
SCHEDULING = frozenset({"schedule", "plan", "slate", "book", "set"})
AWAITING = SCHEDULING | {"expect"}
POSTPONING = frozenset({"postpone", "defer", "reschedule", "delay"})
UNDOING = frozenset({"cancel", "scrap", "abandon", "avert", "prevent", "thwart", "foil"})
CIRCUMSTANCE = frozenset(
    {"after", "in", "at", "by", "during", "since", "near", "despite", "amid", "as", "under", "from"}
)
BESIDE = CIRCUMSTANCE - {"from"}  # "blocked roads in support of": what stands in these is not what is denied
INFINITE = frozenset({"VB", "VBG"})
DISCUSSING = frozenset({"discuss", "debate", "weigh", "explore"})
WISHING = frozenset({"want", "demand"})
UNSURE = frozenset({"unclear", "clear", "unknown", "know", "uncertain", "sure", "unsure"})
INVERTED = frozenset({"had", "were", "should"})
NOBODY = frozenset({"nobody", "nothing", "none", "no", "neither", "nor"})
UNREAL = frozenset({"could", "might", "should", "would"})
# All other words make nothing of what stands under them.
TELLING = frozenset().union(*LEXICON.values(), SCHEDULING, POSTPONING, UNDOING, FACTIVE, DISCUSSING) | frozenset(
    {"put", "call", "be", "wish", "want", "like", "need", "tell", "against"}
)
BARE = frozenset({"VB", "VBP"})
HEADLINE = 20  # tokens
NESTED = 3  # purposes of purposes: "met to agree to try to …" may go on for ever


@record
class Reality:
    """Whether, and when relative to the telling, an event took place."""

    modality: Modality
    polarity: Polarity
    tense: Tense | None

    def ahead(self) -> Reality:
        """The same of what is still to come."""
        return reality("planned", self.polarity, "future")


# There are no more than forty of them, and making one takes longer than looking it up.
reality = lru_cache(maxsize=64)(Reality)


class Realities:
    """Reads tense, polarity and modality of the words of one article, given by their index."""

    def __init__(self, article: Article, tree: Tree) -> None:
        self.tree = tree
        self.tenses = Tenses(tree, title(article))
        self.nobody = not NOBODY.isdisjoint(tree.vocabulary)
        negators = [i for word in LEXICON["negators"] & tree.vocabulary for i in places(tree.lowers, word)]
        self.none = {tree.heads[i] for i in negators if tree.deps[i] == "det"}  # words with "no" before them

    def of(self, trigger: int) -> Reality:
        """Tense, polarity and modality of what the token names."""
        tree = self.tree
        verb = trigger if tree.is_verb(trigger) else self.tenses.governing_verb(trigger)
        own = self.tenses.of(verb) if verb is not None else None
        modality = self.own_modality(trigger, verb)
        negative = self.is_negative(trigger, verb)
        above, denied = self.governed(trigger)
        if above and (modality == "asserted" or (modality == "planned" and above in {"possible", "conditional"})):
            modality = above
        if modality == "asserted" and tree.tags[trigger] == "VB":
            modality = of_infinitive(tree, trigger) or modality
        if verb == trigger and tree.deps[trigger] == "xcomp":
            modality = self.shared(trigger, modality)
        carrier = self.perceived_by(verb) if verb is not None and tree.tags[verb] in BARE else None
        if carrier is not None:
            own = self.tenses.of(carrier)
            if modality == "asserted":
                modality = self.governed(carrier)[0] or self.own_modality(carrier, carrier)
        if denied and trigger not in tree.negated:
            negative = True
        if modality == "asserted" and own == "present" and verb is not None and self.waits_for_future(verb):
            modality, own = "planned", "future"
        if modality == "asserted" and own == "future":
            modality = "planned"
        if own is None and modality in {"planned", "requested"}:
            own = "future"
        if own is None and modality == "asserted" and verb is not None:
            if self.is_headed(verb):  # "Minister to visit Chile"
                modality, own = "planned", "future"
            elif self.tenses.is_headline(verb):
                planned = tree.tags[verb] == "VB" and bool(self.tenses.helpers(verb))  # "Firm to build plant"
                order = tree.tags[verb] == "VB" and verb not in tree.subjects and not planned  # "Buy milk"
                modality, own = ("planned", "future") if planned else (modality, None if order else "present")
            else:
                own = self.tenses.inherited(verb)
        if own is None and verb is None and trigger < self.tenses.title:
            own = "present"
        return reality(modality, "negative" if negative else "positive", own)

    def is_headed(self, verb: int) -> bool:
        """An infinitive that says in a headline what its first noun is to do."""
        tree = self.tree
        above = tree.heads[verb]
        infinitive = tree.tags[verb] == "VB" and any(tree.tags[kid] == "TO" for kid in tree.helpers.get(verb, ()))
        return (
            infinitive
            and above < verb < self.tenses.title
            and tree.deps[above] == "ROOT"
            and not any(tree.deps[kid] in {"aux", "nsubj", "dobj"} for kid in tree.kids[above])
        )

    def shared(self, verb: int, modality: Modality) -> Modality:
        """What an infinitive shares with the verb that it completes: "could begin to fall", "if he tries to flee"."""
        tree = self.tree
        for _ in range(CLIMB):
            if tree.deps[verb] != "xcomp" or not tree.is_verb(tree.heads[verb]):
                break
            verb = tree.heads[verb]
            over = self.own_modality(verb, verb)
            if over == "conditional" or (over == "possible" and modality in {"asserted", "planned"}):
                return over
        return modality

    def waits_for_future(self, verb: int) -> bool:
        """The present tense of a clause of time whose main clause lies ahead: "will stop when the workers walk out"."""
        tree = self.tree
        above = tree.heads[verb]
        if tree.deps[verb] == "relcl" and tree.types[above] in {"DATE", "TIME"}:
            clause = tree.clause_verb(above)  # "on Monday when"
        else:
            clause = above if tree.deps[verb] == "advcl" else None
        if clause is None or self.tenses.of(clause) != "future":
            return False
        return any(tree.lowers[kid] in CLAUSES_OF_TIME for kid in tree.adverbs.get(verb, ()))

    def perceived_by(self, verb: int) -> int | None:
        """ "See" of "will see the leaders meet": a bare infinitive is as real as what governs it."""
        tree = self.tree
        if tree.deps[verb] not in {"ccomp", "xcomp"}:
            return None
        if tree.lemmas[tree.heads[verb]] not in PERCEIVING or tree.children(verb, "aux", "mark"):
            return None
        return tree.heads[verb]

    def own_modality(self, trigger: int, verb: int | None) -> Modality:
        """From the auxiliaries of the clause and the adjectives and adverbs at the trigger."""
        tree = self.tree
        if trigger == verb and tree.tags[verb] in FINITE and verb not in tree.adverbs and verb not in tree.helpers:
            return "asserted"
        near = [tree.lemmas[kid] for kid in tree.adverbs.get(trigger, ())]
        if trigger != verb:
            before = {tree.lemmas[kid] for kid in tree.kids[trigger] if tree.deps[kid] in {"amod", "acl", "appos"}}
            if before & AHEAD:
                return "planned"
            if verb is not None and (said := said_of(tree, trigger, verb)):
                return said
            near += before
        if verb is not None:
            near += [tree.lowers[kid] for kid in tree.adverbs.get(verb, ())]
            if "if" in near and self.is_unsure(tree.heads[verb]):
                return "possible"
            if ("if" in near and tree.deps[verb] != "ccomp") or "unless" in near or self.is_inverted(verb):
                return "conditional"
            undone = tree.deps[trigger] == "nsubjpass" and self.is_undone(verb)  # "the fire could have been prevented"
            if not undone and (found := self.of_auxiliaries(trigger, verb)):
                possible = self.tenses.words(verb) & {"may", "might", "could", "can"}
                return "conditional" if found != "requested" and not possible and self.has_condition(verb) else found
        for word in near:
            if word in LEXICON["possible"] and word not in {"able", "capable"}:
                return "possible"
        return "asserted"

    def is_unsure(self, word: int) -> bool:
        """ "It is unclear if the ship sank": no condition, a question."""
        tree = self.tree
        return any(tree.lemmas[each] in UNSURE for each in (word, *tree.children(word, "acomp", "oprd")))

    def is_inverted(self, verb: int) -> bool:
        """ "Had the dam burst", "should he resign": a condition by the order of its words."""
        tree = self.tree
        helpers = tree.helpers.get(verb)
        if helpers is None or tree.lowers[helpers[0]] not in INVERTED or tree.deps[verb] not in {"advcl", "ccomp"}:
            return False
        subjects = tree.subjects.get(verb)
        return subjects is not None and helpers[0] < subjects[0] and tree.heads[verb] > verb

    def has_condition(self, verb: int) -> bool:
        """Whether a clause with "if" or "unless" hangs on the verb: "will be sworn in if no appeal succeeds"."""
        tree = self.tree
        return any(
            self.is_inverted(clause)
            or any(tree.lowers[kid] in {"if", "unless", "provided"} for kid in tree.adverbs.get(clause, ()))
            for clause in tree.kids[verb]
            if tree.deps[clause] in {"advcl", "ccomp"}
        )

    def of_auxiliaries(self, trigger: int, verb: int) -> Modality | None:
        tree, words = self.tree, self.tenses.words(verb)
        if not words:
            return None
        if words & FUTURE:
            return "planned"
        if words & {"should", "must", "ought"}:
            return "requested"
        if "would" in words and words & {"have", "'ve", "’ve"} and trigger == verb:
            return "possible"  # "would have given": it was not to be
        if "would" in words:
            return "planned" if trigger != verb or self.is_announced(verb) else "possible"
        if "to" in words and tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] == "be":
            return "planned"  # "is to resume", "was to fly"
        return "possible" if words & {"may", "might", "could", "can", "ca"} else None

    def is_announced(self, verb: int) -> bool:
        """As in "said the bridge would reopen": the future, told in the past."""
        tree = self.tree
        above = tree.heads[verb]
        told = tree.deps[verb] == "ccomp" and tree.tags[above] in {"VBD", "VBN"}
        told = told and tree.lemmas[above] not in LEXICON["possible"] and tree.lemmas[above] not in LEXICON["negative"]
        return told and not tree.children(verb, "csubj", "csubjpass")

    def is_negative(self, trigger: int, verb: int | None) -> bool:
        """Negated itself, by a determiner ("no visit"), or by its verb's particle ("did not pay a visit")."""
        tree = self.tree
        if trigger in tree.negated:
            return True
        if trigger != verb and trigger in self.none:
            return True
        if tree.deps[trigger] in {"pobj", "pcomp"} and tree.lowers[tree.heads[trigger]] == "without":
            return True
        if verb is None:
            return False
        if trigger != verb:
            link = tree.deps[trigger]
            if link in {"nsubj", "nsubjpass"} and is_given(tree, trigger, verb):
                return False
            if link == "nsubj" and tree.lemmas[verb] in HOLDING:
                return verb in tree.negated  # "the summit did not take place"
            if tree.lemmas[verb] in LEXICON["attending"] and is_this(tree, trigger):
                return False  # "did not attend the ceremony", which took place
            brought = link == "attr" or (link in {"dobj", "nsubjpass"} and tree.lemmas[verb] in BRINGING)
            return brought and verb in tree.negated
        if tree.deps[verb] in {"xcomp", "pcomp"} and self.is_yet_to_be(verb):
            return True
        if not self.nobody:
            return False
        if any(self.is_nobody(subject) for subject in tree.subjects.get(verb, ())):
            return True
        if tree.deps[verb] != "conj":
            return False
        both = [*tree.kids[verb], *tree.kids[tree.heads[verb]]]
        return any(tree.lowers[kid] in {"neither", "nor"} for kid in both)

    def is_yet_to_be(self, verb: int) -> bool:
        """ "Has yet to arrive", "stopped short of accusing", "instead of attacking"."""
        tree = self.tree
        above = tree.heads[verb]
        if tree.deps[verb] == "xcomp" and tree.lemmas[above] in {"have", "be"}:
            return any(tree.lowers[kid] == "yet" for kid in tree.adverbs.get(above, ()))
        if tree.deps[verb] != "pcomp":
            return False
        instead = any(tree.lowers[kid] == "instead" for kid in tree.adverbs.get(above, ()))
        return instead or tree.lowers[tree.heads[above]] in {"short", "instead"}

    def is_nobody(self, subject: int) -> bool:
        """ "Nobody", "no one", "neither side"."""
        tree = self.tree
        return tree.lowers[subject] in {"nobody", "nothing", "none"} or any(
            tree.lowers[kid] in {"no", "neither"} and tree.deps[kid] in {"det", "preconj"} for kid in tree.kids[subject]
        )

    def governed(self, trigger: int, purposes: int = 0) -> tuple[Modality | None, bool]:
        """What the words above the trigger make of it: a modality, and whether they deny it."""
        tree = self.tree
        word = trigger
        modality: Modality | None = None
        denied = False
        for _ in range(CLIMB):
            link, above = tree.deps[word], tree.heads[word]
            if tree.lemmas[above] not in TELLING and above not in tree.negated and word not in tree.adverbs:
                if (
                    above == word
                    or link == "ccomp"
                    or link in OTHER_CLAUSE
                    or (link == "conj" and self.is_parted(word, above))
                ):
                    break
                word = above
                continue
            if link in {"nsubjpass", "dobj"} and self.is_ahead(link, above):
                return modality or "planned", denied
            if link == "nsubjpass" and self.is_undone(above):
                if word != trigger or self.tenses.words(above) & UNREAL:
                    return modality, denied  # "talks on a merger were cancelled", "the fire could have been prevented"
                return modality, denied == (above in tree.negated)
            if above == word or link in OTHER_CLAUSE or (link == "conj" and self.is_parted(word, above)):
                if link == "advcl" and self.is_asked_for(word, above):
                    modality = modality or "requested"
                break
            if link in COMPLEMENTS:
                if self.is_whether(word):
                    return modality or "possible", False  # neither asserted nor denied
                said = word == trigger and link == "dobj" and tree.lemmas[word] in LEXICON["speech_nouns"]
                beside = link == "prep" and tree.lowers[word] in BESIDE
                if not beside and self.denies(link, above) and not said:
                    if above in tree.negated and tree.lemmas[above] in {"rule", "prevent", "avoid"}:
                        modality = modality or "possible"
                    denied = denied if above in tree.negated else not denied
                elif self.misses(link, above):
                    denied = not denied
                modality = modality or self.modal_of(word, link, tree.lemmas[above])
            if link == "ccomp":
                return self.of_content(above, modality, denied)
            word = above
        return modality or self.of_purpose(word, purposes), denied

    def is_parted(self, verb: int, above: int) -> bool:
        """Whether only the later of two conjoined verbs has a tense: "told them to wait and called"."""
        return self.tree.tags[above] in INFINITE and self.has_tense(verb) and not self.has_tense(above)

    def has_tense(self, verb: int) -> bool:
        """Whether the verb can stand in no infinitive: "called", "is calling", but not "put"."""
        tree = self.tree
        helpers = tree.helpers.get(verb)
        if helpers is None and tree.lowers[verb] == tree.lemmas[verb]:
            return False
        return tree.tags[helpers[0] if helpers else verb] in {"VBD", "VBZ", "MD"}

    def of_purpose(self, word: int, purposes: int) -> Modality | None:
        """ "Was due to meet to discuss it": what a thing still to come is to bring about is to come as well."""
        tree = self.tree
        above = tree.heads[word]
        purpose = tree.deps[word] == "advcl" and tree.tags[word] == "VB" and tree.is_verb(above) and above < word
        if not purpose or purposes >= NESTED or not any(tree.tags[kid] == "TO" for kid in tree.helpers.get(word, ())):
            return None
        over = self.own_modality(above, above)
        return over if over != "asserted" else self.governed(above, purposes + 1)[0]

    def is_asked_for(self, clause: int, verb: int) -> bool:
        """ "Called for witnesses to come forward"."""
        tree = self.tree
        asks = tree.lemmas[verb] in LEXICON["requested"] and tree.tags[clause] == "VB"
        return asks and any(tree.lowers[kid] == "for" for kid in tree.adverbs.get(clause, ()))

    def is_ahead(self, link: str, verb: int) -> bool:
        """ "Was postponed", "are scheduled for Monday"."""
        scheduled = link == "nsubjpass" and self.tree.lemmas[verb] in AWAITING and self.tenses.of(verb) == "present"
        return scheduled or self.is_put_off(verb)

    def denies(self, link: str, above: int) -> bool:
        """Whether what stands above says that it did not happen: "failed to", "cancelled the"."""
        deny = self.tree.lemmas[above] in LEXICON["negative"] or (link == "dobj" and self.is_undone(above))
        return deny and link != "pobj" and self.is_denial(above)

    def misses(self, link: str, above: int) -> bool:
        """Whether nothing shows it ("no sign of") or nobody plans it ("has no plans to")."""
        lemma = self.tree.lemmas[above]
        if lemma in LEXICON["signs"]:
            return link in {"prep", "ccomp", "acl"} and self.is_missing(above)
        return lemma in LEXICON["planned"] and (above in self.tree.negated or self.is_missing(above))

    def of_content(self, above: int, modality: Modality | None, denied: bool) -> tuple[Modality | None, bool]:
        """What a verb makes of the clause that it holds: a statement is asserted by its source and says so itself."""
        tree = self.tree
        lemma = tree.lemmas[above]
        if lemma == "be" and any(tree.lemmas[kid] in LEXICON["possible"] for kid in tree.children(above, "acomp")):
            return "possible", denied  # "it is possible that he fled"
        if lemma == "wish":
            return modality, not denied
        if above in tree.negated and lemma not in FACTIVE and lemma not in LEXICON["negative"]:
            return "possible", denied  # "has not said that she will resign": nobody vouches for it
        return modality, denied

    def is_whether(self, word: int) -> bool:
        tree = self.tree
        marks = tree.adverbs.get(word)
        return marks is not None and any(
            tree.lowers[kid] in {"whether", "if"} and tree.deps[kid] == "mark" for kid in marks
        )

    def is_missing(self, noun: int) -> bool:
        """ "No sign of", "did not show any evidence of"."""
        tree = self.tree
        if not tree.is_noun(noun):
            return False
        return noun in tree.negated or noun in self.none

    def is_put_off(self, verb: int) -> bool:
        return self.tree.lemmas[verb] in POSTPONING or (self.tree.lemmas[verb] == "put" and self.particle(verb, "off"))

    def is_undone(self, verb: int) -> bool:
        """ "Was cancelled", "was called off"."""
        return self.tree.lemmas[verb] in UNDOING or (self.tree.lemmas[verb] == "call" and self.particle(verb, "off"))

    def is_denial(self, word: int) -> bool:
        return self.tree.lemmas[word] != "rule" or self.particle(word, "out")

    def modal_of(self, word: int, link: str, lemma: str) -> Modality | None:
        tree = self.tree
        above = tree.heads[word]
        if link == "pcomp" and tree.lowers[above] == "against" and tree.tags[word] == "VBG":
            return "possible"  # "warned against cutting rates"
        if link == "prep" and tree.lowers[word] in CIRCUMSTANCE:
            return None  # "feared dead after a landslide"
        if lemma == "tell" and link == "dobj":
            return None  # "told a briefing": who hears it
        infinitive = link in {"xcomp", "acl", "ccomp"} and has_to(tree, word)
        asked = infinitive or (link == "ccomp" and tree.tags[word] == "VB") or link in {"pobj", "dobj"}
        if lemma in LEXICON["requested"] and (asked or tree.lowers[word] == "for") and not self.particle(above, "off"):
            return "requested"
        if lemma in {"want", "like", "need"} and infinitive and word in tree.subjects:
            return "requested"  # "wants the government to raise wages"
        if lemma in LEXICON["planned"] and (infinitive or link in {"prep", "pcomp"}):
            return "planned"
        if lemma in LEXICON["possible"] and link in {"ccomp", "acl", "xcomp", "prep", "pcomp"}:
            return "possible"
        if link == "xcomp" and lemma in DISCUSSING and tree.tags[word] == "VBG":
            return "possible"
        if link == "dobj" and tree.is_noun(word) and tree.is_verb(above):
            if lemma in WISHING:
                return "requested"
            if lemma in LEXICON["weighing"]:
                return "possible"
            if lemma in LEXICON["intending"]:
                return "planned"
        if infinitive and link == "acl" and lemma in LEXICON["towards"]:
            return "planned"
        return None

    def particle(self, verb: int, word: str) -> bool:
        return any(self.tree.lowers[kid] == word for kid in self.tree.children(verb, "prt"))


def title(article: Article) -> int:
    """How many tokens the headline has: the article's first sentence, where it is short and does not end as one."""
    if not article.sentences:
        return 0
    first = article.sentences[0]
    ends = first.text.rstrip()[-1:] in tuple('.!?”"')
    return 0 if ends or len(first) > HEADLINE else len(first)
