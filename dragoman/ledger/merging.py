"""Two stores -> all that the one holds added to the other; in any order, the same ledger comes out.

What is stored is a function of the set of reports, readings, retractions and judgements with their earliest stamps, so
merging is adding, and may be broken off and begun again.
"""

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select, update

from dragoman.ledger import schema
from dragoman.ledger.currency import of_report
from dragoman.ledger.drafting import Draft, draft, redrafted
from dragoman.ledger.forgetting import forget
from dragoman.ledger.judgements import all_of
from dragoman.ledger.judging import keep
from dragoman.ledger.rows import keep_row
from dragoman.ledger.steps import unwatched
from dragoman.ledger.store import Store
from dragoman.ledger.stored import codings_of, reading_of
from dragoman.ledger.writing import Stored, store


@dataclass(frozen=True, slots=True)
class Merged:
    """What came new: versions of reports, codings, entries, retractions, judgements."""

    versions: int = 0
    codings: int = 0
    entries: int = 0
    retractions: int = 0
    judgements: int = 0


def merge(into: Store, other: Store) -> Merged:
    """Adds all of `other` to `into`, one transaction a reading. Raises LedgerError."""
    found = Merged()
    with other.reading() as source:
        for made in (_draft(source, coding) for coding in codings_of(source)):
            stored = _add(into, made)
            found = replace(
                found,
                versions=found.versions + stored.new_version,
                codings=found.codings + stored.new_coding,
                entries=found.entries + stored.entries,
            )
        retractions = [dict(row._mapping) for row in source.execute(select(schema.retractions))]
        judgements = all_of(source)
    with into.writing() as connection:
        new = sum(_retracted(connection, row) for row in retractions)
        told = {judgement.id for judgement in all_of(connection)}
        for judgement in judgements:
            keep(connection, judgement)
        return replace(found, retractions=new, judgements=len({j.id for j in judgements} - told))


def _draft(source: Connection, coding: Any) -> Draft:
    """The draft of a stored coding, with the stamps it has."""
    v = schema.versions.c
    version = source.execute(select(v.added, v.known).where(v.row == coding.version)).one()
    made = draft(reading_of(source, coding), added=version.added)
    return replace(made, coding={**made.coding, "added": coding.added})


def _add(into: Store, made: Draft) -> Stored:
    with into.writing() as connection:
        _earlier_day(connection, made)
        return store(connection, made, unwatched)


def _earlier_day(connection: Connection, made: Draft) -> None:
    """Stores a report without date anew where the other ledger knew it on an earlier day."""
    v = schema.versions.c
    kept = connection.execute(select(schema.versions).where(v.version == made.version["version"])).first()
    if kept is None or kept.dated or kept.known <= made.version["known"]:
        return
    codings = connection.execute(select(schema.codings).where(schema.codings.c.version == kept.row)).all()
    own = [_draft(connection, coding) for coding in codings]
    forget(connection, kept.row)
    for one in own:
        earlier = {name: made.version[name] for name in ("added", "known")}
        store(connection, replace(redrafted(one, earlier["known"]), version={**one.version, **earlier}), unwatched)


def _retracted(connection: Connection, row: dict[str, Any]) -> bool:
    """Keeps a retraction with the earlier of two stamps; whether it was new."""
    r = schema.retractions.c
    new = keep_row(connection, schema.retractions, row)
    here = (r.report == row["report"]) & (r.known == row["known"]) & (r.reason == row["reason"])
    connection.execute(update(schema.retractions).where(here, r.added > row["added"]).values(added=row["added"]))
    of_report(connection, row["report"])
    return new
