"""Meanings with calendar names: partial dates, weekdays, seasons, quarters, festivals, parts of the day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dragoman.records import Precision
from dragoman.times.festivals import festivals
from dragoman.times.meaning import Kind, Meaning, Scene, Tense
from dragoman.times.stretch import (
    SEASONS,
    Stretch,
    Unit,
    around,
    day,
    half,
    last_of,
    month,
    months_on,
    quarter,
    season,
    shifted,
    year,
)

STORY: Final = 184  # days that a story of old days may skip before its next bare month or day is another year's
SOON: Final = 14  # days to a festival that is told of in the past tense and still to come
SHORTEST: Final = 28  # days that every month has
JUST: Final = 21  # days: a day to come that was so lately is a misread tense ("asked to leave by Jan. 14", on Jan. 20)
NEXT: Final = 31  # days to the next month's first: told in the past, it would be "last October"
SLACK: Final = 90  # days: a past day so near ahead is a misread tense; agencies would have said "last year"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or part of one ("14 March", "May 2004", "1999", "the 14th"); what is not named is None.

    `turn` goes with a month: -1 last, 0 this, 1 next. `shift` is a year told from the anchor ("July last year": -1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    turn: int | None = None
    shift: int | None = None

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """The day, month or year; None where the year is not told and there is no anchor, or no such day."""
        if self.year is not None:
            return replace(self._at(self.year), stated=True) if self._fits(self.year) else None
        anchor = scene.anchor
        if anchor is None:
            return None
        if self.shift is not None:
            return self._at(anchor.year + self.shift) if self._fits(anchor.year + self.shift) else None
        if self.month is None:
            return self._of_month(scene)
        if scene.year is not None and self.turn is None and self._goes_on(scene.year, scene.told):
            return replace(self._at(scene.year), told=True)
        found = next((y for y in self._years(anchor, scene) if self._fits(y)), None)
        return self._at(found) if found is not None else None

    def _fits(self, year_: int) -> bool:
        if not 1 <= year_ <= 9999:
            return False
        if self.day is None or self.month is None or 1 <= self.day <= SHORTEST:
            return True
        return 1 <= self.day <= last_of(year_, self.month).day

    def _at(self, year_: int) -> Stretch:
        if self.month is None:
            return year(date(year_, 1, 1))
        first = date(year_, self.month, 1)
        return month(first) if self.day is None else day(first.replace(day=self.day))

    def _years(self, anchor: date, scene: Scene) -> list[int]:
        """Years to try, best first; more than one since 29 February is not in every year."""
        assert self.month is not None
        now, then = (anchor.month, anchor.day), (self.month, self.day or 0)
        if self.turn == 0:
            return [anchor.year]
        if self.turn is not None:
            here = self.month < anchor.month if self.turn < 0 else self.month > anchor.month
            return [anchor.year if here else anchor.year + self.turn]
        if self.day is None:
            now = (anchor.month, 0)
        if scene.tense is Tense.PRESENT:
            return sorted(range(anchor.year - 4, anchor.year + 5), key=lambda y: _months_off(y, then, anchor))
        if scene.ahead:
            first = anchor.year if then >= now else anchor.year + 1
            if self.day and first > anchor.year and self._near(anchor, first - 1, -JUST):
                first -= 1
            return [first, *range(first + 1, first + 9)]
        first = anchor.year if then <= now else anchor.year - 1
        if first < anchor.year and self._near(anchor, first + 1, SLACK if self.day else NEXT):
            first += 1
        return [first, *range(first - 1, first - 9, -1)]

    def _near(self, anchor: date, year_: int, days: int) -> bool:
        """Whether the date begins within so many days of the anchor in that year, back where `days` is negative."""
        if not self._fits(year_):
            return False
        gap = ((self._at(year_).start or anchor) - anchor).days
        return days <= gap <= 0 if days < 0 else gap <= days

    def _goes_on(self, year_: int, told: date | None) -> bool:
        """Whether the story of old days goes on with this date: after the one last named, and within months of it."""
        if told is None or not self._fits(year_):
            return False
        found = self._at(year_)
        assert found.start is not None and found.end is not None
        return found.end >= told and found.start <= shifted(told, STORY)

    def _of_month(self, scene: Scene) -> Stretch | None:
        """A bare day ("the 14th"): the nearest one on the tense's side, the anchor's own day included."""
        assert scene.anchor is not None and self.day is not None
        step = 1 if scene.ahead else -1
        for months in range(0, 4 * step, step):
            first = months_on(scene.anchor.replace(day=1), months)
            whole = month(first)
            if whole.end and self.day <= whole.end.day:
                at = first.replace(day=self.day)
                if (at >= scene.anchor) if scene.ahead else (at <= scene.anchor):
                    return day(at)
        return None


@dataclass(frozen=True, slots=True)
class Age:
    """A decade or century by a year in it."""

    year: int
    unit: Unit

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """Its ten or hundred years."""
        return replace(around(date(max(self.year, 1), 1, 1), self.unit), stated=True)


def _months_off(year_: int, then: tuple[int, int], anchor: date) -> float:
    """How far a month and day of a year lie from the anchor, in months of 31 days."""
    return abs((year_ - anchor.year) * 12 + then[0] - anchor.month + (then[1] - anchor.day if then[1] else 0) / 31)


GONE: Final = 4  # days back from which a weekday of the same week is "last": on Sunday "last Tuesday" is five days ago


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; `turn` -1 last, 0 this, 1 next, by calendar weeks; None bare.

    `near` is set by "past" and "coming": the nearest such day strictly before or after the anchor.
    """

    number: int
    turn: int | None = None
    near: int | None = None

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """The day. Bare: up to six days back in the past, ahead otherwise; the anchor's own day counts for both.

        Source: data/reading/README.md, "Dates"; agencies name the day of publication itself.
        """
        anchor = scene.anchor
        if anchor is None:
            return None
        if self.turn is not None:
            gap = (anchor.weekday() - self.number) if self.turn < 0 else 0
            week_ = self.turn + (gap >= GONE)
            return day(shifted(anchor, 7 * week_ + self.number - anchor.weekday()))
        if self.near is not None:
            gap = (self.number - anchor.weekday()) * self.near % 7 or 7
            return day(shifted(anchor, gap * self.near))
        if scene.ahead:
            return day(shifted(anchor, (self.number - anchor.weekday()) % 7))
        return day(shifted(anchor, -((anchor.weekday() - self.number) % 7)))


@dataclass(frozen=True, slots=True)
class Named:
    """A season, quarter, half or festival: `name` is SP, Q3, H1 or a festival's; year, shift or turn where told."""

    name: str
    year: int | None = None
    shift: int | None = None
    turn: int | None = None

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """The stretch in the year told, else the one nearest on the side of the turn or the tense."""
        if self.year is not None:
            found = self._in(self.year)
            return replace(found, stated=True) if found else None
        if scene.anchor is None:
            return None
        if self.shift is not None:
            return self._in(scene.anchor.year + self.shift)
        return self._nearest(scene, scene.anchor)

    def _nearest(self, scene: Scene, anchor: date) -> Stretch | None:
        ones = [s for y in range(anchor.year - 2, anchor.year + 3) for s in self._all(y) if s.start and s.end]
        before = [s for s in ones if s.end and s.end < anchor]
        begun = [s for s in ones if s.start and s.start <= anchor]
        coming = [s for s in ones if s.end and s.end >= anchor]
        later = [s for s in ones if s.start and s.start > anchor]
        if self.turn == 0:
            same = [s for s in ones if s.start and s.start.year == anchor.year]
            return same[0] if same else None
        if self.turn == -1:
            return before[-1] if before else None
        if self.turn == 1:
            return later[0] if later else None
        just = begun and begun[-1].end is not None and (anchor - begun[-1].end).days <= JUST
        if just and self.name.islower() and coming[:1] != begun[-1:]:
            return begun[-1]  # "it would be ready by Easter", told the week after
        if scene.ahead and not self._far(coming, anchor):
            return coming[0] if coming else None
        soon = coming[0] if coming and self.name not in SEASONS and not self.name[0].isupper() else None
        if soon and soon.start and begun and (soon.start - anchor).days <= SOON:
            return soon  # a festival days ahead: "pilgrims arrived for Easter"
        return begun[-1] if begun else None

    def _far(self, coming: list[Stretch], anchor: date) -> bool:
        """Whether a quarter to come is so far off that the last one must be meant: results are told in any tense."""
        if not (self.name[0] in "QH" and self.name[1:].isdigit()):
            return False
        return not coming or coming[0].start is None or (coming[0].start - anchor).days > 200

    def _in(self, year_: int) -> Stretch | None:
        found = self._all(year_)
        return found[0] if found else None

    def _all(self, year_: int) -> list[Stretch]:
        """The times it falls in a year: a feast of the moon may come twice, or not at all."""
        part = self._part(year_)
        if part is not None:
            return [part]
        both = festivals(self.name, year_)
        return [day(one) if one == last else _days(one, last) for one, last in both]

    def _part(self, year_: int) -> Stretch | None:
        if not 1 <= year_ <= 9998:
            return None
        if self.name in SEASONS:
            return season(year_, self.name)
        if self.name[0] == "Q" and self.name[1:].isdigit():
            return quarter(date(year_, int(self.name[1:]) * 3, 1))
        if self.name[0] == "H" and self.name[1:].isdigit():
            return half(date(year_, int(self.name[1:]) * 6, 1))
        return None


def _days(first: date, last: date) -> Stretch:
    return Stretch(first, last, Precision.INTERVAL, f"{first.isoformat()}/{last.isoformat()}", Unit.DAY)


@dataclass(frozen=True, slots=True)
class FromTold:
    """A phrase that counts from the date last named: "the following March", "the previous Friday"."""

    of: Meaning

    @property
    def kind(self) -> Kind:
        """DATE."""
        return Kind.DATE

    def settle(self, scene: Scene) -> Stretch | None:
        """As `of` on that date; from the anchor where none was named."""
        if scene.told is None:
            return self.of.settle(scene)
        whole = scene.last is not None and scene.last.unit is Unit.YEAR and getattr(self.of, "turn", None) == 0
        base = scene.last.start if whole and scene.last else scene.told  # "in 2011 ... after that January"
        found = self.of.settle(replace(scene, anchor=base, year=None))
        return replace(found, told=True, stated=False) if found else None
