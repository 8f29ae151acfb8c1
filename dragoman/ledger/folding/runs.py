"""A stretch of one value with the drafts that support it; who says what, and how sharply, where drafts contradict."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.ledger.folding.facts import Draft, Key
from dragoman.ledger.folding.times import Telling


@dataclass(slots=True)
class Run:
    """A stretch with one value: from `day` on, up to the next run or `until`. `sides` is filled in a dispute."""

    key: Key
    day: str
    exact: bool
    drafts: list[Draft]
    last: str
    sides: dict[Key, list[Draft]] = field(default_factory=dict)
    covered: dict[Key, Draft] = field(default_factory=dict)
    denials: list[Telling] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)

    def tellings(self) -> Iterable[Telling]:
        """All that support the value."""
        return (t for made in self.drafts for t in made.tellings)

    def until(self) -> str | None:
        """The bound that the telling published last gives."""
        bounds = [(t.line.known, t.line.id, t.line.until) for t in self.tellings() if t.line.until]
        return max(bounds)[2] if bounds else None

    def end(self) -> str | None:
        """`until`, where it is not before the run itself."""
        bound = self.until()
        return bound if bound and bound >= self.day else None


def sharp(made: Draft) -> bool:
    """Whether it is told of that very day, not of some day up to then."""
    return made.exact or not made.act


def apart(one: Iterable[Telling], other: Iterable[Telling]) -> bool:
    """Whether each is told by a voice that does not tell the other: who tells both tells one after the other."""
    ones, others = {t.voice for t in one}, {t.voice for t in other}
    return bool(ones - others) and bool(others - ones)
