"""Words of a date as printed in metadata, leading lines and datelines to days."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?[ ]{1,3})?"
_YEAR: Final = r"(?P<{0}>(?:19|20)\d\d)"

# A month and a day with or without a year: "Aug. 17", "17 August 2021", "Tuesday, August 17, 2021".
DAY: Final = (
    rf"{_WEEKDAY}(?:"
    rf"(?P<month>{_MONTH})[ ]{{0,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?[ ]{{1,3}}{_YEAR.format('year')})?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ ]{{1,3}}(?:of[ ])?(?P<month2>{_MONTH})"
    rf"(?:,?[ ]{{1,3}}{_YEAR.format('year2')})?)"
)
_ISO: Final = re.compile(r"((?:1[5-9]|20|21)\d\d)([-/.]?)(\d\d)\2(\d\d)(?!\d)")
_WORDS: Final = re.compile(DAY, re.IGNORECASE)

# printed -> day, or None where no day can be read. Each row is a test (tests/reports/test_reports_dates.py).
EXAMPLES: Final = (
    ("2021-08-17", "2021-08-17"),
    ("2021-08-17T23:30:00+02:00", "2021-08-17"),
    ("20070911", "2007-09-11"),
    ("2007/09/11 10:15", "2007-09-11"),
    ("Tue, 17 Aug 2021 10:00:00 GMT", "2021-08-17"),
    ("Aug. 17, 2021", "2021-08-17"),
    ("Tuesday, August 17, 2021 at 4:05 pm", "2021-08-17"),
    ("3rd of June 1994", "1994-06-03"),
    ("Sept 5", None),  # no year
    ("2021-13-45", None),
    ("31 February 2003", None),
    ("05/06/2003", None),  # May or June: not guessed
    ("25/06/2003", "2003-06-25"),  # no month is the 25th
    ("yesterday", None),
)


def published_day(value: date | str | None) -> date | None:
    """The day of `value`, a date, a datetime or words; None for None or "".

    Raises ValueError for words that name no day. A time of day and its zone are dropped: the day is the one printed.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    day = printed_day(value)
    if day is None:
        raise ValueError(f"no date can be read in {value[:60]!r}; write it as 2021-08-17")
    return day


def printed_day(text: str) -> date | None:
    """The first full day (with its year) that `text` prints, or None."""
    text = text.strip()[:120]
    if found := _ISO.match(text):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := re.match(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b", text):
        return _slashed(int(found[1]), int(found[2]), int(found[3]))
    if found := _WORDS.search(text):
        return full_day(found, None)
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def full_day(found: re.Match[str], year: int | None) -> date | None:
    """The day of a match of DAY, its own year before `year`; None without any year or for the 31st of June."""
    own = found["year"] or found["year2"]
    number = int(own) if own else year
    if number is None:
        return None
    month = MONTHS.index((found["month"] or found["month2"]).lower()[:3]) + 1
    return _day(number, month, int(found["day"] or found["day2"]))


def near_day(found: re.Match[str], published: date) -> date | None:
    """The day of a match of DAY in the year that puts it nearest to `published`: datelines lie days before it."""
    days = [full_day(found, published.year + shift) for shift in (-1, 0, 1)]
    known = [day for day in days if day]
    return min(known, key=lambda day: abs((day - published).days), default=None)


def day_of_url(url: str | None) -> date | None:
    """The day in the path of a web address ("/2016/11/03/", "-20161103-"), or None."""
    if not url:
        return None
    found = re.search(r"[/_.-]((?:19|20)\d\d)([-/]?)(\d\d)\2(\d\d)(?=[/_.-]|$)", url)
    return _day(int(found[1]), int(found[3]), int(found[4])) if found else None


def _slashed(one: int, two: int, year: int) -> date | None:
    if one > 12:
        return _day(year, two, one)
    return _day(year, one, two) if two > 12 or one == two else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
