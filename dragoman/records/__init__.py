"""The nouns: reports, actors, times, places, statements, events, standings, readings."""

from dragoman.records.actor import Actor, ActorKind
from dragoman.records.entries import Attribute, Entry, Event, Form, Standing, Statement, Status
from dragoman.records.identity import digest, entry_id
from dragoman.records.place import Place
from dragoman.records.reading import Reading
from dragoman.records.report import Finding, Report, Retraction
from dragoman.records.role import Role
from dragoman.records.spans import Span, Spans, overlap, within, words_of
from dragoman.records.when import Anchor, Precision, When

__all__ = [
    "Actor",
    "ActorKind",
    "Anchor",
    "Attribute",
    "Entry",
    "Event",
    "Finding",
    "Form",
    "Place",
    "Precision",
    "Reading",
    "Report",
    "Retraction",
    "Role",
    "Span",
    "Spans",
    "Standing",
    "Statement",
    "Status",
    "When",
    "digest",
    "entry_id",
    "overlap",
    "within",
    "words_of",
]
