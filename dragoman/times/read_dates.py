"""Words to dates with names: "14 March 1997", "March 14", "2013-05-22", weekdays, years, decades, quarters, seasons.

Each reader takes the words and an index and gives the meaning and the index after it, or None.
"""

from typing import Final, TypeAlias

from dragoman.times.counts import figure, ordinal, year_words
from dragoman.times.meaning import Meaning
from dragoman.times.named import Age, Dated, FromTold, Named, Weekday
from dragoman.times.parts import WeekOf
from dragoman.times.stretch import Unit
from dragoman.times.words import Words, lexicon, numbers_of

Read: TypeAlias = tuple[Meaning, int]

DASHES: Final = frozenset({"-", "–", "—"})
YEARS: Final = range(1400, 2100)  # a bare figure in this range may be a year
QUARTER_NUMBERS: Final = frozenset({"1", "2", "3", "4"})
QUARTERS: Final = {1: "Q1", 2: "Q2", 3: "Q3", 4: "Q4", -1: "Q4"}


def month_of(w: Words, i: int) -> tuple[int, int] | None:
    """The number of the month named at `i`, with the dot of a short form; "may" and "march" only with a capital."""
    low = w.low[i]
    full = numbers_of("month").get(low)
    if full is not None:
        return (full, i + 1) if w.capital(i) else None
    short = numbers_of("month_short").get(low)
    if short is None or not w.capital(i):
        return None
    if w.low[i + 1] == "." and w.glued(i + 1):
        return short, i + 2
    return (short, i + 1) if figure(w, i + 1) is not None or figure(w, i - 1) is not None else None


def year_at(w: Words, i: int) -> tuple[int, int] | None:
    """The year at `i`: four figures in range, or spelt."""
    whole = figure(w, i)
    if whole is not None and len(w.low[i]) == 4 and whole in YEARS:
        return whole, i + 1
    return year_words(w, i)


def day_of_month(w: Words, i: int) -> tuple[int, int] | None:
    """The day of a month at `i` ("14", "14th", "third") and the index after it."""
    got = ordinal(w, i)
    if got and 1 <= got[0] <= 31:
        return got
    whole = figure(w, i)
    if whole is None or not 1 <= whole <= 31 or len(w.low[i]) > 2:
        return None
    percent = w.low[i + 1] in ("%", "percent")
    longer = w.low[i + 1] in (":", ".") and w.glued(i + 1) and w.glued(i + 2) and w.low[i + 2].isdecimal()
    return None if percent or longer else (whole, i + 1)


def plain(w: Words, i: int) -> int | None:
    """A run of up to four figures, whatever stands beside it."""
    low = w.low[i]
    return int(low) if low.isdecimal() and low.isascii() and len(low) < 5 else None


def iso(w: Words, i: int) -> Read | None:
    """2013-05-22, 2013/05/22, and 22/05/2013 or 05/22/2013 (the month first when both would do)."""
    sign = w.low[i + 1]
    if sign not in ("-", "/", ".") or w.low[i + 3] != sign or not w.low[i].isdecimal():
        return None
    parts = [plain(w, i + k) for k in (0, 2, 4)]
    if None in parts or (sign == "." and len(w.low[i + 4]) != 4):
        return None
    if not all(w.glued(i + k) for k in (1, 2, 3, 4)) or (w.glued(i + 5) and w.low[i + 5] == sign and w.glued(i + 6)):
        return None
    one, two, three = (p or 0 for p in parts)
    if len(w.low[i]) == 4:
        year, month, day = one, two, three
    elif len(w.low[i + 4]) in (2, 4):
        month, day = (one, two) if one <= 12 else (two, one)
        year = three if len(w.low[i + 4]) == 4 else three + (1900 if three > 50 else 2000)
    else:
        return None
    return (Dated(year, month, day), i + 5) if 1 <= month <= 12 and 1 <= day <= 31 and year > 0 else None


def month_first(w: Words, i: int) -> Read | None:
    """Such as "March 14, 1997", "March 14", "March 1997", "March of last year", "March"."""
    named = month_of(w, i)
    if named is None:
        return None
    month, at = named
    day = day_of_month(w, at + 1) if w.low[at] == "the" else day_of_month(w, at)
    if day is not None and not (w.low[day[1]] in ("-", "/") and w.glued(day[1]) and _noun_after_dash(w, day[1] + 1)):
        after = day[1] + 1 if w.low[day[1]] == "," else day[1]
        year = year_at(w, after)
        if year:
            return Dated(year[0], month, day[0]), year[1]
        if (month, day[0]) == (9, 11) and w.low[day[1]] in ATTACKS:
            return Dated(2001, 9, 11), day[1]
        return _with_shift(w, Dated(None, month, day[0]), day[1])
    after = at + 1 if w.low[at] in (",", "of") else at
    year = year_at(w, after)
    if year:
        return Dated(year[0], month), year[1]
    short = w.low[at] in ("'", "’") and w.low[at + 1].isdecimal() and len(w.low[at + 1]) == 2 and w.glued(at + 1)
    if short and w.low[at + 2] not in ("s", "'"):  # "August '19"
        two = int(w.low[at + 1])
        return Dated(two + (1900 if two > 50 else 2000), month), at + 2
    got = _with_shift(w, Dated(None, month), at)
    return (_in_year_of_next(w, month, at), at) if got[1] == at and w.low[at] in LISTED else got


LISTED: Final = frozenset({"and", "or", ","})
LIST: Final = 3  # months on in a list that share the last one's year


def _in_year_of_next(w: Words, month: int, i: int) -> Dated:
    """A month in a list that ends with its year: "in November and December 1995", "July and August last year"."""
    at = i
    for _ in range(LIST):
        named = month_of(w, at + 1) if w.low[at] in LISTED else None
        if named is None or named[0] <= month:
            break
        year = year_at(w, named[1])
        if year:
            return Dated(year[0], month)
        got, at = _with_shift(w, Dated(None, named[0]), named[1])
        if isinstance(got, Dated) and got.shift is not None:
            return Dated(None, month, None, None, got.shift)
    return Dated(None, month)


ATTACKS: Final = frozenset("attack attacks terror terrorist hijackers hijackings assaults tragedy commission".split())


def _noun_after_dash(w: Words, i: int) -> bool:
    """Whether figures before a dash count what follows ("3-year"), and do not open a range ("Aug. 3-Aug. 9")."""
    return w.low[i].isalpha() and w.low[i] not in numbers_of("month") and w.low[i] not in numbers_of("month_short")


def _short_month(w: Words, i: int) -> tuple[int, int] | None:
    """The "Aug" of "17-Aug-2021"."""
    short = numbers_of("month_short").get(w.low[i])
    return (short, i + 1) if short and w.capital(i) and w.low[i + 1] == "-" and plain(w, i + 2) else None


def day_first(w: Words, i: int) -> Read | None:
    """Such as "14 March 1997", "14th of March", "the 14 March"."""
    at = i + 1 if w.low[i] == "the" else i
    day = day_of_month(w, at)
    if day is None:
        return None
    after = day[1] + 1 if w.low[day[1]] in ("of", "-") else day[1]
    named = month_of(w, after) or _short_month(w, after)
    if named is None:
        return None
    month, end = named
    year = year_at(w, end + 1 if w.low[end] in (",", "-", "of") else end)
    if year:
        return Dated(year[0], month, day[0]), year[1]
    return _with_shift(w, Dated(None, month, day[0]), end)


def _with_shift(w: Words, date: Dated, i: int) -> Read:
    """Such as "July last year", "March of this year"."""
    at = i + 1 if w.low[i] in ("of", ",") else i
    turn = numbers_of("turn").get(w.low[at])
    if turn is not None and w.low[at + 1] == "year" and w.low[at + 2] != "'":
        return Dated(None, date.month, date.day, None, turn), at + 2
    at = at + 1 if w.low[at] == "the" else at
    side = numbers_of("told").get(w.low[at])
    if side is not None and w.low[at + 1] == "year" and date.day is None:  # "in March the following year"
        return FromTold(Dated(None, date.month, None, None, side)), at + 2
    return date, i


def weekday_number(w: Words, i: int) -> tuple[int, int] | None:
    """The weekday named at `i`, Monday 0; short forms only with their dot or before a comma or month."""
    low = w.low[i]
    if not w.capital(i):
        return None
    full = numbers_of("weekday").get(low)
    if full is not None:
        return full, i + 1
    short = numbers_of("weekday_short").get(low)
    if short is None:
        return None
    if w.low[i + 1] == "." and w.glued(i + 1):
        return short, i + 2
    dated = w.low[i + 1] == "," and (month_of(w, i + 2) or day_first(w, i + 2))
    return (short, i + 1) if dated or month_of(w, i + 1) else None


def weekday(w: Words, i: int) -> Read | None:
    """Such as "Monday", "Saturday, April 25", "Monday 3 May", "Friday last week"."""
    got = weekday_number(w, i)
    if got is None:
        return None
    number, at = got
    after = at + 1 if w.low[at] in (",", "the", "(") else at
    dated = month_first(w, after) or day_first(w, after) or iso(w, after)
    if dated and isinstance(dated[0], Dated) and dated[0].day is not None:
        return dated[0], dated[1] + (w.low[at] == "(" and w.low[dated[1]] == ")")
    if w.low[at] == "next" and not w.low[at + 1].isalpha():  # "on Monday next"
        return Weekday(number, 1), at + 1
    at_of = at + 1 if w.low[at] == "of" else at
    turn = numbers_of("turn").get(w.low[at_of])
    if turn is not None and w.low[at_of + 1] == "week":
        return Weekday(number, turn), at_of + 2
    return Weekday(number), at


def decade(w: Words, i: int) -> Read | None:
    """Such as "1990s", "'90s", "nineties"; with "the" before it."""
    at = i + 1 if w.low[i] == "the" else i
    if i and w.low[i - 1] in ("his", "her", "their", "my", "your", "our", "its"):  # "in her 80s"
        return None
    if w.low[at] in ("'", "’", "‘"):
        at += 1
    low, tail = w.low[at], at + 1
    if w.low[tail] in ("'", "’") and w.low[tail + 1] == "s" and w.glued(tail + 1):
        tail += 1
    if low.isdecimal() and low.isascii() and low.endswith("0") and w.low[tail] == "s" and w.glued(tail):
        if len(low) == 4:
            return (_decade(int(low)), tail + 1) if int(low) in YEARS else None
        if len(low) == 2:
            return _decade(1900 + int(low)), tail + 1
    if low in lexicon()["decades"] and w.low[i] == "the":
        return _decade(1900 + numbers_of("decades")[low]), at + 1
    return None


def _decade(year: int) -> Meaning:
    return Age(year, Unit.DECADE)


def century(w: Words, i: int) -> Read | None:
    """Such as "the 19th century"."""
    at = i + 1 if w.low[i] == "the" else i
    which = ordinal(w, at)
    if which is None or not 1 <= which[0] <= 30:
        return None
    after = which[1] + 1 if w.low[which[1]] == "-" else which[1]
    return (Age((which[0] - 1) * 100, Unit.CENTURY), after + 1) if w.low[after] == "century" else None


def season(w: Words, i: int) -> Read | None:
    """Such as "the summer of 1999", "summer 1999", "the spring", "spring of last year"; "fall" needs its year."""
    at = i + 1 if w.low[i] == "the" else i
    name = lexicon()["season"].get(w.low[at])
    if name is None:
        return None
    after = at + 2 if w.low[at + 1] == "of" else at + 1
    year = year_at(w, after)
    if year:
        return Named(name, year[0]), year[1]
    turn = numbers_of("turn").get(w.low[after])
    if turn is not None and w.low[after + 1] == "year":
        return Named(name, None, turn), after + 2
    part = i > 0 and (w.low[i - 1] in lexicon()["part"])  # "the early summer"
    part = part or (i > 0 and w.low[i - 1] in ("in", "by", "during", "since", "until") and w.low[at] != "fall")
    bare = (
        (at > i or part)
        and (w.low[at] != "fall" or (at > i and w.low[i - 1] in ("in", "by", "this")))
        and w.low[at + 1] != "of"
        and not w.capital(at)
    )
    return (Named(name), at + 1) if bare else None


def quarter(w: Words, i: int) -> Read | None:
    """Such as "the third quarter of 2013", "third-quarter", "Q3 2013", "the first half of last year"."""
    year = year_at(w, i)
    at = year[1] if year else (i + 1 if w.low[i] in ("the", "its", "their", "a") else i)
    if w.low[at] in ("fiscal", "year-ago"):
        at += 1
    letter, number = w.low[at], w.low[at + 1]
    if w.glued(at + 1) and ((letter == "q" and number in QUARTER_NUMBERS) or (letter == "h" and number in ("1", "2"))):
        got = _yeared(w, f"{letter.upper()}{number}", at + 2, year)
        return got if letter == "q" or year or got[1] > at + 2 else None
    which = ordinal(w, at)
    if which is None:
        return None
    after = which[1] + 1 if w.low[which[1]] in ("-", "fiscal") else which[1]
    if w.low[which[1]] == "-" and at > i and not year:  # of "a third-quarter loss" without the article
        return None
    if w.low[after] == "quarter" and which[0] in QUARTERS and w.low[after + 1] != "-":
        return _yeared(w, QUARTERS[which[0]], after + 1, year)
    if w.low[after] == "half" and which[0] in (1, 2, -1) and (year or w.low[after + 1] == "of"):
        got = _yeared(w, "H1" if which[0] == 1 else "H2", after + 1, year)
        return got if got[1] > after + 1 or year else None
    return None


def _yeared(w: Words, name: str, i: int, year: tuple[int, int] | None) -> Read:
    if year:
        return Named(name, year[0]), i
    at = i + 1 if w.low[i] in ("of", "in", ",") else i
    at = at + 1 if w.low[at] == "fiscal" else at
    later = year_at(w, at)
    if later:
        return Named(name, later[0]), later[1]
    turn = numbers_of("turn").get(w.low[at])
    if turn is not None and w.low[at + 1] == "year":
        return Named(name, None, turn), at + 2
    if w.low[i] == "of" and w.low[i + 1 : i + 3] == ("the", "year"):
        return Named(name, None, 0), i + 3
    return Named(name), i


def bare_year(w: Words, i: int) -> Read | None:
    """Such as "1999", "the year 2000", "fiscal 1990": a figure that nothing else has claimed (see `claimed`)."""
    at = i + 1 if w.low[i : i + 2] == ("the", "fiscal") else i
    if w.low[i : i + 2] == ("the", "year"):
        at = i + 2
    elif w.low[at] in ("fiscal", "financial"):
        at = at + 1 if w.low[at + 1] != "year" else at + 2
    elif w.low[i] == "fy" and w.low[i + 1].isdecimal():
        return _short_fiscal(w, i + 1)
    got = year_at(w, at)
    if got is None:
        return None
    if w.low[got[1]] in ("fiscal", "financial") and w.low[got[1] + 1] == "year":
        return Dated(got[0]), got[1] + 2
    return (Dated(got[0]), got[1]) if at > i or not claimed(w, at, got[1]) else None


def _short_fiscal(w: Words, i: int) -> Read | None:
    """Such as "FY22", "FY 2012": the calendar year that gives the fiscal year its name."""
    year = plain(w, i)
    if year is None or len(w.low[i]) not in (2, 4):
        return None
    year += 0 if len(w.low[i]) == 4 else 1900 if year > 50 else 2000
    return (Dated(year), i + 1) if year in YEARS else None


COUNTED: Final = frozenset(
    "people troops soldiers men women children dead wounded members votes seats tons tonnes barrels acres "
    "hectares miles km kilometres kilometers metres meters feet points dollars euros pounds rubles roubles yen "
    "francs marks rupees percent % shares jobs workers employees fighters rebels refugees prisoners police "
    "officers delegates homes houses students protesters demonstrators passengers tanks rockets missiles mm cm kg "
    "mph cc horsepower calories watts pages words calls cars cattle head civilians families villagers migrants".split()
)
NUMBERED: Final = frozenset(
    "at flight no number resolution route highway page room article section model $ £ € ¥ # № boeing mig su".split()
)


def claimed(w: Words, i: int, after: int) -> bool:
    """Whether the figure at `i` is a count, a price, a number of something, or a part of a longer figure."""
    follow, before = w.low[after], w.low[i - 1] if i else ""
    if follow in COUNTED or before in NUMBERED or (before == "." and i > 1 and w.low[i - 2] in NUMBERED):
        return True
    if w.glued(i) and before not in DASHES | frozenset("'’\"“(/[‘"):
        return True
    if w.glued(after) and (follow.isalpha() or follow in ("_", "%", "°")):
        return True
    if before in DASHES and w.glued(i) and w.glued(i - 1):
        return year_at(w, i - 2) is None and not w.low[i - 2].isalpha()
    return follow in DASHES and w.glued(after) and w.low[after + 1].isdecimal() and len(w.low[after + 1]) not in (2, 4)


def week_of(w: Words, i: int) -> Read | None:
    """Such as "the week of March 6", "the week of 3 May 1998"."""
    if w.low[i : i + 3] != ("the", "week", "of"):
        return None
    got = month_first(w, i + 3) or day_first(w, i + 3)
    dated = got is not None and isinstance(got[0], Dated) and got[0].day is not None
    return (WeekOf(got[0]), got[1]) if got and dated else None
