"""From candidates to statements: the part that is the same whoever found them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from service.extraction.annotations import (
    Addressee,
    Content,
    Cue,
    Dating,
    Source,
    Span,
    Statement,
    StatementType,
    Time,
)
from service.extraction.article import Article
from service.extraction.statements import cues
from service.extraction.statements.candidates import Candidate, Spans, hull
from service.extraction.statements.dating import Calendar
from service.extraction.statements.labels import ANSWERED
from service.extraction.statements.nesting import is_inside, parents, told
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.resolve import Resolver, Speaker
from service.extraction.statements.running import Run, floating, is_own, runs
from service.extraction.statements.tree import Tree
from service.extraction.statements.turns import TURN
from service.extraction.tokens import DATELINE

HOSTS = frozenset({"according to", "per", "in", ":"})  # what hands a statement on does not date it
SINGULAR = frozenset({"PERSON"})  # who says "I"
PLURAL = frozenset({"ORG", "GPE", "NORP"})  # who says "we"
DEEPEST = 4  # statements inside one another that are climbed out of
WORD = re.compile(r"\w")
STAMP = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?| ?[A-Z]{2,4}\b)?[:,]?\s+(?=\S)")
LEADING = re.compile(r"\s(?:starting|beginning|ending|from|until|till|since|by|before|after|than|of)\Z")
LONGEST_LEAD = 12  # characters
QUOTED = 0.85  # the share of a content's characters inside quotation marks from which it is a direct quotation


def assemble(
    article: Article,
    tree: Tree,
    times: tuple[Time, ...],
    resolver: Resolver,
    quoted: list[Quotation],
    found: Sequence[Candidate],
) -> tuple[Statement, ...]:
    """The statements, by position of the content, from the candidates of either finder.

    Candidates without content are dropped; lemma, polarity and addressee are filled in where the finder left them open.
    """
    ends = {match.start(): match.end() for match in DATELINE.finditer(article.text)}
    begins = [time.start for time in times]
    whole = [c.with_content(whole_times(article.text, c.content, times, begins)) for c in found]
    clean = [c.with_content(trimmed(article.text, c.content, ends)) for c in whole]
    ordered = sorted((c for c in clean if c.content), key=lambda c: (c.start, -c.end, c.cue, c.source))
    ordered = told(tree, ordered, quoted)
    heads = [cues.head_of(tree, candidate.cue) for candidate in ordered]
    ordered = [cues.completed(tree, candidate, head) for candidate, head in zip(ordered, heads, strict=True)]
    return Assembly(article, tree, times, resolver, quoted, ordered, heads).statements()


def whole_times(text: str, spans: Spans, times: tuple[Time, ...], begins: list[int]) -> Spans:
    """The spans, but that none begins or ends in the middle of a time: "a strike for next Monday", not "for next"; nor
    between a time and the word that leads to it, "a strike from | Monday"."""
    result = []
    for start, end in spans:
        first, last = (times[max(0, bisect_left(begins, at) - 1)] if times else None for at in (start, end))
        start = first.start if first and first.start < start < first.end else start
        end = last.end if last and last.start < end < last.end else end
        at = bisect_left(begins, end + 1)
        if at < len(times) and begins[at] == end + 1 and LEADING.search(text, max(start, end - LONGEST_LEAD), end):
            end = times[at].end
        result.append((start, end))
    return tuple(result)


def trimmed(text: str, spans: Spans, datelines: Mapping[int, int]) -> Spans:
    """The spans without white space, commas and a dateline at their edges; those without a word are dropped.

    `datelines` are the ends of the article's datelines by their starts.
    """
    result = []
    for start, end in spans:
        start = min(end, datelines.get(start, start))
        if (start == 0 or text[start - 1] == "\n") and (stamp := STAMP.match(text, start, end)):
            start = stamp.end()  # of a live blog's entry
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—"):
            end -= 1
        while start < end and (text[start].isspace() or text[start] in ",;:–—"):
            start += 1
        if WORD.search(text, start, end):
            result.append((start, end))
    return tuple(result)


class Assembly:
    """One article's candidates on their way to statements."""

    def __init__(
        self,
        article: Article,
        tree: Tree,
        times: tuple[Time, ...],
        resolver: Resolver,
        quoted: list[Quotation],
        found: list[Candidate],
        heads: list[int | None],
    ) -> None:
        self.article, self.tree = article, tree
        self.quoted, self.heads = quoted, heads
        self.resolver = resolver
        self.calendar = Calendar(article, tree, times)
        self.found = [self.calendar.undated(each, head) for each, head in zip(found, heads, strict=True)]
        self.calendar.listen(resolver)

    def statements(self) -> tuple[Statement, ...]:
        by_cue = sorted(range(len(self.found)), key=lambda n: (self.found[n].cue[:1] or self.found[n].content[:1], n))
        above = parents(self.found)
        speakers = self.speakers(by_cue, above)
        self.first_persons(speakers, above)
        dates = self.dates(by_cue, speakers, above)
        runs_on = runs(self.tree, self.found, self.quoted, self.heads)
        names = [speaker.entity or speaker.name for speaker in speakers]
        runs_on += floating(self.tree, self.found, self.quoted, names)
        origins = [None] * len(self.found) + [run.origin for run in runs_on]
        starts = [candidate.start for candidate in self.found]
        holders = [*above, *[None] * len(runs_on)]
        for k, run in enumerate(runs_on, len(self.found)):
            lo, hi = bisect_left(starts, run.content[0]), bisect_right(starts, run.content[1])
            for n in range(lo, hi):
                if holders[n] is None and self.found[n].end <= run.content[1]:
                    holders[n] = k
                    if is_own(self.tree, self.found[n]) and speakers[n].name is None:
                        speakers[n] = speakers[run.origin]
        own = [self.statement(candidate, speakers[n], dates[n]) for n, candidate in enumerate(self.found)]
        drafts = own + [self.continued(run, own[run.origin]) for run in runs_on]
        spoken = self.taken_over(runs_on)
        holders = [len(own) + spoken[holder] if holder in spoken else holder for holder in holders]
        order = sorted(
            (k for k in range(len(drafts)) if k not in spoken),
            key=lambda k: (drafts[k].content.spans[0].start, k < len(own), k),
        )
        ids = {k: f"s{rank}" for rank, k in enumerate(order, 1)}
        return tuple(
            replace(drafts[k], id=ids[k], parent=named(ids, holders[k]), continues=named(ids, origins[k]))
            for k in order
        )

    def taken_over(self, runs_on: list[Run]) -> dict[int, int]:
        """The bare quotations that turned out to be somebody's running speech, and the runs that hold them."""
        ordered = sorted(range(len(runs_on)), key=lambda r: runs_on[r].content)
        starts = [runs_on[r].content[0] for r in ordered]
        taken = {}
        for n, candidate in enumerate(self.found):
            at = bisect_right(starts, candidate.start + 1) - 1
            if candidate.source or candidate.cue or at < 0:
                continue
            if candidate.end <= runs_on[ordered[at]].content[1] + 1:
                taken[n] = ordered[at]
        return taken

    def speakers(self, by_cue: list[int], above: list[int | None]) -> list[Speaker]:
        """Whom each candidate's source names; "he also said" goes on with the one who spoke last, but not inside what
        that one says."""
        result = [Speaker()] * len(self.found)
        settled: dict[Spans, Speaker] = {}
        last, where = Speaker(), -2
        crowd, heard = Speaker(), -2  # several whom nobody names: "officials said … They added"
        opened = [q.start for q in self.quoted]

        def is_spoken(n: int) -> bool:
            return above[n] is not None and is_inside(self.found[n], self.quoted, opened)

        for n in by_cue:
            candidate, head = self.found[n], self.heads[n]
            speaker = settled.get(candidate.source) or self.resolver.of(candidate)
            sentence = self.tree.sentence[head] if head is not None else -2
            if head is not None and candidate.source and candidate.source not in settled:
                alone = self.article.text[slice(*candidate.source[0])].lower() in {"he", "she"}
                recent = alone and not is_spoken(n) and last.type == "PERSON" and 0 < sentence - where <= 2
                if recent and speaker.entity is None and self.tree.dep[head] not in {"advcl", "relcl", "acl"}:
                    speaker = last
                if speaker.name is None and 0 < sentence - heard <= 2 and self.source_of(candidate) == "they":
                    speaker = crowd
                settled[candidate.source] = speaker
            result[n] = speaker
            if head is not None and speaker.type == "PERSON":
                last, where = speaker, sentence
            if head is not None and candidate.source and not is_spoken(n) and speaker.name is not None:
                several = speaker.entity is None and self.tree.tag[self.tree.index(candidate.source[0][1] - 1)] == "NNS"
                crowd, heard = (speaker, sentence) if several or speaker is crowd else (Speaker(), -2)
        return result

    def source_of(self, candidate: Candidate) -> str:
        """The source's words in small letters."""
        return self.article.text[candidate.source[0][0] : candidate.source[-1][1]].lower()

    def first_persons(self, speakers: list[Speaker], above: list[int | None]) -> None:
        """ "I think", said inside a quotation, is its speaker's; "we believe" that of a body that is quoted.

        Outside of quotations "I" is the author of an article that has a byline.
        """
        opened = [q.start for q in self.quoted]
        for n, candidate in enumerate(self.found):
            if speakers[n].name is not None or len(candidate.source) != 1:
                continue
            word = self.article.text[slice(*candidate.source[0])].lower()
            kinds = SINGULAR if word in {"i", "me", "my"} else PLURAL if word in {"we", "us", "our"} else frozenset()
            outer = above[n]
            for _ in range(DEEPEST):
                if outer is None or speakers[outer].name is not None:
                    break
                outer = above[outer]
            if outer is not None and speakers[outer].type in kinds:
                speakers[n] = speakers[outer]
            elif above[n] is None and kinds is SINGULAR and not is_inside(candidate, self.quoted, opened):
                speakers[n] = self.resolver.author

    def dates(self, by_cue: list[int], speakers: list[Speaker], above: list[int | None]) -> list[Dating | None]:
        """The day of each statement; one inside another was made, if it is in the present tense, when that was."""
        result: list[Dating | None] = [None] * len(self.found)
        for n in by_cue:
            parent = above[n]
            nested = parent is not None and self.found[parent].lemma not in HOSTS
            result[n] = self.calendar.of(self.found[n], self.heads[n], speakers[n], nested)
        for n in range(len(self.found)):
            parent, head = above[n], self.heads[n]
            if parent is None or result[n] or head is None or self.calendar.tense(head) != "present":
                continue
            outer = result[parent]
            result[n] = replace(outer, basis="context") if outer else None
        return result

    def spans(self, of: Spans) -> tuple[Span, ...]:
        return tuple(self.article.slice(start, end) for start, end in of)

    def statement(self, candidate: Candidate, speaker: Speaker, date: Dating | None) -> Statement:
        heard = self.resolver.named(hull(candidate.addressee)) if candidate.addressee else None
        answered = candidate.frame == ANSWERED
        told = candidate.source and (speaker.name or not answered)  # "A" alone is nobody
        verbatim = answered or candidate.frame == TURN
        return Statement(
            id="",
            type="direct" if verbatim else self.kind(candidate.content),
            source=Source(self.spans(candidate.source), speaker.entity, speaker.name) if told else None,
            cue=Cue(self.spans(candidate.cue), candidate.lemma) if candidate.cue else None,
            content=Content(self.spans(candidate.content)),
            addressee=Addressee(self.spans(candidate.addressee), heard.entity)
            if candidate.addressee and heard
            else None,
            polarity=candidate.polarity or "positive",
            date=date,
            parent=None,
            continues=None,
        )

    def continued(self, run: Run, origin: Statement) -> Statement:
        """A sentence of running speech: the speaker and the date of the one it goes on from."""
        return replace(origin, type="continued", cue=None, content=Content(self.spans((run.content,))))

    def kind(self, content: Spans) -> StatementType:
        """``direct``, ``mixed`` or ``indirect`` by how much of the content stands in quotation marks."""
        inside = sum(
            max(0, min(end, q.end) - max(start, q.start)) for start, end in content for q in self.around(start, end)
        )
        share = inside / (sum(end - start for start, end in content) or 1)
        return "direct" if share >= QUOTED else "mixed" if inside > 2 else "indirect"

    def around(self, start: int, end: int) -> list[Quotation]:
        """The quotations that overlap the characters."""
        lo, hi = 0, len(self.quoted)
        while lo < hi:
            middle = (lo + hi) // 2
            if self.quoted[middle].end <= start:
                lo = middle + 1
            else:
                hi = middle
        overlapping = []
        while lo < len(self.quoted) and self.quoted[lo].start < end:
            overlapping.append(self.quoted[lo])
            lo += 1
        return overlapping


def named(ids: dict[int, str], position: int | None) -> str | None:
    return None if position is None else ids[position]
