"""Made readings and a fixed clock -> a ledger that they are added to, and its digest: what the trials of it share."""

import os
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.ledger_reports import readings
from dragoman.errors import LedgerError
from dragoman.ledger.checking import check
from dragoman.ledger.content import digest_of
from dragoman.ledger.steps import Watch, unwatched
from dragoman.ledger.store import Store
from dragoman.records import Reading, Retraction

NOW: Final = datetime(2024, 5, 1, 12, tzinfo=UTC)
PATIENCE: Final = 60.0  # seconds in which a server must be back
Told = Sequence[Reading | Retraction]
Work = Callable[[], object]


def fixed() -> datetime:
    """The clock of all trials, so that reports without a date are known on one day."""
    return NOW


def told(count: int, seed: int = 11) -> list[Reading | Retraction]:
    """`count` readings as dense as in the whole ledger, with what was taken back."""
    return list(readings(seed, count, max(1, count // 50)))


def store(where: str, watch: Watch = unwatched, *, readonly: bool = False) -> Store:
    """A ledger with the fixed clock."""
    return Store(where, clock=fixed, watch=watch, readonly=readonly)


def put(ledger: Store, one: Reading | Retraction) -> None:
    """Adds a reading, or takes a report back."""
    if isinstance(one, Retraction):
        ledger.retract(one)
    else:
        ledger.add(one)


def fill(where: str, given: Told, watch: Watch = unwatched) -> None:
    """Adds all; those that are there change nothing."""
    with store(where, watch) as ledger:
        for one in given:
            put(ledger, one)


def insistently(ledger: Store, one: Reading | Retraction) -> int:
    """Adds one, again and again while the server does not answer; how often it failed."""
    failed, until = 0, time.monotonic() + PATIENCE
    while True:
        try:
            put(ledger, one)
            return failed
        except LedgerError:
            failed += 1
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def digest(where: str) -> str:
    """The digest of a ledger's content."""
    with store(where, readonly=True) as ledger, ledger.reading() as connection:
        return digest_of(connection)


def sound(where: str) -> bool:
    """Whether `check` finds nothing wrong."""
    with store(where, readonly=True) as ledger:
        found = check(ledger)
    for finding in found[:5]:
        print(f"  {finding.code}: {finding.message} ({finding.where})")
    return not found


def remove(path: str) -> None:
    """Takes a SQLite ledger away with its log."""
    for more in ("", "-wal", "-shm"):
        Path(path + more).unlink(missing_ok=True)


def forked(child: Work) -> int:
    """Runs `child` in a process of its own, forked so that nothing is loaded anew; its id. No ledger may be open."""
    pid = os.fork()
    if pid:
        return pid
    try:
        child()
        os._exit(0)
    except BaseException as error:
        print(f"  child {os.getpid()}: {type(error).__name__}: {error}", flush=True)
        os._exit(1)
