"""What people say of entries, clusters and actors: stored judgements -> those in force, undone ones left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, select

from dragoman.ledger import schema
from dragoman.records import digest

OF_ENTRIES: Final = ("confirm", "reject", "edit")
OF_CLUSTERS: Final = ("merge", "split")
OF_ACTORS: Final = ("rename", "same")
VERBS: Final = (*OF_ENTRIES, *OF_CLUSTERS, *OF_ACTORS, "undo")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What `author` said at the stamp `made` (UTC) of `targets`: ids of entries, of actors, or of a judgement to undo.

    `change` is what an edit sets ({"type": "COERCE"}) or the name that an actor is given ({"name": ...}).
    """

    verb: str
    targets: tuple[str, ...]
    change: dict[str, Any]
    note: str
    author: str
    made: str

    @property
    def id(self) -> str:
        """A hash of all of it: the same judgement in two ledgers is one."""
        change = msgspec.json.encode(self.change, order="deterministic").decode()
        return digest(self.verb, *self.targets, change, self.note, self.author, self.made)


def all_of(connection: Connection) -> tuple[Judgement, ...]:
    """Every judgement, undone or not, in the order in which they were made."""
    j = schema.judgements.c
    return tuple(map(_of, connection.execute(select(schema.judgements).order_by(j.made, j.id))))


def _of(row: Any) -> Judgement:
    targets = tuple(msgspec.json.decode(row.targets))
    return Judgement(row.verb, targets, msgspec.json.decode(row.change), row.note, row.author, row.made)


def in_force(given: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no other in force undoes, undoings themselves left out, in the order given.

    To undo an undoing brings the first judgement back.
    """
    everything = tuple(given)
    undoings: dict[str, list[Judgement]] = {}
    for judgement in everything:
        if judgement.verb == "undo":
            undoings.setdefault(judgement.targets[0], []).append(judgement)

    def holds(judgement: Judgement) -> bool:
        return not any(holds(undoing) for undoing in undoings.get(judgement.id, ()))

    return tuple(j for j in everything if j.verb != "undo" and holds(j))


def row_of(judgement: Judgement) -> dict[str, Any]:
    """Its row in the table of judgements."""
    return {
        "id": judgement.id,
        "verb": judgement.verb,
        "targets": msgspec.json.encode(judgement.targets).decode(),
        "change": msgspec.json.encode(judgement.change, order="deterministic").decode(),
        "note": judgement.note,
        "author": judgement.author,
        "made": judgement.made,
    }


def root_of(given: Iterable[Judgement], judgement: Judgement) -> Judgement | None:
    """The judgement that an undoing, or an undoing of an undoing, is about in the end; None where it is not there."""
    by_id = {j.id: j for j in given}
    found: Judgement | None = judgement
    while found is not None and found.verb == "undo":
        found = by_id.get(found.targets[0])
    return found
