"""One candidate of a place name among what is known of the others -> its features, and their weighted sum.

The weights are data/weights.tsv: fitted by training/place_weights.py (see there for what they were measured on).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import cos, log1p, radians, sin, sqrt
from typing import Final

from dragoman.places.gazetteer import Entry
from dragoman.places.schema import Kind, Own

FEATURES: Final = (
    "weight", "small", "other_name", "known_name", "country", "state", "state_ranked", "county", "region", "nature",
    "capital", "spot", "fits", "unfit", "hard_in", "hard_out", "soft_in", "soft_out", "country_named",
    "country_count", "state_named", "state_count", "same_country", "near_40", "near_160", "near_500", "beside_country",
    "beside_state", "beside_near", "dateline_country", "dateline_state", "dateline_near", "publisher_country",
    "publisher_state", "publisher_near", "may_near", "may_share",
    "beside_kind", "capital_named", "holds", "own_towns", "listed_kind",
    "capital_among",
)  # fmt: skip
KIND: Final = FEATURES.index("beside_kind")
LAST: Final = FEATURES.index("capital_named")
MAY: Final = FEATURES.index("may_near")
NATURE: Final = frozenset((Kind.WATER, Kind.MOUNTAIN, Kind.ISLAND))
AREAS: Final = frozenset((Kind.COUNTRY, Kind.STATE, Kind.REGION, Kind.WATER, Kind.MOUNTAIN))
TOWNS: Final = frozenset((Kind.TOWN, Kind.CAPITAL, Kind.SEAT, Kind.QUARTER))

# The word that says what a place is -> the kinds it may have.
FITS: Final[Mapping[str, frozenset[Kind]]] = {
    **dict.fromkeys(("county", "counties", "parish", "district", "borough", "department", "shire"),
                    frozenset((Kind.COUNTY,))),
    **dict.fromkeys(("province", "state", "region", "governorate", "oblast", "prefecture", "provinces", "states"),
                    frozenset((Kind.STATE, Kind.REGION, Kind.COUNTY))),
    **dict.fromkeys(("river", "lake", "sea", "bay", "gulf", "strait", "ocean", "canal", "creek"),
                    frozenset((Kind.WATER,))),
    **dict.fromkeys(("mountain", "mountains", "mount", "valley", "desert", "hills"), frozenset((Kind.MOUNTAIN,))),
    **dict.fromkeys(("island", "islands", "isle"), frozenset((Kind.ISLAND, Kind.REGION))),
    **dict.fromkeys(("city", "town", "village", "township", "capital", "port", "suburb", "hamlet"), TOWNS),
}  # fmt: skip
_DEGREES: Final = 6371.0
# Cosines of 40, 160 and 500 km on the Earth.
NEAR: Final = tuple(cos(km / _DEGREES) for km in (40.0, 160.0, 500.0))

Vector = tuple[float, float, float]


def vector(entry: Entry) -> Vector:
    """The unit vector of a place: the product of two is the cosine of their distance."""
    lat, lon = radians(entry.lat), radians(entry.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


@dataclass(slots=True)
class Candidate:
    """An entry with what about it does not depend on other names."""

    entry: Entry
    fixed: list[float]
    vector: Vector = field(default=(0.0, 0.0, 0.0))
    point: bool = False  # a town, county or spot: nearness to it says something


def candidate(entry: Entry, feature: str, *, domain: str | None = None) -> Candidate:
    """`feature` is the word that says what the name is; `domain` the country of the publisher's address."""
    kind, fits = entry.kind, FITS.get(feature)
    fixed = [0.0] * len(FEATURES)
    fixed[0] = min(entry.weight, 8.0)
    fixed[1] = float(kind in TOWNS and entry.weight < 3.7)
    fixed[2] = float(entry.own is Own.OTHER)
    fixed[3] = float(entry.own is Own.KNOWN)
    fixed[4] = float(kind is Kind.COUNTRY)
    fixed[5] = float(kind is Kind.STATE and not entry.ranked)
    fixed[6] = float(kind is Kind.STATE and entry.ranked)
    fixed[7] = float(kind is Kind.COUNTY)
    fixed[8] = float(kind is Kind.REGION)
    fixed[9] = float(kind in NATURE)
    fixed[10] = float(kind is Kind.CAPITAL)
    fixed[11] = float(kind is Kind.SPOT)
    fixed[12] = float(fits is not None and kind in fits)
    fixed[13] = float(fits is not None and kind not in fits)
    fixed[32] = float(domain is not None and entry.country == domain)
    return Candidate(entry, fixed, vector(entry), kind not in AREAS)


def company(found: Sequence[Sequence[Candidate]]) -> None:
    """Gives each candidate its company: in how many other names' candidates there is one near it, within about 150 km.

    A name of many places counts less, by the root of their number. This needs no choice: two small towns side by side
    find each other even where each alone would go to its large namesake.
    """
    cells: dict[tuple[int, int], set[int]] = {}
    share = []
    for number, candidates in enumerate(found):
        points = [one for one in candidates if one.point]
        share.append(1.0 / sqrt(len(points)) if points else 0.0)
        for one in points:
            cells.setdefault(_cell(one.entry), set()).add(number)
    whole = sum(share)
    for number, candidates in enumerate(found):
        for one in candidates:
            if one.point:
                lat, lon = _cell(one.entry)
                near: set[int] = set()
                for a in (-1, 0, 1):
                    for b in (-1, 0, 1):
                        near |= cells.get((lat + a, lon + b), set())
                near.discard(number)
                mass = sum(share[other] for other in sorted(near))
                one.fixed[MAY] = log1p(min(mass, 3.0))
                one.fixed[MAY + 1] = mass / (whole - share[number]) if near else 0.0


def _cell(entry: Entry) -> tuple[int, int]:
    return round(entry.lat), round(entry.lon * cos(radians(round(entry.lat))))


def within(entry: Entry, outer: Entry) -> bool:
    """Whether a place lies in another by its areas, or within 300 km of a region's middle."""
    if entry.id == outer.id:
        return False
    if outer.kind is Kind.COUNTRY:
        return entry.country == outer.country and entry.kind is not Kind.COUNTRY
    if outer.id in (entry.state, entry.county):
        return True
    if entry.kind is Kind.COUNTRY or (outer.country is not None and entry.country != outer.country):
        return False
    if outer.kind is Kind.STATE and entry.state is not None:
        return False
    return cosine(vector(entry), vector(outer)) > cos((60.0 if outer.kind in TOWNS else 350.0) / _DEGREES)


def cosine(a: Vector, b: Vector) -> float:
    """Of the angle between two places, seen from the middle of the Earth."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def features(found: Candidate, around: "Around") -> list[float]:
    """The features of one candidate, in the order of FEATURES."""
    entry = found.entry
    values = found.fixed.copy()
    _contained(values, entry, around)
    _named(values, entry, around)
    _near(values, found, around)
    return values


@dataclass(slots=True)
class Around:
    """What the other names of the report mean for now; `beside` are those next in the text."""

    hard: list[list[Entry]] = field(default_factory=list)  # the candidates of each name that holds this one
    soft: list[list[Entry]] = field(default_factory=list)
    chosen: list[Candidate] = field(default_factory=list)
    beside: list[Candidate] = field(default_factory=list)
    listed: list[Candidate] = field(default_factory=list)  # those in one list with it
    inner: list[list[Entry]] = field(default_factory=list)  # the candidates of each name that this one holds
    dateline: list[Candidate] = field(default_factory=list)
    publisher: list[Candidate] = field(default_factory=list)
    countries: dict[str, float] = field(default_factory=dict)  # named as countries, with how often
    states: dict[int, float] = field(default_factory=dict)  # named as states
    told: frozenset[str] = frozenset()  # the countries that the caller says the report is about: as good as a dateline
    lying: dict[str, float] = field(default_factory=dict)  # countries of all other names
    lying_states: dict[int, float] = field(default_factory=dict)


def _contained(values: list[float], entry: Entry, around: Around) -> None:
    for held, at in ((around.hard, 14), (around.soft, 16)):
        if held:
            inside = any(within(entry, outer) for outers in held for outer in outers)
            values[at if inside else at + 1] = 1.0


def _named(values: list[float], entry: Entry, around: Around) -> None:
    code = entry.country
    if code and entry.kind is not Kind.COUNTRY:
        values[18] = float(code in around.countries)
        values[19] = log1p(around.countries.get(code, 0.0))
    if entry.state is not None and entry.state != entry.id:
        values[20] = float(entry.state in around.states)
        values[21] = log1p(around.lying_states.get(entry.state, 0.0))
    if around.lying and code:
        values[22] = around.lying.get(code, 0.0) / sum(around.lying.values())
    if entry.kind is Kind.CAPITAL and code:
        values[LAST] = float(code in around.countries)
        seats = 0 if around.hard or around.soft else sum(other.entry.kind is Kind.CAPITAL for other in around.chosen)
        values[LAST + 4] = seats / len(around.chosen) if around.chosen else 0.0
    if around.inner:
        values[LAST + 1] = float(any(within(one, entry) for inner in around.inner for one in inner))
    if entry.kind is Kind.STATE and around.lying_states:
        values[LAST + 2] = around.lying_states.get(entry.id, 0.0) / sum(around.lying.values())


def _near(values: list[float], found: Candidate, around: Around) -> None:
    counts = [0, 0, 0]
    for other in around.chosen:
        if other.point and found.point:
            angle = cosine(found.vector, other.vector)
            if angle > NEAR[2]:
                counts[2] += 1
                counts[1] += angle > NEAR[1]
                counts[0] += angle > NEAR[0]
    for i, count in enumerate(counts):
        values[23 + i] = log1p(min(count, 4))
    values[29] = float(found.entry.country in around.told)
    if around.beside:
        alike = sum(sort_of(other.entry.kind) == sort_of(found.entry.kind) for other in around.beside)
        values[KIND] = alike / len(around.beside)
    if around.listed:
        alike = sum(sort_of(other.entry.kind) == sort_of(found.entry.kind) for other in around.listed)
        values[LAST + 3] = alike / len(around.listed)
    for held, at in ((around.beside, 26), (around.dateline, 29), (around.publisher, 32)):
        for other in held:
            same = found.entry.country == other.entry.country and found.entry.country is not None
            state = found.entry.state is not None and found.entry.state in (other.entry.state, other.entry.id)
            near = other.point and found.point and cosine(found.vector, other.vector) > NEAR[1]
            for k, holds in enumerate((same, state, near)):
                values[at + k] = max(values[at + k], float(holds))


def sort_of(kind: Kind) -> str:
    """Towns of all kinds are alike, and bodies of water, mountains, islands and regions."""
    return "P" if kind in TOWNS else "R" if kind in NATURE or kind is Kind.REGION else str(kind)


@cache
def weights() -> tuple[float, ...]:
    """In the order of FEATURES."""
    rows = (files("dragoman.places") / "data" / "weights.tsv").read_text(encoding="utf-8").splitlines()[1:]
    held = {name: float(value) for name, value, *_ in (row.split("\t") for row in rows if row[:1] != "#")}
    return tuple(held[name] for name in FEATURES)
