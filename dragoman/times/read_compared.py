"""Words to times compared with a year before: "a year ago", "the year-earlier quarter", "the same month last year".

News of results measures a quarter or month against that of the year before; which one is told by the date last named.
"""

from dataclasses import dataclass, replace
from typing import Final

from dragoman.times.counts import ordinal
from dragoman.times.meaning import Kind, Scene
from dragoman.times.read_dates import DASHES, QUARTERS, Read
from dragoman.times.relative import Step, Turn
from dragoman.times.stretch import Stretch, Unit, around, half, months_on, quarter
from dragoman.times.words import Words, numbers_of

PERIODS: Final = {"period": None, "quarter": Unit.QUARTER, "month": Unit.MONTH, "half": Unit.HALF}
SAME: Final = frozenset({"same", "corresponding", "comparable", "equivalent"})
SHORT: Final = frozenset({Unit.QUARTER, Unit.HALF, Unit.MONTH})


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The quarter or month last named, a year before; the year before where none was named.

    `unit` is what the phrase itself names (None: "period"), `number` which ("the year-ago third quarter"); `told`
    counts from the date last named ("earlier") and not from the anchor ("ago"); `loose` asks for a quarter named last:
    "a year ago" after a month or a day is the year.
    """

    unit: Unit | None = None
    number: int | None = None
    told: bool = False
    loose: bool = False

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """That stretch; None when neither anchor nor date is known."""
        last = scene.last
        if last is not None and last.start is not None and self._of_its_size(last.unit):
            return replace(around(months_on(last.start, -12), last.unit), told=True)
        if self.number is not None and scene.anchor is not None:
            months = -12 - (self.number * 3 > scene.anchor.month) * 12
            return quarter(months_on(scene.anchor.replace(month=self.number * 3, day=1), months))
        if self.unit is Unit.QUARTER and scene.anchor is not None:
            return quarter(months_on(scene.anchor, -15))
        if self.unit is Unit.HALF and scene.anchor is not None:
            return half(months_on(scene.anchor, -18))
        return Step(1, self.unit or Unit.YEAR, -1, self.told).settle(scene) if self.unit is not Unit.MONTH else None

    def _of_its_size(self, unit: Unit) -> bool:
        if self.number is not None:
            return False
        if self.unit is not None:
            return unit is self.unit
        return unit is Unit.QUARTER if self.loose else unit in SHORT


def year_before(w: Words, i: int) -> Read | None:
    """Such as "a year ago", "a year earlier", "year-earlier", "the year-ago quarter", "the same period last year"."""
    return _plain(w, i) or _year_ago_period(w, i) or _same_period(w, i) or _last_years(w, i)


def _plain(w: Words, i: int) -> Read | None:
    grain = w.low[i + 3] in ("today", "this")  # "a year ago this week" is counted
    if w.low[i : i + 2] == ("a", "year") and w.low[i + 2] in ("ago", "earlier") and not grain:
        return YearBefore(told=w.low[i + 2] == "earlier", loose=True), i + 3
    return None


def _year_ago_period(w: Words, i: int) -> Read | None:
    at = i + 1 if w.low[i] in ("the", "a", "its") else i
    at = at + 1 if w.low[at] in SAME else at
    if w.low[at] != "year" or w.low[at + 1] not in DASHES or w.low[at + 2] not in ("earlier", "ago"):
        return None
    told, after = w.low[at + 2] == "earlier", at + 3
    which = ordinal(w, after)
    if which and which[0] in QUARTERS and w.low[which[1]] == "quarter":
        return YearBefore(Unit.QUARTER, int(QUARTERS[which[0]][1]), told), which[1] + 1
    if at > i and w.low[after] in PERIODS:
        return YearBefore(PERIODS[w.low[after]], None, told), after + 1
    return (YearBefore(told=told, loose=True), after) if at == i else None


def _same_period(w: Words, i: int) -> Read | None:
    """Such as "the same month a year ago", "the corresponding period last year", "the quarter a year earlier"."""
    if w.low[i] != "the":
        return None
    at = i + 2 if w.low[i + 1] in SAME else i + 1
    if w.low[at] not in PERIODS:
        return None
    tail = _a_year_before(w, at + 1)
    return (YearBefore(PERIODS[w.low[at]]), tail) if tail else None


TAILS: Final = (
    ("a", "year", "ago"), ("a", "year", "earlier"), ("a", "year", "before"), ("last", "year"), ("of", "last", "year"),
    ("in", "the", "previous", "year"), ("the", "year", "before"), ("of", "the", "previous", "year"),
    ("the", "previous", "year"), ("of", "the", "last", "year"), ("in", "the", "prior", "year"),
    ("the", "prior", "year"),
)  # fmt: skip


def _a_year_before(w: Words, i: int) -> int:
    return next((i + len(tail) for tail in TAILS if w.low[i : i + len(tail)] == tail), 0)


def _last_years(w: Words, i: int) -> Read | None:
    """Such as "last year's quarter"."""
    if numbers_of("turn").get(w.low[i]) != -1 or w.low[i + 1] != "year" or w.low[i + 2] not in ("'", "’"):
        return None
    return (YearBefore(PERIODS[w.low[i + 4]]), i + 5) if w.low[i + 3] == "s" and w.low[i + 4] in PERIODS else None


def latest(w: Words, i: int) -> Read | None:
    """Such as "the latest period", "the latest quarter": the one last named, else the one before the anchor's."""
    if w.low[i : i + 2] != ("the", "latest"):
        return None
    at = i + 3 if w.low[i + 2] == "fiscal" else i + 2
    if w.low[at] == "year":
        return Turn(Unit.YEAR, -1), at + 1
    return (Latest(), at + 1) if w.low[at] in ("period", "quarter") else None


@dataclass(frozen=True, slots=True)
class Latest:
    """The quarter, half or month that a report of results is about."""

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """The one last named, else the quarter before the anchor's."""
        if scene.last is not None and scene.last.unit in SHORT:
            return replace(scene.last, told=True, stated=False)
        return quarter(months_on(scene.anchor, -3)) if scene.anchor else None
