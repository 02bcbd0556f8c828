"""On which day: the date of an event and how it is known.

In this order, each rule stated where it stands: the time expression that the trigger governs; that of its clause or of
the verb it depends on; then, in `narrative`, what is inferred: the same event told elsewhere, the running date, the
publication date.  A date that tense or modality contradicts is never given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from service.extraction.annotations import DateBasis, Dating, Precision, Time
from service.extraction.article import Article
from service.extraction.events.modality import Reality
from service.extraction.events.stretches import MOVING, stretches
from service.extraction.events.telling import Dated
from service.extraction.events.tree import Tree

CLIMB = 8
COMPARED = 8  # words before a date in which a comparison shows
NEAR = 4  # dates of one word that are looked at on either side
HEAD = 400  # characters of the article's head, where a date on a line of its own is the day of the story
# Places between an event and its date belong to the event: "their meeting in Beijing, China, February 4".
TRANSPARENT = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
# Prepositions over which a date at the end of a noun phrase is still the verb's: "held talks in Geneva on Monday".
LOOSE = frozenset({"in", "at", "with", "to", "for", "on", "into", "near", "by", "against", "between", "over"})
# Relations over which a word has the date of the word above it: the same clause, or one that tells of the same time.
SAME_TIME = frozenset({
    "dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr", "compound", "amod", "appos", "xcomp", "pcomp", "conj", "acl",
    "advcl", "dative", "agent", "poss", "nmod", "oprd", "dep",
})  # fmt: skip
OTHER_TIME = frozenset({
    "since", "before", "after", "until", "till", "if", "unless", "because", "although", "though", "for", "over",
    "despite", "about", "amid",
})  # fmt: skip
CHANGES = frozenset({
    "increase", "decrease", "up", "down", "rise", "fall", "drop", "gain", "point", "percent", "%", "decline",
})  # fmt: skip
OF_THE_TELLING = frozenset({"always", "usually", "often", "once", "ago", "ever", "previously", "formerly", "earlier"})


RECENT = re.compile(r"\b(past|last|recent)\b", re.IGNORECASE)
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "one-year": 1, "two-year": 2, "five-year": 5, "ten-year": 10, "twentieth": 20, "fiftieth": 50,
}  # fmt: skip
LENGTH = re.compile(r"P(\d{1,4})([YMWD])")


DECADE = 3650  # days: what is longer dates nothing but the word it stands at


class Calendar:
    """The time expressions of one article, by the tokens that govern them."""

    def __init__(self, article: Article, tree: Tree, times: tuple[Time, ...]) -> None:
        self.article = article
        self.tree = tree
        self.published = article.published.isoformat() if article.published else None
        self.day = self.dateline(times) or self.published
        self.governed: dict[int, list[tuple[Time, Dating]]] = {}
        self.timed: dict[int, Time] = {}
        # sentence → its one date and the words that govern it; None where it has several
        self.by_sentence: dict[int, tuple[list[int], Time, Dating] | None] = {}
        spans = [(time, article.tokens(time.start, time.end)) for time in times]
        for time, span in spans:
            self.timed.update(dict.fromkeys(range(span.start, span.end), time))
        ends = stretches(article, times)
        for time, span in spans:
            if time.type == "SET":
                continue
            head = span.root.i
            governors, word = self.governors(head)
            stretch = ends.get(time.id) if not any(tree.lemmas[i] in MOVING for i in governors) else None
            dating = stretch or self.bounds(time, word)
            if dating is None or self.is_compared(span.start, word):
                continue
            sentence = article.sentence_of[span.start]
            other = self.by_sentence.get(sentence, (governors, time, dating))
            alike = other is not None and (other[2].earliest, other[2].latest) == (dating.earliest, dating.latest)
            self.by_sentence[sentence] = other if alike else None
            for governor in governors:
                self.governed.setdefault(governor, []).append((time, dating))

    def is_compared(self, first: int, word: str) -> bool:
        """ "Than a year earlier", "its lowest since May", "up from March": nothing happened then."""
        tree = self.tree
        if first > 0 and tree.lowers[first - 1] == "than":
            return True
        before = range(max(0, first - COMPARED), first)
        if word == "since":
            return any(tree.tags[i] in {"JJS", "RBS"} or tree.lowers[i] in {"first", "record"} for i in before)
        return word == "from" and any(tree.lemmas[i] in CHANGES for i in before)

    def dateline(self, times: tuple[Time, ...]) -> str | None:
        """The day that a line of its own gives at the article's head, as bulletins do: the story's day."""
        text = self.article.text
        for time in times:
            if time.start > HEAD:
                break
            before = text[: time.start].rpartition("\n")[2]
            after = text[time.end :].partition("\n")[0]
            if not before.strip() and not after.strip(" .") and is_day(time):
                return day(time.earliest)
        return None

    def governors(self, head: int) -> tuple[list[int], str]:
        """The words that a time expression dates, and the preposition before it.

        The noun or verb above it; and where that noun is the object in which the clause ends, the verb too, since
        nobody, least of all a parser, can say which of both "on Monday" belongs to.
        """
        tree = self.tree
        found: list[int] = []
        word = ""
        below = head
        for above in tree.above(head, CLIMB):
            if tree.deps[below] in {"pobj", "pcomp"} and below in self.timed and above not in self.timed:
                word = tree.lowers[above]
            elif found and tree.deps[below] == "pobj" and tree.lowers[above] not in LOOSE:
                break
            if above not in self.timed:
                if tree.is_verb(above) and tree.deps[above] not in {"aux", "auxpass"}:
                    found.append(above)
                    if tree.deps[above] != "xcomp" or head < above:
                        return found, word
                if tree.is_noun(above) and tree.types[above] not in TRANSPARENT:
                    found.append(above)
                    own = word in {"of", "from", "since"} or head < above
                    if own or tree.deps[above] not in {"dobj", "attr", "pobj"}:
                        break
            below = above
        return (found or [below]), word

    def bounds(self, time: Time, word: str) -> Dating | None:
        """The calendar bounds of the expression, opened by "since", "until", "before"; None where it has none."""
        earliest, latest = day(time.earliest), day(time.latest)
        if earliest is None and latest is None and time.type == "DURATION" and RECENT.search(time.text):
            earliest, latest = past(time.value, self.published), self.published
        if earliest is None and (latest is None or time.type == "DURATION"):
            return None
        if word == "since":
            return Dating(earliest, self.published, "other", "expression")
        if word in {"until", "till"}:
            return Dating(None, latest, "other", "expression")
        if word == "before":
            return Dating(None, shifted(earliest, -1), "other", "expression")
        if word == "after" and time.type == "DATE":
            return Dating(shifted(latest, 1), None, "other", "expression")
        ahead = earliest is not None and (self.published is None or earliest > self.published)
        if word in {"from", "starting", "beginning"} and earliest == latest and ahead:
            return Dating(earliest, None, "other", "expression")
        if word == "by" and self.published and latest and latest > self.published:
            return Dating(self.published, latest, "other", "expression")
        return Dating(earliest, latest, precision_of(time.value), "expression")

    def of(self, trigger: int, reality: Reality) -> Dated | None:
        """The date from an expression of the trigger itself, of its clause, or of the verb it depends on."""
        if passed := self.anniversary(trigger):
            return passed
        for depth, word in enumerate(self.chain(trigger)):
            for time, dating in self.nearest(word, self.article.starts[trigger]):
                narrow = depth == 0 or width(dating) < DECADE or opened(dating)
                if narrow and self.allows(dating, reality, own=depth == 0):
                    return Dated(dating, time.id, depth == 0)
        return None

    def in_sentence(self, trigger: int, reality: Reality) -> Dated | None:
        """The one date of the sentence, where it stands above the trigger: in the clause that holds the trigger's."""
        only = self.by_sentence.get(self.article.sentence_of[trigger])
        if only is None:
            return None
        governors, time, dating = only
        below = trigger
        for above in self.tree.above(trigger, CLIMB):
            if self.tree.deps[below] == "ccomp" and (
                dating.latest != self.published or reality.modality != "asserted" or self.is_background(trigger)
            ):
                return None
            if not self.allows(dating, reality, own=False):
                return None
            if above in governors:
                return Dated(dating, time.id, False)
            below = above
        return None

    def nearest(self, word: int, offset: int) -> list[tuple[Time, Dating]]:
        """The dates that the word governs, the nearest to the offset first; a few, however many it has."""
        dates = self.governed.get(word)
        if not dates:
            return []
        place = bisect_left(dates, offset, key=lambda pair: pair[0].start)
        return sorted(dates[max(0, place - NEAR) : place + NEAR], key=lambda pair: abs(pair[0].start - offset))

    def anniversary(self, trigger: int) -> Dated | None:
        """So many years before the day whose anniversary of the event it is."""
        tree = self.tree
        up = list(tree.above(trigger, 2))
        if len(up) < 2 or tree.lowers[up[0]] != "of" or tree.lemmas[up[1]] != "anniversary":
            return None
        words = [tree.lowers[kid] for kid in tree.kids[up[1]]]
        years = next((n for word in words if (n := ORDINALS.get(word) or leading_number(word))), None)
        marked = self.marked(up[1])
        if years is None or marked is None:
            return None
        then = years_before(day(marked.earliest), years)
        return Dated(Dating(then, then, "day", "expression"), None, True) if then else None

    def marked(self, anniversary: int) -> Time | None:
        """The day that is the anniversary: in apposition to it before or after, or what "marks" it."""
        tree = self.tree
        first = tree.first(anniversary)
        near = [first - 1, first - 2, tree.last(anniversary) + 2]
        verb = tree.heads[anniversary]
        if tree.lemmas[verb] in {"mark", "be", "commemorate", "celebrate"}:
            near += tree.children(verb, "nsubj", "npadvmod")
        near.append(verb)
        found = (self.timed.get(i) for i in near)
        return next((time for time in found if time and is_day(time)), None)

    def chain(self, trigger: int) -> Iterator[int]:
        """The trigger and, nearest first, the words whose date is its own too."""
        tree = self.tree
        yield trigger
        below = trigger
        for above in tree.above(trigger, CLIMB):
            if tree.deps[below] not in SAME_TIME:
                return
            if tree.deps[below] in {"advcl", "acl"} and any(
                tree.lowers[kid] in OTHER_TIME for kid in tree.children(below, "mark", "prep", "advmod")
            ):
                return
            if tree.deps[below] in {"pobj", "pcomp"} and tree.lowers[above] in OTHER_TIME:
                return
            yield above
            below = above

    def allows(self, dating: Dating, reality: Reality, own: bool = True) -> bool:
        """Whether tense and modality agree with the date: what is planned is not over, what is told is not to come."""
        if self.published is None:
            return True
        if reality.modality in {"planned", "requested"} and reality.tense in {"future", None}:
            return dating.latest is None or dating.latest > self.published or (own and dating.latest == self.published)
        if reality.modality == "asserted" and not own and self.is_ahead_all(dating):
            return False
        # the present may be of a schedule: "arrives on Monday"
        if reality.modality == "asserted" and reality.tense == "past":
            return dating.earliest is None or dating.earliest <= self.published
        return True

    def on_publication(self, trigger: int, reality: Reality) -> Dated | None:
        """The publication day, for what is told in the past or present as having happened and for nothing else."""
        if self.day is None or reality.modality != "asserted" or reality.tense not in {"past", "present"}:
            return None
        if self.is_background(trigger):
            return None
        basis: DateBasis = "published" if self.day == self.published else "context"
        return Dated(Dating(self.day, self.day, "day", basis), None, False)

    def is_background(self, trigger: int) -> bool:
        """A pluperfect or a clause of habit: it lies before the telling, nobody says how far."""
        tree = self.tree
        verb = trigger
        if not tree.is_verb(verb):
            verb = next((above for above in tree.above(trigger, CLIMB) if tree.is_verb(above)), trigger)
        return any(
            (tree.deps[kid] == "aux" and tree.lowers[kid] == "had") or tree.lowers[kid] in OF_THE_TELLING
            for kid in tree.kids[verb]
        )

    def is_ahead(self, dating: Dating) -> bool:
        return bool(self.published and dating.latest and dating.latest > self.published)

    def is_ahead_all(self, dating: Dating) -> bool:
        return bool(self.published and dating.earliest and dating.earliest > self.published)

    def is_dated_sentence(self, trigger: int) -> bool:
        return self.article.sentence_of[trigger] in self.by_sentence


def is_day(dated: Time | Dating) -> bool:
    """Whether it is one calendar day."""
    return dated.earliest is not None and dated.latest is not None and dated.earliest[:10] == dated.latest[:10]


def day(value: str | None) -> str | None:
    return value[:10] if value else None


def shifted(value: str | None, days: int) -> str | None:
    """The day so many days later."""
    if value is None:
        return None
    try:
        return (date.fromisoformat(value) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def leading_number(word: str) -> int | None:
    """The number of "25th"."""
    found = re.match(r"(\d{1,3})(?:st|nd|rd|th)$", word)
    return int(found[1]) if found else None


def past(value: str, end: str | None) -> str | None:
    """The day on which a stretch of so long (a TIMEX3 duration) began that ends on the day `end`."""
    length = LENGTH.fullmatch(value)
    if length is None or end is None:
        return None
    number, unit = int(length[1]), length[2]
    last = date.fromisoformat(end)
    if unit in "YM":
        months = last.year * 12 + last.month - 1 - number * (12 if unit == "Y" else 1)
        return years_and_months(months, last.day)
    return shifted(end, -number * (7 if unit == "W" else 1))


def years_and_months(months: int, dom: int) -> str | None:
    """The day of the month `months` (counted from year 0), or the month's last where it is shorter."""
    for day_ in range(dom, 27, -1) if dom > 28 else (dom,):
        try:
            return date(months // 12, months % 12 + 1, day_).isoformat()
        except ValueError:
            continue
    return None


def years_before(value: str | None, years: int) -> str | None:
    """The same day so many years earlier."""
    if value is None:
        return None
    then = date.fromisoformat(value)
    return years_and_months((then.year - years) * 12 + then.month - 1, then.day)


def precision_of(value: str) -> Precision:
    """What the TIMEX3 value pins down."""
    head = value.split("T")[0]
    parts = head.split("-")
    if "/" in value or not parts[0].isdigit():
        return "other"
    if len(parts) == 1:
        sizes: dict[int, Precision] = {4: "year", 3: "decade", 2: "century"}
        return sizes.get(len(head), "other")
    if parts[1].startswith("W"):
        return "week" if len(parts) == 2 else "day" if parts[2].isdigit() else "other"
    if len(parts) == 2:
        return "quarter" if parts[1].startswith("Q") else "month" if parts[1].isdigit() else "other"
    return "day" if len(parts[2]) == 2 and parts[2].isdigit() else "other"


def overlap(a: Dating, b: Dating) -> bool:
    """Whether two dates may be of one event: neither ends before the other begins."""
    return not (
        (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest)
    )


def opened(dating: Dating) -> bool:
    return dating.earliest is None or dating.latest is None


def width(dating: Dating) -> float:
    """Days from the first to the last; an open date is endless."""
    if dating.earliest is None or dating.latest is None:
        return float("inf")
    try:
        return (date.fromisoformat(dating.latest) - date.fromisoformat(dating.earliest)).days
    except ValueError:
        return float("inf")
