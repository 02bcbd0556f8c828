"""Lines that are no sentences: datelines, headlines in capitals, score lines, league tables, line-ups, credits.

The parser reads them as sentences and names what it can; here they are read by their shape, one regular expression a
shape.  Results are `Name`s that the rest takes as sure, and the stretches in which nothing else is to be believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from service.extraction.annotations import EntityType
from service.extraction.entities import kinds, places
from service.extraction.entities.reading import Name, Reading, comparable

UP = r"[A-ZÀ-ÖØ-Þ]"
WORD = rf"{UP}[\w.'’&-]*"
PHRASE = rf"{WORD}(?: (?:{WORD}|of|de|da|di|del|du|van|and|[vV]on|la|el)){{0,4}}"
SIDE = rf"{WORD}(?: (?:{WORD}|of|\([A-Z]\))){{0,3}}"
MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"

SCORE = re.compile(rf"^({SIDE}) (\d{{1,3}})(?:,)? ({SIDE}) (\d{{1,3}})(?: \(.*\))?\.?$")
TABLE = re.compile(rf"^(?:\d+[.)]? )?({SIDE})(?: [\d.,/+-]+){{3,}}$")
FIXTURE = re.compile(r"^([A-Z][A-Z .'-]+) AT ([A-Z][A-Z .'-]+)$")
VERSUS = re.compile(rf"^({SIDE}) v ({SIDE})$")
DATELINE = re.compile(
    rf"^({UP}{{2}}[A-ZÀ-ÖØ-Þ .'’/-]*[A-ZÀ-ÖØ-Þ.])(?:, ({PHRASE}))?"
    rf"(?=(?:, {MONTHS} \d+(?:, \d{{4}})?)?(?: \([^()\n]{{2,30}}\))? ?(?:\d{{4}}-\d\d-\d\d$|[—–]|--?\s))"
)
PLAYER = re.compile(rf"(?:^|[;,(:] ?|\()\d{{1,2}} ?- ?({WORD}(?: (?:{WORD}|van|der|de|del|den)){{0,3}})")
INITIALLED = re.compile(rf"\b({UP}\.(?: ?{UP}\.)* ?(?:(?:de|van|der|von|da|di) )*{UP}[\w'’-]{{2,}})")
BATSMAN = re.compile(rf"\b(?:c and b|st|c|b|lbw b) ({WORD}(?: {WORD}){{0,2}}?)(?= b | \d|\s*$)")
NATION = re.compile(rf"({WORD}(?: (?:{WORD}|van|der|de|del|den|von)){{1,3}}) \(({PHRASE})\)")
CAPITALS = rf"{UP}[A-ZÀ-ÖØ-Þ'’-]+"
LABEL = re.compile(rf"^((?:(?:{UP}+\.?|{UP}[a-z]+\.) )*?)({CAPITALS}(?: {UP}\.)?(?: {CAPITALS}){{0,2}}):\s")
CREDIT = re.compile(
    r"(?:photo(?:graph)?s?|image|picture|file photo|credit|courtesy)[^\n:]{0,20}: ?([^\n]{2,60})", re.IGNORECASE
)


LONGEST_LABEL = 60  # characters


@dataclass(slots=True)
class Layout:
    """What the shapes of the lines say: sure names, and token ranges in which the model's names are dropped."""

    names: list[Name] = field(default_factory=list)
    dropped: bytearray = field(default_factory=bytearray)
    headlines: list[tuple[int, int]] = field(default_factory=list)
    sport: bool = False


def read(reading: Reading) -> Layout:
    """The layout of an article; tokens of lines read here are marked in `dropped`."""
    layout = Layout(dropped=bytearray(len(reading)))
    text = reading.article.text
    layout.sport = is_sport(reading)
    mixed = sum(map(str.islower, text[:4000])) > sum(map(str.isupper, text[:4000]))
    for start, line in lines(text):
        speaker(reading, layout, start, line[:LONGEST_LABEL])
        if len(line) > 240:
            dateline(reading, layout, start, line[:120])
            credit(reading, layout, start + len(line) - 120, line[-120:])
            continue
        if mixed and is_headline(line) and not (layout.sport and (FIXTURE.match(line) or TABLE.match(line))):
            if not dateline(reading, layout, start, line):
                drop(reading, layout, start, start + len(line))
                layout.headlines.append(
                    (reading.article.index(start), reading.article.index(start + len(line) - 1) + 1)
                )
            continue
        dateline(reading, layout, start, line)
        credit(reading, layout, start, line)
        if layout.sport:
            for shape in SHAPES:
                if shape(reading, layout, start, line):
                    break
    return layout


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of every line that is not blank, stripped."""
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            yield position + line.index(stripped[0]), stripped
        position += len(line) + 1


def is_headline(line: str) -> bool:
    """Whether a line is in capitals but for a word or two: ``SOCCER - ROMANIA BEAT LITHUANIA``."""
    words = [word for word in line.split() if any(map(str.isalpha, word))]
    upper = sum(word.isupper() for word in words)
    return len(words) > 1 and upper >= 0.8 * len(words) and sum(map(len, words)) > 12


def is_sport(reading: Reading) -> bool:
    """Whether the article reports sport: its heading says so, or many words of sport stand in it."""
    first = reading.article.text[:40].lstrip().split(" ", 1)[0]
    if first in kinds.sport("headings"):
        return True
    return len(kinds.sport("words").intersection(reading.lower)) >= min(9, 4 + len(reading) // 150)


def add(reading: Reading, layout: Layout, start: int, end: int, label: EntityType, **marks: bool) -> None:
    """A sure name at characters `start` … `end`, where these are token bounds."""
    first, last = reading.article.index(start), reading.article.index(end - 1) + 1
    if first >= last or reading.starts[first] != start or any(layout.dropped[first:last]):
        return
    if reading.end(last - 1) != end:
        return
    name = reading.name(first, last, label)
    name.sure = True
    for mark, value in marks.items():
        setattr(name, mark, value)
    layout.names.append(name)
    layout.dropped[first:last] = b"\1" * (last - first)


def drop(reading: Reading, layout: Layout, start: int, end: int) -> None:
    first, last = reading.article.index(start), reading.article.index(end - 1) + 1
    layout.dropped[first:last] = b"\1" * (last - first)


def side(reading: Reading, layout: Layout, start: int, end: int) -> None:
    """One side of a match: a country is a country, everything else a team."""
    place = places.lookup(reading.article.text[start:end])
    if place and (place.kind == "country" or place.country == "GB" and place.kind == "region" and end - start < 9):
        add(reading, layout, start, end, "GPE")
    else:
        add(reading, layout, start, end, "ORG", team=True)


def dateline(reading: Reading, layout: Layout, start: int, line: str) -> bool:
    """``BEIJING, China (AP) —``, ``KYIV/MOSCOW, May 3 -``: towns, a country, an agency."""
    found = DATELINE.match(line)
    if not found:
        return False
    if "/" in found.group(1):
        for town in re.finditer(r"[^/]{3,}", found.group(1)):
            add(reading, layout, start + town.start(), start + town.end(), "GPE", place=True)
        return True
    place = places.lookup(found.group(1))
    if not place and layout.sport and found.group(1).split()[0] in kinds.sport("headings"):
        return False
    if not place and len(found.group(1)) < 4:
        return False
    if found.group(1) == "UNITED NATIONS":
        add(reading, layout, start, start + found.end(1), "ORG")
    else:
        add(reading, layout, start, start + found.end(1), place.type if place else "GPE", place=True)
    if found.group(2) and (places.lookup(found.group(2)) or len(found.group(2)) > 3):
        add(reading, layout, start + found.start(2), start + found.end(2), "GPE", place=True)
    return True


def credit(reading: Reading, layout: Layout, start: int, line: str) -> None:
    """``Photo credit: AP``: the agency is an organisation."""
    for found in CREDIT.finditer(line):
        for piece in re.finditer(r"[^/,;|()]+", found.group(1)):
            name = piece.group().strip(" .")
            if name in kinds.agencies():
                at = start + found.start(1) + piece.start() + piece.group().index(name)
                add(reading, layout, at, at + len(name), "ORG")


def speaker(reading: Reading, layout: Layout, start: int, line: str) -> None:
    """``MS. AYODELE: …``, ``REP. KURT LOHSE: …``: a person, by the title or by the first name."""
    found = LABEL.match(line)
    if not found:
        return
    title = found.group(1).strip().casefold()
    first, *rest = found.group(2).casefold().split(" ")
    if (title and comparable(title) in kinds.titles()) or (rest and first in kinds.first_names()):
        add(reading, layout, start + found.start(2), start + found.end(2), "PERSON")


def score(reading: Reading, layout: Layout, start: int, line: str) -> bool:
    """``OAKLAND 7 Boston 0``: two sides."""
    found = SCORE.match(line)
    if not found:
        return False
    side(reading, layout, start + found.start(1), start + found.end(1))
    side(reading, layout, start + found.start(3), start + found.end(3))
    drop(reading, layout, start, start + len(line))
    return True


def table(reading: Reading, layout: Layout, start: int, line: str) -> bool:
    """``Mansfield 4 3 0 1 4 2 9``: a side in a league table."""
    found = TABLE.match(line)
    if not found or found.group(1).isupper() and len(found.group(1)) < 4:
        return False
    side(reading, layout, start + found.start(1), start + found.end(1))
    drop(reading, layout, start, start + len(line))
    return True


def fixture(reading: Reading, layout: Layout, start: int, line: str) -> bool:
    """``CHICAGO AT TORONTO``: a side and a place; ``Hampshire v Surrey``: two sides."""
    found = FIXTURE.match(line)
    if found:
        side(reading, layout, start, start + found.end(1))
        add(reading, layout, start + found.start(2), start + found.end(2), "GPE", place=True)
    else:
        found = VERSUS.match(line)
        if not found:
            return False
        side(reading, layout, start, start + found.end(1))
        side(reading, layout, start + found.start(2), start + found.end(2))
    drop(reading, layout, start, start + len(line))
    return True


def people(reading: Reading, layout: Layout, start: int, line: str) -> bool:
    """Players in line-ups and score cards: ``7 - Gert Verheyen``, ``M. Waugh c and b Jayasuriya``, ``X (Italy)``."""
    for found in NATION.finditer(line):
        place = places.lookup(found.group(2))
        if place and place.kind == "country" and not kinds.by_ending(found.group(1).split()):
            add(reading, layout, start + found.start(1), start + found.end(1), "PERSON")
            add(reading, layout, start + found.start(2), start + found.end(2), place.type)
    for pattern in (PLAYER, INITIALLED):
        for found in pattern.finditer(line):
            add(reading, layout, start + found.start(1), start + found.end(1), "PERSON")
    if len(line) < 90 and not line.endswith("."):
        for found in BATSMAN.finditer(line):
            add(reading, layout, start + found.start(1), start + found.end(1), "PERSON")
    return False


SHAPES: tuple[Callable[[Reading, Layout, int, str], bool], ...] = (score, fixture, table, people)
