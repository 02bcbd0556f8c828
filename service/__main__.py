"""`python -m service serve | extract`."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import fields

from service.settings import Settings, SettingsError, one_thread


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dateline", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve_parser = commands.add_parser("serve", help="answer over HTTP")
    for field in fields(Settings):
        serve_parser.add_argument(f"--{field.name.replace('_', '-')}", help=field.metadata["help"])
    options = vars(parser.parse_args(arguments))
    options.pop("command")
    return serve(options)


def serve(options: dict[str, str | None]) -> int:
    for name, value in options.items():
        if value is not None:
            os.environ[f"DATELINE_{name.upper()}"] = value
    try:
        Settings.load()
    except SettingsError as error:
        sys.exit(f"dateline: {error}")
    from gunicorn.app.wsgiapp import WSGIApplication

    sys.argv = ["dateline", "-c", "python:service.gunicorn"]
    WSGIApplication("dateline serve").run()
    return 0


if __name__ == "__main__":
    one_thread()
    sys.exit(main())
