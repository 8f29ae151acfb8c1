"""Words to look for -> the actors that have them in a name or id, own and shipped, as rows of a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.actors import own_store
from dragoman.actors.own_records import OwnActor
from dragoman.actors.registry import Body, Group, Leader, Organisation, State, registry


@dataclass(frozen=True, slots=True)
class Row:
    """An actor in a list: `roles` in words, `names` beside its own, `source` the files that it is from."""

    id: str
    name: str
    kind: str
    roles: tuple[str, ...]
    names: tuple[str, ...]
    own: bool
    source: str


def rows(text: str, *, only_own: bool) -> list[Row]:
    """The actors with `text` in a name or id, or of the country of that code; all for ""; own ones first."""
    own = {actor.id: actor for actor in own_store.in_use()}
    found = [_own(actor) for actor in own.values()]
    if not only_own:
        found += [row for row in _shipped() if row.id not in own]
    return [row for row in found if _fits(row, text)]


def _fits(row: Row, text: str) -> bool:
    if len(text) == 3 and text.isupper() and any(text in role.split(" ") for role in row.roles):
        return True
    low = text.casefold()
    return any(low in name.casefold() for name in (row.id, row.name, *row.names))


def _own(actor: OwnActor) -> Row:
    roles = (
        _role(
            " ".join(filter(None, (role.title, role.of and f"of {role.of}"))),
            role.country,
            role.sector,
            role.start,
            role.end,
        )
        for role in actor.roles
        if role.said or role.start or role.end
    )
    files = dict.fromkeys(own_store.file_of(role.source) for role in actor.roles)
    return Row(actor.id, actor.name, actor.kind, tuple(roles), actor.names[1:], True, ", ".join(files))


def _role(title: str, country: str | None, sector: str | None, start: object, end: object) -> str:
    days = f"{start or ''}..{end or ''}" if start or end else ""
    return " ".join(part for part in (title, country, sector, days) if part)


def _last(end: date | None) -> date | None:
    """The last day of what ends before `end`."""
    return end - timedelta(days=1) if end else None


def _shipped() -> Iterator[Row]:
    found = registry()
    for state in found.states.values():
        others = (*(name.text for name in (*state.names, *state.aliases, *state.capitals)), *state.acronyms)
        role = _role("", state.iso, "GOV", state.start, _last(state.end))
        yield _row(state, "state", (role,), others, "states.tsv")
    for group in found.groups.values():
        roles = tuple(
            _role("", group.country, sector.text, sector.start, _last(sector.end)) for sector in group.sectors
        )
        yield _row(group, group.kind, roles, (*group.aliases, *group.acronyms), "groups.tsv")
    plain: list[Organisation | Body] = [*found.organisations.values(), *found.bodies.values()]
    for one in plain:
        country = one.country if isinstance(one, Body) else None
        role = _role("", country, one.sector, one.start, _last(one.end))
        file = "bodies.tsv" if isinstance(one, Body) else "organisations.tsv"
        yield _row(one, one.kind, (role,), (*one.aliases, *one.acronyms), file)
    for leader in found.leaders.values():
        roles = tuple(_role(o.title, o.country, o.sector, o.start, _last(o.end)) for o in leader.offices)
        yield _row(leader, "person", roles, leader.aliases, "leaders.tsv")


def _row(
    record: State | Group | Organisation | Body | Leader,
    kind: str,
    roles: tuple[str, ...],
    names: tuple[str, ...],
    file: str,
) -> Row:
    others = tuple(name for name in dict.fromkeys(names) if name != record.name)
    return Row(record.id, record.name, kind, roles, others, False, file)
