"""The room's own files: codes of real countries, coordinates on the globe, names that lead somewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import places
from dragoman.places.gazetteer import countries, gazetteer
from dragoman.places.names import key, variants
from dragoman.places.regions import regions


def test_regions_lie_on_the_globe_in_known_countries() -> None:
    for name, held in regions().items():
        assert name == key(name)
        for region in held:
            assert abs(region.lat) <= 90, name
            assert abs(region.lon) <= 180, name
            assert region.country is None or region.country in countries(), name


def test_the_own_capital_lies_within_reach_of_each_country() -> None:
    table = gazetteer()
    for row, name in enumerate(table.title):
        country = places.country(table.country[row])
        if (key(name), table.country[row]) in table.capitals and country is not None and country.lat is not None:
            assert abs(country.lat - table.lat[row]) < 21, (name, table.country[row])


def test_there_are_enough_regions() -> None:
    assert sum(not region.whole for held in regions().values() for region in held) > 600
    assert sum(region.whole for held in regions().values() for region in held) > 250


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("the Helmand province", ("the helmand province", "helmand province", "helmand")),
        ("Côte d’Ivoire", ("cote d'ivoire",)),
        ("Md.", ("md.", "md")),
        ("Kenya's", ("kenya",)),
        ("St. Lucia", ("st. lucia", "saint lucia")),
    ],
)
def test_variants(name: str, found: tuple[str, ...]) -> None:
    assert variants(name) == found


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert key(key(text)) == key(text)
    places.lookup(text)
