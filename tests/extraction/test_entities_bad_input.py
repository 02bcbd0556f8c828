"""Names in texts that no newsroom sent: crowds, repetition, capitals, lower case, other scripts, bare lists."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]
FIRST = ("Anna", "Peter", "Olga", "Marco", "Ingrid", "David", "Laura", "Simon")
SYLLABLES = ("ba", "do", "fe", "gi", "ku", "la", "mo", "ni", "pe", "ru")


def person(number: int) -> str:
    """A made-up name, another for every number."""
    letters = "".join(SYLLABLES[int(digit)] for digit in f"{number:04d}")
    return f"{FIRST[number % 8]} {letters.capitalize()}"


def check(text: str, found: Annotations) -> None:
    """Every entity has mentions, and every mention is its slice of the text."""
    for entity in found.entities:
        assert entity.mentions
        assert all(text[mention.start : mention.end] == mention.text for mention in entity.mentions)


def test_two_thousand_people_stay_apart(extract: Extract) -> None:
    """Two thousand people in one article are about as many entities."""
    text = " ".join(f"{person(number)} said he agreed." for number in range(2000))
    found = extract(text, include=["entities"])
    check(text, found)
    assert len([entity for entity in found.entities if entity.type == "PERSON"]) > 1800


def test_one_name_five_thousand_times_is_one_entity(extract: Extract) -> None:
    """A name repeated for ever is one entity with every mention."""
    text = "Barack Obama spoke. " + "Obama waved. " * 4999
    found = extract(text, include=["entities"])
    check(text, found)
    obama = [entity for entity in found.entities if entity.name == "Barack Obama"]
    assert len(obama) == 1
    assert len(obama[0].mentions) > 4900


@pytest.mark.parametrize(
    "text",
    [
        "PRESIDENT EMMANUEL MACRON MET OLAF SCHOLZ IN BERLIN ON MONDAY. THE TWO DISCUSSED UKRAINE.",
        "president emmanuel macron met olaf scholz in berlin on monday. the two discussed ukraine.",
        "Владимир Зеленский встретился с 习近平 в Пекине. プーチン大統領は欠席した。 اجتمع الرئيس في القاهرة",
        "Anna Berg, Peter Lang, Olga Ruiz, Marco Conti, Ingrid Moe, Oslo, Nairobi, Peru",
        "he he he she it its who whose himself their the company the president the country",
        "((((( ''' \"\"\" “““ ” ’s 's - - – — / / | | $ $ £ % % 5 5 5 million million\n\n\n",
        "A",
        "I.",
    ],
)
def test_odd_texts_are_answered(extract: Extract, text: str) -> None:
    """Capitals or lower case only, other scripts, lists without a verb, bare marks: honest spans, no error."""
    check(text, extract(text))


def test_lower_case_countries_are_known(extract: Extract) -> None:
    """In a text without capitals the gazetteer still knows a country."""
    found = extract("floods hit pakistan and india on monday. pakistan asked for help.")
    assert {"PK", "IN"} <= {entity.country for entity in found.entities}


def test_same_text_same_entities(extract: Extract) -> None:
    """Two runs over one text give equal entities."""
    text = "Anna Berg met Peter Lang in Oslo. She said he had agreed. The Lang Group denied it."
    assert extract(text).entities == extract(text).entities
