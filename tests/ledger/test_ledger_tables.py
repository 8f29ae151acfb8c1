"""The migrations make the tables that the schema describes, once, and refuse what this version does not know."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from dragoman.errors import SchemaError
from dragoman.ledger import tables
from dragoman.ledger.schema import CONTENT, metadata
from dragoman.ledger.store import Store


def test_migrations_give_the_schema(where: str) -> None:
    with Store(where) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _ours})
        assert compare_metadata(context, metadata) == []


def _ours(thing: object, name: str | None, kind: str, *_: object) -> bool:
    """Without what searching keeps beside the tables."""
    return not (name or "").startswith(("words", "versions_words"))


def test_head_is_the_last_migration() -> None:
    assert ScriptDirectory.from_config(tables._config()).get_current_head() == tables.HEAD


def test_content_names_every_table() -> None:
    assert sorted(CONTENT) == sorted(metadata.tables)


def test_a_newer_form_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "x.db") as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for readonly in (False, True):
        with pytest.raises(SchemaError, match=r"form 9999.*newer Dragoman"):
            Store(tmp_path / "x.db", readonly=readonly)


def test_an_empty_file_is_no_ledger_to_a_reader_and_becomes_one_to_a_writer(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    with pytest.raises(SchemaError, match="holds no ledger yet"):
        Store(tmp_path / "x.db", readonly=True)
    with Store(tmp_path / "x.db"), Store(tmp_path / "x.db", readonly=True):
        pass
