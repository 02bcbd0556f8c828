"""What the extractors find, as plain dataclasses that nothing changes (`record`).

Nothing here holds a spaCy object, so annotations outlive the memory zone that the parse lived in.

Units: every ``start`` and ``end`` is an offset in Unicode code points into the article as it was sent, half-open,
and ``text`` is exactly that slice.  Dates are ISO 8601 strings (``2023-03-17``), for TIME expressions date-times.

The terms are the field's own: mention and entity (ACE, OntoNotes), TIMEX3 (ISO 24617-1), trigger, argument, modality
and polarity (ACE), source, cue and content (PARC 3, PolNeAR), event type and mode (PLOVER).
"""

from __future__ import annotations

from typing import Literal

from service.extraction.records import record

EntityType = Literal[
    "PERSON",
    "NORP",
    "FAC",
    "ORG",
    "GPE",
    "LOC",
    "PRODUCT",
    "EVENT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "MONEY",
    "PERCENT",
    "QUANTITY",
]
Form = Literal["name", "nominal", "pronoun"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Role = Literal["agent", "patient", "recipient", "place", "instrument", "other"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "century", "other"]
DateBasis = Literal["expression", "context", "published"]
Modality = Literal["asserted", "planned", "requested", "possible", "conditional"]
Polarity = Literal["positive", "negative"]
Tense = Literal["past", "present", "future"]
StatementType = Literal["direct", "indirect", "mixed", "continued"]
PublishedBasis = Literal["request", "text"]


@record
class Span:
    start: int
    end: int
    text: str


@record
class Mention:
    """One mention of an entity.

    `head_end` is the offset after the head noun where the phrase goes on behind it ("a lawyer" in "a lawyer for the
    city"): what stands after it names somebody else.
    """

    start: int
    end: int
    text: str
    form: Form
    head_end: int | None = None

    @property
    def core(self) -> int:
        """The offset after the head: the end of the mention, or of its head noun."""
        return self.end if self.head_end is None else self.head_end


@record
class Entity:
    """One thing, and every mention of it in order of position."""

    id: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    description: str | None = None
    country: str | None = None
    value: float | None = None
    unit: str | None = None


@record
class Time:
    """A TIMEX3 expression with its value, and the first and last day that it may mean."""

    id: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    earliest: str | None = None
    latest: str | None = None


@record
class Dating:
    """A day or a stretch of days, and how it is known.  An open end is None."""

    earliest: str | None
    latest: str | None
    precision: Precision
    basis: DateBasis


def is_day(dated: Time | Dating) -> bool:
    """Whether it is one calendar day."""
    return dated.earliest is not None and dated.latest is not None and dated.earliest[:10] == dated.latest[:10]


@record
class Trigger:
    start: int
    end: int
    text: str
    lemma: str


@record
class Phrase:
    """What happened in words a reader understands: the trigger and what it says nothing without.

    `text` is that of the spans, which are several where other words stand between ("shut … down"), joined by a space.
    """

    text: str
    spans: tuple[Span, ...]


@record
class Argument:
    role: Role
    entity: str | None
    start: int
    end: int
    text: str


@record
class Extent:
    """A stretch of the article without its text: the sentence an event stands in."""

    start: int
    end: int


@record
class Event:
    id: str
    trigger: Trigger
    phrase: Phrase
    type: str | None
    mode: str | None
    arguments: tuple[Argument, ...]
    time: str | None
    date: Dating | None
    modality: Modality
    polarity: Polarity
    tense: Tense | None
    sentence: Extent
    statement: str | None
    mentions: tuple[Span, ...] = ()


@record
class Source:
    """Who spoke: the words as written, and whom they name (`name` is resolved, `entity` its id)."""

    spans: tuple[Span, ...]
    entity: str | None
    name: str | None


@record
class Cue:
    spans: tuple[Span, ...]
    lemma: str


@record
class Content:
    spans: tuple[Span, ...]


@record
class Addressee:
    spans: tuple[Span, ...]
    entity: str | None


@record
class Statement:
    id: str
    type: StatementType
    source: Source | None
    cue: Cue | None
    content: Content
    addressee: Addressee | None
    polarity: Polarity
    date: Dating | None
    parent: str | None
    continues: str | None


@record
class Published:
    """The publication date (document creation time) and where it comes from; both None where it is unknown."""

    date: str | None
    basis: PublishedBasis | None


@record
class Annotations:
    """All that was found in one article.  A layer that was not asked for is empty."""

    published: Published
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    characters: int
    tokens: int
