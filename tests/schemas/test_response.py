"""What is answered."""

from __future__ import annotations

import dataclasses
from typing import Any, get_args

import pytest
from marshmallow import Schema

from schemas import response
from schemas.response import EntitySchema, ResponseSchema
from service.answer import Answerer
from service.extraction import annotations as data
from service.extraction.annotations import Entity, Mention

MENTION = Mention(0, 3, "one", "name")
SAME_WORDS = [
    (response.ENTITY_TYPES, data.EntityType),
    (response.FORMS, data.Form),
    (response.TIME_TYPES, data.TimeType),
    (response.ROLES, data.Role),
    (response.PRECISIONS, data.Precision),
    (response.DATE_BASES, data.DateBasis),
    (response.MODALITIES, data.Modality),
    (response.POLARITIES, data.Polarity),
    (response.TENSES, data.Tense),
    (response.STATEMENT_TYPES, data.StatementType),
    (response.PUBLISHED_BASES, data.PublishedBasis),
]
SAME_FIELDS = [
    (response.SpanSchema, data.Span),
    (response.MentionSchema, data.Mention),
    (response.EntitySchema, data.Entity),
    (response.TimeSchema, data.Time),
    (response.DatingSchema, data.Dating),
    (response.TriggerSchema, data.Trigger),
    (response.PhraseSchema, data.Phrase),
    (response.ArgumentSchema, data.Argument),
    (response.ExtentSchema, data.Extent),
    (response.EventSchema, data.Event),
    (response.SourceSchema, data.Source),
    (response.CueSchema, data.Cue),
    (response.ContentSchema, data.Content),
    (response.AddresseeSchema, data.Addressee),
    (response.StatementSchema, data.Statement),
    (response.PublishedSchema, data.Published),
]


BETWEEN_LAYERS = {(data.Mention, "head_end")}  # what one layer tells the next and no client asks for


@pytest.mark.parametrize(("words", "type_"), SAME_WORDS)
def test_schemas_and_data_types_know_the_same_words(words: tuple[str, ...], type_: Any) -> None:
    """Each enumeration is that of the data type, in its order."""
    assert words == get_args(type_)


@pytest.mark.parametrize(("schema", "type_"), SAME_FIELDS)
def test_schemas_and_data_types_have_the_same_fields(schema: type[Schema], type_: Any) -> None:
    """Nothing that extraction finds is left out, in the same order."""
    names = [field.name for field in dataclasses.fields(type_) if (type_, field.name) not in BETWEEN_LAYERS]
    assert list(schema().fields) == names


@pytest.mark.parametrize("type_", ["MONEY", "PERCENT", "QUANTITY"])
def test_measures_have_value_and_unit(type_: Any) -> None:
    """Present for measures, null where they are not known; whole numbers are written whole."""
    dumped = EntitySchema().dump(Entity("e1", "$120 million", type_, (MENTION,), value=120e6, unit="USD"))
    assert (repr(dumped["value"]), dumped["unit"]) == ("120000000", "USD")
    dumped = EntitySchema().dump(Entity("e1", "some dollars", type_, (MENTION,)))
    assert (dumped["value"], dumped["unit"]) == (None, None)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_cannot_write_is_null(value: float) -> None:
    """JSON has no infinity."""
    assert EntitySchema().dump(Entity("e1", "x", "MONEY", (MENTION,), value=value))["value"] is None


def test_other_entities_have_neither_value_nor_unit() -> None:
    """Absent, not null; all else is present."""
    dumped = EntitySchema().dump(Entity("e1", "Xi Jinping", "PERSON", (MENTION,)))
    assert dumped == {
        "id": "e1",
        "name": "Xi Jinping",
        "type": "PERSON",
        "mentions": [{"start": 0, "end": 3, "text": "one", "form": "name"}],
        "description": None,
        "country": None,
    }


def test_a_real_response_keeps_the_contract(answer: Answerer, seed_text: str) -> None:
    """The schema that dumped the answer also finds nothing wrong with it."""
    found = answer({"text": seed_text, "published": "2023-03-17", "undated": True})
    assert ResponseSchema().validate(found) == {}


def test_fields_come_in_the_order_of_the_contract(answer: Answerer) -> None:
    """So that the same answer is the same bytes, and people find their way."""
    found = answer({"text": "The minister said no."})
    assert list(found) == ["id", "language", "published", "entities", "times", "events", "statements", "meta"]
    assert list(found["meta"]) == ["version", "model", "characters", "tokens", "elapsed_ms"]
