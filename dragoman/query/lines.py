"""What is asked for (sides, family, days, limit) to Lines of live entries, newest first; statements are built once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import product
from operator import attrgetter
from typing import Any, Final, TypeVar

from sqlalchemy import (
    BindParameter,
    Boolean,
    ColumnElement,
    Select,
    Table,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
)

from dragoman.ledger import schema
from dragoman.ledger.lines import Line
from dragoman.query.asked import ALWAYS, View
from dragoman.query.rows import AMONG, records, rows

T = TypeVar("T")
FAMILIES: Final = ("statement", "event", "standing")

e, pairs, parties = schema.entries.c, schema.pairs.c, schema.parties.c

LIVE: Final = and_(
    e.current,
    e.known <= bindparam("known_by"),
    or_(e.ends.is_(None), e.ends > bindparam("known_by")),
    e.layer.in_((schema.KEPT, bindparam("layer"))),
    or_(e.judged.is_(None), e.judged != bindparam("refused")),
)
"""What a view sees of `entries`; View.live has its parameters."""


def of_actor(name: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """The parties of the actor that a parameter gives, in two parts, each of which an index finds.

    Those that act for a side of another name, and those of a side itself: it is found among the sides.
    """
    actor: BindParameter[Any] = bindparam(name)
    return (
        and_(parties.actor == actor, parties.actor != parties.side),
        and_(parties.side == actor, parties.actor == actor),
    )


COLUMNS: Final = tuple(e["version" if f.name == "report" else f.name] for f in fields(Line))
"""The columns of a Line, in its order."""
_TRUTHS: Final = tuple(n for n, column in enumerate(COLUMNS) if isinstance(column.type, Boolean))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; () and None ask for all.

    `since` and `until` bound Line.day, both included. `roles` are those that the asked side has (actor, recipient,
    speaker, addressee, holder, subject, about, according). `actors` are groups of actors' ids: an entry must have a
    party of each group, other than the one it is according to. `limit` is a number of lines, which are `ordered`.
    """

    families: tuple[str, ...] = FAMILIES
    labels: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    roles: tuple[str, ...] = ()
    actors: tuple[tuple[str, ...], ...] = ()
    limit: int | None = None
    ordered: bool = True


def between(view: View, ones: Sequence[str], others: Sequence[str], wanted: Wanted) -> list[Line]:
    """Lines of entries between two sides, each given by its ids (one, unless actors were joined); newest first."""
    both = sorted({(min(a, b), max(a, b)) for a, b in product(ones, others) if a != b})
    keys = [{"low": low, "high": high, "family": f} for (low, high), f in product(both, wanted.families)]
    return _newest(view, ("pair",), keys, wanted)


def of_sides(view: View, sides: Sequence[str], wanted: Wanted) -> list[Line]:
    """Lines of entries with a party that acts for one of the sides, newest first."""
    return _newest(view, ("side",), [{"side": s, "family": f} for s, f in product(sides, wanted.families)], wanted)


def of_actors(view: View, actors: Sequence[str], wanted: Wanted) -> list[Line]:
    """Lines of entries with a party that is one of the actors itself, newest first."""
    keys = [{"actor": a, "family": f} for a, f in product(actors, wanted.families)]
    return _newest(view, ("actor", "own"), keys, wanted)


def of_topics(view: View, wanted: Wanted) -> list[Line]:
    """Lines of standings of any parties by topic, newest first; `wanted.labels`, the topics, must be given."""
    keys = [{"label": label} for label in wanted.labels]
    return _newest(view, ("label",), keys, replace(wanted, labels=()))


def at_places(view: View, places: Sequence[str], labels: Sequence[str], wanted: Wanted) -> list[Line]:
    """Lines of standings whose `place` (control: the place's id; mission: its city's name) is one of `places`."""
    keys = [{"place": p, "label": label} for p, label in product(places, labels)]
    return _newest(view, ("place",), keys, wanted)


def by_row(view: View, numbers: Iterable[int]) -> list[Line]:
    """The live lines among the entries of these numbers, by number."""
    return _lines(view, _among(view, _BY_ROW, numbers))


def by_id(view: View, ids: Iterable[str]) -> list[Line]:
    """The live lines of entries' ids, by id."""
    return _lines(view, _among(view, _BY_ID, ids))


def among(view: View, statement: Select[Any], values: Sequence[Any], *, live: bool = False) -> Sequence[Any]:
    """The rows of a statement with `IN :among` for any number of values; `live` gives it the parameters of LIVE."""
    return records(view.connection, statement, {**(view.live if live else {}), AMONG: values})


def _among(view: View, statement: Select[Any], values: Iterable[Any]) -> Sequence[Any]:
    return rows(view.connection, statement, {**view.live, AMONG: sorted(set(values))}, truths=False)


def _newest(view: View, ways: Sequence[str], keys: Sequence[dict[str, str]], wanted: Wanted) -> list[Line]:
    """The lines under all keys, each asked for in all `ways`; each entry once."""
    found: dict[int, Line] = {}
    for by, key in product(ways, keys):
        for line in _under(view, by, key, wanted):
            found.setdefault(line.row, line)
    if not wanted.ordered:
        return list(found.values())
    several = sorted(found.values(), key=attrgetter("id"))
    several.sort(key=attrgetter("day", "known"), reverse=True)
    return several[: wanted.limit]


def _under(view: View, by: str, key: dict[str, str], wanted: Wanted) -> list[Line]:
    shape = Shape(
        by,
        bool(wanted.labels),
        bool(wanted.values),
        bool(wanted.statuses),
        bool(wanted.roles),
        len(wanted.actors),
        wanted.ordered,
    )
    given: dict[str, Any] = {**view.live, **key, "since": wanted.since or "", "until": wanted.until or ALWAYS}
    given |= {"labels": wanted.labels, "values": wanted.values, "statuses": wanted.statuses, "roles": wanted.roles}
    given |= {f"actors{n}": list(group) for n, group in enumerate(wanted.actors)}
    asked = shape.parameters()
    given = {name: given[name] for name in asked}
    run: Callable[[int], Sequence[Any]] = lambda most: rows(  # noqa: E731
        view.connection, statement(shape), {**given, "most": most}, truths=False
    )
    if wanted.limit is None:
        return _lines(view, run(-1 if view.connection.dialect.name == "sqlite" else 2**62))
    return _lines(view, _enough(run, wanted.limit, by in PARTIES))


def _enough(run: Callable[[int], Sequence[Any]], limit: int, repeats: bool) -> list[Any]:
    """`limit` rows; an entry comes twice where two of its parties act for the side: then more are asked for."""
    most = limit * 2 if repeats else limit
    while True:
        told = run(most)
        found = list({row[0]: row for row in told}.values())
        if len(found) >= limit or len(told) < most:
            return found[:limit]
        most *= 4


def _lines(view: View, told: Iterable[Any]) -> list[Line]:
    columns: list[Iterable[Any]] = list(zip(*told, strict=True))
    for n in _TRUTHS if columns else ():
        columns[n] = map(bool, columns[n])
    found = list(map(Line, *columns)) if columns else []
    if view.as_coded:
        return [replace(line, judged=None) if line.judged else line for line in found]
    return [_joined(view, line) for line in found] if view.joined else found


def _joined(view: View, line: Line) -> Line:
    """The line with the ids that stand for actors joined to others."""
    source, target, holder, subject, according = (
        view.one(id) if id else id for id in (line.source, line.target, line.holder, line.subject, line.according)
    )
    return replace(line, source=source, target=target, holder=holder, subject=subject, according=according)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a statement depends on; its values are parameters."""

    by: str
    labels: bool
    values: bool
    statuses: bool
    roles: bool
    actors: int
    ordered: bool = True

    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters of its statement."""
        keys = _KEYS[self.by]
        lists = (name for name in ("labels", "values", "statuses", "roles") if getattr(self, name))
        groups = (f"actors{n}" for n in range(self.actors))
        return (*keys, "since", "until", "known_by", "layer", "refused", *lists, *groups)


PARTIES: Final = ("side", "actor", "own")
_KEYS: Final = {
    "pair": ("low", "high", "family"),
    "side": ("side", "family"),
    "actor": ("actor", "family"),
    "own": ("actor", "family"),
    "label": ("label",),
    "place": ("place", "label"),
}


@lru_cache(maxsize=256)
def statement(shape: Shape) -> Select[Any]:
    """The statement of a shape. A pair's or party's own family and day are bounded, as their index begins with them.

    The family of `entries` is not named again: SQLite, which has no counts of rows, would take the index of labels.
    """
    made = _START[shape.by]()
    day = pairs.day if shape.by == "pair" else parties.day if shape.by in PARTIES else e.day
    made = made.where(LIVE, day >= bindparam("since"), day <= bindparam("until"))
    if shape.labels:
        made = made.where(_one_of(e.label, "labels"))
    if shape.values:
        made = made.where(_one_of(e.value, "values"))
    if shape.statuses:
        made = made.where(_one_of(e.status, "statuses"))
    if shape.roles:
        made = made.where(_one_of(parties.role, "roles"))
    for n in range(shape.actors):
        made = made.where(_has_party(n))
    return (made.order_by(day.desc(), e.known.desc(), e.id) if shape.ordered else made).limit(bindparam("most"))


def _one_of(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column.in_(bindparam(name, expanding=True))


def _has_party(n: int) -> ColumnElement[bool]:
    p = schema.parties.alias(f"p{n}").c
    return exists().where(p.entry == e.row, p.role != "according", p.actor.in_(bindparam(f"actors{n}", expanding=True)))


def _from(table: Table, *keys: str) -> Callable[[], Select[Any]]:
    def made() -> Select[Any]:
        joined = select(*COLUMNS).select_from(table.join(schema.entries, e.row == table.c.entry))
        return joined.where(*(table.c[key] == bindparam(key) for key in keys))

    return made


def _of_standings(*keys: str) -> Callable[[], Select[Any]]:
    """Their indexes hold standings alone, which a statement must say in so many words to be answered from them."""
    return lambda: select(*COLUMNS).where(e.family == _STANDING, *(e[key] == bindparam(key) for key in keys))


_STANDING: Final[ColumnElement[str]] = literal_column("'standing'")
_actor: Final = _from(schema.parties, "actor", "family")
_START: Final[dict[str, Callable[[], Select[Any]]]] = {
    "pair": _from(schema.pairs, "low", "high", "family"),
    "side": _from(schema.parties, "side", "family"),
    "actor": lambda: _actor().where(parties.actor != parties.side),
    "own": lambda: _actor().where(parties.side == bindparam("actor")),
    "label": _of_standings("label"),
    "place": _of_standings("place", "label"),
}
"""An actor's own parties: those that act for a side of another name, of which there is an index, and a side's own."""

_BY_ROW: Final = select(*COLUMNS).where(LIVE, e.row.in_(bindparam("among", expanding=True))).order_by(e.row)
_BY_ID: Final = select(*COLUMNS).where(LIVE, e.id.in_(bindparam("among", expanding=True))).order_by(e.id)
