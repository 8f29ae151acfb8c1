"""`dragoman judge list` and `export`: what people said of a ledger, for people, as JSON lines, as training data."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.ledger_at import ledger_option, print_json, to_read
from dragoman.cli.output import sink

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.judgements import Judgement


@click.command("list", short_help="Show what was judged, by whom and when.")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a judgement.")
def listing(*, where: str, as_json: bool) -> None:
    """Show what was judged, by whom and when, in its order; what was undone is marked so."""
    from dragoman.ledger.judgements import all_of, in_force

    with to_read(where) as store, store.reading() as connection:
        found = all_of(connection)
    holds = {judgement.id for judgement in in_force(found)}
    undoings = {judgement.id for judgement in found if judgement.verb == "undo"}
    for judgement in found:
        state = judgement.id in holds
        if as_json:
            print_json(_row(judgement) | {"in_force": state})
        else:
            click.echo(_line(judgement, undone=not state and judgement.id not in undoings))
    if not found:
        click.echo("nothing was judged in this ledger", err=True)


def _row(judgement: "Judgement") -> dict[str, Any]:
    return {
        "id": judgement.id,
        "verb": judgement.verb,
        "targets": judgement.targets,
        "change": judgement.change,
        "note": judgement.note,
        "author": judgement.author,
        "made": judgement.made,
    }


def _line(judgement: "Judgement", *, undone: bool) -> str:
    """As in: 0f3a... 2026-11-23 20:31 lena reject 17ab... (not said there) - undone."""
    from dragoman.views.words import one_line

    made = judgement.made[:16].replace("T", " ")
    change = " ".join(f"{field}={_short(value)}" for field, value in judgement.change.items())
    words = " ".join(part for part in (judgement.verb, *judgement.targets, change) if part)
    note = f" ({judgement.note})" if judgement.note else ""
    return one_line(f"{judgement.id} {made} {judgement.author} {words}{note}") + (" - undone" if undone else "")


def _short(value: Any) -> str:
    """A value that an edit sets, as it is typed."""
    if isinstance(value, list):
        return "; ".join(map(_short, value))
    if isinstance(value, dict):
        named = value.get("name")
        return str(named) if named else f"{value.get('start') or ''}..{value.get('end') or ''}"
    return "none" if value is None else str(value)


@click.command(short_help="Write what was judged as training data.")
@ledger_option
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to standard output.")
def export(*, where: str, out: str | None) -> None:
    """Write the judgements in force as training data: one JSON object a line, with the entries and the reports' texts.

    An entry is given as it was coded and as it is judged: the same where it was confirmed, null where it was rejected.
    """
    import msgspec

    count = 0
    with to_read(where) as store, store.reading() as connection, sink(out) as file:
        for row in _examples(connection):
            file.write(msgspec.json.encode(row) + b"\n")
            count += 1
    click.echo(f"{count:,} {'judgement' if count == 1 else 'judgements'} in force", err=True)


def _examples(connection: "Connection") -> Iterator[dict[str, Any]]:
    from dragoman.ledger.judgements import OF_ACTORS, all_of, in_force

    for judgement in in_force(all_of(connection)):
        entries = [] if judgement.verb in OF_ACTORS else [_entry(connection, id) for id in judgement.targets]
        yield _row(judgement) | {"entries": [entry for entry in entries if entry]}


def _entry(connection: "Connection", id: str) -> dict[str, Any] | None:
    """An entry of the newest coding, as coded and as judged, with the text that it was read from."""
    import msgspec
    from sqlalchemy import select

    from dragoman.ledger import schema

    e, c, v = schema.entries.c, schema.codings.c, schema.versions.c
    wanted = (
        select(e.body, e.layer, e.judged, e.family, c.coder, c.row, v.report, v.version, v.published, v.title, v.text)
        .join(schema.codings, c.row == e.coding)
        .join(schema.versions, v.row == e.version)
        .where(e.id == id)
        .order_by(e.current.desc(), c.added.desc(), c.coding.desc(), e.layer)
    )
    found = connection.execute(wanted).all()
    if not found:
        return None
    newest = [row for row in found if row.row == found[0].row]
    coded = next(row for row in newest if row.layer != schema.JUDGED)
    judged = next((row for row in newest if row.layer == schema.JUDGED), coded)
    return {
        "id": id,
        "family": coded.family,
        "coder": coded.coder,
        "report": coded.report,
        "version": coded.version,
        "published": coded.published,
        "title": coded.title,
        "text": coded.text,
        "coded": msgspec.json.decode(coded.body),
        "judged": None if coded.judged == "rejected" else msgspec.json.decode(judged.body),
    }
