"""`dragoman entry ID`: the whole story of one entry of a ledger."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking


@click.command()
@click.argument("id")
@asking(csv=False)
def entry(*, id: str, where: str, known_by: date | None, as_coded: bool, as_json: bool, ids: bool) -> None:
    """Show all that the ledger holds of the entry ID: the fact it tells, its codings, what people said of it.

    ID is an entry's id, as --ids and --json give it, or its first six digits or more.
    """
    how = How(as_json, ids=ids)
    with asked(where) as ledger:
        found = ledger.entry(id, known_by=known_by, as_coded=as_coded)
    from dragoman.views.ledger_entry import page

    how.show(found, page)
