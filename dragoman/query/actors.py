"""Words to the actors of the ledger that they name: kind, country, roles with days and sources, how many entries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, func, or_, select, union_all

from dragoman.errors import AskError
from dragoman.ledger import schema
from dragoman.query.actors_roles import Role, roles, with_told_roles
from dragoman.query.asked import Named, View
from dragoman.query.lines import LIVE, among, e, parties
from dragoman.query.rows import records
from dragoman.query.tables import Column, Kind, Schema, Table
from dragoman.query.who import who
from dragoman.query.wire import Shown


@dataclass(frozen=True, slots=True)
class Known(Shown):
    """An actor of the ledger: `names` are others that reports give it, `sectors` those that it had in any of them.

    `sides` are those that it acts for, its own id where for nobody. `entries` counts the entries that it takes part in,
    as a party, source or subject; `first` and `last` are the days of the first and the last of these.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    sides: tuple[str, ...]
    entries: int
    first: str | None
    last: str | None
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Actors(Shown):
    """The words asked for, and the actors that they name, those with most entries first."""

    asked: str
    found: tuple[Known, ...]
    more: bool

    def table(self) -> Table:
        """One row an actor."""
        return ACTORS.table(
            (
                *(a.id, a.name, "; ".join(a.names) or None, a.kind, a.country, " ".join(a.sectors) or None),
                *(" ".join(a.sides), a.entries, a.first, a.last, len(a.roles)),
            )
            for a in self.found
        )

    def roles(self) -> Table:
        """One row for each role of each actor."""
        return ROLES.table(
            (
                *(a.id, a.name, r.title or None, r.of, r.country, r.sector, r.start, r.end, r.former),
                *(r.source, r.publisher, r.reports, r.quote),
            )
            for a in self.found
            for r in a.roles
        )


ACTORS: Final = Schema(
    "actors",
    (
        Column("id", Kind.TEXT, "id of the actor"),
        Column("name", Kind.TEXT, "name under which it is shown"),
        Column("names", Kind.TEXT, "other names in reports, with ; between them"),
        Column("kind", Kind.TEXT, "state, person, armed group ..."),
        Column("country", Kind.TEXT, "ISO 3166 alpha-3"),
        Column("sectors", Kind.TEXT, "PLOVER sectors that it had, with blanks between them"),
        Column("sides", Kind.TEXT, "ids of the sides that it acts for"),
        Column("entries", Kind.COUNT, "how many entries tell of it"),
        Column("first", Kind.DAY, "day of the first of them"),
        Column("last", Kind.DAY, "day of the last of them"),
        Column("roles", Kind.COUNT, "how many roles are known"),
    ),
)
ROLES: Final = Schema(
    "roles",
    (
        Column("id", Kind.TEXT, "id of the actor"),
        Column("name", Kind.TEXT, "its name"),
        Column("title", Kind.TEXT, "office or trade; null where only the sector is known"),
        Column("of", Kind.TEXT, "the body, group or state that it is held in"),
        Column("country", Kind.TEXT, "ISO 3166 alpha-3"),
        Column("sector", Kind.TEXT, "PLOVER sector"),
        Column("start", Kind.DAY, "first day held, or first day on which a report says so"),
        Column("end", Kind.DAY, "last day held (null: open), or last day on which a report says so"),
        Column("former", Kind.TRUTH, "whether the reports say that it was over"),
        Column("source", Kind.TEXT, "registry, or the id of the first report that says so"),
        Column("publisher", Kind.TEXT, "publisher of that report"),
        Column("reports", Kind.COUNT, "how many reports say so; 0 for the registry"),
        Column("quote", Kind.TEXT, "the words of the first"),
    ),
)


def actors(view: View, words: str = "", *, limit: int = 50, with_roles: bool = True) -> Actors:
    """Actors with `words` in an id or a name, in any case; of the country of that code; or whom the words mean.

    They may also be words of an office that reports tell of ("foreign minister"); "" gives all. Only actors of live
    entries or roles are given. With `with_roles` the registry is read, which takes a third of a second once.
    """
    asked = " ".join(words.split())
    ids = _ids(view, asked)
    counted = _counted(view, ids)
    counted |= dict.fromkeys(sorted(with_told_roles(view, ids) - counted.keys()), (0, None, None))
    ranked = sorted(counted, key=lambda id: (-counted[id][0], id))
    shown = ranked[:limit]
    rows = _rows(view, shown)
    view.names(shown)
    told = {id: roles(view, id) for id in shown} if with_roles else {}
    found = tuple(_known(view, view.named(id), rows[id], counted[id], told.get(id, ())) for id in shown)
    return Actors(asked, found, len(ranked) > limit)


def _ids(view: View, asked: str) -> list[str]:
    """The ids that stand for the actors of these words, whether live or not."""
    like = "%" + asked.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    given = {"like": like, "country": asked if len(asked) == 3 else "-"}
    ids = {view.one(row.id) for statement in (_NAMED, _TITLED) for row in records(view.connection, statement, given)}
    ids |= {id for id, name in view.renamed.items() if asked.lower() in name.lower()}
    try:
        return sorted(ids | {who(view, asked).id}) if asked else sorted(ids)
    except AskError:
        return sorted(ids)


Counted = tuple[int, str | None, str | None]


def _counted(view: View, ids: Iterable[str]) -> dict[str, Counted]:
    """The number of live entries of each actor, with the first and last day; actors of none are left out."""
    found: dict[str, Counted] = {}
    whole = {part: id for id in ids for part in view.ids(id)}
    for row in among(view, _COUNTS, sorted(whole), live=True):
        count, first, last = found.get(whole[row.actor], (0, None, None))
        found[whole[row.actor]] = (count + row.count, min(first or row.first, row.first), max(last or "", row.last))
    return found


def _rows(view: View, ids: Sequence[str]) -> dict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    whole = {part: id for id in ids for part in view.ids(id)}
    for row in among(view, _ACTORS, sorted(whole)):
        found[whole[row.id]].append(row)
    return found


def _known(view: View, named: Named, rows: Sequence[Any], counted: Counted, told: tuple[Role, ...]) -> Known:
    countries = sorted({row.country for row in rows if row.country})
    kinds = sorted({row.kind for row in rows}, key=lambda kind: (kind == "other", kind))
    return Known(
        id=named.id,
        name=named.name,
        names=tuple(sorted({row.name for row in rows} - {named.name})),
        kind=kinds[0] if kinds else "other",
        country=countries[0] if countries else None,
        sectors=tuple(sorted({row.sector for row in rows if row.sector})),
        sides=tuple(sorted({view.one(row.side) for row in rows})),
        entries=counted[0],
        first=counted[1],
        last=counted[2],
        roles=told,
    )


_a = schema.actors.c
_AMONG: Final[Any] = bindparam("among", expanding=True)
_LIKE: Final[Any] = bindparam("like")
_NAMED: Final = (
    select(_a.id)
    .where(
        or_(
            func.lower(_a.name).like(_LIKE, escape="\\"),
            func.lower(_a.id).like(_LIKE, escape="\\"),
            _a.country == bindparam("country"),
        )
    )
    .distinct()
)
_r = schema.roles.c
_TITLED: Final = select(_r.actor.label("id")).where(func.lower(_r.title).like(_LIKE, escape="\\")).distinct()
_ACTORS: Final = select(_a.id, _a.name, _a.country, _a.sector, _a.kind, _a.side).where(_a.id.in_(_AMONG))
_OF: Final = union_all(  # of those that act for others, and of sides, there are two indexes
    select(parties.actor, parties.entry, parties.day).where(parties.actor.in_(_AMONG), parties.actor != parties.side),
    select(parties.actor, parties.entry, parties.day).where(parties.side.in_(_AMONG), parties.actor == parties.side),
).subquery()
_COUNTS: Final = (
    select(
        _OF.c.actor,
        func.count(_OF.c.entry.distinct()).label("count"),
        func.min(_OF.c.day).label("first"),
        func.max(_OF.c.day).label("last"),
    )
    .select_from(_OF.join(schema.entries, e.row == _OF.c.entry))
    .where(LIVE)
    .group_by(_OF.c.actor)
)
