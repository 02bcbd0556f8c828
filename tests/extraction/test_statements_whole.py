"""What mistakes read by hand asked for: contents that stop where a new statement begins, who is made to say it, blocks
of what somebody wrote, and set phrases that say nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import all_of, bare, cases, line, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


READ: dict[str, list[tuple[str, ...]]] = {
    "two cues of one source": [
        ("The governor said the port would reopen in May and praised the divers who had cleared it.",
         "The governor | said | the port would reopen in May",
         "The governor | praised | the divers who had cleared it"),
        ("The governor told the harbour board that two of the cranes would be sold and warned that more would follow.",
         "The governor | told | that two of the cranes would be sold",
         "The governor | warned | that more would follow"),
        ("Ana Ruiz said the boat was old and accused the owner of lying.",
         "Ana Ruiz | said | the boat was old",
         "Ana Ruiz | accused | the owner of lying"),
        ("The bishop said he would pray for the miners and would visit the widows.",
         "The bishop | said | he would pray for the miners and would visit the widows"),
    ],
    "between the verb and its clause": [
        ("Brandt said only that she would be missed.", "Brandt | said | that she would be missed"),
        ("Brandt told the court, however, that the mine would close.", "Brandt | told | that the mine would close"),
        ("The judge said later that the mine had been sold.", "The judge | said | that the mine had been sold"),
        ("Brandt said that only she would be missed.", "Brandt | said | that only she would be missed"),
    ],
    "who is made to say it": [
        ("The mayor forced the treasurer, who had been on leave since May, to admit that the money was gone.",
         "the treasurer | to admit | that the money was gone"),
        ("The strike led the owners to conclude that the yard could not be saved.",
         "the owners | to conclude | that the yard could not be saved"),
        ("The mayor called a meeting to announce that the money was gone.",
         "The mayor | to announce | that the money was gone"),
    ],
    "quotations of two sentences": [
        ("“We did not start this,” Brandt said. Had they listened last spring, he said, “the boys would be alive.”",
         "Brandt | said | We did not start this",
         "he | said | Had they listened last spring … the boys would be alive"),
        ("“We did not start this,” Brandt said on Monday. If the dam goes, he said, “the valley will be gone by noon.”",
         "Brandt | said | We did not start this"),
        ("“We did not start this,” said Brandt, “but we will finish it.”",
         "Brandt | said | We did not start this … but we will finish it"),
    ],
    "what the speaker did": [
        ("“Four sacks,” Ola Lund said, and held up four fingers. “In 2023 my son will carry them.”",
         "Ola Lund | said | Four sacks … In 2023 my son will carry them"),
        ("“I did not sleep,” Mira Foss said, still breathing hard. “Tomorrow I will be tired.”",
         "Mira Foss | said | I did not sleep … Tomorrow I will be tired"),
    ],
    "blocks": [
        ("The mayor added:\n\nThe bridge was never safe. We asked for money twice.\n\nThe works begin in June.",
         "The mayor | added | The bridge was never safe. We asked for money twice"),
        ("Ines Calder wrote:\n\nNobody told the widows. I had to read it in the paper.\n\nThe inquiry opens in June.",
         "Ines Calder | wrote | Nobody told the widows. I had to read it in the paper"),
        ("The mayor added:\n\n“The bridge was never safe.”\n\nThe works begin in June.",
         "The mayor | added | The bridge was never safe"),
    ],
    "ends": [
        ("The fire went out around 8:30 p.m. in front of the old mill, according to the police.",
         "the police | according to | The fire went out around 8:30 p.m. in front of the old mill"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), cases(READ))
def test_a_statement_is_whole_and_no_more(extract: Extract, text: str, wanted: tuple[str, ...]) -> None:
    """Its words are all there, none of the next one's, and it is given to who said it."""
    all_of(extract(text), wanted)


SILENT = [
    "All told, the storm could cost the valley 40 million euros.",
    "It goes without saying that the valley needs a new bridge.",
    "These are the streets that the mayor named:\n\nMill Lane will be shut until June.",
    "The winners of the prize are:\n\nRuth Adler won it for her novel.",
]


@pytest.mark.parametrize("text", SILENT)
def test_set_phrases_and_lists_say_nothing(extract: Extract, text: str) -> None:
    """Nobody is told to have said it."""
    assert [line(s) for s in extract(text).statements] == []


def test_what_seems_is_nobodys_word(extract: Extract) -> None:
    """Neither the subject nor who stands nearby says that a plan seems dead."""
    text = (
        "Still, the lack of interest in the vote among young people appears to be a worry for the mayor, as told "
        "by two first-time voters, Ola Lund and Mira Foss, who heard her speak at a rally in the old port. The council "
        "is elected in June. Polls give the mayor a lead of two points over her rival, Jonas Brandt, who owns a ferry."
    )
    seems = [s for s in extract(text).statements if s.cue and words(s.cue.spans) == "appears"]
    assert [(s.source, bare(words(s.content.spans)).startswith("the lack of interest")) for s in seems] == [
        (None, True)
    ]


def test_what_is_told_in_passing_stops_at_the_main_clause(extract: Extract) -> None:
    """ "Although the plan is intended to …, it leaves …": the second half is the reporter's."""
    text = (
        "Although the mayor's plan is intended to make sure that the big yards pay more than they do now, it leaves "
        "untouched the rules that allow owners like Jonas Brandt to pay little, which could serve as a model. The "
        "council is elected in June. Polls give the mayor a lead of two points over her rival, who owns the ferry."
    )
    meant = [bare(words(s.content.spans)) for s in extract(text).statements if s.cue and "intended" in line(s)]
    assert meant == ["the mayor's plan … to make sure that the big yards pay more than they do now"]
