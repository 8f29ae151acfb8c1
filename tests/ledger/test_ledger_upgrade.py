"""A ledger of the first form becomes one of this form, with all that it held."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from alembic import command
from invented import RECALL, called_home, clock, recalled, report
from sqlalchemy import text

from dragoman.errors import SchemaError
from dragoman.ledger import schema, tables
from dragoman.ledger.checking import check
from dragoman.ledger.content import digest_of, lines
from dragoman.ledger.copies import bands
from dragoman.ledger.meeting import INDEXES, settle
from dragoman.ledger.opening import engine
from dragoman.ledger.rows import insert_rows
from dragoman.ledger.store import Store


def first_form(where: str, given: str) -> None:
    """Makes at `where` a ledger of the first form that holds what the ledger at `given` does."""
    with Store(given, readonly=True) as source, source.reading() as old:
        rows = {name: [dict(r) for r in old.execute(schema.metadata.tables[name].select()).mappings()] for name in HELD}
    config = tables._config()
    made = engine(where)
    with made.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for name in HELD:
            insert_rows(connection, schema.metadata.tables[name], rows[name])
        for row in rows["versions"]:
            hashes = [{"band": band, "version": row["row"]} for band in bands(row["text"])]
            insert_rows(connection, schema.bands, hashes)
        if connection.dialect.name == "sqlite":
            connection.execute(text("INSERT INTO words (rowid, title, text) SELECT row, title, text FROM versions"))
    made.dispose()


HELD = ("versions", "codings", "entries", "parties", "pairs", "keys", "links", "copies", "actors", "roles")


def test_the_first_form_is_brought_up(where_else: Callable[[], str]) -> None:
    before, where = where_else(), where_else()
    with Store(before, clock=clock()) as store:
        for one in (recalled(), called_home()):
            store.add(one)
        with store.writing() as connection:
            for index in INDEXES:
                settle(connection, index)
        with store.reading() as connection:
            held, digest = sorted(lines(connection)), digest_of(connection)
    first_form(where, before)
    with pytest.raises(SchemaError, match="older form 0001"):
        Store(where, readonly=True)
    with Store(where) as store:
        with store.reading() as connection:
            assert sorted(lines(connection)) == held
            assert digest_of(connection) == digest
        assert check(store) == ()


def test_copies_are_found_among_what_was_there(where_else: Callable[[], str]) -> None:
    before, where = where_else(), where_else()
    with Store(before, clock=clock()) as store:
        store.add(recalled())
        with store.writing() as connection:
            for index in INDEXES:
                settle(connection, index)
    first_form(where, before)
    again = replace(recalled(), report=report(RECALL, id="copy", source="Another Paper"))
    with Store(where, clock=clock()) as store:
        assert store.add(again).copies == 1
