"""What is answered: every field of the response, by the names and bounds of the contract.

The schemas dump the plain objects that extraction finds (attributes of the same names); the same schemas, used to
validate, tell whether a response keeps the contract.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, fields, post_dump, validate

from schemas.problem import ProblemSchema

ENTITY_TYPES = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "MONEY",
    "PERCENT", "QUANTITY",
)  # fmt: skip
MEASURED = frozenset({"MONEY", "PERCENT", "QUANTITY"})
FORMS = ("name", "nominal", "pronoun")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
ROLES = ("agent", "patient", "recipient", "place", "instrument", "other")
PRECISIONS = ("day", "week", "month", "quarter", "year", "decade", "century", "other")
DATE_BASES = ("expression", "context", "published")
MODALITIES = ("asserted", "planned", "requested", "possible", "conditional")
POLARITIES = ("positive", "negative")
TENSES = ("past", "present", "future")
STATEMENT_TYPES = ("direct", "indirect", "mixed", "continued")
PUBLISHED_BASES = ("request", "text")


class Number(fields.Float):
    """A number that is written without a fraction where it has none, and null where it is not finite."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> float | int | None:
        if value is None or not math.isfinite(value):
            return None
        return int(value) if value == int(value) else float(value)


def offset() -> fields.Integer:
    return fields.Integer(required=True, strict=True, validate=validate.Range(min=0))


def string(*, null: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=null)


def one_of(choices: tuple[str, ...], *, null: bool = False) -> fields.String:
    return fields.String(required=True, allow_none=null, validate=validate.OneOf(choices))


def many(schema: type[Schema], *, least: int = 0) -> fields.List[Any]:
    return fields.List(fields.Nested(schema), required=True, validate=validate.Length(min=least))


class ExtentSchema(Schema):
    start = offset()
    end = offset()


class SpanSchema(ExtentSchema):
    text = string()


class MentionSchema(SpanSchema):
    form = one_of(FORMS)


class EntitySchema(Schema):
    id = string()
    name = string()
    type = one_of(ENTITY_TYPES)
    mentions = many(MentionSchema, least=1)
    description = string(null=True)
    country = fields.String(required=True, allow_none=True, validate=validate.Regexp("[A-Z]{2}$"))
    value = Number(allow_none=True)
    unit = fields.String(allow_none=True)

    @post_dump
    def measures_only(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        if data["type"] not in MEASURED:
            del data["value"], data["unit"]
        return data


class TimeSchema(Schema):
    id = string()
    start = offset()
    end = offset()
    text = string()
    type = one_of(TIME_TYPES)
    value = string()
    earliest = string(null=True)
    latest = string(null=True)


class DatingSchema(Schema):
    earliest = string(null=True)
    latest = string(null=True)
    precision = one_of(PRECISIONS)
    basis = one_of(DATE_BASES)


def dating() -> fields.Nested:
    return fields.Nested(DatingSchema, required=True, allow_none=True)


class TriggerSchema(SpanSchema):
    lemma = string()


class PhraseSchema(Schema):
    text = string()
    spans = many(SpanSchema, least=1)


class ArgumentSchema(Schema):
    role = one_of(ROLES)
    entity = string(null=True)
    start = offset()
    end = offset()
    text = string()


class EventSchema(Schema):
    id = string()
    trigger = fields.Nested(TriggerSchema, required=True)
    phrase = fields.Nested(PhraseSchema, required=True)
    type = string(null=True)
    mode = string(null=True)
    arguments = many(ArgumentSchema)
    time = string(null=True)
    date = dating()
    modality = one_of(MODALITIES)
    polarity = one_of(POLARITIES)
    tense = one_of(TENSES, null=True)
    sentence = fields.Nested(ExtentSchema, required=True)
    statement = string(null=True)
    mentions = many(SpanSchema)


class SourceSchema(Schema):
    spans = many(SpanSchema, least=1)
    entity = string(null=True)
    name = string(null=True)


class CueSchema(Schema):
    spans = many(SpanSchema, least=1)
    lemma = string()


class ContentSchema(Schema):
    spans = many(SpanSchema, least=1)


class AddresseeSchema(Schema):
    spans = many(SpanSchema, least=1)
    entity = string(null=True)


class StatementSchema(Schema):
    id = string()
    type = one_of(STATEMENT_TYPES)
    source = fields.Nested(SourceSchema, required=True, allow_none=True)
    cue = fields.Nested(CueSchema, required=True, allow_none=True)
    content = fields.Nested(ContentSchema, required=True)
    addressee = fields.Nested(AddresseeSchema, required=True, allow_none=True)
    polarity = one_of(POLARITIES)
    date = dating()
    parent = string(null=True)
    continues = string(null=True)


class HealthSchema(Schema):
    status = one_of(("alive", "ready"))


class PublishedSchema(Schema):
    date = string(null=True)
    basis = one_of(PUBLISHED_BASES, null=True)


class MetaSchema(Schema):
    version = string()
    model = string()
    characters = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    tokens = fields.Integer(required=True, strict=True, validate=validate.Range(min=1))
    elapsed_ms = fields.Float(required=True, validate=validate.Range(min=0))


class ResponseSchema(Schema):
    id = string(null=True)
    language = one_of(("en",))
    published = fields.Nested(PublishedSchema, required=True)
    entities = many(EntitySchema)
    times = many(TimeSchema)
    events = many(EventSchema)
    statements = many(StatementSchema)
    meta = fields.Nested(MetaSchema, required=True)


class Outcome(fields.Field[dict[str, Any]]):
    """A response or a problem; told apart by `status`, which only a problem has."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> dict[str, Any]:
        failed = isinstance(value, Mapping) and "status" in value
        found: dict[str, Any] = (ProblemSchema() if failed else ResponseSchema()).load(value)
        return found


class BatchResponseSchema(Schema):
    results = fields.List(Outcome(), required=True)
