"""Report -> spaCy Doc: one pass of the trained encoder fills tags, trees, sentences and entities."""

from dragoman.language.hearing import Heard
from dragoman.language.parse import heard, parse, parse_words

__all__ = ["Heard", "heard", "parse", "parse_words"]
