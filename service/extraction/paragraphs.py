"""spaCy's dependency parser, run on all paragraphs of an article together.

The parser is a transition system, which scores one state of one text at a time; the scores of several texts it takes
together, in one product.  No sentence goes on over the sentence starts that the layout tells, so what lies between two
of them is a text of its own, and an eighth of the lean parse is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, ORTH, SENT_START, SPACY
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.pipeline.tok2vec import Tok2VecListener
from spacy.tokens import Doc


def paragraph_parser(nlp: Language) -> Callable[[Doc], Doc]:
    """Takes the parser out of a pipeline: what is given back parses a Doc that `nlp` has gone through.

    It stays in its place, and what is given back does nothing, where it does not read its vectors from `Doc.tensor`, or
    where a component after it may want its trees.
    """
    parser: Any = nlp.get_pipe("parser")
    if nlp.pipe_names[-1] != "parser" or not reads_tensor(parser):
        return lambda doc: doc
    nlp.remove_pipe("parser")
    return ParagraphParser(parser)


def reads_tensor(parser: Any) -> bool:
    """Whether this is spaCy's parser over vectors that a shared component has made."""
    return type(parser) is DependencyParser and any(isinstance(node, Tok2VecListener) for node in parser.model.walk())


class ParagraphParser:
    """Sets heads and dependencies of a Doc, and with them its sentences.

    Args:
        parser: one that `reads_tensor`.
    """

    def __init__(self, parser: Any) -> None:
        self.parser = parser

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        columns = doc.to_array([ORTH, SPACY, SENT_START]).astype(np.uint64)
        words, spaces = columns[:, 0].tolist(), columns[:, 1].astype(bool).tolist()
        starts = [*np.flatnonzero(columns[:, 2] == 1).tolist(), len(doc)]
        pieces = []
        for a, b in pairwise(starts):
            piece = Doc(doc.vocab, words=words[a:b], spaces=spaces[a:b])
            piece.tensor = doc.tensor[a:b]
            pieces.append(piece)
        self.parser.set_annotations(pieces, self.parser.predict(pieces))
        trees: Any = np.concatenate([piece.to_array([HEAD, DEP]) for piece in pieces])
        return doc.from_array([HEAD, DEP], trees)
