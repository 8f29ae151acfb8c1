"""`dragoman recognition --of X`: who recognises a state or government on a day, and who does not."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking, day_option


@click.command()
@click.option("--of", "of", metavar="NAME", required=True, help="The state, government or group that is recognised.")
@day_option("--on", "As it stands on DATE; without it, on the last day that the ledger knows of.")
@click.option("--history", is_flag=True, help="With all that was told of each before and after.")
@asking()
def recognition(
    *,
    of: str,
    on: date | None,
    history: bool,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Show who recognises NAME on a day, who withholds that, and who is undecided."""
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.recognition(of, on=on, history=None if history else 0, known_by=known_by, as_coded=as_coded)
    from dragoman.views.ledger_lists import recognition as page

    how.show(found, page, found.table)
