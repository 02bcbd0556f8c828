"""Names as the news of several countries writes them: one entity a thing, with every name of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]


def names(found: Annotations) -> dict[str, tuple[str, list[str]]]:
    """Type and name mentions by the entity's name; amounts left out."""
    return {
        entity.name: (entity.type, [mention.text for mention in entity.mentions if mention.form == "name"])
        for entity in found.entities
        if entity.value is None
    }


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        # people of one surname
        (
            "Laura Hansen and her husband, Erik Hansen, sold the farm. Mr. Hansen agreed.",
            "Erik Hansen",
            "PERSON",
            ["Erik Hansen", "Hansen"],
        ),
        (
            "The brothers Marco Bianchi and Luca Bianchi cook. Luca Bianchi bakes.",
            "Luca Bianchi",
            "PERSON",
            ["Luca Bianchi", "Luca Bianchi"],
        ),
        (
            "Megan Hale was found guilty. Her husband, Alun Hale, wept. Mr Hale left. Hale, who stole it, was silent.",
            "Megan Hale",
            "PERSON",
            ["Megan Hale", "Hale"],
        ),
        # the name that somebody goes by
        (
            "Tariq Mahmood, better known as Uncle T, opened the shop. Uncle T was proud.",
            "Tariq Mahmood",
            "PERSON",
            ["Tariq Mahmood", "Uncle T", "Uncle T"],
        ),
        (
            "The Red Path, also known as the Path of Talvia, denied it.",
            "Path of Talvia",
            "ORG",
            ["Red Path", "Path of Talvia"],
        ),
        # honours and an owner are no part of a name, a country is of its commission's
        (
            "Farah Moss, defending, called Tom Adeyemi KC a liar. Mr Adeyemi left.",
            "Tom Adeyemi",
            "PERSON",
            ["Tom Adeyemi", "Adeyemi"],
        ),
        ("Okonkwo's Progress Party lost. Chidi Okonkwo wept.", "Progress Party", "ORG", ["Progress Party"]),
        (
            "The Electoral Commission of Zambia declared him the winner.",
            "Electoral Commission of Zambia",
            "ORG",
            ["Electoral Commission of Zambia"],
        ),
        # what a noun beside a name calls it
        ("The union Verdan called a strike. Verdan said so.", "Verdan", "ORG", ["Verdan", "Verdan"]),
        # a person, a country, a state, a government
        ("Michael Jordan visited Jordan. King Abdullah of Jordan smiled.", "Jordan", "GPE", ["Jordan", "Jordan"]),
        (
            "Washington imposed sanctions on Iran. Denzel Washington was in Seattle. Washington said he loved it.",
            "Denzel Washington",
            "PERSON",
            ["Denzel Washington", "Washington"],
        ),
        ("Washington imposed sanctions on Iran.", "Washington", "GPE", ["Washington"]),
        ("Chad closed its border. Chad Wolf resigned. Mr. Wolf left.", "Chad Wolf", "PERSON", ["Chad Wolf", "Wolf"]),
        ("Paris Hilton flew to Paris. Hilton said Paris was lovely.", "Paris", "GPE", ["Paris", "Paris"]),
        # names of several languages
        (
            "Ursula von der Leyen met Mark Rutte. Von der Leyen smiled.",
            "Ursula von der Leyen",
            "PERSON",
            ["Ursula von der Leyen", "Von der Leyen"],
        ),
        (
            "President Andrés Manuel López Obrador spoke. López Obrador said crime was down.",
            "Andrés Manuel López Obrador",
            "PERSON",
            ["Andrés Manuel López Obrador", "López Obrador"],
        ),
        (
            "Xi met Crown Prince Mohammed bin Salman. Bin Salman hailed the visit.",
            "Mohammed bin Salman",
            "PERSON",
            ["Mohammed bin Salman", "Bin Salman"],
        ),
        (
            "Kim Jong Un oversaw a launch. Kim Yo Jong, his sister, was there.",
            "Kim Yo Jong",
            "PERSON",
            ["Kim Yo Jong"],
        ),
        (
            "Libyan leader Muammar Gaddafi fled. Qaddafi was caught in Sirte.",
            "Muammar Gaddafi",
            "PERSON",
            ["Muammar Gaddafi", "Qaddafi"],
        ),
        (
            'Benjamin Netanyahu spoke. "Bibi" Netanyahu said Israel would win.',
            "Benjamin Netanyahu",
            "PERSON",
            ["Benjamin Netanyahu", "Bibi", "Netanyahu"],
        ),
        # places under two names
        ("Troops left Kyiv. In Kiev, shops reopened.", "Kyiv", "GPE", ["Kyiv", "Kiev"]),
        (
            "North Korea fired two rockets. The North said it was a test.",
            "North Korea",
            "GPE",
            ["North Korea", "North"],
        ),
        ("Sen. Ted Cruz (R-Texas) spoke to reporters.", "Texas", "GPE", ["Texas"]),
        # firms, bodies, sides, storms
        (
            "Samsung Electronics Co. was sued. Samsung denied it.",
            "Samsung Electronics Co.",
            "ORG",
            ["Samsung Electronics Co.", "Samsung"],
        ),
        (
            "The Fed raised rates. Federal Reserve Chair Jerome Powell spoke.",
            "Federal Reserve",
            "ORG",
            ["Fed", "Federal Reserve"],
        ),
        (
            "The Ada Cole Foundation for the Visual Arts gave ten pictures.",
            "Ada Cole Foundation for the Visual Arts",
            "ORG",
            ["Ada Cole Foundation for the Visual Arts"],
        ),
        (
            "Manchester United beat Leeds. United lead the league.",
            "Manchester United",
            "ORG",
            ["Manchester United", "United"],
        ),
        ("The Lakers beat the Celtics in Boston.", "Lakers", "ORG", ["Lakers"]),
        ("Hurricane Ida hit Louisiana. Ida killed 26.", "Hurricane Ida", "EVENT", ["Hurricane Ida", "Ida"]),
    ],
)
def test_one_thing_under_all_its_names(extract: Extract, text: str, name: str, kind: str, mentions: list[str]) -> None:
    """The entity has this type and exactly these names, in order."""
    assert names(extract(text))[name] == (kind, mentions)


@pytest.mark.parametrize(
    ("text", "inner", "mentions"),
    [
        ("The US State Department spoke. The US is worried.", "US", ["US", "US"]),
        ("Ada Cole painted. The Ada Cole Foundation owns ten pictures.", "Ada Cole", ["Ada Cole", "Ada Cole"]),
    ],
)
def test_a_name_inside_a_longer_name_is_a_mention_too(
    extract: Extract, text: str, inner: str, mentions: list[str]
) -> None:
    """What the article names by itself is found inside longer names."""
    assert names(extract(text))[inner][1] == mentions


def test_in_sport_a_town_inside_a_side_is_the_side(extract: Extract) -> None:
    """No mention of the town is taken out of the side's name."""
    text = (
        "SOCCER - LEAGUE RESULTS\n\nLeeds United beat Hull City in the league match. The striker scored two goals and "
        "the goalkeeper saved a penalty. The coach praised the team before the final in Leeds."
    )
    assert names(extract(text))["Leeds"][1] == ["Leeds"]


def test_the_queen_is_no_name_of_her_own(extract: Extract) -> None:
    """A bare title with an article is a nominal of its bearer, not another person."""
    found = extract("Queen Elizabeth II died. The Queen was 96.")
    assert [entity.name for entity in found.entities if entity.type == "PERSON"] == ["Elizabeth II"]


def test_in_a_report_of_cricket_a_county_is_the_side(extract: Extract) -> None:
    """An English county plays; a place is one where something is said to be in it."""
    text = (
        "CRICKET - COUNTY MATCH\n\nEssex lost three wickets before lunch and Surrey scored 250 runs in the match. The "
        "captain praised the batsman and the bowler after the innings."
    )
    assert names(extract(text))["Surrey"] == ("ORG", ["Surrey"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LISBON — The mayor resigned on Monday, the council said.", "Lisbon"),
        ("RIO DE JANEIRO, May 3 (AP) — Dancers filled the streets on Monday.", "Rio de Janeiro"),
        ("PORT-AU-PRINCE, Haiti — Schools opened again on Monday, officials said.", "Port-au-Prince"),
        ("SANTA CRUZ, Bolivia, May 3, 2021 — The bank opened a branch on Monday.", "Santa Cruz"),
        ("LISBON — The mayor resigned. Lisbon votes in May.", "Lisbon"),
    ],
)
def test_town_of_a_dateline_is_written_as_a_name(extract: Extract, text: str, name: str) -> None:
    """A town in capitals is named as other towns are; its mention stays as the text has it."""
    found = [entity for entity in extract(text).entities if entity.name == name]
    assert [entity.type for entity in found] == ["GPE"]
    assert found[0].mentions[0].text == name.upper()


def test_acronym_stays_in_capitals(extract: Extract) -> None:
    """Only towns are written anew."""
    assert "UNESCO" in names(extract("PARIS — UNESCO opened a school on Monday, officials said."))


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The Board of Trade for Wool in Bolivia (BTWB) cut prices. Farmers praised the BTWB.",
            "Board of Trade for Wool in Bolivia",
            ["Board of Trade for Wool in Bolivia", "BTWB", "BTWB"],
        ),
        (
            "The Bakers’ Guild of Malta (BGM) met on Monday. BGM has denied the report.",
            "Bakers’ Guild of Malta",
            ["Bakers’ Guild of Malta", "BGM", "BGM"],
        ),
        (
            "The World Health Organization sent doctors. WHO Director-General Sara Lindt said more would follow.",
            "World Health Organization",
            ["World Health Organization", "WHO"],
        ),
    ],
)
def test_initials_are_the_body_they_spell(extract: Extract, text: str, name: str, mentions: list[str]) -> None:
    """In brackets behind the name, which they make whole, or on their own."""
    assert names(extract(text))[name] == ("ORG", mentions)


def test_initials_of_another_name_are_not_the_body(extract: Extract) -> None:
    """What the bracket does not spell is no short form of what stands before it."""
    found = names(extract("The National Farm Council said the minister (GTX) was wrong, and left on Monday."))
    assert found["National Farm Council"][1] == ["National Farm Council"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        (
            "The home secretary, Dame Harriet Dunmore, resigned. Dame Harriet, the MP for Dover, had stayed long.",
            "Harriet Dunmore",
            "PERSON",
            ["Harriet Dunmore", "Harriet"],
        ),
        ("The prime minister, Justin Tregarth, said no.", "Justin Tregarth", "PERSON", ["Justin Tregarth"]),
        (
            "Alpina Air cancelled flights on Monday. Alpina said it would fly again.",
            "Alpina Air",
            "ORG",
            ["Alpina Air", "Alpina"],
        ),
        (
            "Google paid. The Google Science Fair opens. Google won.",
            "Google Science Fair",
            "ORG",
            ["Google Science Fair"],
        ),
    ],
)
def test_part_of_a_name_is_who_bears_it(extract: Extract, text: str, name: str, kind: str, mentions: list[str]) -> None:
    """A first name with double letters, a first name the model cut off, the first word of a firm named before."""
    assert names(extract(text))[name] == (kind, mentions)


@pytest.mark.parametrize(
    ("text", "name", "mention"),
    [
        ("The city’s MP, Naomi Clegg, who was there, wrote a letter.", "Naomi Clegg", "who"),
        ("Corvale Semiconductor shares fell 9%. The company expects a loss.", "Corvale Semiconductor", "The company"),
        ("Rohan Pathak fell on Monday. The 23-year-old was taken to hospital.", "Rohan Pathak", "The 23-year-old"),
    ],
)
def test_what_else_a_name_is_called(extract: Extract, text: str, name: str, mention: str) -> None:
    """ "Who" after a name in apposition; an age in the place of a name; a firm whose shares are the subject."""
    found = {entity.name: [each.text for each in entity.mentions] for entity in extract(text).entities}
    assert mention in found[name]


@pytest.mark.parametrize(
    "text",
    [
        "Rohan Pathak is as fit as a 23-year-old, his trainer said.",
        "Rohan Pathak and Daniel Moss were found. Police said that the 10-year-old was safe.",
    ],
)
def test_an_age_that_may_be_anybodys(extract: Extract, text: str) -> None:
    """No age is anybody's where it compares, or where two people are about equally in view."""
    mentions = [each.text for entity in extract(text).entities for each in entity.mentions if "old" in each.text]
    assert not mentions


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Among the dead was Wirat Nopparat, whose brother also worked at the mine.", "Wirat Nopparat", "PERSON"),
        ("“It was cold,” said one of the hikers, Oh Kwang-sik, 44.", "Oh Kwang-sik", "PERSON"),
        (
            "She lost to world number one Tamika Dalloway 7-5, 6-4 in the final on Sunday.",
            "Tamika Dalloway",
            "PERSON",
        ),
        ("The crew of a Tarumi Kinabalu cargo jet sent no call for help.", "Tarumi Kinabalu", "ORG"),
        ("The board of the carrier Air Botswana met on Monday.", "Air Botswana", "ORG"),
        ("The mayor of Salt Lake City was in New York City on Monday.", "New York City", "GPE"),
        ("Nine died when Cyclone Odalys hit the coast. Odalys weakened on Monday.", "Cyclone Odalys", "EVENT"),
        ("At a school in Ballard, the principal, Ana Ruiz, gave no name.", "Ballard", "GPE"),
        ("Talks ended on Monday. Sudrian envoys left. Sudria and its neighbour traded blame.", "Sudria", "GPE"),
    ],
)
def test_a_name_is_whole_and_of_its_kind(extract: Extract, text: str, name: str, kind: str) -> None:
    """First words that no list of names has; what kin, aircraft, an office or a people tell of the kind."""
    assert names(extract(text))[name][0] == kind


def test_two_of_one_family_name_that_stands_first(extract: Extract) -> None:
    """ "Ms." and "Mr." before a family name that two people bear go by what their given names tell."""
    found = names(
        extract(
            "The verdict stunned Choi Eun-hee and her cousin, the banker Choi Dae-ho. Ms. Choi, 58, wept. Mr. Choi "
            "left the court. The judge had fined Ms. Choi in May."
        )
    )
    assert found["Choi Eun-hee"][1] == ["Choi Eun-hee", "Choi", "Choi"]
    assert found["Choi Dae-ho"][1] == ["Choi Dae-ho", "Choi"]


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        ("“It was long,” she told The Meridian in 1998.", "The Meridian", "ORG", ["The Meridian"]),
        (
            "The National Aviation Safety Board, known by its local initials as BNKP, found a fault. BNKP will report.",
            "National Aviation Safety Board",
            "ORG",
            ["National Aviation Safety Board", "BNKP", "BNKP"],
        ),
        (
            "The suit was filed in the U.S. District Court for the District of Oregon on Monday.",
            "U.S. District Court for the District of Oregon",
            "ORG",
            ["U.S. District Court for the District of Oregon"],
        ),
        ("She lost in the Danish Open final on Sunday.", "Danish Open", "EVENT", ["Danish Open"]),
        ("The nine were seized near the island of Hon Gai on Friday.", "Hon Gai", "GPE", ["Hon Gai"]),
        (
            "It was settled and the chairman, Per Lindqvist, left. Lindqvist was ill.",
            "Per Lindqvist",
            "PERSON",
            ["Per Lindqvist", "Lindqvist"],
        ),
        ("The camp was run by two. River Watch had ordered it closed.", "River Watch", "ORG", ["River Watch"]),
        ("A trader who fled to Bentiu on foot counted nine bodies on the road.", "Bentiu", "GPE", ["Bentiu"]),
        (
            "The strike, called by the Fervo and EVG unions, begins at midnight. Fervo said so.",
            "Fervo",
            "ORG",
            ["Fervo", "Fervo"],
        ),
        ("Analysts at Berendal said the price was fair.", "Berendal", "ORG", ["Berendal"]),
        ("The newspaper La Luz showed a document.", "La Luz", "ORG", ["La Luz"]),
        (
            "Helvora, the trader, denied it. Helvora’s shares have lost a fifth of their value.",
            "Helvora",
            "ORG",
            ["Helvora", "Helvora"],
        ),
    ],
)
def test_bodies_papers_courts_and_places(
    extract: Extract, text: str, name: str, kind: str, mentions: list[str]
) -> None:
    """A paper's own article, initials of another language, a court's district, what a name is called beside it."""
    assert names(extract(text))[name] == (kind, mentions)
