"""A full disk, and an error at the Nth write -> is the error clear, is no report kept in part, does adding go on?

python -m benchmarks.ledger_failures [--writes 100]
"""

import argparse
import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, event

from benchmarks import ledger_made as made
from dragoman.errors import FullError, LedgerError

READINGS: Final = 12  # a report takes some nine writes, so that a hundred fall on them all
ROOM: Final = 12  # pages left on a disk that is nearly full: two or three reports
Hindrance = AbstractContextManager[None]
WRITES: Final = ("INSERT", "UPDATE", "DELETE", "COMMIT")


@dataclass(frozen=True, slots=True)
class Trial:
    """A prepared ledger, the readings to add, and the digests after each of them, that of none first."""

    path: Path
    given: made.Told
    digests: tuple[str, ...]


def main(argv: list[str] | None = None) -> None:
    """Prints a line for each way to fail, and exits where one left a trace."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writes", type=int, default=100)
    asked = parser.parse_args([] if argv is None else argv)
    with tempfile.TemporaryDirectory() as folder:
        trial = prepared(Path(folder), READINGS)
        errors = [at_write(trial, Path(folder), n) for n in range(1, asked.writes + 1)]
        print(f"error at write 1 to {asked.writes:<15} {len(errors)} of {asked.writes}: {errors[-1]}")
        print(f"{'disk full (pages of the file)':34} {full(trial, Path(folder))}")
        print(f"{'no file may grow (RLIMIT_FSIZE)':34} {limited(trial, Path(folder))}")


def prepared(folder: Path, count: int) -> Trial:
    """A ledger of `count` readings, and what follows them."""
    every = made.told(2 * count)
    path = folder / "prepared.db"
    made.fill(str(path), every[:count])
    return Trial(path, every[count:], tuple(_digests(folder, path, every[count:])))


def _digests(folder: Path, path: Path, given: made.Told) -> Iterator[str]:
    one = str(_copy(path, folder / "one.db"))
    yield made.digest(one)
    for reading in given:
        made.fill(one, [reading])
        yield made.digest(one)


def _copy(path: Path, to: Path) -> Path:
    made.remove(str(to))
    return Path(shutil.copy(path, to))


def at_write(trial: Trial, folder: Path, number: int, *, thorough: bool = True) -> LedgerError:
    """The error of an adding of which the write of a `number` fails as on a bad disk; all else must be whole."""
    path = str(_copy(trial.path, folder / "write.db"))
    error, added = stopped(path, trial.given, failing(number))
    whole(trial, path, added, thorough=thorough)
    return error


def full(trial: Trial, folder: Path) -> LedgerError:
    """The error of adding to a file that may not grow by more than a few pages."""
    path = str(_copy(trial.path, folder / "full.db"))
    with most_pages(pages(path) + ROOM):
        error, added = stopped(path, trial.given)
    if not isinstance(error, FullError):
        raise SystemExit(f"no FullError: {error}")
    whole(trial, path, added)
    return error


def limited(trial: Trial, folder: Path) -> str:
    """What a process says that may write no file longer than a little more than the ledger."""
    path = str(_copy(trial.path, folder / "limited.db"))
    said = folder / "said"
    most = Path(path).stat().st_size + ROOM * 4096
    child = made.forked(lambda: _limited(path, trial.given, most, said))
    if os.waitpid(child, 0)[1]:
        raise SystemExit("the process failed otherwise than by a LedgerError")
    number, words = said.read_text().split("\n", 1)
    whole(trial, path, int(number))
    return words


def _limited(path: str, given: made.Told, most: int, said: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    error, added = stopped(path, given)
    said.write_text(f"{added}\n{error}")


def stopped(path: str, given: made.Told, hindered: Hindrance | None = None) -> tuple[LedgerError, int]:
    """The error that ended the adding, `hindered` once the ledger is open, and how many were added before it."""
    made.fill(path, [])
    with hindered or nullcontext(), made.store(path) as ledger:
        for added, one in enumerate(given):
            try:
                made.put(ledger, one)
            except LedgerError as error:
                return error, added
    raise SystemExit("nothing failed")


def whole(trial: Trial, path: str, added: int, *, thorough: bool = True) -> None:
    """SystemExit unless the ledger holds all that was added and nothing of the next, is sound, and takes the rest."""
    if made.digest(path) not in trial.digests[added : added + 2]:
        raise SystemExit(f"{path}: not what {added} readings leave")
    if not thorough:
        return
    if not made.sound(path):
        raise SystemExit(f"{path}: not sound")
    made.fill(path, trial.given)
    if made.digest(path) != trial.digests[-1]:
        raise SystemExit(f"{path}: adding did not go on")


def pages(path: str) -> int:
    """How many pages a SQLite file has."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA page_count").fetchone()[0])
    finally:
        connection.close()


@contextmanager
def failing(number: int) -> Iterator[None]:
    """Makes the write of that `number` fail on a SQLite file, as on a bad disk; it must be opened within.

    Statements and commits are counted, from the first commit on, with which opening ends.
    """
    left = [number + 1]

    def write(words: str) -> None:
        opened = left[0] <= number
        left[0] -= words.lstrip().upper().startswith(WRITES if opened else "COMMIT")
        if left[0] == 0:
            left[0] -= 1
            raise sqlite3.OperationalError("disk I/O error")

    class FailingCursor(sqlite3.Cursor):
        def execute(self, words: str, *given: Any) -> Any:
            write(words)
            return super().execute(words, *given)

        def executemany(self, words: str, given: Any, /) -> Any:
            write(words)
            return super().executemany(words, given)

    class FailingFile(sqlite3.Connection):
        def cursor(self, factory: Any = FailingCursor) -> Any:
            return super().cursor(factory)

        def execute(self, words: str, *given: Any) -> Any:
            return self.cursor().execute(words, *given)

        def executemany(self, words: str, given: Any, /) -> Any:
            return self.cursor().executemany(words, given)

        def commit(self) -> None:
            write("COMMIT")
            super().commit()

    plain = sqlite3.connect
    sqlite3.connect = lambda *given, **named: plain(*given, **named, factory=FailingFile)  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = plain


@contextmanager
def most_pages(number: int) -> Iterator[None]:
    """Lets no SQLite file grow beyond `number` pages."""

    def connected(connection: Any, _: Any) -> None:
        connection.execute(f"PRAGMA max_page_count={number}")

    with listening(("connect", connected)):
        yield


@contextmanager
def listening(*what: tuple[str, Callable[..., None]]) -> Iterator[None]:
    """Has functions called at events of all engines."""
    for name, call in what:
        event.listen(Engine, name, call)
    try:
        yield
    finally:
        for name, call in what:
            event.remove(Engine, name, call)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
