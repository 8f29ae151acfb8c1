"""Planned events, and what happened since, to what became of each plan by a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from dragoman.codebook import codebook
from dragoman.ledger.folding.contents import components
from dragoman.ledger.folding.facts import ordinal
from dragoman.ledger.folding.fold import SLACK, known
from dragoman.ledger.lines import Line

HELD: Final = "held"
CANCELLED: Final = "cancelled"
DUE: Final = "due"
SILENT: Final = "no report since"
_OFF: Final = frozenset({"cancelled", "canceled", "called off"})  # as a mode or status of an event

Sides: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned event: its tellings, `due` (the last day planned, None where no time was told) and its `outcome`.

    `outcome` is "held", "cancelled", "due" (the day is still to come, or no time was told) or "no report since" (it has
    passed without word); `by` are the lines that tell of the outcome. Lines stand in the order of publication.
    """

    lines: tuple[Line, ...]
    due: str | None
    outcome: str
    by: tuple[Line, ...] = ()


@dataclass(slots=True)
class _Draft:
    low: str
    high: str
    lines: list[Line]
    roots: set[int] = field(default_factory=set)


def plans(
    lines: Sequence[Line], links: Iterable[tuple[int, int]] = (), *, on: str, known_by: str | None = None
) -> tuple[Plan, ...]:
    """What became of the planned events in `lines` by a day, by due day; plans without a time come last.

    A plan is held when an event of the same type and sides (either order for types that may be mutual), not known
    before the plan, has its day in the planned time or up to two days beside it, or is linked to the plan: `links` are
    pairs of Line.row of the same event. It is cancelled when such an event is denied or called off. Other families
    than events are left out; `on` and `known_by` are as for `fold`.
    """
    events = sorted((e for e in lines if e.family == "event" and known(e, known_by)), key=_published)
    roots = components({e.row: e for e in events}, links)
    by_sides: defaultdict[Sides, list[Line]] = defaultdict(list)
    for event in events:
        by_sides[_sides(event)].append(event)
    found = [
        _plan(made, rest, roots, on)
        for group in by_sides.values()
        for made, rest in _drafts(group, roots)
        if made.lines
    ]
    return tuple(sorted(found, key=lambda plan: (plan.due is None, plan.due or "", _published(plan.lines[0]))))


def _sides(event: Line) -> Sides:
    kind = codebook().types.get(event.label)
    one, other = event.source or "", event.target or ""
    if kind is not None and kind.symmetric and other < one:
        one, other = other, one
    return event.label, one, other


def _drafts(group: list[Line], roots: Mapping[int, int]) -> Iterable[tuple[_Draft, list[Line]]]:
    """The plans of two sides, each with the lines that may tell of its outcome."""
    planned = [e for e in group if e.status == "planned" and e.value not in _OFF]
    rest = [e for e in group if e.status in ("happened", "ongoing", "denied", None) or _off(e)]
    found: list[_Draft] = []
    for event in sorted(planned, key=lambda e: (_width(e), _bounds(e), _published(e))):
        low, high = _bounds(event)
        root = roots.get(event.row)
        made = next((d for d in found if root in d.roots or _meet(d.low, d.high, low, high)), None)
        if made is None:
            found.append(made := _Draft(low, high, []))
        elif _meet(made.low, made.high, low, high):
            made.low, made.high = max(made.low, low), min(made.high, high)
        elif not made.high:
            made.low, made.high = low, high
        made.lines.append(event)
        made.roots |= {root} if root is not None else set()
    return [(made, rest) for made in found]


def _plan(made: _Draft, rest: list[Line], roots: Mapping[int, int], on: str) -> Plan:
    lines = tuple(sorted(made.lines, key=_published))
    told = [e for e in rest if e.known >= lines[0].known and _fits(e, made, roots.get(e.row))]
    held = tuple(e for e in told if e.status != "denied" and not _off(e) and (e.start or e.day) <= on)
    cancelled = tuple(e for e in told if (e.status == "denied" or _off(e)) and e.known[:10] <= on)
    due = made.high or None
    if held:
        return Plan(lines, due, HELD, held)
    if cancelled:
        return Plan(lines, due, CANCELLED, cancelled)
    return Plan(lines, due, SILENT if due and due < on else DUE)


def _fits(event: Line, made: _Draft, root: int | None) -> bool:
    if root is not None and root in made.roots:
        return True
    if not made.high:
        return False
    if (event.status == "denied" or _off(event)) and not (event.start or event.end):
        return (
            ordinal(event.known[:10]) <= ordinal(made.high) + SLACK
        )  # "called off the talks", told before they were due
    low, high = event.start or event.end or event.day, event.end or event.start or event.day
    return ordinal(low) - SLACK <= ordinal(made.high) and ordinal(high) + SLACK >= ordinal(made.low)


def _off(event: Line) -> bool:
    return event.value in _OFF or event.status in _OFF


def _bounds(event: Line) -> tuple[str, str]:
    return event.start or event.end or "", event.end or event.start or ""


def _width(event: Line) -> int:
    low, high = _bounds(event)
    return ordinal(high) - ordinal(low) if high else 1 << 30


def _meet(low: str, high: str, other_low: str, other_high: str) -> bool:
    return bool(high and other_high) and low <= other_high and other_low <= high


def _published(event: Line) -> tuple[str, str, int]:
    return event.known, event.id, event.row
