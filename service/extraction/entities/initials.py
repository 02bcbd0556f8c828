"""Short forms made of initials: told in brackets after the name, or standing for a name told in full.

The words before a bracket are matched with its letters from the right, as Schwartz and Hearst (2003) do, but by
initials only: that makes the name whole where the model cut it, and tells that both are organisations.
"""

from __future__ import annotations

from service.extraction.entities import places
from service.extraction.entities.reading import Name, Reading

OPENED, CLOSED = frozenset({"(", "-LRB-"}), frozenset({")", "-RRB-"})
SMALL = frozenset({"of", "the", "and", "for", "de", "in", "on", "&", "to", "des", "la", "du", "et", "against", "with"})
LEAST, MOST = 3, 7  # letters
JOINTS = frozenset({"'s", "’s", "'", "’", "-"})


def read(reading: Reading, names: list[Name]) -> list[Name]:
    """The names, those made whole that a bracket spells, and the short forms that the model passed over."""
    told = bracketed(reading)
    for first, last, at in told:
        if not any(name.first <= first and last <= name.last <= at and name.type == "ORG" for name in names):
            names = [name for name in names if name.last <= first or last <= name.first]
            names.append(reading.name(first, last, "ORG", sure=True))
        names = [name for name in names if name.last <= at or at < name.first]
        names.append(reading.name(at, at + 1, "ORG", sure=True))
    forms = {reading.words[at] for _, _, at in told}
    forms |= {spelt(reading, name.first, name.last) for name in names if name.type == "ORG"}
    return names + passed_over(reading, names, {form for form in forms if len(form) >= LEAST})


def bracketed(reading: Reading) -> list[tuple[int, int, int]]:
    """First and last token (exclusive) of each name that the letters in brackets after it spell, and theirs."""
    found = []
    for at in range(2, len(reading) - 1):
        word = reading.words[at]
        if not (word.isupper() and word.isalpha() and LEAST <= len(word) <= MOST):
            continue
        if reading.words[at - 1] not in OPENED or reading.words[at + 1] not in CLOSED:
            continue
        first = begins(reading, at - 1, word)
        if first is not None:
            found.append((first, at - 1, at))
    return found


def begins(reading: Reading, last: int, letters: str) -> int | None:
    """The token from which on the capitals before token `last` spell the letters; small words lie between."""
    left = len(letters)
    for index in range(last - 1, max(-1, last - 3 * len(letters) - 1), -1):
        word = reading.words[index]
        if word[:1].isupper() and left and word[0] == letters[left - 1]:
            left -= 1
            if not left:
                return index
        elif word not in SMALL | JOINTS:
            return None
    return None


def spelt(reading: Reading, first: int, last: int) -> str:
    """The initials of a name's words in capitals: "World Health Organization" → "WHO"."""
    return "".join(word[0] for word in reading.words[first:last] if word[:1].isupper())


def passed_over(reading: Reading, names: list[Name], forms: set[str]) -> list[Name]:
    """The short forms, where they stand in no name and are no country."""
    if not forms:
        return []
    covered = {index for name in names for index in range(name.first, name.last)}
    return [
        reading.name(index, index + 1, "ORG", sure=True)
        for index, word in enumerate(reading.words)
        if word in forms and index not in covered and not places.lookup(word)
    ]
