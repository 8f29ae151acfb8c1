"""A line to a Telling: the day it is ordered by, the bounds of its time, and whether it tells an act or what holds."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from dragoman.ledger.folding.table import Rules, rules
from dragoman.ledger.lines import Line

_ACTIVE: Final = ("happened", "ongoing", None)


class Sort(IntEnum):
    """How a line tells of its value: an act with its time, that it holds (on a day), or an act of unsaid time."""

    ACT = 0
    HOLDS = 1
    PAST = 2


@dataclass(slots=True)
class Telling:
    """A line with what folding weighs of it. `day` orders it; `low` and `high` bound it, "" is open.

    `exact` says that the day was named, `last` is the last day for which the line vouches. `voice` tells who says so:
    an actor, else the report. `active` lines may change the state.
    """

    line: Line
    value: str
    holder: str  # of control, "" for all other topics
    sort: Sort
    day: str
    low: str
    high: str
    last: str
    exact: bool
    active: bool
    voice: str
    order: tuple[str, str, str, int]


def telling(line: Line, original: int) -> Telling:
    """What folding weighs of a line from the report `original`, or from a copy of it.

    Raises KeyError for a topic that the codebook does not know.
    """
    rule = rules(line.label)
    known = line.known[:10]
    value = line.value or ""
    active = line.status in _ACTIVE or (value in rule.doubtful and line.status in ("conditional", "hypothetical"))
    sort, low, high, last, exact = _time(line, known, rule, active)
    day = min(high, known) if active and known >= low else high or low
    day = day or known
    if active and sort is Sort.ACT:
        high = day  # what has happened is not later than its first report
    voice = line.according or f"\0{original}"
    holder = (line.source or line.holder or "") if line.label == "control" else ""
    return Telling(
        line, value, holder, sort, day, low, high, last, exact, active, voice, (day, value, line.id, line.row)
    )


def _time(line: Line, known: str, rule: Rules, active: bool) -> tuple[Sort, str, str, str, bool]:
    """Sort, low, high, last and exact: see Telling."""
    start, end = line.start or "", line.end or ""
    lasts = line.status == "ongoing" or line.value in rule.lasting
    if not start and not end:
        return (Sort.HOLDS, known, known, known, False) if lasts else (Sort.PAST, "", known, known, False)
    if not active:
        return Sort.ACT, start, end or start, end or start, line.precise and start == end
    if lasts and start == end:
        return Sort.HOLDS, start, end, end, False
    spans = lasts or line.value in rule.spanning
    if spans and start and start < known and (not end or end >= known):
        return Sort.ACT, start, min(_unit(start), known), known, line.precise and start == end
    if not end:
        return Sort.ACT, start, start, start, False
    return Sort.ACT, start, end, min(end, known) if start <= known else end, line.precise and start == end


def _unit(start: str) -> str:
    """The end of the year, month or day that an open time begins with: "since 2012" is 2012-01-01 and later."""
    if start.endswith("-01-01"):
        return f"{start[:4]}-12-31"
    if start.endswith("-01"):
        year, month = int(start[:4]), int(start[5:7])
        after = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(after.toordinal() - 1).isoformat()
    return start
