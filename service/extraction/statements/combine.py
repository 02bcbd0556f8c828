"""Two finders' candidates made one list: the encoder says what was said, the rules who said it, where syntax knows.

The encoder sees contents almost to the word but falls into every trap of attribution; the rules know passives,
chains, relative clauses and what was *not* said.  So a statement both have found takes its words from the encoder and
its grammar from the rules; one that only the encoder has found must be surer; one that only the rules have found stays
if it stands inside or around another, or if the encoder half believes its cue.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.encoder import ROLES, Encoding
from service.extraction.statements import cues, hearers
from service.extraction.statements.candidates import Candidate, Offsets, Spans, inside, jaccard, length, merged, overlap
from service.extraction.statements.colons import COLON
from service.extraction.statements.constructions import quoted_as, quoting, tells_occasion
from service.extraction.statements.lexicon import words
from service.extraction.statements.parted import PARTED
from service.extraction.statements.silence import SILENCE
from service.extraction.statements.subjects import agent, beside_content, is_passive
from service.extraction.statements.tree import Tree
from service.extraction.statements.views import VIEW

SAME = 0.5  # Jaccard over characters from which two contents are one
MOSTLY = 0.9  # share of a content that must lie in another to belong to it
TWIN = 0.8  # Jaccard from which two attributions are of one content
OPENING = frozenset("\"“„«‘'")
CLOSING = frozenset("\"”’'")
MARK = re.compile("[\"“”«»]|''")
RELATIVE = frozenset({"which", "who", "that", "whom", "whose", "the", "a", "an"})
FRONTED = frozenset("if unless once when after before because although though until with without".split())
CERTAIN = frozenset({"answer", SILENCE, "obj-at", VIEW})  # frames that need no belief of the encoder's
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
LEAST_ALONE = 0.5  # content × cue probability of what the encoder alone has found
LEAST_WORDS = 5  # of what the encoder alone has found without a cue or quotation marks
LEAST_CUE = 0.4  # probability of the cue of what the rules alone have found
SHORT = 300  # characters: the encoder has read articles, and wavers over a sentence or two; there the rules hold
LEAST_NEXT = 0.2  # the same, of one that ends another's content
NEIGHBOURS = 24  # how many candidates around a position are compared: keeps the work linear


def combine(tree: Tree, tagged: Sequence[Candidate], ruled: Sequence[Candidate], encoding: Encoding) -> list[Candidate]:
    """One list of candidates from the encoder's and the rules', by position of the content."""
    return Combination(tree, tagged, ruled, encoding).candidates()


class Combination:
    """The candidates of both finders over one article."""

    def __init__(self, tree: Tree, tagged: Sequence[Candidate], ruled: Sequence[Candidate], encoding: Encoding) -> None:
        self.tree, self.text, self.encoding = tree, tree.article.text, encoding
        self.least_cue, self.least_next = (LEAST_CUE, LEAST_NEXT) if len(self.text) >= SHORT else (0.0, 0.0)
        self.ruled = sorted(ruled, key=lambda c: c.content)
        self.ruled_ends = running_ends(self.ruled)
        self.silent = sorted(rule.cue[0][0] for rule in ruled if rule.frame == SILENCE)
        ordered = self.handed_back(sorted(tagged, key=lambda c: c.content))
        self.tagged = self.rejoined(sorted(ordered, key=lambda c: c.content))

    def candidates(self) -> list[Candidate]:
        used: set[int] = set()
        found: list[Candidate] = []
        for candidate in self.tagged:
            if any(
                at < end for start, end in candidate.cue for at in self.silent[bisect_left(self.silent, start) :][:1]
            ):
                continue  # "did not respond to questions about | the leak"
            twin = self.twin(candidate)
            if twin is not None:
                used.add(twin)
                found.append(self.joined(candidate, self.ruled[twin]))
            elif self.sure(candidate):
                found.append(candidate)
        found = sorted(once(found), key=lambda c: c.content)
        ends = running_ends(found)
        extra = [
            rule for n, rule in enumerate(self.ruled) if n not in used and self.keeps(rule, around(found, ends, rule))
        ]
        whole = running_ends(extra)
        found = [c for c in found if c.cue or not any(inside(c.content, e.content) for e in around(extra, whole, c))]
        ends = running_ends(found)
        found = [c for c in found if c.cue or not any(self.repeats(c, e) for e in around(found, ends, c))]
        return sorted([*found, *extra], key=lambda c: (c.content, c.cue))

    def repeats(self, bare: Candidate, other: Candidate) -> bool:
        """Whether a content without a cue is part of what the same one is said to have said."""
        return bare is not other and bool(other.cue) and inside(bare.content, other.content)

    def handed_back(self, tagged: list[Candidate]) -> list[Candidate]:
        """Each quotation that the encoder gave to the cue of another sentence goes to the one the rules know it by.

        "“We opened a shop a day,” he told analysts.  “That stops.”  He said the group would …": he told them both.
        """
        by_cue = {candidate.cue[0][0]: n for n, candidate in enumerate(tagged) if candidate.cue}
        result = list(tagged)
        for n, candidate in enumerate(tagged):
            if not candidate.cue:
                continue
            for piece in candidate.content:
                owner = self.owner(candidate, piece)
                if owner is None:
                    continue
                result[n] = replace(result[n], content=tuple(each for each in result[n].content if each != piece))
                mine = by_cue.get(owner.cue[0][0])
                if mine is not None and mine != n:
                    result[mine] = replace(result[mine], content=merged([*result[mine].content, piece]))
        return [candidate for candidate in result if candidate.content]

    def owner(self, candidate: Candidate, piece: Offsets) -> Candidate | None:
        """The rules' candidate of a whole quotation that stands before the candidate's sentence, or beside a cue."""
        text, tree = self.text, self.tree
        if text[piece[0]] not in OPENING or text[piece[1] - 1] not in CLOSING:
            return None
        said = tree.sentence[tree.index(candidate.cue[0][0])]
        first, last = (tree.sentence[tree.index(at)] for at in (piece[0], piece[1] - 1))
        if first <= said <= last and not (
            len(candidate.content) > 1
            and piece[1] <= candidate.cue[0][0]
            and text[piece[0] : piece[1]].rstrip("\"”’'")[-1:] not in ",?!."
        ):
            return None
        alone = replace(candidate, cue=(), content=(piece,))
        lo, hi = bounds(self.ruled, self.ruled_ends, alone)
        for rule in self.ruled[lo:hi]:
            if not rule.cue or overlap(rule.cue, (*candidate.cue, piece)) or not self.runs_into(rule, alone):
                continue
            cue = tree.sentence[tree.index(rule.cue[0][0])]
            if first <= said <= last and rule.cue[-1][1] > piece[0]:
                continue  # "called it “a window” and confirmed that …": it belongs to "called"
            if first <= cue <= last or cue < first < said:
                return rule
        return None

    def rejoined(self, tagged: list[Candidate]) -> list[Candidate]:
        """Contents without cue or source go to the attribution that the rules know to run on into them.

        A quotation over several paragraphs is one statement, but the encoder sees no further than a window.
        """
        by_cue = {candidate.cue[0][0]: n for n, candidate in enumerate(tagged) if candidate.cue}
        dropped: set[int] = set()
        for n, loose in enumerate(tagged):
            if loose.cue or loose.source:
                continue
            lo, hi = bounds(self.ruled, self.ruled_ends, loose)
            whole = next((rule for rule in self.ruled[lo:hi] if rule.cue and self.runs_into(rule, loose)), None)
            owner = by_cue.get(whole.cue[0][0]) if whole else None
            if owner is not None:
                dropped.add(n)
                tagged[owner] = replace(tagged[owner], content=merged([*tagged[owner].content, *loose.content]))
        return [candidate for n, candidate in enumerate(tagged) if n not in dropped]

    def runs_into(self, rule: Candidate, loose: Candidate) -> bool:
        return overlap(rule.content, loose.content) >= MOSTLY * length(loose.content)

    def twin(self, candidate: Candidate) -> int | None:
        """The rules' candidate for the same content, one with the same cue before others."""
        fits = []
        for n in range(*bounds(self.ruled, self.ruled_ends, candidate)):
            rule = self.ruled[n]
            score, by_cue = jaccard(candidate.content, rule.content), bool(overlap(candidate.cue, rule.cue))
            edge = rule.start == candidate.start or rule.end == candidate.end
            if score >= SAME or edge and by_cue or self.is_quoted_as(candidate, rule):
                fits.append((score + 0.4 * by_cue, -n))
        best = max(fits, default=None)
        return -best[1] if best else None

    def is_quoted_as(self, candidate: Candidate, rule: Candidate) -> bool:
        """Whether the encoder has taken "as saying that …", which the rules have read, for what was quoted."""
        head = cues.head_of(self.tree, candidate.cue)
        quotes = head is not None and self.tree.lemma[head] in {"quote", "cite"}
        return quotes and bool(rule.cue) and inside(rule.cue, candidate.content)

    def joined(self, tagged: Candidate, rule: Candidate) -> Candidate:
        """The encoder's words with the rules' grammar."""
        if rule.lemma == ":" or rule.frame in {COLON, PARTED}:
            return rule  # a line with a label, a clause that announces, halves in marks: where it ends is no question
        if rule.cue and overlap(rule.cue, tagged.content) == length(rule.cue):
            return self.quoted_whole(tagged, rule)
        if not tagged.cue and (rule.cue or not tagged.source):
            return replace(rule, content=tagged.content, source=rule.source or tagged.source)
        if not overlap(tagged.cue, rule.cue):
            return replace(rule, content=tagged.content) if self.says(rule.cue) > self.says(tagged.cue) else tagged
        source = rule.source if rule.source and self.weaker(tagged.source, rule) else tagged.source
        if not rule.source and (rule.frame == "seem" or self.tells_nobody(rule)):
            source = ()
        told = rule.addressee if rule.addressee and hearers.stands_apart(rule.lemma, rule.frame) else ()
        content = outside(self.extent(tagged, rule), (*source, *told))
        return replace(
            tagged,
            source=source,
            content=content or rule.content,
            cue=self.cue(tagged, rule),
            lemma=rule.lemma,
            polarity=rule.polarity,
            addressee=rule.addressee,
            antecedent=rule.antecedent if source == rule.source else None,
        )

    def quoted_whole(self, tagged: Candidate, rule: Candidate) -> Candidate:
        """ "quoted Mr Kuleba as saying that …": what the encoder took for content holds the attribution.

        Its end is better than the parser's, as long as it stays in the clause of the verb that quotes.
        """
        head = cues.head_of(self.tree, rule.cue)
        verb = quoting(self.tree, head) if head is not None and self.tree.dep[head] == "pcomp" else None
        first, end = rule.content[-1]
        if verb is None or first < rule.cue[-1][1] or not end < tagged.end <= self.tree.end[self.tree.right[verb]]:
            return rule
        return replace(rule, content=(*rule.content[:-1], (first, tagged.end)))

    def cue(self, tagged: Candidate, rule: Candidate) -> Spans:
        """The encoder's cue, with the rules' where it lacks the word that matters: "raised the [possibility]"."""
        last = self.tree.index(rule.cue[-1][1] - 1)
        if not self.tree.is_noun(last) or overlap(tagged.cue, (self.tree.offsets(last, last),)):
            return tagged.cue
        return merged([*tagged.cue, *rule.cue])

    def says(self, cue: Spans) -> bool:
        """Whether the cue is a verb that quotations take: of two cues of one content, that is the one."""
        head = cues.head_of(self.tree, cue)
        return head is not None and self.tree.is_verb(head) and cues.takes(self.tree, head, "quote")

    def extent(self, tagged: Candidate, rule: Candidate) -> Spans:
        """The encoder's content, but for the words of a clause that the attribution stands outside of.

        "The board, which argued that …, lost": not beyond the relative clause.  "said it was shut and vowed to …": not
        beyond the next attribution of the same source.  "The valley, residents fear, will …": both pieces.
        """
        if len(rule.content) > 1 and rule.start < rule.cue[0][0] < rule.end and inside(tagged.content, rule.content):
            return rule.content
        if inside(tagged.content, rule.content) and all(self.text[a] in OPENING for a, _ in rule.content):
            return rule.content  # every paragraph of it, and what is quoted in it
        if rule.start > rule.cue[0][0] > tagged.start and self.trails(rule.cue):
            return tuple(piece for piece in tagged.content if piece[0] > rule.cue[0][0]) or rule.content
        if not tagged.source and rule.source and inside(rule.source, tagged.content):
            return rule.content  # "was accused by the party of hiding it"
        if tagged.end > rule.end > tagged.start and (self.leaves(tagged, rule) or self.next_cue(tagged, rule)):
            kept = (piece for piece in tagged.content if piece[0] < rule.end or self.text[piece[0]] in OPENING)
            return tuple((a, rule.end if a < rule.end < b else b) for a, b in kept)
        return self.unbroken(tagged.content, rule.content, rule.frame)

    def trails(self, cue: Spans) -> bool:
        """Whether the cue is a participle behind its clause: "denied the bid, calling it …"."""
        head = cues.head_of(self.tree, cue)
        return head is not None and self.tree.tag[head] == "VBG" and self.tree.dep[head] == "advcl"

    def unbroken(self, content: Spans, whole: Spans, frame: str) -> Spans:
        """The encoder's content without a break in the middle of a phrase: "that it was shut | until Monday".

        Where it stops short of the rules' at a comma, a dash or an "and", it is mostly right; where nothing stands
        between its last word and the next of the rules', they are.
        """
        first, last = content[0], content[-1]
        if first[0] == whole[0][0] and len(content) == 1:
            return ((first[0], whole[0][1]),) if first[1] < whole[0][1] and self.goes_on(first[1], frame) else content
        if len(content) == 1 and last[1] == whole[-1][1] and self.is_fronted(whole[-1][0], last[0]):
            return whole[-1:]
        if last[1] == whole[-1][1] and whole[-1][0] < last[0] and self.goes_on(last[0] - 1, ""):
            return content if "," in self.text[whole[-1][0] : last[0]] else merged([*content, whole[-1]])
        return content

    def is_fronted(self, start: int, end: int) -> bool:
        """Whether a condition or a circumstance stands before the rest: "If it rains, the dam will go, she said"."""
        lead = self.text[start:end].rstrip()
        return lead.endswith(",") and lead.count(",") == 1 and lead.split(maxsplit=1)[0].lower() in FRONTED

    def goes_on(self, at: int, frame: str) -> bool:
        """Whether nothing but a space stands at an edge, and behind it neither "and" nor when or where it was said."""
        tree, text = self.tree, self.text
        if at + 1 >= len(text) or text[at] != " " or not text[at + 1].isalnum():
            return False
        if not (text[at - 1].isalnum() or text[at - 1] in CLOSING):
            return False
        follows = tree.index(at + 1)
        if tree.dep[follows] == "cc" or tree.tag[follows] == "VBG" and tree.lemma[follows] in words().turns:
            return False
        return frame == "that" or tree.dep[follows] != "prep" or not tells_occasion(tree, follows)

    def leaves(self, tagged: Candidate, rule: Candidate) -> bool:
        """Whether the encoder's content runs on into the clause around that of the cue."""
        head = cues.head_of(self.tree, rule.cue)
        if head is None:
            return False
        if self.is_fronted_by(head, tagged, rule):
            return True
        if self.tree.dep[head] != "relcl" and not self.tree.is_noun(head):
            return self.resumes(head, rule)
        return tagged.end > self.tree.end[self.tree.right[head]] + 1 or self.resumes(head, rule)

    def is_fronted_by(self, head: int, tagged: Candidate, rule: Candidate) -> bool:
        """Whether the encoder's content runs on into the main clause: "Although it is meant to help, | it leaves …"."""
        main = self.tree.head[head]
        return self.tree.dep[head] == "advcl" and rule.end < self.tree.start[main] < tagged.end

    def resumes(self, head: int, rule: Candidate) -> bool:
        """Whether, after the content, the verb around the cue or beside it comes.

        ", who said it was shut, left early"; "called for peace, justified the war".
        """
        tree, i = self.tree, self.tree.index(rule.end - 1)
        if i + 2 >= tree.size:
            return False
        if tree.dep[i + 1] == "cc" and tree.dep[head] != "relcl":
            return tree.dep[i + 2] == "conj" and tree.head[i + 2] == head and tree.tag[i + 2] in FINITE
        if tree.words[i + 1] != ",":
            return False
        if tree.dep[head] == "relcl":
            return tree.words[max(0, tree.left[head] - 1)] == "," and tree.tag[i + 2] in FINITE
        return tree.dep[i + 2] == "conj" and tree.head[i + 2] == head and tree.tag[i + 2] in FINITE

    def next_cue(self, tagged: Candidate, rule: Candidate) -> bool:
        """Whether the encoder's content holds the next attribution of the same source."""
        lo, hi = bounds(self.ruled, self.ruled_ends, tagged)
        return any(
            bool(rule.source)
            and other.source == rule.source
            and bool(other.cue)
            and rule.end <= other.cue[0][0] < tagged.end
            and len(self.text[rule.end : other.cue[0][0]].split()) <= 2
            and self.probability(other.cue, "cue") >= self.least_next
            for other in self.ruled[lo:hi]
        )

    def tells_nobody(self, rule: Candidate) -> bool:
        """Whether the cue is a passive without an agent: "asked whether it rained, he nodded"."""
        head = cues.head_of(self.tree, rule.cue)
        return head is not None and is_passive(self.tree, head) and agent(self.tree, head) is None

    def weaker(self, source: Spans, rule: Candidate) -> bool:
        """Whether the rules know the source better: the encoder has none to speak of, or a part of theirs only."""
        if self.text.endswith(" whom", 0, rule.source[-1][1]):
            return True  # "one of whom added that"
        if self.weak(source) or self.is_hearsay(rule) or self.is_quoted_by_another(rule) or self.is_lifted(rule):
            return True
        if len(source) > 1 or len(rule.source) > 1 or not inside(source, rule.source) or rule.frame == "according":
            return False
        (start, end), (first, last) = source[0], rule.source[0]
        more = (self.text[first:start] + self.text[end:last]).strip()
        owner = self.tree.tag[self.tree.index(end - 1)] == "PRP$"  # "his best answer": he
        return len(more) > 2 and not owner and not MARK.search(more)

    def is_lifted(self, rule: Candidate) -> bool:
        """Whether the rules know that the cue's own clause has a subject that cannot speak: "is lost, and estimate"."""
        head = cues.head_of(self.tree, rule.cue)
        return head is not None and self.tree.dep[head] == "conj" and beside_content(self.tree, head) is not None

    def is_quoted_by_another(self, rule: Candidate) -> bool:
        """Whether the cue is the saying of "was quoted by the paper as saying", "cited a nurse as saying"."""
        head = cues.head_of(self.tree, rule.cue)
        return head is not None and self.tree.dep[head] == "pcomp" and quoting(self.tree, head) is not None

    def is_hearsay(self, rule: Candidate) -> bool:
        """Whether the source is a report that tells by itself: "declined to discuss reports suggesting that …"."""
        head = cues.head_of(self.tree, rule.cue)
        noun = self.tree.head[head] if head is not None and self.tree.dep[head] == "acl" else None
        told = noun is not None and self.tree.lemma[noun] in {"report", "rumor", "rumour", "speculation"}
        return told and rule.source[-1][1] == self.tree.end[noun or 0]

    def weak(self, source: Spans) -> bool:
        """No source, a mere article, or a relative pronoun: which clause it belongs to, the parse knows better."""
        return not source or (len(source) == 1 and self.text[slice(*source[0])].lower() in RELATIVE)

    def sure(self, candidate: Candidate) -> bool:
        """Whether what only the encoder has found stays; a verb with nobody to say it ("were granted") carries none."""
        if not candidate.cue:
            quoted = self.text[candidate.start] in OPENING
            return quoted or len(self.text[candidate.start : candidate.end].split()) >= LEAST_WORDS
        head = cues.head_of(self.tree, candidate.cue)
        if head is not None and (self.tree.lemma[head] in words().acts or quoted_as(self.tree, head) is not None):
            return False
        if not candidate.source and head is not None and self.tree.is_verb(head):
            return self.text[candidate.start] in OPENING
        return self.probability(candidate.content, "content") * self.probability(candidate.cue, "cue") >= LEAST_ALONE

    def probability(self, spans: Spans, role: str) -> float:
        """The mean probability that the words of the spans have the role."""
        return self.encoding.probability(ROLES.index(role), [self.encoding.pieces(*span) for span in spans])

    def keeps(self, rule: Candidate, near: Sequence[Candidate]) -> bool:
        """Whether what only the rules have found stays."""
        if not rule.stands_alone or any(overlap(rule.cue, each.cue) for each in near):
            return False
        if rule.frame in CERTAIN or rule.cue and self.probability(rule.cue, "cue") >= self.least_cue:
            return True
        if not rule.cue:
            return False
        if any(inside(rule.content, each.content) and inside(rule.cue, each.content) for each in near):
            return True
        if rule.source and self.says(rule.cue) and any(self.vouches(each, rule) for each in near):
            return True
        if rule.polarity == "negative":
            # "did not comment on reports that …": the outer one is what was not said
            return any(inside(each.content, rule.content) and inside(each.cue, rule.content) for each in near)
        return any(
            jaccard(other.content, rule.content) >= TWIN and not overlap(other.cue, rule.cue)
            for other in self.twins(rule)
        )

    def vouches(self, other: Candidate, rule: Candidate) -> bool:
        """Whether another tells where the attribution itself is from: "she noted that …, according to the readout"."""
        head = cues.head_of(self.tree, other.cue) if other.cue else None
        return head is not None and self.tree.lemma[head] == "accord" and inside(rule.content, other.content)

    def twins(self, rule: Candidate) -> Sequence[Candidate]:
        """The rules' other candidates beside this one: "he said, according to the readout" says one thing twice."""
        lo, hi = bounds(self.ruled, self.ruled_ends, rule)
        return self.ruled[lo:hi]


def once(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, but for one whose words another of the same cue has too."""
    ordered = sorted(found, key=lambda c: (c.cue[:1], length(c.content)))
    return [
        each
        for each, then in itertools.zip_longest(ordered, ordered[1:])
        if then is None or not each.cue or each.cue[0][0] != then.cue[0][0] or not inside(each.content, then.content)
    ]


def running_ends(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate the furthest end so far: ascending, so that bisection finds what may overlap."""
    ends, furthest = [], 0
    for candidate in candidates:
        furthest = max(furthest, candidate.end)
        ends.append(furthest)
    return ends


def bounds(candidates: Sequence[Candidate], ends: Sequence[int], of: Candidate) -> tuple[int, int]:
    """The range of candidates that may overlap the content or cue of `of`."""
    start = min(of.start, *(a for a, _ in of.cue)) if of.cue else of.start
    end = max(of.end, *(b for _, b in of.cue)) if of.cue else of.end
    hi = bisect_left(candidates, end, key=lambda c: c.start)
    lo = bisect_left(ends, start)
    return max(lo, hi - NEIGHBOURS), hi


def around(candidates: Sequence[Candidate], ends: Sequence[int], of: Candidate) -> Sequence[Candidate]:
    """The candidates near `of`, two to each side beyond those that overlap it."""
    lo, hi = bounds(candidates, ends, of)
    return candidates[max(0, lo - 2) : hi + 2]


def outside(content: Spans, frame: Spans) -> Spans:
    """The content without source or addressee: no piece that is hardly more, and none that begins or ends in them."""
    pieces = [piece for piece in content if overlap((piece,), frame) < MOSTLY * (piece[1] - piece[0] - 2)]
    for first, last in frame:
        pieces = [
            (last if first <= start < last < end else start, first if start < first < end <= last else end)
            for start, end in pieces
        ]
    return tuple(pieces)
