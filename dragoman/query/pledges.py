"""Actors and a day to the pledges or demands between them: made when, kept, broken or open, on what terms; cited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, bindparam, select

from dragoman.errors import AskError
from dragoman.ledger import schema
from dragoman.ledger.folding import State
from dragoman.ledger.lines import Line
from dragoman.query.asked import View
from dragoman.query.claims import CITED
from dragoman.query.lines import Wanted, among, of_topics
from dragoman.query.matters import PROMISES, Matter, is_open, lines_of, matters
from dragoman.query.matters_tables import MATTERS, history_table, standing
from dragoman.query.state import folded, standings
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.who import Meant
from dragoman.query.wire import Shown
from dragoman.records import Spans, words_of

# What is asked for -> the values that a matter then has; open are those that are not ended.
WHICH: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "pledge": {"open": (), "kept": ("kept",), "broken": ("broken",), "withdrawn": ("withdrawn",), "all": ()},
    "demand": {"open": (), "met": ("met",), "refused": ("refused",), "withdrawn": ("withdrawn",), "all": ()},
}
SAID: Final[dict[str, tuple[str, ...]]] = {"pledge": ("offered", "conditional", "made"), "demand": ("made",)}


@dataclass(frozen=True, slots=True)
class Return:
    """What a pledge is given for: the id of that standing, its words, and the name of who gives it."""

    id: str
    words: str
    holder: str


@dataclass(frozen=True, slots=True)
class Promise(Shown):
    """A pledge or demand: where it stands, with its history (`matter`); the day it was first told as `said`.

    `made` is None where only its end is told. `conditions` are the reports' own words, each once, by publication.
    """

    matter: Matter
    made: str | None
    conditions: tuple[str, ...]
    in_return_for: tuple[Return, ...]


@dataclass(frozen=True, slots=True)
class Pledges(Shown):
    """What was asked, and the pledges (`topic` "demand": the demands) as they stood on the day `on`, newest first."""

    topic: str
    asked: tuple[Meant, ...]
    on: str
    which: str
    promises: tuple[Promise, ...]

    def table(self) -> Table:
        """One row a pledge."""
        return PLEDGES.table(
            (
                *standing(one.matter),
                one.made,
                "; ".join(one.conditions) or None,
                "; ".join(r.words for r in one.in_return_for) or None,
                " ".join(r.id for r in one.in_return_for) or None,
            )
            for one in self.promises
        )

    def history(self) -> Table:
        """One row for each line of their histories."""
        return history_table(one.matter for one in self.promises)


PLEDGES: Final = Schema(
    "pledges",
    (
        *MATTERS.columns,
        Column("made", Kind.DAY, "day on which it was first made, offered or asked"),
        Column("conditions", Kind.TEXT, "the conditions, in the reports' words"),
        Column("in_return_for", Kind.TEXT, "words of what is given for it"),
        Column("in_return_for_ids", Kind.TEXT, "ids of the entries that say so, with blanks between them"),
    ),
)


def pledges(
    view: View,
    a: Meant | None = None,
    b: Meant | None = None,
    *,
    on: str,
    which: str = "open",
    topic: str = "pledge",
    most: int | None = CITED,
) -> Pledges:
    """Pledges (or demands) between two actors, of one with anybody, or all that the ledger holds; newest first.

    `which` is open (offered, made or conditional), kept, broken, withdrawn or all; of demands open, met, refused,
    withdrawn or all. `on` is an ISO day. Raises AskError for another `which` or topic.
    """
    _check(topic, which)
    lines = standings(view, a or b, b if a else None, (topic,)) if a or b else _everybody(view, topic)
    found = [state for state in folded(view, lines, on) if _fits(state, which)]
    found.sort(key=_age, reverse=True)
    made = matters(view, found, most=most, history=None)
    terms = _terms(view, [list(lines_of(state)) for state in found])
    promises = (Promise(m, _made(s, on), *t) for m, s, t in zip(made, found, terms, strict=True))
    return Pledges(topic, tuple(one for one in (a, b) if one), on, which, tuple(promises))


def _check(topic: str, which: str) -> None:
    if topic not in WHICH:
        raise AskError(f"“{topic}” is no promise", "pledges", f"Ask for {' or '.join(PROMISES)}.")
    if which not in WHICH[topic]:
        raise AskError(f"{topic}s are not asked for by “{which}”", "pledges", f"Use {', '.join(WHICH[topic])}.")


def _everybody(view: View, topic: str) -> list[Line]:
    return of_topics(view, Wanted(families=("standing",), labels=(topic,)))


def _fits(state: State, which: str) -> bool:
    if which == "open":
        return is_open(state)
    values = WHICH[state.identity.topic][which]
    return state.value in values if values else state.value is not None


def _age(state: State) -> tuple[str, str]:
    day = state.since or state.last_reported or min(line.day for line in lines_of(state))
    return day, str(state.identity)


def _made(state: State, on: str) -> str | None:
    said = SAID[state.identity.topic]
    return min((fact.day for fact in state.history if fact.value in said and fact.day <= on), default=None)


class _Body(msgspec.Struct):
    conditions: Spans = ()
    in_return_for: str | None = None


_BODY: Final = msgspec.json.Decoder(_Body)
Terms = tuple[tuple[str, ...], tuple[Return, ...]]


def _terms(view: View, groups: Sequence[Sequence[Line]]) -> list[Terms]:
    """For each group of lines the conditions, and what it is in return for."""
    rows = sorted({line.row for group in groups for line in group})
    bodies = {r.row: (_BODY.decode(r.body), r.version) for r in among(view, _BODIES, rows)}
    texts = _texts(view, {version for body, version in bodies.values() if body.conditions})
    given = _given(view, {body.in_return_for for body, _ in bodies.values() if body.in_return_for})
    found = []
    for group in groups:
        told = [bodies[line.row] for line in sorted(group, key=lambda line: (line.known, line.id))]
        conditions = dict.fromkeys(words_of(texts[version], b.conditions) for b, version in told if b.conditions)
        returns = dict.fromkeys(b.in_return_for for b, _ in told if b.in_return_for)
        found.append((tuple(conditions), tuple(given[id] for id in returns if id in given)))
    return found


def _texts(view: View, versions: Iterable[int]) -> dict[int, str]:
    return {version.row: version.text for version in among(view, _TEXTS, sorted(versions))}


def _given(view: View, ids: Iterable[str]) -> dict[str, Return]:
    found: dict[str, Any] = {r.id: r for r in among(view, _GIVEN, sorted(ids))}
    names = view.names(sorted({r.holder for r in found.values() if r.holder}))
    return {id: Return(id, r.words or r.quote, names.get(r.holder, "")) for id, r in found.items()}


_e, _v = schema.entries.c, schema.versions.c
_AMONG: Final[BindParameter[Any]] = bindparam("among", expanding=True)
_BODIES: Final = select(_e.row, _e.version, _e.body).where(_e.row.in_(_AMONG))
_TEXTS: Final = select(_v.row, _v.text).where(_v.row.in_(_AMONG))
_GIVEN: Final = (
    select(_e.id, _e.words, _e.quote, _e.holder)
    .where(_e.id.in_(_AMONG), _e.current, _e.layer != schema.CODED)
    .order_by(_e.id, _e.layer)
)
