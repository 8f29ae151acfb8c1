"""The ledger's tables (SQLAlchemy Core), one schema on SQLite and PostgreSQL.

Days are ISO text, which sorts as days do and can be read in any tool; stamps are ISO text in UTC. Numbers named `row`
are the store's own and no part of the content: content is known by ids that come from it, so that ledgers can be
merged. What is searched stands in the virtual table `words` (FTS5) on SQLite, in a column of `versions` on PostgreSQL.

    report 1 - n version 1 - n coding 1 - n entry     a report as published, each text of it, each reading of that
    entry  n - n entry                                links: told again; computed from the two alone
    judgement                                         what people say of entries, clusters and actors; append-only
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

metadata: Final = MetaData()

ROW: Final = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only for INTEGER


def _row() -> "Column[int]":
    return Column("row", ROW, primary_key=True, autoincrement=True)


def _of(table: str, *, primary: bool = False, name: str | None = None) -> "Column[int]":
    return Column(name or table.rstrip("s"), ROW, ForeignKey(f"{table}.row"), nullable=False, primary_key=primary)


def _where(name: str, *columns: str, where: str) -> Index:
    """An index of those rows alone of which `where` is true; a question must say it too."""
    return Index(name, *columns, sqlite_where=text(where), postgresql_where=text(where))


def _of_standings(name: str, *columns: str) -> Index:
    """An index of the standings among entries; events, twice as many, are asked for by their parties."""
    return _where(name, *columns, where="family = 'standing'")


versions: Final = Table(
    "versions",
    metadata,
    _row(),
    Column("version", Text, nullable=False, unique=True),  # digest of what was published
    Column("report", Text, nullable=False),  # the report's id; its versions share it
    Column("text", Text, nullable=False),
    Column("text_digest", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("updated", Text),
    Column("known", Text, nullable=False),  # publication, else the day of adding
    Column("dated", Boolean, nullable=False),  # whether `known` is publication
    Column("ends", Text),  # the day from which it counts no more: a newer version, or a retraction
    Column("source", Text),
    Column("carrier", Text),
    Column("agency", Text),
    Column("url", Text),
    Column("body", Text, nullable=False),  # the rest of the report, as JSON
    Column("added", Text, nullable=False),
    Index("versions_report", "report"),
    Index("versions_known", "known"),
)

retractions: Final = Table(
    "retractions",
    metadata,
    Column("report", Text, primary_key=True),
    Column("known", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("added", Text, nullable=False),
)

codings: Final = Table(
    "codings",
    metadata,
    _row(),
    Column("coding", Text, nullable=False, unique=True),  # digest of version, coder and what it read
    _of("versions"),
    Column("coder", Text, nullable=False),
    Column("body", Text, nullable=False),  # findings, sentences, roles: the reading without its entries, as JSON
    Column("current", Boolean, nullable=False),  # the last coding of its version
    Column("added", Text, nullable=False),
    Index("codings_version", "version"),
)

CODED, KEPT, JUDGED = 1, 0, 2
"""`layer` of an entry: as coded and overruled by a person; as coded and in force; as a person edited it."""

entries: Final = Table(
    "entries",
    metadata,
    _row(),
    Column("id", Text, nullable=False),
    _of("codings"),
    _of("versions"),
    Column("layer", SmallInteger, nullable=False),
    Column("judged", Text),  # confirmed, edited, rejected
    Column("current", Boolean, nullable=False),
    Column("known", Text, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("ends", Text),
    Column("family", Text, nullable=False),  # statement, event, standing
    Column("label", Text, nullable=False),
    Column("value", Text),
    Column("status", Text),
    Column("day", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("precise", Boolean, nullable=False),
    Column("until", Text),
    Column("source", Text),
    Column("target", Text),
    Column("holder", Text),
    Column("subject", Text),
    Column("according", Text),
    Column("confidence", Float, nullable=False),
    Column("goldstein", Float),
    Column("quad", Text),
    Column("kind", Text),
    Column("place", Text),
    Column("words", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("body", Text, nullable=False),  # the entry as JSON of schema 1
    Column("traits", LargeBinary, nullable=False),  # what the linking weighs (dragoman.ledger.traits)
    Index("entries_id", "id"),
    Index("entries_coding", "coding"),
    Index("entries_version", "version"),
    _of_standings("entries_topic_day", "label", "day"),
    _of_standings("entries_place", "place", "label", "day"),
)

parties: Final = Table(
    "parties",
    metadata,
    Column("entry", ROW, ForeignKey("entries.row"), primary_key=True),
    Column("place", SmallInteger, primary_key=True),  # its number among the entry's parties
    Column("role", Text, nullable=False),  # actor, recipient, speaker, addressee, holder, subject, according, about
    Column("actor", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("day", Text, nullable=False),
    Index("parties_side", "side", "family", "day"),
    _where("parties_actor", "actor", "family", "day", where="actor <> side"),  # a side's own id is found as a side
    sqlite_with_rowid=False,
)

pairs: Final = Table(
    "pairs",
    metadata,
    Column("entry", ROW, ForeignKey("entries.row"), primary_key=True),
    Column("low", Text, primary_key=True),  # the two sides, the smaller first
    Column("high", Text, primary_key=True),
    Column("family", Text, nullable=False),
    Column("day", Text, nullable=False),
    Index("pairs_day", "low", "high", "family", "day"),
    sqlite_with_rowid=False,
)

keys: Final = Table(
    "keys",
    metadata,
    Column("key", BigInteger, primary_key=True),  # a hash of the words of the key
    Column("entry", ROW, ForeignKey("entries.row"), primary_key=True),
    sqlite_with_rowid=False,
)

links: Final = Table(
    "links",
    metadata,
    Column("one", ROW, ForeignKey("entries.row"), primary_key=True),  # kept in both directions
    Column("other", ROW, ForeignKey("entries.row"), primary_key=True),
    Column("kind", Text, nullable=False),  # event, content, words
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)

bands: Final = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True),
    Column("version", ROW, ForeignKey("versions.row"), primary_key=True),
    sqlite_with_rowid=False,
)

fresh: Final = Table(
    "fresh",
    metadata,
    Column("number", SmallInteger, primary_key=True),  # 1: for `bands`, 2: for `keys`
    Column("place", Integer, primary_key=True),
    Column("hashes", LargeBinary, nullable=False),  # pairs of a hash and its row, 8 bytes each, little-endian
    sqlite_with_rowid=False,
)
"""Rows of `bands` and `keys` that wait to be put there (dragoman.ledger.meeting)."""

copies: Final = Table(
    "copies",
    metadata,
    Column("one", ROW, ForeignKey("versions.row"), primary_key=True),  # kept in both directions
    Column("other", ROW, ForeignKey("versions.row"), primary_key=True),
    Column("resemblance", Float, nullable=False),
    Column("containment", Float, nullable=False),
    sqlite_with_rowid=False,
)

actors: Final = Table(
    "actors",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("country", Text, primary_key=True),  # "" for none, as a key has no nulls
    Column("sector", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Index("actors_name", "name"),
)

roles: Final = Table(
    "roles",
    metadata,
    Column("coding", ROW, ForeignKey("codings.row"), primary_key=True),
    Column("place", SmallInteger, primary_key=True),
    Column("actor", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("of", Text),
    Column("country", Text),
    Column("sector", Text),
    Column("on", Text),
    Column("former", Boolean, nullable=False),
    Column("quote", Text, nullable=False),
    Index("roles_actor", "actor"),
    sqlite_with_rowid=False,
)

judgements: Final = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("verb", Text, nullable=False),  # confirm, reject, edit, merge, split, rename, same, undo
    Column("targets", Text, nullable=False),  # ids of entries, an actor or a judgement, as a JSON list
    Column("change", Text, nullable=False),  # what an edit or a renaming sets, as JSON
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made", Text, nullable=False),  # a stamp in UTC
)

targets: Final = Table(
    "targets",
    metadata,
    Column("target", Text, primary_key=True),
    Column("judgement", Text, ForeignKey("judgements.id"), primary_key=True),
)

CONTENT: Final = (
    "versions", "retractions", "codings", "entries", "parties", "pairs", "keys", "links", "bands", "fresh", "copies",
    "actors", "roles", "judgements", "targets",
)  # fmt: skip
"""All tables, parents before children."""
