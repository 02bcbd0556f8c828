"""What is said of a name by apposition or by "is": "Tom Reed, a lawyer", "Tom Reed is a lawyer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons
from service.extraction.coreference import roles
from service.extraction.coreference.phrases import FINITE, determined, left, right
from service.extraction.coreference.referents import Referent
from service.extraction.coreference.text import Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

CUTS = frozenset({"(", "-", "–", "—", "--", ":"})
HYPOTHETICAL = frozenset({"would", "could", "may", "might", "should", "'d", "’d"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "ROOT", "pobj", "dobj"})
ABSTRACT = ("tion", "sion", "ment", "ness", "ism", "ing")
PERSONAL = tuple(lexicons.load("coreference")["personal"].split())
THINGS = frozenset({"ORG", "FAC", "GPE", "LOC"})


def apposed(walk: Walk, index: int) -> Referent | None:
    """The bearer where the noun is in apposition to a name or said of it by "is"."""
    text = walk.text
    above = text.heads[index]
    if text.deps[index] == "appos" and above in text.names and not unclosed(text, index):
        return walk.referents[text.names[above][0]]
    if text.deps[index] == "attr" and text.lemmas[above] == "be":
        subject = text.subject_of(above)
        if (
            subject is not None
            and subject in walk.at
            and asserted(text, above)
            and text.tags[subject] not in {"WP", "WDT"}
        ):
            return walk.at[subject]
    if text.deps[index] == "conj" and above in walk.predicates and determined(text, index) is not None:
        return walk.predicates[above]
    for child in text.children.get(index, ()):
        if text.deps[child] == "appos" and child in text.names and text.words[text.first[child] - 1] not in CUTS:
            return walk.referents[text.names[child][0]]
    return beside(walk, index)


def asserted(text: Text, verb: int) -> bool:
    """Whether "is" says that it is so: not "is not", "would be", "if he were"."""
    for child in text.children.get(verb, ()):
        dep, word = text.deps[child], text.lower[child]
        if dep == "neg" or (dep == "aux" and word in HYPOTHETICAL) or (dep == "mark" and word in {"if", "whether"}):
            return False
    return True


def beside(walk: Walk, index: int) -> Referent | None:
    """ "A founder of the firm, Tom Reed, said": the person named right behind the phrase and a comma."""
    text = walk.text
    if text.lower[index] not in roles.persons() or text.deps[index] not in ARGUMENTS:
        return None
    after = right(text, index) + 1
    if after + 2 >= len(text) or text.words[after] != ",":
        return None
    head = text.begins.get(after + 1)
    if head is None or text.tags[head + 1] not in {",", *FINITE}:
        return None
    referent = walk.referents[text.names[head][0]]
    return referent if referent.type == "PERSON" else None


def unclosed(text: Text, index: int) -> bool:
    """ "According to Reed, a detective was there": an apposition has a comma behind it, or the sentence's end."""
    last = right(text, index)
    return last + 1 < len(text) and text.tags[last + 1] in FINITE


def is_title(text: Text, index: int) -> bool:
    """ "The mayor Tom Reed": the noun before a name without a comma is part of how the name is given."""
    return index + 1 < len(text) and any(
        text.deps[child] == "appos" and text.first.get(child) == index + 1 for child in text.children.get(index, ())
    )


def said_of(walk: Walk, index: int) -> bool:
    """Any other noun in apposition to a name, or said of it by "is", with an article: "a legend", "a sect"."""
    text = walk.text
    if not (text.deps[index] in {"appos", "attr", "conj"} and phrased(text, index)):
        return announces(walk, index)
    bearer = apposed(walk, index)
    if bearer is None or text.lower[index].endswith(ABSTRACT):
        return False
    if bearer.type != "PERSON" and (text.deps[index] != "appos" or bearer.type not in THINGS or listed(text, index)):
        return False
    walk.predicates[index] = bearer
    walk.add(bearer, left(text, index), index, "nominal", right(text, index))
    return True


def announces(walk: Walk, index: int) -> bool:
    """ "A beekeeper, Ann Lee, won", "by his mentor, Tom Reed,": a noun that may be a person's, the name behind."""
    text = walk.text
    if determined(text, index) is None or text.deps[index] not in ARGUMENTS or not text.lower[index].endswith(PERSONAL):
        return False
    after = right(text, index) + 1
    head = text.begins.get(after + 1)
    if head is None or text.words[after] != "," or text.deps[head] != "appos" or text.heads[head] != index:
        return False
    bearer = walk.referents[text.names[head][0]]
    if bearer.type != "PERSON" or text.tags[head + 1 : head + 2] == ["CC"]:
        return False
    walk.predicates[index] = bearer
    walk.add(bearer, left(text, index), index, "nominal")
    return True


def listed(text: Text, index: int) -> bool:
    """ "A war with Iran, a tax cut, and a wall": one of a list, in apposition to nothing."""
    after = right(text, index) + 1
    return after + 1 < len(text) and text.words[after] == "," and text.tags[after + 1] == "CC"


def phrased(text: Text, index: int) -> bool:
    """Whether the noun has an article or an owner: "a site", "Islam's holiest site"."""
    if determined(text, index) in {"a", "an", "the"}:
        return True
    return any(text.deps[child] == "poss" and text.tags[child] != "PRP$" for child in text.children.get(index, ()))
