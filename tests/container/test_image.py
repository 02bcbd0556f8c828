"""The image does the main job: no network, a read-only root, not as root.

Built once for the module; about four minutes where the base has to be made first.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.container.image import Engine, NoEngine, ask_seed, engine, until_ready

pytestmark = pytest.mark.image

WRITABLE = """import os
for folder, _, _ in os.walk("/"):
    if not folder.startswith(("/proc", "/sys", "/dev", "/tmp")) and os.access(folder, os.W_OK):
        print(folder)"""


@pytest.fixture(scope="module")
def running() -> Iterator[Engine]:
    """The image, built, started and ready."""
    try:
        image = engine()
    except NoEngine as lacking:
        pytest.skip(str(lacking))
    image.build()
    image.start()
    try:
        until_ready(image)
        yield image
    finally:
        image.stop()


def test_it_runs_as_nobody_in_particular(running: Engine) -> None:
    """User and group 10001, by number, so that a cluster's runAsNonRoot can see it."""
    assert running.config()["User"] == "10001:10001"
    assert running.execute(["python", "-c", "import os; print(os.getuid(), os.getgid())"]) == "10001 10001"


def test_its_own_command_answers_the_sample_article(running: Engine) -> None:
    """Without a network and on a read-only root: nothing is fetched, nothing written, all four layers answer."""
    answer = ask_seed(running)
    assert answer["published"] == {"date": "2023-03-17", "basis": "request"}
    assert [layer for layer in ("entities", "times", "events", "statements") if not answer[layer]] == []


def test_it_needs_no_writable_folder(running: Engine) -> None:
    """Nowhere but in /tmp and /dev/shm could it write."""
    assert running.execute(["python", "-c", WRITABLE]) == ""


def test_it_installs_nothing_any_more(running: Engine) -> None:
    """pip stays in the build stage."""
    assert running.execute(["python", "-c", "import importlib.util as u; print(u.find_spec('pip'))"]) == "None"


def test_it_stops_when_asked() -> None:
    """SIGTERM ends it with status 0."""
    try:
        image = engine()
    except NoEngine as lacking:
        pytest.skip(str(lacking))
    image.start()
    until_ready(image)
    assert image.stop() == 0
