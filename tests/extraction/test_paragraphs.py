"""All paragraphs of an article are parsed together, each as if it stood alone."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from service.extraction.paragraphs import paragraph_parser
from service.extraction.pipeline import Pipeline
from service.settings import Settings

SENTENCES = [
    "Nine people drowned when a dyke broke near Guwahati on Monday, officials said.",
    "“We had no warning,” said Anil Bora, who lost his house and two cows.",
    "It was the third breach this year; the last one cost twelve lives.",
    "The state’s chief minister, who visited the village, promised new dykes by March.",
]


def tree(doc: Doc) -> list[tuple[str, str, str]]:
    """Of every token but white space its word, its dependency and its head."""
    return [(token.text, token.dep_, token.head.text) for token in doc if not token.is_space]


def test_trees_are_those_of_the_model(pipeline: Pipeline) -> None:
    """A sentence has the tree that spaCy's parser gives it, a paragraph's last one too."""
    parser = pipeline.parser
    stock = spacy.load(Settings.load().model, exclude=["ner", "attribute_ruler", "lemmatizer"])
    text = "\n\n".join(SENTENCES)
    with pipeline.lock, parser.nlp.memory_zone(), stock.memory_zone():
        assert tree(parser(text)) == tree(stock(parser.layout(stock.make_doc(text), text)))


@pytest.mark.parametrize(
    "text",
    ["\n\n", "One", "Flood kills nine\n\n\n\nRead more:\nhow dykes fail\n", "a\n" * 300, "and " * 3_000 + "\n\nNo"],
)
def test_no_head_lies_in_another_paragraph(pipeline: Pipeline, text: str) -> None:
    """However the paragraphs look, every word is parsed, under a word of its own paragraph."""
    with pipeline.lock, pipeline.parser.nlp.memory_zone():
        doc = pipeline.parser(text)
        assert all(token.dep_ for token in doc if not token.is_space)
        crossed = [doc[min(token.i, token.head.i) : max(token.i, token.head.i)].text for token in doc]
        assert not any("\n" in between.strip() for between in crossed)


def test_another_make_is_left_alone() -> None:
    """Where a later component may want the trees, the parser runs in its place."""
    model = spacy.load(Settings.load().model)
    assert model.pipe_names[-1] != "parser"
    paragraph_parser(model)
    assert "parser" in model.pipe_names
