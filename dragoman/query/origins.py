"""Report versions to their origins: reports that copy one another, or come from one agency or publisher, are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.rows import AMONG, rows


class Origin(NamedTuple):
    """Where a version of a report comes from: row of the version, id of its report, agency and publisher."""

    row: int
    report: str
    agency: str | None
    source: str | None


class Origins:
    """Counts the reports and the independent origins of some groups of versions, which it is given at once."""

    def __init__(self, view: View, groups: Iterable[Iterable[int]]) -> None:
        several = (group for group in map(frozenset, groups) if len(group) > 1)
        numbers = sorted(set().union(*several))
        told = [Origin._make(row) for row in rows(view.connection, _ORIGINS, {AMONG: numbers})]
        self._report: Mapping[int, str] = {one.row: one.report for one in told}
        self._node: Mapping[int, Node] = {one.row: _node(one) for one in told}
        self._copies: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in rows(view.connection, _COPIES, {AMONG: numbers}):
            self._copies[one].append(other)

    def reports(self, versions: Iterable[int]) -> int:
        """How many reports these versions are."""
        found = set(versions)
        return len({self._report[row] for row in found}) if len(found) > 1 else len(found)

    def independent(self, versions: Iterable[int]) -> int:
        """How many independent origins they have."""
        found = set(versions)
        if len(found) < 2:
            return len(found)
        node, copied = self._node, found.intersection(self._copies)
        copies = {(node[one], node[other]) for one in copied for other in self._copies[one] if other in found}
        return len(set(_tops({node[row] for row in found}, copies).values()))


def together(found: Sequence[Origin], copies: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The connected components of versions over `copies` and the hands they come from, as their numbers, sorted.

    Reports are of one hand that have one agency, or one publisher unless each names another agency: a paper that prints
    Reuters on one page and AFP on the next has two origins; an agency's own site is the agency. A report that names
    neither is apart from all others. `copies` of versions that are not among those found are passed over.
    """
    node = {one.row: _node(one) for one in found}
    tops = _tops(set(node.values()), {(node[one], node[two]) for one, two in copies if one in node and two in node})
    groups: dict[Node, list[int]] = {}
    for row, own in node.items():
        groups.setdefault(tops[own], []).append(row)
    return tuple(map(tuple, groups.values()))


Hand: TypeAlias = tuple[str | None, str | None]  # agency and publisher
Node: TypeAlias = int | str | Hand  # a version that names neither, a name, or all versions of one hand


def _node(one: Origin) -> Node:
    return (one.agency, one.source) if one.agency or one.source else one.row


def _tops(nodes: Set[Node], copies: Set[tuple[Node, Node]]) -> dict[Node, Node]:
    """Each node with the one that stands for all that copies or hands join to it."""
    root: dict[Node, Node] = {}

    def top(node: Node) -> Node:
        while root.setdefault(node, node) != node:
            root[node] = node = root[root[node]]
        return node

    for one, other in (*_named([node for node in nodes if isinstance(node, tuple)]), *copies):
        root[top(other)] = top(one)
    return {node: top(node) for node in nodes}


def _named(hands: Sequence[Hand]) -> Iterator[tuple[Node, Node]]:
    """Each hand with its agency; with its publisher where a report of that publisher names no agency."""
    lone = {_key(source) for agency, source in hands if source and not agency}
    for hand in hands:
        agency, source = (_key(name) if name else "" for name in hand)
        if agency:
            yield hand, f"agency {agency}"
        yield from ((hand, f"name {name}") for name in (agency, source) if name in lone)


@lru_cache(maxsize=10_000)
def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def originals(view: View, versions: Iterable[int]) -> dict[int, int]:
    """For each version that is a copy of another of these, the one with the lowest number among its copies."""
    within = set(versions)
    told = rows(view.connection, _EARLIER, {AMONG: sorted(within)})
    first: dict[int, int] = {}

    def top(row: int) -> int:
        while (above := first.setdefault(row, row)) != row:
            first[row] = row = first[above]
        return row

    for one, other in told:
        if other in within:
            low, high = sorted((top(one), top(other)))
            first[high] = low
    return {row: top(row) for row in tuple(first)}


_v, _c = schema.versions.c, schema.copies.c
_ORIGINS: Final = select(_v.row, _v.report, _v.agency, _v.source).where(_v.row.in_(bindparam("among", expanding=True)))
_COPIES: Final = select(_c.one, _c.other).where(_c.one.in_(bindparam("among", expanding=True)))
_EARLIER: Final = _COPIES.where(_c.other < _c.one)
