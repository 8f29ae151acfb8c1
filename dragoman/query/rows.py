"""A statement and its values -> its rows: on SQLite asked of the driver itself, which takes half of SQLAlchemy's time.

A brief asks some fifty statements of a few rows each, or of some thousands. They are written once, in SQLAlchemy's
language, for both databases; on SQLite their text is made once, and `IN :values` takes a list of any length as JSON.
"""

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Final

import msgspec
from sqlalchemy import Boolean, CompoundSelect, Connection, Select, TextClause
from sqlalchemy.dialects import sqlite

from dragoman.ledger.opening import driver

MANY: Final = 500  # values of one IN on PostgreSQL
AMONG: Final = "among"
"""The parameter whose list may be of any length."""

Statement = Select[Any] | CompoundSelect[Any] | TextClause
Given = Mapping[str, Any]


def rows(connection: Connection, statement: Statement, given: Given, *, truths: bool = True) -> Sequence[Any]:
    """The rows of a statement as tuples; its parameters may be more than it has, lists are given to `IN :name`.

    Without `truths` these may come as 0 and 1.
    """
    if AMONG in given and not given[AMONG]:
        return ()
    file = driver(connection)
    if file is None:
        return list(chain.from_iterable(connection.execute(statement, one) for one in _parts(given)))
    if not connection.in_transaction():
        connection.begin()  # all that a question sees is of one moment
    plain = _plain(statement)
    found = file.execute(plain.text, plain.parameters(given)).fetchall()
    return plain.truthful(found) if truths and plain.truths else found


def records(connection: Connection, statement: Statement, given: Given) -> Sequence[Any]:
    """The same, each row with its columns as attributes."""
    found = rows(connection, statement, given)
    return found if driver(connection) is None else list(map(_plain(statement).record, found))


def _parts(given: Given) -> Iterable[Given]:
    """The parameters, with a part of a long list in each."""
    values = given.get(AMONG)
    if values is None:
        return (given,)
    return ({**given, AMONG: list(values[at : at + MANY])} for at in range(0, len(values), MANY))


@dataclass(frozen=True, slots=True)
class _Plain:
    """A statement as SQLite takes it: its text, its own values and lists, its columns, those that are truths."""

    text: str
    own: Given
    lists: tuple[str, ...]
    names: tuple[str, ...]
    truths: tuple[int, ...]
    record: Callable[[Iterable[Any]], Any]

    def parameters(self, given: Given) -> dict[str, Any]:
        """The values of its parameters, lists as JSON."""
        made = {**self.own, **given}
        for name in self.lists:
            made[name] = msgspec.json.encode(made[name]).decode()
        return made

    def truthful(self, found: Sequence[Any]) -> Sequence[Any]:
        """The rows with truths for SQLite's 0 and 1."""
        columns: list[Iterable[Any]] = list(zip(*found, strict=True))
        for n in self.truths if columns else ():
            columns[n] = map(bool, columns[n])
        return list(zip(*columns, strict=True))


@lru_cache(maxsize=512)
def _plain(statement: Statement) -> _Plain:
    made = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    text, lists = str(made), []
    for name in sorted(set(re.findall(r"__\[POSTCOMPILE_(\w+)\]", text))):
        text = text.replace(f"__[POSTCOMPILE_{name}]", f"SELECT value FROM json_each(:{name})")
        lists.append(name)
    columns = () if isinstance(statement, TextClause) else tuple(statement.selected_columns)
    names = tuple(column.name for column in columns)
    truths = tuple(n for n, column in enumerate(columns) if isinstance(column.type, Boolean))
    record: Any = namedtuple("Found", names, rename=True)  # type: ignore[misc]
    return _Plain(text, made.params, tuple(lists), names, truths, record._make)
