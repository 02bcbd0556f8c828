"""The container image, built from the Dockerfile and run without a network on a read-only root file system.

Two engines: Docker where one answers; else Debian's own tools (buildah, debootstrap), as root, on a stand-in for the
official Python image, since no registry of images is needed for that.  Where neither works, `engine()` says why.

``python -m tests.container.image`` builds the image, answers the sample article by it, and prints its figures.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[2]
SEED = next((ROOT / "seeds").glob("*.txt"))
NAME = "localhost/dateline:test"
BASE = "localhost/dateline-base:bookworm"
PATIENCE = 120  # seconds to get ready

# Clients that run inside the image, for there is no network to reach it by.
ASK = """import sys, urllib.request as r
url = "http://127.0.0.1:8000/v1/extract?published=2023-03-17"
print(r.urlopen(r.Request(url, sys.stdin.buffer.read(), {"Content-Type": "text/plain"})).read().decode())"""
MEMORY = """import os, pathlib
rollups = [p / "smaps_rollup" for p in pathlib.Path("/proc").glob("[0-9]*") if p.stat().st_uid == os.getuid()]
lines = [line.split() for rollup in rollups for line in rollup.read_text().splitlines()]
print(sum(int(words[1]) for words in lines if words[0] == "Pss:"))"""


class NoEngine(Exception):
    """This machine can build no image; the message says what it lacks."""


class Engine(Protocol):
    """What builds and runs an image."""

    def build(self) -> None:
        """Build `NAME` from the Dockerfile."""

    def config(self) -> dict[str, Any]:
        """The image's configuration, with Docker's names."""

    def size(self) -> int:
        """Bytes of the whole image."""

    def start(self) -> None:
        """Run the image's own command: no network but the loopback, a read-only root, /tmp and /dev/shm in memory."""

    def execute(self, command: list[str], given: bytes = b"") -> str:
        """The output of a command inside what `start` started."""

    def stop(self) -> int:
        """Ask the command to end (SIGTERM); its exit status."""


def engine() -> Engine:
    """The engine of this machine.

    Raises:
        NoEngine: there is none.
    """
    if shutil.which("docker") and subprocess.run(["docker", "info"], capture_output=True, check=False).returncode == 0:
        return Docker()
    if os.geteuid() == 0 and shutil.which("apt-get"):
        return Debian()
    raise NoEngine("needs a Docker engine, or root on Debian")


def output(*command: str | Path, given: bytes = b"") -> str:
    """What a command prints, stripped; what it complains about, in the exception if it fails."""
    return subprocess.run(command, check=True, input=given, stdout=subprocess.PIPE).stdout.decode().strip()


class Docker:
    """A Docker engine."""

    container = ""

    def build(self) -> None:
        output("docker", "build", "--tag", NAME, ROOT)

    def config(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(output("docker", "image", "inspect", NAME))[0]["Config"]
        return found

    def size(self) -> int:
        return int(output("docker", "image", "inspect", "--format", "{{.Size}}", NAME))

    def start(self) -> None:
        limits = ["--network=none", "--read-only", "--tmpfs=/tmp"]
        self.container = output("docker", "run", "--detach", *limits, NAME)

    def execute(self, command: list[str], given: bytes = b"") -> str:
        return output("docker", "exec", "--interactive", self.container, *command, given=given)

    def stop(self) -> int:
        output("docker", "stop", "--time=30", self.container)
        status = output("docker", "wait", self.container)
        output("docker", "rm", self.container)
        return int(status)


LOOPBACK_UP = """import fcntl, socket, struct
fcntl.ioctl(socket.socket(), 0x8914, struct.pack("16sH22x", b"lo", 0x41))  # SIOCSIFFLAGS, IFF_UP | IFF_RUNNING"""

# In name spaces of its own.  $1: the interpreter, $2: the loopback script, $3: the root folder, $4: the user; then a
# command.
ISOLATED = """set -e
"$1" -c "$2"; root=$3 user=$4; shift 4
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs tmpfs "$root/dev"
mkdir -m 1777 "$root/dev/shm"
for device in dev/null dev/zero dev/random dev/urandom; do
    : > "$root/$device"
    mount --bind "/$device" "$root/$device"
done
exec chroot --userspec="$user" "$root" "$@"
"""


class Debian:
    """buildah in a chroot, on a base made of Debian's packages: files, user, ports and commands as in the real image.

    Kernel limits (seccomp, cgroups) are not.
    """

    container = ""
    process: subprocess.Popen[bytes] | None = None

    def __init__(self) -> None:
        os.environ.update(STORAGE_DRIVER="vfs", BUILDAH_ISOLATION="chroot")
        if not (shutil.which("buildah") and shutil.which("debootstrap")):
            os.environ["DEBIAN_FRONTEND"] = "noninteractive"
            output("apt-get", "update", "-qq")
            output("apt-get", "install", "-y", "-qq", "--no-install-recommends", "buildah", "debootstrap")

    def build(self) -> None:
        if BASE not in output("buildah", "images", "--format", "{{.Name}}:{{.Tag}}"):
            self.build_base()
        argument = f"--build-arg=PYTHON_IMAGE={BASE}"
        output("buildah", "bud", "--quiet", "--format=docker", argument, "--tag", NAME, ROOT)  # OCI drops HEALTHCHECK

    def build_base(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            packages = "--include=ca-certificates,python3,python3-venv,python3-pip"
            output("debootstrap", "--variant=minbase", packages, "bookworm", folder, debian_mirror())
            (Path(folder) / "usr/bin/python").symlink_to("python3")
            trust = Path("/etc/ssl/certs/ca-certificates.crt")  # pip asks through whatever this machine asks through
            for file in (trust, Path("/etc/pip.conf")):
                if file.exists():
                    shutil.copy(file, folder + str(file))
            container = output("buildah", "from", "scratch")
            output("buildah", "add", "--quiet", container, folder, "/")
        output("buildah", "config", "--env", f"PIP_CERT={trust}", "--cmd", "python3", container)
        output("buildah", "commit", "--quiet", "--rm", container, BASE)

    def config(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(output("buildah", "inspect", "--type=image", NAME))["Docker"]["config"]
        return found

    def size(self) -> int:
        return int(json.loads(output("buildah", "images", "--json", NAME))[0]["size"].split()[0]) * 10**6

    def start(self) -> None:
        config = self.config()
        self.container = output("buildah", "from", NAME)
        folder = output("buildah", "mount", self.container)
        command = ["env", "-i", "-C", config["WorkingDir"], *config["Env"], *config["Cmd"]]
        isolated = ["sh", "-c", ISOLATED, "sh", sys.executable, LOOPBACK_UP, folder, config["User"], *command]
        self.process = subprocess.Popen(["unshare", "--mount", "--net", *isolated], stdout=subprocess.DEVNULL)

    def execute(self, command: list[str], given: bytes = b"") -> str:
        assert self.process is not None
        config = self.config()
        user, group = config["User"].split(":")
        inside = [f"--target={self.process.pid}", "--mount", "--net", "--root", f"--setuid={user}", f"--setgid={group}"]
        return output("nsenter", *inside, "/usr/bin/env", "-i", *config["Env"], *command, given=given)

    def stop(self) -> int:
        assert self.process is not None
        self.process.terminate()
        status = self.process.wait(timeout=60)
        output("buildah", "rm", self.container)
        return status


def debian_mirror() -> str:
    """Where this machine's own apt asks for bookworm."""
    listed = output("apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME)", "Created-By: Packages")
    return next(uri for uri, name in (line.split() for line in listed.splitlines()) if name == "bookworm")


def until_ready(running: Engine) -> float:
    """Seconds until the image's own health check passes.

    Raises:
        TimeoutError: it does not within `PATIENCE`.
    """
    begun = time.monotonic()
    check = running.config()["Healthcheck"]["Test"][1:]
    while time.monotonic() - begun < PATIENCE:
        try:
            running.execute(check)
        except subprocess.CalledProcessError:
            time.sleep(0.2)
        else:
            return time.monotonic() - begun
    raise TimeoutError(f"not ready after {PATIENCE} seconds")


def ask_seed(running: Engine) -> dict[str, Any]:
    """The answer to the sample article, asked from inside."""
    answer: dict[str, Any] = json.loads(running.execute(["python", "-c", ASK], SEED.read_bytes()))
    return answer


def megabytes(running: Engine) -> float:
    """Memory of all its processes, pages they share counted once (PSS)."""
    return int(running.execute(["python", "-c", MEMORY])) / 1024


def main() -> None:
    """Build, start, ask, stop; a line of figures each."""
    running = engine()
    begun = time.monotonic()
    running.build()
    print(f"built in {time.monotonic() - begun:.0f} s, {running.size() / 1e6:.0f} MB")
    running.start()
    try:
        print(f"ready after {until_ready(running):.1f} s, {megabytes(running):.0f} MB of memory")
        answer = ask_seed(running)
        counts = ", ".join(f"{len(answer[layer])} {layer}" for layer in ("entities", "times", "events", "statements"))
        print(f"the sample article: {counts}; then {megabytes(running):.0f} MB of memory")
    finally:
        print(f"stopped with status {running.stop()}")


if __name__ == "__main__":
    main()
