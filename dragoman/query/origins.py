"""Report versions to their origins: reports that copy one another, or come from one agency or publisher, are one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

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
        self._copies = frozenset((one, other) for one, other in among(view, _COPIES, rows) if other in self._by_row)

    def reports(self, versions: Iterable[int]) -> int:
        """How many reports these versions are."""
        return len({self._by_row[row].report for row in set(versions)})

    def independent(self, versions: Iterable[int]) -> int:
        """How many independent origins they have."""
        return len(self.groups(versions))

    def groups(self, versions: Iterable[int]) -> tuple[tuple[int, ...], ...]:
        """The versions by origin, both sorted by number."""
        found = [self._by_row[row] for row in sorted(set(versions))]
        return together(found, lambda one, other: (one.row, other.row) in self._copies)


def together(found: Sequence[Origin], copied: Callable[[Origin, Origin], bool]) -> tuple[tuple[int, ...], ...]:
    """The connected components of versions over copies and `of_one_hand`, as their numbers."""
    root = {one.row: one.row for one in found}

    def top(row: int) -> int:
        while root[row] != row:
            row = root[row]
        return row

    for one, other in combinations(found, 2):
        if of_one_hand(one, other) or copied(one, other):
            low, high = sorted((top(one.row), top(other.row)))
            root[high] = low
    groups: dict[int, list[int]] = {}
    for one in found:
        groups.setdefault(top(one.row), []).append(one.row)
    return tuple(map(tuple, groups.values()))


def of_one_hand(one: Origin, other: Origin) -> bool:
    """Whether two reports have one agency, or one publisher unless each names another agency.

    A paper that prints Reuters on one page and AFP on the next has two origins; an agency's own site is the agency.
    A report that names neither is apart from all others.
    """
    if one.agency and other.agency:
        return _key(one.agency) == _key(other.agency)
    hands = [{_key(name) for name in (o.agency, o.source) if name} for o in (one, other)]
    return not hands[0].isdisjoint(hands[1])


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


_v, _c = schema.versions.c, schema.copies.c
_ORIGINS: Final = select(_v.row, _v.report, _v.agency, _v.source).where(_v.row.in_(bindparam("among", expanding=True)))
_COPIES: Final = select(_c.one, _c.other).where(_c.one.in_(bindparam("among", expanding=True)))
