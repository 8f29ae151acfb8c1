"""A registry to the faults in it: dates out of order, unknown codes, empty names, one name for two states at a time."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from dragoman.actors.registry import Registry
from dragoman.actors.registry_records import Body, Dated, Entry, Group, Organisation, RoleNoun, State

# PLOVER's sectors that the data files use.
SECTORS: Final = frozenset(
    {
        *("BUS", "COP", "CRM", "CVL", "EDU", "GOV", "HLH", "IGO", "JUD", "LAB"),
        *("LEG", "MED", "MIL", "NGO", "OPP", "PTY", "REB", "REL", "SPY"),
    }
)

# Surface strings that may stand for two states at one time; whoever reads them must ask the context.
AMBIGUOUS: Final = frozenset(
    {
        *("Congo", "Congolese", "Dominican", "Dominicans", "Korean", "Serb", "Serbian", "Serbians", "Serbs"),
        *("Moscow", "Kremlin", "the Kremlin"),  # two weeks of December 1991
    }
)


def faults(found: Registry) -> tuple[str, ...]:
    """What is wrong with the data, a line each, in the order of the files; empty where all is well."""
    return (*_states(found), *_groups(found), *_leaders(found), *_sectors(found), *_names(found))


def _states(found: Registry) -> Iterator[str]:
    for state in found.states.values():
        if len(state.code) != 3 or not state.code.isupper():
            yield f"{state.code}: no code of three capitals"
        if state.successor and state.successor not in found.states:
            yield f"{state.code}: unknown successor {state.successor}"
        if state.iso not in found.states:
            yield f"{state.code}: unknown iso {state.iso}"
        if _disordered(state.start, state.end):
            yield f"{state.code}: ends before it begins"
        if not state.names:
            yield f"{state.code}: no name"
        yield from _spans(state.code, (*state.names, *state.capitals, *state.aliases))
        yield from _row(state.code, state.names)


def _groups(found: Registry) -> Iterator[str]:
    for group in found.groups.values():
        yield from _spans(group.id, group.sectors)
        yield from _row(group.id, group.sectors)
        if not group.sectors:
            yield f"{group.id}: no sector"
    records: tuple[Group | Organisation | Body, ...] = (
        *found.groups.values(),
        *found.organisations.values(),
        *found.bodies.values(),
    )
    for record in records:
        if _disordered(record.start, record.end):
            yield f"{record.id}: ends before it begins"
        if not isinstance(record, Organisation) and record.country and record.country not in found.states:
            yield f"{record.id}: unknown country {record.country}"


def _leaders(found: Registry) -> Iterator[str]:
    for leader in found.leaders.values():
        if leader.gender not in ("m", "f"):
            yield f"{leader.id}: gender {leader.gender!r}"
        yield from (
            f"{leader.id}: {office.title} ends before it begins"
            for office in leader.offices
            if _disordered(office.start, office.end)
        )


def _sectors(found: Registry) -> Iterator[str]:
    for role in sorted(set(found.nouns.values()), key=lambda role: role.lemma):
        if role.sector is not None and role.sector not in SECTORS:
            yield f"{role.lemma}: unknown sector {role.sector}"
        if role.what not in ("person", "people", "body", "thing"):
            yield f"{role.lemma}: what {role.what!r}"
        yield from _plain(role)
    records: tuple[Organisation | Body, ...] = (*found.organisations.values(), *found.bodies.values())
    for record in records:
        if record.sector not in SECTORS:
            yield f"{record.id}: unknown sector {record.sector}"
    for group in found.groups.values():
        yield from (f"{group.id}: unknown sector {held.text}" for held in group.sectors if held.text not in SECTORS)


def _plain(role: RoleNoun) -> Iterator[str]:
    if role.lemma != role.lemma.lower() or not role.lemma or "{" in role.lemma + role.plural + role.of:
        yield f"{role.lemma}: not a lower-case phrase"


def _names(found: Registry) -> Iterator[str]:
    for text, entries in found.names.items():
        if not text or text != text.strip():
            yield f"{text!r}: empty or with blanks around it"
        states = [entry for entry in entries if isinstance(entry.record, State)]
        if text not in AMBIGUOUS and any(_clash(a, b) for i, a in enumerate(states) for b in states[i + 1 :]):
            yield f"{text}: names " + " and ".join(sorted({entry.record.id for entry in states})) + " at one time"


def _clash(one: Entry, other: Entry) -> bool:
    if one.record is other.record:
        return False
    begins = max(one.start or date.min, other.start or date.min)
    return begins < min(one.end or date.max, other.end or date.max)


def _spans(owner: str, held: tuple[Dated, ...]) -> Iterator[str]:
    for item in held:
        if not item.text or _disordered(item.start, item.end):
            yield f"{owner}: {item.text!r} is empty or ends before it begins"


def _row(owner: str, held: tuple[Dated, ...]) -> Iterator[str]:
    """Names and sectors follow one another without overlap."""
    for one, after in pairwise(held):
        if one.end is None or after.start is None or one.end > after.start:
            yield f"{owner}: {one.text} and {after.text} overlap"


def _disordered(start: date | None, end: date | None) -> bool:
    return start is not None and end is not None and end <= start
