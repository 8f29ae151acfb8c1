"""Ids of entries -> their stored rows as the judgements in force leave them: kept, confirmed, rejected or edited."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, delete, or_, select, update

from dragoman.ledger import schema
from dragoman.ledger.drafting import entry_drafts
from dragoman.ledger.editing import edited
from dragoman.ledger.judgements import OF_ENTRIES, Judgement, all_of, in_force
from dragoman.ledger.linking import store_entries
from dragoman.ledger.meeting import KEYS, settle
from dragoman.ledger.rows import among, asked
from dragoman.ledger.sides import Sides
from dragoman.ledger.steps import unwatched
from dragoman.ledger.stored import reading_of
from dragoman.records import Entry, Reading

OWNED: Final = ("parties", "pairs", "keys")  # tables whose rows belong to an entry
VERDICTS: Final = ("confirm", "reject")
SHARED: Final = (
    "coding",
    "version",
    "known",
    "dated",
    "ends",
    "current",
)  # columns that an edited form has from the coded one


def overrule(connection: Connection, ids: Iterable[str]) -> None:
    """Makes the rows of the entries `ids`, in every coding, what the judgements in force make of them."""
    e = schema.entries.c
    judged = {target for (target,) in asked(connection, _JUDGED, sorted(set(ids)))}
    if not judged:
        return
    said = [j for j in in_force(all_of(connection)) if j.verb in OF_ENTRIES]
    wanted = select(schema.entries).where(e.layer != schema.JUDGED)
    for row in list(among(connection, wanted, e.id, sorted(judged))):
        _overrule(connection, row, [j for j in said if row.id in j.targets])


_JUDGED: Final = "SELECT target FROM targets WHERE target IN ?"


def _overrule(connection: Connection, row: Any, said: Sequence[Judgement]) -> None:
    """The row of one entry as coded, and that of its edited form, after what was `said` of it, oldest first."""
    _drop(connection, row)
    change: dict[str, Any] = {}
    for judgement in said:
        change |= judgement.change
    verdict = next((j.verb for j in reversed(said) if j.verb in VERDICTS), None)
    judged = "rejected" if verdict == "reject" else "edited" if change else "confirmed" if verdict else None
    layer = schema.CODED if judged in ("rejected", "edited") else schema.KEPT
    here = schema.entries.c.row == row.row
    connection.execute(update(schema.entries).where(here).values(layer=layer, judged=judged))
    if judged == "edited":
        _edit(connection, row, change)


def _drop(connection: Connection, row: Any) -> None:
    """Takes the edited form of an entry away, with what belongs to it."""
    e, k = schema.entries.c, schema.links.c
    form = select(e.row).where(e.coding == row.coding, e.id == row.id, e.layer == schema.JUDGED)
    old = connection.execute(form).scalar()
    if old is None:
        return
    settle(connection, KEYS)
    for name in OWNED:
        table = schema.metadata.tables[name]
        connection.execute(delete(table).where(table.c.entry == old))
    connection.execute(delete(schema.links).where(or_(k.one == old, k.other == old)))
    connection.execute(delete(schema.entries).where(e.row == old))


def _edit(connection: Connection, row: Any, change: Mapping[str, Any]) -> None:
    """Stores the edited form of an entry beside it, linked anew by what it says now."""
    coding = connection.execute(select(schema.codings).where(schema.codings.c.row == row.coding)).one()
    reading = _with(reading_of(connection, coding), row.id, change)
    drafts = list(entry_drafts(reading, date.fromisoformat(row.known), Sides(reading), only=row.id))
    common = {name: getattr(row, name) for name in SHARED} | {"layer": schema.JUDGED, "judged": "edited"}
    store_entries(connection, drafts, common, report=reading.report.id, watch=unwatched)


def _with(reading: Reading, id: str, change: Mapping[str, Any]) -> Reading:
    """The reading with one entry edited."""
    for name in ("statements", "events", "standings"):
        entries: tuple[Entry, ...] = getattr(reading, name)
        changed = tuple(edited(entry, change) if entry.id == id else entry for entry in entries)
        reading = replace(reading, **{name: changed})  # type: ignore[arg-type]  # each is of the kind it was
    return reading
