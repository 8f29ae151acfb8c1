"""Words to times that are counted: "three days ago", "two weeks later", "the past two months", "every Thursday".

Each reader takes the words and an index and gives the meaning and the index after it, or None.
"""

from typing import Final

from dragoman.times.counts import count
from dragoman.times.meaning import Vague
from dragoman.times.named import Dated, Named, Weekday
from dragoman.times.parts import Clock
from dragoman.times.read_dates import DASHES, Read, month_of, weekday_number
from dragoman.times.relative import SOME, Every, Length, Step, TheWeekend, Today, Turn
from dragoman.times.stretch import CLOCK, Unit
from dragoman.times.words import Words, lexicon, numbers_of

AGO: Final = {
    "ago": (-1, False),
    "earlier": (-1, True),
    "previously": (-1, True),
    "later": (1, True),
    "afterwards": (1, True),
    "hence": (1, False),
}
APPROX: Final = {
    ("more", "than"),
    ("less", "than"),
    ("up", "to"),
    ("at", "least"),
    ("at", "most"),
    ("fewer", "than"),
    ("as", "many"),
}


def unit_at(w: Words, i: int) -> tuple[Unit, int, bool] | None:
    """The unit at `i`, how many of it one word is (a fortnight is two weeks), and whether it is a plural."""
    low = w.low[i]
    letter = lexicon()["unit"].get(low)
    plural = letter is None
    letter = letter or lexicon()["units"].get(low)
    if letter is None:
        return None
    return (Unit.WEEK, 2, plural) if letter == "F" else (Unit(letter), 1, plural)


def approximate(w: Words, i: int) -> int:
    """The index after "nearly", "more than", "at least" ..., `i` if there is none."""
    if w.low[i] in lexicon()["approx"]:
        return i + 1
    if w.low[i : i + 2] in APPROX:
        return i + 2
    return i + 3 if w.low[i] == "no" and w.low[i + 1] in ("more", "less") and w.low[i + 2] == "than" else i


def length(w: Words, i: int) -> tuple[Length, int] | None:
    """Such as "three days", "27-year", "two and a half years", "a decade", "72 hours", "an hour and a half"."""
    got = count(w, approximate(w, i))
    if got is None:
        return None
    number, at = got
    dashed = w.low[at] in DASHES
    at = at + 1 if dashed else at
    while (
        w.low[at] in ("more", "full", "consecutive", "straight", "whole", "additional", "long", "or", "to")
        and not dashed
    ):
        if w.low[at] in ("or", "to"):
            other = count(w, at + 1)
            if other is None:
                return None
            number, at = other if w.low[at] == "to" else (number, other[1])
        else:
            at += 1
    unit = unit_at(w, at)
    if unit is None or (unit[0] is Unit.SECOND and not unit[2]) or (unit[0] is Unit.WEEKEND and number == 1):
        return None
    if not _sound(w, number, unit, at, dashed):
        return None
    return _tail(w, number if number == SOME else number * unit[1], unit[0], at + 1, dashed)


# What "a two week" may go before; elsewhere a number asks for the plural.
LONG: Final = frozenset({Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})


def _sound(w: Words, number: float, unit: tuple[Unit, int, bool], at: int, dashed: bool) -> bool:
    """Not "a second", "three-quarters of", "two year" before nothing, nor somebody's age ("a 40-year-old")."""
    grain, _, plural = unit
    if grain is Unit.QUARTER and (not plural or dashed):
        return False
    if grain is Unit.YEAR and w.low[at + 1] in DASHES and w.low[at + 2] in ("old", "olds"):
        return False
    if number in (1, 0.5, SOME) or plural or dashed:
        return True
    return grain in LONG and w.low[at + 1].isalpha()


def _tail(w: Words, number: float, unit: Unit, at: int, dashed: bool) -> tuple[Length, int]:
    if dashed and w.low[at] in DASHES and w.low[at + 1] in ("old", "long"):
        return Length(number, unit), at + 2
    if w.low[at : at + 3] == ("and", "a", "half"):
        return Length(number + 0.5, unit), at + 3
    if w.low[at : at + 2] == ("or", "so"):
        return Length(number, unit), at + 2
    if w.low[at] in ("and", ",") and not dashed:
        more = count(w, at + 1)
        smaller = unit_at(w, more[1]) if more else None
        if more and smaller and list(Unit).index(smaller[0]) < list(Unit).index(unit) and more[0] != SOME:
            return Length(number, unit, 0, Length(more[0] * smaller[1], smaller[0])), more[1] + 1
    return Length(number, unit), at


def counted(w: Words, i: int) -> Read | None:
    """A length and what it hangs on: "ago", "earlier", "later", "from now", "before that"; else the length itself."""
    got = length(w, i) or _bare_plural(w, i)
    if got is None:
        return None
    span, at = got
    word = w.low[at]
    if word == "-" and w.low[at + 1] in AGO:
        at, word = at + 1, w.low[at + 1]
    if word in AGO:
        side, told = AGO[word]
        return _step(span, side, told), at + 1
    if w.low[at : at + 2] == ("from", "now"):
        return _step(span, 1, False), at + 2
    if word in ("before", "after") and w.low[at + 1] in (".", ",", ";", "and", "\n", ""):
        return _step(span, 1 if word == "after" else -1, True), at + 1
    if word == "on" and w.low[at + 1] in (",", "."):
        return _step(span, 1, False), at + 1
    return span, at


def _bare_plural(w: Words, i: int) -> tuple[Length, int] | None:
    """Such as "weeks ago", "days later", "hours after", "for years"; not "days" alone."""
    unit = unit_at(w, i)
    if unit is None or not unit[2]:
        return None
    ok = w.low[i + 1] in AGO or w.low[i + 1] in ("after", "before") or (i and w.low[i - 1] == "for")
    return (Length(SOME, unit[0]), i + 1) if ok else None


def _step(span: Length, side: int, told: bool) -> Step:
    return Step(span.count, span.unit, side, told)


def anchored_length(w: Words, i: int) -> Read | None:
    """Such as "the past two months", "the next four years", "recent weeks", "the first nine months"."""
    at = i + 1 if w.low[i] in ("the", "these", "those") else i
    low = w.low[at]
    if low in ("recent", "coming") and (unit := unit_at(w, at + 1)) and unit[2]:
        return Length(SOME, unit[0], -1 if low == "recent" else 1), at + 2
    side = {
        "past": -1,
        "last": -1,
        "next": 1,
        "coming": 1,
        "previous": 0,
        "first": 0,
        "final": 0,
        "following": 0,
        "latest": 0,
    }.get(low)
    if side is None:
        return None
    number = count(w, approximate(w, at + 1))
    unit = unit_at(w, number[1]) if number else None
    if number and unit and w.low[at + 1] not in ("a", "an"):
        return Length(number[0] if number[0] == SOME else number[0] * unit[1], unit[0], side), number[1] + 1
    unit = unit_at(w, at + 1)
    if unit and unit[2] and side:
        return Length(SOME, unit[0], side), at + 2
    past = low == "past" or (
        low == "last" and at > i and unit and unit[0] in (Unit.DECADE, Unit.CENTURY, Unit.HOUR, Unit.YEAR)
    )
    return (Length(unit[1], unit[0], -1), at + 2) if unit and past and w.low[at + 2] != "of" else None


def turned(w: Words, i: int) -> Read | None:
    """Such as "last week", "this month", "next Tuesday", "last August", "this past spring", "last night"."""
    at = i + 1 if w.low[i] == "the" and w.low[i + 1] in ("coming", "past", "current", "next") else i
    turn = numbers_of("turn").get(w.low[at])
    near = numbers_of("near").get(w.low[at])
    if turn == 0 and w.low[at + 1] in numbers_of("near"):
        at, near = at + 1, numbers_of("near")[w.low[at + 1]]
    if w.low[at] == "current":
        turn = 0
    if turn is None and near is None:
        return None
    return _turned(w, at + 1, turn if near is None else near, near)


def _turned(w: Words, i: int, turn: int | None, near: int | None) -> Read | None:
    side = turn or 0
    if w.low[i] == "fiscal":
        i += 1
    unit = unit_at(w, i)
    if unit and not unit[2]:
        if near == -1:  # "the past week" is a length, not a week of the calendar
            return Length(unit[1], unit[0], -1), i + 1
        if unit[0] in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.NIGHT):
            return (Clock("TNI", Today(-1)), i + 1) if unit[0] is Unit.NIGHT and side == -1 else None
        return Turn(unit[0], side), i + 1
    weekday_ = weekday_number(w, i)
    if weekday_:
        return Weekday(weekday_[0], None if near else turn, near), weekday_[1]
    month = month_of(w, i)
    if month:
        return Dated(None, month[0], None, side), month[1]
    if w.low[i] in lexicon()["season"]:
        return Named(lexicon()["season"][w.low[i]], None, None, side), i + 1
    if w.low[i] in ("christmas", "easter", "thanksgiving", "ramadan", "nowruz") and w.low[i] != "ramadan":
        return Named(w.low[i], None, None, side), i + 1
    part = lexicon()["daypart"].get(w.low[i])
    return (Clock(part, Today(0)), i + 1) if part and side == 0 and part[1:] in ("MO", "AF", "EV") else None


def told(w: Words, i: int) -> Read | None:
    """Such as "the same day", "that year", "the following week", "the previous Friday", "the day before"."""
    at = i + 1 if w.low[i] == "the" else i
    side = numbers_of("told").get(w.low[at])
    if w.low[at] == "next" and at > i:
        side = 1
    if side is not None and (at > i or w.low[at] == "that"):
        return _told(w, at + 1, side)
    unit = unit_at(w, at) if at > i else None
    if (
        unit
        and not unit[2]
        and w.low[at + 1] in ("before", "after", "earlier")
        and w.low[at + 2] in (".", ",", ";", "\n", "", "and", "in", "at")
    ):
        return Turn(unit[0], 1 if w.low[at + 1] == "after" else -1, True), at + 2
    return None


def _told(w: Words, i: int, side: int) -> Read | None:
    unit = unit_at(w, i)
    if unit and not unit[2] and unit[0] not in CLOCK:
        return Turn(Unit.DAY if unit[0] is Unit.NIGHT else unit[0], side, True), i + 1
    weekday_ = weekday_number(w, i)
    if weekday_ and side:
        return Weekday(weekday_[0], None, side), weekday_[1]
    part = lexicon()["daypart"].get(w.low[i])
    return (Clock(part, Turn(Unit.DAY, side, True)), i + 1) if part and len(part) == 3 else None


def year_before(w: Words, i: int) -> Read | None:
    """Such as "year-earlier", "the year-ago quarter", "the year-earlier period"."""
    at = i + 1 if w.low[i] in ("the", "a") else i
    if w.low[at] != "year" or w.low[at + 1] not in DASHES or w.low[at + 2] not in ("earlier", "ago"):
        return None
    after = at + 4 if at > i and w.low[at + 3] in ("period", "quarter") else at + 3
    return Step(1, Unit.YEAR, -1, w.low[at + 2] == "earlier"), after


def whole(w: Words, i: int) -> Read | None:
    """Such as "the weekend", "the year", "the quarter", "the month" of the report, after "the"."""
    if w.low[i : i + 2] == ("these", "days"):
        return Vague("PRESENT_REF"), i + 2
    if w.low[i] != "the":
        return None
    if w.low[i + 1] == "quarter" or w.low[i + 1 : i + 3] == ("latest", "quarter"):
        return Turn(Unit.QUARTER, -1), i + 2 + (w.low[i + 1] == "latest")
    if w.low[i + 1] == "weekend":
        return TheWeekend(), i + 2
    unit = unit_at(w, i + 1)
    if unit is None or unit[2] or unit[0] not in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR):
        return None
    return Turn(unit[0], 0), i + 2


# ISO value of one of the unit as a set: "every week" is P1W.
def every(w: Words, i: int) -> Read | None:
    """Such as "every day", "each Thursday", "every two weeks", "twice a week", "Mondays", "daily"."""
    low = w.low[i]
    if low in lexicon()["often"]:
        return Every(lexicon()["often"][low]), i + 1
    if low in ("every", "each"):
        return _every(w, i + 1, low.upper())
    if low in ("a", "per", "an") and i and w.low[i - 1] in ("once", "twice", "times"):
        unit = unit_at(w, i + 1)
        if unit and not unit[2]:
            return Every(Length(unit[1], unit[0]).value), i + 2
    if w.capital(i) and low.endswith("days") and low[:-1] in numbers_of("weekday"):
        return Every(f"XXXX-WXX-{numbers_of('weekday')[low[:-1]] + 1}"), i + 1
    return None


def _every(w: Words, i: int, quant: str) -> Read | None:
    if w.low[i] == "other":
        unit = unit_at(w, i + 1)
        return (Every(Length(2, unit[0]).value, quant), i + 2) if unit else None
    if (unit := unit_at(w, i)) and not unit[2]:
        return Every(Length(unit[1], unit[0]).value, quant), i + 1
    if (day := weekday_number(w, i)) is not None:
        return Every(f"XXXX-WXX-{day[0] + 1}", quant, "1W"), day[1]
    if (month := month_of(w, i)) is not None:
        return Every(f"XXXX-{month[0]:02}", quant, "1Y"), month[1]
    if w.low[i] in lexicon()["season"]:
        return Every(f"XXXX-{lexicon()['season'][w.low[i]]}", quant, "1Y"), i + 1
    if w.low[i] in lexicon()["daypart"]:
        return Every(f"XXXX-XX-XX{lexicon()['daypart'][w.low[i]]}", quant), i + 1
    got = length(w, i)
    return (Every(got[0].value, quant), got[1]) if got and got[0].count != SOME else None
