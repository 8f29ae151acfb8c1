"""The members of a cluster to the reasons why they are one: the links that hold, and what people said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.clusters import Edge, Telling, judged, kept
from dragoman.query.lines import among


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two entries, given by their ids, tell the same: in words, with the probability (1 where a person says so)."""

    one: str
    other: str
    kind: str  # event, content, words, merged
    score: float
    reason: str


def reasons(view: View, cluster: Sequence[Telling]) -> tuple[Reason, ...]:
    """The links that hold a cluster together, the surest first; those that a person cut are left out."""
    found = {line.row: line for line in cluster}
    told = {(r.one, r.other): r for r in among(view, _REASONS, sorted(found)) if r.other in found}
    alive = kept(view, set(told), found)
    by_links = [Reason(*_ids(found, edge), *told[edge][2:]) for edge in sorted(alive & told.keys())]
    by_people = [Reason(one, other, "merged", 1.0, words) for one, other, words in _told_by_people(view, cluster)]
    return tuple(sorted([*by_people, *by_links], key=lambda r: (-r.score, r.one, r.other)))


def _ids(found: Mapping[int, Telling], edge: Edge) -> tuple[str, str]:
    one, other = sorted(found[row].id for row in edge)
    return one, other


def _told_by_people(view: View, cluster: Sequence[Telling]) -> Iterator[tuple[str, str, str]]:
    ids = {line.id for line in cluster}
    for judgement in judged(view, "merge"):
        mine = sorted(ids.intersection(judgement.targets))
        note = f": {judgement.note}" if judgement.note else ""
        for one, other in pairwise(mine):
            yield one, other, f"merged by {judgement.author}{note}"


_l = schema.links.c
_REASONS: Final = select(_l.one, _l.other, _l.kind, _l.score, _l.reason).where(
    _l.one.in_(bindparam("among", expanding=True)), _l.other > _l.one
)
