"""Drafts of entries -> their rows, and the links of each to the stored entries of other reports that tell the same."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection

from dragoman.ledger import schema
from dragoman.ledger.drafting import EntryDraft, Row
from dragoman.ledger.meeting import KEYS, met, put
from dragoman.ledger.rows import asked_plainly, insert_rows, next_row
from dragoman.ledger.same import same
from dragoman.ledger.steps import Watch
from dragoman.ledger.traits import Traits, unpack


def store_entries(
    connection: Connection, drafts: Sequence[EntryDraft], common: Row, *, report: str, watch: Watch
) -> int:
    """Stores entries with all that belongs to them; returns the number of links to entries of other reports.

    `common` are the columns that all of them share: coding, version, layer, known, ends, current, judged.
    """
    watch("entries")
    first = next_row(connection, schema.entries)
    numbered = list(enumerate(drafts, first))
    insert_rows(connection, schema.entries, ({**common, **d.row, "row": row} for row, d in numbered))
    watch("parties")
    insert_rows(connection, schema.parties, ({**p, "entry": row} for row, d in numbered for p in d.parties))
    watch("pairs")
    insert_rows(connection, schema.pairs, ({**p, "entry": row} for row, d in numbered for p in d.pairs))
    watch("keys")
    found = list(_links(connection, numbered, report))
    put(connection, KEYS, ((key, row) for row, d in numbered for key in d.keys))
    watch("links")
    insert_rows(connection, schema.links, both_ways(found))
    return len(found)


def _links(connection: Connection, numbered: Sequence[tuple[int, EntryDraft]], report: str) -> Iterator[Row]:
    """The links of new entries to the stored ones of other reports that a probe of theirs meets."""
    probed = sorted({probe for _, d in numbered for probe in d.probes})
    under: dict[int, list[int]] = {}
    for key, row in met(connection, KEYS, probed):
        under.setdefault(key, []).append(row)
    others = _traits(connection, sorted({row for rows in under.values() for row in rows}), report)
    for row, d in numbered:
        mine = unpack(d.row["traits"])
        for other in sorted({o for probe in d.probes for o in under.get(probe, ())} & others.keys()):
            link = same(mine, others[other])
            if link:
                told = {"kind": link.kind, "score": link.score, "reason": link.reason}
                yield {"one": row, "other": other, **told}


def _traits(connection: Connection, rows: list[int], report: str) -> dict[int, Traits]:
    """The traits of entries by number, those of the same report left out."""
    return {row: unpack(kept) for row, kept in asked_plainly(connection, _OTHERS, rows, report)} if rows else {}


_OTHERS: Final = (
    'SELECT e."row", e.traits FROM entries e JOIN versions v ON v."row" = e.version'
    ' WHERE e."row" IN ? AND v.report <> ?'
)


def both_ways(found: Iterable[Row]) -> Iterator[Row]:
    """Each row of two numbers, and the same with the two exchanged."""
    for row in found:
        yield row
        yield {**row, "one": row["other"], "other": row["one"]}
