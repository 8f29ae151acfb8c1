"""Two actors and a day to a Brief: where things stand between them, what happened and was said last, what is open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.codebook import codebook
from dragoman.errors import AskError
from dragoman.ledger.folding import Identity, State
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.claims import CITED, Claim, newest
from dragoman.query.lines import Wanted, between
from dragoman.query.matters import PROMISES, Matter, is_open, lines_of, matters
from dragoman.query.planned import Planned, planned, since
from dragoman.query.state import CONTROL, folded, standings
from dragoman.query.who import Meant
from dragoman.query.wire import Shown

LAST: Final = 10  # events, statements, open pledges, open demands, plans
OF_TOPIC: Final = 5  # matters of one topic: two states may have hundreds of agreements
HAPPENED: Final = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one topic stands: the newest matters, and how many there are in all."""

    topic: str
    count: int
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Brief(Shown):
    """Where things stood between two actors on the day `on`, by what was known by the day `known_by` (None: now).

    `standing` goes by topic in the codebook's order, without pledges and demands. `events` and `statements` are the
    last ones up to the day, the newest first, `more_events` and `more_statements` say that there are older ones.
    `pledges` and `demands` are open ones, either way, the newest first; `open_pledges` and `open_demands` count all.
    `planned` has what is due after the day, and what was due before it and of which no report came.
    """

    one: Meant
    other: Meant
    on: str
    known_by: str | None
    as_coded: bool
    standing: tuple[Standing, ...]
    events: tuple[Claim, ...]
    more_events: bool
    statements: tuple[Claim, ...]
    more_statements: bool
    pledges: tuple[Matter, ...]
    open_pledges: int
    demands: tuple[Matter, ...]
    open_demands: int
    planned: tuple[Planned, ...]


def brief(view: View, one: Meant, other: Meant, on: str) -> Brief:
    """The brief of two actors on the ISO day `on`; every line of it is cited. Raises AskError where they are one."""
    if set(one.sides) & set(other.sides):
        raise AskError(f"“{one.asked}” and “{other.asked}” are both of {one.name}", "", "Name two actors.")
    states = (*folded(view, standings(view, one, other), on), *_contested(view, one, other, on))
    happened = Wanted(("event",), statuses=HAPPENED, until=on, actors=_alone(one, other))
    events, more_events = _last(view, one, other, happened)
    statements, more_statements = _last(view, one, other, replace(happened, families=("statement",), statuses=()))
    pledges, demands = (_open(states, topic) for topic in PROMISES)
    return Brief(
        one=one,
        other=other,
        on=on,
        known_by=view.known_by,
        as_coded=view.as_coded,
        standing=_standing(view, states),
        events=events,
        more_events=more_events,
        statements=statements,
        more_statements=more_statements,
        pledges=matters(view, pledges[:LAST], most=CITED),
        open_pledges=len(pledges),
        demands=matters(view, demands[:LAST], most=CITED),
        open_demands=len(demands),
        planned=planned(view, _around(view, one, other, on), states, on, count=LAST),
    )


def _contested(view: View, one: Meant, other: Meant, on: str) -> tuple[State, ...]:
    """Who controls the places of which both are told that they have, take or lose them."""
    if not (one.whole and other.whole):
        return ()
    return folded(view, standings(view, one, other, (CONTROL,)), on)


def _alone(one: Meant, other: Meant) -> tuple[tuple[str, ...], ...]:
    return tuple(meant.actors for meant in (one, other) if meant.actors)


def _last(view: View, one: Meant, other: Meant, wanted: Wanted) -> tuple[tuple[Claim, ...], bool]:
    def found(limit: int) -> Sequence[Line]:
        return between(view, one.sides, other.sides, replace(wanted, limit=limit))

    last, more = newest(view, found, LAST)
    return tuple(last), more


def _around(view: View, one: Meant, other: Meant, on: str) -> list[Line]:
    return between(view, one.sides, other.sides, Wanted(("event",), since=since(on), actors=_alone(one, other)))


def _standing(view: View, states: Sequence[State]) -> tuple[Standing, ...]:
    by_topic: defaultdict[str, list[State]] = defaultdict(list)
    for state in states:
        if state.value is not None and state.identity.topic not in PROMISES:
            by_topic[state.identity.topic].append(state)
    topics = [topic for topic in codebook().topics if topic in by_topic]
    shown = {topic: sorted(by_topic[topic], key=_age)[:OF_TOPIC] for topic in topics}
    told = iter(matters(view, [state for topic in topics for state in shown[topic]], most=CITED))
    return tuple(Standing(t, len(by_topic[t]), tuple(next(told) for _ in shown[t])) for t in topics)


def _open(states: Sequence[State], topic: str) -> list[State]:
    return sorted((s for s in states if s.identity.topic == topic and is_open(s)), key=_age)


def _age(state: State) -> tuple[int, Identity]:
    """Sorts the newest first: by the day of the last change, else of the last report."""
    day = state.since or state.last_reported or min(line.day for line in lines_of(state))
    return -int(day[:10].replace("-", "")), state.identity
