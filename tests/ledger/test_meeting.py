"""Hashes are found wherever they stand, and what a ledger holds is the same before and after they are sorted in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import called_home, clock, closed, recalled, talked

from dragoman.ledger import meeting
from dragoman.ledger.content import digest_of, lines
from dragoman.ledger.judging import judge
from dragoman.ledger.meeting import BANDS, INDEXES, KEYS, met, put, settle, waiting
from dragoman.ledger.store import Store

HASHES = st.integers(min_value=-(2**63), max_value=2**63 - 1) | st.integers(min_value=0, max_value=9)
REPORTS = st.lists(st.frozensets(HASHES, max_size=6), max_size=12)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("meeting")


@settings(max_examples=40, deadline=None)
@given(reports=REPORTS, asked=st.lists(HASHES, max_size=8), run=st.integers(min_value=1, max_value=5))
def test_what_is_put_is_met(folder: Path, reports: list[frozenset[int]], asked: list[int], run: int) -> None:
    with pytest.MonkeyPatch.context() as patched, Store(folder / "x.db", clock=clock()) as store:
        patched.setattr(meeting, "RUN", run)
        with store.writing() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")  # rows of no version
            for row, hashes in enumerate(reports, 1):
                put(connection, BANDS, ((hash, row) for hash in hashes))
            expected = sorted((hash, row) for row, hashes in enumerate(reports, 1) for hash in hashes & set(asked))
            assert sorted(met(connection, BANDS, asked)) == expected
            assert met(connection, KEYS, asked) == []
            settle(connection, BANDS)
            assert list(waiting(connection, BANDS)) == []
            assert sorted(met(connection, BANDS, asked)) == expected
            connection.exec_driver_sql("DELETE FROM bands")


def test_numbers_are_plain(where: str) -> None:
    """sqlite3 keeps numpy's numbers as blobs."""
    with Store(where, clock=clock()) as store:
        store.add(recalled())
        with store.writing() as connection:
            found = list(waiting(connection, KEYS))
            assert found
            assert all(type(number) is int for pair in found for number in pair)
            settle(connection, KEYS)
            (kind,) = {type(number) for number in connection.exec_driver_sql("SELECT key FROM keys").scalars()}
            assert kind is int


def test_the_same_is_held_before_and_after_sorting_in(where: str) -> None:
    with Store(where, clock=clock()) as store:
        for one in (recalled(), closed(), talked()):
            store.add(one)
        with store.reading() as connection:
            before, digest = sorted(lines(connection)), digest_of(connection)
        with store.writing() as connection:
            for index in INDEXES:
                settle(connection, index)
        with store.reading() as connection:
            assert sorted(lines(connection)) == before
            assert digest_of(connection) == digest
            assert any(line.startswith(b'["keys"') for line in before)
            assert any(line.startswith(b'["bands"') for line in before)


@pytest.mark.parametrize("run", [1, 2, 128])
def test_runs_of_any_length_give_the_same_ledger(
    where_else: Callable[[], str], monkeypatch: pytest.MonkeyPatch, run: int
) -> None:
    given = (recalled(), called_home(), closed(), talked())
    digests = []
    for length in (128, run):
        monkeypatch.setattr(meeting, "RUN", length)
        with Store(where_else(), clock=clock()) as store:
            linked = [store.add(one).links for one in given]
            entry = given[0].events[0].id
            judge(store, "edit", [entry], author="ana", change={"type": "REJECT"})
            judge(store, "edit", [entry], author="ana", change={"type": "ACCUSE"})
            with store.reading() as connection:
                digests.append((linked, digest_of(connection)))
    assert digests[0] == digests[1]
    assert sum(digests[0][0]) > 0


def test_two_writers_see_what_the_other_put(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each keeps in memory what waits; the other's rows, and its sorting in, are seen all the same."""
    monkeypatch.setattr(meeting, "RUN", 3)
    with Store(where, clock=clock()) as store, Store(where, clock=clock()) as other:
        store.add(recalled())  # the version that all hashes below are of
        for at in range(10):
            for turn, writer in enumerate((store, other)):
                with writer.writing() as connection:
                    put(connection, BANDS, [(100 * at + turn, 1)])
                    seen = met(connection, BANDS, [100 * n + t for n in range(at + 1) for t in (0, 1)])
                expected = [100 * n + t for n in range(at + 1) for t in (0, 1) if (n, t) <= (at, turn)]
                assert sorted(hash for hash, _ in seen) == expected


def test_what_was_rolled_back_is_not_met(where: str) -> None:
    with Store(where, clock=clock()) as store:
        store.add(recalled())
        with pytest.raises(RuntimeError, match="power"), store.writing() as connection:
            put(connection, BANDS, [(7, 1)])
            assert met(connection, BANDS, [7]) == [(7, 1)]
            raise RuntimeError("power cut")
        with store.writing() as connection:
            assert met(connection, BANDS, [7]) == []
            put(connection, BANDS, [(8, 1)])
        with store.reading() as connection:
            assert met(connection, BANDS, [7, 8]) == [(8, 1)]
