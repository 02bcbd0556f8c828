"""Who did it to whom, where: the arguments of an event, read from the dependency tree.

A verb gives its subject, objects and prepositional complements, across passives, control, conjunction and relative clauses;
a noun its possessor, its adjectives of nationality, its complements, and where it is the object of a verb that verb's
arguments too ("paid a visit to", "imposed sanctions on").  Which preposition fills which role stands in `plover.toml`.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Token

from service import lexicons
from service.extraction import syntax
from service.extraction.annotations import Argument, Entity, Mention, Role
from service.extraction.article import Article

LEXICON = lexicons.load("plover")["arguments"]
PREPOSITIONS: dict[str, Role] = LEXICON["prepositions"]
MOTION = frozenset(LEXICON["motion"])
JOINT = frozenset(LEXICON["joint"])  # "talks of X", "visit of X": who is named takes part
UNDERGONE = frozenset(LEXICON["undergone"])  # "X's arrest": whom it is done to
SUBJECT_CONTROL = frozenset(LEXICON["subject_control"])
WEAPONS = frozenset(LEXICON["weapons"])
PLACES = frozenset({"GPE", "LOC", "FAC"})
ACTORS = frozenset({"GPE", "ORG", "PERSON", "NORP"})
# What stays outside a noun phrase's span: clauses, appositions, further conjuncts, punctuation.
OUTSIDE = frozenset({"relcl", "acl", "advcl", "appos", "conj", "cc", "preconj", "punct", "parataxis", "ccomp", "advmod", "npadvmod"})
RELATIVES = frozenset({"WDT", "WP", "WP$"})
CLIMB = 6  # steps to a controlling subject; further up it is another story
WIDTH = 30  # tokens of an argument at most
FANOUT = 40  # children looked at, and conjuncts taken: a list of thousands is no news sentence
NESTING = 6  # mentions looked back at for one that contains an offset


class EntityIndex:
    """Which entity stands at an offset: by exact span, by the end that a phrase and its head share, or around it."""

    def __init__(self, article: Article, entities: tuple[Entity, ...]) -> None:
        self.article = article
        self.types = {entity.id: entity.type for entity in entities}
        found = sorted(
            ((mention, entity.id) for entity in entities for mention in entity.mentions),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        self.starts = [mention.start for mention, _ in found]
        self.found = found
        self.exact = {(mention.start, mention.end): id_ for mention, id_ in reversed(found)}
        self.ends: dict[int, tuple[Mention, str]] = {}
        self.names: dict[tuple[str, int], Mention] = {}  # (entity, sentence) → its first name there
        for mention, id_ in found:
            self.ends.setdefault(mention.end, (mention, id_))
            if mention.form == "name" and article.starts:
                sentence = article.sentence_of[article.index(mention.start)]
                self.names.setdefault((id_, sentence), mention)

    def at(self, start: int, end: int, head: Token) -> str | None:
        """The id of the entity that the phrase `start` … `end` with this head names."""
        if (start, end) in self.exact:
            return self.exact[start, end]
        return self.of(head)

    def of(self, head: Token) -> str | None:
        """The id of the entity that the token is the head of or lies in."""
        ending = self.ends.get(head.idx + len(head))
        if ending and ending[0].start <= head.idx:
            return ending[1]
        first = bisect_right(self.starts, head.idx) - 1
        for mention, id_ in reversed(self.found[max(0, first - NESTING) : first + 1]):
            if mention.end >= head.idx + len(head) and mention.form == "name":
                return id_
        return None

    def type(self, head: Token) -> str | None:
        id_ = self.of(head)
        return self.types[id_] if id_ else None

    def name_beside(self, id_: str, token: Token) -> Mention | None:
        """The entity's name in the token's sentence, if it is named there."""
        return self.names.get((id_, self.article.sentence_of[token.i]))


def find(article: Article, trigger: Token, index: EntityIndex) -> tuple[Argument, ...]:
    """The arguments of the event that the trigger names, in text order, each span in one role only."""
    roles = Roles(index)
    if syntax.is_verb(trigger):
        of_verb(trigger, roles)
    else:
        of_noun(trigger, roles)
    arguments = [argument(article, head, role, index) for head, role in roles.found.values() if head.i != trigger.i]
    return tuple(sorted(set(arguments), key=lambda each: (each.start, each.end, each.role)))


class Roles:
    """The heads found, each in the first role it was given."""

    def __init__(self, index: EntityIndex) -> None:
        self.index = index
        self.found: dict[int, tuple[Token, Role]] = {}

    def add(self, head: Token, role: Role) -> None:
        """The head in this role, and what is conjoined with it."""
        head = antecedent(head)
        if head.tag_ in {"EX", "TO", "IN", "RB"} or (head.tag_ in RELATIVES) or head.lower_ == "it" and self.index.of(head) is None:
            return
        for each in conjoined(head):
            if syntax.is_noun(each) or each.tag_ in {"PRP", "CD", "DT", "JJ", "JJS", "VBG", "PRP$"}:
                self.found.setdefault(each.i, (each, role))

    def has(self, role: Role) -> bool:
        return any(given == role for _, given in self.found.values())


def conjoined(head: Token) -> list[Token]:
    """The token and its conjuncts, as many as a sentence of news has."""
    found, queue = [head], [head]
    while queue and len(found) < FANOUT:
        more = [child for child in queue.pop().rights if child.dep_ == "conj"]
        found += more
        queue += more
    return found[:FANOUT]


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ not in RELATIVES and not (token.lower_ == "that" and token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}):
        return token
    for above, _ in zip(syntax.ancestors(token), range(CLIMB), strict=False):
        if above.dep_ == "relcl":
            return above.head
    return token


def few(token: Token) -> list[Token]:
    return [child for child, _ in zip(token.children, range(FANOUT), strict=False)]


# ------------------------------------------------------------------------------------------------------------- verbs --


def of_verb(verb: Token, roles: Roles) -> None:
    passive = is_passive(verb)
    done_by(verb, roles, passive)
    complements(verb, roles, passive)
    if verb.dep_ == "relcl" and not any(child.tag_ in RELATIVES for child in few(verb)) and syntax.children(verb, "nsubj"):
        if not syntax.children(verb, "dobj"):
            roles.add(verb.head, "patient")  # "the mayor they released"
    # "called on X to", "signed and ratified the accord": the object follows the last of the verbs that share it
    if not roles.has("patient") and not passive:
        for after in syntax.children(verb, "conj"):
            if syntax.is_verb(after) and not syntax.children(after, "nsubj", "nsubjpass"):
                for child in syntax.children(after, "dobj"):
                    if after.i - verb.i <= 3:
                        roles.add(child, "patient")


def is_passive(verb: Token) -> bool:
    if syntax.is_passive(verb):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    return verb.dep_ in {"acl", "amod"} or (verb.dep_ in {"conj", "advcl"} and syntax.is_passive(verb.head))


def done_by(verb: Token, roles: Roles, passive: bool) -> None:
    """The subject: who does it, or in the passive to whom it is done."""
    head = controller(verb)
    if head is not None:
        roles.add(head, "patient" if passive else "agent")


def controller(verb: Token) -> Token | None:
    """The head of the phrase that is the verb's subject, its own or the one it is understood to have."""
    for _ in range(CLIMB):
        own = syntax.children(verb, "nsubj", "nsubjpass")
        if own:
            return own[0]
        link, above = verb.dep_, verb.head
        if above.i == verb.i:
            return None
        if link in {"acl", "relcl"}:
            if link == "acl" and any(child.tag_ == "TO" for child in verb.children):
                return owner(above)
            return above
        if link in {"xcomp", "ccomp"} and syntax.is_verb(above):
            controlling = controlled_by_object(above)
            if controlling is not None:
                return controlling
            verb = above
        elif link in {"conj", "advcl", "dep", "parataxis"} and syntax.is_verb(above):
            verb = above
        elif link in {"pcomp", "prep"}:
            over = above
            for _ in range(2):
                if syntax.is_verb(over) or syntax.is_noun(over):
                    break
                over = over.head
            if syntax.is_noun(over):
                return owner(over)
            if not syntax.is_verb(over) or over.i == verb.i:
                return None
            verb = over
        elif link in {"xcomp", "acomp", "advcl"} and above.tag_ == "JJ":
            verb = above  # "is willing to": the adjective's clause has the subject
            if verb.head.i != verb.i and syntax.is_verb(verb.head) and not syntax.children(verb, "nsubj"):
                verb = verb.head
        else:
            return None
    return None


def controlled_by_object(verb: Token) -> Token | None:
    """Whom the verb makes the subject of its infinitive: "urged X to", "called on X to"."""
    if verb.lemma_.lower() in SUBJECT_CONTROL:
        return None
    objects = syntax.children(verb, "dobj", "dative")
    if objects:
        return objects[-1] if objects[-1].dep_ == "dobj" or not syntax.children(objects[-1], "pobj") else None
    for preposition in syntax.children(verb, "prep"):
        if preposition.lower_ in {"on", "upon"} and verb.lemma_.lower() in {"call", "prevail"}:
            return next(iter(syntax.children(preposition, "pobj")), None)
    return None


def owner(noun: Token) -> Token | None:
    """Whose noun it is: its possessor, else the subject of the verb that it is the object of ("made a decision to")."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    if noun.dep_ in {"dobj", "attr"} and syntax.is_verb(noun.head):
        return next(iter(syntax.children(noun.head, "nsubj")), None) or syntax.subject(noun.head)
    return None


def complements(verb: Token, roles: Roles, passive: bool) -> None:
    """Objects and prepositional complements of a verb."""
    for child in few(verb):
        if child.dep_ in {"dobj", "oprd"}:
            roles.add(child, "patient")
        elif child.dep_ == "dative":
            inner = syntax.children(child, "pobj")
            roles.add(inner[0] if inner else child, "recipient")
        elif child.dep_ == "agent":
            for inner_head in syntax.children(child, "pobj"):
                roles.add(inner_head, "agent")
        elif child.dep_ == "prep":
            prepositional(child, verb, roles)
        elif child.dep_ == "advcl" and child.lower_ == "using":
            for inner_head in syntax.children(child, "dobj"):
                roles.add(inner_head, "instrument")
        elif child.dep_ == "ccomp" and not passive:
            for named in syntax.children(child, "nsubj"):
                if any(c.lower_ in {"must", "should"} or c.tag_ == "TO" for c in child.children) or child.tag_ == "VB":
                    roles.add(named, "recipient")  # "demanded that X cancel", "ordered X to"


def prepositional(preposition: Token, trigger: Token, roles: Roles) -> None:
    """The object of a preposition at a verb or noun, in the role that the preposition gives it."""
    word = preposition.lower_
    for head in syntax.children(preposition, "pobj"):
        if head.ent_type_ in {"DATE", "TIME"}:
            continue
        kind = roles.index.type(head)
        if word == "invitation" or (head.lower_ == "invitation" and word in {"at", "on", "upon"}):
            for inner in head.children:
                if inner.dep_ == "poss":
                    roles.add(inner, "recipient")
                elif inner.lower_ == "of":
                    for host in syntax.children(inner, "pobj"):
                        roles.add(host, "recipient")
        elif word in LEXICON["place_prepositions"] and kind in PLACES and not (word == "on" and kind == "GPE"):
            roles.add(head, "place")
        elif word == "to" and kind in PLACES and trigger.lemma_.lower() in MOTION:
            roles.add(head, "place")
        elif word == "by":
            if not syntax.is_verb(trigger):
                roles.add(head, "agent")
        elif word in {"between", "among"}:
            roles.add(head, "agent")
        elif word == "with" and head.lemma_.lower() in WEAPONS:
            roles.add(head, "instrument")
        elif word in PREPOSITIONS:
            if kind in ACTORS or kind in PLACES or syntax.is_noun(trigger) or word in LEXICON["strong_prepositions"]:
                roles.add(head, PREPOSITIONS[word])
    for inner_preposition in syntax.children(preposition, "prep"):  # "from within", "out of"
        for head in syntax.children(inner_preposition, "pobj"):
            if roles.index.type(head) in ACTORS:
                roles.add(head, PREPOSITIONS.get(inner_preposition.lower_, "other"))


# ------------------------------------------------------------------------------------------------------------- nouns --


def of_noun(noun: Token, roles: Roles) -> None:
    """A noun's own dependents, then those of the verb it is the object or subject of."""
    undergone = noun.lemma_.lower() in UNDERGONE
    for child in few(noun):
        if child.dep_ == "poss":
            roles.add(child, "patient" if undergone else "agent")
        elif child.dep_ in {"amod", "compound", "nmod"} and roles.index.type(child) in ACTORS:
            roles.add(child, "agent")
        elif child.dep_ == "prep" and child.lower_ == "of":
            for head in syntax.children(child, "pobj"):
                roles.add(head, "agent" if noun.lemma_.lower() in JOINT and not roles.has("agent") else "patient")
        elif child.dep_ == "prep":
            prepositional(child, noun, roles)
        elif child.dep_ == "acl" and any(c.tag_ == "TO" for c in child.children):
            for head in syntax.children(child, "dobj"):
                if roles.index.type(head) in ACTORS:
                    roles.add(head, "patient")
    top = noun
    for _ in range(3):  # "launched a series of attacks", "talks and a visit"
        if top.dep_ == "conj" and syntax.is_noun(top.head):
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ == "of" and syntax.is_noun(top.head.head):
            top = top.head.head
    if top.dep_ in {"dobj", "attr", "nsubjpass"} and syntax.is_verb(top.head):
        of_support(top.head, top, roles)
    elif top.dep_ == "pobj" and top.head.lower_ in {"in", "into", "for", "on"} and syntax.is_verb(top.head.head):
        if top.head.head.lemma_.lower() in LEXICON["engaging"]:
            of_support(top.head.head, top, roles)


def of_support(verb: Token, noun: Token, roles: Roles) -> None:
    """What the verb that the noun is the object of adds: who acts, with whom, on whom, where."""
    passive = noun.dep_ == "nsubjpass"
    if not passive and not roles.has("agent"):
        head = controller(verb)
        if head is not None and head.i != noun.i:
            roles.add(head, "agent")
    for child in few(verb):
        if child.dep_ == "prep":
            prepositional(child, noun, roles)
        elif child.dep_ == "agent":
            for head in syntax.children(child, "pobj"):
                roles.add(head, "agent")
        elif child.dep_ == "dative":
            inner = syntax.children(child, "pobj")
            roles.add(inner[0] if inner else child, "recipient")


# ------------------------------------------------------------------------------------------------------------- spans --


def argument(article: Article, head: Token, role: Role, index: EntityIndex) -> Argument:
    """The argument with its whole noun phrase, or for a pronoun the entity's name in the same sentence."""
    first, last = phrase(head)
    span = article.span(first, last)
    entity = index.at(span.start, span.end, head)
    if head.tag_ in {"PRP", "PRP$"} and entity:
        named = index.name_beside(entity, head)
        if named:
            return Argument(role, entity, named.start, named.end, named.text)
    return Argument(role, entity, span.start, span.end, span.text)


def phrase(head: Token) -> tuple[int, int]:
    """First and last token index of the noun phrase: with its determiner, modifiers and prepositional phrases."""
    first = last = head.i
    for child in few(head):
        if child.i < head.i and child.dep_ not in {"cc", "preconj", "punct", "conj", "relcl"}:
            first = min(first, child.left_edge.i)
    queue = [head]
    while queue:
        token = queue.pop()
        for child in few(token):
            if child.i <= token.i or (child.dep_ in OUTSIDE and not (child.dep_ in {"conj", "cc"} and token is not head)):
                continue
            if child.dep_ == "prep" and any(inner.ent_type_ in {"DATE", "TIME"} for inner in child.children):
                continue
            last = max(last, child.i)
            queue.append(child)
    if last - head.i > WIDTH:
        last = head.i
    if head.i - first > WIDTH:
        first = head.i
    doc = head.doc
    while last > head.i and (doc[last].is_punct or doc[last].is_space or doc[last].tag_ in {"IN", "CC", "TO"}):
        last -= 1
    while first < head.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return first, last
