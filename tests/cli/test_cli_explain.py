"""`dragoman explain`: what is printed for entries and words, rows that parse back, one clear line for what is wrong."""

import io
import json
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import explaining
from dragoman.cli.main import main
from dragoman.errors import NoEntryError
from dragoman.speech.statements import PRIORS

TEXT = (
    "QUITO, May 9, 1995 (Reuters) - Ecuador recalled its ambassador from Lima on Tuesday.\n\n"
    '"We have lost our patience," Foreign Minister Iñigo Cordero told reporters. Bolivia is at war with Chile.\n'
)
OWN = """\
codebook: own
nearest: off
types:
  CALL:
    definition: A state calls its envoy home.
    not: Oman called a meeting.
    rules:
      - id: recall
        verbs: recall
        object: [ambassador]
        example: Oman recalled its ambassador from Peru.
        not: Oman recalled a tanker.
"""
OTHER = "ACCRA, May 3, 1994 - Ghana condemned Togo on Monday.\n"


@pytest.fixture(scope="module")
def reading() -> dragoman.Reading:
    return dragoman.read(TEXT)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(["explain", *arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_an_event_by_its_label(capsys, reading):
    code, out, err = run(capsys, "E1", "a.txt")
    assert (code, err) == (0, "")
    event = reading.events[0]
    assert out.startswith(f"E1 {event.type} {event.mode} | happened | Ecuador (ECU GOV) -> Peru (PER GOV)\n")
    assert "[Ecuador: actor] [recalled: trigger] its ambassador from Lima on Tuesday." in out
    for words in (event.id, "rule          recall-envoy", "its subject", "status        happened", "“Tuesday”"):
        assert words in out


def test_the_beginning_of_an_id_will_do(capsys, reading):
    by_label = run(capsys, "E1", "a.txt")
    assert run(capsys, reading.events[0].id[:7], "a.txt", "b.txt") == by_label


def test_a_statement_and_a_standing(capsys, reading):
    code, out, _ = run(capsys, "s1", "a.txt")
    assert code == 0
    assert f"found by      {reading.statements[0].made_by}\n" in out
    assert "“told”" in out
    made = {standing.made_by.partition(":")[0]: n for n, standing in enumerate(reading.standings, 1)}
    assert "wordings.tsv" in run(capsys, f"T{made['wording']}", "a.txt")[1]
    (linked,) = [n for n, s in enumerate(reading.standings, 1) if s.sources == (reading.events[0].id,)]
    assert "`dragoman explain E1`" in run(capsys, f"T{linked}", "a.txt")[1]


def test_a_standing_from_an_event(capsys, tmp_path):
    (tmp_path / "c.txt").write_text("ACCRA, May 3, 1994 - Ghana urged Togo on Monday to free the crew.\n")
    (asked,) = dragoman.read((tmp_path / "c.txt").read_text()).standings
    assert asked.made_by.startswith("event:")
    out = run(capsys, "T1", "c.txt")[1]
    assert "events.tsv" in out
    assert "`dragoman explain E1`" in out


def test_a_row_of_json_parses_back(capsys, reading):
    code, out, _ = run(capsys, "E1", "a.txt", "--json")
    assert code == 0
    (line,) = out.splitlines()
    row = json.loads(line)
    assert row["key"] == "E1"
    assert row["report"] == reading.report.id
    assert row["entry"] == json.loads(reading.to_json())["events"][0]
    (account,) = row["accounts"]
    assert account["entry"] == row["entry"]["id"]
    assert account["outcome"] == "event"
    assert {party["side"] for party in account["parties"]} == {"actor", "recipient"}


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("lost our patience", "no event at “lost” | no trigger"),
        ("RECALLED  its", "E1 SANCTION withdraw"),
        ("Reuters", "no part of the news"),
        (str(TEXT.index("recalled") + 2), "E1 SANCTION withdraw"),
    ],
)
def test_words_and_offsets(capsys, place, words):
    code, out, _ = run(capsys, "--at", place, "a.txt")
    assert code == 0
    assert words in out


def test_words_in_several_reports(capsys):
    code, out, _ = run(capsys, "--at", "condemned", "a.txt", "b.txt")
    assert code == 0
    assert "E1 ACCUSE" in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("E9", "a.txt"), 1, "error: [DR900] E9: no entry is called so. `dragoman read FILE` shows labels and ids.\n"),
        (("fff", "a.txt"), 1, "no entry is called so"),
        (("--at", "no such words", "a.txt"), 1, "these words stand nowhere in the text"),
        (("--at", "999999", "a.txt"), 1, "these words stand nowhere in the text"),
        (("--at", "its", "a.txt"), 0, ""),
        (("--at", "We have", "a.txt"), 1, "none of these words may name an act"),
        (("E1",), 2, "Error: Name the report beside E1, as in `dragoman explain E1 report.txt`.\n"),
        (("--at", " ", "a.txt"), 2, "--at needs words"),
        (("E1", "a.txt", "b.txt"), 2, "E1 is an entry of one report, and there are several"),
        (("--at", "recalled", "a.txt", "--codebook", "a.txt"), 2, "--at tells of PLOVER's types only"),
        (("E1", "a.txt", "--published", "soon"), 1, "is no date"),
        (("E1", "missing.txt"), 1, "missing.txt: missing: there is no such file"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(capsys, arguments, code, said):
    found, _, err = run(capsys, *arguments)
    assert found == code
    assert said in err
    assert "Traceback" not in err


def test_a_reading_is_refused(capsys, reading, monkeypatch):
    Path("a.jsonl").write_bytes(reading.to_json() + b"\n")
    code, out, err = run(capsys, "E1", "a.jsonl")
    assert (code, out) == (1, "")
    assert "a.jsonl: this is a reading, which has no text" in err


def test_an_event_of_ones_own_codebook(capsys):
    Path("own.yaml").write_text(OWN, encoding="utf-8")
    code, out, _ = run(capsys, "E1", "a.txt", "--codebook", "own.yaml")
    assert code == 0
    assert out.startswith("E1 CALL | happened | Ecuador (ECU GOV)")
    assert "the rule of own.yaml, line 8, on the words recall" in out
    assert "A state calls its envoy home." in out


def test_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OTHER.encode()), encoding="utf-8"))
    code, out, _ = run(capsys, "E1", "-")
    assert code == 0
    assert out.startswith("E1 ACCUSE")


def test_in_python(reading):
    found = dragoman.explain(TEXT, reading.events[0].id)
    assert found.key == "E1"
    assert found.entry == reading.events[0]
    assert found.accounts[0].outcome == "event"
    with pytest.raises(NoEntryError, match="no entry is called so"):
        dragoman.explain(TEXT, "E99")


def test_ids_that_begin_alike_are_named(reading):
    again = explaining.Reread(reading.report)
    error = explaining.missing("a", {again: again.entries})
    assert str(error).startswith(f"[DR900] a: {len(again.entries)} entries begin so: S1 ")


def test_the_pattern_of_every_statement_is_told():
    from dragoman.explaining_said import PATTERNS

    for rule in PRIORS:
        assert rule in PATTERNS or rule.partition(".")[0] in PATTERNS
