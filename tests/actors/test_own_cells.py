"""Cells as people write them: countries, sectors, kinds and dates are understood, or told what to write."""

from datetime import date

import pytest

from dragoman.actors import own_cells
from dragoman.actors.own_cells import KINDS, BadCell, day, day_after, first_day, id_of
from dragoman.codebook import codebook

COUNTRIES = [
    ("KEN", "KEN"),
    ("ke", "KEN"),
    ("Kenya", "KEN"),
    ("kenya", "KEN"),
    ("the Netherlands", "NLD"),
    ("UK", "GBR"),
    ("ROM", "ROU"),  # CAMEO
    ("KSV", "XKX"),  # CAMEO
    ("Zaire", "COD"),
    ("Soviet Union", "SUN"),
    ("suhh", "SUN"),  # FollowTheMoney
    ("gb-sct", "GBR"),  # FollowTheMoney
    ("", ""),
]


@pytest.mark.parametrize(("cell", "code"), COUNTRIES)
def test_a_country_in_any_writing(cell: str, code: str) -> None:
    assert own_cells.country(cell) == code


@pytest.mark.parametrize("cell", ["XYZ", "Atlantis", "Moscow", "Q30", "E"])
def test_an_unknown_country_is_told_with_advice(cell: str) -> None:
    with pytest.raises(BadCell, match="write its ISO code"):
        own_cells.country(cell)


def test_sectors_and_kinds_by_code_and_by_name() -> None:
    assert [own_cells.sector(cell) for cell in ("gov", "Government", "REB", "")] == ["GOV", "GOV", "REB", ""]
    assert [own_cells.kind(cell) for cell in ("Militia", "political party", "IGO", "newspapers")] == [
        "armed group",
        "party",
        "international organisation",
        "media",
    ]
    with pytest.raises(BadCell, match="write one of AGR, BUS"):
        own_cells.sector("ZZZ")
    with pytest.raises(BadCell, match="write one of person, state"):
        own_cells.kind("planet")


def test_the_sectors_of_kinds_are_those_of_the_codebook() -> None:
    assert {sector for _, _, sector, _ in KINDS} - {""} <= set(codebook().sectors)
    assert {shape for _, shape, _, _ in KINDS} == {"person", "state", "group", "organisation", "body"}


DATES = [
    ("2010", "2010", "2010-01-01", "2011-01-01"),
    ("2010-05", "2010-05", "2010-05-01", "2010-06-01"),
    ("2010-12", "2010-12", "2010-12-01", "2011-01-01"),
    ("2012-02", "2012-02", "2012-02-01", "2012-03-01"),
    ("2010-5-7", "2010-05-07", "2010-05-07", "2010-05-08"),
    ("20100507", "2010-05-07", "2010-05-07", "2010-05-08"),
    ("2010/05/07", "2010-05-07", "2010-05-07", "2010-05-08"),
    ("7.5.2010", "2010-05-07", "2010-05-07", "2010-05-08"),
    ("2010-05-07T00:00:00Z", "2010-05-07", "2010-05-07", "2010-05-08"),
    ("9999", "9999", "9999-01-01", "9999-12-31"),
]


@pytest.mark.parametrize(("cell", "written", "first", "after"), DATES)
def test_a_date_is_as_exact_as_it_is_written(cell: str, written: str, first: str, after: str) -> None:
    assert day(cell, "start") == written
    assert first_day(written) == date.fromisoformat(first)
    assert day_after(written) == date.fromisoformat(after)


@pytest.mark.parametrize("cell", ["", "present", "now", "-", "–"])
def test_an_open_end(cell: str) -> None:
    assert day(cell, "end") == ""


@pytest.mark.parametrize("cell", ["May 2010", "05/07/2010", "2010-13", "2010-02-30", "10", "c. 2010", "0000"])
def test_no_date(cell: str) -> None:
    with pytest.raises(BadCell, match="write it as 2010, 2010-05 or 2010-05-17"):
        day(cell, "start")


def test_ids_are_those_of_the_registry_where_it_has_the_actor() -> None:
    assert id_of("Amina Wanjala", "person", "KEN") == "person:amina-wanjala"
    assert id_of("Sergei Lavrov", "person", "RUS") == "person:sergei-lavrov"
    assert id_of("Sergey Lavrov", "person", "RUS") == "person:sergei-lavrov"  # an alias of his
    assert id_of("Sergei Lavrov", "person", "KEN") == "person:sergei-lavrov"  # no other such id can be made of it
    assert id_of("Taliban", "armed group", "AFG") == "taliban"
    assert id_of("Coast Front", "armed group", "COL") == "col:coast-front"
    assert id_of("Coast Front", "armed group", "") == "coast-front"
    assert id_of("UN", "international organisation", "") == "united-nations"
