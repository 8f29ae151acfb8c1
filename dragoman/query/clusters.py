"""Lines to clusters: the connected components over links between live entries, with people's merging and splitting.

A link is computed from two entries alone, so the clusters of a view follow from the entries that it sees, whatever
was added later or in what order. Components are complete, also where a member lies outside of what was asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.ledger.judgements import Judgement
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.lines import among, by_id, by_row

Edge = tuple[int, int]
PLANNED: Final = frozenset(("planned", "conditional", "hypothetical"))
NEAR: Final = 3  # days between two reports of one standing: a demand that is made again a month later is another fact


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two entries, given by their ids, tell the same: in words, with the probability (1 where a person says so)."""

    one: str
    other: str
    kind: str  # event, content, words, merged
    score: float
    reason: str


def clusters(view: View, lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The clusters of these lines, each once and complete, in the order of the first of the lines in each.

    The members of a cluster are in the order of publication, then of ids.
    """
    found = {line.row: line for line in lines}
    edges: set[Edge] = set()
    frontier = sorted(found)
    while frontier:
        met = _linked(view, frontier) | _merged(view, [found[row] for row in frontier])
        new = by_row(view, {row for edge in met for row in edge} - found.keys())
        found.update((line.row, line) for line in new)
        edges |= met
        frontier = [line.row for line in new]
    told = {(a, b) for a, b in edges if a in found and b in found and one_fact(found[a], found[b])}
    return _components(found, _kept(view, told, found), [line.row for line in lines])


def one_fact(one: Line, other: Line) -> bool:
    """Whether linked lines can be one fact: a plan is not what came of it, a pledge made is not the same pledge kept.

    What is told and what is denied stays together, as it is one fact that is in dispute.
    """
    if one.family == "event":
        return (one.status in PLANNED) == (other.status in PLANNED)
    if one.family == "statement":
        return True
    return (one.value, one.status) == (other.value, other.status) and _apart(one.day, other.day) <= NEAR


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def linked_pairs(view: View, lines: Sequence[Line]) -> list[Edge]:
    """The links among `lines` themselves, with people's merging and splitting; pairs of rows, sorted."""
    found = {line.row: line for line in lines}
    edges = {(one, other) for one, other in among(view, _LATER, sorted(found)) if other in found}
    return sorted(_kept(view, edges, found))


def reasons(view: View, cluster: Sequence[Line]) -> tuple[Reason, ...]:
    """The links that hold a cluster together, the surest first; those that a person cut are left out."""
    found = {line.row: line for line in cluster}
    told = {(r.one, r.other): r for r in among(view, _REASONS, sorted(found)) if r.other in found}
    kept = _kept(view, set(told), found)
    by_links = [Reason(*_ids(found, edge), *told[edge][2:]) for edge in sorted(kept & told.keys())]
    by_people = [Reason(one, other, "merged", 1.0, words) for one, other, words in _told_by_people(view, cluster)]
    return tuple(sorted([*by_people, *by_links], key=lambda r: (-r.score, r.one, r.other)))


def _ids(found: dict[int, Line], edge: Edge) -> tuple[str, str]:
    one, other = sorted(found[row].id for row in edge)
    return one, other


def _told_by_people(view: View, cluster: Sequence[Line]) -> Iterator[tuple[str, str, str]]:
    ids = {line.id for line in cluster}
    for judgement in _of(view, "merge"):
        mine = sorted(ids.intersection(judgement.targets))
        note = f": {judgement.note}" if judgement.note else ""
        for one, other in pairwise(mine):
            yield one, other, f"merged by {judgement.author}{note}"


def _linked(view: View, rows: Sequence[int]) -> set[Edge]:
    return {(min(edge), max(edge)) for edge in map(tuple, among(view, _LINKS, rows))}


def _of(view: View, verb: str) -> tuple[Judgement, ...]:
    return tuple(j for j in view.judged if j.verb == verb)


def _merged(view: View, lines: Sequence[Line]) -> set[Edge]:
    """The edges that people drew from these lines to any others."""
    edges: set[Edge] = set()
    for judgement in _of(view, "merge"):
        if any(line.id in judgement.targets for line in lines):
            rows = [line.row for line in by_id(view, judgement.targets)]
            edges.update((min(pair), max(pair)) for pair in pairwise(rows))
    return edges


def _kept(view: View, edges: set[Edge], found: dict[int, Line]) -> set[Edge]:
    """The edges between live lines of one family that nobody cut.

    A split sets its entries apart, together, from all others. Of merging and splitting the later word holds.
    """
    alive = {(a, b) for a, b in edges if a in found and b in found and found[a].family == found[b].family}
    for judgement in view.judged:
        ids = frozenset(judgement.targets)
        if judgement.verb == "split":
            alive = {(a, b) for a, b in alive if (found[a].id in ids) == (found[b].id in ids)}
        elif judgement.verb == "merge":
            rows = sorted((line.id, row) for row, line in found.items() if line.id in ids)
            drawn = ((one[1], other[1]) for one, other in pairwise(rows))
            alive |= {(min(edge), max(edge)) for edge in drawn}
    return alive


def _components(found: dict[int, Line], edges: Iterable[Edge], order: Sequence[int]) -> list[tuple[Line, ...]]:
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[int] = set()
    made = []
    for row in order:
        if row not in seen:
            members = _reached(row, beside)
            seen |= members
            made.append(tuple(sorted((found[m] for m in members), key=lambda line: (line.known, line.id))))
    return made


def _reached(row: int, beside: dict[int, list[int]]) -> set[int]:
    reached, stack = {row}, [row]
    while stack:
        new = [other for other in beside.get(stack.pop(), ()) if other not in reached]
        reached.update(new)
        stack.extend(new)
    return reached


_l = schema.links.c
_IN = _l.one.in_(bindparam("among", expanding=True))
_LINKS: Final = select(_l.one, _l.other).where(_IN)
_LATER: Final = select(_l.one, _l.other).where(_IN, _l.other > _l.one)
_REASONS: Final = select(_l.one, _l.other, _l.kind, _l.score, _l.reason).where(_IN, _l.other > _l.one)
