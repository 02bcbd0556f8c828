"""A name that is said to be another's: "Big Jim, as he is known at home", "the Sea League, also known as Hizmet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service import lexicons

if TYPE_CHECKING:
    from service.extraction.coreference.walk import Walk

NAMING, ALSO = (frozenset(lexicons.load("coreference")[key].split()) for key in ("naming", "also"))
PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them"})
SELVES = frozenset({"himself", "herself", "itself", "themselves"})
TYPES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART"})
REACH = 9  # tokens behind "as"


def bearer_of(walk: Walk, index: int) -> int | None:
    """The token that stands for the bearer of the name at the token: "he" in "Big Jim, as he is known", "him" in "Big
    Jim, as Reed calls him"; else None."""
    text = walk.text
    number, name = text.names[index]
    if text.entities[number].type not in TYPES:
        return None
    after = text.first[index] + 1
    while after < len(text) and text.article.starts[after] < name.end:
        after += 1
    if text.lower[after : after + 2] != [",", "as"]:
        return None
    found = None
    for at in range(after + 2, min(after + 2 + REACH, len(text))):
        if text.words[at] in {",", ".", ";"}:
            return None
        if found is None and (text.lower[at] in PRONOUNS or at in text.names):
            found = at
        if text.lemmas[at] in NAMING and text.tags[at] != "NN":
            then = text.lower[at + 1 : at + 2]
            if then and then[0] in PRONOUNS:
                return at + 1  # "as Reed calls him"
            return found if text.tags[at] == "VBN" or (then and then[0] in SELVES) else None
    return None


def also_known(walk: Walk, index: int) -> int | None:
    """The token of the name that the one at the token is said to be another for: "X, also known as Y"."""
    text = walk.text
    known = text.heads[text.heads[index]]
    if text.deps[index] != "pobj" or text.lower[text.heads[index]] != "as" or text.lower[known] != "known":
        return None
    as_ = text.heads[index]
    above = text.heads[known]
    plain = above in text.names and above < known < as_ < index and as_ == known + 1
    return above if plain and text.lower[known - 1] in ALSO else None


def note(walk: Walk, index: int) -> bool:
    """Take down whose other name stands at the token, if it is one and named first here; it brings nobody into view."""
    if walk.at[index].count:
        return False
    number = walk.text.names[index][0]
    token = bearer_of(walk, index)
    token = also_known(walk, index) if token is None else token
    if token is None or (token in walk.text.names and walk.text.names[token][0] == number):
        return False
    walk.alias[number] = token
    return True


def settled(walk: Walk) -> dict[int, int]:
    """Number of the entity of another name → that of its bearer, where the walk has found who that is."""
    found = {}
    for number, token in walk.alias.items():
        bearer = walk.at.get(token)
        named = walk.text.names.get(token)
        other = named[0] if named else bearer.number if bearer is not None else None
        if other is not None and other != number and other not in walk.alias:
            found[number] = other
    return found
