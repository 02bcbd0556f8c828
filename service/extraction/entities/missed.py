"""Names that the model passed over: known places, names the article has elsewhere, names told by title or ending."""

from __future__ import annotations

from collections.abc import Iterator

from service import lexicons
from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, places
from service.extraction.entities.extents import hyphenated
from service.extraction.entities.layout import Layout
from service.extraction.entities.persons import STORMS
from service.extraction.entities.reading import HYPHENS, Name, Reading, comparable

PROPER = frozenset({"NNP", "NNPS"})
SURE_KINDS = frozenset({"country", "people", "capital", "city", "wide"})
LONGEST = 5


def find(reading: Reading, names: list[Name], layout: Layout) -> list[Name]:
    """Names outside the given ones and outside dropped lines; then, in headlines, the names of the article."""
    taken = bytearray(layout.dropped)
    for name in names:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    found = bracketed(reading, names, taken)
    found += joined(reading, taken)
    found += sides(reading, taken) if layout.sport else []
    found += known_places(reading, taken)
    found += teams(reading, taken)
    found += titled(reading, taken)
    found += told_by_words(reading, taken)
    found += speaking(reading, taken)
    surnames = {name.text.split()[-1] for name in names + found if name.type == "PERSON"}
    found += runs(reading, taken, surnames)
    everything = names + found
    found += named_elsewhere(reading, everything, taken)
    found += in_headlines(reading, everything + found, layout)
    return found


def take(reading: Reading, taken: bytearray, first: int, last: int, label: EntityType) -> Name:
    taken[first:last] = b"\1" * (last - first)
    return reading.name(first, last, label)


def bracketed(reading: Reading, names: list[Name], taken: bytearray) -> list[Name]:
    """ "Return of Refugees (RDR)": capitals in brackets after a body's name of several words are its short form."""
    found = []
    for name in names:
        at = name.last + 1
        if name.type != "ORG" or " " not in name.key or at + 1 >= len(reading) or taken[at]:
            continue
        word = reading.words[at]
        opened = reading.words[name.last] in {"(", "["} and reading.words[at + 1] in {")", "]"}
        if opened and word.isalpha() and word.isupper() and 1 < len(word) < 7 and word[0] in initials(name.text):
            found.append(take(reading, taken, at, at + 1, "ORG"))
    return found


def initials(text: str) -> str:
    return "".join(word[0].upper() for word in text.split())


def joined(reading: Reading, taken: bytearray) -> list[Name]:
    """ "Sino-Russian", "China-Russia" where the model saw nothing."""
    found: list[Name] = []
    for index in range(1, len(reading) - 1):
        if (
            reading.words[index] in HYPHENS
            and reading.words[index - 1][:1].isupper()
            and not any(taken[index - 1 : index + 2])
        ):
            pair = hyphenated(reading, index - 1, index + 2)
            for name in pair or ():
                taken[name.first : name.last] = b"\1" * (name.last - name.first)
                found.append(name)
    return found


def known_places(reading: Reading, taken: bytearray) -> list[Name]:
    """Countries, peoples and well-known places where the model named nothing."""
    found = []
    longest = places.longest()
    index, size = 0, len(reading)
    while index < size:
        if not taken[index] and not reading.in_time[index] and capital(reading, index):
            last = known_place(reading, taken, index, min(index + longest, size))
            if last:
                first = index - 1 if reading.lower[index] in {"west", "east"} else index
                place = places.lookup(reading.text(first, last))
                found.append(take(reading, taken, first, last, place.type if place else "LOC"))
                index = last - 1
        index += 1
    return found


def capital(reading: Reading, index: int) -> bool:
    return reading.words[index][:1].isupper() or reading.lowercase


def known_place(reading: Reading, taken: bytearray, first: int, limit: int) -> int:
    """The end of the longest known place at token `first`, 0 where there is none."""
    word = reading.words[first]
    if word in {"US", "U.S.", "UK"} or (word.isupper() and len(word) > 3):
        pass
    elif reading.tags[first] not in PROPER and reading.tags[first] not in {"JJ", "NN", "NNS"}:
        return 0
    if reading.lower[first] in {"west", "east"} and limit > first:
        named = first and reading.lower[first - 1] == "the" and word.istitle() and reading.deps[first] in ARGUMENTS
        return first + 1 if named and word == "West" and not proper_after(reading, first + 1) else 0
    for last in range(limit, first, -1):
        stop = reading.words[last - 1] == "." and reading.text(first, last) not in places.spelt()
        if stop or any(taken[first:last]):
            continue
        place = places.lookup(reading.text(first, last))
        if place and place.kind in SURE_KINDS | {"region"} and not (last - first == 1 and inside_name(reading, first)):
            return last
    return 0


ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "dative", "appos"})


def proper_after(reading: Reading, index: int) -> bool:
    return index < len(reading) and reading.words[index][:1].isupper() and reading.tags[index] in PROPER


def inside_name(reading: Reading, index: int) -> bool:
    """Whether a proper noun beside the word belongs to it, so that it is part of a longer name."""
    place = places.lookup(reading.words[index])
    if place is None or place.kind in {"people", "country", "wide"}:
        return False
    before = index > 0 and reading.tags[index - 1] in PROPER and reading.heads[index - 1] == index
    return before or (proper_after(reading, index + 1) and reading.heads[index] == index + 1)


def proper_run(reading: Reading, taken: bytearray, first: int) -> int:
    """The end of the run of capitalised proper nouns from `first` on; inner "de", "van", "bin" and initials count."""
    last = first
    size = min(len(reading), first + LONGEST)
    while last < size and not taken[last]:
        word = reading.words[last]
        inner = last > first and word.casefold() in PARTICLES and proper_after(reading, last + 1)
        if not inner and not (word[:1].isupper() and reading.tags[last] in PROPER):
            break
        last += 1
    return last


PARTICLES = frozenset("de da di del della van von der den bin ibn al el la le ter ten dos".split())


def teams(reading: Reading, taken: bytearray) -> list[Name]:
    """ "The Lakers": the names of well-known sides, in the plural and with an article."""
    known = kinds.sport("teams")
    return [
        take(reading, taken, index, index + 1, "ORG")
        for index in range(1, len(reading))
        if not taken[index] and reading.words[index] in known and reading.lower[index - 1] == "the"
    ]


def sides(reading: Reading, taken: bytearray) -> list[Name]:
    """ "The St. Clair Miners": in a report of sport, a plural name with the words that hang on it, after an article."""
    found = []
    for last in range(2, len(reading)):
        if reading.tags[last] != "NNPS" or taken[last] or not reading.words[last].istitle():
            continue
        first = last
        while first and reading.tags[first - 1] == "NNP" and not taken[first - 1] and reading.heads[first - 1] <= last:
            first -= 1
        if first < last and first and reading.lower[first - 1] == "the":
            found.append(take(reading, taken, first, last + 1, "ORG"))
    return found


def runs(reading: Reading, taken: bytearray, surnames: set[str]) -> list[Name]:
    """Two or more proper nouns that nothing else has named, beside small letters; none ends in somebody's surname."""
    found = []
    index, size = 0, len(reading)
    while index < size:
        if taken[index] or reading.tags[index] != "NNP" or not plain_name(reading, index):
            index += 1
            continue
        last = index
        while last < size and not taken[last] and (part_of_run(reading, last) or hyphen(reading, last)):
            last += 1
        several = " " in reading.text(index, last)  # no "East-West"
        if several and reading.words[last - 1] not in surnames and free(reading, taken, index, last):
            found.append(take(reading, taken, index, last, kind_of_run(reading, index, last)))
        index = last
    return found


def part_of_run(reading: Reading, index: int) -> bool:
    return reading.tags[index] in PROPER and plain_name(reading, index)


def hyphen(reading: Reading, index: int) -> bool:
    """Whether a hyphen there joins two parts of a name: "Great-West"."""
    joins = 0 < index < len(reading) - 1 and reading.words[index] == "-"
    joins = joins and reading.starts[index] == reading.end(index - 1)
    return joins and reading.end(index) == reading.starts[index + 1] and part_of_run(reading, index + 1)


def plain_name(reading: Reading, index: int) -> bool:
    """Whether the word is a capitalised one that is no title, no role and no part of a date."""
    word = reading.words[index]
    if not word.isalpha() or not (word.istitle() or (word.isupper() and len(word) > 2)) or reading.in_time[index]:
        return False
    return comparable(word) not in kinds.titles() and reading.lower[index] not in kinds.roles()


def free(reading: Reading, taken: bytearray, first: int, last: int) -> bool:
    """Whether a run stands by itself in mid-sentence, or as the subject right before its verb, in small letters."""
    before, after = reading.words[first - 1] if first else ".", reading.words[last] if last < len(reading) else "."
    follows = last < len(reading) and (taken[last] or after[:1].isupper() or after in HYPHENS)
    if follows or (first and taken[first - 1]):
        return False
    subject = reading.deps[last - 1] == "nsubj" and last < len(reading) and reading.heads[last - 1] in (last, last + 1)
    if before in {".", "”", "''"} or "\n" in before:
        return subject and after.islower()
    return before.islower() and before.isalpha() and (after.islower() or not after.isalpha())


def kind_of_run(reading: Reading, first: int, last: int) -> EntityType:
    """A body's, where neither its ending nor what it does tells otherwise."""
    speaks = reading.deps[last - 1] == "nsubj" and reading.lemmas[reading.heads[last - 1]] in {"say", "see", "write"}
    before = reading.lower[first - 1] if first else ""
    person = (speaks and before != "the" and reading.words[first + 1] != "-") or before in {"'s", "’s"}
    return kinds.by_ending(reading.words[first:last]) or ("PERSON" if person else "ORG")


def titled(reading: Reading, taken: bytearray) -> list[Name]:
    """ "Mr. Tarango", "coach Jacquet": a capitalised run after a title or a role is a person."""
    found = []
    roles, titles = kinds.roles(), kinds.titles()
    for index in range(len(reading) - 1):
        if taken[index + 1] or not reading.words[index + 1][:1].isupper() or reading.tags[index + 1] not in PROPER:
            continue
        word = reading.lower[index]
        title = (
            comparable(word) in titles
            and reading.words[index][:1].isupper()
            and word not in {"private", "major", "chief", "count"}
        )
        if not title and not (word in roles and reading.tags[index] == "NN"):
            continue
        last = proper_run(reading, taken, index + 1)
        following = reading.words[index + 1 : last]
        if last > index + 1 and comparable(following[0]) not in titles and not kinds.by_ending(following):
            found.append(take(reading, taken, index + 1, last, "PERSON"))
            found[-1].title = reading.words[index]
    return found


def told_by_words(reading: Reading, taken: bytearray) -> list[Name]:
    """Runs of proper nouns that begin with a first name, or end like an organisation."""
    found = []
    index, size = 0, len(reading)
    while index < size:
        if taken[index] or not reading.words[index][:1].isupper() or reading.tags[index] not in PROPER:
            index += 1
            continue
        last = proper_run(reading, taken, index)
        run = reading.words[index:last]
        if len(run) >= 2:
            label = kinds.by_ending(run)
            if label in {"ORG", "LAW", "EVENT"} and not run[0].isupper():
                found.append(take(reading, taken, index, last, label))
            elif len(run) <= 4 and label is None and run[0].casefold() in kinds.first_names() and not run[-1].isupper():
                found.append(take(reading, taken, index, last, "PERSON"))
        index = max(last, index + 1)
    return found


def speaking(reading: Reading, taken: bytearray) -> list[Name]:
    """ "Christie, who has …", "…, said Dubois": a proper noun of one word that can only be a person."""
    found = []
    for index in range(1, len(reading) - 1):
        if taken[index] or reading.tags[index] != "NNP" or reading.deps[index] != "nsubj" or taken[index - 1]:
            continue
        word, verb = reading.words[index], reading.heads[index]
        if not word.istitle() or len(word) < 4 or places.lookup(word) or comparable(word) in kinds.titles():
            continue
        inverted = reading.lemmas[verb] in {"say", "add"} and verb == index - 1
        relative = reading.lower[index + 1] == "," and index + 2 < len(reading) and reading.lower[index + 2] == "who"
        if inverted or relative:
            found.append(take(reading, taken, index, index + 1, "PERSON"))
    return found


def named_elsewhere(reading: Reading, names: list[Name], taken: bytearray) -> list[Name]:
    """Further occurrences of the article's own names."""
    wanted: dict[str, list[tuple[list[str], EntityType]]] = {}
    seen: set[str] = set()
    for name in names:
        words = reading.words[name.first : name.last]
        for part in parts(words, name.type):
            key = " ".join(part)
            if key not in seen and len(seen) < 5000:
                seen.add(key)
                wanted.setdefault(part[0], []).append((part, name.type))
    found: list[Name] = []
    common = frozenset(word for word in reading.words if word.islower())
    for index, word in enumerate(reading.words):
        if taken[index] or word not in wanted:
            continue
        fits = [
            (part, label)
            for part, label in wanted[word][:8]
            if reading.words[index : index + len(part)] == part and not any(taken[index : index + len(part)])
        ]
        if not fits:
            continue
        part, label = max(fits, key=lambda fit: len(fit[0]))
        proper = reading.tags[index] in PROPER or (len(word) > 3 and reading.lower[index] not in common)
        if part[0] in HALVES and len(part) == 1 and (reading.tags[index] != "NNP" or reading.lower[index - 1] != "the"):
            continue  # "The North", where the country is named; no direction
        if len(part) > 1 or (proper and not proper_after(reading, index + 1)):
            first = index - 1 if label == "PERSON" and len(part) == 1 and given(reading, taken, index - 1) else index
            longer = longer_body(reading, taken, index) if len(part) == 1 else None
            if longer:
                first, label = index - 1, longer
            found.append(take(reading, taken, first, index + len(part), label))
    return found


def longer_body(reading: Reading, taken: bytearray, index: int) -> EntityType | None:
    """What a name is with the word before it: "Real Betis" and "the Boston Bruisers" sides, "Cyclone Imani" a storm."""
    before = index - 1
    if before < 0 or taken[before] or reading.tags[before] != "NNP" or reading.heads[before] != index:
        return None
    if reading.words[before].istitle() and reading.lower[before] in STORMS:
        return "EVENT"
    side = reading.words[before] in kinds.sport("openings")
    team = reading.lower[before - 1] == "the" and before and places.lookup(reading.words[before])
    return "ORG" if side or (team and reading.tags[index] == "NNPS") else None


def given(reading: Reading, taken: bytearray, index: int) -> bool:
    """Whether the word before a known surname is a first name that goes with it."""
    if index < 0 or taken[index] or reading.tags[index] != "NNP" or reading.heads[index] != index + 1:
        return False
    word = reading.words[index]
    return word.istitle() and len(word) > 2 and comparable(word) not in kinds.titles() and places.lookup(word) is None


def parts(words: list[str], label: EntityType) -> Iterator[list[str]]:
    """The forms under which a name may return: itself, and a person's surname."""
    if not words[0][:1].isupper() or len(words) > LONGEST:
        return
    if label not in {"WORK_OF_ART", "LAW", "LANGUAGE"} and len("".join(words)) > 1:
        yield words
    if label == "PERSON" and len(words) > 1 and len(words[-1]) > 2 and words[-1][:1].isupper():
        yield [words[-1]]
    if label == "GPE" and len(words) == 2 and words[0] in HALVES and is_country(" ".join(words)):
        yield [words[0]]
    if label == "ORG" and words[:2] == ["Church", "of"] and len(words) == 3 and places.lookup(words[2]) is None:
        yield [words[2]]  # a faith that goes by the name of what it teaches


HALVES = frozenset({"North", "South"})


def is_country(text: str) -> bool:
    place = places.lookup(text)
    return place is not None and place.kind == "country"


def in_headlines(reading: Reading, names: list[Name], layout: Layout) -> list[Name]:
    """In a headline in capitals: the names of the article and known places, whatever their case."""
    known: dict[str, EntityType] = {}
    for name in names if layout.headlines else ():
        known.setdefault(name.key, name.type)
        if name.type == "PERSON" and " " in name.key:
            known.setdefault(name.key.rsplit(" ", 1)[1], "PERSON")
    found: list[Name] = []
    for first, limit in layout.headlines:
        index = first
        while index < limit:
            index = headline_name(reading, known, index, limit, found)
    return found


def headline_name(reading: Reading, known: dict[str, EntityType], index: int, limit: int, found: list[Name]) -> int:
    """Add the longest name at `index`, if any; the index after it."""
    for last in range(min(limit, index + LONGEST), index, -1):
        text = reading.text(index, last)
        if reading.words[last - 1] == ".":
            continue
        key = comparable(text)
        place = places.lookup(text)
        label = known.get(key) or (place.type if place and place.kind in SURE_KINDS else None)
        if label and len(key) > 2 - (place is not None) and key not in AMBIGUOUS:
            found.append(reading.name(index, last, label))
            return last
    return index + 1


AMBIGUOUS = frozenset(lexicons.load("places")["ambiguous"]["words"].split())
