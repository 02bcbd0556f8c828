"""What coreference reads off the parse: words and arcs as lists, quotations, the heads of the names."""

from __future__ import annotations

from functools import cached_property

from service import lexicons
from service.extraction.annotations import Entity, Mention
from service.extraction.article import Article

OPEN, CLOSE, STRAIGHT = frozenset({"“", "``", "`", "‘‘"}), frozenset({"”", "''", "’’"}), frozenset({'"'})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
SPEECH, JUDGEMENT, CREDITS = (
    frozenset(lexicons.load("coreference")[key].split()) for key in ("speech", "judgement", "credits")
)
MOST_CHILDREN = 40  # of one word that are looked through


class Text:
    """Tokens of an article as lists by index, and where its names stand."""

    def __init__(self, article: Article, entities: tuple[Entity, ...]) -> None:
        self.article = article
        self.entities = entities
        self.words, self.lower = article.words, article.lowers
        self.tags, self.deps = article.tags, article.deps
        self.heads, self.lemmas = article.heads, article.lemmas
        self.sentence = article.sentence_of
        self.paragraph = article.paragraph_of
        self.names: dict[int, tuple[int, Mention]] = {}
        self.inside = bytearray(len(article.doc))
        self.first: dict[int, int] = {}
        for number, entity in enumerate(entities):
            for mention in entity.mentions:
                tokens = article.tokens(mention.start, mention.end)
                head = self.head(tokens.start, tokens.end)
                self.names[head] = (number, mention)
                self.first[head] = tokens.start
                self.inside[tokens.start : tokens.end] = b"\1" * (tokens.end - tokens.start)

    @cached_property
    def begins(self) -> dict[int, int]:
        """The first token of every name → its head."""
        return {first: head for head, first in self.first.items()}

    def names_at(self, index: int) -> int | None:
        """The entity whose name ends with the token."""
        named = self.names.get(index)
        return named[0] if named else None

    @cached_property
    def peoples(self) -> set[str]:
        """The words that name peoples here, in lower case: "german"."""
        return {self.lower[head] for head, (number, _) in self.names.items() if self.entities[number].type == "NORP"}

    @cached_property
    def forces(self) -> set[int]:
        """The entities that are a police: "Oslo Police Department"."""
        return {
            number
            for head, (number, _) in self.names.items()
            if self.entities[number].type == "ORG" and "police" in self.lower[self.first[head] : head + 1]
        }

    def __len__(self) -> int:
        return len(self.words)

    def head(self, first: int, last: int) -> int:
        """The token of the range whose head lies outside it: the last such."""
        for index in range(last - 1, first - 1, -1):
            if not first <= self.heads[index] < last or self.heads[index] == index:
                return index
        return last - 1

    @cached_property
    def quoted(self) -> bytearray:
        """1 for every token inside quotation marks; a paragraph's end closes them."""
        marks = bytearray(len(self))
        inside = False
        either = (
            STRAIGHT if "`" in self.words or "``" in self.words else STRAIGHT | {"''"}
        )  # two apostrophes that open and close
        for index, word in enumerate(self.words):
            if "\n" in word:
                inside = False
            elif word in OPEN:
                inside = True
            elif word in either:
                inside = not inside
            elif word in CLOSE:
                inside = False
            elif inside:
                marks[index] = 1
        return marks

    def is_credit(self, head: int) -> bool:
        """Whether the name stands in a byline or a picture credit: its bearer has no part in the story."""
        first = self.first[head]
        if first == 0 or (first > 1 and self.lower[first - 1] == ":"):
            return first > 1 and self.lower[first - 2] in CREDITS
        opens = first == 1 or "\n" in self.words[first - 2]
        return opens and self.words[first - 1] in {"By", "BY"}

    def verb(self, index: int) -> int:
        """The verb whose clause the token stands in: the nearest verbal ancestor, or itself at the root."""
        steps = 0
        while self.heads[index] != index and steps < 40:
            index = self.heads[index]
            if self.tags[index].startswith("VB") or self.tags[index] == "MD":
                return index
            steps += 1
        return index

    @cached_property
    def story(self) -> list[int]:
        """For every sentence how many before it are told, not quoted: a long quotation puts nobody out of view."""
        counts, told = [], 0
        for sentence in self.article.sentences:
            inner = self.quoted[sentence.start : sentence.end]
            told += 2 * sum(inner) < len(inner)
            counts.append(told)
        return counts

    def away(self, index: int, sentence: int) -> int:
        """How many sentences back another one is: of the told ones only, unless the token is quoted itself."""
        here = self.sentence[index]
        if here == sentence or self.quoted[index]:
            return here - sentence
        return max(1, self.story[here] - self.story[sentence])

    @cached_property
    def names_of(self) -> dict[int, list[int]]:
        """The heads of the names of each sentence in order; of a sentence that is a list only the first."""
        found: dict[int, list[int]] = {}
        for head in sorted(self.names):
            heads = found.setdefault(self.sentence[head], [])
            if len(heads) < MOST_CHILDREN:
                heads.append(head)
        return found

    def commanded(self, index: int) -> set[int]:
        """Entities named below the verb whose subject the pronoun is: it cannot stand for them (Principle C)."""
        if self.deps[index] not in SUBJECTS:
            return set()
        verb = self.heads[index]
        names = self.names_of.get(self.sentence[index], ())
        later = [head for head in names if head > index][:12]
        return {self.names[head][0] for head in later if self.under(head, verb)}

    def in_content(self, other: int, index: int) -> bool:
        """Whether the other stands before the subject at the token in what that says: "If Reed paid, he said, …"."""
        if self.deps[index] not in SUBJECTS or not other < index or {";", ":"} & set(self.words[other:index][:40]):
            return False
        verb = self.heads[index]
        if self.deps[verb] == "parataxis":
            return self.lemmas[verb] in SPEECH and not self.under(other, verb)
        return any(self.deps[child] == "ccomp" and self.under(other, child) for child in self.children.get(verb, ()))

    def said(self, verb: int) -> bool:
        """Whether the clause is what a verb of speech has for content: not the one before a semicolon."""
        above = self.heads[verb]
        if self.deps[verb] != "ccomp" or self.lemmas[above] not in SPEECH:
            return False
        return ";" not in self.words[min(verb, above) : max(verb, above)][:MOST_CHILDREN]

    def under(self, index: int, above: int) -> bool:
        """Whether the token hangs, at up to a dozen removes, on the other."""
        for _ in range(12):
            if index == above:
                return True
            if self.heads[index] == index:
                return False
            index = self.heads[index]
        return False

    def offset(self, first: int, last: int) -> tuple[int, int, str]:
        """Characters of the tokens `first` … `last`, both included, and the text."""
        start = self.article.starts[first]
        end = self.article.starts[last] + len(self.words[last])
        return start, end, self.article.text[start:end]

    def judged(self, index: int) -> int | None:
        """Whom "X condemned Y for its attack" blames, at "its": the doing is that of the one who is judged for it."""
        noun = self.heads[index]
        preposition = self.heads[noun]
        if self.tags[index] != "PRP$" or self.lower[preposition] != "for" or self.deps[noun] != "pobj":
            return None
        above = self.heads[preposition]
        if self.deps[above] == "dobj" and self.lemmas[self.heads[above]] in JUDGEMENT:
            return above
        if self.lemmas[above] not in JUDGEMENT:
            return None
        return next(
            (child for child in self.children.get(above, ()) if self.deps[child] in {"dobj", "nsubjpass"}), None
        )

    def subject_of(self, verb: int) -> int | None:
        """The surface subject of a verb, or of the verb it is conjoined with."""
        for _ in range(4):
            for child in self.children.get(verb, ()):
                if self.deps[child] in SUBJECTS:
                    return child
            if self.deps[verb] not in {"conj", "xcomp"}:
                return None
            verb = self.heads[verb]
        return None

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The dependents of every token in order; of a flat list without a verb only the first, to stay linear."""
        return {head: kids[:MOST_CHILDREN] for head, kids in enumerate(self.article.kids) if kids}
