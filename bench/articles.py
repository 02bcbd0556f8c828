"""Articles to measure with: given ones, and any number of different ones made from them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")  # inside a sentence, so hardly ever the first word of one
LONGEST = 400  # characters of a sentence that goes into a short article
NUMBER = re.compile(r"(?<![\w,.])[0-9]{2,3}(?![\w,.])")
ONSETS = ("b", "br", "d", "f", "g", "gr", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z")
RHYMES = ("a", "an", "ar", "e", "el", "en", "i", "in", "is", "o", "ol", "on", "u", "un", "ov", "ek")


def load(files: Sequence[Path]) -> list[str]:
    """The texts of plain files and of JSON lines (field ``text``); of the sample articles where none is named."""
    texts: list[str] = []
    for file in files or sorted(SEEDS.glob("*.txt")):
        content = file.read_text("utf-8")
        texts += [json.loads(line)["text"] for line in content.splitlines()] if file.suffix == ".jsonl" else [content]
    return texts


def different(texts: Sequence[str], count: int) -> Iterator[str]:
    """`count` articles, no two alike and always the same: the given ones with sentences shuffled and names renamed.

    New names matter: they are what a string store would keep for ever.  Paragraphs stay as long as they were, in
    sentences: news has them.
    """
    for number in range(count):
        generator = random.Random(number)
        text = texts[number % len(texts)]
        sentences, gaps = SENTENCE.split(text), SENTENCE.findall(text)
        generator.shuffle(sentences)
        text = "".join(chain.from_iterable(zip_longest(sentences, gaps, fillvalue="")))
        names = {name: invented(generator) for name in sorted(set(NAME.findall(text)))}
        yield NAME.sub(lambda match, names=names: names[match.group()], text)  # type: ignore[misc]


def short(texts: Sequence[str], count: int, least: int = 600) -> Iterator[str]:
    """`count` short articles, no two alike and always the same: sentences of all given texts, drawn at random until
    there are `least` characters, with names and numbers of their own.
    """
    pool = [sentence for text in texts for sentence in SENTENCE.split(text) if len(sentence) < LONGEST]
    for number in range(count):
        generator = random.Random(number)
        text = generator.choice(pool)
        while len(text) < least:
            text += " " + generator.choice(pool)
        names = {name: invented(generator) for name in sorted(set(NAME.findall(text)))}
        text = NAME.sub(lambda match, names=names: names[match.group()], text)
        yield NUMBER.sub(lambda _, generator=generator: str(generator.randint(21, 999)), text)  # type: ignore[misc]


def invented(generator: random.Random) -> str:
    return "".join(generator.choice(ONSETS) + generator.choice(RHYMES) for _ in range(3)).title()
