"""`dragoman read`: files, folders or standard input -> readings as JSON lines, as text for people, as a web page."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dragoman.errors import DateError, OutputError

if TYPE_CHECKING:
    from dragoman.records import Reading


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a report (schema 1).")
@click.option("--published", metavar="DATE", help="Date of reports that give none, as in 2021-08-17.")
@click.option("--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Read in so many processes.")
@click.option("--html", type=click.Path(dir_okay=False), metavar="OUT", help="Write a web page of the readings to OUT.")
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to standard output.")
@click.pass_context
def read(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    as_json: bool,
    published: str | None,
    workers: int,
    html: str | None,
    out: str | None,
) -> None:
    """Read reports into statements, events and standings.

    FILE is a text, HTML or JSONL file, a folder of them, or - for standard input. Readings come in the order of the
    input. What cannot be read, or not just as it was given, is told on standard error; the exit code is then 1.
    """
    with _sink(out) as sink:
        bad = _run(files, _day(published), workers, sink, as_json=as_json, html=html, out=out)
    ctx.exit(1 if bad else 0)


def _day(published: str | None) -> date | None:
    """The day of the option. Raises DateError when it is none."""
    from dragoman.reports.dates import published_day

    try:
        return published_day(published)
    except ValueError as error:
        raise DateError(f"{published!r} is no date", "--published", "Write it as in 2021-08-17.") from error


def _run(
    files: tuple[str, ...],
    published: date | None,
    workers: int,
    sink: BinaryIO,
    *,
    as_json: bool,
    html: str | None,
    out: str | None,
) -> bool:
    """Reads, writes and tells; returns whether anything was skipped."""
    from dragoman import reports
    from dragoman.cli.pool import readings
    from dragoman.cli.tally import Tally
    from dragoman.views.html import page

    views = not as_json
    kept: list[Reading] = []
    silent = out is not None or not sys.stdout.isatty() or not (views or as_json)
    with Tally(files, notes=not views, bar=silent) as tally:
        for done in readings(
            reports.load(*files, published=published), workers=workers, keep=views or html is not None
        ):
            tally.add(done)
            if as_json and done.line:
                sink.write(done.line + b"\n")
            if done.reading and views:
                _show(done.reading, sink, colour=out is None and sys.stdout.isatty())
            if done.reading and html is not None:
                kept.append(done.reading)
    if html is not None:
        with _sink(html) as file:
            file.write(page(kept).encode("utf-8", "replace"))
    tally.close()
    if html is not None:
        click.echo(f"page: {Path(html).resolve()}", err=as_json)
    return tally.bad


def _show(reading: "Reading", sink: BinaryIO, *, colour: bool) -> None:
    """Shows a reading to people: with colours on a terminal, else as plain text."""
    from rich.console import Console

    from dragoman.views.terminal import plain, rendered

    if colour:
        console = Console(highlight=False)
        console.print(rendered(reading, console.width))
    else:
        sink.write((plain(reading) + "\n").encode("utf-8", "replace"))


@contextmanager
def _sink(name: str | None) -> Iterator[BinaryIO]:
    """The file `name` opened for bytes, or standard output. Raises OutputError when it cannot be written."""
    if name is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        file = Path(name).open("wb")  # noqa: SIM115 - closed below; only opening it may raise OutputError
    except OSError as error:
        raise OutputError(
            error.strerror or str(error), name, "Name a file in a folder that you may write to."
        ) from error
    with file:
        yield file
