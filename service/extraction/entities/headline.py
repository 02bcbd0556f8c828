"""What the headline, where it comes apart from the text, adds: the first name of who is only a surname below."""

from __future__ import annotations

import re
from itertools import pairwise

from service.extraction.entities import kinds

NAME = re.compile(r"[^\W\d_][\w.’'-]*")


def full_name(name: str, title: str) -> str:
    """The name as the headline gives it, where that puts a first name before it; else the name itself.

    Headlines in title case capitalise every word, so only a known first name counts.
    """
    words = NAME.findall(title)
    for first, last in pairwise(words):
        bare = last.removesuffix("'s").removesuffix("’s")
        if bare == name and first[0].isupper() and first.casefold() in kinds.first_names():
            return f"{first} {name}"
    return name
