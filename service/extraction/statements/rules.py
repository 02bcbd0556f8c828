"""The rules' finder: quotation marks, syntax and the cue lexicon, no learned part.

Three steps: every construction whose cue the lexicon accepts becomes a draft (`drafts`); every quotation widens the
draft it belongs to or finds its own attribution beside it (`attribution`); drafts that say the same thing twice are
dropped.
"""

from __future__ import annotations

from service.extraction.statements import colons, cues
from service.extraction.statements.asides import set_in
from service.extraction.statements.attribution import Attribution
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.clauses import Range
from service.extraction.statements.constructions import Construction
from service.extraction.statements.drafts import Drafts
from service.extraction.statements.labels import labelled
from service.extraction.statements.parted import parted
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree


def found(tree: Tree, quoted: list[Quotation]) -> list[Candidate]:
    """Every attribution in the article: those of the syntax by position of their content, then those of labels."""
    drafts = Drafts(tree, quoted)
    read(tree, quoted, drafts)
    Attribution(tree, quoted, drafts).settle()
    by_syntax = [drafts.finish(draft) for draft in drafts.settled()]
    taken = {candidate.start for candidate in by_syntax}
    return by_syntax + [candidate for candidate in labelled(tree, quoted) if candidate.start not in taken]


def read(tree: Tree, quoted: list[Quotation], drafts: Drafts) -> None:
    """Make a draft of every construction that carries an attribution."""
    taken: dict[int, Range] = {}  # tokens of attributions that part what is said, as read off its marks and commas
    for parting, gap in [*parted(tree, quoted), *set_in(tree)]:
        drafts.add(parting)
        taken |= dict.fromkeys(range(gap[0], gap[1] + 1), gap)
    light: set[int] = set()  # verbs that are part of a noun's cue: "expressed hope"
    for i in cues.possible(tree):
        for construction in cues.accepted(tree, i):
            if i in taken and leaves(construction, taken[i]):
                continue
            if tree.is_noun(i):
                light.update(k for k in construction.cue if tree.is_verb(k))
            drafts.add(construction)
    for i, word in enumerate(tree.words):
        if word == ":" and (announced := colons.plain(tree, i) or colons.block(tree, i)):
            drafts.add(announced)
    drafts.all = [draft for draft in drafts.all if not (draft.head in light and draft.frame.startswith("obj"))]


def leaves(construction: Construction, gap: Range) -> bool:
    """Whether the content reaches into what stands around the tokens."""
    return any(first < gap[0] or last > gap[1] for first, last in construction.content)
