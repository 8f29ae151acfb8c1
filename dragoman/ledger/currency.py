"""Which coding of a version is in force, and until when a version counts: set anew for one version or report.

A version ends on the day that a newer one of its report, or a retraction, was known; the last coding added of a
version is current. Both follow from what is stored alone, so they come out the same in any order of adding.
"""

from typing import Any, Final

from sqlalchemy import Connection, update

from dragoman.ledger import schema
from dragoman.ledger.rows import asked


def of_coding(connection: Connection, version: int) -> None:
    """Makes the last coding of a version, by its stamp and then its id, the current one; its entries follow."""
    c, e = schema.codings.c, schema.entries.c
    found = asked(connection, _CODINGS, version)
    last = max(found, key=lambda coding: (coding.added, coding.coding)).row
    for coding in found:
        if coding.current != (coding.row == last) or coding.row == last:
            now = coding.row == last
            connection.execute(update(schema.codings).where(c.row == coding.row).values(current=now))
            connection.execute(update(schema.entries).where(e.coding == coding.row).values(current=now))


_CODINGS: Final = 'SELECT "row", added, coding, current FROM codings WHERE version = ?'
_VERSIONS: Final = 'SELECT "row", known, added, version, ends FROM versions WHERE report = ?'
_RETRACTED: Final = "SELECT known FROM retractions WHERE report = ?"


def of_report(connection: Connection, report: str) -> int:
    """Sets until when each version of a report counts; how many there are."""
    v, e = schema.versions.c, schema.entries.c
    found = sorted(asked(connection, _VERSIONS, report), key=lambda row: (row.known, row.added, row.version))
    taken_back = [day for (day,) in asked(connection, _RETRACTED, report)]
    for ends, row in zip(ends_of(found, taken_back), found, strict=True):
        if ends != row.ends:
            connection.execute(update(schema.versions).where(v.row == row.row).values(ends=ends))
        if ends != row.ends or ends is not None:
            connection.execute(update(schema.entries).where(e.version == row.row).values(ends=ends))
    return len(found)


def ends_of(found: list[Any], taken_back: list[str]) -> list[str | None]:
    """For each version of a report, oldest first, the day from which it counts no more; `taken_back`: retractions."""
    ends: list[str | None] = []
    for at, row in enumerate(found):
        days = [day for day in taken_back if day >= row.known]
        days += [found[at + 1].known] if at + 1 < len(found) else []
        ends.append(min(days, default=None))
    return ends
