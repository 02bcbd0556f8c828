"""Names: extent, type, one entity for one thing, countries."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations, Entity

Extract = Callable[..., Annotations]


def named(annotations: Annotations, name: str) -> Entity:
    """The one entity of that name."""
    found = [entity for entity in annotations.entities if entity.name == name]
    assert len(found) == 1, [entity.name for entity in annotations.entities]
    return found[0]


def names(entity: Entity) -> list[str]:
    """The name mentions of an entity, as written."""
    return [mention.text for mention in entity.mentions if mention.form == "name"]


def test_full_name_surname_and_title_are_one_person(extract: Extract) -> None:
    """ "Prime Minister Anna Berg", "Ms. Berg" and "Berg" are one entity under the full name, without title."""
    found = extract("Prime Minister Anna Berg met voters. Ms. Berg spoke for an hour. Later Berg flew home.")
    berg = named(found, "Anna Berg")
    assert berg.type == "PERSON"
    assert names(berg) == ["Anna Berg", "Berg", "Berg"]
    assert berg.description == "Prime Minister"


def test_a_possessive_and_an_article_are_outside_the_extent(extract: Extract) -> None:
    """The extent of a name holds neither "the" nor "'s", straight or curly."""
    found = extract("The United Nations' envoy met Germany's leaders. Japan’s leaders stayed away.")
    texts = [mention.text for entity in found.entities for mention in entity.mentions if mention.form == "name"]
    assert texts == ["United Nations", "Germany", "Japan"]


def test_joined_names_are_cut_right(extract: Extract) -> None:
    """ "China-Russia" names two countries, "Sino-Russian" one relation, "East-West" nobody."""
    found = extract("The China-Russia pact worries Japan. Sino-Russian ties grew amid East-West tension.")
    assert [(entity.name, entity.type) for entity in found.entities] == [
        ("China", "GPE"),
        ("Russia", "GPE"),
        ("Japan", "GPE"),
        ("Sino-Russian", "NORP"),
    ]


def test_the_west_keeps_its_article(extract: Extract) -> None:
    """ "the West" is a part of the world; "west" is a direction."""
    found = extract("Moscow blamed the West for the crisis. The convoy drove west.")
    assert [(entity.name, entity.type) for entity in found.entities] == [("Moscow", "GPE"), ("the West", "LOC")]


def test_an_acronym_in_brackets_is_the_organisation(extract: Extract) -> None:
    """The acronym in brackets, and every later one, is the organisation named in full before it."""
    found = extract(
        "The International Atomic Energy Agency (IAEA) sent inspectors to Iran. The IAEA said they would stay."
    )
    agency = named(found, "International Atomic Energy Agency")
    assert names(agency) == ["International Atomic Energy Agency", "IAEA", "IAEA"]


def test_a_ministry_with_and_without_its_country_is_one(extract: Extract) -> None:
    """ "The Chinese Foreign Ministry" and "the Foreign Ministry" are one, where no other country's is named."""
    found = extract("The Chinese Foreign Ministry protested. The Foreign Ministry said the flight was illegal.")
    ministry = named(found, "Chinese Foreign Ministry")
    assert ministry.type == "ORG"
    assert names(ministry) == ["Chinese Foreign Ministry", "Foreign Ministry"]


def test_two_people_of_one_surname_are_kept_apart(extract: Extract) -> None:
    """Husband and wife of one surname are two people; the form of address tells whose the bare surname is."""
    found = extract(
        "Peter Lang and Maria Lang own the farm. Mr. Lang grows wheat. Mrs. Lang keeps bees near the river."
    )
    assert names(named(found, "Peter Lang")) == ["Peter Lang", "Lang"]
    assert names(named(found, "Maria Lang")) == ["Maria Lang", "Lang"]


def test_a_bare_surname_is_the_one_in_the_news(extract: Extract) -> None:
    """Where husband and wife are named, the surname alone is the one the article is about, "Ms." the wife."""
    found = extract(
        "President Emil Marchand said he would stay. Marchand spoke in Lyon, where Marchand was born. "
        "His wife, Brigitte Marchand, was there. Ms. Marchand waved."
    )
    assert names(named(found, "Emil Marchand")) == ["Emil Marchand", "Marchand", "Marchand"]
    assert names(named(found, "Brigitte Marchand")) == ["Brigitte Marchand", "Marchand"]


def test_a_nickname_and_an_initial_are_the_person(extract: Extract) -> None:
    """ "Bill Hart" and "William J. Hart" are one person."""
    found = extract("Senator William J. Hart voted against the bill. Bill Hart told reporters that it went too far.")
    assert names(named(found, "William J. Hart")) == ["William J. Hart", "Bill Hart"]


def test_a_country_is_one_thing_under_all_its_names(extract: Extract) -> None:
    """ "The US", "U.S." and "United States" are one country, and not the same as "Americans" or "Washington"."""
    found = extract(
        "The United States and Mexico agreed. The U.S. will pay. Washington had wavered; Americans did not."
    )
    country = next(entity for entity in found.entities if entity.country == "US" and entity.type == "GPE")
    assert names(country) == ["United States", "U.S."]
    assert named(found, "Washington").country == "US"
    assert named(found, "Americans").type == "NORP"


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [("Ukrainian", "NORP", "UA"), ("Nairobi", "GPE", "KE"), ("Bavaria", "GPE", "DE"), ("South Korea", "GPE", "KR")],
)
def test_country_codes(extract: Extract, name: str, kind: str, country: str) -> None:
    """Nationalities, capitals, regions and countries carry the ISO 3166 code of their country."""
    found = named(extract(f"Officials met {name} envoys on Monday."), name)
    assert found.country == country


def test_georgia_the_state_and_the_country_are_two(extract: Extract) -> None:
    """ "Atlanta, Georgia" lies in the United States, "Tbilisi, Georgia" does not."""
    found = extract("The firm moved from Atlanta, Georgia, to an office in Tbilisi, Georgia, last year.")
    assert [entity.country for entity in found.entities if entity.name == "Georgia"] == ["US", "GE"]


def test_spellings_of_one_surname_are_one_person(extract: Extract) -> None:
    """Transliterations of a surname within one article name one person."""
    found = extract("Ukrainian President Volodymyr Zelenskyy spoke. Mr Zelensky said talks went on. Zelenskiy left.")
    assert names(named(found, "Volodymyr Zelenskyy")) == ["Volodymyr Zelenskyy", "Zelensky", "Zelenskiy"]


def test_one_name_has_one_type_in_the_article(extract: Extract) -> None:
    """A surname read as an organisation here and a person there is a person everywhere."""
    found = extract(
        "Spokesman Chen Weimin dismissed the report. Chen did not comment on the price. "
        "Asked about the talks, Chen said they would go on. Chen’s office closed at noon."
    )
    chen = named(found, "Chen Weimin")
    assert names(chen) == ["Chen Weimin", "Chen", "Chen", "Chen"]
    assert {entity.type for entity in found.entities if "Chen" in entity.name} == {"PERSON"}


def test_a_headline_in_capitals_names_what_the_article_names(extract: Extract) -> None:
    """In capitals only names known from the text or the gazetteer are read; they join the entities of the text."""
    found = extract(
        "FERRANTE QUITS AS STRIKE SPREADS ACROSS ITALY\n\n"
        "Interior Minister Paola Ferrante resigned on Friday. Ferrante said strikes in Italy would end soon."
    )
    assert names(named(found, "Paola Ferrante")) == ["FERRANTE", "Paola Ferrante", "Ferrante"]
    assert names(named(found, "Italy")) == ["ITALY", "Italy"]


def test_a_dateline_is_a_place_and_an_agency(extract: Extract) -> None:
    """ "NAIROBI, Kenya (Reuters) -" opens with a town and its country."""
    found = extract("NAIROBI, Kenya (Reuters) - Farmers marched through the capital on Monday, police said.")
    kinds = {entity.name: entity.type for entity in found.entities}
    assert kinds["Nairobi"] == "GPE"
    assert kinds["Kenya"] == "GPE"


def test_a_photo_credit_is_an_organisation(extract: Extract) -> None:
    """The agency in a credit line is named as such."""
    found = extract("Rescuers search a collapsed house in Lima, Peru. | Photo credit: AFP")
    assert named(found, "AFP").type == "ORG"


def test_score_lines_and_tables_name_sides(extract: Extract) -> None:
    """In results and league tables towns are teams and countries countries."""
    found = extract(
        "SOCCER - LEAGUE RESULTS.\nLONDON 2024-05-04\nLeague matches played on Saturday:\n"
        "Ashford 3 Penrith 1\nWigton 0 Corley 2\nFriendly international:\nNorway 2 Sweden 2\n"
    )
    kinds = {entity.name: entity.type for entity in found.entities}
    assert [kinds[name] for name in ("Ashford", "Penrith", "Wigton", "Corley")] == ["ORG"] * 4
    assert kinds["Norway"] == kinds["Sweden"] == "GPE"


def test_names_missed_once_are_found_from_elsewhere(extract: Extract) -> None:
    """Every further occurrence of a name is a mention."""
    text = "Zelmira Foods makes soup. " + "Growers sell Zelmira Foods beans. " * 3
    found = extract(text)
    assert sum(len(names(entity)) for entity in found.entities if entity.name == "Zelmira Foods") == 4


def test_ids_are_in_order_of_first_mention(extract: Extract) -> None:
    """Entities come by first mention, their mentions in order, and each mention is its slice of the text."""
    text = "Ghana beat Togo. Later Togo lost to Mali, and Ghana drew with Mali."
    found = extract(text).entities
    assert [entity.id for entity in found] == [f"e{number}" for number in range(1, len(found) + 1)]
    starts = [entity.mentions[0].start for entity in found]
    assert starts == sorted(starts)
    for entity in found:
        assert list(entity.mentions) == sorted(entity.mentions, key=lambda mention: (mention.start, mention.end))
        assert all(text[mention.start : mention.end] == mention.text for mention in entity.mentions)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("The plant cost $1.5 billion to build.", "MONEY", 1.5e9, "USD"),
        ("They paid 20 million euros for it.", "MONEY", 2e7, "EUR"),
        ("He was fined £250,000 on Monday.", "MONEY", 250000.0, "GBP"),
        ("A ticket costs 80 pence now.", "MONEY", 0.8, "GBP"),
        ("Prices rose 3.2 percent in May.", "PERCENT", 3.2, "percent"),
        ("Turnout was 41% at noon.", "PERCENT", 41.0, "percent"),
        ("Sixty-two per cent agreed.", "PERCENT", 62.0, "percent"),
        ("The wall is 12 kilometres long.", "QUANTITY", 12.0, "kilometre"),
        ("A 205-km stage awaits the riders.", "QUANTITY", 205.0, "kilometre"),
        ("They seized 30 tonnes of rice.", "QUANTITY", 30.0, "tonne"),
        ("It was 38 degrees Celsius in Rome.", "QUANTITY", 38.0, "degree Celsius"),
        ("It lost two hundred and fifty million dollars.", "MONEY", 2.5e8, "USD"),
        ("The deal is worth EUR 180 million.", "MONEY", 1.8e8, "EUR"),
        ("The club paid £5m.", "MONEY", 5e6, "GBP"),
        ("They raised US$1.2bn last year.", "MONEY", 1.2e9, "USD"),
        ("He paid £3.5m for it.", "MONEY", 3.5e6, "GBP"),
        ("A package of Rs 500 crore was announced.", "MONEY", 5e9, "INR"),
        ("They will invest 1.2 trillion yen.", "MONEY", 1.2e12, "JPY"),
        ("It lost HK$300m in a year.", "MONEY", 3e8, "HKD"),
        ("It cost half a million dollars.", "MONEY", 5e5, "USD"),
        ("Output fell 20 per cent.", "PERCENT", 20.0, "percent"),
        ("Rates rose 3.5 percentage points.", "PERCENT", 3.5, "percentage point"),
        ("The bank cut rates by 25 basis points.", "PERCENT", 25.0, "basis point"),
        ("The fire burned 20,000 hectares.", "QUANTITY", 20000.0, "hectare"),
        ("He is 5ft 6in tall.", "QUANTITY", 5.5, "foot"),
        ("Winds of 60 mph hit the coast.", "QUANTITY", 60.0, "mile per hour"),
        ("It pumps 1.2m barrels a day.", "QUANTITY", 1.2e6, "barrel"),
    ],
)
def test_amounts_have_value_and_unit(extract: Extract, text: str, kind: str, value: float, unit: str) -> None:
    """MONEY, PERCENT and QUANTITY carry the number, and the ISO 4217 code or the unit."""
    amounts = [entity for entity in extract(text).entities if entity.value is not None]
    assert [(entity.type, entity.value, entity.unit) for entity in amounts] == [(kind, value, unit)]


@pytest.mark.parametrize(
    "text", ["They lost $1-2 million.", "They lost $1 to $2 million.", "They lost $1m-$2m in all.", "They lost $1-2m."]
)
def test_both_ends_of_a_range_are_sums(extract: Extract, text: str) -> None:
    """In a range the first sum has the scale of the second."""
    assert [entity.value for entity in extract(text).entities if entity.type == "MONEY"] == [1e6, 2e6]
