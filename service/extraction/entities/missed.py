"""Names that the model passed over: known places, sides, names told by title, ending or verb; `again` has the rest."""

from __future__ import annotations

from service.extraction.annotations import EntityType
from service.extraction.entities import again, kinds, places
from service.extraction.entities.evidence import SEATED
from service.extraction.entities.extents import hyphenated
from service.extraction.entities.layout import Layout
from service.extraction.entities.reading import HYPHENS, LONGEST_RUN, PROPER, Name, Reading, comparable, proper_at, take

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "attr", "dative", "appos"})
PARTICLES = frozenset("de da di del della van von der den bin ibn al el la le ter ten dos".split())


def find(reading: Reading, names: list[Name], layout: Layout) -> list[Name]:
    """Names outside the given ones and outside dropped lines; then, in headlines, the names of the article."""
    taken = bytearray(layout.dropped)
    for name in names:
        taken[name.first : name.last] = b"\1" * (name.last - name.first)
    found = in_brackets(reading, names, taken)
    found += joined(reading, taken)
    found += sides(reading, taken) if layout.sport else []
    found += known_places(reading, taken)
    found += teams(reading, taken)
    found += titled(reading, taken)
    found += told_by_words(reading, taken)
    found += speaking(reading, taken)
    present = frozenset(reading.words)
    found += [] if FIRM_LIKE.isdisjoint(present) else rivals(reading, taken)
    found += peoples(reading, names, taken, present)
    found += [] if SEATED.isdisjoint(present) else seats(reading, taken)
    surnames = {name.text.split()[-1] for name in names + found if name.type == "PERSON"}
    found += runs(reading, taken, surnames)
    everything = names + found
    found += again.named_elsewhere(reading, everything, taken, layout.sport)
    found += again.in_headlines(reading, everything + found, layout)
    return found


def in_brackets(reading: Reading, names: list[Name], taken: bytearray) -> list[Name]:
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
    index, size, words, anything = 0, len(reading), reading.words, reading.lowercase
    while index < size:
        if (anything or words[index][:1].isupper()) and not taken[index] and not reading.in_time[index]:
            last = known_place(reading, taken, index, min(index + longest, size))
            if last:
                first = index - 1 if reading.lower[index] in {"west", "east"} else index
                place = places.lookup(reading.text(first, last))
                found.append(take(reading, taken, first, last, place.type if place else "LOC"))
                index = last - 1
        index += 1
    return found


def known_place(reading: Reading, taken: bytearray, first: int, limit: int) -> int:
    """The end of the longest known place at token `first`, 0 where there is none."""
    word = reading.words[first]
    if word in {"US", "U.S.", "UK"} or (word.isupper() and len(word) > 3):
        pass
    elif reading.tags[first] not in PROPER and reading.tags[first] not in {"JJ", "NN", "NNS"}:
        return 0
    if reading.lower[first] in {"west", "east"} and limit > first:
        named = first and reading.lower[first - 1] == "the" and word.istitle() and reading.deps[first] in ARGUMENTS
        return first + 1 if named and word == "West" and not proper_at(reading, first + 1) else 0
    for last in range(limit, first, -1):
        stop = reading.words[last - 1] == "." and reading.text(first, last) not in places.spelt()
        if stop or any(taken[first:last]):
            continue
        place = places.lookup(reading.text(first, last))
        if place and place.kind in places.SURE | {"region"} and not (last - first == 1 and inside_name(reading, first)):
            return last
    return 0


def inside_name(reading: Reading, index: int) -> bool:
    """Whether a proper noun beside the word belongs to it, so that it is part of a longer name."""
    place = places.lookup(reading.words[index])
    if place is None or place.kind in {"people", "country", "wide"}:
        return False
    before = index > 0 and reading.tags[index - 1] in PROPER and reading.heads[index - 1] == index
    return before or (proper_at(reading, index + 1) and reading.heads[index] == index + 1)


def proper_run(reading: Reading, taken: bytearray, first: int) -> int:
    """The end of the run of capitalised proper nouns from `first` on; inner "de", "van", "bin" and initials count."""
    last = first
    size = min(len(reading), first + LONGEST_RUN)
    while last < size and not taken[last]:
        word = reading.words[last]
        inner = last > first and word.casefold() in PARTICLES and proper_at(reading, last + 1)
        if not inner and not (word[:1].isupper() and reading.tags[last] in PROPER):
            break
        last += 1
    return last


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
            reading.words[index][:1].isupper()
            and word not in {"private", "major", "chief", "count"}
            and comparable(word) in titles
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
            last, label = office(reading, taken, last, label)
            if label in {"ORG", "LAW", "EVENT"} and not run[0].isupper():
                found.append(take(reading, taken, index, last, label))
            elif len(run) <= 4 and label is None and run[0].casefold() in kinds.first_names() and not run[-1].isupper():
                found.append(take(reading, taken, index, last, "PERSON"))
        index = max(last, index + 1)
    return found


def office(reading: Reading, taken: bytearray, last: int, label: EntityType | None) -> tuple[int, EntityType | None]:
    """Where "Marlow County Sheriff" ends if "'s Office" follows, and what it is then."""
    if reading.words[last - 1] not in OFFICERS or last + 1 >= len(reading) or any(taken[last : last + 2]):
        return last, label
    owns = reading.lower[last] in {"'s", "’s"} and reading.words[last + 1] in {"Office", "Department"}
    return (last + 2, "ORG") if owns else (last, label)


OFFICERS = frozenset({"Sheriff", "Attorney", "Prosecutor", "Examiner", "Coroner", "Governor", "Mayor"})


def peoples(reading: Reading, names: list[Name], taken: bytearray, present: frozenset[str]) -> list[Name]:
    """ "Sudrovan" where the article names Sudrova: who is of it."""
    states = {f"{name.text}n" for name in names if name.text[-1:] == "a" and name.last - name.first == 1}
    forms = {word for word in states | {f"{word}s" for word in states} if len(word) > 5 and word in present}
    forms = {word for word in forms if word.istitle() and places.lookup(word) is None}
    return [
        take(reading, taken, index, index + 1, "NORP")
        for index, word in enumerate(reading.words if forms else ())
        if not taken[index] and word in forms
    ]


def seats(reading: Reading, taken: bytearray) -> list[Name]:
    """ "The Oldhaven-based insurer": a proper noun of one word that can only be a place."""
    return [
        take(reading, taken, index - 2, index - 1, "GPE")
        for index, word in enumerate(reading.lower)
        if word in SEATED
        and index > 1
        and not taken[index - 2]
        and reading.words[index - 1] == "-"
        and reading.tags[index - 2] == "NNP"
        and reading.words[index - 2].istitle()
        and not (index > 2 and reading.tags[index - 3] == "NNP")
    ]


def rivals(reading: Reading, taken: bytearray) -> list[Name]:
    """ "Dutch rival Kartex": a proper noun of one word behind what only a firm is called."""
    return [
        take(reading, taken, index, index + 1, "ORG")
        for index, word in enumerate(reading.lower[:-2], 1)
        if word in FIRM_LIKE
        and not taken[index]
        and reading.tags[index] == "NNP"
        and reading.words[index].istitle()
        and not (reading.in_time[index] or proper_at(reading, index + 1))
        and reading.heads[index - 1] == index
        and comparable(reading.words[index]) not in kinds.titles()
    ]


FIRM_LIKE = kinds.beside("firm_like")


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
