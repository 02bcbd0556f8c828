"""What is made of a report of vulnerabilities."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from script.audit import CLEAN, UNKNOWN, VULNERABLE, judge, main

ROOT = Path(__file__).parents[2]
WELL: dict[str, Any] = {"name": "flask", "version": "3.1.3", "vulns": []}
ILL: dict[str, Any] = {
    "name": "jinja2",
    "version": "3.1.0",
    "vulns": [{"id": "PYSEC-0000-1", "fix_versions": ["3.1.6"], "aliases": [], "description": ""}],
}
UNHEARD_OF: dict[str, Any] = {"name": "dateline-x", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "status", "words"),
    [
        ([WELL], CLEAN, "No vulnerability is known of any of the 1 packages in requirements.lock."),
        ([WELL, ILL, UNHEARD_OF], VULNERABLE, "jinja2 3.1.0: PYSEC-0000-1, mended in 3.1.6"),
        ([WELL, UNHEARD_OF], UNKNOWN, "could not tell about 1 of 2 packages: dateline-x."),
        ([], UNKNOWN, "not complete"),
    ],
)
def test_a_report_is_judged(packages: list[dict[str, Any]], status: int, words: str) -> None:
    """What was not looked up is not clean, and what is known to be bad is bad, whatever else is unknown."""
    found, lines = judge({"dependencies": packages})
    assert found == status
    assert words in "\n".join(lines)


def test_a_database_that_cannot_be_reached(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Is said, with a status of its own."""
    monkeypatch.chdir(ROOT)
    assert main(["-s", "osv", "--osv-url", "http://127.0.0.1:9/", "--timeout", "2"]) == UNKNOWN
    told = capsys.readouterr().out
    assert told.startswith("The audit could not be made: ")
    assert "So nothing is said for them" in told


def test_flags_are_pip_audits_own() -> None:
    """The script hands them on; one that it does not know is no clean audit."""
    done = subprocess.run([ROOT / "script" / "audit", "--no-such-flag"], capture_output=True, text=True, check=False)
    assert done.returncode == UNKNOWN
    assert "--no-such-flag" in done.stdout
