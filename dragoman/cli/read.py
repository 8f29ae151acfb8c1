"""`dragoman read`: files, folders or standard input -> readings as JSON lines, as text for people, as a web page."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from dragoman.cli.inputs import day, inputs, on_terminal
from dragoman.cli.output import sink

if TYPE_CHECKING:
    from dragoman.cli.pool import Task
    from dragoman.records import Reading


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a report (schema 1).")
@click.option("--whole", is_flag=True, help="With --json: with the texts, as `dragoman add` takes stored readings.")
@click.option("--html", type=click.Path(dir_okay=False), metavar="OUT", help="Write a web page of the readings to OUT.")
@click.option(
    "--codebook",
    type=click.Path(dir_okay=False, exists=True),
    metavar="FILE",
    help="Code events by your own codebook (YAML), not by PLOVER's types.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    metavar="P",
    help="Leave out events that are less likely right than P; 0 gives all. By default those that lower the F1.",
)
@inputs
@click.pass_context
def read(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    as_json: bool,
    whole: bool,
    published: str | None,
    workers: int,
    html: str | None,
    out: str | None,
    codebook: str | None,
    min_confidence: float | None,
) -> None:
    """Read reports into statements, events and standings.

    FILE is a text, HTML or JSONL file, a folder of them, or - for standard input. Readings come in the order of the
    input. What cannot be read, or not just as it was given, is told on standard error; the exit code is then 1.
    """
    from dragoman.cli import pool

    if whole and not as_json:
        raise click.UsageError("--whole is for --json: the texts stand in the other views as it is.")
    known = day("--published", published)
    with sink(out) as file:
        making = pool.whole if whole else pool.line
        task = partial(pool.read_chunk, making=making, codebook=codebook, min_confidence=min_confidence)
        bad = _run(files, known, workers, file, as_json=as_json, html=html, out=out, task=task)
    ctx.exit(1 if bad else 0)


def _run(
    files: tuple[str, ...],
    published: date | None,
    workers: int,
    file: BinaryIO,
    *,
    as_json: bool,
    html: str | None,
    out: str | None,
    task: "Task",
) -> bool:
    """Reads, writes and tells; returns whether anything was skipped."""
    from dragoman import reports
    from dragoman.cli.pool import readings
    from dragoman.cli.tally import Tally
    from dragoman.views.html import page

    views = not as_json
    kept: list[Reading] = []
    colour = on_terminal(out)
    with Tally(files, notes=not views, bar=not colour) as tally:
        for done in readings(
            reports.load(*files, published=published), workers=workers, keep=views or html is not None, task=task
        ):
            tally.add(done)
            if as_json and done.line:
                file.write(done.line + b"\n")
            if done.reading and views:
                _show(done.reading, file, colour=colour)
            if done.reading and html is not None:
                kept.append(done.reading)
    if html is not None:
        with sink(html) as leaf:
            leaf.write(page(kept).encode("utf-8", "replace"))
    tally.close()
    if html is not None:
        click.echo(f"page: {Path(html).resolve()}", err=as_json)
    return tally.bad


def _show(reading: "Reading", file: BinaryIO, *, colour: bool) -> None:
    """Shows a reading to people: with colours on a terminal, else as plain text."""
    from rich.console import Console

    from dragoman.views.terminal import plain, rendered

    if colour:
        console = Console(highlight=False)
        console.print(rendered(reading, console.width))
    else:
        file.write((plain(reading) + "\n").encode("utf-8", "replace"))
