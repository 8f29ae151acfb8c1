"""The second form: hashes wait in `fresh`, bands stand by the days of their reports, indexes hold what is asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STANDINGS = "family = 'standing'"
OTHERS = "actor <> side"

# As dragoman.ledger.writing numbers them: the stretch of 32 days, then 44 bits of the hash. Days are counted from 1 at
# 0001-01-01, as date.toordinal does.
DAY = {
    "sqlite": "CAST(julianday(v.known) - 1721424.5 AS INTEGER)",
    "postgresql": "(v.known::date - DATE '0001-01-01' + 1)::bigint",
}
MOVED = (
    "CREATE TEMPORARY TABLE moved AS SELECT DISTINCT (({day} / 32) << 44) | ((b.band >> 20) & 17592186044415) AS band,"
    " b.version FROM bands b JOIN versions v ON v.row = b.version",
    "DELETE FROM bands",
    "INSERT INTO bands (band, version) SELECT band, version FROM moved",
    "DROP TABLE moved",
)


def upgrade() -> None:
    """Makes `fresh`, numbers the bands anew, and exchanges three indexes for smaller ones."""
    op.create_table(
        "fresh",
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", "place"),
        sqlite_with_rowid=False,
    )
    for statement in MOVED:
        op.execute(statement.format(day=DAY[op.get_context().dialect.name]))
    op.drop_index("entries_label_day", "entries")
    op.drop_index("entries_place", "entries")
    op.drop_index("parties_actor", "parties")
    _index("entries_topic_day", "entries", "label", "day", where=STANDINGS)
    _index("entries_place", "entries", "place", "label", "day", where=STANDINGS)
    _index("parties_actor", "parties", "actor", "family", "day", where=OTHERS)


def _index(name: str, table: str, *columns: str, where: str) -> None:
    op.create_index(name, table, list(columns), sqlite_where=sa.text(where), postgresql_where=sa.text(where))
