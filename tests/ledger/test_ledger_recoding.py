"""Stored reports read again by a newer coder: what changed is told, both codings stay."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from invented import RECALL, clock, closed, mission, recall, recalled
from making import reading
from sqlalchemy import select

from dragoman.ledger import schema
from dragoman.ledger.content import digest_of
from dragoman.ledger.recoding import recode
from dragoman.ledger.store import Store
from dragoman.records import Reading, Report

NEWER = "hand / 2"


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where, clock=clock()) as made:
        made.add(recalled())
        made.add(closed())
        yield made


def newer(report: Report) -> Reading:
    """Reads another type into the recall, finds the envoy's standing, and no longer the embassy's."""
    if report.text != RECALL:
        return reading(report, coder=NEWER)
    again = replace(recall()(report, 0), type="REJECT")
    return reading(report, lambda *_: again, mission("recalled", "ambassador"), coder=NEWER)


def test_what_changed_is_told_and_both_codings_stay(store: Store) -> None:
    told = {
        one.report: {(change.how, *change.columns) for change in one.changes}
        for one in recode(store, newer, coder=NEWER)
    }
    assert told == {
        recalled().report.id: {("changed", "label"), ("new",)},
        closed().report.id: {("gone",)},
    }
    c = schema.codings.c
    with store.reading() as connection:
        kept = sorted(map(tuple, connection.execute(select(c.coder, c.current))))
    assert kept == [("hand / 1", False)] * 2 + [(NEWER, True)] * 2


def test_what_the_coder_has_read_is_not_read_again(store: Store) -> None:
    assert len(list(recode(store, newer, coder=NEWER))) == 2
    assert list(recode(store, newer, coder=NEWER)) == []
    assert [one.changes for one in recode(store, newer, coder=NEWER, again=True)] == [(), ()]


def test_a_dry_run_keeps_nothing(store: Store) -> None:
    with store.reading() as connection:
        before = digest_of(connection)
    assert sum(len(one.changes) for one in recode(store, newer, coder=NEWER, dry=True)) == 3
    with store.reading() as connection:
        assert digest_of(connection) == before


def test_it_can_be_broken_off(store: Store) -> None:
    next(recode(store, newer, coder=NEWER))
    assert len(list(recode(store, newer, coder=NEWER))) == 1
