"""Which words a time expression dates: asked of cues and of events alike, so that a word that is both has one date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from service.extraction.clauses import Clauses
from service.lexicons import load

NOUNS = frozenset(load("event_nouns")["nouns"])
PASSIVE = frozenset({"auxpass", "nsubjpass"})
CLIMB = 8
# Places between an event and its date belong to the event: "their meeting in Beijing, China, February 4".
TRANSPARENT = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
# Prepositions over which a date at the end of a noun phrase is still the verb's: "held talks in Geneva on Monday".
LOOSE = frozenset({"in", "at", "with", "to", "for", "on", "into", "near", "by", "against", "between", "over"})
POSTPONING = frozenset(load("times")["tense"]["postponing"])
# Verbs that do nothing but put on the calendar, and those that do so where a date tells when.
PLANNING = frozenset({
    "schedule", "plan", "set", "slate", "book", "expect", "postpone", "delay", "defer", "reschedule", "adjourn",
})  # fmt: skip
SCHEDULING = POSTPONING | PLANNING
LOOKING_AHEAD = SCHEDULING | {"due"}
# Of the verbs by which an event noun takes place, the noun's day is the participle's: "the election, held in May".
STAGING = frozenset({
    "hold", "take", "stage", "conduct", "make", "cast", "deliver", "convene", "sign", "reach", "strike", "issue",
    "file", "launch", "commit", "perform", "fire", "give", "mount", "undertake", "fight", "play", "happen", "occur",
})  # fmt: skip


def governors(tree: Clauses, timed: Container[int], head: int, breaks: Sequence[int] = ()) -> tuple[list[int], str]:
    """The words that a time expression dates, and the preposition before it; `breaks` are the semicolons, in order.

    The noun or verb above it; and where that noun is the object in which the clause ends, the verb too, since
    nobody, least of all a parser, can say which of both "on Monday" belongs to.
    """
    found: list[int] = []
    word = ""
    below = head
    for above in tree.above(head, CLIMB):
        if tree.deps[below] in {"pobj", "pcomp"} and below in timed and above not in timed:
            word = tree.lowers[above]
        elif found and tree.deps[below] == "pobj" and tree.lowers[above] not in LOOSE:
            break
        if above not in timed:
            if tree.is_verb(above) and tree.deps[above] not in {"aux", "auxpass"}:
                above = this_side(tree, above, head, breaks)
                above = tree.participle(above) or above
                if not found and tree.lemmas[above] in SCHEDULING and (events := set_for(tree, above, word)):
                    return events, "moved" if tree.lemmas[above] in POSTPONING else ""
                found.append(above)
                if is_staged(tree, above):
                    found.append(tree.heads[above])
                if not ends_purpose(tree, above, head):
                    return found, word
            if tree.is_noun(above) and tree.types[above] not in TRANSPARENT:
                found.append(above)
                own = head < above or (word in {"of", "from", "since", "for"} and not is_scene(tree, above, word))
                if own or tree.deps[above] not in {"dobj", "attr", "pobj"}:
                    break
        below = above
    return (found or [below]), word


def ends_purpose(tree: Clauses, verb: int, head: int) -> bool:
    """Whether the date ends an infinitive, and so the clause above: "went to fetch water on Monday".

    The last of several ends them all: "came from behind to win and move top on Monday".
    """
    if tree.deps[verb] == "conj" and tree.tags[verb] == tree.tags[tree.heads[verb]] == "VB":
        verb = tree.heads[verb] if tree.deps[tree.heads[verb]] == "advcl" else verb
    if head < verb or tree.deps[verb] not in {"xcomp", "advcl"}:
        return False
    if tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] in LOOKING_AHEAD:
        return False  # "are scheduled to begin on Monday": the scheduling is of no day
    return tree.deps[verb] == "xcomp" or any(tree.tags[kid] == "TO" for kid in tree.kids[verb])


def this_side(tree: Clauses, verb: int, head: int, breaks: Sequence[int]) -> int:
    """The verb, or that of the clause before the semicolon that parts them: "they met on Monday; one resigned"."""
    place = bisect_left(breaks, head)
    if verb < head or place == len(breaks) or breaks[place] > verb:
        return verb
    other = tree.heads[verb]
    if tree.deps[verb] in {"conj", "ccomp"} and other < head and tree.is_verb(other):
        return other
    before = [kid for kid in tree.children(verb, "ccomp", "advcl") if kid < head and tree.is_verb(kid)]
    return before[-1] if before else verb


def is_staged(tree: Clauses, verb: int) -> bool:
    """Whether the clause only says when the noun before it took place: "the vote, taken on Monday"."""
    if tree.lemmas[verb] not in STAGING or not tree.is_noun(tree.heads[verb]):
        return False
    if tree.deps[verb] == "acl":
        return tree.tags[verb] in {"VBN", "VBD"}
    return tree.deps[verb] == "relcl" and (
        bool(tree.children(verb, *PASSIVE))
        or tree.lemmas[verb] in {"happen", "occur"}
        or any(tree.lowers[kid] == "place" for kid in tree.children(verb, "dobj"))
    )


def is_scene(tree: Clauses, noun: int, word: str) -> bool:
    """Whether the noun with its year is what a clause is set in: "died in the war of 1994"."""
    return word == "of" and tree.deps[noun] == "pobj" and tree.lowers[tree.heads[noun]] in {"in", "during", "at"}


def set_for(tree: Clauses, verb: int, word: str) -> list[int]:
    """What is scheduled for, or put off until, the date: it falls on that day, not the scheduling."""
    if word not in {"for", "until", "till", "to"}:
        return []
    if tree.deps[verb] in {"acl", "relcl"}:
        return [event_above(tree, tree.heads[verb])]
    events = tree.children(verb, "nsubjpass") or tree.children(verb, "dobj")
    infinitives = [kid for kid in tree.children(verb, "xcomp") if tree.is_verb(kid)]
    return infinitives or [inner for each in events for inner in parts(tree, each)]


def event_above(tree: Clauses, noun: int) -> int:
    """The event that a clause tells of, where the parser hangs it on who takes part: "talks of leaders set for May"."""
    above = tree.heads[tree.heads[noun]]
    inner = tree.deps[noun] == "pobj" and tree.lemmas[noun] not in NOUNS and tree.lemmas[above] in NOUNS
    return above if inner else noun


def parts(tree: Clauses, noun: int) -> list[int]:
    """The noun and what it is "of": "a round of talks"."""
    inner = [kid for of in tree.children(noun, "prep") if tree.lowers[of] == "of" for kid in tree.children(of, "pobj")]
    return [noun, *inner]
