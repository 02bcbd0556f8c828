"""What a text must hold for a rule of the grammar to match: an account that leaves no match out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.extraction.times.grammar import NEEDS, PATTERNS
from service.extraction.times.lexemes import CLASS
from service.extraction.times.needs import needs

CLASSES = st.lists(st.sampled_from(sorted(CLASS.values())), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("a b", {"b"}),
        ("a? b", {"b"}),
        ("a | b", {"a", "b"}),
        ("a | b?", set()),
        ("(?: a | b ) c*", {"a", "b"}),
        ("(?P<x> a ) (?! b )", {"a"}),
        ("(?= a ) b?", {"a"}),
        ("(?<= a b ) (?<! c )", {"b"}),
        ("(?: a ){0,6}", set()),
        ("(?: a ){1,6}", {"a"}),
    ],
)
def test_needs(pattern: str, expected: set[str]) -> None:
    """Optional parts and negative looks need nothing, alternatives any of theirs, a sequence its rarest part."""
    assert needs(pattern) == expected


@settings(deadline=None, max_examples=500)
@given(classes=CLASSES)
def test_no_match_is_left_out(classes: str) -> None:
    """Where a rule matches, what it needs is there."""
    for rule, pattern in PATTERNS:
        if pattern.search(classes):
            assert not NEEDS[rule] or NEEDS[rule] & set(classes), rule


@pytest.mark.parametrize("rule", [rule for rule, _ in PATTERNS])
def test_every_rule_needs_something(rule: str) -> None:
    """No rule of the grammar has to be tried on every text."""
    assert NEEDS[rule]
    assert all(re.fullmatch(r".", character) for character in NEEDS[rule])
