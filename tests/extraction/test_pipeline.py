"""The walk through the four layers."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from service.extraction.annotations import Annotations
from service.extraction.article import Article
from service.extraction.pipeline import LAYERS, ModelError, Pipeline

Extract = Callable[..., Annotations]
SENTENCES = [
    f"{name} said on {day} that the talks in {place} would resume next week."
    for name in ("Anna Weber", "Zbigniew Wójcik", "Volodymyr Zelenskyy")
    for day in ("Monday", "Friday")
    for place in ("Geneva", "Kraków", "Xi'an")
]


def test_layers_that_are_not_asked_for_are_empty(extract: Extract, seed_text: str) -> None:
    """And those that are asked for are the same as with the others."""
    everything = extract(seed_text, "2023-03-17")
    for layer in LAYERS:
        alone = extract(seed_text, "2023-03-17", include=[layer])
        assert getattr(alone, layer) == getattr(everything, layer)
        assert not any(getattr(alone, other) for other in LAYERS if other != layer)
    assert not any(getattr(extract(seed_text, include=[]), layer) for layer in LAYERS)


def test_threads_share_one_pipeline(pipeline: Pipeline) -> None:
    """spaCy's memory zone is not thread-safe: without the lock nearly all of these would fail."""

    def run(text: str) -> Annotations:
        return pipeline.extract(text, published=date(2024, 5, 10))

    alone = [run(text) for text in SENTENCES]
    with ThreadPoolExecutor(6) as threads:
        together = list(threads.map(run, SENTENCES * 4))
    assert together == alone * 4


def test_the_string_store_does_not_grow(pipeline: Pipeline) -> None:
    """Words that were never seen are forgotten with the article they stood in."""
    pipeline.extract("Warm up.")
    before = len(pipeline.parser.nlp.vocab.strings)
    for number in range(20):
        pipeline.extract(f"Mr. Zorp{number} met Ms. Blick{number} in Wug{number}ville on Monday.")
    assert len(pipeline.parser.nlp.vocab.strings) == before


def test_an_article_is_gone_with_its_answer(pipeline: Pipeline, seed_text: str) -> None:
    """No reference cycle keeps the parse and what was thought about it until the garbage collector looks."""

    def parses() -> int:
        return sum(isinstance(each, Article | Doc) for each in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = parses()
        pipeline.extract(seed_text, published=date(2023, 3, 17))
        assert parses() == before
        assert not gc.isenabled()
    finally:
        gc.enable()
    pipeline.extract(SENTENCES[0])
    assert gc.isenabled()


def test_an_article_after_an_exception_is_answered(pipeline: Pipeline) -> None:
    """What cannot be encoded (a lone surrogate) leaves neither lock nor zone behind, and garbage is collected again."""
    before = pipeline.extract(SENTENCES[0])
    with pytest.raises((UnicodeEncodeError, TypeError)):
        pipeline.extract("a\ud800b")
    assert gc.isenabled()
    assert pipeline.extract(SENTENCES[0]) == before


def test_the_publication_date_has_a_basis(extract: Extract) -> None:
    """The request's where it gives one; nothing, where nothing proves one."""
    given, unknown = extract("The minister said no.", "2024-05-10"), extract("The minister said no.", None)
    assert (given.published.date, given.published.basis) == ("2024-05-10", "request")
    assert (unknown.published.date, unknown.published.basis) == (None, None)


def test_entities_come_by_their_first_mention(extract: Extract) -> None:
    """Also where that is the "I" of a quotation whose speaker is named later."""
    found = extract(
        "“I met Anna Weber in Berlin and I will go to Oslo,” said Erik Solberg of Norway. “I am glad,” he said."
    )
    starts = [entity.mentions[0].start for entity in found.entities]
    assert starts == sorted(starts)
    assert found.entities[0].name == "Erik Solberg"


def test_the_model_has_a_name(pipeline: Pipeline) -> None:
    """Language, name and version, as `meta.model` gives it."""
    assert pipeline.model == "en_core_web_md-3.7.1"


def test_a_model_that_is_not_installed() -> None:
    """Said in one sentence."""
    with pytest.raises(ModelError, match=r"^the spaCy model 'en_no_such' is neither an installed package nor a path$"):
        Pipeline("en_no_such")


def test_a_model_that_lacks_a_component(tmp_path: Path) -> None:
    """Said in one sentence that names what it lacks."""
    nlp = spacy.blank("en")
    tagger: Any = nlp.add_pipe("tagger")
    tagger.add_label("NN")
    nlp.initialize()
    nlp.to_disk(tmp_path)
    with pytest.raises(ModelError, match=r"lacks parser and ner, which Dateline needs$"):
        Pipeline(str(tmp_path))
