"""Place names to places: by size, by context, by comma, by old and short names."""

import pytest

from dragoman import places


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Paris", (), "FRA"),
        ("Paris", ("USA",), "FRA"),
        ("Paris, Texas", (), "USA"),
        ("London, Ontario", (), "CAN"),
        ("Hyderabad", (), "IND"),
        ("Hyderabad", ("PAK",), "PAK"),
        ("Tripoli", (), "LBY"),
        ("Tripoli", ("LBN",), "LBN"),
        ("Birmingham", (), "GBR"),
        ("Birmingham", ("USA",), "USA"),
        ("Victoria", (), "AUS"),
        ("Victoria", ("SYC",), "SYC"),
        ("Georgia", (), "GEO"),
        ("Georgia", ("USA",), "USA"),
        ("Georgia", ("GEO", "USA"), "GEO"),
        ("Punjab", ("PAK",), "PAK"),
        ("San Jose", ("CRI",), "CRI"),
        ("Rangoon", (), "MMR"),
        ("Bombay", (), "IND"),
        ("Kiev", (), "UKR"),
        ("Saigon", (), "VNM"),
        ("Zürich", (), "CHE"),
        ("Zurich", (), "CHE"),
        ("N’Djamena", (), "TCD"),
        ("St. Petersburg", (), "RUS"),
        ("St. Petersburg", ("USA",), "USA"),
        ("Zaire", (), "COD"),
        ("U.S.", (), "USA"),
        ("the Gaza Strip", (), "PSE"),
        ("Helmand province", (), "AFG"),
        ("Crimea", (), "UKR"),
        ("Nagorno-Karabakh", (), "AZE"),
        ("PORT MORESBY", (), "PNG"),
    ],
)
def test_a_name_is_resolved_to_the_country_meant(name: str, near: tuple[str, ...], country: str) -> None:
    place = places.resolve(name, near=near)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [("Nairobi", -1.3, 36.8), ("Lima", -12.0, -77.0), ("Darfur", 13.0, 25.0), ("New York", 40.7, -74.0)],
)
def test_coordinates_are_near(name: str, lat: float, lon: float) -> None:
    place = places.resolve(name)
    assert place is not None
    assert place.lat == pytest.approx(lat, abs=0.3)
    assert place.lon == pytest.approx(lon, abs=0.3)


def test_seas_have_no_country() -> None:
    place = places.resolve("South China Sea")
    assert place is not None
    assert (place.country, place.geonames_id) == (None, None)


@pytest.mark.parametrize("name", ["", " ", ",", "'s", "xyzzyplugh", "\x00", "the ", ", ,", "." * 1000])
def test_what_is_no_place_is_none(name: str) -> None:
    assert places.resolve(name) is None
    assert places.lookup(name) == ()


def test_lookup_gives_all_the_largest_first() -> None:
    found = places.lookup("Hyderabad")
    assert [place.country for place in found[:2]] == ["IND", "PAK"]


def test_small_towns_are_found_on_demand_only() -> None:
    assert places.resolve("Srebrenica") is None
    place = places.resolve("Srebrenica", deep=True)
    assert place is not None
    assert place.country == "BIH"
    assert places.resolve("Qwzx", deep=True) is None


def test_country() -> None:
    place = places.country("MLI")
    assert place is not None
    assert (place.name, place.country, place.geonames_id) == ("Mali", "MLI", 2453866)
    assert places.country("QQQ") is None
