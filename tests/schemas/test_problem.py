"""The shape of an error."""

from __future__ import annotations

from schemas.problem import Fault, Problem, ProblemSchema, faults


def test_errors_are_absent_where_there_are_none() -> None:
    """`errors` comes only with faults to tell."""
    problem = Problem(400, "No.", instance="/v1/extract")
    assert ProblemSchema().dump(problem) == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "No.",
        "instance": "/v1/extract",
    }


def test_errors_are_listed_in_order() -> None:
    """Each fault has its pointer and its sentence."""
    dumped = ProblemSchema().dump(Problem(422, "No.", (Fault("/b", "Why."), Fault("/a", "How.")), instance="/"))
    assert dumped["errors"] == [{"pointer": "/b", "detail": "Why."}, {"pointer": "/a", "detail": "How."}]


def test_titles_are_those_of_rfc_9110() -> None:
    """The title of a status does not depend on the version of Python."""
    assert [Problem(status, "").title for status in (413, 422)] == ["Content Too Large", "Unprocessable Content"]


def test_nested_messages_become_pointers() -> None:
    """marshmallow's nested messages become JSON Pointers, keys escaped and lone surrogates gone."""
    messages = {"documents": {3: {"te/xt": ["Missing."], "_schema": ["Wrong."]}}, "\ud800": ["Unknown."]}
    assert [(fault.pointer, fault.detail) for fault in faults(messages)] == [
        ("/documents/3/te~1xt", "Missing."),
        ("/documents/3", "Wrong."),
        ("/?", "Unknown."),
    ]
