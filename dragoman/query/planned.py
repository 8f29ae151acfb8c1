"""Lines of two actors to what is planned after a day, and what was planned before it and of which nothing is heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dragoman.ledger.folding import Plan, State, plans
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.claims import CITED, Claim, claims
from dragoman.query.clusters import linked_pairs

BACK: Final = 180  # days after which nobody waits for word of a plan
DUE: Final = ("due", "no report since")


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned thing: `due` is its last planned day (None: none was told), `outcome` "due" or "no report since"."""

    due: str | None
    outcome: str
    claim: Claim


def since(on: str) -> str:
    """The first day of the events that `planned` weighs."""
    return (date.fromisoformat(on) - timedelta(days=BACK)).isoformat()


def planned(view: View, events: Sequence[Line], states: Sequence[State], on: str, *, count: int) -> tuple[Planned, ...]:
    """At most `count` plans that are due after `on`, the next first; then those that passed in silence, the last first.

    `events` are the lines from `since(on)`, `states` those of the same actors' standings on the day.
    """
    found = [p for p in plans(events, linked_pairs(view, events), on=on, known_by=view.known_by) if p.outcome in DUE]
    everything = [*map(_of_event, found), *(one for state in states for one in _of_state(state, on))]
    ahead = sorted((one for one in everything if one[0] and one[1] == "due"), key=_order)
    passed = sorted((one for one in everything if one[1] != "due" and (one[0] or "") >= since(on)), key=_order)
    chosen = [*ahead[:count], *reversed(passed[-count:])]
    told = claims(view, [lines for _, _, lines in chosen], most=CITED)
    return tuple(Planned(due, outcome, claim) for (due, outcome, _), claim in zip(chosen, told, strict=True))


Found = tuple[str | None, str, tuple[Line, ...]]


def _order(found: Found) -> tuple[str, str]:
    return found[0] or "", min(line.id for line in found[2])


def _of_event(plan: Plan) -> Found:
    return plan.due, plan.outcome, plan.lines


def _of_state(state: State, on: str) -> list[Found]:
    """The planned standings that lie ahead, as an embassy that is to open, and those that passed in silence."""
    found: list[Found] = []
    for fact in state.beside:
        due = fact.end or fact.start
        if fact.status == "planned" and fact.no_report_since:
            found.append((fact.no_report_since, "no report since", fact.lines))
        elif fact.status == "planned" and due and due > on:
            found.append((due, "due", fact.lines))
    return found
