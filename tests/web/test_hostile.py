"""Input that breaks other services: each gets an honest answer within two seconds of computing, and harms nobody else.

The seconds are of this process's own computing, so that a busy machine does not matter.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.spans import spans

SECONDS = 2.0
NEIGHBOUR = {"text": "Anna Weber said on Monday that she would go to Berlin.", "published": "2024-05-10"}
SENTENCE = "Defence Minister Anna Weber said on Monday that the army would buy 40 tanks. "

ANSWERED = {
    "60 KB of quotation marks": '"' * 60_000,
    "quotation marks in long runs": ('"' * 128 + " ") * 700,
    "100k of one letter": "a" * 100_000,
    "100k of newlines and a word": "\n" * 99_996 + "word",
    "a word between newlines": "\n" * 50_000 + "word" + "\n" * 49_000,
    "100k of spaces and a word": " " * 99_996 + "word",
    "100k of emoji": "😀" * 100_000,
    "families of emoji": "👨‍👩‍👧‍👦" * 14_000,
    "emoji in prose": "😀 ".join([SENTENCE] * 20),
    "combining marks": "e" + "\u0301" * 99_999,
    "combining marks on every letter": "e\u0301\u0323\u0330" * 25_000,
    "combining marks in prose": SENTENCE.replace("e", "e\u0301") * 20,
    "CRLF": SENTENCE.replace(". ", ".\r\n") * 50,
    "lone CR": SENTENCE.replace(". ", ".\r") * 50,
    "NUL": "\x00" * 100_000,
    "NUL in prose": SENTENCE.replace(" ", "\x00 ") * 20,
    "control characters": "".join(chr(code) for code in range(1, 32)) * 30 + SENTENCE,
    "separators of other kinds": SENTENCE.replace(" ", "\u2028") + SENTENCE.replace(" ", "\u0085"),
    "no spaces": "TheMinisterSaidNo." * 1000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "crumbs": "a@" * 50_000,
    "digits and commas": "1," * 50_000,
    "a line of dashes in prose": SENTENCE + "-" * 80 + "\n" + SENTENCE,
    "HTML": '<p class="x">The minister said <b>no</b> &amp; left.</p>\n' * 100,
    "a script": "<script>if (a < b && c > d) { alert('The minister said no.') }</script>\n" * 50,
    "right to left in prose": SENTENCE + "\u200fقال الوزير لا\u200f " + SENTENCE,
    "directional overrides": SENTENCE.replace("army", "\u202eymra\u202c") * 5,
    "zero width": SENTENCE.replace(" ", "\u200b ") * 5,
    "beyond the basic plane": "\U0010ffff" * 100_000,
    "private use and unassigned": "\ue000\uffff\u0378 " * 1000,
    "a byte order mark inside": SENTENCE + "\ufeff" + SENTENCE,
    "one opening mark and no end": "“" + SENTENCE * 20,
    "promises of promises": "They agreed " + "to agree " * 2000,
    "purposes of purposes": "set fire to " * 1500,
    "plans of plans": "The " + "plan to plan the " * 1000 + "attack.",
    "a promise to make a promise": "He made " + "a promise to make " * 1500 + "it.",
    "a comma and no end": "the minister said, " * 300,
    "one word": "word",
    "one mark": "?",
}  # fmt: skip
REFUSED = {
    "empty": "",
    "100k of newlines": "\n" * 100_000,
    "white space of all kinds": " \t\r\n\u00a0\u2003\u3000\x1f",
    "Chinese": "外交部发言人汪文斌星期五表示，中方一贯主张通过对话解决争端，并愿意为此作出努力。" * 5,
    "Arabic": "قال الوزير يوم الجمعة إن المحادثات سوف تستأنف الأسبوع المقبل في المدينة. " * 10,
    "Hebrew": "שר החוץ אמר ביום שישי כי השיחות יתחדשו בשבוע הבא בעיר. " * 10,
    "Russian": "Министр заявил в пятницу, что переговоры возобновятся на следующей неделе. " * 10,
}  # fmt: skip


@pytest.fixture(scope="module")
def neighbour(app: Any) -> dict[str, Any]:
    """What an ordinary article is answered before any of this."""
    return answer_to(app.test_client(), NEIGHBOUR)


def answer_to(client: FlaskClient, request: dict[str, Any], status: int = 200) -> dict[str, Any]:
    """The answer, which must have the status, without the time it took."""
    response = client.post("/v1/extract", json=request)
    assert response.status_code == status, response.text[:500]
    found: dict[str, Any] = json.loads(response.data)
    if "meta" in found:
        del found["meta"]["elapsed_ms"]
    return found


@pytest.fixture(autouse=True)
def in_time_and_alone(client: FlaskClient, neighbour: dict[str, Any]) -> Iterator[None]:
    """After each of them: little was computed, and the next article is answered as if nothing had been."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SECONDS
    assert answer_to(client, NEIGHBOUR) == neighbour


@pytest.mark.parametrize("text", ANSWERED.values(), ids=ANSWERED)
def test_answered_with_exact_offsets(client: FlaskClient, text: str) -> None:
    """Whatever is found in it, each span is the slice it says."""
    found = answer_to(client, {"text": text, "published": "2024-05-10", "undated": True})
    assert found["meta"]["characters"] == len(text)
    assert [span for span in spans(found) if text[span["start"] : span["end"]] != span["text"]] == []


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_refused_as_text(client: FlaskClient, text: str) -> None:
    """Blank, or plainly no English: 422 that points at the text."""
    assert [fault["pointer"] for fault in answer_to(client, {"text": text}, 422)["errors"]] == ["/text"]


def test_over_the_limit(client: FlaskClient) -> None:
    """One character too many is not computed at all."""
    assert answer_to(client, {"text": "a" * 100_001}, 413)["title"] == "Content Too Large"


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"text":' * 100_000 + b"1" + b"}" * 100_000, b"", b"\xff" * 100_000]
)
def test_refused_as_a_body(client: FlaskClient, body: bytes) -> None:
    """Nested 100,000 deep, empty, or not UTF-8: 400."""
    response = client.post("/v1/extract", data=body, content_type="application/json")
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


def test_lone_surrogates(client: FlaskClient) -> None:
    """Half a character is refused, with half of an emoji as its likeliest cause."""
    response = client.post("/v1/extract", data=rb'{"text": "A smile: \ud83d"}', content_type="application/json")
    assert (response.status_code, response.get_json()["errors"][0]["pointer"]) == (422, "/text")
