"""Errors of SQLite and PostgreSQL -> LedgerErrors that say what was seen, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dragoman.errors import BusyError, DamagedError, FullError, LedgerError, SchemaError

BY_WORDS: Final = (
    ("is full", FullError, "the disk is full: nothing of this report was kept", "Make room, then add it again."),
    ("no space left", FullError, "the disk is full: nothing of this report was kept", "Make room, then add it again."),
    ("locked", BusyError, "others wrote to the ledger for longer than we wait", "Try again when they are done."),
    ("malformed", DamagedError, "the file is damaged", "Restore it from a backup; dragoman ledger check says more."),
    ("not a database", SchemaError, "this file is no SQLite database", "Name another file."),
    ("readonly", LedgerError, "the file cannot be written", "Check its permissions and those of its folder."),
    ("unable to open", LedgerError, "the file cannot be opened", "Check its permissions and those of its folder."),
    ("disk i/o", LedgerError, "the disk failed: nothing of this report was kept", "Check the disk, then add it again."),
    ("connection refused", LedgerError, "no server answers", "Start PostgreSQL, or check host and port."),
    ("could not translate host", LedgerError, "there is no such host", "Check the address."),
    ("password", LedgerError, "the server refuses the user or the password", "Check both."),
    ("does not exist", LedgerError, "the server has no such database or user", "Make it: createdb NAME."),
)
"""Words of a database's message, in lower case -> what we say of it."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Raises a LedgerError in the place of an error of the database or its driver; `where` is the ledger."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise of(error, where) from error


def of(error: Exception, where: str) -> LedgerError:
    """The error to raise for one of the database's own."""
    own = error.orig if isinstance(error, DBAPIError) and error.orig else error
    words = str(own).lower()
    place = where.rsplit("@", maxsplit=1)[-1]  # never a password
    for sign, kind, seen, advice in BY_WORDS:
        if sign in words:
            return kind(seen, place, advice)
    lines = str(own).strip().splitlines() or [type(own).__name__]
    return LedgerError(f"the database failed: {lines[0]}", place, "Nothing of this step was kept; try again.")
