"""Sums of money, shares and measures: MONEY, PERCENT and QUANTITY, with value and unit.

A small grammar over tokens: ``[sign] number [scale] [unit]``; the number in digits or in words.  The model's own spans
are not needed for it, and miss what stands in tables and in brackets.  Where readings overlap the longest wins.
"""

from __future__ import annotations

import re
from functools import cache

from service import lexicons
from service.extraction.annotations import Mention
from service.extraction.entities.clusters import Thing
from service.extraction.entities.reading import Reading

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?")
PLAIN = r"((?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,9})?)"
GLUED = re.compile(rf"{PLAIN}-?(k|m|mn|mln|bn|bln|b|tn|trn|million|billion|trillion)", re.IGNORECASE)
GLUED_UNIT = re.compile(PLAIN + r"-?([a-zA-Z°][a-zA-Z/²°]{0,6})")
FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
PERCENT = frozenset({"%", "percent", "pct", "percents", "pct."})
POINTS = frozenset({"percentage", "point", "points"})
LONGEST = 9


@cache
def table(name: str) -> dict[str, str]:
    return {str(key).casefold(): value for key, value in lexicons.load("units")[name].items()}


@cache
def scales() -> dict[str, float]:
    return {key: float(value) for key, value in lexicons.load("units")["scales"].items()}


@cache
def words() -> dict[str, float]:
    return {key: float(value) for key, value in lexicons.load("units")["numbers"].items()}


@cache
def signs() -> dict[str, str]:
    return dict(lexicons.load("units")["signs"])


def find(reading: Reading) -> list[Thing]:
    """Every amount, one entity each, in order of position; none of them part of a time expression."""
    found = []
    index, size = 0, len(reading)
    while index < size:
        if maybe(reading, index):
            amount = read(reading, index)
            if amount is not None:
                last, thing = amount
                found.append(thing)
                index = last
                continue
        index += 1
    return found


def maybe(reading: Reading, index: int) -> bool:
    """Whether an amount may begin at the token."""
    word = reading.words[index]
    if reading.in_time[index]:
        return False
    if word[0].isdigit() or word in signs() or reading.tags[index] in {"CD", "$"}:
        return True
    after = reading.lower[index + 1] if index + 1 < len(reading) else ""
    return (word in {"a", "half"} and after in scales()) or (after == "-" and reading.lower[index] in words())


def read(reading: Reading, first: int) -> tuple[int, Thing] | None:
    """The amount at token `first`, and the token after it; None where there is none."""
    index = first
    sign = None
    if reading.words[index] in signs():
        sign = signs()[reading.words[index]]
        index += 1
    number = numeral(reading, index)
    if number is None:
        return None
    value, index, unit = number
    if index < len(reading) and reading.in_time[index - 1]:
        return None
    if sign:
        while index < len(reading) and reading.lower[index] in scales() and reading.lower[index] != "dozen":
            value *= scales()[reading.lower[index]]
            index += 1
        return index, thing(reading, first, index, "MONEY", value, dollars(reading, sign, index))
    return named_unit(reading, first, index, value, unit)


def dollars(reading: Reading, sign: str, index: int) -> str:
    """ "$5 Canadian" is rare; a sign is taken at its word."""
    return sign


def named_unit(reading: Reading, first: int, index: int, value: float, unit: str | None) -> tuple[int, Thing] | None:
    """The amount whose unit follows the number, or is glued to it."""
    if unit:
        return index, thing(reading, first, index, "QUANTITY", value, unit)
    if index >= len(reading):
        return None
    hyphen = reading.words[index] == "-" and index + 1 < len(reading)
    at = index + 1 if hyphen else index
    if reading.lower[at] in PERCENT:
        last = at + 1
        return last, thing(reading, first, last, "PERCENT", value, "percent")
    if reading.lower[at] == "per" and at + 1 < len(reading) and reading.lower[at + 1] == "cent":
        return at + 2, thing(reading, first, at + 2, "PERCENT", value, "percent")
    if reading.lower[at] == "percentage" and at + 1 < len(reading) and reading.lower[at + 1] in POINTS:
        return at + 2, thing(reading, first, at + 2, "PERCENT", value, "percentage point")
    for length in (3, 2, 1):
        if not all(word.strip() for word in reading.lower[at : at + length]):
            continue
        phrase = singular(" ".join(reading.lower[at : at + length]))
        if at + length <= len(reading) and phrase in table("currencies") and money_word(reading, at, phrase):
            value = value / 100 if phrase in {"cent", "pence"} else value
            return at + length, thing(reading, first, at + length, "MONEY", value, table("currencies")[phrase])
        if at + length <= len(reading) and phrase in table("measures") and reading.lower[at] not in {"g", "m", "mm"}:
            return at + length, thing(reading, first, at + length, "QUANTITY", value, table("measures")[phrase])
    return None


def money_word(reading: Reading, at: int, phrase: str) -> bool:
    """ "Won", "mark", "real", "crown" are other words too: only where tagged a noun and in lower case."""
    return phrase not in {"won", "mark", "real", "crown", "rand"} or reading.tags[at] in {"NN", "NNS"}


def singular(phrase: str) -> str:
    """ "dollars" → "dollar", "degrees celsius" → "degree celsius", "square kilometres" → "square kilometre"."""
    if phrase in table("measures") or phrase in table("currencies"):
        return phrase
    parts = [stem if (stem := stemmed(word)) in known_units() else word for word in phrase.split()]
    return " ".join(parts)


def stemmed(word: str) -> str:
    return word[:-2] if word == "inches" else word.removesuffix("s")


@cache
def known_units() -> frozenset[str]:
    """Every word that units are named by."""
    return frozenset(word for name in ("currencies", "measures") for phrase in table(name) for word in phrase.split())


def numeral(reading: Reading, first: int) -> tuple[float, int, str | None] | None:
    """The number at token `first`: its value, the token after it, and a unit glued to it ("5km")."""
    if first >= len(reading):
        return None
    word = reading.lower[first]
    glued = GLUED.fullmatch(word)
    if glued:
        return plain(glued.group(1)) * scales()[glued.group(2).lower()], first + 1, None
    if DIGITS.fullmatch(word):
        return scaled(reading, first, plain(word), first + 1)
    unit = GLUED_UNIT.fullmatch(word)
    if unit and unit.group(2) in table("measures"):
        return plain(unit.group(1)), first + 1, table("measures")[unit.group(2)]
    return spelled(reading, first)


def plain(digits: str) -> float:
    return float(digits.replace(",", ""))


def scaled(reading: Reading, first: int, value: float, index: int) -> tuple[float, int, str | None]:
    """Digits with the fraction and the scales after them: "48 1/4", "1.5 billion", "5 - million"."""
    if index < len(reading) and (part := FRACTION.fullmatch(reading.words[index])) and int(part.group(2)):
        value, index = value + int(part.group(1)) / int(part.group(2)), index + 1
    while index < len(reading) and index - first < LONGEST:
        at = index + 1 if reading.words[index] == "-" and index + 1 < len(reading) else index
        if reading.lower[at] not in scales() or len(reading.lower[at]) == 1:
            break
        value *= scales()[reading.lower[at]]
        index = at + 1
    return value, index, None


def spelled(reading: Reading, first: int) -> tuple[float, int, str | None] | None:
    """A number in words: "two hundred and fifty million", "a dozen"."""
    total, part, index = 0.0, 0.0, first
    while index < len(reading) and index - first < LONGEST:
        word = reading.lower[index]
        if word in words() and not (word == "dozen" and part):
            if word in {"a", "an"} and index > first:
                break
            part += words()[word]
        elif word in scales() and len(word) > 3 and (part or index > first):
            part = (part or 1) * scales()[word]
            if scales()[word] > 100:
                total, part = total + part, 0.0
        elif not (
            word in {"and", "-"} and index > first and index + 1 < len(reading) and reading.lower[index + 1] in words()
        ):
            break
        index += 1
    if index == first or not total + part:
        return None
    return total + part, index, None


def thing(reading: Reading, first: int, last: int, label: str, value: float, unit: str) -> Thing:
    text = reading.text(first, last)
    mention = Mention(reading.starts[first], reading.end(last - 1), text, "name")
    return Thing(text, label, (mention,), value=float(f"{value:.12g}"), unit=unit)  # type: ignore[arg-type]
