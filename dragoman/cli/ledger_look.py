"""`dragoman ledger info`, `check` and `backup`: what a ledger holds, whether it is sound, a copy of it."""

import click

from dragoman.cli.ledger_at import ledger_option, print_json, to_read


@click.command(short_help="Count what a ledger holds.")
@ledger_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object with integer counts.")
def info(*, where: str, as_json: bool) -> None:
    """Count what the ledger holds: reports, versions, entries of the codings in force, actors, judgements ..."""
    from dataclasses import asdict

    from dragoman.ledger.info import info as counted

    with to_read(where) as store:
        found = counted(store)
    if as_json:
        print_json(asdict(found))
        return
    from dragoman.views.ledger_info import lines

    for line in lines(store.where, found):
        click.echo(line)


@click.command(short_help="Check that a ledger is sound.")
@ledger_option
@click.option("--full", is_flag=True, help="Also make every row anew and compare: as long as adding took.")
def check(*, where: str, full: bool) -> int:
    """Check that the ledger is sound: every quoted text equals its slice of the report, nothing refers to nothing.

    What is wrong is told line by line, and makes the exit code 1.
    """
    from dragoman.ledger.checking import check as checked
    from dragoman.views.ledger_info import some
    from dragoman.views.words import one_line

    with to_read(where) as store:
        found = checked(store, full=full)
    for finding in found:
        click.echo(one_line(f"{finding.where}: {finding.code}: {finding.message}"))
    click.echo(some(len(found), "fault") if found else "sound", err=True)
    return 1 if found else 0


@click.command(short_help="Copy a ledger to a file.")
@click.argument("out", type=click.Path(dir_okay=False), metavar="OUT")
@ledger_option
def backup(*, out: str, where: str) -> None:
    """Copy the ledger, as it stands now, to the new SQLite file OUT, while others go on adding to it."""
    from dragoman.ledger.backup import backup as copied

    with to_read(where) as store:
        copied(store, out)
    click.echo(f"copied to {out}", err=True)
