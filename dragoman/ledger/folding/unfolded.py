"""Lines of standings to what is sure of each identity without folding it: a page shows few of a thousand agreements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from dragoman.ledger.folding.fold import state_of, told_apart
from dragoman.ledger.folding.identity import Identity
from dragoman.ledger.folding.state import State
from dragoman.ledger.folding.table import rules
from dragoman.ledger.folding.times import Telling
from dragoman.ledger.lines import Line


@dataclass(slots=True)
class Unfolded:
    """One identity with its tellings, and what these alone say of its state on a day.

    `values` are those that it may have; with none, and only then, it has none yet. `bounded` says that it may have run
    out since. Its last change was not after the day `last`, "" where there was none. `planned` says that something of
    it is told as planned.
    """

    identity: Identity
    tellings: list[Telling]
    on: str
    values: set[str] = field(default_factory=set)
    bounded: bool = False
    last: str = ""
    planned: bool = False
    _state: State | None = None

    def state(self) -> State:
        """The state, folded once."""
        if self._state is None:
            self._state = state_of(self.identity, self.tellings, self.on)
        return self._state


def unfolded(
    lines: Sequence[Line],
    links: Iterable[tuple[int, int]] = (),
    *,
    on: str,
    known_by: str | None = None,
    originals: Mapping[int, int] = MappingProxyType({}),
) -> tuple[Unfolded, ...]:
    """What `fold` would fold, by identity; it takes the same."""
    return tuple(_unfolded(one, told, on) for one, told in told_apart(lines, links, known_by, originals))


def _unfolded(one: Identity, tellings: list[Telling], on: str) -> Unfolded:
    """A state begins on the day of a telling that moves it, and has the value of one."""
    rank = rules(one.topic).rank
    found = Unfolded(one, tellings, on)
    for told in tellings:
        if told.line.until:
            found.bounded = True
        if told.line.status == "planned":
            found.planned = True
        if told.active and told.day <= on and told.value in rank:
            found.values.add(told.value)
            found.last = max(found.last, told.day)
    return found
