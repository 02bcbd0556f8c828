"""Whether a text is plainly in another language than English.  Short and mixed texts get the benefit of the doubt.

Two tests, each linear in the text.  Script: most of the words are in letters that English does not use.  Function
words: hardly any of the words are English ones ("the", "of", "and"), which make up four tenths of English prose, and
many are those of one other language.  A table of scores has neither, and passes.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from service import lexicons

SAMPLE = 20_000  # characters: more of the text would not change the verdict
FEWEST_WORDS = 20  # below this a text is short, and a quotation or a list of names may be most of it
FOREIGN_SCRIPT = 0.7  # of the words
FEW_WORDS, ALL = 4, 0.95  # where all is in a script that English does not use, a sentence is enough
ENGLISH = 0.15  # of the words: English prose has 0.4, other languages, by chance, up to 0.12
FOREIGN_WORDS = 0.08  # of the words, at the least
DIFFERENT = 3  # function words of two letters or more, at the least: "a e o" is no Portuguese, but addresses or algebra
FOREIGN = 0.2  # of the words, those with an accent counted half: English tables of names reach 0.14
WORD = re.compile(r"[^\W\d_]+")


def plainly_foreign(text: str) -> str | None:
    """The name of the language or script that the text is plainly written in, or None where it may well be English."""
    sample = text[:SAMPLE]
    return foreign_script(sample) or foreign_words(sample)


def foreign_script(text: str) -> str | None:
    """The script, other than Latin, of most words; scripts without spaces count some letters as a word."""
    if text.isascii():
        return None
    letters = Counter(script_at(ord(character)) for character in text if character.isalpha())
    words = {each["name"]: letters[each["name"]] / each["letters"] for each in lexicons.load("languages")["script"]}
    latin = letters[None] / 5
    name = max(words, key=lambda each: words[each])
    foreign = sum(words.values())
    share = foreign / (foreign + latin) if foreign else 0.0
    enough = foreign >= FEWEST_WORDS and share >= FOREIGN_SCRIPT
    return name if enough or (foreign >= FEW_WORDS and share >= ALL) else None


@cache
def script_at(code: int) -> str | None:
    for each in lexicons.load("languages")["script"]:
        if any(low <= code <= high for low, high in each["ranges"]):
            return str(each["name"])
    return None


def foreign_words(text: str) -> str | None:
    """The language whose function words the text is full of, where English ones are all but absent."""
    words = Counter(WORD.findall(text))
    total = words.total()
    if total < FEWEST_WORDS:
        return None
    known = function_words()
    english = sum(count for word, count in words.items() if word.lower() in known["English"]) / total
    if english >= ENGLISH:
        return None
    # Only as they stand inside a sentence: "U", "S" and "A" in a table are initials.
    shares = {name: sum(words[word] for word in its) / total for name, its in known.items() if name != "English"}
    language, share = max(shares.items(), key=lambda item: item[1])
    accented = sum(count for word, count in words.items() if not word.isascii()) / total
    different = sum(len(word) > 1 and word in known[language] for word in words)
    plain = (
        different >= DIFFERENT and share >= FOREIGN_WORDS and share + accented / 2 >= FOREIGN and share > 1.5 * english
    )
    return language if plain else None


@cache
def function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in lexicons.load("languages")["words"].items()}
