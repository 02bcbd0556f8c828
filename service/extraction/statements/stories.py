"""The day of the story, where it is not the publication's: Tuesday night's meeting in the next day's article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from service.extraction.annotations import Dating
from service.extraction.statements.tree import Tree

FIRST_SENTENCES = 5  # sentences, with headline and dateline, in which the day of a story is told
REACH = 20  # sentences after one that tells the story's day in which it is still meant
WEEK = 7  # days; a day before them is of the background
DAYS_OLD = 3  # days before publication, at most, of a story that a paper still reports


class Story:
    """On which day what the article tells in the simple past was said, sentence after sentence.

    The opening tells, in a main clause in the simple past, of one of the last days before the publication.  Another day
    told so ends the story, until its day is told again; and far from the last sentence that tells it nobody knows.
    """

    def __init__(self, tree: Tree, hung: Callable[[int, int, int], Dating | None], published: date | None) -> None:
        self.ahead = days_told(tree, hung, published)[::-1] if published else []
        self.told: tuple[int, Dating | None] = (0, None)

    def at(self, sentence: int) -> Dating | None:
        """The story's day in a sentence; sentences must come in order."""
        while self.ahead and self.ahead[-1][0] < sentence:
            self.told = self.ahead.pop()
        place, day = self.told
        return day if sentence - place <= REACH else None


def days_told(
    tree: Tree, hung: Callable[[int, int, int], Dating | None], published: date
) -> list[tuple[int, Dating | None]]:
    """The sentences that tell of the day that the article opened with, and of another one (None), in order."""
    found: list[tuple[int, Dating | None]] = []
    opened: Dating | None = None
    for n, (first, end) in enumerate(tree.bounds):
        verb = next((i for i in range(first, end) if tree.dep[i] == "ROOT"), None)
        day = hung(verb, first, end) if verb is not None and tree.tag[verb] == "VBD" else None
        if day is None:
            continue
        if opened is None:
            age = (published - date.fromisoformat(day.earliest or "")).days
            if n >= FIRST_SENTENCES or not 0 < age <= DAYS_OLD:
                break
            opened = replace(day, basis="context")
        if day.earliest == opened.earliest:
            found.append((n, opened))
        elif (published - date.fromisoformat(day.earliest or "")).days <= WEEK:
            found.append((n, None))
    return found
