"""Quotations that their attribution parts: “The lake,” said Ann Lee, who rents out boats, “has swallowed my jetty.”

The parser sees one sentence there whose words belong together across the marks, and mistakes what is quoted for who is
speaking; the marks and commas tell better than it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from service.extraction.statements import constructions, cues, hearers
from service.extraction.statements.clauses import Range
from service.extraction.statements.constructions import Construction
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.subjects import source_of
from service.extraction.statements.tree import Tree

PARTED = "parted"  # the frame
LONGEST_GAP = 200  # characters of the attribution between the two halves
CONTINUING = frozenset({",", "–", "—", "-"})


def parted(tree: Tree, quoted: Sequence[Quotation]) -> Iterator[tuple[Construction, Range]]:
    """The attribution of each parted quotation, and the tokens between its halves."""
    text = tree.article.text
    for one, other in pairwise(quoted):
        gap = text[one.end : other.start]
        if not 4 < len(gap) <= LONGEST_GAP or "\n" in gap or not one.closed:
            continue
        if text[one.end - 2] not in CONTINUING or gap.rstrip()[-1:] not in CONTINUING:
            continue
        if not text[other.start : other.end].lstrip("\"“”«»„‘’'`")[:1].islower():
            continue  # another sentence may be another cue's: "he said, adding: “We pay.”"
        first, last = tree.index(one.end - 1) + 1, tree.index(other.start) - 1
        verb = next((i for i in range(first, last + 1) if cues.takes(tree, i, "quote")), None)
        if verb is None or any(tree.words[i] in {".", ";", ":"} for i in range(first, verb)):
            continue
        if any(tree.words[i] in {".", "?", "!"} for i in range(verb, last)):
            continue  # "“…,” he said.  Had it rained, she said, “the dam would have gone.”"
        source = speaker(tree, verb, first, last)
        if source is None:
            continue
        halves = [(tree.index(q.start), tree.index(q.end - 1)) for q in (one, other)]
        heard = hearers.to_whom(tree, verb)
        heard = heard if heard is not None and first <= heard[0] and heard[1] <= last and heard != source else None
        cue = [i for i in constructions.group(tree, verb) if first <= i <= last]
        yield Construction(verb, PARTED, cue, source, halves, tree.lemma[verb], None, heard), (first, last)


def speaker(tree: Tree, verb: int, first: int, last: int) -> Range | None:
    """Who speaks, among the tokens between the halves: the verb's subject, else what is right behind or before it."""
    found, _ = source_of(tree, verb)
    if found is not None and first <= found[0] and found[1] <= last:
        return found
    if verb == first and verb < last:
        noun = whole(tree, verb + 1, last)
        return None if noun is None else (verb + 1, noun)
    comma = next((i for i in range(first, verb) if tree.words[i] == ","), verb)
    noun = whole(tree, first, comma - 1)
    return None if noun is None else (first, noun)


def whole(tree: Tree, first: int, last: int) -> int | None:
    """The head of the noun phrase that begins with the token, as far as it reaches before a comma."""
    noun = first
    for _ in range(8):
        above = tree.head[noun]
        if not noun < above <= last or not tree.is_noun(above) or "," in tree.words[noun:above]:
            break
        noun = above
    return noun if tree.is_noun(noun) or tree.tag[noun] == "PRP" else None
