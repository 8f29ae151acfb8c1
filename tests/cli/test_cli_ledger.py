"""`dragoman ledger`: counts, soundness, merging, backups, reading again, taking back; errors in one clear line."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from lagoon import readings, stored

import dragoman.reading
from dragoman.cli.main import main
from dragoman.ledger.content import digest_of
from dragoman.ledger.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return int(ended.value.code or 0), *capsys.readouterr()

    return ran


def made(file: Path, *some: int) -> Path:
    """A ledger of all readings, or of those numbers."""
    with Store(file) as store:
        for number, one in enumerate(readings()):
            if not some or number in some:
                store.add(one)
    return file


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return made(tmp_path / "relations.db")


def held(ledger: Path) -> str:
    with Store(ledger, readonly=True) as store, store.reading() as connection:
        return digest_of(connection)


def test_info_counts_in_json_and_in_words(run, ledger):
    code, out, _ = run("ledger", "info", "--ledger", ledger, "--json")
    found = json.loads(out)
    assert code == 0
    wanted = {"reports": 6, "versions": 7, "entries": 11, "statements": 1, "events": 3, "standings": 7, "codings": 7}
    assert {key: found[key] for key in wanted} == wanted
    assert isinstance(found["actors"], int)
    assert (found["first"], found["last"]) == ("1997-03-04", "1997-05-03")
    code, out, _ = run("ledger", "info", "--ledger", ledger)
    assert code == 0
    assert "6 in 7 versions, known from 1997-03-04 to 1997-05-03" in out
    assert "11: 1 statement, 3 events, 7 standings" in out


def test_a_sound_ledger_is_sound_and_a_changed_text_is_told(run, ledger):
    assert run("ledger", "check", "--ledger", ledger) == (0, "", "sound\n")
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("UPDATE entries SET quote = 'never said' WHERE row = 1")
        connection.commit()
    code, out, err = run("ledger", "check", "--ledger", ledger)
    assert code == 1
    assert "misquoted" in out
    assert err == "1 fault\n"


def test_two_ledgers_merge_to_the_same_in_either_order(run, tmp_path):
    one, other = made(tmp_path / "one.db", 0, 2, 4, 5), made(tmp_path / "other.db", 1, 3, 4, 6)
    new, back = tmp_path / "new.db", tmp_path / "back.db"
    code, out, _ = run("ledger", "merge", one, other, "--ledger", new)
    assert code == 0
    assert out.splitlines()[1].startswith(f"{other}: 3 versions, 3 codings, ")
    assert run("ledger", "merge", other, one, "--ledger", back)[0] == 0
    assert held(new) == held(back)
    assert run("ledger", "merge", other, "--ledger", new)[1] == f"{other}: all of it was there already\n"


def test_a_backup_is_whole_and_overwrites_nothing(run, ledger, tmp_path):
    copy = tmp_path / "copy.db"
    assert run("ledger", "backup", copy, "--ledger", ledger) == (0, "", f"copied to {copy}\n")
    assert held(copy) == held(ledger)
    code, _, err = run("ledger", "backup", copy, "--ledger", ledger)
    assert (code, "there is such a file already" in err) == (1, True)


def test_a_report_is_taken_back_once(run, ledger):
    assert run("ledger", "retract", "r1", "--on", "1997-03-07", "--ledger", ledger)[:2] == (0, "taken back: r1\n")
    assert run("ledger", "retract", "r1", "--on", "1997-03-07", "--ledger", ledger)[1] == "taken back before: r1\n"
    assert run("ledger", "retract", "r1", "--on", "soon", "--ledger", ledger)[0] == 2


def test_recoding_shows_what_changes_and_keeps_both(run, ledger):
    code, out, err = run("ledger", "recode", "--dry", "--ledger", ledger)
    assert code == 0
    assert "r1: 0 entries the same" in out or "  gone    " in out
    assert "7 versions of reports read again" in err
    assert run("ledger", "recode", "--dry", "--ledger", ledger)[1] == out
    code, out, _ = run("ledger", "recode", "--json", "--ledger", ledger)
    rows = [json.loads(line) for line in out.splitlines()]
    assert {row["before"] for row in rows} == {"hand / 1"}
    assert {row["after"] for row in rows} == {dragoman.reading.coder()}
    counts = json.loads(run("ledger", "info", "--json", "--ledger", ledger)[1])
    assert (counts["codings"], len(counts["coders"])) == (14, 2)
    assert run("ledger", "recode", "--ledger", ledger)[2].startswith("0 versions of reports read again")


def test_upgrade_leaves_a_ledger_of_this_form_as_it_is(run, ledger):
    before = held(ledger)
    assert run("ledger", "upgrade", "--ledger", ledger)[0] == 0
    assert held(ledger) == before


VERBS = (
    ["ledger", "info"],
    ["ledger", "check"],
    ["ledger", "upgrade"],
    ["ledger", "recode"],
    ["ledger", "retract", "r1"],
    ["ledger", "backup", "copy.db"],
    ["judge", "list"],
    ["judge", "export"],
    ["judge", "confirm", "0123456789abcdef"],
    ["brief", "Samoa", "Tonga"],
    ["timeline", "Samoa"],
    ["entry", "0123456789abcdef"],
)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_verb_but_add_and_merge_makes_a_ledger(run, tmp_path, monkeypatch, verb):
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    monkeypatch.chdir(tmp_path)
    code, _, err = run(*verb, "--ledger", "nothing.db")
    assert code == 1
    assert err.startswith("error: [DR951] nothing.db: there is no such ledger.")
    assert list(tmp_path.iterdir()) == []
    code, _, err = run(*verb)
    assert code == 2
    assert "Missing option '--ledger' (env var: 'DRAGOMAN_LEDGER')" in err


def test_a_file_that_is_no_ledger_is_told(run, tmp_path):
    file = stored(tmp_path)
    code, _, err = run("ledger", "info", "--ledger", file)
    assert (code, err.startswith("error: [DR953]")) == (1, True)


def test_the_verbs_work_on_both_kinds_of_ledger(run, where, tmp_path):
    file, copy = stored(tmp_path), tmp_path / "copy.db"
    code, _, err = run("add", file, "--ledger", where)
    assert (code, err.splitlines()[0]) == (0, "added 6 new reports, 1 new version")
    assert run("add", file, "--ledger", where)[2].startswith("added nothing new, 7 already there")
    assert json.loads(run("ledger", "info", "--json", "--ledger", where)[1])["entries"] == 11
    assert run("ledger", "check", "--full", "--ledger", where) == (0, "", "sound\n")
    assert run("ledger", "backup", copy, "--ledger", where)[0] == 0
    questions = (
        ("brief", "Samoa", "Tonga"),
        ("search", "ferry"),
        ("timeline", "Samoa"),
        ("missions",),
        ("actors", "in"),
    )
    for question in questions:
        found = run(*question, "--json", "--ledger", where)
        assert found == run(*question, "--json", "--ledger", copy)
        assert found[0] == 0
    assert run("ledger", "retract", "r1", "--on", "1997-03-07", "--ledger", where)[0] == 0
    assert run("ledger", "merge", copy, "--ledger", where)[1] == f"{copy}: all of it was there already\n"
