"""`openapi.yaml` and the marshmallow schemas say the same: every field, type, bound, enumeration, default and null.

Each schema is written as JSON Schema by `expected`, and must equal what the document has, descriptions aside.  Equality
holds both ways: nothing in the schemas is missing in the document, nothing in the document is made up.
"""

from __future__ import annotations

import inspect
import re
from typing import Any

import jsonschema_rs
import pytest
import yaml
from flask import Flask
from marshmallow import Schema, fields, missing, validate

from schemas import problem, request, response
from schemas.request import ArticleSchema, BatchSchema, CalendarDate, Limits
from service.settings import Settings
from tests.contract.examples import DOCUMENT, TEXT

document: dict[str, Any] = yaml.safe_load(DOCUMENT.read_text("utf8"))
described: dict[str, Any] = document["components"]["schemas"]

LIMITS = Limits(Settings().max_chars, Settings().max_batch)
TYPES: list[tuple[type[fields.Field[Any]], str]] = [
    (fields.Integer, "integer"),
    (fields.Float, "number"),
    (fields.Boolean, "boolean"),
    (fields.String, "string"),
]


def is_ours(thing: Any) -> bool:
    """Whether it is a schema that something is dumped or loaded with, not a base of others."""
    return inspect.isclass(thing) and issubclass(thing, Schema) and bool(thing._declared_fields)


SCHEMAS: dict[str, type[Schema]] = {
    thing.__name__.removesuffix("Schema"): thing
    for module in (request, response, problem)
    for _, thing in inspect.getmembers(module, is_ours)
}


def expected(schema: Schema) -> dict[str, Any]:
    """A marshmallow schema as JSON Schema.  What may be sent is closed, what is answered may get further fields."""
    properties = {name: of_field(field, schema) for name, field in schema.fields.items()}
    found: dict[str, Any] = {"type": "object", "properties": properties}
    required = [name for name, field in schema.fields.items() if field.required]
    return (
        found
        | {"required": required}
        | ({"additionalProperties": False} if name_of(schema) in {"Article", "Batch"} else {})
    )


def of_field(field: fields.Field[Any], schema: Schema) -> dict[str, Any]:
    """One field: its type, null, bounds, and default."""
    found = of_type(field)
    for validator in field.validators:
        found |= of_validator(validator, "Items" if isinstance(field, fields.List) else "Length")
    if isinstance(schema, ArticleSchema) and field.name == "text":
        found["maxLength"] = schema.limits.max_chars
    if isinstance(schema, BatchSchema):
        found["maxItems"] = schema.limits.max_batch
    if field.allow_none and not isinstance(field, fields.Raw):
        found = or_null(found)
    if field.load_default is not missing:
        default: Any = field.load_default
        found["default"] = default() if callable(default) else default
    return found


def of_type(field: fields.Field[Any]) -> dict[str, Any]:
    """The type alone."""
    if isinstance(field, fields.Nested):
        return {"$ref": f"#/components/schemas/{name_of(field.schema)}"}
    if isinstance(field, fields.Raw):  # a document of a batch, which is read by itself later
        return {"$ref": "#/components/schemas/Article"}
    if isinstance(field, response.Outcome):
        return {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Response", "Problem")]}
    if isinstance(field, fields.List):
        return {"type": "array", "items": of_field(field.inner, Schema())}
    if isinstance(field, CalendarDate):
        return {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}
    return {"type": next(name for type_, name in TYPES if isinstance(field, type_))}


def of_validator(validator: Any, kind: str) -> dict[str, Any]:
    """The bounds that a validator sets; `kind` is what its length counts."""
    match validator:
        case validate.OneOf():
            return {"enum": list(validator.choices)}
        case validate.Range():
            return set_bounds(minimum=validator.min, maximum=validator.max)
        case validate.Length():
            return set_bounds(**{f"min{kind}": validator.min or None, f"max{kind}": validator.max})
        case validate.Regexp():  # marshmallow matches from the start, JSON Schema anywhere
            least = {"minLength": 1} if validator is request.NOT_BLANK else {}
            return least | {"pattern": "^" + str(validator.regex.pattern)}
    raise AssertionError(f"no word for {validator!r}")


def set_bounds(**bounds: Any) -> dict[str, Any]:
    """The bounds that there are."""
    return {name: bound for name, bound in bounds.items() if bound is not None}


def or_null(found: dict[str, Any]) -> dict[str, Any]:
    """The same, or null."""
    if "anyOf" in found:
        return {"anyOf": [*found["anyOf"], {"type": "null"}]}
    if "$ref" in found:
        return {"anyOf": [found, {"type": "null"}]}
    nullable = found | {"type": [found["type"], "null"]}
    return nullable | ({"enum": [*found["enum"], None]} if "enum" in found else {})


def name_of(schema: Schema) -> str:
    """The name of its component."""
    return type(schema).__name__.removesuffix("Schema")


def bare(described: Any) -> Any:
    """What the document says, without the words."""
    if isinstance(described, dict):
        return {
            key: bare(value)
            for key, value in described.items()
            if key != "description" or not isinstance(value, str)  # a property may have that name
        }
    return [bare(each) for each in described] if isinstance(described, list) else described


def test_every_schema_has_its_component() -> None:
    """And every component its schema."""
    assert set(SCHEMAS) == set(described)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_and_document_agree(name: str) -> None:
    """On every field, in order, with type, bounds, enumeration, default and null."""
    kind = SCHEMAS[name]
    schema = kind(LIMITS) if kind in {ArticleSchema, BatchSchema} else kind()
    assert bare(described[name]) == expected(schema)
    assert list(described[name]["properties"]) == list(schema.fields)


def test_query_parameters_are_the_fields_of_the_object() -> None:
    """Each field but the text, with the same bounds; a parameter that is left out is null."""
    operation = document["paths"]["/v1/extract"]["post"]
    found = {each["name"]: each["schema"] for each in operation["parameters"]}
    properties = bare(described["Article"]["properties"])
    text = properties.pop("text")
    for schema in properties.values():
        if schema["default"] is None or isinstance(schema["default"], list):
            del schema["default"]
        if "anyOf" in schema:
            schema["anyOf"].remove({"type": "null"})
        elif isinstance(schema["type"], list):
            schema["type"] = "string"
    assert found == properties
    assert operation["requestBody"]["content"]["text/plain"]["schema"] == text


def test_every_route_is_described(app: Flask) -> None:
    """And every description has its route, with its methods."""
    routes = {
        re.sub("<(.*?)>", r"{\1}", rule.rule): (rule.methods or set()) - {"HEAD", "OPTIONS"}
        for rule in app.url_map.iter_rules()
    }
    assert routes == {path: {method.upper() for method in item} for path, item in document["paths"].items()}


def test_every_operation_names_its_errors_as_problems() -> None:
    """Whatever is no success is `application/problem+json` and nothing else."""
    for item in document["paths"].values():
        for operation in item.values():
            for status, answer in operation["responses"].items():
                if "$ref" in answer:
                    answer = document["components"]["responses"][answer["$ref"].rpartition("/")[2]]
                assert status in {"200", "304"} or list(answer["content"]) == ["application/problem+json"]


@pytest.mark.parametrize(("name", "article"), [("Announcement", {"text": TEXT}), ("Seed", None)])
def test_answers_are_valid_by_the_document(client: Any, seed_text: str, name: str, article: Any) -> None:
    """Told by a JSON Schema validator that knows nothing of marshmallow."""
    answer = client.post("/v1/extract", json=article or {"text": seed_text, "published": "2023-03-17"}).get_json()
    root = {"$ref": "#/components/schemas/Response", "components": {"schemas": described}}
    assert [error.message for error in jsonschema_rs.validator_for(root).iter_errors(answer)] == []
