"""Topic, holder, subject and a day to where the matter stands: standings fetched, folded, named and cited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Column, Select, and_, bindparam, select

from dragoman.codebook import codebook
from dragoman.errors import AskError
from dragoman.ledger import schema
from dragoman.ledger.folding import State
from dragoman.ledger.folding.table import rules
from dragoman.ledger.folding.unfolded import Unfolded, unfolded
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.clusters import linked_pairs
from dragoman.query.lines import Wanted, at_places, between, of_actors, of_sides
from dragoman.query.matters import Matter, matters
from dragoman.query.origins import originals
from dragoman.query.rows import rows
from dragoman.query.who import Meant
from dragoman.query.wire import Shown

CONTROL: Final = "control"  # its subject is a place
PARTIES: Final = ("holder", "subject")
PLACE: Final = "place:"
PLACE_END: Final = "place;"  # the first text after all that begin with PLACE


@dataclass(frozen=True, slots=True)
class States(Shown):
    """Where a topic stands on the day `on`: a Matter for each identity, and what the names were taken for."""

    topic: str
    holder: Meant | None
    subject: Meant | None
    on: str
    known_by: str | None
    matters: tuple[Matter, ...]


def state(
    view: View,
    topic: str,
    holder: Meant | None,
    subject: Meant | None,
    on: str,
    *,
    most: int | None = None,
    history: int | None = None,
) -> States:
    """Where `topic` stands between holder and subject on the ISO day `on`, with its history.

    One of the two may be None: any. `most` bounds the citations of a line, `history` its lines; None is all.
    Raises AskError for a topic that the codebook does not know, or when neither actor is given.
    """
    check_topic(topic)
    if holder is None and subject is None:
        raise AskError("no actor is named", topic, "Name a holder, a subject or both.")
    lines = standings(view, holder, subject, (topic,))
    found = [one for one in folded(view, lines, on) if _asked(one, holder, subject)]
    return States(topic, holder, subject, on, view.known_by, matters(view, found, most=most, history=history))


def check_topic(topic: str) -> None:
    """Raises AskError for a topic that the codebook does not know."""
    topics = codebook().topics
    if topic not in topics:
        raise AskError(f"there is no topic “{topic}”", "", f"Topics are {', '.join(topics)}.")


def standings(view: View, one: Meant | None, other: Meant | None, topics: tuple[str, ...] = ()) -> list[Line]:
    """The live standings between two actors, or of one with anybody; of control those of the places meant or held."""
    given = [meant for meant in (one, other) if meant]
    if topics == (CONTROL,):
        return _told_of_all(controlled(view, _places(view, given)), given)
    wanted = Wanted(families=("standing",), labels=topics, ordered=False)
    if one and other:
        alone = tuple(meant.actors for meant in given if meant.actors)
        return between(view, one.sides, other.sides, replace(wanted, actors=alone))
    found: list[Line] = []
    for meant in given:
        of = of_actors if meant.actors else of_sides
        found = of(view, meant.actors or meant.sides, replace(wanted, roles=PARTIES))
    return found


def _places(view: View, given: Sequence[Meant]) -> list[str]:
    """The places that are meant, else those that all of the actors are told to have, take or lose."""
    meant = [id for one in given if one.id.startswith(PLACE) for id in one.sides]
    held = [set(places_of(view, one.sides)) for one in given]
    return meant or sorted(set.intersection(*held) if held else ())


def _told_of_all(lines: Sequence[Line], given: Sequence[Meant]) -> list[Line]:
    """Those of places of which each of the actors meant is told, by what the view knows."""
    told: dict[str | None, set[str | None]] = {}
    for line in lines:
        told.setdefault(line.place, set()).update((line.source, line.target))
    return [line for line in lines if all(told[line.place].intersection(one.sides) for one in given)]


def controlled(view: View, places: Sequence[str]) -> list[Line]:
    """Who has, takes and loses these places, whoever it is: a new holder ends the old one."""
    return at_places(view, places, (CONTROL,), Wanted(ordered=False))


def places_of(view: View, sides: Iterable[str]) -> list[str]:
    """The places that one of the sides is told to have, take or lose, sorted."""
    found: set[str] = set()
    for side in sides:
        for statement in _PLACES[view.connection.dialect.name == "sqlite"]:
            found.update(place for (place,) in rows(view.connection, statement, {"side": side}))
    return sorted(view.one(place) for place in found)


def _of_places(own: Column[str], place: Column[str], ranged: bool) -> Select[Any]:
    """SQLite has an index for a range of text; PostgreSQL's order of text is that of a language, so it compares."""
    among = and_(place >= PLACE, place < PLACE_END) if ranged else place.startswith(PLACE)
    return select(place).where(own == bindparam("side"), among).distinct()


_pairs = schema.pairs.c
_PLACES: Final = {
    ranged: (_of_places(_pairs.low, _pairs.high, ranged), _of_places(_pairs.high, _pairs.low, ranged))
    for ranged in (True, False)
}


def folded(view: View, lines: Sequence[Line], on: str) -> tuple[State, ...]:
    """The states of standings on a day, by identity; contents that are linked are one, copies of a report one voice."""
    return tuple(one.state() for one in to_fold(view, lines, on))


def to_fold(view: View, lines: Sequence[Line], on: str) -> tuple[Unfolded, ...]:
    """The same before they are folded, each when it is asked for."""
    contents = [line for line in lines if rules(line.label).contents]
    links = linked_pairs(view, contents) if contents else []
    copies = originals(view, (line.report for line in lines))
    return unfolded(lines, links, on=on, known_by=view.known_by, originals=copies)


def _asked(state: State, holder: Meant | None, subject: Meant | None) -> bool:
    """Whether holder and subject are those asked for; where the topic has no first side, either way."""
    one = state.identity
    ways = ((one.holder, one.subject), (one.subject, one.holder))
    if one.topic == CONTROL:
        held = {fact.holder for fact in state.history} | set(state.holders)
        return (holder is None or not held.isdisjoint(holder.sides)) and (
            subject is None or one.subject in subject.sides
        )
    either = ways if rules(one.topic).symmetric else ways[:1]
    return any(
        (holder is None or first in holder.sides) and (subject is None or second in subject.sides)
        for first, second in either
    )
