"""One actor or two to what happened between them, and where things stood from then on: one line a fact, cited.

An event and the standing read from it ("reopened its embassy": SUPPORT, and mission opened) are one line.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import msgspec
from sqlalchemy import bindparam, select

from dragoman.errors import AskError
from dragoman.ledger import schema
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.citing import representative
from dragoman.query.claims import CITED, Claim, claims
from dragoman.query.clusters import Clusters
from dragoman.query.facts_tables import FACTS, facts
from dragoman.query.lines import Wanted, among, between, of_actors, of_sides
from dragoman.query.members import Member
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.who import Meant
from dragoman.query.wire import Shown

TAKING_PART: Final = ("actor", "recipient", "holder", "subject", "speaker", "addressee")
Group = tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Moment(Shown):
    """One fact, with the standings that were read from the same words."""

    claim: Claim
    standings: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline(Shown):
    """What was asked (one actor or two, days both included, None is open), the facts, and whether there are more."""

    asked: tuple[Meant, ...]
    since: str | None
    until: str | None
    moments: tuple[Moment, ...]
    more: bool

    def table(self) -> Table:
        """One row a fact; its standings in one column, as in "mission opened"."""
        base = facts(moment.claim for moment in self.moments)
        standings = ("; ".join(f"{s.label} {s.value}" for s in moment.standings) or None for moment in self.moments)
        return TIMELINE.table((*row, told) for row, told in zip(base, standings, strict=True))

    def claims(self) -> Iterator[Claim]:
        """All facts and standings in order, for `dragoman.query.facts_tables.citations`."""
        for moment in self.moments:
            yield moment.claim
            yield from moment.standings


TIMELINE: Final = Schema(
    "timeline",
    (*FACTS.columns, Column("standings", Kind.TEXT, "topics and values of standings read from the same words")),
)


def timeline(
    view: View,
    a: Meant,
    b: Meant | None = None,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 50,
    oldest_first: bool = False,
    statements: bool = False,
    most: int | None = CITED,
) -> Timeline:
    """The newest `limit` facts of the days from `since` to `until`, newest first; `oldest_first` turns them round.

    With `b`, facts between the two sides alone. `statements` adds who said what. `most` bounds the citations of each
    fact, its counts are of all. A fact of several tellings stands on the day of the one that stands for all.
    """
    families = ("event", "standing", *(("statement",) if statements else ()))
    wanted = Wanted(families=families, since=since, until=until)
    groups, more = newest(view, lambda most: told(view, a, b, replace(wanted, limit=most)), limit)
    made = claims(view, [g for head, tail in groups for g in (head, *tail)], most=most)
    moments = tuple(_moments([1 + len(tail) for _, tail in groups], made))
    return Timeline((a, b) if b else (a,), since, until, moments[::-1] if oldest_first else moments, more)


def told(view: View, a: Meant, b: Meant | None, wanted: Wanted, *, roles: tuple[str, ...] = TAKING_PART) -> list[Line]:
    """Lines between two actors, or of one in one of `roles`; newest first. Raises AskError for two of one side."""
    if b is not None:
        if not set(a.sides).isdisjoint(b.sides):
            raise AskError(f"“{a.asked}” and “{b.asked}” are both of {a.name}", "", "Name two actors, or one.")
        groups = tuple(tuple(one.actors) for one in (a, b) if one.actors)
        return between(view, a.sides, b.sides, replace(wanted, actors=groups))
    if a.actors:
        return of_actors(view, a.actors, replace(wanted, roles=roles))
    return of_sides(view, a.sides, replace(wanted, roles=roles))


def newest(
    view: View,
    found: Callable[[int], Sequence[Line]],
    count: int,
    keep: Callable[[Line], bool] = lambda line: True,
) -> tuple[list[tuple[Group, list[Group]]], bool]:
    """The `count` newest facts, each with its standings, and whether there are more.

    `found` gives so many lines, newest first, and is asked for more until those that are kept tell enough facts.
    """
    asked = max(count, 1) * 2
    told = Clusters(view)
    while True:
        lines = found(asked)
        groups = _joined(view, told.of([line for line in lines if keep(line)]))
        if len(groups) > count or len(lines) < asked:
            break
        asked *= 4
    groups.sort(key=lambda group: _sorted_by(group[0]), reverse=True)
    return groups[:count], len(groups) > count


def _sorted_by(group: Group) -> tuple[str, str, str]:
    head = representative(group)
    return head.day, head.known, head.id


def _joined(view: View, groups: Sequence[Group]) -> list[tuple[Group, list[Group]]]:
    """Each group with the groups of standings that were read from one of its events."""
    made = {n: (group, list[Group]()) for n, group in enumerate(groups)}
    events = {line.id: n for n, group in enumerate(groups) for line in group if line.family == "event"}
    derived = _sources(
        view, [line for group in groups for line in group if line.family == "standing"] if events else []
    )
    for n, group in enumerate(groups):
        of = [events[id] for line in group for id in derived.get(line.row, ()) if id in events]
        if of and group[0].family == "standing":
            made[of[0]][1].append(group)
            del made[n]
    return list(made.values())


class _From(msgspec.Struct):
    sources: list[str] = msgspec.field(name="from")


_BODY: Final = msgspec.json.Decoder(_From)


def _sources(view: View, lines: Iterable[Member]) -> dict[int, list[str]]:
    """The ids of the entries that these were read from, by row."""
    return {row: _BODY.decode(body).sources for row, body in among(view, _BODIES, sorted(line.row for line in lines))}


def _moments(sizes: Sequence[int], made: Sequence[Claim]) -> Iterator[Moment]:
    at = 0
    for size in sizes:
        yield Moment(made[at], tuple(made[at + 1 : at + size]))
        at += size


_e = schema.entries.c
_BODIES: Final = select(_e.row, _e.body).where(_e.row.in_(bindparam("among", expanding=True)))
