"""Where the model's names begin and end: cut right, at both edges and inside."""

from __future__ import annotations

import re
from typing import cast

from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, persons, places
from service.extraction.entities.reading import HYPHENS, Name, Reading, comparable

NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my"})
CLITICS = frozenset({"'s", "’s", "'", "’", "`s", "'re", "’re", "n't", "n’t", "'ll", "’ll"})
EDGES = frozenset(", . ; : - – — -- ( ) [ ] { } \" “ ” '' `` | / * ‘ • & and or of".split())
AFTER_COMMA = kinds.organisation_words("after_comma")
NUMBER = re.compile(r"[\d.,:/-]*\d[\d.,:/-]*%?")
ENDING_ROLES = frozenset("spokesman spokeswoman spokesperson president minister secretary chairman director".split())
WEST = frozenset({"west", "east"})


def find(reading: Reading, dropped: bytearray) -> list[Name]:
    """The model's names, trimmed and cut; those that touch a dropped token are left out."""
    names: list[Name] = []
    for span in reading.doc.ents:
        label = span.label_
        timed = all(reading.in_time[span.start : span.end]) and not titled_work(reading, span.start, span.end, label)
        if label not in NAMES or any(dropped[span.start : span.end]) or timed:
            continue
        names += cut(reading, span.start, span.end, cast(EntityType, label))
    names = [name for name in names if any(map(str.isalpha, name.text)) and plausible(reading, name)]
    names = continued(
        reading, prefixed(reading, persons.whole_persons(reading, persons.with_first_names(reading, names)))
    )
    names = [paper(reading, name) for name in persons.owned(reading, names)]
    surnames = persons.bare(names)
    return [persons.may(reading, persons.overlong(reading, name, surnames)) for name in names]


def titled_work(reading: Reading, first: int, last: int, label: str) -> bool:
    """ "The Last Winter" in quotation marks is a book's title, no winter."""
    quoted = first > 0 and reading.words[first - 1] in {"“", '"', "``", "‘"}
    return label == "WORK_OF_ART" and quoted and last - first > 1 and all(map(str.istitle, reading.words[first:last]))


def prefixed(reading: Reading, names: list[Name]) -> list[Name]:
    """ "U.S." before "Amateur Championship" is part of the event's name; so is "Open" after "French" of its name."""
    joined: list[Name] = []
    starts = {name.first for name in names}
    for name in names:
        if name.last not in starts:
            name = kind_after(reading, name)
        if (
            joined
            and name.type == "EVENT"
            and joined[-1].last == name.first
            and joined[-1].type in {"GPE", "NORP", "ORG"}
        ):
            name = reading.name(joined.pop().first, name.last, "EVENT")
        joined.append(name)
    return joined


def kind_after(reading: Reading, name: Name) -> Name:
    """ "French" before "Open": a people or place, with a word after it that names of bodies or events end with."""
    after = name.last
    if name.type not in {"NORP", "GPE"} or name.last - name.first != 1 or after >= len(reading):
        return name
    word = reading.words[after]
    kind = kinds.endings().get(word) if word.istitle() and reading.tags[after] == "NNP" else None
    longer = after + 1 < len(reading) and reading.words[after + 1][:1].isupper()
    if kind not in {"EVENT", "ORG"} or longer or reading.in_time[after]:
        return name
    return reading.name(name.first, after + 1, kind)


def continued(reading: Reading, names: list[Name]) -> list[Name]:
    """ "Cole Foundation" and "Visual Arts" with "for the" between them are one body's name."""
    joined: list[Name] = []
    for name in names:
        before = joined[-1] if joined else None
        if before and before.type == "ORG" and tail(reading, before, name) and before.text.split()[-1] in CONTINUING:
            gap = tuple(reading.lower[before.last : name.first])
            district = before.text.endswith("Court") and "District" in name.text
            if name.type == "GPE" and not district and gap not in {("of",), ("of", "the")}:
                pass
            elif gap in {("for",), ("for", "the"), ("of",), ("of", "the")}:
                name = reading.name(joined.pop().first, name.last, "ORG", before.title)
        joined.append(name)
    return joined


def tail(reading: Reading, before: Name, name: Name) -> bool:
    """Whether the name may end the body's that stands before: a place only where the parser hangs it there."""
    if name.type != "GPE":
        return name.type in TAILS
    if before.text.endswith("District Court") and name.text.startswith("District of"):
        return True
    prep = reading.heads[name.last - 1]
    return before.last - before.first > 1 and reading.heads[prep] == before.last - 1


TAILS = frozenset({"ORG", "WORK_OF_ART", "EVENT", "PRODUCT", "FAC", "LAW"})
CONTINUING = kinds.organisation_words("continuing")


def plausible(reading: Reading, name: Name) -> bool:
    """No pronoun, number word or common noun that begins a sentence read as a name; no "Phase 3"."""
    if name.last - name.first > 1:
        step = name.last - name.first == 2 and reading.words[name.first] in STEPS
        return not (step and reading.tags[name.last - 1] == "CD")
    tag, word = reading.tags[name.first], reading.words[name.first]
    if name.type == "PERSON" and name.key in kinds.titles() and name.first and reading.lower[name.first - 1] == "the":
        return False
    if word[0].islower() and not reading.lowercase and name.type in {"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC"}:
        return places.lookup(word) is not None and word.islower() is False
    if tag == "NNS" and name.type in COINED and opens(reading, name.first):
        return False  # "Firefighters put out a blaze"
    return not (tag in {"PRP", "PRP$", "IN", "DT", "CC", "TO", "MD", "WP", "UH", "-LRB-", "-RRB-"} and len(word) > 1)


def opens(reading: Reading, index: int) -> bool:
    """Whether the token begins a sentence."""
    before = reading.words[index - 1] if index else "\n"
    return before in {".", "!", "?"} or "\n" in before


COINED = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "FAC"})


def cut(reading: Reading, first: int, last: int, label: EntityType) -> list[Name]:
    """The names in one span of the model: cut at line breaks, joints and commas, then trimmed."""
    if first >= last:
        return []
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
        comma = lower[index] == "," and lower[index + 1] not in AFTER_COMMA
        comma = comma and (label in {"PERSON", "GPE", "LOC", "NORP"} or is_list(reading, first, last))
        joint = (
            lower[index] in {"and", "or", "&"}
            and label in {"PERSON", "GPE", "NORP"}
            and not is_place(reading, first, last)
        )
        owner = lower[index] in {"'s", "’s"} and (
            label == "PERSON" or places.is_kind(reading.text(first, index), "country", "capital")
        )
        street = lower[index] == "on" and label == "FAC" and reading.words[last - 1] in STREETS
        if street:
            return cut(reading, first, index, label) + cut(reading, index + 1, last, label)
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
    if label in {"GPE", "LOC", "PERSON"} and last - first > 2 and lower[last - 2] in ADVERBIAL:
        last -= 2 if lower[last - 1] == reading.words[last - 1] else 0  # "fled to Bentiu on foot"
        label = "GPE" if label == "LOC" and last - first == 1 else label
    return [reading.name(first, last, label, title or persons.title_before(reading, first))]


def is_seat(reading: Reading, first: int, last: int) -> bool:
    """A town whose name begins with an article: The Hague."""
    two = last - first == 2 and reading.words[first] == "The"
    return two and places.is_kind(reading.text(first, last), "capital", "city")


def entitled(reading: Reading, first: int, last: int) -> bool:
    """Whether "The" with a capital in mid-sentence is a paper's own article ("told The Hindu"), no body's."""
    if reading.words[first] != "The" or first < 2 or last - first < 2 or reading.lowercase:
        return False
    before, end = reading.words[first - 1], reading.words[last - 1]
    inside = (before.islower() and before.isalpha()) or (before == "," and reading.words[first - 2].islower())
    body = kinds.endings().get(end) == "ORG" and end not in PAPERS
    return inside and not body and "of" not in reading.lower[first:last]


def paper(reading: Reading, name: Name) -> Name:
    """ "The Hindu", where the model leaves the article out."""
    single = name.last - name.first == 1 and name.type in PAPER_LIKE and reading.tags[name.first] == "NNP"
    if not single or not name.first or name.text.isupper() or not entitled(reading, name.first - 1, name.last):
        return name
    return reading.name(name.first - 1, name.last, "ORG" if name.type == "NORP" else name.type)


PAPER_LIKE = frozenset({"ORG", "NORP", "FAC", "WORK_OF_ART", "PRODUCT", "LOC"})
PAPERS = kinds.organisation_words("papers")


def is_list(reading: Reading, first: int, last: int) -> bool:
    """ "Harte, McLoughlin, Houghton": single words between commas, no firm of partners."""
    inner = reading.lower[first + 1 : last : 2]
    return (last - first) % 2 == 1 and all(word == "," for word in inner) and reading.lower[last - 1] not in AFTER_COMMA


def is_place(reading: Reading, first: int, last: int) -> bool:
    """Whether the whole is a place of the gazetteer: "Bosnia and Herzegovina"."""
    return places.lookup(reading.text(first, last)) is not None


def trim(reading: Reading, first: int, last: int, label: EntityType) -> tuple[int, int, str | None]:
    """Without article, punctuation, possessive, score and (of a person) title; the title cut off, or None."""
    lower = reading.lower
    work = label == "WORK_OF_ART" and reading.words[first] != "the"
    keep_article = work or is_seat(reading, first, last) or entitled(reading, first, last)
    while first < last and (
        (lower[first] in ARTICLES and not keep_article)
        or lower[first] in EDGES
        or lower[first] in CLITICS
        or not lower[first].strip()
    ):
        first += 1
    while label in {"GPE", "LOC"} and last - first > 1 and (reading.words[first] in PARTS or lower[first] in BESIDE):
        first += 1  # "eastern Nigeria"
    while first < last and (trailing(reading, last - 1, label) or honoured(reading, first, last, label)):
        last -= 1
    if label == "ORG" and last < len(reading) and reading.tags[last] == "NNP" and lower[last] in kinds.legal_forms():
        last += 1
    if last - first > 3 and reading.words[last - 2] in HYPHENS and NUMBER.fullmatch(lower[last - 1] + lower[last - 3]):
        last -= 3
    while last - first > 1 and label in {"ORG", "PERSON"} and lower[last - 1] in ENDING_ROLES:
        last -= 1
    of_place = first > 1 and lower[first - 1] == "of" and lower[first - 2] in OF_PLACE  # "the island of Hon Doc"
    titled = label in {"PERSON", "ORG", "GPE", "NORP"} and not of_place
    first, title = untitled(reading, first, last, label) if titled else (first, None)
    return first, last, title


def trailing(reading: Reading, index: int, label: EntityType) -> bool:
    word = reading.lower[index]
    if word in CLITICS or word in EDGES or not word.strip() or (word in DANGLING and reading.words[index] == word):
        return True
    common = word == reading.words[index] and word.isalpha() and reading.tags[index] in {"NN", "NNS"}
    if common and label in {"ORG", "FAC", "LOC", "GPE"} and not reading.lowercase and index > 0:
        return reading.words[index - 1][:1].isupper() or reading.words[index - 1] == "news"
    numbered = label in {"FAC", "LOC"} and reading.words[index - 1] in NUMBERED and word.isdigit()
    return label in NO_NUMBER and NUMBER.fullmatch(word) is not None and index > 0 and not numbered


def honoured(reading: Reading, first: int, last: int, label: EntityType) -> bool:
    """Whether the last word is an honour after a person's name: "Ada Cole KC"."""
    if reading.words[last - 1] not in HONOURS or last - first < 2:
        return False
    person = label == "PERSON" or reading.lower[first] in kinds.first_names()
    return person and (reading.words[last - 2][:1].isupper() or reading.words[last - 2] == ",")


NO_NUMBER = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC"})
NUMBERED = kinds.beside("numbered")
STEPS = kinds.beside("steps")
STREETS = kinds.beside("streets")
BESIDE = frozenset({"neighbouring", "neighboring", "nearby"})
PARTS = kinds.beside("points") | kinds.beside("parts")
OF_PLACE = frozenset({"island", "town", "village", "city", "port", "province", "district", "islands"})
ADVERBIAL = frozenset({"on", "by", "with"})
DANGLING = frozenset({"the", "a", "an", "for", "in", "at", "from", "with", "to", "by", "on"})
HONOURS = kinds.honours()


def untitled(reading: Reading, first: int, last: int, label: EntityType) -> tuple[int, str | None]:
    """Where the name begins after its title: "Prime Minister Najib Razak", "former Senator John Kerry"."""
    begin = first
    while last - first > 1:
        for length in (3, 2, 1):
            if first + length < last and comparable(reading.text(first, first + length)) in kinds.titles():
                break
        else:
            word = reading.lower[first]
            capital = label == "PERSON" and last - first > 2 and opens(reading, first) and not kinds.given(word)
            if word in kinds.roles() and (capital or word == reading.words[first]):
                length = 1
            else:
                break
        if not is_still_named(reading, first + length, last):
            break
        first += length
    return (first, reading.text(begin, first)) if first > begin else (begin, None)


def is_still_named(reading: Reading, first: int, last: int) -> bool:
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
