"""One entity for one thing: which names of an article are the same one.

Names are walked once in order; dictionaries by key, surname, first name, short form and acronym find the thing that a
name continues, so the walk is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from service import lexicons
from service.extraction.annotations import EntityType, Mention
from service.extraction.entities import kinds, nested, places
from service.extraction.entities.people import People
from service.extraction.entities.reading import Name, Reading, comparable

PLURAL = re.compile(r"(?<=\w{3})(?<!s)s$")
PLACE_PARTICLES = frozenset({"of", "de", "la", "du", "des", "au", "do", "da", "del", "le", "sur", "upon", "and"})
WORDS = re.compile(r"([ .-]|(?<=\bo)['’])")


@dataclass(slots=True)
class Thing:
    """An entity before it has an id."""

    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    description: str | None = None
    country: str | None = None
    value: float | None = None
    unit: str | None = None


@dataclass(slots=True)
class Group:
    """Names that are one thing, and the forms under which further ones are known."""

    type: EntityType
    names: list[Name] = field(default_factory=list)
    inner: list[Name] = field(default_factory=list)  # inside longer names


def build(reading: Reading, names: list[Name], sport: bool) -> list[Thing]:
    """Group names into things; `names` come in order of position and typed."""
    groups: dict[str, Group] = {}
    persons = People(names)
    bodies = Bodies(reading, names)
    others = {name.text for name in names}
    halves = divided(names)
    cities = towns(names)
    keys: dict[int, str] = {}
    for name in names:
        if name.type == "PERSON":
            key = f"person {persons.key(name)}"
        elif name.type in {"ORG", "FAC", "EVENT", "LAW"}:
            key = f"{name.type} {bodies.key(name)}"
        elif name.type == "GPE" and name.key in places.homonyms():
            key = f"GPE {name.key} {homonym(reading, name, others)}"
        elif name.type in {"GPE", "LOC"} and name.key.removeprefix("the ") in halves:
            key = halves[name.key.removeprefix("the ")]
        else:
            key = place_key(name)
            key = cities.get(key, key)
        keys[name.first] = key
        groups.setdefault(key, Group(name.type)).names.append(name)
    for before, after in called(reading, names):
        key, other = keys[before.first], keys[after.first]
        if other in groups and key in groups and other != key and groups[other].names[0] is after:
            for name in groups.pop(other).names:
                groups[key].names.append(name)
    if not sport:
        outer = [(key, name) for key, group in groups.items() for name in group.names]
        for key, name in nested.find(reading, outer, places.same()):
            groups[key].inner.append(name)
    things = []
    for key, group in groups.items():
        made = thing(reading, group)
        if group.names[0].key in places.homonyms() and group.type == "GPE":
            made.country = key.rsplit(" ", 1)[1]
        things.append(made)
    return things


def called(reading: Reading, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """ "Joaquín Arze, better known as El Lobo": a person or a body, and the other name it goes by."""
    for before, after in pairwise(names):
        if before.type in {"PERSON", "ORG"} and 1 < after.first - before.last < 8:
            words = [word for word in reading.lower[before.last : after.first] if word not in LEADING]
            if len(words) <= 3 and (words[-2:] == ["known", "as"] or words[-1:] in (["nicknamed"], ["dubbed"])):
                yield before, after


LEADING = frozenset(
    {",", "(", "also", "better", "best", "widely", "commonly", "popularly", "locally", "the", "“", '"', "‘", "'"}
)


def homonym(reading: Reading, name: Name, others: set[str]) -> str:
    """Which country a name lies in that is a country's and a state's: "Atlanta, Georgia"."""
    comma = name.first > 1 and reading.words[name.first - 1] == ","
    before = reading.words[name.first - 2] if comma else ""
    entry = places.homonyms()[name.key]
    return str(entry["state"] if places.is_state(name.key, before, others) else entry["country"])


def place_key(name: Name) -> str:
    """A country under all its names; a people in singular and plural; else the name itself."""
    place = places.lookup(name.text)
    if place and place.type == name.type and place.kind in {"country", "people"}:
        return f"{name.type} {place.kind} {place.country}"
    if name.type == "GPE" and name.key in places.same():
        return f"GPE {places.same()[name.key]}"
    key = name.key.removeprefix("the ")
    return f"{name.type} {PLURAL.sub('', key) if name.type == 'NORP' else key}"


def divided(names: list[Name]) -> dict[str, str]:
    """ "The North" where only one country of that name half is named: North Korea."""
    found: dict[str, set[str]] = {}
    for name in names:
        half, _, rest = name.key.partition(" ")
        place = places.lookup(name.text) if name.type == "GPE" and half in HALVES and rest else None
        if place is not None and place.kind == "country":
            found.setdefault(half, set()).add(place_key(name))
    return {half: next(iter(keys)) for half, keys in found.items() if len(keys) == 1}


HALVES = frozenset({"north", "south", "east", "west"})


def towns(names: list[Name]) -> dict[str, str]:
    """ "Taipei City" where Taipei is named too, and is no country and no region: one town."""
    keys = {name.key for name in names if name.type == "GPE"}
    found = {}
    for key in keys:
        stem = key.removesuffix(" city")
        place = places.lookup(stem)
        both = stem == "new york"  # a town and a state
        if stem != key and stem in keys and not both and (place is None or place.kind in {"capital", "city"}):
            found[f"GPE {key}"] = f"GPE {stem}"
    return found


class Bodies:
    """Organisations, buildings, events by full name, by short form and by acronym."""

    def __init__(self, reading: Reading, names: list[Name]) -> None:
        self.common = reading.common
        self.canonical: dict[str, str] = {}
        self.full: dict[str, str] = {}
        self.acronyms: dict[str, str] = {}
        self.shorter: dict[str, set[str]] = {}
        self.openings: dict[str, set[str]] = {}  # first word → the bodies whose names begin with it
        self.containing: dict[str, str] = {}
        self.sides: dict[str, list[str]] = {}  # "united" → the sides so called
        self.tails: dict[str, set[str]] = {}  # "front" → the bodies of which one is called so
        alone: set[str] = set()  # what is named before any longer name that begins so is a body of its own
        for name in names:
            key = short(name.key)
            if " " not in key:
                alone.add(key)
            if name.type == "PERSON" or " " not in key or key in self.full:
                continue
            self.full[key] = name.type
            if name.type == "ORG" and (side := key.rsplit(" ", 1)[1]) in SIDES:
                self.sides.setdefault(side, []).append(key)
            if name.type == "ORG" and (tail := key.rsplit(" ", 1)[1]) in TAILS and tail not in alone:
                self.tails.setdefault(tail, set()).add(key)
            for letters in acronyms(reading.words[name.first : name.last]):
                self.acronyms.setdefault(f"{name.type} {letters}", key)
            if name.type == "ORG" and key.split(" ")[0] not in alone:
                self.openings.setdefault(key.split(" ")[0], set()).add(key)
            for part in short_forms(key, name):
                self.shorter.setdefault(f"{name.type} {part}", set()).add(key)
        self.brackets(reading, names)

    def brackets(self, reading: Reading, names: list[Name]) -> None:
        """ "International Atomic Energy Agency (IAEA)", "known by its local initials as KNKT": a name's short form."""
        for before, after in pairwise(names):
            opened = after.first - before.last == 1 and reading.words[before.last] in {"(", "-LRB-"}
            closed = after.last < len(reading) and reading.words[after.last] in {")", "-RRB-"}
            if opened and closed and after.text.isupper() and " " not in after.text and before.type == after.type:
                self.canonical[after.key] = short(before.key)
        body: Name | None = None
        for name in names:
            if body and name.text.isupper() and name.last - name.first == 1 and reading.lower[name.first - 1] == "as":
                near = name.first - body.last < 9
                if near and not TOLD.isdisjoint(reading.lower[body.last : name.first]):
                    self.canonical[name.key] = short(body.key)
            elif name.type == "ORG":
                body = name

    def key(self, name: Name) -> str:
        """The key of the thing: that of the longest name which this one is a form of."""
        key = self.find(name)
        for word in key.split(" "):
            if word in kinds.bodies():
                self.containing[word] = key
        return key

    def find(self, name: Name) -> str:
        key = short(name.key)
        if name.key in self.canonical:
            return self.canonical[name.key]
        key = kinds.aliases().get(key, key)
        letters = name.text.replace(".", "")
        if letters.isupper() and 2 <= len(letters) <= 6:
            return self.acronyms.get(f"{name.type} {letters}", key)
        if key in kinds.bodies():
            return self.containing.get(key, key)
        if name.type == "ORG" and len(self.sides.get(key, ())) == 1:
            return self.sides[key][0]
        if name.type == "ORG" and len(self.tails.get(key, ())) == 1:
            return next(iter(self.tails[key]))
        longer = self.shorter.get(f"{name.type} {key}", set())
        if len(longer) == 1 and key not in kinds.generic():
            return next(iter(longer))
        return self.opening(key) if name.type == "ORG" else key

    def opening(self, key: str) -> str:
        """ "Alpina" of "Alpina Air": the one body whose name begins so, where the word is nothing but a name."""
        longer = self.openings.get(key, set())
        if len(longer) != 1 or not first_is_own(key) or key in kinds.first_names() or key in self.common:
            return key
        only = next(iter(longer))
        return only if only.count(" ") == 1 else key  # "Google" is no "Google Science Fair"


def short_forms(key: str, name: Name) -> set[str]:
    """The forms that a longer name is cut down to: without its country, without its kind."""
    words = key.split(" ")
    forms = set()
    place = places.lookup(words[0])
    if len(words) > 2 and place and place.kind in {"country", "people", "capital", "city"}:
        forms.add(" ".join(words[1:]))
    if len(words) > 3 and (place := places.lookup(" ".join(words[:2]))) and place.kind == "country":
        forms.add(" ".join(words[2:]))
    if words[-1] in kinds.kind_words() and not (len(words) == 2 and places.lookup(words[0])):
        forms.add(" ".join(words[:-1]))
    cut = min((words.index(small, 2) for small in ("of", "for") if small in words[2:]), default=0)
    if cut:
        stem = words[:cut]
        place = places.lookup(stem[0])
        stem = stem[1:] if len(stem) > 2 and place and place.kind in {"country", "people"} else stem
        forms.add(" ".join(stem))
    if short(name.key) != name.key.removeprefix("the ") and len(words) > 1 and first_is_own(words[0]):
        forms.add(words[0])  # "Samsung" of "Samsung Electronics Co."
    if name.type == "ORG" and len(words) == 2 and words[0] in CLUBS:
        forms.add(words[1])
    town = places.lookup(" ".join(words[:-1])) or words[0] == "st"
    if name.type == "ORG" and town and words[-1].endswith("s") and first_is_own(words[-1]):
        forms.add(words[-1])  # "the Bruisers" of "Boston Bruisers"
    if name.type == "ORG" and len(words) == 2 and "-" in words[1] and first_is_own(words[1]):
        forms.add(words[1])  # "Couche-Tard" of "Alimentation Couche-Tard"
    if name.type == "EVENT" and words[0] in STORMS and len(words) == 2:
        forms.add(words[1])
    if words[0] in kinds.bodies() and len(words) > 2 and words[1] == "of" and not places.lookup(" ".join(words[2:])):
        forms.add(" ".join(words[2:]))
    return forms


TOLD = frozenset({"initials", "acronym", "abbreviation", "known"})
CLUBS = frozenset(map(str.casefold, kinds.sport("openings")))
SIDES = kinds.sport("sides")  # "United" where one is named
STORMS = kinds.beside("storms")
TAILS = kinds.beside("tails")


def first_is_own(word: str) -> bool:
    """Whether a firm may go by the first word of its name: no common one, no place."""
    return len(word) > 3 and word not in kinds.generic() and places.lookup(word) is None


def short(key: str) -> str:
    """A name without article and legal form: "boeing co" → "boeing"."""
    words = key.removeprefix("the ").replace("'s ", " ").split(" ")
    while len(words) > 1 and words[-1] in kinds.legal_forms() | {"&", ",", "and"}:
        words.pop()
    words = [COUNTRY.get(word, word) for word in words]
    return " ".join(words).rstrip(",")


COUNTRY = {"us": "american", "u.s": "american", "u.s.": "american", "uk": "british"}


def acronyms(words: list[str]) -> set[str]:
    """The letters that may stand for a name of several words: with and without its small words."""
    words = words[words[:1] == ["The"] :]
    initials = [word[0] for word in words if word[:1].isalpha()]
    capitals = [word[0] for word in words if word[:1].isupper()]
    found = {"".join(capitals).upper(), "".join(initials).upper()}
    return {letters for letters in found if len(letters) > 1}


def thing(reading: Reading, group: Group) -> Thing:
    names = group.names
    full = fullest(names)
    mentions = tuple(
        Mention(reading.starts[name.first], reading.end(name.last - 1), name.text, "name")
        for name in sorted([*names, *group.inner], key=lambda name: name.first)
    )
    told = description(names) if group.type == "PERSON" else None
    return Thing(full, group.type, mentions, told, country(reading, group))


def fullest(names: list[Name]) -> str:
    """The name of most words not in capitals; of a country the one used most."""
    place = places.lookup(names[0].text)
    if place and place.kind in {"country", "people"} and names[0].type in {"GPE", "NORP"}:
        counts = Counter(name.text for name in names if not (name.text.isupper() and len(name.text) > 4))
        if counts:
            return max(counts, key=lambda text: (counts[text], len(text)))
    best = max(names, key=lambda name: (not loud(name.text), len(name.text.split()), len(name.text)))
    shouted = best.text.isupper() and (best.place and len(best.text) > 3 or best.type == "GPE" and loud(best.text))
    return lowered(best.text) if shouted else best.text


def lowered(text: str) -> str:
    """A place that stands in capitals in a dateline only, as a name is written: "Rio de Janeiro", "Port-au-Prince"."""
    parts = enumerate(WORDS.split(text.casefold()))
    return "".join(part if number and part in PLACE_PARTICLES else part.capitalize() for number, part in parts)


def loud(text: str) -> bool:
    """All capitals and too long for an acronym."""
    return text.isupper() and len(text) > 5


def description(names: list[Name]) -> str | None:
    """The longest title that the article puts before the name, forms of address left out."""
    told = [name.title for name in names if name.title and comparable(name.title) not in ADDRESS]
    return max(told, key=len) if told else None


ADDRESS = frozenset(lexicons.load("titles")["address"]["plain"].split())


def country(reading: Reading, group: Group) -> str | None:
    """The country that a place or people is or lies in."""
    if group.type not in {"GPE", "LOC", "NORP", "FAC"}:
        return None
    for name in group.names:
        place = places.lookup(name.text)
        if place and place.country:
            return place.country
        prefix = reading.lower[name.first]
        if group.type == "NORP" and prefix in places.prefixes():
            return None
    for name in group.names:
        if name.last + 1 < len(reading) and reading.words[name.last] == ",":
            place = places.lookup(reading.words[name.last + 1])
            if place and place.kind in {"country", "region"}:
                return place.country
    return None
