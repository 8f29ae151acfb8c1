"""The room's own tables (countries.tsv, regions.tsv, features.tsv) -> rows of the gazetteer.

Coordinates are a point in the middle, in degrees. A row's `rank` says how readily its names mean it, on the scale of
log10 of a city's population: countries 8, regions 7, less where a city of the name is meant as a rule ("New York").
"""

import re
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from math import log10
from typing import Final

from dragoman.places.names import key
from dragoman.places.schema import SCALE, AreaRow, Kind, NameRow, Own, PlaceRow
from training.gazetteer_sources import table

COUNTRY_RANK: Final = 8.0
REGION_RANK: Final = 7.0
FEATURE_RANK: Final = 6.0
FIRST: Final = -1_000_000  # our own numbers begin here, below those of divisions and towns without a GeoNames id

# What a region's name says about its kind, where the table does not.
KINDS: Final = (
    (re.compile(r"(?i)\b(?:rivers?|seas?|oceans?|gulf|bay|straits?|lakes?|canal|channel|delta|falls)\b"), Kind.WATER),
    (re.compile(r"(?i)\b(?:islands?|isles?|archipelago|atoll)\b"), Kind.ISLAND),
    (re.compile(r"(?i)\b(?:mountains?|mount|alps|hills|heights|pass|himalayas?|desert|range)\b"), Kind.MOUNTAIN),
)  # fmt: skip


@dataclass(slots=True)
class Rows:
    """What fills a gazetteer (schema.fill)."""

    areas: list[AreaRow] = field(default_factory=list)
    places: list[PlaceRow] = field(default_factory=list)
    names: list[NameRow] = field(default_factory=list)


def numbers() -> dict[tuple[str, str], tuple[int, int]]:
    """GeoNames id and population of countries and US states, by alpha-3 and a state's key ("" for a country)."""
    found = {(row["iso3"], ""): (row["geonameid"], row["population"]) for row in table("countries").values()}
    for row in table("us_states").values():
        found["USA", key(row["name"])] = row["geonameid"], 0
    return found


def own_places(known: Mapping[tuple[str, str], tuple[int, int]]) -> Rows:
    """All our own places; `known` are those of `numbers`.

    Areas are numbered from 1, one a country; places without a GeoNames id from FIRST downwards, in the files' order.
    """
    found = Rows()
    area: dict[str, int] = {}
    seen: dict[tuple[str, str], int] = {}
    for n, (code, lat, lon, kind, rank, names) in enumerate(_all()):
        if code not in area:
            area[code] = len(area) + 1
            found.areas.append(AreaRow(area[code], code, "", "", None, None))
        state = "" if kind is Kind.COUNTRY else key(names[0])
        new, population = known.get((code, state), (FIRST - n, 0))
        # two rows, one place: "New York" means the state less readily than "New York state" does
        number = seen.setdefault((code, f"{names[0].removesuffix(' state')} {lat} {lon}"), new)
        if number == new:
            point = round(lat * SCALE), round(lon * SCALE)
            found.places.append(PlaceRow(number, names[0], area[code], *point, population, kind))
        held = {key(name): Own.OWN if i == 0 else Own.KNOWN for i, name in reversed(list(enumerate(names)))}
        found.names.extend(NameRow(name, number, own, rank) for name, own in held.items())
    return found


def peoples(held: sqlite3.Connection) -> Iterator[NameRow]:
    """The adjectives and names of peoples: those of states from the actors' table, others from demonyms.tsv."""
    text = (files("dragoman.actors") / "data" / "states.tsv").read_text(encoding="utf-8").splitlines()
    head = text[0].split("\t")
    query = "SELECT p.id FROM place p JOIN area a ON a.id = p.area WHERE p.kind = 'C' AND a.country = ?"
    for line in text[1:]:
        row = dict(zip(head, line.split("\t"), strict=False))
        found = held.execute(query, (row["iso"] or row["code"],)).fetchone()
        if found:
            cells = f"{row.get('adjectives', '')};{row.get('people', '')}".split(";")
            yield from (NameRow(key(cell), found[0], Own.PEOPLE) for cell in cells if key(cell))
    query = "SELECT n.place, n.rank, p.population FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
    for name, cell in _rows("demonyms.tsv"):
        rows = held.execute(query, (key(name),)).fetchall()
        if not rows:
            raise SystemExit(f"demonyms.tsv: no place {name!r}")
        best = max(rows, key=lambda row: (row[1] or log10(row[2] + 1), -row[0]))
        yield from (NameRow(key(people), best[0], Own.PEOPLE) for people in cell.split(";"))


def former(held: sqlite3.Connection) -> Iterator[NameRow]:
    """The former and short names of towns, from former_names.tsv; what the gazetteer calls otherwise is passed over."""
    query = """SELECT p.id FROM name n JOIN place p ON p.id = n.place JOIN area a ON a.id = p.area
        WHERE n.key = ? AND a.country = ? AND p.kind IN ('P', 'K', 'Q') ORDER BY p.population DESC, p.id LIMIT 1"""
    for country, now, cell in _rows("former_names.tsv"):
        found = held.execute(query, (key(now), country)).fetchone()
        if found is None:
            print(f"former_names.tsv: no town {now!r} in {country}", file=sys.stderr)
            continue
        yield from (NameRow(key(name), found[0], Own.KNOWN) for name in cell.split(";"))


def ranks(held: sqlite3.Connection) -> Iterator[tuple[float, str, int]]:
    """(rank, key, place) of towns that are meant far oftener than their population says, from ranks.tsv."""
    query = """SELECT p.id FROM name n JOIN place p ON p.id = n.place JOIN area a ON a.id = p.area
        WHERE n.key = ? AND a.country = ? AND p.kind IN ('P', 'K') ORDER BY p.kind, p.population DESC, p.id LIMIT 1"""
    for country, town, rank in _rows("ranks.tsv"):
        found = held.execute(query, (key(town), country)).fetchone()
        if found is None:
            raise SystemExit(f"ranks.tsv: no town {town!r} in {country}")
        yield float(rank), key(town), found[0]


def _all() -> Iterator[tuple[str, float, float, Kind, float, list[str]]]:
    for code, lat, lon, cell in _rows("countries.tsv"):
        yield code, float(lat), float(lon), Kind.COUNTRY, COUNTRY_RANK, cell.split(";")
    for code, lat, lon, rank, cell in _rows("regions.tsv"):
        names = cell.split(";")
        yield code, float(lat), float(lon), _kind(names[0]), float(rank or REGION_RANK), names
    for letter, code, lat, lon, rank, cell in _rows("features.tsv"):
        yield code, float(lat), float(lon), Kind(letter), float(rank or FEATURE_RANK), cell.split(";")


def _kind(name: str) -> Kind:
    return next((kind for pattern, kind in KINDS if pattern.search(name)), Kind.REGION)


def _rows(name: str) -> Iterator[list[str]]:
    lines = (files("dragoman.places") / "data" / name).read_text(encoding="utf-8").splitlines()
    return (line.split("\t") for line in lines[1:] if line and not line.startswith("#"))
