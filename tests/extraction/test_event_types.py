"""PLOVER types: which words name which, and what promise, threat, refusal and denial make of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]

# One sentence each of our own, with the type of one of its events.
SENTENCES = {
    "CONSULT": [
        "The Norwegian foreign minister met with his Finnish counterpart in Oslo on Tuesday.",
        "Chancellor Weber paid a state visit to Portugal last week.",
        "The two presidents spoke by telephone on Monday.",
        "Envoys from both countries held talks in Vienna on Friday.",
    ],
    "AGREE": [
        "Denmark agreed on Monday to share the costs of the new bridge with Germany.",
        "Canada promised to send more doctors to Ghana.",
        "Ireland is willing to release the two prisoners, a spokesman said.",
    ],
    "SUPPORT": [
        "Spain praised the Chilean government for its new law.",
        "Sweden and Peru signed a trade agreement on Thursday.",
        "The minister apologized to the families on Sunday.",
    ],
    "COOPERATE": ["Belgian and Dutch police shared intelligence with Interpol last year."],
    "AID": [
        "Japan gave Nepal 20 million dollars of aid after the earthquake.",
        "Austria granted asylum to the dissident on Wednesday.",
    ],
    "CONCEDE": [
        "The government lifted the curfew in Bamako on Monday.",
        "The court allowed the opposition to hold a rally.",
    ],
    "RETREAT": [
        "The army withdrew its troops from the valley on Saturday.",
        "The rebels released eleven hostages on Friday.",
        "The prime minister resigned on Thursday.",
    ],
    "INVESTIGATE": ["Prosecutors in Milan opened an investigation into the bank on Tuesday."],
    "DEMAND": [
        "The union demanded higher wages on Monday.",
        "Brussels called on Hungary to repeal the law.",
        "The mayor urged residents to leave the city.",
    ],
    "DISAPPROVE": [
        "Norway condemned the attack on Tuesday.",
        "The opposition accused President Silva of corruption.",
    ],
    "REJECT": [
        "Bolivia rejected the Chilean proposal on Monday.",
        "The general refused to resign.",
        "Poland said it will not accept the quota.",
    ],
    "THREATEN": [
        "Turkey threatened to close the border.",
        "The drivers said they will go on strike unless their wages rise.",
    ],
    "PROTEST": [
        "Thousands of students demonstrated in Lima on Sunday.",
        "Prisoners began a hunger strike on Monday.",
        "Angry farmers blocked roads near Lyon on Friday.",
    ],
    "MOBILIZE": ["Greece deployed 2,000 troops along the border on Monday."],
    "SANCTION": [
        "The European Union imposed sanctions on Belarus in June.",
        "Colombia expelled three Russian diplomats on Wednesday.",
        "Kenya broke off diplomatic relations with Somalia.",
    ],
    "COERCE": [
        "Police arrested forty activists in Minsk on Sunday.",
        "Soldiers demolished twelve houses in the village on Monday.",
    ],
    "ASSAULT": ["Gunmen killed a judge in Karachi on Tuesday.", "Guards tortured the detainees, a lawyer said."],
    "FIGHT": [
        "Government forces shelled the town on Friday.",
        "The army launched an offensive against the rebels on Monday.",
        "Iraq invaded Kuwait in August 1990.",
    ],
}


def types(found: Annotations) -> list[str | None]:
    """The PLOVER types of the events, in order."""
    return [event.type for event in found.events]


@pytest.mark.parametrize(
    ("expected", "text"), [(expected, text) for expected, texts in SENTENCES.items() for text in texts]
)
def test_a_word_and_what_stands_around_it_show_the_type(extract: Extract, expected: str, text: str) -> None:
    """Every PLOVER type is found in plain sentences of news."""
    assert expected in types(extract(text, undated=True))


@pytest.mark.parametrize(
    "text",
    [
        "China has not condemned Russia for its invasion.",
        "Nobody was arrested in Ghent on Sunday.",
        "Stock markets rallied on Monday.",
        "The river rose on Tuesday.",
    ],
)
def test_what_did_not_happen_and_what_only_looks_alike_has_no_such_type(extract: Extract, text: str) -> None:
    """A negated condemnation is no condemnation, and a rally of prices no protest."""
    assert not {"DISAPPROVE", "COERCE", "PROTEST"} & set(types(extract(text, undated=True)))


def test_what_is_promised_is_an_agreement_and_what_is_announced_harm_a_threat(extract: Extract) -> None:
    """PLOVER codes intent apart from the deed."""
    assert "AID" not in types(extract("Canada will provide food aid to Chad.", undated=True))
    assert "AGREE" in types(extract("Canada will provide food aid to Chad.", undated=True))
    assert "THREATEN" in types(extract("The council will impose sanctions on Chad.", undated=True))


def test_a_planned_visit_stays_a_visit(extract: Extract) -> None:
    """Meetings announced keep their type: the modality says that they are planned."""
    found = extract("President Lund will visit Japan next week.", undated=True)
    visit = next(event for event in found.events if event.type == "CONSULT")
    assert (visit.mode, visit.modality) == ("visit", "planned")


def test_what_is_lifted_or_turned_down_does_not_take_place(extract: Extract) -> None:
    """ "Lifted the blockade" is a retreat and no blockade, "rejected an offer" no offer."""
    assert "SANCTION" not in types(extract("Israel lifted the blockade on Friday.", undated=True))
    assert "AGREE" not in types(extract("Rome rejected an offer of talks on Friday.", undated=True))


def test_modes_are_given_where_the_word_shows_them(extract: Extract) -> None:
    """Modes refine a type: a hunger strike, an arrest, shelling."""
    modes = {
        event.type: event.mode
        for text in ("Prisoners began a hunger strike.", "Police arrested a singer.", "Troops shelled the town.")
        for event in extract(text, undated=True).events
        if event.type
    }
    assert modes["PROTEST"] == "strike-hun"
    assert modes["COERCE"] == "arrest"
    assert modes["FIGHT"] == "heavy-weapons"


@pytest.mark.parametrize(
    "text",
    [
        "Labour beat the Conservatives by 189 votes on Saturday.",
        "Manchester City beat Arsenal 3-1 on Sunday.",
        "A bus crash killed nine pupils in Kenya on Tuesday.",
        "At least 31 people were killed when a dam burst in Kenya.",
        "A flood closed the coast road on Wednesday.",
        "Senator Hall attacked the bill on Thursday.",
        "The ministry released its report on Monday.",
        "In Havana, the government gave a response.",
        "The mission failed to reach orbit on Wednesday.",
        "The two firms fought over the contract for years.",
        "The trial yielded benefits for patients.",
    ],
)
def test_what_only_looks_like_a_blow_or_a_concession_has_no_type(extract: Extract, text: str) -> None:
    """Votes, disasters, sharp words, contracts and results are no political act."""
    assert set(types(extract(text, undated=True))) <= {None}


def test_deeds_of_violence_keep_their_type(extract: Extract) -> None:
    """Whom someone beats, kills, shoots or attacks is assaulted, and the mode says no more than the word."""
    for text, mode in (
        ("Police beat protesters in Minsk on Sunday.", "beat"),
        ("Gunmen shot two teachers in Bamako on Friday.", "firearms"),
        ("A man stabbed two passengers on Friday.", "primitive"),
        ("Rebels killed nine villagers on Friday.", None),
    ):
        assert ("ASSAULT", mode) in [(e.type, e.mode) for e in extract(text, undated=True).events], text


def test_two_senses_of_one_verb_are_two_events(extract: Extract) -> None:
    """ "Called it a shame" is not the demand that "called for" is."""
    found = extract("The mayor called the plan a shame on Monday. The mayor called for talks on Monday.", undated=True)
    demands = [e for e in found.events if e.type == "DEMAND"]
    assert [len(e.mentions) for e in demands] == [0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mr Aske leaves Halden for a job at the bank.", "leaves"),
        ("Anna Lund visited the new museum on Sunday.", "visited"),
        ("Senator Hale held a rally in Dover on Friday.", "rally"),
        ("The scandal destroyed her chances of a second term.", "destroyed"),
        ("He agreed that the house had a certain charm.", "had"),
        ("The rules allow members to vote by post.", "allow"),
        ("The brothers have fought about the farm for years.", "fought"),
        ("Shareholders were told at the annual meeting on Tuesday.", "meeting"),
        ("The photographer shot a film in the desert.", "shot"),
        ("Norway called for talks with Chile.", "talks"),
        ("The mayor accused the firm of violating the law.", "violating"),
    ],
)
def test_no_type_where_none_fits(extract: Extract, text: str, word: str) -> None:
    """Figures of speech, campaigns, private visits and what is only asked for or alleged have no type."""
    found = {event.trigger.text: event.type for event in extract(text, undated=True).events}
    assert found.get(word) is None


def test_an_attack_of_words_is_disapproval_and_one_of_arms_none(extract: Extract) -> None:
    """ "Attacked his rival" in a campaign blames, gunmen who attack assault or fight."""
    words = extract("Senator Hale attacked Governor Price over his tax plans on Monday.", undated=True)
    arms = extract("Gunmen attacked Governor Price outside his home on Monday.", undated=True)
    assert [e.type for e in words.events if e.trigger.text == "attacked"] == ["DISAPPROVE"]
    assert {"ASSAULT", "FIGHT"} & {e.type for e in arms.events if e.trigger.text == "attacked"}


def test_what_sides_do_in_a_match_is_no_politics(extract: Extract) -> None:
    """In a report of sport clubs fight, meet and withdraw without a type."""
    text = (
        "Halden United met Varde in the cup final on Saturday. The striker Olsen scored two goals before halftime, "
        "Varde fought back, and their captain withdrew with a torn calf. The coach praised his players."
    )
    assert not {"CONSULT", "FIGHT", "RETREAT", "ASSAULT"} & set(types(extract(text, undated=True)))


def test_a_promise_is_one_event_of_agreement(extract: Extract) -> None:
    """Of "promised to send aid" the promise is AGREE, whom it concerns its recipient, and the aid not a second one."""
    found = extract("Canada promised to send aid to Chad.", undated=True).events
    (promise,) = [event for event in found if event.type == "AGREE"]
    assert promise.trigger.text == "promised"
    assert [(each.role, each.text) for each in promise.arguments] == [("agent", "Canada"), ("recipient", "Chad")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A spokesman declined to comment on Monday.", "declined"),
        ("All 90 people on board were killed when the plane crashed.", "killed"),
        ("Demand for coal was strong in May.", "Demand"),
        ("The appeal was heard in February.", "appeal"),
        ("She will take charge of the team in June.", "charge"),
        ("The law did not allow it.", "allow"),
    ],
)
def test_what_news_says_every_day_is_no_political_event(extract: Extract, text: str, word: str) -> None:
    """Nobody's comment is no refusal, a crash no assault, a market's demand nobody's."""
    found = {event.trigger.text: event.type for event in extract(text, undated=True).events}
    assert found.get(word) is None
