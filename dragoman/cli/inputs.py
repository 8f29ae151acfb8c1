"""What the verbs that read reports share: their arguments, the days of their options, the bar on the terminal."""

import sys
from collections.abc import Callable
from datetime import date
from typing import Any, Final, TypeVar

import click

from dragoman.errors import DateError

Command = TypeVar("Command", bound=Callable[..., Any])


def actors_in_use(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Makes the file of --actors the one in use until the command ends."""
    if value is not None:
        from dragoman.actors.own_store import using

        ctx.with_resource(using(value))


FILES: Final = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
SOME_FILES: Final = click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(allow_dash=True))
OPTIONS: Final = (
    click.option("--published", metavar="DATE", help="Date of reports that give none, as in 2021-08-17."),
    click.option(
        "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Read in so many processes."
    ),
    click.option(
        "--actors",
        type=click.Path(exists=True, dir_okay=False),
        metavar="FILE",
        expose_value=False,
        callback=actors_in_use,
        help="Use the own actors of FILE, not those of `dragoman actors`.",
    ),
)
OUT: Final = click.option(
    "--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to standard output."
)


def inputs(command: Command) -> Command:
    """Gives `command` the arguments FILE..., --published, --workers, --actors and --out."""
    return sources(OUT(command))


def inputs_or_none(command: Command) -> Command:
    """As `inputs`, but there may be no FILE: then the command asks a ledger."""
    return SOME_FILES(_options(OUT(command)))


def sources(command: Command) -> Command:
    """Gives `command` the arguments FILE..., --published, --workers and --actors."""
    return FILES(_options(command))


def _options(command: Command) -> Command:
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def day(option: str, value: str | None) -> date | None:
    """The day that the words of an `option` name, None for none. Raises DateError when they name no day."""
    from dragoman.reports.dates import published_day

    try:
        return published_day(value)
    except ValueError as error:
        raise DateError(f"{value!r} is no date", option, "Write it as in 2021-08-17.") from error


def on_terminal(out: str | None) -> bool:
    """Whether the results go to a terminal: people see them, so they get colours and no progress bar."""
    return out is None and sys.stdout.isatty()
