"""Numbers of entries to Members: the few columns of them by which tellings of one fact are joined, counted and ranked.

A fact that is told of day after day is a cluster of thousands of entries, of which a handful are shown.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import bindparam, select

from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.lines import LIVE, e
from dragoman.query.rows import AMONG, rows


class Member(NamedTuple):
    """A live entry as a member of a cluster; the fields are those of a Line."""

    row: int
    id: str
    report: int
    family: str
    value: str | None
    status: str | None
    day: str
    known: str
    confidence: float
    judged: str | None


def member(line: Line) -> Member:
    """The same of a line."""
    return Member(*(getattr(line, name) for name in Member._fields))


def members(view: View, numbers: Iterable[int]) -> list[Member]:
    """The live entries among these."""
    return _members(view, list(map(Member._make, rows(view.connection, _BY_ROW, {**view.live, AMONG: list(numbers)}))))


def members_of(view: View, ids: Iterable[str]) -> list[Member]:
    """The live entries of these ids."""
    return _members(
        view, list(map(Member._make, rows(view.connection, _BY_ID, {**view.live, AMONG: sorted(set(ids))})))
    )


def _members(view: View, found: list[Member]) -> list[Member]:
    return [one._replace(judged=None) if one.judged else one for one in found] if view.as_coded else found


_COLUMNS: Final = select(*(e["version" if name == "report" else name] for name in Member._fields)).where(LIVE)
_BY_ROW: Final = _COLUMNS.where(e.row.in_(bindparam(AMONG, expanding=True)))
_BY_ID: Final = _COLUMNS.where(e.id.in_(bindparam(AMONG, expanding=True)))
