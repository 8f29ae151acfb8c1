"""A key (names.key) -> the gazetteer's entries of that name; which gazetteer is read, and its digest.

The package ships one of 239,000 towns, 19,000 divisions, countries, seas and regions (training/gazetteer.py). A larger
one made by `dragoman places import` is read instead where the environment's DRAGOMAN_GAZETTEER names its file, or where
it lies in the user's application folder.
"""

import os
import sqlite3
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from math import log10
from pathlib import Path
from typing import Final

from dragoman.errors import PlacesError
from dragoman.places.schema import FORMAT, SCALE, Kind, Own
from dragoman.records import Place

VARIABLE: Final = "DRAGOMAN_GAZETTEER"
FILE: Final = "gazetteer.sqlite"
_COLUMNS: Final = (
    "p.id, p.name, a.country, a.admin1, a.state, a.county, p.lat, p.lon, p.population, p.kind, n.own, n.rank"
)
_NAMED: Final = (
    f"SELECT {_COLUMNS} FROM name n JOIN place p ON p.id = n.place JOIN area a ON a.id = p.area WHERE n.key = ?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One place under one of its names; `state` and `county` are ids of the divisions it lies in."""

    id: int
    name: str
    country: str | None  # ISO alpha-3
    admin1: str
    state: int | None
    county: int | None
    lat: float
    lon: float
    population: int
    kind: Kind
    own: Own
    weight: float  # log10 of the population, or the rank that our own tables give the name
    ranked: bool

    def place(self) -> Place:
        """The entry as a record; numbers of ours are no GeoNames ids."""
        return Place(self.name, self.country, self.lat, self.lon, self.id if self.id > 0 else None)


class Gazetteer:
    """A file of schema.py, opened read-only; one connection a thread and process. Look-ups take 10 to 50 us."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    def named(self, key: str) -> tuple[Entry, ...]:
        """The places of this key, those of the highest weight first."""
        return _named(self, key)

    def peoples(self, key: str) -> tuple[Entry, ...]:
        """The places whose people or adjective this is: "french", "kurds"."""
        return _named(self, key, peoples=True)

    def digest(self) -> str:
        """16 hex digits over all rows: they name the gazetteer in the coder of a reading."""
        return str(self._held().execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()[0])

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """The rows of any query."""
        return self._held().execute(query, values).fetchall()

    def _held(self) -> sqlite3.Connection:
        held: sqlite3.Connection | None = getattr(self._local, "held", None)
        if held is None or self._local.process != os.getpid():
            held = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.held, self._local.process = held, os.getpid()
        return held


@lru_cache(maxsize=16384)
def _named(table: Gazetteer, key: str, *, peoples: bool = False) -> tuple[Entry, ...]:
    found = [entry for entry in map(_entry, table.rows(_NAMED, (key,))) if (entry.own is Own.PEOPLE) is peoples]
    found.sort(key=lambda entry: (-entry.weight, -entry.own, entry.name, entry.country or "", entry.id))
    return tuple(found)


def _entry(row: tuple[object, ...]) -> Entry:
    number, name, country, admin1, state, county, lat, lon, population, kind, own, rank = row
    return Entry(
        number, name, country or None, admin1, state, county, lat / SCALE, lon / SCALE, population,  # type: ignore
        Kind(kind), Own(own), log10(population + 1) if rank is None else rank, rank is not None,  # type: ignore
    )  # fmt: skip


@lru_cache(maxsize=8)
def opened(path: Path) -> Gazetteer:
    """The gazetteer in this file. Raises PlacesError if there is none, or one of another format."""
    advice = f"Make one with `dragoman places import`, or unset {VARIABLE}."
    if not path.is_file():
        raise PlacesError("there is no such gazetteer", str(path), advice)
    found = Gazetteer(path)
    try:
        form = found.rows("SELECT value FROM meta WHERE key = 'format'")
    except sqlite3.DatabaseError as error:
        raise PlacesError("this is no gazetteer", str(path), advice) from error
    if form != [(FORMAT,)]:
        raise PlacesError("this gazetteer was made by another version", str(path), advice)
    return found


def gazetteer() -> Gazetteer:
    """The gazetteer in use: the environment's, the user's own, or the shipped one."""
    return opened(_path(os.environ.get(VARIABLE, "")))


@lru_cache(maxsize=8)
def _path(named: str) -> Path:
    if named:
        return Path(named)
    own = user_file()
    return own if own.is_file() else shipped()


def user_file() -> Path:
    """Where a user's own gazetteer lies."""
    from click import get_app_dir

    return Path(get_app_dir("dragoman")) / FILE


_KEPT: Final = ExitStack()


def mark() -> str:
    """Eight hex digits that name a gazetteer of the user's own, "" for the shipped one. Raises PlacesError."""
    return "" if gazetteer().path == shipped() else gazetteer().digest()[:8]


@lru_cache(maxsize=1)
def shipped() -> Path:
    """The package's own gazetteer (unpacked for this process if the package is a zip file)."""
    return _KEPT.enter_context(as_file(files("dragoman.places") / "data" / FILE))
