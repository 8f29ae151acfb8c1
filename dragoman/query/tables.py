"""Answers of the ledger -> tables of flat rows with declared columns: dicts, JSON, CSV, Arrow, polars, pandas.

A column's kind is declared, never guessed from its values: a table without rows has the same columns and types.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias

from dragoman.errors import OutputError

Value: TypeAlias = str | int | float | bool | None


class Kind(StrEnum):
    """What a column holds; any cell may be None. A day is an ISO day in rows, JSON and CSV, else a date."""

    TEXT = "text"
    COUNT = "count"
    NUMBER = "number"
    TRUTH = "truth"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its kind, and what it means in a few words (docs/asking_tables.md prints them)."""

    name: str
    kind: Kind
    means: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The columns of one sort of table, in their order; `name` is that of the question that it answers."""

    name: str
    columns: tuple[Column, ...]

    def table(self, rows: Iterable[Sequence[Value]]) -> "Table":
        """A table of `rows`, each with one value a column. Raises ValueError for a row of another length."""
        return Table(self, rows)


class Table:
    """Flat rows under one Schema; read it with any of its methods, as often as you like.

    Anything that takes Arrow's PyCapsule interface takes a Table as it is: `pyarrow.table(t)`, `polars.DataFrame(t)`,
    DuckDB, and others. Text is utf8 there, a count int64, a number float64, a truth bool, a day date32.
    """

    __slots__ = ("_rows", "schema")

    def __init__(self, schema: Schema, rows: Iterable[Sequence[Value]]) -> None:
        self.schema: Final = schema
        self._rows: Final = tuple(tuple(row) for row in rows)
        for row in self._rows:
            if len(row) != len(schema.columns):
                raise ValueError(f"{schema.name}: a row of {len(row)} values for {len(schema.columns)} columns")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.schema.columns)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<Table {self.schema.name}: {len(self)} rows of {', '.join(self.names)}>"

    def column(self, name: str) -> tuple[Value, ...]:
        """The values of one column. Raises ValueError where there is none of that name."""
        at = self.names.index(name)
        return tuple(row[at] for row in self._rows)

    def rows(self) -> list[dict[str, Value]]:
        """One dict a row, names of columns to plain values; days are ISO strings."""
        return [dict(zip(self.names, row, strict=True)) for row in self._rows]

    def to_json(self) -> str:
        """One JSON object a row and line; "" for no rows. Every column is in every object."""
        import msgspec

        return "".join(msgspec.json.encode(row).decode() + "\n" for row in self.rows())

    def to_csv(self) -> str:
        """A line of names, then a line a row (RFC 4180, but lines end in a line feed).

        None is an empty cell, a truth "true" or "false".
        """
        found = io.StringIO()
        writer = csv.writer(found, lineterminator="\n")
        writer.writerow(self.names)
        writer.writerows([_cell(value) for value in row] for row in self._rows)
        return found.getvalue()

    def __arrow_c_schema__(self) -> object:
        """Arrow's PyCapsule interface: the columns."""
        made: object = _schema(self.schema).__arrow_c_schema__()
        return made

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """Arrow's PyCapsule interface: the rows, in one batch. What types are asked for is left to the taker."""
        nanoarrow = _library("nanoarrow")

        children = [
            nanoarrow.c_array(_arrow(column.kind, self.column(column.name)), _type(column.kind))
            for column in self.schema.columns
        ]
        whole = nanoarrow.c_array_from_buffers(
            _schema(self.schema), len(self), buffers=[None], null_count=0, children=children
        )
        made: object = nanoarrow.c_array_stream(whole).__arrow_c_stream__()
        return made

    def to_polars(self) -> Any:
        """A polars.DataFrame. Raises OutputError where polars is not installed."""
        return _library("polars").DataFrame(self)

    def to_pandas(self) -> Any:
        """A pandas.DataFrame with types that hold None: string, Int64, Float64, boolean, datetime64[s].

        Raises OutputError where pandas is not installed.
        """
        pandas = _library("pandas")
        made = {
            column.name: pandas.Series(list(self.column(column.name)), dtype=PANDAS[column.kind])
            for column in self.schema.columns
        }
        return pandas.DataFrame(made, columns=list(self.names))


PANDAS: Final = {
    Kind.TEXT: "string",
    Kind.COUNT: "Int64",
    Kind.NUMBER: "Float64",
    Kind.TRUTH: "boolean",
    Kind.DAY: "datetime64[s]",
}
_EPOCH: Final = date(1970, 1, 1).toordinal()


def _cell(value: Value) -> str | int | float:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else value


def _arrow(kind: Kind, values: Sequence[Value]) -> list[Any]:
    """Values as nanoarrow takes them: days count from 1970-01-01."""
    if kind is not Kind.DAY:
        return list(values)
    return [None if day is None else date.fromisoformat(str(day)).toordinal() - _EPOCH for day in values]


def _type(kind: Kind) -> Any:
    nanoarrow = _library("nanoarrow")

    types: dict[Kind, Callable[[], Any]] = {
        Kind.TEXT: nanoarrow.string,
        Kind.COUNT: nanoarrow.int64,
        Kind.NUMBER: nanoarrow.float64,
        Kind.TRUTH: nanoarrow.bool_,
        Kind.DAY: nanoarrow.date32,
    }
    return types[kind]()


def _schema(schema: Schema) -> Any:
    nanoarrow = _library("nanoarrow")

    return nanoarrow.c_schema(nanoarrow.struct({column.name: _type(column.kind) for column in schema.columns}))


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise OutputError(f"{name} is not installed", "Table", f"Run: pip install {name}.") from error
