"""What holds for any text: Hypothesis makes them up, of news and of all that Unicode has."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.problem import Problem
from schemas.response import ResponseSchema
from service.answer import Answerer
from tests.spans import spans

UNITS = {"codepoint": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}
LAYERS = ("entities", "times", "events", "statements")
EXAMPLES = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

NEWS = """Anna Weber|the minister|Norway|its army|She|they|reporters|said|told|denied|met|would not pay|was arrested
on Monday|last Friday|3 May 2019|next year|for two weeks|in Bergen|€3.5 billion|12 percent|that|but|and|according to|not
“No,”|“we will|go.”|"|'|(|)|.|,|:|;|—|…|\n|\n\n|\r\n|\t|U.S.|Mr.|😀|🇳🇴|👩🏽‍🔬|e\u0301|\u200b|\u202e|\ufeff|\x00|王毅|قال"""
pieces = st.sampled_from(NEWS.replace("\n", "|", 2).split("|"))
texts = st.lists(pieces | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), min_size=1, max_size=40).map(
    " ".join
)


def asked(answer: Answerer, text: str, **fields: Any) -> dict[str, Any] | None:
    """The response without the time it took; None where the text is refused, which only blank or foreign text may be."""
    try:
        found = answer({"text": text, "published": "2024-05-14", "undated": True, **fields})
    except Problem as problem:
        assert problem.status == 422
        assert [fault.pointer for fault in problem.errors] == ["/text"]
        return None
    del found["meta"]["elapsed_ms"]
    return found


@pytest.mark.parametrize("unit", UNITS)
@EXAMPLES
@given(text=texts)
def test_every_span_is_its_slice(answer: Answerer, unit: str, text: str) -> None:
    """In each unit, for whatever stands between; and everything has the shape that the contract says."""
    found = asked(answer, text, offsets=unit)
    if found is None:
        return
    codec, width = UNITS[unit]
    units = text.encode(codec)
    for span in spans(found):
        assert 0 <= span["start"] < span["end"]
        assert units[span["start"] * width : span["end"] * width].decode(codec) == span["text"]
    assert ResponseSchema().validate(found | {"meta": found["meta"] | {"elapsed_ms": 1.0}}) == {}


@EXAMPLES
@given(text=texts)
def test_every_id_is_one_things_and_leads_to_it(answer: Answerer, text: str) -> None:
    """No two things share one, and none refers to what is not there."""
    found = asked(answer, text)
    if found is None:
        return
    ids = {layer: [each["id"] for each in found[layer]] for layer in LAYERS}
    everything = [each for layer in LAYERS for each in ids[layer]]
    assert len(set(everything)) == len(everything)
    for event in found["events"]:
        assert {event["time"]} <= {None, *ids["times"]}
        assert {event["statement"]} <= {None, *ids["statements"]}
        assert {argument["entity"] for argument in event["arguments"]} <= {None, *ids["entities"]}
    for statement in found["statements"]:
        assert {statement["parent"], statement["continues"]} <= {None, *ids["statements"]} - {statement["id"]}
        assert {(statement["source"] or {}).get("entity")} <= {None, *ids["entities"]}


@EXAMPLES
@given(text=texts, between=texts)
def test_the_same_text_is_answered_the_same(answer: Answerer, text: str, between: str) -> None:
    """Byte for byte, whatever was asked between."""
    first = json.dumps(asked(answer, text))
    asked(answer, between)
    assert json.dumps(asked(answer, text)) == first
