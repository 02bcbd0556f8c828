"""What may be asked: one article with its parameters, or a batch of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from itertools import islice
from typing import Any, ClassVar, Literal

from marshmallow import Schema, ValidationError, fields, post_load, pre_load, validate

from schemas.problem import MOST_ERRORS, Problem, faults

LAYERS = ("entities", "times", "events", "statements")
UNITS = ("codepoint", "utf-16", "utf-8")
LONGEST_ID = 256
LONGEST_TITLE = 1000

# ISO 8601 in its extended form, as RFC 3339 has it, but that the time zone, seconds and the "T" may be left out.
DATE_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?"
    r"(?:[Zz]|[+-]([0-9]{2})(?::?([0-9]{2}))?)?)?"
)

NOT_A_DATE = "Not an ISO 8601 date or date-time, such as 2023-03-17."
NO_SUCH_DAY = "No such day or time on the calendar. A date is written YYYY-MM-DD."
NOT_BLANK = validate.Regexp(r"\s*\S", error="Must not be blank.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may be at most; handed in by the service's settings."""

    max_chars: int
    max_batch: int = 100


@dataclass(frozen=True, slots=True)
class Article:
    """A valid request.  `include` is in the order of `LAYERS`, without doubles."""

    text: str
    id: str | None
    title: str | None
    published: date | None
    include: tuple[str, ...]
    undated: bool
    offsets: Literal["codepoint", "utf-16", "utf-8"]


class WellFormed(fields.String):
    """A string that can be encoded: no lone surrogate, which JSON can spell (``"\\ud800"``) and Unicode forbids."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if isinstance(value, bytes):
            raise self.make_error("invalid")
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValidationError(f"Holds a lone surrogate at character {error.start}.") from None
        return text


class StrictBoolean(fields.Boolean):
    """true or false and nothing that merely looks like them (1, "yes")."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class StrictList(fields.List[str]):
    """A list and nothing that merely can be iterated, as an object can."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        return super()._deserialize(value, attr, data, **kwargs)


class CalendarDate(fields.Field[date]):
    """An ISO 8601 date or date-time; of the latter the calendar date as it is written there.

    ``2023-03-17T23:30:00-05:00`` is 17 March, the day on the paper, though it is 18 March in Greenwich: a reporter's
    "today" is the day where the article came out.
    """

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        match = DATE_TIME.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise ValidationError(NOT_A_DATE)
        day, hour, minute, second, *zone = match.groups()
        try:
            # RFC 3339 knows leap seconds, which Python does not.
            time(int(hour or 0), int(minute or 0), 59 if second == "60" else int(second or 0))
            time(int(zone[0] or 0), int(zone[1] or 0))
            return date.fromisoformat(day)
        except ValueError:
            raise ValidationError(NO_SUCH_DAY) from None


class ObjectSchema(Schema):
    """What must be a JSON object, and says so where it is none."""

    error_messages: ClassVar[dict[str, str]] = {  # type: ignore[misc]  # marshmallow merges those of the classes
        "type": 'Must be a JSON object with its fields, such as {"text": "…"}.'
    }


class ArticleSchema(ObjectSchema):
    """One article and what is to be found in it.

    Raises on load:
        Problem: 413 where the text is longer than `limits.max_chars`.
    """

    text = WellFormed(required=True, validate=NOT_BLANK)
    id = WellFormed(allow_none=True, load_default=None, validate=validate.Length(max=LONGEST_ID))
    title = WellFormed(allow_none=True, load_default=None, validate=validate.Length(max=LONGEST_TITLE))
    published = CalendarDate(allow_none=True, load_default=None)
    include = StrictList(fields.String(validate=validate.OneOf(LAYERS)), load_default=lambda: list(LAYERS))
    undated = StrictBoolean(load_default=False)
    offsets = fields.String(load_default="codepoint", validate=validate.OneOf(UNITS))

    def __init__(self, limits: Limits, **options: Any) -> None:
        super().__init__(**options)
        self.limits = limits

    @pre_load
    def within_limit(self, data: Any, **_: Any) -> Any:
        text = data.get("text") if isinstance(data, Mapping) else None
        if isinstance(text, str) and len(text) > self.limits.max_chars:
            raise Problem(413, f"The text has {len(text)} characters, more than {self.limits.max_chars}.")
        return data

    @post_load
    def article(self, data: dict[str, Any], **_: Any) -> Article:
        include = tuple(layer for layer in LAYERS if layer in data["include"])
        return Article(**{**data, "include": include})


class BatchSchema(ObjectSchema):
    """Many articles, each read by itself later: one that is not valid never costs the others.

    Raises on load:
        Problem: 413 where there are more than `limits.max_batch`.
    """

    error_messages: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        "type": 'Must be a JSON object: {"documents": [ … ]}.'
    }
    documents = StrictList(fields.Raw(allow_none=True), required=True)

    def __init__(self, limits: Limits, **options: Any) -> None:
        super().__init__(**options)
        self.limits = limits

    @pre_load
    def within_limit(self, data: Any, **_: Any) -> Any:
        documents = data.get("documents") if isinstance(data, Mapping) else None
        if isinstance(documents, list) and len(documents) > self.limits.max_batch:
            raise Problem(413, f"The batch has {len(documents)} documents, more than {self.limits.max_batch}.")
        return data


def read_batch(fields_: object, limits: Limits) -> list[object]:
    """The documents in a decoded JSON value, none of them validated yet.

    Raises:
        Problem: 422 where it is no batch; 413 where it has too many documents.
    """
    found: dict[str, list[object]] = load(schema(BatchSchema, limits), fields_)
    return found["documents"]


def read(fields_: object, limits: Limits) -> Article:
    """The valid request in a decoded JSON value.

    Raises:
        Problem: 422 with a fault for each wrong field; 413 where the text is too long.
    """
    article: Article = load(schema(ArticleSchema, limits), fields_)
    return article


@cache
def schema(kind: type[ArticleSchema | BatchSchema], limits: Limits) -> Schema:
    """The schema, made once: that takes longer than most requests take to be read.  Loading leaves nothing in it."""
    return kind(limits)


def load(schema: Schema, fields_: object) -> Any:
    """What the schema makes of a decoded JSON value.

    Raises:
        Problem: 422 with a fault for each wrong field.
    """
    try:
        return schema.load(fields_)  # type: ignore[arg-type]
    except ValidationError as error:
        found = tuple(islice(faults(error.messages), MOST_ERRORS))
        raise Problem(422, "The request is well-formed but not valid.", found) from None
