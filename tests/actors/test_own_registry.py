"""The registry with own actors: they win for their names and days, and nothing else changes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import own, own_store
from dragoman.actors.own_registry import without
from dragoman.actors.registry import Leader, NameKind, Registry, registry, shipped


@contextmanager
def having(folder: Path, *rows: str) -> Iterator[Registry]:
    header = "name,id,kind,country,sector,title,of,start,end,gender,surname,aliases,acronyms"
    file = folder / "own.csv"
    file.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    with own_store.using(folder / "store.csv"):
        done = own.add(file)
        assert not done.findings
        yield registry()


def meant(found: Registry, name: str, on: str) -> list[tuple[str, str | None, str | None]]:
    """Id, country and sector of the meanings in use on a day."""
    day, out = date.fromisoformat(on), []
    for entry in found.lookup(name, day):
        if not entry.on(day):
            continue
        record = entry.record
        if isinstance(record, Leader):
            office = record.office_on(day)
            out.append((record.id, office.country if office else None, office.sector if office else None))
        else:
            sector = record.sector_on(day) if hasattr(record, "sector_on") else getattr(record, "sector", "GOV")
            out.append((record.id, getattr(record, "country", getattr(record, "iso", None)), sector))
    return out


def test_without_own_actors_the_registry_is_the_shipped_one(tmp_path: Path) -> None:
    with own_store.using(tmp_path / "none.csv"):
        assert registry() is shipped()


def test_a_person_has_the_role_of_the_day(tmp_path: Path) -> None:
    rows = (
        "Amina Wanjala,,person,KEN,,foreign minister,,2013-04-01,2016-06-30,f,,,",
        "Amina Wanjala,,person,KEN,OPP,leader,Lake Reform Party,2016-07,,,,,",
        "Lake Reform Party,,party,KEN,,,,2001,,,,,LRP",
    )
    with having(tmp_path, *rows) as found:
        assert meant(found, "Amina Wanjala", "2014-01-01") == [("person:amina-wanjala", "KEN", "GOV")]
        assert meant(found, "Amina Wanjala", "2016-06-30") == [("person:amina-wanjala", "KEN", "GOV")]
        assert meant(found, "Amina Wanjala", "2016-07-01") == [("person:amina-wanjala", "KEN", "OPP")]
        assert meant(found, "Amina Wanjala", "2012-01-01") == [("person:amina-wanjala", None, None)]
        leader = found.leaders["person:amina-wanjala"]
        assert [office.of for office in leader.offices] == ["KEN", "ken:lake-reform-party"]
        assert meant(found, "LRP", "2014-01-01") == [("ken:lake-reform-party", "KEN", "PTY")]
        assert meant(found, "LRP", "2000-12-31") == []
        assert found.lookup("Wanjala")[0].kind is NameKind.SURNAME


def test_sector_and_country_come_from_title_or_what_the_office_is_of(tmp_path: Path) -> None:
    rows = (
        "Ann One,,person,PER,,army chief,,,,,,,",
        "Ann Two,,person,,,spokeswoman,Taliban,2010,2010,,,,",
        "Ann Three,,person,,,foreign minister,Peru,,,,,,",
        "Ann Four,,person,PER,,,,,,,,,",
        "Ann Five,,person,,,secretary-general,UN,,,,,,",
    )
    with having(tmp_path, *rows) as found:
        assert meant(found, "Ann One", "2010-06-01")[0][1:] == ("PER", "MIL")
        assert meant(found, "Ann Two", "2010-06-01")[0][1:] == ("AFG", "REB")
        assert meant(found, "Ann Three", "2010-06-01")[0][1:] == ("PER", "GOV")
        assert meant(found, "Ann Four", "2010-06-01")[0][1:] == ("PER", "CVL")
        assert meant(found, "Ann Five", "2010-06-01")[0][1:] == (None, "IGO")


def test_own_roles_replace_the_shipped_ones_for_their_days_only(tmp_path: Path) -> None:
    with having(tmp_path, "Taliban,,armed group,AFG,OPP,,,2005-01-01,2005-12-31,,,,") as found:
        assert [meant(found, "Taliban", f"{year}-06-01")[0] for year in (2004, 2005, 2006, 2023)] == [
            ("taliban", "AFG", "REB"),
            ("taliban", "AFG", "OPP"),
            ("taliban", "AFG", "REB"),
            ("taliban", "AFG", "GOV"),
        ]
        assert meant(found, "Taleban", "2005-06-01")[0][2] == "OPP"  # a shipped alias of it
    with having(tmp_path, "Sergei Lavrov,,person,RUS,BUS,chairman,,2010-01-01,2010-12-31,,,,") as found:
        offices = found.leaders["person:sergei-lavrov"].offices
        assert [(office.title, office.start, office.end) for office in offices[1:]] == [
            ("foreign minister", date(2004, 3, 9), date(2010, 1, 1)),
            ("chairman", date(2010, 1, 1), date(2011, 1, 1)),
            ("foreign minister", date(2011, 1, 1), None),
        ]


def test_own_names_win_for_their_days_and_give_way_after(tmp_path: Path) -> None:
    ours = meant(shipped(), "Likud", "1995-01-01")
    with having(tmp_path, "Likud,my-likud,party,PER,,,,1990,1999,,,,") as found:
        assert meant(found, "Likud", "1995-01-01") == [("my-likud", "PER", "PTY")]
        assert meant(found, "Likud", "2000-01-01") == ours
        assert meant(found, "Likud", "1989-12-31") == ours
        assert found.lookup_folded("LIKUD", date(1995, 1, 1))[0].record.id == "my-likud"


def test_names_alone_are_added_to_what_the_registry_has(tmp_path: Path) -> None:
    with having(tmp_path, "Taliban,,,,,,,,,,,The Students,TLB", "Kenya,,state,KEN,,,,,,,,Land of Lions,") as found:
        assert meant(found, "The Students", "2005-01-01") == meant(shipped(), "Taliban", "2005-01-01")[:1]
        assert meant(found, "TLB", "2005-01-01")[0][2] == "REB"
        assert meant(found, "Taliban", "1998-01-01")[0][2] == "GOV"
        assert meant(found, "Land of Lions", "2005-01-01") == [("KEN", "KEN", "GOV")]
        assert found.government("KEN", None).name == "Kenya"


def test_a_surname_does_not_hide_a_state_and_comes_before_other_surnames(tmp_path: Path) -> None:
    rows = ("Rosa Jordan,,person,PER,GOV,minister,,,,,,,", "Anna Putin,,person,PER,GOV,minister,,,,,,,")
    with having(tmp_path, *rows) as found:
        assert found.lookup("Jordan", date(2010, 1, 1))[0].record.id == "JOR"
        assert [entry.record.id for entry in found.lookup("Putin", date(2010, 1, 1))] == [
            "person:anna-putin",
            "person:vladimir-putin",
        ]


def test_a_role_with_dates_goes_before_one_without(tmp_path: Path) -> None:
    rows = (
        "Ann One,,person,PER,OPP,,,,,,,,",
        "Ann One,,person,PER,GOV,minister,,2005,2007,,,,",
        "Hill Front,,armed group,PER,REB,,,,,,,,",
        "Hill Front,,armed group,PER,GOV,,,,2007,,,,",
    )
    with having(tmp_path, *rows) as found:
        assert [meant(found, "Ann One", f"{year}-06-01")[0][2] for year in (2004, 2006, 2010)] == ["OPP", "GOV", "OPP"]
        assert [meant(found, "Hill Front", f"{year}-06-01")[0][2] for year in (2006, 2010)] == ["GOV", "REB"]


def test_one_name_with_two_ids_is_two_actors(tmp_path: Path) -> None:
    rows = ("Ann One,a1,person,PER,GOV,minister,,1990,1995,,,,", "Ann One,a2,person,KEN,GOV,minister,,2000,,,,,")
    with having(tmp_path, *rows) as found:
        ids = [entry.record.id for entry in found.lookup("Ann One")]
        assert ids == ["person:a1", "person:a2"]


SPANS = [
    (("2000", "2010"), [], [("2000", "2010")]),
    (("2000", "2010"), [("2002", "2004")], [("2000", "2002"), ("2004", "2010")]),
    ((None, None), [("2002", "2004")], [(None, "2002"), ("2004", None)]),
    (("2000", "2010"), [(None, None)], []),
    (("2000", "2010"), [("1990", "2002"), ("2008", None)], [("2002", "2008")]),
    (("2000", None), [("1990", "1995")], [("2000", None)]),
]


@pytest.mark.parametrize(("span", "cuts", "left"), SPANS)
def test_spans_are_cut(
    span: tuple[str | None, str | None],
    cuts: list[tuple[str | None, str | None]],
    left: list[tuple[str | None, str | None]],
) -> None:
    def days(pair: tuple[str | None, str | None]) -> tuple[date | None, date | None]:
        start, end = (date(int(year), 1, 1) if year else None for year in pair)
        return start, end

    assert without(days(span), map(days, cuts)) == list(map(days, left))
