"""It, its, they, their: which thing or group is meant.

Names compete with the common nouns beside them, as in Lappin and Leass (1994): only where a name wins is something
said, so most of the care goes into the nouns that take the pronoun away from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import roles
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import SPEECH, SUBJECTS, Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NOUNS = lexicons.load("coreference")["nouns"]
COLLECTIVE = frozenset(NOUNS["collective"].split())
PEOPLE = frozenset(NOUNS["people"].split())
DOCUMENTS = frozenset(NOUNS["documents"].split())
IN_ROLE = {
    "nsubj": 1.0, "nsubjpass": 0.95, "csubj": 0.9, "agent": 0.7, "dobj": 0.7, "dative": 0.65, "poss": 0.5,
    "attr": 0.6, "appos": 0.4, "pobj": 0.5, "ROOT": 0.8, "conj": 0.5,
}  # fmt: skip
BODY = 0.8  # a body is rather "it" than "they"
LEAST, SURE, MARGIN = 0.55, 0.7, 0.12  # of `score`: to be meant, against who spoke last, before the next
FARTHEST = 90  # tokens looked back
SINGULAR_TYPES = frozenset({"ORG", "GPE", "FAC", "LOC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})
PLURAL_TYPES = frozenset({"ORG", "NORP"})
SPEAKERS = frozenset({"ORG", "GPE", "NORP"})
PARTS = frozenset({"compound", "amod", "nmod", "npadvmod", "det", "nummod", "quantmod"})


def antecedent(walk: Walk, index: int, plural: bool) -> int | None:
    """The token that heads the phrase the pronoun stands for, if one stands out: a name or a common noun."""
    best: dict[int, tuple[float, int]] = {}
    for head in before(walk.text, index):
        if not agrees(walk, head, plural) or bound(walk.text, index, head) or mute(walk, index, head):
            continue
        key = id(walk.at[head]) if head in walk.at else walk.stands.get(head, head)
        value = score(walk.text, index, head)
        if plural and head in walk.at and walk.at[head].type == "ORG":
            value *= BODY
        if key not in best or value > best[key][0]:
            best[key] = (value, head)
    judged = walk.text.judged(index)
    if judged is not None and agrees(walk, judged, plural):
        return judged
    ranked = sorted(best.values(), key=lambda item: (-item[0], -item[1]))
    if says(walk.text, index) and (not ranked or ranked[0][0] < SURE):
        return speaking_on(walk, index, plural)
    if not ranked or ranked[0][0] < LEAST:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


def says(text: Text, index: int) -> bool:
    """Whether the pronoun is the subject of a verb of speech, told and not quoted."""
    return text.deps[index] in SUBJECTS and text.lemmas[text.heads[index]] in SPEECH and not text.quoted[index]


def speaking_on(walk: Walk, index: int, plural: bool) -> int | None:
    """The body or the people that spoke last, a few sentences before: they speak on."""
    head = walk.last_voice[plural]
    near = head is not None and walk.text.away(index, walk.text.sentence[head]) <= 3
    return head if near else None


def before(text: Text, index: int) -> Iterator[int]:
    """Heads of noun phrases before the token, nearest first: in its sentence and in the one before."""
    sentence = text.sentence[index]
    for head in range(index - 1, max(-1, index - FARTHEST), -1):
        if sentence - text.sentence[head] > 1:
            return
        if text.tags[head] not in HEAD_TAGS or text.deps[head] in PARTS:
            continue
        if text.inside[head] and head not in text.names:
            continue
        yield head


HEAD_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def agrees(walk: Walk, head: int, plural: bool) -> bool:
    """Whether the phrase has the pronoun's number, and is nobody in person."""
    text = walk.text
    coordinated = several(text, head)
    if head in walk.at:
        kind = walk.at[head].type
        if coordinated or text.deps[head] == "conj":
            return plural and text.deps[head] != "conj"
        return kind in (PLURAL_TYPES if plural else SINGULAR_TYPES)
    if text.tags[head] == "PRP":
        return head in walk.stands and plural == (text.lower[head] == "they")
    noun = text.lower[head]
    if noun in roles.TIMES:
        return False
    if plural:
        return coordinated or text.tags[head] in {"NNS", "NNPS"} or noun in COLLECTIVE
    return not coordinated and text.tags[head] in {"NN", "NNP"} and noun not in roles.persons()


def bound(text: Text, index: int, head: int) -> bool:
    """Two arguments of one verb are two things, and no phrase is part of itself."""
    if text.tags[index] == "PRP$":
        return text.heads[head] == text.heads[index] or text.heads[index] == head
    if text.lower[index].endswith(("self", "selves")):
        return text.subject_of(text.verb(index)) != head
    verb = text.verb(index)
    if text.deps[index] in SUBJECTS:
        return text.heads[head] == verb and text.deps[head] in {*SUBJECTS, "dobj", "attr", "dative"}
    return text.heads[head] == verb or text.subject_of(verb) == head or text.heads[index] == head


def mute(walk: Walk, index: int, head: int) -> bool:
    """Who says or wants something, or has a spokesman, is a body or people: no plan and no report."""
    text = walk.text
    above = text.heads[index]
    says = text.deps[index] in SUBJECTS and text.lemmas[above] in SPEECH
    wants = text.deps[index] in SUBJECTS and text.lemmas[above] in WILLING
    staffed = text.tags[index] == "PRP$" and text.lower[above] in roles.persons()
    if not (says or wants or staffed):
        return False
    if head in walk.at:
        return walk.at[head].type not in SPEAKERS
    noun = text.lower[head]
    if noun in COLLECTIVE or noun in roles.organisations() or text.tags[head] == "PRP":
        return False
    if (says and noun in DOCUMENTS) or (staffed and noun in roles.places()):
        return False
    return not people(noun) and not several(text, head)


WILLING = frozenset(NOUNS["willing"].split())


def people(noun: str) -> bool:
    """Whether the noun is one for people or bodies in the plural."""
    stem = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return noun in PEOPLE or stem in roles.persons() or stem in roles.organisations() or stem in roles.places()


def heard(walk: Walk, index: int) -> None:
    """Take down who says something at the token, a subject: the body, document or people that may speak on."""
    text = walk.text
    if not says(text, index) or text.tags[index] not in HEAD_TAGS or (text.inside[index] and index not in text.names):
        return
    for plural in (False, True):
        if agrees(walk, index, plural) and not mute(walk, index, index):
            walk.last_voice[plural] = index


def score(text: Text, index: int, head: int) -> float:
    """How much the phrase is in view: 0 to about 2."""
    dep = text.deps[head]
    if dep == "conj":
        dep = text.deps[text.heads[head]]
    value = IN_ROLE.get(dep, 0.4) * embedding(text, index, head)
    if text.quoted[head]:
        value *= 0.6
    if text.sentence[head] != text.sentence[index]:
        value *= 0.7 if text.paragraph[head] == text.paragraph[index] else 0.55
        if text.deps[index] in SUBJECTS and dep in SUBJECTS:
            value += 0.25
        return value
    clause = text.verb(index)
    if text.tags[index] == "PRP$" and text.subject_of(clause) == head:
        return value + 0.5
    above = text.verb(clause)
    if text.deps[clause] in {"ccomp", "advcl", "conj", "xcomp", "relcl", "acl"} and text.subject_of(above) == head:
        value += 0.3
    if text.deps[clause] == "relcl" and text.heads[clause] == head:
        value += 0.5
    return value


def embedding(text: Text, index: int, head: int) -> float:
    """What a noun has of its weight in a clause that the pronoun is not in: a subordinate one, or what is said."""
    verb = text.verb(head)
    if text.under(index, verb):
        return 1.0
    if text.deps[verb] == "conj":
        verb = text.heads[verb]
    if text.deps[verb] in {"relcl", "acl", "advcl"}:
        return 0.75
    return 0.85 if text.said(verb) else 1.0


def named(walk: Walk, head: int | None) -> Referent | None:
    """The entity that the phrase stands for, None where it is none's or that of several."""
    if head is None or several(walk.text, head):
        return None
    referent = walk.at.get(head)
    return referent if referent is not None and referent.number is not None else None


def several(text: Text, head: int) -> bool:
    """Whether the phrase is a list: "Iran and Iraq"."""
    return any(text.deps[child] == "conj" for child in text.children.get(head, ()))
