"""All four layers against articles written and annotated for this project.

    python -m bench accuracy [FILE…] [--mistakes]

One TOML file an article.  Its gold quotes the text instead of counting characters; ``#2`` after a quotation means its
second occurrence:

    published = "2024-05-14"
    text = '''…'''
    times = [["next week", "2024-W21"]]                         the expression and its TIMEX3 value
    statements = [["-Maria Lopez", "a content", "more of it"]]  the speaker, resolved; `-`: it is negative
    events = [["meet", "2024-05-16/2024-05-17", "planned"]]     trigger, days, and perhaps modality
    names = [["Maria Lopez", "PERSON", "Lopez", "she#2"]]       an entity, its type or types (`ORG,GPE`), other mentions

Counted is what of the gold is right.  Gold is no complete list of what an article holds, except for statements: what is
answered beyond it, and is not nested in a statement, is `further`.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Range = tuple[int, int]
WORD = re.compile(r"\w+")
FOLDER = Path(__file__).parents[1] / "tests" / "data" / "articles"
OVERLAP = 0.5  # Jaccard of the content's words from which on a statement is found
EXACT = 0.95  # … from which on its extent is right: a word in twenty is a matter of taste


class GoldError(ValueError):
    """The gold quotes what its text does not hold."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article."""

    name: str
    published: str
    text: str
    times: list[list[str]]
    statements: list[list[str]]
    events: list[list[str]]
    names: list[list[str]]

    def find(self, quoted: str) -> Range:
        """Where the quotation stands, as whole words.

        Raises:
            GoldError: the text has no such occurrence.
        """
        words, _, number = quoted.partition("#")
        found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text))
        if len(found) < int(number or 1):
            raise GoldError(f"{self.name}: {quoted!r} is not in the text")
        return found[int(number or 1) - 1].span()

    def words(self, ranges: Iterable[Range]) -> set[int]:
        """The words in these stretches of the text, by their offsets."""
        return {match.start() for a, b in ranges for match in WORD.finditer(self.text, a, b)}


@dataclass(slots=True)
class Board:
    """How many of how many are right, by question, and what is not."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def add(self, question: str, right: bool, wanted: object, got: object) -> None:
        self.asked[question] += 1
        self.right[question] += right
        if not right:
            self.mistakes.append(f"{question}: wanted {wanted}, got {got}")

    def share(self, question: str) -> float:
        return self.right[question] / self.asked[question]


def load(files: list[Path]) -> list[Gold]:
    """The annotated articles, those of this project where no file is given."""
    rows = [(path.stem, tomllib.loads(path.read_text("utf8"))) for path in files or sorted(FOLDER.glob("*.toml"))]
    return [Gold(name, **{**row, "text": row["text"].strip()}) for name, row in rows]


def overlapping(where: Range, items: list[Json]) -> list[Json]:
    return [item for item in items if item["start"] < where[1] and where[0] < item["end"]]


def score_times(gold: Gold, got: Json, board: Board) -> None:
    for quoted, value in gold.times:
        there = [(time["text"], time["value"]) for time in overlapping(gold.find(quoted), got["times"])]
        board.add("times, extent and value", there == [(quoted.partition("#")[0], value)], (quoted, value), there)


def score_statements(gold: Gold, got: Json, board: Board) -> None:
    answered = [(gold.words(ranges(each["content"])), each) for each in got["statements"]]
    used = set()
    for speaker, *parts in gold.statements:
        wanted = gold.words(gold.find(part) for part in parts)
        overlap, best = max(
            ((len(wanted & w) / len(wanted | w), n) for n, (w, _) in enumerate(answered)), default=(0, -1)
        )
        found = answered[best][1] if overlap >= OVERLAP else None
        used.add(best if found else -1)
        board.add("statements, found", found is not None, parts, None)
        if found:
            board.add("statements, extent", overlap >= EXACT, parts, texts(found["content"]))
            name = (found["source"] or {}).get("name") or ""
            board.add("statements, speaker", plain(name) == plain(speaker.lstrip("-")), (speaker, parts), name)
            board.add(
                "statements, polarity",
                (found["polarity"] == "negative") == speaker.startswith("-"),
                parts,
                found["polarity"],
            )
    for number, (_, each) in enumerate(answered):
        if number not in used and each["parent"] is None:
            board.mistakes.append(
                f"statements, further: {(each['source'] or {}).get('name')}: {texts(each['content'])}"
            )
            board.right["statements, further"] += 1


def score_events(gold: Gold, got: Json, board: Board) -> None:
    told = [{**event, **place} for event in got["events"] for place in [event["trigger"], *event["mentions"]]]
    told += [{**each, **place} for each in got["statements"] for place in (each["cue"] or {"spans": []})["spans"][:1]]
    for quoted, days, *modality in gold.events:
        there = overlapping(gold.find(quoted), told)
        board.add("events, found", bool(there), quoted, None)
        first, _, last = days.partition("/")
        date = (there[0]["date"] if there else None) or {}
        answered = date.get("earliest"), date.get("latest")
        board.add("events, date", answered == (first, last or first), (quoted, days), answered)
        if there and modality:
            board.add(
                "events, modality",
                there[0].get("modality") == modality[0],
                (quoted, modality),
                there[0].get("modality"),
            )


def score_names(gold: Gold, got: Json, board: Board) -> None:
    for name, types, *others in gold.names:
        entity = next((each for each in got["entities"] if each["name"] == name), None)
        board.add("entities, name", entity is not None, name, [each["name"] for each in got["entities"]])
        if entity:
            board.add("entities, type", entity["type"] in types.split(","), (name, types), entity["type"])
        for other in others:
            found = names_of(got, gold, *gold.find(other))
            board.add("entities, mention", name in found, (other, name), found)


def names_of(got: Json, gold: Gold, start: int, end: int) -> list[str]:
    """Of whom the words are a mention: one that ends with them, or that goes on with what describes their last word.

    Two may end at one place ("an analyst at Meridien"), and "a trader" is told as "a trader who fled".
    """
    goes_on = DESCRIBED.match(gold.text, end) is not None
    return [
        each["name"]
        for each in got["entities"]
        if any(m["end"] == end or (goes_on and m["start"] == start and m["end"] > end) for m in each["mentions"])
    ]


DESCRIBED = re.compile(r",? (?:who|which|that|of|for|from|in|at|on|with|by|to|\w+(?:ed|ing|en))\b")


def ranges(part: Json) -> Iterator[Range]:
    return ((span["start"], span["end"]) for span in part["spans"])


def texts(part: Json) -> list[str]:
    return [span["text"] for span in part["spans"]]


def plain(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", name.casefold())


SCORERS: tuple[Callable[[Gold, Json, Board], None], ...] = (score_times, score_statements, score_events, score_names)


def score(articles: list[Gold], answer: Callable[[Json], Json]) -> Board:
    """What is right of all articles, `answer` being the service or what stands behind it."""
    board = Board()
    for gold in articles:
        got = answer({"text": gold.text, "published": gold.published, "undated": True})
        for scorer in SCORERS:
            before = len(board.mistakes)
            scorer(gold, got, board)
            board.mistakes[before:] = [f"{gold.name}: {line}" for line in board.mistakes[before:]]
    return board


def show(board: Board, mistakes: bool) -> None:
    """Print the figures, and each mistake where asked for."""
    for question, asked in board.asked.items():
        print(f"{question:26} {board.share(question):6.1%}  {board.right[question]} of {asked}")
    print(f"{'statements, further':26} {board.right['statements, further']:6}")
    if mistakes:
        print(*board.mistakes, sep="\n")
