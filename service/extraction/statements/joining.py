"""One statement that both finders have found: the encoder's words with the rules' grammar.

The encoder knows almost to the word where a content ends; the rules know who speaks, whose clause the words stand in,
and which attribution comes next.
"""

from __future__ import annotations

import re
from dataclasses import replace

from service.extraction.encoder import Encoding
from service.extraction.statements import cues, hearers
from service.extraction.statements.candidates import Candidate, Spans, inside, length, merged, overlap
from service.extraction.statements.colons import COLON
from service.extraction.statements.constructions import quoting, tells_occasion
from service.extraction.statements.lexicon import words
from service.extraction.statements.neighbours import Neighbours
from service.extraction.statements.parted import PARTED
from service.extraction.statements.subjects import agent, beside_content, is_passive
from service.extraction.statements.tree import FINITE, Tree

MOSTLY = 0.9  # share of a content that must lie in another to belong to it
OPENING = frozenset("\"“„«‘'")
CLOSING = frozenset("\"”’'")
QUOTED = re.compile("[\"“”«»]|''")
RELATIVE = frozenset({"which", "who", "that", "whom", "whose", "the", "a", "an"})
FRONTED = frozenset("if unless once when after before because although though until with without".split())
GOING_ON = FINITE | {"VBN"}
LEAST_NEXT = 0.2  # probability of a cue that ends another's content
SHORT = 300  # characters: the encoder has read articles, and wavers over a sentence or two; there the rules hold


class Joiner:
    """Joins candidates of one article; `ruled` are all those of the rules."""

    def __init__(self, tree: Tree, ruled: Neighbours, encoding: Encoding) -> None:
        self.tree, self.text, self.encoding = tree, tree.article.text, encoding
        self.ruled = ruled
        self.least_next = LEAST_NEXT if len(self.text) >= SHORT else 0.0

    def joined(self, tagged: Candidate, rule: Candidate) -> Candidate:
        """The encoder's words with the rules' grammar."""
        if rule.lemma == ":" or rule.frame in {COLON, PARTED}:
            return rule  # a line with a label, a clause that announces, halves in marks: where it ends is no question
        if rule.cue and overlap(rule.cue, tagged.content) == length(rule.cue):
            return self.quoted_whole(tagged, rule)
        if not tagged.cue and (rule.cue or not tagged.source):
            return replace(rule, content=tagged.content, source=rule.source or tagged.source)
        if not overlap(tagged.cue, rule.cue):
            return (
                replace(rule, content=tagged.content)
                if cues.quotes(self.tree, rule.cue) > cues.quotes(self.tree, tagged.cue)
                else tagged
            )
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
            return tree.dep[i + 2] == "conj" and tree.head[i + 2] == head and tree.tag[i + 2] in GOING_ON
        if tree.words[i + 1] != ",":
            return False
        if tree.dep[head] == "relcl":
            return tree.words[max(0, tree.left[head] - 1)] == "," and tree.tag[i + 2] in GOING_ON
        return tree.dep[i + 2] == "conj" and tree.head[i + 2] == head and tree.tag[i + 2] in GOING_ON

    def next_cue(self, tagged: Candidate, rule: Candidate) -> bool:
        """Whether the encoder's content holds the next attribution of the same source."""
        return any(
            bool(rule.source)
            and other.source == rule.source
            and bool(other.cue)
            and rule.end <= other.cue[0][0] < tagged.end
            and len(self.text[rule.end : other.cue[0][0]].split()) <= 2
            and self.encoding.certainty("cue", other.cue) >= self.least_next
            for other in self.ruled.overlapping(tagged)
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
        return len(more) > 2 and not owner and not QUOTED.search(more)

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


def outside(content: Spans, frame: Spans) -> Spans:
    """The content without source or addressee: no piece that is hardly more, and none that begins or ends in them."""
    pieces = [piece for piece in content if overlap((piece,), frame) < MOSTLY * (piece[1] - piece[0] - 2)]
    for first, last in frame:
        pieces = [
            (last if first <= start < last < end else start, first if start < first < end <= last else end)
            for start, end in pieces
        ]
    return tuple(pieces)
