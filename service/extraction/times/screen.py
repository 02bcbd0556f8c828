"""False alarms: what looks like a time and is none, told by the parse and by the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.tokens import Token

from service.extraction.article import Article
from service.extraction.times.drafts import Draft
from service.extraction.times.lexemes import CLASS, Lexemes
from service.lexicons import load

LISTS: dict[str, list[str]] = load("times")["screens"]
(
    SHORT_WEEKDAYS, TITLES, NUMBERED, COUNTED, YEAR_BEFORE, CLOCK_BEFORE, MONTH_NAMES, FESTIVE, SEASONAL, PAPERS,
    RECORDED, FOURTHS,
) = (
    frozenset(LISTS[name])
    for name in (
        "short_weekdays", "titles", "numbered", "counted", "year_before", "clock_before", "month_names", "festive",
        "seasonal", "papers", "recorded", "fourths",
    )
)  # fmt: skip
DAYS_BEGIN = frozenset(CLASS[name] for name in ("MONTH", "MONTHABBR", "WEEKDAY", "WEEKDAYABBR", "DAY", "ORDINALDIGITS"))
Screen = Callable[[Article, Lexemes, int, int, Draft], bool]
SCREENS: dict[str, Screen] = {}


def screens(*rules: str) -> Callable[[Screen], Screen]:
    def register(screen: Screen) -> Screen:
        SCREENS.update(dict.fromkeys(rules, screen))
        return screen

    return register


def is_false_alarm(article: Article, lexemes: Lexemes, first: int, last: int, rule: str, draft: Draft) -> bool:
    """Whether the lexemes `first` … `last` (excluded), matched by the rule, are no time."""
    if rule in NAMEABLE and is_in_a_name(article, lexemes, last - 1):
        return True
    screen = SCREENS.get(rule)
    return screen is not None and screen(article, lexemes, first, last, draft)


QUOTES = frozenset({'"', "“", "‘", "`"})
# Rules whose words are parts of names: "Russia Today", "CBS This Morning", "The Daily Mail".
NAMEABLE = frozenset(
    {"today", "tonight", "daily", "rel_unit", "part", "now", "each", "future", "the_part", "the_season"}
)
NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON", "LAW", "FAC", "GPE"})


def is_in_a_name(article: Article, lexemes: Lexemes, index: int) -> bool:
    """Whether a word with a capital letter, not the first of a sentence or a quotation, is part of a name."""
    token = article.token(lexemes.starts[index])
    if index > 0 and original(lexemes, index)[0].isupper() and original(lexemes, index - 1)[0].isupper():
        quoted = word_at(lexemes, index - 2) in QUOTES and index > 1
        if quoted and lexemes.ends[index - 2] == lexemes.starts[index - 1]:
            return True  # a programme: "This Week"
    if not original(lexemes, index)[0].isupper() or not token.i or not token.nbor(-1).is_alpha or token.is_sent_start:
        return False
    if token.lower_ == "today" and token.nbor(-1).lower_ in {"the", "on"}:
        return True
    return token.ent_type_ in NAMES or (token.lower_ in {"today", "tomorrow"} and token.nbor(-1).tag_ == "NNP")


def word_at(lexemes: Lexemes, index: int) -> str:
    return lexemes.words[index] if 0 <= index < len(lexemes.words) else ""


def original(lexemes: Lexemes, index: int) -> str:
    return lexemes.text[lexemes.starts[index] : lexemes.ends[index]]


@screens("m", "rel_month", "mdy", "dmy", "my", "range_mdd", "range_ddm")
def is_no_month(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """No month: "may" the modal, "march" the protest and the verb, "Mr. May", "April" the woman."""
    if last - first == 1 and word_at(lexemes, first - 1 - (word_at(lexemes, first - 1) == ".")) in TITLES:
        return True
    for i in range(first, last):
        word = lexemes.words[i]
        if word not in MONTH_NAMES:
            continue
        if original(lexemes, i)[0].islower():
            return True
        token = article.token(lexemes.starts[i])
        if token.dep_ == "compound" and token.head.i == token.i + 1 and token.head.ent_type_ == "PERSON":
            return True
        if word == "march" and last - first == 1 and is_protest(token, word_at(lexemes, last)):
            return True
        if last - first == 1 and (
            token.tag_ == "MD" or token.ent_type_ in {"PERSON", "ORG"} or token.tag_.startswith("VB")
        ):
            return True
    # A bare abbreviation is too often a word or a name.
    return last - first == 1 and len(lexemes.words[first]) <= 4 and lexemes.words[first] not in {"may", "june", "july"}


def is_protest(token: Token, after: str) -> bool:
    """As in "the March for Life", "March of the Mothers"; but "in March for a week"."""
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "since", "until", "by", "from"}:
        return False
    return after in {"for", "of", "on", "against"} or any(child.dep_ == "poss" for child in token.children)


@screens("weekday", "part_weekday", "rel_weekday", "weekday_of")
def is_no_weekday(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """No weekday: "sun", "sat" and "wed" the words, "the Sun" and "the Sunday Times", newspapers, "Tuesday Weld"."""
    for i in range(first, last):
        if lexemes.words[i] in SHORT_WEEKDAYS:
            stopped = word_at(lexemes, i + 1) == "." and word_at(lexemes, i - 1) not in {"the", "that", "a"}
            return original(lexemes, i)[0].islower() or not stopped
    token = article.token(lexemes.starts[last - 1])
    if token.ent_type_ in {"ORG", "WORK_OF_ART"} and word_at(lexemes, last) in PAPERS:
        return True
    return token.ent_type_ == "PERSON" and token.dep_ == "compound"


@screens("the_year")
def is_no_such_year(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "the 2000 year old tradition"."""
    return word_at(lexemes, last) in {"-", "old"}


@screens("now", "recently")
def is_no_reference(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "the now-cancelled deal", "every now and again", "as recently as 2019"."""
    if word_at(lexemes, first - 1) == "as" and word_at(lexemes, last) == "as":
        return True
    if word_at(lexemes, last) == "and" and word_at(lexemes, last + 1) in {"again", "then"}:
        return True
    return word_at(lexemes, last) == "-" and lexemes.ends[last - 1] == lexemes.starts[last]


@screens("decade")
def is_no_decade(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "in his 30s": an age; "temperatures in the 80s"."""
    if article.token(lexemes.starts[last - 1]).ent_type_ == "QUANTITY" or near_temperature(lexemes, first):
        return True
    return word_at(lexemes, first - 1) in {"his", "her", "their", "my", "your", "its"}


def near_temperature(lexemes: Lexemes, first: int) -> bool:
    return any(
        word in {"temperature", "temperatures", "highs", "lows"} for word in lexemes.words[max(0, first - 6) : first]
    )


# With a capital letter they are named by their year: "the 2010 Act"; "a 1996 law" is of that year.
STATUTES = frozenset({"act", "bill", "law", "code"})
# Marks that make a number of what follows or stands before them.
JOINTS = frozenset({"$", "£", "€", "#", "+", ".", "-", "/", ":"})


@screens("year")
def is_no_year(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """Four digits that count, price or name something."""
    before, after = word_at(lexemes, first - 1), word_at(lexemes, last)
    if last - first > 1:
        return False
    joined = (before in JOINTS and lexemes.ends[first - 1] == lexemes.starts[first]) or before == "no"
    joined |= after in {"%", "percent"} or (after in {"/", "-", ":"} and lexemes.ends[last - 1] == lexemes.starts[last])
    if joined and not (before == "-" and word_at(lexemes, first - 2) in {"pre", "post", "mid"}):
        return True
    token = article.token(lexemes.starts[first])
    if token.ent_type_ in {"MONEY", "QUANTITY", "PERCENT", "ORG", "PRODUCT", "PERSON", "WORK_OF_ART", "LAW"}:
        return True
    if before in NUMBERED or after in COUNTED or (after in STATUTES and original(lexemes, last)[0].isupper()):
        return True
    if lexemes.words[first] < "1700" and before not in YEAR_BEFORE:
        return True
    if (
        token.i
        and token.i + 1 < len(token.doc)
        and token.nbor(1).tag_ == "NNP"
        and token.nbor(-1).tag_ == "NNP"
        and token.dep_ in {"nummod", "compound"}
    ):
        return word_at(lexemes, first - 1).isalpha()
    head = token.head
    return token.ent_type_ != "DATE" and token.dep_ == "nummod" and head.tag_ == "NNS" and head.i == token.i + 1


@screens("shortyear")
def is_no_short_year(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """An opening quotation mark before a number."""
    return word_at(lexemes, first - 1) not in YEAR_BEFORE


@screens("clock")
def is_no_clock(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """A running time, a score, a verse: "18:00" alone is a clock time only behind a preposition, or as a head."""
    if lexemes.words[first] == "lunchtime":
        return is_no_part(article, lexemes, first, last, draft)
    if last - first > 1 or ":" not in lexemes.words[first]:
        return False
    if heads_entry(article.text, lexemes.starts[first], lexemes.ends[first]):
        return False
    return word_at(lexemes, first - 1) not in CLOCK_BEFORE


# "16:05" that stands alone on its line, or before the text of its entry.
CLOCK_HEAD = re.compile(r"^[^\S\n]*(?:[01]\d|2[0-3]):[0-5]\d(?=[^\S\n]*$|[^\S\n]+[A-Z\"'“‘])", re.MULTILINE)
# So many characters away another entry has its head: one alone on a line may be a result.
ENTRY = 3000


def heads_entry(text: str, start: int, end: int) -> bool:
    """Whether a clock time is the head of an entry of a running report, in which others have theirs."""
    line = text.rfind("\n", max(0, start - 9), start) + 1
    if text[line:start].strip() or (line == 0 and start > 8):
        return False
    head = CLOCK_HEAD.match(text, line)
    if head is None or head.end() != end:
        return False
    return bool(CLOCK_HEAD.search(text, end, end + ENTRY) or CLOCK_HEAD.search(text, max(0, line - ENTRY), line))


@screens("holiday")
def is_no_holiday(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "the Good Friday Agreement", "Christmas Island", "a Christmas tree"; "St. Patrick's Day" is no saint."""
    token = article.token(lexemes.starts[last - 1])
    names = {"LAW", "WORK_OF_ART"} if last - first > 1 else NAMES | {"LOC"}
    return token.ent_type_ in names or word_at(lexemes, last) in FESTIVE


@screens("the_season", "rel_season")
def is_no_season(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """No season: "fall" and "spring" as verbs, "the fall of the wall"; "winter wheat"."""
    token = article.token(lexemes.starts[last - 1])
    if token.tag_.startswith("VB") or token.ent_type_ in {"PERSON", "ORG", "GPE", "FAC", "PRODUCT"}:
        return True
    if last - first > 1 and draft.way is not None:
        return False
    if token.dep_ == "compound" and token.text.islower() and (last - first == 1 or token.head.lower_ in SEASONAL):
        return True
    if lexemes.words[last - 1] in {"fall", "falls", "spring"}:
        return token.ent_type_ != "DATE" or word_at(lexemes, last) in {"of", "in"}
    return False


@screens("current")
def is_no_current(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """A current of water or air; "the now-current" deal."""
    return article.token(lexemes.starts[first]).tag_ != "JJ" or word_at(lexemes, last) == "-"


@screens("the_unit")
def is_no_unit(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "the day-long meeting", "the day care", "the day that he came", "the day before he came"."""
    if word_at(lexemes, last) == "-" or (
        lexemes.words[last - 1] == "day" and article.token(lexemes.starts[last - 1]).dep_ == "compound"
    ):
        return True
    clause = word_at(lexemes, last) in {"that", "when", "before", "after", "this", "he", "she", "they", "i", "we", "it"}
    return lexemes.words[last - 1] == "day" and last - first == 2 and clause


@screens("rel_unit")
def is_no_rel_unit(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "the last day of the trial": not the day before the publication."""
    words = lexemes.words
    of_it = word_at(lexemes, last) == "of" and words[first] == "the" and "last" in words[first:last]
    return of_it and words[last - 1] in {"day", "week"}


@screens("the_part")
def is_no_part(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    words = lexemes.words
    if "-" in words[first:last]:
        return True
    if (
        words[first] == "late"
        and words[last - 1] == "night"
        and article.token(lexemes.starts[last - 1]).dep_ == "compound"
    ):
        return True  # "late night comedy"
    if words[last - 1] == "lunchtime":  # "asked whether it was lunchtime"
        return word_at(lexemes, first - 1) not in CLOCK_BEFORE
    if words[last - 1] in {"noon", "midnight", "midday"}:
        return False
    if word_at(lexemes, last) == "of":
        return lexemes.classes[last + 1 : last + 2] not in DAYS_BEGIN
    in_the = words[first] == "the" and word_at(lexemes, first - 1) == "in" and last - first == 2
    return not (words[first] in {"early", "mid", "late"} or in_the)


@screens("future")
def is_no_future(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "future earnings", "their future": but "in future"."""
    return last - first == 1 and word_at(lexemes, first - 1) != "in"


@screens("the_past")
def is_no_past(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "the past three summers": an adjective."""
    token = article.token(lexemes.starts[last - 1])
    return token.lower_ != "past" or token.dep_ in {"amod", "compound", "nmod"}


@screens("daily")
def is_no_set(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "quarterly dividend": a kind of dividend; "bi-weekly"."""
    if word_at(lexemes, first - 1) == "-":
        return True
    if last < len(lexemes.words) and original(lexemes, first)[0].isupper() and original(lexemes, last)[0].isupper():
        return lexemes.ends[first] + 1 == lexemes.starts[last]  # a name: "the Weekly Standard"
    return lexemes.words[first] == "quarterly" and article.token(lexemes.starts[first]).tag_ != "RB"


@screens("soon")
def is_no_soon(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "as soon as trading opened", "how soon"."""
    before, after = word_at(lexemes, first - 1), word_at(lexemes, last)
    return last - first == 1 and (before in {"as", "how", "too", "so"} or after in {"after", "as", "enough", "-"})


@screens("bare_units")
def is_no_duration(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """A plural unit counts as a duration after a preposition of time or before one: "for years", "days after"."""
    before, after = word_at(lexemes, first - 1), word_at(lexemes, last)
    leads = before in {"for", "in", "just", "within", "after", "over"}
    if after == "of":  # "weeks of talks", but "three-quarters of it", "in the early hours of Friday"
        return before in {"-", "early", "small", "wee"} or is_record(lexemes, first, last)
    return not leads and after not in {"before", "after", "earlier", "later"}


REACH = 6  # lexemes


def is_record(lexemes: Lexemes, first: int, last: int) -> bool:
    """As in "the minutes of Thursday's meeting"."""
    return lexemes.words[first] == "minutes" and not RECORDED.isdisjoint(lexemes.words[last + 1 : last + REACH])


AUXILIARY = frozenset({"to", "will", "ll", "would", "could", "may", "might", "must", "should", "can"})


@screens("past_n", "vague_units")
def is_no_stretch(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """As in "is due to last 30 days", "could last weeks": a verb, and only the rest is a length."""
    verb = word_at(lexemes, first - 1) in AUXILIARY or article.token(lexemes.starts[first]).tag_ in {"VB", "VBP"}
    return (verb and lexemes.words[first] == "last") or is_no_length(article, lexemes, first, last, draft)


@screens("duration", "half_unit")
def is_no_length(article: Article, lexemes: Lexemes, first: int, last: int, draft: Draft) -> bool:
    """Ages ("a 6-year-old"), and "a quarter" that is a fourth part."""
    if word_at(lexemes, last) in {"-", "–"} and word_at(lexemes, last + 1) == "old":
        return True
    if word_at(lexemes, last) == "old":
        return True
    if (
        lexemes.words[last - 1] == "quarter"
        and word_at(lexemes, last + (word_at(lexemes, last) in {"-", "–"})) in FOURTHS
    ):
        return True
    fraction = word_at(lexemes, last - 2) in {"-", "three", "a", "one"}
    return (
        lexemes.words[last - 1] in {"quarter", "quarters"}
        and fraction
        and (word_at(lexemes, last) in {"of", "to"} or word_at(lexemes, last - 2) == "-")
    )
