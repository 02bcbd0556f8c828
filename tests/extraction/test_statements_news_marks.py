"""Quotation marks in news texts, ten and more cases of each kind: what stands in them, to the character, and whose it is."""

# ruff: noqa: E501  (a sentence stays in one piece)

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import all_of, cases, fits, line, the

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


STRAIGHT = [
    ('"Nobody in Accra will miss the old airport," said Nana Boateng, who drove a taxi there for 30 years.',
     "* = Nana Boateng | said | Nobody in Accra will miss the old airport"),
    ('The midwife was still shaking. "I have never seen a road open like that," she told the daily El Comercio.',
     "she = The midwife | told | I have never seen a road open like that"),
    ('Samoa\'s coach, Tavita Leota, replied: "Ask me again when they have beaten somebody."',
     "* = Tavita Leota | replied | Ask me again when they have beaten somebody"),
    ('"Is there any milk left in the valley?" asked the inspector.',
     "the inspector | asked | Is there any milk left in the valley"),
    ("\"We're not beggars, and we're not leaving,\" Khaled Mansour said on the steps of the embassy.",
     "Khaled Mansour | said | We're not beggars, and we're not leaving"),
    ('In a brief note the glass works said, "All 214 jobs in Murano are safe."',
     "the glass works | said | All 214 jobs in Murano are safe"),
    ('"It smells of money", a trader said of the new exchange in Astana.',
     "a trader | said | It smells of money"),
    ('The ombudsman wrote, "The children slept on tiles. There was no heating. Nobody kept a list." The ministry has until May to answer.',
     "The ombudsman | wrote | The children slept on tiles. There was no heating. Nobody kept a list"),
    ('"The 5\'10" winger is not for sale," the club said.',
     "the club | said | The 5'10\" winger is not for sale"),
    ('"That\'s the boys\' money," his aunt said, "and it stays in Suva."',
     "his aunt | said | That's the boys' money … and it stays in Suva"),
    ('Chancellor Ute Brandl called the budget "a house without a roof" and walked out.',
     'Chancellor Ute Brandl = Ute Brandl | called | the budget "a house without a roof'),
]  # fmt: skip
CURLY = [
    ("“The river has taken the school, the clinic and the road,” said Father Anselm Kone, the parish priest of Bopa.",
     "* = Anselm Kone | said | The river has taken the school, the clinic and the road"),
    ("“Our grid can’t carry that load,” an engineer at Eskom told parliament on Wednesday.",
     "an engineer at Eskom | told | Our grid can’t carry that load"),
    ("The composer shrugged. “An opera is never finished,” he said.",
     "he = The composer | said | An opera is never finished"),
    ("“Why should a nurse in Split earn less than a waiter?” asked Ivana Perko.",
     "Ivana Perko | asked | Why should a nurse in Split earn less than a waiter"),
    ("The skipper’s last words over the radio were: “We are taking water.”",
     "The skipper | words | We are taking water"),
    ("“The ’90s are over,” the mayor of Tirana said.",
     "the mayor of Tirana | said | The ’90s are over"),
    ("“No!” cried the bride’s father. “Not in this house.”",
     "the bride’s father | cried | No … Not in this house"),
    ("Researchers in Hobart said the fish were “not lost but hiding”.",
     "Researchers in Hobart | said | the fish were “not lost but hiding"),
    ("“I came for a week,” recalled Yusuf Demir, now 71, “and I stayed for fifty years.”",
     "* = Yusuf Demir | recalled | I came for a week … and I stayed for fifty years"),
    ("Ms. Aguilar said: “I signed it. I did not read it. That was my mistake.”",
     "Ms. Aguilar | said | I signed it. I did not read it. That was my mistake"),
    ("“Rates will stay where they are…” the governor began, and the lira jumped.",
     "the governor | began | Rates will stay where they are…"),
    ("“This is a win for whales,” Greenpeace tweeted.",
     "Greenpeace | tweeted | This is a win for whales"),
]  # fmt: skip
SINGLE = [
    ("‘The tide came through the letterbox,’ said Gwen Pryce of Fairbourne, in north Wales.",
     "* = Gwen Pryce | said | The tide came through the letterbox"),
    ("'We'll play in the car park if we have to,' the captain said.",
     "the captain | said | We'll play in the car park if we have to"),
    ("‘I’m not going back to the mill,’ Deepa Rawat told the BBC.",
     "Deepa Rawat | told | I’m not going back to the mill"),
    ("The coroner said: ‘This was a death that a five-pound alarm would have prevented.’",
     "The coroner | said | This was a death that a five-pound alarm would have prevented"),
    ("'Where are the others?' the diver asked.",
     "the diver | asked | Where are the others"),
    ("The Tory peer dismissed the plan as ‘a tax on tea’.",
     "The Tory peer | dismissed | the plan as ‘a tax on tea"),
    ("‘They ate the seed corn,’ the agronomist said, ‘and now they want the field.’",
     "the agronomist | said | They ate the seed corn … and now they want the field"),
    ("'It's the players' decision,' said the board's chairman, Ross McKay.",
     "* = Ross McKay | said | It's the players' decision"),
    ("‘She said, “Run,” and we ran,’ the boy told the inquiry.",
     "the boy | told | She said, “Run,” and we ran"),
    ("‘Shame!’ the gallery shouted.",
     "the gallery | shouted | Shame"),
    ("The baker, whose shop flooded twice this year, says: ‘I sandbag before I sleep.’",
     "* | says | I sandbag before I sleep"),
]  # fmt: skip
GUILLEMETS = [
    ("«The border posts are empty», a lorry driver told the Minsk daily Zvyazda.",
     "a lorry driver | told | The border posts are empty"),
    ("« We shall not sign », said the Senegalese minister of fisheries, Fatou Sarr.",
     "* = Fatou Sarr | said | We shall not sign"),
    ("Mr. Petrov said: «The turbines were tested in March.»",
     "Mr. Petrov | said | The turbines were tested in March"),
    ("«Who ordered the flight?» the deputy asked.",
     "the deputy | asked | Who ordered the flight"),
    ("«The gas», the minister said, «will flow again on Monday.»",
     "the minister | said | The gas … will flow again on Monday"),
    ("The mayor of Lugano spoke of «a debt to our children».",
     "The mayor of Lugano | spoke | a debt to our children"),
    ("»The harbour is ours,« said Jens Holt, who leads the pilots’ guild in Esbjerg.",
     "* = Jens Holt | said | The harbour is ours"),
    ("«Long live the strike!» they chanted.",
     "they | chanted | Long live the strike"),
    ("„The ice was too thin,“ the ranger said.",
     "the ranger | said | The ice was too thin"),
    ("The bank called the rumour «pure invention».",
     "The bank | called | the rumour «pure invention"),
    ("«He told us “stay”, and we stayed», the cook said.",
     "the cook | said | He told us “stay”, and we stayed"),
    ("«The jury was wrong,» the director said. «It did not watch the film.»",
     "the director | said | The jury was wrong … It did not watch the film"),
]  # fmt: skip
NESTED = [
    ("“My mother used to say, ‘The sea gives and the sea lends,’ and she was right,” said the ferryman.",
     "the ferryman | said | My mother used to say, ‘The sea gives and the sea lends,’ and she was right",
     "My mother | say | The sea gives and the sea lends"),
    ("\"He looked at me and said, 'You are too old for this,' so I enrolled,\" Ms. Okello recalled.",
     "Ms. Okello | recalled | He looked at me and said, 'You are too old for this,' so I enrolled",
     "He | said | You are too old for this"),
    ("‘The guard shouted “Down!” and the glass came in,’ a clerk told the court.",
     "a clerk | told | The guard shouted “Down!” and the glass came in"),
    ("“They call it ‘the cathedral’, but it leaks,” the verger said.",
     "the verger | said | They call it ‘the cathedral’, but it leaks"),
    ("“When I asked the bank for help, the answer was ‘no’,” Mr. Lungu said.",
     "Mr. Lungu | said | When I asked the bank for help, the answer was ‘no"),
    ("The singer said: \"I read 'Gora' on the train to Dhaka and wept.\"",
     "The singer | said | I read 'Gora' on the train to Dhaka and wept"),
    ("“The letter ends, ‘Forgive me.’ It is not signed,” the detective told the jury.",
     "the detective | told | The letter ends, ‘Forgive me.’ It is not signed"),
    ("“‘Progress’ is their word for it,” said Chief Whitehorse. “We call it theft.”",
     "* | said | Progress’ is their word for it … We call it theft"),
    ("\"I told the referee, 'You've got it wrong,' and he just smiled,\" the full-back said.",
     "the full-back | said | I told the referee, 'You've got it wrong,' and he just smiled"),
    ("The teacher said, “A pupil asked me, ‘Is it true that the war will come here?’”",
     "The teacher | said | A pupil asked me, ‘Is it true that the war will come here",
     "A pupil | asked | Is it true that the war will come here"),
    ("“Every summer they promise us ‘the last cut’, and every winter there is another,” a pensioner in Plovdiv said.",
     "a pensioner in Plovdiv | said | Every summer they promise us ‘the last cut’, and every winter there is another"),
    ("“Grandfather always told us, ‘Plant two trees for each one you fell,’” the forester said.",
     "the forester | said | Grandfather always told us, ‘Plant two trees for each one you fell",
     "Grandfather | told | Plant two trees for each one you fell"),
]  # fmt: skip
UNBALANCED = [
    ("“The cheque never came, the widow said. She has moved in with her son.",
     "the widow | said | The cheque never came"),
    ('"The reactor was cold by dawn, the operator said in a bulletin.',
     "the operator | said | The reactor was cold by dawn"),
    ("The senator said: “I have nothing to hide and I will hide nothing",
     "The senator | said | I have nothing to hide and I will hide nothing"),
    ("The envoy said, “The roads are open. The planes are full.\n\nThe curfew begins at nine.”\n\nShe left on Friday.",
     "The envoy | said | The roads are open. The planes are full. The curfew begins at nine"),
    ("The gauge in Manaus rose again,” the navy said. Boats stayed in port.\n\nFood is flown in.",
     "the navy | said | The gauge in Manaus rose again"),
    ('Judge Amoah wrote: "The clause is void.\n\n"The costs are shared.\n\nThe lawyers for both sides declined to speak.',
     "* | wrote | The clause is void … The costs are shared"),
    ("“We saw the flames from the sea, said the cook of the trawler. “Then the mast fell.”",
     "the cook of the trawler | said | We saw the flames from the sea … Then the mast fell"),
    ("The nurse said: “Nobody slept. The chaplain brought tea.",
     "The nurse | said | Nobody slept. The chaplain brought tea"),
    ("The mayor called the deal “a gift to the casinos, and a tax on the poor.",
     "The mayor | called | the deal “a gift to the casinos, and a tax on the poor"),
    ("“The lock was picked”, the caretaker said. “Twice. He sighed.\n\nThe police took prints.",
     "the caretaker | said | *"),
    ("Mr. Haile said the strike was over.” The buses ran on Tuesday.",
     "Mr. Haile | said | the strike was over"),
    ("“The seeds are dead, the botanist said. “They were boiled.”",
     "the botanist | said | The seeds are dead … They were boiled"),
]  # fmt: skip
PARAGRAPHS = [
    ("“The well went dry in June,” said Lena Aho, who farms near Vaasa. “We drove to the lake with barrels.\n\n“Now the lake is low too.”",
     "* = Lena Aho | said | The well went dry in June … We drove to the lake with barrels … Now the lake is low too"),
    ("The governor said: “I have signed the order.\n\n“It takes effect at midnight.\n\n“Nobody is above it.”\n\nShops shut early.",
     "The governor | said | I have signed the order … It takes effect at midnight … Nobody is above it"),
    ('Ms. Cho told investors: "We made mistakes in Brazil. We paid for them.\n\n"We will not make them in India."',
     "Ms. Cho | told | We made mistakes in Brazil. We paid for them … We will not make them in India"),
    ("“I was born on this canal,” Mr. Visser said.\n\n“I will die on it,” he added.",
     "Mr. Visser | said | I was born on this canal",
     "he = Visser | added | I will die on it"),
    ("The bishop’s letter begins: “Brothers and sisters, the roof is gone.\n\n“The walls stand. So do we.”",
     "The bishop’s letter | begins | Brothers and sisters, the roof is gone … The walls stand. So do we"),
    ("“There were nine of us in the lift,” said Clara Ruiz.\n\n“The lights went out first.\n\n“Then somebody began to sing.”",
     "* = Clara Ruiz | — | The lights went out first",
     "* = Clara Ruiz | — | Then somebody began to sing"),
    ("‘We lost the herd,’ said Tserendorj, a herder. ‘Forty years of work.\n\n‘The bank wants the jeep as well.’",
     "* | said | We lost the herd … Forty years of work … The bank wants the jeep as well"),
    ("In a long post on Sunday, the striker thanked nobody.\n\n“I was promised a house,” he wrote. “I was promised a school for my girls.\n\n“I got a bus pass.”",
     "he = the striker | wrote | I was promised a house … I was promised a school for my girls … I got a bus pass"),
    ("The pilot read from a sheet:\n\n“At 04:12 we lost the left engine. At 04:15 we lost the right.”",
     "The pilot | read | At 04:12 we lost the left engine. At 04:15 we lost the right"),
    ("“The tariff is a wall,” Trade Minister Joao Lima told a forum in Lagos. “Walls have doors.\n\n“We are looking for the door.”\n\nHis Chinese counterpart did not attend.",
     "Trade Minister Joao Lima = Joao Lima | told | The tariff is a wall … Walls have doors … We are looking for the door"),
    ("“They took the phones,” said one of the hostages.\n\nAnother said: “They left us the Bible.\n\n“We read it aloud.”",
     "one of the hostages | said | They took the phones",
     "Another | said | They left us the Bible … We read it aloud"),
    ('The chairman said: "Profits fell.\n\n"Costs rose.\n\n"We are cutting 900 posts," and left without taking questions.',
     "The chairman | said | Profits fell … Costs rose … We are cutting 900 posts"),
]  # fmt: skip
SCARE = [
    "The “ghost fleet” unloaded 40,000 tonnes of crude in Fujairah last week.",
    "Two “smart” bins in Seville caught fire on Monday.",
    "The 'beast from the east' shut every school in Fife.",
    "Voters in the so-called “rust crescent” stayed at home.",
    "Parliament in Nairobi passed the “mitumba” tax by nine votes.",
    "The band’s third album, “Nine Dry Wells”, sold out in a day.",
    "The drug, sold as “Lucky”, killed four students in Graz.",
    "He served nine months in the “Hanoi Hilton” and came home thinner.",
    "The yacht “Santa Irene” ran aground off Zanzibar.",
    "The museum in Lyon opened its “silent room” to the public in May.",
    "Its “green” bonds paid for a coal port.",
    "The “tampon tax” was abolished in 2020.",
]
TYPES = [
    ("“The strike is off,” the union said.",
     "the union | said | The strike is off",
     "direct"),
    ("The union said the strike was off.",
     "The union | said | the strike was off",
     "indirect"),
    ("The union said the strike was “off for good” after a night of talks.",
     "The union | said | the strike was “off for good” after a night of talks",
     "mixed"),
    ("The pilot described the landing as “a controlled fall”.",
     "The pilot | described | the landing as “a controlled fall",
     "mixed"),
    ("Nine ministers have resigned, according to state radio.",
     "state radio | according to | Nine ministers have resigned",
     "indirect"),
    ("‘Nine of us have resigned,’ the minister told state radio.",
     "the minister | told | Nine of us have resigned",
     "direct"),
    ("The court found that the editor had acted “with a cold heart” when he printed the names.",
     "The court | found | that the editor had acted “with a cold heart” when he printed the names",
     "mixed"),
    ("The farmer vowed to “plough the golf course under” if his appeal fails.",
     "The farmer | vowed | to “plough the golf course under” if his appeal fails",
     "mixed"),
    ("Norway hopes to “keep the door ajar”, its envoy said.",
     "its envoy | said | Norway hopes to “keep the door ajar",
     "mixed"),
    ("“The vines,” the grower said, “are older than the republic.”",
     "the grower | said | The vines … are older than the republic",
     "direct"),
    ("«The vote was clean», observers from the African Union said.",
     "observers from the African Union | said | The vote was clean",
     "direct"),
    ("The chess federation asked both players to keep silent about the cheating charge.",
     "The chess federation | asked | both players to keep silent about the cheating charge",
     "indirect"),
    ("Defence Ministry: No soldier will be tried abroad",
     "Defence Ministry | : | No soldier will be tried abroad",
     "indirect"),
]  # fmt: skip
CASES = cases(
    {
        "straight": STRAIGHT,
        "curly": CURLY,
        "single": SINGLE,
        "guillemets": GUILLEMETS,
        "nested": NESTED,
        "unbalanced": UNBALANCED,
        "paragraphs": PARAGRAPHS,
    }
)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_what_stands_in_marks(extract: Extract, text: str, wanted: list[str]) -> None:
    """Of every kind, one in another, never closed or never opened, over paragraphs that each open anew."""
    all_of(extract(text), wanted)


@pytest.mark.parametrize("text", SCARE)
def test_scare_quotes_are_left_alone(extract: Extract, text: str) -> None:
    """A name, a title, a word held with tongs is nobody's speech."""
    assert [line(s) for s in extract(text).statements] == []


@pytest.mark.parametrize(("text", "wanted", "kind"), TYPES)
def test_the_type_tells_whose_words_they_are(extract: Extract, text: str, wanted: str, kind: str) -> None:
    """Word for word, in the reporter's words, or in both."""
    found = extract(text)
    the(found, wanted)
    assert {s.type for s in found.statements if fits(s, wanted)} == {kind}
