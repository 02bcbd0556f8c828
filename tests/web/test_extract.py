"""`POST /v1/extract`: one article in, its annotations out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from schemas.response import ResponseSchema
from tests.spans import spans

TEXT = (
    "BERLIN, May 8 – Defence Minister Anna Weber said on Monday that the army 🪖 would buy 40 tanks. "
    "“Not more,” she said."
)


def post(client: FlaskClient, **fields: Any) -> dict[str, Any]:
    """The answer to a JSON request, which must be one."""
    response = client.post("/v1/extract", json=fields)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.get_json()
    return found


def but_for_time(answer: bytes) -> dict[str, Any]:
    """An answer without the one field that no two answers share."""
    found: dict[str, Any] = json.loads(answer)
    del found["meta"]["elapsed_ms"]
    return found


def test_the_seed_is_answered_in_every_layer(client: FlaskClient, seed_text: str) -> None:
    """A real article has entities, times, events and statements, and the answer keeps the contract."""
    found = post(client, text=seed_text, published="2023-03-17", id="seed")
    assert ResponseSchema().validate(found) == {}
    assert found["id"] == "seed"
    assert found["published"] == {"date": "2023-03-17", "basis": "request"}
    assert found["meta"]["characters"] == len(seed_text)
    assert all(found[layer] for layer in ("entities", "times", "events", "statements"))


def test_every_span_is_the_slice_it_says(client: FlaskClient, seed_text: str) -> None:
    """`text` is exactly the characters from `start` to `end`."""
    found = list(spans(post(client, text=seed_text, published="2023-03-17", undated=True)))
    assert len(found) > 100
    assert [span for span in found if seed_text[span["start"] : span["end"]] != span["text"]] == []


def test_ids_are_unique_and_references_known(client: FlaskClient, seed_text: str) -> None:
    """Every id is given once, and whatever refers to one refers to one that is there."""
    found = post(client, text=seed_text, published="2023-03-17", undated=True)
    ids = [each["id"] for layer in ("entities", "times", "events", "statements") for each in found[layer]]
    assert len(ids) == len(set(ids))
    used = {argument["entity"] for event in found["events"] for argument in event["arguments"]}
    used |= {event[name] for event in found["events"] for name in ("time", "statement")}
    used |= {statement[name] for statement in found["statements"] for name in ("parent", "continues")}
    used |= {s[name]["entity"] for s in found["statements"] for name in ("source", "addressee") if s[name]}
    assert used - {None} <= set(ids)


def test_plain_text_says_the_same_as_json(client: FlaskClient) -> None:
    """A text with its query string is the same request as the object with the same fields."""
    plain = client.post(
        "/v1/extract?published=2023-05-08&id=a&title=Tanks&include=times,entities&include=statements"
        "&undated=true&offsets=utf-16",
        data=TEXT.encode(),
        content_type="text/plain",
    )
    as_json = client.post(
        "/v1/extract",
        json={
            "text": TEXT,
            "published": "2023-05-08",
            "id": "a",
            "title": "Tanks",
            "include": ["times", "entities", "statements"],
            "undated": True,
            "offsets": "utf-16",
        },
    )
    assert plain.status_code == 200
    assert but_for_time(plain.data) == but_for_time(as_json.data)


def test_the_same_request_gives_the_same_bytes(client: FlaskClient, seed_text: str) -> None:
    """But for `elapsed_ms`: also after other articles have passed through."""
    request = {"text": seed_text, "published": "2023-03-17"}
    first = client.post("/v1/extract", json=request).data
    post(client, text="A wholly different article, by Zbigniew Wójcik, from Kraków.")
    second = client.post("/v1/extract", json=request).data
    times = [json.dumps(json.loads(each)["meta"]["elapsed_ms"]).encode() for each in (first, second)]
    cut = [each.replace(b'"elapsed_ms":' + time, b"") for each, time in zip((first, second), times, strict=True)]
    assert cut[0] == cut[1]


@pytest.mark.parametrize("layer", ["entities", "times", "events", "statements"])
def test_include_returns_what_was_asked_for(client: FlaskClient, seed_text: str, layer: str) -> None:
    """A layer is the same alone as with the others, and those are empty."""
    everything = post(client, text=seed_text, published="2023-03-17")
    alone = post(client, text=seed_text, published="2023-03-17", include=[layer])
    assert alone[layer] == everything[layer] != []
    assert all(alone[other] == [] for other in ("entities", "times", "events", "statements") if other != layer)


@pytest.mark.parametrize(("unit", "encoding", "width"), [("utf-16", "utf-16-le", 2), ("utf-8", "utf-8", 1)])
def test_offsets_count_in_the_unit_asked_for(client: FlaskClient, unit: str, encoding: str, width: int) -> None:
    """Past an emoji, a slice of the encoded text is still the span."""
    encoded = TEXT.encode(encoding)
    found = list(spans(post(client, text=TEXT, published="2023-05-08", offsets=unit)))
    assert any(span["start"] > TEXT.index("🪖") for span in found)
    for span in found:
        assert encoded[span["start"] * width : span["end"] * width].decode(encoding) == span["text"]


def test_published_is_null_where_nothing_tells_it(client: FlaskClient) -> None:
    """Without a date in the request or the text, neither date nor basis is guessed."""
    found = post(client, text="The minister said no.")
    assert found["published"] == {"date": None, "basis": None}
    assert found["id"] is None


def test_a_time_zone_does_not_move_the_day(client: FlaskClient) -> None:
    """The calendar date is the one that is written."""
    found = post(client, text="The minister said no on Friday.", published="2023-03-17T23:59:00-11:00")
    assert found["published"] == {"date": "2023-03-17", "basis": "request"}


def test_undated_adds_events(client: FlaskClient, seed_text: str) -> None:
    """Without it every event has a date."""
    dated = post(client, text=seed_text, published="2023-03-17")["events"]
    both = post(client, text=seed_text, published="2023-03-17", undated=True)["events"]
    assert all(event["date"] for event in dated)
    assert len(both) >= len(dated)


def test_value_and_unit_are_there_for_measures_alone(client: FlaskClient) -> None:
    """MONEY has a value and a currency, a person neither."""
    text = "Anna Weber paid $120 million for the company, said the bank in Frankfurt."
    found = {entity["type"]: entity for entity in post(client, text=text)["entities"]}
    assert (found["MONEY"]["value"], found["MONEY"]["unit"]) == (120_000_000, "USD")
    assert not {"value", "unit"} & found["PERSON"].keys()


def test_a_byte_order_mark_is_not_json_but_is_text(client: FlaskClient) -> None:
    """Before JSON it is passed over (RFC 8259 allows it); in a plain text it is a character, and offsets count it."""
    body = json.dumps({"text": "Anna Weber left Berlin."}).encode()
    assert client.post("/v1/extract", data=b"\xef\xbb\xbf" + body, content_type="application/json").status_code == 200
    plain = client.post("/v1/extract", data="\ufeffAnna Weber left Berlin.".encode(), content_type="text/plain")
    assert plain.get_json()["meta"]["characters"] == 24


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", "application/*", "text/html, */*;q=0.1"])
def test_whoever_takes_json_gets_json(client: FlaskClient, accept: str | None) -> None:
    """Also a browser, which would rather have HTML."""
    headers = {"Accept": accept} if accept else {}
    response = client.post("/v1/extract", json={"text": "No."}, headers=headers)
    assert (response.status_code, response.mimetype) == (200, "application/json")


@pytest.mark.parametrize(
    "kind", ["application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF8"]
)
def test_utf_8_may_be_named(client: FlaskClient, kind: str) -> None:
    """The charset that is read anyway, in any spelling."""
    assert client.post("/v1/extract", data=b'{"text": "No."}', content_type=kind).status_code == 200
