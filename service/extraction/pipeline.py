"""Text in, annotations out: loads the model, parses once, walks the layers.

    times → entities → coreference → statements → coreference of who speaks → events

Every layer gets the parsed article and what the layers before it found; none calls another.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from itertools import islice
from typing import Any, Literal

import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from service.extraction import coreference, entities, events, statements, times
from service.extraction.annotations import Annotations, Entity, Event, Published, Span, Statement
from service.extraction.article import Article
from service.extraction.encoder import Encoder
from service.extraction.inference import for_inference
from service.extraction.paragraphs import paragraph_parser
from service.extraction.recogniser import recogniser
from service.extraction.tokens import GuardedTokenizer, Layout, TagsAndLemmas

LAYERS = ("entities", "times", "events", "statements")
NEEDED = ("tagger", "parser", "ner")
FREQUENT = 30_000  # words; models with vectors have the most frequent ones first
LONGEST_WORD = 30  # characters
Attribution = Literal["encoder", "rules"]


class ModelError(RuntimeError):
    """The named spaCy pipeline is not installed or lacks a component that the extractors need."""


class Parser:
    """The lean spaCy pipeline: text in, Doc out.

    Five levers make it twice as fast as `spacy.load(model)` and more: OpenBLAS in place of BLIS; no attribute_ruler and
    no lemmatizer, whose work `TagsAndLemmas` does from tables; all paragraphs parsed together (`ParagraphParser`); all
    tokens' names read at once (`Recogniser`); and layers that keep nothing for training (`for_inference`).

    Raises:
        ModelError: the model is not installed, or lacks one of `NEEDED`.
    """

    def __init__(self, model: str) -> None:
        set_current_ops(NumpyOps(use_blis=False))
        try:
            self.nlp: Language = spacy.load(model, exclude=["attribute_ruler"])
        except OSError as error:
            raise ModelError(f"the spaCy model {model!r} is neither an installed package nor a path") from error
        missing = [name for name in NEEDED if name not in self.nlp.pipe_names]
        if missing:
            raise ModelError(f"the spaCy model {model!r} lacks {' and '.join(missing)}, which Dateline needs")
        lookups = Lookups()
        if "lemmatizer" in self.nlp.pipe_names:
            lemmatizer: Any = self.nlp.get_pipe("lemmatizer")
            lookups = lemmatizer.lookups
            self.nlp.remove_pipe("lemmatizer")
        for_inference(self.nlp)
        self.recognise = recogniser(self.nlp)
        self.parse = paragraph_parser(self.nlp)
        self.tokenizer = GuardedTokenizer(self.nlp.vocab, self.nlp.tokenizer)
        self.remember_frequent_words()
        self.layout = Layout()
        self.tags_and_lemmas = TagsAndLemmas(lookups)
        meta = self.nlp.meta
        self.name = f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def remember_frequent_words(self) -> None:
        """Look the words of all texts up beforehand: what is looked up in a memory zone is forgotten with it.

        One by one, since of a text spaCy's tokenizer remembers nothing after the first special case ("'s", ":").
        """
        tokenizer: Any = self.nlp.tokenizer
        tokenizer.max_cache_size = FREQUENT
        for key in islice(self.nlp.vocab.vectors.keys(), FREQUENT):
            word = self.nlp.vocab.strings[key]
            if len(word) < LONGEST_WORD:
                tokenizer(word)

    def __call__(self, text: str) -> Doc:
        doc = self.layout(self.tokenizer(text), text)
        return self.tags_and_lemmas(self.recognise(self.parse(self.nlp(doc))))


class Pipeline:
    """One loaded model and the extractors; safe to call from several threads.

    Args:
        model: an installed spaCy English pipeline, or the path of one.
        attribution: ``encoder``, or ``rules`` for statements and events without any learned part of ours.

    Raises:
        ModelError: see `Parser`.
    """

    def __init__(self, model: str, attribution: Attribution = "encoder") -> None:
        self.parser = Parser(model)
        self.encoder = Encoder() if attribution == "encoder" else None
        # spaCy's memory zone is not thread-safe: 599 of 600 calls failed on four threads, none with a lock.
        self.lock = threading.Lock()

    @property
    def model(self) -> str:
        """The model's name and version: ``en_core_web_md-3.7.1``."""
        return self.parser.name

    def extract(
        self,
        text: str,
        *,
        published: date | None = None,
        title: str | None = None,
        include: Collection[str] = LAYERS,
        undated: bool = False,
    ) -> Annotations:
        """The annotations of one article.

        Args:
            text: the article; not blank, no lone surrogates.
            published: the publication date; where None it is inferred if the text proves it.
            title: the headline, where it is not part of the text.
            include: the layers to return; what none of them needs is not computed.
            undated: also return events for which no date could be established.
        """
        # The string store grows for ever outside a memory zone, and nothing of a Doc may leave one: dataclasses do.
        with self.lock, uncollected(), self.parser.nlp.memory_zone():
            encoding = self.encoder(text) if self.encoder and set(include) - {"times"} else None
            return annotate(Article(self.parser(text), published, title, encoding, text), include, undated)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no reference cycles within.

    An article makes thousands of objects and none of them is in a cycle but one small one of spaCy's, which is found
    between two articles; to look for it over and over takes a hundredth of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def annotate(article: Article, include: Collection[str] = LAYERS, undated: bool = False) -> Annotations:
    """Walk the layers over one parsed article."""
    wanted = frozenset(include)
    basis: Any = "request" if article.published else None
    if article.published is None:
        article.published = times.publication_date(article)
        basis = "text" if article.published else None
    found_times = times.find(article) if wanted else ()
    found_entities = entities.find(article, found_times) if wanted - {"times"} else ()
    unnamed: Mapping[int, Span] = {}
    known = coreference.Known()
    if wanted - {"times"}:
        resolved = coreference.resolve(article, found_entities)
        found_entities, unnamed, known = resolved.entities, resolved.unnamed, resolved.known
    found_statements: tuple[Statement, ...] = ()
    if wanted & {"statements", "events", "entities"}:
        found_statements = statements.find(article, found_times, found_entities, unnamed)
        found_entities = coreference.resolve_speakers(article, found_entities, found_statements, known)
    found_events: tuple[Event, ...] = ()
    if "events" in wanted:
        found_events = events.find(article, found_times, found_entities, found_statements, undated)
    return Annotations(
        published=Published(article.published.isoformat() if article.published else None, basis),
        entities=by_first_mention(found_entities) if "entities" in wanted else (),
        times=found_times if "times" in wanted else (),
        events=found_events,
        statements=found_statements if "statements" in wanted else (),
        characters=len(article.text),
        tokens=len(article.doc),
    )


def by_first_mention(found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Entities in the order of the contract: an "I" before the speaker's name may have come in last."""
    return tuple(sorted(found, key=lambda entity: entity.mentions[0].start))
