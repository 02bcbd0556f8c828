"""API keys, rates, and what browsers are told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from schemas.problem import ProblemSchema
from service.__main__ import main
from service.answer import Answerer
from service.app import create_app
from service.settings import Settings, SettingsError
from service.web.keys import Keys, digest, make
from service.web.limit import RateLimit
from tests.live import serving

ARTICLE = {"json": {"text": "The minister resigned."}}
PLAIN = {"Content-Type": "text/plain"}


def client_of(answer: Answerer, **settings: Any) -> FlaskClient:
    """A client of a service with these settings."""
    client: FlaskClient = create_app(Settings(**settings), answer).test_client()
    return client


def test_a_key_is_wanted_where_there_are_keys(answer: Answerer, tmp_path: Path) -> None:
    """For articles, by either header; whoever has none, or a wrong one, gets a problem that says how to send one."""
    key, line = make("newsroom")
    file = tmp_path / "keys"
    file.write_text(f"# who may ask\n{line}\n\n")
    client = client_of(answer, api_keys_file=str(file))
    for headers in ({"Authorization": f"Bearer {key}"}, {"Authorization": f"bearer {key}"}, {"X-API-Key": key}):
        assert client.post("/v1/extract", **ARTICLE, headers=headers).status_code == 200
    for headers in ({}, {"X-API-Key": key + "x"}, {"Authorization": f"Basic {key}"}, {"X-API-Key": digest(key)}):
        response = client.post("/v1/extract/batch", json={"documents": []}, headers=headers)
        assert (response.status_code, response.content_type) == (401, "application/problem+json")
        assert ProblemSchema().validate(response.get_json(force=True)) == {}
        assert response.headers["WWW-Authenticate"] == "Bearer"
    for path in ("/livez", "/readyz", "/metrics", "/openapi.yaml"):
        assert client.get(path).status_code == 200


def test_keys_change_without_a_restart(tmp_path: Path) -> None:
    """A new one counts at once, one taken out no longer; a file that has become wrong changes nothing."""
    (first, line), (second, other) = make("first"), make("second")
    file = tmp_path / "keys"
    file.write_text(line)
    keys = Keys(file)
    assert (keys.owner(first), keys.owner(second)) == ("first", None)
    replace(file, other)
    assert (keys.owner(first), keys.owner(second)) == (None, "second")
    replace(file, "no hash at all")
    assert keys.owner(second) == "second"
    file.unlink()
    assert keys.owner(second) == "second"


def replace(file: Path, content: str) -> None:
    """Put another file in its place, as an editor or a mounted secret does."""
    new = file.with_suffix(".new")
    new.write_text(content)
    os.replace(new, file)  # noqa: PTH105  # and so another inode


def test_a_file_without_keys_is_told_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It refuses all, and that is hardly meant."""
    (tmp_path / "keys").write_text("# none yet\n")
    assert Keys(tmp_path / "keys").owner("x") is None
    assert "has no key: every article is refused" in caplog.text


def test_a_key_is_made_by_a_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It prints the key, which is kept nowhere, and the line for the file."""
    assert main(["key", "newsroom"]) == 0
    printed = capsys.readouterr()
    file = tmp_path / "keys"
    file.write_text(printed.out)
    key = printed.err.split()[-1]
    assert key not in printed.out
    assert Keys(file).owner(key) == "newsroom"


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"api_keys_file": "/no/such/file"}, "DATELINE_API_KEYS_FILE: /no/such/file cannot be read"),
        ({"rate_limit": "lots"}, "DATELINE_RATE_LIMIT is 'lots', not such as 600/minute"),
        ({"rate_limit": "0/second"}, "DATELINE_RATE_LIMIT is '0/second', not such as 600/minute"),
        ({"cors_origins": "* news.example"}, "DATELINE_CORS_ORIGINS: 'news.example' is no origin such as https://"),
        ({"cors_origins": "https://news.example/"}, "DATELINE_CORS_ORIGINS: 'https://news.example/' is no origin"),
    ],
)
def test_what_makes_no_sense_is_told_at_the_start(settings: dict[str, Any], sentence: str) -> None:
    """Rather than let everybody in, or nobody."""
    with pytest.raises(SettingsError) as caught:
        create_app(Settings(**settings))
    assert str(caught.value).startswith(sentence)


def test_a_client_makes_so_many_requests(answer: Answerer, tmp_path: Path) -> None:
    """One more has to wait; another client does not, nor does who asks for health."""
    client = client_of(answer, rate_limit="2/hour", proxies=1)
    statuses = [client.post("/v1/extract", **ARTICLE, headers=forwarded("10.0.0.1")) for _ in range(3)]
    assert [response.status_code for response in statuses] == [200, 200, 429]
    assert 0 < int(statuses[-1].headers["Retry-After"]) <= 3601
    assert ProblemSchema().validate(statuses[-1].get_json(force=True)) == {}
    assert client.post("/v1/extract", **ARTICLE, headers=forwarded("10.0.0.2")).status_code == 200
    # What stands before the proxy's own entry is the client's invention.
    assert client.post("/v1/extract", **ARTICLE, headers=forwarded("10.9.9.9, 10.0.0.1")).status_code == 429
    assert client.get("/readyz", headers=forwarded("10.0.0.1")).status_code == 200


def forwarded(address: str) -> dict[str, str]:
    """What a proxy says."""
    return {"X-Forwarded-For": address}


def test_all_addresses_of_a_household_are_one_client(tmp_path: Path) -> None:
    """Whoever has one IPv6 address has a /64 of them."""
    limit = RateLimit("1/hour", tmp_path / "rates")
    assert limit.wait("2001:db8::1") == 0
    assert limit.wait("2001:db8::2:1") > 0
    assert limit.wait("2001:db8:0:1::1") == 0


def test_a_key_needs_a_name_of_one_word() -> None:
    """Else its line would be none, and the service would not start."""
    for name in ("my newsroom", "a#b", ""):
        with pytest.raises(ValueError, match="one word"):
            make(name)


def test_a_window_ends(tmp_path: Path) -> None:
    """Then a client may ask again."""
    limit = RateLimit("1/second", tmp_path / "rates")
    assert limit.wait("a") == 0
    waited = [limit.wait("a")]
    while waited[-1]:
        waited.append(limit.wait("a"))
    assert waited[0] > 0


def test_fronts_count_together() -> None:
    """Whichever of them a client meets."""
    with serving("--workers", "1", "--fronts", "3", "--rate-limit", "6/hour") as server:
        found = []
        for _ in range(12):
            connection = server.connect()
            connection.request("POST", "/v1/extract", b"The minister resigned.", PLAIN)
            found.append(connection.getresponse().status)
            connection.close()
    assert found == [200] * 6 + [429] * 6


def test_browsers_are_told_to_be_careful(client: FlaskClient) -> None:
    """With every answer, problems too."""
    for response in (client.get("/livez"), client.post("/v1/extract", **ARTICLE), client.get("/nowhere")):
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
        assert response.headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in response.headers


def test_pages_of_others_may_ask_where_they_are_named(answer: Answerer) -> None:
    """The named origins, or any; by default none."""
    client = client_of(answer, cors_origins="https://a.example https://b.example")
    asks = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    preflight = client.options("/v1/extract", headers=asks | {"Origin": "https://b.example"})
    assert preflight.status_code == 200
    assert preflight.headers["Access-Control-Allow-Origin"] == "https://b.example"
    assert "Content-Type" in preflight.headers["Access-Control-Allow-Headers"]
    assert "Origin" in preflight.headers["Vary"]
    refused = client.options("/v1/extract", headers=asks | {"Origin": "https://c.example"})
    assert "Access-Control-Allow-Origin" not in refused.headers
    anyone = client_of(answer, cors_origins="*").get("/livez", headers={"Origin": "https://c.example"})
    assert anyone.headers["Access-Control-Allow-Origin"] == "*"
