"""The command line: `python -m service serve` answers over HTTP, `python -m service extract FILE…` on the spot."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from schemas.problem import Problem, ProblemSchema
from schemas.request import LAYERS, UNITS
from service.directory import directory
from service.settings import Settings, SettingsError, one_thread, unheeded, variable

FOR_EXTRACT = ("model", "attribution", "max_chars")


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit status: 0 where all went well, 1 where a file or the set-up is wrong, 2 for wrong arguments, 130 after
        Ctrl-C.
    """
    one_thread()
    options = vars(parser().parse_args(arguments))
    command = options.pop("command")
    try:
        return {"serve": serve, "extract": extract, "key": key}[command](options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `… | head`: whoever read us has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit would flush, and complain
        return 0
    except SettingsError as error:
        sys.exit(f"dateline: {error}")


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="dateline", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    server = commands.add_parser("serve", help="answer over HTTP")
    add_settings(server, tuple(field.name for field in fields(Settings)))
    once = commands.add_parser("extract", help="answer for files, one JSON line each")
    once.add_argument("files", nargs="+", metavar="FILE", help="a plain text in UTF-8; - reads standard input")
    once.add_argument("--published", help="the day (or time) of publication, ISO 8601")
    once.add_argument("--title", help="the headline")
    once.add_argument("--include", metavar="LAYERS", help=f"what to find, with commas between: {', '.join(LAYERS)}")
    once.add_argument("--undated", action="store_true", help="also give events without a date")
    once.add_argument("--offsets", default="codepoint", choices=UNITS, help="the unit of every start and end")
    add_settings(once, FOR_EXTRACT)
    maker = commands.add_parser(
        "key", help="make an API key: the key on standard error, its line for the file on output"
    )
    maker.add_argument("name", help="whose it is, in the log and the file")
    return top


def add_settings(to: argparse.ArgumentParser, names: tuple[str, ...]) -> None:
    for field in fields(Settings):
        if field.name in names:
            flag, named = f"--{field.name.replace('_', '-')}", variable(field.name)
            among = f": {', '.join(field.metadata['choices'])}" if field.metadata["choices"] else ""
            to.add_argument(flag, help=f"{field.metadata['help']}{among} ({named}; {field.default})")


def serve(options: dict[str, str | None]) -> int:
    """Become gunicorn, configured by `service/gunicorn.py`, which reads the variables that the flags stand for."""
    Settings.load(None, **options)
    for name, value in options.items():
        if value is not None:
            os.environ[variable(name)] = value
    directory()
    from gunicorn.app.wsgiapp import WSGIApplication

    sys.argv = ["dateline", "-c", "python:service.gunicorn"]
    WSGIApplication("dateline serve").run()
    return 0


def key(options: dict[str, Any]) -> int:
    """Make an API key.  It is shown once and kept nowhere: `python -m service key newsroom >> keys`."""
    from service.web.keys import make

    try:
        made, line = make(options["name"])
    except ValueError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 2
    print(f"Keep it, for it cannot be told again: {made}", file=sys.stderr)
    print(line)
    return 0


def extract(options: dict[str, Any]) -> int:
    """One line of JSON a file, in order: a response whose `id` is the file's name, or a problem.  A bad file costs only
    itself, and the exit status tells.
    """
    files = options.pop("files")
    settings = Settings.load(None, **{name: options.pop(name) for name in FOR_EXTRACT})
    for sentence in unheeded():
        print(f"dateline: {sentence}", file=sys.stderr)
    from service.app import load

    answer = load(settings)
    options["include"] = options["include"].split(",") if options["include"] else list(LAYERS)
    wrong = 0
    for name in with_progress(files):
        try:
            line = answer({"id": name, "text": text_of(name, settings.max_body), **options})
        except Problem as problem:
            problem.instance = name
            line = ProblemSchema().dump(problem)
            reasons = "; ".join(fault.detail for fault in problem.errors)
            print(f"dateline: {name}: {reasons or problem.detail}", file=sys.stderr)
            wrong += 1
        print(json.dumps(line, ensure_ascii=False, allow_nan=False), flush=True)
    return 1 if wrong else 0


def text_of(name: str, most: int) -> str:
    """The text of a file, line ends and all as they are.

    Raises:
        Problem: it cannot be read, is not UTF-8, or has more than `most` bytes.
    """
    try:
        if name == "-":
            content = sys.stdin.buffer.read(most + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(most + 1)
    except OSError as error:
        raise Problem(400, f"Cannot be read: {error.strerror}.") from None
    if len(content) > most:
        raise Problem(413, f"Has more than {most} bytes.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Problem(400, f"Not UTF-8 at byte {error.start}.") from None


def with_progress(files: list[str]) -> Iterator[str]:
    """The files, with a line on standard error that says which is at work, where a person looks on."""
    watched = sys.stderr.isatty()
    for number, name in enumerate(files, 1):
        if watched:
            print(f"\r{number}/{len(files)} {name}\x1b[K", end="", file=sys.stderr, flush=True)
        yield name
    if watched:
        print("\r\x1b[K", end="", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
