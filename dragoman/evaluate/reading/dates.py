"""The `when` of two entries -> whether they agree: they overlap and the predicted one is not much longer."""

from datetime import date, timedelta
from typing import Any, TypeAlias

Days: TypeAlias = tuple[date, date]


def agree(gold: Any, predicted: Any) -> bool:
    """Whether they overlap and the predicted one is at most three times as long and a day more; no gold date agrees."""
    ours, theirs = interval(gold), interval(predicted)
    if not ours:
        return True
    if not theirs or theirs[0] > ours[1] or theirs[1] < ours[0]:
        return False
    return (theirs[1] - theirs[0]).days <= 3 * (ours[1] - ours[0]).days + 1


def interval(when: Any) -> Days | None:
    """The days of {start, end}, of "2021-08", of "2021-08-01/2021-08-17"; an open side is the other side's day."""
    if not when:
        return None
    if isinstance(when, str):
        first, _, second = when.partition("/")
        start, end = _day(first), _day(second or first, last=True)
    else:
        start = _day(when["start"]) if when.get("start") else None
        until = when.get("end") or when.get("start")
        end = _day(until, last=True) if until else None
        start = start or end
    return (start, end) if start and end else None


def _day(text: Any, *, last: bool = False) -> date | None:
    """The day, or the first or `last` day of the month or year, that an ISO date names; None if it names none."""
    parts = [int(part) for part in str(text)[:10].split("-") if part.isdigit()]
    try:
        if len(parts) == 3:
            return date(*parts)
        if len(parts) == 2:
            return _month(parts[0], parts[1], last)
        if len(parts) == 1:
            return date(parts[0], 12, 31) if last else date(parts[0], 1, 1)
    except ValueError:
        pass
    return None


def _month(year: int, month: int, last: bool) -> date:
    first = date(year, month, 1)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1) if last else first
