"""The rules' finder: quotation marks, syntax and the cue lexicon, no learned part.

Three steps: every construction whose cue the lexicon accepts becomes a draft; every quotation widens the draft it
belongs to or finds its own attribution beside it; drafts that say the same thing twice are dropped.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from service import lexicons
from service.extraction.statements import colons, constructions, cues, hearers
from service.extraction.statements.asides import set_in
from service.extraction.statements.candidates import Candidate, Offsets, Spans, merged, without
from service.extraction.statements.clauses import Range
from service.extraction.statements.constructions import Construction
from service.extraction.statements.labels import labelled
from service.extraction.statements.lexicon import words
from service.extraction.statements.parted import PARTED, parted
from service.extraction.statements.quotations import Quotation, inner
from service.extraction.statements.silence import SILENCE
from service.extraction.statements.subjects import source_of
from service.extraction.statements.tree import Tree

WORD = re.compile(r"\w+")
TITLES = frozenset(title.rstrip(".").lower() for title in lexicons.load("titles")["neutral"] if title.endswith("."))
LONGEST_CLAUSE = (
    3000  # characters: a longer clause is no sentence, and contents inside contents must not grow without end
)
MOST_AROUND = 4  # attributions that one quotation may widen
FAR = 300  # characters between an attribution and the quotation that goes on after it
REMARK = re.compile(
    r",[\"”’]* (?:in )?(?:an?|the latest|another) (?:[\w-]+ ){0,3}?(?P<noun>\w+)"
    r"(?= (?:of|to|at|by|that|from|in|on|for|aimed)\b)"
)
CONTRAST = re.compile(r",? (?:(?:while|and|but) )?on the other(?: hand)?\b")
FARTHEST_CUE = 14  # tokens from a quotation to its cue
CLOSE_CUE = 5  # the same, of a quotation of a few words that ends in a comma: "“Never,” the engineer replied."
NEAREST_CUE = 1  # the same, of a quotation of a few words: "he replied, “Never.”"
CLOSED = frozenset({".", "?", "!", "”", "''", '"', "…", "..."})
REAL_WORDS = 4  # a quotation of fewer words is a phrase in someone's sentence, a title or a scare quote


@dataclass(slots=True)
class Draft:
    """A candidate in the making."""

    head: int
    frame: str
    lemma: str
    source: Spans
    cue: Spans
    content: list[Offsets]
    antecedent: Offsets | None = None
    addressee: Spans = ()
    quoted: bool = field(default=False)


def found(tree: Tree, quoted: list[Quotation]) -> list[Candidate]:
    """Every attribution in the article: those of the syntax by position of their content, then those of labels."""
    by_syntax = Finder(tree, quoted).candidates()
    taken = {candidate.start for candidate in by_syntax}
    return by_syntax + [candidate for candidate in labelled(tree, quoted) if candidate.start not in taken]


class Finder:
    """The drafts of one article, and the quotations that still want a speaker."""

    def __init__(self, tree: Tree, quoted: list[Quotation]) -> None:
        self.tree = tree
        self.text = tree.article.text
        self.quoted = quoted
        self.starts = [q.start for q in quoted]
        self.ends = [q.end for q in quoted]
        self.drafts: list[Draft] = []
        self.cue_starts: list[int] = []
        self.by_head: defaultdict[int, list[Draft]] = defaultdict(list)
        self.light: set[int] = set()  # verbs that are part of a noun's cue: "expressed hope"

    def candidates(self) -> list[Candidate]:
        taken = dict[
            int, Range
        ]()  # the tokens of attributions that part what is said, as read off its marks and commas
        for parting, gap in [*parted(self.tree, self.quoted), *set_in(self.tree)]:
            self.add(parting)
            taken |= dict.fromkeys(range(gap[0], gap[1] + 1), gap)
        for i in cues.possible(self.tree):
            for construction in cues.accepted(self.tree, i):
                if i in taken and leaves(construction, taken[i]):
                    continue
                if self.tree.is_noun(i):
                    self.light.update(k for k in construction.cue if self.tree.is_verb(k))
                self.add(construction)
        for i, word in enumerate(self.tree.words):
            if word == ":" and (announced := colons.plain(self.tree, i) or colons.block(self.tree, i)):
                self.add(announced)
        self.drafts = [d for d in self.drafts if not (d.head in self.light and d.frame.startswith("obj"))]
        self.widen()
        self.attribute_quotations()
        self.attribute_inner()
        return [self.finish(draft) for draft in self.settled()]

    def add(self, c: Construction) -> None:
        """Turn a construction into a draft: its ranges as offsets, without the attribution's own words."""
        tree = self.tree
        own = [tree.offsets(i, i) for i in c.cue]
        source = (tree.offsets(*c.source),) if c.source else ()
        holes = [*own, *source]
        content: list[Offsets] = []
        for first, last in c.content:
            clipped = tree.trimmed(first, last)
            if clipped is None:
                continue
            span = tree.offsets(*clipped)
            if any(start < span[1] and span[0] < end for start, end in holes):
                content += [piece for piece in map(self.tidy, without(span, [self.hull(holes)])) if piece]
            else:
                content.append(self.unremarked(span))
        content = [piece for piece in content if WORD.search(self.text, *piece)]
        if content and content[-1][1] - content[0][0] <= LONGEST_CLAUSE:
            self.drafts.append(
                Draft(c.head, c.frame, c.lemma, source, self.tree.spans(c.cue), content,
                      tree.offsets(*c.antecedent) if c.antecedent else None,
                      (tree.offsets(*c.addressee),) if c.addressee else ())
            )  # fmt: skip

    def unremarked(self, span: Offsets) -> Offsets:
        """The span up to what the reporter says of it: ", in an apparent show of …", ", while on the other hand …"."""
        start, end = span
        if end - start > LONGEST_CLAUSE:
            return span
        ends: list[int] = []
        if "," in self.text[start:end]:
            ends = [m.start() for m in REMARK.finditer(self.text, start, end) if m.group("noun") in words().remarks]
        if " on the other" in self.text[start:end]:
            ends += [m.start() for m in CONTRAST.finditer(self.text, start, end)]
        for cut in sorted(ends):
            quoted = bisect_right(self.starts, cut) - 1
            if cut > start and (quoted < 0 or self.ends[quoted] <= cut + 1):
                return start, cut
        return span

    def hull(self, spans: list[Offsets]) -> Offsets:
        return min(s for s, _ in spans), max(e for _, e in spans)

    def tidy(self, span: Offsets) -> Offsets | None:
        """The span without white space and the frame's punctuation at its edges."""
        start, end = span
        while start < end and (self.text[start].isspace() or self.text[start] in ",.;:–—-|"):
            start += 1
        while end > start and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:–—-|."):
            end -= 1
        return (start, end) if start < end else None

    # -- quotations ----------------------------------------------------------------------------------------------

    def widen(self) -> None:
        """A content that runs into a quotation takes it whole; one that stands inside a quotation does not leave it."""
        around: Counter[int] = Counter()
        for draft in self.drafts:
            cue = draft.cue[0][0]
            content = list(draft.content)
            for k, (start, end) in enumerate(content):
                first = bisect_right(self.ends, start)
                last = bisect_left(self.starts, end)
                for n, q in enumerate(self.quoted[first:last] if last - first < 40 else [], first):
                    if q.start <= cue < q.end:
                        start, end = max(start, q.start), min(end, q.end)
                        draft.quoted = draft.quoted or self.breaks_off(n)
                    elif around[q.start] < MOST_AROUND:
                        around[q.start] += 1
                        start, end = min(start, q.start), max(end, q.end)
                        draft.quoted = True
                content[k] = (start, end)
            told = draft.addressee if hearers.stands_apart(draft.lemma, draft.frame) else ()
            holes = [*draft.cue, *draft.source, *told]
            draft.content = [
                piece for span in merged(content) for piece in without(span, holes) if WORD.search(self.text, *piece)
            ]
        self.drafts = [draft for draft in self.drafts if draft.content]

    def breaks_off(self, n: int) -> bool:
        """Whether the quotation is not closed before the next one opens: "“It burns, she said. “We ran.”"."""
        q, then = self.quoted[n], self.starts[n + 1] if n + 1 < len(self.starts) else None
        return not q.closed and then is not None and "\n" not in self.text[q.end : then]

    def attribute_quotations(self) -> None:
        """Give every real quotation that no draft covers to the attribution beside it, or to the one before it."""
        for draft in self.drafts:
            self.by_head[draft.head].append(draft)
        covered = merged(span for draft in self.drafts for span in draft.content)
        starts = [start for start, _ in covered]
        last: Draft | None = None
        self.cue_starts = sorted(draft.cue[0][0] for draft in self.drafts if draft.cue)
        by_end = sorted((span[1], k) for k, draft in enumerate(self.drafts) for span in draft.content if draft.quoted)
        held, pointer = list(self.drafts), 0
        instead: dict[tuple[Offsets, ...], Draft] = {}  # what is announced, by its content
        for n, q in enumerate(self.quoted):
            while pointer < len(by_end) and by_end[pointer][0] <= q.start:
                draft = held[by_end[pointer][1]]
                last = instead.get(tuple(draft.content), draft)
                pointer += 1
            at = bisect_right(starts, q.start + 1) - 1
            found = self.announced(q, uttered=True)
            if found is not None:
                instead[tuple(found.content)] = found
            elif at >= 0 and covered[at][1] >= q.end - 2:
                continue
            elif q.closed and not q.carries_on and len(WORD.findall(self.text, q.start, q.end)) < REAL_WORDS:
                found = self.announced(q) or self.short(n, q, last)
            else:
                found = self.beside(n, q) or self.announced(q) or self.carried(q, last)
            if found is not None:
                found.quoted = True
                last = found
        self.drafts = [draft for draft in self.drafts if instead.get(tuple(draft.content), draft) is draft]

    def attribute_inner(self) -> None:
        """The quotations inside quotations: “I asked him and he said, ‘Never.  Not here.’” holds one by him."""
        for q in self.quoted:
            mine: dict[int, list[Offsets]] = {}
            for inside in inner(self.text, q):
                verb = self.introducing(inside, q)
                draft = None if verb is None else self.quote_draft(verb, inside)
                if draft is not None:
                    mine.setdefault(draft.head, []).append((inside.start, inside.end))
                    draft.content = list(mine[draft.head])
                    self.drafts = [d for d in self.drafts if d is draft or not repeats(d, draft)]

    def introducing(self, inside: Quotation, outer: Quotation) -> int | None:
        """The cue of an inner quotation, which stands in the outer one as well."""
        lead = self.text[outer.start : inside.start].rstrip()[-1:]
        verb = self.before(inside, FARTHEST_CUE) if lead in {",", ":"} else None
        if verb is None and self.text[inside.end - 2] in ",?!":
            first = self.tree.index(inside.end - 1) + 1
            near = range(first, min(first + CLOSE_CUE, self.tree.size))
            verb = next((i for i in near if cues.takes(self.tree, i, "quote")), None)
        return verb if verb is not None and outer.start < self.tree.start[verb] < outer.end else None

    def short(self, n: int, q: Quotation, last: Draft | None) -> Draft | None:
        """Whose a quotation of a few words is, where its marks say that it is no title: "“Never,” she replied."."""
        before, closing = self.text[max(0, q.start - 2) : q.start].strip(), self.text[q.end - 2 : q.end - 1]
        if before in {",", ":"} and (found := self.beside(n, q, NEAREST_CUE)):
            return found
        if closing in {",", "?", "!"} and (verb := self.after(n, q, CLOSE_CUE)) is not None:
            return self.quote_draft(verb, q)
        return self.carried(q, last) if before == "." and closing in {".", "?", "!"} else None

    def beside(self, n: int, q: Quotation, farthest: int = FARTHEST_CUE) -> Draft | None:
        """The attribution just after the quotation, else the one just before it in its sentence."""
        verb = self.after(n, q, farthest)
        if verb is None:
            verb = self.before(q, farthest)
        return None if verb is None else self.quote_draft(verb, q)

    def after(self, n: int, q: Quotation, farthest: int) -> int | None:
        """The cue of "“…,” she said": behind a comma or the like, or where the sentence plainly goes on."""
        tree, text = self.tree, self.text
        first = tree.index(q.end - 1) + 1
        if first >= tree.size:
            return None
        goes_on = (
            text[q.end : q.end + 2].strip()[:1].islower() or text[q.end - 2] in ",?!-—–…" or tree.words[first] == ","
        )
        if tree.dep[first] == "cc" and text[q.end - 2] not in ",?!":
            return None  # "called it “a window” and confirmed that …"
        limit = self.starts[n + 1] if n + 1 < len(self.starts) else len(text)
        for i in range(first, min(first + farthest, tree.size) if goes_on else first):
            if tree.start[i] >= limit or tree.paragraph[i] != tree.paragraph[first] or tree.words[i] == ";":
                return None
            if tree.words[i] == "." and tree.lower[i - 1] not in TITLES:  # "“…,” Sgt. Lee said"
                return None
            if cues.takes(tree, i, "quote"):
                own = next((k for k in tree.children(i, "ccomp") if k > i), None)
                new = own is not None and text[q.end - 2] in "?!" and not text[q.end : q.end + 2].strip()[:1].islower()
                return None if new else i  # "“Never!” Ann says it is late": that is another sentence of hers
        return None

    def before(self, q: Quotation, farthest: int) -> int | None:
        """The cue of "She said, “…”", in the sentence that the quotation stands in."""
        tree = self.tree
        first = tree.index(q.start)
        last = first - 1
        while last > 0 and tree.words[last].isspace():
            last -= 1
        if last < 0 or tree.words[last] in CLOSED:
            return None
        for i in range(last, max(-1, last - farthest - 2), -1):
            if (
                tree.words[i] in {".", "?", "!"}
                or tree.paragraph[i] != tree.paragraph[first]
                and tree.words[last] != ":"
            ):
                return None
            if cues.takes(tree, i, "quote"):
                return i
        return None

    def quote_draft(self, verb: int, q: Quotation) -> Draft | None:
        saying = constructions.quoted_as(self.tree, verb)
        verb = verb if saying is None else saying  # "“…,” she was quoted as saying"
        for draft in self.by_head[verb]:
            if draft.frame in {"aside", "that", "quote", PARTED}:
                extend(draft, q)
                return draft
        source, antecedent = source_of(self.tree, verb)
        heard = hearers.to_whom(self.tree, verb)
        return self.draft_of(
            Construction(verb, "quote", constructions.group(self.tree, verb), source,
                         [(self.tree.index(q.start), self.tree.index(q.end - 1))], self.tree.lemma[verb], antecedent,
                         None if heard == source else heard), q
        )  # fmt: skip

    def draft_of(self, construction: Construction, q: Quotation) -> Draft | None:
        """A new draft whose content is the quotation."""
        before = len(self.drafts)
        self.add(construction)
        if len(self.drafts) == before:
            return None
        self.drafts[-1].content = [(q.start, q.end)]
        self.by_head[construction.head].append(self.drafts[-1])
        return self.drafts[-1]

    def announced(self, q: Quotation, uttered: bool = False) -> Draft | None:
        """The draft of a quotation behind a colon: "She was blunt: “…”"; `uttered`: "her answer was: “…”"."""
        tree = self.tree
        first = tree.index(q.start)
        if first == 0 or tree.words[first - 1] != ":":
            return None
        found = colons.announced(tree, first - 1, (first, tree.index(q.end - 1)))
        if found is None or uttered and found.lemma not in words().utterances:
            return None
        return self.draft_of(found, q)

    def carried(self, q: Quotation, last: Draft | None) -> Draft | None:
        """The draft whose quotation this one goes on from, over a paragraph's end or after "…, she said."."""
        if last is None:
            return None
        if q.carries_on and self.gap(last.content[-1][1], q.start) > 1:
            return None  # it goes on from a quotation that nobody is named for
        edge = max(last.content[-1][1], last.cue[-1][1] if last.cue else 0, last.source[-1][1] if last.source else 0)
        if not q.carries_on:
            tree, text = self.tree, self.text
            if "\n" in text[last.content[-1][1] : q.start] or q.start - edge > FAR:
                return None
            if tree.sentence[tree.index(q.start)] - tree.sentence[tree.index(max(edge - 1, 0))] > 1:
                return None
            at = bisect_right(self.cue_starts, edge)
            if at < len(self.cue_starts) and self.cue_starts[at] < q.start:
                return None
        extend(last, q)
        return last

    def gap(self, end: int, start: int) -> int:
        """How many lines lie between two places, empty ones not counted."""
        return sum(1 for line in self.text[end:start].split("\n")[1:-1] if line.strip()) + 1

    # -- the end -------------------------------------------------------------------------------------------------

    def settled(self) -> list[Draft]:
        """The drafts in order, one for each cue and content."""
        best: dict[tuple[int, int], Draft] = {}
        for draft in self.drafts:
            key = (draft.head, draft.content[0][0])
            held = best.get(key)
            if held is None or length(draft) > length(held):
                best[key] = draft
        return sorted(best.values(), key=lambda d: (d.content[0], d.content[-1][1], d.head, d.frame))

    def finish(self, draft: Draft) -> Candidate:
        return Candidate(
            source=draft.source,
            cue=draft.cue,
            content=tuple(sorted(draft.content)),
            lemma=draft.lemma,
            polarity="negative" if draft.frame == SILENCE else cues.polarity(self.tree, draft.head, draft.lemma),
            addressee=draft.addressee,
            antecedent=draft.antecedent,
            frame=draft.frame,
        )


def leaves(construction: Construction, gap: Range) -> bool:
    """Whether the content reaches into what stands around the tokens."""
    return any(first < gap[0] or last > gap[1] for first, last in construction.content)


def repeats(draft: Draft, other: Draft) -> bool:
    """Whether two drafts of one cue give the same words."""
    return draft.head == other.head and any(a < d and c < b for a, b in draft.content for c, d in other.content)


def extend(draft: Draft, q: Quotation) -> None:
    """Add a quotation to a draft's content."""
    if q.start >= draft.content[-1][1]:
        draft.content.append((q.start, q.end))
    else:
        draft.content = list(merged([*draft.content, (q.start, q.end)]))


def length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)
