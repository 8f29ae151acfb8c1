"""Words to times of the day: "9 p.m.", "10:30 GMT", "noon on Saturday", "Friday night", "the evening of May 3"."""

from collections.abc import Callable
from typing import Final

from dragoman.times.counts import figure, spelt
from dragoman.times.meaning import Kind
from dragoman.times.named import Dated, Weekday
from dragoman.times.parts import Clock, Overnight
from dragoman.times.read_dates import Read
from dragoman.times.relative import Today
from dragoman.times.words import Words, lexicon, numbers_of

Reader = Callable[[Words, int], Read | None]
LIGHTS: Final = frozenset({"dawn", "dusk", "sunrise", "sunset"})  # named without "the": "at dawn"
NOONS: Final = frozenset({"noon", "midday", "midnight"})


# "4 in the morning": how many words and the hours to add
IN_THE: Final[dict[tuple[str, ...], tuple[int, int]]] = {
    ("in", "the", "morning"): (3, 0),
    ("in", "the", "afternoon"): (3, 12),
    ("in", "the", "evening"): (3, 12),
}


def clock_at(w: Words, i: int) -> tuple[str, int] | None:
    """The clock time at `i` as "T21:00", "T20:30Z": "9 p.m.", "9:30 am EST", "20:30 GMT", "0830 GMT", "noon"."""
    low = w.low[i]
    if low in NOONS:
        return _zoned(w, lexicon()["daypart"][low], i + 1)
    hour = figure(w, i)
    if hour is None and low.isdecimal() and low.isascii() and len(low) < 3 and _half_of_day(w, i + 3):
        hour = int(low)  # "10.30am"
    if hour is None:
        word = spelt(w, i)
        half = _half_of_day(w, word[1]) if word and word[0] <= 12 else None
        return _clock(w, word[0], 0, half, word[1]) if word and half else _oclock(w, word)
    if len(low) == 4 and hour // 100 < 24 and hour % 100 < 60:
        zone = (w.low[i + 1] in lexicon()["zone"] and w.low[i + 1] != "et") or w.low[i + 1] in ("hours", "hrs")
        return _zoned(w, f"T{hour // 100:02}:{hour % 100:02}", i + 1) if zone else None
    if len(low) > 2 or hour > 24:
        return None
    minute, at = _minutes(w, i + 1)
    half = _half_of_day(w, at)
    if half:
        return _clock(w, hour, minute or 0, half, at)
    of_day = IN_THE.get(w.low[at : at + 3])
    if of_day and 1 <= hour <= 12:
        return _zoned(w, f"T{hour % 12 + of_day[1]:02}:{minute or 0:02}", at + of_day[0])
    if (minute is not None and w.low[i + 1] == ":") or (minute is not None and w.low[at] in lexicon()["zone"]):
        return _zoned(w, f"T{hour:02}:{minute:02}", at)
    return _oclock(w, (hour, at))


def _minutes(w: Words, i: int) -> tuple[int | None, int]:
    if w.low[i] in (":", ".") and w.glued(i) and w.glued(i + 1) and len(w.low[i + 1]) == 2 and w.low[i + 1].isdecimal():
        minute = int(w.low[i + 1])
        if minute < 60:
            return minute, i + 2
    return None, i


def _half_of_day(w: Words, i: int) -> tuple[str, int] | None:
    if w.low[i] in ("am", "pm"):
        return w.low[i], i + 1
    if w.low[i] in ("a", "p") and w.low[i + 1] == "." and w.low[i + 2] == "m" and w.glued(i + 1):
        end = i + 4 if w.low[i + 3] == "." and w.glued(i + 3) else i + 3
        return w.low[i] + "m", end
    return None


def _clock(w: Words, hour: int, minute: int, half: tuple[str, int] | None, _: int) -> tuple[str, int] | None:
    if half is None or hour > 12:
        return None
    hour = hour % 12 + (12 if half[0] == "pm" else 0)
    return _zoned(w, f"T{hour:02}:{minute:02}", half[1])


def _oclock(w: Words, got: tuple[int, int] | None) -> tuple[str, int] | None:
    if got is None or w.low[got[1] : got[1] + 3] not in (("o", "'", "clock"), ("o", "’", "clock")):
        return None
    return f"T{got[0] % 24:02}:00", got[1] + 3


def _zoned(w: Words, value: str, i: int) -> tuple[str, int]:
    """The clock value, with Z in universal time, and the index after the zone."""
    if w.low[i] in ("hours", "hrs"):
        i += 1
    if w.low[i : i + 2] == ("local", "time"):
        return value, i + 2
    if w.low[i] not in lexicon()["zone"] or w.low[i] == "local":
        return value, i
    return value + ("Z" if w.low[i] in ("utc", "gmt") else ""), i + 1


def clock(w: Words, i: int, dated: Reader) -> Read | None:
    """A clock time, with the day after it where one is named ("9 p.m. EST Nov. 9", "noon on Saturday")."""
    at = i + 1 if w.low[i] in ("about", "around", "nearly", "shortly") else i
    got = clock_at(w, at)
    if got is None:
        return None
    after = got[1]
    if w.low[after] == "(" and (other := clock_at(w, after + 1)) and w.low[other[1]] == ")":
        after = other[1] + 1  # "3 p.m. local time (1200 GMT) on Monday"
    after = after + 1 if w.low[after] in ("on", ",", "(") else after
    day = dated(w, after)
    if day and day[0].kind is Kind.DATE:
        return Clock(got[0], day[0]), day[1] + (w.low[day[1]] in lexicon()["daypart"])
    for name, days in numbers_of("today").items():
        if w.low[after] == name:
            return Clock(got[0], Today(days)), after + 1
    return Clock(got[0]), got[1]


def part_of_day(w: Words, i: int, dated: Reader) -> Read | None:
    """Such as "tonight", "overnight", "the morning", "the evening of May 3", "mid-afternoon"."""
    low = w.low[i]
    if low == "tonight":
        return Clock("TNI", Today(0)), i + 1
    if low == "overnight":
        return _overnight(w, i + 1, dated)
    if low in LIGHTS and (day := dated(w, i + 1)) and isinstance(day[0], Weekday):
        return Clock(lexicon()["daypart"][low], day[0]), day[1]
    lights = low in LIGHTS and i > 0 and w.low[i - 1] in ("at", "by", "before", "after", "since")
    at = i + 1 if low == "the" else i
    if w.low[at] in ("mid", "early", "late"):
        at += 2 if w.low[at + 1] == "-" else 1
    part = lexicon()["daypart"].get(w.low[at])
    if part is None or (at == i and not lights):
        return None
    day = dated(w, at + 2) if w.low[at + 1] in ("of", "on") else None
    if day and day[0].kind is Kind.DATE:
        night = part == "TNI" and w.low[day[1]] in ("to", "into") and isinstance(day[0], (Weekday, Dated))
        two = dated(w, day[1] + 1) if night else None  # "the night of Sunday to Monday"
        return (Overnight(day[0]), two[1]) if two else (Clock(part, day[0]), day[1])
    if w.low[at + 1] in numbers_of("today"):
        return Clock(part, Today(numbers_of("today")[w.low[at + 1]])), at + 2
    if w.low[at + 1] in ("after", "before"):  # "the morning after the vote" is left open
        return None
    bare = part[1:].isalpha() and w.low[at] not in ("night", "sunset", "sunrise") and w.low[at + 1] != "of"
    return (Clock(part), at + 1) if bare or lights else None


def _overnight(w: Words, i: int, dated: Reader) -> Read:
    """Such as "overnight", "overnight Sunday", "overnight from Sunday to Monday", "overnight into Monday"."""
    at = i + 1 if w.low[i] in ("on", "from", "into", "to") else i
    day = dated(w, at)
    if day is None or not isinstance(day[0], (Weekday, Dated)):
        return Overnight(), i
    into = w.low[i] in ("into", "to")
    if w.low[day[1]] in ("to", "into", "and", "-") and not into:
        two = dated(w, day[1] + 1)
        return (
            (Overnight(day[0]), two[1]) if two and isinstance(two[0], (Weekday, Dated)) else (Overnight(day[0]), day[1])
        )
    return Overnight(day[0], into), day[1]


def with_part(w: Words, read: Read) -> Read:
    """A day with the part of it or the clock time that follows: "Friday night", "Monday at 9 a.m."."""
    meaning, at = read
    if meaning.kind is not Kind.DATE:
        return read
    part = lexicon()["daypart"].get(w.low[at])
    if part and len(part) == 3 and not (w.low[at] == "night" and w.low[at + 1] == "s"):
        return Clock(part, meaning), at + 1
    if part:
        return Clock(part, meaning), at + 1
    after = at + 1 if w.low[at] in ("at", "by") else at
    got = clock_at(w, after) if after > at else None
    return (Clock(got[0], meaning), got[1]) if got else read
