"""The `DATELINE_*` variables."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields

import pytest

from service.settings import THREAD_VARIABLES, Settings, SettingsError, unheeded


def test_defaults_need_no_variable() -> None:
    """As the contract has them."""
    settings = Settings.load({})
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8000, 2)
    assert settings == Settings()


def test_a_body_holds_a_full_text_however_it_is_escaped() -> None:
    """Twelve bytes for a character beyond the basic plane, where JSON is kept to ASCII."""
    assert Settings().max_body > 12 * Settings().max_chars + 10_000


def test_each_setting_is_a_variable() -> None:
    """By its name in capitals, in the type of its default."""
    environment = {f"DATELINE_{field.name.upper()}": str(field.default) for field in fields(Settings)}
    assert Settings.load(environment) == Settings()
    assert Settings.load({"DATELINE_WORKERS": "7", "DATELINE_MODEL": "/models/x"}).workers == 7


def test_empty_and_foreign_variables_are_passed_over() -> None:
    """Compose files set empty ones, and others may begin alike."""
    assert Settings.load({"DATELINE_WORKERS": "", "DATELINE_SERVICE_HOST": "10.0.0.1"}) == Settings()


# What Kubernetes sets for the services "dateline" and "dateline-cache", and Docker for the alias "dateline".
LINKS = {
    "DATELINE_SERVICE_HOST": "10.0.0.1",
    "DATELINE_SERVICE_PORT": "80",
    "DATELINE_SERVICE_PORT_HTTP": "80",
    "DATELINE_PORT": "tcp://10.0.0.1:80",
    "DATELINE_PORT_80_TCP": "tcp://10.0.0.1:80",
    "DATELINE_PORT_80_TCP_PROTO": "tcp",
    "DATELINE_PORT_80_TCP_PORT": "80",
    "DATELINE_PORT_80_TCP_ADDR": "10.0.0.1",
    "DATELINE_CACHE_SERVICE_HOST": "10.0.0.2",
    "DATELINE_CACHE_PORT": "udp://10.0.0.2:6379",
    "DATELINE_NAME": "/reader/dateline",
    "DATELINE_ENV_DATELINE_WORKERS": "4",
}


def test_links_to_a_service_of_our_name_are_no_settings() -> None:
    """They would set the port, or keep the service from starting."""
    assert Settings.load(LINKS) == Settings()
    assert unheeded(LINKS) == []


def test_a_slip_in_a_name_is_told() -> None:
    """With the setting that is most like it; another program's variable costs no start."""
    environment = {
        "DATELINE_MAX_CHAR": "5",
        "DATELINE_URL": "http://x",
        "DATELINE_WORKERS": "2",
        "DATELINE_": "",
        "X": "1",
    }
    assert unheeded(environment) == [
        "DATELINE_MAX_CHAR is no setting, and changes nothing; is DATELINE_MAX_CHARS meant?",
        "DATELINE_URL is no setting, and changes nothing",
    ]


def test_overrides_win_where_they_are_given() -> None:
    """A flag over a variable over the default."""
    environment = {"DATELINE_WORKERS": "7", "DATELINE_PORT": "81"}
    settings = Settings.load(environment, workers="3", port=None)
    assert (settings.workers, settings.port) == (3, 81)


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("WORKERS", "two", "DATELINE_WORKERS is 'two', not a whole number"),
        ("WORKERS", "0", "DATELINE_WORKERS is 0, outside 1 … 256"),
        ("PORT", "65536", "DATELINE_PORT is 65536, outside 0 … 65535"),
        ("PORT", "10.0.0.1:8000", "DATELINE_PORT is '10.0.0.1:8000', not a whole number"),
        ("ATTRIBUTION", "magic", "DATELINE_ATTRIBUTION is 'magic', not one of encoder, rules"),
        ("LOG_LEVEL", "INFO", "DATELINE_LOG_LEVEL is 'INFO', not one of debug, info, warning, error"),
    ],
)
def test_what_is_out_of_bounds_is_told_in_a_sentence(variable: str, value: str, sentence: str) -> None:
    """With the variable, its value and its bounds."""
    with pytest.raises(SettingsError) as caught:
        Settings.load({f"DATELINE_{variable}": value})
    assert str(caught.value) == sentence


def test_one_thread_for_the_numeric_libraries() -> None:
    """Set before numpy is loaded, where the user has not set it."""
    shown = "os.environ['OMP_NUM_THREADS'], os.environ['OPENBLAS_NUM_THREADS'], 'numpy' in sys.modules"
    environment = {name: value for name, value in os.environ.items() if name not in THREAD_VARIABLES}
    run = subprocess.run(
        [sys.executable, "-c", f"import service.gunicorn, os, sys; print({shown})"],
        env=environment | {"OMP_NUM_THREADS": "3"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["3", "1", "False"]
