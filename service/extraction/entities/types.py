"""One type a name: votes over the whole article, with the evidence around every mention."""

from __future__ import annotations

from collections import Counter, defaultdict

from service.extraction.entities import places
from service.extraction.entities.reading import Name, Reading


def repair(reading: Reading, names: list[Name]) -> None:
    """Give all names of one key the type that the article speaks for."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people = {name.key: name for name in names if name.type == "PERSON" and " " in name.key}
    surnames = {key.rsplit(" ", 1)[-1] for key in people} | {key.split(" ", 1)[0] for key in people}
    for name in names:
        place = places.lookup(name.text)
        if place and place.kind in {"country", "people", "capital", "wide"} and not name.title:
            votes[name.key][place.type] += 5
        votes[name.key][name.type] += 1
        if name.title:
            votes[name.key]["PERSON"] += 4
        if " " not in name.key and name.key in surnames and not place:
            votes[name.key]["PERSON"] += 3
    for name in names:
        if not name.sure:
            name.type = max(votes[name.key].items(), key=lambda item: item[1])[0]  # type: ignore[assignment]
