"""Hashes by which versions and entries are met -> kept, looked up, sorted into `bands` and `keys` in runs.

A report brings some sixty hashes, each of another page of its table. So they are first put together, one row a
report, into `fresh`, and sorted into their table once RUN reports wait: a log-structured merge tree of two levels
(O'Neil and others 1996). What is looked up is looked up in both, so nothing else sees where a hash stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from dragoman.ledger import schema
from dragoman.ledger.rows import asked_plainly, insert_rows

RUN: Final = 64  # reports whose hashes wait; more would touch fewer pages, but all that waits is looked through

Met = tuple[int, int]
"""A hash, and the number of the row that has it."""


@dataclass(frozen=True, slots=True)
class Index:
    """A table of hashes: its name, its columns of hashes and of rows, and its number in `fresh`."""

    table: str
    hash: str
    row: str
    number: int


BANDS: Final = Index("bands", "band", "version", 1)
KEYS: Final = Index("keys", "key", "entry", 2)
INDEXES: Final = (BANDS, KEYS)


def put(connection: Connection, index: Index, found: Iterable[Met]) -> None:
    """Keeps hashes with their rows; none is fine."""
    pairs = sorted(set(found))
    if not pairs:
        return
    ((last, first),) = asked_plainly(connection, _PLACES, index.number)
    if last is not None and last - first + 1 >= RUN:
        settle(connection, index)
        last = None
    packed = np.array(pairs, "<i8").tobytes()
    insert_rows(connection, schema.fresh, [{"number": index.number, "place": (last or 0) + 1, "hashes": packed}])


def met(connection: Connection, index: Index, hashes: Sequence[int]) -> list[Met]:
    """The rows that have one of `hashes`, each with the hash, in no order."""
    if not hashes:
        return []
    told: list[Any] = asked_plainly(connection, _SETTLED[index], list(hashes))
    waiting = _waiting(connection, index)
    ordered = np.sort(np.array(hashes, np.int64))
    at = np.minimum(np.searchsorted(ordered, waiting[:, 0]), len(ordered) - 1)
    return told + list(map(tuple, waiting[ordered[at] == waiting[:, 0]].tolist()))


def settle(connection: Connection, index: Index) -> None:
    """Sorts what waits into the table of its hashes; before rows of it are taken out, for what waits is not found."""
    waiting = _waiting(connection, index)
    if len(waiting):
        ordered = waiting[np.lexsort((waiting[:, 1], waiting[:, 0]))].tolist()
        insert_rows(
            connection, schema.metadata.tables[index.table], ({index.hash: h, index.row: r} for h, r in ordered)
        )
        connection.execute(schema.fresh.delete().where(schema.fresh.c.number == index.number))


def waiting(connection: Connection, index: Index) -> Iterator[Met]:
    """The hashes that are not in their table yet, with their rows."""
    yield from map(tuple, _waiting(connection, index).tolist())


def _waiting(connection: Connection, index: Index) -> NDArray[np.int64]:
    """One row for each hash that waits: the hash and its row."""
    packed = b"".join(hashes for (hashes,) in asked_plainly(connection, _FRESH, index.number))
    return np.frombuffer(packed, "<i8").reshape(-1, 2)


_PLACES: Final = "SELECT max(place) AS last, min(place) AS first FROM fresh WHERE number = ?"
_FRESH: Final = "SELECT hashes FROM fresh WHERE number = ?"
_SETTLED: Final = {i: f"SELECT {i.hash}, {i.row} FROM {i.table} WHERE {i.hash} IN ?" for i in INDEXES}
