"""A TIMEX3 value -> the days that it names, as far as it names a piece of the calendar."""

import re
from datetime import date
from typing import Final, TypeAlias

Days: TypeAlias = tuple[int, int]  # ordinals of the first day and of the day after the last
SEASONS: Final = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}
CLOCK: Final = re.compile(r"T.*$")
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
MONTH: Final = re.compile(r"\d{4}-\d\d")
YEAR: Final = re.compile(r"\d{4}")
DECADE: Final = re.compile(r"\d{3}X?")
WEEK: Final = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
PART: Final = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")


def days(value: str | None) -> Days | None:
    """The days of a day, week, weekend, month, quarter, half, season, year or decade; a clock time is cut to its day.

    None for durations, sets, PRESENT_REF and their like, and for what is no date (2013-02-30).
    """
    try:
        return _days(CLOCK.sub("", (value or "").strip()))
    except (ValueError, OverflowError):
        return None


def _days(value: str) -> Days | None:
    if DAY.fullmatch(value):
        first = date(int(value[:4]), int(value[5:7]), int(value[8:])).toordinal()
        return first, first + 1
    if MONTH.fullmatch(value):
        return _months(int(value[:4]), int(value[5:]), int(value[5:]) + 1)
    if YEAR.fullmatch(value):
        return _months(int(value), 1, 13)
    if DECADE.fullmatch(value):
        return _months(int(value[:3]) * 10, 1, 121)
    if week := WEEK.fullmatch(value):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1).toordinal()
        return first, first + (2 if week[3] else 7)
    if part := PART.fullmatch(value):
        return _part(int(part[1]), part[2], part[3], part[4])
    return None


def _part(year: int, quarter: str | None, half: str | None, season: str | None) -> Days:
    if quarter:
        return _months(year, int(quarter) * 3 - 2, int(quarter) * 3 + 1)
    if half:
        return _months(year, int(half) * 6 - 5, int(half) * 6 + 1)
    return _months(year, *SEASONS[season or ""])


def _months(year: int, first: int, past: int) -> Days:
    """The days from the first of month `first` to the first of month `past`, both counted from January of `year`."""
    begin, end = (date(year + (m - 1) // 12, (m - 1) % 12 + 1, 1).toordinal() for m in (first, past))
    return begin, end
