"""A live server, asked whatever the document allows, and what it forbids (schemathesis)."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import schemathesis
from hypothesis import HealthCheck, assume, settings
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.contract.examples import DOCUMENT
from tests.live import Live

EXAMPLES = 25  # of each operation and kind
LONGEST_QUERY = 8000  # bytes; above, the server's 414 says nothing of the fields


@schemathesis.serializer("application/x-ndjson")
def as_lines(_: Any, value: Any) -> bytes:
    """A stream of lines is sent as it is made up; whatever else is made up, as one line of JSON."""
    return value.encode("utf-8", "replace") if isinstance(value, str) else json.dumps(value).encode()


schema = schemathesis.openapi.from_path(DOCUMENT)


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_service_keeps_its_contract(case: schemathesis.Case[Any], live: Live) -> None:
    """No fault, nothing in an answer that is not in the document; what is invalid is refused, the rest answered."""
    # OpenAPI cannot say that the query string is for one content type alone.
    assume(not (case.query and case.media_type == "application/json"))
    assume(len(urlencode(case.query or {})) < LONGEST_QUERY)
    # A document that is not valid is a result of its batch, and no reason to refuse that.
    leave_out: list[Any] = [negative_data_rejection] if case.path == "/v1/extract/batch" else []
    case.call_and_validate(base_url=live.url, excluded_checks=leave_out)
