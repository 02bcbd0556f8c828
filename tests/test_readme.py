"""The README says what is so: settings, commands, links, and an answer that the service really gives."""

from __future__ import annotations

import os
import re
from dataclasses import fields

import pytest

from service.extraction.pipeline import Pipeline
from service.settings import Settings
from tests import readme

README = readme.README.read_text("utf-8")
ROOT = readme.README.parent


def test_settings_and_answers_are_real(pipeline: Pipeline) -> None:
    """What `python -m tests.readme` would write stands there already."""
    assert readme.filled(README, readme.parts(readme.answer(pipeline))) == README


def test_it_names_no_variable_that_there_is_not() -> None:
    """Every DATELINE_ variable of the prose is a setting."""
    known = {f"DATELINE_{field.name.upper()}" for field in fields(Settings)}
    assert set(re.findall(r"DATELINE_[A-Z_]+", README)) == known


@pytest.mark.parametrize("command", ["script/server", "script/test"])
def test_the_two_commands_are_there(command: str) -> None:
    """A block of the README runs each, and it is a program."""
    assert re.search(rf"^{command}$", README, re.MULTILINE)
    assert os.access(ROOT / command, os.X_OK)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^):#]+)\)", README))))
def test_its_links_lead_somewhere(link: str) -> None:
    """To files of the repository."""
    assert (ROOT / link).exists()
