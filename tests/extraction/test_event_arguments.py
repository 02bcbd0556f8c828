"""Arguments of events: who did what to whom and where, across the constructions of news prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.extraction.annotations import Annotations, Event

Extract = Callable[..., Annotations]


def event(extract: Extract, text: str, trigger: str) -> Event:
    """The event of the text that this word triggers."""
    found = extract(text, undated=True).events
    return next(each for each in found if each.trigger.text == trigger)


CASES = [  # text, trigger, role, what the argument's text holds
    # to whom what is given goes, named or not, and what is agreed to
    ("Sweden will provide tents to villagers made homeless by the quake.", "provide", "recipient", "villagers"),
    ("The senate agreed to a longer mandate for the mission.", "agreed", "patient", "a longer mandate"),
    ("The union repeated its demand on Monday that Norway lower the fees.", "demand", "recipient", "Norway"),
    # at whom a protest, a threat or a judgement is aimed
    (
        "Miners marched through Lima on Monday to demand the resignation of President Quispe.",
        "marched",
        "recipient",
        "President Quispe",
    ),
    (
        "Farmers staged protests on Monday to demand help from the Kenyan government.",
        "protests",
        "recipient",
        "the Kenyan government",
    ),
    ("Teachers marched in Lima on Monday calling for talks with Chile.", "marched", "recipient", "Chile"),
    ("Oman threatened to close the port unless Kenya paid its debts.", "threatened", "recipient", "Kenya"),
    ("Denmark condemned the raids flown by Oman.", "condemned", "recipient", "Oman"),
    ("Prosecutors are investigating crimes committed by Omani soldiers.", "investigating", "recipient", "Omani"),
    ("Norway condemned the Syrian government on Monday.", "condemned", "agent", "Norway"),
    ("Norway condemned the Syrian government on Monday.", "condemned", "patient", "the Syrian government"),
    ("The mayor was arrested by Turkish police on Sunday.", "arrested", "agent", "Turkish police"),
    ("The mayor was arrested by Turkish police on Sunday.", "arrested", "patient", "The mayor"),
    ("Brussels urged Hungary to repeal the law.", "repeal", "agent", "Hungary"),
    ("Canada promised Ghana to send doctors.", "send", "agent", "Canada"),
    ("Brussels called on Hungary to repeal the law.", "repeal", "agent", "Hungary"),
    ("Nduta accused Oketch of selling the port.", "selling", "agent", "Oketch"),
    ("Nduta accused Oketch of trying to sell the port.", "sell", "agent", "Oketch"),
    ("Critics blamed the mayor for closing the school.", "closing", "agent", "the mayor"),
    ("The jury convicted Malouf of stealing two cars.", "stealing", "agent", "Malouf"),
    ("The envoy apologised for attacking the queen.", "attacking", "agent", "The envoy"),
    ("Spain met France and signed an accord.", "signed", "agent", "Spain"),
    ("The general, who attacked Kigali in May, resigned.", "attacked", "agent", "The general"),
    ("Xi's visit to Russia begins on Monday.", "visit", "agent", "Xi"),
    ("Xi's visit to Russia begins on Monday.", "visit", "patient|recipient|place", "Russia"),
    ("The Russian invasion of Ukraine began in 2022.", "invasion", "agent", "Russian"),
    ("The Russian invasion of Ukraine began in 2022.", "invasion", "patient", "Ukraine"),
    ("Talks between Iran and Iraq resumed on Friday.", "Talks", "agent", "Iran"),
    ("Talks between Iran and Iraq resumed on Friday.", "Talks", "agent", "Iraq"),
    ("President Lund paid a visit to Chile on Monday.", "visit", "agent", "President Lund"),
    ("The European Union imposed sanctions on Belarus in June.", "imposed|sanctions", "patient", "Belarus"),
    ("Envoys held talks with Kenya on Monday.", "talks", "agent", "Envoys"),
    ("Envoys held talks with Kenya on Monday.", "talks", "patient", "Kenya"),
    ("Students demonstrated in Lima on Sunday.", "demonstrated", "place", "Lima"),
    ("Beijing on Friday released a paper.", "released", "agent", "Beijing"),
    ("Japan gave Nepal 20 million dollars.", "gave", "recipient", "Nepal"),
    ("The king visited Oman at the invitation of Sultan Haitham.", "visited", "recipient", "Sultan Haitham"),
    ("Rebels attacked the village with machetes.", "attacked", "instrument", "machetes"),
    ("Farmers said they would blockade Paris.", "blockade", "agent", "Farmers"),
    ("Born in Turku, Lehto moved to Lima in 1990.", "Born", "patient", "Lehto"),
    ("Norway sent ten tons of food to Chad.", "sent", "recipient", "Chad"),
    ("The general refused to send troops to Mali.", "refused", "recipient", "Mali"),
    ("The strike began at a factory in Lyon.", "strike", "place", "a factory in Lyon"),
    ("The country's worst flood killed 80 people.", "flood", "place", "The country"),
    ("Two men died in a police raid in May.", "raid", "agent", "police"),
    ("Norway repeated its demand that Mali withdraw the troops.", "demand", "recipient", "Mali"),
]


@pytest.mark.parametrize(("text", "trigger", "role", "expected"), CASES)
def test_an_argument_is_found_in_its_role(extract: Extract, text: str, trigger: str, role: str, expected: str) -> None:
    """Passives, control, conjunction, relative clauses, possessives, compounds and prepositions fill the roles."""
    found = [
        argument
        for each in extract(text, undated=True).events
        if each.trigger.text in trigger.split("|")
        for argument in each.arguments
    ]
    assert any(argument.role in role.split("|") and expected in argument.text for argument in found), found


def test_each_of_conjoined_arguments_is_one(extract: Extract) -> None:
    """ "Peru and Chile" are two agents, each with its entity."""
    found = event(extract, "Peru and Chile condemned the attack.", "condemned")
    agents = [argument for argument in found.arguments if argument.role == "agent"]
    assert [argument.text for argument in agents] == ["Peru", "Chile"]
    assert len({argument.entity for argument in agents}) == 2


def test_the_span_is_the_whole_phrase_without_its_clause(extract: Extract) -> None:
    """Determiner, modifiers and prepositional phrases belong to it, a relative clause and an apposition do not."""
    text = "Police arrested the former mayor of Ghent, who had fled."
    found = event(extract, text, "arrested")
    assert "the former mayor of Ghent" in [argument.text for argument in found.arguments]


def test_arguments_are_linked_to_entities_of_the_answer(extract: Extract) -> None:
    """An argument's entity is one that the answer lists, and its text is the article's at its offsets."""
    text = "Angela Merkel met Emmanuel Macron in Paris on Monday. She praised him."
    found = extract(text, undated=True)
    ids = {entity.id for entity in found.entities}
    arguments = [argument for each in found.events for argument in each.arguments]
    assert arguments
    assert all(argument.entity is None or argument.entity in ids for argument in arguments)
    assert all(text[argument.start : argument.end] == argument.text for argument in arguments)


def test_a_date_is_no_argument(extract: Extract) -> None:
    """ "Thursday's call" is made by nobody called Thursday."""
    found = extract("Thursday's call between Oslo and Rome lasted an hour.", undated=True)
    assert all(argument.text != "Thursday" for each in found.events for argument in each.arguments)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("attacked visited talks of by with who and , to Peru Iran he was the said in".split())))
def test_no_order_of_words_breaks_it(extract: Extract, words: list[str]) -> None:
    """Whatever tree the parser makes of nonsense, there is an answer, and the same one twice."""
    text = " ".join(words)
    assert extract(text, undated=True) == extract(text, undated=True)


def test_a_sentence_of_two_thousand_verbs_is_read(extract: Extract) -> None:
    """Length alone breaks nothing."""
    assert extract("The army attacked, " + "bombed and shelled, " * 1000 + "and left.", undated=True) is not None
