"""Records to the surface strings that name them: `names(...)` gives each string's entries, best first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dragoman.actors.registry_load import day, items, rows
from dragoman.actors.registry_records import Body, Entry, Group, Leader, NameKind, Organisation, Record, State

# Of two records with one name, the likelier comes first: a state before a party, a name before a surname.
RANK = {kind: place for place, kind in enumerate(NameKind)}


def names(
    states: Mapping[str, State],
    organisations: Mapping[str, Organisation],
    groups: Mapping[str, Group],
    bodies: Mapping[str, Body],
    leaders: Mapping[str, Leader],
) -> dict[str, tuple[Entry, ...]]:
    """Every surface string, as newspapers print it, to its entries: existing states first, then by kind of name."""
    found: dict[str, list[Entry]] = {}
    for entry in _all(states, organisations, groups, bodies, leaders):
        found.setdefault(entry.text, []).append(entry)
    return {
        text: tuple(entries) if len(entries) == 1 else tuple(sorted(_once(entries), key=_order))
        for text, entries in found.items()
    }


def _all(
    states: Mapping[str, State],
    organisations: Mapping[str, Organisation],
    groups: Mapping[str, Group],
    bodies: Mapping[str, Body],
    leaders: Mapping[str, Leader],
) -> Iterator[Entry]:
    for state in states.values():
        yield from of_state(state)
    yield from metonyms(states)
    plain: list[Organisation | Body] = [*organisations.values(), *bodies.values()]
    for record in plain:
        yield from _plain(record, record.start, record.end)
    for group in groups.values():
        yield from _plain(group, group.start, group.end)
        for noun in group.people:
            yield Entry(noun.one, NameKind.PEOPLE, group, None, False, group.start, group.end)
            yield Entry(noun.many, NameKind.PEOPLE, group, None, True, group.start, group.end)
    for leader in leaders.values():
        yield Entry(leader.name, NameKind.NAME, leader)
        yield from (Entry(alias, NameKind.ALIAS, leader) for alias in leader.aliases)
        yield Entry(leader.surname, NameKind.SURNAME, leader)


def of_state(state: State) -> Iterator[Entry]:
    """The entries of one state. Names outlive the dates (a report of 2021 may say "Zaire"), capitals do not."""
    for name in state.names:
        colonial = name.end is not None and state.start is not None and name.end <= state.start
        start = name.start or (None if colonial else state.start)
        yield Entry(name.text, NameKind.NAME, state, None, None, start, state.end)
    for alias in state.aliases:
        yield Entry(alias.text, NameKind.ALIAS, state, None, None, alias.start, alias.end or state.end)
    for acronym in state.acronyms:
        yield Entry(acronym, NameKind.ACRONYM, state, None, None, state.start, state.end)
    for adjective in state.adjectives:
        yield Entry(adjective, NameKind.ADJECTIVE, state, None, None, state.start, state.end)
    for noun in state.people:
        yield Entry(noun.one, NameKind.PEOPLE, state, None, False, state.start, state.end)
        yield Entry(noun.many, NameKind.PEOPLE, state, None, True, state.start, state.end)
    for capital in state.capitals:
        start, end = capital.start or state.start, capital.end or state.end
        yield Entry(capital.text, NameKind.CAPITAL, state, "GOV", None, start, end)


def metonyms(states: Mapping[str, State]) -> Iterator[Entry]:
    """metonyms.tsv: houses, streets and squares that stand for a government or a branch of it."""
    for row in rows("metonyms.tsv"):
        start, end = day(row["start"]), day(row["end"])
        for phrase in items(row["phrases"]):
            state = states[row["country"]]
            yield Entry(phrase, NameKind.METONYM, state, row["sector"], None, start, end or state.end)


def _plain(record: Organisation | Body | Group, start: date | None, end: date | None) -> Iterator[Entry]:
    yield Entry(record.name, NameKind.NAME, record, None, None, start, end)
    yield from (Entry(alias, NameKind.ALIAS, record, None, None, start, end) for alias in record.aliases)
    yield from (Entry(acronym, NameKind.ACRONYM, record, None, None, start, end) for acronym in record.acronyms)


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Without a second entry of the same record and number: "Turkish" may be listed as a name and an adjective."""
    seen: set[tuple[int, NameKind, bool | None, date | None]] = set()
    for entry in entries:
        key = (id(entry.record), entry.kind, entry.plural, entry.start)
        if key not in seen:
            seen.add(key)
            yield entry


def _order(entry: Entry) -> tuple[bool, bool, int, int]:
    record: Record = entry.record
    ended = entry.end is not None
    minor = isinstance(record, State) and not record.sovereign
    return ended, minor, RANK[entry.kind], 0 if isinstance(record, State) else 1
