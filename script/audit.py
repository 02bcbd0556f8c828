"""Known vulnerabilities of what the service runs on, by the lock file: `script/audit [FLAGS OF PIP-AUDIT]`.

Exit status: 0, none is known; 1, some are; 3, the database of vulnerabilities could not be asked, or not about all.
pip-audit itself ends with 0 where the database knows nothing of any package, as behind a mirror that has files alone.
`script/audit -s osv` asks another database.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

LOCK = "requirements.lock"
CLEAN, VULNERABLE, UNKNOWN = 0, 1, 3
NOTHING_KNOWN = "So nothing is said for them: ask again where pypi.org (or, with -s osv, api.osv.dev) can be reached."
COMMAND = ("--requirement", LOCK, "--disable-pip", "--require-hashes", "--format", "json", "--progress-spinner", "off")


def main(flags: list[str] | None = None) -> int:
    command = [sys.executable, "-m", "pip_audit", *COMMAND, *(sys.argv[1:] if flags is None else flags)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        status, lines = judge(json.loads(done.stdout))
    except json.JSONDecodeError:  # it never got so far
        reason = next((line for line in reversed(done.stderr.splitlines()) if line.strip()), "pip-audit said nothing")
        status, lines = UNKNOWN, [f"The audit could not be made: {reason.strip()}", NOTHING_KNOWN]
    print("\n".join(lines))
    return status


def judge(report: dict[str, Any]) -> tuple[int, list[str]]:
    """The exit status that a report of pip-audit deserves, and what to say."""
    packages = report["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    lines = [line(package, found) for package in packages for found in package.get("vulns", [])]
    if lines:
        return VULNERABLE, lines
    if skipped or not packages:
        told = f"{len(skipped)} of {len(packages)} packages: {', '.join(skipped[:5])}{', …' * (len(skipped) > 5)}"
        return UNKNOWN, [f"The audit is not complete: the database could not tell about {told}.", NOTHING_KNOWN]
    return CLEAN, [f"No vulnerability is known of any of the {len(packages)} packages in {LOCK}."]


def line(package: dict[str, Any], found: dict[str, Any]) -> str:
    mended = ", ".join(found["fix_versions"]) or "no version yet"
    return f"{package['name']} {package['version']}: {found['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
