"""The dates of events beyond their own clause: counted, scheduled, put off, told in a headline, taken as known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.tokens import Doc

from service.extraction.annotations import Annotations
from service.extraction.article import Article
from service.extraction.events.default import places
from service.extraction.pipeline import Pipeline, annotate
from tests.extraction.test_events import days, event, words

Extract = Callable[..., Annotations]
Days = tuple[str | None, str | None] | None
PUBLISHED = "2024-05-10"  # a Friday


@pytest.fixture(params=["encoder", "rules"])
def extract_both(request: pytest.FixtureRequest, pipeline: Pipeline) -> Extract:
    """Once with the encoder, as by default, and once by the rules alone; with the undated events."""

    def run(text: str) -> Annotations:
        if request.param == "encoder":
            return pipeline.extract(text, published=date.fromisoformat(PUBLISHED), undated=True)
        with pipeline.lock, pipeline.parser.nlp.memory_zone():
            return annotate(Article(pipeline.parser(text), date.fromisoformat(PUBLISHED)), undated=True)

    return run


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        # so many days from another event
        ("The probe was shut down on Monday, three days after a storm damaged it.", "damaged", "2024-05-03"),
        ("The result was announced on Wednesday, two days after millions went to the polls.", "went", "2024-05-06"),
        ("Rescuers pulled a boy from the rubble on Thursday, five days after the quake.", "quake", "2024-05-04"),
        ("The raid came three days after the truce ended on 2 May.", "raid", "2024-05-05"),
        ("The raid came three days after the truce ended on 2 May.", "ended", "2024-05-02"),
        # a part of a month or a year
        ("Profit fell in the first nine months of 2023.", "fell", ("2023-01-01", "2023-09-30")),
        ("In the first three months of this year, exports dropped.", "dropped", ("2024-01-01", "2024-03-31")),
        ("Output fell in the last two months of 2022.", "fell", ("2022-11-01", "2022-12-31")),
        ("Profit rose 5 percent in the nine months to September.", "rose", ("2023-01-01", "2023-09-30")),
        ("The mill closed in the first week of March.", "closed", ("2024-03-01", "2024-03-07")),
        ("The mill closed in the last week of April.", "closed", ("2024-04-24", "2024-04-30")),
        ("The mill closed in the last days of April 2021.", "closed", ("2021-04-01", "2021-04-30")),
        ("He spent the first two years of 2016 at sea.", "spent", ("2016-01-01", "2016-12-31")),
        # the day before or so many years after
        ("This is the eve of the king's visit.", "visit", "2024-05-11"),
        # told by the day of another event
        ("The vote was held on May 2. A clerk quit on the eve of the vote.", "quit", "2024-05-01"),
        ("The vote was held on April 14. A mob burnt the ballots the night before the vote.", "burnt", "2024-04-13"),
        ("The blast shook the port on May 3. Two crews fled shortly after the blast.", "fled", "2024-05-03"),
        ("He was charged on April 2 and left the country the day after he was charged.", "left", "2024-04-03"),
        ("She mailed the keys on the eve of the handover on May 3.", "mailed", "2024-05-02"),
        ("On the eve of the market, which opened on April 20, he bought a goat.", "bought", "2024-04-19"),
        ("Her father resigned on the eve of the wedding.", "resigned", None),
        (
            "The lift was shut for nine months after a cable killed two climbers in June 2019.",
            "killed",
            ("2019-06-01", "2019-06-30"),
        ),
        # an event and the clause that tells what it did
        ("A landslide that buried two farms on April 11 still blocks the pass.", "landslide", "2024-04-11"),
        # what was to come, told from the past
        ("The trial had been due to start in April.", "start", ("2024-04-01", "2024-04-30")),
        ("The clerk said on Monday that a ruling was expected in July 2024.", "ruling", ("2024-07-01", "2024-07-31")),
        # a noun completes its verb, or is booked ahead
        ("The mayor goes on trial next month.", "trial", ("2024-06-01", "2024-06-30")),
        ("He has booked a flight for Thursday.", "flight", "2024-05-16"),
        ("A summit of the two kings that had been planned for April 3 was cancelled.", "summit", "2024-04-03"),
        # terms: what is told is over before they are
        ("The envoys agreed to open talks before the end of the year.", "agreed", PUBLISHED),
        ("The recorder was not found until March 31, 2021.", "found", "2021-03-31"),
        # counted by the grain of what is known
        ("She returned in 1991, a year after the war ended.", "ended", ("1990-01-01", "1990-12-31")),
        ("The plane took off on Monday and vanished four minutes later.", "vanished", "2024-05-06"),
        ("According to a memo dated April 2, the manager warned his staff.", "warned", "2024-04-02"),
        # when a clause or phrase says that the event took place
        ("The referendum, held on April 14, was marred by fraud.", "referendum", "2024-04-14"),
        ("The second vote, taken on Tuesday evening, was close.", "vote", "2024-05-07"),
        ("The blast, which occurred on Wednesday, was heard in three towns.", "blast", "2024-05-08"),
        # a clause set in the time of the phrase or clause beside it
        ("Nearly 400 people drowned when the ferry sank in 1987.", "drowned", ("1987-01-01", "1987-12-31")),
        ("Testifying on Monday, the mayor rejected the charge.", "rejected", "2024-05-06"),
        ("In a memo released on May 2, Ms Okafor attacked the plan.", "attacked", "2024-05-02"),
        # a date before a semicolon is not of what follows it
        ("Police raided a flat, the third in Leeds, on Monday night; two men were arrested.", "raided", "2024-05-06"),
        # a time of day is of the story's day; the story goes on in the next paragraph
        ("A tram derailed in Oslo on Tuesday.\n\nIt hit a shop at 10:22 p.m. and caught fire.", "hit", "2024-05-07"),
        ("Lyon beat Brest 3-1 on Sunday.\n\nStriker Jean Morel scored twice.", "scored", "2024-05-05"),
        ("Lyon beat Brest 3-1 on Sunday.\n\nThe coach confirmed the injury.", "confirmed", PUBLISHED),
        # so long after what was told before
        (
            "The army seized power in 2015. Elections were held four years later.",
            "Elections",
            ("2019-01-01", "2019-12-31"),
        ),
        ("The mine was closed in May 2018. It reopened two months later.", "reopened", ("2018-07-01", "2018-07-31")),
        ("The ferry sank on May 2. Divers reached the wreck three days later.", "reached", "2024-05-05"),
        # what is scheduled or put off falls on the day; the scheduling does not
        ("The talks are scheduled to begin on May 27.", "begin", "2024-05-27"),
        ("The talks are scheduled to begin on May 27.", "scheduled", None),
        ("A state visit by the emperor is scheduled for May 27.", "visit", "2024-05-27"),
        ("A round of talks is set for May 20 in Oslo.", "talks", "2024-05-20"),
        ("The concert was postponed until June 3.", "concert", "2024-06-03"),
        ("The summit, originally planned for May 3, was postponed until June 12.", "summit", "2024-06-12"),
        ("A state visit by the emperor is scheduled for May 27.", "scheduled", PUBLISHED),
        ("The vote was postponed from Monday to Thursday.", "vote", "2024-05-16"),
        ("The vote was postponed from Monday to Thursday.", "postponed", PUBLISHED),
        ("The talks were moved from May 14 to May 20.", "talks", "2024-05-20"),
        ("The race was put back to Sunday.", "race", "2024-05-12"),
        # but the day on which somebody put it off is the putting off's
        ("The launch was postponed on Tuesday.", "postponed", "2024-05-07"),
        ("The launch was postponed on Tuesday.", "launch", None),
        ("The ferry operator delayed the sailing on Monday.", "delayed", "2024-05-06"),
        ("The council postponed Monday's meeting.", "meeting", "2024-05-13"),
        # a date at the end of an infinitive is the clause's
        ("The boys went to fetch water on Monday night.", "went", "2024-05-06"),
        ("The ministry accused the firm of protecting its monopoly on Tuesday.", "accused", "2024-05-07"),
        # clauses of time
        ("At least 31 people were killed when a dam burst near Meru.", "burst", PUBLISHED),
        ("Nurses will stay at home on Monday when train drivers walk out.", "walk", "2024-05-13"),
        ("He fled in 1994, when war broke out.", "broke", ("1994-01-01", "1994-12-31")),
        ("He was killed in the war of 1994.", "killed", ("1994-01-01", "1994-12-31")),
        # what an event brings falls into it
        ("The invasion of Algeria in 1830 began a long occupation.", "occupation", ("1830-01-01", "1830-12-31")),
        # what somebody was doing when it happened
        ("A cyclist who was crossing the bridge was killed on Tuesday.", "crossing", "2024-05-07"),
        # the trade that a deal is about is the deal
        ("The airline agreed on Wednesday to buy ten jets.", "buy", "2024-05-08"),
        ("A shipyard has won a contract to supply six ferries.", "supply", PUBLISHED),
        ("The airline agreed on Wednesday to open ten routes.", "open", None),
        # what is tried on a day is of that day; what is hoped for is not
        ("Farmers tried on Thursday to block the road to Lyon.", "block", "2024-05-09"),
        ("Farmers hoped on Thursday to block the road to Lyon.", "block", None),
        # what is done at an event; what "this" brings
        ("The treaty was signed on Tuesday at a ceremony hosted by the queen.", "hosted", "2024-05-07"),
        ("Two more bodies were found on Wednesday. This brings the toll to nine.", "brings", "2024-05-08"),
        # days up to now are no scene of what follows
        ("Cocoa prices fell on Wednesday. In Accra, the board cut its forecast.", "cut", "2024-05-08"),
        ("Cocoa prices fell this week. In Accra, the board cut its forecast.", "cut", PUBLISHED),
        # what somebody reports in the article's head is news, in the pluperfect too
        ("The palace said the queen had left hospital.", "left", PUBLISHED),
        ("The palace said the queen had not left hospital.", "left", None),
        ("The palace said on Monday that the queen had left hospital.", "left", None),
        ("The palace said the queen had previously left hospital.", "left", None),
        # the object of a light verb is the event, whosever it is
        ("The ferry has made its first crossing.", "crossing", PUBLISHED),
        # a scene that no event sets: "was at home on that night"
        ("She was at home on the night of May 2. Thieves broke in and took a ring.", "broke", "2024-05-02"),
        # a present perfect goes with no day that is over, and in a relative clause tells no news
        ("The war broke out in April 2023 and has emptied the port.", "emptied", PUBLISHED),
        ("The mayor, who has denied wrongdoing, was absent.", "denied", None),
        # a report that only dates something else is not the news
        ("Shells hit a clinic on Friday, a day after envoys said both sides had accepted a truce.", "accepted", None),
        # what is denied or turned down has no day
        ("The militia denied attacking the convoy.", "attacking", None),
        ("They rejected an invitation to talks in Geneva.", "talks", None),
        # what a quotation says in the present, or somebody said on another day, is no news
        ("“The river is eating our fields,” she said.", "eating", None),
        ("“I have outlived my doctors,” he told the paper on 3 March 2010.", "outlived", None),
        # somebody's life
        ("The singer was born in Dakar and moved to Lyon.", "moved", None),
        ("The singer was born in Dakar. She signed her first deal as a student.", "signed", None),
        ("The singer was born in Dakar.\n\nPolice arrested her manager.", "arrested", PUBLISHED),
        # a time of day has its day; "beyond" is after
        ("The train left shortly before 9pm on Monday.", "left", "2024-05-06"),
        ("The strike may last beyond the weekend.", "last", ("2024-05-13", None)),
        # said once more, by the calendar or in another zone
        ("Rents fell for a sixth consecutive month in March.", "fell", ("2024-03-01", "2024-03-31")),
        ("A quake hit at 4:12 a.m. on Tuesday (2012 GMT Monday).", "hit", "2024-05-07"),
        # courts put on the calendar what the others are to do
        ("She was ordered to appear on December 1.", "appear", "2024-12-01"),
        ("He was remanded in custody to face court again on September 30.", "face", "2024-09-30"),
        # who speaks in a report of today does not speak in the history it tells
        ("He survived a vote in April 2023. A spokesman criticized the law.", "criticized", None),
        # what is so, what a clause tells of somebody in general, what is asked
        ("The number is printed on a label.", "printed", None),
        ("The judge, who leads the inquiry, was absent.", "leads", None),
        ("What changed? The mayor shrugged.", "changed", None),
        ("The mayor was praised for opening the archive.", "opening", None),
        ("The widow, the painter Rose Lamarre, spoke.", "spoke", PUBLISHED),
        # at or in an event that has a day
        ("He was injured in Monday's crash.", "injured", "2024-05-06"),
        ("She scored twice in Saturday's win over Leeds.", "scored", "2024-05-04"),
        ("Asante, who missed a penalty in last week's defeat, rose highest.", "missed", ("2024-04-29", "2024-05-05")),
        ("It was approved at the Tuesday meeting.", "approved", "2024-05-07"),
        ("Two men were charged in Monday's shooting.", "charged", PUBLISHED),
        ("The insurer posted a 20 percent gain in first-quarter income.", "gain", ("2024-01-01", "2024-03-31")),
        ("In 2022 they agreed to build it, but work has been delayed by floods.", "floods", None),
        ("Gales are expected along the coast.", "expected", None),
        # an objective that was asked for may lie in the past
        ("The agency had rejected demands to publish the data on Thursday.", "publish", "2024-05-09"),
    ],
)
def test_dates(extract_both: Extract, text: str, word: str, expected: str | Days) -> None:
    """Each is dated by what the sentence or the one before it says."""
    both = (expected, expected) if isinstance(expected, str) else expected
    assert days(event(extract_both(text), word)) == both


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The minister resigned three days before the vote.", "vote"),
        ("Two workers are missing after an explosion at a mill.", "explosion"),
        ("Prices have doubled since the coup.", "coup"),
        ("The men who robbed a bank in Leeds were sentenced.", "robbed"),
        ("A body found in the woods was identified.", "found"),
        ("The envoys will discuss the queen's visit.", "visit"),
        ("The sanctions were lifted in 2016 and eased nine days later.", "eased"),
        ("On Tuesday the mayor thanked the men who had saved the mill.", "saved"),
        ("Lower rates helped firms to expand.", "expand"),
    ],
)
def test_what_is_taken_as_known_has_no_guessed_date(extract_both: Extract, text: str, word: str) -> None:
    """The publication date is not given to what only says which thing, or when or why something else."""
    assert event(extract_both(text), word).date is None


COUNCIL = (
    "The city council voted on Wednesday night to close the pool.\n\nIt is 60 years old.\n\n"
    "Repairs are dear, and the roof is in a bad state.\n\nThe state pays nothing for pools.\n\n"
)


def test_what_is_due_is_dated(extract: Extract) -> None:
    """An adjective has the date of its copula."""
    found = event(extract("A team from the fund is due in Lilongwe on May 17."), "due")
    assert (days(found), found.modality) == (("2024-05-17", "2024-05-17"), "planned")


def test_story_stays_on_its_day(extract_both: Extract) -> None:
    """What main clauses tell is of the day that the article opened with, however far down."""
    annotations = extract_both(COUNCIL + "A plumber from Hull repaired the leak himself.")
    assert days(event(annotations, "repaired")) == ("2024-05-08", "2024-05-08")


def test_story_ends_with_another_day(extract_both: Extract) -> None:
    """Once another day is told, the publication's is as likely again; who says when it was is believed."""
    text = COUNCIL + "On Thursday the mayor vetoed the plan. It is not clear why.\n\nThe council sued.\n\nHe laughed."
    annotations = extract_both(text)
    assert days(event(annotations, "vetoed")) == ("2024-05-09", "2024-05-09")
    assert days(event(annotations, "sued")) != ("2024-05-08", "2024-05-08")


def test_history_far_from_the_news_has_no_guessed_date(extract_both: Extract) -> None:
    """Eight sentences from the last that speaks of a recent day, the publication's is guessed for reactions only."""
    filler = "The mill is large. " * 12
    annotations = extract_both(f"A mill burned on Friday. {filler}His aunt sold cloth in Hull. Its owner denied it.")
    assert event(annotations, "sold").date is None
    assert days(event(extract_both("A mill burned on Friday. His aunt sold it."), "sold")) == (PUBLISHED, PUBLISHED)


def test_what_follows_long_ago_is_not_of_today(extract_both: Extract) -> None:
    """The simple past goes on with what a main clause dated long ago, in its paragraph; the next one may be news."""
    text = "The army seized Tarn in 1994. Both sides withdrew after a truce.{}The mayor thanked the envoys."
    assert event(extract_both(text.format(" ")), "withdrew").date is None
    assert event(extract_both(text.format(" ")), "thanked").date is None
    assert days(event(extract_both(text.format("\n\n")), "thanked")) == (PUBLISHED, PUBLISHED)
    assert days(event(extract_both("Tarn is a port. Both sides withdrew."), "withdrew")) == (PUBLISHED, PUBLISHED)


def test_recently_is_no_day(extract_both: Extract) -> None:
    """What happened recently did not happen on the day that the article appeared."""
    assert event(extract_both("The firm recently opened a plant in Leeds."), "opened").date is None


def test_present_tense_past_the_head_is_general(extract_both: Extract) -> None:
    """The present tells the news in a headline and what holds in general further down."""
    text = (
        "Storm closes port\n\nThe storm closed the port of Aveiro. Ships waited off the coast. The crews were thanked. "
        "The port handles six million tons and ships leave for Angola."
    )
    found = extract_both(text)
    assert days(event(found, "closes")) == (PUBLISHED, PUBLISHED)
    assert event(found, "handles").date is None


def test_pieces_of_a_dateline_are_one_sentence_of_the_head(pipeline: Pipeline) -> None:
    """A parser that cuts a date into pieces does not put the news further down."""
    words_ = ["Jets", "sold", "\n\n", "June", "09", ",", "2024", "\n\n", "It", "sold", "ten", "jets", "today", "."]
    starts: list[bool | int | None] = [i in {0, 3, 4, 5, 8} for i in range(len(words_))]
    doc = Doc(pipeline.parser.nlp.vocab, words=words_, sent_starts=starts)
    assert places(Article(doc)) == [0, 1, 1, 1, 2]


def test_headline_has_the_day_of_the_lede(extract_both: Extract) -> None:
    """What a headline tells happened on the day that the first sentence names."""
    text = "Minister quits over report\n\nThe transport minister resigned on Wednesday, her office said."
    found = event(extract_both(text), "quits")
    assert days(found) == ("2024-05-08", "2024-05-08")
    assert found.date
    assert found.date.basis == "context"


def test_contradicting_dates_are_both_kept(extract_both: Extract) -> None:
    """Two sources that give two days tell of two events, each on its day."""
    found = extract_both("The fire began on Monday, officials said. The fire began on Tuesday, police said.")
    assert {days(e) for e in found.events if e.trigger.text == "fire"} == {("2024-05-06",) * 2, ("2024-05-07",) * 2}


def test_a_day_to_come_is_a_plan(extract_both: Extract) -> None:
    """The present of a timetable lies ahead."""
    found = event(extract_both("They fly to Chennai on Saturday."), "fly")
    assert (found.modality, found.tense, days(found)) == ("planned", "future", ("2024-05-11", "2024-05-11"))


@pytest.mark.parametrize(
    ("text", "word", "modality", "polarity"),
    [
        ("The president has not said that she will raise taxes.", "raise", "possible", "positive"),
        ("Mr Danso will be sworn in on May 29 if no appeal succeeds.", "sworn", "conditional", "positive"),
        ("Pilots will strike unless wages rise.", "strike", "conditional", "positive"),
        ("Sentencing is set for July 22.", "Sentencing", "planned", "positive"),
        ("The visit was called off.", "visit", "asserted", "negative"),
        ("The fire did not start in the kitchen.", "fire", "asserted", "positive"),
        ("The fire did not start in the kitchen.", "start", "asserted", "negative"),
        ("The blaze was not started deliberately.", "blaze", "asserted", "positive"),
        ("No fire broke out.", "fire", "asserted", "negative"),
        ("The talks did not start.", "talks", "asserted", "negative"),
        ("The trial did not begin on Monday.", "trial", "asserted", "negative"),
        ("The attack was foiled.", "attack", "asserted", "negative"),
        ("The match was postponed.", "match", "planned", "positive"),
        ("The minister did not attend the ceremony.", "ceremony", "asserted", "positive"),
        ("The minister did not hold the ceremony.", "ceremony", "asserted", "negative"),
        ("The judge rejected her lawsuit.", "lawsuit", "asserted", "positive"),
        ("Nurses will stay at home on Monday when drivers walk out.", "walk", "planned", "positive"),
        ("The minister did not know that the dam had burst.", "burst", "asserted", "positive"),
        ("The cabinet is due to meet on Sunday to discuss a deal.", "discuss", "planned", "positive"),
        ("The two kings met on Sunday to sign a deal.", "sign", "asserted", "positive"),
        ("The governor warned against cutting rates.", "cutting", "possible", "positive"),
        ("He said that talks with Iceland will resume next week.", "talks", "planned", "positive"),
    ],
)
def test_modality(extract_both: Extract, text: str, word: str, modality: str, polarity: str) -> None:
    """What is put off is still planned, what is called off denied, what nobody vouches for possible."""
    found = event(extract_both(text), word)
    assert (found.modality, found.polarity) == (modality, polarity)


def test_light_verb_always_leaves_its_noun(extract_both: Extract) -> None:
    """Of "made its first flight" the flight is an event, however unsure the encoder is."""
    assert "flight" in words(extract_both("The airship made its first flight on Sunday."))


def test_who_appears_in_court_acts(extract_both: Extract) -> None:
    """To appear before a judge is an event, to appear to be something is none."""
    assert "appeared" in words(extract_both("The suspect appeared in court on Thursday."))
    assert "appeared" not in words(extract_both("The suspect appeared to be calm."))


@pytest.mark.parametrize(
    "text",
    [
        "Arsenal 2 Leeds 0\nEverton 1 Fulham 1\nChelsea 3 Brentford 2",
        "- Buy milk\n- Call the plumber",
        "later later two years later\nafter after\nuntil until for",
        "Two years later. Three days after. A week before.",
    ],
)
def test_lists_and_tables_tell_of_nothing(extract_both: Extract, text: str) -> None:
    """No event of a table or a list of things to do is said to have happened on the day of publication."""
    assert not [e for e in extract_both(text).events if e.date]
