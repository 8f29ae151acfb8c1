"""Actors: a report and its parse -> the cast, who is mentioned where and for whom each mention stands.

What walks over the parse is imported with the first report: lists and own actors need no spaCy.
"""

from typing import TYPE_CHECKING

from dragoman.actors.cast import Cast, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.records import Report

__all__ = ["Cast", "Mention", "resolve"]


def resolve(report: "Report", doc: "Doc") -> Cast:
    """The cast of `report`, whose text `doc` is the parse of. Never raises on odd text; cost about 20 us a token."""
    from dragoman.actors import casting

    return casting.resolve(report, doc)
