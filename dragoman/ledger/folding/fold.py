"""Lines of standings, and links between contents, to one State for each identity on a day, as known by a day."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dragoman.ledger.folding.contents import identified
from dragoman.ledger.folding.course import Course
from dragoman.ledger.folding.facts import Draft, Key, acts, days, passing, set_apart, shifted
from dragoman.ledger.folding.identity import Identity
from dragoman.ledger.folding.runs import Run
from dragoman.ledger.folding.state import Fact, Side, State
from dragoman.ledger.folding.table import rules
from dragoman.ledger.folding.times import Sort, Telling, telling
from dragoman.ledger.lines import Line

SLACK: Final = 2  # days around a planned time in which what happens is what was planned
_AGAIN: Final = {"denied": 7}  # days within which the same undated words speak of the same thing
_LONG: Final = 60  # the same for what is planned, conditional or hypothetical: plans are told for weeks
_HAVING: Final = frozenset({"held", "seized"})


def fold(
    lines: Sequence[Line],
    links: Iterable[tuple[int, int]] = (),
    *,
    on: str,
    known_by: str | None = None,
    originals: Mapping[int, int] = MappingProxyType({}),
) -> tuple[State, ...]:
    """One State for each identity among the standings in `lines`, sorted by identity; other families are left out.

    `on` is an ISO day; `known_by` leaves out what was published later (a day counts whole). `links` are pairs of
    Line.row whose contents are the same. `originals` gives for Line.report of copies the report that stands for
    them, so that in a dispute they are one voice. The order of lines and links does not matter. A value that the
    codebook does not know changes no state. Raises KeyError for a topic that it does not know.
    """
    found = told_apart(lines, links, known_by, originals)
    return tuple(state_of(one, tellings, on) for one, tellings in found)


def told_apart(
    lines: Sequence[Line], links: Iterable[tuple[int, int]], known_by: str | None, originals: Mapping[int, int]
) -> list[tuple[Identity, list[Telling]]]:
    """Each identity with its tellings, sorted; for the rest see `fold`."""
    standings = (line for line in lines if line.family == "standing" and known(line, known_by))
    told = [telling(line, originals.get(line.report, line.report)) for line in standings]
    found = identified(told, links)
    return [(one, found[one]) for one in sorted(found, key=Identity.key)]


def known(line: Line, by: str | None) -> bool:
    """Whether the line was published by that time; `by` may be a day or a longer ISO time, None is now."""
    return by is None or line.known[: len(by)] <= by


def state_of(one: Identity, tellings: list[Telling], on: str) -> State:
    """The state of one identity on a day by its tellings."""
    rank = rules(one.topic).rank
    dated, others, still, beside = _sorted(tellings, rank)
    course = Course(rules(one.topic))
    course.go(acts(dated), others)
    told = course.drafts + passing(still) if still else course.drafts
    if len(told) > 1:
        told.sort(key=lambda d: (d.day, rank.get(d.key[0], -1), d.key))
    history = tuple(made.fact() for made in told)
    aside = _beside(beside, tellings, on) if beside else ()
    _deny(course, [t for t in beside if t.line.status == "denied"])
    return _stand(one, course, on, history, aside)


def _sorted(tellings: list[Telling], rank: Mapping[str, int]) -> tuple[list[Telling], ...]:
    """Acts with their time, other tellings that move the state, what passes, what is not said to be so."""
    dated: list[Telling] = []
    others: list[Telling] = []
    still: list[Telling] = []
    beside: list[Telling] = []
    for told in tellings:
        if not told.active:
            beside.append(told)
        elif told.value not in rank:
            still.append(told)
        else:
            (dated if told.sort is Sort.ACT else others).append(told)
    return dated, others, still, beside


def _beside(others: list[Telling], tellings: list[Telling], on: str) -> tuple[Fact, ...]:
    """Planned, conditional, hypothetical and denied tellings as facts, each status apart."""
    found = []
    word = max((t.day for t in tellings if t.line.status != "planned" and t.day <= on), default="")
    for status in sorted({t.line.status or "" for t in others}):
        mine = [t for t in others if t.line.status == status]
        for made in set_apart(mine, _AGAIN.get(status, _LONG)):
            found.append(made.fact(no_report_since=_missed(made, word, on) if status == "planned" else None))
    return tuple(sorted(found, key=lambda fact: (fact.day, fact.value, fact.status, fact.holder or "")))


def _missed(made: Draft, word: str, on: str) -> str | None:
    """The day by which a planned thing was due, if `word`, the last of the matter up to that day, was before it."""
    due, low = made.high, made.low or made.high
    if not due or due >= on or (word and days(low, word) >= -SLACK):
        return None
    return due


def _deny(course: Course, denials: list[Telling]) -> None:
    """Gives each denial to the run of the value that it denies, if others than the denier told that."""
    starts = [start for start, _ in course.runs]
    for told in sorted(denials, key=lambda t: t.order):
        at = bisect_right(starts, told.day) - 1
        run = course.runs[at][1] if at >= 0 else None
        if run is None or not _same(run.key, told):
            continue
        since = any(t.voice == told.voice and t.line.known >= told.line.known for t in run.tellings())
        if not since and any(t.voice != told.voice for t in run.tellings()):
            run.denials.append(told)


def _same(key: Key, told: Telling) -> bool:
    """Whether a denial is of this value; who denies that they took a place denies that they have it."""
    return key == (told.value, told.holder) or (key[1] == told.holder and {key[0], told.value} == _HAVING)


def _stand(one: Identity, course: Course, on: str, history: tuple[Fact, ...], beside: tuple[Fact, ...]) -> State:
    at = sum(start <= on for start, _ in course.runs) - 1
    run = course.runs[at][1] if at >= 0 else None
    bound = run.end() if run is not None else None
    after = shifted(course.runs[at + 1][0], -1) if at + 1 < len(course.runs) else None  # the day before the next
    missed = max((fact.no_report_since for fact in beside if fact.no_report_since), default=None) if beside else None
    if run is None or (bound and bound < on):
        return State(one, None, None, after, False, False, (), (), history, beside, None, missed)
    sides = _sides(run, on) if run.sides or run.denials else ()
    lines = _lines(run.drafts, on)
    return State(
        identity=one,
        value=run.key[0],
        since=run.day,
        until=min(bound, after) if bound and after else bound or after,
        certain=run.exact,
        disputed=bool(sides),
        sides=sides,
        fact=lines,
        history=history,
        beside=beside,
        last_reported=_last(lines, on),
        no_report_since=missed,
        holders=_holders(run, sides) if one.topic == "control" else (),
    )


def _sides(run: Run, on: str) -> tuple[Side, ...]:
    found = [_side(key[0], _lines(part, on), key[1]) for key, part in run.sides.items()]
    if run.denials:
        found = found or [_side(run.key[0], _lines(run.drafts, on), run.key[1])]
        found.append(_side(run.key[0], tuple(t.line for t in run.denials), run.key[1], denied=True))
    return tuple(side for side in found if side.lines)


def _side(value: str, lines: tuple[Line, ...], holder: str, *, denied: bool = False) -> Side:
    return Side(value, lines, tuple(dict.fromkeys(line.according for line in lines)), holder or None, denied)


def _lines(drafts: Iterable[Draft], on: str) -> tuple[Line, ...]:
    """The lines of these facts that speak of the time up to that day, as published."""
    told = []
    for made in drafts:
        if made.day <= on:
            told += [t.line for t in made.tellings if t.sort is Sort.ACT or t.day <= on]
    if len(told) > 1:
        told.sort(key=lambda line: (line.known, line.id, line.row))
    return tuple(told)


def _last(lines: tuple[Line, ...], on: str) -> str | None:
    """The last publication by that day, else the first after it: news of the past."""
    published = [line.known[:10] for line in lines]
    return max((day for day in published if day <= on), default=min(published, default=None))


def _holders(run: Run, sides: tuple[Side, ...]) -> tuple[str, ...]:
    holding = {s.holder for s in sides if s.value in ("held", "seized", "contested") and not s.denied and s.holder}
    if not sides and run.key[0] in ("held", "seized"):
        holding = {run.key[1]}
    return tuple(sorted(holding - {""}))
