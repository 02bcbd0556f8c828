"""Statements by the rules, phenomenon by phenomenon, on sentences written for this file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from service.extraction.annotations import Annotations, Statement

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


def words(spans: Any) -> str:
    """The spans' texts in one string, "…" between pieces."""
    return " … ".join(span.text for span in spans)


def contents(found: Annotations) -> list[str]:
    """Every content, for messages."""
    return [words(statement.content.spans) for statement in found.statements]


def by_content(found: Annotations, content: str) -> Statement:
    """The statement with exactly this content ("…" joins discontinuous pieces)."""
    for statement in found.statements:
        if words(statement.content.spans) == content:
            return statement
    raise AssertionError(f"no statement {content!r} among {contents(found)}")


def source(statement: Statement) -> str | None:
    """The source as written."""
    return words(statement.source.spans) if statement.source else None


CUES = [
    ("The company insisted that its engines were safe.", "The company", "insisted", "that its engines were safe"),
    ("Engineers estimate the repairs will take a year.", "Engineers", "estimate", "the repairs will take a year"),
    ("Ms. Adeyemi hopes to reopen the school in March.", "Ms. Adeyemi", "hopes", "to reopen the school in March"),
    ("The union rejected claims that its members had been paid.", None, "claims", "that its members had been paid"),
    ("The mayor is confident that the bridge will hold.", "The mayor", "confident", "that the bridge will hold"),
    ("According to the coast guard, nobody was on board.", "the coast guard", "According to", "nobody was on board"),
    ("Nobody was on board, according to the coast guard.", "the coast guard", "according to", "Nobody was on board"),
    (
        "The minister expressed hope that talks would resume.",
        "The minister",
        "expressed hope",
        "that talks would resume",
    ),
    ("The bank wondered whether rates would fall.", "The bank", "wondered", "whether rates would fall"),
    ("She vowed to fight the ruling.", "She", "vowed", "to fight the ruling"),
    ("The president called for calm.", "The president", "called for", "calm"),
    ("Villagers accused the army of burning houses.", "Villagers", "accused", "the army of burning houses"),
    ("The report described the dam as unsafe.", "The report", "described", "the dam as unsafe"),
    ("The doctor warned against travelling alone.", "The doctor", "warned", "travelling alone"),
    ("Norway: Fishing quotas were never exceeded last season.", None, None, None),
    (
        "Maria Keller: We never saw the letter before Monday.",
        "Maria Keller",
        ":",
        "We never saw the letter before Monday.",
    ),
    ("The factory is reportedly close to a sale.", None, "reportedly", "close to a sale"),
]


@pytest.mark.parametrize(("text", "who", "cue", "content"), CUES)
def test_cues_of_every_kind(extract: Extract, text: str, who: str | None, cue: str | None, content: str | None) -> None:
    """Verbs, nouns, adjectives, prepositions, phrases, adverbs and labels are cues; a topic before a colon is none."""
    found = extract(text)
    if content is None:
        assert not any(statement.cue and statement.cue.lemma == ":" for statement in found.statements)
        return
    matching = [s for s in found.statements if words(s.content.spans) == content] or [
        s for s in found.statements if words(s.content.spans).endswith(content)
    ]
    assert matching, contents(found)
    assert source(matching[0]) == who
    assert matching[0].cue is not None
    assert str(cue) in words(matching[0].cue.spans)


CONTENT = [
    ('"The road is open," Ito said.', ['"The road is open,"'], "direct"),
    ("“The road is open,” Ito said.", ["“The road is open,”"], "direct"),
    ("«The road is open now», Ito said.", ["«The road is open now»"], "direct"),
    ("‘The road is open,’ Ito said.", ["‘The road is open,’"], "direct"),
    ("''The road is open,'' Ito said.", ["''The road is open,''"], "direct"),
    ("“The road,” Ito said, “is open to everyone.”", ["“The road,” … “is open to everyone.”"], "direct"),
    ("“The road is open,” Ito said. “We checked it twice this morning.”",
     ["“The road is open,” … “We checked it twice this morning.”"], "direct"),
    ("Ito said that the road was open.", ["that the road was open"], "indirect"),
    ("The road, Ito said, was open.", ["The road … was open"], "indirect"),
    ("The road was open, Ito said.", ["The road was open"], "indirect"),
    ("Ito said the road was “as open as the sea” by noon.", ["the road was “as open as the sea” by noon"], "mixed"),
    ("Ito said: “I told them, ‘Go home,’ and they went.”", ["“I told them, ‘Go home,’ and they went.”"], "direct"),
    ("Ito promised to keep the road open.", ["to keep the road open"], "indirect"),
    ("“The road is open, Ito said.", [], None),
    ("“We opened the road at dawn,” Ito said.\n\n“It took all night.\n\n“Nobody slept,” she added.",
     ["“We opened the road at dawn,”"], "direct"),
    ("The so-called “road” was open.", [], None),
    ("He drove the “Silk Road” in May.", [], None),
    ("Ito said the road was open, and the mayor left the hall.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "kind"), CONTENT)
def test_content_to_the_character(extract: Extract, text: str, wanted: list[str] | None, kind: str | None) -> None:
    """Quotation marks of every kind, "that" and "to" belong to the content; scare quotes and titles are none."""
    found = extract(text)
    for content in wanted or []:
        assert by_content(found, content).type == kind
    if wanted == [] and kind is None and "Ito" not in text:
        assert not found.statements


def test_a_quotation_over_paragraphs_is_one_content(extract: Extract) -> None:
    """Every paragraph opens anew, only the last one closes."""
    text = (
        "“We opened at dawn,” Ito said. “It took all night.\n\n“Nobody slept. Nobody ate.\n\n“But the road is open.”"
        "\n\nThe end."
    )
    found = extract(text)
    assert by_content(
        found, "“We opened at dawn,” … “It took all night. … “Nobody slept. Nobody ate. … “But the road is open.”"
    ).type == "direct"  # fmt: skip


def test_a_missing_opening_mark_after_a_paragraph_break(extract: Extract) -> None:
    """A paragraph that does not open anew but closes the mark left open still belongs to the quotation."""
    found = extract('Ito said, "We opened the road at dawn.\n\nIt took all night, and nobody slept." Then she left.')
    assert contents(found)[0].endswith('nobody slept."')


RUNNING = [
    ("The plan will work, Chen said. It brings money to the north. We stand behind it.", 2),
    ("Prices will fall, the minister said. The worst is over. Exports are growing again.", 2),
    ("The bridge is safe, he said. It can carry any load.", 1),
    ("The bridge is safe, he said. Engineers closed it on Monday.", 0),
    ("The bridge is safe, he said. But Ms. Roy said it was not.", 0),
    ("The bridge is safe, he said.\n\nIt is the oldest in the country.", 0),
    ("He said the bridge was safe. It is the oldest in the country.", 0),
    ("The plan will work, Chen said. Chen is the third mayor in a year.", 0),
    ("The plan will work, Chen said. He was born in Hanoi.", 0),
    ("“The plan will work,” Chen said. It brings money to the north.", 0),
    ("The plan will work, Chen said. Meanwhile, farmers block the roads of the capital.", 0),
    ("The talks go on, the envoy added. Both sides want peace. Neither side has closed the door.", 2),
]


@pytest.mark.parametrize(("text", "count"), RUNNING)
def test_running_speech(extract: Extract, text: str, count: int) -> None:
    """Sentences run on after "…, he said." and stop at the narrator, another speaker, the paragraph's end."""
    found = extract(text)
    running = [s for s in found.statements if s.type == "continued"]
    assert len(running) == count, contents(found)
    ids = {s.id for s in found.statements}
    for statement in running:
        assert statement.continues in ids
        assert (statement.cue, statement.source is None) == (None, False)


SOURCES = [
    ("Foreign Minister Ana Costa arrived. She said the deal was close.", "the deal was close", "She", "Ana Costa"),
    ("Ana Costa, the foreign minister, said the deal was close.", "the deal was close", None, "Ana Costa"),
    ("The finance ministry said the deal was close.", "the deal was close", "The finance ministry", None),
    ("Tokyo announced that the deal was close.", "that the deal was close", "Tokyo", "Tokyo"),
    ("A senior official said the deal was close.", "the deal was close", "A senior official", "A senior official"),
    ("The letter said the deal was close.", "the deal was close", "The letter", "The letter"),
    ("Ana Costa, who said the deal was close, left early.", "the deal was close", "who", "Ana Costa"),
    ("Ana Costa was quoted as saying that the deal was close.", "that the deal was close", "Ana Costa", "Ana Costa"),
    (
        "A newspaper quoted Ana Costa as saying that the deal was close.",
        "that the deal was close",
        "Ana Costa",
        "Ana Costa",
    ),
    ("The deal was close, said Ana Costa.", "The deal was close", "Ana Costa", "Ana Costa"),
    ("It is said that the deal was close.", "that the deal was close", None, None),
    ("When asked whether the deal was close, the envoy shrugged.", "whether the deal was close", None, None),
    ("The court released a ruling saying that the deal was void.", "that the deal was void", "The court", "The court"),
    ("Siemens said the deal was close.", "the deal was close", "Siemens", "Siemens"),
    (
        "A former aide, who had served two presidents, said the deal was close.",
        "the deal was close",
        None,
        "A former aide",
    ),
    ("Kenya's government claims the deal is close.", "the deal is close", "Kenya's government", None),
]


@pytest.mark.parametrize(("text", "content", "who", "name"), SOURCES)
def test_sources(extract: Extract, text: str, content: str, who: str | None, name: str | None) -> None:
    """Names, pronouns, titles, documents, metonyms, relative pronouns, quoted speakers; null where nobody is named."""
    statement = by_content(extract(text), content)
    if who is None and name is None:
        assert statement.source is None
        return
    assert statement.source is not None
    if who is not None:
        assert source(statement) == who
    if name is not None:
        assert statement.source.name == name


SEVERAL = [
    ("Rao said the port was shut, adding that ships had left.", ["the port was shut", "that ships had left"]),
    ("Rao said the port was shut and urged ships to leave.", ["the port was shut", "ships to leave"]),
    ("The port was shut, Rao said, adding that ships had left.", ["The port was shut", "that ships had left"]),
    ("Rao dismissed the report, saying the port was open.", ["the report", "the port was open"]),
    ("Rao welcomed the vote, calling it a new start.", ["the vote", "it a new start"]),
    ("Rao said the port was shut and promised to reopen it.", ["the port was shut", "to reopen it"]),
    ("Rao criticized the navy, warning that ships would leave.", ["the navy", "that ships would leave"]),
    ("Rao noted that the port was shut, and said ships had left.", ["that the port was shut", "ships had left"]),
    ("Rao argued that the port should close, claiming it was unsafe.", ["that the port should close", "it was unsafe"]),
    (
        "Rao denied that the port was shut, insisting that ships came daily.",
        ["that the port was shut", "that ships came daily"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_one_source_with_several_cues(extract: Extract, text: str, wanted: list[str]) -> None:
    """Every cue has its own content, and all have the same speaker."""
    found = extract(text)
    for content in wanted:
        statement = by_content(found, content)
        assert source(statement) == "Rao"


NOT_SAID = [
    ("Ferri did not comment on the leak.", "the leak"),
    ("Ferri neither confirmed nor denied the leak.", "the leak"),
    ("Ferri has not condemned the attack.", "the attack"),
    ("Ferri denied that the files had leaked.", "that the files had leaked"),
    ("Ferri refused to say who had paid.", "to say who had paid"),
    ("Ferri declined to comment on the leak.", "to comment on the leak"),
    ("Ferri never said that the files were lost.", "that the files were lost"),
    ("Ferri did not say whether the files were lost.", "whether the files were lost"),
    ("Ferri would not confirm that the files were lost.", "that the files were lost"),
    ("No one said that the files were lost.", "that the files were lost"),
    ("Ferri did not confirm or deny that the files were lost.", "that the files were lost"),
    ("Ferri rejected claims that the files were lost.", "claims that the files were lost"),
    ("Ferri failed to mention that the files were lost.", "that the files were lost"),
    ("Ferri avoided saying whether the files were lost.", "whether the files were lost"),
    ("Ferri stopped short of saying that the files were lost.", "that the files were lost"),
]


@pytest.mark.parametrize(("text", "content"), NOT_SAID)
def test_what_was_not_said_is_negative(extract: Extract, text: str, content: str) -> None:
    """Refusals, denials and silence are never plain assertions of their source."""
    found = extract(text)
    own = [s for s in found.statements if s.source and "Ferri" in (source(s) or "") or source(s) == "No one"]
    assert own, contents(found)
    assert all(s.polarity == "negative" for s in own if s.parent is None)


@pytest.mark.parametrize(
    "text",
    [
        "Ferri said that the files were not lost.",
        "Ferri confirmed that nobody had paid.",
        "Ferri did not hesitate and said the files were safe.",
        "Not long after, Ferri said the files were safe.",
        "Ferri, who never smiles, said the files were safe.",
    ],
)
def test_what_was_said_is_positive(extract: Extract, text: str) -> None:
    """A negation inside the content or elsewhere in the sentence does not negate the saying."""
    assert extract(text).statements[-1].polarity == "positive"


NESTED = [
    ("Lund said Norway hopes that the talks succeed.", "that the talks succeed"),
    ("Lund said critics believe the plan is dead.", "the plan is dead"),
    ("According to Lund, the court said the law was void.", "the law was void"),
    ("Lund said the king had told them to wait.", "to wait"),
    ("Lund claimed that doctors warned that the ward was full.", "that the ward was full"),
    ("The paper reported that Lund thinks the plan is dead.", "the plan is dead"),
    ("Lund said she feared the plan was dead.", "the plan was dead"),
    ("Lund wrote that Norway wants to leave the pact.", "to leave the pact"),
    ("“My father always said the sea forgives nobody,” Lund said.", "the sea forgives nobody"),
    (
        "Lund said China is concerned that the crisis may escalate and hopes the two sides will talk.",
        "the two sides will talk",
    ),
]


@pytest.mark.parametrize(("text", "content"), NESTED)
def test_nesting(extract: Extract, text: str, content: str) -> None:
    """A statement inside another's content names it as its parent."""
    found = extract(text)
    inner = by_content(found, content)
    assert inner.parent in {s.id for s in found.statements}
    outer = next(s for s in found.statements if s.id == inner.parent)
    assert outer.content.spans[0].start <= inner.content.spans[0].start


ADDRESSED = [
    ("Paz told reporters that the vote was fair.", "reporters"),
    ("Paz told the senate the vote was fair.", "the senate"),
    ("“The vote was fair,” Paz told Reuters.", "Reuters"),
    ("The vote was fair, Paz told a crowd in Lima.", "a crowd in Lima"),
    ("Paz assured voters that the count was over.", "voters"),
    ("Paz said to the judges that the vote was fair.", "the judges"),
    ("Paz informed the board that the vote was fair.", "the board"),
    ("Paz warned investors that the vote was close.", "investors"),
    ("Paz reminded the hall that the vote was close.", "the hall"),
    ("Paz wrote to the king that the vote was fair.", "the king"),
]


@pytest.mark.parametrize(("text", "whom"), ADDRESSED)
def test_addressee(extract: Extract, text: str, whom: str) -> None:
    """Whom the words were said to."""
    heard = [words(s.addressee.spans) for s in extract(text).statements if s.addressee]
    assert heard[:1] == [whom]


DATED = [
    ("Obi said on Monday that the port was shut.", "2024-05-06", "expression"),
    ("On Tuesday, Obi said the port was shut.", "2024-05-07", "expression"),
    ("The port was shut, Obi said Wednesday.", "2024-05-08", "expression"),
    ("In Thursday’s call, Obi said the port was shut.", "2024-05-09", "expression"),
    ("Obi said the port was shut.", "2024-05-10", "published"),
    ("Obi says the port is shut.", "2024-05-10", "published"),
    ("Obi has said the port is shut.", "2024-05-10", "published"),
    ("Obi said the port would open on Monday.", "2024-05-10", "published"),
    ("Amina Obi said on Monday that the port was shut. She added that ships had left.", "2024-05-06", "context"),
    ("Obi on May 2 released a report saying that the port was shut.", "2024-05-02", "expression"),
    ("Speaking in Lagos on Monday, Obi said the port was shut.", "2024-05-06", "expression"),
    ("The mayor, testifying on Monday, said the port was shut.", "2024-05-06", "expression"),
    ("In a statement released on Tuesday, Obi said the port was shut.", "2024-05-07", "expression"),
    ("In a book written in 2009, Obi said the port was shut.", "2024-05-10", "published"),
    ("Amina Obi will say on Monday that the port is shut. She said the sea was calm.", "2024-05-10", "published"),
    ("Obi will say that the port is shut.", None, None),
    ("Obi has long said the port is shut.", None, None),
]


@pytest.mark.parametrize(("text", "day", "basis"), DATED)
def test_the_day_of_saying(extract: Extract, text: str, day: str | None, basis: str | None) -> None:
    """From the cue's own expression, carried over, or the publication date; never from a date inside the content."""
    date = extract(text).statements[-1].date
    assert (date.earliest if date else None, date.basis if date else None) == (day, basis)


def test_no_day_without_a_clue(extract: Extract) -> None:
    """Without a publication date an undated statement stays undated."""
    assert extract("Obi said the port was shut.", published=None).statements[0].date is None


def test_dialogue_takes_turns(extract: Extract) -> None:
    """A quotation alone in its paragraph goes to the one whose turn it is, or goes on with the only speaker."""
    text = (
        "“Where is the key to the old gate?” Ruth asked.\n\n“I gave it to the guard,” Tom said.\n\n"
        "“You should have asked me first,” Ruth said.\n\n“There was no time at all for that.”"
    )
    last = extract(text).statements[-1]
    assert last.type == "continued"
    assert last.source is not None
    assert last.source.name == "Tom"


def test_chains_of_reports(extract: Extract) -> None:
    """A readout that quotes a minister: his words are his, and "he also" goes on with him."""
    text = (
        "Kenya will keep its border open, Wanjiru said, according to a readout from Nairobi, which quoted Mr Otieno as "
        "saying that trade is the key to peace. He also noted that the two countries share a history."
    )
    found = extract(text)
    assert source(by_content(found, "that trade is the key to peace")) == "Mr Otieno"
    speakers = {
        by_content(found, content).source.name  # type: ignore[union-attr]
        for content in ("that the two countries share a history", "that trade is the key to peace")
    }
    assert len(speakers) == 1
