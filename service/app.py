"""`create_app()`: the only place that puts the parts together."""

from __future__ import annotations

import logging
import logging.config
import re
import sys
import time
import warnings
from pathlib import Path

from flask import Flask

import service
from schemas.request import Limits
from service import log
from service.address import check
from service.answer import Answerer
from service.directory import directory
from service.extraction.pipeline import ModelError, Pipeline
from service.parsing.client import Parse, Parsers
from service.parsing.here import Here
from service.parsing.queue import Queue
from service.settings import Settings, SettingsError, unheeded
from service.shared import Shared
from service.web import pages, problems, routes
from service.web.admission import Senders
from service.web.guard import Guard
from service.web.keys import Keys
from service.web.limit import RateLimit
from service.web.metrics import Metrics
from service.web.telemetry import Telemetry

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "openapi.yaml"
SAMPLE = ROOT / "seeds" / "000_990ab1c8f623fd39.txt"  # the article that the demo page offers
LAST_PART = 0.2  # of the grace: then batches that still run are ended, with a problem for what is left
ORIGIN = re.compile(r"\*|null|[a-z][a-z0-9+.-]*://[^/\sA-Z]+")  # as browsers send it
EXPECTED_WARNING = r"\[W095\]"  # the default model was made for spaCy 3.7; 6 of 34,775 tokens differ under 3.8

logger = logging.getLogger("dateline")


class State:
    """Whether requests are welcome: the model has run once, and nobody has asked this process to stop; and the parts
    that a worker needs.
    """

    def __init__(
        self,
        parse: Parse,
        grace: float,
        answerer: Answerer,
        telemetry: Telemetry,
        queue: Queue | None,
        shared: Shared,
    ) -> None:
        self.parse = parse
        self.shared = shared
        self.grace = grace
        self.answerer = answerer
        self.telemetry = telemetry
        self.metrics = telemetry.metrics
        self.queue = queue
        self.warm = False
        self.stops: float | None = None

    def ready(self) -> bool:
        return self.warm and self.stops is None

    def stop(self) -> None:
        """Begin to stop: no new requests, and those that run have `grace` seconds."""
        self.stops = self.stops or time.monotonic() + self.grace

    def closing(self) -> bool:
        """Whether a batch should end now, and say so, for soon its process will."""
        return self.stops is not None and time.monotonic() > self.stops - self.grace * LAST_PART


def create_app(settings: Settings | None = None, answer: Answerer | None = None, queue: Queue | None = None) -> Flask:
    """The WSGI application, its model loaded and run once.

    Args:
        settings: from the environment where None.
        answer: an `Answerer` that is loaded already.
        queue: where parser processes wait; where None, this process parses.

    Raises:
        ModelError, SettingsError: with a sentence that says what to mend.
    """
    settings = settings or Settings.load()
    watch = guard(settings)
    answer = answer or create_answerer(settings)
    metrics = Metrics(service.__version__, answer.pipeline.model)
    shared = Shared()
    parse: Parse = Here(answer.encoded, settings.queue)
    if queue is not None:
        patience = settings.budget * (settings.queue + 1)
        parse = Parsers(
            queue, settings.budget, patience, settings.patient, settings.most_waiting, metrics.queue, shared
        )
    app = Flask("service", static_folder=None)
    app.url_map.merge_slashes = False  # else "//v1/extract" is a redirect in HTML
    telemetry = Telemetry(app.wsgi_app, metrics)
    app.wsgi_app = telemetry  # type: ignore[method-assign]  # as Flask has middleware added
    app.extensions["dateline"] = state = State(parse, settings.grace, answer, telemetry, queue, shared)
    problems.register(app)
    app.register_blueprint(
        routes.blueprint(
            routes.Service(
                parse,
                answer.limits,
                Senders(settings.senders),
                watch,
                telemetry,
                state.ready,
                state.closing,
                DOCUMENT.read_bytes(),
                settings.max_body,
                settings.body_timeout,
                settings.at_once,
            )
        )
    )
    app.register_blueprint(pages.blueprint(SAMPLE.read_text("utf-8")))
    answer.warm_up()
    state.warm = True
    return app


def guard(settings: Settings) -> Guard:
    """Keys, rates and origins, as they are set.

    Raises:
        SettingsError: a file or a rate makes no sense.
    """
    try:
        keys = Keys(Path(settings.api_keys_file)) if settings.api_keys_file else None
    except ValueError as error:
        raise SettingsError(f"DATELINE_API_KEYS_FILE: {error}") from None
    try:
        limit = RateLimit(settings.rate_limit, directory() / "rates") if settings.rate_limit else None
    except ValueError:
        raise SettingsError(f"DATELINE_RATE_LIMIT is {settings.rate_limit!r}, not such as 600/minute") from None
    origins = settings.cors_origins.split()
    for origin in origins:
        if not ORIGIN.fullmatch(origin):
            raise SettingsError(f"DATELINE_CORS_ORIGINS: {origin!r} is no origin such as https://news.example")
    return Guard(keys, limit, settings.proxies, frozenset(origins))


def create_answerer(settings: Settings) -> Answerer:
    """The loaded pipeline behind the contract.

    Raises:
        ModelError: with a sentence that says what to mend.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", EXPECTED_WARNING)
        pipeline = Pipeline(settings.model, settings.attribution)
    return Answerer(pipeline, Limits(settings.max_chars, settings.max_batch))


def load(settings: Settings) -> Answerer:
    """`create_answerer()` for a command: what is wrong with the model is one sentence and an exit, no traceback."""
    try:
        return create_answerer(settings)
    except ModelError as error:
        sys.exit(f"dateline: {error}")


def application() -> Flask:
    """`create_app()` for a server, likewise; what can be known to be wrong before the model loads is told before."""
    try:
        settings = Settings.load()
        logging.config.dictConfig(log.configuration(settings.log_level, settings.log_format))
        for sentence in unheeded():
            logger.warning(sentence)
        check(settings.host, settings.port)
        logger.info("Dateline %s loads %s", service.__version__, settings.model)
        return create_app(settings, queue=Queue.make(directory(), settings.workers * settings.queue))
    except (SettingsError, ModelError) as error:
        sys.exit(f"dateline: {error}")
