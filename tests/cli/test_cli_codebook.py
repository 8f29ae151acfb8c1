"""`dragoman codebook` and `dragoman read --codebook`: what is printed, exit codes, the same from any workers."""

import json
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.main import main
from dragoman.codebook import codebook
from dragoman.codebook.page import page
from dragoman.events import custom

ROOT = Path(__file__).resolve().parents[2]
MARITIME = ROOT / "dragoman" / "events" / "custom" / "data" / "maritime.yaml"
REPORTS = ROOT / "examples" / "maritime"
SMALL = """\
codebook: small
nearest: off
types:
  BOARD:
    definition: People go on board a vessel.
    not: Oman boarded up its embassy in Peru.
    rules:
      - id: board
        verbs: board
        object: [ship, tanker]
        example: Oman boarded a Peruvian ship.
        not: Oman boarded a plane.
"""
TEXT = "MUSCAT, May 9, 1995 (Reuters) - Oman boarded a Greek tanker on Monday and recalled its ambassador to Athens.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "both.yaml").write_text("also: plover\n" + SMALL, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(SMALL.replace("definition", "defintion") + "    like: X\n", encoding="utf-8")
    (tmp_path / "r.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main([*arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_a_good_codebook_is_counted_and_the_code_is_0(capsys):
    code, out, _ = run(capsys, "codebook", "check", "small.yaml")
    assert code == 0
    assert out.splitlines() == [
        "type   rules  examples  found by rules",
        "BOARD      1         0               0",
        "0 errors, 0 gaps, 0 hints",
    ]


def test_errors_are_told_line_by_line_and_the_code_is_1(capsys):
    code, out, _ = run(capsys, "codebook", "check", "bad.yaml")
    assert code == 1
    assert [line.split(" ")[0] for line in out.splitlines()] == ["bad.yaml:4:", "bad.yaml:5:", "bad.yaml:13:"]
    assert "did you mean 'definition'?" in out
    code, out, _ = run(capsys, "codebook", "check", "bad.yaml", "--json")
    told = json.loads(out)
    assert (code, told["usable"], told["faults"][-1]["line"]) == (1, False, 13)


def test_a_rule_that_fails_on_its_example_is_an_error(capsys, folder):
    (folder / "small.yaml").write_text(SMALL.replace("Peruvian ship", "Peruvian yacht"))
    code, out, _ = run(capsys, "codebook", "check", "small.yaml")
    assert code == 1
    assert out.startswith("small.yaml:11: error: rule 'board' does not fire on its example: object is 'yacht'")


def test_the_check_as_json(capsys):
    code, out, _ = run(capsys, "codebook", "check", "small.yaml", "--json")
    told = json.loads(out)
    assert (code, told["usable"], told["faults"], told["threshold"]) == (0, True, [], None)
    assert told["types"] == [
        {"name": "BOARD", "rules": 1, "examples": 0, "by_rules": 0, "by_others": 0, "found": 0},
    ]


def test_showing_ones_own_and_plovers(capsys, folder):
    code, out, _ = run(capsys, "codebook", "show", "small.yaml")
    assert (code, out.splitlines()[2]) == (0, "BOARD")
    assert "rule board: board (verb) where object is ship, tanker; subject -> object" in out
    code, _, _ = run(capsys, "codebook", "show", "--out", "p.md")
    assert code == 0
    assert (folder / "p.md").read_text(encoding="utf-8") == page(codebook())


def test_a_file_that_is_not_there_is_wrong_usage(capsys):
    for arguments in (("codebook", "check", "no.yaml"), ("read", "r.txt", "--codebook", "no.yaml")):
        assert run(capsys, *arguments)[0] == 2


def test_events_are_those_of_the_codebook(capsys):
    code, out, _ = run(capsys, "read", "r.txt", "--codebook", "small.yaml", "--json")
    reading = json.loads(out)
    assert code == 0
    assert reading["coder"].endswith(f" / codebook {custom.load('small.yaml').mark}")
    (event,) = reading["events"]
    assert (event["type"], event["made_by"], event["quad"]) == ("BOARD", "codebook:small/rule:board", None)
    assert [a["country"] for a in event["actors"] + event["recipients"]] == ["OMN", "GRC"]
    ids = {entry["id"] for key in ("statements", "events", "standings") for entry in reading[key]}
    assert reading["standings"]
    assert all(id in ids for standing in reading["standings"] for id in standing["from"])


def test_events_beside_plovers(capsys):
    _, out, _ = run(capsys, "read", "r.txt", "--codebook", "both.yaml", "--json")
    both = json.loads(out)
    own = [event for event in both["events"] if event["made_by"].startswith("codebook:")]
    assert [event["type"] for event in own] == ["BOARD"]
    assert {event["type"] for event in both["events"]} > {"BOARD"}
    ids = {event["id"] for event in both["events"]}
    assert any(id in ids for standing in both["standings"] for id in standing["from"])
    assert [event["trigger"] for event in both["events"]] == sorted(event["trigger"] for event in both["events"])


def test_a_faulty_codebook_ends_a_reading_with_one_line(capsys):
    code, out, err = run(capsys, "read", "r.txt", "r.txt", "--codebook", "bad.yaml")
    assert (code, out) == (1, "")
    assert err.count("error: [DR800] bad.yaml:5: ") == 1
    assert err.strip().count("\n") == 0


def test_the_same_bytes_from_any_number_of_workers(capsys):
    readings = [
        run(capsys, "read", str(REPORTS), "--codebook", str(MARITIME), "--json", "--workers", workers)[1]
        for workers in ("1", "2")
    ]
    assert readings[0] == readings[1] != ""


def test_the_package_reads_by_a_file_or_a_loaded_codebook():
    book = custom.load("small.yaml")
    one, other = dragoman.read(TEXT, codebook="small.yaml"), dragoman.read(TEXT, codebook=book)
    assert one.to_json() == other.to_json()
    assert [event.type for event in one.events] == ["BOARD"]
    assert "BOARD" in one._repr_html_()
