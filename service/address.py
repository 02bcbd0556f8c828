"""Whether the service may listen where it is told to: asked before the model loads, which takes seconds."""

from __future__ import annotations

import os
import socket

from service.settings import SettingsError

GIVEN = ("GUNICORN_FD", "LISTEN_FDS")  # another process hands its sockets over


def check(host: str, port: int) -> None:
    """Take the address for a moment.

    Raises:
        SettingsError: another program has it, or it is none of this machine.
    """
    if any(name in os.environ for name in GIVEN):
        return
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        reason = f"cannot listen on {host}, port {port} (DATELINE_HOST, DATELINE_PORT): {error.strerror}"
        raise SettingsError(reason) from None
