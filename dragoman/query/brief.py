"""Two actors and a day to a Brief: where things stand between them, what happened and was said last, what is open."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.codebook import codebook
from dragoman.errors import AskError
from dragoman.ledger.folding import Identity, State, ended
from dragoman.ledger.folding.unfolded import Unfolded
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.claims import CITED, Claim, newest
from dragoman.query.lines import Wanted, between
from dragoman.query.matters import PROMISES, Matter, is_open, matters
from dragoman.query.planned import Planned, planned, since
from dragoman.query.state import CONTROL, standings, to_fold
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
    found = (*to_fold(view, standings(view, one, other), on), *_contested(view, one, other, on))
    happened = Wanted(("event",), statuses=HAPPENED, until=on, actors=_alone(one, other))
    events, more_events = _last(view, one, other, happened)
    statements, more_statements = _last(view, one, other, replace(happened, families=("statement",), statuses=()))
    (pledges, open_pledges), (demands, open_demands) = (_open(found, topic) for topic in PROMISES)
    ahead = [matter.state() for matter in found if matter.planned]
    return Brief(
        one=one,
        other=other,
        on=on,
        known_by=view.known_by,
        as_coded=view.as_coded,
        standing=_standing(view, found),
        events=events,
        more_events=more_events,
        statements=statements,
        more_statements=more_statements,
        pledges=matters(view, pledges, most=CITED),
        open_pledges=open_pledges,
        demands=matters(view, demands, most=CITED),
        open_demands=open_demands,
        planned=planned(view, _around(view, one, other, on), ahead, on, count=LAST),
    )


def _contested(view: View, one: Meant, other: Meant, on: str) -> tuple[Unfolded, ...]:
    """Who controls the places of which both are told that they have, take or lose them."""
    if not (one.whole and other.whole):
        return ()
    return to_fold(view, standings(view, one, other, (CONTROL,)), on)


def _alone(one: Meant, other: Meant) -> tuple[tuple[str, ...], ...]:
    return tuple(meant.actors for meant in (one, other) if meant.actors)


def _last(view: View, one: Meant, other: Meant, wanted: Wanted) -> tuple[tuple[Claim, ...], bool]:
    def found(limit: int) -> Sequence[Line]:
        return between(view, one.sides, other.sides, replace(wanted, limit=limit))

    last, more = newest(view, found, LAST)
    return tuple(last), more


def _around(view: View, one: Meant, other: Meant, on: str) -> list[Line]:
    """The events since that day of all types of which one is planned: what comes of a plan is of its own type."""
    wanted = Wanted(("event",), since=since(on), actors=_alone(one, other))
    ahead = between(view, one.sides, other.sides, replace(wanted, statuses=("planned",)))
    types = tuple(sorted({line.label for line in ahead}))
    return between(view, one.sides, other.sides, replace(wanted, labels=types)) if types else []


def _standing(view: View, found: Sequence[Unfolded]) -> tuple[Standing, ...]:
    by_topic: defaultdict[str, list[Unfolded]] = defaultdict(list)
    for one in found:
        if one.identity.topic not in PROMISES and one.values and not (one.bounded and one.state().value is None):
            by_topic[one.identity.topic].append(one)
    topics = [topic for topic in codebook().topics if topic in by_topic]
    shown = {topic: _newest(by_topic[topic], OF_TOPIC) for topic in topics}
    told = iter(matters(view, [state for topic in topics for state in shown[topic]], most=CITED))
    return tuple(Standing(t, len(by_topic[t]), tuple(next(told) for _ in shown[t])) for t in topics)


def _open(found: Sequence[Unfolded], topic: str) -> tuple[list[State], int]:
    """The newest of those that are open, and how many are."""
    there = [one for one in found if one.identity.topic == topic and _is_open(one)]
    return _newest(there, LAST), len(there)


def _is_open(one: Unfolded) -> bool:
    """As `is_open`; only where tellings differ is that to be folded."""
    closed = {ended(one.identity.topic, value) for value in one.values}
    return False in closed and ((closed == {False} and not one.bounded) or is_open(one.state()))


def _newest(known: Iterable[Unfolded], most: int) -> list[State]:
    """The newest of matters of which a value is known; no more are folded than may be among these."""
    found: list[tuple[int, Identity, int, State]] = []
    for n, one in sorted(enumerate(known), key=lambda numbered: numbered[1].last, reverse=True):
        if len(found) >= most and found[most - 1][0] < _age(one.last):
            break
        insort(found, (_age(one.state().since or one.last), one.identity, n, one.state()))
    return [state for *_, state in found[:most]]


def _age(day: str) -> int:
    """Sorts the newest first."""
    return -int(day[:10].replace("-", ""))
