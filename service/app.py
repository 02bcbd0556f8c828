"""`create_app()`: the only place that puts the parts together."""

from __future__ import annotations

import logging
import sys
import warnings
from pathlib import Path

from flask import Flask

from schemas.request import Limits
from service.answer import Answerer
from service.extraction.pipeline import ModelError, Pipeline
from service.settings import Settings, SettingsError
from service.web import pages, problems, routes
from service.web.admission import Admission

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "openapi.yaml"
SAMPLE = ROOT / "seeds" / "000_990ab1c8f623fd39.txt"  # the article that the demo page offers
EXPECTED_WARNING = r"\[W095\]"  # the default model was made for spaCy 3.7; 6 of 34,775 tokens differ under 3.8


class State:
    """Whether requests are welcome: the model has run once, and nobody has asked this process to stop."""

    def __init__(self, admission: Admission) -> None:
        self.admission = admission
        self.warm = False
        self.stopping = False

    def ready(self) -> bool:
        return self.warm and not self.stopping


def create_app(settings: Settings | None = None, answer: Answerer | None = None) -> Flask:
    """The WSGI application, its model loaded and run once.

    Args:
        settings: from the environment where None.
        answer: an `Answerer` that is loaded already.

    Raises:
        ModelError, SettingsError: with a sentence that says what to mend.
    """
    settings = settings or Settings.load()
    answer = answer or create_answerer(settings)
    state = State(Admission(settings.queue))
    app = Flask("service", static_folder=None)
    app.url_map.merge_slashes = False  # else "//v1/extract" is a redirect in HTML
    app.extensions["dateline"] = state
    problems.register(app)
    app.register_blueprint(
        routes.blueprint(
            routes.Service(
                answer,
                answer.limits,
                state.admission,
                state.ready,
                DOCUMENT.read_bytes(),
                settings.max_body,
                settings.body_timeout,
            )
        )
    )
    app.register_blueprint(pages.blueprint(SAMPLE.read_text("utf-8")))
    answer.warm_up()
    state.warm = True
    return app


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
    """`create_app()` for a server, likewise."""
    try:
        settings = Settings.load()
        logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(message)s")
        return create_app(settings, load(settings))
    except SettingsError as error:
        sys.exit(f"dateline: {error}")
