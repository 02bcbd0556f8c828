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


FETCH = """import sys, urllib.request as r
for path in sys.argv[1:]:
    answer = r.urlopen(f"http://127.0.0.1:8000{path}")
    print(answer.status, answer.headers["Content-Type"], len(answer.read()) > 200)"""


def test_the_pages_are_in_it(running: Engine) -> None:
    """The demo, the reference and what they are made of, the contract too."""
    paths = ["/", "/docs", "/assets/demo.js", "/assets/swagger-ui.css", "/openapi.yaml"]
    types = ["text/html", "text/html", "text/javascript", "text/css", "application/yaml"]
    lines = running.execute(["python", "-c", FETCH, *paths]).splitlines()
    assert [line.replace("; charset=utf-8", "") for line in lines] == [f"200 {each} True" for each in types]


COUNTED = """import urllib.request as r
lines = r.urlopen("http://127.0.0.1:8000/metrics").read().decode().splitlines()
counted = [line for line in lines if line.startswith("dateline_requests_total") and "/readyz" in line]
print(sum(float(line.split()[-1]) for line in counted))"""


def test_it_counts_on_a_read_only_root(running: Engine) -> None:
    """The metrics of all its processes meet in memory; each health check is one more, also where the port is a link to
    a service called "dateline", as Docker and Kubernetes set it.
    """
    before = float(running.execute(["python", "-c", COUNTED]))
    running.execute(["env", "DATELINE_PORT=tcp://10.0.0.1:80", *running.config()["Healthcheck"]["Test"][1:]])
    assert float(running.execute(["python", "-c", COUNTED])) > before


def test_it_stops_when_asked() -> None:
    """SIGTERM ends it with status 0."""
    try:
        image = engine()
    except NoEngine as lacking:
        pytest.skip(str(lacking))
    image.start()
    until_ready(image)
    assert image.stop() == 0
