"""`dragoman actors ...`: a user's own actors added, imported, listed, removed, written out; a name explained.

The files are in actors_store.py, the questions in actors_ask.py and, to a ledger, actors_ledger.py; this one only joins
them under one verb.
"""

import click

from dragoman.cli.actors_ask import listing, who
from dragoman.cli.actors_ledger import told
from dragoman.cli.actors_store import add, export, load, remove, store


@click.group()
@store
def actors() -> None:
    """Add actors of your own, list them, and explain whom a name means.

    Own actors are kept in a CSV file among your settings, or in that of --actors, or of DRAGOMAN_ACTORS in the
    environment. `dragoman read` knows them by name, acronym and surname, with the role of the day, before its own.
    """


for command in (add, load, listing, remove, export, who, told):
    actors.add_command(command)
