"""Who may know whom: the import contracts of pyproject.toml."""

from __future__ import annotations

from importlinter.cli import lint_imports


def test_every_import_keeps_to_the_walk_of_an_article() -> None:
    """web → answer → pipeline → extractors → data types, and no short cuts between them."""
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0
