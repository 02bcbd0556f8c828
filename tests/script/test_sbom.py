"""The bill of materials: valid CycloneDX, and the lock file's packages, no more and no less."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from script.sbom import requirements

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made() -> str:
    """What the script prints, with no way out: a proxy that nobody listens to."""
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    command = ["env", *(f"{name}={value}" for name, value in nowhere.items()), str(ROOT / "script" / "sbom")]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def bill(made: str) -> dict[str, Any]:
    """The same, decoded."""
    found: dict[str, Any] = json.loads(made)
    return found


def test_it_is_valid(made: str) -> None:
    """By CycloneDX's own schema."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(made) is None


def test_it_is_about_this(bill: dict[str, Any]) -> None:
    """By name, version and licence."""
    about = bill["metadata"]["component"]
    assert (about["name"], about["version"]) == ("dateline", "0.1.0")
    assert about["licenses"][0]["expression"] == "MIT AND Apache-2.0"


def test_it_has_what_is_locked(bill: dict[str, Any]) -> None:
    """Each package at its version, with hashes; and Swagger UI, which comes with the repository."""
    lock = (ROOT / "requirements.lock").read_text()
    locked = dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock, re.MULTILINE))
    components = {each["name"]: each for each in bill["components"]}
    assert components.pop("swagger-ui-dist")["purl"].startswith("pkg:npm/swagger-ui-dist@5.")
    for name, component in components.items():
        assert component["version"] == locked[name]
        assert component["externalReferences"][0]["hashes"]
    elsewhere = set(locked) - set(components)  # those whose marker speaks of another platform
    assert all(re.search(rf"^{name}==\S+ ;", lock, re.MULTILINE) for name in elsewhere)


def test_most_of_it_says_its_licence(bill: dict[str, Any]) -> None:
    """Whatever is installed here, that is."""
    silent = [each["name"] for each in bill["components"] if "licenses" not in each]
    assert len(silent) < 0.1 * len(bill["components"])


def test_everything_hangs_together(bill: dict[str, Any]) -> None:
    """Each component has a name of its own, and the service depends on it."""
    names = [each["bom-ref"] for each in bill["components"]]
    root, *_ = bill["dependencies"]
    assert len(set(names)) == len(names)
    assert (root["ref"], root["dependsOn"]) == (bill["metadata"]["component"]["bom-ref"], names)


def test_a_lock_is_read() -> None:
    """Hashes stay with their package, comments go, and so does what is for another platform."""
    first = "a==1 \\\n    --hash=sha256:1 \\\n    --hash=sha256:2\n    # via b\n"
    other = "c==2 ; sys_platform == 'none' \\\n    --hash=sha256:3\n"
    assert list(requirements(f"# made\n{first}{other}")) == ["a==1 --hash=sha256:1 --hash=sha256:2"]
