"""gunicorn's configuration, as code: `gunicorn -c python:service.gunicorn`.

Every value that a user may want to change is a `DATELINE_*` variable (service/settings.py).
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from service.settings import Settings, one_thread

one_thread()  # before anything imports numpy
settings = Settings.load()

wsgi_app = "service.app:application()"
bind = f"[{settings.host}]:{settings.port}" if ":" in settings.host else f"{settings.host}:{settings.port}"
workers = settings.workers

# A worker parses one article at a time (spaCy's memory zone is not thread-safe); its other threads wait for the lock,
# read slow bodies and answer health checks.  With sync workers the median health check took 3.4 s under load, with
# gthread 30 ms.
worker_class = "service.worker.Worker"
threads = max(settings.threads, settings.queue + 3)  # some are left for health checks when the queue is full

# Load the model once and fork: workers share its pages.  Four workers take 243 MB instead of 496.
preload_app = True

# A worker proves its life through a file; on a disk that blocks (or a read-only file system) that proof comes late and
# the arbiter kills a healthy worker.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None

# Between SIGTERM and the end of the requests that are running.
graceful_timeout = settings.grace

# The main thread of a gthread worker proves its life while requests run, so this is no request timeout
# (gunicorn #2086); it ends a worker whose main loop hangs.
timeout = 60

# No max_requests: memory is flat inside spaCy's memory zone, and a restart of a worker is a reset to its clients.
max_requests = 0

keepalive = 5
loglevel = settings.log_level
control_socket_disable = True


def when_ready(_arbiter: Any) -> None:
    """Before the first fork: take what is loaded out of the garbage collector's sight.

    It would touch every object in every worker, and so copy the pages they share: 90 MB of a worker's own, against 59.
    """
    gc.collect()
    gc.freeze()
