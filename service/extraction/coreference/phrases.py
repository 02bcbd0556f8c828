"""Noun phrases read off the parse: where they begin and end, what determines and what restricts them."""

from __future__ import annotations

from service.extraction.coreference.text import Text

DEFINITE = frozenset({"the", "this", "that"})
INDEFINITE = frozenset({"a", "an"})
ANEW = INDEFINITE | {"another"}  # before a noun they bring somebody or something in
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST = 16  # tokens of a noun phrase behind its noun
BINDING = frozenset({"of", "for", "in", "at", "from", "with"})


def determined(text: Text, index: int) -> str | None:
    """The article or pronoun before the noun, in lower case."""
    for child in text.children.get(index, ()):
        if text.deps[child] in {"det", "poss"} and child < index:
            return text.lower[child]
    return None


def left(text: Text, index: int) -> int:
    """Where the noun phrase begins, up to a dozen tokens back, never before a comma or a verb."""
    first = index
    while first > 0 and index - first < 12:
        above = text.heads[first - 1]
        if text.tags[first - 1] == "POS" and first - 1 > above and text.heads[above] == index:
            first = above  # "Malta's central bank"
            continue
        if text.tags[first - 1] in {",", ".", ":", "IN", "CC"} or not first - 1 < above <= index:
            break
        first -= 1
    return first


def right(text: Text, index: int) -> int:
    """Where the noun phrase ends, without an "of" or "to" whose noun is cut off."""
    last = reach(text, index)
    while last > index and text.tags[last] in {"IN", "TO", "DT", "CC", "POS", "PRP$", "HYPH"}:
        last -= 1 + (text.tags[last] == "POS")
    return max(last, index)


def reach(text: Text, index: int) -> int:
    """The phrase's last token: "for the city", "of art and curator" belong to it, what a comma cuts off does not."""
    last = index
    for other in range(index + 1, min(len(text), index + LONGEST)):
        if text.tags[other] in {",", ":", "-LRB-", "-RRB-", "``", "''", "."} or not text.words[other].strip():
            return last
        if text.tags[other] == "CC" and other + 1 < len(text) and text.tags[other + 1] in {"DT", "PRP$"}:
            return last  # "an artist and a trader": two phrases
        if not text.under(other, index):
            return last
        last = other
    return index


def restricted(text: Text, index: int) -> bool:
    """ "the spokesman for the hospital", "the man who …": another one, told by what follows without a comma."""
    if index + 1 < len(text) and text.words[index + 1] == ",":
        return False
    return any(
        text.deps[child] in {"relcl", "acl"} or (text.deps[child] == "prep" and text.lower[child] in BINDING)
        for child in text.children.get(index, ())
        if child > index
    )
