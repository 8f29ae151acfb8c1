"""Lines to clusters: the connected components over links between live entries, with people's merging and splitting.

A link is computed from two entries alone, so the clusters of a view follow from the entries that it sees, whatever
was added later or in what order. Components are complete, also where a member lies outside of what was asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, Final

import msgspec
from sqlalchemy import bindparam, func, select

from dragoman.ledger import schema
from dragoman.ledger.judgements import OF_CLUSTERS, Judgement
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.lines import by_row
from dragoman.query.members import Member, member, members, members_of
from dragoman.query.rows import AMONG, rows

Edge = tuple[int, int]
Telling = Line | Member
PLANNED: Final = frozenset(("planned", "conditional", "hypothetical"))
NEAR: Final = 3  # days between two reports of one standing: a demand that is made again a month later is another fact


Cluster = tuple[Member, ...]


def clusters(view: View, lines: Sequence[Line]) -> list[Cluster]:
    """The clusters of these lines, each once and complete, in the order of the first of the lines in each.

    The members of a cluster are in the order of publication, then of ids.
    """
    return Clusters(view).of(lines)


class Clusters:
    """The clusters of some lines, then of more, without going to the same entries again.

    From the lines on, links are followed step by step; only those by which two entries may be one fact. `group` has
    the entries that are one with each; of several links that join the same two groups one is enough, unless people
    `cut` or drew any: then `edges` has all, for `kept`.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.found: dict[int, Member] = {}
        self.seen: dict[int, Member | None] = {}  # None: not live
        self.group: dict[int, dict[int, Member]] = {}
        self.edges: list[Edge] = []
        self.cut = _is_cut(view)
        self._new: list[Member] = []

    def of(self, lines: Sequence[Line]) -> list[Cluster]:
        """What `clusters` gives of these lines."""
        for line in lines:
            self._add(member(line), {})
        while self._new:
            last, self._new = self._new, []
            self._step(last)
        order = [line.row for line in lines]
        if self.cut:
            return _components(self.found, kept(self.view, self.edges, self.found), order)
        groups = {id(group): group for group in map(self.group.__getitem__, order)}
        return [_by_publication(group.values()) for group in groups.values()]

    def _step(self, last: Sequence[Member]) -> None:
        met = _links_of(self.view, [one.row for one in last], _LINKS)
        unseen = set(chain.from_iterable(others for _, others in met)).difference(self.seen)
        self.seen.update(dict.fromkeys(unseen))
        self.seen.update((one.row, one) for one in members(self.view, unseen))
        for row, others in met:
            self._meet(self.found[row], others)
        for one in _merged(self.view, last) if self.cut else ():
            self._add(one, {})

    def _meet(self, one: Member, others: Iterable[int]) -> None:
        group, seen, cut = self.group[one.row], self.seen, self.cut
        for row in others:
            if row not in group or cut:
                other = seen[row]
                if other is not None and one.family == other.family and one_fact(one, other):
                    group = self._join(one, other)

    def _add(self, one: Member, group: dict[int, Member]) -> None:
        if one.row not in self.found:
            self.seen[one.row] = self.found[one.row] = group[one.row] = one
            self.group[one.row] = group
            self._new.append(one)

    def _join(self, one: Member, other: Member) -> dict[int, Member]:
        """Joins the groups of two entries, and gives the whole."""
        if self.cut:
            self.edges.append((min(one.row, other.row), max(one.row, other.row)))
        mine = self.group[one.row]
        self._add(other, mine)
        theirs = self.group[other.row]
        if mine is theirs:
            return mine
        small, large = sorted((mine, theirs), key=len)
        large |= small
        self.group.update(dict.fromkeys(small, large))
        return large


def _by_publication(found: Iterable[Member]) -> Cluster:
    return tuple(sorted(found, key=attrgetter("known", "id")))


def whole(view: View, groups: Sequence[Cluster]) -> list[tuple[Line, ...]]:
    """The lines of clusters."""
    lines = {line.row: line for line in by_row(view, (one.row for group in groups for one in group))}
    return [tuple(lines[one.row] for one in group) for group in groups]


def one_fact(one: Telling, other: Telling) -> bool:
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
    """The links among `lines` of one family themselves, with people's merging and splitting; pairs of rows."""
    found = {line.row: line for line in lines}
    linked = _links_of(view, sorted(found), _LATER)
    edges = [(one, other) for one, others in linked for other in others if other in found]
    return sorted(kept(view, edges, found)) if _is_cut(view) else edges


def _links_of(view: View, numbers: Sequence[int], statements: Mapping[bool, Any]) -> list[tuple[int, list[int]]]:
    """Each of the entries that has links, with the entries that these lead to; SQLite gives them as JSON."""
    sqlite = view.connection.dialect.name == "sqlite"
    told = rows(view.connection, statements[sqlite], {AMONG: numbers})
    return [(one, _NUMBERS.decode(others) if sqlite else others) for one, others in told]


_NUMBERS: Final = msgspec.json.Decoder(list[int])


def _is_cut(view: View) -> bool:
    """Whether people split or merged anything."""
    return any(judgement.verb in OF_CLUSTERS for judgement in view.judged)


def judged(view: View, verb: str) -> tuple[Judgement, ...]:
    """The judgements of a verb that are in force."""
    return tuple(j for j in view.judged if j.verb == verb)


def _merged(view: View, given: Sequence[Member]) -> Iterator[Member]:
    """The entries that people joined these to, whatever they are."""
    for judgement in judged(view, "merge"):
        if any(one.id in judgement.targets for one in given):
            yield from members_of(view, judgement.targets)


def kept(view: View, edges: Iterable[Edge], found: Mapping[int, Telling]) -> set[Edge]:
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


def _components(found: Mapping[int, Member], edges: Iterable[Edge], order: Sequence[int]) -> list[Cluster]:
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[int] = set()
    made = []
    for row in order:
        if row not in seen:
            reached = _reached(row, beside)
            seen |= reached
            made.append(_by_publication(found[m] for m in reached))
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
_LINKS: Final = {
    sqlite: select(_l.one, (func.json_group_array if sqlite else func.array_agg)(_l.other)).where(_IN).group_by(_l.one)
    for sqlite in (True, False)
}
_LATER: Final = {sqlite: statement.where(_l.other > _l.one) for sqlite, statement in _LINKS.items()}
