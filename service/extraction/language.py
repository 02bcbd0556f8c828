"""Whether a text is plainly in another language than English.  Short and mixed texts get the benefit of the doubt."""

from __future__ import annotations


def plainly_foreign(text: str) -> str | None:
    """The name of the language or script that the text is plainly written in, or None where it may well be English."""
    return None
