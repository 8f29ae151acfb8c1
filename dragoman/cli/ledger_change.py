"""`dragoman ledger merge`, `recode`, `retract` and `upgrade`: a ledger's content changed as a whole."""

from functools import partial
from typing import TYPE_CHECKING

import click

from dragoman.cli.ledger_at import asked_day, ledger_option, print_json, there, to_read, to_write

if TYPE_CHECKING:
    from dragoman.ledger.merging import Merged
    from dragoman.ledger.recoding import Recoded
    from dragoman.records import Reading, Report


@click.command(short_help="Add all of other ledgers to one.")
@click.argument("others", nargs=-1, required=True, metavar="OTHER...")
@ledger_option
def merge(*, others: tuple[str, ...], where: str) -> None:
    """Add all that the ledgers OTHER... hold to the one of --ledger, which is made if it is not there.

    In whichever order ledgers are merged, the same comes out. The others stay as they are.
    """
    from dragoman.ledger.merging import merge as merged
    from dragoman.ledger.store import Store

    for other in others:
        there(other)
    with Store(where) as into:
        for other in others:
            with to_read(other) as store:
                found = merged(into, store)
            click.echo(f"{other}: {_merged(found)}")


def _merged(found: "Merged") -> str:
    from dataclasses import asdict

    from dragoman.views.ledger_info import some

    counts = [
        some(count, noun[:-1] if noun != "entries" else "entry") for noun, count in asdict(found).items() if count
    ]
    return f"{', '.join(counts)} came new" if counts else "all of it was there already"


@click.command(short_help="Read stored reports again.")
@ledger_option
@click.option(
    "--codebook",
    type=click.Path(dir_okay=False, exists=True),
    metavar="FILE",
    help="Code events by your own codebook (YAML), not by PLOVER's types.",
)
@click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="P", help="As for `dragoman read`.")
@click.option("--dry", is_flag=True, help="Only show what would change.")
@click.option("--again", is_flag=True, help="Read reports again that this version of Dragoman has read.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a report.")
def recode(
    *, where: str, codebook: str | None, min_confidence: float | None, dry: bool, again: bool, as_json: bool
) -> None:
    """Read the stored reports again with this version of Dragoman, and show what changes.

    Both codings are kept; the new one is in force from then on, and judgements of entries stay with them. It may be
    broken off, and begun again.
    """
    from dataclasses import asdict

    from dragoman.cli.add import mark_of
    from dragoman.ledger.recoding import recode as recoded
    from dragoman.reading import coder

    count = differing = 0
    read = partial(_read, codebook, min_confidence)
    with to_write(where) as store:
        for found in recoded(store, read, coder=coder(mark_of(codebook)), dry=dry, again=again):
            count += 1
            differing += bool(found.changes)
            if as_json:
                print_json(asdict(found))
            else:
                _tell(found)
    click.echo(f"{count:,} versions of reports read again, {differing:,} read differently", err=True)


def _tell(found: "Recoded") -> None:
    """What changed in one report, a line an entry; nothing where nothing did."""
    if not found.changes:
        return
    from dragoman.views.words import one_line

    click.echo(f"{one_line(found.report)}: {found.same} entries the same, {len(found.changes)} not")
    for change in found.changes:
        words = " | now ".join(part for part in (change.before, change.after) if part)
        columns = f" ({', '.join(change.columns)})" if change.columns else ""
        click.echo(f"  {change.how:<7} {change.id}  {one_line(words)}{columns}")


def _read(codebook: str | None, min_confidence: float | None, report: "Report") -> "Reading":
    from dragoman.reading import read_report

    return read_report(report, codebook=codebook, min_confidence=min_confidence)


@click.command(short_help="Mark a report as taken back by its publisher.")
@click.argument("report")
@ledger_option
@click.option("--on", metavar="DATE", help="The day on which it was taken back; without it, today.")
@click.option("--reason", default="", metavar="WORDS", help="Why, in the publisher's words.")
def retract(*, report: str, where: str, on: str | None, reason: str) -> None:
    """Mark the report of the id REPORT as taken back: from that day on it counts no more in any answer.

    The report stays readable, and answers about what was known before that day still have it.
    """
    from dragoman.records import Retraction

    known = asked_day("--on", on)
    with to_write(where) as store:
        new = store.retract(Retraction(report, known, reason))
    click.echo(f"taken back: {report}" if new else f"taken back before: {report}")


@click.command(short_help="Bring a ledger to this version's form.")
@ledger_option
def upgrade(*, where: str) -> None:
    """Bring the ledger's tables to the form of this version of Dragoman; readers never change them."""
    from dragoman.ledger.tables import HEAD

    to_write(where).close()
    click.echo(f"the ledger has the form {HEAD}, that of this version")
