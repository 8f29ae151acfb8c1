"""A place name and the countries of its report to one place: the context first, then how large the place is.

A candidate's weight is log10 of its population, or its rank (regions.py); being named by its own name, being a capital
and lying in a country of the context add to it. The additions were set by reason, on names that two countries share
(Tripoli, Birmingham, Cambridge, London): a context country outweighs a place eighteen times as large.
"""

from collections.abc import Collection, Iterator
from functools import cache
from math import cos, log10, radians
from typing import Final

from dragoman.places.gazetteer import Gazetteer, countries, gazetteer, smaller
from dragoman.places.names import variants
from dragoman.places.regions import Region, regions
from dragoman.records import Place

NEAR: Final = 1.25
CAPITAL: Final = 0.45
CAPITAL_NEAR: Final = 2.5  # small capitals: Victoria in a report on the Seychelles is not the Australian state
OTHER_NAME: Final = -0.7  # known there under another name: Roma for Rome counts, but a town called Roma comes near
WITHIN: Final = 9.0  # degrees: how far from the middle of a state or province its towns may lie

Weighed = tuple[float, Place]


def lookup(name: str, *, deep: bool = False) -> tuple[Place, ...]:
    """All places of this name, the largest first; countries and regions count by their rank.

    `deep` also looks for towns of 500 to 15,000 people where the name is not known otherwise (30 to 60 ms).
    """
    return tuple(place for _, place in _ordered(_candidates(name, (), deep=deep)))


def resolve(name: str, *, near: Collection[str] = (), deep: bool = False) -> Place | None:
    """The place that `name` most likely means in a report on the countries `near` (ISO alpha-3), or None if unknown.

    "Paris, Texas" is looked for inside what follows the comma, in a state or province as in a country.
    """
    inner, comma, outer = name.partition(",")
    if comma and inner.strip() and outer.strip():
        return _inside(inner, outer, near, deep=deep)
    found = _ordered(_candidates(name, near, deep=deep))
    return found[0][1] if found else None


@cache
def country(code: str) -> Place | None:
    """The country with this ISO alpha-3 code as a place: its name and a point in its middle; None if unknown."""
    for held in regions().values():
        for region in held:
            if region.whole and region.country == code:
                return Place(region.name, code, region.lat, region.lon, _number(region))
    return None


def _inside(inner: str, outer: str, near: Collection[str], *, deep: bool) -> Place | None:
    around = resolve(outer, near=near)
    found = _ordered(_candidates(inner, near, deep=deep))
    if around is not None:
        held = [place for _, place in found if _lies_in(place, around)]
        if held:
            return held[0]
    return found[0][1] if found else around


def _lies_in(place: Place, around: Place) -> bool:
    if place.country != around.country:
        return False
    whole = any(region.whole and region.name == around.name for key in variants(around.name) for region in _of(key))
    if whole or place.lat is None or place.lon is None or around.lat is None or around.lon is None:
        return True
    return abs(place.lat - around.lat) + abs(place.lon - around.lon) * cos(radians(place.lat)) < WITHIN


def _ordered(found: Iterator[Weighed]) -> list[Weighed]:
    return sorted(found, key=lambda pair: (-pair[0], pair[1].name, pair[1].country or "", pair[1].geonames_id or 0))


def _candidates(name: str, near: Collection[str], *, deep: bool) -> Iterator[Weighed]:
    """Of the first spelling of the name that anything is known by."""
    table = gazetteer()
    for key in variants(name):
        found = [*_of_regions(key, near), *_of_cities(table, key, near)]
        if found:
            yield from found
            return
    if deep:
        for place in smaller(name.strip()):
            yield (NEAR if place.country in near else 0.0), place


def _of(key: str) -> tuple[Region, ...]:
    return regions().get(key, ())


def _of_regions(key: str, near: Collection[str]) -> Iterator[Weighed]:
    for region in _of(key):
        weight = region.rank + (NEAR if region.country in near else 0.0)
        yield weight, Place(region.name, region.country, region.lat, region.lon, _number(region))


def _number(region: Region) -> int | None:
    """The GeoNames id of a country; other regions have none here."""
    return countries()[region.country].geonameid if region.whole and region.country in countries() else None


def _of_cities(table: Gazetteer, key: str, near: Collection[str]) -> Iterator[Weighed]:
    own = table.names.get(key, ())
    for row in (*own, *(row for row in table.others.get(key, ()) if row not in own)):
        weight = log10(table.size[row] + 1) + (0.0 if row in own else OTHER_NAME)
        here = table.country[row] in near
        if (key, table.country[row]) in table.capitals:
            weight += CAPITAL_NEAR if here else CAPITAL
        weight += NEAR if here else 0.0
        yield weight, table.place(row)
