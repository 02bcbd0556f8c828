"""The API reference in a browser."""

from __future__ import annotations

import json
from functools import partial

import pytest
import yaml

from tests.browser.page import Page, text_of
from tests.contract.examples import DOCUMENT

pytestmark = pytest.mark.browser

document = yaml.safe_load(DOCUMENT.read_text("utf-8"))


def opened(docs: Page, operation: str) -> str:
    """The selector of an operation, unfolded."""
    tag = next(
        each["tags"][0]
        for item in document["paths"].values()
        for each in item.values()
        if each["operationId"] == operation
    )
    block = f"#operations-{tag}-{operation}"
    docs.until(lambda: docs.all(block))
    docs.one(f"{block} .opblock-summary-control").click()
    docs.until(lambda: docs.all(f"{block} .execute") and not docs.all(f"{block} .opblock-loading-animation"))
    return block


def shows(docs: Page, ground: str) -> bool:
    """Whether the page has that colour."""
    return docs.style(docs.one("body"), "background-color") == ground


def test_every_operation_is_listed(docs: Page) -> None:
    """With its summary, as openapi.yaml has it."""
    docs.until(lambda: docs.all(".opblock"))
    listed = {text_of(each) for each in docs.all(".opblock-summary-description")}
    assert listed == {each["summary"] for item in document["paths"].values() for each in item.values()}


def test_trying_it_asks_this_service(docs: Page) -> None:
    """The example is sent as it stands, here, and what comes back is shown."""
    block = opened(docs, "extract")
    docs.script("arguments[0].click()", docs.one(f"{block} .execute"))
    docs.until(lambda: docs.all(f"{block} .live-responses-table .response-col_description pre"))
    status = docs.one(f"{block} .live-responses-table tbody .response-col_status")
    assert text_of(status).startswith("200")
    shown = json.loads(text_of(docs.one(f"{block} .live-responses-table .response-col_description pre")))
    assert {"entities", "times", "events", "statements"} <= shown.keys()
    assert f"{docs.url}/v1/extract" in docs.requested()


def test_trying_a_get(docs: Page) -> None:
    """Likewise."""
    block = opened(docs, "readyz")
    docs.script("arguments[0].click()", docs.one(f"{block} .execute"))
    docs.until(lambda: docs.all(f"{block} .live-responses-table tbody .response-col_status"))
    assert '"ready"' in text_of(docs.one(f"{block} .live-responses-table"))


def test_it_follows_the_system_into_the_dark(docs: Page) -> None:
    """Also while it is open."""
    docs.until(lambda: docs.all(".opblock"))
    for scheme, ground in (("light", "255, 255, 255"), ("dark", "28, 32, 34"), ("light", "255, 255, 255")):
        docs.scheme(scheme)
        docs.until(partial(shows, docs, f"rgb({ground})"))
