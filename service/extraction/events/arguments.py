"""Who did it to whom, where: the arguments of an event, each with its span and, where it is one, its entity."""

from __future__ import annotations

from bisect import bisect_right

from service.extraction.annotations import Argument, Entity, Mention, Role, Span
from service.extraction.article import Article
from service.extraction.events.tree import Tree

# What stays outside a noun phrase's span: clauses, appositions, further conjuncts, punctuation.
OUTSIDE = frozenset({"relcl", "acl", "advcl", "appos", "preconj", "punct", "parataxis", "ccomp", "advmod", "npadvmod"})
FURTHER = frozenset({"conj", "cc"})
BREAKS = frozenset({",", ";", ":", "--", "—", "–"})
TIMES = frozenset({"DATE", "TIME"})
PRONOUNS = frozenset({"PRP", "PRP$"})
WIDTH = 30  # tokens of an argument at most
NESTING = 6  # mentions looked back at for one that contains an offset


Filler = tuple[str | None, int, int, str]  # the entity, start, end and text of an argument


class EntityIndex:
    """Which entity stands at an offset: by exact span, by the end that a phrase and its head share, or around it.

    A look-up takes time logarithmic in the number of mentions.
    """

    def __init__(self, article: Article, tree: Tree, entities: tuple[Entity, ...]) -> None:
        self.article = article
        self.tree = tree
        self.types = {entity.id: entity.type for entity in entities}
        self.mentions = sorted(
            ((mention, entity.id) for entity in entities for mention in entity.mentions),
            key=lambda pair: (pair[0].start, -pair[0].end),
        )
        self.starts = [mention.start for mention, _ in self.mentions]
        self.exact = {(mention.start, mention.end): id_ for mention, id_ in reversed(self.mentions)}
        self.ends: dict[int, tuple[Mention, str]] = {}
        self.known: dict[int, str | None] = {}
        self.fillers: dict[int, Filler | None] = {}
        self.names: dict[tuple[str, int], Mention] = {}  # (entity, sentence) → its first name there
        self.reach: list[int] = []  # for every mention how far the names go that begin no later
        reach = 0
        for mention, id_ in self.mentions:
            self.ends.setdefault(mention.core, (mention, id_))
            if mention.form == "name" and mention.end > reach:
                reach = mention.end
            self.reach.append(reach)
            if mention.form == "name" and article.starts:
                sentence = article.sentence_of[article.index(mention.start)]
                self.names.setdefault((id_, sentence), mention)

    def at(self, start: int, end: int, head: int) -> str | None:
        """The id of the entity that the phrase `start` … `end` with this head names."""
        return self.exact.get((start, end)) or self.of(head)

    def of(self, head: int) -> str | None:
        """The id of the entity that the token is the head of, or in whose name it lies."""
        if head not in self.known:
            self.known[head] = self.find(head)
        return self.known[head]

    def find(self, head: int) -> str | None:
        start = self.article.starts[head]
        end = start + len(self.article.words[head])
        ending = self.ends.get(end)
        if ending and ending[0].start <= start:
            return ending[1]
        last = bisect_right(self.starts, start)
        if not last or self.reach[last - 1] < end:
            return None
        for mention, id_ in reversed(self.mentions[max(0, last - NESTING) : last]):
            if mention.end >= end and mention.form == "name":
                return id_
        return None

    def type(self, i: int) -> str | None:
        """The type of the entity that the token with this index is the head of."""
        id_ = self.of(i)
        return self.types[id_] if id_ else None

    def name_beside(self, id_: str, token: int) -> Mention | None:
        """The entity's name in the token's sentence, if it is named there."""
        return self.names.get((id_, self.article.sentence_of[token]))


def find(article: Article, trigger: int, roles: dict[int, Role], index: EntityIndex) -> tuple[Argument, ...]:
    """The arguments with these heads, in text order; equal spans keep the role found first."""
    found: dict[tuple[int, int], Argument] = {}
    place = article.starts[trigger]
    for head, role in roles.items():
        if head not in index.fillers:
            index.fillers[head] = filler(article, head, index)
        each = index.fillers[head]
        if each is None or each[1] <= place < each[2]:
            continue
        if (each[1], each[2]) not in found:
            found[each[1], each[2]] = Argument(role, *each)
    return tuple(found[span] for span in sorted(found)) if len(found) > 1 else tuple(found.values())


def filler(article: Article, i: int, index: EntityIndex) -> Filler | None:
    """The argument with its whole noun phrase, or for a pronoun the entity's name in the same sentence.

    A possessive pronoun that nobody is known to stand behind is none.
    """
    tree = index.tree
    first, last = phrase(tree, i) if tree.kids[i] else (i, i)
    start, end = article.starts[first], article.starts[last] + len(article.words[last])
    entity = index.at(start, end, i)
    if tree.tags[i] in PRONOUNS:
        named = index.name_beside(entity, i) if entity else speaker(article, i, index)
        if named:
            return entity, named.start, named.end, named.text
        if entity is None and (tree.tags[i] == "PRP$" or tree.lowers[i] == "it"):
            return None
    if entity is None and tree.tags[i] == "NN" and tree.kids[i] and tree.kids[i][-1] > i:
        entity = apposed(tree, i, index)
    return entity, start, end, article.text[start:end]


def apposed(tree: Tree, head: int, index: EntityIndex) -> str | None:
    """Who the phrase is by the name that follows in apposition: "her rival, Ada Lund", "his wife, the painter Lund"."""
    for _ in range(2):
        if tree.tags[head] != "NN":
            return None
        kid = next((kid for kid in tree.kids[head] if tree.deps[kid] == "appos"), None)
        if kid is None or kid in tree.joined or tree.tags[kid] not in {"NN", "NNP"}:
            return None
        beside = tree.first(kid) - head
        if beside != 1 and not (beside == 2 and tree.lowers[head + 1] in BREAKS):
            return None
        if tree.tags[kid] == "NNP":
            return index.of(kid)
        head = kid
    return None


def speaker(article: Article, i: int, index: EntityIndex) -> Span | None:
    """Whom a pronoun subject stands for that is no entity's: the subject of the verb of saying above its clause.

    "Farmers said they would block the roads": a plural for "they", a thing for "it".
    """
    tree = index.tree
    clause = tree.heads[i]
    if tree.deps[i] not in {"nsubj", "nsubjpass"} or tree.deps[clause] != "ccomp":
        return None
    for kid in tree.children(tree.heads[clause], "nsubj"):
        plural = tree.tags[kid] in {"NNS", "NNPS"} or bool(tree.children(kid, "conj"))
        person = index.type(kid) == "PERSON"
        fits = {"they": plural, "it": not plural and not person, "he": not plural, "she": not plural}
        if kid < i and tree.is_noun(kid) and fits.get(tree.lowers[i], False):
            return article.span(*phrase(tree, kid))
    return None


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last token index of the noun phrase: with its determiner, modifiers and prepositional phrases.

    What is conjoined with the head, apposed to it or a clause about it stays outside, and so does all that follows it.
    """
    first = last = head
    limit = len(tree.words)
    queue = []
    for kid in tree.kids[head]:
        link = tree.deps[kid]
        if kid < head:
            if link not in OUTSIDE and link not in FURTHER and link != "case":
                edge = tree.first(kid) if tree.kids[kid] else kid
                first = min(first, edge)
        elif link in OUTSIDE or link in FURTHER:
            if link == "appos" and tree.first(kid) == head + 1:
                queue.append(kid)  # "the newspaper La Prensa"
            elif link not in {"punct", "cc"} or tree.lowers[kid] in BREAKS:
                limit = min(limit, tree.first(kid))
        elif link != "case" and not dated(tree, kid):
            queue.append(kid)
    while queue:
        token = queue.pop()
        if token >= limit:
            continue
        last = max(last, token)
        if last - head > WIDTH:
            break  # too long to be one argument: reading on would make a chain of thousands quadratic
        queue += [kid for kid in tree.kids[token] if tree.deps[kid] not in OUTSIDE and not dated(tree, kid)]
    return trimmed(tree, head, first if head - first <= WIDTH else head, last if last - head <= WIDTH else head)


def dated(tree: Tree, i: int) -> bool:
    """A prepositional phrase of time: "talks on Monday"."""
    return tree.deps[i] == "prep" and any(tree.types[kid] in TIMES for kid in tree.kids[i])


def trimmed(tree: Tree, head: int, first: int, last: int) -> tuple[int, int]:
    """Without punctuation, space and function words at its edges."""
    while last > head and (tree.is_mark(last) or tree.tags[last] in {"IN", "CC", "TO", "POS"}):
        last -= 1
    while first < head and tree.is_mark(first):
        first += 1
    return first, last
