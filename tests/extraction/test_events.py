"""Events: triggers, dates, modality, merging, on sentences written for the purpose and on the seed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations, Argument, Event, Span, Trigger

Extract = Callable[..., Annotations]


def event(annotations: Annotations, word: str) -> Event:
    """The event one of whose tellings is the word."""
    for found in annotations.events:
        if word in {found.trigger.text, *(mention.text for mention in found.mentions)}:
            return found
    raise AssertionError(f"{word!r} is none of {[e.trigger.text for e in annotations.events]}")


def words(annotations: Annotations) -> set[str]:
    """All words that tell of an event."""
    return {text for e in annotations.events for text in (e.trigger.text, *(mention.text for mention in e.mentions))}


def days(found: Event) -> tuple[str | None, str | None] | None:
    """First and last day."""
    return (found.date.earliest, found.date.latest) if found.date else None


# Triggers


def test_verbs_and_eventive_nouns_are_triggers(extract: Extract) -> None:
    """Verbs and nouns that name an event are found, auxiliaries and plain things are not."""
    found = words(extract("The army has attacked the old bridge after the talks collapsed.", undated=True))
    assert {"attacked", "talks", "collapsed"} <= found
    assert not found & {"has", "army", "bridge", "old"}


def test_light_verb_and_its_noun_are_one_event(extract: Extract) -> None:
    """Of "paid a visit" the visit is the event."""
    found = words(extract("The president paid a visit to Kenya on Monday.", undated=True))
    assert "visit" in found
    assert "paid" not in found


def test_plain_saying_is_left_to_the_statement(extract: Extract) -> None:
    """ "Said" is no event, the statement stands for it; "announced" is one."""
    found = words(extract("Mr Hill said the bank had failed. The ministry announced a ban on Friday.", undated=True))
    assert "said" not in found
    assert {"failed", "announced"} <= found


def test_only_dated_events_by_default(extract: Extract) -> None:
    """Without `undated` every event has a date."""
    text = "The company will build a plant. Workers protested on Monday."
    assert all(e.date for e in extract(text).events)
    assert len(extract(text, undated=True).events) > len(extract(text).events)


# Dates


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked the town on Monday.", "attacked", ("2024-05-06", "2024-05-06")),
        ("The minister will visit Ghana on May 20.", "visit", ("2024-05-20", "2024-05-20")),
        ("The two leaders held talks in Geneva on Tuesday.", "talks", ("2024-05-07", "2024-05-07")),
        ("Police arrested two men, the ministry said.", "arrested", ("2024-05-10", "2024-05-10")),
        ("The firm was founded in 1998.", "founded", ("1998-01-01", "1998-12-31")),
    ],
)
def test_date_of_the_clause(extract: Extract, text: str, word: str, expected: tuple[str, str]) -> None:
    """The expression of its own clause dates an event; without one the publication date, where the tense allows it."""
    assert days(event(extract(text, undated=True), word)) == expected


def test_basis_says_how_the_date_is_known(extract: Extract) -> None:
    """`expression` carries the id of its Time, `published` carries none."""
    found = extract("Rebels attacked the town on Monday. Troops have fled.", undated=True)
    attacked, fled = event(found, "attacked"), event(found, "fled")
    assert attacked.date is not None
    assert attacked.date.basis == "expression"
    assert attacked.time in {time.id for time in found.times}
    assert fled.date is not None
    assert fled.date.basis == "published"
    assert fled.time is None


def test_a_date_in_a_relative_clause_stays_there(extract: Extract) -> None:
    """The main verb does not take the date of a clause inside it."""
    found = extract("Soldiers freed a pilot who was captured in March 2021.", undated=True)
    assert days(event(found, "freed")) == ("2024-05-10", "2024-05-10")
    assert days(event(found, "captured")) == ("2021-03-01", "2021-03-31")


def test_anniversary_arithmetic(extract: Extract) -> None:
    """The second anniversary of an attack names the day of the attack, two years before."""
    found = extract("Kenya on May 3, the second anniversary of the attack, opened a memorial.", undated=True)
    assert days(event(found, "attack")) == ("2022-05-03", "2022-05-03")


def test_since_keeps_an_open_beginning_and_until_an_open_end(extract: Extract) -> None:
    """Bounds are kept: "since Monday" reaches to the publication, "before 1995" has no beginning."""
    since = event(extract("Workers have protested since Monday.", undated=True), "protested")
    assert days(since) == ("2024-05-06", "2024-05-10")
    before = event(extract("The clerk resigned before 1995.", undated=True), "resigned")
    assert days(before) == (None, "1994-12-31")


def test_a_comparison_dates_nothing(extract: Extract) -> None:
    """ "Its lowest since March" did not happen in March."""
    found = event(extract("The shares fell on Thursday to their lowest since March 2020.", undated=True), "fell")
    assert days(found) == ("2024-05-09", "2024-05-09")


def test_the_narrative_runs_on(extract: Extract) -> None:
    """Simple past after a dated main clause of the same paragraph is of that day, and says that it is inferred."""
    found = extract("Gunmen attacked a convoy on May 2. They killed two drivers.", undated=True)
    killed = event(found, "killed")
    assert days(killed) == ("2024-05-02", "2024-05-02")
    assert killed.date is not None
    assert killed.date.basis == "context"


def test_what_an_event_brings_falls_into_it(extract: Extract) -> None:
    """ "The visit on May 20 will see the leaders sign": signed then."""
    found = extract("The visit on May 20 will see the two leaders sign a treaty.", undated=True)
    assert days(event(found, "sign")) == ("2024-05-20", "2024-05-20")


def test_planned_events_lie_ahead_and_past_ones_do_not(extract: Extract) -> None:
    """No date contradicts tense: what is planned is not dated before the publication, what is past not after it."""
    text = (
        "Last week the company promised that it will build a plant. On Friday it opened a school. "
        "It plans to hire workers. The workers protested in April and will march on May 20."
    )
    for found in extract(text, undated=True).events:
        if found.date and found.modality == "planned" and found.date.latest:
            assert found.date.latest >= "2024-05-10"
        if found.date and found.tense == "past" and found.modality == "asserted" and found.date.earliest:
            assert found.date.earliest <= "2024-05-10"


def test_a_plan_is_never_dated_by_the_publication(extract: Extract) -> None:
    """What will happen some day has no date."""
    assert event(extract("The company will build a plant.", undated=True), "build").date is None


def test_without_any_date_nothing_is_invented(extract: Extract) -> None:
    """No publication date and no expression: no date."""
    found = extract("Rebels attacked the town and fled.", published=None, undated=True)
    assert found.events
    assert all(e.date is None for e in found.events)


# Modality, polarity, tense


@pytest.mark.parametrize(
    ("text", "word", "modality", "polarity"),
    [
        ("Rebels attacked the town.", "attacked", "asserted", "positive"),
        ("The minister will visit Ghana.", "visit", "planned", "positive"),
        ("The minister plans to visit Ghana.", "visit", "planned", "positive"),
        ("The council called for a ceasefire.", "ceasefire", "requested", "positive"),
        ("The court ordered the firm to pay.", "pay", "requested", "positive"),
        ("Rebels may attack the town.", "attack", "possible", "positive"),
        ("If rebels attack the town, people will flee.", "attack", "conditional", "positive"),
        ("China has not condemned the raid.", "condemned", "asserted", "negative"),
        ("Rebels never attacked the town.", "attacked", "asserted", "negative"),
        ("The firm failed to pay.", "pay", "asserted", "negative"),
        ("He left without signing.", "signing", "asserted", "negative"),
        ("There was no sign of unrest in Turku.", "unrest", "asserted", "negative"),
        ("The police have yet to arrest the driver.", "arrest", "asserted", "negative"),
        ("The captain stopped short of accusing him.", "accusing", "asserted", "negative"),
        ("The company has no plans to close the mine.", "close", "planned", "negative"),
        ("The police did not rule out an attack.", "attack", "possible", "positive"),
        ("The fire could have been prevented.", "fire", "asserted", "positive"),
        ("Had the dam burst, thousands would have drowned.", "burst", "conditional", "positive"),
        ("If he tries to flee, police will stop him.", "flee", "conditional", "positive"),
        ("The dam may burst if the rain goes on.", "burst", "possible", "positive"),
        ("Prices could begin to fall in June.", "fall", "possible", "positive"),
        ("The council is considering a ban on cars.", "ban", "possible", "positive"),
        ("The prosecutor demanded that the mayor resign.", "resign", "requested", "positive"),
        ("The union wants the government to raise wages.", "raise", "requested", "positive"),
        ("The vote is due on Thursday.", "vote", "planned", "positive"),
        ("The two firms are in talks to merge.", "merge", "planned", "positive"),
        ("The mayor goes on trial on June 3.", "trial", "planned", "positive"),
        ("Minister to visit Chile on Friday", "visit", "planned", "positive"),
        ("The minister insisted the law would be changed.", "changed", "planned", "positive"),
        ("The club has called off the tour.", "tour", "asserted", "negative"),
        ("Instead of attacking, the rebels withdrew.", "attacking", "asserted", "negative"),
        ("It remains unclear if the ship sank.", "sank", "possible", "positive"),
        ("Police have called for witnesses to come forward.", "come", "requested", "positive"),
        ("The union threatened a strike.", "strike", "planned", "positive"),
        ("The old mill is going to be used as a school.", "used", "planned", "positive"),
        ("Sixty engineers are expected to be committed to the dam.", "committed", "planned", "positive"),
        ("A ruling is expected, the clerk said.", "ruling", "planned", "positive"),
        ("The summit did not take place.", "summit", "asserted", "negative"),
        ("Tariq would have given him the money.", "given", "possible", "positive"),
    ],
)
def test_modality_and_polarity(extract: Extract, text: str, word: str, modality: str, polarity: str) -> None:
    """Auxiliaries, subordination and negation tell whether the event happened."""
    found = event(extract(text, undated=True), word)
    assert (found.modality, found.polarity) == (modality, polarity)


def test_neither_confirmed_nor_denied_leaves_it_open(extract: Extract) -> None:
    """What somebody neither confirmed nor denied is possible, not denied."""
    found = event(extract("He neither confirmed nor denied whether the two had met.", undated=True), "met")
    assert (found.modality, found.polarity) == ("possible", "positive")


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("Rebels attacked the town.", "attacked", "past"),
        ("Rebels have attacked the town.", "attacked", "past"),
        ("Rebels are attacking the town.", "attacking", "present"),
        ("Rebels will attack the town.", "attack", "future"),
        ("The shares continued to fall.", "fall", "past"),
    ],
)
def test_tense(extract: Extract, text: str, word: str, tense: str) -> None:
    """The tense is that of the verb group, or of the verb that an infinitive completes."""
    assert event(extract(text, undated=True), word).tense == tense


def test_a_reported_event_carries_its_statement(extract: Extract) -> None:
    """The source vouches for what it says, not the article."""
    found = extract("Mary Hill said that rebels attacked the town. Troops fled.", undated=True)
    assert event(found, "attacked").statement in {statement.id for statement in found.statements}
    assert event(found, "fled").statement is None


# One event told several times


def test_the_visit_of_the_seed_is_one_event(extract: Extract, seed_text: str) -> None:
    """Xi's visit to Russia is told five times, "next week" among them, and is one event of 20 to 22 March."""
    found = extract(seed_text, published="2023-03-17")
    visits = [e for e in found.events if {e.trigger.text, *(m.text for m in e.mentions)} & {"visit"}]
    assert len(visits) == 1
    assert len(visits[0].mentions) >= 4
    assert days(visits[0]) == ("2023-03-20", "2023-03-22")
    assert visits[0].modality == "planned"


def test_visits_of_different_people_stay_apart(extract: Extract) -> None:
    """The same word with other participants is another event."""
    text = "Ruth Adams visited Kenya on Monday. John Baker visited Peru on Tuesday."
    found = [e for e in extract(text).events if e.trigger.text == "visited"]
    assert [days(e) for e in found] == [("2024-05-06", "2024-05-06"), ("2024-05-07", "2024-05-07")]


def test_events_of_other_days_stay_apart(extract: Extract) -> None:
    """The same people and word on another day are another event."""
    text = "Ruth Adams visited Kenya on Monday. Ruth Adams visited Kenya on Wednesday."
    assert len([e for e in extract(text).events if e.trigger.text == "visited"]) == 2


def test_ids_follow_the_text(extract: Extract, seed_text: str) -> None:
    """Ids count from v1 by the position of the trigger, and every span is the very slice it claims."""
    events = extract(seed_text, published="2023-03-17", undated=True).events
    assert [e.id for e in events] == [f"v{n}" for n in range(1, len(events) + 1)]
    assert [e.trigger.start for e in events] == sorted(e.trigger.start for e in events)
    for e in events:
        spans: list[Trigger | Span | Argument] = [e.trigger, *e.mentions, *e.arguments]
        for span in spans:
            assert seed_text[span.start : span.end] == span.text


# Bad input


@pytest.mark.parametrize(
    "text",
    [
        "RATES UP\nBANKS FALL\nOIL SLIDES",
        "\n".join(["Arsenal 3 2 1 0 7", "Chelsea 3 1 1 1 4"] * 50),
        "- milk\n- eggs\n- attack ships\n",
        "He ran, " + "jumped, fought and fled, " * 1000 + "and died on Friday.",
        "On Monday, on Tuesday, on May 3, in 1999 and next year rebels attacked.",
        "said said said",
        "…",
        "The " + "attack talks visit " * 500 + "ended.",
    ],
    ids=["headlines", "table", "list", "verbs", "dates", "cues", "dots", "nouns"],
)
def test_bad_input_gets_an_honest_answer(extract: Extract, text: str) -> None:
    """No exception, spans that are slices, dates that are in order."""
    for e in extract(text, undated=True).events:
        assert text[e.trigger.start : e.trigger.end] == e.trigger.text
        if e.date and e.date.earliest and e.date.latest:
            assert e.date.earliest <= e.date.latest


def test_the_same_input_gives_the_same_events(extract: Extract, seed_text: str) -> None:
    """Two runs agree in every field."""
    first = extract(seed_text, published="2023-03-17", undated=True).events
    assert first == extract(seed_text, published="2023-03-17", undated=True).events


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("The mayor said the bridge would reopen on Monday.", "reopen", "2024-07-22"),
        ("The club said the striker would undergo a scan on Saturday.", "undergo", "2024-07-20"),
        ("Ruto, who was to fly to Ethiopia on Saturday, cancelled the trip.", "fly", "2024-07-20"),
        ("The bridge was to reopen on Monday.", "reopen", "2024-07-22"),
    ],
)
def test_the_future_told_in_the_past(extract: Extract, text: str, word: str, day: str) -> None:
    """What would happen, or was to, is planned and lies ahead of the telling."""
    found = event(extract(text, published="2024-07-19"), word)
    assert (found.modality, found.tense) == ("planned", "future")
    assert days(found) == (day, day)


def test_a_plan_is_not_the_fact_told_before(extract: Extract) -> None:
    """Two events of one stem, one over and one to come, are two."""
    text = "The party elected Tanabe on Friday. She promised to call an election by the end of the year."
    found = event(extract(text, published="2024-07-19"), "elected")
    assert days(found) == ("2024-07-19", "2024-07-19")
    assert not found.mentions
