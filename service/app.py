"""`create_app()`: the only place that puts the parts together."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from flask import Flask

from schemas.request import Limits
from service.answer import Answerer
from service.extraction.pipeline import ModelError, Pipeline
from service.settings import Settings, SettingsError
from service.web import problems, routes

DOCUMENT = Path(__file__).parents[1] / "openapi.yaml"


class State:
    """Whether requests are welcome: the model has run once, and nobody has asked this process to stop."""

    def __init__(self) -> None:
        self.warm = False
        self.stopping = False

    def ready(self) -> bool:
        return self.warm and not self.stopping


def create_app(settings: Settings | None = None, pipeline: Pipeline | None = None) -> Flask:
    """The WSGI application, its model loaded and run once.

    Raises:
        ModelError, SettingsError: with a sentence that says what to mend.
    """
    settings = settings or Settings.load()
    answer = Answerer(pipeline or Pipeline(settings.model), Limits(settings.max_chars))
    state = State()
    app = Flask("service", static_folder=None)
    app.url_map.merge_slashes = False  # else "//v1/extract" is a redirect in HTML
    app.extensions["dateline"] = state
    problems.register(app)
    app.register_blueprint(
        routes.blueprint(
            routes.Service(answer, state.ready, DOCUMENT.read_bytes(), settings.max_body, settings.body_timeout)
        )
    )
    answer.warm_up()
    state.warm = True
    return app


def application() -> Flask:
    """`create_app()` for a server: what is wrong with the set-up is one sentence and an exit, no traceback."""
    try:
        settings = Settings.load()
        logging.basicConfig(level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(message)s")
        return create_app(settings)
    except (ModelError, SettingsError) as error:
        sys.exit(f"dateline: {error}")
