"""Two ledgers merged in any order are one; backups hold the same; what is damaged is found."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import called_home, clock, closed, recalled, talked
from sqlalchemy import delete, text, update

from dragoman.errors import LedgerError
from dragoman.ledger import schema
from dragoman.ledger.backup import backup
from dragoman.ledger.checking import check
from dragoman.ledger.content import digest_of
from dragoman.ledger.info import info
from dragoman.ledger.judging import judge
from dragoman.ledger.merging import merge
from dragoman.ledger.store import Store
from dragoman.ledger.tables import HEAD
from dragoman.records import Retraction

READINGS = (
    recalled(),
    called_home(),
    closed(),
    talked(),
    recalled(source="Undated", published=None),
    recalled(id="r1"),
    recalled("Niger recalled its ambassador from Chad on Sunday.", id="r1", updated="2010-05-09"),
    recalled(coder="hand / 2"),
)
BACK = Retraction("r1", date(2010, 5, 12), "wrong town")


def digest(store: Store) -> str:
    with store.reading() as connection:
        return digest_of(connection)


@pytest.fixture
def full(where: str) -> Iterator[Store]:
    with Store(where, clock=clock()) as store:
        for reading in READINGS:
            store.add(reading)
        store.retract(BACK)
        judge(store, "edit", [READINGS[0].events[0].id], author="ana", change={"type": "REJECT"})
        yield store


SOME = st.sets(st.integers(0, len(READINGS) - 1))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    left=st.sets(st.integers(0, len(READINGS) - 1)),
    right=st.sets(st.integers(0, len(READINGS) - 1)),
    early=st.booleans(),
)
def test_merging_in_any_order_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, left: set[int], right: set[int], early: bool
) -> None:
    place = tmp_path_factory.mktemp("merge")
    with (
        Store(place / "a.db", clock=clock("2010-06-01T12:00:00")) as a,
        Store(place / "b.db", clock=clock("2010-05-20T12:00:00" if early else "2010-06-03T12:00:00")) as b,
        Store(place / "ab.db", clock=clock("2010-07-01T12:00:00")) as ab,
        Store(place / "ba.db", clock=clock("2010-08-01T12:00:00")) as ba,
    ):
        for store, numbers in ((a, left), (b, right)):
            for number in sorted(numbers):
                store.add(READINGS[number])
        a.retract(BACK)
        if 0 in left:
            judge(a, "reject", [READINGS[0].events[0].id], author="ana")
        if 2 in right:
            judge(b, "edit", [READINGS[2].standings[0].id], author="ben", change={"value": "reduced"})
        for into, first, second in ((ab, a, b), (ba, b, a)):
            merge(into, first)
            merge(into, second)
        merge(a, b)
        assert digest(ab) == digest(ba) == digest(a)
        assert check(ab, full=True) == ()
        before = digest(ab)
        assert merge(ab, ba).versions == 0
        assert digest(ab) == before


def test_a_backup_holds_the_same_and_overwrites_nothing(full: Store, tmp_path: Path) -> None:
    place = backup(full, tmp_path / "copy.db")
    with Store(place, readonly=True) as copy:
        assert digest(copy) == digest(full)
    with pytest.raises(LedgerError, match="such a file already"):
        backup(full, place)
    assert [file.name for file in tmp_path.glob("copy.db*") if file.suffix == ".part"] == []


def test_a_sound_ledger_has_no_findings(full: Store) -> None:
    assert check(full, full=True) == ()


DAMAGES = {
    "misquoted": update(schema.entries).values(quote="Niger kept its ambassador in Chad."),
    "altered": update(schema.versions).values(text=schema.versions.c.text + " It rained."),
    "stale": update(schema.entries).values(ends="2010-01-01"),
    "two-codings": update(schema.codings).values(current=True),
    "one-sided": delete(schema.links).where(schema.links.c.one < schema.links.c.other),
}


@pytest.mark.parametrize("code", DAMAGES)
def test_damage_is_found(full: Store, code: str) -> None:
    with full.writing() as connection:
        connection.execute(DAMAGES[code])
    assert code in {finding.code for finding in check(full)}


def test_columns_that_do_not_follow_from_the_entry_are_found_by_a_full_check(full: Store) -> None:
    with full.writing() as connection:
        connection.execute(update(schema.entries).values(holder="LBR"))
    assert check(full) == ()
    assert {finding.code for finding in check(full, full=True)} == {"altered"}


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    with Store(tmp_path / "x.db", clock=clock()) as store:
        for number in range(40):
            words = f"Niger recalled its ambassador from Chad on Monday, for day {number}."
            store.add(recalled(words, id=f"r{number}"))
        with store.writing() as connection:
            assert connection.execute(text("SELECT count(*) FROM entries")).scalar() == 40
    raw = bytearray((tmp_path / "x.db").read_bytes())
    middle = len(raw) // 2
    raw[middle : middle + 4096] = bytes(4096)
    (tmp_path / "x.db").write_bytes(raw)
    with Store(tmp_path / "x.db", readonly=True) as store:
        try:
            found = check(store)
        except LedgerError as error:
            assert "damaged" in str(error)
        else:
            assert found


def test_info_counts_what_is_in_force(full: Store) -> None:
    told = info(full)
    assert (told.reports, told.versions, told.codings) == (6, 7, 8)
    assert (told.statements, told.events, told.standings, told.entries) == (1, 5, 1, 7)
    assert (told.judgements, told.retractions, told.form) == (1, 1, HEAD)
    assert (told.first, told.last) == ("2010-05-04", "2010-06-01")
