"""The role or title that the article gives a person: what stands before the name, else in apposition to it."""

from __future__ import annotations

from service.extraction.coreference import gender, roles
from service.extraction.coreference.text import Text

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "POS", "VBN"})
LONGEST = 9
VAGUE = frozenset({"former", "acting", "vice", "deputy"})
ARTICLES = frozenset({"a", "an", "the"})


def find(text: Text) -> dict[int, str]:
    """Description by entity number: the longest one before a name, else the first in apposition."""
    before: dict[int, str] = {}
    beside: dict[int, str] = {}
    for head in sorted(text.names):
        number = text.names[head][0]
        if text.entities[number].type != "PERSON":
            continue
        title = standing_before(text, text.first[head])
        if title and len(title) > len(before.get(number, "")):
            before[number] = title
        if number not in beside and (apposition := standing_beside(text, head)):
            beside[number] = apposition
    return beside | before


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
    while begin < first and (text.tags[begin] in {"POS", "HYPH"} or text.lower[begin].rstrip(".") in gender.ADDRESS):
        begin += 1
    if not role or begin >= first:
        return None
    return text.offset(begin, first - 1)[2].strip() or None


def is_role(text: Text, index: int) -> bool:
    word = text.lower[index]
    return word in roles.persons() or word.rstrip(".") in roles.ranks() - VAGUE


def standing_beside(text: Text, head: int) -> str | None:
    """ "a lawyer for the city": the noun phrase in apposition, without its article, if a role heads it."""
    for child in text.children.get(head, ()):
        if text.deps[child] != "appos" or child < head or text.lower[child] not in roles.persons():
            continue
        token = text.article.doc[child]
        first, last = token.left_edge.i, min(token.right_edge.i, child + LONGEST)
        first += text.lower[first] in ARTICLES
        while last > child and (
            text.tags[last] in {",", ".", "IN", "DT", "CC", "TO", ":"} or not text.words[last].strip()
        ):
            last -= 1
        if head < first <= last:
            return text.offset(first, last)[2]
    return None
