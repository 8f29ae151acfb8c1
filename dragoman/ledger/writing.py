"""A draft and a connection in a write transaction -> its rows numbered, linked and stored, unless they are there.

Before every statement a step is named, so that a test can break off at each (`Watch`). What is derived (links, copies,
`ends`, `current`) is a function of the set of rows that are stored, never of the order in which they came.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Table

from dragoman.ledger import schema
from dragoman.ledger.copies import copied
from dragoman.ledger.currency import of_coding, of_report
from dragoman.ledger.drafting import Draft, Row, redrafted
from dragoman.ledger.linking import both_ways, store_entries
from dragoman.ledger.meeting import BANDS, met, put
from dragoman.ledger.overruling import overrule
from dragoman.ledger.rows import asked, asked_plainly, insert_rows, next_row
from dragoman.ledger.steps import Watch

NEAR: Final = timedelta(days=45)  # a wire copy is printed within days; a series of bulletins goes on for years
STRETCH: Final = 32  # days whose bands stand side by side


@dataclass(frozen=True, slots=True)
class Stored:
    """What storing a draft changed: whether version and coding are new, how many entries and links came with them.

    `new_report` says that the ledger had no version of the report before.
    """

    version: str
    new_version: bool = False
    new_coding: bool = False
    entries: int = 0
    links: int = 0
    copies: int = 0
    new_report: bool = False


def store(connection: Connection, draft: Draft, watch: Watch) -> Stored:
    """Stores a draft; what is there already stays as it is, only an earlier stamp of adding is kept."""
    version, known, new, alike = _version(connection, draft, watch)
    draft = redrafted(draft, known)
    new_coding, linked = _coding(connection, draft, version, new, watch)
    watch("current")
    if not new:
        of_coding(connection, version)
    watch("ends")
    first = of_report(connection, draft.version["report"]) == 1 and new
    if not new_coding:
        return Stored(draft.version["version"], new, copies=alike, new_report=first)
    watch("judged")
    overrule(connection, (d.row["id"] for d in draft.entries))
    return Stored(draft.version["version"], new, True, len(draft.entries), linked, alike, first)


def _coding(connection: Connection, draft: Draft, version: int, only: bool, watch: Watch) -> tuple[bool, int]:
    """Whether the draft's coding is new, and how many links its entries have; `only`: its version has no other."""
    watch("coding")
    kept = () if only else asked(connection, _CODING, draft.coding["coding"])
    if kept:
        _earlier(connection, schema.codings, kept[0], draft.coding["added"])
        return False, 0
    coding = next_row(connection, schema.codings)
    insert_rows(connection, schema.codings, [{**draft.coding, "row": coding, "version": version, "current": only}])
    common = {"coding": coding, "version": version, "layer": schema.KEPT, "known": draft.version["known"]}
    common["dated"] = draft.version["dated"]
    common |= {"ends": None, "current": only, "judged": None}
    linked = store_entries(connection, draft.entries, common, report=draft.version["report"], watch=watch)
    _of_reading(connection, draft, coding, watch)
    return True, linked


_VERSION: Final = 'SELECT "row", added, known FROM versions WHERE version = ?'
_CODING: Final = 'SELECT "row", added FROM codings WHERE coding = ?'
_SEARCHED: Final = "INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)"
_NEAR: Final = 'SELECT "row", text FROM versions WHERE "row" IN ? AND known BETWEEN ? AND ? AND report <> ?'


def _version(connection: Connection, draft: Draft, watch: Watch) -> tuple[int, str, bool, int]:
    """The number of the report's version, the day it was known, whether it is new, and of how many it is a copy."""
    watch("version")
    if kept := asked(connection, _VERSION, draft.version["version"]):
        _earlier(connection, schema.versions, kept[0], draft.version["added"])
        return kept[0].row, kept[0].known, False, 0
    number = next_row(connection, schema.versions)
    insert_rows(connection, schema.versions, [{**draft.version, "row": number, "ends": None}])
    watch("words")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_SEARCHED, (number, draft.version["title"], draft.version["text"]))
    watch("bands")
    alike = list(_copies(connection, draft, number))
    put(connection, BANDS, ((band, number) for band in _dated(draft, 0)))
    watch("copies")
    insert_rows(connection, schema.copies, both_ways(alike))
    return number, draft.version["known"], True, len(alike)


def _copies(connection: Connection, draft: Draft, number: int) -> Iterator[Row]:
    """The stored versions of other reports that are copies of the draft's text, published within `NEAR` of it."""
    known = date.fromisoformat(draft.version["known"])
    near = (known - NEAR).isoformat(), (known + NEAR).isoformat()
    found = sorted({version for _, version in met(connection, BANDS, _dated(draft, NEAR.days))})
    for other, text in asked_plainly(connection, _NEAR, found, *near, draft.version["report"]) if found else ():
        alike = copied(text, draft.version["text"])
        if alike:
            yield {
                "one": number,
                "other": other,
                "resemblance": round(alike.resemblance, 3),
                "containment": round(alike.containment, 3),
            }


def _dated(draft: Draft, near: int) -> list[int]:
    """The text's bands behind each stretch of days that lies within `near` days of its own: under 2^63.

    So the bands of reports of one time stand side by side, and adding them touches few pages of the table.
    """
    known = date.fromisoformat(draft.version["known"]).toordinal()
    stretches = range((known - near) // STRETCH, (known + near) // STRETCH + 1)
    return [stretch << 44 | band >> 20 & 2**44 - 1 for stretch in stretches for band in draft.bands]


def _of_reading(connection: Connection, draft: Draft, coding: int, watch: Watch) -> None:
    watch("actors")
    insert_rows(connection, schema.actors, draft.actors, anew=False)
    watch("roles")
    insert_rows(connection, schema.roles, ({**role, "coding": coding} for role in draft.roles))


def _earlier(connection: Connection, table: Table, kept: Any, given: str) -> None:
    """Keeps the earlier of two stamps of adding, so that ledgers merge to the same whichever comes first."""
    if given < kept.added:
        connection.execute(table.update().where(table.c.row == kept.row).values(added=given))
