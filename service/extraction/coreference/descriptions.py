"""The role or title that the article gives somebody, and what it calls a thing: before the name, or in apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.extraction.coreference import gender, roles
from service.extraction.coreference.phrases import left, right
from service.extraction.coreference.text import Text

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "VBN"})
LONGEST = 9  # tokens
NO_RANK = frozenset({"former", "acting", "vice", "deputy"})
OPENING = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


def find(walk: Walk) -> dict[int, str]:
    """Description by entity number: the longest one before a name, else the first in apposition, behind or ahead."""
    text = walk.text
    before: dict[int, str] = {}
    beside: dict[int, str] = {}
    for head in sorted(text.names):
        number = text.names[head][0]
        kind = text.entities[number].type
        if kind not in NAMED:
            continue
        title = standing_before(text, text.first[head]) if kind == "PERSON" else kind_before(text, head)
        if title and len(title) > len(before.get(number, "")):
            before[number] = title
        if kind == "PERSON" and number not in beside and (apposition := standing_beside(text, head)):
            beside[number] = apposition
    return from_walk(walk) | beside | before


def from_walk(walk: Walk) -> dict[int, str]:
    """What the walk took for a name's apposition: "the West African bloc", "his lawyer" before a comma and a name."""
    text = walk.text
    found: dict[int, str] = {}
    for index, bearer in walk.predicates.items():
        if bearer.number is None or bearer.number in found or text.deps[index] in {"attr", "conj"}:
            continue
        person = text.entities[bearer.number].type == "PERSON"
        if (person and not is_role(text, index)) or text.entities[bearer.number].type not in NAMED:
            continue
        last = min(right(text, index), index + LONGEST)
        own = (at - 1 for at in range(index + 1, last + 1) if begins(text, at, bearer.number))
        last = next(own, last)  # "the group Hamas"
        phrase = without_article(text, left(text, index), last)
        if phrase:
            found[bearer.number] = phrase
    return found


def begins(text: Text, index: int, number: int) -> bool:
    """Whether one of the entity's names begins with the token."""
    head = text.begins.get(index)
    return head is not None and text.names[head][0] == number


def without_article(text: Text, first: int, last: int) -> str | None:
    """The phrase without an article or an owner that is but a pronoun."""
    first += text.lower[first] in OPENING
    return text.offset(first, last)[2].strip() if first <= last else None


def standing_before(text: Text, first: int) -> str | None:
    """ "Chinese Foreign Minister", "Foreign Ministry spokesman": nouns up to the name, with a role among them."""
    begin, role = first, False
    while begin > 0 and first - begin < LONGEST and text.tags[begin - 1] in NOMINAL:
        if text.deps[begin - 1] in {"nsubj", "ROOT", "npadvmod", "dobj", "appos"} and not is_role(text, begin - 1):
            break
        if not text.words[begin - 1].strip():
            break
        begin -= 1
        role = role or is_role(text, begin)
    if not role and begin < first and held(text, begin):
        begin, role = begin - 2, True  # "Superintendent of Police"
        while begin > 0 and first - begin < LONGEST and nominal(text, begin - 1):
            begin -= 1
    while begin < first and (text.tags[begin] in {"POS", "HYPH"} or text.lower[begin].rstrip(".") in gender.ADDRESS):
        begin += 1
    if not role or begin >= first:
        return None
    return text.offset(begin, first - 1)[2].strip() or None


def held(text: Text, index: int) -> bool:
    """Whether "Superintendent of", with a capital, stands before the token."""
    of = index > 1 and text.lower[index - 1] == "of"
    return of and is_role(text, index - 2) and text.words[index - 2][:1].isupper()


def nominal(text: Text, index: int) -> bool:
    return text.tags[index] in NOMINAL and bool(text.words[index].strip())


def kind_before(text: Text, head: int) -> str | None:
    """ "German carmaker" before the firm's name, "port city" before a town's: up to the noun for its kind."""
    noun = text.first[head] - 1
    if noun < 0 or text.tags[noun] != "NN" or text.lower[noun] not in roles.organisations() | roles.places():
        return None
    if noun not in {text.heads[head], *text.children.get(head, ())}:
        return None
    begin = noun
    while begin > 0 and noun - begin < LONGEST and text.tags[begin - 1] in NOMINAL and text.under(begin - 1, noun):
        begin -= 1
    begin += text.tags[begin] in {"POS", "HYPH"}
    return text.offset(begin, noun)[2].strip() or None


def is_role(text: Text, index: int) -> bool:
    word = text.lower[index]
    return word in roles.persons() or word.rstrip(".") in roles.ranks() - NO_RANK


def standing_beside(text: Text, head: int) -> str | None:
    """ "a lawyer for the city": the noun phrase in apposition, without its article, if a role heads it."""
    for child in text.children.get(head, ()):
        if text.deps[child] != "appos" or child < head or text.lower[child] not in roles.persons():
            continue
        token = text.article.doc[child]
        first, last = token.left_edge.i, min(token.right_edge.i, child + LONGEST)
        if last < token.right_edge.i:  # half a clause tells nothing
            last = next((at - 1 for at in range(child + 1, last) if text.tags[at] in {"WP", "WDT", "WP$"}), last)
        if (
            first > 2
            and text.words[first - 1] == "-"
            and text.article.starts[first - 1] + 1 == text.article.starts[first]
        ):
            first -= 2  # "co-founder"
        while last > child and (
            text.tags[last] in {",", ".", "IN", "DT", "CC", "TO", ":"} or not text.words[last].strip()
        ):
            last -= 1
        if head < first <= last:
            return without_article(text, first, last)
    return None
