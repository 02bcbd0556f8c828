"""The day on which something was said, where other words of the article tell it; the same for the event of one word.

The publication date is Friday, 10 May 2024.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import the, told

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract_both(extract_either_way: Extract) -> Extract:
    """With the encoder, and without."""
    return extract_either_way


OWN = [
    ("The mayor floated the toll in February.",
     "The mayor | floated | the toll", "2024-02-01", "2024-02-29"),
    ("The league criticised a proposal from the club on Tuesday.",
     "The league | criticised | a proposal from the club", "2024-05-07", "2024-05-07"),
    ("Growers had warned of a drought in a letter last month.",
     "Growers | warned | *", "2024-04-01", "2024-04-30"),
    ("Regulators accused the dairy of hiding the tests on Wednesday.",
     "Regulators | accused | *", "2024-05-08", "2024-05-08"),
    ("In a memo dated April 12, a surveyor warned that the quay was sinking.",
     "a surveyor | warned | that the quay was sinking", "2024-04-12", "2024-04-12"),
    ("Lawyers showed a note dated April 12, in which the surveyor urged the port to close the quay.",
     "the surveyor | urged | *", "2024-04-12", "2024-04-12"),
]  # fmt: skip
NOT_OWN = [
    ("The bishop condemned Sunday's attack on the mission.", "2024-05-10"),
    ("Ito said that the ferry had sunk on Sunday.", "2024-05-10"),
    ("The toll rose to 48, up from 31 a day earlier, the coast guard said.", "2024-05-10"),
    ("The clinic applied for a licence on 12 March and expects an answer by June.", "2024-05-10"),
]


@pytest.mark.parametrize(("text", "wanted", "earliest", "latest"), OWN)
def test_the_day_of_its_clause(extract_both: Extract, text: str, wanted: str, earliest: str, latest: str) -> None:
    """It is the cue's, whatever nouns stand between; behind them it is no part of what was said."""
    date = the(extract_both(text), wanted).date
    assert date is not None
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(("text", "day"), NOT_OWN)
def test_a_day_of_something_else(extract_both: Extract, text: str, day: str) -> None:
    """Of what was said, of a deed beside it, of a thing that is compared or that somebody's word stands for."""
    dates = [each.date.earliest for each in extract_both(text).statements if each.date]
    assert set(dates) == {day}


@pytest.mark.parametrize("text", [
    "The mayor floated the toll in February.",
    "The league rejected an appeal from the club on Tuesday.",
    "Regulators accused the dairy of hiding the tests on Wednesday.",
    ("The talks between the two mills were first reported by a trade paper in March; at the time Norrland declined "
     "to comment."),
    "The council met on Thursday night. It voted 7-2 for the toll. A fisherman, Jon Berg, urged it to wait.",
])  # fmt: skip
def test_one_word_has_one_day(extract: Extract, text: str) -> None:
    """The event of a statement's cue is of the statement's day."""
    found = extract(text)
    shared = [
        (event.date, each.date)
        for event in found.events
        for each in found.statements
        for span in (each.cue.spans if each.cue else ())
        if span.start <= event.trigger.start < span.end
    ]
    assert shared
    assert all(a and b and (a.earliest, a.latest) == (b.earliest, b.latest) for a, b in shared)


BACKGROUND = [
    ("In 2016 Ana Ruiz promised a bridge. The river has no bridge to this day. Ruiz said that money was short.",
     ["Ruiz | said | that money was short | on 2024-05-10 published"]),
    (("Lind was charged in March last year and denied the theft on 4 April last year. The trial opened in May. The "
      "first witness was his aunt. Lind said he could not recall the safe."),
     ["Lind | said | he could not recall the safe | on 2024-05-10 published"]),
    (("The trader told a jury on Wednesday that he had seen nothing. He was charged in March last year. The trial "
      "opened on April 15. “I got 400 letters a day,” he said."),
     ["he | said | I got 400 letters a day | on 2024-05-08 context"]),
    # a day of this week does go on
    ("On Tuesday Ana Ruiz promised a bridge. The river is wide. Ruiz said that money was there.",
     ["Ruiz | said | that money was there | on 2024-05-07 context"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BACKGROUND)
def test_a_day_of_the_background(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """Who speaks later did not speak then; the day that the story is of goes on over it."""
    told(extract_both(text), wanted)


LOG = (
    "HARBOUR LOG\n\nMonday, May 6\nA deckhand told police that his bicycle had been stolen from the quay.\n\n"
    "Tuesday, May 7\nThe harbour master said two yachts had collided off the mole. He urged skippers to wait.\n\n"
    "COURT NEWS\nA lawyer for Mr. Dahl said he needed more time."
)


def test_the_entries_of_a_log(extract_both: Extract) -> None:
    """What is told in one was said on the day above it, up to the next heading."""
    wanted = [
        "A deckhand | told | * | on 2024-05-06 context",
        "The harbour master | said | * | on 2024-05-07 context",
        "He | urged | * | on 2024-05-07 context",
        "A lawyer for Mr. Dahl | said | * | on 2024-05-10 published",
    ]
    told(extract_both(LOG), wanted)


@pytest.mark.parametrize(("text", "day"), [
    (("Talks of a merger were first reported by a trade paper in March; at the time Norrland declined to comment."),
     ("2024-03-01", "context")),
    ("At the time, the ministry denied it.", None),
    ("At the time of the crash, the pilot was asleep, the ministry said.", ("2024-05-10", "published")),
])  # fmt: skip
def test_at_the_time(extract_both: Extract, text: str, day: tuple[str, str] | None) -> None:
    """It is of the day told before, or of none; a time that is "of" something dates what was said."""
    date = extract_both(text).statements[-1].date
    assert (date and (date.earliest, date.basis)) == day


AT_THE_HEAD = [
    ("VALPARAISO, Chile, May 9, 2024 — Halden Mining Corp. announced that it would shut its oldest pit.",
     "Halden Mining Corp. | announced | that it would shut its oldest pit"),
    ("BREMEN, Germany, May 10, 2024 (Korrespondenz) -- Nordsee said that it had bought two trawlers.",
     "Nordsee | said | that it had bought two trawlers"),
    ("CORK, May 9, 2024 – The port authority said the quay was safe.",
     "The port authority | said | the quay was safe"),
    ("20:15 Tomorrow’s regatta has been called off, the organisers say.\n\n19:40 The ferry is late, the port says.",
     "the organisers | say | Tomorrow’s regatta has been called off"),
    ("9.40am: The tunnel is shut, the police say.\n\n9.10am: Nobody is hurt, the fire brigade says.",
     "the fire brigade | says | Nobody is hurt"),
    ("14:05 GMT The court will sit until midnight, its clerk says.\n\n13:50 GMT The jury is out.",
     "its clerk | says | The court will sit until midnight"),
    ("At 20:15 the lights went out. The 20:15 train is cancelled, the railway says.",
     "the railway | says | The 20:15 train is cancelled"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), AT_THE_HEAD)
def test_what_stands_at_the_head_of_a_line(extract_both: Extract, text: str, wanted: str) -> None:
    """A dateline with its year, the hour of a live blog's entry: no part of who speaks or of what is said."""
    the(extract_both(text), wanted)


@pytest.mark.parametrize("text", [
    '"It is over," Ann Lee will say on May 20, 2030. Lee urged calm at the time.',
    '"It is over," Ann Lee said on May 20, 2015.' + "\n\nThe sun is hot." * 8 + "\n\nBo Lund urged calm at the time.",
])  # fmt: skip
def test_at_the_time_is_near_and_over(extract_both: Extract, text: str) -> None:
    """It takes up no day to come, and none of pages before."""
    last = extract_both(text).statements[-1]
    assert last.date is None


UNSAID = [
    "The council met at noon. It refused to say who would pay.",
    "It declined to say whether the mine would reopen.",
    "The club lost its sponsor. It refused to say why the deal had failed.",
]
IMPERSONAL = [
    "It will take weeks to say whether the mine is safe.",
    "It is hard not to wonder whether the mine is safe.",
]
OFFERED = [
    ("The Gulf states pledged 40 million dollars.", "The Gulf states | pledged | 40 million dollars"),
    ("The bank pledged a fund for the islands.", "The bank | pledged | a fund for the islands"),
    ("Vienna has pressed for a lower ceiling.", "Vienna | pressed | a lower ceiling"),
    ("Farmers have pressed for cheaper diesel.", "Farmers | pressed | cheaper diesel"),
]


@pytest.mark.parametrize("text", UNSAID)
def test_what_it_refused_to_say(extract: Extract, text: str) -> None:
    """ "It" is somebody that refuses, and refuses on the day of the story."""
    found = extract(text).statements[-1]
    assert (found.polarity, found.date and found.date.earliest) == ("negative", "2024-05-10")


@pytest.mark.parametrize("text", IMPERSONAL)
def test_what_is_hard_to_say(extract_both: Extract, text: str) -> None:
    """ "It" stands for nobody."""
    assert not any(each.source for each in extract_both(text).statements)


@pytest.mark.parametrize(("text", "wanted"), OFFERED)
def test_money_is_pledged_and_change_pressed_for(extract: Extract, text: str, wanted: str) -> None:
    """An object, or what "for" brings in, is what was said."""
    the(extract(text), wanted)


def test_who_presses_a_button_says_nothing(extract_both: Extract) -> None:
    """Nor does who pledges to nobody."""
    assert not extract_both("The guard pressed a button for the lift.").statements


@pytest.mark.parametrize("text", [
    "The baker said that she expected a price rise in July.",
    "Brokers said they no longer expected a rise in July.",
    "The mill said it had planned a strike for June.",
])  # fmt: skip
def test_a_day_to_come_stays_with_what_was_said(extract: Extract, text: str) -> None:
    """Whoever expected it, it was not in July."""
    for each in extract(text).statements:
        assert each.content.spans[-1].text.endswith(("July", "June"))
        assert each.date is None or each.date.earliest == "2024-05-10"
