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
SIGNED = re.compile(rf"([A-Z]{{0,3}}[$£€¥]|[A-Z]{{3}}){PLAIN}(k|m|mn|bn|b|tn|trn)?", re.IGNORECASE)
RANGE = re.compile(rf"{PLAIN}(k|m|mn|bn|b|tn|trn)?[-–]([$£€¥]?){PLAIN}(k|m|mn|bn|b|tn|trn)?", re.IGNORECASE)
INCHES = re.compile(r"(?:foot|feet|ft)-(\d{1,2})")
FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
PERCENT = frozenset({"%", "percent", "pct", "percents", "pct."})
POINTS = frozenset({"percentage", "point", "points"})
LONGEST = 9  # tokens of a number


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
    """What stands before a sum → ISO 4217 code; the codes themselves do too."""
    table = lexicons.load("units")
    return {code: code for code in table["currencies"].values()} | dict(table["signs"])


def find(reading: Reading) -> list[Thing]:
    """Every amount, one entity each, in order of position; none of them part of a time expression."""
    found = []
    index, size = 0, len(reading)
    while index < size:
        if maybe(reading, index):
            amount = read(reading, index)
            if amount is not None:
                index, things = amount
                found += things
                continue
        index += 1
    return found


def maybe(reading: Reading, index: int) -> bool:
    """Whether an amount may begin at the token."""
    word = reading.words[index]
    if reading.in_time[index]:
        return False
    if reading.tags[index] in {"CD", "$"} or word[0].isdigit() or word in signs():
        return True
    if word[-1].isdigit() and word[0].isupper() and SIGNED.fullmatch(word):
        return True
    if reading.lower[index] not in words() and word not in {"a", "half", "Half"}:
        return False
    after = reading.lower[index + 1] if index + 1 < len(reading) else ""
    if word in {"Half", "half"} and after in {"a", "-"}:
        return True
    return (word in {"a", "half"} and after in scales()) or (after == "-" and reading.lower[index] in words())


def read(reading: Reading, first: int) -> tuple[int, list[Thing]] | None:
    """The token after the amount at token `first` and the amount, or both ends of a range; None where there is none."""
    index = first
    sign = signs().get(reading.words[index])
    if sign:
        index += 1
        if index + 1 < len(reading) and reading.words[index] == "." and reading.words[first] == "Rs":
            index += 1
        if index < len(reading) and (both := RANGE.fullmatch(reading.words[index])):
            factor, last = rescaled(reading, 1.0, index + 1)
            return last, halves(reading, first, index, both, sign, factor, last)
    elif glued := SIGNED.fullmatch(reading.words[index]):
        sign = signs().get(glued.group(1).upper())
        if sign is None:
            return None
        value, index = scaled_by(plain(glued.group(2)), glued.group(3)), index + 1
        return signed(reading, first, index, value, sign)
    number = numeral(reading, index)
    if number is None:
        return None
    value, index, unit = number
    if index < len(reading) and reading.in_time[index - 1]:
        return None
    if sign:
        return signed(reading, first, index, value, sign)
    found = named_unit(reading, first, index, value, unit)
    return found and (found[0], [found[1]])


def scaled_by(value: float, suffix: str | None) -> float:
    return value * scales()[suffix.lower()] if suffix else value


def halves(
    reading: Reading, first: int, at: int, both: re.Match[str], sign: str, factor: float, last: int
) -> list[Thing]:
    """ "£1.2bn-£1.4bn", "$1-2bn": one token for two sums; the first has the scale of the second if it has none.

    `factor` is the scale that follows as a token of its own, up to `last`.
    """
    low, suffix, _, high, last_suffix = both.groups()
    token = reading.starts[at]
    sums = (
        (
            reading.starts[first],
            token + both.end(2 if suffix else 1),
            scaled_by(plain(low), suffix or last_suffix) * (1.0 if suffix else factor),
        ),
        (
            token + both.start(3),
            reading.end(last - 1) - (reading.lower[last - 1] in LETTERS),
            scaled_by(plain(high), last_suffix) * factor,
        ),
    )
    found = []
    for start, end, value in sums:
        text = reading.article.text[start:end]
        found.append(Thing(text, "MONEY", (Mention(start, end, text, "name"),), value=rounded(value), unit=sign))
    return found


def signed(reading: Reading, first: int, index: int, value: float, sign: str) -> tuple[int, list[Thing]]:
    """The sum with its scale; in a range ("$1-2 million", "$3 to $4 billion") the first shares the second's scale."""
    at = index
    value, index = rescaled(reading, value, index)
    if index > at or index + 2 >= len(reading) or reading.lower[index] not in {"-", "–", "to"}:
        return index, [thing(reading, first, index, "MONEY", value, sign)]
    second = index + 1 + (signs().get(reading.words[index + 1]) == sign)
    bare = second == index + 1
    word = reading.words[second] if second < len(reading) else ""
    if not DIGITS.fullmatch(word):
        return index, [thing(reading, first, index, "MONEY", value, sign)]
    high, last = rescaled(reading, plain(word), second + 1)
    if last == second + 1 or plain(word) < value:
        return index, [thing(reading, first, index, "MONEY", value, sign)]
    value *= high / plain(word)
    found = [thing(reading, first, index, "MONEY", value, sign)]
    if not bare:
        return index, found  # the second is read by its own sign
    return last, [*found, thing(reading, second, last, "MONEY", high, sign)]


def rescaled(reading: Reading, value: float, index: int) -> tuple[float, int]:
    """The value times the scales that follow it."""
    while index < len(reading) and reading.lower[index] in scales() and reading.lower[index] != "dozen":
        value *= scales()[reading.lower[index]]
        index += 1
    if index < len(reading) and reading.lower[index] in LETTERS:  # the full stop of "$5m." stuck to the letter
        value *= scales()[reading.lower[index][0]]
        index += 1
    return value, index


LETTERS = frozenset({"m.", "k.", "b."})


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
    if reading.lower[at] == "basis" and at + 1 < len(reading) and reading.lower[at + 1] in POINTS:
        return at + 2, thing(reading, first, at + 2, "PERCENT", value, "basis point")
    if inches := INCHES.fullmatch(reading.lower[at]):
        return at + 1, thing(reading, first, at + 1, "QUANTITY", value + int(inches.group(1)) / 12, "foot")
    for length in (3, 2, 1):
        if not all(word.strip() for word in reading.lower[at : at + length]):
            continue
        phrase = singular(" ".join(reading.lower[at : at + length]))
        if at + length <= len(reading) and phrase in table("currencies") and money_word(reading, at, phrase):
            value = value / 100 if phrase in {"cent", "pence"} else value
            return at + length, thing(reading, first, at + length, "MONEY", value, table("currencies")[phrase])
        if at + length <= len(reading) and phrase in table("measures") and reading.lower[at] not in {"g", "m", "mm"}:
            if table("measures")[phrase] == "foot" and (rest := remaining_inches(reading, at + length)):
                value, last = value + rest[0] / 12, rest[1]
                return last, thing(reading, first, last, "QUANTITY", value, "foot")
            return at + length, thing(reading, first, at + length, "QUANTITY", value, table("measures")[phrase])
    return None


def remaining_inches(reading: Reading, index: int) -> tuple[float, int] | None:
    """ "Five feet eleven inches", "5ft 11in": the inches after the feet, and the token after them."""
    number = numeral(reading, index) if index < len(reading) else None
    if number is None or number[2] not in {None, "inch"}:
        return None
    value, last, unit = number
    if unit is None:
        if last >= len(reading) or reading.lower[last] not in {"in", "inch", "inches", "ins"}:
            return None
        last += 1
    return (value, last) if value < 12 else None


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
        letter = len(reading.lower[at]) == 1 if reading.lower[at] in scales() else True
        if letter and not (
            reading.lower[at] in {"m", "b"} and at + 1 < len(reading) and reading.lower[at + 1] in counted()
        ):
            break
        value *= scales()[reading.lower[at]]
        index = at + 1
    return value, index, None


@cache
def counted() -> frozenset[str]:
    """What follows "1.2m" if the "m" is million: ``barrels``."""
    return frozenset(lexicons.load("units")["counted"]["words"].split())


def spelled(reading: Reading, first: int) -> tuple[float, int, str | None] | None:
    """A number in words: "two hundred and fifty million", "a dozen"."""
    total, part, index = 0.0, 0.0, first
    if reading.lower[first : first + 2] in (["half", "a"], ["half", "-"]) and first + 2 < len(reading):
        scale = reading.lower[first + 2]
        return (scales()[scale] / 2, first + 3, None) if scale in scales() and len(scale) > 3 else None
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
    end = reading.end(last - 1) - (reading.lower[last - 1] in LETTERS)
    text = reading.article.text[reading.starts[first] : end]
    mention = Mention(reading.starts[first], end, text, "name")
    return Thing(text, label, (mention,), value=rounded(value), unit=unit)  # type: ignore[arg-type]


def rounded(value: float) -> float:
    """Without the noise of binary fractions."""
    return float(f"{value:.12g}")
