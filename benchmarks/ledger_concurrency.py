"""Several processes that write and read one ledger at once -> was any refused, is anything acknowledged missing?

    python -m benchmarks.ledger_concurrency [--seconds 60] [--writers 4] [--readers 8] [--postgres-writers 16]

Each writer adds readings of its own and notes those whose adding was acknowledged; each reader looks again and again
at the last reports with their entries, and that what it saw before is still there.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select

from benchmarks import ledger_made as made
from benchmarks.ledger_server import server
from dragoman.ledger import schema
from dragoman.records import Retraction

AT_ONCE: Final = 400  # readings that a writer makes ahead


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: reports acknowledged, looks of the readers, what went wrong, what was missing, `check`."""

    added: int
    looks: int
    errors: tuple[str, ...]
    missing: int
    sound: bool

    @property
    def good(self) -> bool:
        """Whether nothing at all went wrong."""
        return not self.errors and not self.missing and self.sound


def main(argv: list[str] | None = None) -> None:
    """Prints a line for each database, and exits where something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("seconds", 60), ("writers", 4), ("readers", 8), ("postgres-writers", 16)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args([] if argv is None else argv)
    with tempfile.TemporaryDirectory() as folder:
        told("SQLite", trial(str(Path(folder) / "shared.db"), asked.writers, asked.readers, asked.seconds))
    with server() as running:
        told("PostgreSQL", trial(running.database("shared"), asked.postgres_writers, asked.readers, asked.seconds))


def told(what: str, found: Outcome) -> None:
    """One line, and the errors; exits where there was one."""
    sound = "sound" if found.sound else "NOT SOUND"
    print(f"{what:12} {found.added} added, {found.looks} looks, {found.missing} missing, {sound}", flush=True)
    for error in found.errors:
        print(f"  {error}")
    if not found.good:
        raise SystemExit(1)


def trial(where: str, writers: int, readers: int, seconds: float, ahead: int = AT_ONCE) -> Outcome:
    """Lets processes write and read for some seconds; writers make `ahead` readings at once."""
    made.fill(where, made.told(20))
    with tempfile.TemporaryDirectory() as folder:
        until = time.monotonic() + seconds
        works = [
            _work(partial(write, ahead=ahead), where, Path(folder) / f"writer{n}", until, n) for n in range(writers)
        ]
        works += [_work(read, where, Path(folder) / f"reader{n}", until, n) for n in range(readers)]
        children = [made.forked(work) for work in works]
        errors = [f"process {pid} failed" for pid in children if os.waitpid(pid, 0)[1]]
        notes = [json.loads(path.read_text()) for path in sorted(Path(folder).iterdir())]
    acknowledged = [version for note in notes for version in note["versions"]]
    with made.store(where, readonly=True) as ledger, ledger.reading() as connection:
        kept = set(connection.execute(select(schema.versions.c.version)).scalars())
    errors += [error for note in notes for error in note["errors"]]
    return Outcome(
        added=len(acknowledged),
        looks=sum(note["looks"] for note in notes),
        errors=tuple(errors),
        missing=len(set(acknowledged) - kept),
        sound=made.sound(where),
    )


def _work(way: Callable[[str, float, int], Any], where: str, note: Path, until: float, number: int) -> made.Work:
    """A process's work: its `way`, and a note of what came of it."""
    return lambda: note.write_text(json.dumps(way(where, until, number)))


def write(where: str, until: float, number: int, *, ahead: int) -> dict[str, Any]:
    """Adds readings until the time is over, one of ten those of another writer too; the versions acknowledged."""
    versions: list[str] = []
    errors: list[str] = []
    with made.store(where) as ledger:
        for turn in range(1_000_000):
            for at, one in enumerate(made.told(ahead, seed=1000 * turn + (0 if turn % 10 == 9 else number + 1))):
                if time.monotonic() > until:
                    return {"versions": versions, "looks": 0, "errors": errors}
                try:
                    if isinstance(one, Retraction):
                        ledger.retract(one)
                    else:
                        versions.append(ledger.add(one).version)
                except Exception as error:
                    errors.append(f"writer {number}, report {at}: {type(error).__name__}: {error}")
    return {"versions": versions, "looks": 0, "errors": errors}


def read(where: str, until: float, number: int) -> dict[str, Any]:
    """Looks until the time is over; how often."""
    errors: list[str] = []
    looks = before = 0
    with made.store(where, readonly=True) as ledger:
        while time.monotonic() < until:
            try:
                with ledger.reading() as connection:
                    now = _look(connection)
            except Exception as error:
                errors.append(f"reader {number}: {type(error).__name__}: {error}")
                continue
            if now < before:
                errors.append(f"reader {number}: {before} reports, then {now}")
            looks, before = looks + 1, now
            time.sleep(0.005)
    return {"versions": [], "looks": looks, "errors": errors}


def _look(connection: Connection) -> int:
    """How many reports there are; AssertionError where one of the last has no coding or too few entries."""
    v, c, e = schema.versions.c, schema.codings.c, schema.entries.c
    count = connection.execute(select(func.count()).select_from(schema.versions)).scalar_one()
    for row, body in connection.execute(
        select(v.row, c.coding).join(schema.codings, c.version == v.row).order_by(v.row.desc()).limit(5)
    ).all():
        parties = select(func.count()).select_from(schema.parties).join(schema.entries, e.row == schema.parties.c.entry)
        if not connection.execute(parties.where(e.version == row)).scalar_one():
            raise AssertionError(f"report {row} ({body}) is there without its parties")
    return count


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
