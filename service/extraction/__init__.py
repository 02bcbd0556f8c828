"""From the text of one article to its annotations.  The only package that knows spaCy."""
