"""One type a name: votes over the whole article, with the evidence in and around every mention.

Every mention votes for the model's label; titles, roles, endings, first names, gazetteer and prepositions weigh in.  A
surname shares the votes of the full name.  The name of a town in a report of sport may be two things, town and team.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import cast

from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, known, places, predicates
from service.extraction.entities.reading import Name, Reading

SPEECH = kinds.beside("speech")
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "throughout"})
SETTLEMENTS = kinds.beside("settlements")
INHABITED = kinds.beside("inhabited")
FIRM_NOUNS = kinds.beside("firm_nouns")

SMALL = frozenset({"of", "the", "and", "for", "de", "in", "on", "to"})

STAFF = kinds.beside("staff")
AIRCRAFT = kinds.beside("aircraft")
STORMS = kinds.beside("storms")

Votes = defaultdict[str, float]


def repair(reading: Reading, names: list[Name], sport: bool) -> None:
    """Give all names of one key the type that the article speaks for."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for name in names:
        name.seen = name.type
        evidence(reading, name, votes[name.key], sport)
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
        if name.key in teams and winner in {"GPE", "ORG", "LOC", "FAC", "NORP", "PRODUCT"} and not is_country(name):
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
    return place is None or place.kind not in {"country", "region"} or given(words[0]) or name.title is not None


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


CRICKET = kinds.sport("cricket")


HOME = frozenset({"england", "wales", "scotland", "northern ireland"})


def is_county(name: Name) -> bool:
    """An English county: in a report of cricket it is the side that plays for it."""
    place = places.lookup(name.text)
    return place is not None and place.kind == "region" and place.country == "GB" and name.key not in HOME


def is_country(name: Name) -> bool:
    place = places.lookup(name.text)
    return place is not None and (place.kind in {"country", "people"} or name.key in {"england", "scotland", "wales"})


def evidence(reading: Reading, name: Name, votes: Votes, sport: bool) -> None:
    """What one mention says of the type."""
    words = reading.words[name.first : name.last]
    weight = 10.0 if name.sure else 1.6 if len(words) > 1 else 1.0
    votes[name.type] += weight if not name.text.isupper() else 0.7 * weight
    if name.type == "LOC" and inhabited(name) and not (name.first and reading.lower[name.first - 1] == "the"):
        votes["GPE"] += 1.0
    of_itself(name, words, votes, sport)
    around(reading, name, votes)


def inhabited(name: Name) -> bool:
    """Whether what the model took for a landmark may be a town: no known one, nor one that its words tell."""
    words = name.text.split()
    told = kinds.by_ending(words) or kinds.beginnings().get(words[0])
    return told is None and places.lookup(name.text) is None and name.key.split(" ")[0] not in POINTS


POINTS = kinds.beside("points")


def of_itself(name: Name, words: list[str], votes: Votes, sport: bool) -> None:
    """Gazetteer, ending, first name."""
    place = places.lookup(name.text)
    if place and not name.title:
        votes[place.type] += {"country": 6.0, "people": 6.0, "wide": 5.0, "capital": 3.0, "region": 2.0}.get(
            place.kind, 1.2
        )
    if words[-1] in kinds.sport("teams"):
        votes["ORG"] += 4.0
    if (kind := known.kind(name.text)) is not None and not (kind == "PERSON" and place):
        votes[kind] += KNOWN[kind]
    ending = kinds.by_ending(words)
    if ending and words[-1] == "City" and not sport:
        votes["GPE"] += 2.0
    elif ending:
        votes[ending] += 3.0
    elif len(words) > 1 and words[0] in kinds.beginnings():
        votes[kinds.beginnings()[words[0]]] += 4.0
    elif len(words) == 2 and words[0].casefold() in STORMS:
        votes["EVENT"] += 4.0
    elif 2 <= len(words) <= 4 and (given(words[0]) or initial(words[0])) and not place:
        votes["PERSON"] += 2.0
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 5 and not place:
        votes["ORG"] += 2.0 if name.type == "PERSON" and len(words[0]) > 3 else 0.6


KNOWN: defaultdict[str, float] = defaultdict(lambda: 6.0, PERSON=3.0)


def is_body(words: list[str]) -> bool:
    """Whether the last word is a body's and the first no person's."""
    return kinds.by_ending(words) is not None and not given(words[0])


def given(word: str) -> bool:
    """Whether persons' names begin with the word: a first name, or a family name of those that stand first."""
    return word.casefold() in kinds.first_names() or word.casefold() in kinds.eastern()


def initial(word: str) -> bool:
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def around(reading: Reading, name: Name, votes: Votes) -> None:
    """Title, role, verb of speech, preposition, age."""
    lower, deps, heads = reading.lower, reading.deps, reading.heads
    before = lower[name.first - 1] if name.first else ""
    if name.title and not (places.lookup(name.text) and name.title.islower()):
        votes["PERSON"] += 4.0
    if (
        before in kinds.roles()
        and before not in FIRMS_TOO
        and not is_body(reading.words[name.first : name.last])
        and reading.tags[name.first - 1] == "NN"
        or before in {"mr.", "mr", "mrs.", "ms.", "ms", "dr.", "sir"}
    ):
        votes["PERSON"] += 3.0
    head = name.last - 1
    verb = heads[head]
    if deps[head] == "nsubj" and reading.lemmas[verb] in SPEECH:
        votes["PERSON"] += 0.8
    predicates.person(reading, name, votes)
    apposition(reading, name, votes)
    if before in LOCATIVE:
        name.place = True
        votes["GPE"] += 0.5 if name.type != "LOC" else 1.2 if inhabited(name) else 0.0
        trusted = reading.lemmas[heads[name.first - 1]] in TRUST
        written = name.type == "PERSON" and reading.lemmas[heads[name.first - 1]] in WRITING
        if before == "in" and written and not given(lower[name.first]):
            votes["ORG"] += 4.0  # "complained in Le Soir that"
        if (
            name.type in {"PERSON", "NORP"}
            and before == "in"
            and deps[head] == "pobj"
            and not (trusted or given(lower[name.first]))
        ):
            votes["GPE"] += 2.0
    if name.first > 1 and before == "of" and lower[name.first - 2] in SETTLEMENTS | INHABITED:
        votes["GPE"] += 3.0
    if name.first > 1 and before == "for" and lower[name.first - 2] in {"mp", "mep", "lawmaker"}:
        votes["GPE"] += 3.0
    if (
        deps[head] == "dobj"
        and reading.lemmas[verb] == "tell"
        and name.type in {"NORP", "FAC", "LOC", "LAW", "PRODUCT"}
    ):
        votes["ORG"] += 3.0
    if (deps[head] == "dobj" and reading.lemmas[verb] in ENTERED) or ruled(reading, name):
        name.place = True
    after(reading, name, votes)


def apposition(reading: Reading, name: Name, votes: Votes) -> None:
    """What the noun in apposition to the name, before or behind it, calls it: "the union Verdi", "Verdi, a union"."""
    head = name.last - 1
    above, before = reading.heads[head], name.first - 1
    nouns = [above] if reading.deps[head] == "appos" and above < name.first else []
    if before >= 0 and common(reading, before) and reading.heads[before] in {head, above}:
        nouns.append(before)
    if head + 2 < len(reading) and reading.words[head + 1] == ",":
        reach = range(head + 2, min(len(reading), head + 10))
        nouns += [at for at in reach if reading.heads[at] == head and reading.deps[at] == "appos"][:1]
    if before >= 0 and reading.lower[before] in MEDIA and reading.tags[before] == "NN":
        votes["ORG"] += 4.0
    if reading.deps[head] == "nmod" and reading.lower[above] in BODIES:
        votes["ORG"] += 2.5
    if before > 0 and reading.lower[before] == "at" and reading.lower[before - 1] in ANALYSTS:
        votes["ORG"] += 3.0
    for noun in nouns:
        if not common(reading, noun) and reading.tags[noun] != "NNS":
            continue
        word = reading.lower[noun]
        if word in kinds.roles():
            inside = before >= 0 and reading.lower[before] in LOCATIVE  # "in a school in Ballard, the principal"
            body = word in FIRMS_TOO or is_body(reading.words[name.first : name.last])
            votes["PERSON"] += 0.0 if inside or body else 3.0
        elif word in kinds.bodies():
            votes["ORG"] += 2.5
        elif word in SETTLEMENTS:
            votes["GPE"] += 3.0
        elif word in WATERS:
            votes["LOC"] += 3.0


def common(reading: Reading, index: int) -> bool:
    """Whether a common noun stands there, or a small word that the tagger took for a name beside one."""
    return reading.tags[index] == "NN" or (reading.tags[index] == "NNP" and reading.words[index].islower())


FIRMS_TOO = kinds.beside("firms_too")
BODIES = kinds.beside("bodies")
MEDIA = kinds.beside("media")
ANALYSTS = kinds.beside("analysts")
WATERS = kinds.beside("waters")

WRITING = kinds.beside("writing")
TRUST = kinds.beside("trust")

ENTERED = kinds.beside("entered")
RULERS = kinds.beside("rulers")


def ruled(reading: Reading, name: Name) -> bool:
    """ "King Abdullah of Jordan", "Seattle, Washington,": a country after its ruler, a state after its town."""
    if name.first < 2:
        return False
    before, second = reading.lower[name.first - 1], reading.lower[name.first - 2]
    if before == ",":
        place = places.lookup(reading.words[name.first - 2])
        inside = places.lookup(name.text)
        closed = name.last >= len(reading) or reading.words[name.last] in {",", ".", ";", ")"}
        return (
            closed
            and place is not None
            and inside is not None
            and place.kind in {"city", "capital"}
            and (place.country == inside.country)
        )
    return before == "of" and (second in RULERS or (name.first > 2 and reading.lower[name.first - 3] in RULERS))


def after(reading: Reading, name: Name, votes: Votes) -> None:
    """What follows a mention: an age, "who", a noun that goes with firms, a country after a comma."""
    if name.last + 1 >= len(reading):
        return
    following, second = reading.lower[name.last], reading.lower[name.last + 1]
    if following == "," and second.isdigit() and 14 < int(second[:3]) < 100 and len(second) == 2:
        votes["PERSON"] += 3.0
    article = name.first and reading.lower[name.first - 1] == "the"
    if "who" in (following, second) and following in {"who", ","} and not article:
        votes["PERSON"] += 1.5
    owned = name.last + (2 if following == "," else 1)  # "X's wife", "X, whose wife"
    clitic = "whose" if following == "," else following
    if clitic in OWNING and (second == "whose" or following != ",") and owned < len(reading):
        belongings(reading, name, owned, votes)
    if following in FIRM_NOUNS and reading.heads[name.last - 1] == name.last:
        votes["ORG"] += 1.0
    above = reading.lower[reading.heads[name.last - 1]]
    if reading.deps[name.last - 1] == "compound":
        if above in AIRCRAFT and not any(map(str.isdigit, name.text)):
            votes["ORG"] += 2.0
        elif name.type == "PERSON" and above == following and above in STAFF:
            votes["ORG"] += 2.5  # "Verdi chairman Frank Werner"
    if (
        following == ","
        and (place := places.lookup(reading.words[name.last + 1]))
        and place.kind in {"country", "region"}
        and reading.deps[name.last + 1] != "compound"
    ):
        votes["GPE"] += 2.0
        name.place = True


OWNING = frozenset({"'s", "’s", "whose"})
KIN = kinds.beside("kin")
SHARES = kinds.beside("shares")
REALM = kinds.beside("realm")


def belongings(reading: Reading, name: Name, index: int, votes: Votes) -> None:
    """What is said to be the name's own: kin is a person's, shares are a firm's, an ambassador is a country's."""
    head = reading.heads[name.last - 1] if reading.deps[name.last - 1] == "poss" else index
    word, first = reading.lower[head], reading.lower[index]
    if first in KIN or (word in KIN and head - index < 2):
        votes["PERSON"] += 2.0
    elif word in SHARES:
        votes["ORG"] += 3.0
    elif word in REALM and name.type == "ORG" and name.last - name.first == 1 and not name.text.isupper():
        votes["GPE"] += 1.5


def states(votes: dict[str, Votes]) -> None:
    """What a people of the article is called after is a state: "Sudria" where "Sudrian" is a people."""
    for key in [key for key in votes if key.endswith(DEMONYMS) and leading(votes[key]) == "NORP"]:
        stem = next(key.removesuffix(ending) for ending in DEMONYMS if key.endswith(ending))
        for state in (stem, stem + "a", stem + "ia"):
            named = len(stem) > 3 and state in votes and state != key and not places.lookup(key)
            if named and leading(votes[state]) == "ORG":
                votes[state]["GPE"] += 3.0 + sum(votes[state].values())


DEMONYMS = ("ian", "an", "n", "ese", "ish", "i")


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
                if place is not None and place.kind in {"country", "region"} and not given(words[0]):
                    continue
                if part in votes:
                    votes[part]["PERSON"] += weight if located[part] else 2 * weight
            for first in range(1, min(len(words) - 1, 4)):
                if (tail := " ".join(words[first:])) in votes:
                    ambiguous = places.lookup(tail) is not None or located[tail]
                    votes[tail]["PERSON"] += 3.0 if ambiguous else 3.0 + sum(votes[tail].values())
            place = places.lookup(words[-1])
            region = place is not None and place.kind in {"country", "region"} and not given(words[0])
            if words[-1] in votes and not located[words[-1]] and place and not region:
                votes[words[-1]]["PERSON"] += sum(votes[words[-1]].values())
        elif label == "EVENT" and words[0] in STORMS and len(words) == 2 and words[1] in votes:
            votes[words[1]]["EVENT"] += 2 * sum(votes[words[1]].values())
        elif label == "ORG":
            if words[0] in votes and len(words[0]) > 3:
                votes[words[0]]["ORG"] += 1.0
            letters = "".join(word[0] for word in words if word[0].isalpha() and word not in SMALL)
            if len(letters) > 2 and letters in votes:
                votes[letters]["ORG"] += 3.0
