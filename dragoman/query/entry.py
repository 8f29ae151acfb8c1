"""An entry's id to all that the ledger holds of it: each coding, what people said of it, and where else it is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import bindparam, or_, select

from dragoman.errors import AskError
from dragoman.ledger import schema
from dragoman.ledger.judgements import Judgement, all_of, in_force
from dragoman.ledger.lines import Line
from dragoman.query.asked import ALWAYS, View
from dragoman.query.citing import Citation, cite
from dragoman.query.claims import Claim, claims
from dragoman.query.clusters import clusters
from dragoman.query.lines import by_id
from dragoman.query.rows import records
from dragoman.query.wire import Shown

SHORTEST: Final = 6  # digits of an id that is cut short


@dataclass(frozen=True, slots=True)
class Coded:
    """One coding of an entry: `layer` says if it is as coded or as a person edited it, `body` is JSON of schema 1.

    `live` is true of the one that views show now, `refused` of one that a person rejected.
    """

    coding: str
    coder: str
    version: str
    known: str
    ends: str | None
    layer: str
    live: bool
    refused: bool
    confidence: float
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of an entry; `in_force` is False once it was undone."""

    id: str
    verb: str
    targets: tuple[str, ...]
    change: dict[str, Any]
    note: str
    author: str
    made: str
    in_force: bool


@dataclass(frozen=True, slots=True)
class Entry(Shown):
    """All that the ledger holds of one entry.

    `citation` is the entry's own and `claim` the fact that it tells, with all other tellings and the reasons why they
    are one; both are None where the view does not show it (rejected, retracted, or not known yet). `read_from` are the
    entries of its report that it was read from, `in_return_for` the standing given in exchange.
    """

    id: str
    family: str
    text: str
    citation: Citation | None
    claim: Claim | None
    codings: tuple[Coded, ...]
    judgements: tuple[Judged, ...]
    read_from: tuple[str, ...]
    in_return_for: str | None


def entry(view: View, id: str) -> Entry:
    """The entry with this id, or with the only id that begins so (six digits at least).

    Raises AskError when the ledger holds none, or several.
    """
    rows = _rows(view, id.strip().lower())
    first = rows[-1]
    lines = by_id(view, (first.id,))
    body = msgspec.json.decode(first.body)
    return Entry(
        id=first.id,
        family=first.family,
        text=first.quote,
        citation=_cited(view, lines),
        claim=_claim(view, lines),
        codings=tuple(_coded(row, {line.row for line in lines}) for row in rows),
        judgements=_judgements(view, first.id),
        read_from=tuple(body.get("from", ())),
        in_return_for=body.get("in_return_for"),
    )


def _rows(view: View, id: str) -> Sequence[Any]:
    """Its rows, the one in force last. What the view may not know yet is left out."""
    end = f"{id}g" if len(id) >= SHORTEST else id  # "g" follows all hexadecimal digits
    found = records(view.connection, _ROWS, {"id": id, "end": end, "known_by": view.known_by or ALWAYS})
    ids = sorted({row.id for row in found})
    if not ids:
        raise AskError("there is no such entry", id, "Ids stand beside each line of a brief or a timeline.")
    if len(ids) > 1:
        raise AskError(f"{len(ids)} entries have ids that begin so", id, f"Name one: {', '.join(ids[:3])}.")
    return sorted(found, key=lambda row: (row.current, row.layer == schema.JUDGED, row.coding, row.layer))


def _cited(view: View, lines: Sequence[Line]) -> Citation | None:
    return next(iter(cite(view, lines).values()), None)


def _claim(view: View, lines: Sequence[Line]) -> Claim | None:
    return next(iter(claims(view, clusters(view, lines), why=True)), None)


def _coded(row: Any, live: set[int]) -> Coded:
    return Coded(
        coding=row.coding,
        coder=row.coder,
        version=row.version,
        known=row.known,
        ends=row.ends,
        layer="judged" if row.layer == schema.JUDGED else "coded",
        live=row.row in live,
        refused=row.judged == "rejected",
        confidence=row.confidence,
        body=msgspec.json.decode(row.body),
    )


def _judgements(view: View, id: str) -> tuple[Judged, ...]:
    """Those that name the entry, in the order in which they were made; undoings show as no longer in force."""
    everything = all_of(view.connection)
    holding = {j.id for j in in_force(everything)}
    return tuple(_judged(j, j.id in holding) for j in everything if j.verb != "undo" and id in j.targets)


def _judged(judgement: Judgement, holds: bool) -> Judged:
    return Judged(
        id=judgement.id,
        verb=judgement.verb,
        targets=judgement.targets,
        change=judgement.change,
        note=judgement.note,
        author=judgement.author,
        made=judgement.made,
        in_force=holds,
    )


_e, _v, _c = schema.entries.c, schema.versions.c, schema.codings.c
_ROWS: Final = (
    select(
        _e.row, _e.id, _e.family, _e.layer, _e.judged, _e.current, _e.known, _e.ends, _e.quote, _e.body, _e.confidence,
        _v.version, _c.coding, _c.coder,
    )
    .select_from(
        schema.entries.join(schema.versions, _v.row == _e.version).join(schema.codings, _c.row == _e.coding)
    )
    .where(
        or_(_e.id == bindparam("id"), _e.id.between(bindparam("id"), bindparam("end"))),
        _e.known <= bindparam("known_by"),
    )
)  # fmt: skip
