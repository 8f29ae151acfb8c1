"""A feast of the moon's calendars and a year to the days it falls on: Eid, Lunar New Year, Diwali, Passover, Nowruz.

New moons follow Meeus, Astronomical Algorithms (1998), chapter 49, with its largest terms (good to some ten minutes).
Feasts that wait for a sighted crescent may come a day off: countries themselves differ by one.
"""

from datetime import date, timedelta
from functools import cache
from math import radians, sin
from typing import Final

LUNATION: Final = 29.530588861  # days from new moon to new moon
FIRST: Final = 2451550.09766  # Julian day of the new moon of January 2000
UNIX: Final = 1721424.5  # Julian day at the midnight before proleptic ordinal 0


def new_moon(k: int) -> float:
    """The moment of the `k`th new moon after January 2000 in days of the proleptic calendar, dynamical time."""
    t = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k - 0.0000014 * t * t)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    e = 1 - 0.002516 * t
    shift = (
        -0.40720 * sin(moon)
        + 0.17241 * e * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node)
        + 0.00739 * e * sin(moon - sun)
        - 0.00514 * e * sin(moon + sun)
        + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node)
        - 0.00057 * sin(moon + 2 * node)
    )
    return FIRST + LUNATION * k + 0.00015437 * t * t + shift - UNIX


def _near(day: date) -> int:
    """The number of a new moon within a month of a day."""
    return round((day.toordinal() + UNIX - FIRST) / LUNATION)


def _last_before(moment: float, zone: float) -> int:
    """The number of the last new moon on or before the day of a moment, in a zone's local time."""
    at = _near(date.fromordinal(int(moment))) + 1
    while int(new_moon(at) + zone / 24) > int(moment):
        at -= 1
    return at


SOLSTICE: Final = 2451900.05952 - UNIX + 8 / 24  # winter solstice of 2000 in Beijing's time
TROPICAL: Final = 365.24274
LIBRA: Final = 737715.295  # when the sun entered sidereal Libra in 2020, in India's time
SUNSET: Final = 17.6 / 24  # in Delhi in November
SIDEREAL: Final = 365.25636


def lunar_new_year(year: int) -> date:
    """The first day of the Chinese year: the second new moon after the one that opens the solstice's month."""
    winter = _last_before(SOLSTICE + TROPICAL * (year - 2001), 8)
    return date.fromordinal(int(new_moon(winter + 2) + 8 / 24))


def mid_autumn(year: int) -> date:
    """The fifteenth day of the Chinese month that holds the autumn equinox."""
    return date.fromordinal(int(new_moon(_last_before(date(year, 9, 23).toordinal(), 8)) + 8 / 24) + 14)


def diwali(year: int) -> date:
    """The evening before or of the first new moon after the sun enters sidereal Libra, in India's time."""
    moment = new_moon(_last_before(LIBRA + SIDEREAL * (year - 2020), 5.5)) + 5.5 / 24
    at = _near(date.fromordinal(int(moment)))
    while moment < LIBRA + SIDEREAL * (year - 2020):
        at += 1
        moment = new_moon(at) + 5.5 / 24
    return date.fromordinal(int(moment) - (moment % 1 < SUNSET))


CRESCENT: Final = 13.4 / 24  # by Mecca's clock: a moon younger than that is not seen on the same evening
HIJRA: Final = 1948439.5 - UNIX  # 1 Muharram of year 1 in the civil calendar


@cache
def hijri(year: int, month: int) -> date:
    """The first day of a month of the Islamic calendar as Saudi Arabia reckons it, by the new moon at Mecca."""
    civil = HIJRA + (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * month - 58) // 2
    at = _near(date.fromordinal(int(civil)))
    moment = min((new_moon(at + k) + 3 / 24 for k in (-1, 0, 1)), key=lambda m: abs(m + 1.2 - civil))
    return date.fromordinal(int(moment) + 1 + (moment % 1 > CRESCENT))


def of_hijri(year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year on which a day of the Islamic year falls: mostly one, sometimes two or none."""
    about = int((year - 622) * 1.0307)
    found = [hijri(h, month) + timedelta(days=day - 1) for h in range(about - 1, about + 4)]
    return [at for at in found if at.year == year]


def rosh_hashanah(year: int) -> date:
    """The Jewish new year in the autumn of a year. Source: Reingold and Dershowitz, Calendrical Calculations."""
    return date.fromordinal(_elapsed(year + 3761) - 1373427)


def _elapsed(year: int) -> int:
    """Days from the epoch of the Hebrew calendar to the new year of `year`, with its postponements."""
    day = _delayed(year)
    if _delayed(year + 1) - day == 356:
        return day + 2
    return day + 1 if day - _delayed(year - 1) == 382 else day


def _delayed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def passover(year: int) -> date:
    """The first day of Passover, 163 days before the new year that follows."""
    return rosh_hashanah(year) - timedelta(days=163)


def hanukkah(year: int) -> date:
    """The first day of Hanukkah, 25 Kislev: how far behind the new year depends on the year's length."""
    length = (rosh_hashanah(year + 1) - rosh_hashanah(year)).days
    return rosh_hashanah(year) + timedelta(days=84 if length in (355, 385) else 83)


def nowruz(year: int) -> date:
    """The first day of the Persian year, by its cycle of 33 years (good from 1800 to 2250)."""
    persian = year - 621
    leaps = sum(_leap(p) for p in range(min(persian, 1375), max(persian, 1375)))
    days = 365 * (persian - 1375) + (leaps if persian > 1375 else -leaps)
    return date(1996, 3, 20) + timedelta(days=days)


def _leap(persian: int) -> bool:
    return (persian * 8 + 29) % 33 < 8
