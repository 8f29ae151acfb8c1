"""A GeoNames dump to a gazetteer: rows, bad lines, divisions that take the place of ours, errors with advice."""

import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dragoman.cli.main import main
from dragoman.errors import PlacesError
from dragoman.places import gazetteer, resolve
from dragoman.places.gazetteer import VARIABLE, opened, shipped
from dragoman.places.importer import import_dump


def _row(number: int, name: str, lat: float, lon: float, code: str, where: str, people: int, others: str = "") -> str:
    country, admin1, admin2 = where.split(".")
    letter = {"ADM1": "A", "ADM2": "A", "PPL": "P", "STM": "H", "PCLI": "A"}[code]
    cells = [number, name, name, others, lat, lon, letter, code, country, "", admin1, admin2, "", "", people, "", "",
             "Etc/UTC", "2024-01-01"]  # fmt: skip
    return "\t".join(map(str, cells))


DUMP = "\n".join(
    [
        _row(90000001, "Zedville", 31.5, -99.1, "PPL", "US.TX.423", 321, "Zedtown,Ζεντ"),
        "bad line",
        _row(90000002, "Smith County", 32.37, -95.27, "ADM2", "US.TX.423", 200_000),
        _row(90000003, "Zed", 95, -95.27, "PPL", "US.TX.423", 2),
        _row(90000004, "Zed Creek", 32.0, -95.3, "STM", "US.TX.423", 0, "Zed Crick"),
        _row(90000005, "Nangarhar", 34.2, 70.2, "ADM1", "AF.18.", 1_500_000),
        _row(1282028, "Mauritius", -20.3, 57.6, "PCLI", "MU.00.", 1_200_000),
        _row(90000006, "Zedabad", 34.3, 70.3, "PPL", "AF.18.", 9_000, "Zetabad"),
        "",
    ]
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "US.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path


def test_rows_are_added_and_bad_ones_told(dump: Path, tmp_path: Path) -> None:
    into = tmp_path / "own" / "gazetteer.sqlite"
    done = import_dump(dump, into)
    assert (done.places, done.skipped) == (6, 2)
    assert done.bad == [f"{dump}:2: 1 columns, not 19", f"{dump}:4: latitude 95 is not on the globe"]
    table = opened(into)
    assert table.digest() == done.digest != opened(shipped()).digest()
    (town,) = table.named("zedville")
    assert (town.id, town.country, town.admin1, town.lat, town.kind) == (90000001, "USA", "TX", 31.5, "P")
    assert table.named("zedtown") == ()  # too small for its other names
    assert [entry.id for entry in table.named("zetabad")] == [90000006]
    assert [entry.id for entry in table.named("zed crick")] == [90000004]
    assert [entry.id for entry in table.named("tyler") if entry.admin1 == "TX"]  # the shipped places stay
    assert [path.name for path in into.parent.iterdir()] == [into.name]


def test_divisions_take_the_place_of_ours(dump: Path, tmp_path: Path) -> None:
    import_dump(dump, tmp_path / "g.sqlite")
    table = opened(tmp_path / "g.sqlite")
    counties = [entry for entry in table.named("smith county") if entry.admin1 == "TX"]
    assert [entry.id for entry in counties] == [90000002]
    assert {entry.county for entry in table.named("zedville")} == {90000002}
    assert [entry.id for entry in table.named("nangarhar") if entry.kind == "S"] == [90000005]
    assert {entry.state for entry in table.named("zedabad")} == {90000005}
    assert table.rows("SELECT place FROM name WHERE place NOT IN (SELECT id FROM place)") == []
    assert table.rows("SELECT id FROM area WHERE state NOT IN (SELECT id FROM place)") == []
    assert table.rows("SELECT id FROM area WHERE county NOT IN (SELECT id FROM place)") == []


def test_other_files_add_names_and_ids(dump: Path, tmp_path: Path) -> None:
    alternates = tmp_path / "alternateNamesV2.txt"
    alternates.write_text(
        "1\t90000001\ten\tOld Zed\t\t\t\t1\t\t\n2\t90000001\tfr\tZédville-la-Grande\t\t\t\t\t\t\nx\n3\t1\ten\tNobody\n",
        "utf-8",
    )
    admin1 = tmp_path / "admin1CodesASCII.txt"
    admin1.write_text("MM.04\tKachin\tKachin\t1321702\n", encoding="utf-8")
    done = import_dump(dump, tmp_path / "g.sqlite", alternates=alternates, admin1=admin1)
    table = opened(tmp_path / "g.sqlite")
    assert [(entry.id, entry.own) for entry in table.named("old zed")] == [(90000001, 1)]
    assert table.named("zedville la grande") == table.named("nobody") == ()
    assert done.bad[-1] == f"{alternates}:3: 1 columns, fewer than 4"
    assert [entry.id for entry in table.named("kachin") if entry.kind == "S"] == [1321702]


def test_the_same_dump_gives_the_same_digest_packed_or_not(dump: Path, tmp_path: Path) -> None:
    packed = tmp_path / "US.zip"
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("readme.txt", "x")
        file.writestr("US.txt", DUMP)
    assert import_dump(dump, tmp_path / "a").digest == import_dump(packed, tmp_path / "b").digest


def test_a_failed_import_leaves_the_old_gazetteer(dump: Path, tmp_path: Path) -> None:
    into = tmp_path / "g.sqlite"
    digest = import_dump(dump, into).digest
    wrong = tmp_path / "README.txt"
    wrong.write_text("no dump\n", encoding="utf-8")
    with pytest.raises(PlacesError, match="no row of a GeoNames dump"):
        import_dump(wrong, into)
    with pytest.raises(PlacesError, match="No such file"):
        import_dump(tmp_path / "none.txt", into)
    assert opened(into).digest() == digest
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.txt", "US.txt", "g.sqlite"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.txt", b"", "the first line is empty"),
        ("latin.txt", "1\tZürich\n".encode("latin-1"), "the first line is not in UTF-8"),
        ("broken.zip", b"PK\x03\x04 and no more", "not a zip file"),
        ("binary.txt", bytes(range(256)) * 1000, "the first line is"),
    ],
)
def test_what_is_no_dump_is_told_in_one_line(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PlacesError, match=why) as told:
        import_dump(tmp_path / name, tmp_path / "g.sqlite")
    assert "\n" not in str(told.value)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_zip_in_a_zip_and_a_folder_are_no_dumps(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer.zip"
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("US.txt", DUMP)
    with zipfile.ZipFile(outer, "w") as file:
        file.write(inner, "inner.zip")
    with pytest.raises(PlacesError, match=r"no \.txt file in it"):
        import_dump(outer, tmp_path / "g.sqlite")
    with pytest.raises(PlacesError):
        import_dump(tmp_path, tmp_path / "g.sqlite")


def test_a_killed_import_leaves_nothing_behind_the_next(dump: Path, tmp_path: Path) -> None:
    into = tmp_path / "g.sqlite"
    killed = subprocess.Popen([sys.executable, "-c", "pass"])
    killed.wait()
    left = tmp_path / f".g.sqlite.{killed.pid}.partial"
    left.write_bytes(b"half")
    import_dump(dump, into)
    assert not left.exists() or os.name != "posix"


def test_reading_finds_the_gazetteer_that_the_environment_names(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert resolve("Zedville", deep=True) is None
    import_dump(dump, tmp_path / "g.sqlite")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "g.sqlite"))
    place = resolve("Zedville", deep=True)
    assert place is not None
    assert place.geonames_id == 90000001


@pytest.mark.parametrize("content", [None, "text", "another database"])
def test_a_file_that_is_no_gazetteer_is_an_error(
    content: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.sqlite"
    if content == "text":
        path.write_text("Paris\n" * 1000, encoding="utf-8")
    elif content:
        held = sqlite3.connect(path)
        held.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        held.commit()
        held.close()
    monkeypatch.setenv(VARIABLE, str(path))
    with pytest.raises(PlacesError, match=str(path)):
        gazetteer.gazetteer()


def test_the_verb_imports_and_finds(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "g.sqlite"
    assert _run("places", "import", str(dump), "--into", str(into)) == 1  # two lines were skipped
    said = capsys.readouterr()
    assert f"6 places and 7 names in {into}" in said.out
    assert f"{dump}:2: 1 columns, not 19" in said.err
    monkeypatch.setenv(VARIABLE, str(into))
    assert _run("places", "find", "Zedville") == 0
    assert "* " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("Paris",), "Paris, 11, FRA"),
        (("Paris", "--with", "Dallas, Texas"), "Paris, TX, USA"),
        (("Paris, Tennessee",), "Paris, TN, USA"),
        (("Tripoli", "--near", "lbn"), "Tripoli, 09, LBN"),
    ],
)
def test_a_resolution_is_explained(arguments: tuple[str, ...], first: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("places", "find", *arguments) == 0
    lines = capsys.readouterr().out.splitlines()
    assert first in lines[0]
    assert re.match(r"because: \w+ \+\d", lines[1].strip())


def test_what_nobody_knows_is_said_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert _run("places", "find", "Qwzxy") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert _run("places", "import", "none.txt", "--into", "x.sqlite") == 1
    assert capsys.readouterr().err == "error: [DR700] none.txt: No such file or directory. Check the path.\n"


def _run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)
