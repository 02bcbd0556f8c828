"""Statements over more than one clause: chains, dialogue, quotations over paragraphs; no source, no statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations, Statement

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


def text_of(statement: Statement) -> str:
    """The content in one string."""
    return " … ".join(span.text for span in statement.content.spans)


def speaker_of(found: Annotations, content: str) -> str | None:
    """The source as written of the innermost statement whose content ends so."""
    matching = [s for s in found.statements if text_of(s).endswith(content)]
    assert matching, [text_of(s) for s in found.statements]
    innermost = min(matching, key=lambda s: len(text_of(s)))
    return " ".join(span.text for span in innermost.source.spans) if innermost.source else None


CHAINS = [
    ("A readout quoted Mr. Dlamini as saying that the deal would hold.", "that the deal would hold", "Mr. Dlamini"),
    ("State television quoted the general as saying the border was calm.", "the border was calm", "the general"),
    ("Mr. Dlamini was quoted by the agency as saying the border was calm.", "the border was calm", "Mr. Dlamini"),
    ("The agency cited a doctor as saying that he was awake.", "that he was awake", "a doctor"),
    ("The border was calm, the general said, according to a statement from the palace.", "The border was calm",
     "the general"),
    ("According to the agency, the general said the border was calm.", "the border was calm", "the general"),
    ("The agency reported that the general denied the claim.", "the claim", "the general"),
    ("The paper said aides told the queen that the ship was lost.", "that the ship was lost", "aides"),
    ("A memo, which quoted Ms. Lindqvist as warning that funds were short, was leaked.", "that funds were short",
     "Ms. Lindqvist"),
    ("The minister said his doctors believe he will recover.", "he will recover", "his doctors"),
    ("In a letter, the bishop wrote that villagers fear a new flood.", "a new flood", "villagers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "who"), CHAINS)
def test_a_chain_ends_with_the_one_who_spoke(extract: Extract, text: str, content: str, who: str) -> None:
    """The innermost statement belongs to the one quoted, not to the one who quotes."""
    assert speaker_of(extract(text), content) == who


TURNS = [
    ("“Where is the key?” Ruth asked.\n\n“I gave it to the guard,” Tom said.", "“I gave it to the guard,”", "Tom"),
    ("“Where is the key?” asked Ruth.\n\n“I gave it to the guard,” said Tom.", "“Where is the key?”", "Ruth"),
    ("“I gave it to the guard,” Tom said. “He left at noon.”", "“He left at noon.”", "Tom"),
    ("“I gave it,” Tom told Ruth, “to the guard at noon.”", "“to the guard at noon.”", "Tom"),
    ("Ruth asked, “Where is the old key?” Tom replied, “With the guard.”", "“With the guard.”", "Tom"),
    ("Ruth said: “The key is gone, all of us know that.”", "“The key is gone, all of us know that.”", "Ruth"),
    ("“The key is gone,” said Ruth, who had looked for it all day.", "“The key is gone,”", "Ruth"),
    ("Tom nodded. “The key is gone,” he said.", "“The key is gone,”", "he"),
    ("“Is the gate locked?” Ruth asked.\n\n“It is,” Tom said.\n\n“And the barn?” Ruth said.\n\n“I locked it as well.”",
     "“I locked it as well.”", "Tom"),
    ("“The key is gone,” Tom said.\n\n“We have looked for it everywhere in the house.”",
     "“We have looked for it everywhere in the house.”", "Tom"),
    ("Ruth: Where did you leave it?\nTom: I left it with the guard.", "I left it with the guard.", "Tom"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "who"), TURNS)
def test_dialogue(extract: Extract, text: str, content: str, who: str) -> None:
    """Each quotation goes to the one beside it, the one who went on, or the one whose turn it is."""
    assert speaker_of(extract(text), content) == who


PARAGRAPHS = [
    ("“It rained,” Ito said. “It rained all night.\n\n“Nobody slept at all.”", "“Nobody slept at all.”"),
    ("Ito said: “It rained all night.\n\n“Nobody slept at all.”", "“Nobody slept at all.”"),
    ('Ito said, "It rained all night.\n\n"Nobody slept at all."', '"Nobody slept at all."'),
    ('Ito said, "It rained all night.\n\nNobody slept at all."', 'Nobody slept at all."'),
    ("Ito said:\n\n“It rained all night.”", "“It rained all night.”"),
    ("“It rained all night.\n\n“Nobody slept at all,” Ito said.", "“Nobody slept at all,”"),
    (
        "“It rained,” Ito said. “One.\n\n“Two is here now.\n\n“Three is here now.\n\n“Four is here now.”",
        "“Four is here now.”",
    ),
    ("Ito said the rain had stopped. “Nobody slept at all,” she said.", "“Nobody slept at all,”"),
    ("Ito said: “‘Go home,’ they told us, and we went home.”", "“‘Go home,’ they told us, and we went home.”"),
    ("Ito said: “It rained all night", "“It rained all night"),
]


@pytest.mark.parametrize(("text", "content"), PARAGRAPHS)
def test_quotations_over_paragraphs_and_unbalanced(extract: Extract, text: str, content: str) -> None:
    """Opened anew in each paragraph, closed late, never closed: the words are the speaker's."""
    found = extract(text)
    assert speaker_of(found, content) in {"Ito", "she"}


NOBODY = [
    "It was said that the well was poisoned.",
    "It is believed that the well was poisoned.",
    "The well was reportedly poisoned.",
    "The well is said to be poisoned.",
    "The tower is expected to fall within a year.",
    "When asked whether the well was safe, the crowd fell silent.",
    "There were fears that the well was poisoned.",
    "Asked about the well, the crowd fell silent.",
    "It has been reported that the well was poisoned.",
    "The ship was allegedly sold twice.",
    "The roof seems to be on fire.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_source_is_made_up(extract: Extract, text: str) -> None:
    """Where the text names nobody, the source is null, not the nearest noun."""
    found = extract(text)
    assert found.statements
    assert all(statement.source is None for statement in found.statements)


NOTHING = [
    "The bridge fell on Monday.",
    "He bought the “Blue Nile” for a song.",
    "The so-called “safe zone” was shelled.",
    "Photo credit: AP",
    "Updated: Monday at noon, local time",
    "The house, built in 1920, was sold.",
    "She read “War and Peace” twice.",
    "Ten people died and forty were hurt.",
    "GENEVA (AP) — The lake froze over.",
    "They sang “Auld Lang Syne” at midnight.",
    "The train left at 10:30 and arrived at 11:45.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_said_is_nothing_found(extract: Extract, text: str) -> None:
    """Titles, scare quotes, captions, datelines, clock times and plain events are no statements."""
    assert not extract(text).statements
