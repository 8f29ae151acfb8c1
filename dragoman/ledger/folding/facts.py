"""Tellings of one identity to Drafts of facts: those of one value whose times may be the same are one fact."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, TypeAlias

from dragoman.ledger.folding.state import Fact
from dragoman.ledger.folding.times import Sort, Telling

Key: TypeAlias = tuple[str, str]  # value and holder (of control; "" for all other topics)
_SLIP: Final = 1  # day: night, time zones and "on Tuesday" for the day of publication make one act two days
_AGAIN: Final = 7  # days after which an undated telling of what passes ("summoned the envoy") is one of its own


@dataclass(slots=True)
class Draft:
    """A fact in the making; `low` and `high` bound its day, "" is open, `changes` is set by its course."""

    key: Key
    low: str
    high: str
    day: str
    exact: bool
    act: bool
    tellings: list[Telling]
    changes: bool = False

    def fact(self, *, no_report_since: str | None = None) -> Fact:
        """The finished fact, its lines in the order of their publication."""
        tellings = sorted(self.tellings, key=_published) if len(self.tellings) > 1 else self.tellings
        return Fact(
            value=self.key[0],
            status=self.tellings[0].line.status or "happened",
            start=self.low or None,
            end=self.high or None,
            day=self.day,
            certain=self.exact,
            lines=tuple(t.line for t in tellings),
            changes=self.changes,
            holder=self.key[1] or None,
            no_report_since=no_report_since,
        )


def draft(telling: Telling) -> Draft:
    """A draft of one telling."""
    t = telling
    return Draft((t.value, t.holder), t.low, t.high, t.day, t.exact, t.sort is Sort.ACT, [t])


def acts(tellings: Iterable[Telling], *, slip: int = _SLIP) -> list[Draft]:
    """Dated tellings as drafts, by value and holder, ordered by day; days that are `slip` apart may be one."""
    by_key: defaultdict[Key, list[Telling]] = defaultdict(list)
    for told in tellings:
        by_key[told.value, told.holder].append(told)
    found = [made for key in sorted(by_key) for made in _of_key(by_key[key], slip)]
    if len(found) > 1:
        found.sort(key=lambda made: made.day)
    return found


def passing(tellings: Iterable[Telling]) -> list[Draft]:
    """Drafts of what passes; undated tellings join the last one before them, if that is not long ago."""
    tellings = list(tellings)
    found = acts((t for t in tellings if t.sort is not Sort.PAST), slip=0)
    for told in sorted((t for t in tellings if t.sort is Sort.PAST), key=lambda t: t.order):
        near = [d for d in found if d.key == (told.value, told.holder) and 0 <= days(d.day, told.day) <= _AGAIN]
        if near:
            near[-1].tellings.append(told)
        else:
            found.append(draft(told))
            found.sort(key=lambda made: made.day)
    return found


def set_apart(tellings: Iterable[Telling], again: int) -> list[Draft]:
    """Drafts of what is not said to be so (planned, denied ...); undated ones are one if `again` days apart or less."""
    dated: list[Telling] = []
    undated: list[Telling] = []
    for told in tellings:
        (dated if told.line.start or told.line.end else undated).append(told)
    found: list[Draft] = []
    last = ""
    for told in sorted(undated, key=lambda t: (t.value, t.holder, t.order)):
        if found and found[-1].key == (told.value, told.holder) and days(last, told.day) <= again:
            found[-1].tellings.append(told)
        else:
            found.append(Draft((told.value, told.holder), "", "", told.day, False, False, [told]))
        last = told.day
    return acts(dated) + found


@lru_cache(maxsize=1 << 16)
def ordinal(day: str) -> int:
    """The number of a day; ValueError for what is no ISO day."""
    return date.fromisoformat(day).toordinal()


def days(one: str, other: str) -> int:
    """Days from one to the other."""
    return ordinal(other) - ordinal(one)


def shifted(day: str, by: int) -> str:
    """The day so many days on."""
    return date.fromordinal(ordinal(day) + by).isoformat()


def _of_key(tellings: list[Telling], slip: int) -> list[Draft]:
    if len(tellings) == 1:
        return [draft(tellings[0])]
    exact = sorted((t for t in tellings if t.exact), key=lambda t: t.order)
    found: list[Draft] = []
    for told in exact:
        if found and _one_day(found[-1], told, slip):
            found[-1].tellings.append(told)
        else:
            found.append(draft(told))
    if len(exact) == len(tellings):
        return found
    rest = sorted((t for t in tellings if not t.exact), key=lambda t: (_width(t), t.order))
    return found + _rough(rest, found)


def _rough(tellings: list[Telling], exact: list[Draft]) -> list[Draft]:
    """Drafts of tellings without a day, the narrowest first; those that fit a fact with a day join the last such."""
    named = [made.day for made in exact]
    found: list[Draft] = []
    for told in tellings:
        at = bisect_right(named, told.high) - 1
        if at >= 0 and named[at] >= told.low:
            exact[at].tellings.append(told)
            continue
        fits = [d for d in found if d.low <= told.high and told.low <= d.high]
        if not fits:
            found.append(draft(told))
            continue
        one = max(fits, key=lambda d: (d.high, d.low))
        one.low, one.high, one.day = max(one.low, told.low), min(one.high, told.high), min(one.day, told.day)
        one.tellings.append(told)
    return found


def _one_day(made: Draft, told: Telling, slip: int) -> bool:
    if made.day == told.day:
        return True
    if days(made.day, told.day) > slip:
        return False
    return all(t.line.report != told.line.report for t in made.tellings)


def _width(told: Telling) -> int:
    return days(told.low, told.high) if told.low else 1 << 30


def _published(told: Telling) -> tuple[str, str, int]:
    return told.line.known, told.line.id, told.line.row
