"""Meanings counted from a day: steps ("three days ago"), turns ("last week"), lengths ("the past two months"), sets."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dragoman.records import Precision
from dragoman.times.meaning import Kind, Meaning, Scene
from dragoman.times.stretch import CLOCK, Stretch, Unit, around, day, moved, shifted

SOME: Final = -1.0  # a count nobody gave: "several weeks", "recent months"
WEEKS: Final = 2  # up to so many weeks are counted to the day; more name a week (TempEval-3 train: 4 of 7)
VAGUE_COUNT: Final = 3  # how many units "several weeks ago" reaches at most, for the interval only


@dataclass(frozen=True, slots=True)
class Today:
    """The anchor day moved by `days`: today 0, yesterday -1, tomorrow 1."""

    days: int

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """That day; None without an anchor."""
        return day(shifted(scene.anchor, self.days)) if scene.anchor else None


@dataclass(frozen=True, slots=True)
class Step:
    """`count` units before (side -1) or after (1) a day: the anchor, the date last named (`told`), or `of`.

    `grain` is the unit of the day reached that is meant, where it is not the counted one ("two years ago this week").
    """

    count: float
    unit: Unit
    side: int
    told: bool = False
    of: Meaning | None = None
    grain: Unit | None = None

    @property
    def kind(self) -> Kind:
        """DATE, or TIME when hours are counted; "an hour later" only says how long after, hence DURATION."""
        if self.unit in CLOCK:
            return Kind.DURATION if self.told else Kind.TIME
        return Kind.DATE

    @property
    def value(self) -> str | None:
        """TIMEX3's value where it is none of the calendar: PT1H for "an hour later"."""
        return _iso(Length(self.count, self.unit)) if self.unit in CLOCK and self.told else None

    def settle(self, scene: Scene) -> Stretch | None:
        """The unit reached: three days ago is a day, two years ago a year, a week ago a day. No count, no day."""
        whole = self.of.settle(scene) if self.of is not None else None
        base = self._base(scene, whole)
        if base is None or self.count == SOME:
            return None
        count = self.count * self.side
        at = moved(base, count, self.unit)
        told = self.told and scene.told is not None
        unit = self.grain or (Unit.DAY if self.unit is Unit.WEEK and self.count <= WEEKS else self.unit)
        if whole is not None:
            return replace(around(at, unit), told=whole.told, stated=whole.stated)
        return replace(around(at, unit), told=told)

    def _base(self, scene: Scene, whole: Stretch | None) -> date | None:
        if self.of is not None:
            return (whole.start if self.side < 0 else whole.end) if whole else None
        if not self.told:
            return scene.anchor
        # "a year earlier" with nothing named counts from the report; "later" would then be still to come
        return scene.told or (scene.anchor if self.side < 0 else None)


@dataclass(frozen=True, slots=True)
class Turn:
    """The calendar's last (-1), this (0) or next (1) `unit`, of the anchor or of the date last named (`told`)."""

    unit: Unit
    turn: int
    told: bool = False

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """That week, month, year ... of the calendar, weeks from Monday."""
        told = scene.told
        if self.unit is Unit.DAY and self.turn == 0 and scene.last is not None and scene.last.unit is not Unit.DAY:
            told = scene.day or told  # "on Tuesday ... in May ... later in the day"
        if self.unit is not Unit.DAY and scene.last is not None and _coarser(scene.last, self.unit) and self.told:
            return None  # "in 2009 ... that same month": of a month that is not told
        base = (told or (scene.anchor if self.turn < 1 else None)) if self.told else scene.anchor
        if base is None:
            return None
        found = around(moved(base, self.turn, self.unit), self.unit)
        return replace(found, told=self.told and scene.told is not None)


def _coarser(last: Stretch, unit: Unit) -> bool:
    """Whether the stretch last named is too long to hold one week or month that "that month" could mean."""
    return unit in (Unit.WEEK, Unit.MONTH) and last.unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY)


@dataclass(frozen=True, slots=True)
class TheWeekend:
    """A weekend without more: the last begun in the past, the coming one otherwise."""

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """Saturday and Sunday."""
        if scene.anchor is None:
            return None
        here = around(scene.anchor, Unit.WEEKEND)
        begun = scene.anchor.weekday() >= 5
        return here if scene.ahead or begun else around(shifted(scene.anchor, -7), Unit.WEEKEND)


@dataclass(frozen=True, slots=True)
class Length:
    """A span of time; `side` -1 ends on the anchor ("the past two months"), 1 begins there, 0 floats.

    `more` holds a smaller unit's share ("two years and six months").
    """

    count: float
    unit: Unit
    side: int = 0
    more: "Length | None" = None

    @property
    def kind(self) -> Kind:
        """DURATION."""
        return Kind.DURATION

    @property
    def value(self) -> str:
        """TIMEX3's: P3D, PT2H, PXW, P2Y6M; half a year is P6M, a night PNI as PT stays with the clock."""
        return _iso(self)

    def settle(self, scene: Scene) -> Stretch | None:
        """The days it covers when it is tied to the anchor; None when it floats or has no number."""
        if scene.anchor is None or self.side == 0:
            return None
        count = VAGUE_COUNT if self.count == SOME else self.count
        at = moved(scene.anchor, count * self.side, self.unit)
        start, end = (at, scene.anchor) if self.side < 0 else (scene.anchor, at)
        return Stretch(start, end, Precision.INTERVAL, self.value, self.unit)


LETTERS: Final = {
    Unit.DAY: "D",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
    Unit.HOUR: "H",
    Unit.MINUTE: "M",
    Unit.SECOND: "S",
    Unit.NIGHT: "NI",
    Unit.WEEKEND: "WE",
    Unit.SEASON: "SU",
    Unit.HALF: "H",
}


SOME_OF: Final = {Unit.DECADE: "Y", Unit.CENTURY: "C"}  # some decades are PXY (TempEval-3 train: 3 of 4)


def _iso(length: Length) -> str:
    head = "PT" if length.unit in CLOCK else "P"
    letter = LETTERS[length.unit]
    if length.count == SOME:
        return f"{head}X{SOME_OF.get(length.unit, letter)}"
    count, rest = int(length.count), length.count - int(length.count)
    if length.unit is Unit.DECADE:
        return f"P{_number(length.count * 10)}Y"
    if length.unit is Unit.CENTURY:
        return f"P{_number(length.count * 100)}Y"
    if length.unit is Unit.YEAR and rest == 0.5:
        return f"P{count}Y6M" if count else "P6M"
    if length.unit is Unit.HOUR and rest == 0.5:
        return f"PT{count}H30M" if count else "PT30M"
    tail = ""
    if length.more is not None and length.more.count != SOME:
        tail = f"{_number(length.more.count)}{LETTERS[length.more.unit]}"
        tail = f"T{tail}" if length.more.unit in CLOCK and length.unit not in CLOCK else tail
    return f"{head}{_number(length.count)}{letter}{tail}"


def _number(count: float) -> str:
    return str(int(count)) if count == int(count) else f"{count:.2f}".rstrip("0")


@dataclass(frozen=True, slots=True)
class Every:
    """A time that comes again: `value` is P1D or XXXX-WXX-1, `quant` EVERY or EACH, `freq` as TIMEX3 has it."""

    value: str
    quant: str | None = None
    freq: str | None = None

    @property
    def kind(self) -> Kind:
        """SET."""
        return Kind.SET

    def settle(self, scene: Scene) -> Stretch | None:
        """None: it names no one stretch."""
        return None
