"""One type a name: votes over the whole article, with the evidence in and around every mention.

Every mention votes for the model's label, and by its evidence (`evidence`).  A surname shares the votes of the full
name.  The name of a town in a report of sport may be two things, town and team.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import cast

from service.extraction.annotations import EntityType
from service.extraction.entities import evidence, kinds, places, predicates
from service.extraction.entities.predicates import Votes
from service.extraction.entities.reading import Name, Reading

SMALL = frozenset({"of", "the", "and", "for", "de", "in", "on", "to"})
STORMS = kinds.beside("storms")
CRICKET = kinds.sport("cricket")


def repair(reading: Reading, names: list[Name], sport: bool) -> None:
    """Give all names of one key the type that the article speaks for."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for name in names:
        name.seen = name.type
        evidence.weigh(reading, name, votes[name.key], sport)
        name.team = name.team or predicates.side(reading, name, votes[name.key], sport)
    share(votes, Counter(name.key for name in names if name.place))
    cricket = sport and not CRICKET.isdisjoint(reading.lower)
    winners = {key: leading(count) for key, count in votes.items()}
    teams = {name.key for name in names if name.team}
    for name in names:
        if name.sure:
            continue
        winner = cast(EntityType, winners[name.key])
        if cricket and not name.place and is_county(name):
            winner = "ORG"
        if name.team and name.text in kinds.clubs():
            winner = "ORG"
        if name.key in teams and winner in {"GPE", "ORG", "LOC", "FAC", "NORP", "PRODUCT"} and not is_national(name):
            winner = "GPE" if name.place else "ORG"
        name.type = winner
    towns_and_people(names)
    namesakes(names)


def towns_and_people(names: list[Name]) -> None:
    """A bare surname that is a town's name too is the town where something is said to be in it, or before its bearer is
    named in full."""
    full: dict[str, int] = {}
    for name in names:
        if name.type == "PERSON" and " " in name.key and bears(name):
            full.setdefault(name.key.split(" ")[-1], name.first)
    for name in names:
        if name.key in full and name.type in {"GPE", "PERSON"} and not name.sure and places.lookup(name.text):
            ahead = name.first < full[name.key] and name.seen in {"GPE", "LOC"} and not name.title
            name.type = "GPE" if name.place or ahead else "PERSON"


def bears(name: Name) -> bool:
    """Whether somebody may be called so: a country or a region is a surname only after a first name."""
    words = name.key.split(" ")
    place = places.lookup(words[-1])
    return place is None or place.kind not in {"country", "region"} or kinds.given(words[0]) or name.title is not None


def namesakes(names: list[Name]) -> None:
    """A word that is both a firm's short form and a surname is whichever was named in full last ("Kessler GmbH")."""
    firms = {
        name.key.split(" ")[0]
        for name in names
        if name.type == "ORG" and name.key.split(" ")[-1] in kinds.legal_forms()
    }
    latest: dict[str, EntityType] = {}
    for name in names:
        first, last = name.key.split(" ")[0], name.key.split(" ")[-1]
        if first != last and name.type == "ORG" and first in firms:
            latest[first] = "ORG"
        elif first != last and name.type == "PERSON":
            latest[last] = "PERSON"
        elif first == last and first in firms and name.type in {"ORG", "PERSON"} and first in latest and not name.title:
            name.type = latest[first]


def leading(votes: Votes) -> str:
    """The type of most votes; of two equal the first by name."""
    return max(sorted(votes), key=lambda label: votes[label])


HOME = frozenset({"england", "wales", "scotland", "northern ireland"})


def is_county(name: Name) -> bool:
    """An English county: in a report of cricket it is the side that plays for it."""
    place = places.lookup(name.text)
    return place is not None and place.kind == "region" and place.country == "GB" and name.key not in HOME


def is_national(name: Name) -> bool:
    """A country or its people, whose side goes by the name that the country has."""
    place = places.lookup(name.text)
    return place is not None and (place.kind in {"country", "people"} or name.key in {"england", "scotland", "wales"})


def states(votes: dict[str, Votes]) -> None:
    """What a people of the article is called after is a state: "Sudria" where "Sudrian" is a people."""
    for key in [key for key in votes if key.endswith("an") and len(key) > 5 and key[:-1] in votes]:
        if places.lookup(key) is None and places.lookup(key[:-1]) is None and not kinds.given(key):
            votes[key]["NORP"] += 1.0 + sum(votes[key].values())  # "Sudrova" and "Sudrovan"
    for key in [key for key in votes if key.endswith(DEMONYMS) and leading(votes[key]) == "NORP"]:
        stem = next(key.removesuffix(ending) for ending in DEMONYMS if key.endswith(ending))
        for state in (stem, stem + "a", stem + "ia"):
            named = len(stem) > 3 and state in votes and state != key and not places.lookup(key)
            if named and leading(votes[state]) in {"ORG", "PERSON", "FAC"}:
                votes[state]["GPE"] += 3.0 + sum(votes[state].values())


DEMONYMS = ("ian", "an", "n", "ese", "ish", "i")


def firm(votes: dict[str, Votes], words: list[str]) -> float:
    """The weight of a firm's full name for its first word alone, no surname: "Norvex" of "Norvex Foods"."""
    own = len(words) == 2 and words[1] in FIRMS and places.lookup(words[0]) is None and not kinds.given(words[0])
    borne = own and any(key.endswith(f" {words[0]}") for key in votes)
    return sum(votes[words[0]].values()) if own and not borne else 0.0


FIRMS = frozenset(map(str.casefold, kinds.beside("firms")))


def share(votes: dict[str, Votes], located: Counter[str]) -> None:
    """A surname has the votes of the person's full name, an acronym and a first word those of the organisation.

    A surname that is a town's name too ("Paris") is the person where nothing is said to be in it.
    """
    states(votes)
    for key in [key for key in votes if " " in key]:
        label = leading(votes[key])
        words = key.split(" ")
        if label == "PERSON":
            for part, weight in ((words[-1], 3.0), (words[0], 3.0 if words[0] in kinds.eastern() else 1.5)):
                place = places.lookup(part) if part in votes else None
                if place is not None and place.kind in {"country", "region"} and not kinds.given(words[0]):
                    continue
                if part in votes:
                    votes[part]["PERSON"] += weight if located[part] else 2 * weight
            for first in range(1, min(len(words) - 1, 4)):
                if (tail := " ".join(words[first:])) in votes:
                    ambiguous = places.lookup(tail) is not None or located[tail]
                    votes[tail]["PERSON"] += 3.0 if ambiguous else 3.0 + sum(votes[tail].values())
            place = places.lookup(words[-1])
            region = place is not None and place.kind in {"country", "region"} and not kinds.given(words[0])
            if words[-1] in votes and not located[words[-1]] and place and not region:
                votes[words[-1]]["PERSON"] += sum(votes[words[-1]].values())
        elif label == "EVENT" and words[0] in STORMS and len(words) == 2 and words[1] in votes:
            votes[words[1]]["EVENT"] += 2 * sum(votes[words[1]].values())
        elif label == "ORG":
            if words[0] in votes and len(words[0]) > 3:
                votes[words[0]]["ORG"] += 1.0 + firm(votes, words)
            letters = "".join(word[0] for word in words if word[0].isalpha() and word not in SMALL)
            if len(letters) > 2 and letters in votes:
                votes[letters]["ORG"] += 3.0
