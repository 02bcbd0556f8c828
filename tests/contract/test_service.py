"""A live server, asked whatever the document allows, and what it forbids (schemathesis).

Every route is asked (test_document holds the routes to the document), and bodies also as streams and packed.
"""

from __future__ import annotations

import gzip
import json
from typing import Any
from urllib.parse import quote, urlencode

import requests
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.contract.examples import DOCUMENT
from tests.live import Live

EXAMPLES = 25  # of each operation and kind
FEWER = 10
JSON = {"Content-Type": "application/json"}
LONGEST_QUERY = 8000  # bytes; above, the server's 414 says nothing of the fields


@schemathesis.serializer("application/x-ndjson")
def as_lines(_: Any, value: Any) -> bytes:
    """A stream of lines is sent as it is made up; whatever else is made up, as one line of JSON."""
    return value.encode("utf-8", "replace") if isinstance(value, str) else json.dumps(value).encode()


schema = schemathesis.openapi.from_path(DOCUMENT)
LEISURELY = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
articles = schema["/v1/extract"]["POST"].as_strategy().filter(lambda case: isinstance(case.body, dict))


@schema.parametrize()
@settings(LEISURELY, max_examples=EXAMPLES)
def test_the_service_keeps_its_contract(case: schemathesis.Case[Any], live: Live) -> None:
    """No fault, nothing in an answer that is not in the document; what is invalid is refused, the rest answered."""
    case.call_and_validate(base_url=live.url, excluded_checks=checks_to_leave_out(case))


@schema.include(path_regex="^/v1/").parametrize()
@settings(LEISURELY, max_examples=FEWER)
def test_a_packed_body_is_the_same(case: schemathesis.Case[Any], live: Live) -> None:
    """Whatever it holds: the answer is one that the document has, and the one to the same body as it is."""
    leave_out = checks_to_leave_out(case)
    request = requests.Request(**case.as_transport_kwargs(base_url=live.url)).prepare()
    assume(len(request.url or "") < LONGEST_QUERY)
    with requests.Session() as session:
        plain = session.send(request)
        assert isinstance(request.body, str | bytes | None)
        sent = request.body.encode() if isinstance(request.body, str) else request.body or b""
        request.prepare_body(gzip.compress(sent), None)
        request.headers["Content-Encoding"] = "gzip"
        packed = session.send(request)
    assert packed.status_code == plain.status_code
    case.validate_response(packed, excluded_checks=leave_out)


@settings(LEISURELY, max_examples=FEWER)
@given(cases=st.lists(articles, min_size=1, max_size=4), blank=st.sampled_from(["", "\n", "\r\n \n"]))
def test_a_stream_has_a_result_for_each_line(live: Live, cases: list[schemathesis.Case[Any]], blank: str) -> None:
    """The one that the article gets by itself, blank lines or not."""
    lines = "".join(f"{blank}{json.dumps(case.body)}\n" for case in cases)
    kind = {"Content-Type": "application/x-ndjson"}
    results = requests.post(f"{live.url}/v1/extract/batch", lines, headers=kind, timeout=60).text.splitlines()
    alone = [
        requests.post(f"{live.url}/v1/extract", data=json.dumps(case.body), headers=JSON, timeout=60).json()
        for case in cases
    ]
    assert [told(json.loads(result)) for result in results] == [told(result) for result in alone]


def told(result: dict[str, Any]) -> dict[str, Any]:
    """A result without what may differ: how long it took, and where it was asked."""
    if "meta" in result:
        return result | {"meta": result["meta"] | {"elapsed_ms": 0}}
    return {key: value for key, value in result.items() if key != "instance"}


def checks_to_leave_out(case: schemathesis.Case[Any]) -> list[Any]:
    """Those that hold more than the document can say; a case that it cannot rule out is given up."""
    # OpenAPI cannot say that the query string is for one content type alone.
    assume(not (case.query and case.media_type == "application/json"))
    assume(len(urlencode(case.query or {}, quote_via=quote)) < LONGEST_QUERY)
    # A document that is not valid is a result of its batch, and no reason to refuse that.
    return [negative_data_rejection] if case.path == "/v1/extract/batch" else []
