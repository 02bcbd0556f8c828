"""The tense of a clause: of its verb group, or of the clause above for what has none of its own."""

from __future__ import annotations

from service.extraction.annotations import Tense
from service.extraction.events.tree import Tree

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
SILENT: frozenset[str] = frozenset()
CONJUNCTS = 8  # further back an auxiliary is no longer heard
CLIMB = 4  # steps: what stands further up speaks of something else
DEPENDENT = frozenset({"advcl", "pcomp", "xcomp", "conj", "acl", "ccomp"})
INHERITING = frozenset({"xcomp", "pcomp", "advcl", "acl", "conj", "prep", "ccomp"})
NOUN_LINKS = frozenset({
    "dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj", "prep", "pcomp", "appos", "dative", "compound", "acomp",
})  # fmt: skip


class Tenses:
    """Reads the tenses of the verbs of one article; each verb once."""

    def __init__(self, tree: Tree, title: int) -> None:
        self.tree = tree
        self.title = title  # words of the article's headline, where it has one in its first line
        self.known: dict[int, Tense | None] = {}
        self.groups: dict[int, list[int]] = {}
        self.spoken: dict[int, frozenset[str]] = {}

    def helpers(self, verb: int) -> list[int]:
        """The auxiliaries of the verb, or of the nearest verb that it is conjoined with and shares them with."""
        if verb not in self.groups:
            self.groups[verb] = self.find_helpers(verb)
        return self.groups[verb]

    def find_helpers(self, verb: int) -> list[int]:
        tree = self.tree
        for _ in range(CONJUNCTS):
            own = tree.helpers.get(verb, [])
            if own or tree.deps[verb] != "conj" or tree.tags[verb] not in {"VB", "VBN", "VBG"}:
                return own
            if verb in tree.subjects:
                return []
            verb = tree.heads[verb]
        return []

    def words(self, verb: int) -> frozenset[str]:
        """The auxiliaries' words in lower case."""
        if verb not in self.spoken:
            helpers = self.helpers(verb)
            self.spoken[verb] = frozenset([self.tree.lowers[helper] for helper in helpers]) if helpers else SILENT
        return self.spoken[verb]

    def of(self, verb: int) -> Tense | None:
        """The tense of a verb group; that of the governing verb for an infinitive or participle without auxiliary."""
        if verb not in self.known:
            self.known[verb] = self.find(verb)
        return self.known[verb]

    def find(self, verb: int) -> Tense | None:
        tree = self.tree
        aux = self.helpers(verb)
        tag, dep = tree.tags[verb], tree.deps[verb]
        if not aux and tag in FINITE:
            return "past" if tag == "VBD" else "present"
        if not self.words(verb).isdisjoint(FUTURE) or (tag in {"VB", "VBN"} and self.is_going_to(verb)):
            return "future"
        if aux:
            tags = {tag, *[tree.tags[helper] for helper in aux]}
            if "VBD" in tags or "have" in [tree.lemmas[helper] for helper in aux]:
                return "past"
            if "VBP" in tags or "VBZ" in tags:
                return "present"
            if "MD" in [tree.tags[helper] for helper in aux]:
                return None
        if tag == "VBN" and dep in {"acl", "amod", "advcl"}:
            return "past"
        if tag in {"VBG", "VBN"} and dep in DEPENDENT and tree.heads[verb] != verb:
            above = tree.clause_verb(tree.heads[verb])
            if above is not None and tree.tags[above] not in {"VBG", "VBN"}:
                return self.of(above)
        return None

    def is_going_to(self, verb: int) -> bool:
        """ "Is going to change", "is going to be used", but not "is going to Rome"."""
        tree = self.tree
        going = tree.heads[verb]
        return (
            tree.lowers[going] == "going"
            and tree.deps[verb] == "xcomp"
            and any(tree.tags[helper] in {"VBP", "VBZ"} for helper in tree.helpers.get(going, ()))
        )

    def inherited(self, verb: int) -> Tense | None:
        """That of the clause above, for what has no tense of its own: "continued to fall", "after landing"."""
        tree = self.tree
        for _ in range(CLIMB):
            above = tree.heads[verb]
            if above == verb or tree.deps[verb] not in INHERITING:
                return None
            if tree.tags[verb] == "VB" and tree.deps[verb] not in {"xcomp", "conj"}:
                return None  # of purpose: not yet done
            verb = above
            if tree.is_verb(verb) and (found := self.of(verb)):
                return found if found != "future" else None
        return None

    def governing_verb(self, trigger: int) -> int | None:
        """The trigger if it is a verb; else the verb whose clause the noun stands in."""
        tree = self.tree
        if tree.is_verb(trigger):
            return trigger
        for _ in range(CLIMB):
            if tree.deps[trigger] not in NOUN_LINKS or tree.heads[trigger] == trigger:
                return None
            trigger = tree.heads[trigger]
            if tree.is_verb(trigger):
                return trigger
        return None

    def is_headline(self, verb: int) -> bool:
        """The head of the article's first line, which is in the present tense even where the tagger does not see it."""
        return verb < self.title and self.tree.deps[verb] == "ROOT"
