"""A connection and a table -> rows found among many values, rows put in, the next free number: what writes share."""

import sqlite3
from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite as sqlite_dialect

from dragoman.ledger.drafting import Row
from dragoman.ledger.opening import driver

T = TypeVar("T")

MANY: Final = 500  # values of one IN; SQLite took 32,766 at most


def ignoring(connection: Connection, table: Table) -> Any:
    """An insert into `table` that passes over rows whose key is there."""
    insert_of = sqlite_dialect.insert if connection.dialect.name == "sqlite" else postgresql.insert
    return insert_of(table).on_conflict_do_nothing()


def keep_row(connection: Connection, table: Table, row: Row) -> bool:
    """Puts a row into a table unless one of its key is there; returns whether it is new."""
    counted = {"preserve_rowcount": True}  # PostgreSQL's driver tells it only when asked
    return connection.execute(ignoring(connection, table), row, execution_options=counted).rowcount > 0


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row], *, anew: bool = True) -> None:
    """Puts `rows`, which all have the same columns, two or more, into a table; none is fine.

    Unless all are `anew`, rows whose key is there are passed over.
    """
    given = list(rows)
    if given:
        names = tuple(given[0])
        statement = _inserting(table.name, names, connection.dialect.name)
        statement += "" if anew else " ON CONFLICT DO NOTHING"
        values = list(map(itemgetter(*names), given))
        if (file := driver(connection)) is not None:
            file.executemany(statement, values)
        else:
            connection.exec_driver_sql(statement, values)


@cache
def _inserting(table: str, names: tuple[str, ...], dialect: str) -> str:
    columns, mark = ", ".join(f'"{name}"' for name in names), "?" if dialect == "sqlite" else "%s"
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join([mark] * len(names))})'


def asked(connection: Connection, statement: str, *values: Any) -> Sequence[Any]:
    """The rows of a statement of the databases' common SQL, with ? for each of `values`.

    `IN ?` takes a list of numbers or words of any length.
    """
    file = driver(connection)
    if file is None:
        return connection.exec_driver_sql(_asking(statement, "postgresql"), values).all()
    found = _run(file, statement, values)
    return list(map(_row_of(tuple(column[0] for column in found.description)), found))


def asked_plainly(connection: Connection, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """As `asked`, the rows as tuples alone: in half the time, where there are many."""
    file = driver(connection)
    if file is None:
        return list(map(tuple, connection.exec_driver_sql(_asking(statement, "postgresql"), values)))
    return _run(file, statement, values).fetchall()


def _run(file: sqlite3.Connection, statement: str, values: Sequence[Any]) -> sqlite3.Cursor:
    return file.execute(_asking(statement, "sqlite"), [_listed(v) if isinstance(v, list) else v for v in values])


def _listed(values: list[Any]) -> str:
    return msgspec.json.encode(values).decode()


@cache
def _row_of(names: tuple[str, ...]) -> Any:
    """Makes a row that has its columns as attributes, as SQLAlchemy's have."""
    kind: Any = namedtuple("Found", names, rename=True)  # type: ignore[misc]
    return kind._make


@cache
def _asking(statement: str, dialect: str) -> str:
    if dialect == "sqlite":
        return statement.replace("IN ?", "IN (SELECT value FROM json_each(?))")
    return statement.replace("IN ?", "= ANY(%s)").replace("?", "%s")


def next_row(connection: Connection, table: Table) -> int:
    """The next free number of a table; nobody else writes within this transaction."""
    ((last,),) = asked(connection, f'SELECT max("row") FROM {table.name}')
    return (last or 0) + 1


def among(connection: Connection, query: Any, column: Any, values: Sequence[Any]) -> Iterator[Any]:
    """The rows of `query` whose `column` is one of `values`, a list of any length."""
    limited = query.where(column.in_(bindparam("among", expanding=True)))
    for chunk in chunks(values, MANY):
        yield from connection.execute(limited, {"among": chunk})


def chunks(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Runs of at most `size` values."""
    return (values[at : at + size] for at in range(0, len(values), size))
