"""`dragoman dyads A [B]`: events between two actors by month, direction and class, as a table or a chart."""

from datetime import date
from typing import TYPE_CHECKING

import click

from dragoman.cli.ask import How, asked, asking, day_option

if TYPE_CHECKING:
    from dragoman.query.dyads import Dyads


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="[B]", required=False)
@day_option("--since", "Only events of DATE or later, as in 2021-08-17.")
@day_option("--until", "Only events of DATE or before.")
@click.option(
    "--save", type=click.Path(dir_okay=False), metavar="FILE", help="Draw a chart too: .svg, .png, .html or .json."
)
@asking()
def dyads(
    *,
    one: str,
    other: str | None,
    since: date | None,
    until: date | None,
    save: str | None,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Count the events between A and B, or of A and each of its partners, by month, direction and quad class.

    Events are counted, not reports: all tellings of one event are one. Goldstein scores are summed beside them.
    """
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.dyads(one, other, since=since, until=until, known_by=known_by, as_coded=as_coded)
    from dragoman.views.ledger_dyads import page

    how.show(found, page, found.table)
    if save is not None:
        _draw(found, save)


def _draw(found: "Dyads", save: str) -> None:
    """Draws the chart. Raises OutputError where the file has another ending, or the extra `charts` is missing."""
    from dragoman.query import charts

    charts.save(charts.chart(found), save)
    click.echo(f"chart: {save}", err=True)
