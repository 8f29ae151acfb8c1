"""A registry to the faults in it, file by file: dates out of order, unknown codes, overlaps, empty names."""

from collections.abc import Iterator
from typing import Final

from dragoman.actors.registry import Registry
from dragoman.actors.registry_check_dates import disordered, in_turn, spans
from dragoman.actors.registry_check_leaders import faults_of_leaders
from dragoman.actors.registry_check_states import AMBIGUOUS, faults_of_names, faults_of_states
from dragoman.actors.registry_records import Body, Group, Organisation

__all__ = ["AMBIGUOUS", "SECTORS", "faults"]

# PLOVER's sectors that the data files use.
SECTORS: Final = frozenset(
    {
        *("BUS", "COP", "CRM", "CVL", "EDU", "GOV", "HLH", "IGO", "JUD", "LAB"),
        *("LEG", "MED", "MIL", "NGO", "OPP", "PTY", "REB", "REF", "REL", "SPY"),
    }
)


def faults(found: Registry) -> tuple[str, ...]:
    """What is wrong with the data, a line each, in the order of the files; empty where all is well."""
    return (
        *faults_of_states(found),
        *_groups(found),
        *faults_of_leaders(found),
        *_sectors(found),
        *faults_of_names(found),
    )


def _groups(found: Registry) -> Iterator[str]:
    for group in found.groups.values():
        yield from spans(group.id, group.sectors)
        yield from in_turn(group.id, group.sectors)
        if not group.sectors:
            yield f"{group.id}: no sector"
    records: tuple[Group | Organisation | Body, ...] = (
        *found.groups.values(),
        *found.organisations.values(),
        *found.bodies.values(),
    )
    for record in records:
        if disordered(record.start, record.end):
            yield f"{record.id}: ends before it begins"
        if not isinstance(record, Organisation) and record.country and record.country not in found.states:
            yield f"{record.id}: unknown country {record.country}"


def _sectors(found: Registry) -> Iterator[str]:
    for role in sorted(set(found.nouns.values()), key=lambda role: role.lemma):
        if role.sector is not None and role.sector not in SECTORS:
            yield f"{role.lemma}: unknown sector {role.sector}"
        if role.what not in ("person", "people", "body", "thing"):
            yield f"{role.lemma}: what {role.what!r}"
        if role.lemma != role.lemma.lower() or not role.lemma or "{" in role.lemma + role.plural + role.of:
            yield f"{role.lemma}: not a lower-case phrase"
    records: tuple[Organisation | Body, ...] = (*found.organisations.values(), *found.bodies.values())
    for record in records:
        if record.sector not in SECTORS:
            yield f"{record.id}: unknown sector {record.sector}"
    for group in found.groups.values():
        yield from (f"{group.id}: unknown sector {held.text}" for held in group.sectors if held.text not in SECTORS)
    for leader in found.leaders.values():
        yield from (
            f"{leader.id}: unknown sector {office.sector}" for office in leader.offices if office.sector not in SECTORS
        )
