"""Who said what.

Two finders give candidates, `rules` and, with the encoder, `tagged`; `combine` makes one list of theirs.  Then sources
are resolved, running speech is added, polarity, addressee and date are read, and what stands inside what.

tree, clauses, subjects, hearers       the parse: where phrases end, who speaks, to whom
quotations                             by their marks
lexicon, cues                          which words carry an attribution, in which frames
constructions: verbs, nouns, silence,  where the syntax would carry one
  views, asides, parted, colons
rules: drafts, attribution, labels     the rules' finder
tagged, guards                         the encoder's, without what it gets wrong for certain
combine: joining, neighbours           one list of both
settled: doubts                        who doubts a claim is not who makes it
edges                                  where a source and a content end
idle: traps; deeds; questions          what attributes nothing
turns, headlines, heralds              transcripts, headlines, quotations that the sentence before brings in
assemble: resolve, running, nesting,   from candidates to statements
  dating: days, stories
"""

from __future__ import annotations

from collections.abc import Mapping

from service.extraction.annotations import Entity, Span, Statement, Time
from service.extraction.article import Article
from service.extraction.statements import rules, tagged
from service.extraction.statements.assemble import assemble
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.combine import combine
from service.extraction.statements.deeds import is_deed
from service.extraction.statements.edges import Edges
from service.extraction.statements.guards import Guard
from service.extraction.statements.headlines import headed
from service.extraction.statements.heralds import heralded
from service.extraction.statements.idle import is_idle
from service.extraction.statements.labels import unlabelled
from service.extraction.statements.questions import is_unasserted
from service.extraction.statements.quotations import quotations
from service.extraction.statements.resolve import Resolver
from service.extraction.statements.settled import settled
from service.extraction.statements.tree import Tree
from service.extraction.statements.turns import laid_out, turns

__all__ = ["Candidate", "find"]

NOTHING_SAID = (is_idle, is_deed, is_unasserted)


def find(
    article: Article, times: tuple[Time, ...], entities: tuple[Entity, ...], unnamed: Mapping[int, Span]
) -> tuple[Statement, ...]:
    """Every attributed statement, by position of its content.

    `unnamed` are the phrases that pronouns stand for which are no entity's, by the offset of the pronoun.
    """
    tree = Tree(article)
    quoted = quotations(article.text)
    found = rules.found(tree, quoted)
    if article.encoding is not None:
        guard = Guard(tree, quoted)
        seen = filter(None, map(guard.of, tagged.candidates(article.text, article.encoding)))
        parted = [part for candidate in seen for part in guard.apart(candidate)]
        found = combine(tree, parted, found, article.encoding)
    else:
        found = [candidate for candidate in found if candidate.stands_alone]
    found = [unlabelled(article.text, candidate) for candidate in found]
    found = [
        candidate
        for candidate in map(Edges(tree).of, settled(tree, found))
        if candidate.content and not any(nothing(tree, candidate) for nothing in NOTHING_SAID)
    ]
    found = laid_out(found, [*turns(article.text), *headed(tree, quoted)])
    found = heralded(tree, quoted, found)
    return assemble(article, tree, times, Resolver(article, tree, entities, unnamed), quoted, found)
