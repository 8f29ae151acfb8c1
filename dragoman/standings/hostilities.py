"""Hostilities that no words name: two powers of whom a report tells several attacks are at war, as derived drafts."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.events.surroundings import side_of
from dragoman.events.tree import Tree
from dragoman.records import Actor, Event
from dragoman.standings.drafts import Draft
from dragoman.standings.sides import Sides
from dragoman.standings.slots import Side

ATTACKS: Final = 2  # told between the same two, before they are hostilities


def fighting(tree: Tree, sides: Sides, drafts: Iterable[Draft], events: Iterable[Event]) -> Iterator[Draft]:
    """Hostilities between two powers of whom the report tells several attacks, where no words say it outright."""
    told = {_pair(sides, d.holder, d.subject) for d in drafts if d.topic == "hostilities" and d.subject.actors}
    starts = [token.idx for token in tree.tokens]
    for one, other in sides.play.fighting(ATTACKS):
        if _pair(sides, Side((one,)), Side((other,))) in told:
            continue
        attacks = [e for e in events if e.type == "ASSAULT" and _between(sides, e, one, other)]
        if attacks:
            event, more = attacks[0], tuple(span for e in attacks[1:ATTACKS] for span in e.evidence)
            i = bisect_right(starts, event.trigger[0]) - 1
            found = (Side((one,)), Side((other,)))
            yield Draft(i, "hostilities", "ongoing", "plain", *found, "attacks", 0.45, event=event, more=more)


def _pair(sides: Sides, one: Side, other: Side) -> frozenset[str]:
    return frozenset(side_of(sides.principal(side.actors[0])) for side in (one, other))


def _between(sides: Sides, event: Event, one: Actor, other: Actor) -> bool:
    ones = {side_of(sides.principal(a)) for a in event.actors}
    others = {side_of(sides.principal(a)) for a in event.recipients}
    return {side_of(one), side_of(other)} <= ones | others and bool(ones) and bool(others)
