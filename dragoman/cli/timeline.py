"""`dragoman timeline A [B]`: what happened with one actor, or between two, one line a fact."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking, day_option


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="[B]", required=False)
@day_option("--since", "Only facts of DATE or later, as in 2021-08-17.")
@day_option("--until", "Only facts of DATE or before.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many facts.")
@click.option("--oldest-first", is_flag=True, help="The oldest of them first.")
@click.option("--statements", is_flag=True, help="With who said what.")
@asking()
def timeline(
    *,
    one: str,
    other: str | None,
    since: date | None,
    until: date | None,
    limit: int,
    oldest_first: bool,
    statements: bool,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Show what happened with A, or between A and B: events and standings, the newest first, each fact once.

    A fact that many reports tell is one line, with the number of reports and of independent origins.
    """
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.timeline(
            one,
            other,
            since=since,
            until=until,
            limit=limit,
            oldest_first=oldest_first,
            statements=statements,
            known_by=known_by,
            as_coded=as_coded,
        )
    from dragoman.views.ledger_lists import timeline as page

    how.show(found, page, found.table)
