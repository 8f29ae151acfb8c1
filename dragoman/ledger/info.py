"""A store -> what it holds, in numbers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, distinct, func, select

from dragoman.ledger import schema
from dragoman.ledger.store import Store
from dragoman.ledger.tables import form


@dataclass(frozen=True, slots=True)
class Info:
    """Counts of a ledger. `reports` are ids of reports, retracted ones included; entries are those of current codings.

    `copies` and `links` are pairs. `first` and `last` are days of publication; `bytes` is the size of a SQLite file.
    """

    reports: int
    versions: int
    entries: int
    statements: int
    events: int
    standings: int
    actors: int
    codings: int
    coders: tuple[str, ...]
    judgements: int
    retractions: int
    copies: int
    links: int
    first: str | None
    last: str | None
    form: str
    bytes: int | None


def info(store: Store) -> Info:
    """Counts what a ledger holds now; a few seconds for a million entries."""
    with store.reading() as connection:
        return _counted(connection, store.where)


def _counted(connection: Connection, where: str) -> Info:
    v, e = schema.versions.c, schema.entries.c
    here = e.current & (e.layer != schema.JUDGED)
    by_family = connection.execute(select(e.family, func.count()).where(here).group_by(e.family))
    families: dict[str, int] = {row[0]: row[1] for row in by_family}
    reports, versions, first, last = connection.execute(
        select(func.count(distinct(v.report)), func.count(), func.min(v.known), func.max(v.known))
    ).one()
    coders = connection.execute(select(schema.codings.c.coder).distinct().order_by(schema.codings.c.coder))
    return Info(
        reports=reports,
        versions=versions,
        entries=sum(families.values()),
        statements=families.get("statement", 0),
        events=families.get("event", 0),
        standings=families.get("standing", 0),
        actors=connection.execute(select(func.count(distinct(schema.actors.c.id)))).scalar_one(),
        codings=_count(connection, schema.codings),
        coders=tuple(coder for (coder,) in coders),
        judgements=_count(connection, schema.judgements),
        retractions=_count(connection, schema.retractions),
        copies=_count(connection, schema.copies) // 2,
        links=_count(connection, schema.links) // 2,
        first=first,
        last=last,
        form=form(connection) or "",
        bytes=Path(where).stat().st_size if connection.dialect.name == "sqlite" else None,
    )


def _count(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
