"""gunicorn's threaded worker, in the two places where the contract asks for more."""

from __future__ import annotations

from types import FrameType

from gunicorn.workers.gthread import ThreadWorker


class Worker(ThreadWorker):  # type: ignore[misc]
    """Says "not ready" from the moment it is asked to stop, so that a load balancer looks elsewhere."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        state = getattr(self.wsgi, "extensions", {}).get("dateline")
        if state is not None:
            state.stopping = True
        super().handle_exit(sig, frame)
