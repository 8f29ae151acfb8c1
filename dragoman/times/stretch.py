"""Stretches of the calendar (a day, a week, a season) from a day in them, with TIMEX3 values and steps between them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dragoman.records import Precision


class Unit(StrEnum):
    """Units of time by their TIMEX3 letters; clock units carry the T of "PT3H"."""

    SECOND = "TS"
    MINUTE = "TM"
    HOUR = "TH"
    DAY = "D"
    NIGHT = "NI"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    HALF = "H"
    SEASON = "S"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"


CLOCK: Final = frozenset({Unit.SECOND, Unit.MINUTE, Unit.HOUR})
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month; news of the north half names them so


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to `end`, both included, None an open side; `value` is TIMEX3's and `unit` what it names.

    `told` says that the days were counted from the date last named and not from the anchor.
    """

    start: date | None
    end: date | None
    precision: Precision
    value: str
    unit: Unit = Unit.DAY
    told: bool = False
    stated: bool = False

    def valued(self, value: str) -> "Stretch":
        """The same days under another value."""
        return replace(self, value=value)

    def cut(self, start: date | None, end: date | None) -> "Stretch":
        """Other days under the same value: a part of it or what reaches up to it."""
        precision = Precision.DAY if start == end and start else Precision.INTERVAL
        return replace(self, start=start, end=end, precision=precision)


def shifted(day: date, days: int) -> date:
    """`day` moved by `days`, kept within what a date can hold."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def months_on(day: date, months: int) -> date:
    """The same day of the month `months` later, or that month's last day."""
    at = day.year * 12 + day.month - 1 + months
    year = min(max(at // 12, 1), 9999)
    return date(year, at % 12 + 1, min(day.day, last_of(year, at % 12 + 1).day))


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def day(at: date) -> Stretch:
    """That day."""
    return Stretch(at, at, Precision.DAY, at.isoformat(), Unit.DAY)


def week(at: date) -> Stretch:
    """The week from Monday that holds `at`."""
    start = shifted(at, -at.weekday())
    year, number, _ = at.isocalendar()
    return Stretch(start, shifted(start, 6), Precision.WEEK, f"{year:04}-W{number:02}", Unit.WEEK)


def weekend(at: date) -> Stretch:
    """Saturday and Sunday of the week that holds `at`."""
    whole = week(at)
    start = shifted(at, 5 - at.weekday())
    return Stretch(start, shifted(start, 1), Precision.INTERVAL, f"{whole.value}-WE", Unit.WEEKEND)


def month(at: date) -> Stretch:
    """The month that holds `at`."""
    return Stretch(at.replace(day=1), last_of(at.year, at.month), Precision.MONTH, f"{at:%Y-%m}".zfill(7), Unit.MONTH)


def quarter(at: date) -> Stretch:
    """The quarter of the calendar year that holds `at`."""
    number = (at.month - 1) // 3 + 1
    start = date(at.year, number * 3 - 2, 1)
    return Stretch(start, last_of(at.year, number * 3), Precision.QUARTER, f"{at.year:04}-Q{number}", Unit.QUARTER)


def half(at: date) -> Stretch:
    """The half of the calendar year that holds `at`."""
    number = 1 if at.month <= 6 else 2
    start, end = date(at.year, number * 6 - 5, 1), last_of(at.year, number * 6)
    return Stretch(start, end, Precision.INTERVAL, f"{at.year:04}-H{number}", Unit.HALF)


def season(year: int, name: str) -> Stretch:
    """A season of a year; `name` is SP, SU, FA or WI. Winter runs into the next year, as TIMEX3's scorers take it."""
    first = SEASONS[name]
    start = date(year, first, 1)
    end = months_on(start, 2)
    return Stretch(start, last_of(end.year, end.month), Precision.INTERVAL, f"{year:04}-{name}", Unit.SEASON)


def year(at: date) -> Stretch:
    """The calendar year that holds `at`."""
    return Stretch(date(at.year, 1, 1), date(at.year, 12, 31), Precision.YEAR, f"{at.year:04}", Unit.YEAR)


def decade(at: date) -> Stretch:
    """The ten years from the one that ends in 0."""
    first = max(at.year - at.year % 10, 1)
    end = date(min(at.year - at.year % 10 + 9, 9999), 12, 31)
    return Stretch(date(first, 1, 1), end, Precision.INTERVAL, f"{at.year // 10:03}", Unit.DECADE)


def century(at: date) -> Stretch:
    """The hundred years that hold `at`, from the year that ends in 00, as TIMEX3 counts them."""
    first = max(at.year - at.year % 100, 1)
    end = date(min(at.year - at.year % 100 + 99, 9999), 12, 31)
    return Stretch(date(first, 1, 1), end, Precision.INTERVAL, f"{at.year // 100:02}", Unit.CENTURY)


def named_season(at: date) -> Stretch:
    """The season that holds `at`."""
    name = next((n for n, first in SEASONS.items() if first <= at.month < first + 3), "WI")
    return season(at.year - 1 if at.month < 3 else at.year, name)


AROUND: Final[dict[Unit, Callable[[date], Stretch]]] = {
    Unit.SECOND: day,
    Unit.MINUTE: day,
    Unit.HOUR: day,
    Unit.DAY: day,
    Unit.NIGHT: day,
    Unit.WEEKEND: weekend,
    Unit.WEEK: week,
    Unit.MONTH: month,
    Unit.QUARTER: quarter,
    Unit.HALF: half,
    Unit.SEASON: named_season,
    Unit.YEAR: year,
    Unit.DECADE: decade,
    Unit.CENTURY: century,
}
MONTHS: Final = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
DAYS: Final = {
    Unit.DAY: 1.0,
    Unit.NIGHT: 1.0,
    Unit.WEEK: 7.0,
    Unit.WEEKEND: 7.0,
    Unit.HOUR: 1 / 24,
    Unit.MINUTE: 1 / 1440,
}


def around(at: date, unit: Unit) -> Stretch:
    """The `unit` of the calendar that holds `at`; for clock units its day."""
    return AROUND[unit](at)


def moved(at: date, count: float, unit: Unit) -> date:
    """The day `count` units after `at` (before, when negative); parts of a day are dropped."""
    if unit in MONTHS:
        return months_on(at, int(max(min(count, 99999), -99999) * MONTHS[unit]))
    days = max(min(count * DAYS.get(unit, 0.0), 3_600_000), -3_600_000)
    return shifted(at, int(days))
