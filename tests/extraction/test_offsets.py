"""Offsets in the unit that was asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.annotations import Annotations, Entity, Mention, Published
from service.extraction.offsets import Unit, convert, table

TEXT = "é😀e\u0301中\U0010ffff."
ENCODINGS: list[tuple[Unit, str, int]] = [
    ("utf-16", "utf-16-le", 2),
    ("utf-8", "utf-8", 1),
    ("codepoint", "utf-32-le", 4),
]


def article_with(*mentions: Mention) -> Annotations:
    """An article in which only these mentions were found."""
    entity = Entity("e1", "x", "PERSON", mentions)
    return Annotations(Published(None, None), (entity,), (), (), (), len(TEXT), 1)


@pytest.mark.parametrize(("unit", "encoding", "width"), ENCODINGS)
@given(text=st.text())
def test_each_offset_is_the_length_of_what_stands_before(unit: Unit, encoding: str, width: int, text: str) -> None:
    """Of the text encoded that far, for every code point and the end."""
    positions = table(text, unit)
    assert list(positions) == [len(text[:i].encode(encoding)) // width for i in range(len(text) + 1)]


@pytest.mark.parametrize(("unit", "encoding", "width"), ENCODINGS)
def test_spans_are_converted_at_any_depth(unit: Unit, encoding: str, width: int) -> None:
    """Start and end move, text and all else stay."""
    mentions = tuple(Mention(i, i + 1, character, "name") for i, character in enumerate(TEXT))
    found = convert(article_with(*mentions), TEXT, unit)
    encoded = TEXT.encode(encoding)
    assert [
        encoded[mention.start * width : mention.end * width].decode(encoding) for mention in found.entities[0].mentions
    ] == list(TEXT)
    assert [mention.text for mention in found.entities[0].mentions] == list(TEXT)
    assert found.characters == len(TEXT)


def test_nothing_is_built_anew_where_nothing_moves() -> None:
    """Code points, and ASCII in any unit, are left as they are."""
    found = article_with(Mention(0, 1, "x", "name"))
    assert convert(found, TEXT, "codepoint") is found
    assert convert(found, "plain", "utf-16") is found
