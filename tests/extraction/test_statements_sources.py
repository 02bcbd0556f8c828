"""Who said it: as written and as resolved, one source with several cues, chains, dialogue, nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import line, source, the

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


RESOLVED = [
    ("Chancellor Greta Holm flew to Lima on Monday. She said the treaty was ready.",
     "She | said | the treaty was ready", "Greta Holm"),
    ("Greta Holm flew to Lima on Monday. The chancellor said the treaty was ready.",
     "The chancellor | said | the treaty was ready", None),
    ("Peru’s foreign minister, Luis Rojas, met the envoys. “The treaty is ready,” Mr. Rojas told them.",
     "Mr. Rojas | told | The treaty is ready", "Luis Rojas"),
    ("“The treaty is ready,” said Luis Rojas, the foreign minister of Peru.",
     "* | said | The treaty is ready", "Luis Rojas"),
    ("Ministry spokeswoman Ada Njoku told reporters that the treaty was ready.",
     "* | told | that the treaty was ready", "Ada Njoku"),
    ("Ada Njoku, a spokeswoman for the ministry, said that the treaty was ready.",
     "* | said | that the treaty was ready", "Ada Njoku"),
    ("Luis Rojas, who said the treaty was ready, left at once.",
     "who | said | the treaty was ready", "Luis Rojas"),
    ("The court heard Marta Silva. The judge told her that she was free.",
     "The judge | told | that she was free", "The judge"),
    ("The goalkeeper, Ivo Marek, saved two penalties. “I guessed right,” he said.",
     "he | said | I guessed right", "Ivo Marek"),
    ("Professor Chidi Eze found the bones in 2019. In his view, the animal was a swimmer. He says the skull proves it.",
     "He | says | the skull proves it", "Chidi Eze"),
    ("Toyota will close the line, it said on Friday.",
     "it | said | Toyota will close the line", None),
    ("Helena Strand resigned on Friday. Her lawyer said the charges were false.",
     "Her lawyer | said | the charges were false", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "name"), RESOLVED)
def test_sources_are_resolved(extract: Extract, text: str, wanted: str, name: str | None) -> None:
    """Pronouns, titles, appositions and relative pronouns lead to the name."""
    statement = the(extract(text), wanted)
    assert statement.source is not None
    assert name in {None, statement.source.name}


WRITTEN = [
    # organisations and documents
    ("The indictment says the clerk took 40 bribes.", "The indictment | says | the clerk took 40 bribes"),
    ("A leaked memo showed that the airline knew of the fault.",
     "A leaked memo | showed | that the airline knew of the fault"),
    ("The survey found that one in five had moved.", "The survey | found | that one in five had moved"),
    ("The letter warned that the roof was unsafe.", "The letter | warned | that the roof was unsafe"),
    ("The constitution states that the vote is secret.", "The constitution | states | that the vote is secret"),
    ("An autopsy report concluded that he had drowned.", "An autopsy report | concluded | that he had drowned"),
    ("The Daily Herald reported that the strike was off.", "The Daily Herald | reported | that the strike was off"),
    ("The treaty stipulates that both fleets withdraw.", "The treaty | stipulates | that both fleets withdraw"),
    ("The lawsuit alleges that the pills were untested.", "The lawsuit | alleges | that the pills were untested"),
    ("A United Nations study estimates that half the reefs are dead.",
     "A United Nations study | estimates | that half the reefs are dead"),
    # unnamed
    ("A senior official said the bomb was homemade.", "A senior official | said | the bomb was homemade"),
    ("Sources close to the club said the coach would go.", "Sources close to the club | said | the coach would go"),
    ("Two people briefed on the matter said the bid was too low.",
     "Two people briefed on the matter | said | the bid was too low"),
    ("Witnesses said the bus had swerved.", "Witnesses | said | the bus had swerved"),
    ("One analyst called the price absurd.", "One analyst | called | the price absurd"),
    ("Some researchers argue that the cores are older.", "Some researchers | argue | that the cores are older"),
    ("A diplomat, speaking on condition of anonymity, said the text was ready.",
     "A diplomat | said | the text was ready"),
    ("Others say the river has moved.", "Others | say | the river has moved"),
    ("A resident told the BBC that the shelling never stopped.", "A resident | told | that the shelling never stopped"),
    ("Experts warn that the glacier could slide.", "Experts | warn | that the glacier could slide"),
    # metonyms
    ("Beijing announced that the ban would be lifted.", "Beijing | announced | that the ban would be lifted"),
    ("Washington has accused Tehran of arming the rebels.", "Washington | accused | Tehran of arming the rebels"),
    ("The Kremlin said the report was false.", "The Kremlin | said | the report was false"),
    ("Downing Street insisted that no party had taken place.",
     "Downing Street | insisted | that no party had taken place"),
    ("Paris and Berlin agreed to share the cost.", "Paris and Berlin | agreed | to share the cost"),
    ("The White House denied that a call had been made.", "The White House | denied | that a call had been made"),
    ("Brussels wants to cap the price of gas.", "Brussels | wants | to cap the price of gas"),
    ("Seoul warned that it would respond.", "Seoul | warned | that it would respond"),
    ("Wall Street expects rates to fall.", "Wall Street | expects | rates to fall"),
    ("The Vatican said the bishop had resigned.", "The Vatican | said | the bishop had resigned"),
    # passive, and quoted
    ("The clerk was quoted by the Tribune as saying that the safe was empty.",
     "The clerk | saying | that the safe was empty"),
    ("The Tribune quoted the clerk as saying that the safe was empty.", "the clerk | saying | that the safe was empty"),
    ("The clerk was quoted as saying the safe was empty.", "The clerk | saying | the safe was empty"),
    ("Local media cited a fireman as saying that the doors were locked.",
     "a fireman | saying | that the doors were locked"),
    ("The plan was condemned by human rights groups.", "human rights groups | condemned | The plan"),
    ("The delay was blamed on the rain by the builder.", "the builder | blamed | *"),
    ("State radio quoted General Bello as telling the troops that the war was over.",
     "General Bello | telling | that the war was over"),
    ("“The safe was empty,” Ms. Ruiz was quoted as saying by the Tribune.", "Ms. Ruiz | saying | The safe was empty"),
    ("The offer was described by one banker as an insult.", "one banker | described | *"),
    ("Xinhua cited Mr. Deng as warning that the river would rise.", "Mr. Deng | warning | that the river would rise"),
    # relative pronouns
    ("The sailor, who said he had seen a light, was taken to hospital.", "who | said | he had seen a light"),
    ("The board, which argued that the law was vague, lost the case.", "which | argued | that the law was vague"),
    ("Scientists who believe that the lake is dead have left.", "who | believe | that the lake is dead"),
    ("The paper that claimed the star was dead has apologised.", "that | claimed | the star was dead"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WRITTEN)
def test_sources_as_written(extract: Extract, text: str, wanted: str) -> None:
    """Documents, organisations, the unnamed, capitals for governments, those who are quoted by others."""
    the(extract(text), wanted)


SEVERAL = [
    ("Dr. Roy said the drug had failed, adding that the trial was over.",
     ["Dr. Roy | said | the drug had failed", "Dr. Roy | adding | that the trial was over"]),
    ("Dr. Roy said the drug had failed and urged patients to see a doctor.",
     ["Dr. Roy | said | the drug had failed", "Dr. Roy | urged | patients to see a doctor"]),
    ("Dr. Roy dismissed the study, saying its sample was too small.",
     ["Dr. Roy | dismissed | the study", "Dr. Roy | saying | its sample was too small"]),
    ("Dr. Roy noted that the drug had failed and warned that others would follow.",
     ["Dr. Roy | noted | that the drug had failed", "Dr. Roy | warned | that others would follow"]),
    ("Dr. Roy praised the nurses and promised to raise their pay.",
     ["Dr. Roy | praised | the nurses", "Dr. Roy | promised | to raise their pay"]),
    ("The drug had failed, Dr. Roy said, warning that others would follow.",
     ["Dr. Roy | said | The drug had failed", "Dr. Roy | warning | that others would follow"]),
    ("Dr. Roy admitted that the drug had failed but insisted that no one had been harmed.",
     ["Dr. Roy | admitted | that the drug had failed", "Dr. Roy | insisted | that no one had been harmed"]),
    ("Dr. Roy told the panel that the drug had failed and said she was sorry.",
     ["Dr. Roy | told | that the drug had failed", "Dr. Roy | said | she was sorry"]),
    ("Dr. Roy rejected the findings, calling them a disgrace.",
     ["Dr. Roy | rejected | the findings", "Dr. Roy | calling | them a disgrace"]),
    ("Dr. Roy said that the drug had failed, but that the trial would go on.",
     ["Dr. Roy | said | that the drug had failed, but that the trial would go on"]),
    ("Dr. Roy called for calm, argued that the drug was safe and vowed to publish the data.",
     ["Dr. Roy | called | calm", "Dr. Roy | argued | that the drug was safe", "Dr. Roy | vowed | to publish the data"]),
    ("He called for peace in the valley, justified the embargo and criticised the West.",
     ["He | called | peace in the valley", "He | criticised | the West"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_one_source_with_several_cues(extract: Extract, text: str, wanted: list[str]) -> None:
    """Each cue has its own content, all have the same speaker."""
    found = extract(text)
    for each in wanted:
        the(found, each)


CHAINS = [
    ("Japan will send more aid, Foreign Minister Aiko Mori said, according to a readout of the call.",
     "Foreign Minister Aiko Mori | said | Japan will send more aid"),
    ("A readout from Nairobi quoted Mr. Otieno as saying that the border would stay open.",
     "Mr. Otieno | saying | that the border would stay open"),
    ("The Tribune reported that the governor had told aides that he would quit.",
     "the governor | told | that he would quit"),
    ("The spokesman said the king believes the reform will work.",
     "the king | believes | the reform will work"),
    ("According to the Tribune, the governor said that he would quit.",
     "the governor | said | that he would quit"),
    ("Court papers say the nurse told police she had locked the door.",
     "the nurse | told | she had locked the door"),
    ("The agency reported that the general denied the charge.",
     "the general | denied | the charge"),
    ("The minutes show that the chairman warned that funds were short.",
     "the chairman | warned | that funds were short"),
    ("The readout, which quoted Ms. Osei as urging both sides to talk, was released in Accra.",
     "Ms. Osei | urging | both sides to talk"),
    ("Mr. Abe said his doctors had advised him to rest.",
     "his doctors | advised | to rest"),
    ("The union said workers fear the plant will close.",
     "workers | fear | the plant will close"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CHAINS)
def test_chains_end_with_the_one_who_spoke(extract: Extract, text: str, wanted: str) -> None:
    """The innermost words belong to who said them, not to who reports them."""
    the(extract(text), wanted)


DIALOGUE = [
    ("“Who found the boat?” the sergeant asked.\n\n“My brother found it,” Nils said.", "Nils", "My brother found it"),
    ("“Who found the boat?” asked Vera.\n\n“My brother found it,” replied Nils.", "Nils", "My brother found it"),
    ("“Who found the boat?” Vera asked. “My brother,” Nils answered.", "Nils", "My brother"),
    ("“Who found the boat?” Vera asked.\n\n“My brother,” Nils said.\n\n“Where?” Vera asked.\n\n“I never knew that.”",
     "Nils", "I never knew that"),
    ("“My brother found it,” Nils said.\n\n“He had gone out to look at the nets before dawn.”",
     "Nils", "He had gone out to look at the nets before dawn"),
    ("Vera asked him, “Who found the boat?” Nils shook his head. “It was not me,” he said.", "he", "It was not me"),
    ("Vera: Who found the boat?\nNils: My brother found it by the pier.", "Nils", "My brother found it by the pier"),
    ("Nils laughed. “The boat was never lost,” he said.", "he", "The boat was never lost"),
    ("“The boat was never lost,” Nils told Vera. “It was tied to the pier.”", "Nils",
     "The boat was never lost … It was tied to the pier"),
    ("“The boat was never lost,” said Nils, who had tied it to the pier.", "*", "The boat was never lost"),
    ("Nils said: “The boat was never lost.” Vera disagreed: “It was gone all night.”", "Vera", "It was gone all night"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "content"), DIALOGUE)
def test_dialogue_by_turn_and_paragraph(extract: Extract, text: str, who: str, content: str) -> None:
    """Each quotation goes to the one beside it, to the one who goes on, or to the one whose turn it is."""
    the(extract(text), f"{who} | * | {content}")


NOBODY = [
    "It is said that the castle is haunted.",
    "It was reported that the mine had flooded.",
    "The mine is believed to be flooded.",
    "The striker is reportedly on his way to Milan.",
    "It has long been thought that birds sleep in the air.",
    "There were claims that the race had been fixed.",
    "The tower is expected to fall within a year.",
    "The coin was allegedly stolen from a tomb.",
    "The mine is said to have flooded in the night.",
    "Asked whether the mine was safe, the crowd fell silent.",
    "It is feared that the crew drowned.",
    "The cave is thought to be 9,000 years old.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_nobody(extract: Extract, text: str) -> None:
    """Where the text names no source it is null, not the nearest name."""
    found = extract(text)
    assert found.statements
    assert all(source(statement) is None for statement in found.statements), [line(s) for s in found.statements]
