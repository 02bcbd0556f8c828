"""What may be meant: the article's entities, and the unnamed people it speaks of, with what is known of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from service import lexicons
from service.extraction.annotations import Entity, Form
from service.extraction.coreference import gender, roles
from service.extraction.coreference.text import Text


@dataclass(slots=True, eq=False)
class Referent:
    """An entity, or (`number` None) somebody unnamed, as a possible antecedent.

    `origin` is the token that heads the phrase which brought somebody unnamed in, `waiting` are their mentions (first
    token, head, last token, form), in case a name follows.

    `since` is the sentence of the first mention, `role` the weight of the grammatical role of the latest, `spoke`
    whether that was the subject of a verb of speech, `roles` the nouns the article calls it by, `modifiers` the
    nationalities that went with them, `titles` the words of titles before the name or in apposition, `age` the years of
    somebody's age in figures, as given beside the name ("Ann Lee, 71,"), `lands` the countries that the article tells
    of them, `serves` the body that somebody leads or works for, `speaks` how often the article must
    speak of it for their "we" to be the body's.
    """

    number: int | None
    type: str
    genders: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    token: int = -1
    sentence: int = -1
    paragraph: int = -1
    since: int = -1
    role: float = 0.0
    count: int = 0
    spoke: bool = False
    quoted: bool = False
    reported: bool = False
    place: str = "other"
    form: str = "name"
    heads: list[int] = field(default_factory=list)
    origin: int = -1
    waiting: list[tuple[int, int, int | None, Form]] = field(default_factory=list)
    age: str = ""
    serves: Referent | None = None
    speaks: int = 3
    lands: set[str] = field(default_factory=set)

    @property
    def voice(self) -> str:
        """Whether the latest mention stands in the narrator's own words, in reported speech, or in a quotation."""
        return "quoted" if self.quoted else "reported" if self.reported else "told"


def of_entities(text: Text) -> list[Referent]:
    """One referent an entity, with gender and roles gathered over the whole article."""
    found = [Referent(number, entity.type) for number, entity in enumerate(text.entities)]
    for number, entity in enumerate(text.entities):
        if entity.type == "PERSON":
            known = gender.of_name(entity.name)
            if known:
                found[number].genders.add(known)
        else:
            found[number].roles |= own_nouns(entity)
    for head, (number, _) in text.names.items():
        if found[number].type == "PERSON":
            told(text, head, found[number])
            found[number].age = found[number].age or age(text, head)
            found[number].lands |= lands_beside(text, head)
        elif found[number].type == "ORG":
            found[number].lands |= lands_beside(text, head)
        elif found[number].type == "GPE":
            found[number].roles |= kind_of(text, head)
    for referent in found:
        referent.genders = agreed(referent.genders)
    return found


def agreed(genders: set[str]) -> set[str]:
    """Forms of address (marked by a capital) outweigh first names and roles; what is told both ways is not known."""
    told = {known.casefold() for known in genders if known[0].isupper()} or {known.casefold() for known in genders}
    return told if len(told) == 1 else set()


def own_nouns(entity: Entity) -> set[str]:
    """The nouns a body may be called by: its own name's ("Foreign Ministry" → ministry), and what such a thing is."""
    ends = []
    for name in dict.fromkeys(mention.text for mention in entity.mentions[:50]):
        words = name.casefold().split()
        ends += [words[-1].rstrip(".")] if len(words) > 1 else []
        ends += [words[words.index("of", 1) - 1]] if "of" in words[1:-1] else []
    nouns = {word for word in ends if word.isalpha() and len(word) > 2 and word not in NO_NOUNS}
    for word in ends:
        nouns |= roles.hypernyms().get(word, frozenset())
    if entity.type == "EVENT" and entity.name.split(" ")[0].casefold() in STORMS:
        nouns |= {"storm", entity.name.split(" ")[0].casefold()}
    if entity.type in {"GPE", "LOC"}:
        nouns |= roles.place_nouns(entity.name, entity.type, entity.country)
    return nouns


STORMS = frozenset(lexicons.load("evidence")["storms"].split())
NO_NOUNS = frozenset({"states", "city", "world"}) | roles.TIMES


def told(text: Text, head: int, referent: Referent) -> None:
    """Gender and roles that stand before the name or in apposition to it."""
    first = text.first[head]
    for index in range(first - 1, max(-1, first - 7), -1):
        word = text.lower[index].rstrip(".")
        if (
            text.tags[index] in {"DT", ",", "IN", ".", "CC", ":", "``", "''"}
            or "\n" in text.words[index]
            or text.tags[index].startswith("VB")
        ):
            break
        referent.titles.add(word)
        note(text, index, word, referent, index == first - 1)
    above = text.heads[head]
    beside = [above] if text.deps[head] == "appos" and above < head else []  # "Reed's wife, Ann Lee"
    for child in (*beside, *text.children.get(head, ())):
        if (child in beside or text.deps[child] == "appos") and not text.inside[child]:
            note(text, child, text.lower[child], referent, False)
            referent.titles |= {text.lower[child], *(text.lower[part] for part in text.children.get(child, ()))}
            for part in text.children.get(child, ()):
                if text.deps[part] in {"amod", "compound"} or (text.deps[part] == "poss" and text.inside[part]):
                    note(text, part, text.lower[part], referent, False)


def age(text: Text, head: int) -> str:
    """ "Ann Lee, 71, …", "Ann Lee (71)": the figure; "" where none stands there."""
    after = text.words[head + 1 : head + 4]
    if len(after) == 3 and after[1].isdigit() and len(after[1]) < 4 and after[0] + after[2] in AFTER_AGE:
        return after[1]
    return ""


def kind_of(text: Text, head: int) -> set[str]:
    """What a place is called before its name: "the river port of Mopti"."""
    above = text.heads[head]
    if text.deps[head] != "pobj" or text.lower[above] != "of":
        return set()
    noun = text.lower[text.heads[above]]
    return {noun} if noun in roles.places() - ANY_PLACE else set()


ANY_PLACE = frozenset({"area", "part", "resort", "kingdom", "republic"})


def lands_beside(text: Text, head: int) -> set[str]:
    """The countries told of a body beside its name: "the Czech chipmaker Tesla", "Foxconn of Taiwan"."""
    found = set()
    kind = [c for c in text.children.get(head, ()) if not text.inside[c] and text.deps[c] in {"appos", "compound"}]
    above = [text.heads[head]] if text.deps[head] == "appos" else []
    for noun in (head, *kind, *above):
        for child in text.children.get(noun, ()):
            if text.deps[child] == "prep" and noun == head and text.lower[child] in {"of", "in", "from"}:
                child = next(iter(text.children.get(child, ())), child)
            elif text.deps[child] not in {"amod", "compound", "nmod", "poss"}:
                continue
            if child in text.names:
                found.add(text.entities[text.names[child][0]].country or "")
    return found - {""}


FORMER = frozenset({"former", "ex", "onetime", "one-time", "ex-"})
AFTER_AGE = frozenset({",,", ",.", "()", ", "})


def note(text: Text, index: int, word: str, referent: Referent, adjacent: bool) -> None:
    """Take down what one word beside a name says of its bearer."""
    known = gender.words().get(word)
    if known and (adjacent or word in roles.persons()):
        capital = adjacent and text.words[index][:1].isupper() and word in gender.ADDRESS
        referent.genders.add(known.capitalize() if capital else known)
    if word in FORMER:
        referent.roles.add("former")
    elif word in roles.persons() or word in roles.called():
        referent.roles |= {word} | roles.called().get(word, frozenset())
    elif text.inside[index]:
        referent.modifiers.add(word)
