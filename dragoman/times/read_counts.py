"""Words to times that are counted: "three days ago", "two weeks later", "the past two months", "every Thursday".

Each reader takes the words and an index and gives the meaning and the index after it, or None.
"""

from typing import Final

from dragoman.times.counts import count
from dragoman.times.festivals import table as festivals
from dragoman.times.meaning import Vague
from dragoman.times.named import Dated, FromTold, Named, Weekday
from dragoman.times.parts import Clock
from dragoman.times.read_dates import DASHES, Read, day_of_month, month_of, weekday_number
from dragoman.times.relative import SOME, Length, Step, TheWeekend, Today, Turn
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


# What may stand between a count and its unit: "five trading days", "two or three weeks".
FILLING: Final = frozenset(
    "more full consecutive straight whole additional long or to trading working business calendar solid".split()
)


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
    if w.low[i] == "over" and (
        i == 0 or w.low[i - 1] not in ("for", "just", "last", "lasted", "took", "take", "after")
    ):
        return i  # "over two days" is when, not how long
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
    while w.low[at] in FILLING and not dashed:
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
    if grain is Unit.QUARTER and (not plural or dashed or w.low[at + 1] == "of"):  # "three quarters of it"
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
    if got is None and w.low[i] == "the" and count(w, i + 1) and w.low[i + 1] not in ("a", "an"):
        got = length(w, i + 1)  # "the nine months" of reports of results
        got = got if got and got[0].unit is Unit.MONTH and w.low[got[1] - 1] == "months" else None
    if got is None:
        return None
    span, at = got
    if w.low[i : i + 2] == ("one", "day") and i and w.low[i - 1] in ("will", "would", "may", "might", "could", "can"):
        return Vague("FUTURE_REF"), at
    if w.low[i] == "about" and w.low[at] not in AGO:  # TIMEX3 takes "about" in only before "two years ago"
        return None
    word = w.low[at]
    if word == "-" and w.low[at + 1] in AGO and w.low[i : i + 2] == ("a", "year"):
        return None  # of "a year-earlier loss" without the article
    if word == "-" and w.low[at + 1] in AGO:
        at, word = at + 1, w.low[at + 1]
    if word in AGO and w.low[at + 1] != "than":  # not "two years later than planned"
        side, told = AGO[word]
        here = _this_unit(w, at + 1) if word == "ago" and span.unit in (Unit.YEAR, Unit.MONTH, Unit.WEEK) else None
        if here:  # "two years ago this week"
            return Step(span.count, span.unit, side, told, None, here[0]), here[1]
        return _step(span, side, told), at + 1
    if w.low[at : at + 2] == ("from", "now"):
        return _step(span, 1, False), at + 2
    if word in ("'", "’") and w.low[at + 1] == "time" and i and w.low[i - 1] in ("in", "within"):
        return span, at + 2
    if word in ("from", "on") and span.unit is Unit.WEEK and (day := weekday_number(w, at + 1)):
        return Step(span.count, span.unit, 1, False, Weekday(day[0])), day[1]  # "a week from Tuesday"
    if word in ("before", "after") and w.low[at + 1] in (".", ",", ";", "and", "\n", ""):
        return _step(span, 1 if word == "after" else -1, True), at + 1
    if word == "on" and w.low[at + 1] in (",", "."):
        return _step(span, 1, False), at + 1
    return span, at


def _this_unit(w: Words, i: int) -> tuple[Unit, int] | None:
    """The grain of "this week", "this month", "today" after "two years ago"."""
    if w.low[i] == "today":
        return Unit.DAY, i + 1
    unit = unit_at(w, i + 1) if w.low[i] == "this" else None
    return (unit[0], i + 2) if unit and unit[0] in (Unit.WEEK, Unit.MONTH) else None


def _bare_plural(w: Words, i: int) -> tuple[Length, int] | None:
    """Such as "weeks ago", "days later", "hours after", "for years"; not "days" alone."""
    unit = unit_at(w, i)
    if unit is None or not unit[2]:
        return None
    before, after = w.low[i - 1] if i else "", w.low[i + 1]
    if after in ("ahead", "to") and w.low[i + 1 : i + 3] != ("to", "the") and before == "the":
        come = w.low[i + 1 : i + 3] == ("to", "come")
        return (Length(SOME, unit[0], 1), i + 2 + come) if come or after == "ahead" else None
    ok = after in AGO or after in ("after", "before") or before in ("for", "within", "just")
    ok = ok or (before == "in" and after != "of" and unit[0] not in (Unit.SECOND, Unit.NIGHT, Unit.QUARTER))
    return (Length(SOME, unit[0]), i + 1) if ok else None


def long(w: Words, i: int) -> Read | None:
    """Such as "decades-long", "a day-long", "year-long", "weeklong"."""
    unit = unit_at(w, i)
    if (
        unit
        and w.low[i + 1] in DASHES
        and w.low[i + 2] in ("long", "old")
        and w.glued(i + 1)
        and (unit[2] or w.low[i + 2] == "long")
    ):
        return Length(SOME if unit[2] else unit[1], unit[0]), i + 3
    one = lexicon()["long"].get(w.low[i])
    return (Length(1, Unit(one)), i + 1) if one else None


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
    after = number[1] + (w.low[number[1]] in FILLING) if number else 0
    unit = unit_at(w, after) if number else None
    if number and unit and w.low[at + 1] not in ("a", "an"):
        end = after + 3 if w.low[after + 1 : after + 3] == ("or", "so") else after + 1
        return Length(number[0] if number[0] == SOME else number[0] * unit[1], unit[0], side), end
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
        if turn == 1 and unit[0] in (Unit.DECADE, Unit.CENTURY):  # so are "the next decade", "the coming decade"
            return Length(unit[1], unit[0], 1), i + 1
        if unit[0] in (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.NIGHT):
            return (Clock("TNI", Today(-1)), i + 1) if unit[0] is Unit.NIGHT and side == -1 else None
        return Turn(unit[0], side), i + 1
    weekday_ = weekday_number(w, i)
    if weekday_:
        return Weekday(weekday_[0], None if near else turn, near), weekday_[1]
    month = month_of(w, i)
    if month:
        day = day_of_month(w, month[1])
        return Dated(None, month[0], day[0] if day else None, side), day[1] if day else month[1]
    if w.low[i] in lexicon()["season"]:
        return Named(lexicon()["season"][w.low[i]], None, None, side), i + 1
    if w.capital(i) and w.low[i] in festivals():
        return Named(w.low[i], None, None, side), i + 1
    part = lexicon()["daypart"].get(w.low[i])
    return (Clock(part, Today(0)), i + 1) if part and side == 0 and part[1:] in ("MO", "AF", "EV") else None


def told(w: Words, i: int) -> Read | None:
    """Such as "the same day", "that year", "the following week", "the previous Friday", "the day before"."""
    at = i + 1 if w.low[i] == "the" else i
    if at > i and (two := _before_last(w, at)):
        return two
    if w.low[at] in ("that", "this", "very") and w.low[at + 1] == "same":  # "that same day", "the very same day"
        at += 1
    side = numbers_of("told").get(w.low[at])
    if w.low[at] == "next" and at > i:
        side = 1
    if side is not None and (at > i or w.low[at] == "that"):
        return _told(w, at + 1, side)
    unit = unit_at(w, at) if at > i else None
    if (
        unit
        and not unit[2]
        and w.low[at + 1] in ("before", "after", "earlier", "previous")
        and w.low[at + 2] in (".", ",", ";", "\n", "", "and", "in", "at")
    ):
        return Turn(unit[0], 1 if w.low[at + 1] == "after" else -1, True), at + 2
    return None


def _before_last(w: Words, i: int) -> Read | None:
    """Such as "the week before last", "the month after next", "the night before last"."""
    unit = unit_at(w, i)
    side = {("before", "last"): -2, ("after", "next"): 2}.get(w.low[i + 1 : i + 3])  # type: ignore[arg-type]
    if unit is None or unit[2] or side is None:
        return None
    if unit[0] is Unit.NIGHT:
        return Clock("TNI", Today(side)), i + 3
    return (Turn(unit[0], side), i + 3) if unit[0] not in CLOCK else None


def _told(w: Words, i: int, side: int) -> Read | None:
    unit = unit_at(w, i)
    if unit and not unit[2] and unit[0] is Unit.NIGHT:
        return Clock("TNI", Turn(Unit.DAY, side, True)), i + 1
    if unit and not unit[2] and unit[0] not in CLOCK:
        return Turn(unit[0], side, True), i + 1
    weekday_ = weekday_number(w, i)
    if weekday_ and side:
        return FromTold(Weekday(weekday_[0], None, side)), weekday_[1]
    month = month_of(w, i)
    if month and (w.low[i - 1] != "that" or _determines(w, i - 1)):
        return FromTold(Dated(None, month[0], None, side)), month[1]
    if w.low[i] in lexicon()["season"] and (w.low[i - 1] != "that" or _determines(w, i - 1)):
        return FromTold(Named(lexicon()["season"][w.low[i]], None, None, side)), i + 1
    part = lexicon()["daypart"].get(w.low[i])
    return (Clock(part, Turn(Unit.DAY, side, True)), i + 1) if part and len(part) == 3 else None


def _determines(w: Words, i: int) -> bool:
    """Whether "that" at `i` is no conjunction: "after that January", not "said that January was cold"."""
    return i > 0 and w.low[i - 1] in ("after", "by", "during", "early", "for", "in", "late", "of", "since", "until")


# What "the day" without more follows: "ended the day higher", "at the close of the day".
DAY_OF: Final = frozenset(
    "end ends ended ending close closes closed closing open opened start started finish finished began begin".split()
)


def whole(w: Words, i: int) -> Read | None:
    """Such as "the weekend", "the year", "the quarter", "the month" of the report, after "the"."""
    if w.low[i : i + 2] == ("these", "days"):
        return Vague("PRESENT_REF"), i + 2
    if w.low[i] != "the":
        return None
    if w.low[i + 1] == "day" and not w.low[i + 2].startswith(("-", "of")):
        before = w.low[i - 1] if i else ""
        part = before == "of" and i > 1 and w.low[i - 2] in DAY_OF
        return (Turn(Unit.DAY, 0, True), i + 2) if part or before in DAY_OF else None
    if w.low[i + 1] == "quarter" and w.low[i + 2] not in DASHES:
        return Turn(Unit.QUARTER, -1), i + 2
    if w.low[i + 1] == "weekend":
        return TheWeekend(), i + 2
    at = i + 2 if w.low[i + 1] in ("fiscal", "full", "entire", "whole") and w.low[i + 2] == "year" else i + 1
    unit = unit_at(w, at)
    if unit is None or unit[2] or unit[0] not in (Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return None
    if w.low[at + 1] in DASHES:  # "the year-ago results", "the week-long siege"
        return None
    if unit[0] is Unit.YEAR and w.low[at + 1] in ("ended", "ending", "to"):  # twelve months, not a calendar year
        return Length(1, Unit.YEAR), at + 1
    if w.low[at + 1] == "ahead":
        return Length(1, unit[0], 1), at + 2
    return Turn(unit[0], 0, w.low[i + 1] in ("entire", "full", "whole")), at + 1
