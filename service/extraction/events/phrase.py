"""What happened, in words a reader understands: the trigger and what it says nothing without.

Of a verb: its particle ("shut … down"), the predicate that says what became of somebody ("found guilty", "named chief
executive"), the infinitive or gerund that it opens ("agreed to open"), an object or a phrase of a bare noun ("took
office", "put on hold"), of a light verb its object ("made a mistake"), and the preposition without which it is another
verb ("called for").  Of a noun: what kind it is ("state visit", "decision to leave") and the verb that only carries it
("paid a state visit", "talks … resume").

Who did it to whom stands in the event's arguments, whether it happened in its polarity, modality and tense: none of them
is told here, nor are auxiliaries.  A "not" or "no" is part of the phrase only where it is part of the complement
("warned … not to use", "gave no reason").
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from service import lexicons
from service.extraction import syntax
from service.extraction.annotations import Phrase, Span
from service.extraction.article import Article
from service.extraction.events.tree import Tree

LEXICON = lexicons.load("phrases")
LIGHT, SUPPORT, CARRYING, MOVING, PARTICLES, CLOSING, SMALL, STAYING, PASSING, LINKING, OF_TIME, OPENING = (
    frozenset(LEXICON[name].split())
    for name in (
        "light", "support", "carrying", "moving", "particles", "closing", "small", "staying", "passing", "linking",
        "of_time", "opening",
    )
)  # fmt: skip
AFTER_OBJECTS: dict[str, str] = LEXICON["after_objects"]
GOVERNED = {verb: frozenset(words.split()) for verb, words in LEXICON["governed"].items()}

MOST = 6  # words of a phrase, hyphens counted; what hyphens join to its words comes on top
NEAR = 5  # tokens from a verb to what belongs to it, where other words may stand between
FAR = 15  # tokens from a verb to its particle or predicate, behind an object of any length
CLOSE = 3  # tokens from a verb to an adverb that is its particle
LONG = 5  # tokens of a noun phrase that is told with its article
BEFORE = 4  # modifiers of a noun, hyphens counted
HYPHENED = 6  # words that hyphens add, at most, themselves counted
NOMINAL = frozenset({"NN", "NNS"})
DESCRIBING = frozenset({"JJ", "JJR", "VBN", "RB"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "punct"})
KINDS = frozenset({"amod", "compound"})
ALSO = frozenset({"cc", "conj", "punct"})
DAYS = frozenset({"DATE", "TIME"})
MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
PREDICATES = frozenset({"acomp", "oprd"})
NONE: Sequence[int] = ()


class Phrases:
    """Puts the phrase of any event of one article together."""

    def __init__(self, article: Article, tree: Tree) -> None:
        self.tree, self.text = tree, article.text
        self.starts, self.count = article.starts, len(article.words)

    def of(self, first: int, last: int, others: Container[int]) -> Phrase:
        """Args: first, last: the tokens of the trigger.  others: the tokens of its mentions."""
        tree = self.tree
        tag = tree.tags[first]
        if tag in syntax.NOUN_TAGS:
            words = of_noun(tree, first, others)
        elif tag in syntax.VERB_TAGS:
            words = of_verb(tree, first)
        else:
            words = of_adjective(tree, first)
        if last > first:
            words += range(first + 1, last + 1)
        self.join(words)
        if len(words) == 1:
            span = self.span(first, first)
            return Phrase(span.text, (span,))
        words = sorted(set(words))
        spans: list[Span] = []
        start = before = words[0]
        for word in words:
            if word > before + 1:
                spans.append(self.span(start, before))
                start = word
            before = word
        spans.append(self.span(start, before))
        return Phrase(" ".join([span.text for span in spans]), tuple(spans))

    def span(self, first: int, last: int) -> Span:
        start, end = self.starts[first], self.starts[last] + len(self.tree.words[last])
        return Span(start, end, self.text[start:end])

    def join(self, words: list[int]) -> None:
        """Add what hyphens join to the words: "sell-off", "second-degree murder"."""
        text, most = self.tree.words, len(words) + HYPHENED
        for word in words:  # which grow
            if text[word - 1] == "-" and word > 1 and word - 2 not in words and self.is_tight(word - 1):
                words += (word - 2, word - 1)
            if word + 2 < self.count and text[word + 1] == "-" and word + 2 not in words and self.is_tight(word + 1):
                words += (word + 1, word + 2)
            if len(words) >= most:
                break

    def is_tight(self, hyphen: int) -> bool:
        """Whether no white space is on either side."""
        starts, before = self.starts, hyphen - 1
        return starts[before] + len(self.tree.words[before]) == starts[hyphen] == starts[hyphen + 1] - 1


def of_verb(tree: Tree, verb: int) -> list[int]:
    words = [verb]
    deps = tree.deps
    for kid in tree.kids[verb]:
        if kid > verb and deps[kid] in AFTER:
            more = AFTER[deps[kid]](tree, verb, kid)
            if more and len(words) + len(more) <= MOST:
                words += more
    if deps[verb] in PREDICATES:
        words += carrier(tree, verb)
    return words


def of_adjective(tree: Tree, word: int) -> list[int]:
    """ "Ready to leave"; of "found guilty" the verb too."""
    words = [word, *complement(tree, word)]
    if tree.deps[word] in PREDICATES:
        words += carrier(tree, word)
    return words


def carrier(tree: Tree, word: int) -> Sequence[int]:
    """The verb that the word is a predicate of, unless that is a form of "be"."""
    verb = tree.heads[word]
    tells = tree.is_verb(verb) and tree.lemmas[verb] != "be" and tree.tags[word] != "VBG"
    return (verb,) if tells and 0 < word - verb <= FAR else NONE


def of_noun(tree: Tree, noun: int, others: Container[int]) -> list[int]:
    words = modifiers(tree, noun)
    start = words[0]
    dep, above = tree.deps[noun], tree.heads[noun]
    if dep == "dobj":
        if (above in others or tree.lemmas[above] in CARRYING) and above < start and tree.is_verb(above):
            words = [above, *particles(tree, above), *noun_phrase(tree, above, noun)]
    elif dep == "nsubjpass" or dep == "nsubj":
        if above in others or (dep == "nsubjpass" and tree.lemmas[above] in CARRYING):
            words += (above, *particles(tree, above))
    elif dep == "pobj" and above == start - 1:
        verb = tree.heads[above]
        if tree.lemmas[verb] in MOVING and 0 < above - verb <= NEAR and tree.is_verb(verb):
            words += (verb, above)
    more = complement(tree, noun)
    if len(words) + len(more) <= MOST:
        words += more
    return words


def particles(tree: Tree, verb: int) -> list[int]:
    return [kid for kid in tree.kids[verb] if tree.deps[kid] == "prt" and 0 < kid - verb <= FAR]


def complement(tree: Tree, word: int) -> Sequence[int]:
    """Of a noun or an adjective what follows at once: "decision to leave", "exchange of fire", "guilty of murder"."""
    for kid in tree.kids[word]:
        if kid > word:
            dep = tree.deps[kid]
            if dep == "prep":
                return bare_phrase(tree, kid) if kid == word + 1 else NONE
            if dep == "acl" or dep == "xcomp":
                return range(word + 1, kid + 1) if kid - word <= 3 and tree.lowers[word + 1] == "to" else NONE
    return NONE


def modifiers(tree: Tree, noun: int) -> list[int]:
    """The noun after what says what kind it is, without a gap: "state visit", "by-election", "armed robbery"."""
    start = i = noun
    while i and noun - i < BEFORE:
        i -= 1
        if tree.deps[i] not in MODIFIERS or not i < tree.heads[i] <= noun or tree.types[i] in MEASURES:
            break
        if tree.words[i] == "-":
            continue
        if tree.lowers[i] in PASSING or tree.tags[i] == "JJS" or tree.deps[i] == "punct":
            break
        start = i
    return list(range(start, noun + 1)) if start < noun else [noun]


def noun_phrase(tree: Tree, after: int, noun: int) -> Sequence[int]:
    """The noun with all that stands before it, its article included; where that is long or a date, what kind it is."""
    first = tree.first(noun)
    short = after < first and noun - first < LONG and tree.types[first] not in DAYS
    return range(first, noun + 1) if short else modifiers(tree, noun)


# What follows a verb: each gets the verb and a child of it, and gives the tokens that belong to the phrase.


def particle(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Down" of "shut the plant down", "up for sale" of "put up for sale"."""
    if word - verb > FAR:
        return NONE
    kids = tree.kids[word]
    return (word, *bare_phrase(tree, kids[0])) if kids and kids[0] == word + 1 else (word,)


def adverb(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Back" of "hit back", which the parser takes for an adverb."""
    if tree.lowers[word] not in PARTICLES or word - verb > CLOSE or tree.lemmas[verb] in CLOSING:
        return NONE
    kids = tree.kids[word]
    if kids and (kids[0] < word or (tree.lowers[word] == "ahead" and tree.lowers[word + 1] == "of")):
        return NONE
    return particle(tree, verb, word)


def predicate(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Guilty" of "found guilty", "the first woman" of "became the first woman"."""
    if word - verb > FAR or tree.types[word] in MEASURES:
        return NONE
    tag = tree.tags[word]
    if tag in syntax.NOUN_TAGS:
        return NONE if tree.types[word] in NAMES else noun_phrase(tree, verb, word)
    if tag in DESCRIBING or (tag == "VBG" and tree.lemmas[verb] in STAYING):
        return (word, *complement(tree, word)) if tree.lowers[word] != "worth" else NONE
    return NONE


def direct_object(tree: Tree, verb: int, noun: int) -> Sequence[int]:
    """ "Office" of "took office", "a mistake" of "made a mistake"."""
    tag, lemma = tree.tags[noun], tree.lemmas[verb]
    if noun - verb > NEAR:
        return NONE
    if tag not in NOMINAL or tree.types[noun]:
        return range(verb + 1, noun + 1) if lemma == "do" and tag in {"DT", "PRP"} and noun - verb <= 2 else NONE
    words: Sequence[int]
    if lemma in LIGHT:
        words = NONE if tree.deps[verb + 1] == "prt" else noun_phrase(tree, verb, noun)
    elif lemma in SUPPORT:
        words = modifiers(tree, noun)
        if tree.first(noun) != words[0]:
            return NONE
    elif noun == verb + 1 and tag == "NN" and not tree.kids[noun]:
        words = (noun,)
    else:
        return NONE
    if len(words) == 1 and tree.lowers[noun + 1 : noun + 2] == [AFTER_OBJECTS.get(tree.lemmas[noun])]:
        return (noun, noun + 1)
    return words


def preposition(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Into force" of "came into force", "for" of "called for an end to it", "as chairman" of "resigned as chairman"."""
    if word - verb > NEAR:
        return NONE
    objects = tree.objects.get(word)
    if not objects:
        return opened(tree, word) or adverb(tree, verb, word)
    noun = objects[0]
    if tree.types[noun] in DAYS:
        return NONE
    lower = tree.lowers[word]
    if lower == "as":
        return (word, *noun_phrase(tree, word, noun)) if tree.tags[noun] in syntax.NOUN_TAGS else NONE
    bare = bare_phrase(tree, word)
    if bare:
        return bare
    governed = GOVERNED.get(tree.lemmas[verb])
    if governed is None or lower not in governed or word - verb > CLOSE:
        return NONE
    return (word,) if lower not in {"to", "from", "at"} or tree.types[noun] not in MEASURES else NONE


def bare_phrase(tree: Tree, word: int) -> Sequence[int]:
    """ "On hold", "into custody", "with armed robbery": a preposition and a noun with nothing but a word for its kind."""
    objects = tree.objects.get(word)
    if not objects:
        return NONE
    noun = objects[0]
    if not 0 < noun - word <= 2 or tree.tags[noun] != "NN" or tree.types[noun] or tree.lemmas[noun] in LINKING:
        return NONE
    if tree.lowers[word] in OF_TIME:
        return NONE
    for kid in tree.kids[noun]:
        if tree.deps[kid] not in (KINDS if kid < noun else ALSO):
            return NONE
    return range(word, noun + 1)


def opened(tree: Tree, word: int) -> Sequence[int]:
    """ "Of stealing" of "accused of stealing"."""
    if tree.lowers[word] in OPENING:
        for kid in tree.kids[word]:
            if tree.deps[kid] == "pcomp" and kid == word + 1 and tree.tags[kid] == "VBG":
                return (word, kid, *particles(tree, kid))
    return NONE


def clause(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "To open" of "agreed to open", "go" of "let them go", "waiting" of "left them waiting"."""
    tag, lemma = tree.tags[word], tree.lemmas[verb]
    if word - verb > FAR or lemma == "use":
        return NONE
    if tag == "VB":
        helpers = tree.helpers.get(word)
        if helpers:
            to = helpers[0]
            if tree.lowers[to] != "to" or not 0 < word - to <= 3:
                return NONE
            start = to - 1 if to > verb + 1 and tree.lowers[to - 1] == "not" else to
            return (*range(start, word + 1), *particles(tree, word))
        return (word, *particles(tree, word)) if lemma in SMALL else NONE
    if (tag != "VBG" and tag not in DESCRIBING) or word in tree.helpers:
        return NONE
    return (word, *particles(tree, word)) if lemma in SMALL or word not in tree.subjects else NONE


AFTER: dict[str, Callable[[Tree, int, int], Sequence[int]]] = {
    "prt": particle,
    "advmod": adverb,
    "acomp": predicate,
    "oprd": predicate,
    "attr": predicate,
    "dobj": direct_object,
    "prep": preposition,
    "xcomp": clause,
    "ccomp": clause,
}
