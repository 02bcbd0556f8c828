"""Whom a source names: from the words as written to an entity and its name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from service import lexicons
from service.extraction.annotations import Entity, Mention, Span
from service.extraction.article import Article
from service.extraction.records import record
from service.extraction.statements.candidates import Candidate, Offsets, hull
from service.extraction.statements.headlines import HEADED, abbreviates
from service.extraction.statements.labels import ANSWERED, QUESTION
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree
from service.extraction.statements.turns import TURN

PRONOUNS = frozenset(
    "i we you he she it they who which that whom me us him her them his its their my our your one".split()
)
BEHIND_NAME = re.compile(
    r",? (?:who|which|whose|where|that)\b|, (?:an?|the) "
    r"|, (?:published|released|issued|obtained|dated|seen|[a-z]+ing)\b|, (?:aged )?\d{1,3}(?:,|$)"
)
SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"})
LAST_BYLINE = 12  # lines above, empty ones too
LONGEST_TITLE = 3  # tokens between the comma and the name
HONOURS = frozenset(lexicons.load("titles")["honours"].split())
MOST_BODIES = 100  # organisations that may be meant by initials
WIDEST = 40  # mentions looked at around one source


@record
class Speaker:
    """Whom a source names; `entity` is an id, `name` the resolved name, both None where neither is known."""

    entity: str | None = None
    name: str | None = None
    type: str | None = None


class Resolver:
    """The mentions of an article in order, asked by source span."""

    def __init__(self, article: Article, tree: Tree, entities: tuple[Entity, ...], unnamed: Mapping[int, Span]) -> None:
        self.article = article
        self.tree = tree
        self.unnamed = unnamed
        # "The Czech" is a person where coreference says so, though a people's name ends there too.
        somebody = {m.end for e in entities if e.type == "PERSON" for m in e.mentions if m.form == "nominal"}
        self.mentions: list[tuple[int, int, Mention, Entity]] = sorted(
            (
                (m.start, m.core, m, e)
                for e in entities
                if e.type in SPEAKERS
                for m in e.mentions
                if e.type != "NORP" or m.end not in somebody
            ),
            key=lambda row: row[:2],
        )
        self.starts = [row[0] for row in self.mentions]
        self.abbreviated: dict[str, Entity | None] = {}

    def of(self, candidate: Candidate) -> Speaker:
        """The speaker of a candidate; where the source is a relative pronoun, whom its antecedent names."""
        if not candidate.source:
            return Speaker()
        if candidate.frame == ANSWERED:
            return self.interviewed
        if candidate.frame in {TURN, HEADED} and (named := self.labelled(candidate.source[0])) is not None:
            return named
        return self.named(candidate.antecedent) if candidate.antecedent else self.named(hull(candidate.source))

    @cached_property
    def interviewed(self) -> Speaker:
        """Whom an interview is with: the person most often meant before its first question, where that is one."""
        question = QUESTION.search(self.article.text)
        before = question.start() if question else 0
        people = {e.id: e for start, _, _, e in self.mentions if start < before and e.type == "PERSON"}
        meant = Counter(e.id for start, _, _, e in self.mentions if start < before and e.id in people)
        (first, most), (_, second) = [*meant.most_common(2), ("", 0), ("", 0)][:2]
        return Speaker(first, people[first].name, "PERSON") if most > second else Speaker()

    @cached_property
    def author(self) -> Speaker:
        """Who has a byline above the text: a person whose name, perhaps behind "By", is all of a line."""
        signed = {}
        start = 0
        for line in self.article.text.split("\n", LAST_BYLINE + 1)[:-1]:
            end = start + len(line) + 1
            held = slice(bisect_left(self.starts, start), bisect_left(self.starts, end))
            for at, _, mention, entity in self.mentions[held]:
                before, behind = line[: at - start], line[mention.end - start :]
                alone = before.strip().casefold() in {"", "by"} and not behind.strip(" ,|")
                if alone and entity.type == "PERSON" and mention.form == "name":
                    signed[entity.id] = Speaker(entity.id, entity.name, entity.type)
            start = end
        return next(iter(signed.values())) if len(signed) == 1 else Speaker()

    def labelled(self, label: Offsets) -> Speaker | None:
        """Whom the last name of a label names, whatever the parser makes of it: "MS. AYODELE:", "… – NLC"."""
        last = self.tree.index(label[1] - 1)
        name = self.tree.words[last]
        found = self.mention(label, self.tree.offsets(last, last))
        if found is None:
            if name not in self.abbreviated:
                fits = (e for e in self.bodies if e.name == name or abbreviates(name, e.name))
                self.abbreviated[name] = next(fits, None)
            found = self.abbreviated[name]
        return None if found is None else Speaker(found.id, found.name, found.type)

    @cached_property
    def bodies(self) -> list[Entity]:
        """The organisations of the article, in the order of their first mentions."""
        return list({e.id: e for _, _, _, e in self.mentions if e.type == "ORG"}.values())[:MOST_BODIES]

    def named(self, span: Offsets | None) -> Speaker:
        """The entity whose mention heads the span, else the span's own words without article and title."""
        if span is None:
            return Speaker()
        head = self.head(span)
        found = self.mention(span, head)
        if found is not None:
            return Speaker(found.id, found.name, found.type)
        text = " ".join(self.article.text[slice(*span)].split())
        if text.lower() in PRONOUNS:
            if span[0] not in self.unnamed:
                return Speaker()
            text = " ".join(self.unnamed[span[0]].text.split())
        text = BEHIND_NAME.split(text, maxsplit=1)[0].rstrip(" ,")
        return Speaker(None, text.removesuffix("'s").removesuffix("’s") or None)

    def head(self, span: Offsets) -> Offsets:
        """The token that heads the span: the one whose own head lies outside; of several the subject, or the first."""
        tree = self.tree
        first, last = tree.index(span[0]), tree.index(span[1] - 1)
        outside = [
            i
            for i in range(first, min(last, first + WIDEST) + 1)
            if (not first <= tree.head[i] <= last or tree.head[i] == i)
            and tree.dep[i] != "punct"
            and tree.tag[i] != "_SP"
        ]
        subjects = [i for i in outside if tree.dep[i] == "nsubj"]
        chosen = (subjects or outside or [last])[0]
        if chosen > first and tree.words[chosen] in HONOURS and tree.words[chosen - 1][0].isupper():
            chosen -= 1  # "Ada Cole KC"
        return tree.offsets(chosen, chosen)

    def mention(self, span: Offsets, head: Offsets) -> Entity | None:
        """The entity of the mention that fits best: the shortest that holds the head, else a name in apposition."""
        lo = bisect_left(self.starts, span[0] - 80)
        hi = bisect_right(self.starts, span[1])
        best: tuple[int, int] | None = None
        chosen: Entity | None = None
        for start, end, mention, entity in self.mentions[lo : min(hi, lo + 4 * WIDEST)]:
            if end <= span[0] or start >= span[1]:
                continue
            if start <= head[0] and head[1] <= end:
                rank = (0 if end <= span[1] and start >= span[0] else 1, end - start)
            elif mention.form == "name" and start >= span[0] and end <= span[1] and self.apposed(start, head):
                rank = (2, start - span[0])
            elif entity.type == "PERSON" and mention.form == "name" and self.is_holder(start, end, span, head):
                rank = (3, 0)
            else:
                continue
            if best is None or rank < best:
                best, chosen = rank, entity
        return chosen

    def is_holder(self, start: int, end: int, span: Offsets, head: Offsets) -> bool:
        """Whether a name that ends the span has the office it begins with: "an organiser of the ADC, Chief Bello".

        Not where another person stands before its comma: "the aide of the mayor, Ann Lee".
        """
        tree = self.tree
        office, comma = tree.index(head[0]), tree.index(start)
        while comma > office and tree.words[comma] != "," and tree.index(start) - comma <= LONGEST_TITLE:
            comma -= 1
        if not span[0] <= head[0] < start < end == span[1] or tree.words[comma] != ",":
            return False
        before = comma - 1
        is_office = tree.lemma[office].lower() in words().persons
        person = tree.ent[before] == "PERSON" and not tree.words[before].isupper()
        return is_office and not (person or tree.lemma[before].lower() in words().persons)

    def apposed(self, start: int, head: Offsets) -> bool:
        """Whether the name that begins at `start` stands in apposition to the head: "the minister, Ann Lee"."""
        tree = self.tree
        i, target = tree.index(start), tree.index(head[0])
        for _ in range(4):
            if tree.dep[i] == "appos" and tree.head[i] == target:
                return True
            if tree.dep[i] not in {"compound", "nmod", "amod", "det", "appos"}:
                return False
            i = tree.head[i]
        return False
