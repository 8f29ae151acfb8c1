"""What folding gives: the State of one identity on a day, the Facts of its history, the Sides of a dispute."""

from dataclasses import dataclass

from dragoman.ledger.folding.identity import Identity
from dragoman.ledger.lines import Line


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was told, by one line or by several; days are ISO strings, both included, None is open or unsaid.

    `start` and `end` bound the time that all tellings agree on; `day` is the one it is ordered by: the day itself, or
    the end of an inexact time, but no later than its first publication. `certain` says that the day was named.
    `holder` is who has, takes, loses or claims the place (topic control only). `changes` says whether it changed the
    state. `no_report_since` is the day by which a planned thing was due, if that has passed without a word of it.
    """

    value: str
    status: str
    start: str | None
    end: str | None
    day: str
    certain: bool
    lines: tuple[Line, ...]
    changes: bool = False
    holder: str | None = None
    no_report_since: str | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: that `value` holds (of `holder`, for control), or does not (`denied`).

    `according` are those who say so, None for a report itself, in the order of the lines.
    """

    value: str
    lines: tuple[Line, ...]
    according: tuple[str | None, ...]
    holder: str | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where one identity stands on a day. `value` is None if that is not known: nothing told yet, or run out.

    `since` is the day of the last change (`certain`: named as a day; else it held by then), `until` the last day
    that it holds where that is known: the bound that was told, or the day before the next change. Of a dispute `value`
    is the side with more voices (then the later, then the further along), and `sides` holds all. `holders` are those
    who hold the place, two or more while that is disputed or contested (topic control only). `fact` has all lines that
    support the value, `last_reported` is the last day on which one of them was published. `history` has what happened
    or held, before and after the day, in order of valid time; `beside` what was planned, conditional, hypothetical or
    denied. Each line is in exactly one of the two. `no_report_since` is the last day on which a planned thing was due
    that has passed without a word.
    """

    identity: Identity
    value: str | None
    since: str | None
    until: str | None
    certain: bool
    disputed: bool
    sides: tuple[Side, ...]
    fact: tuple[Line, ...]
    history: tuple[Fact, ...]
    beside: tuple[Fact, ...]
    last_reported: str | None = None
    no_report_since: str | None = None
    holders: tuple[str, ...] = ()
