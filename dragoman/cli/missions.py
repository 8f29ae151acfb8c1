"""`dragoman missions`: embassies, consulates and envoys as they stand on a day."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking, day_option


@click.command()
@day_option("--on", "As they stand on DATE; without it, on the last day that the ledger knows of.")
@click.option("--of", "sender", metavar="NAME", help="Only those that NAME sends.")
@click.option("--in", "host", metavar="NAME", help="Only those in the country NAME.")
@click.option("--history", is_flag=True, help="With all that was told of each before and after.")
@asking()
def missions(
    *,
    on: date | None,
    sender: str | None,
    host: str | None,
    history: bool,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Show the embassies, consulates and envoys whose state is known on a day, and who says so."""
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.missions(
            on=on, sender=sender, host=host, history=None if history else 0, known_by=known_by, as_coded=as_coded
        )
    from dragoman.views.ledger_lists import missions as page

    how.show(found, page, found.table)
