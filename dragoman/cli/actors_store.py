"""`dragoman actors add`, `import`, `remove`, `export`: files -> the store of own actors, and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from dragoman.cli.inputs import actors_in_use
from dragoman.cli.output import sink

if TYPE_CHECKING:
    from dragoman.actors.own_records import Added

Command = TypeVar("Command", bound=Callable[..., Any])
# The formats stand here too, so that --help need not load them; a test holds the two lists together.
FORMATS: Final = ("csv", "petrarch", "cameo", "ftm", "wikidata")


def store(command: Command) -> Command:
    """Gives `command` the option --actors FILE, which need not be there yet."""
    return click.option(
        "--actors",
        type=click.Path(),
        metavar="FILE",
        expose_value=False,
        callback=actors_in_use,
        help="The file of own actors, if not that among your settings.",
    )(command)


def adding(command: Command) -> Command:
    """Gives `command` FILE... and the options of adding."""
    country = click.option(
        "--country", "countries", multiple=True, metavar="CODE", help="Only actors with a role of this country."
    )
    replace = click.option("--replace", is_flag=True, help="Drop what these files gave before and no longer have.")
    files = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(allow_dash=True))
    return store(country(replace(files(command))))


@click.command(short_help="Add actors of tables, dictionaries or entities.")
@adding
@click.pass_context
def add(ctx: click.Context, *, files: tuple[str, ...], countries: tuple[str, ...], replace: bool) -> None:
    """Add the actors of each FILE: a table, a dictionary or entities; its content tells which.

    A table (CSV, tabs or semicolons) needs a header with the column name, and may have id, kind, country, sector,
    title, of, start, end, gender, surname, aliases, acronyms; one row is one role. - is standard input.

    Adding a file twice changes nothing. Rows that cannot be meant are told and skipped; the exit code is then 1.
    """
    ctx.exit(_added(files, None, countries, replace))


@click.command("import", short_help="Add actors of other projects' files.")
@adding
@click.option("--format", "form", type=click.Choice(FORMATS), help="What FILE is; told by its content if not given.")
@click.pass_context
def load(
    ctx: click.Context, *, files: tuple[str, ...], countries: tuple[str, ...], replace: bool, form: str | None
) -> None:
    """Add the actors of other projects' files: petrarch or cameo dictionaries, ftm and wikidata JSON lines.

    Files packed with gzip or bzip2 are read as they are.
    """
    ctx.exit(_added(files, form, countries, replace))


def _added(files: tuple[str, ...], form: str | None, countries: tuple[str, ...], replacing: bool) -> int:
    """Adds, tells what came of it, and gives the exit code."""
    from dragoman.actors import own
    from dragoman.actors.own_cells import BadCell, country
    from dragoman.views.words import one_line

    try:
        codes = [country(code) for code in countries]
    except BadCell as error:
        raise click.UsageError(f"--country: {error}.") from error
    done = own.add(*files, format=form, countries=codes, replacing=replacing)
    for finding in done.findings:
        click.echo(f"{one_line(finding.where)}: {finding.code}: {one_line(finding.message)}", err=True)
    for line in summary(done):
        click.echo(line, err=True)
    return 1 if done.skipped else 0


def summary(done: "Added") -> list[str]:
    """The closing lines: what is new, what was skipped and left out, what a file no longer has."""
    new = f"added {_count(done.actors, 'actor')} ({_count(done.names, 'name')}, {_count(done.roles, 'role')})"
    if not (done.actors or done.names or done.roles or done.removed):
        new = (
            f"nothing new: {_count(done.seen, 'actor')} of these files known already" if done.seen else "added nothing"
        )
    lines = [new + (f", skipped {_count(done.skipped, 'line')}" if done.skipped else "")]
    if done.removed:
        lines.append(f"dropped {_count(done.removed, 'actor')} that the files no longer have")
    lines += [f"left out {left.count:,}: {left.why}" for left in done.left]
    if done.stale:
        lines.append(
            f"kept {_count(done.stale, 'role')} that these files gave before and no longer have; --replace drops"
        )
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


@click.command(short_help="Remove own actors by id or file.")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--file", "files", multiple=True, metavar="NAME", help="All that the file NAME gave.")
@store
@click.pass_context
def remove(ctx: click.Context, *, ids: tuple[str, ...], files: tuple[str, ...]) -> None:
    """Remove own actors by their ids, or all that a file gave. `dragoman actors list --own` shows the ids."""
    from dragoman.actors import own

    if not ids and not files:
        raise click.UsageError("Say what to remove: an ID, or --file NAME.")
    missing = 0
    for key, name in (*(("id", id) for id in ids), *(("file", file) for file in files)):
        gone = own.remove(id=name) if key == "id" else own.remove(file=name)
        told = f"removed {name}" if key == "id" else f"removed what {name} gave: {_count(gone, 'actor')}"
        advice = f"{name}: no own actor has this id; `dragoman actors list --own` shows them"
        other = f"{name}: no own actor comes from a file of this name; `dragoman actors list --own` shows where from"
        click.echo(told if gone else advice if key == "id" else other, err=True)
        missing += not gone
    ctx.exit(1 if missing else 0)


@click.command(short_help="Write all own actors as CSV.")
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE, not to standard output.")
@store
def export(*, out: str | None) -> None:
    """Write all own actors as one CSV file, which `dragoman actors add` reads."""
    from dragoman.actors import own_store

    file = own_store.path()
    rows = own_store.load(file) if file is not None else ()
    with sink(out) as target:
        target.write(own_store.written(rows))
