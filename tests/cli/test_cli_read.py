"""`dragoman read`: order, the same bytes for any number of workers, bad input told and skipped, pages written."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.main import CLOSED_PIPE, main

ROOT = Path(__file__).resolve().parents[2]
PLAIN = "QUITO, May 9, 1995 (Reuters) - Ecuador recalled its ambassador from Lima on Tuesday.\n"
PAGE = """<html><head><title>Oslo talks end</title></head><body><article><h1>Oslo talks end</h1>
<p>Norway said on Friday that the two delegations had agreed to meet again in Oslo next month, a spokesman said.</p>
<p>The talks lasted for three days and were held behind closed doors in a house outside the capital.</p></article>
</body></html>"""
ROWS = (
    {"id": "one", "text": "Ghana accused Togo of closing the border.", "published": "1994-01-07"},
    {"id": "two", "text": "Togo denied the accusation.", "published": "1994-01-08", "title": "Togo denies"},
)


@pytest.fixture
def good(tmp_path) -> Path:
    folder = tmp_path / "good"
    folder.mkdir()
    (folder / "a.txt").write_text(PLAIN, encoding="utf-8")
    (folder / "b.html").write_text(PAGE, encoding="utf-8")
    (folder / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return folder


@pytest.fixture
def bad(good) -> Path:
    (good / "d.jsonl").write_text('{"id": "three", "text": "Mali met Niger."}\n{broken\n{"id": 4}\n', encoding="utf-8")
    (good / "e.txt").write_bytes(b"\x7fELF\x00\x00\x01\x00\xff\xfe\x00" * 50)
    (good / "f.txt").write_text(" \n", encoding="utf-8")
    return good


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["read", *map(str, arguments)])
    return int(ended.value.code or 0)


def test_unsure_events_are_left_out_where_it_is_asked(good, capsysbinary):
    found = []
    for least in (0, 0.6, 1):
        assert run(good / "c.jsonl", "--json", "--min-confidence", least) == 0
        rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
        found.append([event["confidence"] for row in rows for event in row["events"]])
    assert found[0]
    assert found[1] == [p for p in found[0] if p >= 0.6]
    assert found[2] == []
    assert run(good, "--min-confidence", 1.5) == 2


def test_json_lines_are_those_of_the_package_in_order(good, capsysbinary):
    assert run(good, "--json") == 0
    out, err = capsysbinary.readouterr()
    whole = [dragoman.read_report(report).to_json() for report in dragoman.load(good)]
    assert out == b"".join(line + b"\n" for line in whole)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["id"] for row in rows][2:] == ["one", "two"]
    assert rows[0]["published"] == "1995-05-09"
    assert b"read 4 reports" in err


def test_bad_input_is_told_and_skipped(bad, capsysbinary):
    assert run(bad, "--json") == 1
    out, err = capsysbinary.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()][2:] == ["one", "two", "three"]
    words = err.decode()
    assert "Traceback" not in words
    assert "d.jsonl:2: broken-row" in words
    assert "d.jsonl:3: no-text" in words
    assert "e.txt: binary" in words
    assert "1 empty" in words
    assert "skipped 3: binary 1, broken-row 1, no-text 1" in words


def test_workers_change_no_byte(bad, tmp_path, capsysbinary):
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run(bad, bad / "a.txt", "--json", "--out", one) == 1
    assert run(bad, bad / "a.txt", "--json", "--out", two, "--workers", 2) == 1
    assert one.read_bytes() == two.read_bytes()
    assert len(one.read_bytes().splitlines()) == 6
    assert capsysbinary.readouterr().out == b""


def test_a_missing_file_does_not_stop_the_rest(good, capsysbinary):
    assert run("no-such-file.txt", good / "a.txt", "--json") == 1
    out, err = capsysbinary.readouterr()
    assert len(out.splitlines()) == 1
    assert b"no-such-file.txt: missing" in err


def test_standard_input_is_one_report(monkeypatch, capsysbinary):
    text = "Peru said it would reply."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run("-", "--json", "--published", "1995-05-10") == 0
    (row,) = map(json.loads, capsysbinary.readouterr().out.splitlines())
    assert row["published"] == "1995-05-10"


def test_people_get_text(good, capsysbinary):
    assert run(good / "a.txt") == 0
    words = capsysbinary.readouterr().out.decode()
    assert "\x1b" not in words
    assert "Ecuador recalled its ambassador from Lima on Tuesday." in words
    assert "1995-05-09 | Reuters | Quito" in words
    assert "standings: " in words


def test_a_page_is_written(good, tmp_path, capsysbinary):
    page = tmp_path / "page.html"
    assert run(good, "--html", page) == 0
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert html.count('<article class="dragoman">') == 4
    words = capsysbinary.readouterr().out.decode()
    assert "standings: " in words
    assert words.rstrip().endswith(f"page: {page}")


@pytest.mark.parametrize("option", ["--out", "--html"])
def test_an_output_that_cannot_be_written_is_said(good, tmp_path, capsysbinary, option):
    assert run(good / "a.txt", option, tmp_path / "no" / "folder" / "out") == 1
    words = capsysbinary.readouterr().err.decode()
    assert "error: [DR100]" in words
    assert "a folder that you may write to" in words


def test_a_reader_that_goes_away_ends_it_quietly(good):
    command = [sys.executable, "-m", "dragoman", "read", str(good), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        process.stdout.close()
        words = process.stderr.read().decode()
        assert process.wait(timeout=60) == CLOSED_PIPE
    assert "Traceback" not in words
    assert "BrokenPipe" not in words


def test_the_examples_are_read_whole(capsysbinary):
    assert run(ROOT / "examples" / "reports", "--json") == 0
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert len(rows) == 10
    assert all(row["published"] and row["statements"] and row["events"] and row["standings"] for row in rows)
    assert len({standing["topic"] for row in rows for standing in row["standings"]}) >= 8


def test_a_date_that_is_none_is_said(good, capsysbinary):
    assert run(good / "a.txt", "--published", "2020-99-99") == 1
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert err.decode() == "error: [DR050] --published: '2020-99-99' is no date. Write it as in 2021-08-17.\n"
