"""A reading -> its sentences cut into pieces, each with what is marked there: cues, triggers, actors, words said."""

from dataclasses import dataclass
from enum import StrEnum

from dragoman.records import Actor, Event, Reading, Span, Spans, Standing, Statement
from dragoman.views.lines import Line, sentences_of
from dragoman.views.words import visible


class Mark(StrEnum):
    """What is marked, the narrower first: a view with one style for a piece takes the first that the piece has."""

    TRIGGER = "trigger"
    CUE = "cue"
    ACTOR = "actor"
    CONTENT = "content"
    BOILER = "boiler"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the same marks, in the order of `Mark`; control characters are shown as U+FFFD."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its number (from 1), whether it opens a paragraph, and the keys of the entries cited from it."""

    number: int
    span: Span
    opens: bool
    pieces: tuple[Piece, ...]
    keys: tuple[str, ...]


def marked(reading: Reading, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    """The sentences of `reading` with marks, in order; `lines` are the entries to name at their sentences."""
    text, edges = reading.report.text, _edges(reading)
    keys: dict[int, list[str]] = {}
    for line in lines:
        for number in line.cited.sentences:
            keys.setdefault(number, []).append(line.key)
    sentences, before, at = [], 0, 0
    active = dict.fromkeys(Mark, 0)
    for number, span in enumerate(sentences_of(reading), 1):
        opens = number == 1 or "\n" in text[before : span[0]] or "\n" in text[span[0] : span[0] + 1]
        pieces, at = _pieces(text, span, edges, at, active)
        sentences.append(Sentence(number, span, opens, pieces, tuple(keys.get(number, ()))))
        before = max(before, span[1] - 1)
    return tuple(sentences)


def _edges(reading: Reading) -> list[tuple[int, Mark, int]]:
    """Where marks begin (+1) and end (-1), in the order of the text."""
    edges = []
    for mark, spans in _spans(reading):
        for start, end in spans:
            if start < end:
                edges += [(start, mark, 1), (end, mark, -1)]
    return sorted(edges, key=lambda edge: edge[0])


def _spans(reading: Reading) -> list[tuple[Mark, Spans]]:
    found: list[tuple[Mark, Spans]] = [(Mark.BOILER, reading.report.boiler)]
    actors: set[Span] = set()
    named: tuple[Actor | None, ...]
    for entry in (*reading.statements, *reading.events, *reading.standings):
        match entry:
            case Statement():
                found.append((Mark.CONTENT, entry.content))
                found.append((Mark.CUE, (entry.cue,) if entry.cue else ()))
                named = (entry.speaker, entry.addressee)
            case Event():
                found.append((Mark.TRIGGER, (entry.trigger,)))
                named = (*entry.actors, *entry.recipients)
            case Standing():
                named = (entry.holder, entry.subject)
        actors.update(actor.mention for actor in named if actor and actor.mention)
    found.append((Mark.ACTOR, tuple(sorted(actors))))
    return found


def _pieces(
    text: str, span: Span, edges: list[tuple[int, Mark, int]], at: int, active: dict[Mark, int]
) -> tuple[tuple[Piece, ...], int]:
    """The pieces of one sentence; `at` and `active` carry the place among the edges from sentence to sentence."""
    pieces: list[Piece] = []
    start, end = _trimmed(text, span)
    while start < end:
        while at < len(edges) and edges[at][0] <= start:
            active[edges[at][1]] += edges[at][2]
            at += 1
        until = min(end, edges[at][0]) if at < len(edges) else end
        pieces.append(Piece(visible(text[start:until]), tuple(mark for mark in Mark if active[mark])))
        start = until
    return tuple(pieces), at


def _trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its ends."""
    words = text[span[0] : span[1]]
    start = span[0] + len(words) - len(words.lstrip())
    return start, max(start, span[0] + len(words.rstrip()))
