"""A store -> findings of what is wrong with it: none where file, references, quotations and ids are sound."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Final

import msgspec
from sqlalchemy import Connection, and_, func, or_, select, text

from dragoman.errors import DamagedError
from dragoman.ledger import schema
from dragoman.ledger.currency import ends_of
from dragoman.ledger.drafting import draft, version_row
from dragoman.ledger.store import Store
from dragoman.ledger.stored import reading_of, report_of
from dragoman.records import Finding, words_of

MOST: Final = 100  # findings of one kind: a damaged file would give a million
AT_ONCE: Final = 500  # versions whose entries are in memory together


def check(store: Store, *, full: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a ledger, the damage of its file first; empty where it is sound.

    Every stored quotation is held against the report's text. `full` also makes the rows of every reading anew and
    compares them: as long as adding took. Raises LedgerError when it cannot be read at all.
    """
    with store.reading() as connection:
        checks = (_file, _references, _searchable, _quotations, _currency, _pairs, *((_derived,) if full else ()))
        found: list[Finding] = []
        for one in checks:
            told = [finding for finding, _ in zip(one(connection), range(MOST), strict=False)]
            found += [replace(finding, where=finding.where or store.where) for finding in told]
            if told and one is _file:
                break  # of a damaged file the rest says nothing
        return tuple(found)


def _file(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield Finding("damaged", f"{said}; restore a backup, or dragoman ledger merge what can be read")


def _references(connection: Connection) -> Iterator[Finding]:
    """PostgreSQL never lets a reference break."""
    if connection.dialect.name == "sqlite":
        for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
            yield Finding("dangling", f"row {row} of {table} names a row of {parent} that is not there")


def _searchable(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    kept = connection.execute(select(func.count()).select_from(schema.versions)).scalar_one()
    indexed = connection.execute(text("SELECT count(*) FROM words_docsize")).scalar_one()
    if kept != indexed:
        yield Finding("unsearchable", f"{kept} texts are kept, {indexed} can be searched")


def _quotations(connection: Connection) -> Iterator[Finding]:
    """Every version has the id of its content, every quotation is the slice of the text that its spans name."""
    v, e = schema.versions.c, schema.entries.c
    numbers = [row for (row,) in connection.execute(select(v.row).order_by(v.row))]
    for at in range(0, len(numbers), AT_ONCE):
        first, last = numbers[at], numbers[min(at + AT_ONCE, len(numbers)) - 1]
        texts = {}
        for row in connection.execute(select(schema.versions).where(v.row.between(first, last))):
            texts[row.row] = row.text
            if version_row(report_of(row), row.added)["version"] != row.version:
                yield Finding(
                    "altered", f"the report's text or data are not those of version {row.version}", row.report
                )
        wanted = select(e.id, e.version, e.quote, e.body).where(e.version.between(first, last))
        for row in connection.execute(wanted):
            spans = msgspec.json.decode(row.body, type=_Cited).evidence
            if words_of(texts.get(row.version, ""), spans) != row.quote:
                yield Finding("misquoted", f"the quotation of entry {row.id} is not in its report's text", row.id)


class _Cited(msgspec.Struct):
    evidence: tuple[tuple[int, int], ...]


def _currency(connection: Connection) -> Iterator[Finding]:
    """One coding of each version is in force, and versions end as their report's others and its retractions say."""
    v, c, e, r = schema.versions.c, schema.codings.c, schema.entries.c, schema.retractions.c
    several = select(c.version).where(c.current).group_by(c.version).having(func.count() != 1)
    for (row,) in connection.execute(several):
        yield Finding("two-codings", f"more than one coding of version {row} is in force")
    differing = select(e.id).join(schema.codings, c.row == e.coding).join(schema.versions, v.row == e.version)
    wrong = or_(e.current != c.current, e.known != v.known, func.coalesce(e.ends, "") != func.coalesce(v.ends, ""))
    for (id,) in connection.execute(differing.where(or_(wrong, e.version != c.version))):
        yield Finding("stale", f"entry {id} does not stand as its report does", id)
    back: dict[str, list[str]] = {}
    for report, known in connection.execute(select(r.report, r.known)):
        back.setdefault(report, []).append(known)
    ordered = select(v.row, v.report, v.known, v.added, v.version, v.ends)
    rows = connection.execute(ordered.order_by(v.report, v.known, v.added, v.version))
    for report, found in groupby(rows, key=attrgetter("report")):
        versions = list(found)
        for row, ends in zip(versions, ends_of(versions, back.get(report, [])), strict=True):
            if row.ends != ends:
                yield Finding(
                    "stale", f"version {row.version} should count until {ends}, it does until {row.ends}", report
                )


def _pairs(connection: Connection) -> Iterator[Finding]:
    """Links and copies are kept in both directions."""
    for table in (schema.links, schema.copies):
        back = table.alias("back")
        lone = select(table.c.one).outerjoin(back, and_(back.c.one == table.c.other, back.c.other == table.c.one))
        for (row,) in connection.execute(lone.where(back.c.one.is_(None))):
            yield Finding("one-sided", f"a pair of {table.name} of row {row} is kept one way only")


def _derived(connection: Connection) -> Iterator[Finding]:
    """The rows of every coding are those that its reading gives."""
    c, e = schema.codings.c, schema.entries.c
    for coding in connection.execute(select(schema.codings).order_by(c.row)).all():
        version = connection.execute(select(schema.versions).where(schema.versions.c.row == coding.version)).one()
        made = draft(reading_of(connection, coding), added=version.added)
        if made.coding["coding"] != coding.coding:
            yield Finding("altered", f"the entries are not those of coding {coding.coding}", version.report)
        wanted = select(schema.entries).where(e.coding == coding.row, e.layer != schema.JUDGED).order_by(e.row)
        for row, entry in zip(connection.execute(wanted), made.entries, strict=False):
            differing = [name for name, value in entry.row.items() if getattr(row, name) != value]
            if differing:
                yield Finding("altered", f"{', '.join(differing)} of entry {row.id} do not follow from it", row.id)


def sound(store: Store) -> None:
    """Raises DamagedError with the first finding where the ledger is not sound."""
    found = check(store)
    if found:
        advice = "dragoman ledger check lists them all; restore a backup."
        raise DamagedError(f"{found[0].message} ({len(found)} findings)", store.where, advice)
