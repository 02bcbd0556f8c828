"""What was done and not said, said once and not twice, or denied: no statement, however much it looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import line, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """Both ways of finding statements, one after the other."""
    return extract_either_way


DEEDS = (
    "The drone touched down on Thursday.",
    "Militants attacked a fishing port in the delta, killing four people.",
    "The committee voted 7-2 to shut the library.",
    "Deputies impeached President Anna Kovar in March.",
    "The regulator approved the new vaccine.",
    "The parade was called off by the mayor on Friday.",
    "The driver complained of chest pain on Saturday evening.",
    "Two divers complained of severe headaches.",
    "She had complained of dizziness and went home.",
)


@pytest.mark.parametrize("text", DEEDS)
def test_a_deed_is_no_statement(extract: Extract, text: str) -> None:
    """An attack, a vote, a landing: nobody has said anything."""
    assert not extract(text).statements


ONCE = (
    "Farmers complained of low prices.",
    "At least 40 people were confirmed dead by nightfall, the coast guard said.",
    "Nine deaths had been reported by midnight, the ministry said.",
    "Three arrests were announced by noon, a spokesman said.",
    "Norway denied that it planned to close the border.",
    "Petra Lind accused Omar Haddad of lying about the budget.",
    "It will take years to understand whether the dam is safe, the engineer said.",
    "Economists expect the carmaker to post a loss of $2 billion.",
    "“We saw it, we didn’t touch it,” the diver said.",
    "The teachers’ union said its members had voted to walk out.",
    "“The river is ours,” Governor Ada Brandt said in a statement. “The vote proves that.”",
    "She said she had phoned the champion to congratulate him.",
)


@pytest.mark.parametrize("text", ONCE)
def test_one_thing_said_is_one_statement(extract: Extract, text: str) -> None:
    """No second one for a purpose, for what is denied or charged, for half of a quotation."""
    found = extract(text).statements
    assert [s.parent for s in found] == [None], [line(s) for s in found]


def test_who_accuses_is_not_who_is_charged_with_it(extract: Extract) -> None:
    """A passive's agent ends before the charge."""
    found = extract("The governor was accused by the union of hiding the audit.")
    assert " / ".join(map(line, found.statements)) == "the union | was accused | The governor … of hiding the audit"


def test_a_quotation_behind_a_refusal_is_not_what_was_refused(extract: Extract) -> None:
    """Where it is given, it is said, and positive."""
    found = extract("Weir said he was hurt. He refused to blame Ortiz. “Pablo was superb, and we all know that.”")
    quoted = [s for s in found.statements if "superb" in words(s.content.spans)]
    assert {(s.type, s.polarity) for s in quoted} <= {("direct", "positive")}, [line(s) for s in found.statements]


def test_a_nickname_is_no_quotation(extract: Extract) -> None:
    """Marks inside a name do not make what is said mixed."""
    (found,) = extract('Prosecutors said she took cash from Louis "Sonny" Marino.').statements
    assert found.type == "indirect"
