"""API keys: a file of names and hashes.  Whoever reads the file can tell nobody's key.

A key is 256 random bits, so a plain SHA-256 of it is as good as a slow hash: there is nothing to guess.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import secrets
from pathlib import Path

NAME = re.compile(r"[^\s#]+")
LINE = re.compile(rf"({NAME.pattern})\s+([0-9a-f]{{64}})")

log = logging.getLogger("dateline")


class Keys:
    """The keys of a file, read again when it changes.

    Raises:
        ValueError: the file cannot be read, or a line of it is wrong; with a sentence that says which.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stamp = self.now()
        self.hashes = read(path)
        if not self.hashes:
            log.warning("%s has no key: every article is refused", path)

    def now(self) -> tuple[int, int]:
        try:
            found = self.path.stat()
        except OSError as error:
            raise ValueError(f"{self.path} cannot be read: {error.strerror}") from None
        return found.st_mtime_ns, found.st_ino

    def owner(self, key: str) -> str | None:
        """Whose key it is, or None.  Takes the same time for each: every hash is compared, in constant time."""
        self.refresh()
        given, owner = digest(key), None
        for name, known in self.hashes:
            if hmac.compare_digest(given, known):
                owner = name
        return owner

    def refresh(self) -> None:
        """Read the file again if it has changed; one that has become unreadable changes nothing."""
        try:
            if (stamp := self.now()) != self.stamp:
                self.stamp = stamp  # first, so that a broken file is told of once
                self.hashes = read(self.path)
        except ValueError as error:
            log.error("%s; the keys stay as they were", error)


def read(path: Path) -> list[tuple[str, str]]:
    """Names and hashes: a line each, `#` begins a comment.

    Raises:
        ValueError: naming the line.
    """
    found = []
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ValueError(f"{path} cannot be read") from None
    for number, line in enumerate(lines, 1):
        line = line.partition("#")[0].strip()
        match = LINE.fullmatch(line)
        if match:
            found.append((match[1], match[2]))
        elif line:
            raise ValueError(f"{path}, line {number}, is no name with a hash")
    return found


def digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def make(name: str) -> tuple[str, str]:
    """A new key, and the line for the file.

    Raises:
        ValueError: the name would make no line.
    """
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be a key's name: it is one word, without #")
    key = f"dateline_{secrets.token_urlsafe(32)}"
    return key, f"{name} {digest(key)}"
