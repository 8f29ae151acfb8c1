"""Report versions to their origins: reports that copy one another, or come from one agency or publisher, are one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, TypeAlias

from sqlalchemy import bindparam, select

from dragoman.ledger import schema
from dragoman.query.asked import View
from dragoman.query.lines import among


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a version of a report comes from: row of the version, id of its report, agency and publisher."""

    row: int
    report: str
    agency: str | None
    source: str | None


class Origins:
    """What is needed to count the reports and the independent origins of any groups of these versions."""

    def __init__(self, view: View, versions: Iterable[int]) -> None:
        rows = sorted(set(versions))
        self._by_row: Mapping[int, Origin] = {r[0]: Origin(*r) for r in among(view, _ORIGINS, rows)}
        self._copies: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in among(view, _COPIES, rows):
            self._copies[one].append(other)

    def reports(self, versions: Iterable[int]) -> int:
        """How many reports these versions are."""
        return len({self._by_row[row].report for row in set(versions)})

    def independent(self, versions: Iterable[int]) -> int:
        """How many independent origins they have."""
        return len(self.groups(versions))

    def groups(self, versions: Iterable[int]) -> tuple[tuple[int, ...], ...]:
        """The versions by origin, both sorted by number."""
        found = [self._by_row[row] for row in sorted(set(versions))]
        return together(found, ((one.row, other) for one in found for other in self._copies.get(one.row, ())))


def together(found: Sequence[Origin], copies: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The connected components of versions over `copies` and the hands they come from, as their numbers, sorted.

    Reports are of one hand that have one agency, or one publisher unless each names another agency: a paper that prints
    Reuters on one page and AFP on the next has two origins; an agency's own site is the agency. A report that names
    neither is apart from all others. `copies` of versions that are not among those found are passed over.
    """
    root: dict[Node, Node] = {one.row: one.row for one in found}

    def top(node: Node) -> Node:
        while root.setdefault(node, node) != node:
            root[node] = node = root[root[node]]
        return node

    there = frozenset(root)
    within = ((one, other) for one, other in copies if one in there and other in there)
    joined: Iterable[tuple[Node, Node]] = chain(_hands(found), within)
    for one, other in joined:
        root[top(other)] = top(one)
    groups: dict[Node, list[int]] = {}
    for origin in found:
        groups.setdefault(top(origin.row), []).append(origin.row)
    return tuple(map(tuple, groups.values()))


Node: TypeAlias = int | str  # a version, or the hand of several


def _hands(found: Sequence[Origin]) -> Iterator[tuple[int, str]]:
    """Each version with its agency; with its publisher where a report of that publisher names no agency."""
    lone = {_key(one.source) for one in found if one.source and not one.agency}
    for one in found:
        agency, source = (_key(name) if name else "" for name in (one.agency, one.source))
        if agency:
            yield one.row, f"agency {agency}"
        yield from ((one.row, f"name {name}") for name in (agency, source) if name in lone)


@lru_cache(maxsize=10_000)
def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def originals(view: View, versions: Iterable[int]) -> dict[int, int]:
    """For each version that is a copy of another of these, the one with the lowest number among its copies."""
    rows = sorted(set(versions))
    within = set(rows)
    pairs = [(one, other) for one, other in among(view, _COPIES, rows) if other in within]
    copied = sorted({row for pair in pairs for row in pair})
    groups = together([Origin(row, "", None, None) for row in copied], pairs)
    return {row: group[0] for group in groups for row in group}


_v, _c = schema.versions.c, schema.copies.c
_ORIGINS: Final = select(_v.row, _v.report, _v.agency, _v.source).where(_v.row.in_(bindparam("among", expanding=True)))
_COPIES: Final = select(_c.one, _c.other).where(_c.one.in_(bindparam("among", expanding=True)))
