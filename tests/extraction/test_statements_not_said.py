"""What was not said, to whom it was said, when, and inside what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import line, source, the, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """All of this module holds with the encoder and without."""
    return extract_either_way


NOT_SAID = [
    "Tanaka did not comment on the leak.",
    "Tanaka declined to comment on the leak.",
    "Tanaka neither confirmed nor denied the sale.",
    "Tanaka has not condemned the bombing.",
    "Tanaka denied that the books had been cooked.",
    "Tanaka denied any wrongdoing.",
    "Tanaka denied taking the money.",
    "Tanaka refused to say who had paid.",
    "Tanaka has not said that she will raise fares.",
    "Tanaka has not said whether she will raise fares.",
    "Tanaka would not say when the line would open.",
    "Tanaka never claimed that the line was safe.",
    "Tanaka could not confirm that the train had left.",
    "Tanaka stopped short of calling the vote a fraud.",
    "Tanaka did not rule that the clause was void.",
    "Tanaka rejected claims that the line was unsafe.",
    "Tanaka, who has not condemned the bombing, left on Friday.",
    "Tanaka refused to rule out a strike.",
    "Tanaka did not respond to a request for comment.",
    "Tanaka no longer believes that the line is safe.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_was_not_said_is_negative(extract: Extract, text: str) -> None:
    """Silence, refusals and denials are never plain assertions of their source."""
    found = extract(text)
    own = [s for s in found.statements if s.parent is None and (source(s) or "") in {"Tanaka", "who"}]
    assert all(s.polarity == "negative" for s in own), [line(s) for s in found.statements]


FOUND_ALL_THE_SAME = [
    ("Tanaka denied that the books had been cooked.", "Tanaka | denied | that the books had been cooked"),
    ("Tanaka refused to say who had paid.", "Tanaka | refused | to say who had paid"),
    ("Tanaka has not said that she will raise fares.", "Tanaka | said | that she will raise fares"),
    ("Tanaka did not say whether the line was safe.", "Tanaka | say | whether the line was safe"),
    ("Tanaka has not condemned the bombing.", "Tanaka | condemned | the bombing"),
    ("Tanaka never claimed that the line was safe.", "Tanaka | claimed | that the line was safe"),
    ("Tanaka did not confirm that the train had left.", "Tanaka | confirm | that the train had left"),
    ("Tanaka rejected claims that the line was unsafe.", "Tanaka | rejected | claims that the line was unsafe"),
    ("Tanaka neither confirmed nor denied the sale.", "Tanaka | denied | the sale"),
    ("Tanaka declined to comment on the leak.", "Tanaka | declined | to comment on the leak"),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND_ALL_THE_SAME)
def test_what_was_not_said_is_given_with_its_polarity(extract: Extract, text: str, wanted: str) -> None:
    """A denial is news: it is there, and negative."""
    assert the(extract(text), wanted).polarity == "negative"


SAID = [
    "Tanaka said that the line was not safe.",
    "Tanaka confirmed that nobody had been paid.",
    "Tanaka, never a patient man, said the line was safe.",
    "Tanaka did not hesitate: the line was safe, he said.",
    "Not one train had left, Tanaka said.",
    "“I did not take the money,” Tanaka said.",
    "Tanaka insisted that he had never met the driver.",
    "Tanaka said no one had been paid.",
    "Tanaka told a court that had never met before that the line was safe.",
    "Without notes, Tanaka said that the line was safe.",
]


@pytest.mark.parametrize("text", SAID)
def test_what_was_said_is_positive(extract: Extract, text: str) -> None:
    """A negation inside what was said, or beside it, does not negate the saying."""
    outer = [s for s in extract(text).statements if s.parent is None]
    assert outer
    assert all(s.polarity == "positive" for s in outer), [line(s) for s in outer]


NESTED = [
    ("Mr. Bakke said the firm hopes to reopen in May.", "the firm | hopes | to reopen in May"),
    ("Mr. Bakke said that critics had called the plan a farce.", "critics | called | the plan a farce"),
    ("According to Mr. Bakke, the board believes that the debt is covered.",
     "the board | believes | that the debt is covered"),
    ("Mr. Bakke wrote that doctors fear the ward will close.", "doctors | fear | the ward will close"),
    ("Mr. Bakke claimed that the auditors had warned that cash was short.",
     "the auditors | warned | that cash was short"),
    ("“My mother always said the sea gives nothing back,” Mr. Bakke said.",
     "My mother | said | the sea gives nothing back"),
    ("Mr. Bakke said he feared the plant would close.", "he | feared | the plant would close"),
    ("The Herald reported that Mr. Bakke thinks the plant will close.", "Mr. Bakke | thinks | the plant will close"),
    ("Mr. Bakke told the inquiry that the guard had asked him to leave.", "the guard | asked | him to leave"),
    ("Mr. Bakke said Sweden is worried that the strait may freeze.", "Sweden | worried | that the strait may freeze"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NESTED)
def test_nesting(extract: Extract, text: str, wanted: str) -> None:
    """A statement inside what another says names it as its parent."""
    found = extract(text)
    inner = the(found, wanted)
    outer = next((s for s in found.statements if s.id == inner.parent), None)
    assert outer is not None, [line(s) for s in found.statements]
    assert outer.content.spans[0].start <= inner.content.spans[0].start


ADDRESSED = [
    ("Lopes told the senate that the fund was empty.", "the senate"),
    ("“The fund is empty,” Lopes told a radio station.", "a radio station"),
    ("Lopes informed the bank that the fund was empty.", "the bank"),
    ("Lopes warned savers that the fund was empty.", "savers"),
    ("Lopes assured the court that the fund was full.", "the court"),
    ("The fund is empty, Lopes told Le Monde.", "Le Monde"),
    ("Lopes said to the clerk that the fund was empty.", "the clerk"),
    ("Lopes reminded the jury that the fund was empty.", "the jury"),
    ("Lopes wrote to the bishop that the fund was empty.", "the bishop"),
    ("Lopes asked the minister whether the fund was empty.", "the minister"),
]


@pytest.mark.parametrize(("text", "whom"), ADDRESSED)
def test_addressee(extract: Extract, text: str, whom: str) -> None:
    """Whom the words were said to."""
    found = extract(text)
    assert [words(s.addressee.spans) for s in found.statements if s.addressee][:1] == [whom], [
        line(s) for s in found.statements
    ]


# the publication date is Friday, 10 May 2024
DATED = [
    ("Fagan said on Tuesday that the lift had failed.", "2024-05-07", "expression"),
    ("The lift had failed, Fagan said on Wednesday.", "2024-05-08", "expression"),
    ("In a statement on Thursday, Fagan said the lift had failed.", "2024-05-09", "expression"),
    ("Fagan, in an interview on May 2, said the lift had failed.", "2024-05-02", "expression"),
    ("Fagan said the lift failed on May 2.", "2024-05-10", "published"),
    ("Fagan says the lift has failed.", "2024-05-10", "published"),
    ("“The lift has failed,” Fagan told the Herald on Monday.", "2024-05-06", "expression"),
    ("Ada Fagan said on Monday that the lift had failed. She added that nobody was hurt.", "2024-05-06", "context"),
    ("Last week, Fagan claimed that the lift had failed.", "2024-04-29", "expression"),
    ("Fagan has repeatedly said that the lift is unsafe.", None, None),
    ("Fagan will say that the lift is unsafe.", None, None),
    ("On 3 April 2019, Fagan wrote that the lift was unsafe.", "2019-04-03", "expression"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "basis"), DATED)
def test_the_day_of_saying(extract: Extract, text: str, day: str | None, basis: str | None) -> None:
    """By the attribution's own expression, carried over, or the publication date, never by a date that was said."""
    date = extract(text).statements[-1].date
    assert (date.earliest if date else None, date.basis if date else None) == (day, basis)
