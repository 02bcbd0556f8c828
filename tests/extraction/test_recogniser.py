"""The recogniser that reads all tokens at once answers as spaCy's own, which takes a step a token."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from service.extraction import recogniser
from service.extraction.pipeline import Pipeline
from service.settings import Settings

LONG = (
    "The Convention on the Prohibition of the Development, Production, Stockpiling and Use of Chemical Weapons and on "
    "their Destruction was signed in Paris on 13 January 1993.\n\nNew\nYork   \n\n Ms. Okonjo-Iweala"
)
ARTICLES = sorted((Path(__file__).parents[1] / "data" / "articles").glob("*.toml"))[::4]
STRANGE = [
    "Paris",
    "\n\n",
    "  Paris \n Texas ",
    "“ ” ‘",
    "January " * 40,
    "A B C D E F G H I J K L M N O P Q R S T " * 9,
]


@pytest.fixture(scope="module")
def stock() -> Language:
    """The model's own recogniser."""
    return spacy.load(Settings.load().model, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])


@pytest.fixture
def same_names(pipeline: Pipeline, stock: Language) -> Callable[[str], bool]:
    """Whether a text's names are the same by both recognisers, over the same tokens and sentences."""

    def same(text: str) -> bool:
        with pipeline.lock, pipeline.parser.nlp.memory_zone():
            doc = pipeline.parser(text)
            ours = names(doc)
            doc.set_ents([], default="missing")
            return ours == names(stock.get_pipe("ner")(doc))

    return same


def names(doc: Doc) -> tuple[list[tuple[int, int, str]], list[str]]:
    """The names, and what is told of each token."""
    return [(name.start, name.end, name.label_) for name in doc.ents], [token.ent_iob_ for token in doc]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_names_are_those_of_the_model(path: Path, same_names: Callable[[str], bool]) -> None:
    """Articles of all kinds, each name with its extent and its type."""
    assert same_names(path.read_text())


@pytest.mark.parametrize("text", [LONG, *STRANGE])
@pytest.mark.parametrize("together", [1, 2, recogniser.TOGETHER])
def test_names_of_any_length(
    text: str, together: int, same_names: Callable[[str], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many tokens of a name are followed at once: the rest are followed one by one."""
    monkeypatch.setattr(recogniser, "TOGETHER", together)
    assert same_names(text)


def test_another_make_is_left_alone(stock: Language) -> None:
    """Where a later component may change the names, or the search is another, the model's own recogniser runs."""
    ruled = spacy.load(Settings.load().model)
    ruled.add_pipe("entity_ruler")
    recogniser.recogniser(ruled)
    assert "ner" in ruled.pipe_names
    beam = spacy.load(Settings.load().model)
    beam.get_pipe("ner").cfg["beam_width"] = 4  # type: ignore[attr-defined]
    recogniser.recogniser(beam)
    assert "ner" in beam.pipe_names
