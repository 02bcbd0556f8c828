"""Whose a quotation is: the attribution's that it stands in or beside, else that of the quotation it goes on from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict

from service import lexicons
from service.extraction.statements import colons, cues, hearers
from service.extraction.statements.candidates import Offsets, merged, without
from service.extraction.statements.constructions import Construction, group, quoted_as
from service.extraction.statements.drafts import WORD, Draft, Drafts, extend, repeats
from service.extraction.statements.lexicon import words
from service.extraction.statements.parted import PARTED
from service.extraction.statements.quotations import Quotation, inner
from service.extraction.statements.subjects import source_of
from service.extraction.statements.tree import Tree

ABBREVIATED = frozenset(
    title.rstrip(".").lower() for title in lexicons.load("titles")["neutral"] if title.endswith(".")
)
STOPS = frozenset({".", "?", "!", "”", "''", '"', "…", "..."})
MOST_AROUND = 4  # attributions that one quotation may widen
FAR = 300  # characters between an attribution and the quotation that goes on after it
FARTHEST_CUE = 14  # tokens from a quotation to its cue
CLOSE_CUE = 5  # the same, of a quotation of a few words that ends in a comma: "“Never,” the engineer replied."
NEAREST_CUE = 1  # the same, of a quotation of a few words: "he replied, “Never.”"
REAL_WORDS = 4  # a quotation of fewer words is a phrase in someone's sentence, a title or a scare quote


class Attribution:
    """The quotations of one article, which widen its drafts or add to them."""

    def __init__(self, tree: Tree, quoted: list[Quotation], drafts: Drafts) -> None:
        self.tree = tree
        self.text = tree.article.text
        self.quoted = quoted
        self.starts, self.ends = drafts.starts, drafts.ends
        self.drafts = drafts
        self.cue_starts: list[int] = []
        self.by_head: defaultdict[int, list[Draft]] = defaultdict(list)

    def settle(self) -> None:
        """Let the drafts take in every quotation that is somebody's."""
        self.widen()
        self.attribute_quotations()
        self.attribute_inner()

    def widen(self) -> None:
        """A content that runs into a quotation takes it whole; one that stands inside a quotation does not leave it."""
        around: Counter[int] = Counter()
        for draft in self.drafts.all:
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
        self.drafts.all = [draft for draft in self.drafts.all if draft.content]

    def breaks_off(self, n: int) -> bool:
        """Whether the quotation is not closed before the next one opens: "“It burns, she said. “We ran.”"."""
        q, then = self.quoted[n], self.starts[n + 1] if n + 1 < len(self.starts) else None
        return not q.closed and then is not None and "\n" not in self.text[q.end : then]

    def attribute_quotations(self) -> None:
        """Give every real quotation that no draft covers to the attribution beside it, or to the one before it."""
        for draft in self.drafts.all:
            self.by_head[draft.head].append(draft)
        covered = merged(span for draft in self.drafts.all for span in draft.content)
        starts = [start for start, _ in covered]
        last: Draft | None = None
        self.cue_starts = sorted(draft.cue[0][0] for draft in self.drafts.all if draft.cue)
        held, pointer = list(self.drafts.all), 0
        by_end = sorted((span[1], k) for k, draft in enumerate(held) for span in draft.content if draft.quoted)
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
        self.drafts.all = [draft for draft in self.drafts.all if instead.get(tuple(draft.content), draft) is draft]

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
                    self.drafts.all = [d for d in self.drafts.all if d is draft or not repeats(d, draft)]

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
            if tree.words[i] == "." and tree.lower[i - 1] not in ABBREVIATED:  # "“…,” Sgt. Lee said"
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
        if last < 0 or tree.words[last] in STOPS:
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
        saying = quoted_as(self.tree, verb)
        verb = verb if saying is None else saying  # "“…,” she was quoted as saying"
        for draft in self.by_head[verb]:
            if draft.frame in {"aside", "that", "quote", PARTED}:
                extend(draft, q)
                return draft
        source, antecedent = source_of(self.tree, verb)
        heard = hearers.to_whom(self.tree, verb)
        return self.draft_of(
            Construction(verb, "quote", group(self.tree, verb), source,
                         [(self.tree.index(q.start), self.tree.index(q.end - 1))], self.tree.lemma[verb], antecedent,
                         None if heard == source else heard), q
        )  # fmt: skip

    def draft_of(self, construction: Construction, q: Quotation) -> Draft | None:
        """A new draft whose content is the quotation."""
        draft = self.drafts.add(construction)
        if draft is not None:
            draft.content = [(q.start, q.end)]
            self.by_head[construction.head].append(draft)
        return draft

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
