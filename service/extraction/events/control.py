"""Who is understood to be a verb's subject: its own, or that of the clause, the noun or the object that controls it."""

from __future__ import annotations

from service import lexicons
from service.extraction.events.tree import Tree

LEXICON = lexicons.load("plover")["arguments"]
WORDS = {name: frozenset(words) for name, words in LEXICON.items() if isinstance(words, list)}
EVENTIVE = frozenset(lexicons.load("event_nouns")["nouns"])
JUDGED = frozenset({"of", "for", "from", "with", "over", "against", "into", "on", "about"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = ("dobj", "dative", "oprd", "attr", "acomp", "xcomp", "ccomp")
CLAUSAL = frozenset({"csubj", "csubjpass"})
PERCEIVING = frozenset({"see", "let", "make", "have", "help", "watch", "hear"})  # what stands after them has no "to"
CHAINED = frozenset({"conj", "advcl", "dep", "parataxis", "acomp", "acl"})
ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP"})
CLIMB = 6  # steps to a controlling subject; further up it is another story
NOUNS = 3  # nouns on the way up whose owners are looked for


class Control:
    """Finds subjects in one article's trees, given a verb's index."""

    def __init__(self, tree: Tree, title: int = 0) -> None:
        self.tree = tree
        self.title = title  # words of the article's headline, where it has one in its first line

    def is_passive(self, verb: int) -> bool:
        tree = self.tree
        if verb in tree.passive:
            return True
        tag = tree.tags[verb]
        if tag not in {"VBN", "VBD"} or verb in tree.helpers:
            return False
        if verb < self.title and self.is_headed_by(verb):
            return True
        if tag == "VBD":
            return False
        link = tree.deps[verb]
        if link == "advcl":  # "born in Leeds, she", "hit by the storm, the ship"
            return not tree.children(verb, "dobj", "nsubj")
        if tree.children(verb, "agent"):  # "a dam hit by the flood broke", where a parser takes "hit" for the main verb
            return not tree.children(verb, "dobj")
        above = tree.heads[verb]
        return link == "acl" or (link == "conj" and (above in tree.passive or tree.lemmas[above] == "be"))

    def is_headed_by(self, participle: int) -> bool:
        """ "Two freed in Oslo": headlines leave "are" out and tell nothing in the past, unless they ask how it came."""
        tree = self.tree
        subjects = tree.subjects.get(participle, ())
        alone = tree.deps[participle] == "ROOT" and not tree.children(participle, *OBJECTS)
        asks = any(tree.tags[kid] == "WRB" for kid in tree.adverbs.get(participle, ()))
        return alone and not asks and any(tree.tags[kid] != "PRP" for kid in subjects)

    def controller(self, verb: int, nouns: int = NOUNS) -> int | None:
        """The head of the phrase that is the verb's subject, its own or the one it is understood to have.

        On the way up at most so many `nouns` are asked whose they are: "made a plan to make a plan to …" has no end.
        """
        tree = self.tree
        for _ in range(CLIMB):
            own = tree.subjects.get(verb, ())
            for kid in own:
                if tree.deps[kid] in SUBJECTS:
                    return kid
            link, above = tree.deps[verb], tree.heads[verb]
            if above == verb or any(tree.deps[kid] in CLAUSAL for kid in own):
                return None
            if link == "relcl":
                return above
            if link == "acl" and tree.lemmas[above] in WORDS["idle"]:
                above = next((each for each in tree.above(above, CLIMB) if tree.is_verb(each)), above)
            elif link == "acl":
                return self.of_clause_at(verb, above, nouns)
            above = self.finite(verb, above) if link == "conj" and tree.tags[above] == "VB" else above
            if link in {"xcomp", "ccomp"}:
                controlling = self.controlled_by_object(above)
                if controlling is not None:
                    return controlling
            elif link in {"pcomp", "prep"}:
                preposition, above = tree.lowers[above], self.past_prepositions(above)
                done_by = self.judged(above) if link == "pcomp" and preposition in JUDGED else None
                if done_by is not None:
                    return done_by
                if tree.is_noun(above) or (preposition == "by" and above in tree.passive):
                    return self.owner(above, nouns)  # nobody's of a verb: "was interrupted by shouting"
            elif link not in CHAINED and not (link == "oprd" and above in tree.passive):  # "was found clinging to it"
                return None
            if not tree.is_verb(above) and tree.tags[above] not in {"JJ", "VBN"}:
                return None
            verb = self.told(verb, above) if link == "advcl" else above
        return None

    def of_clause_at(self, verb: int, noun: int, nouns: int) -> int | None:
        """The subject of an infinitive or participle that stands at a noun."""
        tree = self.tree
        speaks = tree.lemmas[noun] in WORDS["documents"] and not self.is_passive(verb)
        if any(tree.tags[kid] == "TO" for kid in tree.kids[verb]):
            owner = self.owner(noun, nouns)
            return noun if owner is None and speaks else owner
        return self.maker(noun, nouns) if speaks else noun

    def finite(self, verb: int, infinitive: int) -> int:
        """With what a verb that has a tense is conjoined: no infinitive but its verb, "let them go but is holding"."""
        tree = self.tree
        above = tree.heads[infinitive]
        helpers = tree.helpers.get(verb)
        bare = tree.deps[infinitive] in {"xcomp", "ccomp"} and tree.is_verb(above)
        if not bare or tree.tags[helpers[0] if helpers else verb] not in {"VBD", "VBZ", "MD"}:
            return infinitive
        marked = any(tree.tags[kid] == "TO" for kid in tree.helpers.get(infinitive, ()))
        return above if marked or tree.lemmas[above] in PERCEIVING else infinitive

    def told(self, participle: int, above: int) -> int:
        """Of a participle before "officials said", the clause that they told it of: "hit the town, burying homes"."""
        tree = self.tree
        if tree.tags[participle] == "VBG" and participle < above:
            return next((kid for kid in tree.children(above, "ccomp") if kid < participle), above)
        return above

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

    def owner(self, noun: int, nouns: int) -> int | None:
        """Whose an infinitive is that stands after a noun: who is bidden, or whose plan, or who "made a vow to"."""
        tree = self.tree
        lemma = tree.lemmas[noun]
        strives = lemma in WORDS["striving"]
        if strives or lemma in WORDS["bidding"]:
            wanted = {"by"} if strives else {"to", "on"}
            for preposition in tree.children(noun, "prep"):
                if tree.lowers[preposition] in wanted:
                    return next(iter(tree.objects.get(preposition, ())), None)
        for kid in tree.children(noun, "poss"):
            return kid
        if strives:
            for kid in tree.children(noun, "amod", "compound", "nmod"):
                if tree.types[kid] in ACTORS:
                    return kid
        verb = tree.heads[noun]
        if tree.deps[noun] not in {"dobj", "attr"} or not tree.is_verb(verb):
            return None
        faces = tree.lemmas[verb] in WORDS["facing"] and (strives or lemma in WORDS["asking"])
        return None if faces or not nouns else self.controller(verb, nouns - 1)  # "rejects a request to"

    def maker(self, document: int, nouns: int) -> int:
        """Who speaks in a document: whose it is, who makes it, else itself ("vetoed a resolution calling for")."""
        tree = self.tree
        for kid in tree.children(document, "poss"):
            return kid
        verb = tree.heads[document]
        made = tree.deps[document] == "dobj" and tree.lemmas[verb] in WORDS["making"]
        subject = self.controller(verb, nouns - 1) if made and nouns else None
        return document if subject is None else subject
