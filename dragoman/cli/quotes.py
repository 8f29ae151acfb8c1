"""`dragoman quotes`: files, folders, standard input or a ledger -> who said what to whom: for people, JSON, CSV."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import StringIO
from shlex import quote
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, TypeAlias, cast

import click

from dragoman.cli.ask import How
from dragoman.cli.inputs import day, inputs_or_none, on_terminal
from dragoman.cli.output import sink
from dragoman.cli.quotes_ledger import Asked, answer, of_ledger
from dragoman.errors import DateError

if TYPE_CHECKING:
    from dragoman.cli.quotes_wanted import Wanted
    from dragoman.records import Reading, Statement

Showing: TypeAlias = "Callable[[Reading, Sequence[Statement]], bytes]"
Colours: TypeAlias = Literal["auto", "standard", "256", "truecolor", "windows"] | None

FORMS: Final = ("direct", "mixed", "indirect")


class WrongFilter(click.ClickException):
    """A filter that cannot be meant; wrong usage."""

    exit_code = 2


@click.command()
@click.option("--speaker", "speakers", multiple=True, metavar="NAME", help="Only words of NAME, as in Hua or RUS.")
@click.option("--about", multiple=True, metavar="WORDS", help="Only words that hold WORDS or name the actor WORDS.")
@click.option("--form", "forms", multiple=True, type=click.Choice(FORMS), help="Only words said in this form.")
@click.option("--since", metavar="DATE", help="Only words said on DATE or later, as in 2021-08-17.")
@click.option("--until", metavar="DATE", help="Only words said on DATE or before.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a statement.")
@click.option("--csv", "as_csv", is_flag=True, help="One line of CSV a statement, under a header.")
@of_ledger
@inputs_or_none
@click.pass_context
def quotes(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    published: str | None,
    workers: int,
    out: str | None,
    speakers: tuple[str, ...],
    about: tuple[str, ...],
    forms: tuple[str, ...],
    since: str | None,
    until: str | None,
    as_json: bool,
    as_csv: bool,
    asked: Asked,
) -> None:
    """Show who said what to whom, when and where.

    Without FILE, a ledger is asked (--ledger): there it takes one --speaker, whom --about NAME the words are, or both.
    FILE is a text, HTML or JSONL file, a folder of them, or - for standard input. Of several --speaker (--about,
    --form) any will do; different filters must all agree. What cannot be read, or not just as it was given, is told
    on standard error; the exit code is then 1.
    """
    if as_json and as_csv:
        raise WrongFilter("--json and --csv cannot both be printed; ask twice.")
    if asked.wanted(ctx, files):
        days = _day("--since", since), _day("--until", until)
        answer(asked, (speakers, about, forms), days, How(as_json, as_csv, asked.ids, out))
        return
    said = {"--since": since, "--until": until}
    filters = {"--speaker": speakers, "--about": about, "--form": forms}
    filters |= {option: (words,) for option, words in said.items() if words is not None}
    choosing = Choosing(_wanted(speakers, about, forms, since, until), _showing(as_json, as_csv, out))
    known = _day("--published", published)
    with sink(out) as file:
        if as_csv:
            file.write(_header())
        bad = _run(files, known, workers, file, choosing, filters=_written(filters), people=on_terminal(out))
    ctx.exit(1 if bad else 0)


@dataclass(frozen=True, slots=True)
class Choosing:
    """A reading -> the bytes that show its wanted statements, and how many these are; goes to the processes."""

    wanted: "Wanted"
    showing: Showing

    def __call__(self, reading: "Reading") -> tuple[bytes, int]:
        """None of them: no bytes."""
        found = self.wanted.of(reading)
        return (self.showing(reading, found) if found else b""), len(found)


def _wanted(
    speakers: tuple[str, ...], about: tuple[str, ...], forms: tuple[str, ...], since: str | None, until: str | None
) -> "Wanted":
    """The filters of the options. Raises WrongFilter."""
    from dragoman.cli.quotes_wanted import wanted

    try:
        return wanted(
            speakers=speakers, about=about, forms=forms, since=_day("--since", since), until=_day("--until", until)
        )
    except ValueError as error:
        raise WrongFilter(f"{error}.") from error


def _written(filters: Mapping[str, tuple[str, ...]]) -> str:
    """The filters as they are written on a command line."""
    from dragoman.views.words import one_line

    return one_line(" ".join(f"{name} {quote(value)}" for name, values in filters.items() for value in values))


def _day(option: str, value: str | None) -> date | None:
    try:
        return day(option, value)
    except DateError as error:
        raise WrongFilter(str(error)) from error


def _showing(as_json: bool, as_csv: bool, out: str | None) -> Showing:
    """How the statements are shown: as rows, with colours on a terminal, else as plain text."""
    from rich.console import Console

    from dragoman.views import quotes_rows

    if as_json:
        return quotes_rows.json_lines
    if as_csv:
        return quotes_rows.csv_lines
    if on_terminal(out):
        console = Console()
        return partial(_coloured, console.width, cast(Colours, console.color_system))
    return _plain


def _header() -> bytes:
    from dragoman.views.quotes_rows import header

    return header()


def _plain(reading: "Reading", statements: "Sequence[Statement]") -> bytes:
    from dragoman.views.quotes import plain

    return (plain(reading, statements) + "\n").encode("utf-8", "replace")


def _coloured(width: int, colours: Colours, reading: "Reading", statements: "Sequence[Statement]") -> bytes:
    """For a terminal of `width` columns with `colours`, as rich names them."""
    from rich.console import Console

    from dragoman.views.quotes import rendered

    file = StringIO()
    console = Console(file=file, force_terminal=True, color_system=colours, width=width, highlight=False)
    console.print(rendered(reading, statements, width))
    return file.getvalue().encode("utf-8", "replace")


def _run(
    files: tuple[str, ...],
    published: date | None,
    workers: int,
    file: BinaryIO,
    choosing: Choosing,
    *,
    filters: str,
    people: bool,
) -> bool:
    """Reads, writes and tells; returns whether anything was skipped."""
    from dragoman import reports
    from dragoman.cli.pool import read_chunk, readings
    from dragoman.cli.tally import Tally

    task = partial(read_chunk, making=choosing)
    statements = holders = 0
    with Tally(files, notes=True, bar=not people) as tally:
        for done in readings(reports.load(*files, published=published), workers=workers, keep=False, task=task):
            tally.add(done)
            statements += done.shown
            holders += done.shown > 0
            file.write(done.line or b"")
            if people:
                file.flush()  # each report as soon as it is read, after what was told of it
    tally.close()
    click.echo(_summary(statements, holders, filters), err=True)
    return tally.bad


def _summary(statements: int, holders: int, filters: str) -> str:
    """How many statements were shown, or that there are none for the filters, as the user wrote them."""
    if not statements:
        return f"no statement matches {filters}" if filters else "no statement was found"
    some = "1 statement" if statements == 1 else f"{statements:,} statements"
    where = "1 report" if holders == 1 else f"{holders:,} reports"
    return f"{some} in {where}" + (f" for {filters}" if filters else "")
