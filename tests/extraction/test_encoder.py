"""The encoder: offsets, windows, links; and what it adds to the rules."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.extraction import encoder
from service.extraction.encoder import Encoder
from service.extraction.pipeline import Pipeline
from service.extraction.statements import tagged
from service.settings import Settings

TEXT = (
    "The harbour authority said on Monday that the new pier would open in June.\n\n"
    "“We are ready,” said its director, Ines Carvalho. She added that two ferries had been ordered."
)


@pytest.fixture(scope="session")
def encode() -> Encoder:
    """One loaded encoder for all tests of this module."""
    return Encoder()


@given(st.lists(st.sampled_from(["a", "word", ".", "Said", "“", "”", "\n", "\n\n  \n"]), max_size=2000))
def test_windows_cover_every_piece(words: list[str]) -> None:
    """Every word piece is read, in windows no longer than the model was trained for, without a gap."""
    starts = list(itertools.accumulate((len(word) + 1 for word in words), initial=0))[: len(words)]
    spans = encoder.windows(" ".join(words), starts)
    covered = {piece for span in spans for piece in range(*span)}
    assert covered == set(range(len(words)))
    assert all(b - a <= encoder.WINDOW for a, b in spans)
    assert all(b > c > a and d > b for (a, b), (c, d) in itertools.pairwise(spans))


def test_a_window_begins_where_a_sentence_does() -> None:
    """What is said and who says it are read together wherever a sentence is no longer than a window."""
    words = ["The", "minister", "said", "that", "it", "had", "rained", "."] * 100
    starts = list(itertools.accumulate((len(word) + 1 for word in words), initial=0))[: len(words)]
    spans = encoder.windows(" ".join(words), starts)
    assert len(spans) > 3
    assert all(words[a] == "The" for a, _ in spans)


@settings(max_examples=40, deadline=None)
@given(text=st.text(min_size=1, max_size=200))
def test_offsets_stay_inside_the_text_and_ascend(encode: Encoder, text: str) -> None:
    """Whatever the text holds, word pieces lie in it, in order."""
    offsets = encode(text).offsets
    assert (offsets[:, 0] <= offsets[:, 1]).all()
    assert (offsets <= len(text)).all()
    assert (np.diff(offsets[:, 0]) >= 0).all()


def test_probabilities_sum_to_one(encode: Encoder) -> None:
    """Overlapping windows vote, and the vote is a distribution still."""
    encoding = encode(TEXT * 20)
    assert np.allclose(encoding.attribution.sum(axis=1), 1, atol=1e-4)
    assert np.allclose(encoding.event.sum(axis=1), 1, atol=1e-4)


def test_same_text_same_encoding(encode: Encoder) -> None:
    """The encoder is deterministic."""
    assert (encode(TEXT).attribution == encode(TEXT).attribution).all()


def test_blank_text_has_no_pieces(encode: Encoder) -> None:
    """White space alone is no reason to fail."""
    assert tagged.candidates(" \t ", encode(" \t ")) == []


def test_statements_are_decoded_and_linked(encode: Encoder) -> None:
    """Source, cue and content of plain statements come out joined."""
    found = [
        tuple(" … ".join(TEXT[a:b] for a, b in spans) for spans in (c.source, c.cue, c.content))
        for c in tagged.candidates(TEXT, encode(TEXT))
    ]
    assert ("The harbour authority", "said", "that the new pier would open in June") in [
        (source, cue.split(" … ")[0].removesuffix(" on Monday"), content) for source, cue, content in found
    ]
    assert ("She", "added", "that two ferries had been ordered") in found


def test_rules_alone_need_no_weights() -> None:
    """`DATELINE_ATTRIBUTION=rules` loads no learned part and still finds who said what."""
    pipeline = Pipeline(Settings().model, "rules")
    assert pipeline.encoder is None
    names = {s.source.name for s in pipeline.extract(TEXT).statements if s.source}
    assert "Ines Carvalho" in names


def test_the_best_path_follows_the_grammar() -> None:
    """An I never opens a span: where the tags waver inside a content, the path stays in it."""
    outer = [-5.0, -5.0, -0.5, -5.0]
    begins = [[-9.0, -9.0, -0.1], [-9.0] * 3, [-9.0] * 3, [-9.0, -9.0, -2.0]]
    insides = [[-9.0] * 3, [-9.0, -9.0, -0.1], [-9.0, -9.0, -1.2], [-9.0, -9.0, -0.1]]
    path = tagged.best_path(outer, begins, insides)
    assert list(tagged.stretches(path)) == [(tagged.CONTENT, 0, 4)]
