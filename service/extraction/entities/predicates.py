"""What a verb tells of the names it goes with: people resign and are jailed, sides host and travel to each other."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, places
from service.extraction.entities.reading import Name, Reading

Votes = defaultdict[str, float]

AGAINST = frozenset({"against", "over", "v", "vs", "versus", "by"})
LEFT_OPEN = frozenset({"PERSON", "ORG", "GPE", "NORP", "PRODUCT", "WORK_OF_ART", "FAC", "LOC"})


@cache
def deeds(part: str) -> frozenset[str]:
    """Verbs, as lemmas, whose subject ("does") or object ("suffers") is a person."""
    return frozenset(lexicons.load("titles")["deeds"][part].split())


def person(reading: Reading, name: Name, votes: Votes) -> None:
    """Votes for a person where a name of one word, no known place, does or suffers what only people do."""
    head = name.last - 1
    dep, verb = reading.deps[head], reading.heads[head]
    if name.last - name.first > 1 or name.text.isupper() or places.lookup(name.text) or name.type not in LEFT_OPEN:
        return
    lemma = reading.lemmas[verb]
    signed = name.first > 0 and reading.lower[name.first - 1] == "sign"  # as clubs do in the plural
    suffers = dep in {"dobj", "nsubjpass"} and (lemma in deeds("suffers") or signed)
    if suffers or (dep == "nsubj" and lemma in deeds("does")):
        votes["PERSON"] += 1.5
    elif dep == "nsubj" and lemma == "say" and (said := of_itself(reading, verb)):
        votes[said] += 1.5
    elif dep == "dobj" and lemma == "tell" and name.last < len(reading) and reading.lower[name.last] == "that":
        votes["PERSON"] += 1.2


def of_itself(reading: Reading, verb: int) -> EntityType | None:
    """ "Eisai said it would", "Eisai said on Monday she had": the pronoun that opens what is said mostly says it."""
    for index in range(verb + 1, min(verb + 6, len(reading))):
        if reading.tags[index] == "PRP" and reading.deps[index] in {"nsubj", "nsubjpass"}:
            above = reading.heads[index]
            said = reading.heads[above] == verb and reading.deps[above] == "ccomp" and reading.lemmas[above] != "be"
            return SELVES.get(reading.lower[index]) if said else None
        if reading.words[index] in {",", ".", "``", '"', "“"}:
            return None
    return None


SELVES: dict[str, EntityType] = {"it": "ORG", "he": "PERSON", "she": "PERSON"}


def side(reading: Reading, name: Name, votes: Votes, sport: bool) -> bool:
    """Whether the name stands where a side's does; outside of a report of sport only where the verb tells so."""
    if name.place or name.sure:
        return False
    if ranked(reading, name, sport):
        votes["ORG"] += 6.0
        return True
    verb = many(reading, name)
    if verb and verb != "beat":  # which is what tennis players did too
        votes["ORG"] += 6.0
    return bool(verb) or (sport and plays(reading, name))


def ranked(reading: Reading, name: Name, sport: bool) -> bool:
    """ "Fourth-tier Millham", "leaders Millham": how a side stands, before its name."""
    before = reading.lower[name.first - 1] if name.first else ""
    if before in {"tier", "division"} and name.first > 2 and reading.words[name.first - 2] == "-":
        return reading.heads[name.first - 1] == name.last - 1
    return sport and before in kinds.sport("ranked") and reading.words[name.first - 1].islower()


def many(reading: Reading, name: Name) -> str | None:
    """ "Lyon host Nice": the verb in the plural that goes with a name in the singular, or whose object that is."""
    first = name.first
    if first > 1 and reading.lower[first - 1] in {"to", "at", "by", "with"}:
        first -= 1
    before = first - 1
    if before > 0 and reading.lower[before] in kinds.sport("mutual"):
        side = opens(reading, before - 1) and reading.words[before - 1][:1].isupper()
        side = side and reading.tags[before - 1] in {"NNP", "NN", "JJ"}  # no "the visit to"
        return reading.lower[before] if side else None
    after = name.last
    verb = reading.lower[after] if after < len(reading) else ""
    told = verb in kinds.sport("mutual") or verb in kinds.sport("plural")
    return verb if told and opens(reading, name.last - 1) else None


def opens(reading: Reading, last: int) -> bool:
    """Whether a run of capitalised words that ends with the token opens a sentence or a clause, as a subject does."""
    first = last
    while first and reading.words[first - 1][:1].isupper() and last - first < 3:
        first -= 1
    return not first or not (reading.words[first - 1].isalpha() or reading.words[first - 1] in {",", "-"})


def plays(reading: Reading, name: Name) -> bool:
    """Whether it beats and is beaten, is in the plural, has players, is played against."""
    head = name.last - 1
    above, dep = reading.heads[head], reading.deps[head]
    lemma = reading.lemmas[above]
    beats = dep in {"nsubj", "dobj"} and lemma in kinds.sport("verbs")
    plural = name.last < len(reading) and reading.lower[name.last] in {"are", "were", "have", "play"}
    owns = dep in {"compound", "poss", "nmod", "amod"} and reading.lower[above] in kinds.sport("nouns")
    opposes = dep == "pobj" and reading.lower[above] in AGAINST
    several = reading.tags[head] == "NNPS" and bool(name.first) and reading.lower[name.first - 1] == "the"
    several = several and name.type in {"ORG", "PRODUCT", "WORK_OF_ART"}
    return beats or (dep == "nsubj" and plural) or owns or opposes or several  # "Lyon were", as of no town
