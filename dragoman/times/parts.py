"""Meanings that are parts of others: the last week of March, 9 p.m. on Friday, early May, the week of a day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dragoman.records import Precision
from dragoman.times.meaning import Kind, Meaning, Scene, Tense
from dragoman.times.stretch import Stretch, Unit, around, day, months_on, shifted, week

THURSDAY: Final = 3


@dataclass(frozen=True, slots=True)
class Within:
    """The `number`th `unit` or weekday of a larger stretch ("the last week of March", "the 14th of next month")."""

    number: int
    unit: Unit | None
    weekday: int | None
    of: Meaning

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """That part; a negative number counts from the end. None when the larger stretch has no such part."""
        whole = self.of.settle(scene)
        if whole is None or whole.start is None or whole.end is None or self.number == 0:
            return None
        found = self._parts(whole.start, whole.end)
        return replace(found, told=whole.told, stated=whole.stated) if found else None

    def _parts(self, start: date, end: date) -> Stretch | None:
        if self.weekday is not None:
            return self._weekday(start, end, self.weekday)
        if self.unit is Unit.WEEK:  # a month's weeks are those with most of their days in it, hence their Thursday
            found = self._weekday(start, end, THURSDAY)
            return week(found.start) if found and found.start else None
        assert self.unit is not None
        at = start if self.number > 0 else end
        steps = self.number - 1 if self.number > 0 else self.number + 1
        if self.unit is Unit.DAY:
            got = day(shifted(at, steps))
        elif self.unit is Unit.WEEKEND:
            got = around(shifted(at, 7 * steps), self.unit)
        else:
            size = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}.get(self.unit)
            if size is None:
                return None
            got = around(months_on(at, steps * size), self.unit)
        inside = got.start is not None and got.end is not None and got.end >= start and got.start <= end
        return got if inside else None

    def _weekday(self, start: date, end: date, weekday: int) -> Stretch | None:
        if self.number > 0:
            first = shifted(start, (weekday - start.weekday()) % 7)
            at = shifted(first, 7 * (self.number - 1))
        else:
            last = shifted(end, -((end.weekday() - weekday) % 7))
            at = shifted(last, 7 * (self.number + 1))
        return day(at) if start <= at <= end else None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day on a day: `of` is the day (None: the date last named, else the anchor), `at` "T09:00" or "TNI"."""

    at: str
    of: Meaning | None = None

    @property
    def kind(self) -> Kind:
        """TIME."""
        return Kind.TIME

    def settle(self, scene: Scene) -> Stretch | None:
        """The day, with the clock time in the value; overnight runs from the evening before into the day."""
        if self.of is None:
            at = _day_of_scene(scene)
            base = day(at) if at else None
        else:
            base = self.of.settle(scene)
        if base is None or base.unit is not Unit.DAY:
            return base
        return base.valued(f"{base.value}{self.at}")


NEWS: Final = 3  # days back that a report still tells as its news: "lost on Friday ... met in the afternoon"


def _day_of_scene(scene: Scene) -> date | None:
    """The day that a bare clock time falls on: the one last named if it is this news, else the anchor."""
    if scene.anchor is None or scene.told is None:
        return scene.anchor or scene.told
    gap = (scene.anchor - scene.told).days
    news = -NEWS <= gap <= 0 if scene.tense is Tense.FUTURE else 0 <= gap <= NEWS
    return scene.told if news else scene.anchor


@dataclass(frozen=True, slots=True)
class Overnight:
    """The night that ends on the anchor's morning, or begins on its evening when still to come.

    `of` is the day on whose evening it begins ("overnight Sunday"), or with `into` that on whose morning it ends.
    """

    of: Meaning | None = None
    into: bool = False

    @property
    def kind(self) -> Kind:
        """TIME."""
        return Kind.TIME

    def settle(self, scene: Scene) -> Stretch | None:
        """Two days: the evening's and the morning's."""
        if self.of is not None:
            base = self.of.settle(scene)
            if base is None or base.start is None or base.start != base.end:
                return None
            first = shifted(base.start, -1) if self.into else base.start
            return Stretch(first, shifted(first, 1), Precision.INTERVAL, f"{first.isoformat()}TNI", Unit.DAY)
        if scene.anchor is None:
            return None
        first = scene.anchor if scene.tense is Tense.FUTURE else shifted(scene.anchor, -1)
        value = f"{scene.anchor.isoformat()}TNI"
        return Stretch(first, shifted(first, 1), Precision.INTERVAL, value, Unit.DAY)


@dataclass(frozen=True, slots=True)
class Edge:
    """A part of a stretch: start, early, mid, late, end (of it), or so_far ("earlier this year") and to_come."""

    part: str
    of: Meaning

    @property
    def kind(self) -> Kind:
        """As the whole."""
        return self.of.kind

    def settle(self, scene: Scene) -> Stretch | None:
        """The part's days under the whole's value. Thirds of a month are days 1-10, 11-20 and the rest."""
        whole = self.of.settle(scene)
        if whole is None or whole.start is None or whole.end is None or whole.start == whole.end:
            return whole
        if self.part in ("so_far", "to_come"):
            return _up_to(whole, self.part, scene.anchor)
        first, last = _window(whole.start, whole.end, whole.unit, self.part)
        return whole.cut(first, last)


def _up_to(whole: Stretch, part: str, anchor: date | None) -> Stretch:
    if anchor is None or whole.start is None or whole.end is None or not whole.start <= anchor <= whole.end:
        return whole
    return whole.cut(whole.start, anchor) if part == "so_far" else whole.cut(anchor, whole.end)


# First and last tenth-like shares of a stretch, in months or days from its start; news says "early" of a third.
THIRDS: Final = {"early": (0, 1), "start": (0, 1), "mid": (1, 2), "late": (2, 3), "end": (2, 3)}


def _window(start: date, end: date, unit: Unit, part: str) -> tuple[date, date]:
    low, high = THIRDS[part]
    if unit is Unit.MONTH:
        return shifted(start, 10 * low), end if high == 3 else shifted(start, 10 * high - 1)
    if unit is Unit.YEAR and part in ("start", "end"):
        return (start, shifted(start, 30)) if part == "start" else (shifted(end, -30), end)
    if unit is Unit.WEEK:
        return shifted(start, (0, 2, 4)[low]), shifted(start, (1, 3, 6)[low])
    if unit in (Unit.DECADE, Unit.CENTURY):
        years = ((0, 3), (3, 7), (7, 10))[low] if unit is Unit.DECADE else ((0, 33), (33, 67), (67, 100))[low]
        return months_on(start, 12 * years[0]), shifted(months_on(start, 12 * years[1]), -1)
    length = (end - start).days + 1
    return shifted(start, length * low // 3), shifted(start, length * high // 3 - 1)


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds the first day of another stretch."""

    of: Meaning

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """That week, from Monday."""
        whole = self.of.settle(scene)
        if whole is None or whole.start is None:
            return None
        return replace(week(whole.start), told=whole.told, stated=whole.stated)
