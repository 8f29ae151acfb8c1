"""Rows asked of the driver itself: lists of any length, truths, columns by name; and each from an index."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from border import readings
from sqlalchemy import BindParameter, bindparam, select, text

from dragoman.ledger import schema
from dragoman.query import actors, clusters, members, named, who_stored
from dragoman.query.asked import View
from dragoman.query.ledger import Ledger
from dragoman.query.rows import Statement, _plain, records, rows

ENTRIES = schema.entries.c
AMONG = select(ENTRIES.row, ENTRIES.current).where(ENTRIES.row.in_(bindparam("among", expanding=True)))


@pytest.fixture
def view(where: str) -> Iterator[View]:
    with Ledger(where) as made:
        for one in readings():
            made.add(one)
        with made.view() as seen:
            yield seen


def test_lists_may_have_any_length(view: View) -> None:
    everything = rows(view.connection, AMONG, {"among": list(range(-40_000, 40_000))})
    assert len(everything) == len(rows(view.connection, select(ENTRIES.row), {})) > 20
    assert rows(view.connection, AMONG, {"among": []}) == ()


def test_truths_are_truths_and_columns_have_names(view: View) -> None:
    (row, *_) = rows(view.connection, select(ENTRIES.row).order_by(ENTRIES.row), {})[0]
    ((number, current),) = rows(view.connection, AMONG, {"among": [row]})
    assert (number, current) == (row, True)
    assert isinstance(current, bool)
    (record,) = records(view.connection, AMONG, {"among": [row], "more than it has": 1})
    assert (record.row, record.current) == (row, True)


def test_one_list_may_stand_in_two_places(view: View) -> None:
    sides: BindParameter[str] = bindparam("sides", expanding=True)
    pairs = schema.pairs.c
    found = rows(view.connection, select(pairs.entry).where(pairs.low.in_(sides), pairs.high.in_(sides)), {
        "sides": ["ECU", "PER"]
    })  # fmt: skip
    alike = rows(view.connection, select(pairs.entry).where(pairs.low == "ECU", pairs.high == "PER"), {})
    assert sorted(map(tuple, found)) == sorted(map(tuple, alike))
    assert len(found) > 10


def test_a_question_sees_one_state_of_the_ledger(where: str) -> None:
    first, *rest = readings()
    count = text("SELECT count(*) FROM entries")
    with Ledger(where) as made:
        made.add(first)
        with made.view() as seen:
            before = rows(seen.connection, count, {})
            for one in rest:
                made.add(one)
            assert rows(seen.connection, count, {}) == before


BY_ACTOR = (named._EARLIEST, who_stored._SIDE, *who_stored._ACTS.values(), *who_stored._NAMED_SO, actors._COUNTS)
BY_NUMBER = (members._BY_ROW, members._BY_ID, clusters._LINKS[True], clusters._LATER[True])


@pytest.mark.parametrize("statement", [*BY_ACTOR, *BY_NUMBER])
def test_nothing_is_walked_through(tmp_path: Path, statement: Statement) -> None:
    plain = _plain(statement)
    words = dict.fromkeys(("actor", "id", "side", "pattern"), "")
    given = plain.parameters({"among": [], "known_by": "", "layer": 0, "refused": "", **words})
    with Ledger(tmp_path / "x.db") as made, made.reading() as connection:
        plan = connection.execute(text(f"EXPLAIN QUERY PLAN {plain.text}"), given).all()
    tables = [row[3] for row in plan if row[3].startswith("SCAN") and row[3].split()[1] in schema.metadata.tables]
    assert any("SEARCH" in row[3] for row in plan)
    assert not tables, plan
