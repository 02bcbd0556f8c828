"""On which day: the date of an event and how it is known.

In this order, each rule stated where it stands: the time expression that the trigger governs; that of its clause or of
the verb it depends on; then, in `narrative`, what is inferred: the same event told elsewhere, the running date, the
publication date.  A date that tense or modality contradicts is never given.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens

from service import lexicons
from service.extraction.annotations import Dating, Precision, Time, is_day
from service.extraction.article import Article
from service.extraction.events import anniversaries, eves
from service.extraction.events.awaited import is_awaited, is_of_verb, was_to_be
from service.extraction.events.bounds import (
    counted,
    day,
    opened,
    past,
    precision_of,
    shifted,
    width,
)
from service.extraction.events.given import is_known, is_restrictive
from service.extraction.events.modality import Reality
from service.extraction.events.portions import portions
from service.extraction.events.setting import settings
from service.extraction.events.stretches import MOVING, is_elsewhere_told, said_again, stretches
from service.extraction.events.telling import Dated
from service.extraction.events.tree import Tree
from service.extraction.governors import POSTPONING
from service.extraction.governors import governors as governors_of
from service.extraction.headings import Headings

CLIMB = 8
COMPARED = 8  # words before a date in which a comparison shows
NEAR = 4  # dates of one word that are looked at on either side
HEAD = 400  # characters of the article's head, where a date on a line of its own is the day of the story
# Relations over which a word has the date of the word above it: the same clause, or one that tells of the same time.
SAME_TIME = frozenset({
    "dobj", "pobj", "prep", "nsubj", "nsubjpass", "attr", "compound", "amod", "appos", "xcomp", "pcomp", "conj", "acl",
    "advcl", "dative", "agent", "poss", "nmod", "oprd", "dep", "acomp",
})  # fmt: skip
OTHER_TIME = frozenset({
    "since", "before", "after", "until", "till", "if", "unless", "because", "although", "though", "for", "over",
    "despite", "about", "amid",
})  # fmt: skip
# Before a participle they say why: of what has been before, or always was.
REASONS = frozenset({"for", "about", "over", "despite", "amid"})
ELSEWHERE = frozenset({"pobj", "relcl"})  # of an anniversary, of a date: where a sentence's own dates are not all
CHARGING = frozenset({"accuse", "convict", "acquit", "suspect", "guilty"})
PROSECUTING = frozenset(lexicons.load("event_nouns")["prosecuting"])
HOSTING = frozenset({"in", "at", "during"})
AWAY = {"after": 1, "before": -1}
# From what is known to the day one counts days, months and years; from a month no days, from a year only years.
COUNTABLE = {"day": "DWMY", "month": "MY", "year": "Y"}
PRECISIONS: dict[str, Precision] = {"Y": "year", "M": "month"}
CHANGES = frozenset({
    "increase", "decrease", "up", "down", "rise", "fall", "drop", "gain", "point", "percent", "%", "decline",
})  # fmt: skip
OF_ANOTHER_TIME = frozenset(lexicons.load("event_nouns")["of_another_time"])


THEN, AT_FIRST = (["at", "the", "time"], ["at", "that", "time"]), ["at", "first"]
CLOCK = re.compile(r"(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\b\.?)?|noon|midnight)", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})
PARTS = frozenset({"day", "night", "morning", "evening", "afternoon", "week", "weekend", "month", "year"})
SOON = re.compile(r"\b(?:minutes?|seconds?|moments?|(?:an|one|two) hours?)\b", re.IGNORECASE)
END = re.compile(r"(?:the\s+)?(?:end|close)\b", re.IGNORECASE)
LONG = re.compile(r"P(?:[\dX]+(?:Y|M|W|DE|CE|Q)|\d\dD|7D)")
EARLIER = re.compile(r"earlier\b", re.IGNORECASE)
RECENT = re.compile(r"\b(past|last|recent)\b", re.IGNORECASE)
COUNTED = frozenset({"later", "earlier", "afterwards", "afterward", "before", "after"})
RECENTLY = 31  # days
WEEK = 7
DAYS_OLD = 3  # days before publication, at most, of a story that a paper still reports
YEAR = 366
DECADE = 3650  # days: what is longer dates nothing but the word it stands at


class Calendar:
    """The time expressions of one article, by the tokens that govern them."""

    def __init__(self, article: Article, tree: Tree, times: tuple[Time, ...]) -> None:
        self.article = article
        self.tree = tree
        self.published = article.published.isoformat() if article.published else None
        self.headings = Headings(article, times)
        self.day = (None if self.headings.ids else self.dateline(times)) or self.published
        self.governed: dict[int, list[tuple[Time, Dating]]] = {}
        self.timed: dict[int, Time] = {}
        self.away: dict[int, tuple[int, str]] = {}  # "after" of "two days after" → 1, "P2D"; "before" → -1
        self.later: dict[int, Time] = {}  # "reelected" of "reelected four years later" → the four years
        self.closest: set[int] = set()  # the words that expressions stand at, not those above them
        self.refused: set[int] = set()
        self.clocks: set[str] = set()  # times of day without a day of their own: "at 10:22 p.m."
        moved: dict[int, list[tuple[Time, Dating]]] = {}
        # sentence → its one date and the words that govern it; None where it has several
        self.by_sentence: dict[int, tuple[list[int], Time, Dating] | None] = {}
        self.eves = eves.told_by(tree)
        spans = [(time, article.tokens(time.start, time.end)) for time in times]
        self.place(spans)
        ends = stretches(article, times)
        parts, wholes = portions(article, times)
        breaks = [i for i, word in enumerate(tree.words) if word == ";"] if times and ";" in article.text else []
        for n, (time, span) in enumerate(spans):
            if (
                time.type == "SET"
                or time.id in wholes
                or time.id in self.headings.ids
                or (n + 1 < len(times) and said_again(article.text, time, times[n + 1]))
                or is_elsewhere_told(article.text, time)
            ):
                continue
            head = span.root.i
            governors, word = governors_of(tree, self.timed, head, breaks)
            if word == "from" and tree.lemmas[governors[0]] in POSTPONING:
                continue  # "postponed from Monday": nothing happened then
            moved_there = word == "moved" or any(tree.lemmas[i] in MOVING for i in governors)
            stretch = ends.get(time.id) if not moved_there else None
            if word in {"until", "till"} and governors[0] in tree.negated:
                word = ""  # "was not found until Monday"
            dating = stretch or parts.get(time.id) or self.bounds(time, word)
            after = tree.lowers[span.end] if span.end < len(tree.lowers) else ""
            if dating is None and (after in COUNTED or tree.lowers[span.end - 1] in COUNTED):
                if SOON.search(time.text):
                    continue  # "four minutes later": the same day
                self.refused.update(governors)
                if after == "later" or tree.lowers[span.end - 1] == "later":
                    self.later[governors[0]] = time  # than what was told before: see `narrative`
            if dating is None or self.is_compared(span.start, word):
                continue
            if time.type == "TIME" and dating.latest == self.published and CLOCK.fullmatch(time.text):
                self.clocks.add(time.id)
            sentence = article.sentence_of[span.start]
            other = self.by_sentence.get(sentence, (governors, time, dating))
            alike = other is not None and (other[2].earliest, other[2].latest) == (dating.earliest, dating.latest)
            self.by_sentence[sentence] = other if alike else None
            self.closest.add(governors[0])
            for governor in governors:
                self.governed.setdefault(governor, []).append((time, dating))
                if word == "moved":
                    moved[governor] = [(time, dating)]
        # the sentences that speak of a day of the last week, in order
        self.fresh = [
            article.sentence_of[span.start]
            for time, span in spans
            if is_day(time) and self.is_fresh(day(time.earliest))
        ]
        self.governed.update(moved)  # what was put off does not fall on the day first planned
        for main, beside in settings(tree, self.governed).items():
            self.governed[main] = [pair for pair in self.governed[beside] if width(pair[1]) <= YEAR]

    def place(self, spans: Sequence[tuple[Time, Tokens]]) -> None:
        """Note which words are times, and which "after" and "before" count from what follows."""
        tree = self.tree
        for time, span in spans:
            if time.id in self.headings.ids:
                continue
            self.timed.update(dict.fromkeys(range(span.start, span.end), time))
            word = tree.lowers[span.end] if span.end < len(tree.lowers) else ""
            how_long = span.start > 0 and tree.lowers[span.start - 1] == "for"  # "shut for a month after a leak"
            if word in AWAY and time.type == "DURATION" and not how_long:
                self.away[span.end] = (AWAY[word], time.value)

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

    def bounds(self, time: Time, word: str) -> Dating | None:
        """The calendar bounds of the expression, opened by "since", "until", "before"; None where it has none."""
        earliest, latest = day(time.earliest), day(time.latest)
        if earliest is None and latest is None and time.type == "DURATION" and RECENT.search(time.text):
            earliest, latest = past(time.value, self.published), self.published
        if earliest is None and (latest is None or time.type == "DURATION"):
            return None
        if self.published and latest and latest > self.published and EARLIER.match(time.text):
            latest = self.published  # "earlier this week"
        if word == "since":
            ahead = earliest is not None and self.published is not None and earliest > self.published
            return Dating(earliest, None if ahead else self.published, "other", "expression")
        if word in {"until", "till"}:
            return Dating(None, latest, "other", "expression")
        if word == "before" and END.match(time.text):
            word = "by"
        if word == "before" and time.type != "TIME":  # "shortly before 9 pm": that day
            return Dating(None, shifted(earliest, -1), "other", "expression")
        if word in {"after", "beyond"} and time.type == "DATE":
            return Dating(shifted(latest, 1), None, "other", "expression")
        ahead = earliest is not None and (self.published is None or earliest > self.published)
        if word in {"from", "starting", "beginning"} and earliest == latest and ahead:
            return Dating(earliest, None, "other", "expression")
        if word == "by" and self.published and latest and latest > self.published:
            return Dating(self.published, latest, "other", "expression")
        if word == "by" and time.type == "DATE":
            return Dating(None, latest, "other", "expression")
        return Dating(earliest, latest, precision_of(time.value), "expression")

    def told(self, trigger: int, reality: Reality) -> Dated | None:
        """The date that an expression of the sentence gives the trigger."""
        event, off = self.eves.get(trigger, (trigger, 0))
        if off and (trigger not in self.closest or self.day_at(event)):
            self.refused.add(trigger)  # it was the day before or after another event: see `narrative`
            return None
        if not self.away and self.article.sentence_of[trigger] not in self.by_sentence:
            return self.of(trigger, reality) if self.tree.deps[trigger] in ELSEWHERE else None
        dated = self.of(trigger, reality)
        if dated or self.article.sentence_of[trigger] not in self.by_sentence:
            return dated
        return self.in_sentence(trigger, reality) or self.at_end(trigger, reality)

    def of(self, trigger: int, reality: Reality) -> Dated | None:
        """The date from an expression of the trigger itself, of its clause, or of the verb it depends on."""
        if self.tree.deps[trigger] == "pobj" and (marking := anniversaries.marking(self.tree, trigger)) is not None:
            self.refused.add(trigger)  # else nothing here says when
            then = anniversaries.day(self.tree, self.timed, marking, self.published)
            return Dated(Dating(then, then, "day", "expression"), None, True) if then else None
        if self.tree.deps[trigger] == "relcl" and (passed := self.on_that_day(trigger, reality)):
            return passed
        if not self.away and self.article.sentence_of[trigger] not in self.by_sentence:
            return None  # nothing here dates anything
        if trigger not in self.governed and reality.tense == "past" and (hosted := self.hosted(trigger, reality)):
            return hosted
        alone = trigger in self.refused or is_known(self.tree, trigger)
        words = [trigger] if alone else self.chain(trigger)
        planned_then = reality.modality == "planned" and was_to_be(self.tree, trigger)
        for depth, word in enumerate(words):
            if self.away and (beside := self.days_from(word, reality) or self.days_to(word, reality)):
                return beside
            near = self.nearest(word, self.article.starts[trigger])
            if reality.tense == "past" and reality.modality == "asserted":
                near = [pair for pair in near if not self.is_elsewhere(trigger, *pair)]
            if near and self.is_barred(trigger, word):
                near = [pair for pair in near if not self.is_gone(pair[1])]
            for time, dating in near:
                narrow = depth == 0 or width(dating) < DECADE or opened(dating)
                direct = depth == 0 or is_of_verb(self.tree, trigger, word)
                ahead = self.is_to_come(dating) and is_awaited(self.tree, trigger, word)
                ahead |= depth == 0 and trigger in self.closest and planned_then
                if narrow and (ahead or self.allows(dating, reality, own=direct)):
                    return Dated(dating, time.id, direct or ahead)
            if near and depth == 0 and trigger in self.closest:
                self.refused.add(trigger)  # its own expression is not understood: another's would be a guess
                return None
        return None

    def hosted(self, verb: int, reality: Reality) -> Dated | None:
        """The day of the event in or at which it happened: "was injured in Monday's crash"."""
        tree = self.tree
        if tree.lemmas[verb] in PROSECUTING:
            return None
        for preposition in tree.children(verb, "prep"):
            if tree.lowers[preposition] not in HOSTING:
                continue
            for noun in tree.objects.get(preposition, ()):
                for time, dating in self.governed.get(noun, ()):
                    if time.start < self.article.starts[noun] and self.allows(dating, reality):
                        return Dated(dating, time.id, True)
        return None

    def is_elsewhere(self, trigger: int, time: Time, dating: Dating) -> bool:
        """Whether it is not the date of what is over: a time of day without its day, "at 10:22 p.m.", which is of the
        story's; a term that still runs, "tabled it until Monday", "agreed to meet before the end of the year"."""
        if time.id in self.clocks or self.tree.is_noun(trigger):
            return time.id in self.clocks
        ahead = self.published and dating.latest and dating.latest > self.published
        return bool(ahead and self.published and (dating.earliest or self.published) >= self.published)

    def days_from(self, trigger: int, reality: Reality) -> Dated | None:
        """So many days before or after the dated clause above: "resigned on Monday, two days after the vote"."""
        tree = self.tree
        marks = tree.adverbs.get(trigger, [])
        below = trigger
        if tree.deps[trigger] in {"pobj", "pcomp"}:
            below = tree.heads[trigger]
            marks = [below]
        sign, value = next((self.away[mark] for mark in marks if mark in self.away), (0, ""))
        if not sign or any(is_day(dating) for _, dating in self.governed.get(trigger, ())):
            return None
        above = tree.clause_verb(tree.heads[below])
        told = [dating for _, dating in self.governed.get(above, ())] if above is not None else []
        main = next((dating for dating in told if value[-1] in COUNTABLE.get(dating.precision, "")), None)
        start = main.earliest if main else None if told else self.published
        if start is None or (main is None and sign < 0) or not (ends := counted(value, start[:10], sign)):
            return None
        dating = Dating(*ends, PRECISIONS.get(value[-1], "day"), "context")
        return Dated(dating, None, True) if self.allows(dating, reality) else None

    def days_to(self, verb: int, reality: Reality) -> Dated | None:
        """So many days after or before a clause that has a day of its own: "came two days after it fell on 2 May"."""
        tree = self.tree
        for clause in tree.kids[verb]:
            if tree.deps[clause] != "advcl":
                continue
            sign, value = next((self.away[mark] for mark in tree.adverbs.get(clause, ()) if mark in self.away), (0, ""))
            day_told = next((dating for _, dating in self.governed.get(clause, ()) if is_day(dating)), None)
            if sign and day_told and day_told.earliest and (ends := counted(value, day_told.earliest[:10], -sign)):
                dating = Dating(*ends, PRECISIONS.get(value[-1], "day"), "context")
                return Dated(dating, None, True) if self.allows(dating, reality) else None
        return None

    def on_that_day(self, trigger: int, reality: Reality) -> Dated | None:
        """That of the expression whose relative clause tells of the event: "in 1994, when war broke out"."""
        tree = self.tree
        time = self.timed.get(tree.heads[trigger])
        if time is None or not any(tree.lowers[kid] == "when" for kid in tree.kids[trigger]):
            return None
        dating = self.bounds(time, "")
        return Dated(dating, time.id, True) if dating and self.allows(dating, reality) else None

    def day_told(self, event: int) -> Dating | None:
        """The day of what may be no trigger: its own, or its clause's, "the fair, which opened on 3 May"."""
        clauses = self.tree.children(event, "relcl")
        near = [pair[1] for word in (event, *clauses) for pair in self.governed.get(word, ())[:1]]
        return self.day_at(event) or next((dating for dating in near if is_day(dating)), None)

    def day_at(self, event: int) -> Dating | None:
        """The day right after the word: "the eve of the vote on May 3"."""
        on = event + 1 < len(self.tree.lowers) and self.tree.lowers[event + 1] == "on"
        time = self.timed.get(event + 2) if on else None
        return self.bounds(time, "") if time and is_day(time) else None

    def in_sentence(self, trigger: int, reality: Reality) -> Dated | None:
        """The one date of the sentence, where it stands above the trigger: in the clause that holds the trigger's."""
        only = self.by_sentence.get(self.article.sentence_of[trigger])
        if only is None or self.is_refused(trigger):
            return None
        governors, time, dating = only
        if is_known(self.tree, trigger) or (time.id in self.clocks and trigger in governors):
            return None
        if self.is_gone(dating) and self.is_timeless(self.tree.clause_verb(trigger)):
            return None
        if width(dating) >= DECADE and not opened(dating):
            return None
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
            if self.tree.deps[below] == "advcl" and self.is_other_time(below):
                return None
            if self.tree.deps[below] in {"pcomp", "pobj"} and self.is_reason(below, above):
                self.refused.add(trigger)  # "ordered an embargo on Monday as punishment for seizing the port"
                return None
            if self.tree.deps[below] == "relcl" and self.only_says_which(below, above):
                return None
            below = above
        return None

    def is_reason(self, word: int, preposition: int) -> bool:
        """Whether it says why something else was done, or what somebody is charged with: it was before."""
        tree = self.tree
        if tree.lowers[preposition] == "of":
            return tree.deps[word] == "pcomp" and tree.lemmas[tree.heads[preposition]] in CHARGING
        if tree.deps[word] == "pobj":
            return tree.lowers[preposition] == "over" and tree.is_verb(tree.heads[preposition])
        return tree.lowers[preposition] in REASONS

    def only_says_which(self, clause: int, noun: int) -> bool:
        """Whether the relative clause says which thing is meant: it may be of any time.  Infinitives and the clauses of
        a date's apposition do not, "climbed a hill to see", "on Jan. 3, the day he left"."""
        tree = self.tree
        if tree.tags[clause] == "VB" or (tree.deps[noun] in {"appos", "npadvmod"} and tree.lowers[noun] in PARTS):
            return False
        return is_restrictive(tree, clause)

    def at_end(self, trigger: int, reality: Reality) -> Dated | None:
        """The recent day with which the sentence ends, where a parser hangs it on an infinitive or participle within.

        "The ministry accused the firm of protecting its monopoly on Tuesday": nobody means the protecting.
        """
        tree = self.tree
        only = self.by_sentence.get(self.article.sentence_of[trigger])
        if only is None or tree.deps[trigger] != "ROOT" or tree.tags[trigger] != "VBD":
            return None
        governors, time, dating = only
        inside = [i for i in governors if tree.is_verb(i)]
        if not inside or not is_day(dating) or not self.is_recent(dating):
            return None
        return (
            Dated(dating, time.id, False)
            if all(tree.tags[i] == "VBG" and tree.deps[i] == "pcomp" for i in inside)
            else None
        )

    def nearest(self, word: int, offset: int) -> list[tuple[Time, Dating]]:
        """The dates that the word governs, the nearest to the offset first; a few, however many it has."""
        dates = self.governed.get(word)
        if not dates:
            return []
        place = bisect_left(dates, offset, key=lambda pair: pair[0].start)
        return sorted(dates[max(0, place - NEAR) : place + NEAR], key=lambda pair: abs(pair[0].start - offset))

    def chain(self, trigger: int) -> Iterator[int]:
        """The trigger and, nearest first, the words whose date is its own too."""
        tree = self.tree
        yield trigger
        below = trigger
        for above in tree.above(trigger, CLIMB):
            if tree.deps[below] not in SAME_TIME:
                return
            if tree.deps[below] in {"advcl", "acl"} and self.is_other_time(below):
                return
            if tree.deps[below] in {"pobj", "pcomp"} and (
                tree.lowers[above] in OTHER_TIME or self.is_reason(below, above)
            ):
                return
            yield above
            below = above

    def is_other_time(self, clause: int) -> bool:
        """Whether the clause tells of another time than the one above, or of its cause or condition."""
        tree = self.tree
        marks = tree.children(clause, "mark", "prep", "advmod")
        return any(kid < clause and tree.lowers[kid] in OTHER_TIME for kid in marks)

    def allows(self, dating: Dating, reality: Reality, own: bool = True) -> bool:
        """Whether tense and modality agree with the date: what is planned is not over, what is told is not to come."""
        if self.published is None:
            return True
        if own and reality.modality == "requested":
            return True  # "rejected demands to publish on Thursday" may be long past
        if reality.modality in {"planned", "requested"} and reality.tense in {"future", None}:
            return dating.latest is None or dating.latest > self.published or (own and dating.latest == self.published)
        if reality.modality == "asserted" and not own and self.is_to_come(dating):
            return False
        if reality.modality == "planned" and not own and dating.latest and dating.latest < self.published:
            return False  # "the launch was postponed on Tuesday"
        # the present may be of a schedule: "arrives on Monday"
        if reality.modality == "asserted" and reality.tense == "past":
            return dating.earliest is None or dating.earliest <= self.published
        return True

    def is_background(self, trigger: int) -> bool:
        """A pluperfect or a clause of habit: it lies before the telling, nobody says how far."""
        verb = self.tree.clause_verb(trigger)
        return verb is not None and (self.is_pluperfect(verb) or self.is_of_another_time(verb))

    def is_barred(self, trigger: int, word: int) -> bool:
        """Whether the word's date, if it is over, cannot be the trigger's, whose clause is in the present perfect."""
        verb = self.tree.clause_verb(trigger)
        own = word in self.closest and word in (trigger, verb)
        return not own and self.is_timeless(verb)

    def is_timeless(self, verb: int | None) -> bool:
        """A present perfect, which in English goes with no day that is over: "the war broke out in May and has driven
        them away"."""
        helpers = self.tree.helpers.get(verb, ()) if verb is not None else ()
        return any(self.tree.lemmas[kid] == "have" and self.tree.tags[kid] in {"VBZ", "VBP"} for kid in helpers)

    def is_gone(self, dating: Dating) -> bool:
        """Whether all of it lies before the publication."""
        return bool(self.published and dating.latest and dating.latest < self.published)

    def is_pluperfect(self, verb: int) -> bool:
        tree = self.tree
        return any(tree.lowers[kid] == "had" and tree.deps[kid] == "aux" for kid in tree.helpers.get(verb, ()))

    def is_of_another_time(self, verb: int) -> bool:
        """Whether an adverb says that it was at another time than the telling's: "recently", "often"."""
        tree = self.tree
        if any(tree.lowers[kid] in OF_ANOTHER_TIME for kid in tree.adverbs.get(verb, ())):
            return True
        lowers = tree.lowers
        return any(lowers[kid : kid + 3] in THEN or lowers[kid : kid + 2] == AT_FIRST for kid in tree.kids[verb])

    def is_beside(self, trigger: int) -> bool:
        """Whether its clause says that it was at another time than the telling's, if not when: what it is about or came
        after has a day of its own ("the January session was called off", "endorsed her after a debate on Monday"), or
        it went on for long ("taught there for 31 years")."""
        verb = self.tree.clause_verb(trigger)
        if verb is None:
            return False
        tree = self.tree
        nouns = list(tree.subjects.get(verb, ()))
        lasted = verb not in tree.passive and not tree.children(verb, "dobj")  # no "was jailed", "shut it for a week"
        for preposition in tree.children(verb, "prep"):
            objects = tree.objects.get(preposition, ())
            if tree.lowers[preposition] in {"after", "following"}:
                nouns += objects
            elif lasted and tree.lowers[preposition] == "for" and any(self.is_long(noun) for noun in objects):
                return True
        return any(
            dating.basis == "expression" and (dating.latest or "9") < (self.day or "")
            for noun in nouns
            for _, dating in self.governed.get(noun, ())
        )

    def is_long(self, noun: int) -> bool:
        """Whether it is a stretch of a week or more: "for 31 years"."""
        time = self.timed.get(noun)
        return time is not None and time.type == "DURATION" and LONG.match(time.value) is not None

    def is_ahead(self, dating: Dating) -> bool:
        return bool(self.published and dating.latest and dating.latest > self.published)

    def is_to_come(self, dating: Dating) -> bool:
        """Whether all of it lies after the publication."""
        return bool(self.published and dating.earliest and dating.earliest > self.published)

    def is_mentioned(self, trigger: int) -> bool:
        """Whether the word may take up what the article tells elsewhere: a noun, or a clause that only says which."""
        tree = self.tree
        return tree.is_noun(trigger) or (
            tree.tags[trigger] in FINITE and tree.deps[trigger] in {"relcl", "acl", "advcl"}
        )

    def is_refused(self, trigger: int) -> bool:
        """Whether the event, or the verb that carries it, has an expression that is not understood."""
        return trigger in self.refused or self.carrier(trigger) in self.refused

    def carrier(self, trigger: int) -> int:
        """The verb that the noun is the object or subject of; the trigger where there is none."""
        above = self.tree.heads[trigger]
        carried = self.tree.deps[trigger] in {"dobj", "nsubjpass", "nsubj"} and self.tree.is_verb(above)
        return above if carried else trigger

    def is_recent(self, dating: Dating, days: int = RECENTLY) -> bool:
        """Whether the day is the publication's or of so many days before."""
        start = shifted(self.published, -days)
        return bool(start and self.published and dating.earliest and start <= dating.earliest <= self.published)

    def is_today(self, dating: Dating) -> bool:
        return is_day(dating) and dating.latest == self.published

    def is_fresh(self, value: str | None) -> bool:
        start = shifted(self.published, -WEEK)
        return bool(value and start and self.published and start <= value <= self.published)

    def is_old(self, dating: Dating) -> bool:
        """Whether it is one of the last days before the publication's, of which a paper still tells."""
        return is_day(dating) and self.is_recent(dating, DAYS_OLD) and dating.latest != self.published

    def is_dated_sentence(self, trigger: int) -> bool:
        """Whether the sentence has a date, other than one of a later clause alone."""
        sentence = self.article.sentence_of[trigger]
        only = self.by_sentence.get(sentence)
        if only is not None and only[1].id in self.clocks:
            return False
        later = only is not None and all(i > trigger and self.tree.deps[i] == "conj" for i in only[0])
        return sentence in self.by_sentence and not later
