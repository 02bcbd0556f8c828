"""A headline that comes apart from the text."""

from __future__ import annotations

from collections.abc import Callable

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]
TEXT = "Carvalho left the harbour board on Monday. Mr. Carvalho had led it for nine years."


def names(annotations: Annotations) -> set[str]:
    """The names of all persons."""
    return {entity.name for entity in annotations.entities if entity.type == "PERSON"}


def test_a_headline_gives_the_first_name(extract: Extract) -> None:
    """The fullest name of the article counts its headline."""
    assert "Miguel Carvalho" in names(extract(TEXT, title="Miguel Carvalho’s nine years end"))


def test_a_title_is_no_first_name(extract: Extract) -> None:
    """In title case every word has a capital."""
    assert names(extract(TEXT, title="Chairman Carvalho Leaves Harbour Board")) == names(extract(TEXT))
