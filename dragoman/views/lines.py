"""A reading -> one `Line` of plain words for each entry, with the sentences that it is cited from."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.records import Attribute, Entry, Event, Form, Reading, Role, Span, Spans, Standing, Statement
from dragoman.views.words import day_words, name, names, place_words, quoted, shortened

CLAUSE_WIDTH: Final = 100  # code points of the clause beside an event's trigger
# Attributes of standings that a view shows, and what they are called there.
SHOWN: Final = {
    "kind": "kind",
    "place": "at",
    "envoy": "envoy",
    "deadline": "by",
    "measure": "measure",
    "taken_from": "taken from",
    "basis": "basis",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an entry was read: its sentences by number (from 1), its evidence, who vouches for it, how sure it is."""

    id: str
    sentences: tuple[int, ...]
    evidence: Spans
    according_to: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """What a view shows of one entry; `key` is unique in the reading (S1 a statement, E3 an event, T2 a standing)."""

    key: str
    label: str
    date: str
    who: str
    whom: str
    what: str
    status: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What a view shows of a role that a report gives somebody: who, the role in words, the sentences that say it."""

    who: str
    what: str
    sentences: tuple[int, ...]
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a reading by kind, each in the order of the reading."""

    statements: tuple[Line, ...]
    events: tuple[Line, ...]
    standings: tuple[Line, ...]

    def __iter__(self) -> Iterator[Line]:
        yield from self.statements
        yield from self.events
        yield from self.standings


def lines(reading: Reading) -> Lines:
    """The lines of all entries of `reading`."""
    keys = {standing.id: f"T{n}" for n, standing in enumerate(reading.standings, 1)}
    starts = [start for start, _ in sentences_of(reading)]
    return Lines(
        tuple(_statement(reading, s, f"S{n}", starts) for n, s in enumerate(reading.statements, 1)),
        tuple(_event(reading, e, f"E{n}", starts) for n, e in enumerate(reading.events, 1)),
        tuple(_standing(reading, s, f"T{n}", keys, starts) for n, s in enumerate(reading.standings, 1)),
    )


def role_lines(reading: Reading) -> tuple[RoleLine, ...]:
    """The roles that the report gives its people, in the order of the text."""
    starts = [start for start, _ in sentences_of(reading)]
    return tuple(
        RoleLine(name(role.actor), _role_words(role), _numbers(starts, role.evidence), role.evidence)
        for role in reading.roles
    )


def _role_words(role: Role) -> str:
    title = f"former {role.title}" if role.former else role.title
    return shortened(f"{title} of {role.of}" if role.of else title)


def sentences_of(reading: Reading) -> tuple[Span, ...]:
    """The sentences of a reading; the paragraphs of its text where it holds none."""
    if reading.sentences:
        return reading.sentences
    spans, at = [], 0
    for part in reading.report.text.split("\n"):
        if part.strip():
            spans.append((at, at + len(part)))
        at += len(part) + 1
    return tuple(spans)


def _numbers(starts: list[int], evidence: Spans) -> tuple[int, ...]:
    """The numbers of the sentences that hold `evidence`; what stands before the first sentence counts to it."""
    found: set[int] = set()
    for start, end in evidence:
        first, last = bisect_right(starts, start), bisect_right(starts, max(start, end - 1))
        found.update(range(max(1, first), max(1, last) + 1))
    return tuple(sorted(found)) if starts else ()


def _citation(entry: Entry, starts: list[int]) -> Citation:
    numbers = _numbers(starts, entry.evidence)
    return Citation(entry.id, numbers, entry.evidence, name(entry.according_to), entry.confidence)


def _statement(reading: Reading, statement: Statement, key: str, starts: list[int]) -> Line:
    words = quoted(reading.report, statement.content)
    return Line(
        key=key,
        label=quoted(reading.report, (statement.cue,)) if statement.cue else "",
        date=day_words(statement.date),
        who=name(statement.speaker, "(nobody named)"),
        whom=name(statement.addressee),
        what=f"“{words.rstrip(' ,')}”" if statement.form is Form.DIRECT else words,
        status=str(statement.form) + (f", in {shortened(statement.venue, 60)}" if statement.venue else ""),
        cited=_citation(statement, starts),
    )


def _event(reading: Reading, event: Event, key: str, starts: list[int]) -> Line:
    place = place_words(event.where)
    codes = [*([f"CAMEO {event.cameo}"] if event.cameo else []), *event.contexts]
    words, clause = quoted(reading.report, (event.trigger,)), quoted(reading.report, event.evidence, CLAUSE_WIDTH)
    words = words if words == clause else f"{words} — {clause}"
    return Line(
        key=key,
        label=event.type + (f" {event.mode}" if event.mode else ""),
        date=day_words(event.when),
        who=names(event.actors),
        whom=names(event.recipients),
        what=words + (f", at {place}" if place else "") + (f" [{', '.join(codes)}]" if codes else ""),
        status=str(event.status),
        cited=_citation(event, starts),
    )


def _standing(reading: Reading, standing: Standing, key: str, keys: dict[str, str], starts: list[int]) -> Line:
    words = [quoted(reading.report, standing.content or standing.evidence)]
    if standing.conditions:
        words.append(f"on condition: {quoted(reading.report, standing.conditions)}")
    if standing.in_return_for in keys:
        words.append(f"in return for {keys[standing.in_return_for]}")
    words += [f"{label}: {told}" for key, label in SHOWN.items() if (told := _told(standing.attributes.get(key)))]
    until = day_words(standing.until)
    return Line(
        key=key,
        label=f"{standing.topic}: {standing.value}",
        date=day_words(standing.when) + (f" (until {until})" if until else ""),
        who=name(standing.holder),
        whom=name(standing.subject),
        what="; ".join(words),
        status=str(standing.status),
        cited=_citation(standing, starts),
    )


def _told(value: Attribute) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value) if value else ""
