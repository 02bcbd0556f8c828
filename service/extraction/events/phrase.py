"""What happened, in words a reader understands: the trigger and what it says nothing without.

Of a verb: its particle ("shut … down"), the predicate that says what became of somebody ("found guilty", "named chief
executive"), the infinitive or gerund that it opens ("agreed to open"), an object or a phrase of a bare noun ("took
office", "put on hold"), of a light verb its object ("made a mistake"), and the preposition without which it is another
verb ("called for").  Of a noun: what kind it is ("state visit", "decision to leave") and the verb that only carries it
("paid a state visit", "talks … resume").

Who did it to whom stands in the event's arguments, whether it happened in its polarity, modality and tense: that is not
told here, nor are auxiliaries.  A "not" or "no" is part of the phrase only where it is part of the complement
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
LIGHT, SUPPORT, CARRYING, MOVING, CLOSING, SMALL, STAYING, SEEMING = (
    frozenset(LEXICON["verbs"][name].split())
    for name in ("light", "support", "carrying", "moving", "closing", "small", "staying", "seeming")
)
PARTICLES, PASSING, LINKING, ENDS, OF_TIME, OPENING = (
    frozenset(LEXICON["others"][name].split())
    for name in ("particles", "passing", "linking", "ends", "of_time", "opening")
)
AFTER_OBJECTS: dict[str, str] = LEXICON["after_objects"]
GOVERNED = {verb: frozenset(words.split()) for verb, words in LEXICON["governed"].items()}

MOST = 6  # words of a phrase, hyphens counted: what would make it longer is left out but for what hyphens join to it
NEAR = 5  # tokens from a verb to what belongs to it, where other words may stand between
FAR = 15  # tokens from a verb to its particle or predicate, behind an object of any length
CLOSE = 3  # tokens from a verb to an adverb that is its particle
LONG = 5  # tokens of a noun phrase that is told with its article
INNER = 4  # words of a verb under another and what belongs to it
BEFORE = 4  # modifiers of a noun, hyphens counted
HYPHENED = 6  # words that hyphens add, at most, themselves counted
NOMINAL = frozenset({"NN", "NNS"})
PARTICIPLES = frozenset({"VBG", "VBN"})
DESCRIBING = frozenset({"JJ", "JJR", "VBN", "RB"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "punct"})
ALSO = frozenset({"cc", "conj", "punct"})
DAYS = frozenset({"DATE", "TIME"})
MEASURES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL"})
NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
PREDICATES = frozenset({"acomp", "oprd"})
SILENT = frozenset({"``", "''", "_SP"})  # tags of quotation marks and white space
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
        words = sorted({word for word in words if word == first or tree.tags[word] not in SILENT})
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
    elif len(words) == 1 and is_opening(tree, verb):
        words.append(verb + 1)
    return words


def is_opening(tree: Tree, verb: int) -> bool:
    """ "For" of "called for the fence to be removed", which opens a clause."""
    if tree.deps[verb + 1 : verb + 2] != ["mark"]:
        return False
    return tree.lowers[verb + 1] in GOVERNED.get(tree.lemmas[verb], NONE)


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
            words += inner(tree, above)
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
                return infinitive(tree, word, kid) if tree.lowers[word + 1] == "to" else NONE
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
        said_when = tree.lowers[i] in PASSING or tree.tags[i] == "JJS"
        if tree.deps[i] == "punct" or (said_when and tree.words[i + 1] != "-"):
            break
        start = i
    return list(range(start, noun + 1)) if start < noun else [noun]


def noun_phrase(tree: Tree, after: int, noun: int) -> Sequence[int]:
    """The noun with all that stands before it, its article included; where that is long or a date, what kind it is."""
    first = tree.first(noun)
    if noun - first >= LONG or first <= after or tree.types[first] in DAYS:
        return modifiers(tree, noun)
    return range(first, noun + 1)


# What follows a verb: each gets the verb and a child of it, and gives the tokens that belong to the phrase.


def particle(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Down" of "shut the plant down", "up for sale" of "put up for sale"."""
    before = word - 1
    if word - verb > FAR or (tree.deps[before] == "pobj" and tree.heads[tree.heads[before]] == verb):
        return NONE  # "came from two goals down"
    kids = tree.kids[word]
    return (word, *bare_phrase(tree, kids[0])) if kids and kids[0] == word + 1 else (word,)


def adverb(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Back" of "hit back", which the parser takes for an adverb."""
    if tree.lowers[word] not in PARTICLES or tree.lemmas[verb] in CLOSING:
        return NONE
    if word - verb > CLOSE and (tree.heads[word - 1] != verb or tree.deps[word - 1] != "dobj"):
        return NONE
    kids = tree.kids[word]
    if kids and (kids[0] < word or (tree.lowers[word] == "ahead" and tree.lowers[word + 1] == "of")):
        return NONE
    return particle(tree, verb, word)


def predicate(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Guilty of fraud" of "found guilty of fraud", "set to rise" of "looked set to rise"."""
    words = bare_predicate(tree, verb, word)
    return (*words, *complement(tree, word)) if words and tree.tags[word] not in syntax.NOUN_TAGS else words


def bare_predicate(tree: Tree, verb: int, word: int) -> Sequence[int]:
    """ "Guilty" of "found guilty", "the first woman" of "became the first woman"."""
    if word - verb > FAR or tree.types[word] in MEASURES:
        return NONE
    tag = tree.tags[word]
    if tag in syntax.NOUN_TAGS:
        return NONE if tree.types[word] in NAMES else noun_phrase(tree, verb, word)
    if tag in DESCRIBING or (tag == "VBG" and tree.lemmas[verb] in STAYING):
        if tree.lowers[word] == "worth":
            return NONE
        start = word - 1 if tree.lowers[word - 1] == "not" and word - 1 > verb else word
        return range(start, word + 1)
    return NONE


def direct_object(tree: Tree, verb: int, noun: int) -> Sequence[int]:
    """ "Office" of "took office", "stranded" of "left thousands stranded"."""
    if tree.lemmas[verb] in STAYING:
        for kid in tree.children(noun, "acl"):
            if tree.tags[kid] in PARTICIPLES:
                return inner(tree, kid)
    return bare_object(tree, verb, noun)


def bare_object(tree: Tree, verb: int, noun: int) -> Sequence[int]:
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
    """ "Into force" of "came into force", "for" of "called for an end to it", "as mayor" of "resigned as mayor"."""
    if word - verb > NEAR:
        return NONE
    objects = tree.objects.get(word)
    if not objects:
        return opened(tree, word) or adverb(tree, verb, word)
    noun = objects[0]
    if tree.types[noun] in DAYS:
        return NONE
    if noun < word:  # "the plan that he voted for"
        return (word,) if tree.lowers[word] in GOVERNED.get(tree.lemmas[verb], NONE) else NONE
    lower = tree.lowers[word]
    if lower == "as" or (lower == "like" and tree.lemmas[verb] in SEEMING):
        kind = tree.tags[noun] in syntax.NOUN_TAGS and tree.types[noun] not in NAMES
        return (word, *noun_phrase(tree, word, noun)) if kind and tree.lemmas[noun] not in LINKING else NONE
    if lower == "to" and tree.lemmas[noun] in ENDS and noun - word <= CLOSE:
        return range(word, noun + 1)
    bare = bare_phrase(tree, word)
    if bare:
        return bare
    governed = GOVERNED.get(tree.lemmas[verb])
    if governed is None or lower not in governed or word - verb > CLOSE:
        return NONE
    return (word,) if lower not in {"to", "from", "at"} or tree.types[noun] not in MEASURES else NONE


def bare_phrase(tree: Tree, word: int) -> Sequence[int]:
    """ "On hold", "into custody", "with armed robbery": a preposition and a noun, perhaps with what kind it is."""
    objects = tree.objects.get(word)
    if not objects:
        return NONE
    noun = objects[0]
    if (
        noun < word
        or tree.tags[noun] != "NN"
        or tree.types[noun]
        or tree.lemmas[noun] in LINKING
        or tree.lowers[word] in OF_TIME
    ):
        return NONE
    if noun != word + 1 and (tree.types[word + 1] in NAMES or modifiers(tree, noun)[0] != word + 1):
        return NONE
    for kid in reversed(tree.kids[noun]):
        if kid < noun:
            break
        if tree.deps[kid] not in ALSO:
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
        return infinitive(tree, verb, word) if word in tree.helpers else inner(tree, word) if lemma in SMALL else NONE
    if (tag != "VBG" and tag not in DESCRIBING) or word in tree.helpers:
        return NONE
    return inner(tree, word) if lemma in SMALL or word not in tree.subjects else NONE


def infinitive(tree: Tree, after: int, verb: int) -> Sequence[int]:
    """ "Not to leave", "to be extradited", "to take office"."""
    to = tree.helpers.get(verb, NONE)[:1]
    if not to or tree.lowers[to[0]] != "to" or not 0 < verb - to[0] <= CLOSE:
        return NONE
    start = to[0] - 1 if to[0] > after + 1 and tree.lowers[to[0] - 1] == "not" else to[0]
    return [*range(start, verb), *inner(tree, verb)]


def inner(tree: Tree, verb: int) -> list[int]:
    """A verb under another with what it says nothing without, where that is short."""
    words = [verb]
    for kid in tree.kids[verb]:
        if kid > verb and tree.deps[kid] in WITHIN:
            more = WITHIN[tree.deps[kid]](tree, verb, kid)
            if len(words) + len(more) <= INNER:
                words += more
    return words


# What may follow a verb that stands under another, and what may follow the trigger: only that leads further down.
Finder = Callable[[Tree, int, int], Sequence[int]]
WITHIN: dict[str, Finder] = {
    "prt": particle,
    "advmod": adverb,
    "acomp": bare_predicate,
    "oprd": bare_predicate,
    "attr": bare_predicate,
    "dobj": bare_object,
    "prep": preposition,
}
AFTER: dict[str, Finder] = {
    **WITHIN,
    "acomp": predicate,
    "oprd": predicate,
    "attr": predicate,
    "dobj": direct_object,
    "xcomp": clause,
    "ccomp": clause,
}
