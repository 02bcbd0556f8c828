"""What a wheel brings along: the packages with their data, and what the service reads from beside them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NO_PART = {"__pycache__", ".mypy_cache", ".ruff_cache"}
# The pages and the contract, as the service finds them where it is installed.
LOOK = """
import service.app as app
from service.web import pages
pages.blueprint(app.SAMPLE.read_text("utf-8"))
print(app.__file__, app.DOCUMENT.read_text("utf-8").count("/v1/extract/batch:"))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def test_it_has_every_file_of_the_packages(wheel: Path) -> None:
    """Lexicons, weights and pages among them; openapi.yaml and the sample beside; the licences of both."""
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to(ROOT))
        for folder in ("schemas", "service")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not NO_PART & set(path.parts)
    }
    assert wanted - names == set()
    assert {"openapi.yaml", "seeds/000_990ab1c8f623fd39.txt"} <= names
    licences = {name.rpartition("/licenses/")[2] for name in names if ".dist-info/licenses/" in name}
    assert {"LICENSE", "service/web/pages/swagger-ui/LICENSE", "service/web/pages/swagger-ui/NOTICE"} <= licences


def test_it_finds_its_files_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    """Away from the repository."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-P", "-c", LOOK]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(tmp_path / "service" / "app.py"), "1"]
