"""The exchanges whose answers are the examples of `openapi.yaml`.

    python -m tests.contract.examples

asks the service for all of them and writes the end of `openapi.yaml` anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

DOCUMENT = Path(__file__).parents[2] / "openapi.yaml"
BEGIN = "\n  examples:\n"
ELAPSED = 42.0  # what an example says it took; all that is not as the service answered it

TEXT = (
    "Norwegian Fisheries Minister Ingrid Solheim said on Tuesday that talks with Iceland on cod "
    "quotas will resume next week. “We are close to an agreement,” she told reporters in Bergen.\n\n"
    "The two countries signed a similar deal worth $120 million in 2019."
)
SHORT = {"id": "short", "text": "The minister resigned on Friday.", "published": "2024-05-14"}
PAIR = {"documents": [SHORT, {"id": "blank", "text": " "}]}
ANNOUNCEMENT = {"id": "cod-1", "text": TEXT, "published": "2024-05-14"}
FORM = "application/x-www-form-urlencoded"
FRENCH = (
    "Le ministre des Affaires étrangères a déclaré vendredi que les deux pays allaient reprendre les négociations dans "
    "les prochains jours, et que la France ne changerait pas de position sur ce dossier."
)


@dataclass(frozen=True)
class Exchange:
    """A request to the service, and the name of the example that its answer is."""

    name: str
    summary: str
    path: str = "/v1/extract"
    method: str = "POST"
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})

    def answer(self, client: FlaskClient) -> Any:
        response = client.open(self.path, method=self.method, data=self.body, headers=self.headers)
        value = json.loads(response.data)
        for each in value.get("results", [value]):
            if "meta" in each:
                each["meta"]["elapsed_ms"] = ELAPSED
        return value


def asking(name: str, summary: str, **fields: Any) -> Exchange:
    """The exchange that posts these fields as JSON."""
    return Exchange(name, summary, body=json.dumps(fields).encode())


EXCHANGES = (
    asking("Announcement", "An announcement", **ANNOUNCEMENT),
    Exchange("NotJson", "Not JSON", body=b'{"text": "The minister said no."'),
    asking("TooLong", "An article over the limit", text="no " * 33_334),
    Exchange(
        "Form",
        "Sent as a form, as curl does by default",
        body=b"x",
        headers={"Content-Type": FORM},
    ),
    asking("Invalid", "Three wrong fields", text=" ", published="17.3.2023", includes=["events"]),
    asking("French", "An article in French", text=FRENCH),
    Exchange("Pair", "Two articles, one of them blank", path="/v1/extract/batch", body=json.dumps(PAIR).encode()),
    Exchange("NotAcceptable", "HTML alone is wanted", body=b"{}", headers={"Accept": "text/html"}),
    Exchange("Alive", "Alive", path="/livez", method="GET"),
    Exchange("Ready", "Ready", path="/readyz", method="GET"),
)
GIVEN = {  # examples of requests
    "AnnouncementRequest": ("An announcement", ANNOUNCEMENT),
    "AnnouncementText": ("An announcement", TEXT),
    "PairRequest": ("Two articles, one of them blank", PAIR),
}


def examples(client: FlaskClient) -> dict[str, Any]:
    """Every example by its name, as OpenAPI has them."""
    found = {name: {"summary": summary, "value": value} for name, (summary, value) in GIVEN.items()}
    return found | {each.name: {"summary": each.summary, "value": each.answer(client)} for each in EXCHANGES}


def as_yaml(found: dict[str, Any]) -> str:
    """The examples as YAML that people can read: one line an object of the response, JSON inside."""
    lines = []
    for name, example in found.items():
        lines += [f"    {name}:", f"      summary: {example['summary']}", *value_lines(example["value"])]
    return "\n".join(lines) + "\n"


def value_lines(value: Any) -> list[str]:
    """The lines of one example's value."""
    if not isinstance(value, dict):
        return [f"      value: {inline(value)}"]
    lines = ["      value:"]
    for key, inner in value.items():
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            lines += [f"        {key}:", *(f"          - {inline(each)}" for each in inner)]
        else:
            lines.append(f"        {key}: {inline(inner)}")
    return lines


def inline(value: Any) -> str:
    """JSON, which is YAML on one line."""
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the examples of the document anew."""
    from service.app import create_app

    text, found = DOCUMENT.read_text("utf8"), examples(create_app().test_client())
    DOCUMENT.write_text(text[: text.rindex(BEGIN) + len(BEGIN)] + as_yaml(found), "utf8")


if __name__ == "__main__":
    main()
