"""Nouns, owners and other names for those whom an article has named: whom they mean, and when nobody is said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.test_coreference import referent

Extract = Callable[..., Annotations]
Case = tuple[str, str, str | None]


def held(extract: Extract, text: str, words: str, name: str | None) -> None:
    """The words are a mention of the entity of that name, or of none."""
    assert referent(extract(text), text, words) == name


AGED: list[Case] = [
    # by the age that stands beside the name, however far
    (
        "Pia Holm, 34, met Lena Voss, 51. They spoke. It rained. Snow fell. The 34-year-old went home.",
        "The 34-year-old",
        "Pia Holm",
    ),
    ("Pia Holm (34) met Lena Voss (51). The 51-year-old smiled.", "The 51-year-old", "Lena Voss"),
    # of whom the last sentence was
    ("Pia Holm thanked Lena Voss. The 34-year-old was in tears.", "The 34-year-old", "Pia Holm"),
    # with a noun behind it
    ("Jan Novak won in Rome. The 24-year-old swimmer had been ill.", "The 24-year-old swimmer", "Jan Novak"),
    ("Jan Novak won in Rome. The 24-year-old Czech had been ill.", "The 24-year-old Czech", "Jan Novak"),
    ('Jan Novak wept. "I lost," the 24-year-old rower said.', "the 24-year-old rower", "Jan Novak"),
    # traps: another age, another name, nobody near
    ("Jan Novak, 61, won in Rome. The 24-year-old swimmer had been ill.", "The 24-year-old swimmer", None),
    ("The mine reopened. Rain fell for days. The 24-year-old was found on Friday.", "The 24-year-old", None),
    ("Jan Novak won in Rome. A 24-year-old swimmer drowned.", "A 24-year-old swimmer", None),
]

DESCRIBED: list[Case] = [
    # who spoke is called by a trade
    ('Hana Sato bowed. "I am grateful," the violinist said.', "the violinist", "Hana Sato"),
    (
        'Omar Diallo, a mayor in the north, wept. "We lost all," the former teacher said.',
        "the former teacher",
        "Omar Diallo",
    ),
    ("Omar Diallo, a lawmaker, left the hall. The former boxer won two titles.", "The former boxer", "Omar Diallo"),
    ("Rosa Lima, a researcher in Quito, found the frog. The scientist was thrilled.", "The scientist", "Rosa Lima"),
    ("Leo Marsh, a midfielder, scored twice. The footballer has eight goals.", "The footballer", "Leo Marsh"),
    (
        "Capt. Olaf Berg was tried in May. Captain Olaf Berg sank the boat. The skipper must pay.",
        "The skipper",
        "Olaf Berg",
    ),
    (
        "Anke Stein, a German envoy, spoke of progress. The German diplomat will return.",
        "The German diplomat",
        "Anke Stein",
    ),
    # by the country told of them, or as the one who speaks
    ("Ida Moe of Norway beat Lea Graf. The Norwegian smiled.", "The Norwegian", "Ida Moe"),
    ('Tim Fox wept. "I am tired," the American said.', "the American", "Tim Fox"),
    ("Ida Moe of Norway beat Lea Graf. The Chilean smiled.", "The Chilean", "Lea Graf"),
    # who was called former
    (
        "Former President Juan Ortega was cheered. Voters met. The former president waved.",
        "The former president",
        "Juan Ortega",
    ),
    # traps: an office that others hold, another trade, another people, two in view, somebody new
    ("Hana Sato sued the city. The judge agreed.", "The judge", None),
    ("President Juan Ortega was cheered. Voters met. The former president waved.", "The former president", None),
    ("Leo Marsh, a carpenter, built the boat. The novelist praised it.", "The novelist", None),
    ("Anke Stein, a German envoy, spoke of progress. The French diplomat will return.", "The French diplomat", None),
    ("Leo Marsh and Tim Fox met. The novelist laughed.", "The novelist", None),
    ("Leo Marsh read a poem. A novelist laughed. The novelist left.", "The novelist", None),
]

UNDERGONE: list[Case] = [
    ("Erik Lund was charged with fraud on Monday. The defendant says nothing.", "The defendant", "Erik Lund"),
    ("Police arrested Erik Lund on Monday. Snow fell. The suspect had a knife.", "The suspect", "Erik Lund"),
    ("Erik Lund was convicted of theft. It was late. The defendant smiled.", "The defendant", "Erik Lund"),
    ("Ida Moe was stabbed on Monday. Police came. The victim was at home.", "The victim", "Ida Moe"),
    ("The body of Ida Moe was found on Monday. The victim had lived alone.", "The victim", "Ida Moe"),
    ("Erik Lund is accused of killing Ida Moe. Neighbours wept. The victim was loved.", "The victim", "Ida Moe"),
    # traps: charged with nothing; a suspect without a name since
    ("Erik Lund visited Bergen on Monday. The defendant says nothing.", "The defendant", None),
    ("Erik Lund was charged with fraud. In Oslo a suspect was held. The suspect denied it.", "The suspect", None),
]

OWNED: list[Case] = [
    ("Ravi Rao and his wife, Mina Rao, came. It rained. His wife sang.", "His wife", "Mina Rao"),
    ("Ravi Rao's brother Anil Rao runs the shop. Ravi Rao said his brother was ill.", "his brother", "Anil Rao"),
    ("Ravi Rao fell. His father, Dev Rao, ran. Ravi Rao thanked his father.", "his father", "Dev Rao"),
    # the owner's part
    ("Mina Rao sang. Her husband, Ravi Rao, danced. Ravi Rao kissed his wife.", "his wife", "Mina Rao"),
    # spoken of before being named
    ("Ravi Rao met his lawyer on Monday. His lawyer, Ines Gil, will appeal.", "his lawyer", "Ines Gil"),
    # a lawyer's client
    (
        "Erik Lund was jailed for fraud. Defense lawyer Max Weil wept. Max Weil said his client would appeal.",
        "his client",
        "Erik Lund",
    ),
    # traps: another's, or nobody's yet
    ("Ravi Rao and his wife, Mina Rao, came. Tom Reed also brought his wife.", "his wife", None),
    ("Ravi Rao came alone. He missed his wife.", "his wife", None),
    ("Max Weil wept. Max Weil said his client would appeal.", "his client", None),
]

LED: list[Case] = [
    ("Labour leader Ann Lee spoke in Leeds. Ann Lee said her party would win.", "her party", "Labour"),
    (
        "Sulzer Corp. cut jobs. Its chairman, Max Weil, spoke. Max Weil said his company was safe.",
        "his company",
        "Sulzer Corp.",
    ),
    (
        "Max Weil, who heads Sulzer Corp., spoke in Basel. Max Weil said his company was safe.",
        "his company",
        "Sulzer Corp.",
    ),
    # traps
    ("Former Labour leader Ann Lee spoke in Leeds. Ann Lee said her party would win.", "her party", None),
    ("Max Weil criticised Sulzer Corp. on Monday. Max Weil said his company was safe.", "his company", None),
]

BODIES: list[Case] = [
    # the firm that the article is about, far from its name
    (
        "Zentrix posted a loss. Zentrix makes lamps. " + "Men dug. " * 5 + "The company will cut 90 jobs.",
        "The company",
        "Zentrix",
    ),
    # told by its place
    (
        "Foss Inc. of Norway sued Keller Inc. of Austria. The Norwegian firm wants damages.",
        "The Norwegian firm",
        "Foss Inc.",
    ),
    (
        "Foss Inc. of Norway sued Keller Inc. of Austria. The Austrian firm is silent.",
        "The Austrian firm",
        "Keller Inc.",
    ),
    # a word of the same kind
    ("The Coral Museum opened in Suva. Thousands came. The institution is free.", "The institution", "Coral Museum"),
    (
        "The Nautilus Union called a strike. It rained. The federation wants more pay.",
        "The federation",
        "Nautilus Union",
    ),
    ("The Unity Alliance won in May. Votes were counted. The party is new.", "The party", "Unity Alliance"),
    # traps: a court, somebody's rival, several, none
    ("The Supreme Court met. The Supreme Court ruled. The company will appeal.", "The company", None),
    (
        "Zentrix posted a loss. Zentrix makes lamps. A rival company did well. The other company is silent.",
        "The other company",
        None,
    ),
    ("Foss and Keller signed. Foss and Keller will merge. The company will be big.", "The company", None),
    ("The Coral Museum opened in Suva. A gallery burnt down in Apia. The gallery was old.", "The gallery", None),
    ("The Coral Museum and the Shell Museum quarrelled. The gallery was full.", "The gallery", None),
]

PLACES: list[Case] = [
    ("A mine in Zambia caved in. " + "Men dug. " * 12 + "The country mourned.", "The country", "Zambia"),
    ("A mill in Pune burnt down. " + "Men dug. " * 12 + "The city mourned.", "The city", "Pune"),
    ("Vienna wrote to Lagos. The Austrian city waits.", "The Austrian city", "Vienna"),
    ("Ghana won at last. The African nation danced.", "The African nation", "Ghana"),
    ("Rebels took the river port of Mopti. Men fled. The port was calm.", "The port", "Mopti"),
    ("Ferries left Mombasa at dawn. The port city was calm.", "The port city", "Mombasa"),
    # traps: another country's, a place that is nobody's, the writer's own
    ("Vienna wrote to Lagos. The Chilean city waits.", "The Chilean city", None),
    ("A mine in Zambia caved in. " + "Men dug. " * 12 + "Voters in this country mourned.", "this country", None),
    (
        "A mill in Pune burnt down. He grew up in a city by the sea. " + "Men dug. " * 12 + "The city mourned.",
        "The city",
        None,
    ),
]

BESIDE: list[Case] = [
    ("A beekeeper, Ana Gil, found the bag.", "A beekeeper", "Ana Gil"),
    ("He was helped by his mentor, Tom Reed, in May.", "his mentor", "Tom Reed"),
    ("Prosecutors named the firm's owner, Sulzer Corp., in court.", "the firm's owner", "Sulzer Corp."),
    # traps: a thing, a list
    ("In the quarter, Ana Gil lost a tooth.", "the quarter", None),
    ("The letter, Tom Reed said, was forged.", "The letter", None),
]

ALIASES: list[Case] = [
    ("Musa Danladi won. Big Musa, as he is known at home, danced.", "Big Musa", "Musa Danladi"),
    ("Musa Danladi won. Uncle Moss, as Musa Danladi was called, danced.", "Uncle Moss", "Musa Danladi"),
    ("The Hizmet League, also known as Sarvat, met in Izmir.", "Sarvat", "Hizmet League"),
    ("Musa Danladi won. Big Musa, as friends call him, danced.", "Big Musa", "Musa Danladi"),
    ("Musa Danladi won. Big Musa, as he calls himself, danced.", "Big Musa", "Musa Danladi"),
    # traps
    ("Twitter, as Tom Reed still calls it, lost readers.", "Twitter", "Twitter"),
    ("The Bolt Company, as Tom Reed calls the shop, closed.", "Bolt Company", "Bolt Company"),
    ("Musa Danladi won. Tom Reed, as he had promised, danced.", "Tom Reed", "Tom Reed"),
    ("Musa Danladi won. Tom Reed, as is well known, danced.", "Tom Reed", "Tom Reed"),
]


@pytest.mark.parametrize(("text", "words", "name"), AGED)
def test_age(extract: Extract, text: str, words: str, name: str | None) -> None:
    """ "The 34-year-old" is whose age it is, else of whom the last sentence was."""
    held(extract, text, words, name)


@pytest.mark.parametrize(("text", "words", "name"), DESCRIBED)
def test_trade(extract: Extract, text: str, words: str, name: str | None) -> None:
    """A trade or trait is said of the one who stands out, an office of nobody who has not been said to hold it."""
    held(extract, text, words, name)


@pytest.mark.parametrize(("text", "words", "name"), UNDERGONE)
def test_what_is_done_to_somebody(extract: Extract, text: str, words: str, name: str | None) -> None:
    """Who was charged is the defendant, who was killed the victim."""
    held(extract, text, words, name)


def last(found: Annotations, text: str, words: str) -> str | None:
    """Whose mention the last occurrence of the words is."""
    return referent(found, text, words, text.count(words) - 1)


@pytest.mark.parametrize(("text", "words", "name"), OWNED + LED)
def test_owner(extract: Extract, text: str, words: str, name: str | None) -> None:
    """ "His wife" and "her party" are known by whose they are."""
    assert last(extract(text), text, words) == name


@pytest.mark.parametrize(("text", "words", "name"), BODIES)
def test_body(extract: Extract, text: str, words: str, name: str | None) -> None:
    """ "The company" is the one that the article is about, "the institution" the only one of that kind."""
    held(extract, text, words, name)


@pytest.mark.parametrize(("text", "words", "name"), PLACES)
def test_place(extract: Extract, text: str, words: str, name: str | None) -> None:
    """ "The country" is the only one named, however far, "the Austrian city" the one that lies there."""
    held(extract, text, words, name)


@pytest.mark.parametrize(("text", "words", "name"), BESIDE)
def test_beside_the_name(extract: Extract, text: str, words: str, name: str | None) -> None:
    """A noun with the name between commas behind it is its bearer's."""
    held(extract, text, words, name)


@pytest.mark.parametrize(("text", "words", "name"), ALIASES)
def test_other_name(extract: Extract, text: str, words: str, name: str | None) -> None:
    """ "Big Jim, as he is known" is no new person."""
    found = extract(text)
    assert referent(found, text, words) == name
    assert len([entity for entity in found.entities if any(m.text == words for m in entity.mentions)]) == 1


def test_who_leads_a_body_under_its_other_name(extract: Extract) -> None:
    """Says "we" of the body, whatever it is called there."""
    text = (
        "Acme Industries Group opened ten shops. The Bolt Company, as Acme Industries Group is known at home, "
        "is growing. Bolt Company chief Ann Lee said: “We are glad.”"
    )
    assert referent(extract(text), text, "We") == "Acme Industries Group"
