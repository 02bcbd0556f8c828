"""What one mention of a name says of its type: by its own words, and by the words around it.

Ending, first name and gazetteer; title, role, verb, preposition, apposition, and what is said to be its own.  Every
piece of evidence adds to the votes for a type, weighed by hand.
"""

from __future__ import annotations

import re

from service.extraction.entities import kinds, known, places, predicates
from service.extraction.entities.predicates import Votes
from service.extraction.entities.reading import Name, Reading

SPEECH = kinds.beside("speech")
WRITING = kinds.beside("writing")
TRUST = kinds.beside("trust")
ENTERED = kinds.beside("entered")
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "throughout"})
SETTLEMENTS = kinds.beside("settlements")
INHABITED = kinds.beside("inhabited")
WATERS = kinds.beside("waters")
POINTS = kinds.beside("points")
RULERS = kinds.beside("rulers")
REALM = kinds.beside("realm")
FIRM_NOUNS = kinds.beside("firm_nouns")
FIRMS_TOO = kinds.beside("firms_too")
SHARES = kinds.beside("shares")
STAFF = kinds.beside("staff")
AIRCRAFT = kinds.beside("aircraft")
MEDIA = kinds.beside("media")
ANALYSTS = kinds.beside("analysts")
BODIES = kinds.beside("bodies")
KIN = kinds.beside("kin")
OWNING = frozenset({"'s", "’s", "whose"})
STORMS = kinds.beside("storms")
PORTS, STREETS = frozenset({"Port", "Puerto"}), kinds.beside("streets")
SIDES = kinds.sport("sides")
REGIONS = (kinds.beside("points") | kinds.beside("parts")) - {"downtown"}  # "the downtown Bellhall" is a hall
WARES = kinds.beside("wares")
DEALS = kinds.beside("deals")
BUYING = kinds.beside("buying")
BESIDE = frozenset({"near", "outside"})
AGE = re.compile(r"[1-9]\d")


def weigh(reading: Reading, name: Name, votes: Votes, sport: bool) -> None:
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
        votes[kind] += 3.0 if kind == "PERSON" else 6.0
    ending = kinds.by_ending(words)
    if ending and words[-1] == "City" and not sport:
        votes["GPE"] += 2.0
    elif ending:
        votes[ending] += 3.0
    elif sport and len(words) > 1 and words[-1].casefold() in SIDES and words[-1].istitle():
        votes["ORG"] += 4.0
    elif len(words) > 1 and words[0] in kinds.beginnings():
        votes[kinds.beginnings()[words[0]]] += 4.0
    elif len(words) == 2 and words[0].casefold() in STORMS:
        votes["EVENT"] += 4.0
    elif 2 <= len(words) <= 4 and (kinds.given(words[0]) or initial(words[0])) and not place:
        votes["PERSON"] += 2.0
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 5 and not place:
        votes["ORG"] += 2.0 if name.type == "PERSON" and len(words[0]) > 3 else 0.6


def is_body(words: list[str]) -> bool:
    """Whether the last word is a body's and the first no person's."""
    return kinds.by_ending(words) is not None and not kinds.given(words[0])


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
        if before == "in" and written and not kinds.given(lower[name.first]):
            votes["ORG"] += 4.0  # "complained in Le Soir that"
        if (
            name.type in {"PERSON", "NORP"}
            and before == "in"
            and deps[head] == "pobj"
            and not (trusted or kinds.given(lower[name.first]))
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
    located(reading, name, votes)
    traded(reading, name, votes)
    after(reading, name, votes)


def located(reading: Reading, name: Name, votes: Votes) -> None:
    """Votes for a place where hardly anything else stands: "northern Sudria", "Sudria-based", "33, of Millham,"."""
    lower, first, last = reading.lower, name.first, name.last
    before = lower[first - 1] if first else ""
    behind = lower[last] if last < len(reading) else ""
    if not (before in LEADING_TO or before in REGIONS or behind in {"-", "police"} or reading.words[first] in PORTS):
        return
    second = lower[last + 1] if last + 1 < len(reading) else ""
    seat, station = behind == "-" and second in SEATED, behind == "police" and second == "station"
    if name.type == "NORP" and not (seat or station) or (name.type in LANDS and places.lookup(name.text) is not None):
        return
    of_region = before in REGIONS and reading.words[first - 1] == before and reading.heads[first - 1] == last - 1
    of_region = of_region and reading.deps[last - 1] not in {"compound", "amod", "nmod"}
    aged = before == "of" and first > 2 and lower[first - 2] == "," and AGE.fullmatch(lower[first - 3]) is not None
    if seat or of_region or (aged and behind in {",", ".", ";"}):
        votes["LOC" if name.type == "LOC" else "GPE"] += 4.0
        name.place = True
    words = reading.words[first:last]
    numbered = last < len(reading) and reading.tags[last] == "CD"
    bare = kinds.by_ending(words) is None and not (words[0] == "The" or name.text.isupper() or numbered)
    bare = bare and name.key not in kinds.bodies() and reading.deps[last - 1] == "pobj"
    if bare and (name.type == "FAC" if before == "in" else before in BESIDE and name.type in {"PERSON", "ORG", "FAC"}):
        votes["GPE"] += 2.0
    lies = station or (len(words) == 2 and words[0] in PORTS and bare)
    lies = lies or (before == "," and first > 1 and reading.words[first - 2] in STREETS and last - first == 1)
    if lies and name.type in {"PERSON", "ORG", "FAC", "NORP"}:
        votes["GPE"] += 3.0


LEADING_TO = frozenset({"in", "of", "near", "outside", ","})
SEATED = frozenset({"based", "headquartered"})
LANDS = frozenset({"GPE", "LOC", "NORP"})


def traded(reading: Reading, name: Name, votes: Votes) -> None:
    """ "Acquired Verdi", "its takeover of Verdi": what is bought so is a firm."""
    above = reading.heads[name.last - 1]
    if reading.deps[name.last - 1] == "pobj" and reading.lower[above] in {"of", "with", "for"}:
        if reading.lower[reading.heads[above]] in DEALS:
            votes["ORG"] += 2.0
    elif reading.deps[name.last - 1] == "dobj" and reading.lemmas[above] in BUYING:
        votes["ORG"] += 2.0


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
        elif word in WARES and noun < name.first:
            votes["PRODUCT"] += 3.0


def common(reading: Reading, index: int) -> bool:
    """Whether a common noun stands there, or a small word that the tagger took for a name beside one."""
    return reading.tags[index] == "NN" or (reading.tags[index] == "NNP" and reading.words[index].islower())


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
