"""Gold and prediction files -> rows and lines, gzipped or not, and back."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, TypeAlias

from dragoman.errors import GoldError, OutputError

Row: TypeAlias = dict[str, Any]  # one object of a JSON Lines file, as it stands there
Scores: TypeAlias = dict[str, Any]  # nested names and numbers, as --json prints them


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a UTF-8 text file with their ends; `.gz` is unpacked. Raises GoldError if it cannot be read."""
    try:
        with _opened(path) as file:
            yield from file
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise GoldError(f"cannot be read: {error}", str(path), "Name a UTF-8 file, plain or gzipped.") from error


def _opened(path: Path) -> IO[str]:
    """Lines end in a line feed alone: a carriage return inside a text is no line end of the file."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")


def read_rows(paths: Iterable[Path]) -> list[Row]:
    """The objects of JSON Lines files, in order, without blank lines. Raises GoldError at the first that is none."""
    rows: list[Row] = []
    for path in paths:
        for number, line in enumerate(read_lines(path), 1):
            if line.strip():
                rows.append(_row(line, f"{path}, line {number}"))
    return rows


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise GoldError(f"this line is no JSON: {error}", where, "This task reads JSON Lines.") from error
    if not isinstance(row, dict) or "id" not in row:
        raise GoldError("this line is no object with an id", where, "Each line needs at least id and text.")
    return row


def need(rows: Sequence[Row], keys: Iterable[str]) -> None:
    """Raises GoldError when a row lacks one of `keys`."""
    for key in keys:
        lacking = next((row for row in rows if key not in row), None)
        if lacking is not None:
            raise GoldError(f"this row has no {key!r}", f"id {lacking['id']}", "See design/measured.md for the format.")


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Writes JSON Lines. Raises OutputError if it cannot."""
    write_text(path, (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def write_text(path: Path, lines: Iterable[str]) -> None:
    """Writes `lines`, which carry their own ends, as UTF-8; gzipped if the name ends in .gz. Raises OutputError."""
    try:
        if path.suffix == ".gz":
            # no name and no time in the header: the same predictions give the same bytes
            with path.open("wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
                packed.writelines(line.encode("utf-8") for line in lines)
        else:
            with path.open("w", encoding="utf-8", newline="\n") as text:
                text.writelines(lines)
    except OSError as error:
        raise OutputError(error.strerror or str(error), str(path), "Name a file you may write to.") from error
