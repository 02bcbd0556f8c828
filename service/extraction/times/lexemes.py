"""The text as a string of classes, one character a lexeme, so that the grammar's regular expressions run over words.

A lexeme is a word, a number, a clock time, a numeric date or one punctuation mark; "March 20-22" is MONTH DAY DASH DAY.
Times are told from their words alone here; what the parse knows is asked later.  Linear in the text.
"""

from __future__ import annotations

import re

from service.extraction.records import record
from service.lexicons import load

ZONES: dict[str, float] = load("zones")["hours"]
CARDINALS: dict[str, int] = load("times")["cardinals"]
ORDINALS: dict[str, int] = load("times")["ordinals"]

# Classes of lexemes that are told by their form, in the order of LEXEME's groups from the second on.
FORMS = (
    "ISO", "NUMERIC", "CLOCK", "MERIDIEM", "ORDINALDIGITS", "DECADE", "SHORTYEAR", "POSSESSIVE", "QCODE", "AMOUNT",
    "DIGITS", "WORD", "BREAK", "MARK",
)  # fmt: skip
LEXEME = re.compile(
    r"""
    ([^\W\d_]{3,})                                                                       # most words: tried first
    | (\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))   # ISO
    | (\d{1,4}([/.])\d{1,2}\4\d{2,4}(?![\w/]))                                           # NUMERIC
    | (\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?(?:[AaPp]\.?[Mm]\b|hours|hrs|local|GMT|UTC|[A-Z][DS]?T\b))
       |\d{1,2}:\d\d(?::\d\d)?(?![\d:]))                                                   # CLOCK
    | ((?<=[\d\s])[AaPp]\.\s?[Mm]\b\.?|(?<=[\d\s])[AaPp][Mm]\b)                          # MERIDIEM
    | (\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)                                             # ORDINALDIGITS
    | (['’‘`]?\d0['’]?s\b|\d{3}0['’]?s\b)                                                # DECADE
    | (['’‘`]\d\d\b(?!['’]))                                                             # SHORTYEAR
    | (['’]s\b)                                                                          # POSSESSIVE
    | (\b(?:[QH][1-4]|[1-4][QH])(?=\b|\d\d\b))                                           # QCODE
    | (\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|(?!\d{4}/)\d+/\d+(?![\w/])|[½¼¾])          # AMOUNT
    | (\d+)                                                                              # DIGITS
    | (o['’]clock|[^\W\d_]+)                                                             # WORD
    | (\n[^\S\n]*\n\s*)                                                                  # BREAK
    | ([^\w\s])                                                                          # MARK
    """,
    re.VERBOSE,
)
MARKS = {
    "-": "DASH", "–": "DASH", "—": "DASH", ",": "COMMA", ".": "DOT", "'": "APOSTROPHE", "’": "APOSTROPHE", "/":
    "SLASH", "$": "CURRENCY", "£": "CURRENCY", "€": "CURRENCY", "%": "PERCENT", "(": "OPEN", ")": "CLOSE", "+":
    "PLUS", '"': "QUOTE",
}  # fmt: skip
EXTRA = (
    "OTHERWORD", "DAY", "TWODIGITS", "YEAR", "FOURDIGITS", "INTEGER", "CARDINAL", "HUNDRED", "ORDINAL", "ZONE",
    "SECOND", "CURRENCY", "PERCENT", "DASH", "COMMA", "DOT", "APOSTROPHE", "SLASH", "OPEN", "CLOSE", "PLUS",
    "QUOTE",
)  # fmt: skip


def class_table() -> tuple[dict[str, str], dict[str, str]]:
    """Class name → its character, and lower-case word → its class's character."""
    words: dict[str, list[str]] = load("times")["words"]
    names = dict.fromkeys([*FORMS, *EXTRA, *words])
    characters = {name: chr(0xE000 + i) for i, name in enumerate(names)}
    table = dict.fromkeys(ORDINALS, characters["ORDINAL"])
    table |= dict.fromkeys(CARDINALS, characters["CARDINAL"])
    table |= dict.fromkeys(("hundred", "thousand", "million", "dozen"), characters["HUNDRED"])
    table |= dict.fromkeys(ZONES, characters["ZONE"])
    table |= {word: characters[name] for name, members in words.items() for word in members}
    return characters, table | {"second": characters["SECOND"]}


CLASS, WORDS = class_table()
FORM = (
    "", "", CLASS["ISO"], CLASS["NUMERIC"], "", CLASS["CLOCK"], CLASS["MERIDIEM"], CLASS["ORDINALDIGITS"],
    CLASS["DECADE"], CLASS["SHORTYEAR"], CLASS["POSSESSIVE"], CLASS["QCODE"], CLASS["AMOUNT"], "", "",
    CLASS["BREAK"], "",
)  # fmt: skip
LONG_WORD_GROUP, DIGITS_GROUP, WORD_GROUP, MARK_GROUP = 1, 13, 14, 16


@record
class Lexemes:
    """The lexemes of a text: their class characters as one string, their offsets, and their words in lower case.

    `day_first`: whether the text writes 3 April as 3/4, as its other dates show.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    day_first: bool = False


# Some lexeme of one of these classes is in every time but a holiday.
TRIGGERS = (
    "ISO", "NUMERIC", "CLOCK", "MERIDIEM", "DECADE", "SHORTYEAR", "QCODE", "YEAR", "FOURDIGITS", "ORDINALDIGITS",
    "MONTH", "MONTHABBR", "WEEKDAY", "WEEKDAYABBR", "WEEKDAYS", "UNIT", "CLOCKUNIT", "LONGUNIT", "QUARTER",
    "WEEKEND", "WEEKENDS", "UNITS", "SECONDS", "NIGHTS", "PERIOD", "LONGWORD", "TERM", "HALF", "TIME", "PART", "NOON",
    "DAWN", "SEASON", "FISCAL", "TODAY", "YESTERDAY", "TONIGHT", "OVERNIGHT", "NOW", "CURRENTLY", "CURRENT", "PRESENT",
    "RECENTLY", "PAST", "FUTURE", "SOON", "SOMEDAY", "DAILY", "DECADEWORD", "OCLOCK", "YEARWORD",
)  # fmt: skip
WALLS = ("OTHERWORD", "MARK", "BREAK", "QUOTE", "CURRENCY", "PERCENT")
RUN = re.compile(f"[^{''.join(CLASS[name] for name in WALLS)}]+")
TRIGGER = re.compile(f"[{''.join(CLASS[name] for name in TRIGGERS)}]")
# Neighbours that are kept beside a run, for those who look at the words around a time.
MARGIN = 4


def condense(lexemes: Lexemes, also: list[tuple[int, int]]) -> tuple[Lexemes, dict[int, int]]:
    """Only the stretches in which a time can be, with their neighbours: a quarter of the text to search.

    Args:
        also: further stretches to keep, each its first lexeme and one past its last.

    Returns:
        The lexemes kept, in order, and for every one its old index → its new one.  Walls stay between stretches.
    """
    keep: set[int] = set()
    size = len(lexemes.words)
    runs = [run.span() for run in RUN.finditer(lexemes.classes) if TRIGGER.search(run.group())]
    for first, last in runs + also:
        keep.update(range(max(0, first - MARGIN), min(size, last + MARGIN)))
    order = sorted(keep)
    kept = Lexemes(
        lexemes.text, "".join([lexemes.classes[i] for i in order]), [lexemes.starts[i] for i in order],
        [lexemes.ends[i] for i in order], [lexemes.words[i] for i in order], lexemes.day_first,
    )  # fmt: skip
    return kept, {old: new for new, old in enumerate(order)}


def digits_class(digits: str) -> str:
    """What a run of digits can be: a day of the month, a year, or only a number."""
    if len(digits) <= 2:
        return CLASS["DAY"] if 1 <= int(digits) <= 31 else CLASS["TWODIGITS"]
    if len(digits) == 4:
        return CLASS["YEAR"] if "1000" <= digits < "2100" else CLASS["FOURDIGITS"]
    return CLASS["INTEGER"]


def lex(text: str) -> Lexemes:
    """Cut the text into lexemes."""
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    other = CLASS["OTHERWORD"]
    mark = {sign: CLASS[name] for sign, name in MARKS.items()}
    for match in LEXEME.finditer(text):
        group = match.lastindex or 0
        word = match.group()
        if group in (LONG_WORD_GROUP, WORD_GROUP):
            word = word.lower()
            classes.append(WORDS.get(word, other))
        elif group == DIGITS_GROUP:
            # Digits inside a code or an address ("h3Pm") are no number, but those of "FY23" and "3Q23" are.
            inside = match.start() and text[match.start() - 1].isalpha() and words[-1] != "fy"
            inside = inside and classes[-1] != CLASS["QCODE"]
            classes.append(CLASS["MARK"] if inside else digits_class(word))
        elif group == MARK_GROUP:
            classes.append(mark.get(word, CLASS["MARK"]))
        else:
            classes.append(FORM[group])
            word = word.lower()
        starts.append(match.start())
        ends.append(match.end())
        words.append(word)
    shown = "".join(classes)
    return Lexemes(text, shown, starts, ends, words, is_day_first(shown, words))


DAY_MONTH = re.compile(f"[{CLASS['DAY']}{CLASS['ORDINALDIGITS']}][{CLASS['MONTH']}{CLASS['MONTHABBR']}]")
MONTH_DAY = re.compile(f"[{CLASS['MONTH']}{CLASS['MONTHABBR']}]{CLASS['DOT']}?{CLASS['DAY']}")


def is_day_first(classes: str, words: list[str]) -> bool:
    """Whether 3/4 is 3 April here: as a date like 17/3 shows, else as those with the month's name are written."""
    numeric = CLASS["NUMERIC"]
    at = classes.find(numeric)
    if at < 0:
        return False
    while at >= 0:
        first, _, rest = words[at].partition("/")
        second = rest.partition("/")[0]
        if second and len(first) < 3 and (int(first) > 12) != (int(second) > 12):
            return int(first) > 12
        at = classes.find(numeric, at + 1)
    return bool(DAY_MONTH.search(classes)) and not MONTH_DAY.search(classes)
