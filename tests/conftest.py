"""What all tests share: one loaded model, and a short way to have a text annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from schemas.request import Limits
from service.answer import Answerer
from service.app import create_app
from service.extraction.annotations import Annotations
from service.extraction.article import Article
from service.extraction.pipeline import Pipeline, annotate
from service.settings import Settings
from tests.live import Live, serving

SEED = Path(__file__).parents[1] / "seeds" / "000_990ab1c8f623fd39.txt"


@pytest.fixture(scope="session")
def seed_text() -> str:
    return SEED.read_text("utf8")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return Pipeline(Settings().model)


@pytest.fixture(scope="session")
def extract(pipeline: Pipeline) -> Callable[..., Annotations]:
    def run(text: str, published: str | None = "2024-05-10", **options: Any) -> Annotations:
        return pipeline.extract(text, published=date.fromisoformat(published) if published else None, **options)

    return run


@pytest.fixture(scope="session")
def answer(pipeline: Pipeline) -> Answerer:
    """A decoded request in, a response out, without HTTP."""
    return Answerer(pipeline, Limits(Settings().max_chars, Settings().max_batch))


@pytest.fixture(scope="session")
def app(answer: Answerer) -> Flask:
    """The application; pytest-flask makes the `client` of it."""
    return create_app(Settings(), answer)


@pytest.fixture(scope="session")
def live() -> Iterator[Live]:
    """The service as it is run: gunicorn with one worker on a free port, and impatient with slow bodies."""
    with serving("--workers", "1", "--body-timeout", "3") as server:
        yield server


@pytest.fixture(scope="session")
def extract_by_rules(pipeline: Pipeline) -> Callable[..., Annotations]:
    """Entities and statements by the rules alone, without the encoder, over the same parse."""

    def run(text: str, published: str | None = "2024-05-10") -> Annotations:
        with pipeline.lock, pipeline.parser.nlp.memory_zone():
            day = date.fromisoformat(published) if published else None
            return annotate(Article(pipeline.parser(text), day), {"entities", "statements"})

    return run


@pytest.fixture(scope="session", params=["encoder", "rules"])
def extract_either_way(request: pytest.FixtureRequest) -> Callable[..., Annotations]:
    """Once with the encoder, as by default, and once by the rules alone."""
    name = "extract" if request.param == "encoder" else "extract_by_rules"
    run: Callable[..., Annotations] = request.getfixturevalue(name)
    return run
