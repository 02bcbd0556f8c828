"""Which words carry an attribution, in which frames: the cue lexicon asked about the tokens of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from service.extraction.annotations import Polarity
from service.extraction.statements import clauses, hearers, nouns, silence, verbs, views
from service.extraction.statements.candidates import Candidate, Spans
from service.extraction.statements.clauses import Range
from service.extraction.statements.constructions import Construction
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

OPENING = frozenset({"“", '"', "``", "''", "«"})
PREPOSITIONS = frozenset({"according", "per", "in", "from", "to", "for", "under"})
NEGATIONS = frozenset({"neither", "never", "nor", "nobody", "none", "no", "hardly"})
NEGATING = frozenset({"preconj", "advmod", "cc", "nsubj", "det"})
LONGEST_CUE = 12  # tokens after a cue's first that are looked at


def possible(tree: Tree) -> Iterator[int]:
    """The tokens that may be a cue."""
    known = words()
    for i in range(tree.size):
        tag = tree.tag[i]
        if tag[0] == "V":
            if tree.dep[i] not in {"aux", "auxpass"}:
                yield i
        elif tag[0] == "N":
            if tree.lemma[i].lower() in known.nouns:
                yield i
        elif tree.lower[i] in PREPOSITIONS or tree.lower[i] in known.hearsay:
            yield i


def accepted(tree: Tree, i: int) -> Iterator[Construction]:
    """The constructions of a token that the lexicon lets pass."""
    known = words()
    lower = tree.lower[i]
    if lower in {"according", "per"}:
        yield from nouns.of_according(tree, i)
    elif lower in PREPOSITIONS:
        yield from nouns.of_fronted(tree, i)
        yield from views.of_view(tree, i)
    elif lower in known.hearsay:
        if not any(True for _ in accepted_of_verb(tree, tree.head[i])):
            yield from nouns.of_hearsay(tree, i)
    elif tree.is_verb(i):
        yield from accepted_of_verb(tree, i)
    else:
        for construction in nouns.of_noun(tree, i):
            held = construction.frame == "of" and views.is_view(tree, i)  # "in the view of": whose it is, not what
            if construction.frame in known.nouns.get(construction.lemma.lower(), ()) and not held:
                yield construction


def accepted_of_verb(tree: Tree, verb: int) -> Iterator[Construction]:
    """Those of a verb and of the adjective that is its complement."""
    if not tree.is_verb(verb):
        return
    known = words()
    yield from silence.of_silence(tree, verb)
    if tree.lemma[verb].lower() not in known.verbs and not verbs.takes_clauses(tree, verb):
        return
    for construction in verbs.of_verb(tree, verb):
        table = known.verbs if tree.is_verb(construction.head) else known.adjectives
        if construction.frame in table.get(construction.lemma.lower(), ()) or unknown(tree, construction):
            yield construction


def unknown(tree: Tree, construction: Construction) -> bool:
    """Whether a verb that the lexicon lacks is used as a cue.

    It is inserted in, or added to, a quotation; or someone "intimates that …".
    """
    lemma, source = construction.lemma.lower(), construction.source
    if lemma in words().verbs or lemma in words().barred or source is None:
        return False
    if construction.frame == "that":
        first = construction.content[0][0]
        return tree.lower[first] == "that" and tree.dep[first] == "mark" and speaks(tree, source)
    if construction.frame != "aside" or construction.lemma in {"be", "have", "do", "'s"}:
        return False
    first = construction.content[0][0]
    return tree.words[first] in OPENING or tree.words[max(0, first - 1)] in OPENING


def speaks(tree: Tree, source: Range) -> bool:
    """Whether the phrase is headed by a name of people, a pronoun for them or a word for somebody."""
    first, last = source
    head = next((i for i in range(last, first - 1, -1) if not first <= tree.head[i] <= last or tree.head[i] == i), last)
    return clauses.animate(tree, last) or hearers.can_hear(tree, head)


def takes(tree: Tree, verb: int, frame: str) -> bool:
    """Whether the token is a full verb that takes the frame, or a clause, which says as much of a quotation."""
    if not tree.is_verb(verb) or tree.dep[verb] in {"aux", "auxpass"}:
        return False
    frames = words().verbs.get(tree.lemma[verb].lower())
    return frames is not None and bool(frames & {frame, "that", "aside"})


def quotes(tree: Tree, cue: Spans) -> bool:
    """Whether the cue is a verb that quotations take: of two cues of one content, that is the one."""
    head = head_of(tree, cue)
    return head is not None and tree.is_verb(head) and takes(tree, head, "quote")


def head_of(tree: Tree, cue: Spans) -> int | None:
    """The token of a cue that carries its meaning: its last full verb, else its noun, else its last token.

    Each cue is looked at once: it is compared with every one near it.
    """
    if cue not in tree.cue_heads:
        tree.cue_heads[cue] = find_head(tree, cue)
    return tree.cue_heads[cue]


def find_head(tree: Tree, cue: Spans) -> int | None:
    tokens: list[int] = []
    for start, end in cue:
        first = tree.index(start)
        tokens += range(first, min(tree.index(end - 1), first + LONGEST_CUE) + 1)
    if not tokens:
        return None
    verbs = [i for i in tokens if tree.is_verb(i) and tree.dep[i] not in {"aux", "auxpass"}]
    known = [i for i in verbs if tree.lemma[i] in words().verbs]
    if known or verbs:
        return (known or verbs)[-1]
    nouns = [i for i in tokens if tree.is_noun(i) or tree.lower[i] == "according"]
    return nouns[0] if nouns else tokens[-1]


def completed(tree: Tree, candidate: Candidate, head: int | None) -> Candidate:
    """The candidate with lemma, polarity and addressee, read off the cue's tokens where the finder left them open."""
    if head is None:
        return candidate if candidate.polarity else replace(candidate, polarity="positive")
    lemma = candidate.lemma or ("according to" if tree.lower[head] == "according" else tree.lemma[head].lower())
    heard = candidate.addressee
    if heard is None:
        speaks = tree.is_verb(head) and tree.lower[head] != "according"
        spoken_to = hearers.to_whom(tree, head) if speaks else None
        heard = (tree.offsets(*spoken_to),) if spoken_to else ()
    return replace(candidate, lemma=lemma, polarity=candidate.polarity or polarity(tree, head, lemma), addressee=heard)


def polarity(tree: Tree, head: int, lemma: str) -> Polarity:
    """Negative where the source is said not to have said it, or says that it is not so."""
    if lemma.lower() in words().negative and not names_object(tree, head):
        return "negative"
    return "negative" if negated(tree, head) else "positive"


def names_object(tree: Tree, head: int) -> bool:
    """Whether the verb says what its object is: "dismissed the report as a fairy tale" asserts something."""
    obj = tree.child(head, "dobj", "nsubjpass")
    named = (tree.child(kid, "pobj", "amod", "pcomp") for kid in tree.children(head, "prep") if tree.lower[kid] == "as")
    return obj is not None and any(kid is not None for kid in named)


def negated(tree: Tree, head: int) -> bool:
    """By "not", "never", "neither … nor", "no one"; a conjunct shares the negation of the verb that it leans on."""
    for _ in range(4):
        for kid in tree.kids[head]:
            if tree.dep[kid] == "neg" or tree.lower[kid] in NEGATIONS and tree.dep[kid] in NEGATING:
                return True
            told_no = tree.dep[kid] in {"nsubj", "nsubjpass"} or tree.lower[kid] == "longer"
            if told_no and any(tree.lower[k] in {"no", "neither"} for k in tree.kids[kid]):
                return True
        if tree.tag[head] == "VB" and tree.lower[max(0, tree.left[head] - 1)] == "yet":
            return True  # "has yet to say"
        if tree.dep[head] in {"xcomp", "pcomp"} and any(tree.lemma[i] in words().silent for i in above(tree, head)):
            return True
        leans = tree.dep[head] == "conj" and tree.child(head, "nsubj", "aux", "auxpass") is None
        led = tree.dep[head] == "xcomp" and tree.lemma[tree.head[head]] in {"go", "want", "be"}
        if tree.dep[head] == "acomp" or leans or led:
            if tree.head[head] == head or leans and not same_negation(tree, head):
                return False
            head = tree.head[head]
        else:
            return False
    return False


def above(tree: Tree, verb: int) -> list[int]:
    """The verb that governs an infinitive or a gerund, through a preposition too: "stopped short of saying"."""
    head = tree.head[verb]
    governors = [head]
    for _ in range(2):
        if tree.is_verb(governors[-1]):
            break
        governors.append(tree.head[governors[-1]])
    return governors


def same_negation(tree: Tree, conjunct: int) -> bool:
    """ "did not confirm or deny", "neither confirmed nor denied"; not "did not move but said"."""
    links = [tree.lower[kid] for kid in tree.kids[tree.head[conjunct]] if tree.dep[kid] == "cc" and kid < conjunct]
    return bool(links) and links[-1] in {"or", "nor"}
