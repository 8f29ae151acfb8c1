"""`dragoman actors in WORDS --ledger X`: actors that a ledger tells of, with their roles and who says so."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking


@click.command("in", short_help="Actors that a ledger tells of.")
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many actors.")
@click.option("--roles", is_flag=True, help="With --csv: a line for each role, not for each actor.")
@asking()
def told(
    *,
    words: tuple[str, ...],
    limit: int,
    roles: bool,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Show the actors of a ledger that have WORDS in a name, an id or an office, or are of the country WORDS.

    Without WORDS, all, those first that most entries tell of. Roles are those of the registry and those that reports
    give, with days.
    """
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.actors(" ".join(words), limit=limit, known_by=known_by, as_coded=as_coded)
    from dragoman.views.ledger_actors import page

    how.show(found, page, found.roles if roles else found.table)
