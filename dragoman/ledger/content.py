"""A connection -> what the ledger holds, without stamps of adding and row numbers: equal for equal content."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Select, Table, select

from dragoman.ledger import schema
from dragoman.ledger.meeting import INDEXES, waiting
from dragoman.ledger.rows import among

STREAMED: Final = {"stream_results": True}  # a million rows need not be in memory at once
NO_CONTENT: Final = frozenset(("row", "added"))


def lines(connection: Connection) -> Iterator[bytes]:
    """Each stored row as a line of JSON, table after table, rows in no order; numbers give way to ids of content."""
    for name in schema.CONTENT:
        table = schema.metadata.tables[name]
        if table is schema.fresh:
            yield from _waiting(connection)
            continue
        with connection.execute(named(table), execution_options=STREAMED) as rows:
            for row in rows:
                yield msgspec.json.encode([name, *row])


def _waiting(connection: Connection) -> Iterator[bytes]:
    """The rows that wait to be put into their table, in the form of those that are there."""
    for index in INDEXES:
        found = list(waiting(connection, index))
        (reference,) = schema.metadata.tables[index.table].c[index.row].foreign_keys
        names = dict(_names(connection, reference.column.table, sorted({row for _, row in found})))
        for hash, row in found:
            yield msgspec.json.encode([index.table, hash, *names[row]])


def _names(connection: Connection, target: Table, rows: Sequence[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """What the rows of a table are known by, for each of these numbers."""
    query = select(target.c.row, *(target.c[key] for key in KEYS[target.name]))
    if target is schema.entries:
        query = query.join(schema.codings, schema.codings.c.row == target.c.coding)
        query = query.add_columns(schema.codings.c.coding)
    for row, *name in among(connection, query, target.c.row, rows):
        yield row, tuple(name)


def digest_of(connection: Connection) -> str:
    """32 hex digits over the content, the same whatever the order in which it was added.

    The sum of the rows' hashes (Bellare, Micciancio 1997), so that nothing need be sorted.
    """
    total = 0
    for line in lines(connection):
        total += int.from_bytes(blake2b(line, digest_size=32).digest(), "big")
    return blake2b(total.to_bytes(40, "big"), digest_size=16).hexdigest()


def named(table: Table) -> "Select[Any]":
    """A query of the table's content, with ids of content in the place of the numbers that refer to other tables."""
    query = select()
    source: Any = table
    for column in table.columns:
        if column.name in NO_CONTENT:
            continue
        reference = next(iter(column.foreign_keys), None)
        if reference is None or reference.column.name != "row":
            query = query.add_columns(column)
            continue
        target = reference.column.table.alias(f"{column.name}_named")
        source = source.join(target, target.c.row == column)
        for key in KEYS[reference.column.table.name]:
            query = query.add_columns(target.c[key])
        if reference.column.table.name == "entries":
            coding = schema.codings.alias(f"{column.name}_coding")
            source = source.join(coding, coding.c.row == target.c.coding)
            query = query.add_columns(coding.c.coding)
    return query.select_from(source)


KEYS: Final = {"versions": ("version",), "codings": ("coding",), "entries": ("id", "layer")}
"""What rows of a table are known by; an entry by its coding's id too."""
