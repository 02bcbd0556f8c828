"""Did it happen at all: tense, polarity and modality of an event.

Read from the trigger's own auxiliaries and particles, then from what it stands under, up to four steps: a modal, a verb
that plans, requests or denies, "if", "whether".  The classes of subordination are ISO-TimeML's (SLINK).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from service import lexicons
from service.extraction import syntax
from service.extraction.annotations import Modality, Polarity, Tense
from service.extraction.events.tree import Tree

ANNOUNCING = frozenset({"say", "tell", "add", "announce", "confirm", "promise", "pledge", "vow"})
LEXICON = {name: frozenset(words) for name, words in lexicons.load("modality").items()}
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
CONJUNCTS = 8  # further back an auxiliary is no longer heard
HEADLINE = 20  # tokens
DEPENDENT = frozenset({"advcl", "pcomp", "xcomp", "conj", "acl", "ccomp"})
PERCEIVING = frozenset({"see", "let", "make", "have", "help", "watch", "hear"})
CLIMB = 4  # steps: what stands further up speaks of something else
NOUN_LINKS = frozenset({
    "dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "prep", "pcomp", "appos", "dative", "compound",
})  # fmt: skip
COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl", "pobj", "dobj", "prep"})
OTHER_CLAUSE = frozenset({"nsubj", "nsubjpass", "csubj", "advcl", "relcl", "ROOT", "parataxis", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Reality:
    """Whether, and when relative to the telling, an event took place."""

    modality: Modality
    polarity: Polarity
    tense: Tense | None


class Realities:
    """Reads tense, polarity and modality of the words of one article."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def children(self, token: Token, *deps: str) -> list[Token]:
        """As `syntax.children`, all where no relation is given; in time that does not grow with the sentence."""
        return [self.tree.token(kid) for kid in self.tree.children(token.i, *deps)]

    def is_negated(self, word: Token) -> bool:
        """By a particle of its own or "neither"."""
        tree = self.tree
        return any(
            tree.deps[kid] == "neg" or (tree.deps[kid] == "preconj" and tree.lowers[kid] == "neither")
            for kid in tree.kids[word.i]
        )

    def of(self, trigger: Token) -> Reality:
        """Tense, polarity and modality of what the token names."""
        verb = self.governing_verb(trigger)
        own = self.tense(verb) if verb is not None else None
        modality = self.own_modality(trigger, verb)
        negative = self.is_negative(trigger, verb)
        above, denied = self.governed(trigger)
        if above and (modality == "asserted" or (modality == "planned" and above in {"possible", "conditional"})):
            modality = above
        carrier = self.perceived_by(verb) if verb is not None else None
        if carrier is not None:
            own = self.tense(carrier)
            if modality == "asserted":
                modality = self.own_modality(carrier, carrier)
        if denied and not self.is_negated(trigger):
            negative = True
        if modality == "asserted" and own == "future":
            modality = "planned"
        if own is None and modality in {"planned", "requested"}:
            own = "future"
        if own is None and modality == "asserted" and verb is not None:
            if self.is_headline(verb):
                planned = verb.tag_ == "VB" and bool(self.helpers(verb))  # "Firm to build plant"
                modality, own = ("planned", "future") if planned else (modality, "present")
            else:
                own = self.inherited_tense(verb)
        return Reality(modality, "negative" if negative else "positive", own)

    def helpers(self, verb: Token) -> list[Token]:
        """The auxiliaries of the verb, or of the nearest verb that it is conjoined with and shares them with."""
        for _ in range(CONJUNCTS):
            own = self.children(verb, *syntax.AUXILIARIES)
            shares = verb.dep_ == "conj" and verb.tag_ in {"VB", "VBN", "VBG"}
            if own or not shares or self.children(verb, *syntax.SUBJECTS):
                return own
            verb = verb.head
        return []

    def perceived_by(self, verb: Token) -> Token | None:
        """ "See" of "will see the leaders meet": a bare infinitive is as real as what governs it."""
        if verb.tag_ not in {"VB", "VBP"} or verb.dep_ not in {"ccomp", "xcomp"} or self.children(verb, "aux", "mark"):
            return None
        return verb.head if verb.head.lemma_.lower() in PERCEIVING else None

    def is_headline(self, verb: Token) -> bool:
        """The head of the article's first line, which is in the present tense even where the tagger does not see it."""
        if verb.dep_ != "ROOT" or verb.i > HEADLINE:
            return False
        sentence = verb.sent
        return sentence.start == 0 and len(sentence) <= HEADLINE and sentence.text.rstrip()[-1:] not in tuple('.!?”"')

    def inherited_tense(self, verb: Token) -> Tense | None:
        """That of the clause above, for what has no tense of its own: "continued to fall", "after landing"."""
        token = verb
        for _ in range(CLIMB):
            if token.head.i == token.i or token.dep_ not in {"xcomp", "pcomp", "advcl", "acl", "conj", "prep", "ccomp"}:
                return None
            if token.tag_ == "VB" and token.dep_ not in {"xcomp", "conj"}:
                return None  # of purpose: not yet done
            token = token.head
            if syntax.is_verb(token) and (found := self.tense(token)):
                return found if found != "future" else None
        return None

    def governing_verb(self, trigger: Token) -> Token | None:
        """The trigger if it is a verb; else the verb whose clause the noun stands in."""
        if syntax.is_verb(trigger):
            return trigger
        token = trigger
        for _ in range(CLIMB):
            if token.dep_ not in NOUN_LINKS or token.head.i == token.i:
                return None
            token = token.head
            if syntax.is_verb(token):
                return token
        return None

    def tense(self, verb: Token) -> Tense | None:
        """The tense of a verb group; that of the governing verb for an infinitive or participle without auxiliary."""
        aux = self.helpers(verb)
        words = {helper.lower_ for helper in aux}
        if words & FUTURE or self.is_going_to(verb):
            return "future"
        if any(helper.lemma_ == "have" for helper in aux):
            return "past"
        finite = [verb, *aux]
        if any(token.tag_ == "VBD" for token in finite):
            return "past"
        if any(token.tag_ in {"VBP", "VBZ"} for token in finite):
            return "present"
        if any(token.tag_ == "MD" for token in aux):
            return None
        if verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl"}:
            return "past"
        if verb.tag_ in {"VBG", "VBN"} and verb.dep_ in DEPENDENT and verb.head.i != verb.i:
            above = syntax.clause_verb(verb.head)
            if above.i != verb.i and syntax.is_verb(above) and above.tag_ not in {"VBG", "VBN"}:
                return self.tense(above)
        return None

    def is_going_to(self, verb: Token) -> bool:
        """ "Is going to change", but not "is going to Rome"."""
        going = verb.head
        return (
            verb.tag_ == "VB"
            and verb.dep_ == "xcomp"
            and going.lower_ == "going"
            and any(child.tag_ in {"VBP", "VBZ"} for child in self.children(going, "aux"))
        )

    def own_modality(self, trigger: Token, verb: Token | None) -> Modality:
        """From the auxiliaries of the clause and the adjectives and adverbs at the trigger."""
        near = [child.lemma_.lower() for child in self.children(trigger) if child.dep_ in {"amod", "advmod", "mark"}]
        if verb is not None:
            near += [child.lower_ for child in self.children(verb) if child.dep_ in {"mark", "advmod"}]
            words = {helper.lower_ for helper in self.helpers(verb)}
            if "if" in near or "unless" in near:
                return "conditional"
            if words & FUTURE:
                return "planned"
            if words & {"should", "must", "ought"}:
                return "requested"
            if words & {"would"}:
                return "planned" if trigger is not verb or self.is_announced(verb) else "possible"
            if "to" in words and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
                return "planned"  # "is to resume", "was to fly"
            if words & {"may", "might", "could", "can", "ca"}:
                return "possible"
        for word in near:
            if word in LEXICON["possible"] and word not in {"able", "capable"}:
                return "possible"
            if word in {"planned", "scheduled", "proposed", "upcoming", "forthcoming", "next", "future"}:
                return "planned"
        return "asserted"

    def is_announced(self, verb: Token) -> bool:
        """As in "said the bridge would reopen": the future, told in the past."""
        told = verb.dep_ == "ccomp" and verb.head.tag_ in {"VBD", "VBN"} and verb.head.lemma_ in ANNOUNCING
        return told and not self.children(verb, "csubj", "csubjpass")

    def is_negative(self, trigger: Token, verb: Token | None) -> bool:
        """Negated itself, by a determiner ("no visit"), or by its verb's particle ("did not pay a visit")."""
        if self.is_negated(trigger) or any(c.lower_ in LEXICON["negators"] for c in self.children(trigger, "det")):
            return True
        if trigger.dep_ in {"pobj", "pcomp"} and trigger.head.lower_ == "without":
            return True
        if verb is None:
            return False
        if trigger.i != verb.i:
            return self.is_negated(verb) and trigger.dep_ in {"dobj", "nsubjpass", "attr"}
        subjects = self.children(verb, *syntax.SUBJECTS)
        if any(self.is_nobody(subject) for subject in subjects):
            return True
        both = [*self.children(verb), *self.children(verb.head)]
        return verb.dep_ == "conj" and any(child.lower_ in {"neither", "nor"} for child in both)

    def is_nobody(self, subject: Token) -> bool:
        """ "Nobody", "no one", "neither side"."""
        return subject.lower_ in {"nobody", "nothing", "none"} or any(
            child.lower_ in {"no", "neither"} for child in self.children(subject, "det", "preconj")
        )

    def governed(self, trigger: Token) -> tuple[Modality | None, bool]:
        """What the words above the trigger make of it: a modality, and whether they deny it."""
        token = trigger
        modality: Modality | None = None
        denied = False
        for _ in range(CLIMB):
            link, above = token.dep_, token.head
            if above.i == token.i or link in OTHER_CLAUSE:
                break
            lemma = above.lemma_.lower()
            if link in COMPLEMENTS:
                if self.is_whether(token):
                    return modality or "possible", False  # neither asserted nor denied
                said = token.i == trigger.i and link == "dobj" and token.lemma_ in LEXICON["speech_nouns"]
                if lemma in LEXICON["negative"] and link != "pobj" and not said and self.is_denial(above):
                    denied = denied if self.is_negated(above) else not denied
                modality = modality or self.modal_of(token, link, lemma)
            if link == "ccomp":
                break  # what a statement holds is asserted by its source; the statement says so
            token = above
        return modality, denied

    def is_whether(self, token: Token) -> bool:
        return any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in self.children(token))

    def is_denial(self, word: Token) -> bool:
        return word.lemma_ != "rule" or self.particle(word, "out")

    def modal_of(self, token: Token, link: str, lemma: str) -> Modality | None:
        infinitive = link in {"xcomp", "acl", "ccomp"} and any(c.tag_ == "TO" for c in self.children(token))
        if lemma in LEXICON["requested"] and (infinitive or link in {"pobj", "dobj"} or token.lower_ == "for"):
            return "requested"
        if lemma in LEXICON["planned"] and (infinitive or link == "prep" or link == "pcomp"):
            return "planned"
        if lemma in LEXICON["possible"] and link in {"ccomp", "acl", "xcomp", "prep", "pcomp"}:
            return "possible"
        return None

    def particle(self, verb: Token, word: str) -> bool:
        return any(child.dep_ == "prt" and child.lower_ == word for child in self.children(verb))
