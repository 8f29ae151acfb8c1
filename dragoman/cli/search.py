"""`dragoman search WORDS...`: reports of a ledger by their words, each with the entries read there."""

from datetime import date

import click

from dragoman.cli.ask import How, asked, asking


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many reports.")
@asking()
def search(
    *,
    words: tuple[str, ...],
    limit: int,
    where: str,
    known_by: date | None,
    as_coded: bool,
    as_json: bool,
    as_csv: bool,
    ids: bool,
) -> None:
    """Find the reports that hold all WORDS, in any inflected form; '"words in quotation marks"' one after the other.

    After -- a -WORD leaves reports out, as in: dragoman search -- embassy -Kabul.
    """
    how = How(as_json, as_csv, ids)
    with asked(where) as ledger:
        found = ledger.search(" ".join(words), limit=limit, known_by=known_by, as_coded=as_coded)
    from dragoman.views.ledger_search import page

    how.show(found, page, found.table)
