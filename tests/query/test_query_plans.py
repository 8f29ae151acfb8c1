"""Lines are looked up in an index, whatever they are asked by: a ledger of a million entries is not walked through."""

from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from dragoman.ledger.store import Store
from dragoman.query.lines import _START, Shape, statement

INDEXES = (
    ("pair", "pairs_day (low=? AND high=? AND family=?"),
    ("side", "parties_side (side=? AND family=?"),
    ("actor", "parties_actor (actor=? AND family=?"),
    ("own", "parties_side (side=? AND family=?"),
    ("label", "entries_topic_day (label=?"),
    ("place", "entries_place (place=? AND label=?"),
)


def test_each_way_of_asking_is_here() -> None:
    assert [by for by, _ in INDEXES] == list(_START)


@pytest.mark.parametrize(("by", "index"), INDEXES)
def test_lines_are_found_in_an_index(tmp_path: Path, by: str, index: str) -> None:
    shape = Shape(by, labels=False, values=False, statuses=False, roles=False, actors=0)
    asked = str(statement(shape).compile(dialect=sqlite.dialect()))
    with Store(tmp_path / "x.db") as store, store.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", ("",) * asked.count("?")).all()
    assert any(index in row[3] for row in plan), plan
    assert not any(row[3].startswith("SCAN") for row in plan), plan
