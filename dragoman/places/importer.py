"""A GeoNames dump -> a gazetteer of your own: the shipped one with every place of the dump, in one file.

The dump is streamed: 12 million rows need no memory. The file is written beside its place and moved there when it is
whole, so that a broken import leaves the old one as it was.
"""

import os
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar
from zipfile import BadZipFile

from dragoman.errors import PlacesError
from dragoman.places import schema
from dragoman.places.dump import NOT_UTF8, BadLineError, Row, alternate_row, division_row, lines_of, place_row
from dragoman.places.gazetteer import shipped
from dragoman.places.names import key
from dragoman.places.schema import AreaRow, Kind, NameRow, Own, PlaceRow

T = TypeVar("T")

BATCH: Final = 20_000
SHOWN: Final = 20  # bad lines that are told one by one
LANGUAGES: Final = frozenset(("", "en", "abbr"))
LONGEST: Final = 40  # characters of an alternate name
PEOPLED: Final = 5_000  # people of a town whose alternate names are taken without alternateNames.txt


@dataclass(slots=True)
class Imported:
    """What an import did; `bad` are its first problems, each with file and line."""

    places: int = 0
    names: int = 0
    skipped: int = 0
    digest: str = ""
    bad: list[str] = field(default_factory=list)

    def skip(self, path: Path, number: int, why: str) -> None:
        """Counts a line that is no row."""
        self.skipped += 1
        if len(self.bad) < SHOWN:
            self.bad.append(f"{path}:{number}: {why}")


def import_dump(
    file: Path,
    into: Path,
    *,
    alternates: Path | None = None,
    admin1: Path | None = None,
    read: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Writes the gazetteer `into`, from `file` (allCountries.txt, citiesN.txt, XX.txt, or one of them in a .zip).

    Raises PlacesError where a file cannot be read or written, or `file` has no row of a dump.
    """
    done = Imported()
    partial = into.with_name(f".{into.name}.{os.getpid()}.partial")
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        _sweep(into)
        shutil.copyfile(shipped(), partial)
        held = sqlite3.connect(partial, isolation_level=None)
        try:
            held.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
            held.execute("BEGIN")
            _Import(held, done, read).run(file, alternates, admin1)
            held.execute("COMMIT")
            done.digest = schema.finish(held, f"GeoNames: {file.name}", pack=False)
        finally:
            held.close()
        partial.replace(into)
    except OSError as error:
        raise PlacesError(error.strerror or str(error), str(error.filename or into), "Check the path.") from error
    except sqlite3.Error as error:
        raise PlacesError(str(error), str(into), "Is the disk full?") from error
    finally:
        partial.unlink(missing_ok=True)
    return done


def _sweep(into: Path) -> None:
    """Removes what an import that was killed has left beside `into` (where one can ask whether a process is alive)."""
    for left in sorted(into.parent.glob(f".{into.name}.*.partial")):
        number = left.name.split(".")[-2]
        if os.name == "posix" and number.isdigit() and int(number) != os.getpid():
            try:
                os.kill(int(number), 0)
            except ProcessLookupError:
                left.unlink(missing_ok=True)
            except OSError:
                continue  # somebody else's, and alive


class _Import:
    """One import under way: the file it writes and the areas it has seen."""

    def __init__(self, held: sqlite3.Connection, done: Imported, read: Callable[[int], None]) -> None:
        self.held, self.done, self.read = held, done, read
        held.execute("CREATE INDEX area_state ON area(state)")
        held.execute("CREATE INDEX area_county ON area(county)")
        self.codes = {name[4:]: str(code) for name, code in held.execute("SELECT * FROM meta WHERE key LIKE 'iso %'")}
        self.areas: dict[tuple[str, str, str], int] = {}
        self.states = {(country, admin1): (number, state) for number, country, admin1, state in held.execute(
            "SELECT id, country, admin1, state FROM area WHERE admin2 = '' ORDER BY id DESC")}  # fmt: skip
        self.last = held.execute("SELECT max(id) FROM area").fetchone()[0]

    def run(self, file: Path, alternates: Path | None, admin1: Path | None) -> None:
        rows = self._rows(file, place_row)
        while batch := list(islice(rows, BATCH)):
            self._write(batch)
        if not self.done.places:
            why = self.done.bad[0].rpartition(": ")[2] if self.done.bad else "empty"
            advice = "Get allCountries.zip or cities500.zip."
            raise PlacesError(f"no row of a GeoNames dump in it, the first line is {why}", str(file), advice)
        if admin1:
            for country, code, name, number in self._rows(admin1, division_row):
                self._divide(self.codes.get(country, ""), code, "", number, (name,))
        if alternates:
            self._alternates(alternates)
        self.held.execute("DROP INDEX area_state")
        self.held.execute("DROP INDEX area_county")

    def _rows(self, path: Path, parse: Callable[[str], T]) -> Iterator[T]:
        try:
            with lines_of(path, self.read) as lines:
                for number, line in lines:
                    try:
                        if line is NOT_UTF8:
                            raise BadLineError("not in UTF-8")
                        yield parse(line)
                    except BadLineError as error:
                        self.done.skip(path, number, str(error))
        except (BadLineError, ValueError, BadZipFile, zlib.error, RuntimeError, EOFError) as error:
            raise PlacesError(str(error), str(path), "Give a text file of GeoNames, or its .zip.") from error

    def _write(self, batch: list[Row]) -> None:
        rows = [row for row in batch if not row.code.startswith("PCL")]  # the countries are there, with their names
        self.done.places += len(batch)
        for row in rows:
            if row.kind in (Kind.STATE, Kind.COUNTY):
                country = self.codes.get(row.country, "")
                admin2 = row.admin2 if row.kind is Kind.COUNTY else ""
                self._divide(country, row.admin1, admin2, row.id, (row.name,))
        schema.fill(
            self.held,
            places=(self._place(row) for row in rows),
            names=self._counted(name for row in rows for name in _names(row)),
        )  # fmt: skip

    def _counted(self, names: Iterator[NameRow]) -> Iterator[NameRow]:
        for name in names:
            self.done.names += 1
            yield name

    def _place(self, row: Row) -> PlaceRow:
        area = self._numbered(self.codes.get(row.country, ""), row.admin1, row.admin2)
        return PlaceRow(row.id, row.name, area, *_point(row), row.population, row.kind)

    def _numbered(self, country: str, admin1: str, admin2: str) -> int:
        found = self.areas.get((country, admin1, admin2))
        if found is None:
            self.last += 1
            found = self.areas[country, admin1, admin2] = self.last
            state = self.states.get((country, admin1), (0, None))[1]
            schema.fill(self.held, areas=[AreaRow(found, country, admin1, admin2, state, None)])
        return found

    def _divide(self, country: str, admin1: str, admin2: str, number: int, names: tuple[str, ...]) -> None:
        """A state or county of the dump takes the place of ours: its areas and its names become the dump's."""
        area = self._numbered(country, admin1, admin2)
        if admin2:
            old = self._ours(country, admin1, names)
            column, query = "county", "UPDATE area SET county = ? WHERE id = ?"
        else:
            old = self.states.get((country, admin1), (0, None))[1]
            self.states[country, admin1] = (area, number)
            column, query = "state", "UPDATE area SET state = ? WHERE country = ? AND admin1 = ?"
        self.held.execute(query, (number, area) if admin2 else (number, country, admin1))
        if old is not None and old < 0:
            self.held.execute(f"UPDATE area SET {column} = ? WHERE {column} = ?", (number, old))
            self.held.execute("UPDATE OR IGNORE name SET place = ? WHERE place = ?", (number, old))
            self.held.execute("DELETE FROM name WHERE place = ?", (old,))
            self.held.execute("UPDATE OR REPLACE place SET id = ? WHERE id = ?", (number, old))
        schema.fill(self.held, names=(NameRow(key(name), number, Own.OWN) for name in names if key(name)))

    def _ours(self, country: str, admin1: str, names: tuple[str, ...]) -> int | None:
        query = """SELECT p.id FROM name n JOIN place p ON p.id = n.place JOIN area a ON a.id = p.area
            WHERE n.key = ? AND p.kind = 'D' AND p.id < 0 AND a.country = ? AND a.admin1 = ?"""
        found = (self.held.execute(query, (key(name), country, admin1)).fetchone() for name in names)
        return next((int(row[0]) for row in found if row), None)

    def _alternates(self, path: Path) -> None:
        rows = (row for row in self._rows(path, alternate_row) if row.language in LANGUAGES and _printable(row.name))
        while batch := list(islice(rows, BATCH)):
            known = {row.id for row in batch}
            known = {n for n in known if self.held.execute("SELECT 1 FROM place WHERE id = ?", (n,)).fetchone()}
            names = (
                NameRow(key(row.name), row.id, Own.KNOWN if row.known and row.language == "en" else Own.OTHER)
                for row in batch
                if row.id in known and key(row.name)
            )
            schema.fill(self.held, names=self._counted(names))


def _point(row: Row) -> tuple[int, int]:
    return round(row.lat * schema.SCALE), round(row.lon * schema.SCALE)


def _names(row: Row) -> Iterator[NameRow]:
    own = {key(name.partition("(")[0].strip() or name) for name in (row.name, row.ascii) if name} - {""}
    yield from (NameRow(name, row.id, Own.OWN) for name in sorted(own))
    if row.population >= PEOPLED or row.kind not in (Kind.TOWN, Kind.SPOT):
        others = {key(name) for name in row.others if _printable(name)} - own - {""}
        yield from (NameRow(name, row.id, Own.OTHER) for name in sorted(others) if name.isascii() and len(name) > 2)


def _printable(name: str) -> bool:
    """Capitalised, in Latin letters, no code and no address."""
    return (
        name[:1] < "\u0250" and 3 < len(name) <= LONGEST and name[0].isupper() and not name.isupper()
        and name.isprintable() and not any(c.isdigit() for c in name)
    )  # fmt: skip
