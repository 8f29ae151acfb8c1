"""`dragoman ledger ...`: what a ledger holds, whether it is sound, merged, backed up, read anew.

What only looks is in ledger_look.py, what changes a ledger in ledger_change.py; this one joins them under one verb.
"""

import click

from dragoman.cli.ledger_change import merge, recode, retract, upgrade
from dragoman.cli.ledger_look import backup, check, info


@click.group()
def ledger() -> None:
    """Look into a ledger and look after it.

    A ledger is a SQLite file, or a database of PostgreSQL; docs/ledger.md tells what it promises.
    """


for command in (info, check, backup, merge, recode, retract, upgrade):
    ledger.add_command(command)
