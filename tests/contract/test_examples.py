"""The examples of `openapi.yaml` are what the service really answers."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from flask.testing import FlaskClient

from schemas.problem import ProblemSchema
from schemas.response import BatchResponseSchema, HealthSchema, ResponseSchema
from service.extraction.pipeline import Pipeline
from service.settings import Settings
from tests.contract.examples import BEGIN, DOCUMENT, EXCHANGES, GIVEN, examples

TEXT = DOCUMENT.read_text("utf8")
WRITTEN: dict[str, Any] = yaml.safe_load(TEXT)["components"]["examples"]


def test_every_example_is_what_the_service_answers(client: FlaskClient, pipeline: Pipeline) -> None:
    """To the letter; `python -m tests.contract.examples` writes them anew after a change."""
    assert pipeline.model == WRITTEN["Announcement"]["value"]["meta"]["model"], f"made with {Settings().model}"
    assert examples(client) == WRITTEN


@pytest.mark.parametrize("name", [each.name for each in EXCHANGES])
def test_every_answer_keeps_its_schema(name: str) -> None:
    """A response, a health or a problem, and nothing else."""
    value = WRITTEN[name]["value"]
    schemas = {
        "results": BatchResponseSchema(),
        "meta": ResponseSchema(),
        "title": ProblemSchema(),
        "status": HealthSchema(),
    }  # by a field of its own
    assert next(schema for key, schema in schemas.items() if key in value).validate(value) == {}


@pytest.mark.parametrize("name", [*GIVEN, *(each.name for each in EXCHANGES)])
def test_every_example_is_shown_somewhere(name: str) -> None:
    """An example that no operation refers to would be lost."""
    assert f"'#/components/examples/{name}'" in TEXT[: TEXT.rindex(BEGIN)]
