"""The small routes."""

from __future__ import annotations

import pytest
import yaml
from flask.testing import FlaskClient


@pytest.mark.parametrize(("path", "status"), [("/livez", "alive"), ("/readyz", "ready")])
def test_health(client: FlaskClient, path: str, status: str) -> None:
    """Alive and ready, once the application stands."""
    response = client.get(path)
    assert (response.status_code, response.get_json()) == (200, {"status": status})


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/openapi.yaml"])
def test_head_is_get_without_the_body(client: FlaskClient, path: str) -> None:
    """As HTTP has it."""
    response = client.head(path)
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["Content-Type"] == client.get(path).headers["Content-Type"]


def test_whoever_reads_metrics_gets_them(client: FlaskClient) -> None:
    """As Prometheus asks, old and new, and a browser."""
    new = "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
    for wanted in (new, "text/plain;version=0.0.4", "text/plain", "*/*"):
        response = client.get("/metrics", headers={"Accept": wanted})
        assert (response.status_code, response.mimetype) == (200, "text/plain")
        assert "dateline_info" in response.text
    assert client.get("/metrics", headers={"Accept": "application/json"}).status_code == 406


def test_the_document_is_the_one_in_the_repository(client: FlaskClient) -> None:
    """Served as the YAML that it is."""
    response = client.get("/openapi.yaml")
    assert response.headers["Content-Type"] == "application/yaml"
    assert yaml.safe_load(response.data)["openapi"] == "3.1.0"
