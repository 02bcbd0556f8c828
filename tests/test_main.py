"""The command line."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import spacy

from schemas.problem import ProblemSchema
from schemas.response import ResponseSchema
from service import __main__ as command
from service import directory as folder
from service.settings import Settings, SettingsError


def run(*arguments: str | Path, given: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m service …` as a user runs it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    return subprocess.run(
        [sys.executable, "-m", "service", *map(str, arguments)],
        input=given,
        env=environment | variables,
        capture_output=True,
        check=False,
    )


def lines(output: bytes) -> list[dict[str, Any]]:
    """JSON lines, decoded."""
    return [json.loads(line) for line in output.decode().splitlines()]


def test_extract_answers_each_file_with_a_line(tmp_path: Path, seed_text: str) -> None:
    """In order, by the file's name; standard input is `-`; nothing else is written."""
    seed, crlf = tmp_path / "seed.txt", tmp_path / "crlf.txt"
    seed.write_text(seed_text, "utf8")
    crlf.write_bytes(b"The minister said no.\r\nHe left.\r\n")
    asked = ("--published", "2023-03-17", "--include", "times,events", "--undated")
    done = run("extract", seed, "-", crlf, *asked, given=b"He left.")
    answers = lines(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [answer["id"] for answer in answers] == [str(seed), "-", str(crlf)]
    assert [answer["meta"]["characters"] for answer in answers] == [len(seed_text), 8, 33]
    assert all(ResponseSchema().validate(answer) == {} for answer in answers)
    assert answers[0]["published"] == {"date": "2023-03-17", "basis": "request"}
    assert answers[0]["times"]
    assert answers[0]["entities"] == []


def test_a_bad_file_costs_only_itself(tmp_path: Path) -> None:
    """A problem in its place, a sentence on standard error, and status 1; the rest is answered."""
    (tmp_path / "latin1").write_bytes(b"caf\xe9")
    (tmp_path / "blank").write_bytes(b" \n")
    (tmp_path / "long").write_bytes(b"x" * 101)
    (tmp_path / "good").write_bytes(b"The minister said no.")
    names = [tmp_path / name for name in ("latin1", "missing", "blank", "long", "good", "")]
    done = run("extract", *names, "--max-chars", "100")
    *problems, good, folder = lines(done.stdout)
    assert done.returncode == 1
    assert [(problem["status"], problem["instance"]) for problem in [*problems, folder]] == [
        (status, str(name)) for status, name in zip((400, 400, 422, 413, 400), [*names[:4], names[5]], strict=True)
    ]
    assert all(ProblemSchema().validate(problem) == {} for problem in problems)
    assert ResponseSchema().validate(good) == {}
    assert len(done.stderr.decode().splitlines()) == 5


def test_a_wrong_parameter_is_told_for_every_file(tmp_path: Path) -> None:
    """By the same bounds as over HTTP."""
    (tmp_path / "good").write_bytes(b"The minister said no.")
    done = run("extract", tmp_path / "good", "--published", "yesterday")
    assert done.returncode == 1
    assert lines(done.stdout)[0]["errors"][0]["pointer"] == "/published"


@pytest.mark.parametrize("arguments", [("extract", "x"), ("serve", "--port", "0")])
def test_a_model_that_is_not_there_is_one_sentence(arguments: tuple[str, ...]) -> None:
    """No traceback, and a status that tells."""
    done = run(*arguments, DATELINE_MODEL="en_no_such_model")
    sentence = "dateline: the spaCy model 'en_no_such_model' is neither an installed package nor a path"
    assert done.returncode != 0
    assert sentence in done.stderr.decode().splitlines()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("extract", "x"), ("serve", "--port", "0")])
def test_a_slip_in_a_variable_is_told_at_the_start(arguments: tuple[str, ...]) -> None:
    """It changes nothing, and costs nothing but that sentence."""
    done = run(*arguments, DATELINE_MODEL="en_no_such_model", DATELINE_WORKER="8")
    assert (
        b"DATELINE_WORKER is no setting, and changes nothing; is DATELINE_WORKERS meant?" in done.stdout + done.stderr
    )


def test_an_address_that_is_taken_is_one_sentence() -> None:
    """At once, before the model loads."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run("serve", "--port", port, DATELINE_MODEL="en_no_such_model")
    assert done.returncode == 1
    assert done.stderr.decode().strip() == (
        f"dateline: cannot listen on 127.0.0.1, port {port} (DATELINE_HOST, DATELINE_PORT): Address already in use"
    )


def test_no_folder_to_write_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On a read-only root without /tmp and /dev/shm, which says what to mount."""
    monkeypatch.setattr(folder, "MEMORY", str(tmp_path / "none"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(SettingsError, match="mount one in memory"):
        folder.directory.__wrapped__()


def test_a_model_that_lacks_a_component_is_one_sentence(tmp_path: Path) -> None:
    """Which says what it lacks, before any article is read."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    done = run("extract", "x", "--model", str(tmp_path / "blank"))
    assert done.returncode != 0
    assert b"lacks tagger and parser and ner, which Dateline needs" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("arguments", "status"), [((), 2), (("serve", "--workers", "none"), 1), (("extract",), 2)])
def test_wrong_arguments_end_at_once(arguments: tuple[str, ...], status: int) -> None:
    """With a word on standard error."""
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (status, b"")
    assert done.stderr


def test_every_setting_is_a_flag_of_serve() -> None:
    """And its help names the variable."""
    text = run("serve", "--help").stdout.decode()
    for field in fields(Settings):
        assert f"--{field.name.replace('_', '-')}" in text
        assert f"DATELINE_{field.name.upper()}" in text


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    """`… | head -1` ends quietly."""
    (tmp_path / "good").write_bytes(b"The minister said no.")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "service", "extract", str(tmp_path / "good")],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_progress_is_for_people(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One line that overwrites itself, on a terminal alone."""
    assert list(command.with_progress(["a", "b"])) == ["a", "b"]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(command.with_progress(["a", "b"])) == ["a", "b"]
    assert capsys.readouterr().err == "\r1/2 a\x1b[K\r2/2 b\x1b[K\r\x1b[K"
