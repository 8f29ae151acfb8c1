"""A store and a reader -> the stored reports read again, what that changed, and both codings kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from dragoman.ledger import schema
from dragoman.ledger.drafting import Row
from dragoman.ledger.store import Store
from dragoman.ledger.stored import report_of
from dragoman.records import Reading, Report

COMPARED: Final = (
    "label", "value", "status", "start", "end", "until", "source", "target", "holder", "subject", "according", "kind",
    "place",
)  # fmt: skip
"""Columns in which two codings of an entry may differ so that a user would call them different."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that only the new coding has ("new"), only the old one ("gone"), or that differs ("changed")."""

    id: str
    how: str
    before: str
    after: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recoded:
    """What reading a version of a report again changed; `same` counts the entries that stayed as they were."""

    report: str
    version: str
    before: str
    after: str
    same: int
    changes: tuple[Change, ...]


def recode(
    store: Store, read: Callable[[Report], Reading], *, coder: str, dry: bool = False, again: bool = False
) -> Iterator[Recoded]:
    """Reads each stored version that `coder` has not read, keeps both readings, and tells what changed.

    The new coding is in force from then on; judgements of entries stay with them. `dry` keeps nothing; `again` reads
    what `coder` has read, too. One transaction a report: it may be broken off and begun again. Raises LedgerError.
    """
    for row in _to_read(store, coder, again):
        with store.reading() as connection:
            version = connection.execute(select(schema.versions).where(schema.versions.c.row == row)).one()
            coding = connection.execute(_CURRENT.where(schema.codings.c.version == row)).first()
            old = _entries(connection, coding.row) if coding else {}
        reading = read(report_of(version))
        made = store.draft(reading)
        if not dry:
            store.add_draft(made)
        new = {d.row["id"]: d.row for d in made.entries}
        changes = tuple(_changes(old, new))
        before = coding.coder if coding else ""
        same = len(new) - sum(change.how != "gone" for change in changes)
        yield Recoded(version.report, version.version, before, reading.coder, same, changes)


_CURRENT: Final = select(schema.codings).where(schema.codings.c.current)


def _to_read(store: Store, coder: str, again: bool) -> list[int]:
    """The versions that the coder has not read, in the order of their publication."""
    v, c = schema.versions.c, schema.codings.c
    by_coder = select(c.version).where(c.coder == coder)
    wanted = select(v.row).order_by(v.known, v.version)
    with store.reading() as connection:
        return [row for (row,) in connection.execute(wanted if again else wanted.where(v.row.not_in(by_coder)))]


def _entries(connection: Connection, coding: int) -> dict[str, Row]:
    e = schema.entries.c
    wanted = select(schema.entries).where(e.coding == coding, e.layer != schema.JUDGED)
    return {row.id: dict(row._mapping) for row in connection.execute(wanted)}


def _changes(old: dict[str, Row], new: dict[str, Row]) -> Iterator[Change]:
    for id in sorted(old.keys() | new.keys()):
        if id not in new:
            yield Change(id, "gone", _told(old[id]), "")
        elif id not in old:
            yield Change(id, "new", "", _told(new[id]))
        else:
            columns = tuple(name for name in COMPARED if old[id].get(name) != new[id].get(name))
            if columns:
                yield Change(id, "changed", _told(old[id]), _told(new[id]), columns)


def _told(row: dict[str, Any]) -> str:
    """An entry in a few words."""
    parts = (row["label"], row["value"], row["holder"], "->" if row["subject"] else None, row["subject"], row["status"])
    return " ".join(part for part in parts if part)
