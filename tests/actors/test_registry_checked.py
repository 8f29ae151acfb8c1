"""Facts that were wrong or missing until the registry was compared with other sources: offices and sectors on a day."""

from datetime import date

import pytest

from dragoman.actors.registry import Group, Leader, registry

# Surname or name, day, office, state: reinstated, caretaker and acting holders; the states that had no ministers.
OFFICES = [
    ("Balakh Sher Mazari", "1993-05-01", "prime minister", "PAK"),
    ("Nawaz Sharif", "1993-06-15", "prime minister", "PAK"),
    ("Ioannis Sarmas", "2023-06-01", "prime minister", "GRC"),
    ("Oliver Spasovski", "2020-05-01", "prime minister", "MKD"),
    ("Bronislaw Komorowski", "2010-05-01", "acting president", "POL"),
    ("Bronislaw Komorowski", "2012-05-01", "president", "POL"),
    ("Goodluck Jonathan", "2010-06-01", "president", "NGA"),
    ("Manuel Merino", "2020-11-12", "president", "PER"),
    ("Feridun Sinirlioglu", "2015-10-01", "foreign minister", "TUR"),
    ("David Oddsson", "1999-05-01", "prime minister", "ISL"),
    ("Hubert Ingraham", "2010-05-01", "prime minister", "BHS"),
    ("Lawrence Gonzi", "2011-02-20", "prime minister", "MLT"),
    ("Jean-Claude Juncker", "2008-05-01", "prime minister", "LUX"),
    ("Ram Sharan Mahat", "1999-12-25", "foreign minister", "NPL"),
    ("Mohamed Abdullahi Omaar", "2011-01-10", "foreign minister", "SOM"),
    ("Mayiik Ayii Deng", "2022-03-01", "foreign minister", "SSD"),
    ("Sylvestre Ntibantunganya", "1993-10-01", "foreign minister", "BDI"),
    ("Toussaint Kongo Doudou", "2014-06-01", "foreign minister", "CAF"),
    ("Eduardo Stein", "1997-03-01", "foreign minister", "GTM"),
    ("Patricia Rodas", "2009-06-20", "foreign minister", "HND"),
    ("Bruno Stagno", "2008-09-01", "foreign minister", "CRI"),
    ("Isabel de Saint Malo", "2016-09-01", "foreign minister", "PAN"),
    ("Andy Burnham", "2026-08-01", "prime minister", "GBR"),
    ("Tarique Rahman", "2026-08-01", "prime minister", "BGD"),
]

# Name of a group, day, its sector.
SECTORS = [
    ("Bosnian Serbs", "1994-05-01", "REB"),
    ("Bosnian Serbs", "1999-05-01", "CVL"),
    ("Bosnian Croats", "1993-05-01", "REB"),
    ("Bosnian Croats", "2004-05-01", "CVL"),
    ("Group for the Support of Islam and Muslims", "2020-05-01", "REB"),
    ("MNLA", "2013-05-01", "REB"),
]


def _leader(name: str) -> Leader:
    found = [entry.record for entry in registry().lookup(name) if isinstance(entry.record, Leader)]
    assert found, name
    return found[0]


@pytest.mark.parametrize(("name", "on", "title", "of"), OFFICES)
def test_who_held_an_office(name: str, on: str, title: str, of: str) -> None:
    office = _leader(name).office_on(date.fromisoformat(on))
    assert office is not None
    assert (office.title, office.of) == (title, of)


@pytest.mark.parametrize(
    ("name", "on", "title"),
    [
        ("Kyriakos Mitsotakis", "2023-06-01", "prime minister"),
        ("Zoran Zaev", "2020-05-01", "prime minister"),
        ("Nicolas Maduro", "2026-05-01", "president"),
        ("Keir Starmer", "2026-08-01", "prime minister"),
    ],
)
def test_who_did_not_hold_it(name: str, on: str, title: str) -> None:
    office = _leader(name).office_on(date.fromisoformat(on))
    assert office is None or office.title != title


@pytest.mark.parametrize(("name", "on", "sector"), SECTORS)
def test_the_sector_of_a_group(name: str, on: str, sector: str) -> None:
    groups = {entry.record.id: entry.record for entry in registry().lookup(name) if isinstance(entry.record, Group)}
    assert [group.sector_on(date.fromisoformat(on)) for group in groups.values()] == [sector]


@pytest.mark.parametrize(
    ("surface", "name", "never"),
    [("Tuareg rebels", "Tuaregs", "mnla"), ("CONAIE", "Confederation of Indigenous Nationalities", "pachakutik")],
)
def test_a_people_and_a_federation_are_no_alias_of_a_party(surface: str, name: str, never: str) -> None:
    assert all(never not in entry.record.id.lower() for entry in registry().lookup(surface))
    assert registry().lookup(name)
