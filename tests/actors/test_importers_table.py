"""Tables of actors: any separator, encoding and header that people save; bad rows told with their line."""

from pathlib import Path

import pytest

from dragoman.actors import importers
from dragoman.actors.importers.table import COLUMNS
from dragoman.actors.own_records import COLUMNS as STORED
from dragoman.actors.own_records import OwnRow
from dragoman.records import Finding


def read(folder: Path, raw: bytes | str) -> tuple[list[OwnRow], list[Finding]]:
    file = folder / "t.csv"
    file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    found = list(importers.rows(str(file), "csv"))
    return [one for one in found if isinstance(one, OwnRow)], [one for one in found if isinstance(one, Finding)]


WRITINGS = [
    b"name,country,sector\nJos\xc3\xa9 Quispe,PER,GOV\n",
    b"\xef\xbb\xbfname,country,sector\r\nJos\xc3\xa9 Quispe,PER,GOV\r\n",
    b"name;country;sector\nJos\xe9 Quispe;PER;GOV\n",
    b"Name\tISO3\tSector\r\nJos\xe9 Quispe\tPER\tgov",
    "name\tcountry\tsector\nJosé Quispe\tPER\tGOV\n".encode("utf-16"),
    b'\n\n"name","iso2","role code"\n"Jos\xc3\xa9  Quispe","pe","Government"\n\n,,\n',
    b"country|SECTOR|Full name\nPeru|GOV|Jos\xc3\xa9 Quispe\n",
]


@pytest.mark.parametrize("raw", WRITINGS)
def test_one_table_in_many_writings(tmp_path: Path, raw: bytes) -> None:
    rows, faults = read(tmp_path, raw)
    assert not faults
    assert [(row.name, row.country, row.sector) for row in rows] == [("José Quispe", "PER", "GOV")]


def test_lists_of_names_and_sources(tmp_path: Path) -> None:
    rows, _ = read(
        tmp_path, 'name,aka,acronym,from,to\n"Hill\nFront",Front of the Hill;Hills,HF|H.F.,1999,\nB,,,,present\n'
    )
    assert rows[0].name == "Hill Front"
    assert rows[0].aliases == ("Front of the Hill", "Hills")
    assert rows[0].acronyms == ("HF", "H.F.")
    assert [row.source for row in rows] == [f"{tmp_path}/t.csv:2", f"{tmp_path}/t.csv:4"]


BAD = [
    ("X,,XYZ,,,", "country 'XYZ' is not known; write its ISO code"),
    ("X,,PER,ZZZ,,", "sector 'ZZZ' is not known"),
    ("X,planet,PER,,,", "kind 'planet' is not known"),
    (",,PER,GOV,,", "no name"),
    ("X,,PER,,2010,2009", "the end 2009 is before the start 2010"),
    ("X,,PER,,2010-05,2010-04-30", "the end 2010-04-30 is before the start 2010-05"),
    ("X,,PER,,May 2010,", "start 'May 2010' is no date"),
    ("X,,PER,,,2010-02-31", "end '2010-02-31' is not in the calendar"),
    ("X,,PER,,,,too,many", "8 cells under 6 columns"),
    ("Georgia,party,PER,,,", "'Georgia' is the name of a state"),
    ("Nowhere,state,,,,", "country 'Nowhere' is not known"),
]


@pytest.mark.parametrize(("row", "said"), BAD)
def test_a_bad_row_is_told_on_one_line_and_the_rest_is_read(tmp_path: Path, row: str, said: str) -> None:
    rows, faults = read(tmp_path, f"name,kind,country,sector,start,end\nGood One,,PER,,,\n{row}\nGood Two,,PER,,,\n")
    assert [row.name for row in rows] == ["Good One", "Good Two"]
    assert [(fault.code, fault.where) for fault in faults] == [("bad-row", f"{tmp_path}/t.csv:3")]
    assert said in faults[0].message
    assert "\n" not in faults[0].message


def test_too_few_cells_are_told(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, "id,kind,name,country\nx,party\ny,party,Hill Party\n")
    assert [row.name for row in rows] == ["Hill Party"]
    assert "2 cells under 4 columns" in faults[0].message


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    text = 'name,country\n"Hill,PER\n' + "x" * 1_100_000 + "\n"
    rows, faults = read(tmp_path, text)
    assert not rows
    assert faults
    assert "close its quotation marks" in faults[0].message


@pytest.mark.parametrize("raw", ["", "\n", "Ann,PER\n", "country;sector\nPER;GOV\n", "\x00\x01\x02"])
def test_a_table_without_a_column_name(tmp_path: Path, raw: str) -> None:
    rows, faults = read(tmp_path, raw)
    assert not rows
    assert [fault.code for fault in faults] == ["bad-header"]


def test_a_column_that_is_not_known_is_told_and_costs_no_row(tmp_path: Path) -> None:
    rows, faults = read(tmp_path, "name,country,shoe size\nAnn One,PER,38\n")
    assert len(rows) == 1
    assert [fault.code for fault in faults] == ["unknown-column"]
    assert "'shoe size'" in faults[0].message


def test_the_store_can_be_added_again(tmp_path: Path) -> None:
    assert set(STORED) <= set(COLUMNS.values())


KINDS = [
    ("Ann One,,,minister,,", "person"),
    ("Ann One,,,,f,", "person"),
    ("Hill Front,,REB,,,", "armed group"),
    ("Hill Party,,PTY,,,", "party"),
    ("Hill Bank,,BUS,,,", "company"),
    ("Hill House,,,,,", "organisation"),
    ("Hill House,,,,,person:x", "person"),
]


@pytest.mark.parametrize(("row", "kind"), KINDS)
def test_the_kind_where_none_is_given(tmp_path: Path, row: str, kind: str) -> None:
    rows, _ = read(tmp_path, f"name,country,sector,title,gender,id\n{row}\n")
    assert rows[0].kind == kind
