"""What holds for any text: Hypothesis makes them up, of news and of all that Unicode has."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.problem import Problem
from schemas.response import ResponseSchema
from service.answer import Answerer
from tests.spans import spans

UNITS = {"codepoint": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}
LAYERS = ("entities", "times", "events", "statements")
LEISURELY = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

NEWS = [
    *"Anna Weber|the minister|Norway|its army|She|they|reporters|said|told|denied|met|would not pay".split("|"),
    *"was arrested|on Monday|last Friday|3 May 2019|next year|for two weeks|in Bergen|€3.5 billion|12 percent".split(
        "|"
    ),
    *"that|but|and|according to|not|“No,”|“we will|go.”|\"|'|(|)|.|,|:|;|—|…|\n|\n\n|\r\n|\t|U.S.|Mr.".split("|"),
    *"😀|🇳🇴|👩🏽\u200d🔬|e\u0301|\u200b|\u202e|\ufeff|\x00|王毅|قال".split("|"),
]
pieces = st.sampled_from(NEWS)
texts = st.lists(pieces | st.text(st.characters(exclude_categories=["Cs"]), max_size=6), min_size=1, max_size=40).map(
    " ".join
)


def asked(answer: Answerer, text: str, **fields: Any) -> dict[str, Any] | None:
    """The response without the time it took; None where the text is refused, as blank or foreign text may be."""
    problem: Problem | None = None
    try:
        found = answer({"text": text, "published": "2024-05-14", "undated": True, **fields})
    except Problem as refused:
        problem = refused
    if problem is not None:
        assert (problem.status, [fault.pointer for fault in problem.errors]) == (422, ["/text"])
        return None
    del found["meta"]["elapsed_ms"]
    return found


@settings(LEISURELY, max_examples=80)
@given(text=texts, unit=st.sampled_from(sorted(UNITS)))
def test_every_span_is_its_slice_and_every_id_leads_somewhere(answer: Answerer, text: str, unit: str) -> None:
    """In each unit, for whatever stands between; everything has the shape that the contract says."""
    found = asked(answer, text, offsets=unit)
    if found is None:
        return
    codec, width = UNITS[unit]
    units = text.encode(codec)
    for span in spans(found):
        assert 0 <= span["start"] < span["end"]
        assert units[span["start"] * width : span["end"] * width].decode(codec) == span["text"]
    assert dangling(found) == []
    assert ResponseSchema().validate(found | {"meta": found["meta"] | {"elapsed_ms": 1.0}}) == {}


def dangling(found: dict[str, Any]) -> list[str]:
    """Ids of two things, and references to what is not there."""
    ids = [each["id"] for layer in LAYERS for each in found[layer]]
    events, statements = found["events"], found["statements"]
    named = [
        *((event["time"], "t") for event in events),
        *((event["statement"], "s") for event in events),
        *((argument["entity"], "e") for event in events for argument in event["arguments"]),
        *((statement["parent"], "s") for statement in statements),
        *((statement["continues"], "s") for statement in statements),
        *(((statement["source"] or {}).get("entity"), "e") for statement in statements),
    ]
    lost = [name for name, letter in named if name is not None and not (name in ids and name.startswith(letter))]
    return lost + [name for name in set(ids) if ids.count(name) > 1]


@settings(LEISURELY, max_examples=30)
@given(text=texts, between=texts)
def test_the_same_text_is_answered_the_same(answer: Answerer, text: str, between: str) -> None:
    """Byte for byte, whatever was asked between."""
    first = json.dumps(asked(answer, text))
    asked(answer, between)
    assert json.dumps(asked(answer, text)) == first
