"""Names of persons: full name, surname, first name, initials, nickname, suffix; two of one surname kept apart."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from service import lexicons
from service.extraction.entities import kinds
from service.extraction.entities.reading import Name

OFTEN = 3  # mentions of a full name
CROWD = 20  # more bearers of one surname than this are not told apart
ENDING = re.compile(r"(?:iy|yi|yy|ii|ij|yj|i)$")
TWICE = re.compile(r"(.)\1")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})


class People:
    """Finds the full name that a name of a person continues, in order of position."""

    def __init__(self, names: list[Name]) -> None:
        persons = [name for name in names if name.type == "PERSON"]
        self.by_last: dict[str, str] = {}
        self.by_first: dict[str, str] = {}
        self.by_start: dict[str, str] = {}
        self.tails: dict[str, str] = {}
        self.seen: set[str] = set()
        self.canonical: dict[str, str] = {}
        self.borne: Counter[str] = Counter()  # how often the bare surname was whose, so far
        self.lasts: dict[str, Counter[str]] = {}
        told: dict[str, set[str]] = {}
        for name in persons:
            parts = words(name.key)
            if len(parts) > 1:
                for surname in surnames(parts):
                    self.lasts.setdefault(surname, Counter())[" ".join(parts)] += 1
                self.by_start.setdefault(parts[0], " ".join(parts))
            elif wanted(name):
                told.setdefault(parts[0], set()).add(str(wanted(name)))
        # A surname that always goes with "Mr." is no woman's, even where it stands without.
        self.sexes = {word: next(iter(sexes)) for word, sexes in told.items() if len(sexes) == 1}

    def key(self, name: Name) -> str:
        parts = words(name.key)
        if len(parts) == 1:
            full = self.one_word(parts[0], name)
            self.borne[full] += full in self.seen
            return full
        key = " ".join(parts)
        full = self.canonical.get(key) or self.tails.get(key) or self.variant(parts) or key
        self.canonical[key] = full
        if len(parts) > 2 and full == key:
            for first in range(1, min(len(parts) - 1, 4)):
                self.tails.setdefault(" ".join(parts[first:]), key)
        for surname in surnames(parts):
            self.by_last[surname] = full
        self.seen.add(full)
        if parts[0] not in self.by_first:
            self.by_first[parts[0]] = full
        elif self.by_first[parts[0]] != full:
            self.by_first[parts[0]] = "" if parts[0] in kinds.first_names() else full
        return full

    def one_word(self, word: str, name: Name) -> str:
        """A bare surname is its bearer named before, or the one yet to be named; of two, the title decides."""
        first = name.key.strip(",\"“”'()")  # first names are not spelt like surnames
        bearers = self.lasts.get(word)
        if bearers and (len(bearers) > 1 or wanted(name) or word in self.sexes):
            return self.bearer(word, bearers, name)
        if word in self.by_last:
            return self.by_last[word]
        if self.by_first.get(first):
            return self.by_first[first]
        if len(self.by_first) < CROWD:
            formal = [full for known, full in self.by_first.items() if full and first in nicknames().get(known, ())]
            if len(formal) == 1:
                return formal[0]
        return next(iter(bearers)) if bearers else self.eastern(word)

    def eastern(self, word: str) -> str:
        """A bare first word may yet be the surname of a name that puts it first."""
        return self.by_start.get(word, word)

    def bearer(self, word: str, bearers: Counter[str], name: Name) -> str:
        """Which of several people of one surname: by title, by nearness in this paragraph, by prominence."""
        if len(bearers) > CROWD:
            return self.by_last.get(word, word)
        sex = wanted(name) or self.strangers(word, bearers)
        full = list(dict.fromkeys(self.canonical.get(key, key) for key in bearers))
        if sex:
            full = [key for key in full if gender(key, sex) == sex]
            if not full:
                return word
        elif word in self.sexes:  # "Mr Rees" is the husband of the accused, who is "Rees" throughout
            others = [key for key in full if gender(key, self.sexes[word]) != self.sexes[word]]
            full = others or full
        known = [key for key in full if key in self.seen]
        latest = self.by_last.get(word)
        counts: Counter[str] = Counter()
        for key, count in bearers.items():
            if self.canonical.get(key, key) in full:
                counts[self.canonical.get(key, key)] += count
        for key in full:
            counts[key] += self.borne[key]
        if any(self.borne[key] for key in known):
            # Who is named in full again and again is not whom the bare surname means: "Trump … Ivanka Trump … Trump".
            known = [key for key in known if self.borne[key] or counts[key] < OFTEN] or known
        best = max(known or full, key=lambda key: (counts[key], -full.index(key)))
        close = [key for key in known if counts[key] * 2 >= counts[best]]
        return latest if latest in close else best

    def strangers(self, word: str, bearers: Counter[str]) -> str | None:
        """The gender a surname is always addressed by, where nobody named in full has it: another bears it."""
        told = self.sexes.get(word)
        if told is None:
            return None
        fits = any(gender(key, told) == told for key in bearers)
        return None if fits else told

    def variant(self, parts: list[str]) -> str | None:
        """The full name known already that differs by middle name, initial, nickname or suffix only."""
        known = self.by_last.get(parts[-1])
        if not known:
            return None
        first, other = parts[0], known.split(" ")[0]
        if first == other or alike(first, other):
            return known
        return None


def surnames(parts: list[str]) -> tuple[str, ...]:
    """The words that a bearer may go by: the last, and the first where family names stand first ("Yoon Mi-sook")."""
    first, last = parts[0], parts[-1]
    eastern = first in kinds.eastern() and (first not in kinds.first_names() or "-" in last or len(parts) == 3)
    if last[:3] in ARTICLES and len(last) > 5:
        return (last, last[3:])  # "Burhan" of "Abdel Fattah al-Burhan"
    return (last, first) if eastern else (last,)


ARTICLES = frozenset({"al-", "el-", "as-", "ul-"})


def gender(key: str, unknown: str) -> str:
    """The gender that the first name tells, or the last syllable of a Korean one ("-sook"); else `unknown`."""
    first, last = key.split(" ")[0], key.split(" ")[-1]
    if first in kinds.eastern() and "-" in last:
        return kinds.syllables().get(last.rsplit("-", 1)[1], unknown)
    return kinds.genders().get(first, unknown)


def wanted(name: Name) -> str | None:
    """The gender that the form of address before a bare surname tells."""
    return ADDRESS.get((name.title or "").casefold().split(" ")[-1].rstrip("."))


ADDRESS = {form: sex for sex in ("male", "female") for form in lexicons.load("titles")["address"][sex].split()}


def words(key: str) -> list[str]:
    """The words of a name without suffixes; an address such as "mr" is gone already."""
    parts = [part.strip(",\"“”'()") for part in key.split(" ")]
    parts = [part for part in parts if part]
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return [*parts[:-1], spelling(parts[-1])] if parts else [key]


def spelling(surname: str) -> str:
    """One form for the ways a surname is written in Latin letters: Zelensky, Zelenskyy, Zelenskiy; Iliev, Iliyev."""
    surname = spellings().get(surname, surname)
    if len(surname) < 6:
        return surname
    plain = TWICE.sub(r"\1", ENDING.sub("y", surname))
    return plain.replace("kh", "h").replace("ck", "k").replace("ph", "f").replace("iy", "i")


def alike(first: str, other: str) -> bool:
    """Whether two first names may be one person's: an initial, a short form."""
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    if other in nicknames().get(first, ()) or first in nicknames().get(other, ()):
        return True
    return similar(first, other)


def similar(one: str, two: str) -> bool:
    """Transliterations of one name: Sergei, Sergey; Volodymyr, Volodimir."""
    if one[0] != two[0] or abs(len(one) - len(two)) > 1 or min(len(one), len(two)) < 5:
        return False
    return skeleton(one) == skeleton(two)


def skeleton(name: str) -> str:
    return "".join(
        letter for letter in name.replace("y", "i").replace("j", "i").replace("kh", "h") if letter not in "aeiou'-"
    )


@cache
def spellings() -> dict[str, str]:
    """Ways a surname is written that no rule joins → one of them."""
    table = lexicons.load("nicknames")["spellings"]
    return {form: name for name, forms in table.items() for form in forms.split()}


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """First name in lower case → its short forms."""
    return {name: tuple(forms.split()) for name, forms in lexicons.load("nicknames")["short"].items()}
