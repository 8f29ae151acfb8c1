"""docs/asking_tables.md names every column of every table, with its kind and meaning."""

from pathlib import Path

import pytest

from dragoman.query.actors import ACTORS, ROLES
from dragoman.query.asks import Asks
from dragoman.query.dyads import DYADS
from dragoman.query.facts_tables import CITATIONS
from dragoman.query.matters_tables import HISTORY, MATTERS
from dragoman.query.pledges import PLEDGES
from dragoman.query.quotes import QUOTES
from dragoman.query.recognition import RECOGNITION
from dragoman.query.search import SEARCH
from dragoman.query.tables import Schema
from dragoman.query.timeline import TIMELINE

PAGE = (Path(__file__).parents[2] / "docs" / "asking_tables.md").read_text(encoding="utf-8")
TABLES = (
    TIMELINE, CITATIONS, QUOTES, MATTERS, HISTORY, PLEDGES, RECOGNITION, DYADS, SEARCH, ACTORS, ROLES,
)  # fmt: skip
HEAD = "| column | kind | what |\n| --- | --- | --- |\n"


@pytest.mark.parametrize("schema", TABLES, ids=lambda schema: schema.name)
def test_each_table_is_documented_column_by_column(schema: Schema) -> None:
    lines = "".join(f"| `{c.name}` | {c.kind} | {c.means} |\n" for c in schema.columns)
    assert f"{HEAD}{lines}" in PAGE


def test_the_page_has_no_other_tables() -> None:
    assert PAGE.count(HEAD) == len(TABLES)
    assert all(len(set(names)) == len(names) for names in ([c.name for c in t.columns] for t in TABLES))


def test_each_question_is_on_the_page() -> None:
    asked = [name for name in vars(Asks) if not name.startswith("_") and name != "view"]
    assert len(asked) == 8
    assert all(f"ledger.{name}(" in PAGE for name in asked)
