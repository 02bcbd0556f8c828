"""What may be asked."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.problem import Fault, Problem
from schemas.request import LAYERS, Limits, read, read_batch

LIMITS = Limits(max_chars=50)


def refused(**fields: Any) -> dict[str, str]:
    """The faults of a request that is not valid, by pointer."""
    with pytest.raises(Problem) as caught:
        read(fields, LIMITS)
    assert caught.value.status == 422
    return {fault.pointer: fault.detail for fault in caught.value.errors}


def test_defaults() -> None:
    """A text alone asks for all four layers, dated events, and code points."""
    article = read({"text": "No."}, LIMITS)
    assert (article.id, article.title, article.published) == (None, None, None)
    assert (article.include, article.undated, article.offsets) == (LAYERS, False, "codepoint")


def test_null_is_the_default_where_the_default_is_null() -> None:
    """`id`, `title` and `published` may be null."""
    article = read({"text": "No.", "id": None, "title": None, "published": None}, LIMITS)
    assert (article.id, article.title, article.published) == (None, None, None)


def test_what_is_no_object_is_told_what_one_is() -> None:
    """In words that show one, for a list or a bare string is what people send first."""
    for wrong in ([{"text": "No."}], "No.", 7, None):
        with pytest.raises(Problem) as caught:
            read(wrong, Limits(100))
        assert caught.value.errors == (Fault("", 'Must be a JSON object with its fields, such as {"text": "…"}.'),)
        with pytest.raises(Problem) as caught:
            read_batch(wrong, Limits(100))
        assert caught.value.errors == (Fault("", 'Must be a JSON object: {"documents": [ … ]}.'),)


@pytest.mark.parametrize("field", ["text", "include", "undated", "offsets"])
def test_null_elsewhere_is_refused(field: str) -> None:
    """The other fields may not be null."""
    assert f"/{field}" in refused(**{"text": "No.", field: None})


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-03-17", date(2023, 3, 17)),
        ("2023-03-17T23:30:00-05:00", date(2023, 3, 17)),
        ("2023-03-17T00:30:00+14:00", date(2023, 3, 17)),
        ("2023-03-17T10:00:00Z", date(2023, 3, 17)),
        ("2023-03-17t10:00:00.123z", date(2023, 3, 17)),
        ("2023-03-17 10:00", date(2023, 3, 17)),
        ("2016-12-31T23:59:60Z", date(2016, 12, 31)),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31T23:59:59+00:00", date(9999, 12, 31)),
    ],
)
def test_published_is_the_calendar_date_as_written(written: str, day: date) -> None:
    """Of a date-time the day counts that it names, whatever its zone: no zone moves it."""
    assert read({"text": "No.", "published": written}, LIMITS).published == day


@pytest.mark.parametrize(
    "written",
    ["17.3.2023", "10000-01-01", "20230317", "2023-03", "2023-03-17x", " 2023-03-17", "2023-03-17\n", "٢٠٢٣-٠٣-١٧", "",
     20230317, True, ["2023-03-17"], {}],
)  # fmt: skip
def test_published_that_is_no_date_is_refused(written: object) -> None:
    """Nothing is guessed from a date in another form."""
    assert refused(text="No.", published=written) == {
        "/published": "Not an ISO 8601 date or date-time, such as 2023-03-17."
    }


@pytest.mark.parametrize(
    "written",
    ["2023-02-30", "2023-13-01", "0000-01-01", "2023-03-17T25:00Z", "2023-03-17T10:60", "2023-03-17T10:00+25:00"],
)
def test_published_that_no_calendar_has_is_refused(written: str) -> None:
    """The form is right, the day or the time is not: the message says which of the two."""
    assert refused(text="No.", published=written) == {
        "/published": "No such day or time on the calendar. A date is written YYYY-MM-DD."
    }


def test_include_is_in_the_order_of_the_contract_without_doubles() -> None:
    """The order in which layers are asked for does not matter."""
    assert read({"text": "No.", "include": ["events", "entities", "events"]}, LIMITS).include == ("entities", "events")
    assert read({"text": "No.", "include": []}, LIMITS).include == ()


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({}, "/text"),
        ({"text": 1}, "/text"),
        ({"text": ["No."]}, "/text"),
        ({"text": ""}, "/text"),
        ({"text": " \r\n\t\u00a0\u3000"}, "/text"),
        ({"text": "a\ud800b"}, "/text"),
        ({"text": "No.", "id": 7}, "/id"),
        ({"text": "No.", "id": "x" * 257}, "/id"),
        ({"text": "No.", "id": "\udfff"}, "/id"),
        ({"text": "No.", "title": {}}, "/title"),
        ({"text": "No.", "title": "x" * 1001}, "/title"),
        ({"text": "No.", "title": "\ud83d"}, "/title"),
        ({"text": "No.", "include": "events"}, "/include"),
        ({"text": "No.", "include": {"events": 1}}, "/include"),
        ({"text": "No.", "include": ["events", "dates"]}, "/include/1"),
        ({"text": "No.", "include": [["events"]]}, "/include/0"),
        ({"text": "No.", "undated": 1}, "/undated"),
        ({"text": "No.", "undated": "true"}, "/undated"),
        ({"text": "No.", "offsets": "utf8"}, "/offsets"),
        ({"text": "No.", "offsets": ["utf-8"]}, "/offsets"),
        ({"text": "No.", "txet": "No."}, "/txet"),
        ({"text": "No.", "a/b~c": 1}, "/a~1b~0c"),
    ],
)
def test_each_wrong_field_is_pointed_at(fields: dict[str, Any], pointer: str) -> None:
    """The pointer names the field that is missing, unknown, of the wrong type or out of range."""
    assert list(refused(**fields)) == [pointer]


@pytest.mark.parametrize("value", [None, [], ["text"], "text", 1, True])
def test_what_is_no_object_is_refused(value: object) -> None:
    """A JSON value of another kind is pointed at as a whole."""
    with pytest.raises(Problem) as caught:
        read(value, LIMITS)
    assert (caught.value.status, [fault.pointer for fault in caught.value.errors]) == (422, [""])


def test_too_long() -> None:
    """One character over the limit is 413; at the limit all is well."""
    read({"text": "x" * 50}, LIMITS)
    with pytest.raises(Problem) as caught:
        read({"text": "x" * 51}, LIMITS)
    assert caught.value.status == 413


def test_the_limit_counts_code_points() -> None:
    """An emoji is one character, whatever its bytes."""
    assert read({"text": "😀" * 50}, LIMITS).text == "😀" * 50


def test_faults_are_bounded() -> None:
    """A hundred faults are told of a request that has a thousand, and long names are cut."""
    with pytest.raises(Problem) as caught:
        read({"text": "No."} | {f"{i}{'x' * 1000}": 1 for i in range(1000)}, LIMITS)
    assert len(caught.value.errors) == 100
    assert max(len(fault.pointer) for fault in caught.value.errors) <= 301


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_any_value_in_any_field_is_read_or_refused(value: object) -> None:
    """No value makes anything but an article or a problem."""
    for field in ("text", "id", "title", "published", "include", "undated", "offsets"):
        with contextlib.suppress(Problem):
            read({"text": "No.", field: value}, LIMITS)
