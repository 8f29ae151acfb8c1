"""The three kinds of entries: statements, events and standings."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from dragoman.records.actor import Actor
from dragoman.records.place import Place
from dragoman.records.spans import Span, Spans
from dragoman.records.when import When

Attribute: TypeAlias = str | int | float | bool | tuple[str, ...] | None


class Status(StrEnum):
    """Whether it came to pass, as the report or its source says."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Form(StrEnum):
    """All of a statement's words in quotation marks, none, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. `content` has the words said, without cue and enclosing quotation marks, in their order."""

    id: str
    speaker: Actor | None
    content: Spans
    form: Form
    evidence: Spans
    confidence: float
    made_by: str
    addressee: Actor | None = None
    cue: Span | None = None
    venue: str | None = None
    date: When | None = None
    according_to: Actor | None = None
    sources: tuple[str, ...] = ()
    attributes: dict[str, Attribute] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER's terms; `sources` are ids of the entries that it was read from."""

    id: str
    type: str
    mode: str | None
    trigger: Span
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: Status
    evidence: Spans
    confidence: float
    made_by: str
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    quad: str | None = None
    when: When | None = None
    where: Place | None = None
    according_to: Actor | None = None
    sources: tuple[str, ...] = ()
    attributes: dict[str, Attribute] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where something stands from then on; `in_return_for` is the id of the standing given in exchange."""

    id: str
    topic: str
    holder: Actor
    subject: Actor | None
    value: str
    status: Status
    evidence: Spans
    confidence: float
    made_by: str
    content: Spans | None = None
    when: When | None = None
    until: When | None = None
    conditions: Spans = ()
    in_return_for: str | None = None
    according_to: Actor | None = None
    sources: tuple[str, ...] = ()
    attributes: dict[str, Attribute] = field(default_factory=dict)


Entry: TypeAlias = Statement | Event | Standing
