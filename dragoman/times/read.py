"""Words to the meaning of the time phrase that begins at an index: all readers in the order in which they win."""

from typing import Final, cast

from dragoman.times.bounds import Range
from dragoman.times.counts import count, ordinal
from dragoman.times.meaning import Kind, Meaning
from dragoman.times.named import Dated
from dragoman.times.parts import Edge, Within
from dragoman.times.read_clock import clock, part_of_day, with_part
from dragoman.times.read_compared import latest, year_before
from dragoman.times.read_counts import anchored_length, counted, length, long, told, turned, unit_at, whole
from dragoman.times.read_dates import (
    DASHES,
    Read,
    bare_year,
    century,
    day_first,
    decade,
    iso,
    month_first,
    month_of,
    quarter,
    season,
    week_of,
    weekday,
    weekday_number,
    year_at,
)
from dragoman.times.read_feasts import feast
from dragoman.times.read_sets import every
from dragoman.times.read_vague import FREE, vague
from dragoman.times.relative import SOME, Length, Step, Today, Turn
from dragoman.times.stretch import Unit
from dragoman.times.words import Words, lexicon, numbers_of

DATES: Final = (iso, feast, week_of, weekday, day_first, month_first, season, quarter, century, decade, turned, told)
FIGURES: Final = (iso, day_first, quarter, century, decade)


def phrase(w: Words, i: int) -> Read | None:
    """The time phrase that begins at word `i` and the index after it, or None. Edges and parts first, then dates."""
    if w.low[i][:1].isdecimal():
        return _figured(w, i)
    named = w.low[i] in numbers_of("month") or w.low[i] in numbers_of("weekday")  # these begin a date or nothing
    for reader in (_clocked, _parted) if named else OPENING:
        got = reader(w, i)
        if got:
            return got
    got = dated(w, i)
    if got:
        return with_part(w, got)
    for reader in (every, anchored_length, long, counted, bare_year, whole, vague):
        got = reader(w, i)
        if got:
            return got
    return None


def _figured(w: Words, i: int) -> Read | None:
    """The phrase that begins with figures, by the readers that can: half of all words looked at are figures."""
    got = around_day(w, i) or _clocked(w, i)
    if got:
        return got
    got = part_of(w, i)
    for reader in FIGURES:
        got = got or reader(w, i)
    return with_part(w, got) if got else every(w, i) or counted(w, i) or bare_year(w, i)


def dated(w: Words, i: int) -> Read | None:
    """A date with a name or a turn ("14 March", "last Tuesday"), parts of larger ones included."""
    if i in w.dates:
        return cast("Read | None", w.dates[i])
    w.dates[i] = got = _dated(w, i)
    return got


def _dated(w: Words, i: int) -> Read | None:
    days = numbers_of("today").get(w.low[i])
    if days is not None:
        return Today(days), i + 1
    got = part_of(w, i) or owned(w, i)
    if got:
        return got
    for reader in DATES:
        got = reader(w, i)
        if got:
            return got
    return None


def _clocked(w: Words, i: int) -> Read | None:
    return clock(w, i, dated)


def _parted(w: Words, i: int) -> Read | None:
    return part_of_day(w, i, dated)


def within_edge(w: Words, i: int) -> Read | None:
    """What may follow "the end of": a date, a bare year, "the year", "the month", "that year"."""
    got = dated(w, i) or bare_year(w, i) or whole(w, i) or anchored_length(w, i)
    return got if got and got[0].kind is Kind.DATE else None


FEW_OF: Final = {"first": 0, "early": 0, "opening": 0, "last": 1, "final": 1, "closing": 1}
PART_OF: Final = {"days": ("start", "end"), "weeks": ("start", "end"), "months": ("early", "late")}


def edge(w: Words, i: int) -> Read | None:
    """Such as "early March", "mid-1990s", "late last year", "the end of June", "the beginning of 2004", "year-end"."""
    at = i + 1 if w.low[i] == "the" else i
    part = lexicon()["part"].get(w.low[at])
    if part:
        after = at + 2 if w.low[at + 1] in DASHES else at + 1
        after = after + 1 if w.low[after] in ("in", "on") and part != "mid" else after
        got = within_edge(w, after)
        return _edged(w, part, got)
    few = FEW_OF.get(w.low[at])
    if few is not None and w.low[at + 1] in PART_OF and w.low[at + 2] == "of":  # "the first days of August"
        return _edged(w, PART_OF[w.low[at + 1]][few], within_edge(w, at + 3))
    edge_ = lexicon()["edge"].get(w.low[at])
    if edge_ and w.low[at + 1] == "of":
        return _edged(w, edge_, within_edge(w, at + 2))
    if w.low[i] in ("year", "month") and w.low[i + 1] in DASHES | {"'", "’"}:
        last = i + 2 if w.low[i + 1] in DASHES else i + 3
        unit = Unit.YEAR if w.low[i] == "year" else Unit.MONTH
        return (Edge("end", Turn(unit, 0)), last + 1) if w.low[last] == "end" else None
    if w.low[i : i + 2] == ("year", "end") and i and w.low[i - 1] in ("by", "at", "around", "before", "since", "until"):
        return Edge("end", Turn(Unit.YEAR, 0)), i + 2
    return None


def _edged(w: Words, part: str, got: Read | None) -> Read | None:
    if got is None:
        return None
    meaning, at = with_part(w, got)
    return Edge(part, meaning), at


def compared(w: Words, i: int) -> Read | None:
    """Such as "earlier this year", "later this month", "earlier on Friday", "later today", "earlier in the day"."""
    part = lexicon()["compare"].get(w.low[i])
    if part is None:
        return None
    at = i + 2 if w.low[i + 1] in ("in", "on") else i + 1
    if w.low[at : at + 2] == ("the", "day"):
        return Turn(Unit.DAY, 0, True), at + 2
    got = dated(w, at) or whole(w, at)
    if got is None or got[0].kind is not Kind.DATE:
        return None
    meaning, after = with_part(w, got)
    return Edge(part, meaning), after


def around_day(w: Words, i: int) -> Read | None:
    """Such as "the day after tomorrow", "two days after Christmas"; not "the week before the vote"."""
    if w.low[i : i + 2] == ("the", "day") and w.low[i + 2] in ("after", "before"):
        side = 1 if w.low[i + 2] == "after" else -1
        of = dated(w, i + 3)
        return (Step(1, Unit.DAY, side, False, of[0]), of[1]) if of and of[0].kind is Kind.DATE else None
    got = counted(w, i)
    if got is None or not isinstance(got[0], Length) or w.low[got[1]] not in ("after", "before"):
        return None
    of = dated(w, got[1] + 1) or edge(w, got[1] + 1)
    if of is None or of[0].kind is not Kind.DATE or got[0].side:
        return None
    side = 1 if w.low[got[1]] == "after" else -1
    return Step(got[0].count, got[0].unit, side, False, of[0]), of[1]


OPENING: Final = (year_before, latest, edge, compared, around_day, _clocked, _parted)


def part_of(w: Words, i: int) -> Read | None:
    """Such as "the 14th of next month", "the last week of March", "the first Monday of May"."""
    at = i + 1 if w.low[i] == "the" else i
    which = ordinal(w, at)
    if which is None:
        return None
    number, after = which
    day = weekday_number(w, after)
    unit = unit_at(w, after)
    weekday_, grain = (day[0], None) if day else (None, unit[0] if unit and not unit[2] else None)
    after = day[1] if day else after + 1 if grain else after
    if w.low[after] not in ("of", "in"):
        return _bare_day(w, i, number, after) if at > i and not day and not grain else None
    if grain is None and weekday_ is None:
        grain = Unit.DAY
        if not 1 <= number <= 31 or w.low[after] == "in":
            return None
    whole_ = dated(w, after + 1) or bare_year(w, after + 1) or whole(w, after + 1)
    if whole_ is None or whole_[0].kind is not Kind.DATE or grain in (Unit.QUARTER, Unit.HOUR):
        return None
    return Within(number, grain, weekday_, whole_[0]), whole_[1]


def _bare_day(w: Words, i: int, number: int, after: int) -> Read | None:
    """Such as "on the 14th": figures with their ending, after a preposition, and no noun after them."""
    figures = w.low[i + 1].isdecimal() and 1 <= number <= 31
    before = i > 0 and w.low[i - 1] in ("on", "by", "until", "till", "since", "before", "from", "between")
    noun = w.low[after].isalpha() and w.low[after] not in FREE
    return (Dated(None, None, number), after) if figures and before and not noun else None


def owned(w: Words, i: int) -> Read | None:
    """Such as "this year's third quarter", "last month's end"."""
    turn = numbers_of("turn").get(w.low[i])
    if turn is None or w.low[i + 1] != "year" or w.low[i + 2] not in ("'", "’") or w.low[i + 3] != "s":
        return None
    got = quarter(w, i + 4) or season(w, i + 4)
    name = getattr(got[0], "name", None) if got else None
    if got is None or name is None:
        return None
    from dragoman.times.named import Named

    return Named(name, None, turn), got[1]


def ranged(w: Words, i: int) -> tuple[Range, tuple[int, int], tuple[int, int], int] | None:
    """A range that begins at `i`, the word spans of its two ends and the index after it, or None.

    "3-5 May", "May 3-5", "3 to 5 May 2014", "between 3 and 5 May" (from the 3), "Monday to Thursday", "2006-2010",
    "June through August 1999", "1998-99".
    """
    return _days_of_month(w, i) or _pair(w, i) or _lengths(w, i)


def _lengths(w: Words, i: int) -> tuple[Range, tuple[int, int], tuple[int, int], int] | None:
    """Such as "between 60 and 90 days"."""
    one = count(w, i) if i > 0 and w.low[i - 1] == "between" else None
    at = _joint(w, one[1], True) if one else None
    two = length(w, at) if at else None
    if one is None or at is None or two is None or two[0].count == SOME:
        return None
    return Range(Length(one[0], two[0].unit), two[0]), (i, one[1]), (at, two[1]), two[1]


def _joint(w: Words, i: int, between: bool) -> int | None:
    """The index after "to", "through", a dash, or "and" of a "between"."""
    low = w.low[i]
    if low in DASHES or low in ("to", "through", "until", "till") or (between and low == "and"):
        return i + 1
    return None


def _days_of_month(w: Words, i: int) -> tuple[Range, tuple[int, int], tuple[int, int], int] | None:
    from dragoman.times.counts import figure

    between = i > 0 and w.low[i - 1] == "between"
    first = figure(w, i)
    if first is not None and len(w.low[i]) <= 2:
        ending = i + 2 if w.low[i + 1] in ("st", "nd", "rd", "th") and w.glued(i + 1) else i + 1
        both_days = w.low[ending] == "and" and w.low[ending + 1].isdecimal() and i > 0 and w.low[i - 1] == "on"
        at = _joint(w, ending, between or both_days)
        got = day_first(w, at) if at else None
        if at and got and isinstance(got[0], Dated) and got[0].day and 1 <= first <= 31:
            last = got[0]
            return Range(Dated(last.year, last.month, first, None, last.shift), last), (i, ending), (at, got[1]), got[1]
    named = month_of(w, i)
    if named and (one := figure(w, named[1])) and len(w.low[named[1]]) <= 2:
        both_days = w.low[named[1] + 1] == "and" and w.low[named[1] + 2].isdecimal()  # "on April 24 and 25"
        at = _joint(w, named[1] + 1, between or both_days)
        two = figure(w, at) if at else None
        if at and two and one < two <= 31 and w.low[at + 1] != ":":
            year = year_at(w, at + 2 if w.low[at + 1] == "," else at + 1)
            end = year[1] if year else at + 1
            number = year[0] if year else None
            both = Range(Dated(number, named[0], one), Dated(number, named[0], two))
            return both, (i, named[1] + 1), (at, end), end
    return None


def _pair(w: Words, i: int) -> tuple[Range, tuple[int, int], tuple[int, int], int] | None:
    between, from_ = i > 0 and w.low[i - 1] == "between", i > 0 and w.low[i - 1] == "from"
    one = edge(w, i) or dated(w, i) or bare_year(w, i)
    if one is None or one[0].kind is not Kind.DATE:
        return None
    at = _joint(w, one[1], between)
    if at is None and w.low[one[1]] == "/" and w.glued(one[1]) and w.glued(one[1] + 1) and len(w.low[one[1] + 1]) == 2:
        at = one[1] + 1  # "2001/02"
    if at is None or (w.low[at - 1] in DASHES and not w.glued(at)):
        return None
    if (
        isinstance(one[0], Dated)
        and one[0].month is None
        and len(w.low[at]) == 2
        and w.low[at].isdecimal()
        and w.low[at - 1] in DASHES | {"/"}
    ):
        year = (one[0].year or 0) // 100 * 100 + int(w.low[at])
        end = at + 3 if w.low[at + 1 : at + 3] in (("fiscal", "year"), ("financial", "year")) else at + 1
        return (Range(one[0], Dated(year)), (i, one[1]), (at, end), end) if year > (one[0].year or 0) else None
    two = edge(w, at) or dated(w, at) or bare_year(w, at) or (vague(w, at) if between or from_ else None)
    if (
        two is None
        or two[0].kind is not Kind.DATE
        or (w.low[at - 1] == "to" and not from_ and not _alike(one[0], two[0]))
    ):
        return None
    return Range(_same_year(one[0], two[0]), two[0]), (i, one[1]), (at, two[1]), two[1]


def _alike(one: Meaning, two: Meaning) -> bool:
    return type(one) is type(two)


def _same_year(one: Meaning, two: Meaning) -> Meaning:
    """Such as "June through August 1999": the first month lies in the year named with the second."""
    if isinstance(one, Dated) and isinstance(two, Dated) and two.shift is not None and one.month and one.year is None:
        return Dated(None, one.month, one.day, None, two.shift)  # "between March and May last year"
    if isinstance(one, Dated) and isinstance(two, Dated) and one.year is None and two.year is not None and one.month:
        if two.month is None:
            return one
        late = one.month > two.month
        return Dated(two.year - late, one.month, one.day)
    return one
