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
from service.extraction.events.tree import Tree

LEXICON = lexicons.load("plover")["arguments"]
LEADERS = frozenset(lexicons.load("plover")["sets"]["leaders"])
EVENTIVE = frozenset(lexicons.load("event_nouns")["nouns"])
PREPOSITIONS: dict[str, Role] = LEXICON["prepositions"]
WORDS = {name: frozenset(words) for name, words in LEXICON.items() if isinstance(words, list)}
PLACES = frozenset({"GPE", "LOC", "FAC"})
ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP", "LOC"})
RELATIVES = frozenset({"WDT", "WP"})
JUDGED = frozenset({"of", "for", "from", "with", "over", "against", "into", "on", "about"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSAL = frozenset({"csubj", "csubjpass"})
NO_ARGUMENT = frozenset({"EX", "TO", "IN", "RB", "WDT", "WP", "WP$", "WRB"})
TIMES = frozenset({"DATE", "TIME"})
HOURS = frozenset({"dawn", "dusk", "noon", "midday", "midnight", "night", "morning", "evening", "sunrise", "sunset"})
CLIMB = 6  # steps to a controlling subject; further up it is another story
MOST = 40  # arguments of one event


class Roles:
    """The arguments of one event: token index of the head → its role, in the order they were found."""

    def __init__(self, tree: Tree, type_of: Callable[[int], str | None]) -> None:
        self.tree = tree
        self.type_of = type_of
        self.found: dict[int, Role] = {}

    def of(self, trigger: int) -> dict[int, Role]:
        if self.tree.is_verb(trigger):
            self.of_verb(trigger)
        else:
            self.of_noun(trigger)
        return self.found

    def add(self, head: int, role: Role) -> None:
        """The head in this role, and what is conjoined with it; the first role given stays."""
        tree = self.tree
        head = self.antecedent(head)
        if tree.tags[head] in NO_ARGUMENT or tree.types[head] in TIMES or tree.lemmas[head] in HOURS:
            return
        if tree.lowers[head] in {"each", "other", "one"} and self.type_of(head) is None:
            return
        for each in tree.conjuncts(head):
            if len(self.found) < MOST:
                self.found.setdefault(each, role)

    def has(self, role: Role) -> bool:
        return role in self.found.values()

    def antecedent(self, i: int) -> int:
        """The noun that a relative pronoun stands for."""
        tree = self.tree
        if tree.tags[i] not in RELATIVES:
            return i
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
            self.add(subject, "patient" if passive else "agent")
        self.complements(verb, passive)
        if not passive and not self.has("patient"):
            self.object_elsewhere(verb)

    def is_passive(self, verb: int) -> bool:
        tree = self.tree
        if verb in tree.passive:
            return True
        if tree.tags[verb] != "VBN" or verb in tree.helpers:
            return False
        link = tree.deps[verb]
        if link == "advcl":  # "born in Leeds, she", "hit by the storm, the ship"
            return not tree.children(verb, "dobj", "nsubj")
        above = tree.heads[verb]
        return link == "acl" or (link == "conj" and (above in tree.passive or tree.lemmas[above] == "be"))

    def object_elsewhere(self, verb: int) -> None:
        """An object that the clause is about ("the mayor they freed") or that follows a later verb which shares it."""
        tree = self.tree
        if tree.deps[verb] == "relcl" and verb in tree.subjects:
            relative = any(tree.tags[kid] in RELATIVES for kid in tree.kids[verb])
            if not relative and tree.children(verb, "nsubj"):
                self.add(tree.heads[verb], "patient")
        for later in tree.joined.get(verb, ()):
            if later - verb <= 3 and tree.is_verb(later) and later not in tree.subjects:
                for head in tree.children(later, "dobj"):
                    self.add(head, "patient")

    def controller(self, verb: int) -> int | None:
        """The head of the phrase that is the verb's subject, its own or the one it is understood to have."""
        tree = self.tree
        for _ in range(CLIMB):
            own = next((kid for kid in tree.subjects.get(verb, ()) if tree.deps[kid] in SUBJECTS), None)
            if own is not None:
                return own
            link, above = tree.deps[verb], tree.heads[verb]
            if above == verb or any(tree.deps[kid] in CLAUSAL for kid in tree.subjects.get(verb, ())):
                return None
            if link == "relcl":
                return above
            if link == "acl" and tree.lemmas[above] in WORDS["idle"]:
                above = next((each for each in tree.above(above, CLIMB) if tree.is_verb(each)), above)
            elif link == "acl":
                infinitive = any(tree.tags[kid] == "TO" for kid in tree.kids[verb])
                speaks = tree.lemmas[above] in WORDS["documents"] and not self.is_passive(verb)
                return (self.owner(above) or (above if speaks else None)) if infinitive or speaks else above
            if link in {"xcomp", "ccomp"}:
                controlling = self.controlled_by_object(above)
                if controlling is not None:
                    return controlling
            elif link in {"pcomp", "prep"}:
                preposition, above = tree.lowers[above], self.past_prepositions(above)
                done_by = self.judged(above) if link == "pcomp" and preposition in JUDGED else None
                if done_by is not None:
                    return done_by
                if tree.is_noun(above):
                    return self.owner(above)
            elif link not in {"conj", "advcl", "dep", "parataxis", "acomp", "acl"}:
                return None
            if not tree.is_verb(above) and tree.tags[above] not in {"JJ", "VBN"}:
                return None
            verb = above
        return None

    def past_prepositions(self, i: int) -> int:
        """What a preposition hangs on: "after meeting", "because of"."""
        for _ in range(2):
            if self.tree.tags[i] in {"IN", "TO"}:
                i = self.tree.heads[i]
        return i

    def controlled_by_object(self, verb: int) -> int | None:
        """Whom the verb makes the subject of its infinitive: "urged X to", "called on X to"."""
        tree = self.tree
        if tree.lemmas[verb] in WORDS["subject_control"] or not tree.is_verb(verb):
            return None
        for head in reversed(tree.children(verb, "dobj", "dative")):
            if tree.tags[head] not in {"IN", "TO"} and tree.lemmas[head] not in EVENTIVE:
                return head
        for preposition in tree.children(verb, "prep"):
            if tree.lowers[preposition] in {"on", "upon"} and tree.lemmas[verb] in {"call", "prevail"}:
                return next(iter(tree.children(preposition, "pobj")), None)
        return None

    def judged(self, above: int) -> int | None:
        """Whose doing it is that somebody is accused of, thanked for or kept from, the parser hanging it on either."""
        tree = self.tree
        if tree.is_noun(above):
            verb = tree.heads[above]
            return above if tree.deps[above] == "dobj" and tree.lemmas[verb] in WORDS["object_control"] else None
        if tree.lemmas[above] not in WORDS["object_control"]:
            return None
        return next((kid for kid in tree.children(above, "dobj") if tree.tags[kid] not in {"IN", "TO"}), None)

    def owner(self, noun: int) -> int | None:
        """Whose noun it is: its possessor, else the subject of the verb that it is the object of ("made a vow to")."""
        tree = self.tree
        for kid in tree.children(noun, "poss"):
            return kid
        if tree.deps[noun] in {"dobj", "attr"} and tree.is_verb(tree.heads[noun]):
            return self.controller(tree.heads[noun])
        return None

    def complements(self, verb: int, passive: bool) -> None:
        """Objects and prepositional complements of a verb."""
        tree = self.tree
        for kid in tree.kids[verb]:
            link = tree.deps[kid]
            if link == "dobj" or (
                link == "oprd" and tree.is_noun(kid) and not tree.children(verb, "dobj", "nsubjpass")
            ):
                if tree.tags[kid] != "CD" or self.type_of(kid):  # "beat them 2-0"
                    self.add(kid, "patient")
                if tree.lemmas[verb] in WORDS["giving"]:
                    self.given_to(kid)
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
        tree = self.tree
        inner = Roles(tree, self.type_of)
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
        if tree.deps[top] in {"dobj", "attr", "nsubjpass"}:
            self.carried(tree.heads[top], top, "carrying")
        elif tree.deps[top] == "pobj" and tree.lowers[tree.heads[top]] in {"in", "into", "for", "on", "to"}:
            self.carried(tree.heads[tree.heads[top]], top, "engaging")

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
        own = any(role == "agent" and head < noun for head, role in self.found.items())
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
