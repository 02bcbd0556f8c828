"""Where the model's names begin and end: cut right, at both edges and inside."""

from __future__ import annotations

import re
from typing import cast

from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, places
from service.extraction.entities.reading import Name, Reading, comparable

NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"})
CLITICS = frozenset({"'s", "’s", "'", "’", "`s", "'re", "’re", "n't", "n’t", "'ll", "’ll"})
EDGES = frozenset(", . ; : - – — -- ( ) [ ] { } \" “ ” '' `` | / * ‘ • & and or of".split())
HYPHENS = frozenset({"-", "–", "—", "/"})
LEGAL = frozenset(
    {"inc", "inc.", "ltd", "ltd.", "llc", "l.l.c.", "co", "co.", "corp", "corp.", "jr", "jr.", "sr", "sr.", "d.c."}
)
NUMBER = re.compile(r"[\d.,:/-]*\d[\d.,:/-]*%?")
ENDING_ROLES = frozenset("spokesman spokeswoman spokesperson president minister secretary chairman director".split())
MONTHS = frozenset({"May", "March", "June", "August"})
WEST = frozenset({"west", "east"})


def find(reading: Reading, dropped: bytearray) -> list[Name]:
    """The model's names, trimmed and cut; those that touch a dropped token are left out."""
    names: list[Name] = []
    for span in reading.doc.ents:
        label = span.label_
        if label not in NAMES or any(dropped[span.start : span.end]) or all(reading.in_time[span.start : span.end]):
            continue
        names += cut(reading, span.start, span.end, cast(EntityType, label))
    names = [name for name in names if any(map(str.isalpha, name.text)) and plausible(reading, name)]
    names = continued(reading, prefixed(reading, whole_persons(reading, with_first_names(reading, names))))
    surnames = bare(names)
    return [may(reading, overlong(reading, name, surnames)) for name in names]


def prefixed(reading: Reading, names: list[Name]) -> list[Name]:
    """ "U.S." before "Amateur Championship" is part of the event's name."""
    joined: list[Name] = []
    for name in names:
        if (
            joined
            and name.type == "EVENT"
            and joined[-1].last == name.first
            and joined[-1].type in {"GPE", "NORP", "ORG"}
        ):
            name = reading.name(joined.pop().first, name.last, "EVENT")
        joined.append(name)
    return joined


PARTICLES = frozenset("von van der den de da di du del della la le bin ben ibn al el ter ten dos".split())


def whole_persons(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Ursula von" and "Leyen", "Manuel" and "López": what the model cut in two, with the particles between."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and before.last > name.first:
            continue  # the rest of a name that was just made whole
        name = with_particles(reading, name)
        if before and before.type == "PERSON" and name.type == "PERSON" and one_person(reading, before, name):
            name = reading.name(joined.pop().first, name.last, "PERSON", before.title)
        joined.append(name)
    return joined


def with_first_names(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Justin" before "Tremaine", "Crewes" after "Lyda": half a person's name, the parser hangs one on the other."""
    covered = {index for name in names for index in range(name.first, name.last)}
    found = []
    for name in names:
        before, after = name.first - 1, name.last
        if name.last - name.first != 1 or name.type not in {"PERSON", "ORG", "GPE", "WORK_OF_ART"}:
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
        found.append(name)
    return found


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


MOST_PARTS = 6


def continued(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Cole Foundation" and "Visual Arts" with "for the" between them are one body's name."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and before.type == "ORG" and name.type in TAILS and before.text.split()[-1] in CONTINUING:
            gap = tuple(reading.lower[before.last : name.first])
            if gap in {("for",), ("for", "the"), ("of",), ("of", "the")}:
                name = reading.name(joined.pop().first, name.last, "ORG", before.title)
        joined.append(name)
    return joined


TAILS = frozenset({"ORG", "WORK_OF_ART", "EVENT", "PRODUCT", "FAC", "LAW"})
CONTINUING = frozenset(
    "Foundation Association Center Centre Institute Council Commission Committee Society Department Ministry Office "
    "Bureau Board School College Academy Union Organization Organisation Court Agency Federation Fund Alliance "
    "Coalition League Network Conference Campaign Museum Library Chamber Museums Partnership".split()
)


def may(reading: Reading, name: Name) -> Name:
    """ "Theresa May": the surname that is a month, which the model leaves to the dates."""
    after = reading.words[name.last] if name.last < len(reading) else ""
    if name.type != "PERSON" or after not in MONTHS or name.last - name.first != 1:
        return name
    if name.text.casefold() not in kinds.first_names() or reading.tags[name.last] != "NNP":
        return name
    return reading.name(name.first, name.last + 1, name.type, name.title)


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


def plausible(reading: Reading, name: Name) -> bool:
    """No pronoun, number word or common noun that begins a sentence read as a name."""
    if name.last - name.first > 1:
        return True
    tag, word = reading.tags[name.first], reading.words[name.first]
    if name.type == "PERSON" and name.key in kinds.titles() and name.first and reading.lower[name.first - 1] == "the":
        return False
    if word[0].islower() and not reading.lowercase and name.type in {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"}:
        return places.lookup(word) is not None and word.islower() is False
    return not (tag in {"PRP", "PRP$", "IN", "DT", "CC", "TO", "MD", "WP", "UH", "-LRB-", "-RRB-"} and len(word) > 1)


def cut(reading: Reading, first: int, last: int, label: EntityType) -> list[Name]:
    """The names in one span of the model: cut at line breaks, joints and commas, then trimmed."""
    lower = reading.lower
    for index in range(first, last):
        dash = (
            reading.words[index] in {"-", "–", "—", "--"}
            and first < index
            and reading.starts[index] > reading.end(index - 1)
        )
        if dash or "\n" in reading.words[index] or reading.words[index] in {"|", "/", ";", "•"}:
            return cut(reading, first, index, label) + cut(reading, index + 1, last, label)
    first, last, title = trim(reading, first, last, label)
    if first >= last:
        return []
    pair = hyphenated(reading, first, last)
    if pair is not None:
        return pair
    for index in range(first + 1, last - 1):
        comma = lower[index] == "," and lower[index + 1] not in LEGAL
        comma = comma and (label in {"PERSON", "GPE", "LOC", "NORP"} or is_list(reading, first, last))
        joint = (
            lower[index] in {"and", "or", "&"}
            and label in {"PERSON", "GPE", "NORP"}
            and not known(reading, first, last)
        )
        owner = lower[index] in {"'s", "’s"} and (label == "PERSON" or is_country(reading, first, index))
        membership = lower[index] == "of" and label == "PERSON"
        if membership:
            return cut(reading, first, index, label) + cut(reading, index + 1, last, "ORG")
        if comma or joint:
            return cut(reading, first, index, label) + cut(reading, index + 1, last, label)
        if owner:
            rest: EntityType = "ORG" if label == "PERSON" else label
            whole = cut(reading, first, index, label) if label == "PERSON" else cut(reading, first, index, "GPE")
            return whole + ([] if label == "PERSON" else cut(reading, index + 1, last, rest))
    first = west(reading, first, last)
    return [reading.name(first, last, label, title or title_before(reading, first))]


def title_before(reading: Reading, first: int) -> str | None:
    """The title that stands before a span of the model: "Mr.", "Prime Minister"."""
    for length in (3, 2, 1):
        if first >= length and reading.words[first - length][:1].isupper():
            phrase = reading.text(first - length, first)
            if comparable(phrase) in kinds.titles() and phrase.strip(".").lower() not in UNSURE:
                return phrase
    return None


UNSURE = frozenset(
    {
        "major",
        "private",
        "chief",
        "count",
        "general",
        "manager",
        "director",
        "officer",
        "commander",
        "deputy",
        "vice",
        "acting",
        "former",
        "democrat",
        "republican",
        "secretary",
        "premier",
        "chair",
    }
)


def is_seat(reading: Reading, first: int, last: int) -> bool:
    """A town whose name begins with an article: The Hague."""
    if last - first != 2 or reading.words[first] != "The":
        return False
    place = places.lookup(reading.text(first, last))
    return place is not None and place.kind in {"capital", "city"}


def is_list(reading: Reading, first: int, last: int) -> bool:
    """ "Harte, McLoughlin, Houghton": single words between commas, no firm of partners."""
    inner = reading.lower[first + 1 : last : 2]
    return (last - first) % 2 == 1 and all(word == "," for word in inner) and reading.lower[last - 1] not in LEGAL


def known(reading: Reading, first: int, last: int) -> bool:
    """Whether the whole is a place of the gazetteer: "Bosnia and Herzegovina"."""
    return places.lookup(reading.text(first, last)) is not None


def is_country(reading: Reading, first: int, last: int) -> bool:
    place = places.lookup(reading.text(first, last))
    return place is not None and place.kind in {"country", "capital"}


def trim(reading: Reading, first: int, last: int, label: EntityType) -> tuple[int, int, str | None]:
    """Without article, punctuation, possessive, score and (of a person) title; the title cut off, or None."""
    lower = reading.lower
    keep_article = label == "WORK_OF_ART" or is_seat(reading, first, last)
    while first < last and (
        (lower[first] in ARTICLES and not keep_article)
        or lower[first] in EDGES
        or lower[first] in CLITICS
        or not lower[first].strip()
    ):
        first += 1
    while first < last and trailing(reading, last - 1, label):
        last -= 1
    if label == "ORG" and last < len(reading) and reading.tags[last] == "NNP" and lower[last] in kinds.legal_forms():
        last += 1
    if last - first > 3 and reading.words[last - 2] in HYPHENS and NUMBER.fullmatch(lower[last - 1] + lower[last - 3]):
        last -= 3
    while last - first > 1 and label in {"ORG", "PERSON"} and lower[last - 1] in ENDING_ROLES:
        last -= 1
    first, title = untitled(reading, first, last) if label in {"PERSON", "ORG", "GPE", "NORP"} else (first, None)
    return first, last, title


def trailing(reading: Reading, index: int, label: EntityType) -> bool:
    word = reading.lower[index]
    if word in CLITICS or word in EDGES or not word.strip():
        return True
    common = word == reading.words[index] and word.isalpha() and reading.tags[index] in {"NN", "NNS"}
    if common and label in {"ORG", "FAC", "LOC", "GPE"} and not reading.lowercase and index > 0:
        return reading.words[index - 1][:1].isupper() or reading.words[index - 1] == "news"
    return label in {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"} and NUMBER.fullmatch(word) is not None and index > 0


def untitled(reading: Reading, first: int, last: int) -> tuple[int, str | None]:
    """Where the name begins after its title: "Prime Minister Najib Razak", "former Senator John Kerry"."""
    begin = first
    while last - first > 1:
        for length in (3, 2, 1):
            if first + length < last and comparable(reading.text(first, first + length)) in kinds.titles():
                break
        else:
            word = reading.lower[first]
            if word in kinds.roles() and reading.lower[first] == reading.words[first]:
                length = 1
            else:
                break
        if not stands_alone(reading, first + length, last):
            break
        first += length
    return (first, reading.text(begin, first)) if first > begin else (begin, None)


def stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether what is left after a title is a person's name still: no country, no "Assembly", no common word."""
    rest = reading.words[first:last]
    if len(rest) == 1 and (rest[0] in kinds.endings() or (places.lookup(rest[0]) and rest[0] != "Washington")):
        return False
    return kinds.by_ending(rest) != "ORG" and reading.tags[first] in {"NNP", "NNPS", "NN", "JJ"}


def hyphenated(reading: Reading, first: int, last: int) -> list[Name] | None:
    """ "China-Russia" is two names, "Sino-Russian" one, "East-West" none; None where the span is no such pair."""
    words = reading.words
    if last - first != 3 or words[first + 1] not in HYPHENS:
        return None
    left, right = places.lookup(words[first]), places.lookup(words[last - 1])
    if words[first] in {"D", "R", "I"}:  # a party and a state: "D-N.Y."
        name = reading.name(last - 1, last, "GPE")
        name.sure = True
        return [name] if right else []
    if reading.lower[first] in places.prefixes() and right:
        name = reading.name(first, last, "NORP")
        name.sure = True
        return [name]
    if {reading.lower[first], reading.lower[last - 1]} <= {"east", "west", "north", "south"}:
        return []
    if left and right:
        names = [reading.name(first, first + 1, left.type), reading.name(last - 1, last, right.type)]
        for name in names:
            name.sure = True
        return names
    return None


def west(reading: Reading, first: int, last: int) -> int:
    """ "the West" keeps its article, which is what tells the part of the world from the direction."""
    if last - first == 1 and reading.lower[first] in WEST and first and reading.lower[first - 1] == "the":
        return first - 1
    return first
