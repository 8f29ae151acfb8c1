"""A full disk, a failing write, a writer that waits too long: a clear error, no report in part, and adding goes on."""

import sqlite3
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlalchemy import func, select

from benchmarks import ledger_failures, ledger_made
from dragoman.errors import BusyError, FullError
from dragoman.ledger import opening, schema


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> ledger_failures.Trial:
    return ledger_failures.prepared(tmp_path_factory.mktemp("prepared"), 12)


@pytest.mark.parametrize("first", range(1, 101, 20))
def test_a_write_fails(trial: ledger_failures.Trial, tmp_path: Path, first: int) -> None:
    """Writes 1 to 100: after each the ledger is what whole reports leave; every tenth is checked and gone on with."""
    for number in range(first, first + 20):
        error = ledger_failures.at_write(trial, tmp_path, number, thorough=number % 10 == 0)
        assert "the disk failed: nothing of this report was kept" in str(error)


def test_disk_full(trial: ledger_failures.Trial, tmp_path: Path) -> None:
    error = ledger_failures.full(trial, tmp_path)
    assert isinstance(error, FullError)
    assert "the disk is full: nothing of this report was kept" in str(error)
    assert "Make room" in str(error)


def test_file_may_not_grow(trial: ledger_failures.Trial, tmp_path: Path) -> None:
    assert "nothing of this report was kept" in ledger_failures.limited(trial, tmp_path)


def test_another_writes_for_too_long(
    trial: ledger_failures.Trial, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "held.db")
    ledger_made.fill(path, trial.given[:2])
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    try:
        with ledger_made.store(path) as ledger:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(BusyError, match="others wrote to the ledger for longer than we wait"):
                ledger_made.put(ledger, trial.given[2])
            other.execute("ROLLBACK")
            ledger_made.put(ledger, trial.given[2])
    finally:
        other.close()
    assert ledger_made.sound(path)


def test_a_reader_during_a_write_sees_whole_reports(trial: ledger_failures.Trial, tmp_path: Path) -> None:
    path = str(tmp_path / "read.db")
    ledger_made.fill(path, trial.given[:2])
    seen: list[tuple[str, tuple[int, ...]]] = []
    counted = [select(func.count()).select_from(table) for table in (schema.versions, schema.entries)]

    def watch(step: str) -> None:
        with ledger_made.store(path, readonly=True) as reader, reader.reading() as connection:
            seen.append((step, tuple(connection.execute(query).scalar_one() for query in counted)))

    watch("before")
    ledger_made.fill(path, trial.given[2:3], watch)
    watch("after")
    (before,) = {counts for step, counts in seen if step != "after"}
    after = seen[-1][1]
    assert after[0] == before[0] + 1
    assert after[1] > before[1]
