"""Where sources and contents end, whom things are said to, who said nothing, and what only looks like a statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import bare, fits, line, the, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


ASIDES = [
    ("According to Nora Feld, who has run the mine since 2011, the shaft was flooded.",
     "* | According to | the shaft was flooded"),
    ("According to Nora Feld, whose brother runs the mine, the shaft was flooded.",
     "* | According to | the shaft was flooded"),
    ("According to a survey by the Lund institute, published on Monday, 40 per cent of drivers are afraid of tunnels.",
     "* | According to | 40 per cent of drivers are afraid of tunnels"),
    ("According to a report by the harbour board, released last week, the cranes were never inspected.",
     "* | According to | the cranes were never inspected"),
    ("According to the ferry's captain, Oskar Brandt, the doors had been left open.",
     "* | According to | the doors had been left open"),
    ("The doors had been left open, according to Harbour Watch, a group of retired sailors.",
     "* | according to | The doors had been left open"),
    ("According to the ministry, the doors had been left open.",
     "the ministry | According to | the doors had been left open"),
    ("Results released by the electoral board showed that the mayor had lost.",
     "Results released by the electoral board | showed | that the mayor had lost"),
    ("A fisherman who once taught the mayor's children told a court that the boat had sunk.",
     "A fisherman | told | that the boat had sunk"),
    ("A note left by the captain says the boat had sunk.",
     "A note left by the captain | says | the boat had sunk"),
]  # fmt: skip
TAILS = [
    ("“We counted the boats and gave up,” he said, his voice shaking.", "he | said | We counted the boats and gave up"),
    ("“We counted the boats,” the harbour master told the daily Ny Tid.",
     "the harbour master | told | We counted the boats"),
    ("Brandt ruled out a fault: the ferry, he said, had been checked in May.",
     "he | said | the ferry … had been checked in May"),
    ('Brandt called the charge "absurd." If it rains, the ferry stays in port.',
     'Brandt | called | the charge "absurd'),
    ("Two sailors said the owner had sold the ferry; Brandt would not comment.",
     "Two sailors | said | the owner had sold the ferry"),
    ("The union says the ferry was overloaded; the owner says it was not.",
     "The union | says | the ferry was overloaded"),
    ("The priest asked the crowd not to take revenge.", "The priest | asked | the crowd not to take revenge"),
    ("Brandt said he would resign unless the board met within ten days of the accident.",
     "Brandt | said | he would resign unless the board met within ten days of the accident"),
    ("A film of the accident will open in Oslo next May, the producers hope.",
     "the producers | hope | A film of the accident will open in Oslo next May"),
    ("“Where are the boats?” he shouted. “At the bottom!” His union says nobody will be paid.",
     "His union | says | nobody will be paid"),
    ("“Where are the boats?” he shouted. “At the bottom!” His union says nobody will be paid.",
     "he | shouted | Where are the boats … At the bottom"),
    ("“We built a boat a week,” Brandt told investors. “That stops today.” Brandt said the yard would close in May.",
     "Brandt | told | We built a boat a week … That stops today"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ASIDES + TAILS)
def test_what_describes_a_source_is_not_what_it_said(extract: Extract, text: str, wanted: str) -> None:
    """Not who it is, nor the reporter's tail, nor the next sentence; and all of what was said."""
    the(extract(text), wanted)


SILENT = [
    ("Borden Steel did not respond to a request for comment.",
     "Borden Steel | did not respond to | a request for comment"),
    ("The mayor's office did not immediately respond to questions about the bridge.",
     "The mayor's office | respond | questions about the bridge"),
    ("A spokesman for the yard would not comment.", "A spokesman for the yard | would not | comment"),
    ("The ministry did not comment.", "The ministry | did not | comment"),
    ("The owner had no comment.", "The owner | had no | comment"),
    ("Brandt declined to comment.", "Brandt | declined | to comment"),
    ("The board has not replied to a letter from the families.",
     "The board | replied | a letter from the families"),
    ("Mr. Pell, who denies having taken the money, goes on trial in May.", "* | denies | having taken the money"),
    ("She has not said where the money went.", "She | said | where the money went"),
    ("The yard refused to say who had signed the order.", "The yard | refused | *"),
    ("Neither bank commented on the sale.", "Neither bank | commented | the sale"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SILENT)
def test_silence_is_told_as_what_was_not_said(extract: Extract, text: str, wanted: str) -> None:
    """Who would not comment, did not answer or denies has a negative statement."""
    found = extract(text).statements
    assert any(fits(s, wanted) and s.polarity == "negative" for s in found), [(line(s), s.polarity) for s in found]


ASSERTED = [
    "The minister dismissed the report as “a fairy tale”.",
    "The party rejected the figures as “a robbery in daylight”.",
    "Officials put the number of dead at 312.",
    "The police put the toll at 12.",
]


@pytest.mark.parametrize("text", ASSERTED)
def test_what_is_called_something_is_asserted(extract: Extract, text: str) -> None:
    """ "Dismissed it as a fairy tale" says what it is; "put the toll at 12" says how high."""
    assert [s.polarity for s in extract(text).statements] == ["positive"]


IDLE = [
    "A nurse, who asked not to be named, left the ward.",
    "The owner of the boat asked not to be identified.",
    "A jury found him guilty on nine counts.",
    "The court found the company liable.",
    "The goalkeeper conceded a penalty after ten minutes.",
    "Don't blame the weather.",
    "The man was convicted of fraud.",
    "Gunmen attacked a village in the north.",
    "The lander touched down on Wednesday.",
    "The council voted 9-4 to ban the book.",
    "The Senate voted on Monday to confirm the judge.",
    "The strike was called off by the union on Monday.",
    "She was sentenced to nine years.",
]


@pytest.mark.parametrize("text", IDLE)
def test_what_attributes_nothing_is_no_statement(extract: Extract, text: str) -> None:
    """A wish not to be named, a verdict, a penalty, an order to the reader."""
    assert [line(s) for s in extract(text).statements] == []


TALK = [
    "“You know what I want? I want to sleep,” Brandt said.",
    "“We must ask who signed it,” Brandt said.",
    "“They may say that it was an accident,” Brandt said.",
    "“It is fine to say no,” Brandt said.",
    "“I know the boat was old,” Brandt said.",
    "“If you ask me, I would blame the owner,” Brandt said.",
    "Brandt said the owner should apologise for the accident.",
    "“We want to thank the nurses,” Brandt said.",
    "“Anyone could suggest that it was an accident,” Brandt said.",
    "“One has to admit that it was late,” Brandt said.",
]


ONCE = [
    "The ministry denied that it planned to use the port.",
    "It will take weeks to understand whether the hull can be saved, she said.",
    "Analysts expect the yard to post a profit of $3 million.",
    "The union said its members had voted to strike.",
    "“Nobody is above the law,” the prosecutor, Ida Holm, said in a statement. “Today proves that.”",
    "“Early tests suggest a higher risk,” the agency's technical lead, Ida Holm, said.",
    "The minister was accused by the opposition of hiding the report.",
]


@pytest.mark.parametrize("text", ONCE)
def test_nothing_is_said_twice_or_against_a_denial(extract: Extract, text: str) -> None:
    """No aim, no denied plan and no half of a quotation is a second statement."""
    assert len(extract(text).statements) == 1, [line(s) for s in extract(text).statements]


@pytest.mark.parametrize("text", TALK)
def test_how_a_speaker_talks_is_no_report(extract: Extract, text: str) -> None:
    """What he knows, wants, must or may say inside his words is no statement of its own."""
    found = extract(text).statements
    assert [words(s.source.spans) for s in found if s.source] == ["Brandt"], [line(s) for s in found]


REPORTED = [
    ("“I asked the pilot how many, and he said, ‘That is the wrong question. Ask me when,’” Brandt said.",
     "he | said | That is the wrong question. Ask me when"),
    ("“The owner told me, ‘Nobody will ever know.’ And nobody did,” Brandt said.",
     "The owner | told | Nobody will ever know"),
    ('"The owner told me, \'Nobody will ever know.\' And nobody did," Brandt said.',
     "The owner | told | Nobody will ever know"),
    ("“Then the pilot shouted, ‘Get off the boat!’ We ran,” Brandt said.", "the pilot | shouted | Get off the boat"),
    ("“My daughter keeps asking me, ‘Did he mean it?’ I cannot answer her,” Brandt said.",
     "* | asking | Did he mean it"),
    ("‘The owner told me, “Nobody will ever know,”’ Brandt said.", "The owner | told | Nobody will ever know"),
    ("“The owner said he had sold the boat,” Brandt told the court.", "The owner | said | he had sold the boat"),
    ("“I think it was an accident,” Brandt told the court.", "I | think | it was an accident"),
    ("Brandt said the owner believed that the boat was safe.", "the owner | believed | that the boat was safe"),
    ("Brandt told the court that the pilot had blamed the wind.", "the pilot | blamed | the wind"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), REPORTED)
def test_what_others_are_said_to_have_said_is_nested(extract: Extract, text: str, wanted: str) -> None:
    """Another's words, or an opinion told whole, stand inside the statement that tells of them."""
    found = extract(text)
    assert the(found, wanted).parent in {s.id for s in found.statements}, [line(s) for s in found.statements]


HEARD = [
    ("Brandt told reporters that the boat was old.", "reporters"),
    ("Brandt told a news conference that the boat was old.", "a news conference"),
    ("Brandt told the daily Ny Tid that the boat was old.", "the daily Ny Tid"),
    ("Brandt said to the families that the boat was old.", "the families"),
    ("Brandt explained to the judge why the boat was old.", "the judge"),
    ("Brandt urged the crowd to go home.", "the crowd"),
    ("Brandt warned voters that the bridge would fall.", "voters"),
    ("Brandt ordered the guards to open the gate.", "the guards"),
    ("Brandt asked the United Nations to send observers.", "the United Nations"),
    ("Brandt reminded her that the bridge was closed.", "her"),
    ("Brandt assured investors that the yard was safe.", "investors"),
]
UNHEARD = [
    "Brandt referred to the money as a gift.",
    "Brandt pointed to the price of fuel.",
    "Brandt compared the plan to a snake.",
    "Brandt asked a question about the bridge.",
    "Brandt told the story of the bridge.",
    "Brandt said on Friday that the bridge was closed.",
    "Brandt linked the fall to the price of fuel.",
    "Brandt objected to the plan.",
    "Brandt admitted to taking the money.",
    "Brandt attributed the fall to the weather.",
]


@pytest.mark.parametrize(("text", "whom"), HEARD)
def test_who_can_hear_is_the_addressee(extract: Extract, text: str, whom: str) -> None:
    """People, bodies of people and papers are told, urged and asked."""
    heard = [words(s.addressee.spans) for s in extract(text).statements if s.addressee]
    assert heard == [whom]


@pytest.mark.parametrize("text", UNHEARD)
def test_what_is_meant_is_no_addressee(extract: Extract, text: str) -> None:
    """What somebody refers, points or objects to does not listen."""
    assert [bare(words(s.addressee.spans)) for s in extract(text).statements if s.addressee] == []
