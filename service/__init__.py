"""Dateline: a news article goes in; entities, dated events and attributed statements come out."""

__version__ = "0.1.0"
