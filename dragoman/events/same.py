"""Events in the order of the text to events each told once: the later tellings become evidence of the first."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dragoman.events.lexicon import table
from dragoman.events.surroundings import side_of
from dragoman.records import Actor, Event, Spans, Status, When

# Types whose acts are often several alike in one report: two raids, two rallies. Words alone do not make them one.
OFTEN: Final = frozenset({"ASSAULT", "MOBILIZE", "PROTEST"})

# Types whose acts are seldom repeated on one side within a report, so that like words are enough.
SELDOM: Final = frozenset({"COERCE", "RETREAT", "SANCTION"})

# What goes on is what has happened, seen from the day of the report: "was seized", "is being held".
LASTING: Final = frozenset({Status.HAPPENED, Status.ONGOING})

# Events of one type that are looked back on: a text of many reports is no slower than each of them.
FAR: Final = 40

# Modes that are two ways to meet: a call is no visit.
APART: Final = frozenset({"phone", "third-party"})


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with the lemma of its trigger and the number of its sentence.

    `taken_up` when a noun refers back ("the arrests", "Mali's refusal"), `verb` when a verb tells it.
    """

    event: Event
    lemma: str
    sentence: int
    verb: bool
    taken_up: bool


@cache
def families() -> dict[tuple[str, str], frozenset[str]]:
    """Type and lemma to the families of words for one act (data/same.tsv): "expel" and "expulsion"."""
    found: dict[tuple[str, str], set[str]] = {}
    for row in table("same.tsv"):
        for lemma in row["lemmas"].split("|"):
            found.setdefault((row["type"], lemma), set()).add(row["id"])
    return {key: frozenset(ids) for key, ids in found.items()}


class Once:
    """Takes tellings in the order of the text, keeps one event for each act."""

    def __init__(self) -> None:
        self._first: list[Telling] = []
        self._exact: dict[tuple[object, ...], int] = {}
        self._of_type: dict[str, list[int]] = {}

    def add(self, telling: Telling) -> None:
        """One telling more: joined to the last one of the same act, else a new event."""
        event = telling.event
        key = (event.type, telling.lemma, *_exact(event))
        n = self._exact.get(key)
        if n is None:
            back = reversed(self._of_type.get(event.type, [])[-FAR:])
            n = next((k for k in back if same(self._first[k], telling)), None)
        if n is None:
            self._exact[key] = len(self._first)
            self._of_type.setdefault(event.type, []).append(len(self._first))
            self._first.append(telling)
        else:
            self._first[n] = replace(self._first[n], event=joined(self._first[n].event, event))

    def mention(self, type: str, lemma: str, spans: Spans) -> None:
        """A noun that only takes up an act, without its sides: "the expulsions were condemned abroad"."""
        kin = families().get((type, lemma), frozenset())
        for n in reversed(self._of_type.get(type, [])[-FAR:]):
            held = self._first[n]
            if kin & families().get((type, held.lemma), frozenset()):
                new = tuple(span for span in spans if span not in held.event.evidence)
                self._first[n] = replace(held, event=replace(held.event, evidence=held.event.evidence + new))
                return

    def events(self) -> tuple[Event, ...]:
        """The events in the order of their first tellings."""
        return tuple(telling.event for telling in self._first)


def same(first: Telling, second: Telling) -> bool:
    """Whether two tellings are of one act: type, words, status, sides, day and place all allow it."""
    one, two = first.event, second.event
    if one.type != two.type or not _status(one.status, two.status):
        return False
    return (
        _words(first, second) and _days(first, second) and _places(one, two) and _counts(one, two) and _sides(one, two)
    )


def _status(one: Status, two: Status) -> bool:
    return one is two or {one, two} <= LASTING


def _exact(event: Event) -> tuple[object, ...]:
    sides = tuple(tuple(sorted({a.id for a in side})) for side in (event.actors, event.recipients))
    return sides, event.when and (event.when.start, event.when.end), event.status


def _words(first: Telling, second: Telling) -> bool:
    """Whether the words may name one act: a noun that takes it up, or the same word for acts not often repeated."""
    one, two = first.event, second.event
    beside = first.verb and second.verb and first.sentence == second.sentence and one.type != "CONSULT"
    if beside:  # "dissolved parliament and suspended the constitution": two acts
        return False
    if (one.mode in APART or two.mode in APART) and one.mode != two.mode:
        return False
    kin = families().get((one.type, first.lemma), frozenset()) & families().get((two.type, second.lemma), frozenset())
    if first.lemma != second.lemma and not kin:
        return False
    if second.taken_up or first.taken_up or one.type in SELDOM:
        return True
    return one.type == "CONSULT" and one.when is not None and two.when is not None


def _days(first: Telling, second: Telling) -> bool:
    """Whether the days allow it: the same, one inside the other, or one that the text leaves open."""
    one, two = first.event.when, second.event.when
    if one is None or two is None:
        return True
    return _inside(one, two) or _inside(two, one)


def _inside(inner: When, outer: When) -> bool:
    if inner.start is None or inner.end is None:
        return False
    return (outer.start is None or outer.start <= inner.start) and (outer.end is None or inner.end <= outer.end)


def _places(one: Event, two: Event) -> bool:
    """Whether the places allow it: one land, and for acts that are often repeated one town."""
    if one.where is None or two.where is None:
        return True
    if one.type in OFTEN and one.where.name != two.where.name:
        return False
    return one.where.country is None or two.where.country is None or one.where.country == two.where.country


def _counts(one: Event, two: Event) -> bool:
    """Whether numbers that both give agree."""
    return all(one.attributes[k] == two.attributes[k] for k in one.attributes.keys() & two.attributes.keys())


def _sides(one: Event, two: Event) -> bool:
    straight = _side(one.actors, two.actors) and _side(one.recipients, two.recipients)
    if straight or one.type not in ("CONSULT", "COOPERATE", "AGREE", "SUPPORT"):
        return straight
    return _side(one.actors, two.recipients) and _side(one.recipients, two.actors)


def _side(ones: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether both name one side, or one of them nobody."""
    return not ones or not others or bool({side_of(a) for a in ones} & {side_of(a) for a in others})


def joined(first: Event, second: Event) -> Event:
    """The first telling with the evidence of both, and what only the second says: who, when, where, how many."""
    spans: Spans = first.evidence + tuple(s for s in second.evidence if s not in first.evidence)
    return replace(
        first,
        evidence=spans,
        actors=first.actors or second.actors,
        recipients=first.recipients or second.recipients,
        when=_closer(first.when, second.when),
        where=first.where or second.where,
        mode=first.mode or second.mode,
        cameo=first.cameo if first.mode or not second.mode else second.cameo,
        goldstein=first.goldstein if first.mode or not second.mode else second.goldstein,
        attributes=dict(second.attributes) | dict(first.attributes),
        confidence=max(first.confidence, second.confidence),
    )


def _closer(one: When | None, two: When | None) -> When | None:
    """The narrower of two times."""
    if one is None or two is None:
        return one or two
    return two if _inside(two, one) and not _inside(one, two) else one
