"""`dragoman brief A B`: where things stand between two actors on a day, and who says so."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking, day_option


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@day_option("--on", "The day asked for, as in 2021-08-17; without it, the last that the ledger knows of.")
@asking(csv=False)
def brief(
    *,
    one: str,
    other: str,
    on: date | None,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    ids: bool,
) -> None:
    """Show where things stand between A and B: by topic, open promises and demands, what is due, last done and said.

    A and B may be named loosely: CHN, China, Beijing, "the Taliban", "Hua Chunying", CHN/MIL; whom a name was taken
    for is said. Every line ends with the numbers of its sources.
    """
    how = How(as_json, ids=ids)
    with asked(where) as ledger:
        found = ledger.brief(one, other, on=on, known_by=known_by, as_coded=as_coded)
    from dragoman.views.ledger_brief import page

    how.show(found, page)
