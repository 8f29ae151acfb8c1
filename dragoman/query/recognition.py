"""A state or government and a day to who recognises it then, who withholds that, and who is undecided; cited."""

from dataclasses import dataclass
from typing import Final

from dragoman.query.asked import View
from dragoman.query.claims import CITED
from dragoman.query.matters import Matter, matters
from dragoman.query.matters_tables import MATTERS, history_table, standing
from dragoman.query.state import folded, standings
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.who import Meant
from dragoman.query.wire import Shown

TOPIC = "recognition"
STANCES: Final = {
    "granted": "recognises",
    "withheld": "withholds",
    "refused": "withholds",
    "withdrawn": "withholds",
    "under review": "undecided",
    "conditional": "undecided",
}
"""What a value of the topic (codebook) comes to."""


@dataclass(frozen=True, slots=True)
class Recognition(Shown):
    """Who stood how to `of` on the day `on`, each by name; `disputed` ones stand where most voices put them."""

    of: Meant
    on: str
    recognises: tuple[Matter, ...]
    withholds: tuple[Matter, ...]
    undecided: tuple[Matter, ...]

    @property
    def all(self) -> tuple[Matter, ...]:
        """All three, one after the other."""
        return (*self.recognises, *self.withholds, *self.undecided)

    def table(self) -> Table:
        """One row for each who takes a stance."""
        return RECOGNITION.table((STANCES[str(one.value)], *standing(one)) for one in self.all)

    def history(self) -> Table:
        """One row for each line of their histories, where these were asked for."""
        return history_table(self.all)


RECOGNITION: Final = Schema(
    "recognition", (Column("stance", Kind.TEXT, "recognises, withholds or undecided"), *MATTERS.columns)
)


def recognition(view: View, of: Meant, on: str, *, most: int | None = CITED, history: int | None = 0) -> Recognition:
    """Who recognises `of` on the ISO day `on`, and who does not; `history` bounds the lines of each history."""
    found = [
        state
        for state in folded(view, standings(view, None, of, (TOPIC,)), on)
        if state.value in STANCES and state.identity.subject in of.sides
    ]
    made = sorted(matters(view, found, most=most, history=history), key=_order)
    by = {stance: tuple(m for m in made if STANCES[str(m.value)] == stance) for stance in STANCES.values()}
    return Recognition(of, on, by["recognises"], by["withholds"], by["undecided"])


def _order(matter: Matter) -> tuple[str, str]:
    return (matter.holder.name if matter.holder else "", matter.id)
