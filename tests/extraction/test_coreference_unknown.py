"""Who is meant where the article tells it late, by an office, by a short name: and who cannot be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]
Case = tuple[str, str, str | None]

OFFICES: list[Case] = [
    ("Finance Minister Olga Brenn spoke. Prices rose. The prime minister was silent.", "The prime minister", None),
    ("Home Minister Anil Rao spoke. He has met the chief minister.", "the chief minister", None),
    ("Foreign Minister Ion Lupu spoke. The defence minister was in Rome.", "The defence minister", None),
    ("Finance Minister Olga Brenn spoke. Prices rose. The minister smiled.", "The minister", "Olga Brenn"),
    (
        "Finance Minister Olga Brenn spoke. Prices rose. The finance minister smiled.",
        "The finance minister",
        "Olga Brenn",
    ),
]

# A governor far from her name is she, where nobody else has been called so.
FILLER = (
    "Prices rose. The mill closed. Rain fell. Snow came. The road was shut. Trains stood. Shops shut. Lights went out. "
)
FAR: list[Case] = [
    (f"Governor Ana Duarte left. {FILLER}{FILLER}The governor was silent.", "The governor", "Ana Duarte"),
    (f"Mayor Ana Duarte left. {FILLER}{FILLER}The mayor was silent.", "The mayor", "Ana Duarte"),
    (f"Sheriff Ann Holt left. {FILLER}{FILLER}The sheriff was silent.", "The sheriff", "Ann Holt"),
    (f"Governor Ana Duarte left. {FILLER}{FILLER}{FILLER}{FILLER}The governor was silent.", "The governor", None),
]

PLACES: list[Case] = [
    ("Fire broke out in Nallick. Schools in the district were shut.", "the district", None),
    ("Fire broke out in Oxmere. Schools in the county were shut.", "the county", None),
    ("He left the district of Nallick. Nallick is poor. The district has no mill.", "The district", "Nallick"),
]

# Another body than the last one, brought in by its trade alone.
BODIES: list[Case] = [
    (
        "Rain fell. It broke. An engineer at the state water company told Radio Lumo so. The company denied it.",
        "The company",
        None,
    ),
    ("Velmar Foods cut jobs. The company denied it on Monday.", "The company", "Velmar Foods"),
]

SPEAKERS: list[Case] = [
    # who speaks is nobody's "she" in her own words
    ('Nora Quill was jailed. Speaking outside, Carol Tate said: "She was a monster."', "She", "Nora Quill"),
    ('Peter Lang left in May. "It was sad," said Tom Reed. "He wept all day."', "He", "Peter Lang"),
    ('Laura Diaz won. Anna Berg said: "It is hard. She has worked."', "She", "Laura Diaz"),
    ("Nora Quill was jailed. Carol Tate said she was sorry.", " she", "Carol Tate"),
]

LATE: list[Case] = [
    # a participle takes up whom the sentence before was of
    (
        "A former banker told a jury that he was ill.\n\nTaking the stand in his defense, Warren Holt, 61, said so.",
        "A former banker",
        "Warren Holt",
    ),
    (
        "The prime minister has chaired a meeting. Speaking in the hall, Helen Marsh said the army would help.",
        "The prime minister",
        "Helen Marsh",
    ),
    ("A minister left the hall. Rain fell. Speaking later, Helen Marsh said it was over.", "A minister", None),
    # who is named as somebody
    ("A victim was found on Monday. The victim was named as Jake Tolley, 23.", "The victim", "Jake Tolley"),
    ("The suspect has been identified as Omar Reyes.", "The suspect", "Omar Reyes"),
    ("The first victim, who fell, has been named as Jake Tolley.", "The first victim", "Jake Tolley"),
    ("The bridge was named as Jake Tolley wished.", "The bridge", None),
]


@pytest.mark.parametrize(("text", "words", "name"), OFFICES + FAR + PLACES + BODIES + SPEAKERS + LATE)
def test_meant(extract: Extract, text: str, words: str, name: str | None) -> None:
    """The words stand for the entity of that name, or for none that has one."""
    shift = len(words) - len(words.lstrip())
    found = extract(text)
    if shift:
        start = text.index(words) + shift
        bearer = [e.name for e in found.entities for m in e.mentions if m.start == start and m.text == words.strip()]
        assert bearer == [name]
    else:
        held = [e.name for e in found.entities for m in e.mentions if m.start == text.index(words) and m.form != "name"]
        assert held == ([] if name is None else [name])


SPORT = (
    "Hallgate Town beat Millbrook Rovers 3-2 in the league on Sunday. The striker scored two goals after half-time. "
    "The manager praised the goalkeeper. It was the third defeat of the season for the club. But Town were lucky."
)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (SPORT, "Town were", "Hallgate Town"),
        ("The rebel Orsun Front attacked. Later the Front claimed it.", "Front claimed", "Orsun Front"),
        ("The Island Trust paid. Later the Trust said it was sorry.", "Trust said", "Island Trust"),
        (
            "The Orsun Front and the Belo Front met. Later the Front claimed it.",
            "Front claimed",
            "Front",
        ),
    ],
)
def test_short_name(extract: Extract, text: str, words: str, name: str) -> None:
    """The last word of the one body that is so called is its name."""
    start = text.index(words)
    assert {e.name for e in extract(text).entities for m in e.mentions if m.start == start} == {name}


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Ann Lee, co-founder of Verdane, left.", "Ann Lee", "co-founder of Verdane"),
        (
            "Ann Lee, a physicist at Oxmere College who was not involved in the work at all, smiled.",
            "Ann Lee",
            "physicist at Oxmere College",
        ),
        ("Superintendent of Police Meera Rao said so.", "Meera Rao", "Superintendent of Police"),
        ("Former Secretary of State Ann Lee said so.", "Ann Lee", "Former Secretary of State"),
        ("The prize went to Ann Lee, a nurse who wept.", "Ann Lee", "nurse who wept"),
    ],
)
def test_description(extract: Extract, text: str, name: str, description: str) -> None:
    """It is whole, and ends before a clause that is too long for it."""
    assert {e.name: e.description for e in extract(text).entities}[name] == description
