"""The gazetteer's tables and how they are written: one SQLite file of places, their areas and their names.

A place's `id` is its GeoNames id, or a negative number of ours where it has none. Its `area` says in which country,
first-level division (admin1: state, province) and second-level division (admin2: county, district) it lies.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Final, NamedTuple

FORMAT: Final = "1"
SCALE: Final = 100_000  # stored coordinates are whole numbers of 1e-5 degrees, about a metre

SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE area (
    id INTEGER PRIMARY KEY, country TEXT NOT NULL, admin1 TEXT NOT NULL, admin2 TEXT NOT NULL,
    state INTEGER, county INTEGER);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, area INTEGER NOT NULL, lat INTEGER NOT NULL, lon INTEGER NOT NULL,
    population INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, own INTEGER NOT NULL, rank REAL,
    PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


class Kind(StrEnum):
    """What a place is, in one letter."""

    COUNTRY = "C"
    STATE = "S"  # first-level division: state, province, region
    COUNTY = "D"  # second-level division: county, district, department
    CAPITAL = "K"
    SEAT = "G"  # seat of a first-level division
    TOWN = "P"
    QUARTER = "Q"  # part of a town
    REGION = "R"  # any other area with a name
    WATER = "H"
    MOUNTAIN = "T"
    ISLAND = "I"
    SPOT = "X"  # building, camp, crossing, airport


class Own(IntEnum):
    """How a name belongs to its place, the better the higher."""

    PEOPLE = -1  # no name of the place: the adjective or the name of its people
    OTHER = 0  # listed among the alternate names
    KNOWN = 1  # another name that newspapers use: former names, short names
    OWN = 2


class AreaRow(NamedTuple):
    """A country's, state's or county's codes; `state` and `county` are the ids of the divisions themselves."""

    id: int
    country: str
    admin1: str
    admin2: str
    state: int | None
    county: int | None


class PlaceRow(NamedTuple):
    """One place; `lat` and `lon` in 1e-5 degrees."""

    id: int
    name: str
    area: int
    lat: int
    lon: int
    population: int
    kind: str


class NameRow(NamedTuple):
    """One key (names.key) of one place; `rank` says how readily it means it where no population does, as log10."""

    key: str
    place: int
    own: int
    rank: float | None = None


def create(path: Path) -> sqlite3.Connection:
    """An empty gazetteer at `path` (which must not exist), open for writing, without a journal: rename it when done."""
    held = sqlite3.connect(path, isolation_level=None)
    held.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
    return held


def fill(
    held: sqlite3.Connection,
    *,
    areas: Iterable[AreaRow] = (),
    places: Iterable[PlaceRow] = (),
    names: Iterable[NameRow] = (),
) -> None:
    """Writes rows; a later row of the same id replaces the earlier, a better `own` of the same name stays."""
    held.executemany("INSERT OR REPLACE INTO area VALUES (?,?,?,?,?,?)", areas)
    held.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?)", places)
    held.executemany(
        "INSERT INTO name VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET own = max(own, excluded.own)",
        names,
    )


def finish(held: sqlite3.Connection, source: str, *, pack: bool = True) -> str:
    """Writes the meta rows, packs the file and closes it; returns the digest of its rows (16 hex digits)."""
    digest = digest_of(held)
    meta = {"format": FORMAT, "source": source, "digest": digest}
    held.executemany("INSERT OR REPLACE INTO meta VALUES (?,?)", sorted(meta.items()))
    if pack:
        held.execute("VACUUM")
    held.close()
    return digest


def digest_of(held: sqlite3.Connection) -> str:
    """SHA-256 over all rows in the order of their keys, so that it does not hang on how the file was written."""
    found = hashlib.sha256(FORMAT.encode())
    for query in (
        "SELECT * FROM area ORDER BY id",
        "SELECT * FROM place ORDER BY id",
        "SELECT * FROM name ORDER BY key, place",
    ):
        for row in held.execute(query):
            found.update(repr(row).encode())
    return found.hexdigest()[:16]
