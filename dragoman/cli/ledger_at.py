"""What the verbs of the ledger share: the option --ledger, opening one that is there, days, printing as JSON."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from dragoman.errors import DateError, NoLedgerError

if TYPE_CHECKING:
    from dragoman.ledger.store import Store

Command = TypeVar("Command", bound=Callable[..., Any])

VARIABLE: Final = "DRAGOMAN_LEDGER"
ledger_option: Final = click.option(
    "--ledger",
    "where",
    metavar="PATH|URL",
    envvar=VARIABLE,
    required=True,
    show_envvar=True,
    help="The ledger: a file, or postgresql://USER@HOST/DATABASE.",
)


class WrongUse(click.ClickException):
    """An option or argument that cannot be meant; wrong usage."""

    exit_code = 2


def there(where: str) -> None:
    """Raises NoLedgerError where `where` is the path of a file that is not there: to be read or judged, it must be."""
    from dragoman.ledger.opening import is_address

    if not is_address(where) and not Path(where).exists():
        raise NoLedgerError("there is no such ledger", where, "Make one with: dragoman add FILE... --ledger PATH.")


def to_write(where: str) -> "Store":
    """A ledger that is there, opened to write. Raises LedgerError."""
    from dragoman.ledger.store import Store

    there(where)
    return Store(where)


def to_read(where: str) -> "Store":
    """A ledger that is there, opened to read. Raises LedgerError."""
    from dragoman.ledger.store import Store

    return Store(where, readonly=True)


def asked_day(option: str, value: str | None) -> date | None:
    """The day that the words of an `option` name, None for none. Raises WrongUse where they name no day."""
    from dragoman.cli.inputs import day

    try:
        return day(option, value)
    except DateError as error:
        raise WrongUse(str(error)) from error


def print_json(value: object) -> None:
    """Writes one value on one line of JSON, in UTF-8 whatever the locale."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    sys.stdout.flush()
    sys.stdout.buffer.write((line + "\n").encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()
