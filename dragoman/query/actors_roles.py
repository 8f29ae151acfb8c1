"""Ids of actors to their roles: those of the registry, with the days held, and those that live reports tell of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import bindparam, or_, select

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.lines import among

REGISTRY: Final = "registry"


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is, for whom: `title` is "" where only the sector is known (a state's government, a group).

    From the registry (`source` "registry"), `start` and `end` are the first and last day on which it was held, None is
    open. From reports (`source` is the id of the first that says so), they are the first and last day of publication of
    the `reports` that say so, `quote` are the words of the first, `former` says that the role was over by then.
    """

    title: str
    of: str | None
    country: str | None
    sector: str | None
    start: str | None
    end: str | None
    former: bool
    source: str
    publisher: str | None
    reports: int
    quote: str | None


def roles(view: View, id: str) -> tuple[Role, ...]:
    """The roles of the actor with this id, and of those joined to it: first the registry's, each by its start."""
    ids = view.ids(id)
    return (*(role for one in ids for role in _registered(one)), *_told(view, ids))


def with_told_roles(view: View, ids: Iterable[str]) -> set[str]:
    """Those of the ids of whom live reports tell a role."""
    whole = {part: id for id in ids for part in view.ids(id)}
    return {whole[row.actor] for row in among(view, _ROLES, sorted(whole), live=True)}


def _registered(id: str) -> Iterator[Role]:
    from dragoman.actors.registry import registry  # read once, a third of a second

    found = registry()
    if leader := found.leaders.get(id):
        for office in leader.offices:
            yield _role(office.title, office.of, office.country, office.sector, start=office.start, end=office.end)
    elif group := found.groups.get(id):
        for sector in group.sectors:
            yield _role("", None, group.country, sector.text, start=sector.start, end=sector.end)
    elif state := found.states.get(id):
        yield _role("", None, state.iso, "GOV", start=state.start, end=state.end)
    elif body := found.bodies.get(id):
        yield _role("", None, body.country, body.sector, start=body.start, end=body.end)
    elif one := found.organisations.get(id):
        yield _role("", None, None, one.sector, start=one.start, end=one.end)


def _role(
    title: str, of: str | None, country: str | None, sector: str | None, *, start: date | None, end: date | None
) -> Role:
    """A role of the registry, whose `end` is the first day on which it was held no more."""
    last = (end - timedelta(days=1)).isoformat() if end else None
    first = start.isoformat() if start else None
    return Role(title, of, country, sector, first, last, False, REGISTRY, None, 0, None)


def _told(view: View, ids: Sequence[str]) -> list[Role]:
    """The roles that live reports tell of; those of one title, holder and time are one."""
    groups: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in among(view, _ROLES, ids, live=True):
        groups[row.title, row.of or "", row.country or "", row.sector or "", row.former].append(row)
    made = [_one(group) for group in groups.values()]
    return sorted(made, key=lambda role: (role.start or "", role.title, role.of or "", role.source))


def _one(group: list[Any]) -> Role:
    ordered = sorted(group, key=lambda row: (row.known, row.report))
    first, last = ordered[0], ordered[-1]
    reports = len({row.report for row in group})
    given = (first.title, first.of, first.country, first.sector, first.known, last.known, bool(first.former))
    return Role(*given, first.report, first.publisher, reports, first.quote)


_r, _c, _v = schema.roles.c, schema.codings.c, schema.versions.c
_ROLES: Final = (
    select(
        _r.actor, _r.title, _r.of, _r.country, _r.sector, _r.former, _r.quote, _v.known, _v.report,
        _v.source.label("publisher"),
    )
    .select_from(schema.roles.join(schema.codings, _c.row == _r.coding).join(schema.versions, _v.row == _c.version))
    .where(
        _r.actor.in_(bindparam("among", expanding=True)),
        _c.current,
        _v.known <= bindparam("known_by"),
        or_(_v.ends.is_(None), _v.ends > bindparam("known_by")),
    )
)  # fmt: skip
