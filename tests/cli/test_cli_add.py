"""`dragoman add`: what is told as added is there, wholly; what is there already is left alone; bad rows are told."""

import json
from pathlib import Path

import pytest
from lagoon import closed, readings, stored

import dragoman.reading
from dragoman.cli.main import main
from dragoman.ledger.content import digest_of
from dragoman.ledger.info import info
from dragoman.ledger.store import Store

TEXTS = (
    {"id": "one", "text": "Ghana accused Togo of closing the border.", "published": "1994-01-07"},
    {"id": "two", "text": "Togo denied the accusation.", "published": "1994-01-08", "title": "Togo denies"},
)


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["add", *map(str, arguments)])
    return int(ended.value.code or 0)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "relations.db"


def held(ledger: Path) -> str:
    with Store(ledger, readonly=True) as store, store.reading() as connection:
        return digest_of(connection)


def test_stored_readings_are_added_and_counted(tmp_path, ledger, capsys):
    assert run(stored(tmp_path), "--ledger", ledger) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "added 6 new reports, 1 new version"
    assert told[1].startswith("11 entries; ")
    assert "; 1 copy of other reports; " in told[1]
    assert told[2] == f"{ledger} holds 6 reports in 7 versions, 11 entries: 1 statement, 3 events, 7 standings"


def test_adding_twice_changes_nothing(tmp_path, ledger, capsys):
    file = stored(tmp_path)
    assert run(file, "--ledger", ledger) == 0
    before = held(ledger)
    capsys.readouterr()
    assert run(file, "--ledger", ledger) == 0
    assert capsys.readouterr().err.startswith("added nothing new, 7 already there\n")
    assert held(ledger) == before


def test_many_workers_add_the_same(tmp_path, ledger):
    file = stored(tmp_path)
    assert run(file, "--ledger", ledger) == 0
    assert run(file, "--ledger", tmp_path / "other.db", "--workers", 2) == 0
    assert held(tmp_path / "other.db") == held(ledger)


def test_of_two_versions_added_at_once_the_later_line_counts(tmp_path, ledger):
    assert run(stored(tmp_path), "--ledger", ledger) == 0
    with Store(ledger, readonly=True) as store, store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT text, ends FROM versions WHERE report = 'r4' ORDER BY updated").all()
    assert [("40" in text, ends) for text, ends in rows] == [(True, "1997-03-12"), (False, None)]


def test_a_report_is_taken_back_whether_it_comes_before_or_after(tmp_path, ledger, capsys):
    rows = tmp_path / "back.jsonl"
    rows.write_text('{"id": "r1", "retracted": "1997-03-06", "reason": "It never was."}\n', encoding="utf-8")
    assert run(rows, stored(tmp_path), "--ledger", ledger) == 0
    assert "1 report taken back" in capsys.readouterr().err
    with Store(ledger, readonly=True) as store:
        assert info(store).retractions == 1
        with store.reading() as connection:
            ends = connection.exec_driver_sql("SELECT ends FROM versions WHERE report = 'r1'").scalar()
    assert ends == "1997-03-06"


# a row, the finding that it gives
WRONG = (
    ({**json.loads(closed("r9", "Post").to_json())}, "no-text"),
    ({**json.loads(closed("r9", "Post").to_json(whole=True)), "schema": 7}, "a reading of schema 7"),
    ({**json.loads(closed("r9", "Post").to_json(whole=True)), "text": "Another text."}, "of another text"),
    ({**json.loads(closed("r9", "Post").to_json(whole=True)), "events": [{"id": 4}]}, "no reading of schema 1"),
    ({"retracted": True}, 'has no "id"'),
    ({"id": "r1", "retracted": "some day"}, "nothing is taken back"),
    ({"id": "r1"}, "no-text"),
    ([1, 2], "broken-row"),
)


@pytest.mark.parametrize(("row", "said"), WRONG)
def test_a_bad_row_is_told_and_the_rest_is_added(tmp_path, ledger, capsys, row, said):
    file = tmp_path / "rows.jsonl"
    good = closed("r1", "Apia Post").to_json(whole=True).decode()
    file.write_text(f"{good}\n{json.dumps(row)}\n", encoding="utf-8")
    assert run(file, "--ledger", ledger) == 1
    told = capsys.readouterr().err
    assert f"{file}:2: " in told.splitlines()[0]
    assert said in told
    assert "added 1 new report" in told
    assert "skipped 1: " in told


def test_reports_are_read_once_unless_asked_again(tmp_path, ledger, capsys, monkeypatch):
    file = tmp_path / "texts.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in TEXTS), encoding="utf-8")
    assert run(file, "--ledger", ledger) == 0
    assert "added 2 new reports" in capsys.readouterr().err
    read = dragoman.reading.read_report
    seen: list[str] = []
    monkeypatch.setattr(
        dragoman.reading, "read_report", lambda report, **how: seen.append(report.id) or read(report, **how)
    )
    assert run(file, "--ledger", ledger) == 0
    assert (seen, capsys.readouterr().err.splitlines()[0]) == ([], "added nothing new, 2 already there")
    assert run(file, "--ledger", ledger, "--again") == 0
    assert seen == ["one", "two"]


def test_readings_that_were_stored_first_make_the_same_ledger(tmp_path, ledger):
    texts, whole = tmp_path / "texts.jsonl", tmp_path / "whole.jsonl"
    texts.write_text("".join(json.dumps(row) + "\n" for row in TEXTS), encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["read", str(texts), "--json", "--whole", "--out", str(whole)])
    assert ended.value.code == 0
    assert [json.loads(line)["text"] for line in whole.read_text().splitlines()] == [row["text"] for row in TEXTS]
    assert run(whole, "--ledger", tmp_path / "later.db") == 0
    assert run(texts, "--ledger", ledger) == 0
    assert held(ledger) == held(tmp_path / "later.db")


def test_whole_is_for_json(tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["read", str(stored(tmp_path)), "--whole"])
    assert ended.value.code == 2
    assert "--whole is for --json" in capsys.readouterr().err


def test_a_report_that_comes_twice_at_once_is_read_once(tmp_path, ledger, capsys):
    file = tmp_path / "texts.jsonl"
    file.write_text(2 * (json.dumps(TEXTS[0]) + "\n"), encoding="utf-8")
    assert run(file, "--ledger", ledger) == 0
    assert "added 1 new report, 1 already there" in capsys.readouterr().err


def test_after_ctrl_c_what_was_told_as_added_is_there(tmp_path, ledger, capsys, monkeypatch):
    add = Store.add_draft

    def broken_off(store: Store, draft: object) -> object:
        if info(store).reports == 2:
            raise KeyboardInterrupt
        return add(store, draft)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "add_draft", broken_off)
    assert run(stored(tmp_path), "--ledger", ledger) == 130
    told = capsys.readouterr().err
    assert "added 2 new reports" in told
    assert told.rstrip().endswith("stopped")
    with Store(ledger, readonly=True) as store:
        assert info(store).reports == 2


def test_the_ledger_can_be_named_by_the_environment(tmp_path, ledger, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(ledger))
    assert run(stored(tmp_path, readings()[0])) == 0
    assert ledger.exists()


# arguments after the file, exit code, what is said
USAGE = (
    ((), 2, "Missing option '--ledger'"),
    (("--ledger", "x.db", "--published", "someday"), 2, "'someday' is no date"),
    (("--ledger", "no/such/folder/x.db"), 1, "there is no such folder"),
)


@pytest.mark.parametrize(("arguments", "code", "said"), USAGE)
def test_wrong_usage_is_one_clear_line(tmp_path, capsys, monkeypatch, arguments, code, said):
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    monkeypatch.chdir(tmp_path)
    assert run(stored(tmp_path), *arguments) == code
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
