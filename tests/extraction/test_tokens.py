"""What stands in for the parts of the stock pipeline that are left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.extraction.pipeline import Pipeline
from service.extraction.tokens import LONGEST_MARKS, LONGEST_RUN, cut, is_hard_wrapped

PROSE = "Anna Weber said “no” (twice), then left for U.S. talks at 10 a.m. …"
NASTY = st.text(alphabet=st.sampled_from("a'\"“(.-\u0301😀\ufeff\x00 \n\r\tß中_"), max_size=400)


@settings(deadline=None)
@given(text=NASTY.filter(bool))
def test_every_character_is_in_a_token_or_the_space_after_one(pipeline: Pipeline, text: str) -> None:
    """So that every offset is one into the text as it was sent."""
    doc = pipeline.parser.tokenizer(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    "run",
    ['"' * 60_000, "a" * 100_000, "a@" * 50_000, "(" * 17 + "word" + ")" * 17, "é\u0301" * 500],
)
def test_long_runs_are_few_tokens(pipeline: Pipeline, run: str) -> None:
    """Each at most as long as a run may be, the text around them untouched."""
    doc = pipeline.parser.tokenizer(f"She said no. {run} He left.")
    assert [token.text for token in doc][:4] + [token.text for token in doc][-3:] == "She said no . He left .".split()
    assert max(len(token) for token in doc) <= LONGEST_RUN
    assert len(doc) < 1000


@pytest.mark.parametrize("text", [PROSE, PROSE + "." * (LONGEST_MARKS - 1), f"See http://a.example/{'x' * 90} now."])
def test_prose_is_tokenized_as_ever(pipeline: Pipeline, text: str) -> None:
    """Runs within the bounds are spaCy's own."""
    ours = [token.text for token in pipeline.parser.tokenizer(text)]
    assert ours == [token.text for token in pipeline.parser.nlp.tokenizer(text)]


def test_a_long_run_of_words_is_cut_between_them() -> None:
    """A text whose spaces were lost keeps its words where marks part them."""
    assert cut("minister—president—chancellor" * 9)[:3] == ["minister", "—", "president"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Headline without a stop\n\nThe minister said no.", ["Headline without a stop\n\n", "The minister said no."]),
        ("Headline without a stop\r\nThe minister said no.", ["Headline without a stop\r\n", "The minister said no."]),
        ("One item\nAnother item\nA third", ["One item\n", "Another item\n", "A third"]),
    ],
)
def test_a_line_ends_a_sentence(pipeline: Pipeline, text: str, sentences: list[str]) -> None:
    """A headline, a caption or an item of a list does not run into the next line."""
    assert [sentence.text_with_ws for sentence in pipeline.parser(text).sents] == sentences


WRAPPED = """\
The minister said on Friday that the two countries would
agree on the budget before the end of the year, and that
the talks were to be resumed in the capital next Tuesday
with everybody at the table who had been there the first
time.
"""


def test_lines_of_hard_wrapped_text_do_not(pipeline: Pipeline) -> None:
    """As in mail and old wire copy, where a line ends at the margin."""
    assert is_hard_wrapped(WRAPPED)
    assert len(list(pipeline.parser(WRAPPED).sents)) == 1


@pytest.mark.parametrize(
    ("sentence", "lemmas"),
    [
        ("She was buying houses.", ["she", "be", "buy", "house", "."]),
        ("They've suggested bigger cuts.", ["they", "have", "suggest", "big", "cut", "."]),
        ("Xi didn't leave Moscow.", ["Xi", "do", "not", "leave", "Moscow", "."]),
    ],
)
def test_lemmas(pipeline: Pipeline, sentence: str, lemmas: list[str]) -> None:
    """WordNet's, names as they are written, clitics by what they stand for."""
    assert [token.lemma_ for token in pipeline.parser(sentence)] == lemmas
