"""The software bill of materials, CycloneDX JSON on standard output: `script/sbom > sbom.json`.

Made offline: packages, versions and hashes from the lock file, as far as its markers hold for this platform; licences
from what is installed; and what is in the repository itself but comes from others.  The same lock makes the same bytes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

LOCK = Path("requirements.lock")
MAKER = ("cyclonedx_py", "requirements", "-", "--pyproject", "pyproject.toml", "--output-reproducible")
VENDORED = Path("service/web/pages/swagger-ui/README.md")


def main() -> int:
    made = subprocess.run(
        [sys.executable, "-m", *MAKER],
        input="\n".join(requirements(LOCK.read_text())),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    print(json.dumps(completed(json.loads(made.stdout)), indent=2, ensure_ascii=False))
    return 0


def requirements(lock: str) -> Iterator[str]:
    """The requirements of a lock file that hold here, each with its hashes, on one line."""
    for block in re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n?", "", lock, flags=re.MULTILINE)):
        words = block.replace("\\\n", " ").split(" --hash=")
        if not words[0].strip():
            continue
        requirement = Requirement(words[0].strip())
        if requirement.marker is None or requirement.marker.evaluate():
            requirement.marker = None
            yield " --hash=".join([str(requirement), *(word.strip() for word in words[1:])])


def completed(bom: dict[str, Any]) -> dict[str, Any]:
    """The bill with licences, with what is vendored, and with names that mean something for what refers to them."""
    root = bom["metadata"]["component"]["bom-ref"]
    bom["components"] = sorted([*map(dressed, bom["components"]), swagger_ui()], key=lambda each: each["purl"])
    names = [component["bom-ref"] for component in bom["components"]]
    bom["dependencies"] = [{"ref": root, "dependsOn": names}, *({"ref": name} for name in names)]
    return bom


def dressed(component: dict[str, Any]) -> dict[str, Any]:
    component.pop("description", None)  # "requirements line 14"
    component["bom-ref"] = component["purl"]
    found = licence(component["name"], component["version"])
    return component | ({"licenses": [found]} if found else {})


def licence(name: str, version: str) -> dict[str, Any] | None:
    """What a package that is installed says of its licence; of another version it says nothing."""
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return None
    if about["Version"] != version:
        return None
    if about["License-Expression"]:
        return {"expression": about["License-Expression"]}
    classifiers = [each for each in about.get_all("Classifier") or [] if each.startswith("License :: ")]
    stated = (about["License"] or "").strip().splitlines()[:1] or [each.rpartition(" :: ")[2] for each in classifiers]
    return {"license": {"name": stated[0]}} if stated else None


def swagger_ui() -> dict[str, Any]:
    found = re.match(r"(\S+) (\S+) .*?(Apache-2\.0)", VENDORED.read_text())
    assert found is not None
    name, version, licence_id = found.groups()
    purl = f"pkg:npm/{name}@{version}"
    return {
        "bom-ref": purl,
        "type": "library",
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [{"license": {"id": licence_id}}],
    }


if __name__ == "__main__":
    sys.exit(main())
