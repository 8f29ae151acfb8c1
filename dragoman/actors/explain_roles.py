"""A registry entry -> what its actor was and when: roles with their days and where each is written."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dragoman.actors import own_store
from dragoman.actors.own_cells import first_day
from dragoman.actors.own_records import OwnActor, OwnRole
from dragoman.actors.registry import Body, Dated, Entry, Group, Leader, NameKind, Organisation, Record, State, registry

FILES: Final = {
    State: "states.tsv",
    Organisation: "organisations.tsv",
    Group: "groups.tsv",
    Leader: "leaders.tsv",
    Body: "bodies.tsv",
}


@dataclass(frozen=True, slots=True)
class Held:
    """A role: title ("" for none), country, sector, first and last day (None is open), whether it holds on the day.

    `source` is the shipped file, or the user's file and line; `why` says what is disputed about it.
    """

    title: str
    country: str
    sector: str
    start: date | None
    end: date | None
    holds: bool
    source: str
    why: str = ""


def kind_of(record: Record) -> str:
    """The sort of actor, as the registry or the user calls it."""
    if isinstance(record, State):
        return "state"
    return "person" if isinstance(record, Leader) else record.kind or "organisation"


def source_of(entry: Entry) -> str:
    """The shipped file of an entry, or the user's file and line that gave it."""
    own = _own(entry.record.id)
    if own is not None and (entry.text in own.names or isinstance(entry.record, Leader)):
        return own.roles[0].source
    return "metonyms.tsv" if entry.kind is NameKind.METONYM else FILES[type(entry.record)]


def roles_of(entry: Entry, on: date | None) -> tuple[Held, ...]:
    """All roles of the entry's actor in order of time; for a state its existence, for a group its sectors."""
    record, own = entry.record, _own(entry.record.id)
    if isinstance(record, State):
        text = (record.name_on(on), record.iso, entry.sector or "GOV")
        return (replace(_held(text, record.start, record.end, on, source_of(entry)), why=record.why),)
    if isinstance(record, Leader):
        return tuple(
            replace(
                _held(
                    (o.title, o.country or "", o.sector), o.start, o.end, on, _written(own, o.title, o.start, record)
                ),
                why=o.why,
            )
            for o in record.offices
        )
    roles = []
    for one, begin, stop in _records(entry):
        country = "" if isinstance(one, Organisation) else one.country or ""
        for sector in one.sectors if isinstance(one, Group) else (Dated(one.sector),):
            start, end = _later(begin, sector.start), _earlier(stop, sector.end)
            if start is None or end is None or start < end:
                text = ("", country, sector.text)
                roles.append(_held(text, start, end, on, _written(own, "", start, one)))
    return tuple(sorted(roles, key=lambda role: role.start or date.min))


def _records(entry: Entry) -> list[tuple[Organisation | Group | Body, date | None, date | None]]:
    """The records that stand for the actor, each with its days: one a role for the user's, one for a shipped actor."""
    found: dict[object, tuple[Organisation | Group | Body, date | None, date | None]] = {}
    for one in registry().names.get(entry.text, ()):
        record = one.record
        if record.id == entry.record.id and isinstance(record, Organisation | Group | Body):
            country = None if isinstance(record, Organisation) else record.country
            sectors = tuple(s.text for s in record.sectors) if isinstance(record, Group) else (record.sector,)
            found.setdefault((one.start, one.end, country, sectors), (record, one.start, one.end))
    return list(found.values())


def _later(one: date | None, other: date | None) -> date | None:
    return max(one, other) if one and other else one or other


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(one, other) if one and other else one or other


def _held(text: tuple[str, str, str], start: date | None, end: date | None, on: date | None, source: str) -> Held:
    """The role of a title, country and sector in `[start, end)`."""
    last = end - timedelta(days=1) if end else None
    return Held(*text, start, last, Dated("", start, end).on(on), source)


def _own(id: str) -> OwnActor | None:
    return own_store.by_id().get(id)


def _written(own: OwnActor | None, title: str, start: date | None, record: Record) -> str:
    """Where a role is written: the user's row that says it, else the shipped file."""
    for role in own.roles if own else ():
        if _says(role, title, start):
            return role.source
    if own is not None and record.id not in _shipped_ids():
        return own.roles[0].source
    return FILES[type(record)]


def _says(role: OwnRole, title: str, start: date | None) -> bool:
    return role.said and (not title or role.title == title) and first_day(role.start) == start


def _shipped_ids() -> frozenset[str]:
    from dragoman.actors.registry import shipped

    found = shipped()
    return frozenset((*found.leaders, *found.groups, *found.organisations, *found.bodies))


def period(held: Held) -> str:
    """The days of a role for people: "2004-03-09 to 2010-05-01", "since 2004-03-09", "until 2010", "" for always."""
    if held.start and held.end:
        return f"{held.start} to {held.end}"
    return f"since {held.start}" if held.start else f"until {held.end}" if held.end else ""
