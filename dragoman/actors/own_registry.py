"""The shipped registry and the user's own actors -> one registry, in which the user's win for their names and days.

Where an own role holds, the shipped meanings of its names end and begin again after it: a name that the user gives to
a party from 1990 to 1995 means that party then, and before and after it what it meant. Surnames are shared: an own
person's comes before other persons', and never before a state, group or place of that name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeAlias

from dragoman.actors import own_store
from dragoman.actors.own_cells import SECTORS_OF_KINDS, SHAPES, day_after, first_day
from dragoman.actors.own_records import OwnActor, OwnRole
from dragoman.actors.registry import (
    Body,
    Dated,
    Entry,
    Group,
    Leader,
    NameKind,
    Office,
    Organisation,
    Registry,
    State,
    fold,
)

Span: TypeAlias = tuple[date | None, date | None]
Plain: TypeAlias = Organisation | Group | Body

# Sectors of those who act for their state: without a word of whom an office belongs to, it is the state's.
OF_STATE: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "SPY", "COP"))


@dataclass(frozen=True, slots=True)
class Standing:
    """A role as the registry has it: country, sector, the id of what it belongs to, "" for what is unknown."""

    country: str | None
    sector: str
    of: str
    title: str
    span: Span


def with_own(base: Registry) -> Registry:
    """`base` with the actors in use; `base` itself where there are none. Raises ActorsError where they are damaged."""
    actors = own_store.in_use()
    return merged(base, actors) if actors else base


def merged(base: Registry, actors: Iterable[OwnActor]) -> Registry:
    """`base` with these actors."""
    actors = tuple(actors)
    keys = _Keys(base, actors)
    leaders = {one.id: _leader(base, one, keys) for one in actors if shape_of(one) == "person"}
    records: dict[str, Plain] = {}
    entries = [entry for leader in leaders.values() for entry in _of_leader(leader)]
    for actor in actors:
        if shape_of(actor) == "state":
            entries += _of_state(base, actor)
        elif shape_of(actor) != "person":
            found = _of_other(base, actor, keys)
            entries += found
            records.update(
                (actor.id, entry.record) for entry in found[:1] if not isinstance(entry.record, State | Leader)
            )
    by_name = _with(base.names, entries, leaders.keys() & base.leaders.keys())
    return replace(
        base,
        leaders={**base.leaders, **leaders},
        groups={**base.groups, **{id: one for id, one in records.items() if isinstance(one, Group)}},
        bodies={**base.bodies, **{id: one for id, one in records.items() if isinstance(one, Body)}},
        organisations={**base.organisations, **{k: one for k, one in records.items() if isinstance(one, Organisation)}},
        names=by_name,
        folded=fold(by_name),
    )


def shape_of(actor: OwnActor) -> str:
    """What the actor is to the reader: person, state, group, organisation or body."""
    if actor.kind:
        shape = SHAPES[actor.kind]
        country = any(role.country for role in actor.roles)
        return "body" if shape == "organisation" and country else shape
    return "person" if actor.id.startswith("person:") else "body"


class _Keys:
    """Names of organisations, groups, bodies and states -> what somebody is who belongs to them."""

    def __init__(self, base: Registry, actors: tuple[OwnActor, ...]) -> None:
        self.base = base
        self.own = {
            name: actor
            for actor in reversed(actors)
            for name in actor.names
            if shape_of(actor) not in ("person", "state")
        }

    def find(self, name: str, on: date | None) -> tuple[str, str | None, str] | None:
        """Id, country and sector of the `name` that an office is of; None where nobody knows it."""
        if name in self.base.states:
            return name, self.base.states[name].iso, "GOV"
        if (own := self.own.get(name)) is not None:
            role = next((role for role in own.roles if role.said and _holds(role, on)), own.roles[-1])
            return own.id, role.country or None, role.sector or SECTORS_OF_KINDS.get(own.kind, "")
        for entry in self.base.lookup(name, on):
            record = entry.record
            if isinstance(record, State):
                return record.code, record.iso, "GOV"
            if isinstance(record, Group):
                return record.id, record.country, record.sector_on(on)
            if isinstance(record, Organisation | Body):
                return record.id, record.country if isinstance(record, Body) else None, record.sector
        return None


def _holds(role: OwnRole, on: date | None) -> bool:
    return Dated("", *_span(role)).on(on)


def _span(role: OwnRole) -> Span:
    return first_day(role.start), day_after(role.end)


def _standing(base: Registry, actor: OwnActor, role: OwnRole, keys: _Keys) -> Standing:
    """A role with what its title, its organisation and the actor's kind tell where its cells are empty."""
    start, end = _span(role)
    of = keys.find(role.of, start) if role.of else None
    country = role.country or (of[1] if of else "")
    noun = base.role(role.title) if role.title else None
    by_title = noun.sector if noun is not None and noun.sector else ""
    in_group = of is not None and of[0] not in base.states and bool(of[2])
    sector = role.sector or (of[2] if of and in_group else by_title) or (of[2] if of else "")
    sector = sector or SECTORS_OF_KINDS.get(actor.kind, "") or ("CVL" if country and actor.kind == "person" else "")
    belongs = of[0] if of else role.of or (country if country and sector in OF_STATE else "")
    return Standing(country or None, sector, belongs or "", role.title, (start, end))


def _leader(base: Registry, actor: OwnActor, keys: _Keys) -> Leader:
    """The person, with the shipped offices of the same person where no own role holds."""
    said = [_standing(base, actor, role, keys) for role in actor.roles if role.said]
    offices = [Office(one.title, one.of, one.country, one.sector, *one.span) for one in said]
    known = base.leaders.get(actor.id)
    for office in known.offices if known else ():
        cuts = without((office.start, office.end), [one.span for one in said])
        offices += [replace(office, start=start, end=end) for start, end in cuts]
    offices = offices or [Office("", "", None, "", None, None)]
    aliases = (*actor.names, *((known.name, *known.aliases) if known else ()))
    return Leader(
        id=actor.id,
        name=_name(actor, known),
        surname=actor.surname or (known.surname if known else actor.name.rpartition(" ")[2]),
        gender=actor.gender or (known.gender if known else ""),
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != _name(actor, known)),
        offices=tuple(sorted(offices, key=lambda office: (office.start or date.min, office.end is not None))),
    )


def _of_leader(leader: Leader) -> Iterator[Entry]:
    yield Entry(leader.name, NameKind.NAME, leader)
    yield from (Entry(alias, NameKind.ALIAS, leader) for alias in leader.aliases)
    if leader.surname != leader.name:
        yield Entry(leader.surname, NameKind.SURNAME, leader)


def _of_state(base: Registry, actor: OwnActor) -> Iterator[Entry]:
    """Further names of a state that the registry has."""
    state = base.states[actor.id]
    spans = {_span(role) for role in actor.roles}
    kinds = ((actor.names, NameKind.ALIAS), (actor.acronyms, NameKind.ACRONYM))
    for start, end in sorted(spans, key=lambda span: span[0] or date.min, reverse=True):
        for text, kind in {text: kind for texts, kind in kinds for text in texts}.items():
            if text not in (name.text for name in state.names):
                yield Entry(text, kind, state, None, None, start, end or state.end)


def _of_other(base: Registry, actor: OwnActor, keys: _Keys) -> list[Entry]:
    """The entries of a group, organisation or body: a record for each role, the latest begun first."""
    known = base.groups.get(actor.id) or base.organisations.get(actor.id) or base.bodies.get(actor.id)
    said = [_standing(base, actor, role, keys) for role in actor.roles if role.said]
    if not said and known is None:
        said = [Standing(None, SECTORS_OF_KINDS.get(actor.kind, ""), "", "", _span(actor.roles[0]))]
    texts = dict.fromkeys(actor.names, NameKind.ALIAS) | dict.fromkeys(actor.acronyms, NameKind.ACRONYM)
    texts[actor.name] = NameKind.NAME
    if known is not None:
        texts = dict.fromkeys(known.aliases, NameKind.ALIAS) | {known.name: NameKind.NAME} | texts
        texts = dict.fromkeys(known.acronyms, NameKind.ACRONYM) | texts
    found = []
    for one in reversed(said):
        record = _record(actor, known, one)
        found += [Entry(text, kind, record, None, None, *one.span) for text, kind in texts.items()]
        found += _of_members(record, one.span)
    if known is not None:
        for start, end in without((known.start, known.end), [one.span for one in said]):
            found += [Entry(text, kind, known, None, None, start, end) for text, kind in texts.items()]
            found += _of_members(known, (start, end))
    return found


def _of_members(record: Plain, span: Span) -> Iterator[Entry]:
    for noun in record.people if isinstance(record, Group) else ():
        yield Entry(noun.one, NameKind.PEOPLE, record, None, False, *span)
        yield Entry(noun.many, NameKind.PEOPLE, record, None, True, *span)


def _name(actor: OwnActor, known: Plain | Leader | None) -> str:
    """The name to show: the shipped one of an actor that has it, whatever other names the user's rows begin with."""
    return known.name if known is not None and known.name in actor.names else actor.name


def _record(actor: OwnActor, known: Plain | None, one: Standing) -> Plain:
    """The actor as it was in one role, as a record of the sort that it is."""
    shape = shape_of(actor)
    if not actor.kind and known is not None:
        shape = {Group: "group", Organisation: "organisation", Body: "body"}[type(known)]
    name, kind = _name(actor, known), actor.kind or (known.kind if known else "")
    sector, (start, end) = one.sector, one.span
    if shape == "group":
        people = known.people if isinstance(known, Group) else ()
        held = (Dated(sector, start, end),)
        return Group(actor.id, name, one.country, held, kind, actor.aliases, actor.acronyms, people, start, end)
    if shape == "organisation" and one.country is None:
        return Organisation(actor.id, name, sector, kind, actor.aliases, actor.acronyms, start, end)
    return Body(actor.id, name, one.country, sector, kind, actor.aliases, actor.acronyms, start, end)


def without(span: Span, cuts: Iterable[Span]) -> list[Span]:
    """What is left of a span of days, `[start, end)` with None for open, when the `cuts` are taken out."""
    left = [(span[0] or date.min, span[1] or date.max)]
    for cut in cuts:
        begin, stop = cut[0] or date.min, cut[1] or date.max
        left = [
            (start, end)
            for first, last in left
            for start, end in ((first, min(last, begin)), (max(first, stop), last))
            if start < end
        ]
    return [(None if start == date.min else start, None if end == date.max else end) for start, end in left]


def _with(
    names: Mapping[str, tuple[Entry, ...]], own: list[Entry], replaced: Iterable[str]
) -> dict[str, tuple[Entry, ...]]:
    """The names with the user's entries first, and the shipped ones cut by them."""
    gone = frozenset(replaced)
    ours: dict[str, list[Entry]] = defaultdict(list)
    for entry in own:
        ours[entry.text].append(entry)
    found = {
        text: tuple(entry for entry in entries if entry.record.id not in gone) if gone else entries
        for text, entries in names.items()
    }
    for text, mine in ours.items():
        plain = [entry for entry in mine if entry.kind is not NameKind.SURNAME]
        surnames = [entry for entry in mine if entry.kind is NameKind.SURNAME]
        theirs = [entry for entry in found.get(text, ()) if not _same(entry, plain)]
        before = [cut for entry in theirs if entry.kind is not NameKind.SURNAME for cut in _cut(entry, plain)]
        after = [entry for entry in theirs if entry.kind is NameKind.SURNAME]
        found[text] = (*plain, *before, *surnames, *after)
    return {text: entries for text, entries in found.items() if entries}


def _same(entry: Entry, mine: list[Entry]) -> bool:
    """Whether the user's entries stand for the same record, whose days they have taken over with their own."""
    return any(entry.record.id == one.record.id and not isinstance(one.record, State) for one in mine)


def _cut(entry: Entry, mine: list[Entry]) -> Iterator[Entry]:
    # an own name of a state is one more name of it, so another meaning of the word ends there too
    spans = [(one.start, one.end) for one in mine]
    for start, end in without((entry.start, entry.end), spans) if mine else [(entry.start, entry.end)]:
        yield replace(entry, start=start, end=end)
