"""The number of a version -> all its rows taken out of the ledger, to be stored anew; judgements stay."""

from sqlalchemy import Connection, delete, or_, select, text

from dragoman.ledger import schema
from dragoman.ledger.meeting import INDEXES, settle


def forget(connection: Connection, version: int) -> None:
    """Takes a version of a report out, with its codings, entries and all that links them."""
    entries = select(schema.entries.c.row).where(schema.entries.c.version == version)
    codings = select(schema.codings.c.row).where(schema.codings.c.version == version)
    k, c = schema.links.c, schema.copies.c
    connection.execute(delete(schema.links).where(or_(k.one.in_(entries), k.other.in_(entries))))
    for index in INDEXES:
        settle(connection, index)
    for table in (schema.parties, schema.pairs, schema.keys):
        connection.execute(delete(table).where(table.c.entry.in_(entries)))
    connection.execute(delete(schema.roles).where(schema.roles.c.coding.in_(codings)))
    connection.execute(delete(schema.entries).where(schema.entries.c.version == version))
    connection.execute(delete(schema.codings).where(schema.codings.c.version == version))
    connection.execute(delete(schema.bands).where(schema.bands.c.version == version))
    connection.execute(delete(schema.copies).where(or_(c.one == version, c.other == version)))
    if connection.dialect.name == "sqlite":
        connection.execute(_UNSEARCHED, {"row": version})
    connection.execute(delete(schema.versions).where(schema.versions.c.row == version))


_UNSEARCHED = text(
    "INSERT INTO words (words, rowid, title, text) SELECT 'delete', row, title, text FROM versions WHERE row = :row"
)
