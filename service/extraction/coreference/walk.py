"""One walk through the article: names raise their bearers, pronouns and nominals find the one most in view.

It keeps what the rankings ask for: of everybody in view the place and form of the latest mention, who spoke last, whom
the lede spoke of without a name.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence

from service.extraction.annotations import Entity, Form, Mention, Span
from service.extraction.article import Article
from service.extraction.coreference import (
    aliases,
    bodies,
    epithets,
    kin,
    lede,
    nominals,
    phrases,
    pronouns,
    referents,
    roles,
    things,
)
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SPEECH, Text

ROLES = {
    "nsubj": 1.0, "nsubjpass": 0.95, "csubj": 0.9, "agent": 0.8, "dobj": 0.68, "dative": 0.66, "poss": 0.62,
    "attr": 0.6, "appos": 0.6, "pobj": 0.56, "ROOT": 0.8, "compound": 0.45, "conj": 0.6, "nmod": 0.45, "amod": 0.4,
}  # fmt: skip
PLACE_OF = {
    "nsubj": "subject", "nsubjpass": "passive", "csubj": "subject", "dobj": "object", "dative": "object",
    "agent": "object", "pobj": "adjunct", "poss": "owner", "compound": "part", "nmod": "part", "amod": "part",
    "ROOT": "root",
}  # fmt: skip
EMBEDDED = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})
IN_VIEW = 14  # people, or bodies
MOST_HEADS = 8  # mentions of one sentence that are kept for the binding rules


class Walk:
    """The state of the walk: who is in view, and the mentions found."""

    def __init__(self, article: Article, entities: tuple[Entity, ...]) -> None:
        self.text = Text(article, entities)
        self.referents = referents.of_entities(self.text)
        self.named: list[Referent] = []  # organisations spoken of so far
        self.of_age: dict[str, list[Referent]] = {}  # figure → those who are that old
        for referent in self.referents:
            if referent.age and len(self.of_age.setdefault(referent.age, [])) < IN_VIEW:
                self.of_age[referent.age].append(referent)
        self.people: OrderedDict[int, Referent] = OrderedDict()
        self.bodies: OrderedDict[int, Referent] = OrderedDict()
        self.found: dict[str, list[Mention]] = {}
        self.called = Counter(noun for body in self.referents if body.type in {"ORG", "GPE"} for noun in body.roles)
        self.by_role: dict[str, list[Referent]] = {}
        self.fresh: dict[str, int] = {}  # noun for a body → sentence that brought in one without a name: "a museum"
        self.last_speaker: Referent | None = None
        self.latest: Referent | None = None  # the person mentioned last; nobody after a list
        self.last_voice: dict[bool, int | None] = {
            False: None,
            True: None,
        }  # what spoke last that is nobody: one, several
        self.unknown: list[Referent] = []  # people of the lede who may be named later
        self.spoke_at = -1  # the sentence in which the last speaker spoke
        self.spoke_by, self.spoke_verb = "", -1  # the form of the mention there, and the verb
        self.subject: Referent | None = None  # whom the last sentence was about
        self.last_subject = -1  # the last sentence, told and not quoted, whose subject is a person
        self.at: dict[int, Referent] = {}
        self.predicates: dict[int, Referent] = {}  # nouns in apposition, or said of somebody by "is"
        self.alias: dict[int, int] = {}  # entity of another name → token that stands for whose it is
        self.kin: dict[tuple[Referent, str], Referent] = {}  # somebody's, and what they are to them → who that is
        self.stands: dict[int, int] = {}  # pronoun → head of the phrase it stands for, where that is nobody's name

    def run(self) -> dict[str, list[Mention]]:
        """Mentions by entity id."""
        text = self.text
        for index in range(len(text)):
            if index in text.names:
                self.at[index] = self.referents[text.names[index][0]]
                if not text.is_credit(index) and not aliases.note(self, index):
                    lede.identify(self, index)
                    if not self.at[index].count or self.at[index].since == text.sentence[index]:
                        lede.named_as(self, index)
                        lede.taken_up(self, index)
                    if self.at[index].type == "PERSON" and self.at[index].serves is None:
                        kin.titled(self, index, self.at[index])
                    elif self.at[index].type == "ORG":
                        kin.leads(self, index)
                    self.touch(self.at[index], index)
                    if self.at[index].type == "NORP":
                        epithets.compatriot(self, index)
            elif text.inside[index]:
                continue
            elif text.tags[index] in {"PRP", "PRP$", "WP", "WP$", "WDT"}:
                pronouns.resolve(self, index)
            elif text.tags[index] == "NN" or (text.tags[index] == "NNP" and text.lower[index] in roles.persons()):
                nominals.resolve(self, index)
            elif text.lower[index] == "old" and index > 3:
                epithets.aged(self, index)
            if text.deps[index] == "nsubj":
                things.heard(self, index)
        return self.found

    def unnamed(self) -> dict[int, Span]:
        """The phrases that pronouns stand for which are nobody's by name, by the offset of the pronoun."""
        text = self.text
        return {
            text.article.starts[index]: text.article.span(phrases.left(text, head), phrases.right(text, head))
            for index, head in self.stands.items()
        }

    def served(self, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """For the id of everybody told to work for a body that body's id, and `Referent.speaks`.

        `ids` are those of the referents' entities; of another name it is the bearer's.
        """
        return {
            ids[person.number]: (ids[person.serves.number], person.speaks)
            for person in self.referents
            if person.number is not None and person.serves is not None and person.serves.number is not None
        }

    def relatives(self, ids: Sequence[str]) -> dict[tuple[str, str], str]:
        """For somebody's id and what another is to them that one's id: ("e1", "wife") → "e2"."""
        return {
            (ids[owner.number], noun): ids[other.number]
            for (owner, noun), other in self.kin.items()
            if owner.type == "PERSON" and owner.number is not None and other.number is not None
        }

    def touch(self, referent: Referent, index: int, form: str = "name") -> None:
        """A mention of the referent at token `index`: it comes into view."""
        text = self.text
        sentence = text.sentence[index]
        role = ROLES.get(text.deps[index], 0.5)
        head = text.heads[index]
        titled = text.deps[index] == "appos" and text.tags[head] in {"NN", "NNP", "CD"} and head not in text.names
        place = index
        if text.deps[index] == "conj" or titled:
            role = ROLES.get(text.deps[head], 0.5)
            place = head
        if text.deps[index] == "compound" and text.lower[head] in {"shares", "stock"}:
            role = ROLES.get(text.deps[head], 0.5)  # "Acme shares fell" is about Acme
        if text.deps[index] == "pobj" and text.deps[head] == "agent":
            role = ROLES["agent"]
        spoke = text.deps[index] == "nsubj" and text.lemmas[head] in SPEECH
        cited = text.deps[index] in {"dobj", "nsubjpass"} and text.lemmas[head] in {"quote", "cite"}
        if cited:
            spoke, role = True, 1.0
        if referent.sentence < 0:
            referent.since = sentence
            if referent.type == "ORG" and len(self.named) < bodies.MOST:
                self.named.append(referent)
        if referent.sentence != sentence:
            referent.heads, referent.role, referent.spoke = [], 0.0, False
        reported = not cited and self.is_reported(index)
        if role >= referent.role:
            referent.reported, referent.quoted = reported, bool(text.quoted[index])
            referent.place = PLACE_OF.get(text.deps[place], "other")
            if cited:
                referent.place = "subject"
            elif text.deps[clause(text, place)] in EMBEDDED:
                referent.place += " below"
        referent.role = max(referent.role, role)
        referent.spoke = referent.spoke or (spoke and not text.quoted[index])
        referent.token, referent.sentence, referent.paragraph = index, sentence, text.paragraph[index]
        referent.count, referent.form = referent.count + 1, form
        if referent.type == "PERSON":
            referent.roles |= epithets.undergone(text, index)
            self.latest = None if text.deps[index] == "conj" else referent
        referent.heads = [*referent.heads[1 - MOST_HEADS :], index]
        if spoke and not reported and not text.quoted[index] and referent.type == "PERSON":
            self.last_speaker, self.spoke_at, self.spoke_by, self.spoke_verb = referent, sentence, form, head
        if referent.type == "PERSON" and role >= 0.9 and not reported and not text.quoted[index]:
            self.last_subject, self.subject = sentence, referent
        self.raise_up(referent)

    def raise_up(self, referent: Referent) -> None:
        """Put the referent before all others in view, and among those who are called by its nouns."""
        view = self.people if referent.type == "PERSON" else self.bodies
        view[id(referent)] = referent
        view.move_to_end(id(referent))
        if len(view) > IN_VIEW:
            view.popitem(last=False)
        for noun in referent.roles:
            known = self.by_role.setdefault(noun, [])
            if referent in known[-6:]:
                known.remove(referent)
            known.append(referent)
            del known[:-6]

    def rename(self, unnamed: Referent, person: Referent) -> None:
        """Somebody unnamed turns out to be the person: their mentions become the person's."""
        self.people.pop(id(unnamed), None)
        person.genders = person.genders or unnamed.genders
        noun = self.text.lower[unnamed.origin]
        person.roles |= {noun} | roles.called().get(noun, frozenset()) | unnamed.roles
        for first, head, last, form in unnamed.waiting:
            self.record(person, first, head, form, last)
            self.at[head] = person
            self.stands.pop(head, None)
        person.count += unnamed.count

    def is_reported(self, index: int) -> bool:
        """Whether the token stands in the content of a verb of speech, not beside it."""
        text = self.text
        verb = text.verb(index)
        for _ in range(6):
            if text.said(verb):
                return True
            above = text.verb(verb)
            if above == verb:
                return False
            verb = above
        return False

    def add(self, referent: Referent, first: int, head: int, form: Form, last: int | None = None) -> None:
        """Take down a mention headed by the token `head`, up to `last`, and bring its referent into view."""
        self.record(referent, first, head, form, last)
        self.at[head] = referent
        self.touch(referent, head, form)

    def record(self, referent: Referent, first: int, head: int, form: Form, last: int | None) -> None:
        """Add the mention to those found; of somebody unnamed it waits for a name."""
        if referent.number is None:
            referent.waiting.append((first, head, last, form))
            return
        start, end, written = self.text.offset(first, head if last is None else last)
        head_end = self.text.offset(head, head)[1] if last not in {None, head} else None
        entity = self.text.entities[referent.number].id
        self.found.setdefault(entity, []).append(Mention(start, end, written, form, head_end))


def clause(text: Text, index: int) -> int:
    """The verb of the clause, of conjoined ones the first."""
    verb = text.verb(index)
    for _ in range(3):
        if text.deps[verb] != "conj":
            break
        verb = text.heads[verb]
    return verb
