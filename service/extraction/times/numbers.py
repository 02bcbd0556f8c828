"""Numbers as news spells them: "twenty-five", "2 1/2", "a hundred", "nineteen ninety-six", "a few" (which is X)."""

from __future__ import annotations

from collections.abc import Sequence

from service.extraction.times.lexemes import CARDINALS, ORDINALS

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
LARGEST = 9_999_999


def number(words: Sequence[str]) -> float | None:
    """The value of a cardinal phrase; None where it is vague ("several") or beyond any use as a time."""
    total, part, seen = 0.0, 0.0, False
    for word in words:
        value = value_of(word)
        if value is None:
            continue
        seen = True
        if value >= 100 and word.isalpha():
            part = max(part, 1) * value
            if value > 100:
                total, part = total + part, 0.0
        else:
            part += value
    result = total + part
    return result if seen and result <= LARGEST else None


def value_of(word: str) -> float | None:
    """The value of one word or one run of digits, or None."""
    if word in CARDINALS:
        return float(CARDINALS[word])
    if word == "couple":
        return 2.0
    if word in FRACTIONS:
        return FRACTIONS[word]
    if len(word) > 12 or not word[:1].isdigit():
        return None
    if "/" in word:
        above, _, below = word.partition("/")
        return int(above) / int(below) if int(below) else None
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return None


def ordinal(words: Sequence[str]) -> int | None:
    """The value of an ordinal: "third", "twenty-first", "20th"; "last" is -1."""
    tens = 0
    for word in words:
        if word in {"last", "final"}:
            return -1
        if word in ORDINALS:
            return tens + ORDINALS[word]
        if word in CARDINALS:
            tens = CARDINALS[word]
        elif word[:1].isdigit():
            digits = word.rstrip("stndrh")
            return int(digits) if digits.isdigit() and len(digits) < 5 else None
    return None


def spelt_year(words: Sequence[str]) -> int | None:
    """A year in words, two by two: "nineteen ninety-six", "nineteen oh five", "eighteen hundred", "two thousand"."""
    parts = [word for word in words if word in CARDINALS or word in {"oh", "o"}]
    if len(parts) < 2 or parts[0] not in CARDINALS:
        return None
    if parts[1] == "hundred":
        return CARDINALS[parts[0]] * 100
    low = sum(CARDINALS.get(part, 0) for part in parts[1:])
    return CARDINALS[parts[0]] * 100 + low if low < 100 else None
