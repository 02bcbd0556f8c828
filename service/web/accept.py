"""What a client is willing to read."""

from __future__ import annotations

from flask import request

from schemas.problem import Problem


def accepts(media_type: str, *same: str) -> None:
    """Refuse a client that wants the media type in none of its spellings.

    Raises:
        Problem: 406.
    """
    wanted = request.accept_mimetypes
    if wanted.provided and not any(wanted[each] for each in (media_type, *same)):
        raise Problem(406, f"Served here is {media_type}.")
