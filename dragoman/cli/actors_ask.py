"""`dragoman actors list` and `who`: what is known of actors, for people and as JSON lines."""

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from dragoman.cli.actors_store import store
from dragoman.cli.inputs import day, on_terminal

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.cli.actors_rows import Row


@click.command("list", short_help="List actors, own and known.")
@click.argument("text", required=False, default="")
@click.option("--own", "only_own", is_flag=True, help="Only your own actors.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line an actor.")
@store
def listing(*, text: str, only_own: bool, as_json: bool) -> None:
    """List the actors whose name or id holds TEXT, or of the country TEXT; without TEXT, your own."""
    from dragoman.actors import own
    from dragoman.cli.actors_rows import rows

    found = rows(text, only_own=only_own or not text)
    if as_json:
        for row in found:
            click.echo(json.dumps(asdict(row), ensure_ascii=False, default=str))
    elif found:
        _show(_table(found), _plain(found))
    file = own.path()
    own_ones = "1 own actor" if len(own.actors()) == 1 else f"{len(own.actors()):,} own actors"
    where = f" in {file}" if file is not None else " (DRAGOMAN_ACTORS is set to nothing)"
    shown = f"{len(found):,} shown; " if text else ""
    hint = "" if own.actors() or text else "; `dragoman actors add FILE.csv` adds some"
    click.echo(f"{shown}{own_ones}{where}{hint}", err=True)


def _table(found: "list[Row]") -> "RenderableType":
    from dragoman.cli.actors_view import table

    return table(found)


def _plain(found: "list[Row]") -> str:
    from dragoman.cli.actors_view import plain_rows

    return plain_rows(found)


@click.command(short_help="Explain whom a name means, and why.")
@click.argument("name")
@click.option("--on", "on", metavar="DATE", help="On this day, as in 2010-05-01; without it, as of the latest roles.")
@click.option("--in-text", "text", default="", metavar="WORDS", help="Also read these words, and tell what was read.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@store
@click.pass_context
def who(ctx: click.Context, *, name: str, on: str | None, text: str, as_json: bool) -> None:
    """Explain whom NAME means: a name, an acronym, a surname, or words such as "Russian foreign minister".

    Shows every actor that NAME may mean with its roles, which of them is meant and why, and where that is written.
    The exit code is 1 where nobody is known.
    """
    from dragoman.actors.explain import explain

    found = explain(name, _on(on), text)
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, default=str))
    else:
        from dragoman.cli.actors_view import plain, rendered

        _show(rendered(found), plain(found))
    ctx.exit(0 if found.candidates or found.read else 1)


def _on(value: str | None) -> date | None:
    return day("--on", value)


def _show(coloured: "RenderableType", text: str) -> None:
    """With colours on a terminal, else as plain text."""
    if on_terminal(None):
        from rich.console import Console

        Console(highlight=False).print(coloured)
    else:
        click.echo(text)
