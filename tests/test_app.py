"""Where the parts are put together."""

from __future__ import annotations

import os
import subprocess
import sys

from flask import Flask

from service.answer import Answerer
from service.app import DOCUMENT, create_app
from service.settings import Settings


def test_ready_once_the_model_has_run(answer: Answerer) -> None:
    """And no longer, once the process is asked to stop; batches that still run end before their process must."""
    state = create_app(Settings(), answer).extensions["dateline"]
    state.warm = False
    assert not state.ready()
    state.warm = True
    assert state.ready()
    state.stop()
    assert not state.ready()
    assert not state.closing()
    state.stops -= state.grace
    assert state.closing()


def test_an_application_is_warm(answer: Answerer) -> None:
    """It has answered an article before it is handed out."""
    assert create_app(Settings(), answer).extensions["dateline"].ready()


def test_applications_share_nothing(answer: Answerer, app: Flask) -> None:
    """One that stops leaves the other ready."""
    create_app(Settings(), answer).extensions["dateline"].stopping = True
    assert app.test_client().get("/readyz").status_code == 200


def test_limits_come_from_the_settings(answer: Answerer) -> None:
    """A smaller body is enforced where a smaller one is set."""
    client = create_app(Settings(max_body=10), answer).test_client()
    assert client.post("/v1/extract", data=b"x" * 11, content_type="text/plain").status_code == 413


def test_gunicorn_alone_finds_everything() -> None:
    """`gunicorn -c python:service.gunicorn` needs no further word: it loads the application from there.  Nor does it
    mind that Kubernetes sets DATELINE_PORT where a service is called "dateline".
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DATELINE_", "GUNICORN_"))}
    environment["DATELINE_PORT"] = "tcp://10.0.0.1:80"
    command = [sys.executable, "-m", "gunicorn", "-c", "python:service.gunicorn", "--print-config"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=DOCUMENT.parent)
    shown = dict(line.split(" = ", 1) for line in done.stdout.splitlines() if " = " in line)
    config = {name.strip(): value for name, value in shown.items()}
    assert (config["bind"], config["worker_class"]) == ("['127.0.0.1:8000']", "service.worker.Worker")
    assert (config["workers"], config["threads"], config["preload_app"]) == ("4", "32", "True")
