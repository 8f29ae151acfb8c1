"""A store and what a person says -> a judgement kept for good, and the stored entries as it leaves them.

Judgements are only added. What they do to an entry is made anew from the entry as coded and all judgements in force, so
to undo one leaves exactly what was there before, and a newer coding of the same entry gets them too.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.errors import JudgementError
from dragoman.ledger import schema
from dragoman.ledger.editing import change_of
from dragoman.ledger.judgements import OF_ENTRIES, VERBS, Judgement, all_of, root_of, row_of
from dragoman.ledger.overruling import overrule
from dragoman.ledger.rows import ignoring
from dragoman.ledger.store import Store
from dragoman.ledger.stored import entry_of
from dragoman.records import Actor, ActorKind


def judge(
    store: Store,
    verb: str,
    targets: Sequence[str],
    *,
    author: str,
    change: Mapping[str, str] | None = None,
    note: str = "",
) -> Judgement:
    """Keeps what `author` says of `targets`, at the time of the store's clock; returns the judgement.

    Verbs: confirm, reject and edit one entry (`change` gives fields and their new words, as in {"type": "COERCE"});
    merge two or more entries into one fact, split some from their fact; rename an actor ({"name": ...}); same: the
    first actor is the second; undo a judgement. Raises JudgementError when it names nothing there, or cannot be.
    """
    with store.writing() as connection:
        asked = Judgement(verb, tuple(targets), dict(change or {}), note, author.strip(), store.stamp())
        made = replace(asked, change=_checked(connection, asked))
        keep(connection, made)
    return made


def keep(connection: Connection, judgement: Judgement) -> None:
    """Stores a judgement, if it is not there, and lets it act."""
    connection.execute(ignoring(connection, schema.judgements), row_of(judgement))
    rows = [{"target": target, "judgement": judgement.id} for target in dict.fromkeys(judgement.targets)]
    connection.execute(ignoring(connection, schema.targets), rows)
    root = root_of(all_of(connection), judgement)
    if root is not None and root.verb in OF_ENTRIES:
        overrule(connection, root.targets)


def _checked(connection: Connection, asked: Judgement) -> dict[str, Any]:
    """What the judgement sets, in the form that is kept. Raises JudgementError."""
    if not asked.author:
        raise JudgementError("nobody is named as its author", asked.verb, "Give a name with --author.")
    check = CHECKS.get(asked.verb)
    if check is None:
        raise JudgementError(f"there is no judgement {asked.verb!r}", "", f"There are {', '.join(VERBS)}.")
    return check(connection, asked.targets, asked.change)


def _of_entry(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    _count(targets, 1, "entry")
    _entry(connection, targets[0])
    return {}


def _of_edit(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    _count(targets, 1, "entry")
    row = _entry(connection, targets[0])
    return change_of(entry_of(row.family, row.body), change, lambda words: actor_of(connection, words))


def _of_cluster(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    for target in targets:
        _entry(connection, target)
    return {}


def _of_merge(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    if len(set(targets)) < 2:
        raise JudgementError("one entry alone cannot be merged", " ".join(targets), "Name two entries or more.")
    families = {_entry(connection, target).family for target in targets}
    if len(families) > 1:
        seen = f"{' and '.join(sorted(families))} cannot be one fact"
        raise JudgementError(seen, " ".join(targets), "Name entries of one kind.")
    return {}


def _of_name(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    _count(targets, 1, "actor")
    _actor_there(connection, targets[0])
    name = change.get("name", "").strip()
    if not name:
        raise JudgementError("no name is given", targets[0], "Give the new name after the actor's id.")
    return {"name": name}


def _of_same(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    _count(targets, 2, "actors")
    if targets[0] == targets[1]:
        raise JudgementError("an actor is itself already", targets[0], "Name two actors.")
    for target in targets:
        _actor_there(connection, target)
    return {}


def _of_undo(connection: Connection, targets: tuple[str, ...], change: Mapping[str, str]) -> dict[str, Any]:
    _count(targets, 1, "judgement")
    j = schema.judgements.c
    if connection.execute(select(j.id).where(j.id == targets[0])).first() is None:
        raise JudgementError("there is no such judgement", targets[0], "See dragoman judge list.")
    return {}


CHECKS: Mapping[str, Callable[[Connection, tuple[str, ...], Mapping[str, str]], dict[str, Any]]] = {
    "confirm": _of_entry,
    "reject": _of_entry,
    "edit": _of_edit,
    "merge": _of_merge,
    "split": _of_cluster,
    "rename": _of_name,
    "same": _of_same,
    "undo": _of_undo,
}


def _count(targets: tuple[str, ...], wanted: int, of: str) -> None:
    if len(targets) != wanted:
        raise JudgementError(f"{len(targets)} are named", " ".join(targets), f"Name {wanted} {of}.")


def _entry(connection: Connection, id: str) -> Any:
    """The row of an entry as coded, of its newest coding."""
    e, c = schema.entries.c, schema.codings.c
    wanted = select(schema.entries).join(schema.codings, c.row == e.coding).where(e.id == id, e.layer != schema.JUDGED)
    found = connection.execute(wanted.order_by(e.current.desc(), c.added.desc(), c.coding.desc())).first()
    if found is None:
        raise JudgementError("there is no such entry", id, "Ids stand in the answers with --json.")
    return found


def _actor_there(connection: Connection, id: str) -> None:
    a = schema.actors.c
    if connection.execute(select(a.id).where(a.id == id)).first() is None:
        raise JudgementError("there is no such actor in the ledger", id, "Look it up: dragoman actors in WORDS.")


def actor_of(connection: Connection, words: str) -> Actor:
    """The actor of an id or a name, as the ledger has it; one it has never met keeps its words as id and name."""
    a = schema.actors.c
    order = (a.id, a.sector == "", a.country == "", a.name, a.country, a.sector, a.kind, a.side)
    for wanted in (a.id == words, func.lower(a.name) == words.lower()):
        row = connection.execute(select(schema.actors).where(wanted).order_by(*order)).first()
        if row is not None:
            above = row.side if row.side != row.id else None
            return Actor(row.id, row.name, row.country or None, row.sector or None, ActorKind(row.kind), above)
    return Actor(words, words)
