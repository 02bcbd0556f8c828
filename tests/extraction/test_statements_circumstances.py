"""What was not said, what stands inside what, who hears it, on which day, and what only sounds like speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import line, told

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract_both(extract_either_way: Extract) -> Extract:
    """With the encoder, and without."""
    return extract_either_way


NOT_SAID = [
    ("The airline did not comment on reports that its pilots had been flying without rest.",
     ["The airline | comment | reports that its pilots had been flying without rest | neg"]),
    ("The palace neither confirmed nor denied that the king had been taken to hospital.",
     ["The palace | denied | that the king had been taken to hospital | neg"]),
    ("Four days on, Colombo has not condemned the attack on the fishing boats.",
     ["Colombo | condemned | the attack on the fishing boats | neg"]),
    ("Lidia Marques denied that she had ever met the arms dealer.",
     ["Lidia Marques | denied | that she had ever met the arms dealer | neg"]),
    ("Hyundai Steel rejected claims that its slag had coloured the bay.",
     ["Hyundai Steel | rejected | claims that its slag had coloured the bay | neg"]),
    ("There is no suggestion that the minister knew of the payments.",
     ["— | suggestion | that the minister knew of the payments | neg"]),
    ("Prime Minister Ana Brnović has never said that she would leave the pact.",
     ["* = Ana Brnović | said | that she would leave the pact | neg"]),
    ("No one at the ministry would confirm that a shot had been fired.",
     ["No one at the ministry | confirm | that a shot had been fired | neg"]),
    ("She did not explain why the gates had been locked.",
     ["She | explain | why the gates had been locked | neg"]),
    ("The United Nations has yet to say who fired the mortar.",
     ["The United Nations | say | who fired the mortar | neg"]),
    ("Neither company responded to questions about the leak.",
     ["Neither company | responded | questions about the leak | neg"]),
    ("The board has yet to explain why the accounts were late.",
     ["The board | explain | why the accounts were late | neg"]),
    ("None of the ministers responded to requests for comment.",
     ["* | responded | requests for comment | neg"]),
    ("Neither side commented on the exchange of prisoners.",
     ["Neither side | commented | the exchange of prisoners | neg"]),
    ("No bank has admitted that it moved the money.",
     ["No bank | admitted | that it moved the money | neg"]),
]  # fmt: skip
NESTED = [
    ("Rahim Uddin told the inquiry that the foreman had warned him twice that the wall was moving.",
     ["the foreman | warned | that the wall was moving | in that the foreman"]),
    ("The minister said doctors feared the epidemic would reach the coast.",
     ["doctors | feared | the epidemic would reach the coast | in doctors feared"]),
    ("According to the Nordic Council, Iceland wants to leave the fishing pact.",
     ["Iceland | wants | to leave the fishing pact | in Iceland wants"]),
    ("“My grandmother used to say that the river always comes back for its own,” Ms. Tran said.",
     ["My grandmother | say | that the river always comes back for its own | in “My"]),
    ("Police said the suspect had denied being in the country.",
     ["the suspect | denied | being in the country | neg | in the suspect"]),
    ("The journal reported that two of the authors now believe the data were copied.",
     ["two of the authors | believe | the data were copied | in that two"]),
    ("Mr. Haas said his sister had asked him to sell the farm.",
     ["his sister | asked | him to sell the farm | in his sister"]),
    ("A lawyer for the crew said the captain insists he never saw the lights.",
     ["the captain | insists | he never saw the lights | in the captain"]),
    ("Critics say the mayor promised to plant a tree for every one felled.",
     ["the mayor | promised | to plant a tree for every one felled | in the mayor"]),
    ("“They told us the road was clear,” Sgt. Okello said.",
     ["They | told | the road was clear | to us | in “They"]),
    ("The envoy wrote that Amman was worried that the truce would collapse.",
     ["Amman | worried | that the truce would collapse | in that Amman"]),
    ("She testified that the accountant had called the figures a joke.",
     ["the accountant | called | the figures a joke | in that the accountant"]),
    ("The union claimed that managers had threatened to close the plant.",
     ["managers | threatened | to close the plant | in that managers"]),
]  # fmt: skip
HEARD = [
    ("Transport chief Olga Sidorova told Radio Echo that the metro would run all night.",
     ["* = Olga Sidorova | told | that the metro would run all night | to Radio Echo"]),
    ("“Do not drink the water,” the mayor warned residents of the old town.",
     ["the mayor | warned | Do not drink the water | to residents of the old town"]),
    ("The widow asked the judge whether she could keep the letters.",
     ["The widow | asked | whether she could keep the letters | to the judge"]),
    ("The founder wrote to employees that nobody would lose a job.",
     ["The founder | wrote | that nobody would lose a job | to employees"]),
    ("The nurse explained to the parents how the pump worked.",
     ["The nurse | explained | how the pump worked | to the parents"]),
    ("“It was a mistake,” she said to her colleagues on Monday.",
     ["she | said | It was a mistake | to her colleagues | on 2024-05-06 expression"]),
    ("Regulators ordered the lender to return the deposits within a week.",
     ["Regulators | ordered | the lender to return the deposits within a week | to the lender"]),
    ("The pilot informed the tower that one engine was on fire.",
     ["The pilot | informed | that one engine was on fire | to the tower"]),
    ("He told a packed hall in Lyon that the money had run out.",
     ["He | told | that the money had run out | to a packed hall in Lyon"]),
    ("The consul advised travellers to leave the province by road.",
     ["The consul | advised | to leave the province by road | to travellers"]),
    ("The club’s president told the sports daily Cancha that he would sell both keepers.",
     ["The club’s president | told | that he would sell both keepers | to the sports daily Cancha"]),
    ("Tehran notified the nuclear agency that it would remove two cameras.",
     ["Tehran | notified | that it would remove two cameras | to the nuclear agency"]),
    ("The airline promised passengers that no flight would be cancelled.",
     ["The airline | promised | that no flight would be cancelled | to passengers"]),
]  # fmt: skip
DATED = [
    ("Health officials said late on Wednesday that the outbreak had reached the capital.",
     ["Health officials | said | that the outbreak had reached the capital | on 2024-05-08 expression"]),
    ("In a televised address on 28 April, President Lungu said the curfew would be lifted.",
     ["President Lungu | said | the curfew would be lifted | on 2024-04-28 expression"]),
    ("“We leave as friends,” the ambassador told guests at a reception on Monday.",
     ["the ambassador | told | We leave as friends | on 2024-05-06 expression"]),
    ("Speaking at a rally in Oruro on Saturday, Evo Quispe promised to lower the price of gas.",
     ["Evo Quispe | promised | to lower the price of gas | on 2024-05-04 expression"]),
    ("The regulator announced last month that it would review the licence.",
     ["The regulator | announced | that it would review the licence | on 2024-04-01 expression"]),
    ("Yesterday, the union said the drivers would return.",
     ["the union | said | the drivers would return | on 2024-05-09 expression"]),
    ("Prosecutors on Tuesday accused the clerk of selling the exam papers.",
     ["Prosecutors | accused | the clerk of selling the exam papers | on 2024-05-07 expression"]),
    ("The mine, its owner said in February, has enough gold for nine years.",
     ["its owner | said | The mine … has enough gold for nine years | on 2024-02-01 expression"]),
    ("“Nobody was hurt,” a police spokesman said early on Friday.",
     ["a police spokesman | said | Nobody was hurt | on 2024-05-10 expression"]),
    ("In an interview published on May 3, the composer called the opera house a tomb.",
     ["the composer | called | the opera house a tomb | on 2024-05-03 expression"]),
    ("In 1998 the ministry warned that the levee would not last twenty years.",
     ["the ministry | warned | that the levee would not last twenty years | on 1998-01-01 expression"]),
    ("The governor wrote on X on Thursday night that the dam had been breached.",
     ["The governor | wrote | that the dam had been breached | on 2024-05-09 expression"]),
    ("This morning the bank said its cash machines were working again.",
     ["the bank | said | its cash machines were working again | on 2024-05-10 expression"]),
]  # fmt: skip
CARRIED = [
    ("Minister Aziza Karimova briefed reporters on Tuesday. She said that nine villages had been cut off.",
     ["She = Aziza Karimova | said | that nine villages had been cut off | on 2024-05-07 context"]),
    (("At a press conference on Wednesday, coach Dino Vuković said Marić would play. He added that the pitch was "
      "in poor shape."),
     ["He = Dino Vuković | added | that the pitch was in poor shape | on 2024-05-08 context"]),
    ("The ferry is safe, the operator says.",
     ["the operator | says | The ferry is safe | on 2024-05-10 published"]),
    ("The bank said the branch would open on Monday.",
     ["The bank | said | the branch would open on Monday | on 2024-05-10 published"]),
    ("The company has long argued that the tax is illegal.",
     ["The company | argued | that the tax is illegal | on none"]),
    ("The minister will tell parliament that the fund is empty.",
     ["The minister | tell | that the fund is empty | on none"]),
    ("The mayor has said that the square will be closed to cars.",
     ["The mayor | said | that the square will be closed to cars | on 2024-05-10 published"]),
    ("Dr. Amal Jouini said on Monday that the trial had failed. “We will start again with fewer patients,” she said.",
     ["she = Amal Jouini | said | We will start again with fewer patients | on 2024-05-06 context"]),
    ("Before the war he used to say that borders were lines in the sand.",
     ["he | say | that borders were lines in the sand | on none"]),
    ("The union claims that 40 mechanics were dismissed in March.",
     ["The union | claims | that 40 mechanics were dismissed in March | on 2024-05-10 published"]),
    (("Emma Larsson told the court on Thursday that she had never signed the form. Asked about the signature, "
      "she replied that it was a copy."),
     ["she = Emma Larsson | replied | that it was a copy | on 2024-05-09 context"]),
    ("The court ruled that the election held on 4 February was void.",
     ["The court | ruled | that the election held on 4 February was void | on 2024-05-10 published"]),
    ("Engineers have repeatedly warned that the pylons are rusting.",
     ["Engineers | warned | that the pylons are rusting | on none"]),
    ("General Pereira addressed the troops on Wednesday. He said the border would be closed by night.",
     ["He = Pereira | said | the border would be closed by night | on 2024-05-08 context"]),
    # a story set on a day before the publication's: what is told in the simple past is of that day
    ("The council voted on Wednesday to sell the hall. The treasurer said that the roof was rotten.",
     ["The treasurer | said | that the roof was rotten | on 2024-05-08 context"]),
    ("The council voted on Wednesday to sell the hall. The treasurer had warned that the roof was rotten.",
     ["The treasurer | warned | that the roof was rotten | on 2024-05-10 published"]),
    ("The council voted on Wednesday to sell the hall. Rain fell on Thursday. The treasurer said the roof was rotten.",
     ["The treasurer | said | the roof was rotten | on 2024-05-10 published"]),
    ("The head of the bank resigned on Thursday, two weeks after she told investors that all was well.",
     ["she | told | that all was well | on 2024-04-25 context"]),
]  # fmt: skip
NOTHING = [
    "The twins are so alike that even their mother cannot tell them apart.",
    "The operation went according to plan, and by dawn all twelve miners were above ground.",
    "A small country — say, Malta — could not afford such a fleet.",
    "The team finished last, which says a lot about its budget.",
    "Her novel “What the River Said” won the prize in Lagos on Tuesday.",
    "Prizes were handed out according to age.",
    "The bridge, which carries 9,000 cars a day, was closed on Friday.",
    "The exhibition “They Told Us Nothing” opened in Sarajevo on Friday.",
    "Bishop Aquino said Mass in the ruins of the chapel on Easter morning.",
    "The clock told the wrong time for thirty years.",
    "Needless to say, the ferry was late again.",
    "The film “I Never Said Goodbye” was shot in Tbilisi in nine days.",
    "The council has the final say over who may fish in the lagoon.",
    "The rooms are numbered according to the year in which they were built.",
    "She is known for her patience and feared for her left hook.",
    "The players did as they were told and stayed in the hotel.",
    "That said, the harvest was better than last year’s.",
    "A family with, say, four goats and a well pays no tax in the district.",
    "The heat said more about the century than any speech.",
    "Apartments are assigned according to income and family size.",
    "The parade went off according to schedule despite the rain.",
    "The village priest said prayers over the broken boats.",
    "Nobody applauded, which said something about the mood in the hall.",
    "The novel “We Told You So” has sold out in Lagos.",
    "The two ministers are due to meet in Vienna on Monday to discuss the grain corridor.",
]
# what the rules alone do not see to the word
BY_ENCODER = [
    ("The inspector stopped short of calling the fire deliberate.",
     ["The inspector | * | * | neg"]),
    ("Officials declined to discuss the ransom or who had paid it.",
     ["Officials | declined | to discuss the ransom or who had paid it | neg"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NOT_SAID)
def test_silence_and_denials_are_negative(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """Told as what was not said."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), NESTED)
def test_what_others_said_stands_inside(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """The parent is who tells of it."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), HEARD)
def test_who_hears_it(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """People, bodies and papers."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), DATED + CARRIED)
def test_on_which_day(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """By its own expression (the text is of Friday, 10 May 2024), a briefing's, or the day of publication."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), BY_ENCODER)
def test_circumstances_by_the_encoder(extract: Extract, text: str, wanted: list[str]) -> None:
    """The same, where the parse alone goes astray."""
    told(extract(text), wanted)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_sounds_like_speech(extract_both: Extract, text: str) -> None:
    """Set phrases, measures, rites, titles, descriptions."""
    assert [line(s) for s in extract_both(text).statements] == []
