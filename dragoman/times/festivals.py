"""Festivals and days of note by name and year to the day they fall on."""

from datetime import date, timedelta
from functools import cache
from importlib.resources import files

# Nowruz is the day of the spring equinox in Tehran: 20 March in leap years of the Persian calendar's drift, else 21.
NOWRUZ_ON_20 = frozenset(range(1996, 2100, 4)) | frozenset(range(2029, 2100, 4))


@cache
def table() -> dict[str, str]:
    """Festival's name in lower case to its rule: "12-25", "easter-2", "5:3:1" (third Monday of May) or "nowruz"."""
    rows = files("dragoman.times").joinpath("data/festivals.tsv").read_text("utf-8").splitlines()[1:]
    return {name: rule for name, rule, *_ in (row.split("\t") for row in rows if row)}


def festival(name: str, year: int) -> date | None:
    """The day of festival `name` (lower case) in `year`, or None if the table lacks it."""
    rule = table().get(name)
    if rule is None:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if rule == "nowruz":
        return date(year, 3, 20 if year in NOWRUZ_ON_20 else 21)
    if ":" in rule:
        return _nth_weekday(year, *map(int, rule.split(":")))
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
