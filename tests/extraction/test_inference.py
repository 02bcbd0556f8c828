"""The networks' layers answer as spaCy's own do, bit by bit."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps, set_current_ops

from service.extraction.inference import FORWARD, for_inference
from service.settings import Settings

TEXTS = ["No.", "Anna Weber said on Monday that the talks in Geneva would resume.\n\n" * 30]


def test_vectors_are_those_of_the_model() -> None:
    """However long the text."""
    set_current_ops(NumpyOps(use_blis=False))
    stock, ours = (spacy.load(Settings.load().model, exclude=["attribute_ruler", "lemmatizer"]) for _ in range(2))
    for_inference(ours)
    for name in ("tok2vec", "ner"):
        theirs, mine = (nlp.get_pipe(name).model for nlp in (stock, ours))  # type: ignore[attr-defined]
        if theirs.has_ref("tok2vec"):
            theirs, mine = theirs.get_ref("tok2vec"), mine.get_ref("tok2vec")
        quick = [node for node in mine.walk() if node._func in FORWARD.values()]
        assert len(quick) == len([node for node in mine.walk() if node.name in FORWARD]) > 1
        for text in TEXTS:
            expected, found = (model.predict([ours.make_doc(text)])[0] for model in (theirs, mine))
            assert np.array_equal(expected, found)


def test_they_do_not_learn() -> None:
    """Training fails at once, rather than from nothing."""
    nlp = spacy.load(Settings.load().model, exclude=["attribute_ruler", "lemmatizer"])
    for_inference(nlp)
    vectors, back = nlp.get_pipe("tok2vec").model([nlp.make_doc("No.")], is_train=True)  # type: ignore[attr-defined]
    with pytest.raises(NotImplementedError):
        back(vectors)
