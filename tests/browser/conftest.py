"""A real browser for the pages: Debian's Chromium, driven by its own driver."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

from tests.browser.page import Page
from tests.live import Live

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --lang=en""".split()
NAMES = ("chromium", "chromedriver")
PACKAGES = ("chromium", "chromium-driver")


@pytest.fixture(scope="session")
def programs() -> list[str]:
    """Where the browser and its driver are; installed where they are missing and this may be done."""
    if not all(map(shutil.which, NAMES)) and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for arguments in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *PACKAGES)):
            subprocess.run(["apt-get", *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)
    found = [path for path in map(shutil.which, NAMES) if path]
    if len(found) < len(NAMES):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(f"needs {' and '.join(NAMES)}, or root on Debian")
    return found


@pytest.fixture(scope="session")
def driver(programs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One browser for all tests, with a profile of its own."""
    browser, its_driver = programs
    options = ChromeOptions()
    options.binary_location = browser
    profile: Path = tmp_path_factory.mktemp("profile")
    for flag in [*FLAGS, f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    running = Chrome(options=options, service=Service(its_driver))
    try:
        yield running
    finally:
        running.quit()


@pytest.fixture
def page(driver: Chrome, live: Live) -> Iterator[Page]:
    """The demo page, just opened.  After each test: it said nothing on the console, and asked nobody else."""
    yield from opened(Page(driver, live.url), "/")


@pytest.fixture
def docs(driver: Chrome, live: Live) -> Iterator[Page]:
    """The API reference, likewise."""
    yield from opened(Page(driver, live.url), "/docs")


def opened(page: Page, path: str) -> Iterator[Page]:
    """The page at a path, with what must hold of any when a test is over."""
    page.open(path)
    yield page
    assert page.complaints() == []
    assert [url for url in page.requested() if not url.startswith((page.url, "data:"))] == []
