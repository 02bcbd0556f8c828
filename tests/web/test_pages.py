"""The pages as HTTP serves them; what they do in a browser is in tests/browser."""

from __future__ import annotations

import gzip
import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import service.web.pages

HERE = Path(service.web.pages.__file__).parent
PAGES = ("/", "/docs")
ASSETS = sorted(path.name for pattern in ("*.js", "*.css", "*.svg") for path in HERE.glob(f"*/{pattern}"))


def policy(client: FlaskClient, path: str) -> dict[str, str]:
    """The Content-Security-Policy, by directive."""
    header = client.get(path).headers["Content-Security-Policy"]
    return {name: value for name, _, value in (each.partition(" ") for each in header.split("; "))}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_html_in_utf8(client: FlaskClient, path: str) -> None:
    """And so is its HEAD, without the body."""
    assert client.get(path).headers["Content-Type"] == "text/html; charset=utf-8"
    head = client.head(path)
    assert (head.status_code, head.data, head.headers["Content-Type"]) == (200, b"", "text/html; charset=utf-8")


@pytest.mark.parametrize("path", PAGES)
def test_everything_a_page_names_is_served_here(client: FlaskClient, path: str) -> None:
    """By addresses relative to it, so that a proxy may serve it under a prefix; nothing comes from elsewhere."""
    named = re.findall(r'(?:href|src)="([^"]*)"', client.get(path).text)
    assert named
    for address in named:
        assert not re.match(r"/|[a-z]+:", address)
        assert client.get(f"/{address.removeprefix('./')}").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_no_page_runs_a_script_of_its_own(client: FlaskClient, path: str) -> None:
    """Scripts come from files alone, and no page may be framed or load from another host."""
    found = policy(client, path)
    assert found["default-src"] == "'none'"
    assert found["script-src"] == found["connect-src"] == "'self'"
    assert found["frame-ancestors"] == found["base-uri"] == "'none'"
    assert re.search(r"<script(?![^>]*src=)|<style|\son\w+=|\sstyle=", client.get(path).text) is None


def test_the_demo_has_no_inline_style_either(client: FlaskClient) -> None:
    """Only the reference needs that, for Swagger UI."""
    assert policy(client, "/")["style-src"] == "'self'"


def test_the_demo_offers_the_sample(client: FlaskClient, seed_text: str) -> None:
    """As text, whatever stands in it."""
    found = re.search(r"<template[^>]*>(.*?)</template>", client.get("/").text, re.DOTALL)
    assert found is not None
    assert html.unescape(found[1]) == seed_text


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_has_its_type_and_its_tag(client: FlaskClient, name: str) -> None:
    """Who has it already gets 304 and no bytes; sniffing is forbidden."""
    response = client.get(f"/assets/{name}")
    types = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
    assert response.status_code == 200
    assert response.mimetype == types[Path(name).suffix]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get(f"/assets/{name}", headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == response.headers["ETag"]


def test_an_asset_is_packed_for_who_asks(client: FlaskClient) -> None:
    """The same bytes, once unpacked, and the same tag."""
    plain = client.get("/assets/swagger-ui-bundle.js")
    packed = client.get("/assets/swagger-ui-bundle.js", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] == plain.headers["ETag"]


@pytest.mark.parametrize(
    "name", ["", "no-such.js", "LICENSE", "__init__.py", "..%2f__init__.py", "%2e%2e/demo.html", "demo.js/", "a" * 5000]
)
def test_nothing_else_is_served(client: FlaskClient, name: str) -> None:
    """No path leads out of the folder; what there is not is a problem."""
    response = client.get(f"/assets/{name}")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("path", "media_type"), [("/", "text/html"), ("/docs", "text/html"), ("/assets/demo.js", "text/javascript")]
)
def test_who_wants_something_else_is_told(client: FlaskClient, path: str, media_type: str) -> None:
    """406, with what there is."""
    response = client.get(path, headers={"Accept": "image/png"})
    assert (response.status_code, response.get_json()["detail"]) == (406, f"Served here is {media_type}.")


def test_the_vendored_files_carry_their_licence() -> None:
    """Swagger UI is Apache-2.0, and says so beside itself."""
    assert "Apache License" in (HERE / "swagger-ui" / "LICENSE").read_text()
    assert "Copyright" in (HERE / "swagger-ui" / "NOTICE").read_text()
