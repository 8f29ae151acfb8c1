"""A place name and the countries of its report to one place: the context first, then how large the place is.

For names that come alone; the names of a whole report are decided together by locate.py. A candidate's weight is log10
of its population, or its rank; being named by its own name, being a capital and lying in a country of the context add
to it. The additions were set by reason, on names that two countries share (Tripoli, Birmingham, Cambridge, London): a
context country outweighs a place 25 times as large.
"""

from collections.abc import Collection, Iterable
from functools import cache
from math import cos, radians
from typing import Final

from dragoman.places.gazetteer import Entry, gazetteer
from dragoman.places.names import variants
from dragoman.places.schema import Kind
from dragoman.records import Place

NEAR: Final = 1.4
CAPITAL: Final = 0.45
CAPITAL_NEAR: Final = 2.5  # small capitals: Victoria in a report on the Seychelles is not the Australian state
OTHER_NAME: Final = -0.7  # known there under another name: Roma for Rome counts, but a town called Roma comes near
DIVISION: Final = -1.0  # a province or county has its town's people once more, and is named less often
WITHIN: Final = 9.0  # degrees: how far from the middle of a state or province its towns may lie
SHALLOW: Final = 15_000  # people of the towns that are looked for where small ones are not asked for

Weighed = tuple[float, Entry]


def lookup(name: str, *, deep: bool = False) -> tuple[Place, ...]:
    """All places of this name, the largest first; countries and regions count by their rank.

    `deep` looks also for towns of fewer than 15,000 people and for counties.
    """
    return tuple(entry.place() for _, entry in _ordered(candidates(name, deep=deep), ()))


def resolve(name: str, *, near: Collection[str] = (), deep: bool = False) -> Place | None:
    """The place that `name` most likely means in a report on the countries `near` (ISO alpha-3), or None if unknown.

    "Paris, Texas" is looked for inside what follows the comma, in a state or province as in a country.
    """
    found = _resolve(name, near, deep=deep)
    return found.place() if found else None


def candidates(name: str, *, deep: bool = True) -> tuple[Entry, ...]:
    """The entries of the first spelling of the name that anything is known by."""
    table = gazetteer()
    for key in variants(name):
        found = table.named(key)
        if not deep:
            found = tuple(entry for entry in found if _large(entry))
        if found:
            return found
    return ()


@cache
def country(code: str) -> Place | None:
    """The country with this ISO alpha-3 code as a place: its name and a point in its middle; None if unknown."""
    query = (
        "SELECT p.id, p.name, p.lat, p.lon FROM place p JOIN area a ON a.id = p.area WHERE p.kind = ? AND a.country = ?"
    )
    for number, name, lat, lon in gazetteer().rows(query, (Kind.COUNTRY, code)):
        return Place(str(name), code, int(lat) / 1e5, int(lon) / 1e5, number if int(number) > 0 else None)  # type: ignore
    return None


def _large(entry: Entry) -> bool:
    if entry.kind is Kind.COUNTY:
        return False
    return entry.population >= SHALLOW or entry.kind not in (Kind.TOWN, Kind.QUARTER, Kind.SPOT)


def _resolve(name: str, near: Collection[str], *, deep: bool) -> Entry | None:
    inner, comma, outer = name.partition(",")
    if comma and inner.strip() and outer.strip():
        return _inside(inner, outer, near, deep=deep)
    found = _ordered(candidates(name, deep=deep), near)
    return found[0][1] if found else None


def _inside(inner: str, outer: str, near: Collection[str], *, deep: bool) -> Entry | None:
    around = _resolve(outer, near, deep=deep)
    if around is not None:
        held = [entry for _, entry in _ordered(candidates(inner), near) if lies_in(entry, around)]
        if held:
            return held[0]
    found = _ordered(candidates(inner, deep=deep), near)
    return found[0][1] if found else around


def lies_in(entry: Entry, around: Entry) -> bool:
    """Whether a place lies in another: by country, by division, or near the middle of a region."""
    if around.kind is Kind.COUNTRY:
        return entry.country == around.country
    if around.id in (entry.state, entry.county):
        return True
    if entry.country != around.country or (entry.state is not None and around.kind is Kind.STATE):
        return False
    return abs(entry.lat - around.lat) + abs(entry.lon - around.lon) * cos(radians(entry.lat)) < WITHIN


def _ordered(found: Iterable[Entry], near: Collection[str]) -> list[Weighed]:
    weighed = [(_weight(entry, near), entry) for entry in found]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].name, pair[1].country or "", pair[1].id))
    return weighed


def _weight(entry: Entry, near: Collection[str]) -> float:
    here = entry.country in near
    weight = entry.weight + (0.0 if entry.own else OTHER_NAME) + (NEAR if here else 0.0)
    if entry.kind is Kind.CAPITAL:
        weight += CAPITAL_NEAR if here else CAPITAL
    if entry.kind is Kind.COUNTY or (entry.kind is Kind.STATE and not entry.ranked):
        weight += DIVISION
    return weight
