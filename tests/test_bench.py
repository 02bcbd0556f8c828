"""What the measurements are made with: articles, clients, and their bounds."""

from __future__ import annotations

from bench.articles import different, load, short


def test_articles_are_distinct_and_always_the_same() -> None:
    """However many are asked for; short ones are short."""
    texts = load([])
    for made in (list(different(texts, 50)), list(short(texts, 2000))):
        assert len(set(made)) == len(made)
    assert list(short(texts, 20)) == list(short(texts, 20))
    lengths = [len(text) for text in short(texts, 200)]
    assert min(lengths) >= 600
    assert max(lengths) < 1100
