"""Who speaks next: dialogue by turn and paragraph, interviews, running speech and where it stops."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import bare, told, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract_both(extract_either_way: Extract) -> Extract:
    """With the encoder, and without."""
    return extract_either_way


DIALOGUE = [
    (("“How deep is the shaft?” Commander Ruiz asked.\n\n“Two hundred metres,” Teresa Solano answered.\n\n“Then "
      "we need another rope.”\n\n“There is none in the whole province.”"),
     ["* = Ruiz | asked | How deep is the shaft",
      "* = Teresa Solano | answered | Two hundred metres",
      "* = Ruiz | — | Then we need another rope",
      "* = Teresa Solano | — | There is none in the whole province"]),
    (("“You never called,” Anneke said.\n\n“The lines were down,” her brother replied.\n\n“For a year?”\n\nHe "
      "shrugged. “For most of it.”"),
     ["Anneke | said | You never called",
      "her brother | replied | The lines were down",
      "Anneke | — | For a year",
      "He | * | For most of it"]),
    (("The two men met at the fence. “This is my grandfather’s field,” said Avi Cohen. Khalil Nasser shook his "
      "head. “My grandfather planted those trees,” he said."),
     ["* = Avi Cohen | said | This is my grandfather’s field",
      "he = Khalil Nasser | said | My grandfather planted those trees"]),
    ("“Is it true?” a reporter asked. Minister Bopha Chan nodded. “Every word of it is true.”",
     ["a reporter | asked | Is it true",
      "* = Bopha Chan | — | Every word of it is true"]),
    (("Marek put down the phone. “They have found the boat,” he told Irena.\n\n“And the boys?” she "
      "asked.\n\n“They are alive.”"),
     ["he = Marek | told | They have found the boat | to Irena",
      "she = Irena | asked | And the boys",
      "* = Marek | — | They are alive"]),
    (("“We came for the coffee,” said Julie Roux, 34.\n\n“And stayed for the people,” added her husband, "
      "Marc.\n\nThey have run the café since 2015."),
     ["* = Julie Roux | said | We came for the coffee",
      "* = Marc | added | And stayed for the people"]),
    ("“I saw it first,” the girl said, “and I told my mother.” Her mother laughed. “She told the whole street.”",
     ["the girl | said | I saw it first … and I told my mother",
      "Her mother | — | She told the whole street"]),
    (("Rosa Medina runs the ferry. “It is slow, but it is ours.”\n\nHer passengers agree. “The bridge would kill "
      "this place,” said Tito Vera."),
     ["Rosa Medina | — | It is slow, but it is ours",
      "Tito Vera | said | The bridge would kill this place"]),
    (("“The fish came back in 2019,” Olsen said.\n\n“First the herring, then the cod. We could not believe "
      "it.”\n\nThe village now has six boats."),
     ["Olsen | said | The fish came back in 2019",
      "Olsen | — | First the herring, then the cod. We could not believe it"]),
    (("“Who paid for the trip?” asked the prosecutor.\n\n“A friend,” Mr. Abiola said.\n\n“Which friend?” the "
      "prosecutor asked.\n\n“I would rather not say.”"),
     ["the prosecutor | asked | Which friend",
      "Mr. Abiola | — | I would rather not say"]),
    (("Aunt and niece argue about everything. “The land should be sold,” says Mercy Otieno, 61. “Over my dead "
      "body,” says Joy, 24."),
     ["* = Mercy Otieno | says | The land should be sold",
      "* = Joy | says | Over my dead body"]),
    ("“We asked for rain,” Chief Lemba joked. “We should have said how much.”",
     ["Chief Lemba | joked | We asked for rain … We should have said how much"]),
    (("“Did you see who fired?” the inspector asked.\n\n“Only his boots,” Paolo Greco answered.\n\n“What colour "
      "were they?”"),
     ["the inspector | — | What colour were they"]),
    ("“We lost everything in one night,” Hawa Diallo said. Her husband nodded. “Everything but the radio.”",
     ["Hawa Diallo | said | We lost everything in one night",
      "Her husband | — | Everything but the radio"]),
    (("Yusuf Demirci has mended clocks in the bazaar since 1971. “Time is slower in here than outside.”\n\nHe "
      "closes on Sundays."),
     ["Yusuf Demirci | — | Time is slower in here than outside"]),
    (("“Who taught you to weld?” the visitor asked her.\n\n“My grandmother,” Ines Roca replied.\n\n“Your "
      "grandmother?”\n\n“She built boats.”"),
     ["the visitor | — | Your grandmother"]),
    ("Mayor Nils Aune said he would not sign. “The paper was blank when they gave it to me.”",
     ["* = Nils Aune | said | he would not sign",
      "* = Nils Aune | — | The paper was blank when they gave it to me"]),
    ("“The mine gave us a school,” said teacher Rita Campos. “It also took the hill.”",
     ["* = Rita Campos | said | The mine gave us a school … It also took the hill"]),
]  # fmt: skip
SEQUELS = [
    ("Asked whether the ferry would sail, Captain Rossi said he hoped so. “I’ve booked the crew for Sunday.”",
     ["Captain Rossi | said | he hoped so",
      "Captain Rossi | — | I’ve booked the crew for Sunday"]),
    (("“The pump has failed,” engineer Tom Brady said. Mayor Lucy Hale was furious. “He promised it would last,” "
      "she said."),
     ["* = Tom Brady | said | The pump has failed",
      "she = Lucy Hale | said | He promised it would last"]),
    (("“We have enough food,” said Maria Costa, who runs the shelter. Director Paul Weiss sees it differently. "
      "He says the stores are empty."),
     ["* = Maria Costa | said | We have enough food",
      "He = Paul Weiss | says | the stores are empty"]),
    ("“It is over,” Tom Reed said. His wife, Carla, agreed. She said they would move to Oslo.",
     ["* = Tom Reed | said | It is over",
      "She = Carla | said | they would move to Oslo"]),
]  # fmt: skip
INTERVIEWS = [
    (("Norah Stein runs the seed vault on Svalbard. She spoke to us by phone.\n\nQ: How many seeds are "
      "there?\nA: More than a million samples, from almost every country.\n\nQ: Who may take them out?\nA: Only "
      "those who put them in."),
     ["A = Norah Stein | * | More than a million samples, from almost every country",
      "A = Norah Stein | * | Only those who put them in"]),
    (("INTERVIEWER: When did you first hear the noise?\nMWANGI: A little before four in the "
      "morning.\nINTERVIEWER: What did you do?\nMWANGI: I woke the children and ran."),
     ["MWANGI | : | A little before four in the morning",
      "MWANGI | : | I woke the children and ran"]),
    (("Eva Brandt, the climber, was asked about her plans.\n\nQ. Will you go back?\nA. Next spring, if my knee "
      "allows it.\n\nQ. Alone?\nA. Always alone."),
     ["A = Eva Brandt | * | Next spring, if my knee allows it",
      "A = Eva Brandt | * | Always alone"]),
    (("Leo Chan: You gave up the piano at thirty. Why?\nMaria Sousa: Because my hands hurt and nobody "
      "noticed.\nLeo Chan: And now?\nMaria Sousa: Now I teach, and my hands have stopped hurting."),
     ["Leo Chan | : | You gave up the piano at thirty. Why",
      "Maria Sousa | : | Because my hands hurt and nobody noticed",
      "Leo Chan | : | And now",
      "Maria Sousa | : | Now I teach, and my hands have stopped hurting"]),
    (("The Times: What went wrong at the dam?\nMinister Paolo Conti: The gates were opened an hour too "
      "late.\nThe Times: Who is to blame?\nConti: I am, because I was told and did nothing."),
     ["* = Paolo Conti | : | The gates were opened an hour too late",
      "Conti = Paolo Conti | : | I am, because I was told and did nothing"]),
    (("JUDGE: Do you understand the charge?\nDEFENDANT: I do not, your honour, nobody has read it to me.\nJUDGE: "
      "It will be read to you now."),
     ["JUDGE | : | Do you understand the charge",
      "DEFENDANT | : | I do not, your honour, nobody has read it to me",
      "JUDGE | : | It will be read to you now"]),
    (("Below is an edited transcript of our talk with Sunita Rao, who maps slums from the air.\n\nQ: What do you "
      "see first?\nA: Roofs. Blue plastic tells you where the poorest live.\nQ: Does it help them?\nA: It has "
      "brought two wells so far."),
     ["A = Sunita Rao | * | Roofs. Blue plastic tells you where the poorest live",
      "A = Sunita Rao | * | It has brought two wells so far"]),
    (("Grist: Do you still eat fish?\nHelen Aro: Only what I catch myself.\nGrist: Why?\nHelen Aro: Because I "
      "know where it has been."),
     ["Helen Aro | : | Only what I catch myself",
      "Helen Aro | : | Because I know where it has been"]),
    (("MODERATOR: Senator, will you vote for the pipeline?\nSEN. DIAZ: I will vote against it, as I did in "
      "March.\nMODERATOR: Why?\nREP. KLEIN: Because she voted for it twice."),
     ["SEN. DIAZ | : | I will vote against it, as I did in March",
      "REP. KLEIN | : | Because she voted for it twice"]),
    (("Novelist Teju Balogun talked to us in his kitchen.\n\nQ: Do you write every day?\n\nA: Every day but "
      "Sunday. On Sunday I cook.\n\nQ: What are you cooking now?\n\nA: Yams."),
     ["A = Teju Balogun | * | Every day but Sunday. On Sunday I cook",
      "A = Teju Balogun | * | Yams"]),
    ("“Do you miss the sea?” we asked Captain Ines Faro. “Every morning,” she said. “Never at night.”",
     ["we | asked | Do you miss the sea | to Captain Ines Faro",
      "she = Ines Faro | said | Every morning … Never at night"]),
    ("WITNESS: I saw two men near the gate.\nCOUNSEL: How far away?\nWITNESS: Ten steps.",
     ["WITNESS | : | I saw two men near the gate",
      "COUNSEL | : | How far away",
      "WITNESS | : | Ten steps"]),
]  # fmt: skip
RUNNING = [
    (("The reactor will start in June, the utility’s director, Aino Laine, said. It will replace two coal "
      "plants. We have trained 300 operators for it."),
     ["* = Aino Laine | — | It will replace two coal plants | more",
      "* = Aino Laine | — | We have trained 300 operators for it | more"]),
    (("The harvest was lost within a night, farmer Paul Mbeki said. The hail came at four. There was nothing we "
      "could do."),
     ["* = Paul Mbeki | — | The hail came at four | more",
      "* = Paul Mbeki | — | There was nothing we could do | more"]),
    ("Turnover fell by a third, the brewery said. It expects a better summer.",
     ["* | — | It expects a better summer | more"]),
    ("Tourists are welcome again, the tourism board says. The beaches are clean. The hotels have been rebuilt.",
     ["* | — | The beaches are clean | more",
      "* | — | The hotels have been rebuilt | more"]),
    ("The price of rice must come down, the president said. People are hungry. The millers are getting rich on it.",
     ["* | — | People are hungry | more",
      "* | — | The millers are getting rich on it | more"]),
    ("Peace is possible, the envoy said. Both sides are tired of war. Neither can win it.",
     ["* | — | Both sides are tired of war | more",
      "* | — | Neither can win it | more"]),
    ("There is no plan to sell the club, its owner said. The fans can sleep soundly.",
     ["* | — | The fans can sleep soundly | more"]),
    (("The virus does not spread through milk, the agency said. Pasteurised milk is safe. Consumers should throw "
      "raw milk away."),
     ["* | — | Pasteurised milk is safe | more",
      "* | — | Consumers should throw raw milk away | more"]),
    (("The vote will be held in October, the commission’s chairman added. Every village will have a polling "
      "station. Monitors are welcome."),
     ["* | — | Every village will have a polling station | more",
      "* | — | Monitors are welcome | more"]),
    ("Our doors are open, the principal said. No child will be turned away. We ask for no papers.",
     ["* | — | No child will be turned away | more",
      "* | — | We ask for no papers | more"]),
    (("The bridge will cost twice as much, the contractor said. Steel has become dearer. The ground is softer "
      "than the drawings showed."),
     ["* | — | Steel has become dearer | more",
      "* | — | The ground is softer than the drawings showed | more"]),
    (("The comet will be visible in the east, the observatory said. It rises an hour before the sun. No "
      "telescope is needed."),
     ["* | — | It rises an hour before the sun | more",
      "* | — | No telescope is needed | more"]),
    ("The army is in control of the city, the spokesman said. Shops are open. Life is returning to normal.",
     ["* | — | Shops are open | more",
      "* | — | Life is returning to normal | more"]),
    ("Wages are not keeping up, the union’s leader said. A welder cannot afford a flat. Few can even afford the bus.",
     ["* | — | A welder cannot afford a flat | more",
      "* | — | Few can even afford the bus | more"]),
    ("The clinic is full, its director said. Patients lie in the corridors. We turned away forty yesterday.",
     ["* | — | Patients lie in the corridors | more",
      "* | — | We turned away forty yesterday | more"]),
    ("The orchard will not recover, the farmer said. The frost came in May. We had no warning.",
     ["* | — | The frost came in May | more",
      "* | — | We had no warning | more"]),
]  # fmt: skip
STOPS = [
    ("Consumer prices rose 8 percent, the statistics office said. The central bank targets inflation of 3 percent.",
     []),
    ("Turnover fell by a third, the brewery said. A pint costs six euros in the capital.",
     []),
    ("The tunnel was shut at dawn, the rail authority said. Few commuters have another way to the city.",
     []),
    (("The reactor will start in June, its director said. Greenpeace disagrees. It says the welds have never "
      "been tested."),
     []),
    ("The road is safe, the minister said. A lorry went off it on Monday, killing the driver.",
     []),
    ("The hotel will reopen, the owner said. Two weeks later the roof fell in.",
     []),
    (("The museum is broke, its director said. Founded in 1891, it houses the largest collection of moths in the "
      "Baltic."),
     []),
    ("I will not resign, Governor Paz said. Paz is the fourth governor to be charged.",
     []),
    ("The tunnel is sound, the engineer said.\n\nThe tunnel carries 40,000 cars a day.",
     []),
    ("“The tunnel is sound,” the engineer said. The tunnel carries 40,000 cars a day.",
     []),
    ("The strike will go on, the union said. Shares in the airline fell 4 percent.",
     []),
    ("The glacier is melting, she said. Meanwhile, tourists keep coming.",
     []),
    ("The dam will hold, the engineer said. Police, however, are emptying the villages below it.",
     []),
    ("The dam will hold, the engineer said. Its wall is forty metres thick. On Tuesday night it broke.",
     ["* | — | Its wall is forty metres thick | more"]),
    ("The club will appeal, its lawyer said. The league fined it two million euros last week.",
     []),
    ("The port is open, the authority said. Built in 1904, it handles half of the country’s trade.",
     []),
    ("The toll will rise, the governor said. A lorry overturned on the bridge on Sunday.",
     []),
]  # fmt: skip
# what the rules alone do not see to the word
BY_ENCODER = [
    ("Coach Bill Tanner was blunt: “We were dreadful.” His captain, Sam Ojo, went further: “We were a disgrace.”",
     ["* = Bill Tanner | * | We were dreadful",
      "* = Sam Ojo | * | We were a disgrace"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DIALOGUE + SEQUELS)
def test_a_quotation_goes_to_whose_turn_it_is(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """Beside an attribution, behind a sentence about one person, in turn; not to the last name."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), INTERVIEWS)
def test_an_interview(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """Answers and labels, however short."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), BY_ENCODER)
def test_dialogue_by_the_encoder(extract: Extract, text: str, wanted: list[str]) -> None:
    """The same, where the rules alone find less."""
    told(extract(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), RUNNING + STOPS)
def test_speech_runs_on_and_stops(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """It runs on in the present and where the speaker says "we"; it stops at another, at what happened, at a break."""
    found = extract_both(text)
    told(found, wanted)
    running = [bare(words(s.content.spans)) for s in found.statements if s.type == "continued"]
    assert running == [each.split(" | ")[2] for each in wanted]
