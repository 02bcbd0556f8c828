"""The day a statement was made.

From a time expression that belongs to the attribution, not to what is said ("on Friday dismissed", "In Thursday's call,
Qin said"), or that dates the cue's verb from the end of its clause (`days`); else carried over from the speaker's last
dated statement, as in a briefing; else, in the simple past, the day of the heading above, or of the story where the
article opened with one of the last days; else the publication date, for speech in the past or present tense: in news
text 96 of 100 such cues with a known date fall on that day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from service.extraction.annotations import Dating, Time
from service.extraction.article import Article
from service.extraction.headings import Headings
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.clauses import phrase
from service.extraction.statements.days import DATING, NARROW, dated_verbs, dating_of
from service.extraction.statements.lexicon import words
from service.extraction.statements.resolve import Resolver, Speaker
from service.extraction.statements.stories import Story
from service.extraction.statements.tree import Tree

AHEAD = frozenset("will would could can may might should must shall 'll ’ll to".split())
BELONGING = frozenset({"acl", "advcl", "xcomp", "conj", "pcomp", "prep", "dobj"})
BESIDE = 3  # steps that a participle beside the cue is off
OPENING = frozenset("\"“„«‘'`")
CARRIED_OVER = 6  # sentences without a clue of their own that a briefing's date still reaches over
NEXT = 1  # the same, of a day long before the publication's
RECENTLY = 31  # days
SIDES = {"after": -1, "before": 1}
LENGTH = re.compile(r"P(\d{1,3})([DW])")


class Calendar:
    """The dated time expressions of an article, and the date that each speaker last spoke on."""

    def __init__(self, article: Article, tree: Tree, times: tuple[Time, ...]) -> None:
        self.article = article
        self.tree = tree
        self.times = sorted(
            (t for t in times if t.type in {"DATE", "TIME"} and t.earliest and t.latest), key=lambda t: t.start
        )
        self.starts = [t.start for t in self.times]
        self.governed = dated_verbs(tree, self.times, times)
        self.last: dict[str, tuple[Dating, int]] = {}
        self.told: dict[int, Dating] = {}
        self.before: tuple[Dating, int] | None = None  # of the statement before, and its sentence
        self.lengths = {t.end: t.value for t in times if t.type == "DURATION"}
        self.headings = Headings(article, times)
        self.story = Story(tree, self.hung, article.published)
        self.briefings: list[tuple[int, str, Dating]] = []  # sentence, speaker and day, the last first

    def undated(self, candidate: Candidate, cue: int | None) -> Candidate:
        """The candidate without the day at the end of its content that is the cue's: "rejected the offer | on Monday".

        PolNeAR leaves it out of 83 such contents of 115.
        """
        tree, (start, end) = self.tree, candidate.content[-1]
        for time in self.governed.get(cue, ()) if cue is not None else ():
            if time.end != end or self.is_to_come(dating_of(time)) or self.is_quoted(candidate, time):
                continue
            first = tree.index(time.start)
            first -= first > 0 and tree.lower[first - 1] in DATING
            if tree.start[first] > start:
                return candidate.with_content((*candidate.content[:-1], (start, tree.end[first - 1])))
        return candidate

    def listen(self, resolver: Resolver) -> None:
        """Take down who is told to have spoken on a day, without the words: "She briefed reporters on Tuesday."."""
        tree = self.tree
        for n, (first, end) in enumerate(tree.bounds):
            verb = next((i for i in range(first, end) if tree.dep[i] == "ROOT"), None)
            if verb is None or tree.lemma[verb] not in words().briefings or self.tense(verb) != "past":
                continue
            subject, dated = tree.child(verb, "nsubj"), self.hung(verb, first, end)
            who = resolver.named(tree.offsets(*phrase(tree, subject))) if subject is not None else None
            key = who.entity or who.name if who else None
            if key and dated:
                self.briefings.append((n, key, dated))
        self.briefings.reverse()

    def is_scene(self, cue: int, tense: str) -> bool:
        """Whether it is told in the simple past, as of one day."""
        helpers = {self.tree.lower[kid] for kid in self.tree.kids[cue] if self.tree.dep[kid] == "aux"}
        return tense == "past" and "had" not in helpers and not self.is_habit(cue)

    def days_off(self, cue: int) -> Dating | None:
        """So many days before or after what the main clause tells: "resigned on Monday, two weeks after he said"."""
        tree = self.tree
        marks = tree.children(cue, "mark", "advmod") if tree.dep[cue] == "advcl" and self.lengths else []
        mark = next((kid for kid in marks if 0 < kid < cue and tree.lower[kid] in SIDES), None)
        length = LENGTH.fullmatch(self.lengths.get(tree.end[mark - 1], "")) if mark else None
        main = self.hung(tree.head[cue], *tree.bounds[tree.sentence[cue]]) if length else None
        if mark is None or length is None or main is None or main.earliest is None:
            return None
        off = int(length[1]) * (7 if length[2] == "W" else 1) * SIDES[tree.lower[mark]]
        try:
            day = (date.fromisoformat(main.earliest) + timedelta(days=off)).isoformat()
        except OverflowError:
            return None
        return Dating(day, day, "day", "context")

    def hung(self, verb: int, first: int, end: int) -> Dating | None:
        """The day that hangs on the verb of a sentence without words of its own."""
        tree = self.tree
        lo, hi = bisect_left(self.starts, tree.start[first]), bisect_left(self.starts, tree.end[end - 1])
        for time in self.times[lo : min(hi, lo + 20)]:
            dating = dating_of(time)
            if dating.precision == "day" and self.steps(tree.index(time.start), {verb: 0}, time) is not None:
                return dating
        return None

    def of(self, candidate: Candidate, cue: int | None, speaker: Speaker, nested: bool = False) -> Dating | None:
        """When the statement was made; candidates must come in order of their cues.

        A nested one, and one whose cue is a noun, is dated by its own expression only.
        """
        if cue is None:
            return None
        key = speaker.entity or speaker.name
        sentence = self.tree.sentence[cue]
        while self.briefings and self.briefings[-1][0] < sentence:
            spoken, whose, dated = self.briefings.pop()
            self.last[whose] = (dated, spoken)
        if off := self.days_off(cue):
            return off
        own = self.expressed(candidate, cue)
        if own is not None and self.is_to_come(own) and self.tense(cue) != "future":
            own = None  # the parser hung a date of what was said on the saying
        if own is not None:
            if key:
                self.last[key] = (own, sentence)
            self.told[sentence] = own
            self.before = own, sentence
            return own
        if self.is_then_told(cue):
            then = self.before
            near = then is not None and sentence - then[1] <= CARRIED_OVER and not self.is_to_come(then[0])
            return replace(then[0], basis="context") if then and near else None
        if nested or self.tree.is_noun(cue):
            return None
        tense = self.tense(cue)
        if tense == "perfect" and candidate.polarity == "positive" and not self.is_habit(cue):
            tense = "present"
        if tense not in {"past", "present"}:
            return None
        held = self.last.get(key) if key else None
        if held and tense == "past" and not self.is_to_come(held[0]) and 0 <= sentence - held[1] <= self.reach(held[0]):
            dating = Dating(held[0].earliest, held[0].latest, held[0].precision, "context")
            self.last[key or ""] = (dating, sentence)
            self.told[sentence] = dating
            return dating
        if sentence in self.told and self.tree.tag[cue] in {"VBG", "VB", "VBN"}:
            dating = replace(self.told[sentence], basis="context")
            if key:
                self.last[key] = (dating, sentence)
            return dating
        scene = self.is_scene(cue, tense)
        if scene and (day := self.headings.above(cue)):
            return Dating(day, day, "day", "context")
        return (self.story.at(sentence) if scene else None) or self.today()

    def is_then_told(self, cue: int) -> bool:
        """Whether "at the time" says that it was when something else was that has been told."""
        tree = self.tree
        return any(
            tree.lower[kid] == "at" and tree.lower[kid + 1 : kid + 3] == ["the", "time"] and tree.right[kid] == kid + 2
            for kid in tree.kids[cue]
        )

    def reach(self, held: Dating) -> int:
        """The sentences over which who spoke then is still heard; a background's day does not last, a year dates
        nothing but its own sentence."""
        if held.precision not in NARROW:
            return 0
        published = self.article.published
        old = published and held.latest and date.fromisoformat(held.latest) < published - timedelta(days=RECENTLY)
        return NEXT if old else CARRIED_OVER

    def today(self) -> Dating | None:
        """The publication's day."""
        if self.article.published is None:
            return None
        day = self.article.published.isoformat()
        return Dating(day, day, "day", "published")

    def is_to_come(self, dating: Dating) -> bool:
        published = self.article.published
        return bool(published and dating.earliest and dating.earliest > published.isoformat())

    def expressed(self, candidate: Candidate, cue: int) -> Dating | None:
        """The time expression that hangs on the cue, or on a verb or fronted phrase above it, outside the content."""
        tree = self.tree
        first, last = tree.sentence_bounds(cue)
        lo, hi = bisect_left(self.starts, tree.start[first]), bisect_left(self.starts, tree.end[last])
        near: list[tuple[int, int, Time]] = []
        for time in self.times[lo : min(hi, lo + 20)]:
            if any(start <= time.start < end for start, end in candidate.content):
                continue
            if self.is_when(cue, time):
                near.append((0, time.start, time))
                continue
            targets = self.verbs(candidate, cue)
            if dating_of(time).precision == "day" and not tree.is_noun(cue):
                targets |= dict.fromkeys(self.beside(cue), BESIDE)
            steps = self.steps(tree.index(time.start), targets, time)
            if steps is not None:
                near.append((steps, time.start, time))
        if near or tree.is_noun(cue):
            return self.opened(min(near)[2]) if near else None
        own = [time for time in self.governed.get(cue, ()) if not self.is_quoted(candidate, time)]
        return dating_of(min(own, key=lambda time: abs(time.start - tree.start[cue]))) if own else None

    def opened(self, time: Time) -> Dating:
        """The expression's days; "since" it the days up to the publication."""
        dating, first = dating_of(time), self.tree.index(time.start)
        since = first > 0 and self.tree.lower[first - 1] == "since" and self.article.published is not None
        return replace(dating, latest=str(self.article.published), precision="other") if since else dating

    def is_when(self, cue: int, time: Time) -> bool:
        """Whether the expression is what the cue's relative clause is about: "a letter of May 3, in which he urged"."""
        tree = self.tree
        if tree.dep[cue] != "relcl" or not time.start <= tree.start[tree.head[cue]] < time.end:
            return False
        return tree.lower[tree.left[cue]] in {"in", "when"}

    def is_quoted(self, candidate: Candidate, time: Time) -> bool:
        """Whether the expression stands in a piece of the content that is a quotation."""
        text = self.article.text
        return any(start <= time.start < end and text[start] in OPENING for start, end in candidate.content)

    def verbs(self, candidate: Candidate, cue: int) -> dict[int, int]:
        """The cue and the verbs that may tell its day, with their distance: "on Friday issued a call for"."""
        tree = self.tree
        found, i = {cue: 0}, cue
        if tree.is_noun(cue) and candidate.cue[0][0] >= tree.start[cue]:
            return found  # a noun by itself: the day of "dismissed the criticism" is not that of the criticism
        for height in range(1, 4):
            if tree.dep[i] not in BELONGING or tree.head[i] == i:
                break
            if tree.tag[i] in {"VBZ", "VBP"} and tree.tag[tree.head[i]] == "VBD":
                break  # "applied in May and expects an answer"
            i = tree.head[i]
            if tree.is_verb(i):
                found[i] = 2 * height
        return found

    def beside(self, cue: int) -> Iterator[int]:
        """The participles whose day is the cue's: "speaking on Monday, she said", "in a memo dated May 3, he said"."""
        tree = self.tree
        for kid in tree.kids[cue]:
            if kid > cue:
                break
            if tree.dep[kid] == "advcl" and tree.tag[kid] == "VBG":
                yield kid
            elif tree.dep[kid] == "nsubj":
                yield from (below for below in tree.kids[kid] if tree.dep[below] == "acl" and tree.tag[below] == "VBG")
            elif tree.dep[kid] == "prep" and tree.lower[kid] in {"in", "at", "according"}:
                to = tree.child(kid, "prep") if tree.lower[kid] == "according" else kid
                for noun in tree.children(to, "pobj") if to is not None else ():
                    yield from (below for below in tree.kids[noun] if tree.tag[below] == "VBN")
        if tree.dep[cue] == "relcl":  # "a letter dated May 3, in which he urged"
            yield from (below for below in tree.kids[tree.head[cue]] if below < cue and tree.tag[below] == "VBN")

    def steps(self, i: int, targets: dict[int, int], time: Time) -> int | None:
        """How far above the expression the nearest of the target verbs stands; None where none of them does."""
        tree = self.tree
        inside = 0
        while not time.start <= tree.start[i] < time.end or tree.head[i] != i:
            head = tree.head[i]
            if head in targets:
                return inside + targets[head]
            if head == i or inside > 4 or tree.is_verb(head) and head not in targets:
                return None
            i = head
            inside += 1
        return None

    def is_habit(self, cue: int) -> bool:
        """ "has long said", "has repeatedly called for": no single day."""
        return any(
            self.tree.lower[kid] in words().habits
            for kid in self.tree.kids[cue]
            if self.tree.dep[kid] in {"advmod", "npadvmod"}
        )

    def tense(self, cue: int) -> str | None:
        """The tense of the clause of the cue: ``past``, ``present``, ``perfect``, ``future``, or None."""
        tree = self.tree
        if tree.lower[cue] == "according":
            return "present"
        verb = cue
        for _ in range(6):
            tag = tree.tag[verb]
            helpers = {tree.lower[k] for k in tree.kids[verb] if tree.dep[k] in {"aux", "auxpass"}}
            if "to" in helpers and tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]] in words().silent:
                verb = tree.head[verb]  # "refused to say": the refusal's
                continue
            if helpers & AHEAD:
                return "future"
            if helpers & {"has", "have", "'ve", "’ve", "'s", "’s"} and tag == "VBN" and not helpers & {"was", "were"}:
                return "perfect"
            if tag == "VBD" or helpers & {"was", "were", "did", "had"}:
                return "past"
            if tag in {"VBZ", "VBP"} or helpers & {"is", "are", "does", "do"}:
                return "present"
            if tree.head[verb] == verb:
                return None
            verb = tree.head[verb]
        return None
