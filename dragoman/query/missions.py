"""A day to the embassies, consulates and envoys whose state is known then, each with the reports that say so."""

from dataclasses import dataclass

from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.claims import CITED
from dragoman.query.lines import Wanted, of_topics
from dragoman.query.matters import Matter, matters
from dragoman.query.matters_tables import history_table, matters_table
from dragoman.query.state import folded, standings
from dragoman.query.tables import Table
from dragoman.query.who import Meant
from dragoman.query.wire import Shown

TOPIC = "mission"


@dataclass(frozen=True, slots=True)
class Missions(Shown):
    """Missions as they stood on the day `on`, by the name of the sender, of the host, then by kind and place."""

    sender: Meant | None
    host: Meant | None
    on: str
    missions: tuple[Matter, ...]

    def table(self) -> Table:
        """One row a mission; `holder` is the sender, `subject` the host."""
        return matters_table(self.missions)

    def history(self) -> Table:
        """One row for each line of their histories, where these were asked for."""
        return history_table(self.missions)


def missions(
    view: View,
    on: str,
    sender: Meant | None = None,
    host: Meant | None = None,
    *,
    most: int | None = CITED,
    history: int | None = 0,
) -> Missions:
    """Every mission whose state is known on the ISO day `on`, of one sender, in one host country, or of all.

    `history` bounds the lines of each history; None is all of it.
    """
    sides = (frozenset(sender.sides) if sender else None, frozenset(host.sides) if host else None)
    found = [
        state
        for state in folded(view, _lines(view, sender, host), on)
        if state.value is not None
        and (sides[0] is None or state.identity.holder in sides[0])
        and (sides[1] is None or state.identity.subject in sides[1])
    ]
    made = sorted(matters(view, found, most=most, history=history), key=_order)
    return Missions(sender, host, on, tuple(made))


def _lines(view: View, sender: Meant | None, host: Meant | None) -> list[Line]:
    if sender or host:
        return standings(view, sender, host, (TOPIC,))
    return of_topics(view, Wanted(families=("standing",), labels=(TOPIC,)))


def _order(matter: Matter) -> tuple[str, ...]:
    names = (one.name if one else "" for one in (matter.holder, matter.subject))
    return (*names, matter.kind, matter.place, matter.id)
