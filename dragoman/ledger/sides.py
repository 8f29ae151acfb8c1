"""The actors of a reading -> the side each acts for: "CHN" for China's spokeswoman, "taliban" for its commander."""

from collections.abc import Iterator
from typing import Final

from dragoman.records import Actor, Reading

OF_STATE: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))
"""Sectors (PLOVER) that act for the state they are of, where they act for nobody that the reading knows."""

OWN_VOICE: Final = frozenset(
    ("CVL", "OPP", "REB", "PTY", "BUS", "MED", "NGO", "EDU", "LAB", "REF", "CRM", "UAF", "SET")
)
"""Sectors that do not act for the state they are of, whoever they are said to belong to."""

_LONGEST: Final = 5  # a commander's spokesman's aide: longer chains were not seen, and a ring must end


class Sides:
    """The way from the actors of one reading to their sides, along `acts_for`."""

    def __init__(self, reading: Reading) -> None:
        self._above = {actor.id: actor.acts_for for actor in actors_of(reading)}

    def __call__(self, actor: Actor) -> str:
        """The id of the side; an actor that acts for nobody is its own side."""
        last = self._root(actor)
        if actor.sector in OWN_VOICE and _is_state(last):
            return actor.id
        known = last in self._above or _is_state(last)  # "foreign-ministry" alone is every state's
        return last if known or actor.sector not in OF_STATE else actor.country or last

    def _root(self, actor: Actor) -> str:
        """The last on the way up, the actor itself where it acts for nobody."""
        last, above = actor.id, actor.acts_for
        for _ in range(_LONGEST):
            if not above or above == last:
                break
            last, above = above, self._above.get(above)
        return last


def _is_state(id: str) -> bool:
    return len(id) == 3 and id.isupper()


def actors_of(reading: Reading) -> Iterator[Actor]:
    """Every actor of the entries, in their order, a source included; one actor comes as often as it is told of."""
    for statement in reading.statements:
        yield from _there(statement.speaker, statement.addressee, statement.according_to)
    for event in reading.events:
        yield from (*event.actors, *event.recipients)
        yield from _there(event.according_to)
    for standing in reading.standings:
        yield from _there(standing.holder, standing.subject, standing.according_to)
    for role in reading.roles:
        yield role.actor


def _there(*actors: Actor | None) -> Iterator[Actor]:
    return (actor for actor in actors if actor is not None)
