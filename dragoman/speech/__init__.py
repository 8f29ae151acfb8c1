"""Who said what: statements of a report, and the voice that speaks at each of its words."""

from dragoman.speech.attribution import Attribution
from dragoman.speech.attributions import attributions
from dragoman.speech.statements import find
from dragoman.speech.voices import Voices

__all__ = ["Attribution", "Voices", "attributions", "find"]
