"""Report -> spaCy Doc: one pass of the trained encoder fills tags, trees, sentences and entities."""

from dragoman.language.acting import Act, Acting, Hint, Judgement
from dragoman.language.hearing import Heard
from dragoman.language.holding import Held, Holding, Sign
from dragoman.language.parse import acting, annotate, heard, holding, parse, parse_words, sketch

__all__ = [
    "Act",
    "Acting",
    "Heard",
    "Held",
    "Hint",
    "Holding",
    "Judgement",
    "Sign",
    "acting",
    "annotate",
    "heard",
    "holding",
    "parse",
    "parse_words",
    "sketch",
]
