"""`dragoman actors`: what is added, listed, removed and explained, what is said of it, and the exit codes."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import click
import pytest
from rich.console import Console

from dragoman.actors import importers, own_store
from dragoman.actors.explain import explain
from dragoman.cli import actors_store
from dragoman.cli.actors import actors
from dragoman.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
TABLE = """name,kind,country,sector,title,of,start,end,aliases,acronyms
Amina Wanjala,person,KEN,,foreign minister,,2013-04-01,2016-06-30,Amina W. Wanjala,
Amina Wanjala,person,KEN,OPP,leader,Lake Reform Party,2016-07,,,
Lake Reform Party,party,KEN,,,,2001,,Reform Party of the Lake,LRP
"""
BAD = "Odd One,person,XYZ,,,,,,,\n"
REPORT = "NAIROBI, May 9, 2014 (Reuters) - Wanjala said on Friday that the LRP had lied.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "store.csv"))
    monkeypatch.chdir(tmp_path)
    own_store.refresh()
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "bad.csv").write_text(TABLE + BAD, encoding="utf-8")
    yield tmp_path
    monkeypatch.undo()
    own_store.refresh()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["actors", *arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_adding_says_what_is_new(capsys):
    assert run(capsys, "add", "a.csv") == (0, "", "added 2 actors (5 names, 3 roles)\n")
    assert run(capsys, "add", "a.csv") == (0, "", "nothing new: 2 actors of these files known already\n")


def test_a_bad_row_is_told_and_the_code_is_1(capsys, folder):
    code, _, said = run(capsys, "add", "bad.csv")
    assert code == 1
    assert said.splitlines() == [
        f"{folder}/bad.csv:5: bad-row: country 'XYZ' is not known; write its ISO code, as in KEN, or its English name",
        "added 2 actors (5 names, 3 roles), skipped 1 line",
    ]


def test_standard_input(folder):
    environment = {**os.environ, "DRAGOMAN_ACTORS": str(folder / "in.csv")}
    command = [sys.executable, "-m", "dragoman", "actors", "add", "-"]
    done = subprocess.run(
        command, check=False, input=TABLE + BAD, text=True, capture_output=True, env=environment, cwd=ROOT
    )
    assert done.returncode == 1
    assert done.stderr.startswith("standard input:5: bad-row: country 'XYZ'")
    assert (folder / "in.csv").read_text().count("\n") == 4


def test_importing_with_a_format_and_for_a_country(capsys, folder):
    (folder / "x.txt").write_text("HILL_FRONT_ [PERREB]\nLAKE_FRONT_ [KENREB]\nMINISTER [~GOV]\n")
    code, _, said = run(capsys, "import", "x.txt", "--format", "petrarch", "--country", "Peru")
    assert code == 0
    assert said.splitlines() == [
        "added 1 actor (1 name, 1 role)",
        "left out 1: nouns of agents; Dragoman reads roles from the words themselves",
        "left out 1: of other countries",
    ]
    assert run(capsys, "import", "x.txt", "--country", "Atlantis")[0] == 2
    assert run(capsys, "import", "x.txt", "--format", "xml")[0] == 2


def test_a_changed_file_is_told_and_replaced(capsys, folder):
    run(capsys, "add", "a.csv")
    (folder / "a.csv").write_text(TABLE.replace("2016-06-30", "2016-05-31"))
    told = "kept 1 role that these files gave before and no longer have; --replace drops"
    assert told in run(capsys, "add", "a.csv")[2]
    run(capsys, "add", "a.csv", "--replace")
    assert len(own_store.by_id()["person:amina-wanjala"].roles) == 2


def test_listing(capsys, folder):
    assert "`dragoman actors add FILE.csv` adds some" in run(capsys, "list")[2]
    run(capsys, "add", "a.csv")
    _, out, said = run(capsys, "list")
    assert out.splitlines() == [
        "ken:lake-reform-party | Lake Reform Party | party | KEN 2001.. | Reform Party of the Lake, LRP | a.csv",
        "person:amina-wanjala | Amina Wanjala | person | foreign minister KEN 2013-04-01..2016-06-30; "
        "leader of Lake Reform Party KEN OPP 2016-07.. | Amina W. Wanjala | a.csv",
    ]
    assert said == f"2 own actors in {folder}/store.csv\n"
    assert "person:sergei-lavrov" in run(capsys, "list", "lavrov")[1]
    assert run(capsys, "list", "lavrov", "--own")[1] == ""
    rows = [json.loads(line) for line in run(capsys, "list", "KEN", "--json")[1].splitlines()]
    assert rows[0]["own"] is True
    assert {"KEN", "ken:lake-reform-party"} <= {row["id"] for row in rows}


def test_removing_and_writing_out(capsys, folder):
    run(capsys, "add", "a.csv")
    code, out, _ = run(capsys, "export")
    assert code == 0
    assert out.encode() == (folder / "store.csv").read_bytes()
    (folder / "again.csv").write_text(out)
    assert run(capsys, "add", "again.csv")[2].startswith("nothing new: 2 actors")
    assert run(capsys, "remove", "person:nobody")[0] == 1
    assert run(capsys, "remove")[0] == 2
    assert run(capsys, "remove", "--file", "again.csv", "--file", "a.csv")[0] == 0
    assert run(capsys, "list", "--own")[1] == ""


def test_who(capsys, folder):
    run(capsys, "add", "a.csv")
    code, out, _ = run(capsys, "who", "Wanjala", "--on", "2014-05-01")
    assert code == 0
    assert out.splitlines() == [
        "Wanjala on 2014-05-01",
        "",
        "→ Amina Wanjala (KEN GOV)",
        "    surname “Wanjala” · person · person:amina-wanjala",
        "    in office on 2014-05-01; a surname alone means a person where the report has the full name, or while in "
        "office",
        "    2013-04-01 to 2016-06-30 | foreign minister | KEN GOV | a.csv:2",
        "    since 2016-07-01 | leader | KEN OPP | a.csv:3",
    ]
    found = json.loads(run(capsys, "who", "Lavrov", "--on", "2010-05-01", "--json")[1])
    assert found["candidates"][0]["id"] == "person:sergei-lavrov"
    assert found["candidates"][0]["roles"][-1]["start"] == "2004-03-09"
    code, out, _ = run(capsys, "who", "Xyzzy Plugh")
    assert code == 1
    assert "Nobody of that name is known." in out
    code, _, said = run(capsys, "who", "Lavrov", "--on", "May")
    assert code == 1
    assert "[DR050] --on: 'May' is no date." in said


def test_reading_uses_them_in_every_process(capsys, folder):
    run(capsys, "add", "a.csv")
    (folder / "r.txt").write_text(REPORT)
    readings = []
    for options in ([], ["--workers", "2"], ["--actors", "store.csv"]):
        with pytest.raises(SystemExit):
            main(["read", "--json", "r.txt", "r.txt", *options])
        readings.append(capsys.readouterr().out)
    assert readings[0] == readings[1] == readings[2]
    first = json.loads(readings[0].splitlines()[0])
    assert first["coder"].endswith(f" / actors {own_store.mark()}")
    assert first["statements"][0]["speaker"]["id"] == "person:amina-wanjala"
    with pytest.raises(SystemExit) as ended:
        main(["read", "r.txt", "--actors", "no-such.csv"])
    assert ended.value.code == 2


def test_a_damaged_store_ends_a_reading_with_one_line(capsys, folder):
    (folder / "store.csv").write_text("id,name\n")
    (folder / "r.txt").write_text(REPORT)
    for arguments in (["read", "r.txt"], ["actors", "list"], ["actors", "add", "a.csv"], ["actors", "who", "Peru"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = capsys.readouterr().err
        assert ended.value.code == 1
        assert f"error: [DR600] {folder}/store.csv:1: the file of your actors is damaged" in said
    assert (folder / "store.csv").read_text() == "id,name\n"


def test_a_damaged_gazetteer_ends_a_reading_with_one_line(capsys, folder, monkeypatch):
    (folder / "places.sqlite").write_text("no gazetteer")
    (folder / "r.txt").write_text(REPORT)
    monkeypatch.setenv("DRAGOMAN_GAZETTEER", str(folder / "places.sqlite"))
    with pytest.raises(SystemExit) as ended:
        main(["read", "r.txt"])
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.count("error: [DR700]") == 1
    assert "send us the report" not in said


def test_another_store_for_one_command(capsys, folder):
    assert run(capsys, "add", "a.csv", "--actors", "other.csv")[0] == 0
    assert run(capsys, "--actors", "other.csv", "list")[1].count("\n") == 2
    assert run(capsys, "list")[1] == ""


def test_a_missing_file_is_told(capsys):
    code, _, said = run(capsys, "add", "none.csv")
    assert code == 1
    assert said == "error: [DR600] none.csv: No such file or directory. Check the path and its permissions.\n"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_view_fits_the_terminal(folder, width):
    from dragoman.cli.actors_rows import rows
    from dragoman.cli.actors_view import rendered, table

    for shown in (
        rendered(explain("Bush", None, "")),
        rendered(explain("Lavrof")),
        table(rows("taliban", only_own=False)),
    ):
        console = Console(width=width, file=StringIO(), record=True, highlight=False)
        console.print(shown)
        assert max(map(len, console.export_text().splitlines())) <= width


def test_the_formats_and_options_are_those_that_there_are():
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8").split("## dragoman actors")[1].split("\n## ")[0]
    assert tuple(importers.FORMATS) == actors_store.FORMATS
    for name, command in actors.commands.items():
        assert f"`actors {name}" in page
        for option in (o for p in command.params if isinstance(p, click.Option) for o in p.opts):
            assert f"`{option}" in page, option
