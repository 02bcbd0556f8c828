"""gunicorn's configuration, as code: `gunicorn -c python:service.gunicorn`.

Every value that a user may want to change is a `DATELINE_*` variable (service/settings.py).
"""

from __future__ import annotations

import gc
import os
import resource
import signal
from typing import Any

from service import log
from service.directory import directory
from service.settings import Settings, one_thread

one_thread()  # before anything imports numpy
os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(directory())  # before anything imports its client
settings = Settings.load()

wsgi_app = "service.app:application()"
bind = f"[{settings.host}]:{settings.port}" if ":" in settings.host else f"{settings.host}:{settings.port}"

# Parsers parse, one article at a time (spaCy's memory zone is not thread-safe); fronts speak HTTP, and no parse keeps
# their interpreter from answering a health check.
workers = settings.workers + settings.fronts
worker_class = "service.worker.Worker"
threads = settings.front_threads

# Of one front; an idle connection costs a few kilobytes.  Each wants a descriptor: take as many as we may.
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
descriptors = max(soft, 65_536 if hard == resource.RLIM_INFINITY else min(hard, 65_536))
resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, hard))
worker_connections = min(10_000, descriptors // 2)

# Load the model once and fork: workers share its pages.  Four workers take 243 MB instead of 496.
preload_app = True

# A worker proves its life through a file; on a disk that blocks (or a read-only file system) that proof comes late and
# the arbiter kills a healthy worker.
worker_tmp_dir = str(directory())

# Between SIGTERM and the end of the requests that are running.
graceful_timeout = settings.grace

# A front proves its life every second, a parser between two articles: a parse over its budget is ended by the front
# that waits for it, and this ends what hangs in another way.
timeout = settings.budget + 30

# No max_requests: memory is flat inside spaCy's memory zone, and a restart of a worker is a reset to its clients.
max_requests = 0

keepalive = 5
logger_class = "service.worker.Logger"
logconfig_dict = log.configuration(settings.log_level, settings.log_format)
control_socket_disable = True


def pre_fork(arbiter: Any, worker: Any) -> None:
    """Give the worker its role, and let no signal get lost on its way: until it has handlers of its own, it would put
    one into its copy of the arbiter's queue, and never stop.
    """
    from service.worker import STOPS, role_for

    worker.role = role_for([each.role for each in arbiter.WORKERS.values()], settings)
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)


def child_exit(arbiter: Any, worker: Any) -> None:
    """What a worker counted stays; what it measured of itself, and waited for, goes with it."""
    state = arbiter.app.wsgi().extensions["dateline"]
    state.shared.mark(worker.age, stuck=False)
    try:
        state.metrics.forget(worker.pid, worker.role)
    except (OSError, ValueError):  # a full disk, a file half written: counts are not worth the service
        arbiter.log.exception("the metrics of %d stay", worker.pid)


def when_ready(arbiter: Any) -> None:
    """Before the first fork: take what is loaded out of the garbage collector's sight, and tell fronts of the end.

    The collector would touch every object in every worker, and so copy the pages they share: 90 MB of a worker's own,
    against 59.
    """
    from service.worker import heed

    state, stop = arbiter.app.wsgi().extensions["dateline"], arbiter.stop
    what = f"{state.answerer.pipeline.model}, {settings.attribution}"
    arbiter.log.info("%s, %d workers, %d fronts", what, settings.workers, settings.fronts)

    def stop_all(graceful: bool = True) -> None:
        if not (arbiter.reexec_pid or arbiter.master_pid or arbiter.systemd):  # or another listens on the same socket
            state.shared.end()
        stop(graceful)

    arbiter.stop = stop_all

    gc.collect()
    gc.freeze()
    os.register_at_fork(after_in_parent=heed)
