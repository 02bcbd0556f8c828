"""Nouns that the article has not called somebody in view before: "the 23-year-old", "the Czech", "the striker".

Who is meant is told by age or nationality where the article has given one, else by who stands out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import gender, roles, salience
from service.extraction.coreference.phrases import INDEFINITE, determined, left
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SPEECH, SUBJECTS, Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NOUNS = lexicons.load("coreference")["nouns"]
LOOSE = frozenset(NOUNS["loose"].split())
STATUS = LOOSE | frozenset(NOUNS["status"].split())
EPITHETS = frozenset(NOUNS["epithets"].split())
PARTIES = frozenset(NOUNS["parties"].split())
FAMILIES = roles.families("persons")
OTHERS = frozenset(lexicons.load("coreference")["others"].split())
PEOPLES = ("ish", "ench", "utch", "ese", "swiss", "s")  # of these "the …" are all of them
HEADS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
ANYBODY = frozenset(NOUNS["anybody"].split())
# As likely as this is the one in view whom a noun means: somebody told by it, by a trade, over a paragraph's end.
MOSTLY, SURELY, ALONE = 0.7, 0.75, 0.93


def aged(walk: Walk, index: int) -> None:
    """ "The 23-year-old", "the 23-year-old striker": of that age, or the person in view who stands out."""
    text = walk.text
    if text.lower[index - 2] != "year":
        return
    head = text.heads[index] if text.deps[index] == "amod" else index
    if not index <= head <= index + 3 or text.deps[head] not in HEADS or determined(text, head) != "the":
        return
    if head in text.names and text.entities[text.names[head][0]].type != "NORP":
        return  # "the 23-year-old Reed"
    years = text.words[index - 4]
    of_age = [person for person in walk.of_age.get(years, ()) if person.count]
    told = gender.words().get(text.lower[head])
    fitting = of_age or [
        person
        for person in walk.people.values()
        if person.number is not None
        and 0 < text.sentence[index] - person.sentence < 3
        and not (person.age and years.isdigit())
        and not (told and person.genders and told not in person.genders)
    ]
    best = of_age[0] if len(of_age) == 1 else None
    if best is None and spoken_of(walk, fitting):
        best = walk.subject
    best = best or salience.most_likely(walk, index, fitting, None, MOSTLY)
    if best is not None:
        walk.add(best, left(text, head), head, "nominal")


def spoken_of(walk: Walk, fitting: list[Referent]) -> bool:
    """Whether the last sentence was of one person who fits: not of two, and not of whom it but mentions."""
    about = walk.subject
    return about in fitting and not any(
        other is not about and other.sentence == about.sentence and other.role >= 0.9 for other in fitting
    )


def is_aged(text: Text, index: int) -> bool:
    """Whether an age stands before the noun: "the 23-year-old striker"."""
    return any(text.lower[child] == "old" and child > 3 for child in text.children.get(index, ()))


def newcomer(walk: Walk, noun: str, after: int = -1, articles: frozenset[str] = INDEFINITE) -> bool:
    """Whether somebody without a name is in view who was called so, after that sentence: "a novelist"."""
    text = walk.text
    return any(
        other.number is None
        and other.sentence > after
        and text.lower[other.origin] == noun
        and determined(text, other.origin) in articles
        for other in walk.people.values()
    )


def compatriot(walk: Walk, index: int) -> None:
    """ "The Czech": the person whom the article has called Czech, or the one who stands out."""
    text = walk.text
    first = text.first[index]
    one = text.tags[index] in {"NNP", "NN", "JJ"} and not text.lower[index].endswith(PEOPLES)
    one = one and text.entities[text.names[index][0]].country is not None
    if not one or first != index or text.deps[index] not in HEADS or not index or text.lower[index - 1] != "the":
        return
    if text.tags[index + 1 : index + 2] and text.tags[index + 1] in {"NN", "NNS", "NNP", "NNPS", "HYPH", "JJ", "CC"}:
        return
    near = [p for p in walk.people.values() if p.number is not None and 0 < text.sentence[index] - p.sentence < 6]
    country = text.entities[text.names[index][0]].country or ""
    called = [person for person in near if text.lower[index] in person.modifiers or country in person.lands]
    fitting = called or [
        person
        for person in near
        if not person.modifiers and not person.lands and text.sentence[index] - person.sentence < 3
    ]
    best = called[0] if len(called) == 1 else None
    if best is None and spoken_of(walk, fitting) and speaks(text, index) and goes_on(walk, index, walk.subject):
        best = walk.subject
    best = best or salience.most_likely(walk, index, fitting, None, MOSTLY)
    if best is not None:
        walk.add(best, index - 1, index, "nominal")


def standing(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The Republican nominee", of whom the article has not said so: the one person in view, if one stands out."""
    text = walk.text
    parts = text.children.get(index, ())
    if any(text.inside[child] and text.lower[child] not in PARTIES for child in parts):
        return None
    opens = text.article.sentences[text.sentence[index]].start == left(text, index)
    if not opens or text.deps[index] not in SUBJECTS or text.quoted[index] or is_other(text, index):
        return None
    told = gender.words().get(noun)
    fitting = [
        person
        for person in walk.people.values()
        if person.number is not None
        and (not told or not person.genders or told in person.genders)
        and text.sentence[index] - person.sentence in {1, 2}
        and not other_office(text, index, person)
        and (noun in person.roles or not person.roles or (noun in LOOSE and person.roles & STATUS))
    ]
    within = any(text.paragraph[index] == person.paragraph for person in fitting)
    best = salience.most_likely(walk, index, fitting, None, MOSTLY if within else ALONE)
    alone = sum(person.number is not None for person in walk.people.values()) == 1
    return best if best is not None and (best.count > 2 or alone) else None


def other_office(text: Text, index: int, person: Referent) -> bool:
    """ "The prime minister" is not who has been called the finance minister."""
    noun = text.lower[index]
    if noun not in HELD or noun not in person.titles:
        return False
    told = {text.lower[child] for child in text.children.get(index, ()) if child < index} & OFFICES
    return not told <= person.titles


HELD, OFFICES = frozenset(NOUNS["held"].split()), frozenset(NOUNS["offices"].split())


def described(walk: Walk, index: int, noun: str) -> Referent | None:
    """ "The historian", "the former teacher", "the German diplomat": a trade or trait of the one who stands out."""
    text = walk.text
    former, peoples = False, ""
    for child in text.children.get(index, ()):
        former = former or text.lower[child] in {"former", "ex"}
        if text.inside[child]:
            peoples = text.lower[child]
            if child not in text.names or text.entities[text.names[child][0]].type != "NORP":
                return None
    if text.deps[index] not in SUBJECTS or text.quoted[index] or (is_other(text, index) and not former):
        return None
    verb = text.heads[index]
    if text.lemmas[verb] not in SPEECH and text.deps[verb] != "ROOT":
        return None
    told = gender.words().get(noun)
    near = [
        person
        for person in walk.people.values()
        if (not told or not person.genders or told in person.genders)
        and 0 <= text.sentence[index] - person.sentence < 3
    ]
    if any(person.sentence == text.sentence[index] and person.form != "pronoun" for person in near):
        return None
    quotes = speaks(text, index)
    fitting = [
        person
        for person in near
        if (not peoples or peoples in person.modifiers or not person.modifiers & text.peoples)
        and (
            former
            or noun in ANYBODY
            or roles.akin(noun, person.roles, FAMILIES)
            or not person.roles
            or (quotes and goes_on(walk, index, person))
        )
    ]
    named = [person for person in near if person.number is not None]
    within = len(named) == 1 or any(text.paragraph[index] == person.paragraph for person in fitting)
    best = salience.most_likely(walk, index, fitting, told, SURELY if within else ALONE)
    return best if best is not None and best.number is not None else None


def speaks(text: Text, index: int) -> bool:
    """Whether the token is the subject of a verb of speech with a quotation before it in the sentence."""
    if text.deps[index] not in SUBJECTS or text.lemmas[text.heads[index]] not in SPEECH:
        return False
    return any(text.quoted[text.article.sentences[text.sentence[index]].start : index])


def goes_on(walk: Walk, index: int, person: Referent | None) -> bool:
    """Whether the paragraph was about the person, who now speaks: "Reed wept.  'I lost it,' the historian said." """
    return person is not None and person is walk.subject and walk.text.paragraph[index] == person.paragraph


def undergone(text: Text, index: int) -> frozenset[str]:
    """What the token's bearer may be called for what is done to them there: "Reed was charged" makes a suspect."""
    dep, above = text.deps[index], text.heads[index]
    if dep == "pobj" and text.lower[above] == "of":
        dep, above = "poss", text.heads[above]
    if dep == "poss":
        return VICTIM if text.lower[above] in REMAINS else NOBODY
    if dep not in {"nsubjpass", "dobj"}:
        return NOBODY
    lemma = text.lemmas[above]
    return CHARGED if lemma in ACCUSED else VICTIM if lemma in HARMED else NOBODY


ACCUSED, CHARGED, HARMED, VICTIM, REMAINS = (
    frozenset(NOUNS[key].split()) for key in ("accused", "charged", "harmed", "victim", "remains")
)
NOBODY: frozenset[str] = frozenset()


def is_other(text: Text, index: int) -> bool:
    """ "The next president", "a prime suspect": not the one the article has called so; "the prime minister" is."""
    parts = {text.lower[child] for child in text.children.get(index, ())}
    return bool(parts & OTHERS) and not (text.lower[index] == "minister" and parts & OTHERS == {"prime"})
