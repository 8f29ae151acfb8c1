"""Towns with the names of their state and county -> the states and counties themselves, with a point and names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, degrees, radians, sin
from typing import Final

from dragoman.places.names import AFTER, key
from dragoman.places.schema import Kind
from training.gazetteer_own import numbers, own_places
from training.gazetteer_sources import City, km, table

SHARE: Final = 0.85  # of a code's towns that must have one name, or else the code has none (divisions were redrawn)
FIRST: Final = -100_000  # numbers of divisions that have no GeoNames id here
NEAR: Final = 1500.0  # km between a division and our own entry of its name

# Words for the kind of division in other languages, before or after its name; what is left is the name.
KINDS: Final = re.compile(
    r"^(?:Provincia (?:di|de|del|della|dell'|autonoma di)|Departement (?:de la|de l'|du|des|de|d')|Comuna|Powiat"
    r"|Politischer Bezirk|Gemeente|Nomos|Regierungsbezirk|Provincie|Bezirk|Okres|Citta metropolitana di|Municipio"
    r"|Rrethi i|Obshtina|Oras|Municipiul|Canton|Province of|Province de|Departamento de|Estado de|Wilaya de|Muhafazat"
    r"|Ostan-e|Autonomna Pokrajina|Judetul|Provincia de|Region)\s*"
    r"|\s+(?:Sheng|Zizhiqu|Uygur Zizhiqu|Huizu Zizhiqu|Zhuangzu Zizhiqu|Kommun|Kommune|Oblast'?|Oblasty|Respublika"
    r"|Rayon|Raion|Krai|Kray|Voivodeship|Governorate|Autonomous Region|Lan|Megye|Ili|Shi)$"
)


@dataclass(frozen=True, slots=True)
class Division:
    """A state (`county` empty) or county; `admin1` is empty for one that was redrawn; `ours` if own_places has it."""

    id: int
    name: str
    kind: Kind
    country: str
    admin1: str
    county: str
    lat: float
    lon: float
    population: int
    keys: tuple[str, ...]
    ours: bool = False


@cache
def plain(name: str) -> str:
    """A division's name without the word for its kind; English ones ("Smith County") stay as they are."""
    held = KINDS.sub("", name).strip()
    return held if len(held) > 2 else name


def divisions(found: list[City]) -> tuple[list[Division], list[Division]]:
    """The states and the counties of all towns."""
    ours = _ours()
    codes = {row["iso"]: row["iso3"] for row in table("countries").values()}
    by_name, by_county = defaultdict(list), defaultdict(list)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in found:
        if city.state:
            by_name[city.country, city.state].append(city)
            votes[city.country, city.admin1][city.state] += 1
        if city.county:
            by_county[city.country, city.admin1, city.county].append(city)
    code = {
        (country, vote.most_common(1)[0][0]): admin1
        for (country, admin1), vote in sorted(votes.items())
        if admin1 and vote.most_common(1)[0][1] > SHARE * vote.total()
    }
    states, counties = [], []
    for n, ((country, name), towns) in enumerate(sorted(by_name.items())):
        lat, lon = centre(towns)
        keys = _keys(name)
        held = next((ours[codes[country], k] for k in keys if (codes[country], k) in ours), None)
        if held and km(lat, lon, held[1], held[2]) > NEAR:
            held = None
        number = held[0] if held else FIRST - n
        states.append(
            Division(number, plain(name), Kind.STATE, country, code.get((country, name), ""), "", lat, lon,
                     sum(t.population for t in towns), keys, ours=held is not None)
        )  # fmt: skip
    for n, ((country, admin1, name), towns) in enumerate(sorted(by_county.items())):
        lat, lon = centre(towns)
        counties.append(
            Division(2 * FIRST - n, plain(name), Kind.COUNTY, country, admin1, name, lat, lon,
                     sum(t.population for t in towns), _keys(name))
        )  # fmt: skip
    return states, counties


def centre(towns: Iterable[City]) -> tuple[float, float]:
    """The mean of the towns' directions from the middle of the Earth, each counted once."""
    x = y = z = 0.0
    for town in towns:
        lat, lon = radians(town.lat), radians(town.lon)
        x, y, z = x + cos(lat) * cos(lon), y + cos(lat) * sin(lon), z + sin(lat)
    return degrees(atan2(z, (x * x + y * y) ** 0.5)), degrees(atan2(y, x))


def _keys(name: str) -> tuple[str, ...]:
    """The full name, the name without the foreign word for its kind, and not the bare name of an English county."""
    found = [key(name), key(plain(name))]
    if not found[0].endswith((" county", " parish")):
        found += [found[0].removesuffix(end) for end in AFTER if found[0].endswith(end)]
    return tuple(dict.fromkeys(k for k in found if k))


def _ours() -> dict[tuple[str, str], tuple[int, float, float]]:
    """Country and key of each of our own regions -> its id and point."""
    held = own_places(numbers())
    points = {p.id: (p.lat / 1e5, p.lon / 1e5) for p in held.places if p.kind in (Kind.REGION, Kind.ISLAND, Kind.STATE)}
    countries = {p.id: held.areas[p.area - 1].country for p in held.places}
    return {(countries[n.place], n.key): (n.place, *points[n.place]) for n in held.names if n.place in points}
