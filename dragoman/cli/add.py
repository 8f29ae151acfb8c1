"""`dragoman add`: reports or stored readings -> a ledger, one report a transaction; what is told as added stays."""

from datetime import date
from typing import TYPE_CHECKING

import click

from dragoman.cli.inputs import sources
from dragoman.cli.ledger_at import asked_day, ledger_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.cli.add_draft import Drafted
    from dragoman.cli.add_tally import AddTally
    from dragoman.ledger.store import Store


@click.command()
@ledger_option
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
@click.option("--again", is_flag=True, help="Read reports again that this version of Dragoman has read for the ledger.")
@sources
@click.pass_context
def add(
    ctx: click.Context,
    *,
    files: tuple[str, ...],
    where: str,
    published: str | None,
    workers: int,
    codebook: str | None,
    min_confidence: float | None,
    again: bool,
) -> None:
    """Add reports to a ledger.

    FILE is a text, HTML or JSONL file, a folder of them, or - for standard input; a row of JSONL is a report, a stored
    reading (`dragoman read --json --whole`), or takes a report back: {"id": "...", "retracted": "2021-08-17"}. Each
    report is in the ledger wholly or not at all; what is there already stays, so adding twice changes nothing.
    """
    from dragoman.cli.add_tally import AddTally
    from dragoman.ledger.store import Store

    known = asked_day("--published", published)
    with Store(where) as store:
        found = _drafted(files, known, store, workers, codebook=codebook, min_confidence=min_confidence, again=again)
        tally = AddTally(files)
        try:
            with tally:
                for made in found:
                    _add(made, store, tally)
        finally:  # Ctrl-C too: what is counted is in the ledger
            tally.close()
        _holds(store)
    ctx.exit(1 if tally.bad else 0)


def _drafted(
    files: tuple[str, ...],
    published: date | None,
    store: "Store",
    workers: int,
    *,
    codebook: str | None,
    min_confidence: float | None,
    again: bool,
) -> "Iterator[Drafted]":
    from dragoman import reports
    from dragoman.cli.add_draft import drafted, handed
    from dragoman.cli.add_rows import from_any

    given = reports.load_rows(*files, published=published, rows=from_any)
    stamped = handed(given, store, mark=mark_of(codebook), again=again)
    return drafted(stamped, workers=workers, codebook=codebook, min_confidence=min_confidence)


def mark_of(codebook: str | None) -> str:
    """By what a reading's coder names the user's own codebook, "" for none."""
    if codebook is None:
        return ""
    from dragoman.events.custom import load

    return load(codebook).mark


def _add(made: "Drafted", store: "Store", tally: "AddTally") -> None:
    """Stores one draft, or takes one report back, and counts it."""
    if made.retraction is not None:
        tally.taken_back(store.retract(made.retraction))
    elif made.draft is None:
        tally.left(made)
    else:
        tally.stored(made, store.add_draft(made.draft))


def _holds(store: "Store") -> None:
    """Says what the ledger holds now."""
    from dragoman.ledger.info import info
    from dragoman.views.ledger_info import holds

    click.echo(holds(store.where, info(store)), err=True)
