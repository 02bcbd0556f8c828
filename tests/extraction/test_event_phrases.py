"""The phrase of an event: what happened, in words a reader of a timeline understands."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from service.answer import Answerer
from service.extraction.annotations import Annotations, Event, Phrase

Extract = Callable[..., Annotations]


def told(phrase: Phrase) -> str:
    """Its words, a gap as "…"."""
    return " … ".join(span.text for span in phrase.spans)


def event_of(annotations: Annotations, trigger: str) -> Event:
    """The first event with the trigger."""
    found = [event for event in annotations.events if event.trigger.text == trigger]
    assert found, f"{trigger!r} is none of {[event.trigger.text for event in annotations.events]}"
    return found[0]


PARTICLES = [
    ("The opposition hit back on Tuesday.", "hit", "hit back"),
    ("The plane took off on Monday.", "took", "took off"),
    ("The company shut down the old mill in 2019.", "shut", "shut down"),
    ("The company shut the old mill down in 2019.", "shut", "shut … down"),
    ("The singer turned the offer down in April.", "turned", "turned … down"),
    ("The judge threw the case out on Monday.", "threw", "threw … out"),
    ("The team sent its coach home on Monday.", "sent", "sent … home"),
    ("The boat ran aground on Monday.", "ran", "ran aground"),
    ("Her new album comes out on Friday.", "comes", "comes out"),
]
PREDICATES = [
    ("The pilot was found guilty on Tuesday.", "found", "found guilty"),
    ("The jury found the banker guilty of fraud on Tuesday.", "found", "found … guilty of fraud"),
    ("The baker pleaded not guilty on Tuesday.", "pleaded", "pleaded not guilty"),
    ("The dairy was declared bankrupt in March.", "declared", "declared bankrupt"),
    ("The cave was declared a national monument in 2015.", "declared", "declared a national monument"),
    ("Lena Holm was named chief executive on Thursday.", "named", "named chief executive"),
    ("Schools stayed closed on Monday.", "stayed", "stayed closed"),
    ("Hanna Berg became the first woman to cross the strait in 1931.", "became", "became the first woman"),
    ("The union called the offer outrageous on Monday.", "called", "called … outrageous"),
    ("The bank left interest rates unchanged on Thursday.", "left", "left interest rates unchanged"),
    ("The storm left thousands stranded on Sunday.", "left", "left … stranded"),
    ("The robbers let two hostages go on Friday.", "let", "let … go"),
    ("She resigned as prime minister in 2019.", "resigned", "resigned as prime minister"),
    ("The club appointed Bo Lund as head coach on Monday.", "appointed", "appointed … as head coach"),
]
OBJECTS = [
    ("The new governor took office on Monday.", "took", "took office"),
    ("The province declared independence in 1991.", "declared", "declared independence"),
    ("They exchanged fire on Monday.", "exchanged", "exchanged fire"),
    ("The players took a bow on Monday.", "took", "took a bow"),
    ("Police gave no reason on Monday.", "gave", "gave no reason"),
    ("Rioters set fire to two buses on Sunday.", "set", "set fire to"),
    ("Villagers took part in the search on Sunday.", "took", "took part in"),
]
PREPOSITIONS = [
    ("The treaty came into force on 3 May.", "came", "came into force"),
    ("The project was put on hold in April.", "put", "put on hold"),
    ("Patrols came under fire on Wednesday.", "came", "came under fire"),
    ("The house was put up for sale in March.", "put", "put up for sale"),
    ("The chemist filed for bankruptcy in March.", "filed", "filed for bankruptcy"),
    ("He was charged with armed robbery on Monday.", "charged", "charged with armed robbery"),
    ("The storm left 4,000 homes without power on Sunday.", "left", "left … without power"),
    ("The bishop called for calm on Sunday.", "called", "called for calm"),
    ("The bishop called for an end to the strike on Sunday.", "called", "called for"),
    ("The minister stood by his deputy on Friday.", "stood", "stood by"),
    ("They called for the fence to be removed on Monday.", "called", "called for"),
    ("The strike brought the city to a standstill on Monday.", "brought", "brought … to a standstill"),
    ("The gang was accused of stealing cars in 2021.", "accused", "accused of stealing"),
]
CLAUSES = [
    ("The union agreed to end the walkout on Monday.", "agreed", "agreed to end"),
    ("The council voted on Monday to demolish the stadium.", "voted", "voted … to demolish"),
    ("The premier refused to step down on Monday.", "refused", "refused to step down"),
    ("The council threatened to take legal action on Monday.", "threatened", "threatened to take legal action"),
    ("The agency warned motorists on Tuesday not to use the tunnel.", "warned", "warned … not to use"),
    ("The crew ruled out sending divers on Monday.", "ruled", "ruled out sending divers"),
]
NOUNS = [
    ("President Ito paid a state visit to Peru in March.", "visit", "paid a state visit"),
    ("The two leaders held a phone conversation on Monday.", "conversation", "held a phone conversation"),
    ("The army carried out a missile attack on Monday.", "attack", "carried out a missile attack"),
    ("The ferry made its debut in March.", "debut", "made its debut"),
    ("A gas explosion killed four miners on Friday.", "explosion", "gas explosion"),
    ("The prince lost a by-election in 2015.", "election", "by-election"),
    ("Trade talks resumed in Oslo on Tuesday.", "talks", "Trade talks resumed"),
    ("Fighting broke out near the port on Monday.", "Fighting", "Fighting broke out"),
    ("Talks took place in Oslo on Monday.", "Talks", "Talks took place"),
    ("A funeral will be held in Lyon on Monday.", "funeral", "funeral … held"),
    ("The driver went on trial in March.", "trial", "went on trial"),
    ("Her decision to leave surprised the party on Monday.", "decision", "decision to leave"),
]
NOTHING = [
    ("The villagers fled on Monday.", "fled"),
    ("The court upheld the verdict on Monday.", "upheld"),
    ("The earthquake struck on Monday.", "earthquake"),
    ("The rebels attacked the town at dawn on Monday.", "attacked"),
    ("Shares closed down 3 percent on Friday.", "closed"),
    ("Police used batons to disperse the crowd on Monday.", "used"),
    ("The last meeting ended on Monday.", "meeting"),
    ("The court ruled on Monday that the ban was lawful.", "ban"),
    ("The minister's resignation shook the party on Friday.", "resignation"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "phrase"), [*PARTICLES, *PREDICATES, *OBJECTS, *PREPOSITIONS, *CLAUSES, *NOUNS]
)
def test_what_the_trigger_says_nothing_without(extract: Extract, text: str, trigger: str, phrase: str) -> None:
    """Particle, predicate, bare object or phrase, preposition, infinitive; what kind a noun is, and its light verb."""
    assert told(event_of(extract(text, undated=True), trigger).phrase) == phrase


@pytest.mark.parametrize(("text", "trigger"), NOTHING)
def test_nothing_to_add(extract: Extract, text: str, trigger: str) -> None:
    """The trigger alone: whom it concerned, when, by what and how far are told elsewhere."""
    phrase = event_of(extract(text, undated=True), trigger).phrase
    assert (phrase.text, len(phrase.spans)) == (trigger, 1)


def test_negation_and_auxiliaries_are_told_elsewhere(extract: Extract) -> None:
    """ "Did not take office" is "take office" with negative polarity; "had been put on hold" is "put on hold"."""
    event = event_of(extract("The winner did not take office on Monday."), "take")
    assert (told(event.phrase), event.polarity) == ("take office", "negative")
    event = event_of(extract("The plan had been put on hold in 2019."), "put")
    assert told(event.phrase) == "put on hold"


def test_a_trigger_of_two_words_is_in_its_phrase_whole(extract: Extract) -> None:
    """ "Was down" of an index."""
    assert told(event_of(extract("The index was down 3 percent on Friday."), "was down").phrase) == "was down"


def test_an_event_told_twice_has_the_phrase_of_its_trigger(extract: Extract) -> None:
    """Not of what mentions it later in other words."""
    text = (
        "President Ito paid a state visit to Peru in March 2024. "
        "The visit of Ito to Peru in March 2024, a short trip, went ahead as planned."
    )
    event = event_of(extract(text), "visit")
    assert [mention.text for mention in event.mentions] == ["visit"]
    assert told(event.phrase) == "paid a state visit"
    assert event.phrase.spans[0].end < event.mentions[0].start


def test_quotation_marks_are_no_words_of_it(extract: Extract) -> None:
    """A phrase that would hold one mark of two has neither, and the words of both sides."""
    event = event_of(extract('The mayor called it a "cruel joke" on Monday.'), "called")
    assert told(event.phrase) == "called … a … cruel joke"
    assert event.phrase.text == "called a cruel joke"


def test_a_line_break_inside_is_a_gap(extract: Extract) -> None:
    """The text of a phrase has no line break, its spans are where they stand."""
    text = (
        "The new governor of the province, who had won the election, took\n"
        "office on Monday in the old palace by the river, while in the\n"
        "streets outside of it a crowd of some thousands sang, and made a\n"
        "promise to the miners and the weavers who had come to the city\n"
        "from the valleys, where on Tuesday a flood had cut\noff a village.\n"
    )
    phrase = event_of(extract(text), "took").phrase
    assert phrase.text == "took office"
    assert [text[span.start : span.end] for span in phrase.spans] == ["took", "office"]
    assert not [event for event in extract(text, undated=True).events if "\n" in event.phrase.text]


@pytest.mark.parametrize(
    "text",
    [
        "The governor took office, shut the mill down, " * 40 + "and left on Friday.",
        "They " + "shut it down, took office and agreed to set fire to it, " * 1000 + "and left on Friday.",
        "They found him " + "fit to be found " * 1000 + "on Friday.",
        "They left " + "men leaving " * 1000 + "on Friday.",
        "The " + "gas-" * 500 + "explosion shook Leeds on Friday.",
        "The " + "trade " * 500 + "talks began on Friday.",
        "He took - and put - the - 'set' - on - fire-",
        "- -took- - -office- on Friday -",
        "Last Friday they said what plan the council had voted for",
        "Last Friday they asked which law it came into",
        "On Friday he took",
        "On Friday they called for",
        "On Friday it went ahead",
    ],
)
def test_bad_input_gives_short_phrases_that_keep_their_promises(extract: Extract, text: str) -> None:
    """However long the sentence or the chain: a few words, in order and apart, the trigger among them."""
    for event in extract(text, undated=True).events:
        spans = event.phrase.spans
        assert event.phrase.text == " ".join(span.text for span in spans)
        assert len(event.phrase.text.replace("-", " - ").split()) <= 14
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(one.end < two.start for one, two in pairwise(spans))
        assert any(span.start <= event.trigger.start and event.trigger.end <= span.end for span in spans)


def test_spans_count_in_the_unit_that_was_asked_for(answer: Answerer) -> None:
    """A character outside the basic plane before them moves both spans by one more."""
    text = "\U0001f4f0 The company shut the old mill down in 2019."
    points, units = (
        answer({"text": text, "published": "2024-05-10", "offsets": unit})["events"][0]["phrase"]
        for unit in ("codepoint", "utf-16")
    )
    assert points["text"] == units["text"] == "shut down"
    assert [span["start"] + 1 for span in points["spans"]] == [span["start"] for span in units["spans"]]
