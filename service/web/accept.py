"""What a client is willing to read."""

from __future__ import annotations

from flask import request

from schemas.problem import Problem


def accepts(media_type: str) -> None:
    """Refuse a client that wants neither the media type nor, failing it, a problem.

    Raises:
        Problem: 406.
    """
    wanted = request.accept_mimetypes
    if wanted.provided and not wanted[media_type]:
        raise Problem(406, f"Served here is {media_type}.")
