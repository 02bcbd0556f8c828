"""A directory of this run, which only its user can enter: the queue's socket, the metrics' files."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from service.settings import SettingsError

MEMORY = "/dev/shm"  # noqa: S108  # never a disk that blocks; mkdtemp makes a name that nobody else has


@cache
def directory() -> Path:
    """The directory; new, and so without anything stale, for each run.  Gone when the process that made it ends.

    Raises:
        SettingsError: there is none.
    """
    where = MEMORY if os.access(MEMORY, os.W_OK | os.X_OK) else None
    try:
        found = Path(tempfile.mkdtemp(prefix="dateline-", dir=where))
    except OSError:
        reason = f"neither {MEMORY} nor a folder for temporary files can be written: mount one in memory (--tmpfs /tmp)"
        raise SettingsError(reason) from None
    maker = os.getpid()

    @atexit.register
    def remove() -> None:
        if os.getpid() == maker:  # and not one of its children
            shutil.rmtree(found, ignore_errors=True)

    return found
