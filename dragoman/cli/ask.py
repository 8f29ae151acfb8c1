"""What the questions to a ledger share: their options, opening it, the answer for people, as JSON or as CSV."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from dragoman.cli.ledger_at import WrongUse, asked_day, ledger_option, there

if TYPE_CHECKING:
    from dragoman.query.ledger import Ledger
    from dragoman.query.tables import Table
    from dragoman.query.wire import Shown
    from dragoman.views.ledger_page import Page

Answer = TypeVar("Answer", bound="Shown")
Command = TypeVar("Command", bound=Callable[..., Any])


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    return asked_day(param.opts[0], value)


def day_option(name: str, help: str) -> Callable[[Command], Command]:
    """An option that takes a day, given to the command as a date."""
    return click.option(name, metavar="DATE", callback=_day, help=help)


JSON: Final = click.option("--json", "as_json", is_flag=True, help="One JSON object with all citations.")
CSV: Final = click.option("--csv", "as_csv", is_flag=True, help="One line of CSV a row, under a header.")
IDS: Final = click.option("--ids", is_flag=True, help="Below each line, the ids of its entries.")
VIEW: Final = (
    ledger_option,
    day_option("--known-by", "Only what was published by DATE: what could be known then."),
    click.option("--as-coded", is_flag=True, help="Without what people corrected (`dragoman judge`)."),
)


def asking(*, csv: bool = True) -> Callable[[Command], Command]:
    """Gives a command --ledger, --known-by, --as-coded, --json, --ids and, with `csv`, --csv."""

    def given(command: Command) -> Command:
        for option in (IDS, *((CSV,) if csv else ()), JSON, *reversed(VIEW)):
            command = option(command)
        return command

    return given


@dataclass(frozen=True, slots=True)
class How:
    """How an answer is shown: for people, with ids of entries or without, as JSON, or as CSV; in a file, if `out`."""

    as_json: bool = False
    as_csv: bool = False
    ids: bool = False
    out: str | None = None

    def __post_init__(self) -> None:
        if self.as_json and self.as_csv:
            raise WrongUse("--json and --csv cannot both be printed; ask twice.")

    def show(
        self, answer: Answer, page: "Callable[[Answer], Page]", table: "Callable[[], Table] | None" = None
    ) -> None:
        """Writes the answer to standard output: as JSON, as the lines of `table`, or as the `page` made of it."""
        if self.as_json:
            self._write(answer.to_json() + b"\n")
        elif self.as_csv and table is not None:
            self._write(table().to_csv().encode("utf-8", "replace"))
        else:
            self._page(page(answer))

    def _page(self, page: "Page") -> None:
        """Shows a page to people: with colours on a terminal, else as plain text."""
        from dragoman.cli.inputs import on_terminal
        from dragoman.views import ledger_show

        if on_terminal(self.out):
            from rich.console import Console

            ledger_show.show(page, Console(highlight=False), ids=self.ids)
        else:
            self._write(ledger_show.plain(page, ids=self.ids).encode("utf-8", "replace"))

    def _write(self, content: bytes) -> None:
        from dragoman.cli.output import sink

        with sink(self.out) as file:
            file.write(content)


@contextmanager
def asked(where: str) -> "Iterator[Ledger]":
    """The ledger at `where`, opened to ask; it must be there. Raises LedgerError."""
    from dragoman.query.ledger import Ledger

    there(where)
    with Ledger(where, readonly=True) as ledger:
        yield ledger
