"""A user's own actors: files -> the store, and what is in it. `dragoman read` takes them from there.

from dragoman.actors import own
own.add("ministers.csv")                # Added(actors=12, names=30, roles=25, ...); faults are in .findings
own.actors()                            # OwnActor(id="person:...", name=..., roles=(OwnRole(...), ...)), ...
own.remove(id="person:ann-example")     # how many actors are gone
"""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from dragoman.actors import importers, own_store
from dragoman.actors.own_records import Added, LeftOut, OwnActor, OwnRole, OwnRow, actors_of
from dragoman.actors.own_store import file_of, locked, mark, path
from dragoman.errors import ActorsError
from dragoman.records import Finding

__all__ = ["Added", "LeftOut", "OwnActor", "OwnRole", "actors", "add", "mark", "path", "remove"]

NOTES = frozenset(("unknown-column",))  # findings that cost no row


def actors() -> tuple[OwnActor, ...]:
    """The user's actors, sorted by id; none where there are none. Raises ActorsError when the store is damaged."""
    return own_store.in_use()


def add(*files: str | Path, format: str | None = None, countries: Iterable[str] = (), replacing: bool = False) -> Added:
    """Adds the actors of files ("-" is standard input) to the store, and says what came of it.

    `format` is one of `importers.FORMATS`, None tells it from each file. With `countries` (ISO alpha-3) only actors
    who have a role of one of them are taken. `replacing` drops what the same files gave before. Adding a file twice
    changes nothing. Raises ActorsError when a file cannot be read, or the store not be written; then nothing is added.
    """
    store = _store()
    rows: list[OwnRow] = []
    findings: list[Finding] = []
    left: dict[str, int] = {}
    for file in files:
        for found in importers.rows(str(file), format):
            if isinstance(found, OwnRow):
                rows.append(found)
            elif isinstance(found, Finding):
                findings.append(found)
            else:
                left[found.why] = left.get(found.why, 0) + found.count
    wanted = frozenset(countries)
    if wanted:
        ids = {row.id for row in rows if row.country in wanted}
        elsewhere = {row.id for row in rows} - ids
        rows = [row for row in rows if row.id in ids]
        left["of other countries"] = len(elsewhere)
    added = _merge(store, rows, frozenset(importers.where(str(file)) for file in files), replacing)
    return replace(
        added,
        findings=tuple(findings),
        skipped=sum(finding.code not in NOTES for finding in findings),
        left=tuple(LeftOut(why, count) for why, count in left.items() if count),
    )


def _merge(store: Path, rows: list[OwnRow], files: frozenset[str], replacing: bool) -> Added:
    with locked(store):
        held = own_store.load(store)
        new = own_store.merged(rows)
        given = {(row.id, *_role(row)) for row in new}
        old = [row for row in held if file_of(row.source) in files and (row.id, *_role(row)) not in given]
        kept = [row for row in held if file_of(row.source) not in files] if replacing else held
        whole = own_store.merged((*kept, *new))
        if whole != held:
            own_store.save(store, whole)
    own_store.refresh()
    before, after = _count(held), _count(whole)
    gains = [max(0, now - then) for then, now in zip(before, after, strict=True)]
    gone = max(0, before[0] - after[0])
    return Added(
        gains[0],
        gains[1],
        gains[2],
        seen=len({row.id for row in new}),
        stale=0 if replacing else len(old),
        removed=gone,
    )


def _role(row: OwnRow) -> tuple[str, ...]:
    return row.country, row.sector, row.title, row.of, row.start, row.end


def _count(rows: tuple[OwnRow, ...]) -> tuple[int, int, int]:
    """Actors, names and roles."""
    found = actors_of(rows)
    roles = sum(role.said for actor in found for role in actor.roles)
    return len(found), sum(len(actor.names) for actor in found), roles


def remove(*, id: str | None = None, file: str | None = None) -> int:
    """Takes an actor, or all rows that a file gave, out of the store; returns how many actors are gone or changed.

    `file` is a path as it was added, or its last part. Raises ActorsError as `add` does.
    """
    store = _store()
    with locked(store):
        held = own_store.load(store)
        kept = tuple(row for row in held if row.id != id and not (file is not None and _is_file(row.source, file)))
        if kept != held:
            own_store.save(store, kept)
    own_store.refresh()
    return len({row.id for row in set(held) - set(kept)})


def _is_file(source: str, name: str) -> bool:
    path = file_of(source)
    return path in (name, importers.where(name)) or Path(path).name == name


def _store() -> Path:
    """Where the store is. Raises ActorsError where the user wants none."""
    found = path()
    if found is None:
        raise ActorsError(
            "there is no file of own actors", "DRAGOMAN_ACTORS", "Unset it, or name a file with --actors."
        )
    return found
