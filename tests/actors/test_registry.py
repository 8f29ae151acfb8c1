"""The registry's look-ups on real data: names at a date, kinds of name, roles, leaders."""

from datetime import date

import pytest

from dragoman.actors.registry import Group, Leader, NameKind, registry


@pytest.mark.parametrize(
    ("code", "on", "name"),
    [
        ("COD", "1996-05-01", "Zaire"),
        ("COD", "2012-05-01", "Democratic Republic of the Congo"),
        ("MMR", "1988-08-08", "Burma"),
        ("MMR", "1995-01-01", "Myanmar"),
        ("MKD", "2018-06-01", "Macedonia"),
        ("MKD", "2019-06-01", "North Macedonia"),
        ("SWZ", "2010-01-01", "Swaziland"),
        ("BFA", "1983-01-01", "Upper Volta"),
        ("DEU", "1985-01-01", "West Germany"),
        ("YEM", "1980-01-01", "North Yemen"),
        ("EGY", "1960-01-01", "United Arab Republic"),
        ("EGY", "2013-01-01", "Egypt"),
        ("SUN", "2021-01-01", "Soviet Union"),
        ("CIV", "2011-01-01", "Ivory Coast"),
        ("GBR", "2020-01-01", "United Kingdom"),
        ("VNM", "1968-01-01", "North Vietnam"),
        ("ZWE", "1975-01-01", "Rhodesia"),
    ],
)
def test_a_government_has_its_name_of_the_day(code: str, on: str, name: str) -> None:
    actor = registry().government(code, date.fromisoformat(on))
    assert actor is not None
    assert (actor.name, actor.sector) == (name, "GOV")


def test_an_unrecognised_state_carries_a_code_of_iso() -> None:
    actor = registry().government("XAB", date(2010, 1, 1))
    assert actor is not None
    assert (actor.id, actor.name, actor.country) == ("XAB", "Abkhazia", "GEO")
    assert registry().government("QQQ") is None


@pytest.mark.parametrize(
    ("text", "on", "code", "kind"),
    [
        ("Moscow", "1985-01-01", "SUN", NameKind.CAPITAL),
        ("Moscow", "2005-01-01", "RUS", NameKind.CAPITAL),
        ("Kremlin", "1985-01-01", "SUN", NameKind.METONYM),
        ("Bonn", "1980-01-01", "DEU", NameKind.CAPITAL),
        ("Belgrade", "1999-04-01", "YUG", NameKind.CAPITAL),
        ("Belgrade", "2015-04-01", "SRB", NameKind.CAPITAL),
        ("Astana", "2023-01-01", "KAZ", NameKind.CAPITAL),
        ("Rangoon", "1990-01-01", "MMR", NameKind.CAPITAL),
        ("U.S.", "2001-01-01", "USA", NameKind.ACRONYM),
        ("Britain", "2001-01-01", "GBR", NameKind.ALIAS),
        ("Burmese", "2001-01-01", "MMR", NameKind.ADJECTIVE),
        ("Tajik", "2001-01-01", "TJK", NameKind.ADJECTIVE),
        ("Turks", "2001-01-01", "TUR", NameKind.PEOPLE),
        ("Filipinos", "2001-01-01", "PHL", NameKind.PEOPLE),
        ("Downing Street", "2001-01-01", "GBR", NameKind.METONYM),
        ("Kosovo", "2010-01-01", "XKX", NameKind.NAME),
        ("Ramallah", "2010-01-01", "PSE", NameKind.CAPITAL),
    ],
)
def test_a_name_leads_first_to_the_state_of_the_day(text: str, on: str, code: str, kind: NameKind) -> None:
    entry = registry().lookup(text, date.fromisoformat(on))[0]
    assert (entry.record.id, entry.kind) == (code, kind)


def test_a_capital_given_twice_keeps_both_spans() -> None:
    spans = [entry.start for entry in registry().lookup("Astana")]
    assert spans == [date(2022, 9, 17), date(1998, 5, 6)]


def test_people_tell_one_from_many() -> None:
    assert registry().lookup("Briton")[0].plural is False
    assert registry().lookup("Britons")[0].plural is True


def test_folded_names_find_capitals_of_a_dateline() -> None:
    assert registry().lookup_folded("PORT-AU-PRINCE")[0].record.id == "HTI"
    assert registry().lookup_folded("no such name") == ()


@pytest.mark.parametrize(
    ("name", "on", "country", "sector"),
    [
        ("Taliban", "1995-01-01", "AFG", "REB"),
        ("Taliban", "1999-01-01", "AFG", "GOV"),
        ("Taliban", "2015-01-01", "AFG", "REB"),
        ("Taliban", "2023-01-01", "AFG", "GOV"),
        ("UNITA", "1994-01-01", "AGO", "REB"),
        ("UNITA", "2010-01-01", "AGO", "OPP"),
        ("FRELIMO", "1970-01-01", "MOZ", "REB"),
        ("Khmer Rouge", "1977-01-01", "KHM", "GOV"),
        ("Hezbollah", "2006-07-20", "LBN", "REB"),
        ("Polisario Front", "2020-11-13", "ESH", "REB"),
        ("Boko Haram", "2014-04-20", "NGA", "REB"),
        ("al-Qaeda", "2001-09-20", None, "REB"),
        ("African National Congress", "1988-01-01", "ZAF", "OPP"),
        ("Rwandan Patriotic Front", "1993-01-01", "RWA", "REB"),
    ],
)
def test_groups_have_the_sector_of_the_day(name: str, on: str, country: str | None, sector: str) -> None:
    group = registry().lookup(name)[0].record
    assert isinstance(group, Group)
    assert (group.country, group.sector_on(date.fromisoformat(on))) == (country, sector)


@pytest.mark.parametrize(
    ("name", "on", "title", "country"),
    [
        ("Boris Yeltsin", "1995-01-01", "president", "RUS"),
        ("Vladimir Putin", "2009-01-01", "prime minister", "RUS"),
        ("Colin Powell", "2003-02-05", "secretary of state", "USA"),
        ("Wang Yi", "2015-01-01", "foreign minister", "CHN"),
        ("Kofi Annan", "2000-01-01", "secretary-general", None),
        ("Jens Stoltenberg", "2002-01-01", None, None),
        ("Jens Stoltenberg", "2020-01-01", "secretary-general", None),
        ("Paul Kagame", "1992-01-01", "leader", "RWA"),
        ("Ayatollah Khamenei", "1985-01-01", "president", "IRN"),
    ],
)
def test_leaders_hold_offices_of_the_day(name: str, on: str, title: str | None, country: str | None) -> None:
    leader = registry().lookup(name)[0].record
    assert isinstance(leader, Leader)
    office = leader.office_on(date.fromisoformat(on))
    assert (office and office.title, office and office.country) == (title, country)


@pytest.mark.parametrize(
    ("phrase", "sector", "what", "gender"),
    [
        ("spokeswomen", "GOV", "person", "f"),
        ("troops", "MIL", "people", ""),
        ("gunmen", "REB", "person", ""),
        ("Policemen", "COP", "person", "m"),
        ("army", "MIL", "body", ""),
        ("villagers", "CVL", "person", ""),
        ("foreign minister", "GOV", "person", ""),
        ("foreign ministry spokeswoman", "GOV", "person", "f"),
        ("deputy defence ministers", "GOV", "person", ""),
        ("army spokesman", "MIL", "person", "m"),
        ("rebel commander", "REB", "person", ""),
        ("vice-president", "GOV", "person", ""),
        ("secretaries of state", "GOV", "person", ""),
        ("gen.", "MIL", "person", ""),
        ("Mr", None, "person", "m"),
        ("aid agencies", "NGO", "body", ""),
        ("chief of staff", "MIL", "person", ""),
    ],
)
def test_nouns_and_titles_give_a_role(phrase: str, sector: str | None, what: str, gender: str) -> None:
    role = registry().role(phrase)
    assert role is not None
    assert (role.sector, role.what, role.gender) == (sector, what, gender)


def test_titles_are_keyed_by_the_tokens_of_the_tokenizer() -> None:
    titles = registry().titles
    assert titles["vice", "-", "president"] is titles["vice", "president"]
    assert titles["president", "'s", "office"].body
    assert registry().role("weather") is None


def test_flags_tell_the_state_itself_ranks_and_honorifics() -> None:
    found = registry()
    marks = [(role.state, role.rank, role.honorific) for role in map(found.role, ("regime", "colonel", "sir")) if role]
    assert marks == [(True, False, False), (False, True, False), (False, False, True)]


def test_successors() -> None:
    found = registry()
    seats = [
        ("SUN", 1995, "RUS"),
        ("SUN", 1980, "SUN"),
        ("YUG", 2010, "SRB"),
        ("DDR", 1995, "DEU"),
        ("FRA", 1995, "FRA"),
    ]
    for code, year, seat in seats:
        state = found.successor(code, date(year, 1, 1))
        assert state is not None
        assert state.code == seat
    assert found.state("SUN", date(1995, 1, 1)) is None
