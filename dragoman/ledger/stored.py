"""Stored rows -> records again: a version's report, a coding's reading, an entry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dragoman.ledger import schema
from dragoman.ledger.traits import unpack
from dragoman.records import Entry, Reading, Report
from dragoman.records.wire import entry_from_dict, from_dict


def report_of(row: Any) -> Report:
    """The report of a row of `versions`."""
    return reading_row(row, {}, ()).report


def entry_of(family: str, body: str) -> Entry:
    """The entry of a row of `entries`."""
    return entry_from_dict(family, msgspec.json.decode(body))


def reading_of(connection: Connection, coding: Any) -> Reading:
    """The reading of a row of `codings`, as it was added: what people said of it is left out."""
    version = connection.execute(select(schema.versions).where(schema.versions.c.row == coding.version)).one()
    e = schema.entries.c
    wanted = select(e.family, e.body, e.traits, e.id).where(e.coding == coding.row, e.layer != schema.JUDGED)
    kept = connection.execute(wanted.order_by(e.row)).all()
    return reading_row(version, {"coder": coding.coder, **msgspec.json.decode(coding.body)}, kept)


def reading_row(version: Any, coding: dict[str, Any], kept: Sequence[Any]) -> Reading:
    """A reading from the row of a version, the body of a coding and rows of entries."""
    named = ("title", "published", "updated", "source", "agency", "url", "text", "text_digest")
    row = {**msgspec.json.decode(version.body), "id": version.report, "coder": "", "findings": [], **coding}
    row |= {name: getattr(version, name) for name in named}
    for family in ("statement", "event", "standing"):
        row[family + "s"] = [msgspec.json.decode(e.body) for e in kept if e.family == family]
    reading = from_dict(row)
    meanings = {e.id: unpack(e.traits).meaning for e in kept}
    return replace(reading, meanings={id: vector for id, vector in meanings.items() if vector})


def codings_of(connection: Connection) -> Iterator[Any]:
    """The rows of all codings, in the order of their adding."""
    c = schema.codings.c
    yield from connection.execute(select(schema.codings).order_by(c.added, c.coding)).all()
