"""Names inside longer names: "US" in "US State Department", "Ada Cole" in "Ada Cole Foundation".

Only what the article names by itself too is taken out of a longer name, and only before its last word: "Barcelona" in
"FC Barcelona" is the club.  In reports of sport a town before a side's name is the side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from service.extraction.annotations import EntityType
from service.extraction.entities import places
from service.extraction.entities.reading import Name, Reading

HOLDERS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
LONGEST = 12  # tokens of a name that is looked into
LONGEST_INNER = 4  # tokens


def find(
    reading: Reading, names: Iterable[tuple[str, Name]], short_places: Mapping[str, str]
) -> Iterator[tuple[str, Name]]:
    """The key of the thing and the name of every name inside another; `names` are all names with their things' keys.

    `short_places` are short forms of towns, in lower case, and the towns' names.
    """
    named = list(names)
    alone: dict[str, tuple[str, EntityType]] = {
        name.text: (key, name.type)
        for key, name in named
        if name.type in {"GPE", "PERSON"} or (name.type == "ORG" and name.last - name.first == 1)
    }
    for code in {key.rsplit(" ", 1)[1] for key, _ in named if key.startswith("GPE country ")}:
        alone |= dict.fromkeys(places.names(code), (f"GPE country {code}", "GPE"))
    keys = {key for key, _ in named}
    for text, town in short_places.items():
        if f"GPE {town}" in keys:
            alone[text.upper()] = (f"GPE {town}", "GPE")
    for key, name in named:
        if name.type in HOLDERS and 1 < name.last - name.first <= LONGEST:
            yield from within(reading, key, name, alone)


def within(
    reading: Reading, holder: str, name: Name, alone: dict[str, tuple[str, EntityType]]
) -> Iterator[tuple[str, Name]]:
    """The names inside one name, longest first, none of them twice."""
    first = name.first
    while first < name.last - 1:
        for last in range(min(name.last - 1, first + LONGEST_INNER), first, -1):
            key, label = alone.get(reading.text(first, last), (None, None))
            if key is None or label is None or key == holder or (label == "ORG" and first != name.first):
                continue
            yield key, reading.name(first, last, label)
            first = last - 1
            break
        first += 1
