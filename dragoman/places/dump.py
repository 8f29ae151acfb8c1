"""The lines of a GeoNames dump -> its rows, and what is wrong with those that cannot be read.

The columns are those of https://download.geonames.org/export/dump/readme.txt: allCountries.txt, citiesN.txt and XX.txt
have 19, alternateNames.txt and alternateNamesV2.txt 4 or more, admin1CodesASCII.txt 4.
"""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

from dragoman.places.schema import Kind

KINDS: Final = {
    "PPLC": Kind.CAPITAL, "PPLA": Kind.SEAT, "PPLX": Kind.QUARTER, "ADM1": Kind.STATE, "ADM2": Kind.COUNTY,
    "ISL": Kind.ISLAND, "ISLS": Kind.ISLAND, "ATOL": Kind.ISLAND, "ISLET": Kind.ISLAND, "RGN": Kind.REGION,
    "LCTY": Kind.SPOT,
}  # fmt: skip
CLASSES: Final = {
    "P": Kind.TOWN, "A": Kind.REGION, "H": Kind.WATER, "T": Kind.MOUNTAIN, "L": Kind.REGION, "S": Kind.SPOT,
    "R": Kind.SPOT, "U": Kind.WATER, "V": Kind.REGION,
}  # fmt: skip
NOT_UTF8: Final = "\0"  # stands for a line that is in another encoding
LONGEST: Final = 100_000  # characters of a line; alternate names may have 10,000


class Row(NamedTuple):
    """One place of the dump; `admin1` and `admin2` are codes, `country` ISO alpha-2, `code` the feature code."""

    id: int
    name: str
    ascii: str
    others: tuple[str, ...]
    lat: float
    lon: float
    kind: Kind
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


class Alternate(NamedTuple):
    """One alternate name; `language` is a code or empty, `known` that it is preferred, short or historic."""

    id: int
    name: str
    language: str
    known: bool


class BadLineError(ValueError):
    """A line is no row of the dump; the text says why."""


@contextmanager
def lines_of(path: Path, read: Callable[[int], None] = lambda _: None) -> Iterator[Iterator[tuple[int, str]]]:
    """The numbered lines of a text file or of the largest text in a .zip; `read` is told how many bytes went by."""
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as packed:
            texts = [info for info in packed.infolist() if info.filename.lower().endswith(".txt")]
            if not texts:
                raise BadLineError("no .txt file in it")
            with packed.open(max(texts, key=lambda info: (info.file_size, info.filename))) as file:
                yield _lines(file, read)
    else:
        with path.open("rb") as file:
            yield _lines(file, read)


def _lines(file: IO[bytes], read: Callable[[int], None]) -> Iterator[tuple[int, str]]:
    passed = 0
    for number, line in enumerate(iter(lambda: file.readline(4 * LONGEST), b""), 1):
        passed += len(line)
        if number % 20_000 == 0:
            read(passed)
            passed = 0
        try:
            text = line.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            text = NOT_UTF8
        if text and not text.startswith("#"):
            yield number, text.removeprefix("\ufeff")
    read(passed)


def place_row(line: str) -> Row:
    """One line of allCountries.txt. Raises BadLineError."""
    cells = line.split("\t")
    if len(cells) != 19:
        raise BadLineError(f"{len(cells)} columns, not 19")
    number, lat, lon = _whole(cells[0], "id"), _degrees(cells[4], 90, "latitude"), _degrees(cells[5], 180, "longitude")
    if not cells[1].strip() or number <= 0:
        raise BadLineError("no name" if number > 0 else f"id {number}")
    kind = KINDS.get(cells[7]) or CLASSES.get(cells[6])
    if kind is None:
        raise BadLineError(f"feature class {cells[6]!r}")
    population = max(0, _whole(cells[14] or "0", "population"))
    others = tuple(name for name in cells[3].split(",") if name)
    return Row(
        number, cells[1], cells[2], others, lat, lon, kind, cells[7], cells[8], cells[10], cells[11], population
    )  # fmt: skip


def alternate_row(line: str) -> Alternate:
    """One line of alternateNames.txt or alternateNamesV2.txt. Raises BadLineError."""
    cells = line.split("\t")
    if len(cells) < 4:
        raise BadLineError(f"{len(cells)} columns, fewer than 4")
    flags = [cell == "1" for cell in (*cells[4:8], "", "", "", "")[:4]]  # preferred, short, colloquial, historic
    return Alternate(_whole(cells[1], "id"), cells[3], cells[2], (flags[0] or flags[1] or flags[3]) and not flags[2])


def division_row(line: str) -> tuple[str, str, str, int]:
    """One line of admin1CodesASCII.txt: country, code, name, id. Raises BadLineError."""
    cells = line.split("\t")
    country, dot, code = cells[0].partition(".")
    if len(cells) != 4 or not dot:
        raise BadLineError("not of the form US.TX, name, ASCII name, id")
    return country, code, cells[1], _whole(cells[3], "id")


def _whole(cell: str, what: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise BadLineError(f"{what} {cell[:20]!r} is no number") from None


def _degrees(cell: str, most: int, what: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise BadLineError(f"{what} {cell[:20]!r} is no number") from None
    if not abs(value) <= most:
        raise BadLineError(f"{what} {cell[:20]} is not on the globe")
    return value
