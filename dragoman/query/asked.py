"""A connection and the terms of a question to a View: what was known by when, actors joined and renamed, names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from dragoman.ledger import schema
from dragoman.ledger.judgements import OF_ACTORS, OF_CLUSTERS, Judgement, in_force
from dragoman.query.rows import records

ALWAYS: Final = "9999-12-31"
"""The known-by day of a question that names none: later than any."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as it is shown: `id`, its `name`, and the id of the side it acts for, its own where for nobody."""

    id: str
    name: str
    side: str


class View:
    """The ledger as one question sees it: known by a day (None: all that is stored), with judgements, or as coded.

    Judgements of people hold whatever the day, as a slip of the coder was one from the first. A view serves one
    question on one connection; it reads judgements and names once.
    """

    def __init__(self, connection: Connection, *, known_by: str | None = None, as_coded: bool = False) -> None:
        self.connection: Final = connection
        self.known_by: Final = known_by
        self.as_coded: Final = as_coded
        self._names: dict[str, str] = {}

    @cached_property
    def live(self) -> dict[str, object]:
        """The parameters of `dragoman.query.lines.LIVE`."""
        layer, refused = (schema.CODED, "") if self.as_coded else (schema.JUDGED, "rejected")
        return {"known_by": self.known_by or ALWAYS, "layer": layer, "refused": refused}

    @cached_property
    def judged(self) -> tuple[Judgement, ...]:
        """The judgements of actors and clusters that are in force, in the order in which they were made."""
        if self.as_coded:
            return ()
        return in_force(map(_judgement, records(self.connection, _JUDGED, {})))

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """The id of each actor that was joined to another, with the id that stands for both."""
        into: dict[str, str] = {}
        for judgement in self.judged:
            if judgement.verb == "same" and len(judgement.targets) == 2:
                one, other = (_end(into, id) for id in judgement.targets)
                if one != other:
                    into[one] = other
        return {id: _end(into, id) for id in into}

    def one(self, id: str) -> str:
        """The id that stands for an actor: its own, unless it was joined to another."""
        return self.joined.get(id, id)

    def ids(self, id: str) -> tuple[str, ...]:
        """All ids that stand for the same actor as `id`, sorted."""
        top = self.one(id)
        return tuple(sorted({top, id, *(part for part, whole in self.joined.items() if whole == top)}))

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The names that people gave to actors, the last one for each."""
        return {self.one(j.targets[0]): str(j.change.get("name", "")) for j in self.judged if j.verb == "rename"}

    def name(self, id: str) -> str:
        """The name under which an actor is shown."""
        return self.names((id,))[id]

    def names(self, ids: Iterable[str]) -> dict[str, str]:
        """Names under which actors are shown: the one that a person gave, a state's own, else as the reports have it.

        Of several names in reports it is that of the entry with the earliest day. An unknown id stands for itself.
        """
        wanted = tuple(dict.fromkeys(ids))
        missing = sorted({self.one(id) for id in wanted} - self._names.keys())
        if missing:
            self._names.update(self._found(missing))
        return {id: self._names[self.one(id)] for id in wanted}

    def _found(self, ids: list[str]) -> dict[str, str]:
        from dragoman.query.named import names_in

        given = {id: self.renamed[id] for id in ids if self.renamed.get(id)}
        known = {id: name for id in ids if id not in given and (name := state_name(id))}
        rest = [id for id in ids if id not in given and id not in known]
        return {**names_in(self, rest), **known, **given}

    def named(self, id: str, side: str | None = None) -> Named:
        """An actor as it is shown."""
        return Named(self.one(id), self.name(id), self.one(side or id))


def _judgement(row: Any) -> Judgement:
    targets = tuple(msgspec.json.decode(row.targets))
    return Judgement(row.verb, targets, msgspec.json.decode(row.change), row.note, row.author, row.made)


def _end(into: Mapping[str, str], id: str) -> str:
    while id in into:
        id = into[id]
    return id


def state_name(id: str) -> str | None:
    """The newspaper name of a state by its code, the latest; None for any other id."""
    return _states().get(id) if len(id) == 3 and id.isupper() else None


@cache
def _states() -> Mapping[str, str]:
    from dragoman.actors.registry_load import (
        states,
    )  # the table of states alone: the whole registry takes 30 times as long

    return {code: state.name_on(None) for code, state in states().items()}


_j: Final = schema.judgements.c
_JUDGED: Final = (  # what people say of single entries is in the rows already: a ledger may hold thousands of those
    select(schema.judgements).where(_j.verb.in_((*OF_ACTORS, *OF_CLUSTERS, "undo"))).order_by(_j.made, _j.id)
)
