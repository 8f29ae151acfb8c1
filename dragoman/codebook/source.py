"""One TOML or TSV data file to tables and rows with their place, so that an error can name file, line and key."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any


class CodebookError(ValueError):
    """A data file of the codebook is damaged: `seen` is what is wrong, `where` the file with its line or key."""

    def __init__(self, seen: str, where: str) -> None:
        super().__init__(seen, where)
        self.seen = seen
        self.where = where

    def __str__(self) -> str:
        return f"{self.where}: {self.seen}. Mend the file or install Dragoman again."


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a TOML file; `place` is its file and dotted key. Every key must be taken by `end`."""

    place: str
    content: dict[str, Any]

    def take(self, key: str, kind: type) -> Any:
        """The value of `key`, of that kind (an integer is fine for a float); CodebookError otherwise."""
        if key not in self.content:
            raise CodebookError(f"{key!r} is missing", self.place)
        value = self.content.pop(key)
        if kind is float and type(value) is int:
            value = float(value)
        if type(value) is not kind:
            raise CodebookError(f"{key!r} is {value!r}, but must be of type {kind.__name__}", self.place)
        return value

    def text(self, key: str) -> str:
        """The text of `key`, not empty."""
        value: str = self.take(key, str)
        if not value.strip():
            raise CodebookError(f"{key!r} is empty", self.place)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts of `key`, none twice."""
        values = self.take(key, list)
        if not all(type(value) is str for value in values):
            raise CodebookError(f"{key!r} must be a list of texts", self.place)
        if len(set(values)) < len(values):
            raise CodebookError(f"{key!r} names one twice", self.place)
        return tuple(values)

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The tables in the table of `key`, by name."""
        for name, content in self.take(key, dict).items():
            place = f"{self.place}.{key}.{name}" if ", key " in self.place else f"{self.place}, key {key}.{name}"
            if type(content) is not dict:
                raise CodebookError("is no table", place)
            yield name, Table(place, dict(content))

    def end(self) -> None:
        """Raises CodebookError for keys that nobody has taken: mostly a slip of the pen."""
        if self.content:
            raise CodebookError(f"nobody knows {sorted(self.content)[0]!r}", self.place)


def toml(folder: Traversable, name: str) -> Table:
    """The file `name` as a table."""
    try:
        return Table(name, tomllib.loads(_text(folder, name)))
    except tomllib.TOMLDecodeError as problem:
        raise CodebookError(f"no valid TOML: {problem}", name) from problem


def tsv(folder: Traversable, name: str, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of the file `name` as (place, cells by column); the header must have exactly `columns`."""
    lines = _text(folder, name).split("\n")
    if tuple(lines[0].split("\t")) != columns:
        raise CodebookError(f"the header must have the columns {', '.join(columns)}", f"{name}, line 1")
    for number, line in enumerate(lines[1:], start=2):
        if line:
            cells = line.split("\t")
            if len(cells) != len(columns):
                raise CodebookError(f"{len(cells)} columns instead of {len(columns)}", f"{name}, line {number}")
            yield f"{name}, line {number}", dict(zip(columns, cells, strict=True))


def _text(folder: Traversable, name: str) -> str:
    try:
        return folder.joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise CodebookError(f"cannot be read ({problem})", name) from problem
