"""Festivals and days of note by name and year to the days they fall on."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.times import moons

SURE: Final = range(1900, 2201)  # years for which the calendars of the moon are reckoned
Days = tuple[date, date]  # first and last


@cache
def table() -> dict[str, str]:
    """Festival's name in lower case to its rule.

    "12-25" a day; "easter-2" and "orthodox+1" from Easter Sunday; "5:3:1" the third Monday of May, "+1" the day after;
    "hijri 9 1 29" 29 days from 1 Ramadan; "lunar", "autumn", "diwali", "nowruz", "passover+7", "jewish+9" by moons.py.
    """
    rows = files("dragoman.times").joinpath("data/festivals.tsv").read_text("utf-8").splitlines()[1:]
    return {name: rule for name, rule, *_ in (row.split("\t") for row in rows if row)}


def festival(name: str, year: int) -> date | None:
    """The first day of festival `name` (lower case) in `year`, or None if the table lacks it."""
    found = festivals(name, year)
    return found[0][0] if found else None


@cache
def festivals(name: str, year: int) -> tuple[Days, ...]:
    """First and last day of each time that a festival falls in a year; a feast of the moon may come twice or not."""
    rule = table().get(name)
    if rule is None or not 1 < year < 9999:
        return ()
    head, _, rest = rule.partition(" ")
    if head == "hijri":
        month, day, *length = map(int, rest.split())
        starts = moons.of_hijri(year, month, day) if year in SURE else []
        return tuple((at, at + timedelta(days=(length[0] if length else 1) - 1)) for at in starts)
    at = _day(rule, year)
    return ((at, at),) if at else ()


def _day(rule: str, year: int) -> date | None:
    for name, first in FIRSTS.items():
        if rule.startswith(name):
            reckoned = year in SURE or name == "easter"
            return first(year) + timedelta(days=int(rule[len(name) :] or 0)) if reckoned else None
    if ":" in rule:
        of, _, on = rule.partition("+")
        return _nth_weekday(year, *map(int, of.split(":"))) + timedelta(days=int(on or 0))
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


def _nth_weekday(year: int, month: int, number: int, weekday: int) -> date:
    """The `number`th `weekday` (Monday 1) of a month; -1 is the last."""
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = date(year, month, 28)
    while (last + timedelta(days=1)).month == month:
        last += timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm in Meeus, Astronomical Algorithms, 8."""
    golden, (hundred, rest) = year % 19, divmod(year, 100)
    skipped = (hundred - (hundred + 8) // 25 + 1) // 3
    epact = (19 * golden + hundred - hundred // 4 - skipped + 15) % 30
    sunday = (32 + 2 * (hundred % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar by our date. Source: Meeus, Astronomical Algorithms, chapter 8."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


FIRSTS: Final[dict[str, Callable[[int], date]]] = {
    "easter": easter,
    "orthodox": orthodox_easter,
    "lunar": moons.lunar_new_year,
    "autumn": moons.mid_autumn,
    "diwali": moons.diwali,
    "nowruz": moons.nowruz,
    "passover": moons.passover,
    "jewish": moons.rosh_hashanah,
    "hanukkah": moons.hanukkah,
}
