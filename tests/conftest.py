"""What all tests share: one loaded model, and a short way to have a text annotated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from service.extraction.annotations import Annotations
from service.extraction.pipeline import Pipeline
from service.settings import Settings

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
