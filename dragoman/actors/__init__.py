"""Actors: a report and its parse -> the cast, who is mentioned where and for whom each mention stands."""

from dragoman.actors.cast import Cast, Mention
from dragoman.actors.resolve import resolve

__all__ = ["Cast", "Mention", "resolve"]
