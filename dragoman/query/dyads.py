"""Two actors, or one and all its partners, to events a month: counts and Goldstein sums by quad class and direction.

Events are counted, not reports: all tellings of one event are one, in the month, direction and class of the telling
that stands for them. A symmetric event ("they met") is counted once, from the side that came or was named first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.ledger.lines import Line
from dragoman.query.asked import Named, View
from dragoman.query.citing import representative
from dragoman.query.claims import FIRST
from dragoman.query.clusters import clusters, whole
from dragoman.query.lines import Wanted, among
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.timeline import told
from dragoman.query.who import Meant
from dragoman.query.wire import Shown

QUADS: Final = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
"""PLOVER's quad classes, from the friendliest."""
COUNTING: Final = ("happened", "ongoing")  # what was only planned, denied or supposed is no event of a month
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """Events of one class, from one side to another, in one month ("2021-08").

    `reports` counts the reports that tell them, `goldstein` sums the scores of the events, each once. `vague` counts
    those whose time spans several months ("in 2022"): they stand in one of them, by Line.day.
    """

    source: Named
    target: Named
    month: str
    quad: str
    events: int = 0
    reports: int = 0
    goldstein: float = 0.0
    vague: int = 0


@dataclass(frozen=True, slots=True)
class Dyads(Shown):
    """What was asked, the cells by pair, direction, month and class, and how many events are in no cell.

    A pair has a cell for every class in every month from its first event to its last, in both directions, so that no
    event is a 0 and no gap; pairs without an event are left out. `undated` counts events that can stand in no month:
    neither do their tellings name a time, nor have their reports a day of publication.
    """

    a: Meant
    b: Meant | None
    since: str | None
    until: str | None
    cells: tuple[Cell, ...]
    undated: int = 0

    def table(self) -> Table:
        """One row a cell."""
        return DYADS.table(
            (
                *(c.source.name, c.source.id, c.target.name, c.target.id, f"{c.month}-01", c.quad),
                *(c.events, c.reports, c.goldstein, c.vague),
            )
            for c in self.cells
        )


DYADS: Final = Schema(
    "dyads",
    (
        Column("source", Kind.TEXT, "name of the side that acts"),
        Column("source_id", Kind.TEXT, "its id"),
        Column("target", Kind.TEXT, "name of the side that it acts on"),
        Column("target_id", Kind.TEXT, "its id"),
        Column("month", Kind.DAY, "first day of the month"),
        Column("quad", Kind.TEXT, "quad class: " + ", ".join(QUADS)),
        Column("events", Kind.COUNT, "how many events, each once"),
        Column("reports", Kind.COUNT, "how many reports tell of them"),
        Column("goldstein", Kind.NUMBER, "sum of the events' Goldstein scores"),
        Column("vague", Kind.COUNT, "how many of the events are dated to several months, and stand in one of them"),
    ),
)


def dyads(view: View, a: Meant, b: Meant | None = None, *, since: str | None = None, until: str | None = None) -> Dyads:
    """Events between two sides, or of one with each of its partners, that happened from `since` to `until`.

    The days are ISO, both included; an event is in or out by the day of the telling that stands for it.
    """
    lines = told(view, a, b, Wanted(families=("event",), statuses=COUNTING), roles=("actor", "recipient"))
    groups = whole(view, clusters(view, [line for line in lines if line.goldstein is not None or line.quad]))
    members = [line for group in groups for line in group]
    sides, timeless = _sides(view, [line.row for line in members]), _timeless(members)
    counts: defaultdict[tuple[Pair, str, str], Count] = defaultdict(Count)
    undated = 0
    for group in groups:
        for direction, head, tellings in _events(group, sides, timeless):
            if not _asked(direction, a, b):
                continue
            if head.row in timeless:
                undated += 1
            elif (since or "") <= head.day and (until is None or head.day <= until):
                counts[direction, head.day[:7], _quad(head)].add(head, tellings)
    names = view.names(sorted({id for direction, _, _ in counts for id in direction}))
    named = {id: Named(id, name, id) for id, name in names.items()}
    return Dyads(a, b, since, until, tuple(_cells(counts, named)), undated)


@dataclass(slots=True)
class Count:
    """What one cell adds up."""

    events: int = 0
    vague: int = 0
    goldstein: float = 0.0
    reports: set[int] = field(default_factory=set)

    def add(self, head: Line, tellings: Iterable[Line]) -> None:
        """Counts one event."""
        self.events += 1
        self.vague += bool(head.start and head.end and head.start[:7] != head.end[:7])
        self.goldstein += head.goldstein or 0.0
        self.reports.update(line.report for line in tellings)

    def cell(self, source: Named, target: Named, month: str, quad: str) -> Cell:
        """The cell that it is the sum of; scores have one digit, and so has their sum."""
        total = round(self.goldstein, 1)
        return Cell(source, target, month, quad, self.events, len(self.reports), total, self.vague)


def _quad(line: Line) -> str:
    return line.quad or "neutral"


def _asked(direction: Pair, a: Meant, b: Meant | None) -> bool:
    one, other = direction
    if b is None:
        return one in a.sides or other in a.sides
    return (one in a.sides and other in b.sides) or (one in b.sides and other in a.sides)


def _events(
    group: Sequence[Line], sides: dict[int, list[Pair]], timeless: set[int]
) -> Iterator[tuple[Pair, Line, list[Line]]]:
    """For each two sides that an event is between: direction, the telling that stands for it, and all tellings."""
    between: defaultdict[Pair, list[tuple[Line, Pair]]] = defaultdict(list)
    for line in group:
        if line.status in COUNTING:
            for one, other in sides.get(line.row, ()):
                between[min(one, other), max(one, other)].append((line, (one, other)))
    for tellings in between.values():
        lines = [line for line, _ in tellings]
        head = representative([line for line in lines if line.row not in timeless] or lines)
        yield next(direction for line, direction in tellings if line is head), head, lines


def _timeless(lines: Iterable[Line]) -> set[int]:
    """The rows of events whose time is not told, in reports of no known day: their day is that of adding."""
    return {line.row for line in lines if line.start is None and line.end is None and not line.dated}


def _sides(view: View, rows: Sequence[int]) -> dict[int, list[Pair]]:
    """The directed pairs of sides of each event, each once and in the order of its parties."""
    parties: defaultdict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for entry, role, side in among(view, _PARTIES, sorted(rows)):
        parties[entry][role not in FIRST].append(view.one(side))
    return {
        row: list(dict.fromkeys((one, other) for one in ones for other in others if one != other))
        for row, (ones, others) in parties.items()
    }


def _cells(counts: dict[tuple[Pair, str, str], Count], named: dict[str, Named]) -> Iterator[Cell]:
    months: defaultdict[Pair, set[str]] = defaultdict(set)
    others: defaultdict[Pair, set[str]] = defaultdict(set)  # classes of a user's own codebook
    for (one, other), month, quad in counts:
        pair = min(one, other), max(one, other)
        months[pair].add(month)
        others[pair] |= {quad} - set(QUADS)
    for pair in sorted(months):
        every = list(between_months(min(months[pair]), max(months[pair])))
        for way in (pair, pair[::-1]):
            source, target = named[way[0]], named[way[1]]
            for month, quad in product(every, (*QUADS, *sorted(others[pair]))):
                found = counts.get((way, month, quad))
                yield found.cell(source, target, month, quad) if found else Cell(source, target, month, quad)


def between_months(first: str, last: str) -> Iterator[str]:
    """The months from `first` to `last` ("2021-08"), both included."""
    year, month = int(first[:4]), int(first[5:])
    while (found := f"{year:04}-{month:02}") <= last:
        yield found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


_p = schema.parties.c
_PARTIES: Final = (
    select(_p.entry, _p.role, _p.side)
    .where(_p.entry.in_(bindparam("among", expanding=True)), _p.role.in_(("actor", "recipient")))
    .order_by(_p.entry, _p.place)
)
