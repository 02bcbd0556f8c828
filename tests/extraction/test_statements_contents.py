"""What was said, to the character: marks, pieces, paragraphs; what an attribution covers and where it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import bare, line, the, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


MARKS = [
    ('"The vault was empty," the curator said.', "The vault was empty", "direct"),
    ("“The vault was empty,” the curator said.", "The vault was empty", "direct"),
    ("'The vault was empty,' the curator said.", "The vault was empty", "direct"),
    ("‘The vault was empty,’ the curator said.", "The vault was empty", "direct"),
    ("«The vault was empty», the curator said.", "The vault was empty", "direct"),
    ("„The vault was empty,“ the curator said.", "The vault was empty", "direct"),
    ("``The vault was empty,'' the curator said.", "The vault was empty", "direct"),
    ("“The vault was empty”, the curator said.", "The vault was empty", "direct"),
    ("“Was the vault empty?” the curator asked.", "Was the vault empty", "direct"),
    ("“The vault was empty!” the curator shouted.", "The vault was empty", "direct"),
    ("The curator said, “The vault was empty.”", "The vault was empty", "direct"),
    ("The curator said the vault was “as empty as a drum” that night.",
     "the vault was “as empty as a drum” that night", "mixed"),
    ("The curator said that the vault was empty.", "that the vault was empty", "indirect"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "kind"), MARKS)
def test_quotation_marks_of_every_kind(extract: Extract, text: str, content: str, kind: str) -> None:
    """Curly, straight, single, angled, low, doubled: the content is the same, and its type tells."""
    statement = the(extract(text), f"* | * | {content}")
    assert (statement.type, statement.source and words(statement.source.spans).lower()) == (kind, "the curator")


BROKEN = [
    ("“The vault was empty, the curator said. Then she left the room.", "The vault was empty"),
    ("The curator said: “The vault was empty", "The vault was empty"),
    ("The curator said, “They told me, ‘Leave the key,’ and I left it.”",
     "They told me, ‘Leave the key,’ and I left it"),
    ('The curator said, "They told me, \'Leave the key,\' and I left it."',
     "They told me, 'Leave the key,' and I left it"),
    ("The curator said: “The vault was empty.\n\n“The guard had gone home.”",
     "The vault was empty … The guard had gone home"),
    ("The curator said: “The vault was empty.\n\nThe guard had gone home.”",
     "The vault was empty.\n\nThe guard had gone home"),
    ("“The vault was empty,” the curator said. “The lamp was lit.\n\n“The guard had gone home.”",
     "The vault was empty … The lamp was lit … The guard had gone home"),
    ("The curator said:\n\n“The vault was empty, and the lamp was lit.”",
     "The vault was empty, and the lamp was lit"),
    ("The curator told the court: “The vault was empty. I called the guard. Nobody came.”",
     "The vault was empty. I called the guard. Nobody came"),
    ("“The vault was empty,” the curator said. “Nobody came.” She left the room.",
     "The vault was empty … Nobody came"),
    ("“I read ‘The Empty Vault’ at school,” the curator said.", "I read ‘The Empty Vault’ at school"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), BROKEN)
def test_quotations_broken_nested_and_over_paragraphs(extract: Extract, text: str, content: str) -> None:
    """Never closed, closed late, opened anew in each paragraph, one in another: all of it and no more is said."""
    found = extract(text)
    kept = {" ".join(bare(words(s.content.spans)).split()) for s in found.statements}
    assert " ".join(content.split()) in kept, [line(s) for s in found.statements]


SCARE = [
    "The “miracle” cure was sold in 40 countries.",
    "He crossed the “line of death” on foot.",
    "The museum bought the “Blue Horse” at auction.",
    "Its “smart” lamps stopped working in the cold.",
    "The play “Three Empty Chairs” closed in May.",
    "The general, known as “the Fox”, lost the battle.",
    "Prices in the “old town” doubled.",
    "The gene, dubbed “Indy”, doubles the life of flies.",
    "The ship flew a “flag of convenience” for years.",
    "The party of the “silent majority” lost ten seats.",
]


@pytest.mark.parametrize("text", SCARE)
def test_scare_quotes_and_titles_are_left_alone(extract: Extract, text: str) -> None:
    """A name, a title or a phrase held with tongs is no speech."""
    found = extract(text)
    assert not [s for s in found.statements if s.type == "direct"], [line(s) for s in found.statements]
    assert len(found.statements) <= 0, [line(s) for s in found.statements]


PIECES = [
    ("“The dam,” the engineer said, “was built on sand.”",
     "the engineer | said | The dam … was built on sand"),
    ("The dam, the engineer said, was built on sand.",
     "the engineer | said | The dam … was built on sand"),
    ("The dam was, according to the engineer, built on sand.",
     "the engineer | according to | The dam was … built on sand"),
    ("“The dam was built on sand,” the engineer said. “It will not last the winter.”",
     "the engineer | said | The dam was built on sand … It will not last the winter"),
    ("The dam, she argued, would not last the winter.",
     "she | argued | The dam … would not last the winter"),
    ("“If it rains,” warned the engineer, “the dam will go.”",
     "the engineer | warned | If it rains … the dam will go"),
    ("The dam, he told the hearing, had never been inspected.",
     "he | told | The dam … had never been inspected"),
    ("“We warned them,” she said, “and they laughed.”",
     "she | said | We warned them … and they laughed"),
    ("The valley, residents fear, will be flooded.",
     "residents | fear | The valley … will be flooded"),
    ("“Never,” the engineer replied, “did I sign that paper.”",
     "the engineer | replied | Never … did I sign that paper"),
    ("The builder denied a fault: the dam, he said, had been checked.",
     "he | said | the dam … had been checked"),
    ("The cracks, the report found, had been painted over.",
     "the report | found | The cracks … had been painted over"),
]  # fmt: skip
COVERED = [
    ("The pier was closed and the beach was fenced off, the council said.",
     "the council | said | The pier was closed and the beach was fenced off"),
    ("The pier was closed because the beams had rotted, the council said.",
     "the council | said | The pier was closed because the beams had rotted"),
    ("The council said the pier was closed. The beach stayed open.",
     "The council | said | the pier was closed"),
    ("The pier had been safe for a century, engineers say, but salt has eaten the bolts.",
     "engineers | say | The pier had been safe for a century … but salt has eaten the bolts"),
    ("Asked about the pier, the council said that it would be rebuilt.",
     "the council | said | that it would be rebuilt"),
    ("Although the pier was closed, the council said that the beach would stay open.",
     "the council | said | that the beach would stay open"),
    ("The council said on Friday that the pier would be rebuilt, while residents called the plan a waste.",
     "The council | said | that the pier would be rebuilt"),
    ("The council said the pier would be rebuilt, and the works began in June.",
     "The council | said | the pier would be rebuilt"),
    ("The pier will be rebuilt by 2031, the council said in a statement on Monday.",
     "the council | said | The pier will be rebuilt by 2031"),
    ("When the storm came, the pier swayed like a swing, a witness told local radio.",
     "a witness | told | When the storm came, the pier swayed like a swing"),
    ("The council, which owns the pier, said the storm had broken nine piles.",
     "* | said | the storm had broken nine piles"),
]  # fmt: skip
INDIRECT = [
    ("The firm said that it had cut 300 jobs.", "The firm | said | that it had cut 300 jobs"),
    ("The firm said it had cut 300 jobs.", "The firm | said | it had cut 300 jobs"),
    ("The firm plans to cut 300 jobs.", "The firm | plans | to cut 300 jobs"),
    ("The firm promised not to cut jobs.", "The firm | promised | not to cut jobs"),
    ("The firm asked whether jobs would be cut.", "The firm | asked | whether jobs would be cut"),
    ("The union wants to know why jobs were cut.", "The union | wants | to know why jobs were cut"),
    ("The firm agreed to keep the plant open.", "The firm | agreed | to keep the plant open"),
    ("The union urged the firm to keep the plant open.", "The union | urged | the firm to keep the plant open"),
    ("The firm hopes that orders will pick up.", "The firm | hopes | that orders will pick up"),
    ("The union demanded that the plant stay open.", "The union | demanded | that the plant stay open"),
    ("The minister explained how the fund would work.", "The minister | explained | how the fund would work"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PIECES + COVERED + INDIRECT)
def test_what_an_attribution_covers(extract: Extract, text: str, wanted: str) -> None:
    """Around it, before it, after it with "that" or "to"; not the reporter's next clause."""
    the(extract(text), wanted)


RUNNING = [
    ("The tunnel will open in May, Dr. Halvorsen said. It will carry 9,000 cars a day. We have tested every pump.", 2),
    ("Rents will keep rising, the mayor said. There are simply too few homes. The city needs to build.", 2),
    ("The vaccine is safe, she said. No serious effects have been seen.", 1),
    ("The cup is ours to lose, the captain said. Our defence is the best in the league.", 1),
    ("The talks are at an end, the spokesman said. The door is still open to both sides. We want peace.", 2),
    ("The tunnel will open in May, she said. Workers began digging in 2019.", 0),
    ("The tunnel will open in May, she said. Critics say that it will leak.", 0),
    ("The tunnel will open in May, she said.\n\nIt is the longest in the north.", 0),
    ("The tunnel will open in May, she said. Police, however, have doubts about the pumps.", 0),
    ("She said the tunnel would open in May. It is the longest in the north.", 0),
    ("The tunnel will open in May, she said. The minister later denied that there were delays.", 0),
]


@pytest.mark.parametrize(("text", "count"), RUNNING)
def test_running_speech_and_where_it_stops(extract: Extract, text: str, count: int) -> None:
    """Sentences after "…, he said." are still his, until somebody else, the past or the next paragraph begins."""
    found = extract(text)
    assert len([s for s in found.statements if s.type == "continued"]) == count, [line(s) for s in found.statements]
