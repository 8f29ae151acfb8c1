"""What holds for every test: a developer's own actors and gazetteer stay out; ledgers lie on SQLite and PostgreSQL."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest

# before any test imports the rooms, since both are read once and kept
os.environ["DRAGOMAN_ACTORS"] = ""
os.environ["DRAGOMAN_GAZETTEER"] = str(
    Path(__file__).parent.parent / "dragoman" / "places" / "data" / "gazetteer.sqlite"
)

sys.path.insert(0, str(Path(__file__).parent / "ledger"))  # making.py makes readings for ledgers, queries and verbs

SERVER = "DRAGOMAN_TEST_POSTGRES"
"""Names the address of a server on which the tests may make schemas: postgresql://USER@HOST/DATABASE."""


_numbers = count(1)


@contextmanager
def _schema(server: str) -> Iterator[str]:
    """The address of a schema of its own on the server, dropped afterwards."""
    import psycopg

    name = f"dragoman_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE SCHEMA "{name}"')
        try:
            yield f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{name}"
        finally:
            connection.execute(f'DROP SCHEMA "{name}" CASCADE')


@pytest.fixture(params=("sqlite", "postgres"))
def where_else(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Gives the address of another new ledger each time it is called: on SQLite, and on PostgreSQL."""
    if request.param == "sqlite":
        yield lambda: str(tmp_path / f"relations-{next(_numbers)}.db")
        return
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL server: set {SERVER} to its address, as postgresql://USER@HOST/DATABASE")
    with ExitStack() as schemas:
        yield lambda: schemas.enter_context(_schema(server))


@pytest.fixture
def where(where_else: Callable[[], str]) -> str:
    """The address of a new ledger, on SQLite and on PostgreSQL."""
    return where_else()
