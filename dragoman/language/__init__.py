"""Report -> spaCy Doc: one pass of the trained encoder fills tags, trees, sentences and entities."""

from dragoman.language.parse import parse, parse_words

__all__ = ["parse", "parse_words"]
