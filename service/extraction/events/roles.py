"""The heads of an event's arguments and their roles, read from the dependency tree.

A verb gives its subject, objects and prepositional complements, across passives, control, conjunction and relative
clauses; a noun its possessor, its adjectives of nationality, its complements, and where it is the object of a verb
that only carries it ("paid a visit to", "imposed sanctions on") that verb's arguments too.  Which preposition fills
which role stands in `plover.toml`.
"""

from __future__ import annotations

from collections.abc import Callable

from service import lexicons
from service.extraction.annotations import Role
from service.extraction.events.control import CLIMB, EVENTIVE, LEXICON, WORDS, Control
from service.extraction.events.tree import Tree

LEADERS = frozenset(lexicons.load("plover")["sets"]["leaders"])
PREPOSITIONS: dict[str, Role] = LEXICON["prepositions"]
PLACES = frozenset({"GPE", "LOC", "FAC"})
ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP", "LOC"})
RELATIVES = frozenset({"WDT", "WP"})
NO_ARGUMENT = frozenset({"EX", "TO", "IN", "RB", "WDT", "WP", "WP$", "WRB"})
TIMES = frozenset({"DATE", "TIME"})
HOURS = frozenset({"dawn", "dusk", "noon", "midday", "midnight", "night", "morning", "evening", "sunrise", "sunset"})
COMPLEMENTS = frozenset({"dobj", "oprd", "dative", "agent", "prep", "advcl", "xcomp", "ccomp"})
ALIKE = ({"VBD", "VBN"}, {"VB", "VBP"})  # forms of verbs that taggers take for each other
APART = frozenset({",", "--", "—", "–", "(", ";", ":"})
DASHES = frozenset({"-", "–", "—"})
MOST = 40  # arguments of one event
NESTED = 3  # promises within promises: "agreed to agree to agree …" may go on for ever


class Roles(Control):
    """The arguments of an event: token index of the head → its role, in the order they were found."""

    def __init__(self, tree: Tree, type_of: Callable[[int], str | None], title: int = 0, within: int = 0) -> None:
        super().__init__(tree, title)
        self.type_of = type_of
        self.within = within  # promises, threats and refusals that stand around
        self.found: dict[int, Role] = {}

    def of(self, trigger: int) -> dict[int, Role]:
        self.found = {}
        if self.tree.is_verb(trigger):
            self.of_verb(trigger)
        else:
            self.of_noun(trigger)
            if self.tree.deps[trigger] == "acomp":
                self.of_state(trigger)
        return self.found

    def add(self, head: int, role: Role, before: int | None = None) -> None:
        """The head in this role, and what is conjoined with it; the first role given stays.

        With a head `before` the verb only those conjuncts that are: "Amin, who resigned, and Cole".
        """
        tree = self.tree
        if tree.tags[head] in RELATIVES:
            head = self.antecedent(head)
        if tree.tags[head] in NO_ARGUMENT or tree.types[head] in TIMES or tree.lemmas[head] in HOURS:
            return
        if tree.lowers[head] in {"each", "other", "one"} and self.type_of(head) is None:
            return
        for each in tree.conjuncts(head) if head in tree.joined else (head,):
            if before is not None and head < before < each:
                break
            if len(self.found) < MOST:
                self.found.setdefault(each, role)

    def has(self, role: Role) -> bool:
        return role in self.found.values()

    def antecedent(self, i: int) -> int:
        """The noun that a relative pronoun stands for."""
        tree = self.tree
        for above in tree.above(i, CLIMB):
            if tree.deps[above] == "relcl":
                return tree.heads[above]
        return i

    def is_actor(self, head: int) -> bool:
        """Whether the phrase names someone: its head is an actor or a place, or one precedes it ("Swiss envoys")."""
        if self.type_of(head) in ACTORS or self.type_of(head) in PLACES:
            return True
        tree = self.tree
        before = tree.children(head, "amod", "compound", "poss", "nmod")
        return any(tree.tags[kid] != "PRP$" and self.type_of(kid) in ACTORS for kid in before)

    # --------------------------------------------------------------------------------------------------------- verbs --

    def of_verb(self, verb: int) -> None:
        passive = self.is_passive(verb)
        subject = self.controller(verb)
        if subject is not None:
            self.add(subject, "patient" if passive else "agent", before=verb)
        self.complements(verb, passive)
        if not passive and not self.has("patient"):
            self.object_elsewhere(verb)

    def of_state(self, adjective: int) -> None:
        """Who is in a state: "schools stayed closed", "he was ready to"."""
        subject = self.controller(adjective)
        if subject is not None:
            undergone = self.tree.lowers[adjective].endswith("ed")
            self.add(subject, "patient" if undergone else "agent", before=adjective)

    def object_elsewhere(self, verb: int) -> None:
        """An object that the clause is about ("the mayor they freed") or that follows a later verb which shares it."""
        tree = self.tree
        if tree.deps[verb] == "relcl" and verb in tree.subjects:
            relative = any(tree.tags[kid] in RELATIVES for kid in tree.kids[verb])
            if not relative and tree.children(verb, "nsubj"):
                self.add(tree.heads[verb], "patient")
        for later in tree.joined.get(verb, ()):
            forms = {tree.tags[verb], tree.tags[later]}
            alike = (len(forms) == 1 or forms in ALIKE) and later not in tree.helpers and later not in tree.subjects
            if later - verb <= 3 and alike:
                for head in tree.children(later, "dobj"):
                    self.add(head, "patient")

    def complements(self, verb: int, passive: bool) -> None:
        """Objects and prepositional complements of a verb."""
        tree = self.tree
        first = verb
        for kid in tree.kids[verb]:
            link = tree.deps[kid]
            if link not in COMPLEMENTS:
                continue
            if link == "oprd" or (link == "dobj" and not (first > verb and self.is_apart(kid))):
                self.object(kid, verb)
                first = kid if link == "dobj" else first
            elif link == "dative":
                self.add(next(iter(tree.children(kid, "pobj")), kid), "recipient")
            elif link == "agent":
                for head in tree.children(kid, "pobj"):
                    self.add(head, "agent")
            elif link == "prep":
                self.prepositional(kid, verb)
            elif link == "advcl" and tree.lowers[kid] == "using":
                for head in tree.children(kid, "dobj"):
                    self.add(head, "instrument")
            elif link == "xcomp" and tree.lemmas[verb] in WORDS["passing"]:
                self.passed_on(kid)
            elif link == "ccomp" and not passive and (tree.lemmas[verb] in WORDS["asking"] or self.is_asked(kid)):
                for head in tree.children(kid, "nsubj"):
                    self.add(head, "recipient")

    def object(self, noun: int, verb: int) -> None:
        """What a verb is done to, and to whom it goes; what it is called, where there is nothing else."""
        tree = self.tree
        if tree.deps[noun] == "oprd" and (not tree.is_noun(noun) or tree.children(verb, "dobj", "nsubjpass")):
            return
        if tree.tags[noun] != "CD" or self.type_of(noun) or self.counts(noun):
            self.add(noun, "patient")
        if tree.lemmas[verb] in WORDS["giving"]:
            self.given_to(noun)

    def is_apart(self, noun: int) -> bool:
        """Whether a comma parts a noun from the object before it: "opened fire, the first shots since May"."""
        tree = self.tree
        return tree.lowers[tree.first(noun) - 1] in APART

    def counts(self, number: int) -> bool:
        """ "Four of them", "wounding 200", no score ("lost 1-2") and no age ("turn 18")."""
        tree = self.tree
        if any(tree.lowers[kid] == "of" for kid in tree.children(number, "prep")):
            return True
        verb = tree.heads[number]
        scored = number + 1 < len(tree.words) and tree.lowers[number + 1] in DASHES
        alone = tree.words[number].isalnum() and not scored and tree.children(verb, "dobj") == [number]
        return alone and tree.lemmas[verb] not in {"turn", "go"}

    def given_to(self, gift: int) -> None:
        """Who gets what is given, where the parser hangs it on the gift: "sent tons of food to Chad"."""
        tree = self.tree
        inner = [
            head
            for kid in tree.children(gift, "prep")
            if tree.lowers[kid] == "of"
            for head in tree.children(kid, "pobj")
        ]
        for noun in (gift, *inner):
            for kid in tree.children(noun, "prep"):
                if tree.lowers[kid] in {"to", "for"}:
                    for head in tree.children(kid, "pobj"):
                        if tree.lowers[kid] == "to" or self.is_actor(head):
                            self.add(head, "recipient")

    def passed_on(self, verb: int) -> None:
        """Whom a promise, threat or refusal concerns: the actors of what is promised ("vowed to send aid to Chad")."""
        if self.within >= NESTED:
            return
        tree = self.tree
        inner = Roles(tree, self.type_of, within=self.within + 1)
        inner.complements(verb, passive=False)
        for kid in tree.children(verb, "dobj"):
            for preposition in tree.children(kid, "prep"):
                inner.prepositional(preposition, kid)
        for head, role in inner.found.items():
            if role == "place":
                self.add(head, role)
            elif role in {"patient", "recipient"} and (self.is_actor(head) or tree.lemmas[head] in LEADERS):
                self.add(head, "recipient")

    def is_asked(self, verb: int) -> bool:
        """A clause of what someone is to do: "that Sudan must return", "them to leave", "that he resign"."""
        tree = self.tree
        helpers = tree.children(verb, "aux", "auxpass")
        if any(tree.lowers[helper] in {"must", "should"} or tree.tags[helper] == "TO" for helper in helpers):
            return True
        return tree.tags[verb] == "VB" and not helpers

    # -------------------------------------------------------------------------------------------------- prepositions --

    def prepositional(self, preposition: int, trigger: int) -> None:
        """The objects of a preposition at a verb or noun, in the role that the preposition gives them."""
        tree = self.tree
        if tree.lowers[preposition] == "according":
            return
        for head in tree.objects.get(preposition, ()):
            if tree.lowers[head] == "invitation":
                self.hosts(head)
                continue
            role = self.role_of(tree.lowers[preposition], head, trigger)
            if role:
                self.add(head, role)
        for inner in tree.children(preposition, "prep"):  # "from within", "out of"
            for head in tree.objects.get(inner, ()):
                if self.is_actor(head):
                    self.add(head, PREPOSITIONS.get(tree.lowers[inner], "other"))

    def role_of(self, word: str, head: int, trigger: int) -> Role | None:
        tree, kind = self.tree, self.type_of(head)
        if kind in PLACES or (kind is None and tree.lemmas[head] in WORDS["sites"]):
            if word in WORDS["place_prepositions"] and not (word == "on" and kind == "GPE"):
                return "place"
            if word == "to" and tree.lemmas[trigger] in WORDS["motion"]:
                return "place"
        if word == "by":
            return None if tree.is_verb(trigger) else "agent"
        if word in {"between", "among"}:
            return "agent"
        if word == "with" and tree.lemmas[head] in WORDS["weapons"]:
            return "instrument"
        if word == "of" and not tree.is_verb(trigger):
            joint = tree.lemmas[trigger] in WORDS["joint"] and not self.has("agent")
            return "agent" if joint else "patient"
        if word == "from" and tree.lemmas[trigger] in WORDS["coming_from"] and not tree.is_verb(trigger):
            return "agent"
        if word == "from" and tree.lemmas[trigger] not in WORDS["leaving"]:
            return "other" if self.is_actor(head) else None
        if word == "with" and not self.is_partner(head, trigger):
            return "other"
        if (
            word in {"in", "of"}
            and kind != "NORP"
            and tree.is_verb(trigger)
            and tree.lemmas[trigger] not in WORDS["involving"]
        ):
            return "place" if word == "in" and kind in {"ORG", "FAC"} else None
        if word == "to" and tree.is_verb(trigger) and kind is None and tree.lemmas[head] not in WORDS["idle"]:
            if tree.lemmas[trigger] in WORDS["consenting"] and not self.has("patient"):
                return "patient"
            if tree.lemmas[trigger] in WORDS["bestowing"]:
                return "recipient"
        strong = word in WORDS["strong_prepositions"] or (
            word in {"at", "on", "into"} and tree.lemmas[trigger] in WORDS["aiming"]
        )
        named = kind in ACTORS if word in {"at", "in", "into", "of"} else self.is_actor(head)
        return PREPOSITIONS.get(word) if strong or named else None

    def is_partner(self, head: int, trigger: int) -> bool:
        """Whether one acts together with or against the head, rather than has it as a means or a circumstance."""
        tree = self.tree
        if self.is_actor(head) or tree.lemmas[head] in LEADERS or tree.tags[head] == "PRP":
            return tree.lemmas[head] not in EVENTIVE
        return tree.lemmas[trigger] in WORDS["sharing"]

    def hosts(self, invitation: int) -> None:
        """ "At the invitation of X", "at X's invitation"."""
        tree = self.tree
        for kid in tree.children(invitation, "poss"):
            self.add(kid, "recipient")
        for kid in tree.children(invitation, "prep"):
            if tree.lowers[kid] in {"of", "from"}:
                for head in tree.children(kid, "pobj"):
                    self.add(head, "recipient")

    # --------------------------------------------------------------------------------------------------------- nouns --

    def of_noun(self, noun: int) -> None:
        """A noun's own dependents, then those of the verb that carries it."""
        tree = self.tree
        undergone = tree.lemmas[noun] in WORDS["undergone"]
        for kid in tree.kids[noun]:
            link = tree.deps[kid]
            if link == "poss":
                owner = kid if tree.tags[kid] != "PRP$" or self.type_of(kid) else self.who_are_they(kid, noun)
                if owner is not None and not self.is_scene(owner, noun):
                    self.add(owner, "patient" if undergone else "agent")
                elif owner is not None:
                    self.add(owner, "place")
            elif link in {"amod", "compound", "nmod"} and self.type_of(kid) in ACTORS:
                for each in tree.conjuncts(kid):
                    self.add(each, self.role_before(each, noun))
            elif link in {"amod", "compound"} and tree.lemmas[kid] in WORDS["bodies"]:
                self.add(kid, "agent")
            elif link == "prep":
                self.prepositional(kid, noun)
            elif link == "acl":
                self.of_clause(kid)
                if tree.lemmas[noun] in WORDS["asking"] and not self.is_passive(kid):
                    for head in tree.children(kid, "nsubj"):  # "its demand that Mali withdraw"
                        self.add(head, "recipient")
        top = self.whole(noun)
        if tree.deps[top] == "dobj" and tree.lemmas[noun] in WORDS["asking"]:
            self.asked(tree.heads[top], noun)
        if tree.deps[top] in {"dobj", "attr", "nsubjpass"}:
            self.carried(tree.heads[top], top, "carrying")
        elif tree.deps[top] == "pobj" and tree.lowers[tree.heads[top]] in {"in", "into", "for", "on", "to"}:
            self.carried(tree.heads[tree.heads[top]], top, "engaging")

    def asked(self, verb: int, noun: int) -> None:
        """Of whom something is asked where a parser hangs the clause on the verb: "repeated its call that Mali pay"."""
        tree = self.tree
        for clause in tree.children(verb, "ccomp"):
            if clause > noun:
                for head in tree.children(clause, "nsubj"):
                    self.add(head, "recipient")

    def who_are_they(self, pronoun: int, noun: int) -> int | None:
        """Of "their meeting", where no entity is theirs: the subject of the clause that the noun stands in."""
        tree = self.tree
        if tree.lowers[pronoun] != "their" or tree.lemmas[noun] not in WORDS["joint"]:
            return None
        verb = next((above for above in tree.above(noun, CLIMB) if tree.is_verb(above)), None)
        return None if verb is None else self.controller(verb)

    def role_before(self, name: int, noun: int) -> Role:
        """A people or a body before the noun acts ("the Russian invasion"); a country is more often the scene."""
        text = self.tree.words[name]
        acronym = text.isupper() and len(text) <= 6
        if self.tree.lemmas[noun] in WORDS["contests"] and self.type_of(name) not in {"NORP", "PERSON"}:
            return "place" if self.type_of(name) in PLACES else "other"
        if acronym or self.tree.tags[name] == "JJ" or self.type_of(name) not in PLACES:
            return "agent"
        return "place" if self.tree.lemmas[noun] in WORDS["happening"] else "patient"

    def is_scene(self, owner: int, noun: int) -> bool:
        """Whether whose event it is only says where: "the country's worst disaster"."""
        scene = self.type_of(owner) in PLACES or self.tree.lemmas[owner] in WORDS["sites"]
        return scene and self.tree.lemmas[noun] in WORDS["happening"]

    def of_clause(self, verb: int) -> None:
        """What a noun's own clause names: "a plan to aid Chad", "a deal signed by Mali"."""
        tree = self.tree
        for kid in tree.kids[verb]:
            if tree.deps[kid] == "dobj" and self.is_actor(kid):
                self.add(kid, "patient")
            elif tree.deps[kid] == "agent":
                for head in tree.children(kid, "pobj"):
                    self.add(head, "agent")

    def whole(self, noun: int) -> int:
        """The noun whose part it is: "a series of attacks", "talks and a visit"."""
        tree = self.tree
        for _ in range(3):
            above = tree.heads[noun]
            if tree.deps[noun] == "conj" and tree.is_noun(above):
                noun = above
            elif tree.deps[noun] == "pobj" and tree.lowers[above] == "of" and tree.is_noun(tree.heads[above]):
                noun = tree.heads[above]
        return noun

    def carried(self, verb: int, noun: int, by: str) -> None:
        """What the verb that the noun is the object of adds, if it only carries it: who acts, with whom, where."""
        tree = self.tree
        if not tree.is_verb(verb) or tree.lemmas[verb] not in WORDS[by]:
            return
        # "announced the resignation of his minister", but in "held talks with Chad" both act
        agents = [head for head, role in self.found.items() if role == "agent"]
        own = any(head < noun or tree.lowers[tree.heads[head]] == "of" for head in agents)
        if tree.deps[noun] != "nsubjpass" and not own:
            head = self.controller(verb)
            if head is not None and head != noun:
                self.add(head, "agent")
        for kid in tree.kids[verb]:
            if tree.deps[kid] == "prep":
                towards = tree.lowers[kid] == "to" and tree.lemmas[verb] in WORDS["motion"]
                self.prepositional(kid, verb if towards else noun)
            elif tree.deps[kid] == "agent":
                for head in tree.children(kid, "pobj"):
                    self.add(head, "agent")
            elif tree.deps[kid] == "dative":
                self.add(next(iter(tree.children(kid, "pobj")), kid), "recipient")
