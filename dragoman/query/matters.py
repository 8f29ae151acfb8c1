"""A folded State to a Matter: one thing that stands between two actors, as it is shown and cited."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from dragoman.ledger.folding import Fact, Side, State, ended
from dragoman.ledger.lines import Line
from dragoman.query.asked import Named, View
from dragoman.query.citing import Citation, chosen, cite, representative
from dragoman.query.origins import Origins

PROMISES: Final = ("pledge", "demand")


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a dispute: those of `according` (None: the report itself) say that `value` holds, or does not.

    `holder` is who holds the place by this side (topic control only).
    """

    value: str
    denied: bool
    holder: Named | None
    according: tuple[Named | None, ...]
    reports: int
    origins: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a matter's history, or of what is beside it: planned, conditional, hypothetical or denied.

    `day` is the one it is ordered by, `start` and `end` bound its time; `certain` says that the day was named,
    `changes` that it changed the state. `no_report_since` is the day by which a planned thing was due, where that has
    passed without a word of it.
    """

    value: str
    status: str
    day: str
    start: str | None
    end: str | None
    certain: bool
    changes: bool
    holder: Named | None
    no_report_since: str | None
    reports: int
    origins: int
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Where one matter stands on a day; fields are those of `dragoman.ledger.folding.State`, with names and citations.

    `id` is that of the entry that stands for the tellings of its value. `words` are those of its content, "" for none.
    `value` is None where it is not known. `reports` and `origins` count those that tell of the value, `entries` all
    entries of the matter. `history` and `beside` are () where they are not asked for.
    """

    id: str
    topic: str
    holder: Named | None
    subject: Named | None
    kind: str
    place: str
    words: str
    value: str | None
    since: str | None
    until: str | None
    certain: bool
    disputed: bool
    voices: tuple[Voice, ...]
    holders: tuple[Named, ...]
    last_reported: str | None
    no_report_since: str | None
    entries: int
    reports: int
    origins: int
    citations: tuple[Citation, ...]
    history: tuple[Told, ...] = ()
    beside: tuple[Told, ...] = ()


def is_open(state: State) -> bool:
    """Whether a pledge, a demand or another matter is known and not ended (kept, broken, met, withdrawn, lifted)."""
    return state.value is not None and not ended(state.identity.topic, state.value)


def lines_of(state: State) -> Iterator[Line]:
    """All lines of a state, each once."""
    return chain.from_iterable(fact.lines for fact in (*state.history, *state.beside))


def matters(
    view: View, states: Sequence[State], *, most: int | None = None, history: int | None = 0
) -> tuple[Matter, ...]:
    """States as they are shown, in their order. `most` bounds the citations of each line, `history` the lines of it."""
    made = Maker(view, states, most, history)
    return tuple(made.matter(state) for state in states)


class Maker:
    """Cites all lines of some states at once, then makes Matters of them."""

    def __init__(self, view: View, states: Sequence[State], most: int | None, history: int | None) -> None:
        self.view, self.most, self.history = view, most, history
        groups = [group for state in states for group in self._groups(state)]
        self._cited = cite(view, chain.from_iterable(chosen(group, most) for group in groups))
        self._origins = Origins(view, ([line.report for line in group] for group in groups))
        view.names(sorted(set(self._ids(states))))

    def matter(self, state: State) -> Matter:
        """One state as it is shown."""
        one, told = state.identity, list(lines_of(state))
        versions, head = [line.report for line in state.fact], _head(state)
        place = self._place(state)
        return Matter(
            id=head.id,
            topic=one.topic,
            holder=self._named(one.holder),
            subject=self._named(one.subject),
            kind=one.kind,
            place=place,
            words=_words(state, told),
            value=state.value,
            since=state.since,
            until=state.until,
            certain=state.certain,
            disputed=state.disputed,
            voices=tuple(map(self._voice, state.sides)),
            holders=tuple(self.view.named(id) for id in state.holders),
            last_reported=state.last_reported,
            no_report_since=state.no_report_since,
            entries=len(told),
            reports=self._origins.reports(versions),
            origins=self._origins.independent(versions),
            citations=self._citations(state.fact),
            history=tuple(map(self._told, self._last(state.history))),
            beside=tuple(map(self._told, self._last(state.beside))),
        )

    def _groups(self, state: State) -> list[tuple[Line, ...]]:
        shown = (*self._last(state.history), *self._last(state.beside))
        return [state.fact, *(side.lines for side in state.sides), *(fact.lines for fact in shown)]

    def _last(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return facts if self.history is None else facts[max(0, len(facts) - self.history) :]

    def _ids(self, states: Iterable[State]) -> Iterator[str]:
        for state in states:
            yield from (id for id in (state.identity.holder, state.identity.subject, *state.holders) if id)

    def _named(self, id: str | None) -> Named | None:
        return self.view.named(id) if id else None

    def _place(self, state: State) -> str:
        """The city of a mission as its lines write it; the identity has it in small letters."""
        folded = state.identity.place
        written = sorted(line.place for line in lines_of(state) if line.place and line.place.casefold() == folded)
        return written[0] if written else folded

    def _voice(self, side: Side) -> Voice:
        versions = [line.report for line in side.lines]
        return Voice(
            value=side.value,
            denied=side.denied,
            holder=self._named(side.holder),
            according=tuple(self._named(id) for id in side.according),
            reports=self._origins.reports(versions),
            origins=self._origins.independent(versions),
            citations=self._citations(side.lines),
        )

    def _told(self, fact: Fact) -> Told:
        versions = [line.report for line in fact.lines]
        return Told(
            value=fact.value,
            status=fact.status,
            day=fact.day,
            start=fact.start,
            end=fact.end,
            certain=fact.certain,
            changes=fact.changes,
            holder=self._named(fact.holder),
            no_report_since=fact.no_report_since,
            reports=self._origins.reports(versions),
            origins=self._origins.independent(versions),
            citations=self._citations(fact.lines),
        )

    def _citations(self, lines: Sequence[Line]) -> tuple[Citation, ...]:
        return tuple(self._cited[line.row] for line in chosen(lines, self.most)) if lines else ()


def _head(state: State) -> Line:
    return representative(state.fact or tuple(lines_of(state)))


def _words(state: State, told: Sequence[Line]) -> str:
    """The words of the content: those of the entry that gave the matter its id, else of the surest that has any."""
    first = [line for line in told if line.words and line.id == state.identity.content]
    having = first or [line for line in told if line.words]
    return representative(having).words if having else ""
