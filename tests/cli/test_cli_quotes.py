"""`dragoman quotes`: statements of all inputs in order, filters, rows that parse back, what is wrong said."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import dragoman
from dragoman.cli.main import main
from dragoman.cli.quotes import quotes
from dragoman.records import words_of

ROOT = Path(__file__).resolve().parents[2]
PLAIN = (
    "QUITO, May 9, 1995 (Reuters) - Ecuador recalled its ambassador from Lima on Tuesday.\n\n"
    '"We have lost our patience," Foreign Minister Iñigo Cordero told reporters. He said Peru had moved two posts.\n'
)
PAGE = """<html><head><title>Oslo talks end</title></head><body><article><h1>Oslo talks end</h1>
<p>Norway said on Friday that the two delegations had agreed to meet again in Oslo next month.</p>
<p>The talks lasted for three days and were held behind closed doors in a house outside the capital.</p></article>
</body></html>"""
ROWS = (
    {"id": "one", "text": "Ghana said that Togo had closed the border.", "published": "1994-01-07"},
    {"id": "two", "text": "The bridge is 300 metres long.", "published": "1994-01-08"},
    {
        "id": "three",
        "text": "“Nos frontières,” President Kossi Adjé of Togo said, “are open.”",
        "published": "1994-01-09",
    },
)
GOOD = {"a.txt": PLAIN, "b.html": PAGE, "c.jsonl": "\n".join(map(json.dumps, ROWS))}
BAD = {"d.jsonl": '{"id": "five", "text": "Mali said it won."}\n{broken\n', "e.txt": "\x7fELF\x00\x01" * 50}


def folder_of(path: Path, files: dict[str, str]) -> Path:
    path.mkdir()
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def good(tmp_path) -> Path:
    return folder_of(tmp_path / "good", GOOD)


@pytest.fixture
def bad(tmp_path) -> Path:
    return folder_of(tmp_path / "bad", GOOD | BAD)


def run(*arguments: object, text: str | bytes | None = None):
    return CliRunner().invoke(quotes, [str(argument) for argument in arguments], input=text)


def rows(*arguments: object) -> list[dict]:
    outcome = run(*arguments, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def test_rows_are_the_statements_of_the_readings(good):
    found = rows(good)
    expected = [
        (reading.report.id, statement.id, words_of(reading.report.text, statement.content))
        for reading in map(dragoman.read_report, dragoman.load(good))
        for statement in reading.statements
    ]
    assert [(row["report"], row["id"], row["words"]) for row in found] == expected
    assert len({report for report, _, _ in expected}) == 4
    assert {row["origin"] for row in found} == {
        str(good / "a.txt"), str(good / "b.html"), f"{good / 'c.jsonl'}:1", f"{good / 'c.jsonl'}:3"
    }  # fmt: skip
    assert [row["published"] for row in found if row["report"] == "one"] == ["1994-01-07"]


def test_csv_has_the_same_rows_flat(good):
    outcome = run(good, "--csv")
    assert outcome.exit_code == 0
    flat = list(csv.DictReader(io.StringIO(outcome.stdout_bytes.decode("utf-8"), newline=""), strict=True))
    whole = rows(good)
    assert [row["id"] for row in flat] == [row["id"] for row in whole]
    names = [row["speaker"]["name"] if row["speaker"] else "" for row in whole]
    assert [row["speaker"] for row in flat] == names
    assert {"Iñigo Cordero", "Kossi Adjé"} <= set(names)


def test_people_get_text(good):
    words = run(good / "a.txt").stdout
    assert "\x1b" not in words
    assert "Iñigo Cordero (ECU GOV)" in words
    assert "“We have lost our patience”" in words
    assert f"\n{good / 'a.txt'}\n" in words


# filters, speakers of the statements that pass
FILTERS = (
    (["--speaker", "inigo"], ["Iñigo Cordero"]),
    (["--speaker", "ECU", "--about", "posts"], ["Iñigo Cordero"]),
    (["--speaker", "Norway", "--speaker", "GHA"], ["Norway", "Ghana"]),
    (["--about", "frontieres"], ["Kossi Adjé"]),
    (["--form", "direct", "--since", "1994-01-01", "--until", "1994-12-31"], ["Kossi Adjé"]),
    (["--about", "Togo", "--until", "1994-01-08"], ["Ghana"]),
)


@pytest.mark.parametrize(("filters", "speakers"), FILTERS)
def test_filters(good, filters, speakers):
    found = rows(good, *filters)
    assert list(dict.fromkeys(row["speaker"]["name"] for row in found)) == speakers


def test_nothing_found_is_said_and_is_no_error(good):
    outcome = run(good, "--speaker", "Nobody Known", "--about", "moon")
    assert outcome.exit_code == 0
    assert outcome.stdout == ""
    assert outcome.stderr.splitlines()[-1] == "no statement matches --speaker 'Nobody Known' --about moon"
    assert run(good, "--csv", "--speaker", "Nobody").stdout.splitlines()[1:] == []
    only = run("-", text=b"The bridge is 300 metres long.")
    assert "no statement was found" in only.stderr


def test_what_was_found_is_counted(good):
    assert run(good, "--about", "border").stderr.splitlines()[-1] == "1 statement in 1 report for --about border"


def test_workers_change_no_byte(bad, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    options = ["--json", "--about", "border", "--about", "patience", "--about", "MLI"]
    assert run(bad, bad / "a.txt", *options, "--out", one).exit_code == 1
    assert run(bad, bad / "a.txt", *options, "--out", two, "--workers", 2).exit_code == 1
    assert one.read_bytes() == two.read_bytes()
    assert len(one.read_bytes().splitlines()) >= 3


def test_bad_input_is_told_and_skipped(bad):
    outcome = run("no-such.txt", bad, "--json")
    assert outcome.exit_code == 1
    assert "five" in [json.loads(line)["report"] for line in outcome.stdout.splitlines()]
    for said in ("no-such.txt: missing", "d.jsonl:2: broken-row", "e.txt: binary", "d.jsonl:1: undated", "skipped 3"):
        assert said in outcome.stderr


# options, what the one line says
WRONG = (
    (["--since", "yesterday"], "--since: 'yesterday' is no date. Write it as in 2021-08-17."),
    (["--until", "2020-13-45"], "--until: '2020-13-45' is no date."),
    (["--published", "soon"], "--published: 'soon' is no date."),
    (["--since", "2020-01-02", "--until", "2020-01-01"], "--until 2020-01-01 is before --since 2020-01-02"),
    (["--speaker", " "], "--speaker: ' ' has no word in it"),
    (["--about", "..."], "--about: '...' has no word in it"),
    (["--json", "--csv"], "--json and --csv cannot both be printed"),
)


@pytest.mark.parametrize(("options", "said"), WRONG)
def test_wrong_filters_are_said_in_one_line(good, tmp_path, options, said):
    kept = tmp_path / "kept.txt"
    kept.write_text("what stood there")
    outcome = run(good, *options, "--out", kept)
    assert outcome.exit_code == 2
    assert said in outcome.stderr
    assert outcome.stderr.count("\n") == 1
    assert kept.read_text() == "what stood there"


def test_an_unknown_form_is_wrong_usage(good):
    outcome = run(good, "--form", "spoken")
    assert outcome.exit_code == 2
    assert "'spoken' is not one of 'direct', 'mixed', 'indirect'" in outcome.stderr


def test_an_output_that_cannot_be_written_is_said(good, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["quotes", str(good / "a.txt"), "--out", str(tmp_path / "no" / "folder")])
    assert ended.value.code == 1
    assert "error: [DR100]" in capsys.readouterr().err


def test_as_a_program_from_standard_input():
    text = "LIMA, June 3, 2004 (AP) - Peru said on Thursday that it would reopen its embassy in Nauru.\n"
    command = [sys.executable, "-m", "dragoman", "quotes", "-", "--json", "--speaker", "Peru"]
    done = subprocess.run(command, input=text.encode(), capture_output=True, cwd=ROOT, check=True)
    (row,) = map(json.loads, done.stdout.splitlines())
    assert row["words"] == "it would reopen its embassy in Nauru"
    assert row["date"]["start"] == "2004-06-03"
    assert done.stderr.decode().splitlines()[-1] == "1 statement in 1 report for --speaker Peru"


def test_a_terminal_gets_rows_of_its_width(good, monkeypatch):
    monkeypatch.setattr("dragoman.cli.quotes.on_terminal", lambda out: out is None)
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.setenv("TERM", "xterm-256color")
    words = run(good / "a.txt").stdout
    title, *rest = words.splitlines()
    assert title.endswith("─")
    assert max(map(len, (title, *rest))) == 90
    assert any("Iñigo Cordero" in row and "“We have lost our patience”" in row for row in rest)
