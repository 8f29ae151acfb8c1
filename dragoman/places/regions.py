"""Countries, provinces, seas and other regions by the names that news gives them, from the room's two TSV files.

Coordinates are a point in the middle, in degrees. A row's `rank` says how readily the name means it, on the scale of
log10 of a city's population: countries 8, regions 7, less where a city of the name is meant as a rule ("New York").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.places.names import key

COUNTRY_RANK: Final = 8.0
REGION_RANK: Final = 7.0


@dataclass(frozen=True, slots=True)
class Region:
    """`country` is ISO 3166 alpha-3 or None (a sea, a continent); `whole` is True for a country itself."""

    name: str
    country: str | None
    lat: float
    lon: float
    rank: float
    whole: bool


@cache
def regions() -> dict[str, tuple[Region, ...]]:
    """Every name's key to the regions it names, the higher rank first."""
    found: dict[str, list[Region]] = {}
    for names, region in (*_countries(), *_regions()):
        for name in names:
            found.setdefault(key(name), []).append(region)
    return {name: tuple(sorted(held, key=lambda region: -region.rank)) for name, held in found.items()}


def _countries() -> Iterator[tuple[list[str], Region]]:
    for code, lat, lon, cell in _rows("countries.tsv"):
        names = cell.split(";")
        yield names, Region(names[0], code, float(lat), float(lon), COUNTRY_RANK, whole=True)


def _regions() -> Iterator[tuple[list[str], Region]]:
    for code, lat, lon, rank, cell in _rows("regions.tsv"):
        names = cell.split(";")
        yield names, Region(names[0], code or None, float(lat), float(lon), float(rank or REGION_RANK), whole=False)


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("dragoman.places") / "data" / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:] if line and not line.startswith("#"))
