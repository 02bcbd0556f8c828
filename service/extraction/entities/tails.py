"""What hangs on the end of a name: an honour ("Ada Cole KC"), a company's form that tokens part ("Norlys A/S")."""

from __future__ import annotations

from service.extraction.entities.extents import HONOURS
from service.extraction.entities.reading import Name, Reading

SLASHED = ("a", "/", "s")


def settle(reading: Reading, names: list[Name]) -> list[Name]:
    """The names, a slashed form with the company's and as a company's, an honour behind a person's as no name."""
    people = {name.last for name in names if name.type == "PERSON"}
    found: list[Name] = []
    for name in sorted(names, key=lambda name: (name.first, -name.last)):
        if found and name.first < found[-1].last <= name.last and reading.lower[name.first] == "s":
            continue  # the "S" of the form
        if name.last - name.first == 1 and reading.words[name.first] in HONOURS and name.first in people:
            continue
        slashed = form(reading, name)
        found.append(reading.name(name.first, slashed, "ORG") if slashed else name)
    return found


def form(reading: Reading, name: Name) -> int | None:
    """Where a name that "A/S" follows, or ends in, ends with it."""
    for at in (name.last, name.last - 1):
        if at > name.first and tuple(reading.lower[at : at + 3]) == SLASHED and reading.words[at] == "A":
            return at + 3
    return None
