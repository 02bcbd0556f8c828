"""The cue lexicon (`service/lexicons/cues.toml`) as sets and tables."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from service import lexicons

Table = dict[str, frozenset[str]]
# Words that titles and headlines write small.
SMALL = frozenset("a an and as at by for from in into of on or the to with".split())


class Lexicon(NamedTuple):
    """Lemma → frames for verbs, nouns and adjectives; sets of lemmas by what they do."""

    verbs: Table
    nouns: Table
    adjectives: Table
    thought: frozenset[str]
    felt: frozenset[str]
    negative: frozenset[str]
    silent: frozenset[str]
    naming: frozenset[str]
    telling: frozenset[str]
    urging: frozenset[str]
    compelling: frozenset[str]
    pointing: frozenset[str]
    striking: frozenset[str]
    targets: frozenset[str]
    fighters: frozenset[str]
    asked: frozenset[str]
    voiced: frozenset[str]
    spoken: frozenset[str]
    turns: frozenset[str]
    light: frozenset[str]
    others: frozenset[str]
    persons: frozenset[str]
    labels: frozenset[str]
    figures: frozenset[str]
    hearsay: frozenset[str]
    remarks: frozenset[str]
    barred: frozenset[str]
    acts: frozenset[str]
    withdrawn: frozenset[str]
    convened: frozenset[str]
    charging: frozenset[str]
    weighing: frozenset[str]
    occasions: frozenset[str]
    utterances: frozenset[str]
    views: frozenset[str]
    provisions: frozenset[str]
    mislabels: frozenset[str]
    outlets: frozenset[str]
    measures: frozenset[str]
    patterns: frozenset[str]
    works: frozenset[str]
    rites: frozenset[str]
    nods: frozenset[str]
    briefings: frozenset[str]
    answering: frozenset[str]
    announcing: frozenset[str]
    particles: frozenset[str]
    bodily: frozenset[str]
    reticent: frozenset[str]
    opinions: frozenset[str]
    narrators: frozenset[str]
    tales: frozenset[str]
    addressing: frozenset[str]
    media: frozenset[str]
    lookalikes: frozenset[str]
    habits: frozenset[str]
    hours: frozenset[str]
    ailments: frozenset[str]


@cache
def words() -> Lexicon:
    data = lexicons.load("cues")

    def table(name: str) -> Table:
        return {word: frozenset(frames.split()) for word, frames in data[name].items()}

    groups = {name: frozenset(text.split()) for name, text in data["groups"].items()}
    groups["persons"] |= frozenset(lexicons.load("titles")["roles"]["person"].split())
    return Lexicon(verbs=table("verbs"), nouns=table("nouns"), adjectives=table("adjectives"), **groups)
