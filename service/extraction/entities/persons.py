"""Persons' names that the model cut in two, glued to a neighbour or left half: made whole and cut right."""

from __future__ import annotations

from service import lexicons
from service.extraction.entities import kinds, places
from service.extraction.entities.reading import HYPHENS, Name, Reading, comparable

MONTH_SURNAMES = frozenset({"May", "March", "June", "August"})
MOST_PARTS = 6  # tokens of a person's name
PARTICLES = frozenset("von van der den de da di du del della la le bin ben ibn al el ter ten dos".split())


def whole_persons(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Ursula von" and "Leyen", "Manuel" and "López": what the model cut in two, with the particles between."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and before.last > name.first:
            continue  # the rest of a name that was just made whole
        name = with_particles(reading, name)
        first = before and (before.type == "PERSON" or is_first_name(before))
        if before and first and halves(name) and one_person(reading, before, name):
            name = reading.name(joined.pop().first, name.last, "PERSON", before.title)
        joined.append(name)
    return joined


def is_first_name(name: Name) -> bool:
    """A known first name of one word that is no place, whatever the model took it for."""
    return name.key in kinds.first_names() and places.lookup(name.text) is None and not name.text.isupper()


def halves(name: Name) -> bool:
    """Whether the name may be the second half of a person's: a person's, or one word that is no known place."""
    return name.type == "PERSON" or (
        name.type in {"GPE", "ORG", "NORP", "LOC"}
        and name.last - name.first == 1
        and places.lookup(name.text) is None
        and not name.text.isupper()
    )


def with_first_names(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Justin" before "Tremaine", "Crewes" after "Lyda": half a person's name, the parser hangs one on the other."""
    covered = {index for name in names for index in range(name.first, name.last)}
    people = {name.text.split()[-1] for name in names if name.type == "PERSON" and " " in name.text}
    bare = {name.text for name in names if name.type == "PERSON" and name.last - name.first == 1}
    found = []
    for name in names:
        before, after = name.first - 1, name.last
        if before >= 0 and before not in covered and surname_first(reading, before, name):
            name = reading.name(before, name.last, "PERSON", title_before(reading, before))
        elif before > 0 and before not in covered and side_before(reading, before):
            name = reading.name(before, name.last, "ORG")
        elif (
            name.type == "PERSON" and name.last - name.first > 1 and after not in covered and ends(reading, name, bare)
        ):
            name = reading.name(name.first, after + 1, "PERSON", name.title)
        elif name.last - name.first != 1 or name.type not in {"PERSON", "ORG", "GPE", "WORK_OF_ART", "NORP"}:
            pass
        elif before not in covered and name.type == "PERSON" and first_name(reading, before, name.first):
            name = reading.name(before, name.last, "PERSON", name.title or title_before(reading, before))
        elif (
            after not in covered
            and first_name(reading, name.first, after)
            and not (
                after + 1 < len(reading) and (reading.tags[after + 1] == "NNP" or reading.words[after + 1] in HYPHENS)
            )
            and kinds.by_ending(reading.words[name.first : after + 1]) is None
        ):
            name = reading.name(name.first, after + 1, "PERSON", name.title)
        else:
            name = led(reading, name, covered, people)
        found.append(name)
    return found


def ends(reading: Reading, name: Name, people: set[str]) -> bool:
    """Whether a person's name ends with the proper noun behind it: it hangs there ("Aung San Suu" before "Kyi"), or
    somebody of the article's is called so."""
    at = name.last
    if at >= len(reading):
        return False
    word, following = reading.words[at], reading.words[at + 1] if at + 1 < len(reading) else "."
    hangs = reading.heads[at - 1] == at and reading.deps[at - 1] == "compound"
    if not hangs and not (word in people and word not in name.text):
        return False
    plain = reading.tags[at] == "NNP" and word.istitle() and word.isalpha() and not reading.in_time[at]
    plain = plain and not any(map(str.islower, reading.words[name.first : at]))
    known = comparable(word) in kinds.titles() or reading.lower[at] in kinds.roles() or word in kinds.endings()
    return plain and not known and not following[:1].isupper() and following not in HYPHENS and not places.lookup(word)


def surname_first(reading: Reading, index: int, name: Name) -> bool:
    """ "Oh" before "Byung-chul": a family name that stands first, whatever the tagger made of it."""
    given = name.text.split("-")
    return (
        name.type in {"PERSON", "ORG", "GPE", "NORP"}
        and len(given) == 2
        and given[0].istitle()
        and given[1].islower()
        and reading.words[index].istitle()
        and reading.lower[index] in kinds.eastern()
    )


def side_before(reading: Reading, index: int) -> bool:
    """ "Real" before "Betis": words that clubs' names begin with."""
    return reading.words[index] in kinds.sport("openings") and reading.tags[index] == "NNP"


def led(reading: Reading, name: Name, covered: set[int], people: set[str]) -> Name:
    """ "Slamet" before "Riyadi", "Air" before "China": with the capitalised words in mid-sentence that hang on it."""
    first = name.first
    inside = first > 1 and reading.words[first - 2] == "," and places.lookup(name.text) is None
    if inside and reading.tags[first - 1] == "IN" and reading.words[first - 1].istitle():
        return reading.name(first - 1, name.last, "PERSON")  # "the chairman, Per Haugen"
    if first and reading.lower[first - 1] in STORMS and reading.words[first - 1].istitle() and first - 1 not in covered:
        return reading.name(first - 1, name.last, "EVENT")
    if (name.type == "NORP" and places.lookup(name.text)) or name.text in people:
        return name
    while leads(reading, first - 1, name) and first - 1 not in covered:
        first -= 1
    if first == name.first or reading.words[first - 1] in OPENING or "\n" in reading.words[first - 1]:
        return name
    place = places.lookup(name.text)
    return reading.name(first, name.last, "ORG" if place and place.kind == "country" else name.type)


def leads(reading: Reading, index: int, name: Name) -> bool:
    """Whether the word is a proper noun of unknown meaning that the parser hangs on the name."""
    if index < 1 or reading.heads[index] != name.first or reading.deps[index] != "compound":
        return False
    word, lower = reading.words[index], reading.lower[index]
    if reading.tags[index] != "NNP" or not (word.istitle() and word.isalpha() and len(word) > 2):
        return False
    if name.type == "PERSON" and name.key in kinds.first_names():
        return False
    known = comparable(word) in kinds.titles() or lower in kinds.roles() or lower in DAYS
    return not known and places.lookup(word) is None and not reading.in_time[index]


STORMS = kinds.beside("storms") - {"storm"}  # which begins other names too
OPENING = frozenset({"``", "“", "‘", '"', "'", ".", "!", "?", ":", "—", "–", "("})
DAYS = frozenset(day for name in ("MONTH", "WEEKDAY") for day in lexicons.load("times")["words"][name])


def first_name(reading: Reading, index: int, surname: int) -> bool:
    """Whether the token is a known first name that hangs on the proper noun right behind it."""
    if index < 0 or surname >= len(reading) or reading.heads[index] != surname or reading.deps[index] != "compound":
        return False
    given, bearer = reading.words[index], reading.words[surname]
    return (
        reading.tags[index] == reading.tags[surname] == "NNP"
        and given.istitle()
        and bearer[:1].isupper()
        and not bearer.isupper()
        and len(given) > 2
        and given.casefold() in kinds.first_names()
        and given.casefold() not in kinds.titles()
        and places.lookup(given) is None
        and comparable(bearer) not in kinds.titles()
    )


def with_particles(reading: Reading, name: Name) -> Name:
    """ "Jeroen van der" or "Jeroen" before "van der Veer": the name up to the proper noun they lead to."""
    if name.type != "PERSON":
        return name
    last = name.last
    while last < len(reading) and last - name.last < 3 and reading.words[last] in PARTICLES:
        last += 1
    led = last > name.last or reading.words[name.last - 1] in PARTICLES
    if not led or last >= len(reading) or not reading.words[last][:1].isupper() or reading.tags[last] != "NNP":
        return name
    return reading.name(name.first, last + 1, "PERSON", name.title)


def one_person(reading: Reading, one: Name, two: Name) -> bool:
    """Whether two names side by side are one: particles lie between, or the parser hangs the first on the second."""
    between = reading.lower[one.last : two.first]
    words = reading.words[one.first : two.last]
    if len(words) > MOST_PARTS or len(between) > 2 or not set(between) <= PARTICLES or "\n" in "".join(words):
        return False
    if between or reading.lower[one.last - 1] in PARTICLES:
        return reading.words[one.last - 1][:1].isupper() or reading.lower[one.last - 1] in PARTICLES
    hung = reading.heads[one.last - 1] == two.last - 1 and reading.deps[one.last - 1] == "compound"
    return hung and two.title in {None, reading.text(one.first, one.last), before_title(one)}


def before_title(name: Name) -> str:
    """What the title before a second part reads as: the first's title and name."""
    return f"{name.title} {name.text}" if name.title else name.text


def may(reading: Reading, name: Name) -> Name:
    """ "Theresa May": the surname that is a month, which the model leaves to the dates."""
    after = reading.words[name.last] if name.last < len(reading) else ""
    if name.type != "PERSON" or after not in MONTH_SURNAMES or name.last - name.first != 1:
        return name
    if name.text.casefold() not in kinds.first_names() or reading.tags[name.last] != "NNP":
        return name
    return reading.name(name.first, name.last + 1, name.type, name.title)


def owned(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Okonkwo's Progress Party" is two names where Okonkwo is a person of the article's."""
    people = {name.text.split()[-1] for name in names if name.type == "PERSON"}
    found: list[Name] = []
    for name in names:
        for index in range(name.first + 1, name.last - 1):
            if name.type == "ORG" and reading.words[index] in {"'s", "’s"} and reading.words[index - 1] in people:
                found.append(reading.name(name.first, index, "PERSON"))
                name = reading.name(index + 1, name.last, "ORG")
                break
        found.append(name)
    return found


def bare(names: list[Name]) -> frozenset[str]:
    """Persons' names of one word."""
    return frozenset(name.text for name in names if name.last - name.first == 1 and name.type == "PERSON")


def overlong(reading: Reading, name: Name, surnames: frozenset[str]) -> Name:
    """ "Hillary Clinton Goes": the capital verb of a headline read as part of the name; the article's surnames tell."""
    size = name.last - name.first
    last = reading.words[name.last - 1]
    if name.type != "PERSON" or size < 3 or last in surnames or reading.words[name.last - 2] not in surnames:
        return name
    if last.casefold().rstrip(".") in {"jr", "sr", "ii", "iii"}:
        return name
    return reading.name(name.first, name.last - 1, name.type, name.title)


def title_before(reading: Reading, first: int) -> str | None:
    """The title that stands before a span of the model: "Mr.", "Prime Minister"."""
    for length in (3, 2, 1):
        if first >= length and reading.words[first - length][:1].isupper():
            phrase = reading.text(first - length, first)
            if comparable(phrase) in kinds.titles() and phrase.strip(".").lower() not in UNSURE:
                return phrase
    return None


UNSURE = frozenset(lexicons.load("titles")["unsure"].split())
