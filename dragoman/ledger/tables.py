"""A connection in a write transaction -> the ledger's tables, made or brought to this version's form; or a refusal."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, text

from dragoman.errors import SchemaError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD: Final = "0002"  # the last of migrations/versions; a test holds them together
_STAMP: Final = "alembic_version"


def form(connection: Connection) -> str | None:
    """The number of the last migration that the database went through; None where it is empty.

    Raises SchemaError when there are tables in it, but not a ledger's.
    """
    names = inspect(connection).get_table_names()
    if _STAMP in names:
        return connection.execute(text(f"SELECT version_num FROM {_STAMP}")).scalar()
    if names:
        raise SchemaError(
            f"this database is no ledger: it holds {', '.join(sorted(names)[:3])}", "", "Name another file or database."
        )
    return None


def made(connection: Connection) -> None:
    """Makes the tables, or brings older ones to this version's form; nothing where they are so.

    Raises SchemaError for a newer form than this version knows.
    """
    now = form(connection)
    if now == HEAD:
        return
    _known(now)
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def checked(connection: Connection) -> None:
    """Raises SchemaError where the tables are not of this version's form: a reader changes nothing."""
    now = form(connection)
    if now is None:
        raise SchemaError("this database holds no ledger yet", "", "Add reports to it: dragoman add FILE... --ledger.")
    _known(now)
    if now != HEAD:
        raise SchemaError(
            f"the ledger has the older form {now}", "", "Run dragoman ledger upgrade to bring it up to this version."
        )


def _known(now: str | None) -> None:
    if now is not None and now > HEAD:
        raise SchemaError(
            f"the ledger has the form {now}, this version of Dragoman knows {HEAD}", "", "Install a newer Dragoman."
        )


@cache
def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("dragoman.ledger").joinpath("migrations")))
    return config
