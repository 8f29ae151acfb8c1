"""Lines to Citations: for each its own report, quoted words, and who the report says it has them from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.lines import among
from dragoman.query.members import Member

T = TypeVar("T", bound=Line | Member)


@dataclass(frozen=True, slots=True)
class Citation:
    """One report that says it.

    `entry` and `report` are ids, `version` that of the report's text as published. `publisher`, `carrier` and `agency`
    are three: who published it, the site that carries it, the wire it came from. Days are ISO; `known` is the
    publication, or the day of adding where `dated` is False. `quote` are the report's words at `spans` (offsets in its
    text), pieces joined by " ... ". `according_to` is the name of the actor that the report has it from, None for the
    report itself. `status` and `value` are this entry's own, `judged` what a person said of it (confirmed, edited).
    """

    entry: str
    report: str
    version: str
    title: str | None
    publisher: str | None
    carrier: str | None
    agency: str | None
    url: str | None
    published: str | None
    known: str
    dated: bool
    quote: str
    spans: tuple[tuple[int, int], ...]
    according_to: str | None
    according_id: str | None
    value: str | None
    status: str | None
    confidence: float
    coder: str
    judged: str | None


def cite(view: View, lines: Iterable[Line]) -> dict[int, Citation]:
    """The citation of each line, by its row."""
    by_row = {line.row: line for line in lines}
    names = view.names(sorted({line.according for line in by_row.values() if line.according}))
    return {r.row: _citation(by_row[r.row], r, names) for r in among(view, _CITED, sorted(by_row))}


def _citation(line: Line, row: Any, names: dict[str, str]) -> Citation:
    return Citation(
        entry=line.id,
        report=row.report,
        version=row.version,
        title=row.title,
        publisher=row.source,
        carrier=row.carrier,
        agency=row.agency,
        url=row.url,
        published=row.published,
        known=line.known,
        dated=row.dated,
        quote=row.quote,
        spans=_EVIDENCE.decode(row.body).evidence,
        according_to=names[line.according] if line.according else None,
        according_id=line.according,
        value=line.value,
        status=line.status,
        confidence=line.confidence,
        coder=row.coder,
        judged=line.judged,
    )


def chosen(lines: Sequence[T], most: int | None) -> list[T]:
    """At most `most` lines to cite: the representative, the first published, the last ones; in order of publication.

    One line of each report is taken before a second one of any.
    """
    ordered: list[T] = sorted(lines, key=attrgetter("known", "id"))
    if most is None or len(ordered) <= most:
        return ordered
    ranked: list[T] = [representative(ordered), ordered[0], *reversed(ordered)]
    firsts: dict[int, T] = {}
    for line in ranked:
        if len(firsts) < most:
            firsts.setdefault(line.report, line)
    picked = {line.row: line for line in (*firsts.values(), *ranked)}
    return sorted(islice(picked.values(), most), key=attrgetter("known", "id"))


def representative(lines: Iterable[T]) -> T:
    """The line that stands for all: one that a person spoke for, else the surest, the first known, the smallest id."""
    return min(lines, key=lambda line: (line.judged is None, -line.confidence, line.known, line.id))


class _Evidence(msgspec.Struct):
    evidence: tuple[tuple[int, int], ...]


_EVIDENCE: Final = msgspec.json.Decoder(_Evidence)
_e, _v, _c = schema.entries.c, schema.versions.c, schema.codings.c
_CITED: Final = (
    select(
        _e.row, _e.quote, _e.body, _v.report, _v.version, _v.title, _v.source, _v.carrier, _v.agency, _v.url,
        _v.published, _v.dated, _c.coder,
    )
    .select_from(
        schema.entries.join(schema.versions, _v.row == _e.version).join(schema.codings, _c.row == _e.coding)
    )
    .where(_e.row.in_(bindparam("among", expanding=True)))
)  # fmt: skip
