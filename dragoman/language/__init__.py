"""Report -> spaCy Doc: one pass of the trained encoder fills tags, trees, sentences and entities."""

from dragoman.language.acting import Act, Acting, Hint, Judgement
from dragoman.language.hearing import Heard
from dragoman.language.parse import acting, annotate, heard, parse, parse_words, sketch

__all__ = [
    "Act",
    "Acting",
    "Heard",
    "Hint",
    "Judgement",
    "acting",
    "annotate",
    "heard",
    "parse",
    "parse_words",
    "sketch",
]
