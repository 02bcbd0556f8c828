"""Alerts of a sentence or two: names without first names or kinds, which little beside them tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]


def typed(found: Annotations) -> dict[str, str]:
    """The type of every entity by its name."""
    return {entity.name: entity.type for entity in found.entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # whom everybody knows
        ("Scholz told Macron that the gas would flow.", "Scholz", "PERSON"),
        ("Scholz told Macron that the gas would flow.", "Macron", "PERSON"),
        ("Starmer sacks Rayner.", "Starmer", "PERSON"),
        ("Voters backed the return of Modi.", "Modi", "PERSON"),
        ("Shopify rose 9% in early trade.", "Shopify", "ORG"),
        ("JNIM, an al-Qaeda affiliate, burned the bridge.", "JNIM", "ORG"),
        ("JNIM, an al-Qaeda affiliate, burned the bridge.", "al-Qaeda", "ORG"),
        # whole, where the model cuts
        ("Gunmen burned a mill in Burkina Faso on Monday.", "Burkina Faso", "GPE"),
        ("Real Madrid travel to Valencia on Saturday.", "Real Madrid", "ORG"),
        ("The deal for Lockheed Martin jets was signed.", "Lockheed Martin", "ORG"),
        ("Great-East Lifeline said profit rose 4%.", "Great-East Lifeline", "ORG"),
        ("Marines jailed General Juan Pablo Orteza hours later. Orteza wept.", "Juan Pablo Orteza", "PERSON"),
        # sides, in the plural and against each other
        ("Roma host Lazio on Sunday.", "Roma", "ORG"),
        ("Roma host Lazio on Sunday.", "Lazio", "ORG"),
        ("Liverpool sign Wirtz for £100m.", "Liverpool", "ORG"),
        ("Liverpool sign Wirtz for £100m.", "Wirtz", "PERSON"),
        ("Arsenal host Chelsea on Sunday.", "Chelsea", "ORG"),
        # the first word tells
        ("Fans filled the Stadio Carlo Bonetti on Sunday.", "Stadio Carlo Bonetti", "FAC"),
        ("The USS Marlow sailed from Rota.", "USS Marlow", "PRODUCT"),
        ("Banco do Planalto posted a loss.", "Banco do Planalto", "ORG"),
        # no full stop belongs to a town, no direction to a country
        ("The second Test is at Multan.", "Multan", "GPE"),
        ("Troops left eastern Nigeria on Monday.", "Nigeria", "GPE"),
    ],
)
def test_a_name_alone(extract: Extract, text: str, name: str, kind: str) -> None:
    """It is found, whole, and of its kind."""
    assert typed(extract(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Paris hosts a summit on trade.", "Paris", "GPE"),
        ("The visit to Sparta was brief, aides said.", "Sparta", "GPE"),
        ("Delegates from Chad visit Mali on Friday.", "Mali", "GPE"),
    ],
)
def test_no_side(extract: Extract, text: str, name: str, kind: str) -> None:
    """One that hosts, a visit, a country: towns and countries stay what they are."""
    assert typed(extract(text)).get(name) == kind


def test_a_surname_with_an_article_is_known_without(extract: Extract) -> None:
    """Burhan is Abdel Fattah al-Burhan."""
    found = extract("Abdel Fattah al-Burhan spoke in Port Sudan. Burhan said the army had won.")
    assert [entity.name for entity in found.entities if entity.type == "PERSON"] == ["Abdel Fattah al-Burhan"]
