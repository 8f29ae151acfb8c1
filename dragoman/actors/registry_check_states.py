"""The states of a registry to the faults in states.tsv: dates, codes, names, capitals, who came out of whom, why."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Final

from dragoman.actors.registry import Registry
from dragoman.actors.registry_check_dates import disordered, in_turn, spans, together
from dragoman.actors.registry_records import Entry, State

# Surface strings that may stand for two states at one time; whoever reads them must ask the context.
AMBIGUOUS: Final = frozenset(
    {
        *("Congo", "Congolese", "Dominican", "Dominicans", "Korean", "Serb", "Serbian", "Serbians", "Serbs"),
        *("Moscow", "Kremlin", "the Kremlin"),  # two weeks of December 1991
    }
)


def faults_of_states(found: Registry) -> Iterator[str]:
    """What is wrong with the rows of states.tsv, a line each."""
    for state in found.states.values():
        yield from _code(state, found.states)
        if disordered(state.start, state.end):
            yield f"{state.code}: ends before it begins"
        if not state.names:
            yield f"{state.code}: no name"
        yield from spans(state.code, (*state.names, *state.capitals, *state.aliases, *state.seats))
        yield from in_turn(state.code, state.names)
        yield from _capitals(state)
        yield from _kin(state, found.states)
        if not state.sovereign and not state.belongs and not state.why:
            yield f"{state.code}: neither sovereign nor a dependency, and no why"
    yield from _numbers(found.states)


def faults_of_names(found: Registry) -> Iterator[str]:
    """What is wrong with the surface strings: blanks, one string for two states at one time."""
    for text, entries in found.names.items():
        if not text or text != text.strip():
            yield f"{text!r}: empty or with blanks around it"
        states = [entry for entry in entries if isinstance(entry.record, State)]
        if text not in AMBIGUOUS and any(_clash(one, other) for one, other in combinations(states, 2)):
            yield f"{text}: names " + " and ".join(sorted({entry.record.id for entry in states})) + " at one time"


def _code(state: State, states: Mapping[str, State]) -> Iterator[str]:
    for code in (state.code, state.cameo, *state.former_codes):
        if len(code) != 3 or not code.isupper():
            yield f"{state.code}: {code!r} is no code of three capitals"
    if state.iso not in states:
        yield f"{state.code}: unknown iso {state.iso}"
    if state.belongs and state.belongs not in states:
        yield f"{state.code}: belongs to unknown {state.belongs}"


def _capitals(state: State) -> Iterator[str]:
    """Capitals follow one another; at one time there are two of the same span (or spelling), or one is a seat."""
    seats = {seat.text for seat in state.seats}
    for one, other in combinations(state.capitals, 2):
        same = (one.start, one.end) == (other.start, other.end)
        if together(one, other) and not same and not {one.text, other.text} & seats:
            yield f"{state.code}: the capitals {one.text} and {other.text} overlap"


def _kin(state: State, states: Mapping[str, State]) -> Iterator[str]:
    """An ended state and what came out of it name each other; of a state that goes on nothing is asked."""
    for code in state.successors:
        if code not in states:
            yield f"{state.code}: unknown successor {code}"
        elif state.code not in states[code].predecessors:
            yield f"{state.code}: its successor {code} does not name it as predecessor"
        if state.end is None:
            yield f"{state.code}: has successors but no end"
    if state.successor and state.successor not in state.successors:
        yield f"{state.code}: unknown successor {state.successor}"
    for code in state.predecessors:
        if code not in states:
            yield f"{state.code}: unknown predecessor {code}"
        elif states[code].end is not None and state.code not in states[code].successors:
            yield f"{state.code}: its predecessor {code} does not name it as successor"


def _numbers(states: Mapping[str, State]) -> Iterator[str]:
    """A number of COW or Gleditsch-Ward, and a code of CAMEO, is of one line of states: heirs may go on with it."""
    held: dict[tuple[str, object], list[State]] = {}
    for state in states.values():
        for kind, value in (("cow", state.cow), ("gw", state.gw), ("cameo", state.cameo)):
            if value is not None and state.code == (state.iso if kind == "cameo" else state.code):
                held.setdefault((kind, value), []).append(state)
    for (kind, number), sharers in held.items():
        for one, other in combinations(sharers, 2):
            if one.code not in _line(other, states) and other.code not in _line(one, states):
                yield f"{kind} {number}: of both {one.code} and {other.code}"


def _line(state: State, states: Mapping[str, State]) -> set[str]:
    """The codes of all that a state came out of, and what that came out of."""
    found: set[str] = set()
    ahead = list(state.predecessors)
    while ahead:
        code = ahead.pop()
        if code in states and code not in found:
            found.add(code)
            ahead.extend(states[code].predecessors)
    return found


def _clash(one: Entry, other: Entry) -> bool:
    if one.record is other.record:
        return False
    begins = max(one.start or date.min, other.start or date.min)
    return begins < min(one.end or date.max, other.end or date.max)
