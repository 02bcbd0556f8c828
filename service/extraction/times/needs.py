"""What a text must hold for a pattern of the grammar to match at all: one look at its classes rules most of them out.

Reads the regular expressions of the grammar: characters, groups, alternatives, quantifiers, lookarounds.
"""

from __future__ import annotations

import re

NONE: frozenset[str] = frozenset()
SYNTAX = re.compile(r"\(\?P<\w+>|\(\?[:=]|\(\?<=|\(\?<?!|\{\d+,\d*\}|\S")
OPENERS = ("(?:", "(?=", "(?<=", "(?P<")


def needs(pattern: str) -> frozenset[str]:
    """Characters of which every match, with what it looks at, has at least one; empty where none is sure."""
    tokens = SYNTAX.findall(pattern)
    return alternatives(tokens[::-1])


def alternatives(tokens: list[str]) -> frozenset[str]:
    """The needs of a group's inside; takes its tokens, the last first, up to the bracket that closes it."""
    branches = [sequence(tokens)]
    while tokens and tokens[-1] == "|":
        tokens.pop()
        branches.append(sequence(tokens))
    if tokens:
        tokens.pop()
    return NONE.union(*branches) if all(branches) else NONE


def sequence(tokens: list[str]) -> frozenset[str]:
    """Of what follows each other, the need that is most seldom met: the smallest, and of those the last."""
    found: list[frozenset[str]] = []
    while tokens and tokens[-1] not in {"|", ")"}:
        token = tokens.pop()
        if token.startswith("("):
            inside = alternatives(tokens)
            need = inside if token.startswith(OPENERS) else NONE
        else:
            need = frozenset(token) if token.isidentifier() or ord(token[0]) >= 0xE000 else NONE
        if tokens and (tokens[-1] in {"?", "*"} or tokens[-1].startswith("{0")):
            tokens.pop()
            need = NONE
        elif tokens and tokens[-1].startswith("{"):
            tokens.pop()
        if need:
            found.append(need)
    return min(reversed(found), key=len, default=NONE)
