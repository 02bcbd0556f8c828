"""Logs: one JSON object a line on standard output, or plain text; never a word of an article."""

from __future__ import annotations

import json
import logging
import time
import traceback
import uuid
from typing import Any

from schemas.problem import Problem

LOGGERS = ("dateline", "gunicorn.error")
PLAIN = "%(asctime)s %(levelname)s %(message)s"

log = logging.getLogger("dateline")


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON; `fields` in its `extra` stand beside the message.

    Of an exception the type and the places are told, and not its message: messages quote what they stumbled over.
    """

    def format(self, record: logging.LogRecord) -> str:
        seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        found: dict[str, Any] = {
            "time": f"{seconds}.{int(record.msecs):03}Z",
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "process": record.process,
        }
        found |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[1]:
            found["error"] = where(record.exc_info[1])
        return json.dumps(found, default=str)


class TextFormatter(logging.Formatter):
    """A record as a line for people; exceptions likewise without their messages."""

    def formatException(self, exc_info: Any) -> str:  # noqa: N802  # logging's own name
        return where(exc_info[1])

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        fields = getattr(record, "fields", None)
        return line + "".join(f" {name}={plain(value)}" for name, value in fields.items()) if fields else line


def plain(value: object) -> str:
    """A value on one line, in quotation marks where it would not be plain where it ends."""
    text = str(value)
    return text if text.isprintable() and " " not in text else json.dumps(text)


def configuration(level: str, form: str) -> dict[str, Any]:
    """For `logging.config.dictConfig`: our own log and gunicorn's, both to standard output."""
    formatter: dict[str, Any] = {"()": JsonFormatter} if form == "json" else {"()": TextFormatter, "fmt": PLAIN}
    loggers = {name: {"level": level.upper(), "handlers": ["out"], "propagate": False} for name in LOGGERS}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": formatter},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "lines", "stream": "ext://sys.stdout"}},
        "root": {"level": "WARNING", "handlers": ["out"]},
        "loggers": loggers,
    }


def fault(error: BaseException) -> Problem:
    """A fault of this program: the client gets an id, the log gets the id and where it happened.

    The log gets no message of the exception, and so no word of the article: messages quote what they stumbled over.
    """
    instance = uuid.uuid4().urn
    log.error("%s %s", instance, where(error))
    return Problem(500, "This is a fault of the service, not of the request.", instance=instance)


def where(error: BaseException) -> str:
    """The exception's type, and the places it came through, the innermost first."""
    frames = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' < '.join(reversed(frames))}"
