"""The leaders of a registry to the faults in leaders.tsv: dates, genders, one office held by two at a time."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Final

from dragoman.actors.registry import Leader, Office, Registry
from dragoman.actors.registry_check_dates import disordered

# Offices of which a state or an organisation has several holders at a time; all others have one.
SHARED: Final = frozenset(
    {
        *("vice-president", "deputy prime minister", "deputy foreign minister", "vice-premier", "general", "commander"),
        *("special envoy", "ambassador", "spokesman", "spokeswoman", "co-founder", "opposition leader", "adviser"),
        *("foreign ministry spokesman", "foreign ministry spokeswoman", "assistant secretary of state", "co-leader"),
    }
)


def faults_of_leaders(found: Registry) -> Iterator[str]:
    """What is wrong with the rows of leaders.tsv, a line each."""
    held: dict[tuple[str, str], list[tuple[Leader, Office]]] = {}
    for leader in found.leaders.values():
        if leader.gender not in ("m", "f"):
            yield f"{leader.id}: gender {leader.gender!r}"
        for office in leader.offices:
            if disordered(office.start, office.end):
                yield f"{leader.id}: {office.title} ends before it begins"
            held.setdefault((office.of, office.title), []).append((leader, office))
    for (of, title), holders in held.items():
        if title not in SHARED:
            yield from _overlaps(of, title, holders)


def _overlaps(of: str, title: str, holders: list[tuple[Leader, Office]]) -> Iterator[str]:
    for (one, first), (other, second) in combinations(holders, 2):
        begins = max(first.start or date.min, second.start or date.min)
        ends = min(first.end or date.max, second.end or date.max)
        if begins < ends and not (first.why or second.why):
            yield f"{of}: {title} is both {one.name} and {other.name} on {begins}"
