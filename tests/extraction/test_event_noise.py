"""What looks like an event and is none, what is told by two words and is one, and types that harmless facts lack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations, Event

Extract = Callable[..., Annotations]


def words(annotations: Annotations) -> set[str]:
    """All words that tell of an event."""
    return {text for e in annotations.events for text in (e.trigger.text, *(mention.text for mention in e.mentions))}


def told(annotations: Annotations, word: str) -> Event:
    """The event that the word tells of."""
    return next(e for e in annotations.events if word in {e.trigger.text, *(mention.text for mention in e.mentions)})


def test_a_persons_name_is_no_event(extract: Extract) -> None:
    """Whatever the name means."""
    assert words(extract("The painter Rose Lamarre died in 2011.", undated=True)) == {"died"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        # the page
        ("Otters return to the Clyde\n3 May 2024 | 4 min read\n\nOtters are back.", "read"),
        ("Otters return to the Clyde\nLast updated May 3, 2024 at 10:12 a.m. EST\n\nOtters are back.", "updated"),
        ("Otters return to the Clyde\nLast modified on Fri 3 May 2024 08.02 GMT\n\nOtters are back.", "modified"),
        ("COMPANY STATEMENT - FOR IMMEDIATE RELEASE\n\nThe mill shut on Monday.", "STATEMENT"),
        # parts of names
        ("She sang in The Abduction from the Seraglio in 1962.", "Abduction"),
        ("He was charged under the Prevention of Corruption Act on Monday.", "Prevention"),
        ("He was charged under the Prevention of Corruption Act on Monday.", "Act"),
        # fixed phrases and first parts of compounds
        ("The harbour is dead, full stop, the mayor said on Monday.", "stop"),
        ("He wrote in a press release on Monday that the mill is safe.", "release"),
        ("The theatre sold out its opening night on Monday.", "night"),
        ("The council held two drop-in sessions on Monday.", "drop"),
        ("The mayor was re-elected on Monday.", "re"),
        # an auxiliary apart from its participle
        ("The union had on April 2 issued a warning to the ministry.", "had"),
        # words that only help another or date it
        ("The bakery is going to close on Monday.", "going"),
        # cues that judge or tell the manner
        ('Ms Varga called the plan "spineless".', "called"),
        ("Mr Osei underlined that the bridge was safe.", "underlined"),
        ("The professor cautioned that the sample was small.", "cautioned"),
    ],
)
def test_no_event(extract: Extract, text: str, word: str) -> None:
    """Words of the page, of names and fixed phrases, helpers and plain cues tell of nothing."""
    assert word not in words(extract(text, undated=True))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Update Committee met on Monday.", "met"),
        ("The company updated its forecast on Monday.", "updated"),
        ("The minister read the verdict on Monday.", "read"),
        ("The drop in prices on Monday surprised traders.", "drop"),
        ("The union had on April 2 issued a warning to the ministry.", "issued"),
        ("Ms Varga called for a new vote on Monday.", "called"),
        ("Engineers warned the board in 2021 that the dam could burst.", "warned"),
        ("My sister called me on Monday.", "called"),
        ("The firm announced on Monday that it would close.", "announced"),
        ("The maker recalled 300 trucks in April.", "recalled"),
        ("The king called an election on Monday.", "called"),
    ],
)
def test_event(extract: Extract, text: str, word: str) -> None:
    """The same words tell of an event where somebody does something, or a day is given."""
    found = told(extract(text, undated=True), word)
    assert found.date


@pytest.mark.parametrize(
    ("text", "trigger", "mention"),
    [
        ("The treaty's truce took effect on Monday.", "truce", "took"),
        ("The debate took place in Lima on Monday.", "debate", "took"),
        ("The merger is expected to close in July.", "merger", "close"),
        ("The envoys agreed to resume talks next month.", "talks", "resume"),
        ("The tenants filed a lawsuit on Monday.", "lawsuit", "filed"),
        ("A lawsuit was filed on Monday.", "lawsuit", "filed"),
        ("The firm entered into an agreement on Monday.", "agreement", "entered"),
        ("The general survived an assassination attempt in 2016.", "attempt", "survived"),
        ("A fire broke out in the mill on Monday.", "fire", "broke"),
        ("A flood happened there in 2015.", "flood", "happened"),
    ],
)
def test_verb_and_noun_are_one_event(extract: Extract, text: str, trigger: str, mention: str) -> None:
    """The noun is the trigger, the verb a further mention of it."""
    found = told(extract(text, undated=True), mention)
    assert found.trigger.text == trigger
    assert mention in {each.text for each in found.mentions}


def test_what_ends_an_event_has_a_day_of_its_own(extract: Extract) -> None:
    """A trial's last day is not its first."""
    found = extract("The trial began on Monday and ended on Friday.")
    began, ended = told(found, "began"), told(found, "ended")
    assert began is not ended
    assert began.date
    assert ended.date
    assert began.date.earliest != ended.date.earliest


def test_who_survives_is_no_agent(extract: Extract) -> None:
    """Who survives an attack has not made it."""
    found = told(extract("The general survived an assassination attempt in 2016."), "attempt")
    assert [(argument.role, argument.text) for argument in found.arguments] == [("patient", "The general")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was unaware of the leak, he said.",
        "He shrugged.",
        "The boat had no radio.",
        "His father did it.",
    ],
)
def test_how_somebody_is_happens_on_no_day(extract: Extract, text: str) -> None:
    """Without a time of its own, a condition or gesture has no date."""
    assert not extract(text, published="2024-05-10").events


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Dundee came from behind to beat Ayr 3-1 and go top of the table on Sunday.", "beat", "2024-05-05"),
        ("Ayr rallied to beat Dundee 4-3.", "beat", "2024-05-10"),
        ("Bandits killed six men, including two priests, when they raided a farm on Monday.", "killed", "2024-05-06"),
        ("Teenager charged after man stabbed in Hull\n\nA boy of 15 is in custody.", "charged", "2024-05-10"),
    ],
)
def test_the_key_event_has_its_day(extract: Extract, text: str, word: str, day: str) -> None:
    """An outcome, the dead of an attack and a headline's participle share the story's day."""
    found = told(extract(text, published="2024-05-10"), word)
    assert found.date
    assert found.date.earliest == day


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The airport suspended all flights on Monday.", "suspended"),
        ("The weather service issued a storm warning on Monday.", "warning"),
        ("The environment agency issued nine flood alerts on Monday.", "alerts"),
        ("The governor deployed troops after the earthquake on Monday.", "deployed"),
        ("Measles killed 90 people in 2021.", "killed"),
        ("A fire razed the school on Monday.", "razed"),
        ("The striker signed a two-year deal with the club on Monday.", "deal"),
        ("The prime minister called an election on Monday.", "called"),
        ("Detectives appealed for witnesses on Monday.", "appealed"),
        ("The minister ordered the closure of two schools on Monday.", "ordered"),
    ],
)
def test_harmless_facts_have_no_type(extract: Extract, text: str, word: str) -> None:
    """PLOVER is about what political actors do to each other."""
    assert told(extract(text, undated=True), word).type is None


@pytest.mark.parametrize(
    ("text", "word", "type_"),
    [
        ("Jordan suspended flights to Iran on Monday.", "suspended", "SANCTION"),
        ("Chad deployed troops along the border on Monday.", "deployed", "MOBILIZE"),
        ("The rebels killed nine villagers on Monday.", "killed", "ASSAULT"),
        ("The envoy called for an election on Monday.", "called", "DEMAND"),
    ],
)
def test_deeds_of_states_keep_theirs(extract: Extract, text: str, word: str, type_: str) -> None:
    """Where states and armed men act, the same words have a type."""
    assert told(extract(text, undated=True), word).type == type_
