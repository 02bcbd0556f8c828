"""Attributions set in by commas, told by the order of words: "The virus, doctors in Hanoi allege, came ashore".

Between a clause's subject and its verb the parser often takes the speaker for an apposition and his verb for a noun.
Where what stands between two commas is a short noun phrase with a verb of speech or thought behind it, and a finite
verb goes on behind the second comma, there is but one reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from service.extraction.statements.clauses import Range, behind_colon
from service.extraction.statements.constructions import Construction
from service.extraction.statements.hearers import to_whom
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import FINITE, Tree

ASIDE = "aside"
LONGEST = 10  # tokens between the commas
LONGEST_TAIL = 5  # the same, behind the verb: "told the council", "said on Monday"
OPENERS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "CD", "JJ"})
VERBS = frozenset({"VBD", "VBZ", "VBP"})
INSIDE = frozenset({",", ";", ":", "“", "”", '"', "(", ")", "and", "or", "who", "which", "that", "–", "—", "--"})


def set_in(tree: Tree) -> Iterator[tuple[Construction, Range]]:
    """Every one in the article, and its tokens."""
    for i, word in enumerate(tree.words):
        if word == "," and (found := between(tree, i)) is not None:
            yield found, (i + 1, found.content[1][0] - 2)


def between(tree: Tree, comma: int) -> Construction | None:
    """The attribution between the comma and the next one; None where none stands there."""
    first, last = tree.sentence_bounds(comma)
    begin = comma + 1
    close = next((i for i in range(begin, min(begin + LONGEST + 1, last)) if tree.words[i] == ","), None)
    if comma == first or close is None or close - begin < 2 or tree.tag[begin] not in OPENERS or close + 1 >= last:
        return None
    if not goes_on(tree, close) or tree.tag[comma - 1] in {"JJ", "RB"} or not tree.is_noun(comma - 1):
        return None
    verb = next((i for i in range(begin + 1, close) if says(tree, i)), None)
    if verb is None or close - 1 - verb > LONGEST_TAIL or any(tree.lower[i] in INSIDE for i in range(begin, close)):
        return None
    if any(tree.is_verb(i) for i in range(begin, close) if i != verb):
        return None
    cue = verb
    while cue > begin + 1 and tree.tag[cue - 1] == "RB":  # "he often says"
        cue -= 1
    heard = to_whom(tree, verb)
    heard = heard if heard is not None and verb < heard[0] and heard[1] < close else None
    content: list[Range] = [(behind_colon(tree, first, comma), comma - 1), (close + 1, last)]
    source = (begin, cue - 1)
    return Construction(verb, ASIDE, [*range(cue, verb + 1)], source, content, tree.lemma[verb].lower(), None, heard)


def goes_on(tree: Tree, close: int) -> bool:
    """Whether a finite verb follows, alone or with its adverb or its "not"."""
    then = close + 1 + (tree.tag[close + 1] == "RB")
    return tree.tag[then] in FINITE


def says(tree: Tree, i: int) -> bool:
    """Whether the token is a verb of speech or thought, or what such a one looks like: "growers allege"."""
    if ASIDE not in words().verbs.get(tree.lemma[i].lower(), ()):
        return False
    if tree.tag[i] in VERBS:
        return True
    before = tree.tag[i - 1]
    return tree.tag[i] == "NN" and before in {"NNS", "NNPS"} or tree.tag[i] == "NNS" and before in {"NN", "NNP"}
