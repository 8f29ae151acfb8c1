"""`dragoman pledges [A [B]]`: promises and demands as they stand on a day, open, kept or broken."""

from datetime import date
from typing import Final

import click

from dragoman.cli.ask import How, asked, asking, day_option
from dragoman.cli.ledger_at import WrongUse

WHICH: Final = ("open", "kept", "broken", "withdrawn", "met", "refused")
OF_DEMANDS: Final = frozenset(("met", "refused"))


@click.command()
@click.argument("one", metavar="[A]", required=False)
@click.argument("other", metavar="[B]", required=False)
@click.option("--open", "which", flag_value="open", help="Only those that are not ended.")
@click.option("--kept", "which", flag_value="kept", help="Only promises that were kept.")
@click.option("--broken", "which", flag_value="broken", help="Only promises that were broken.")
@click.option("--withdrawn", "which", flag_value="withdrawn", help="Only those that were taken back.")
@click.option("--met", "which", flag_value="met", help="Only demands that were met.")
@click.option("--refused", "which", flag_value="refused", help="Only demands that were refused.")
@click.option("--demands", is_flag=True, help="Demands, not promises.")
@day_option("--on", "As they stand on DATE; without it, on the last day that the ledger knows of.")
@asking()
def pledges(
    *,
    one: str | None,
    other: str | None,
    which: str | None,
    demands: bool,
    on: date | None,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Show promises between A and B, of A with anybody, or all: where each stands, and how it came to that.

    With --met, --refused or --demands they are demands.
    """
    demands = demands or which in OF_DEMANDS
    if demands and which in ("kept", "broken"):
        raise WrongUse(f"a demand is never {which}; ask for --open, --met, --refused or --withdrawn.")
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.pledges(
            one,
            other,
            on=on,
            which=which or "all",
            topic="demand" if demands else "pledge",
            known_by=known_by,
            as_coded=as_coded,
        )
    from dragoman.views.ledger_lists import pledges as page

    how.show(found, page, found.table)
