"""spaCy's entity recogniser, decoded for all tokens of an article at once.

The recogniser is a transition system (Lample et al. 2016, in spaCy's BILUO form): a token at a time, a small network
scores 74 moves from three tokens, the present one and, inside a name, its first and its last one so far.  spaCy takes
these steps one by one; taking and giving back the interpreter's lock many times in each, it spends 0.7 of its time so.

But outside names, where nine of ten tokens are, nothing but the present token counts: the scores of all tokens, as if
none were inside a name, are one matrix product.  Inside, every name that might begin is followed to its end, all of
them together, a token a step.  Then a walk from left to right keeps what it meets.  Weights, moves and answers are
spaCy's own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from service.extraction.inference import greatest

FEATURES = 3  # the present token, the first and the last of the open name
TOGETHER = 12  # tokens of a name up to which all are followed; the few longer ones go on alone, as the walk meets them
NEVER = np.float32(-np.inf)

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]


def recogniser(nlp: Language) -> Callable[[Doc], Doc]:
    """Takes the recogniser out of a pipeline: what is given back names the entities of a Doc that `nlp` has parsed.

    It stays in its place, and what is given back does nothing, where it is of another make than spaCy's default, or
    where a component after it may want its entities.
    """
    found = nlp.get_pipe("ner")
    if nlp.pipe_names[-1] != "ner" or not (isinstance(found, EntityRecognizer) and is_known(found)):
        return lambda doc: doc
    nlp.remove_pipe("ner")
    return Recogniser(found)


def is_known(ner: EntityRecognizer) -> bool:
    """Whether this is the network and the search that `Recogniser` knows."""
    model: Any = ner.model
    return (
        type(ner) is EntityRecognizer
        and ner.cfg["beam_width"] == 1
        and model.name == "parser_model"
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.get_ref("lower").get_dim("nF") == FEATURES
        and model.get_ref("lower").get_dim("nP") > 1
    )


class Recogniser:
    """Sets the entities of a Doc that has sentences, as the spaCy component would.

    Args:
        ner: one that `is_known`.
    """

    def __init__(self, ner: EntityRecognizer) -> None:
        model: Any = ner.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self.tokens = model.get_ref("tok2vec")
        hidden, self.pieces, width = lower.get_dim("nO"), lower.get_dim("nP"), lower.get_dim("nI")
        # (features, width, hidden × pieces): a token's share in the hidden layer, in each of its three places
        self.lower: Floats = lower.get_param("W").reshape(FEATURES, hidden * self.pieces, width).transpose(0, 2, 1)
        padding: Floats = lower.get_param("pad").reshape(FEATURES, hidden * self.pieces)
        self.bias: Floats = lower.get_param("b").reshape(-1)
        self.outside: Floats = self.bias + padding[1] + padding[2]
        self.upper: Floats = upper.get_param("W")
        self.upper_bias: Floats = upper.get_param("b")
        # not `ner.move_names`, which leaves one out
        names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
        self.labels = [name[2:] for name in names]
        place = {name: i for i, name in enumerate(names)}
        kinds = np.array([name[0] if name == "O" or name[2:] else "M" for name in names])
        self.inside, self.begins, self.units = kinds == "I", kinds == "B", kinds == "U"
        self.barred = ~(self.begins | self.units | (kinds == "O"))  # outside a name
        # for a name that a move has begun, the moves that go on with it and that end it
        self.going = np.array([place.get(f"I-{label}", 0) for label in self.labels])
        self.ending = np.array([place.get(f"L-{label}", 0) for label in self.labels])

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        vectors: Floats = self.tokens.predict([doc])
        sentence_starts, spaces = doc.to_array([SENT_START, IS_SPACE]).astype(np.int64).T
        last = np.append(sentence_starts[1:] == 1, True)  # no name goes on after it
        moves = self.moves(vectors, last, spaces == 1)
        openers = np.flatnonzero(self.begins[moves])
        ends = dict(zip(openers.tolist(), self.ends(vectors, last, openers, moves[openers]).tolist(), strict=True))
        found, free = [], 0
        for i in np.flatnonzero(self.begins[moves] | self.units[moves]).tolist():
            if i < free:
                continue
            free = ends.get(i, i + 1)
            if free < 0:
                free = self.alone(vectors, last, i, moves[i])
            found.append(Span(doc, i, free, label=self.labels[moves[i]]))
        doc.set_ents(found, default="outside")
        return doc

    def moves(self, vectors: Floats, last: NDArray[np.bool_], spaces: NDArray[np.bool_]) -> Ints:
        """The best move of every token, if no name is open before it."""
        scores = self.maxout(vectors @ self.lower[0] + self.outside) @ self.upper.T + self.upper_bias
        scores[:, self.barred] = NEVER
        scores[np.ix_(last, self.begins)] = NEVER
        scores[np.ix_(spaces, self.begins | self.units)] = NEVER
        best: Ints = scores.argmax(axis=1)
        return best

    def ends(self, vectors: Floats, last: NDArray[np.bool_], starts: Ints, moves: Ints) -> Ints:
        """The token after each name that begins at one of `starts` by one of `moves`; -1 where it is longer still."""
        ends = np.full(len(starts), -1)
        firsts = vectors[starts] @ self.lower[1] + self.bias
        open_ = np.arange(len(starts))
        for step in range(1, TOGETHER):
            if not len(open_):
                break
            at = starts[open_] + step
            ended = self.closes(firsts[open_], vectors[at], vectors[at - 1], last[at], moves[open_])
            ends[open_[ended]] = at[ended] + 1
            open_ = open_[~ended]
        return ends

    def alone(self, vectors: Floats, last: NDArray[np.bool_], start: int, move: int) -> int:
        """The token after one long name."""
        first = (vectors[start] @ self.lower[1] + self.bias)[None]
        for at in range(start + TOGETHER, len(vectors)):
            here = slice(at, at + 1)
            if self.closes(first, vectors[here], vectors[at - 1 : at], last[here], np.array([move]))[0]:
                return at + 1
        return len(vectors)

    def closes(
        self, firsts: Floats, present: Floats, before: Floats, last: NDArray[np.bool_], moves: Ints
    ) -> NDArray[np.bool_]:
        """Whether each open name ends with its present token: row by row its first, present and last token so far."""
        hidden = self.maxout(present @ self.lower[0] + firsts + before @ self.lower[2])
        going, ending = self.going[moves], self.ending[moves]
        on = (hidden * self.upper[going]).sum(axis=1) + self.upper_bias[going]
        off = (hidden * self.upper[ending]).sum(axis=1) + self.upper_bias[ending]
        closed: NDArray[np.bool_] = last | (off > on)
        return closed

    def maxout(self, hidden: Floats) -> Floats:
        return greatest(hidden.reshape(len(hidden), -1, self.pieces))
